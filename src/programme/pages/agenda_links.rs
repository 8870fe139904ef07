//! The two secret addresses of an agenda: one that opens it in another browser by a button, one that feeds a calendar.

use actix_web::http::header;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use super::super::actions::agenda::{digest, opened};
use super::super::feeds::Feed;
use super::super::model::Released;
use super::super::queries::{self, AgendaOf};
use super::keeper::Keeper;
use super::person::unindexed;
use crate::clock::Clock;
use crate::conferences::AtConference;
use crate::db::Db;
use crate::web::{Answer, Form, Page, Problem, page, redirect};

#[derive(Template)]
#[template(path = "programme/agenda_link.html")]
struct LinkPage {
    page: Page,
    count: usize,
    action: String,
}

/// Keeps the secret of the address to ourselves.
fn secretly(response: HttpResponse) -> HttpResponse {
    let mut response = unindexed(response);
    let none = header::HeaderValue::from_static("no-referrer");
    response.headers_mut().insert(header::REFERRER_POLICY, none);
    response
}

/// `GET /{conference}/agendas/{secret}`: filters open every link, so opening it does nothing yet.
pub async fn show(by: Keeper, path: Path<(String, String)>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let own = opened(&mut connection, &by, &path.1).await?;
    let count = queries::chosen(&mut connection, &[own.id]).await?.len();
    let title = by.language().t("agenda-link-title");
    let action = by.path(&format!("/agendas/{}", path.1));
    Ok(secretly(page(LinkPage { page: by.page(title), count, action })?))
}

/// Nothing is asked but the form's token.
#[derive(Deserialize)]
pub struct Nothing {}

/// `POST /{conference}/agendas/{secret}`: this browser keeps the agenda from now on.
pub async fn keep(by: Keeper, path: Path<(String, String)>, _form: Form<Nothing>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    opened(&mut connection, &by, &path.1).await?;
    let mut response = redirect(&by.path("/agenda"));
    let _ = response.add_cookie(&by.keep_secret(path.1.clone()));
    Ok(secretly(response))
}

/// `GET /{conference}/agendas/{secret}/calendar.ics`
pub async fn calendar(
    by: AtConference,
    path: Path<(String, String)>,
    request: HttpRequest,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let of = AgendaOf::Feed(&digest(&path.1));
    let own = queries::agenda_of(&mut connection, by.conference().id, of).await?.ok_or(Problem::NotFound)?;
    let edition = queries::edition(&mut connection, by.visit().site(), by.conference()).await?;
    let edition = edition.ok_or(Problem::NotFound)?;
    let chosen = queries::chosen(&mut connection, &[own.id]).await?;
    let mut rows: Vec<Released> = chosen.iter().filter_map(|(session, _)| edition.row(*session)).cloned().collect();
    rows.sort_by_key(|row| (row.starts_at, row.session_id));
    let feed = Feed {
        conference: by.conference(),
        release: &edition.release,
        sessions: &rows,
        language: by.language(),
        base: by.visit().site().link(&by.path("")),
        now: clock.now(),
    };
    let body = feed.ics();
    let tag = format!("\"{}\"", data_encoding::HEXLOWER.encode(&digest(&body)[..12]));
    let has = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()) == Some(tag.as_str());
    let mut response = if has { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .content_type("text/calendar; charset=utf-8");
    Ok(secretly(if has { response.finish() } else { response.body(body) }))
}
