//! The demonstration's first page: where one is, and its seats. One click signs in as the focal point, the officer, the gate;
//! on this machine only, and only where the database holds the demonstration.

use actix_web::HttpResponse;
use askama::Template;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::Deserialize;

use super::super::demo::fill::{SEATS, SLUG};
use super::super::queries;
use crate::accounts::{Anyone, Via, account_by_email, begin_session};
use crate::clock::{Clock, Moment};
use crate::conferences::Conference;
use crate::db::{Connection, Db};
use crate::delegations::DelegationStatus;
use crate::ids::ParticipantId;
use crate::language::Language;
use crate::schema::{conference, delegation, participant};
use crate::web::{Answer, Form, Page, Problem, page, redirect};

struct Seat {
    key: &'static str,
    title: String,
    text: String,
}

/// How far the filling is.
struct Filling {
    done: i64,
    total: i64,
    line: String,
}

/// What is true of the conference just now.
struct Figure {
    number: String,
    word: String,
}

#[derive(Template)]
#[template(path = "console/demonstration.html")]
struct DemonstrationPage {
    page: Page,
    /// `Day 2 of 2, 11:02`.
    when: String,
    place: String,
    /// None once it is complete.
    filling: Option<Filling>,
    figures: Vec<Figure>,
    /// The five of the ten minutes, in their order.
    seats: Vec<Seat>,
    /// All the others.
    more: Vec<Seat>,
    slug: &'static str,
}

/// The demonstration and whether it is complete; strangers on other machines are told it is not here.
async fn found(by: &Anyone, connection: &mut Connection) -> Answer<(Conference, bool)> {
    if !by.visit().on_this_machine() {
        return Err(Problem::NotFound);
    }
    let found: Option<(Conference, i32)> = conference::table
        .filter(conference::slug.eq(SLUG))
        .filter(conference::demonstration)
        .select((Conference::as_select(), conference::participants_seen))
        .first(connection)
        .await
        .optional()?;
    found.map(|(conference, seen)| (conference, seen > 0)).ok_or(Problem::NotFound)
}

/// The seats that the first page is about; the others stand below.
const FIRST: [&str; 5] = ["focal-point", "officer", "gate", "delegate", "organiser"];

fn seat(key: &'static str, language: Language) -> Seat {
    let title = language.t(&format!("demo-seat-{key}"));
    Seat { key, title, text: language.t(&format!("demo-seat-{key}-text")) }
}

/// Where everybody sits: `GET /demonstration`.
pub async fn show(by: Anyone, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let language = by.visit().language();
    let mut connection = db.connection().await?;
    let (conference, ready) = found(&by, &mut connection).await?;
    let (filling, figures) = if ready {
        (None, figures(&mut connection, &conference, language).await?)
    } else {
        (Some(filling(&mut connection, &conference, language).await?), Vec::new())
    };
    let others = SEATS.iter().map(|(key, _)| *key).filter(|key| !FIRST.contains(key));
    page(DemonstrationPage {
        page: by.page(language.t("demo-title")),
        when: when(&conference, language, clock.now()),
        place: conference.name.in_language(language).to_owned(),
        filling,
        figures,
        seats: FIRST.iter().map(|key| seat(key, language)).collect(),
        more: others.map(|key| seat(key, language)).collect(),
        slug: SLUG,
    })
}

/// `Day 2 of 2, 11:02`, and the date where it is before or after.
fn when(conference: &Conference, language: Language, now: Moment) -> String {
    let zone = conference.zone();
    let (first, today) = (conference.starts_on.number(), now.conference_day(&zone).number());
    if today < first || conference.ends_on.number() < today {
        return language.date_time(now, &zone);
    }
    let days = i64::from(conference.ends_on.number() - first) + 1;
    language.with(
        "demo-when",
        &[
            ("day", (i64::from(today - first) + 1).into()),
            ("days", days.into()),
            ("time", language.time(now, &zone).into()),
        ],
    )
}

