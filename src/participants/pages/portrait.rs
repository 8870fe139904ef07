//! Portraits, for those who may see them.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::Path;

use crate::db::Db;
use crate::files::{Sealer, Shown, file_head, show};
use crate::ids::ParticipantId;
use crate::participants::model::PortraitSize;
use crate::participants::proofs::Beholder;
use crate::web::{Answer, Problem};

/// One size of a portrait; the browser of whoever may see it keeps it for an hour.
pub async fn picture(by: Beholder, path: Path<(ParticipantId, String)>, db: Db) -> Answer<HttpResponse> {
    let size = PortraitSize::parse(&path.1).ok_or(Problem::NotFound)?;
    let file = by.participant().portrait_file(size).ok_or(Problem::NotFound)?;
    let head = file_head(&mut *db.connection().await?, by.participant().conference_id, file).await?;
    let mut answer = show(db, head, Sealer::of(by.visit().site())?, Shown::Inline).await?;
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600"));
    Ok(answer)
}
