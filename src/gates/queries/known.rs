//! The one statement that reads everything a verdict depends on: device, gate, an earlier answer to the same scan, badge, person,
//! note, presence, openings, exceptions, pass and the tree of areas.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{
    Array, BigInt, Binary, Bool, Date, Integer, Jsonb, Nullable, SmallInt, Text, Timestamptz, Uuid,
};
use diesel_async::RunQueryDsl;

use super::statement::walk;
use crate::clock::{Day, Moment};
use crate::db::Connection;
use crate::gates::model::{Direction, Flag, Reason, Ruling, Unlisted};
use crate::ids::{
    AccountId, AreaId, BadgeId, ConferenceId, DelegationId, DeviceId, FileId, GateId, ParticipantId, PassId, ScanId,
};
use crate::web::Answer;

/// Joined in the order written: every step is one look into a unique index.
pub const KNOWN: &str = "
SELECT d.id AS device, d.conference_id AS conference, c.number AS conference_number, c.time_zone, d.account_id AS account,
    d.last_seen_at, d.session_id IS NOT NULL AS is_session,
    CASE WHEN d.session_id IS NULL THEN d.supervisor ELSE (
        SELECT bool_or(y.kind = 'gate_supervisor')
        FROM browser_session w JOIN account a ON a.id = w.account_id AND a.disabled_at IS NULL
        JOIN duty y ON y.account_id = w.account_id AND y.conference_id = d.conference_id
            AND y.kind IN ('gate_staff', 'gate_supervisor')
        WHERE w.id = d.session_id AND w.revoked_at IS NULL AND w.expires_at > $1) END AS supervisor,
    g.id AS gate, g.from_area_id AS gate_from, g.into_area_id AS gate_into, g.exit_before_reentry, g.once_per_day, g.unlisted,
    h.device_id IS NOT NULL AS is_handed,
    s.content_digest, s.verdict, s.reason, s.flags, s.direction,
    b.id AS badge, b.kind, b.state, b.valid_from, b.valid_until,
    p.id AS participant, p.status, COALESCE(NULLIF(p.badge_name, ''), NULLIF(p.document_name, ''), concat_ws(' ', p.given_name, p.family_name)) AS name,
    p.native_name, p.portrait_gate_file_id AS photo, p.delegation_id, l.name AS delegation, k.letter AS category, k.name AS category_name, k.pattern,
    n.note, r.version, r.area_id AS presence_area, r.moved_at,
    o.opens, o.closes, e.allowed, e.opens AS exception_opens, e.closes AS exception_closes,
    x.id AS pass, x.opens_at AS pass_opens, x.closes_at AS pass_closes,
    t.areas, t.parents, t.capacities, t.delegation_capacities, t.by_pass
FROM device d
JOIN conference c ON c.id = d.conference_id
LEFT JOIN gate g ON g.conference_id = d.conference_id AND g.code = $2 AND g.closed_at IS NULL
LEFT JOIN device_gate h ON h.device_id = d.id AND h.gate_id = g.id
LEFT JOIN scan s ON s.device_id = d.id AND s.scan_id = $3
LEFT JOIN badge b ON b.serial = $4 AND b.conference_id = d.conference_id
LEFT JOIN participant p ON p.id = b.participant_id
LEFT JOIN delegation l ON l.id = p.delegation_id
LEFT JOIN category k ON k.id = p.category_id
LEFT JOIN attention_note n ON n.participant_id = p.id AND n.ended_at IS NULL
LEFT JOIN presence r ON r.participant_id = p.id
LEFT JOIN area_pass x ON x.participant_id = p.id AND x.area_id = g.into_area_id AND x.revoked_at IS NULL
LEFT JOIN LATERAL (
    SELECT array_agg(x.opens_at ORDER BY x.id) AS opens, array_agg(x.closes_at ORDER BY x.id) AS closes
    FROM opening x WHERE x.area_id = g.into_area_id AND x.category_id = p.category_id) o ON true
LEFT JOIN LATERAL (
    SELECT array_agg(x.allowed ORDER BY x.id) AS allowed, array_agg(x.opens_at ORDER BY x.id) AS opens,
        array_agg(x.closes_at ORDER BY x.id) AS closes
    FROM personal_exception x WHERE x.participant_id = p.id AND x.area_id = g.into_area_id) e ON true
