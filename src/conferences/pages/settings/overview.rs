//! The way into the settings: what is set, and what a conference still lacks.

use actix_web::HttpResponse;
use askama::Template;

use super::Frame;
use crate::conferences::model::{Category, DutyKind, DutyLine, Opening};
use crate::conferences::proofs::{OnDuty, Organiser, Reading};
use crate::conferences::queries;
use crate::db::Db;
use crate::language::Language;
use crate::web::{Answer, Page, page};

struct Section {
    href: String,
    label: String,
    summary: String,
    /// What is missing; empty when nothing is.
    lacks: String,
}

#[derive(Template)]
#[template(path = "conferences/settings/overview.html")]
struct OverviewPage {
    page: Page,
    sections: Vec<Section>,
}

/// `GET /{conference}/settings`
pub async fn show(by: OnDuty<Reading<Organiser>>, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let categories = queries::categories(&mut connection, conference.id).await?;
    let areas = queries::areas(&mut connection, conference.id).await?;
    let openings = queries::openings(&mut connection, conference.id).await?;
    let duties = queries::duty_lines(&mut connection, conference.id).await?;
    let mut people: Vec<&str> = duties.iter().map(|line| line.email.as_str()).collect();
    people.dedup();
    let dates = language.date_range(conference.starts_on, conference.ends_on);
    let count = |key: &str, count: usize| language.with(key, &[("count", count.into())]);
    let says = [
        (format!("{dates}, {}", conference.place.in_language(language)), String::new()),
        (count("settings-count-categories", categories.len()), String::new()),
        (
            count("settings-count-open", categories.iter().filter(|one| one.open_to_self_registration).count()),
            String::new(),
        ),
        (count("settings-count-areas", areas.len()), String::new()),
        (count("settings-count-hours", openings.len()), without_hours(&categories, &openings, language)),
        (count("settings-count-people", people.len()), without_staff(&duties, language)),
    ];
    let frame = Frame::of(&by);
    let sections = frame
        .tabs
        .into_iter()
        .zip(says)
        .map(|(tab, (summary, lacks))| Section { href: tab.href, label: tab.label, summary, lacks })
        .collect();
    page(OverviewPage { page: by.page(language.t("settings-title")), sections })
}

/// Categories that may be nowhere at any time.
fn without_hours(categories: &[Category], openings: &[Opening], language: Language) -> String {
    let shut = categories.iter().filter(|one| openings.iter().all(|opening| opening.category_id != one.id));
    let letters: Vec<&str> = shut.map(|one| one.letter.as_str()).collect();
    if letters.is_empty() {
        return String::new();
    }
    language.with("settings-without-hours", &[("letters", letters.join(", ").into())])
}

/// Duties that nobody has and without which a conference does not run.
fn without_staff(duties: &[DutyLine], language: Language) -> String {
    let needed = [DutyKind::AccreditationOfficer, DutyKind::SecurityAuthority, DutyKind::PassDesk, DutyKind::GateStaff];
    let open = needed.into_iter().filter(|kind| duties.iter().all(|line| line.kind != *kind));
    let names: Vec<String> = open.map(|kind| language.t(&kind.key())).collect();
    if names.is_empty() {
        return String::new();
    }
    language.with("settings-without-staff", &[("duties", names.join(", ").into())])
}
