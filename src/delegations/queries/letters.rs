//! Letters that delegations filed; earlier versions stay.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::delegations::model::{Letter, LetterKind};
use crate::ids::{AccountId, ConferenceId, DelegationId, FileId, LetterId};
use crate::schema::{delegation_letter, stored_file};
use crate::web::{Answer, Problem};

type Columns = (
    delegation_letter::id,
    delegation_letter::kind,
    delegation_letter::version,
    delegation_letter::file_id,
    delegation_letter::filed_at,
    stored_file::size,
    stored_file::name,
);

const COLUMNS: Columns = (
    delegation_letter::id,
    delegation_letter::kind,
    delegation_letter::version,
    delegation_letter::file_id,
    delegation_letter::filed_at,
    stored_file::size,
    stored_file::name,
);

/// A delegation's letters, the newest first.
pub async fn letters_of(
    connection: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
) -> Answer<Vec<Letter>> {
    Ok(delegation_letter::table
        .inner_join(stored_file::table.on(stored_file::id.eq(delegation_letter::file_id)))
        .filter(delegation_letter::conference_id.eq(conference))
        .filter(delegation_letter::delegation_id.eq(id))
        .order((delegation_letter::filed_at.desc(), delegation_letter::version.desc()))
        .select(COLUMNS)
        .load(connection)
        .await?)
}

/// One letter of a delegation.
///
/// # Errors
/// Not found when there is none.
pub(in crate::delegations) async fn letter_by_id(
    connection: &mut Connection,
    conference: ConferenceId,
    delegation: DelegationId,
    id: LetterId,
) -> Answer<Letter> {
    let found = delegation_letter::table
        .inner_join(stored_file::table.on(stored_file::id.eq(delegation_letter::file_id)))
        .filter(delegation_letter::id.eq(id))
        .filter(delegation_letter::conference_id.eq(conference))
        .filter(delegation_letter::delegation_id.eq(delegation))
        .select(COLUMNS)
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

pub(in crate::delegations) async fn next_letter_version(
    tx: &mut Connection,
    delegation: DelegationId,
    kind: LetterKind,
) -> Answer<i32> {
    let last: Option<i32> = delegation_letter::table
        .filter(delegation_letter::delegation_id.eq(delegation))
        .filter(delegation_letter::kind.eq(kind))
        .select(diesel::dsl::max(delegation_letter::version))
        .first(tx)
        .await?;
    Ok(last.unwrap_or(0) + 1)
}

pub(in crate::delegations) struct NewLetter {
    pub conference: ConferenceId,
    pub delegation: DelegationId,
    pub kind: LetterKind,
    pub version: i32,
    pub file: FileId,
    pub by: AccountId,
}

pub(in crate::delegations) async fn insert_letter(
    tx: &mut Connection,
    new: &NewLetter,
    now: Moment,
) -> Answer<LetterId> {
    let id = LetterId::new();
    diesel::insert_into(delegation_letter::table)
        .values((
            delegation_letter::id.eq(id),
            delegation_letter::conference_id.eq(new.conference),
            delegation_letter::delegation_id.eq(new.delegation),
            delegation_letter::kind.eq(new.kind),
            delegation_letter::version.eq(new.version),
            delegation_letter::file_id.eq(new.file),
            delegation_letter::filed_at.eq(now),
            delegation_letter::filed_by.eq(new.by),
        ))
        .execute(tx)
        .await?;
    Ok(id)
}
