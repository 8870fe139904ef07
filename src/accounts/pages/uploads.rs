//! Where a script sends a large file piece by piece. Without it, files go with their form.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde_json::json;

use crate::accounts::actions::uploads::{Taken, begin_upload, take_piece};
use crate::accounts::model::Upload;
use crate::accounts::proofs::SignedIn;
use crate::accounts::queries::uploads::upload_of;
use crate::clock::Clock;
use crate::db::Db;
use crate::ids::UploadId;
use crate::web::{Answer, Form, Problem, Typed};

/// Where an upload stands.
fn told(upload: &Upload) -> serde_json::Value {
    json!({ "id": upload.id, "offset": upload.received, "size": upload.size })
}

/// Begins an upload: `name`, `size` in bytes.
pub async fn begin(by: SignedIn, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let size = form.fields.text("size").parse().map_err(|_| Problem::Unreadable("size".to_owned()))?;
    let mut tx = db.begin().await?;
    let upload = begin_upload(&mut tx, by.account(), form.fields.text("name"), size, clock.now()).await?;
    tx.commit().await?;
    Ok(HttpResponse::Created().json(told(&upload)))
}

/// Where an upload stands: what a cut line or a restarted server asks for first.
pub async fn stand(by: SignedIn, path: Path<UploadId>, db: Db) -> Answer<HttpResponse> {
    let upload = upload_of(&mut *db.connection().await?, by.account(), *path).await?.ok_or(Problem::NotFound)?;
    Ok(HttpResponse::Ok().json(told(&upload)))
}

/// Takes a `piece` that begins at `offset`. One that begins elsewhere is answered 409 with the place where to go on.
pub async fn go_on(by: SignedIn, path: Path<UploadId>, form: Form<Typed>, db: Db) -> Answer<HttpResponse> {
    let offset = form.fields.text("offset").parse().map_err(|_| Problem::Unreadable("offset".to_owned()))?;
    let piece = form.file("piece").map_err(|_| Problem::TooLarge)?;
    let piece = piece.ok_or_else(|| Problem::Unreadable("piece".to_owned()))?;
    let mut tx = db.begin().await?;
    match take_piece(&mut tx, by.account(), *path, (offset, &piece.bytes)).await? {
        Taken::Elsewhere(upload) => Ok(HttpResponse::Conflict().json(told(&upload))),
        Taken::Added(upload) => {
            tx.commit().await?;
            Ok(HttpResponse::Ok().json(told(&upload)))
        }
    }
}
