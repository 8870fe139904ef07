//! Stored files and their chunks in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use serde_json::Value;

use super::model::FileHead;
use super::runs::{Run, RunState};
use crate::clock::{Day, Moment};
use crate::db::Connection;
use crate::ids::{ConferenceId, FileId};
use crate::schema::{import_run, stored_file, stored_file_chunk};
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

/// Begins a run, or begins one anew that stopped or has been silent since `silent`; false where it runs or is done.
pub(super) async fn claim_run(
    tx: &mut Connection,
    (conference, file): (ConferenceId, FileId),
    total: i32,
    silent: Moment,
    now: Moment,
) -> Answer<bool> {
    let new = (
        import_run::file_id.eq(file),
        import_run::conference_id.eq(conference),
        import_run::total.eq(total),
        import_run::beat_at.eq(now),
    );
    let anew = (
        import_run::state.eq(RunState::Running),
        import_run::total.eq(total),
        import_run::done.eq(0),
        import_run::beat_at.eq(now),
        import_run::outcome.eq(None::<Value>),
    );
    let dead = import_run::state.eq(RunState::Running).and(import_run::beat_at.lt(silent));
    let row = diesel::insert_into(import_run::table).values(new).on_conflict(import_run::file_id).do_update().set(anew);
    let begun = diesel::query_dsl::methods::FilterDsl::filter(row, import_run::state.eq(RunState::Stopped).or(dead));
    Ok(begun.execute(tx).await? == 1)
}

/// The run of a waiting table, if one was begun.
pub(super) async fn run_of(connection: &mut Connection, conference: ConferenceId, file: FileId) -> Answer<Option<Run>> {
    let found = import_run::table.find(file).filter(import_run::conference_id.eq(conference));
    Ok(found.select(Run::as_select()).first(connection).await.optional()?)
}

/// Says how far a run is, and that it lives.
pub(super) async fn tell_run(connection: &mut Connection, file: FileId, done: i32, now: Moment) -> Answer<()> {
    let row = import_run::table.find(file).filter(import_run::state.eq(RunState::Running));
    diesel::update(row).set((import_run::done.eq(done), import_run::beat_at.eq(now))).execute(connection).await?;
    Ok(())
}

/// Ends a run.
pub(super) async fn end_run(
    tx: &mut Connection,
    file: FileId,
    state: RunState,
    outcome: &Value,
    now: Moment,
) -> Answer<()> {
    let row = import_run::table.find(file).filter(import_run::state.eq(RunState::Running));
    let ended = (import_run::state.eq(state), import_run::outcome.eq(outcome), import_run::beat_at.eq(now));
    diesel::update(row).set(ended).execute(tx).await?;
    Ok(())
}

/// Forgets runs that ended or fell silent before this moment.
pub(super) async fn delete_old_runs(tx: &mut Connection, before: Moment) -> Answer<usize> {
    Ok(diesel::delete(import_run::table.filter(import_run::beat_at.lt(before))).execute(tx).await?)
}
