//! Stored files and their chunks in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::FileHead;
use crate::clock::Day;
use crate::db::Connection;
use crate::ids::{ConferenceId, FileId};
use crate::schema::{stored_file, stored_file_chunk};
use crate::web::{Answer, Problem};

pub(super) async fn insert_head(tx: &mut Connection, conference: Option<ConferenceId>, head: &FileHead) -> Answer<()> {
    diesel::insert_into(stored_file::table)
        .values((
            stored_file::id.eq(head.id),
            stored_file::conference_id.eq(conference.map(|conference| conference.0)),
            stored_file::kind.eq(&head.kind),
            stored_file::name.eq(&head.name),
            stored_file::media_type.eq(&head.media_type),
            stored_file::size.eq(head.size),
            stored_file::digest.eq(&head.digest),
            stored_file::sealed.eq(head.sealed),
            stored_file::created_at.eq(head.created_at),
            stored_file::purge_on.eq(head.purge_on),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn insert_chunk(tx: &mut Connection, id: FileId, ordinal: i32, content: &[u8]) -> Answer<()> {
    diesel::insert_into(stored_file_chunk::table)
        .values((
            stored_file_chunk::file_id.eq(id),
            stored_file_chunk::ordinal.eq(ordinal),
            stored_file_chunk::content.eq(content),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// What is known of a file. A file belongs to one conference: asked for from another, it is not found.
///
/// # Errors
/// Not found when there is none.
pub async fn file_head(connection: &mut Connection, conference: ConferenceId, id: FileId) -> Answer<FileHead> {
    let found = stored_file::table
        .find(id)
        .filter(stored_file::conference_id.eq(conference.0))
        .select(FileHead::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// Removes files of these kinds whose last day was before this one; says how many.
pub(super) async fn delete_purged(tx: &mut Connection, kinds: &str, day: Day) -> Answer<usize> {
    let old = stored_file::table.filter(stored_file::kind.like(kinds)).filter(stored_file::purge_on.lt(day));
    Ok(diesel::delete(old).execute(tx).await?)
}

/// One chunk as it is stored; nothing past the end.
pub(super) async fn chunk(connection: &mut Connection, id: FileId, ordinal: i32) -> Answer<Option<Vec<u8>>> {
    Ok(stored_file_chunk::table
        .find((id, ordinal))
        .select(stored_file_chunk::content)
        .first(connection)
        .await
        .optional()?)
}

pub(super) async fn delete(tx: &mut Connection, conference: ConferenceId, id: FileId) -> Answer<bool> {
    let gone = diesel::delete(stored_file::table.find(id).filter(stored_file::conference_id.eq(conference.0)))
        .execute(tx)
        .await?;
    Ok(gone == 1)
}

/// A file that was kept for a time is kept for good, under another kind.
pub async fn keep_for_good(tx: &mut Connection, conference: ConferenceId, id: FileId, kind: &str) -> Answer<()> {
    let row = stored_file::table.find(id).filter(stored_file::conference_id.eq(conference.0));
    diesel::update(row).set((stored_file::kind.eq(kind), stored_file::purge_on.eq(None::<Day>))).execute(tx).await?;
    Ok(())
}
