//! Asking gates to look twice at somebody, and taking it back. The note stays with gate staff: the record of acts names the
//! person and never the words.

use serde_json::json;

use crate::audit::{Who, record_with};
use crate::clock::Moment;
use crate::conferences::OnDuty;
use crate::db::Connection;
use crate::gates::proofs::LookTwice;
use crate::gates::queries::{self, NewNote};
use crate::ids::ParticipantId;
use crate::web::{Answer, Problem};

/// Sets a note on somebody (`version` 0), or puts another in the place of the one that the page showed.
///
/// # Errors
/// Refused when somebody else set, changed or took it off meanwhile.
pub async fn set_note(
    tx: &mut Connection,
    by: &OnDuty<LookTwice>,
    of: ParticipantId,
    version: i32,
    text: &str,
    now: Moment,
) -> Answer<()> {
    let changed = || Problem::refused("rule-changed-meanwhile");
    if version > 0 && !queries::end_note(tx, by.conference_id(), of, version, by.account(), now).await? {
        return Err(changed());
    }
    let new = NewNote { conference: by.conference_id(), of, text, version: version + 1, by: by.account(), now };
    if !queries::insert_note(tx, &new).await? {
        return Err(changed());
    }
    record(tx, by, if version > 0 { "attention.change" } else { "attention.set" }, of, now).await
}

/// Takes the note off; without a version, the one that the same person has just set (undo).
///
/// # Errors
/// Refused when it was changed or taken off meanwhile.
pub async fn take_note_off(
    tx: &mut Connection,
    by: &OnDuty<LookTwice>,
    of: ParticipantId,
    version: Option<i32>,
    now: Moment,
) -> Answer<()> {
    let found = queries::note_of(tx, by.conference_id(), of).await?;
    let found = found.ok_or_else(|| Problem::refused("gates-note-gone"))?;
    let version = version.or_else(|| (found.set_by == by.account()).then_some(found.version));
    let version = version.ok_or_else(|| Problem::refused("rule-changed-meanwhile"))?;
    if !queries::end_note(tx, by.conference_id(), of, version, by.account(), now).await? {
        return Err(Problem::refused("rule-changed-meanwhile"));
    }
    record(tx, by, "attention.end", of, now).await
}

async fn record(tx: &mut Connection, by: &OnDuty<LookTwice>, act: &str, of: ParticipantId, now: Moment) -> Answer<()> {
    let who = Who::Account(by.account());
    record_with(tx, Some(by.conference_id()), who, act, ("participant", of.0), json!({}), now).await?;
    Ok(())
}
