//! Identity papers whose day of erasure has come.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Day;
use crate::db::Connection;
use crate::ids::{ConferenceId, FileId};
use crate::participants::model::SCAN;
use crate::schema::{conference, participant, stored_file};
use crate::web::Answer;

/// Conferences that were to keep identity papers no longer than this day.
pub async fn past_their_papers(tx: &mut Connection, day: Day) -> Answer<Vec<ConferenceId>> {
    let due = conference::table.filter(conference::documents_purge_on.le(day)).select(conference::id);
    Ok(due.load(tx).await?)
}

/// Forgets numbers and scans of all people of a conference; says how many people had any.
pub async fn erase_papers_of(tx: &mut Connection, of: ConferenceId) -> Answer<usize> {
    let any = participant::document_file_id.is_not_null().or(participant::document_number_sealed.is_not_null());
    let people = diesel::update(participant::table.filter(participant::conference_id.eq(of)).filter(any))
        .set((
            participant::document_file_id.eq(None::<FileId>),
            participant::document_number_sealed.eq(None::<Vec<u8>>),
            participant::document_number_digest.eq(None::<Vec<u8>>),
            participant::document_number_hint.eq(None::<String>),
        ))
        .execute(tx)
        .await?;
    let scans = stored_file::table.filter(stored_file::conference_id.eq(of.0)).filter(stored_file::kind.eq(SCAN));
    diesel::delete(scans).execute(tx).await?;
    Ok(people)
}