LEFT JOIN LATERAL (
    SELECT array_agg(z.id ORDER BY z.id) AS areas, array_agg(z.parent_id ORDER BY z.id) AS parents,
        array_agg(z.capacity ORDER BY z.id) AS capacities,
        array_agg(z.delegation_capacity ORDER BY z.id) AS delegation_capacities, array_agg(z.by_pass ORDER BY z.id) AS by_pass
    FROM area z WHERE z.conference_id = d.conference_id) t ON true
WHERE d.token_hash = $5 AND d.revoked_at IS NULL";

/// What to look up.
#[derive(Clone, Copy)]
pub struct Lookup<'a> {
    pub token_hash: &'a [u8],
    pub gate: &'a str,
    pub scan: ScanId,
    /// The serial that the code names; None when it names none.
    pub serial: Option<i64>,
    pub now: Moment,
}

type DeviceSql = (Uuid, Uuid, SmallInt, Text, Nullable<Uuid>, Nullable<Timestamptz>, Bool, Nullable<Bool>);
type GateSql = (Uuid, Nullable<Uuid>, Uuid, Bool, Bool, Text);
type StoredSql = (Binary, Text, Text, Array<Text>, Text);
type BadgeSql = (
    (Uuid, Text, Text, Date, Date),
    (Uuid, Text, Text, Text, Nullable<Uuid>, Uuid, Jsonb, Text, Jsonb, Text, Nullable<Text>),
);
type PresenceSql = (Integer, Nullable<Uuid>, Nullable<Timestamptz>);
type Times = Nullable<Array<Timestamptz>>;
type Numbers = Nullable<Array<Nullable<Integer>>>;
type PassSql = (Uuid, Nullable<Timestamptz>, Nullable<Timestamptz>);
type TreeSql = (Nullable<Array<Uuid>>, Nullable<Array<Nullable<Uuid>>>, Numbers, Numbers, Nullable<Array<Bool>>);

impl QueryId for Lookup<'_> {
    type QueryId = Lookup<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for Lookup<'_> {
    type SqlType = (
        DeviceSql,
        Nullable<GateSql>,
        Bool,
        Nullable<StoredSql>,
        Nullable<BadgeSql>,
        Nullable<PresenceSql>,
        (Times, Times, Nullable<Array<Bool>>, Times, Times),
        Nullable<PassSql>,
        TreeSql,
    );
}

impl<C> diesel::RunQueryDsl<C> for Lookup<'_> {}

impl QueryFragment<Pg> for Lookup<'_> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        walk(out, KNOWN, |number, mut out| match number {
            1 => out.push_bind_param::<Timestamptz, _>(&self.now),
            2 => out.push_bind_param::<Text, _>(self.gate),
            3 => out.push_bind_param::<Uuid, _>(&self.scan),
            4 => out.push_bind_param::<Nullable<BigInt>, _>(&self.serial),
            _ => out.push_bind_param::<Binary, _>(self.token_hash),
        })
    }
}

#[derive(Debug, Queryable)]
pub struct DeviceFound {
    pub id: DeviceId,
    pub conference: ConferenceId,
    /// The number that stands in the conference's codes.
    pub conference_number: i16,
    pub time_zone: String,
    pub account: Option<AccountId>,
    pub last_seen_at: Option<Moment>,
    pub is_session: bool,
    /// None: the session is over or its account has no duty at the gates any more.
    supervisor: Option<bool>,
}

impl DeviceFound {
    /// Whether the device may speak at all.
    pub fn is_good(&self) -> bool {
        self.supervisor.is_some()
    }

    pub fn is_supervisor(&self) -> bool {
        self.supervisor == Some(true)
    }
}

#[derive(Debug, Queryable)]
pub struct GateFound {
    pub id: GateId,
    pub from: Option<AreaId>,
    pub into: AreaId,
    pub exit_before_reentry: bool,
    pub once_per_day: bool,
    pub unlisted: Unlisted,
}

/// An answer that was given before.
#[derive(Debug, Queryable)]
pub struct Stored {
    pub content_digest: Vec<u8>,
    pub verdict: Ruling,
    pub reason: Reason,
    pub flags: Vec<Flag>,
    pub direction: Direction,
}

#[derive(Debug, Queryable)]
pub struct Paper {
    pub id: BadgeId,
    pub kind: String,
    pub state: String,
    pub valid_from: Day,
    /// The last valid day, which still counts.
    pub valid_until: Day,
}

