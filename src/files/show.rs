//! Answering with a stored file: streamed chunk by chunk, each from a connection taken for it alone, so that a slow reader
//! holds none. What people handed in is never run: its own policy shuts scripts, styles and frames off.

use actix_web::HttpResponse;
use actix_web::body::SizedStream;
use actix_web::http::header::{self, DispositionType};
use actix_web::web::Bytes;
use futures_util::{StreamExt, stream};

use super::model::{FileHead, FileType};
use super::sealing::Sealer;
use super::store::{chunk_count, read_chunk};
use crate::db::Db;
use crate::web::{Answer, disposition};

/// Pictures are nothing but pictures.
const PICTURE_POLICY: &str =
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
/// A sandbox would keep the browser's own reader of PDF from starting; without scripts and objects it shows pages alone.
const PAPER_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/// How a file reaches its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// In the page or in a tab of its own.
    Inline,
    /// Saved under its name.
    Attached,
}

/// Answers with a file. Types that we do not know to be harmless are attached whatever is asked.
///
/// # Errors
/// Broken when its first chunk is missing or does not open; later ones break the answer off.
pub async fn show(db: Db, head: FileHead, sealer: Sealer, shown: Shown) -> Answer<HttpResponse> {
    let first = read_chunk(&mut *db.connection().await?, &head, 0, &sealer).await?;
    let known = FileType::parse(&head.media_type);
    let is_shown = shown == Shown::Inline && known.is_some_and(FileType::is_shown);
    let kind = if is_shown { DispositionType::Inline } else { DispositionType::Attachment };
    let policy = if known == Some(FileType::Pdf) { PAPER_POLICY } else { PICTURE_POLICY };
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(head.media_type.clone())
        .insert_header(disposition(kind, &head.name))
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .insert_header((header::X_FRAME_OPTIONS, "SAMEORIGIN"))
        .insert_header((header::CONTENT_ENCODING, "identity"));
    let size = head.size.unsigned_abs();
    let rest = stream::unfold((db, head, sealer, 1), |(db, head, sealer, ordinal)| async move {
        if ordinal >= chunk_count(head.size) {
            return None;
        }
        let chunk = match db.connection().await {
            Ok(mut connection) => read_chunk(&mut connection, &head, ordinal, &sealer).await,
            Err(problem) => Err(problem),
        };
        // After a failure nothing more is asked for.
        let next = if chunk.is_ok() { ordinal + 1 } else { i32::MAX };
        Some((chunk.map(|content| Bytes::copy_from_slice(&content)), (db, head, sealer, next)))
    });
    let first = stream::once(std::future::ready(Ok(Bytes::copy_from_slice(&first))));
    Ok(answer.body(SizedStream::new(size, first.chain(rest))))
}
