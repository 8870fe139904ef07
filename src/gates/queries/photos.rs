//! Portraits in the size of gates.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::db::Connection;
use crate::ids::{ConferenceId, FileId, ParticipantId};
use crate::schema::{participant, stored_file, stored_file_chunk};
use crate::web::Answer;

/// A small portrait, whole: two or three kilobytes.
#[derive(Debug)]
pub struct Photo {
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// The file, if it is the gate portrait of this person at this conference.
pub async fn gate_photo(
    connection: &mut Connection,
    conference: ConferenceId,
    person: ParticipantId,
    file: FileId,
) -> Answer<Option<Photo>> {
    let chunks: Vec<(String, Vec<u8>)> = participant::table
        .inner_join(stored_file::table.on(participant::portrait_gate_file_id.eq(stored_file::id.nullable())))
        .inner_join(stored_file_chunk::table.on(stored_file_chunk::file_id.eq(stored_file::id)))
        .filter(participant::id.eq(person))
        .filter(participant::conference_id.eq(conference))
        .filter(participant::portrait_gate_file_id.eq(file))
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
