//! Signing up: a person's own sessions, the way there from the public page, and the organisers' list.

pub mod own;
pub mod staff;
pub mod way;

use super::super::model::{Desk, Released};
use crate::clock::Moment;
use crate::conferences::Conference;
use crate::language::Language;

/// Day, hours and room in one line.
fn place_line(row: &Released, conference: &Conference, language: Language) -> String {
    let zone = conference.zone();
    let day = language.weekday_date(row.starts_at.conference_day(&zone));
    let time = |at: Moment| language.time(at, &zone);
    format!("{day}, {}–{}, {}", time(row.starts_at), time(row.ends_at), row.facts.room.in_language(language))
}

/// How many places there are and are left: empty where there is no limit.
fn places_line(desk: &Desk, language: Language) -> String {
    let Some(places) = desk.places else { return String::new() };
    let left = (places - desk.taken).max(0);
    language.with("sign-up-places-left", &[("left", i64::from(left).into()), ("places", i64::from(places).into())])
}
