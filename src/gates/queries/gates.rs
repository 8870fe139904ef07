//! Gates in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::db::Connection;
use crate::gates::model::{GateRow, Unlisted};
use crate::ids::{AreaId, ConferenceId, GateId};
use crate::language::Localized;
use crate::schema::gate;
use crate::web::{Answer, Problem};

/// All gates, in their order, closed ones last.
pub async fn gates(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<GateRow>> {
    Ok(gate::table
        .filter(gate::conference_id.eq(conference))
        .order((gate::closed_at.is_not_null(), gate::ordinal, gate::code))
        .select(GateRow::as_select())
        .load(connection)
        .await?)
}

/// The codes of the open gates, in their order.
pub async fn gate_codes(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<String>> {
    let gates = gates(connection, conference).await?;
    Ok(gates.into_iter().filter(|gate| gate.closed_at.is_none()).map(|gate| gate.code).collect())
}

/// The gate with this code.
///
/// # Errors
/// Not found when there is none.
pub async fn gate_by_code(connection: &mut Connection, conference: ConferenceId, code: &str) -> Answer<GateRow> {
    let found = gate::table
        .filter(gate::conference_id.eq(conference))
        .filter(gate::code.eq(code))
        .select(GateRow::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// What an organiser says of a gate.
#[derive(Clone, Debug, PartialEq, AsChangeset, Insertable)]
#[diesel(table_name = gate, treat_none_as_null = true)]
pub struct GateFields {
    pub code: String,
    pub name: Localized,
    pub from_area_id: Option<AreaId>,
    pub into_area_id: AreaId,
    pub exit_before_reentry: bool,
    pub once_per_day: bool,
    pub unlisted: Unlisted,
}

pub async fn insert_gate(tx: &mut Connection, conference: ConferenceId, id: GateId, fields: &GateFields) -> Answer<()> {
    let last: Option<i32> = gate::table
        .filter(gate::conference_id.eq(conference))
        .select(diesel::dsl::max(gate::ordinal))
        .first(tx)
        .await?;
    let ordinal = last.map_or(0, |last| last + 1);
    diesel::insert_into(gate::table)
        .values((gate::id.eq(id), gate::conference_id.eq(conference), gate::ordinal.eq(ordinal), fields))
        .execute(tx)
        .await?;
    Ok(())
}

/// Changes a gate that is still at the version that its editor saw; says whether it was.
pub async fn update_gate(
    tx: &mut Connection,
    conference: ConferenceId,
    id: GateId,
    version: i32,
    fields: &GateFields,
) -> Answer<bool> {
    let changed = diesel::update(
        gate::table.find(id).filter(gate::conference_id.eq(conference)).filter(gate::version.eq(version)),
    )
    .set((fields, gate::version.eq(gate::version + 1)))
    .execute(tx)
    .await?;
    Ok(changed == 1)
}
