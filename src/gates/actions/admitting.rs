//! One scan, from the request to the stored answer.
//!
//! The way is optimistic: one statement reads all that matters, the rules decide, one statement writes the scan and takes the
//! presence row at the version that was read. Whoever was overtaken reads again; whoever is overtaken twice, or enters where a
//! capacity must hold, queues at a lock. Every statement stands alone but in the last case, so this action, unlike others,
//! takes a connection and not a transaction.

use diesel_async::AsyncConnection;

use super::knowing::{self, Glimpse};
use crate::badges::keys::Keys;
use crate::clock::Moment;
use crate::db::Connection;
use crate::gates::lobby::Lobby;
use crate::gates::model::{Direction, Flag, Reason, Ruling};
use crate::gates::queries::{self, Lookup, NewScan, Recorded, Row};
use crate::gates::rules::{Asked, Gate, Verdict, decide};
use crate::gates::wanted::{Seen, Wanted};
use crate::ids::{AreaId, ConferenceId, FileId, ParticipantId, ScanId};
use crate::language::Language;
use crate::web::{Answer, Problem};

/// How often a scan may be overtaken before it queues.
const OPTIMISTIC: usize = 2;
/// Behind the locks only the same scan sent twice at once can still come between, and it reads its twin's answer next.
const ROUNDS: usize = 4;

/// Whom the code names.
#[derive(Clone, Debug)]
pub struct PersonShown {
    pub id: ParticipantId,
    pub name: String,
    pub native_name: String,
    pub delegation: String,
    pub category: String,
    pub category_name: String,
    pub pattern: String,
    pub photo: Option<FileId>,
    /// What gate staff are to know; only beside the flag `attention`.
    pub note: Option<String>,
}

#[derive(Clone, Debug)]
pub struct ScanAnswer {
    pub scan: ScanId,
    pub verdict: Ruling,
    pub reason: Reason,
    pub flags: Vec<Flag>,
    pub replayed: bool,
    pub person: Option<PersonShown>,
    /// People in the gate's inner area.
    pub inside: i64,
    pub conference: ConferenceId,
}

#[derive(Clone, Debug)]
pub enum Outcome {
    Answer(Box<ScanAnswer>),
    /// No live device has this token.
    NoDevice,
    NotHanded,
    /// By hand goes only what a signed-in member of staff answers for.
    NotStaff,
    /// Overriding, and admitting by person, are a supervisor's.
    NotSupervisor,
    /// The same device has used this scan id for something else.
    OtherContent,
}

/// Who asks, with what, and when.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    pub token_hash: &'a [u8],
    pub keys: &'a Keys,
    pub lobby: &'a Lobby,
    pub language: Language,
    pub now: Moment,
}

/// Decides a scan and stores it, or gives again the answer that is stored.
pub async fn scan(connection: &mut Connection, asking: Asking<'_>, wanted: &Wanted) -> Answer<Outcome> {
    let glimpse = match &wanted.seen {
        Seen::Code(code) => knowing::glimpse(code, asking.keys),
        named => match queries::device_of_token(connection, asking.token_hash, asking.now).await? {
            Some((_, conference)) => knowing::by_hand(connection, conference, named).await?,
            None => return Ok(Outcome::NoDevice),
        },
    };
    let mut care = Care::Optimistic;
    for round in 0..ROUNDS {
        if round >= OPTIMISTIC {
            care = Care::Locked;
        }
        let attempted = match care {
            Care::Optimistic => attempt(connection, asking, wanted, glimpse, care).await?,
            Care::Locked => connection.transaction(async |tx| attempt(tx, asking, wanted, glimpse, care).await).await?,
        };
        match attempted {
            Attempt::Done(outcome) => return Ok(outcome),
            Attempt::Again => {}
            Attempt::Lock => care = Care::Locked,
        }
    }
    Err(Problem::broken("a scan was overtaken again and again, even behind its locks"))
}

#[derive(Clone, Copy, PartialEq)]
enum Care {
    Optimistic,
    Locked,
}

enum Attempt {
    Done(Outcome),
    Again,
    /// A capacity must hold: take the locks first.
    Lock,
}

