//! What a conference says about itself, and its windows.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::super::particulars;
use super::{Frame, done};
use crate::clock::Clock;
use crate::conferences::model::{Conference, Particulars};
use crate::conferences::proofs::{Duty, OnDuty, Organiser, Reading};
use crate::conferences::rules::Windows;
use crate::conferences::{actions, conference_by_id};
use crate::db::Db;
use crate::language::Language;
use crate::web::{
    Answer, Choice, Difference, Errors, Form, Page, Reader, Typed, page_with, redirect_with, typed_moment,
};

#[derive(Template)]
#[template(path = "conferences/settings/conference.html")]
struct ConferencePage {
    page: Page,
    frame: Frame,
    typed: Typed,
    errors: Errors,
    differences: Vec<Difference>,
    zones: Vec<Choice>,
    languages: Vec<Choice>,
    accents: Vec<Choice>,
    version: i32,
    /// The zone in whose hours the windows are typed.
    zone: String,
}

/// `GET /{conference}/settings/conference`
pub async fn show(by: OnDuty<Reading<Organiser>>, clock: Clock) -> Answer<HttpResponse> {
    let typed = typed(by.conference());
    let version = by.conference().version;
    draw(&by, &clock, typed, version, (Errors::default(), Vec::new()), StatusCode::OK)
}

fn typed(conference: &Conference) -> Typed {
    let (zone, windows) = (conference.zone(), conference.windows());
    particulars::typed(&conference.particulars())
        .with("nomination_opens_at", typed_moment(windows.nomination_opens_at, &zone))
        .with("nomination_closes_at", typed_moment(windows.nomination_closes_at, &zone))
        .with("confirmation_closes_at", typed_moment(windows.confirmation_closes_at, &zone))
        .with("badges_valid_from", windows.badges_valid_from)
        .with("badges_valid_until", windows.badges_valid_until)
        .with("documents_purge_on", windows.documents_purge_on)
}

fn draw<D: Duty>(
    by: &OnDuty<D>,
    clock: &Clock,
    typed: Typed,
    version: i32,
    (errors, differences): (Errors, Vec<Difference>),
    status: StatusCode,
) -> Answer<HttpResponse> {
    let language = by.language();
    page_with(
        status,
        ConferencePage {
            page: by.page(language.t("settings-conference")),
            frame: Frame::of(by),
            zones: particulars::zone_choices(&typed, clock.now(), language),
            languages: particulars::language_choices(&typed),
            accents: particulars::accent_choices(&typed, language),
            zone: by.conference().whose_clocks(by.language()),
            version,
            typed,
            errors,
            differences,
        },
    )
}

/// `POST /{conference}/settings/conference`
pub async fn change(by: OnDuty<Organiser>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let typed = form.fields;
    let version = typed.version();
    let none = (Errors::default(), Vec::new());
    if form.resumed {
        return draw(&by, &clock, typed, version, none, StatusCode::OK);
    }
    let (said, windows) = match read(&typed) {
        Ok(read) => read,
        Err(errors) => {
            return draw(&by, &clock, typed, version, (errors, Vec::new()), StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let mut tx = db.begin().await?;
    if actions::change_conference(&mut tx, &by, version, &said, &windows, clock.now()).await? {
        tx.commit().await?;
        let flash = done(by.language().t("settings-saved"));
        return Ok(redirect_with(by.visit(), &by.path("/settings/conference"), &flash));
    }
    let current = conference_by_id(&mut tx, by.conference_id()).await?;
    let differences = typed.differences(&self::typed(&current), &labels(by.language()));
    draw(&by, &clock, typed, current.version, (Errors::default(), differences), StatusCode::CONFLICT)
}

fn read(typed: &Typed) -> Result<(Particulars, Windows), Errors> {
    let mut reader = Reader::of(typed);
    let said = particulars::read(&mut reader);
    // Hours are typed on the clocks of the zone that is chosen in the same form.
    let zone = jiff::tz::TimeZone::get(typed.text("time_zone")).unwrap_or(jiff::tz::TimeZone::UTC);
    let opens = reader.moment("nomination_opens_at", &zone);
    let closes = reader.moment("nomination_closes_at", &zone);
    let confirmation = reader.moment("confirmation_closes_at", &zone);
    let (from, until) = (reader.day("badges_valid_from"), reader.day("badges_valid_until"));
    let purge = reader.day("documents_purge_on");
    let windows = opens.zip(closes).zip(confirmation).zip(from).zip(until).zip(purge).map(
        |(((((opens, closes), confirmation), from), until), purge)| Windows {
            nomination_opens_at: opens,
            nomination_closes_at: closes,
            confirmation_closes_at: confirmation,
            badges_valid_from: from,
            badges_valid_until: until,
            documents_purge_on: purge,
        },
    );
    if let Some((said, windows)) = said.as_ref().zip(windows.as_ref()) {
        for (field, message) in windows.check(said.starts_on, said.ends_on).iter() {
            reader.errors.add(field, message.clone());
        }
    }
    reader.finish(said.zip(windows))
}

/// The fields with their names, for telling two people where they differ.
fn labels(language: Language) -> Vec<(&'static str, String)> {
    let named = |field: &'static str, key: &str, own_name: &str| (field, format!("{} ({own_name})", language.t(key)));
    let mut labels = Vec::new();
    for (en, fr, key) in [
        ("name_en", "name_fr", "conference-name"),
        ("place_en", "place_fr", "conference-place"),
        ("venue_en", "venue_fr", "conference-venue"),
        ("information_en", "information_fr", "conference-information"),
    ] {
        labels.push(named(en, key, "English"));
        labels.push(named(fr, key, "Français"));
    }
    for (field, key) in [
        ("starts_on", "conference-starts-on"),
        ("ends_on", "conference-ends-on"),
        ("time_zone", "conference-time-zone"),
        ("languages", "conference-languages"),
        ("accent", "conference-accent"),
        ("contact_email", "conference-contact"),
        ("nomination_opens_at", "conference-nomination-opens"),
        ("nomination_closes_at", "conference-nomination-closes"),
        ("confirmation_closes_at", "conference-confirmation-closes"),
        ("badges_valid_from", "conference-badges-from"),
        ("badges_valid_until", "conference-badges-until"),
        ("documents_purge_on", "conference-purge-on"),
    ] {
        labels.push((field, language.t(key)));
    }
    labels
}
