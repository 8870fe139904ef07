//! Portraits for gates: small ones for lists on devices, larger ones for a verdict that fills a screen.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::db::Connection;
use crate::ids::{ConferenceId, FileId, ParticipantId};
use crate::schema::{participant, stored_file, stored_file_chunk};
use crate::web::Answer;

/// A portrait, whole: two or three kilobytes, or some twenty.
#[derive(Debug)]
pub struct Photo {
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// The portrait of this person at this conference whose gate picture is this file, in that size or (`large`) in print's.
pub async fn gate_photo(
    connection: &mut Connection,
    conference: ConferenceId,
    person: ParticipantId,
    file: FileId,
    large: bool,
) -> Answer<Option<Photo>> {
    let print: Option<Option<FileId>> = participant::table
        .filter(participant::id.eq(person))
        .filter(participant::conference_id.eq(conference))
        .filter(participant::portrait_gate_file_id.eq(file))
        .select(participant::portrait_print_file_id)
        .first(connection)
        .await
        .optional()?;
    let Some(print) = print else { return Ok(None) };
    let chunks: Vec<(String, Vec<u8>)> = stored_file::table
        .inner_join(stored_file_chunk::table.on(stored_file_chunk::file_id.eq(stored_file::id)))
        .filter(stored_file::id.eq(print.filter(|_| large).unwrap_or(file)))
        .filter(stored_file::sealed.eq(false))
        .order(stored_file_chunk::ordinal)
        .select((stored_file::media_type, stored_file_chunk::content))
        .load(connection)
        .await?;
    let Some((media_type, _)) = chunks.as_slice().first() else { return Ok(None) };
    Ok(Some(Photo {
        media_type: media_type.clone(),
        bytes: chunks.iter().flat_map(|(_, part)| part).copied().collect(),
    }))
}