async fn filling(connection: &mut Connection, conference: &Conference, language: Language) -> Answer<Filling> {
    let (done, total) = queries::people_of_announced(connection, conference.id).await?;
    let line = language
        .with("demo-filled", &[("done", language.number(done).into()), ("total", language.number(total).into())]);
    Ok(Filling { done, total: total.max(1), line })
}

async fn figures(connection: &mut Connection, conference: &Conference, language: Language) -> Answer<Vec<Figure>> {
    let people = queries::people_by_status(connection, conference.id).await?;
    let waiting = people.iter().filter(|(status, _)| status == "submitted").map(|(_, count)| count).sum();
    let delegations = queries::delegations_by_status(connection, conference.id).await?;
    let confirmed = delegations.iter().filter(|(status, _)| *status == DelegationStatus::Confirmed);
    let inside = queries::people_inside(connection, conference.id).await?;
    let figure =
        |number: i64, key: &str| Figure { number: language.number(number), word: language.t(&format!("demo-{key}")) };
    Ok(vec![
        figure(confirmed.map(|(_, count)| count).sum(), "delegations"),
        figure(people.iter().map(|(_, count)| count).sum(), "people"),
        figure(inside, "inside"),
        figure(waiting, "waiting"),
    ])
}

/// Which seat is taken.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SeatForm {
    seat: String,
}

pub async fn sit(by: Anyone, form: Form<SeatForm>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    if !found(&by, &mut tx).await?.1 {
        return Err(Problem::NotFound);
    }
    let (seat, address) = SEATS.iter().find(|(seat, _)| *seat == form.fields.seat).ok_or(Problem::NotFound)?;
    let account = match account_by_email(&mut tx, address).await? {
        Some(account) => account.id,
        None => crate::accounts::find_or_make_account(&mut tx, address, "", Some("en"), clock.now()).await?,
    };
    let cookie = begin_session(&mut tx, by.visit(), account, Via::Demonstration, clock.now()).await?;
    let to = destination(&mut tx, seat).await?;
    tx.commit().await?;
    let mut response = redirect(&to);
    response.add_cookie(&cookie).map_err(Problem::broken)?;
    Ok(response)
}

/// Where a seat begins.
async fn destination(connection: &mut Connection, seat: &str) -> Answer<String> {
    Ok(match seat {
        "officer" => format!("/{SLUG}/files"),
        "pass-desk" => format!("/{SLUG}/pass-desk"),
        "gate" => format!("/{SLUG}/gates/main-entrance/scanner"),
        "gate-supervisor" => format!("/{SLUG}/gates/board"),
        "security" => format!("/{SLUG}/files"),
        "programme" => format!("/{SLUG}/programme/manage"),
        "exhibition" => format!("/{SLUG}/stands/manage"),
        "observer" => format!("/{SLUG}/desk"),
        "organiser" => format!("/{SLUG}/desk"),
        "administrator" => "/conferences".to_owned(),
        "delegate" => {
            let id: Option<ParticipantId> = participant::table
                .filter(participant::email.eq("delegate@samoa.example"))
                .select(participant::id)
                .first(connection)
                .await
                .optional()?;
            id.map_or_else(|| "/".to_owned(), |id| format!("/people/{id}"))
        }
        "form" => {
            let (_, address) = SEATS.iter().find(|(known, _)| *known == seat).ok_or(Problem::NotFound)?;
            let found = participant::table.filter(participant::email.eq(*address)).select(participant::id);
            let id: Option<ParticipantId> = found.first(connection).await.optional()?;
            id.map_or_else(|| "/".to_owned(), |id| format!("/people/{id}/form"))
        }
        _ => {
            let id: Option<crate::ids::DelegationId> = delegation::table
                .filter(delegation::entity.eq("WS"))
                .select(delegation::id)
                .first(connection)
                .await
                .optional()?;
            id.map_or_else(|| "/".to_owned(), |id| format!("/delegations/{id}"))
        }
    })
}
