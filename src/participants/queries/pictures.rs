//! Pictures of a delegation that wait for their people.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{ConferenceId, DelegationId, FileId};
use crate::participants::model::WaitingPortrait;
use crate::schema::waiting_portrait;
use crate::web::Answer;

/// What waits for the people of a delegation, in the order in which it was sent.
pub async fn waiting_portraits(connection: &mut Connection, delegation: DelegationId) -> Answer<Vec<WaitingPortrait>> {
    Ok(waiting_portrait::table
        .filter(waiting_portrait::delegation_id.eq(delegation))
        .order((waiting_portrait::sent_at, waiting_portrait::id))
        .select(WaitingPortrait::as_select())
        .load(connection)
        .await?)
}

/// The same, locked until the transaction ends.
pub async fn locked_waiting_portraits(tx: &mut Connection, delegation: DelegationId) -> Answer<Vec<WaitingPortrait>> {
    Ok(waiting_portrait::table
        .filter(waiting_portrait::delegation_id.eq(delegation))
        .order((waiting_portrait::sent_at, waiting_portrait::id))
        .select(WaitingPortrait::as_select())
        .for_update()
        .load(tx)
        .await?)
}

/// Whether the same bytes under the same name wait already.
pub async fn waits_already(
    connection: &mut Connection,
    delegation: DelegationId,
    name: &str,
    digest: &[u8],
) -> Answer<bool> {
    let same = waiting_portrait::table
        .filter(waiting_portrait::delegation_id.eq(delegation))
        .filter(waiting_portrait::name.eq(name))
        .filter(waiting_portrait::digest.eq(digest));
    Ok(diesel::select(diesel::dsl::exists(same)).get_result(connection).await?)
}

/// Writes a picture that waits; says whether it did not wait already.
pub async fn insert_waiting_portrait(
    tx: &mut Connection,
    conference: ConferenceId,
    new: &WaitingPortrait,
) -> Answer<bool> {
    let written = diesel::insert_into(waiting_portrait::table)
        .values((new, waiting_portrait::conference_id.eq(conference)))
        .on_conflict_do_nothing()
        .execute(tx)
        .await?;
    Ok(written == 1)
}

/// Removes rows of pictures; their files are let go or kept by whoever asked.
pub async fn delete_waiting_portraits(tx: &mut Connection, of: &[WaitingPortrait]) -> Answer<()> {
    let ids: Vec<_> = of.iter().map(|one| one.id).collect();
    diesel::delete(waiting_portrait::table.filter(waiting_portrait::id.eq_any(ids))).execute(tx).await?;
    Ok(())
}

/// Removes pictures that were sent before this moment, and gives their files.
pub async fn delete_old_waiting_portraits(
    tx: &mut Connection,
    before: Moment,
) -> Answer<Vec<(ConferenceId, [Option<FileId>; 3])>> {
    type Row = (ConferenceId, Option<FileId>, Option<FileId>, Option<FileId>);
    let gone: Vec<Row> = diesel::delete(waiting_portrait::table.filter(waiting_portrait::sent_at.lt(before)))
        .returning((
            waiting_portrait::conference_id,
            waiting_portrait::master_file_id,
            waiting_portrait::print_file_id,
            waiting_portrait::gate_file_id,
        ))
        .get_results(tx)
        .await?;
    Ok(gone.into_iter().map(|(conference, master, print, gate)| (conference, [master, print, gate])).collect())
}
