//! What the hot path asks only now and then: movements around a late scan, entries of today, papers found by hand, locks and
//! counts where a capacity must hold.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::gates::model::Direction;
use crate::ids::{AreaId, ConferenceId, DelegationId, GateId, ParticipantId};
use crate::schema::{area, badge, gate, participant, presence, scan};
use crate::web::Answer;

/// A movement on record: its time, and which way through which gate.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct PastStep {
    pub at: Moment,
    pub direction: Direction,
    from: Option<AreaId>,
    pub into: AreaId,
}

impl PastStep {
    /// Where it led.
    pub fn to(self) -> Option<AreaId> {
        match self.direction {
            Direction::Entry => Some(self.into),
            Direction::Exit => self.from,
        }
    }
}

/// The last movement of a person up to and at a moment.
pub async fn last_step_until(
    connection: &mut Connection,
    person: ParticipantId,
    at: Moment,
) -> Answer<Option<PastStep>> {
    Ok(scan::table
        .inner_join(gate::table)
        .filter(scan::participant_id.eq(person))
        .filter(scan::moved)
        .filter(scan::scanned_at.le(at))
        .order((scan::scanned_at.desc(), scan::id.desc()))
        .select((scan::scanned_at, scan::direction, gate::from_area_id, gate::into_area_id))
        .first(connection)
        .await
        .optional()?)
}

/// The first movement of a person after a moment.
pub async fn first_step_after(
    connection: &mut Connection,
    person: ParticipantId,
    at: Moment,
) -> Answer<Option<PastStep>> {
    Ok(scan::table
        .inner_join(gate::table)
        .filter(scan::participant_id.eq(person))
        .filter(scan::moved)
        .filter(scan::scanned_at.gt(at))
        .order((scan::scanned_at, scan::id))
        .select((scan::scanned_at, scan::direction, gate::from_area_id, gate::into_area_id))
        .first(connection)
        .await
        .optional()?)
}

/// Whether a person entered by a gate in a stretch of time: from its first moment until before its last.
pub async fn entered_between(
    connection: &mut Connection,
    person: ParticipantId,
    gate: GateId,
    from: Moment,
    until: Moment,
) -> Answer<bool> {
    let entries = scan::table
        .filter(scan::participant_id.eq(person))
        .filter(scan::gate_id.eq(gate))
        .filter(scan::moved)
        .filter(scan::direction.eq(Direction::Entry))
        .filter(scan::scanned_at.ge(from))
        .filter(scan::scanned_at.lt(until));
    Ok(diesel::select(diesel::dsl::exists(entries)).get_result(connection).await?)
}

/// The serial of the paper with this printed number.
pub async fn serial_of_number(
    connection: &mut Connection,
    conference: ConferenceId,
    number: i32,
) -> Answer<Option<i64>> {
    Ok(badge::table
        .filter(badge::conference_id.eq(conference))
        .filter(badge::number.eq(number))
        .select(badge::serial)
        .first(connection)
        .await
        .optional()?)
}

/// The serial of a person's newest badge: at most one is live, and that one is newer than every dead one.
pub async fn serial_of_person(
    connection: &mut Connection,
    conference: ConferenceId,
    person: ParticipantId,
) -> Answer<Option<i64>> {
    Ok(badge::table
        .filter(badge::conference_id.eq(conference))
        .filter(badge::participant_id.eq(person))
        .filter(badge::kind.eq("badge"))
        .order(badge::serial.desc())
        .select(badge::serial)
        .first(connection)
        .await
        .optional()?)
}

/// Makes every other scan of this person wait for the end of the transaction.
pub async fn lock_presence(tx: &mut Connection, conference: ConferenceId, person: ParticipantId) -> Answer<()> {
    diesel::insert_into(presence::table)
        .values((presence::participant_id.eq(person), presence::conference_id.eq(conference)))
        .on_conflict_do_nothing()
        .execute(tx)
        .await?;
    presence::table.find(person).select(presence::version).for_update().execute(tx).await?;
    Ok(())
}

/// Makes every other entry into these areas wait for the end of the transaction, always in the same order.
pub async fn lock_areas(tx: &mut Connection, areas: &[AreaId]) -> Answer<()> {
    area::table.filter(area::id.eq_any(areas)).order(area::id).select(area::id).for_no_key_update().execute(tx).await?;
    Ok(())
}

/// How many people are in any of these areas.
pub async fn inside(connection: &mut Connection, areas: &[AreaId]) -> Answer<i64> {
    Ok(presence::table.filter(presence::area_id.eq_any(areas)).count().get_result(connection).await?)
}

/// How many people are in each of these areas; everybody counts in the innermost one alone.
pub async fn inside_each(connection: &mut Connection, areas: &[AreaId]) -> Answer<Vec<(AreaId, i64)>> {
    let rows: Vec<(Option<AreaId>, i64)> = presence::table
        .filter(presence::area_id.eq_any(areas))
        .group_by(presence::area_id)
        .select((presence::area_id, diesel::dsl::count_star()))
        .load(connection)
        .await?;
    Ok(rows.into_iter().filter_map(|(area, people)| Some((area?, people))).collect())
}

/// The same, of one delegation.
pub async fn of_delegation_inside_each(
    connection: &mut Connection,
    areas: &[AreaId],
    delegation: DelegationId,
) -> Answer<Vec<(AreaId, i64)>> {
    let rows: Vec<(Option<AreaId>, i64)> = presence::table
        .inner_join(participant::table)
        .filter(presence::area_id.eq_any(areas))
        .filter(participant::delegation_id.eq(delegation))
        .group_by(presence::area_id)
        .select((presence::area_id, diesel::dsl::count_star()))
        .load(connection)
        .await?;
    Ok(rows.into_iter().filter_map(|(area, people)| Some((area?, people))).collect())
}