async fn attempt(
    connection: &mut Connection,
    asking: Asking<'_>,
    wanted: &Wanted,
    glimpse: Glimpse,
    care: Care,
) -> Answer<Attempt> {
    let lookup = Lookup {
        token_hash: asking.token_hash,
        gate: &wanted.gate,
        scan: wanted.scan,
        serial: glimpse.serial,
        now: asking.now,
    };
    let Some(mut row) = queries::known(connection, lookup).await? else { return Ok(Attempt::Done(Outcome::NoDevice)) };
    if let Some(no) = not_allowed(&row, wanted) {
        return Ok(Attempt::Done(no));
    }
    if care == Care::Locked && take_locks(connection, &row).await? {
        // What was read is older than the locks.
        match queries::known(connection, lookup).await? {
            Some(newer) => row = newer,
            None => return Ok(Attempt::Done(Outcome::NoDevice)),
        }
    }
    if let Some(stored) = &row.stored {
        if stored.content_digest != wanted.digest {
            return Ok(Attempt::Done(Outcome::OtherContent));
        }
        let (verdict, reason, flags) = (stored.verdict, stored.reason, stored.flags.clone());
        let answer = answer(connection, asking, wanted, &row, Said { verdict, reason, flags, replayed: true }).await?;
        return Ok(Attempt::Done(answer));
    }
    judge(connection, asking, wanted, glimpse, care, &row).await
}

async fn judge(
    connection: &mut Connection,
    asking: Asking<'_>,
    wanted: &Wanted,
    glimpse: Glimpse,
    care: Care,
    row: &Row,
) -> Answer<Attempt> {
    let Some(found) = &row.gate else { return Ok(Attempt::Done(Outcome::NotHanded)) };
    let places = knowing::places(row);
    let gate = knowing::gate_of(found, &places);
    let asked = asked(wanted, glimpse, row);
    let at = asked.moment(asking.now.timestamp()).at;
    let mut known = knowing::known(connection, row, &gate, &asked, at).await?;
    let enters = wanted.direction == Direction::Entry && row.badge.is_some();
    if enters && !knowing::counted_areas(row, &gate).is_empty() {
        if care == Care::Optimistic {
            return Ok(Attempt::Lock);
        }
        (known.area_room, known.delegation_room) = knowing::rooms(connection, row, &gate, known.presence).await?;
    }
    let verdict = decide(&asked, &known, &gate, asking.now.timestamp());
    if record(connection, asking, wanted, row, &verdict).await? == Recorded::Overtaken {
        return Ok(Attempt::Again);
    }
    follow(asking.lobby, &gate, row, &verdict);
    hear(connection, asking, wanted, row).await?;
    let said = Said { verdict: verdict.verdict, reason: verdict.reason, flags: verdict.flags, replayed: false };
    Ok(Attempt::Done(answer(connection, asking, wanted, row, said).await?))
}

fn not_allowed(row: &Row, wanted: &Wanted) -> Option<Outcome> {
    if !row.device.is_good() {
        return Some(Outcome::NoDevice);
    }
    if row.gate.is_none() || !row.is_handed {
        return Some(Outcome::NotHanded);
    }
    if !matches!(wanted.seen, Seen::Code(_)) && row.device.account.is_none() {
        return Some(Outcome::NotStaff);
    }
    let for_supervisors = wanted.override_reason.is_some() || matches!(wanted.seen, Seen::Person(_));
    (for_supervisors && !row.device.is_supervisor()).then_some(Outcome::NotSupervisor)
}

/// Person before areas, always: two scans cannot wait for each other. Says whether there was anything to lock.
async fn take_locks(tx: &mut Connection, row: &Row) -> Answer<bool> {
    let (Some(badge), Some(found)) = (&row.badge, &row.gate) else { return Ok(false) };
    queries::lock_presence(tx, row.device.conference, badge.holder.id).await?;
    let places = knowing::places(row);
    let counted = knowing::counted_areas(row, &knowing::gate_of(found, &places));
    let areas: Vec<AreaId> = counted.into_iter().map(|place| place.area).collect();
    if !areas.is_empty() {
        queries::lock_areas(tx, &areas).await?;
    }
    Ok(true)
}

