//! Reading the record and its chain.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde_json::Value;
use uuid::Uuid;

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AuditEntryId, ConferenceId};
use crate::schema::{account, audit_entry};
use crate::web::Answer;

/// The advisory lock that one sealer holds.
const CHAIN_LOCK: i64 = 0x0061_7564_6974;

/// An entry as it goes into the chain.
#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_entry)]
pub struct Unsealed {
    pub id: AuditEntryId,
    pub conference_id: Option<Uuid>,
    pub at: Moment,
    pub actor: String,
    pub actor_id: Option<Uuid>,
    pub act: String,
    pub subject_kind: String,
    pub subject_id: Option<Uuid>,
    pub facts: Value,
}

pub(super) async fn lock_the_chain(tx: &mut Connection) -> Answer<()> {
    diesel::sql_query(format!("SELECT pg_advisory_xact_lock({CHAIN_LOCK})")).execute(tx).await?;
    Ok(())
}

/// The last sealed place and its hash; zero and nothing before the first.
pub(super) async fn end_of_chain(tx: &mut Connection) -> Answer<(i64, Vec<u8>)> {
    let last: Option<(Option<i64>, Option<Vec<u8>>)> = audit_entry::table
        .filter(audit_entry::sequence.is_not_null())
        .order(audit_entry::sequence.desc())
        .select((audit_entry::sequence, audit_entry::hash))
        .first(tx)
        .await
        .optional()?;
    Ok(last.map_or((0, Vec::new()), |(sequence, hash)| (sequence.unwrap_or(0), hash.unwrap_or_default())))
}

pub(super) async fn unsealed(tx: &mut Connection, limit: i64) -> Answer<Vec<Unsealed>> {
    Ok(audit_entry::table
        .filter(audit_entry::sequence.is_null())
        .order((audit_entry::at, audit_entry::id))
        .limit(limit)
        .select(Unsealed::as_select())
        .load(tx)
        .await?)
}

pub(super) async fn seal_entry(
    tx: &mut Connection,
    id: AuditEntryId,
    sequence: i64,
    previous: &[u8],
    hash: &[u8],
) -> Answer<()> {
    diesel::update(audit_entry::table.find(id))
        .set((audit_entry::sequence.eq(sequence), audit_entry::previous_hash.eq(previous), audit_entry::hash.eq(hash)))
        .execute(tx)
        .await?;
    Ok(())
}

/// One line of a history: when, what, by whom.
#[derive(Queryable)]
pub struct EntryLine {
    pub at: Moment,
    pub act: String,
    /// Name of the account; nothing for devices and the system.
    pub by: Option<String>,
    pub facts: Value,
}

/// What happened to a subject, newest first.
pub async fn history_of(
    connection: &mut Connection,
    conference: ConferenceId,
    kind: &str,
    subject: Uuid,
) -> Answer<Vec<EntryLine>> {
    type Row = (Moment, String, Option<(String, String)>, Value);
    let found: Vec<Row> = audit_entry::table
        .left_join(account::table.on(account::id.nullable().eq(audit_entry::actor_id)))
        .filter(audit_entry::conference_id.eq(conference.0))
        .filter(audit_entry::subject_kind.eq(kind))
        .filter(audit_entry::subject_id.eq(subject))
        .order(audit_entry::at.desc())
        .limit(200)
        .select((audit_entry::at, audit_entry::act, (account::name, account::email).nullable(), audit_entry::facts))
        .load(connection)
        .await?;
    // Who has not said a name yet is known by the address.
    let called = |(name, email): (String, String)| if name.is_empty() { email } else { name };
    Ok(found.into_iter().map(|(at, act, by, facts)| EntryLine { at, act, by: by.map(called), facts }).collect())
}
