//! A delegation answers.

use serde_json::json;

use super::record;
use crate::audit::Who;
use crate::clock::Moment;
use crate::db::Connection;
use crate::delegations::model::DelegationStatus;
use crate::delegations::proofs::FocalPoint;
use crate::delegations::queries::{self, AnswerRow};
use crate::delegations::rules::{Reply, answer};
use crate::web::{Answer, Problem};

/// Records the delegation's answer, until confirmations close.
///
/// # Errors
/// Refused (`answer-closed`) when they have.
pub async fn give_answer(
    tx: &mut Connection,
    by: &FocalPoint,
    reply: &Reply,
    note: &str,
    now: Moment,
) -> Answer<DelegationStatus> {
    let (conference, id) = (by.conference(), by.delegation().id);
    let before = queries::lock_delegation(tx, conference.id, id).await?;
    let status = answer(before.status, reply, now, conference.confirmation_closes_at).map_err(Problem::Refused)?;
    let expected_people = match reply {
        Reply::Coming { expected_people } => Some(*expected_people),
        Reply::NotComing => None,
    };
    let row = AnswerRow { status, expected_people, note, by: by.account(), at: now };
    queries::set_answer(tx, conference.id, id, &row).await?;
    queries::insert_answer(tx, conference.id, id, &row).await?;
    let act = if status == DelegationStatus::Confirmed { "delegation_confirmed" } else { "delegation_declined" };
    let facts = json!({ "expected_people": expected_people });
    record(tx, Who::Account(by.account()), act, (conference.id, id), facts, now).await?;
    Ok(status)
}
