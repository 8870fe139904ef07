//! The one statement that writes a scan, and with it the movement: the presence row is taken at the version that was read, or
//! nothing is written at all.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use diesel::sql_types::{Array, BigInt, Binary, Bool, Integer, Nullable, Text, Timestamptz, Uuid};
use diesel_async::RunQueryDsl;

use super::statement::walk;
use crate::clock::Moment;
use crate::db::Connection;
use crate::gates::model::{Direction, Flag, Reason, Ruling};
use crate::ids::{AccountId, AreaId, BadgeId, ConferenceId, DeviceId, GateId, ParticipantId, ScanId};
use crate::web::Answer;

/// A scan that moves nobody.
pub const PLAIN: &str = "
INSERT INTO scan (conference_id, device_id, scan_id, content_digest, gate_id, direction, badge_id, participant_id, scanned_at,
    received_at, verdict, reason, flags, moved, opinion, list_version, override_reason, by_account)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, false, $14, $15, $16, $17)
RETURNING id";

/// A scan with a movement: written only if the presence is still at version `$20` (0: there was none).
pub const MOVEMENT: &str = "
WITH moved AS (
    INSERT INTO presence AS r (participant_id, conference_id, area_id, moved_at, last_entry_at, version)
    VALUES ($8, $1, $18, $9, CASE WHEN $6 = 'entry' THEN $9::timestamptz END, 1)
    ON CONFLICT (participant_id) DO UPDATE SET
        area_id = CASE WHEN $19 THEN excluded.area_id ELSE r.area_id END,
        moved_at = CASE WHEN $19 THEN excluded.moved_at ELSE r.moved_at END,
        last_entry_at = GREATEST(r.last_entry_at, excluded.last_entry_at),
        version = r.version + 1
    WHERE r.version = $20
    RETURNING r.version)
INSERT INTO scan (conference_id, device_id, scan_id, content_digest, gate_id, direction, badge_id, participant_id, scanned_at,
    received_at, verdict, reason, flags, moved, opinion, list_version, override_reason, by_account)
SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, true, $14, $15, $16, $17 FROM moved
RETURNING id";

/// A scan as it is stored.
#[derive(Debug)]
pub struct NewScan<'a> {
    pub conference: ConferenceId,
    pub device: DeviceId,
    pub scan: ScanId,
    pub content_digest: &'a [u8],
    pub gate: GateId,
    pub direction: Direction,
    pub badge: Option<BadgeId>,
    pub participant: Option<ParticipantId>,
    /// Logical time.
    pub scanned_at: Moment,
    pub received_at: Moment,
    pub verdict: Ruling,
    pub reason: Reason,
    pub flags: &'a [Flag],
    pub opinion: Option<Reason>,
    pub list_version: i64,
    pub override_reason: Option<&'a str>,
    pub by: Option<AccountId>,
}

impl NewScan<'_> {
    fn bind<'b>(&'b self, number: usize, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        match number {
            1 => out.push_bind_param::<Uuid, _>(&self.conference),
            2 => out.push_bind_param::<Uuid, _>(&self.device),
            3 => out.push_bind_param::<Uuid, _>(&self.scan),
            4 => out.push_bind_param::<Binary, _>(self.content_digest),
            5 => out.push_bind_param::<Uuid, _>(&self.gate),
            6 => out.push_bind_param::<Text, _>(&self.direction),
            7 => out.push_bind_param::<Nullable<Uuid>, _>(&self.badge),
            8 => out.push_bind_param::<Nullable<Uuid>, _>(&self.participant),
            9 => out.push_bind_param::<Timestamptz, _>(&self.scanned_at),
            10 => out.push_bind_param::<Timestamptz, _>(&self.received_at),
            11 => out.push_bind_param::<Text, _>(&self.verdict),
            12 => out.push_bind_param::<Text, _>(&self.reason),
            13 => out.push_bind_param::<Array<Text>, _>(self.flags),
            14 => out.push_bind_param::<Nullable<Text>, _>(&self.opinion),
            15 => out.push_bind_param::<BigInt, _>(&self.list_version),
            16 => out.push_bind_param::<Nullable<Text>, _>(&self.override_reason),
            _ => out.push_bind_param::<Nullable<Uuid>, _>(&self.by),
        }
    }
}

struct Plain<'a>(&'a NewScan<'a>);

struct Moving<'a> {
    scan: &'a NewScan<'a>,
    to: Option<AreaId>,
    is_newest: bool,
    version: i32,
}

macro_rules! returns_the_id {
    ($($name:ident)+) => {$(
        impl QueryId for $name<'_> {
            type QueryId = $name<'static>;
            const HAS_STATIC_QUERY_ID: bool = true;
        }

        impl Query for $name<'_> {
            type SqlType = BigInt;
        }

        impl<C> diesel::RunQueryDsl<C> for $name<'_> {}
    )+};
}
returns_the_id! { Plain Moving }

impl QueryFragment<Pg> for Plain<'_> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        walk(out, PLAIN, |number, out| self.0.bind(number, out))
    }
}

impl QueryFragment<Pg> for Moving<'_> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        walk(out, MOVEMENT, |number, mut out| match number {
            18 => out.push_bind_param::<Nullable<Uuid>, _>(&self.to),
            19 => out.push_bind_param::<Bool, _>(&self.is_newest),
            20 => out.push_bind_param::<Integer, _>(&self.version),
            _ => self.scan.bind(number, out),
        })
    }
}

/// What became of an attempt to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    Yes,
    /// Something was written meanwhile that the verdict did not know: read again.
    Overtaken,
}

/// Stores a scan without a movement.
pub async fn record_plain(connection: &mut Connection, scan: &NewScan<'_>) -> Answer<Recorded> {
    settle(Plain(scan).get_result::<i64>(connection).await.optional())
}

/// Stores a scan with its movement, if the person's presence is still at the version that was read.
pub async fn record_movement(
    connection: &mut Connection,
    scan: &NewScan<'_>,
    to: Option<AreaId>,
    is_newest: bool,
    version: i32,
) -> Answer<Recorded> {
    settle(Moving { scan, to, is_newest, version }.get_result::<i64>(connection).await.optional())
}

/// The same scan arriving twice at once meets the unique key: the second reads the first one's answer.
fn settle(written: QueryResult<Option<i64>>) -> Answer<Recorded> {
    match written {
        Ok(Some(_)) => Ok(Recorded::Yes),
        Ok(None) => Ok(Recorded::Overtaken),
        Err(DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, about))
            if about.constraint_name() == Some("one_answer_per_scan") =>
        {
            Ok(Recorded::Overtaken)
        }
        Err(error) => Err(error.into()),
    }
}
