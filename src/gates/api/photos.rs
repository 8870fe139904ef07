//! `GET /api/v1/photos/{participant}/{file}`: a portrait for devices of that conference, 96 x 128 or, with `?size=large`, 300 x 400.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;
use serde::Deserialize;

use crate::db::Db;
use crate::gates::proofs::Device;
use crate::gates::queries;
use crate::ids::{FileId, ParticipantId};
use crate::web::{Answer, Problem, Query};

/// Which size is wanted.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    size: String,
}

/// A file never changes, a new portrait is a new file: the device may keep it for the day.
pub async fn show(device: Device, path: Path<(String, String)>, wanted: Query<Wanted>, db: Db) -> Answer<HttpResponse> {
    let (person, file) = path.into_inner();
    let person = ParticipantId::parse(&person).ok_or(Problem::NotFound)?;
    let file = FileId::parse(&file).ok_or(Problem::NotFound)?;
    let large = wanted.0.size == "large";
    let photo = queries::gate_photo(&mut *db.connection().await?, device.conference, person, file, large).await?;
    let photo = photo.ok_or(Problem::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type(photo.media_type)
        .insert_header((header::CACHE_CONTROL, "private, max-age=86400, immutable"))
        .body(photo.bytes))
}
