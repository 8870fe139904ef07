//! The demonstration's seats: one click signs in as the focal point, the officer, the gate. On this machine only, and only
//! where the database holds the demonstration.

use actix_web::HttpResponse;
use askama::Template;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::Deserialize;

use super::super::demo::fill::{SEATS, SLUG};
use crate::accounts::{Anyone, Via, account_by_email, begin_session};
use crate::clock::Clock;
use crate::db::{Connection, Db};
use crate::ids::ParticipantId;
use crate::schema::{conference, delegation, participant};
use crate::web::{Answer, Form, Page, Problem, page, redirect};

struct Seat {
    key: &'static str,
    title: String,
    text: String,
}

#[derive(Template)]
#[template(path = "console/demonstration.html")]
struct DemonstrationPage {
    page: Page,
    ready: bool,
    seats: Vec<Seat>,
}

/// Whether the demonstration is here and complete; strangers on other machines are told it is not.
async fn is_ready(by: &Anyone, connection: &mut Connection) -> Answer<bool> {
    if !by.visit().address().to_canonical().is_loopback() {
        return Err(Problem::NotFound);
    }
    let seen: Option<i32> = conference::table
        .filter(conference::slug.eq(SLUG))
        .filter(conference::demonstration)
        .select(conference::participants_seen)
        .first(connection)
        .await
        .optional()?;
    seen.map(|seen| seen > 0).ok_or(Problem::NotFound)
}

pub async fn show(by: Anyone, db: Db) -> Answer<HttpResponse> {
    let language = by.visit().language();
    let ready = is_ready(&by, &mut *db.connection().await?).await?;
    let seat = |(key, _): &(&'static str, &'static str)| Seat {
        key,
        title: language.t(&format!("demo-seat-{key}")),
        text: language.t(&format!("demo-seat-{key}-text")),
    };
    let seats = SEATS.iter().map(seat).collect();
    page(DemonstrationPage { page: by.page(language.t("demo-title")), ready, seats })
}

/// Which seat is taken.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SeatForm {
    seat: String,
}

pub async fn sit(by: Anyone, form: Form<SeatForm>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    if !is_ready(&by, &mut tx).await? {
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
        "gate" => format!("/{SLUG}/gates"),
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
