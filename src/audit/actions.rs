//! Recording an act, and sealing the record.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::queries;
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, AuditEntryId, ConferenceId, DeviceId};
use crate::schema::audit_entry;
use crate::web::Answer;

/// Who did it.
#[derive(Clone, Copy, Debug)]
pub enum Who {
    Account(AccountId),
    Device(DeviceId),
    System,
}

impl Who {
    fn parts(self) -> (&'static str, Option<Uuid>) {
        match self {
            Self::Account(id) => ("account", Some(id.0)),
            Self::Device(id) => ("device", Some(id.0)),
            Self::System => ("system", None),
        }
    }
}

/// Records an act on a subject, in the act's own transaction: `("participant", id)`.
pub async fn record(
    tx: &mut Connection,
    conference: Option<ConferenceId>,
    who: Who,
    act: &str,
    subject: (&str, Uuid),
    now: Moment,
) -> Answer<AuditEntryId> {
    record_with(tx, conference, who, act, subject, json!({}), now).await
}

/// Records an act with facts about it: keys, counts and digests, never personal values.
pub async fn record_with(
    tx: &mut Connection,
    conference: Option<ConferenceId>,
    who: Who,
    act: &str,
    subject: (&str, Uuid),
    facts: Value,
    now: Moment,
) -> Answer<AuditEntryId> {
    let (actor, actor_id) = who.parts();
    let id = AuditEntryId::new();
    diesel::insert_into(audit_entry::table)
        .values((
            audit_entry::id.eq(id),
            audit_entry::conference_id.eq(conference.map(|conference| conference.0)),
            audit_entry::at.eq(now),
            audit_entry::actor.eq(actor),
            audit_entry::actor_id.eq(actor_id),
            audit_entry::act.eq(act),
            audit_entry::subject_kind.eq(subject.0),
            audit_entry::subject_id.eq(subject.1),
            audit_entry::facts.eq(facts),
        ))
        .execute(tx)
        .await?;
    Ok(id)
}

/// Chains the entries that are not yet sealed, oldest first, and says how many. One sealer at a time: the lock ends with the
/// transaction that the caller opened.
pub async fn seal(tx: &mut Connection) -> Answer<usize> {
    queries::lock_the_chain(tx).await?;
    let (mut sequence, mut previous) = queries::end_of_chain(tx).await?;
    let open = queries::unsealed(tx, 1000).await?;
    for entry in &open {
        sequence += 1;
        let hash = chained(&previous, sequence, entry);
        queries::seal_entry(tx, entry.id, sequence, &previous, &hash).await?;
        previous = hash;
    }
    Ok(open.len())
}

/// The hash of an entry: over the hash before it, its place, and everything it says.
pub(super) fn chained(previous: &[u8], sequence: i64, entry: &queries::Unsealed) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update(previous);
    digest.update(sequence.to_be_bytes());
    let said = json!([
        entry.id,
        entry.conference_id,
        entry.at,
        entry.actor,
        entry.actor_id,
        entry.act,
        entry.subject_kind,
        entry.subject_id,
        entry.facts
    ]);
    digest.update(said.to_string().as_bytes());
    digest.finalize().to_vec()
}
