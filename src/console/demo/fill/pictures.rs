//! Portraits as rows of stored files.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use sha2::{Digest, Sha256};

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{ConferenceId, FileId};
use crate::schema::{stored_file, stored_file_chunk};
use crate::web::Answer;

/// A portrait of one size.
pub(super) struct Picture {
    pub id: FileId,
    pub bytes: Vec<u8>,
}

/// Writes them with two statements: one chunk holds a portrait.
pub(super) async fn write_pictures(
    c: &mut Connection,
    conference: ConferenceId,
    at: Moment,
    pictures: &[Picture],
) -> Answer<()> {
    let heads: Vec<_> = pictures
        .iter()
        .map(|picture| {
            (
                stored_file::id.eq(picture.id),
                stored_file::conference_id.eq(conference.0),
                stored_file::kind.eq("portrait"),
                stored_file::name.eq("portrait.jpg"),
                stored_file::media_type.eq("image/jpeg"),
                stored_file::size.eq(picture.bytes.len() as i64),
                stored_file::digest.eq(Sha256::digest(&picture.bytes).to_vec()),
                stored_file::sealed.eq(false),
                stored_file::created_at.eq(at),
            )
        })
        .collect();
    diesel::insert_into(stored_file::table).values(heads).execute(c).await?;
    let chunks: Vec<_> = pictures
        .iter()
        .map(|picture| {
            (
                stored_file_chunk::file_id.eq(picture.id),
                stored_file_chunk::ordinal.eq(0),
                stored_file_chunk::content.eq(&picture.bytes),
            )
        })
        .collect();
    diesel::insert_into(stored_file_chunk::table).values(chunks).execute(c).await?;
    Ok(())
}
