//! Setting up gates.

use serde_json::json;

use crate::audit::{Who, record_with};
use crate::clock::Moment;
use crate::conferences::{OnDuty, Organiser};
use crate::db::Connection;
use crate::gates::model::GateRow;
use crate::gates::queries::{self, GateFields};
use crate::ids::GateId;
use crate::web::{Answer, Problem};

/// Adds a gate at the end of the list.
///
/// # Errors
/// Refused when the code is taken.
pub async fn add_gate(tx: &mut Connection, by: &OnDuty<Organiser>, fields: &GateFields, now: Moment) -> Answer<GateId> {
    let id = GateId::new();
    queries::insert_gate(tx, by.conference_id(), id, fields).await?;
    note(tx, by, "gate.add", id, fields, now).await?;
    Ok(id)
}

/// Changes a gate; the next scan is judged by what it says then.
///
/// # Errors
/// Refused when somebody else changed it meanwhile, or when the code is taken.
pub async fn change_gate(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    gate: &GateRow,
    version: i32,
    fields: &GateFields,
    now: Moment,
) -> Answer<()> {
    if !queries::update_gate(tx, by.conference_id(), gate.id, version, fields).await? {
        return Err(Problem::refused("rule-changed-meanwhile"));
    }
    note(tx, by, "gate.change", gate.id, fields, now).await
}

async fn note(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    act: &str,
    id: GateId,
    fields: &GateFields,
    now: Moment,
) -> Answer<()> {
    let facts = json!({
        "code": fields.code,
        "from": fields.from_area_id,
        "into": fields.into_area_id,
        "exit_before_reentry": fields.exit_before_reentry,
        "once_per_day": fields.once_per_day,
        "unlisted": fields.unlisted,
    });
    let who = Who::Account(by.account());
    record_with(tx, Some(by.conference_id()), who, act, ("gate", id.0), facts, now).await?;
    Ok(())
}
