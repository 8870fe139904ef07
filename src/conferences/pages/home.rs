//! The public page of a conference: when and where, until when what must be done, and the ways on.

use actix_web::HttpResponse;
use askama::Template;

use crate::clock::{Clock, Moment};
use crate::conferences::proofs::AtConference;
use crate::conferences::queries;
use crate::db::Db;
use crate::language::Language;
use crate::web::{Answer, Page, page};

/// A moment by which something must be done.
struct Deadline {
    what: String,
    when: String,
    /// `done`, `now` or `next`, as a timeline draws it.
    state: &'static str,
}

#[derive(Template)]
#[template(path = "conferences/home.html")]
struct HomePage {
    page: Page,
    dates: String,
    place: String,
    venue: String,
    /// Paragraphs in the organisers' own words.
    information: Vec<String>,
    zone: String,
    languages: String,
    contact: String,
    deadlines: Vec<Deadline>,
    path: String,
    signed_in: bool,
    /// The categories in which people can register themselves now.
    open: Vec<String>,
    /// Until when organisations may apply for admission; empty where they cannot.
    admission_until: String,
}

/// `GET /{conference}`
pub async fn show(at: AtConference, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (at.language(), at.conference());
    let paragraphs = conference.information.in_language(language).split("\n\n");
    let mut connection = db.connection().await?;
    let categories = queries::categories(&mut connection, conference.id).await?;
    let admission = queries::admission_closes_at(&mut connection, conference.id).await?.filter(|at| clock.now() < *at);
    let open = categories.iter().filter(|category| category.is_open_to_registration(clock.now()));
    page(HomePage {
        admission_until: admission.map(|at| language.date_time(at, &conference.zone())).unwrap_or_default(),
        open: open.map(|category| category.name.in_language(language).to_owned()).collect(),
        page: at.page(conference.name.in_language(language)),
        dates: language.date_range(conference.starts_on, conference.ends_on),
        place: conference.place.in_language(language).to_owned(),
        venue: conference.venue.in_language(language).to_owned(),
        information: paragraphs.map(str::trim).filter(|text| !text.is_empty()).map(ToOwned::to_owned).collect(),
        zone: zone_line(&at, clock.now()),
        languages: names_of(&conference.languages),
        contact: conference.contact_email.clone(),
        deadlines: deadlines(&at, clock.now()),
        path: at.path(""),
        signed_in: at.someone().is_some(),
    })
}

fn names_of(codes: &[String]) -> String {
    let names: Vec<&str> = codes.iter().filter_map(|code| Language::parse(code)).map(Language::own_name).collect();
    names.join(", ")
}

/// `Asia/Ho Chi Minh, now 10:04`, or `Conference time, UTC+7, now 10:04`.
fn zone_line(at: &AtConference, now: Moment) -> String {
    let (language, conference) = (at.language(), at.conference());
    let zone = conference.zone_name(language);
    let time = language.time(now, &conference.zone());
    language.with("conference-zone-now", &[("zone", zone.into()), ("time", time.into())])
}

fn deadlines(at: &AtConference, now: Moment) -> Vec<Deadline> {
    let (language, conference) = (at.language(), at.conference());
    let zone = conference.zone();
    let first_day = conference.starts_on.at(0, 0, &zone).unwrap_or(conference.confirmation_closes_at);
    let after = conference.ends_on.plus_days(1).at(0, 0, &zone).unwrap_or(first_day);
    let mut moments = [
        ("conference-nomination-opens", conference.nomination_opens_at, conference.nomination_opens_at),
        ("conference-nomination-closes", conference.nomination_closes_at, conference.nomination_closes_at),
        ("conference-confirmation-closes", conference.confirmation_closes_at, conference.confirmation_closes_at),
        ("conference-takes-place", first_day, after),
    ];
    moments.sort_by_key(|(_, moment, _)| *moment);
    let mut past = true;
    let mut lines = Vec::new();
    for (key, moment, over) in moments {
        let done = over <= now;
        let state = if done {
            "done"
        } else if past {
            "now"
        } else {
            "next"
        };
        past = done;
        let when = if key == "conference-takes-place" {
            language.date_range(conference.starts_on, conference.ends_on)
        } else {
            language.date_time(moment, &zone)
        };
        lines.push(Deadline { what: language.t(key), when, state });
    }
    lines
}
