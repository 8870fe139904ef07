//! Devices in the database. Tokens and enrolment codes are kept as digests.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::gates::model::{DeviceRow, GateRow};
use crate::ids::{AccountId, BrowserSessionId, ConferenceId, DeviceId, GateId};
use crate::schema::{account, browser_session, device, device_gate, duty, gate};
use crate::web::{Answer, Problem};

/// All devices that may still speak and those revoked, newest first.
pub async fn devices(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<DeviceRow>> {
    Ok(device::table
        .filter(device::conference_id.eq(conference))
        .order((device::revoked_at.is_not_null(), device::created_at.desc()))
        .limit(500)
        .select(DeviceRow::as_select())
        .load(connection)
        .await?)
}

/// Which gates were handed to which device.
pub async fn handed_gates(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<(DeviceId, GateId)>> {
    Ok(device_gate::table
        .filter(device_gate::conference_id.eq(conference))
        .select((device_gate::device_id, device_gate::gate_id))
        .load(connection)
        .await?)
}

/// The live device with this token, and its conference. A member of staff's browser must still have its session and a duty at the gates.
pub async fn device_of_token(
    connection: &mut Connection,
    token_hash: &[u8],
    now: Moment,
) -> Answer<Option<(DeviceId, ConferenceId)>> {
    let on_duty = browser_session::table
        .inner_join(account::table.inner_join(duty::table.on(duty::account_id.eq(account::id))))
        .filter(browser_session::id.nullable().eq(device::session_id))
        .filter(browser_session::revoked_at.is_null())
        .filter(browser_session::expires_at.gt(now))
        .filter(account::disabled_at.is_null())
        .filter(duty::conference_id.eq(device::conference_id))
        .filter(duty::kind.eq_any(["gate_staff", "gate_supervisor"]));
    Ok(device::table
        .filter(device::token_hash.eq(token_hash))
        .filter(device::revoked_at.is_null())
        .filter(device::session_id.is_null().or(diesel::dsl::exists(on_duty)))
        .select((device::id, device::conference_id))
        .first(connection)
        .await
        .optional()?)
}

/// A device to be.
#[derive(Debug, Insertable)]
#[diesel(table_name = device)]
pub struct NewDevice<'a> {
    pub id: DeviceId,
    pub conference_id: ConferenceId,
    pub name: &'a str,
    pub token_hash: Option<&'a [u8]>,
    pub enrolment_hash: Option<&'a [u8]>,
    pub enrolment_expires_at: Option<Moment>,
    pub session_id: Option<BrowserSessionId>,
    pub account_id: Option<AccountId>,
    pub created_at: Moment,
}

pub async fn insert_device(tx: &mut Connection, new: &NewDevice<'_>) -> Answer<()> {
    diesel::insert_into(device::table).values(new).execute(tx).await?;
    Ok(())
}

/// The browser's device of a session, made if there is none; two pages opened at once make one between them.
pub async fn find_or_make_session_device(tx: &mut Connection, new: &NewDevice<'_>) -> Answer<DeviceId> {
    let keys = (device::session_id, device::conference_id);
    diesel::insert_into(device::table).values(new).on_conflict(keys).do_nothing().execute(tx).await?;
    Ok(device::table
        .filter(device::session_id.eq(new.session_id))
        .filter(device::conference_id.eq(new.conference_id))
        .select(device::id)
        .first(tx)
        .await?)
}

/// Hands a gate to a device.
pub async fn hand_gate(tx: &mut Connection, conference: ConferenceId, device: DeviceId, gate: GateId) -> Answer<()> {
    diesel::insert_into(device_gate::table)
        .values((
            device_gate::conference_id.eq(conference),
            device_gate::device_id.eq(device),
            device_gate::gate_id.eq(gate),
        ))
        .on_conflict_do_nothing()
        .execute(tx)
        .await?;
    Ok(())
}

/// Gives a token to the device that an unused, unexpired enrolment code stands for, and uses the code up. Of two that come at once
/// one finds it used.
pub async fn enrol(
    tx: &mut Connection,
    enrolment_hash: &[u8],
    token_hash: &[u8],
    now: Moment,
) -> Answer<Option<(DeviceId, ConferenceId, String)>> {
    let waiting = device::table
        .filter(device::enrolment_hash.eq(enrolment_hash))
        .filter(device::enrolment_expires_at.gt(now))
        .filter(device::revoked_at.is_null());
    Ok(diesel::update(waiting)
        .set((
            device::token_hash.eq(token_hash),
            device::enrolment_hash.eq(None::<Vec<u8>>),
            device::enrolment_expires_at.eq(None::<Moment>),
        ))
        .returning((device::id, device::conference_id, device::name))
        .get_result(tx)
        .await
        .optional()?)
}

/// The open gates that a device was handed.
pub async fn gates_of(connection: &mut Connection, device: DeviceId) -> Answer<Vec<GateRow>> {
    Ok(device_gate::table
        .inner_join(gate::table)
        .filter(device_gate::device_id.eq(device))
        .filter(gate::closed_at.is_null())
        .order(gate::ordinal)
        .select(GateRow::as_select())
        .load(connection)
        .await?)
}

/// Ends a device: every call of it is answered 401 from now on.
///
/// # Errors
/// Not found when there is no such device at this conference.
pub async fn revoke_device(tx: &mut Connection, conference: ConferenceId, id: DeviceId, now: Moment) -> Answer<()> {
    let revoked = diesel::update(device::table.find(id).filter(device::conference_id.eq(conference)))
        .set(
            device::revoked_at.eq(diesel::dsl::sql::<diesel::sql_types::Nullable<diesel::sql_types::Timestamptz>>(
                "COALESCE(revoked_at, ",
            )
            .bind::<diesel::sql_types::Timestamptz, _>(now)
            .sql(")")),
        )
        .execute(tx)
        .await?;
    if revoked == 1 { Ok(()) } else { Err(Problem::NotFound) }
}

/// Notes that a device was heard, and how far its clock is off.
pub async fn hear_device(connection: &mut Connection, id: DeviceId, now: Moment, skew: Option<i64>) -> Answer<()> {
    diesel::update(device::table.find(id))
        .set((device::last_seen_at.eq(now), skew.map(|skew| device::skew_milliseconds.eq(skew))))
        .execute(connection)
        .await?;
    Ok(())
}
