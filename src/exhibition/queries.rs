//! Halls and stands in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{Hall, Stand};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{ConferenceId, DelegationId, HallId, StandId};
use crate::language::Localized;
use crate::schema::{delegation, hall, stand};
use crate::web::{Answer, Problem};

/// All halls, in their order.
pub(super) async fn halls(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<Hall>> {
    Ok(hall::table
        .filter(hall::conference_id.eq(conference))
        .order((hall::ordinal, hall::code))
        .select(Hall::as_select())
        .load(connection)
        .await?)
}

/// All stands with the names of their hall and holder, by hall and number.
pub(super) async fn stands(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(Stand, Hall, Option<Localized>)>> {
    Ok(stand::table
        .inner_join(hall::table)
        .left_join(delegation::table)
        .filter(stand::conference_id.eq(conference))
        .order((hall::ordinal, hall::code, stand::ordinal, stand::number))
        .select((Stand::as_select(), Hall::as_select(), delegation::name.nullable()))
        .load(connection)
        .await?)
}

pub(super) async fn stand(connection: &mut Connection, conference: ConferenceId, id: StandId) -> Answer<Stand> {
    let found = stand::table
        .find(id)
        .filter(stand::conference_id.eq(conference))
        .select(Stand::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// Who may hold a stand: key and name.
pub(super) async fn holders(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(DelegationId, String, Localized)>> {
    Ok(delegation::table
        .filter(delegation::conference_id.eq(conference))
        .order(delegation::key)
        .select((delegation::id, delegation::key, delegation::name))
        .load(connection)
        .await?)
}

pub(super) async fn insert_hall(
    tx: &mut Connection,
    conference: ConferenceId,
    code: &str,
    name: &Localized,
) -> Answer<HallId> {
    let id = HallId::new();
    diesel::insert_into(hall::table)
        .values((hall::id.eq(id), hall::conference_id.eq(conference), hall::code.eq(code), hall::name.eq(name)))
        .execute(tx)
        .await?;
    Ok(id)
}

/// What of a stand is written.
#[derive(AsChangeset)]
#[diesel(table_name = stand, treat_none_as_null = true)]
pub(super) struct StandRow {
    pub hall_id: HallId,
    pub number: String,
    pub square_metres: f64,
    pub power_watts: i32,
    pub holder_id: Option<DelegationId>,
    pub headline: Localized,
    pub description: Localized,
    pub set_up_from: Option<Moment>,
    pub set_up_until: Option<Moment>,
    pub dismantle_from: Option<Moment>,
    pub dismantle_until: Option<Moment>,
    pub ordinal: i32,
}

pub(super) async fn insert_stand(tx: &mut Connection, conference: ConferenceId, row: &StandRow) -> Answer<StandId> {
    let id = StandId::new();
    diesel::insert_into(stand::table)
        .values((
            stand::id.eq(id),
            stand::conference_id.eq(conference),
            stand::hall_id.eq(row.hall_id),
            stand::number.eq(&row.number),
            stand::square_metres.eq(row.square_metres),
            stand::power_watts.eq(row.power_watts),
            stand::holder_id.eq(row.holder_id),
            stand::headline.eq(&row.headline),
            stand::description.eq(&row.description),
            stand::set_up_from.eq(row.set_up_from),
            stand::set_up_until.eq(row.set_up_until),
            stand::dismantle_from.eq(row.dismantle_from),
            stand::dismantle_until.eq(row.dismantle_until),
            stand::ordinal.eq(row.ordinal),
        ))
        .execute(tx)
        .await?;
    Ok(id)
}

/// Changes a stand if it still has this version; says whether it had.
pub(super) async fn update_stand(
    tx: &mut Connection,
    conference: ConferenceId,
    id: StandId,
    version: i32,
    row: &StandRow,
) -> Answer<bool> {
    let target = stand::table.find(id).filter(stand::conference_id.eq(conference)).filter(stand::version.eq(version));
    let changed = diesel::update(target).set((row, stand::version.eq(version + 1))).execute(tx).await?;
    Ok(changed == 1)
}