fn asked(wanted: &Wanted, glimpse: Glimpse, row: &Row) -> Asked {
    Asked {
        reading: glimpse.reading(row),
        direction: wanted.direction,
        scanned_at: wanted.scanned_at.map(Moment::timestamp),
        sent_at: wanted.sent_at.map(Moment::timestamp),
        by_hand: !matches!(wanted.seen, Seen::Code(_)),
        offline: wanted.offline,
        overridden: wanted.override_reason.is_some(),
    }
}

async fn record(
    connection: &mut Connection,
    asking: Asking<'_>,
    wanted: &Wanted,
    row: &Row,
    verdict: &Verdict<AreaId>,
) -> Answer<Recorded> {
    let Some(gate) = &row.gate else { return Ok(Recorded::Overtaken) };
    let new = NewScan {
        conference: row.device.conference,
        device: row.device.id,
        scan: wanted.scan,
        content_digest: &wanted.digest,
        gate: gate.id,
        direction: wanted.direction,
        badge: row.badge.as_ref().map(|badge| badge.paper.id),
        participant: row.badge.as_ref().map(|badge| badge.holder.id),
        scanned_at: Moment::new(verdict.at),
        received_at: asking.now,
        verdict: verdict.verdict,
        reason: verdict.reason,
        flags: &verdict.flags,
        opinion: wanted.offline.map(|_| verdict.opinion),
        list_version: wanted.list_version,
        override_reason: wanted.override_reason.as_deref(),
        by: row.device.account,
    };
    let Some(movement) = verdict.movement else { return queries::record_plain(connection, &new).await };
    let version = row.presence.as_ref().map_or(0, |presence| presence.version);
    queries::record_movement(connection, &new, movement.step.to, movement.is_newest, version).await
}

/// Notes at most once a minute that the device was heard, and how far its clock is off.
async fn hear(connection: &mut Connection, asking: Asking<'_>, wanted: &Wanted, row: &Row) -> Answer<()> {
    if row.device.last_seen_at.is_some_and(|seen| asking.now.seconds_since(seen) < 60) {
        return Ok(());
    }
    let skew = wanted.sent_at.map(|sent| (sent.microseconds() - asking.now.microseconds()) / 1000);
    queries::hear_device(connection, row.device.id, asking.now, skew).await
}

/// The counts in memory follow every movement of the newest kind.
fn follow(lobby: &Lobby, gate: &Gate<'_, AreaId>, row: &Row, verdict: &Verdict<AreaId>) {
    let Some(movement) = verdict.movement.filter(|movement| movement.is_newest) else { return };
    let before = row.presence.as_ref().and_then(|presence| presence.area);
    for area in gate.places.all() {
        match (gate.places.within(before, area), gate.places.within(movement.step.to, area)) {
            (false, true) => lobby.moved(area, 1),
            (true, false) => lobby.moved(area, -1),
            _ => {}
        }
    }
}

struct Said {
    verdict: Ruling,
    reason: Reason,
    flags: Vec<Flag>,
    replayed: bool,
}

async fn answer(
    connection: &mut Connection,
    asking: Asking<'_>,
    wanted: &Wanted,
    row: &Row,
    said: Said,
) -> Answer<Outcome> {
    let inside = match &row.gate {
        Some(gate) => {
            let parts = knowing::parts(&knowing::places(row), gate.into);
            asking.lobby.inside(connection, gate.into, &parts).await?
        }
        None => 0,
    };
    let names_somebody = said.reason.names_a_person();
    let person = row.badge.as_ref().filter(|_| names_somebody).map(|badge| {
        let holder = &badge.holder;
        PersonShown {
            id: holder.id,
            name: holder.name.clone(),
            native_name: holder.native_name.clone(),
            delegation: holder.delegation.in_language(asking.language).to_owned(),
            category: holder.category.clone(),
            category_name: holder.category_name.in_language(asking.language).to_owned(),
            pattern: holder.pattern.clone(),
            photo: holder.photo,
            note: holder.note.clone().filter(|_| said.flags.contains(&Flag::Attention)),
        }
    });
    Ok(Outcome::Answer(Box::new(ScanAnswer {
        scan: wanted.scan,
        verdict: said.verdict,
        reason: said.reason,
        flags: said.flags,
        replayed: said.replayed,
        person,
        inside,
        conference: row.device.conference,
    })))
}
