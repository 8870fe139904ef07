//! The public feeds of the latest release.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;

use super::super::feeds::Feed;
use super::super::model::{Release, Released};
use super::super::queries::{self, Edition};
use crate::clock::{Clock, Moment};
use crate::conferences::AtConference;
use crate::db::Db;
use crate::ids::{MeetingRoomId, SessionId};
use crate::web::{Answer, Problem};

async fn latest(by: &AtConference, db: &Db) -> Answer<Arc<Edition>> {
    let mut connection = db.connection().await?;
    let found = queries::edition(&mut connection, by.visit().site(), by.conference()).await?;
    found.ok_or(Problem::NotFound)
}

/// Answers with a feed that programs ask about each time, for rooms change at short notice, and with nothing when they have it already.
fn answer(
    by: &AtConference,
    request: &HttpRequest,
    release: &Release,
    kind: &'static str,
    body: String,
) -> HttpResponse {
    let tag = format!("\"{}-{}\"", release.id, by.language().code());
    let has = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()) == Some(tag.as_str());
    let mut response = if has { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, "public, no-cache"))
        .insert_header((header::VARY, "accept-language, cookie"))
        .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .content_type(kind);
    if has { response.finish() } else { response.body(body) }
}

fn feed<'a>(by: &'a AtConference, edition: &'a Edition, sessions: &'a [Released], now: Moment) -> Feed<'a> {
    let base = by.visit().site().link(&by.path(""));
    Feed { conference: by.conference(), release: &edition.release, sessions, language: by.language(), base, now }
}

pub async fn ics(by: AtConference, request: HttpRequest, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let edition = latest(&by, &db).await?;
    let body = feed(&by, &edition, &edition.all, clock.now()).ics();
    Ok(answer(&by, &request, &edition.release, "text/calendar; charset=utf-8", body))
}

pub async fn xml(by: AtConference, request: HttpRequest, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let edition = latest(&by, &db).await?;
    let body = feed(&by, &edition, &edition.all, clock.now()).schedule().xml(&by.conference().zone());
    Ok(answer(&by, &request, &edition.release, "application/vnd.c3voc.schedule+xml; charset=utf-8", body))
}

pub async fn json(by: AtConference, request: HttpRequest, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let edition = latest(&by, &db).await?;
    let body = feed(&by, &edition, &edition.all, clock.now()).schedule().json(&by.conference().zone()).to_string();
    Ok(answer(&by, &request, &edition.release, "application/json; charset=utf-8", body))
}

/// `GET /{conference}/programme/sessions/{session}/calendar.ics`: one session.
pub async fn session(
    by: AtConference,
    path: Path<(String, SessionId)>,
    request: HttpRequest,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let edition = latest(&by, &db).await?;
    let own = [edition.row(path.1).ok_or(Problem::NotFound)?.clone()];
    let body = feed(&by, &edition, &own, clock.now()).ics();
    Ok(answer(&by, &request, &edition.release, "text/calendar; charset=utf-8", body))
}

/// `GET /{conference}/programme/rooms/{room}/calendar.ics`: what takes place in one room.
pub async fn room(
    by: AtConference,
    path: Path<(String, MeetingRoomId)>,
    request: HttpRequest,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let edition = latest(&by, &db).await?;
    let own: Vec<Released> = edition.all.iter().filter(|row| row.room_id == path.1).cloned().collect();
    if own.is_empty() {
        return Err(Problem::NotFound);
    }
    let body = feed(&by, &edition, &own, clock.now()).ics();
    Ok(answer(&by, &request, &edition.release, "text/calendar; charset=utf-8", body))
}
