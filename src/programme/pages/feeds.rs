//! The public feeds of the latest release.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::header;

use super::super::feeds::Feed;
use super::super::model::{Release, Released};
use super::super::queries;
use crate::clock::{Clock, Moment};
use crate::conferences::AtConference;
use crate::db::Db;
use crate::web::{Answer, Problem};

async fn latest(by: &AtConference, db: &Db) -> Answer<(Release, Vec<Released>)> {
    let mut connection = db.connection().await?;
    let conference = by.conference().id;
    let release = queries::latest_release(&mut connection, conference).await?.ok_or(Problem::NotFound)?;
    let sessions = queries::released(&mut connection, conference, release.id).await?;
    Ok((release, sessions))
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

fn feed<'a>(by: &'a AtConference, release: &'a Release, sessions: &'a [Released], now: Moment) -> Feed<'a> {
    let base = by.visit().site().link(&by.path(""));
    Feed { conference: by.conference(), release, sessions, language: by.language(), base, now }
}

pub async fn ics(by: AtConference, request: HttpRequest, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (release, sessions) = latest(&by, &db).await?;
    let body = feed(&by, &release, &sessions, clock.now()).ics();
    Ok(answer(&by, &request, &release, "text/calendar; charset=utf-8", body))
}

pub async fn xml(by: AtConference, request: HttpRequest, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (release, sessions) = latest(&by, &db).await?;
    let body = feed(&by, &release, &sessions, clock.now()).schedule().xml(&by.conference().zone());
    Ok(answer(&by, &request, &release, "application/vnd.c3voc.schedule+xml; charset=utf-8", body))
}

pub async fn json(by: AtConference, request: HttpRequest, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (release, sessions) = latest(&by, &db).await?;
    let body = feed(&by, &release, &sessions, clock.now()).schedule().json(&by.conference().zone()).to_string();
    Ok(answer(&by, &request, &release, "application/json; charset=utf-8", body))
}
