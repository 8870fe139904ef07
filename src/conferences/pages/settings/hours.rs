//! All hours at a glance: categories down, areas across.

use actix_web::HttpResponse;
use askama::Template;
use jiff::tz::TimeZone;

use super::Frame;
use crate::clock::Day;
use crate::conferences::model::Opening;
use crate::conferences::proofs::{OnDuty, Organiser, Reading};
use crate::conferences::queries;
use crate::db::Db;
use crate::language::Language;
use crate::web::{Answer, Page, page};

struct Column {
    label: String,
    name: String,
}

struct Line {
    href: String,
    letter: String,
    pattern: &'static str,
    name: String,
    /// In the order of the columns.
    cells: Vec<Cell>,
}

/// The spans of a category in an area.
struct Cell {
    area: String,
    spans: Vec<String>,
}

#[derive(Template)]
#[template(path = "conferences/settings/hours.html")]
struct HoursPage {
    page: Page,
    frame: Frame,
    columns: Vec<Column>,
    lines: Vec<Line>,
    zone: String,
}

/// `GET /{conference}/settings/hours`
pub async fn show(by: OnDuty<Reading<Organiser>>, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let zone = conference.zone();
    let mut connection = db.connection().await?;
    let categories = queries::categories(&mut connection, conference.id).await?;
    let areas = queries::areas(&mut connection, conference.id).await?;
    let openings = queries::openings(&mut connection, conference.id).await?;
    let lines = categories
        .iter()
        .map(|category| Line {
            href: by.path(&format!("/settings/hours/{}", category.id)),
            letter: category.letter.clone(),
            pattern: category.pattern.as_str(),
            name: category.name.in_language(language).to_owned(),
            cells: areas
                .iter()
                .map(|area| {
                    let own = openings.iter().filter(|one| one.category_id == category.id && one.area_id == area.id);
                    let spans = summary(&own.collect::<Vec<_>>(), language, &zone);
                    Cell { area: area.name.in_language(language).to_owned(), spans }
                })
                .collect(),
        })
        .collect();
    let columns = areas
        .iter()
        .map(|area| Column { label: area.badge_label.clone(), name: area.name.in_language(language).to_owned() })
        .collect();
    page(HoursPage {
        page: by.page(language.t("settings-hours")),
        frame: Frame::of(&by),
        columns,
        lines,
        zone: conference.whose_clocks(language),
    })
}

/// The same hours on several days are one line: `25 Oct – 26 Oct 08:00–20:00`, which breaks only between its parts.
fn summary(openings: &[&Opening], language: Language, zone: &TimeZone) -> Vec<String> {
    let times = |one: &Opening| {
        let days = one.closes_at.day(zone).number() - one.opens_at.day(zone).number();
        (language.time(one.opens_at, zone), language.time(one.closes_at, zone), days)
    };
    let follows = |one: &Opening, next: &Opening| {
        let (_, _, days) = times(one);
        times(one) == times(next) && days < 2 && next.opens_at.day(zone).number() == one.opens_at.day(zone).number() + 1
    };
    openings
        .chunk_by(|one, next| follows(one, next))
        .filter_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            let (opens, closes, days) = times(first);
            let (from, until) = (first.opens_at.day(zone), last.opens_at.day(zone));
            let date = |day: Day| language.short_date(day).replace(' ', "\u{a0}");
            Some(if days > 1 || (days == 1 && run.len() == 1 && closes != "00:00") {
                format!("{}\u{a0}{opens} – {}\u{a0}{closes}", date(from), date(first.closes_at.day(zone)))
            } else if from == until {
                format!("{} {opens}–\u{2060}{closes}", date(from))
            } else {
                format!("{} – {} {opens}–\u{2060}{closes}", date(from), date(until))
            })
        })
        .collect()
}