#[derive(Debug, Queryable)]
pub struct Holder {
    pub id: ParticipantId,
    pub status: String,
    pub name: String,
    pub native_name: String,
    pub photo: Option<FileId>,
    pub delegation_id: DelegationId,
    pub delegation: crate::language::Localized,
    pub category: String,
    pub category_name: crate::language::Localized,
    pub pattern: String,
    /// What gates are to know when they look twice.
    pub note: Option<String>,
}

#[derive(Debug, Queryable)]
pub struct BadgeFound {
    pub paper: Paper,
    pub holder: Holder,
}

#[derive(Debug, Queryable)]
pub struct PresenceFound {
    pub version: i32,
    pub area: Option<AreaId>,
    pub moved_at: Option<Moment>,
}

/// When the gate's inner area is open to the holder: by category, and by exception.
#[derive(Debug, Queryable)]
pub struct Opened {
    opens: Option<Vec<Moment>>,
    closes: Option<Vec<Moment>>,
    allowed: Option<Vec<bool>>,
    exception_opens: Option<Vec<Moment>>,
    exception_closes: Option<Vec<Moment>>,
}

impl Opened {
    /// The category's openings: from, until.
    pub fn openings(&self) -> impl Iterator<Item = (Moment, Moment)> + '_ {
        self.opens.iter().flatten().copied().zip(self.closes.iter().flatten().copied())
    }

    /// Personal exceptions that allow, or that deny: from, until.
    pub fn exceptions(&self, allowed: bool) -> impl Iterator<Item = (Moment, Moment)> + '_ {
        let times = self.exception_opens.iter().flatten().zip(self.exception_closes.iter().flatten());
        let all = self.allowed.iter().flatten().zip(times);
        all.filter(move |(is, _)| **is == allowed).map(|(_, (from, until))| (*from, *until))
    }
}

/// The holder's pass for the gate's inner area.
#[derive(Debug, Queryable)]
pub struct PassFound {
    #[allow(dead_code, reason = "there is a pass if there is a key")]
    id: PassId,
    /// None: from the beginning.
    pub opens: Option<Moment>,
    /// None: until the end.
    pub closes: Option<Moment>,
}

#[derive(Debug, Queryable)]
pub struct Tree {
    areas: Option<Vec<AreaId>>,
    parents: Option<Vec<Option<AreaId>>>,
    capacities: Option<Vec<Option<i32>>>,
    delegation_capacities: Option<Vec<Option<i32>>>,
    by_pass: Option<Vec<bool>>,
}

/// One area of the conference.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub area: AreaId,
    /// The one that encloses it.
    pub parent: Option<AreaId>,
    /// How many people it holds; None: nobody counts.
    pub capacity: Option<i32>,
    /// How many of one delegation it holds; None: nobody counts.
    pub delegation_capacity: Option<i32>,
}

impl Tree {
    pub fn iter(&self) -> impl Iterator<Item = Place> + '_ {
        let areas = self.areas.iter().flatten().zip(self.parents.iter().flatten());
        let capacities = self.capacities.iter().flatten().zip(self.delegation_capacities.iter().flatten());
        areas.zip(capacities).map(|((area, parent), (capacity, delegation_capacity))| Place {
            area: *area,
            parent: *parent,
            capacity: *capacity,
            delegation_capacity: *delegation_capacity,
        })
    }

    /// Whether only those who hold a pass may enter this area.
    pub fn is_by_pass(&self, area: AreaId) -> bool {
        let mut all = self.areas.iter().flatten().zip(self.by_pass.iter().flatten());
        all.any(|(one, by_pass)| *one == area && *by_pass)
    }
}

#[derive(Debug, Queryable)]
pub struct Row {
    pub device: DeviceFound,
    /// None: there is no open gate of that code.
    pub gate: Option<GateFound>,
    pub is_handed: bool,
    pub stored: Option<Stored>,
    pub badge: Option<BadgeFound>,
    pub presence: Option<PresenceFound>,
    pub opened: Opened,
    pub pass: Option<PassFound>,
    pub tree: Tree,
}

/// Everything a verdict depends on; None when no live device has this token.
pub async fn known(connection: &mut Connection, lookup: Lookup<'_>) -> Answer<Option<Row>> {
    Ok(lookup.get_result::<Row>(connection).await.optional()?)
}
