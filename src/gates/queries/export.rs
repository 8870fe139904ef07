//! Every scan, for other programs.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::clock::Moment;
use crate::db::Connection;
use crate::gates::model::{Direction, Flag, Reason, Ruling};
use crate::ids::ConferenceId;
use crate::schema::{badge, device, gate, participant, scan};
use crate::web::Answer;

/// A scan as it was judged.
#[derive(Clone, Debug, Queryable)]
pub struct ScanLine {
    /// The device's own number of it.
    pub scan: Uuid,
    pub device: String,
    /// The gate's code.
    pub gate: String,
    pub direction: Direction,
    pub scanned_at: Moment,
    pub received_at: Moment,
    /// What stands on the badge; none where the code named no badge.
    pub badge: Option<i32>,
    /// The person's reference number.
    pub reference: Option<i32>,
    pub verdict: Ruling,
    pub reason: Reason,
    pub flags: Vec<Flag>,
    pub moved: bool,
    pub override_reason: Option<String>,
}

/// Every scan of a conference in the order of arrival.
pub async fn scan_lines(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<ScanLine>> {
    Ok(scan::table
        .inner_join(gate::table)
        .inner_join(device::table)
        .left_join(participant::table)
        .left_join(badge::table.on(badge::id.nullable().eq(scan::badge_id)))
        .filter(scan::conference_id.eq(conference))
        .order(scan::id)
        .select((
            scan::scan_id,
            device::name,
            gate::code,
            scan::direction,
            scan::scanned_at,
            scan::received_at,
            badge::number.nullable(),
            participant::reference.nullable(),
            scan::verdict,
            scan::reason,
            scan::flags,
            scan::moved,
            scan::override_reason,
        ))
        .load(connection)
        .await?)
}
