//! The stylesheet with the colours of a conference's categories: asked for by every page of it, so it says what it was made
//! of, and a browser that has it is told so in a few bytes.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use sha2::{Digest, Sha256};

use crate::conferences::proofs::AtConference;
use crate::conferences::{queries, rules};
use crate::db::Db;
use crate::web::Answer;

/// `GET /{conference}/categories.css`
pub async fn show(at: AtConference, request: HttpRequest, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let categories = queries::categories(&mut connection, at.conference().id).await?;
    let sheet = rules::stylesheet(categories.iter().map(|one| (one.letter.as_str(), one.colour.as_str())));
    let tag = format!("\"{}\"", data_encoding::HEXLOWER.encode(&Sha256::digest(sheet.as_bytes())[..8]));
    let held = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let same = held.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
    let mut answer = if same { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer
        .insert_header((header::ETAG, tag))
        // Five minutes without asking; a changed colour may be that late on a page that was open.
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"));
    Ok(if same { answer.finish() } else { answer.content_type("text/css; charset=utf-8").body(sheet) })
}
