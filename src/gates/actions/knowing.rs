//! From rows to what the rules want to know.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::badges::code::{Purpose, Unreadable, read};
use crate::badges::keys::Keys;
use crate::clock::{Day, Moment};
use crate::db::Connection;
use crate::gates::model::Direction;
use crate::gates::queries::{self, Holder, Paper, Place, Row};
use crate::gates::rules::{
    Access, Asked, BadgeState, Entry, Gate, Known, Later, Listing, Pass, Places, Presence, Reading, Reentry, Room,
    Span, Standing, Step,
};
use crate::gates::wanted::Seen;
use crate::ids::{AreaId, ConferenceId};
use crate::web::Answer;

/// A code taken at its own word, before anything is looked up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glimpse {
    fault: Option<Reading>,
    /// The conference that the code names; None where a member of staff named the badge.
    conference: Option<u16>,
    pub serial: Option<i64>,
}

/// Reads a code: the signature is checked before anything is looked up.
pub(super) fn glimpse(code: &str, keys: &Keys) -> Glimpse {
    let nothing = |fault| Glimpse { fault: Some(fault), conference: None, serial: None };
    match read(code, keys) {
        Err(Unreadable::Unknown) => nothing(Reading::Unknown),
        Err(Unreadable::Forged) => nothing(Reading::Forged),
        Ok(claims) if claims.purpose != Purpose::Badge => nothing(Reading::OtherPurpose),
        Ok(claims) => Glimpse {
            fault: None,
            conference: Some(claims.conference),
            serial: i64::try_from(claims.serial.get()).ok(),
        },
    }
}

/// Finds the badge that a member of staff named.
pub(super) async fn by_hand(connection: &mut Connection, conference: ConferenceId, seen: &Seen) -> Answer<Glimpse> {
    let serial = match seen {
        Seen::Number(number) => queries::serial_of_number(connection, conference, *number).await?,
        Seen::Person(person) => queries::serial_of_person(connection, conference, *person).await?,
        Seen::Code(_) => None,
    };
    // Nobody signed a number: one that is in no book is unknown in either direction.
    let fault = serial.is_none().then_some(Reading::Unknown);
    Ok(Glimpse { fault, conference: None, serial })
}

impl Glimpse {
    /// What the code is to this conference.
    pub fn reading(self, row: &Row) -> Reading {
        if let Some(fault) = self.fault {
            return fault;
        }
        if self.conference.is_some_and(|number| i32::from(number) != i32::from(row.device.conference_number)) {
            return Reading::OtherConference;
        }
        match &row.badge {
            Some(badge) if badge.paper.kind != "badge" => Reading::OtherPurpose,
            _ => Reading::Badge,
        }
    }
}

pub(super) fn places(row: &Row) -> Places<AreaId> {
    Places::new(row.tree.iter().map(|place| (place.area, place.parent)))
}

/// The areas that a person enters with this gate's inner area and that hold only so many people, or so many of one delegation.
pub(super) fn counted_areas(row: &Row, gate: &Gate<'_, AreaId>) -> Vec<Place> {
    let counted = row.tree.iter().filter(|place| place.capacity.is_some() || place.delegation_capacity.is_some());
    counted.filter(|place| gate.places.within(Some(gate.into), place.area)).collect()
}

/// Every area that lies in `area`, itself included.
pub(super) fn parts(places: &Places<AreaId>, area: AreaId) -> Vec<AreaId> {
    places.all().filter(|inner| places.within(Some(*inner), area)).collect()
}

pub(super) fn gate_of<'a>(found: &queries::GateFound, places: &'a Places<AreaId>) -> Gate<'a, AreaId> {
    let reentry = if found.exit_before_reentry { Reentry::ExitFirst } else { Reentry::Free };
    Gate { places, from: found.from, into: found.into, reentry, unlisted: found.unlisted }
}

/// What is known of the badge for a scan at `at`, history around a late one included.
pub(super) async fn known(
    connection: &mut Connection,
    row: &Row,
    gate: &Gate<'_, AreaId>,
    asked: &Asked,
    at: Timestamp,
) -> Answer<Known<AreaId>> {
    let zone = TimeZone::get(&row.device.time_zone).unwrap_or(TimeZone::UTC);
    let mut known = Known {
        listing: listing(row, &zone),
        access: Access {
            openings: row.opened.openings().map(span).collect(),
            allowed: row.opened.exceptions(true).map(span).collect(),
            denied: row.opened.exceptions(false).map(span).collect(),
        },
        registered: row.tree.is_by_pass(gate.into).then(|| pass(row).is_some_and(|pass| pass.holds(at))),
        used: false,
        presence: latest(row),
        later: None,
        area_room: None,
        delegation_room: None,
    };
    let Some(badge) = &row.badge else { return Ok(known) };
    let moment = Moment::new(at);
    let to = if asked.direction == Direction::Entry { Some(gate.into) } else { gate.from };
    if !known.presence.yields_to(Step { at, to }) {
        let before = queries::last_step_until(connection, badge.holder.id, moment).await?;
        let next = queries::first_step_after(connection, badge.holder.id, moment).await?;
        let enters_again = next.is_some_and(|next| next.direction == Direction::Entry && next.into == gate.into);
        known.later = Some(Later { enters_again, latest: known.presence.area });
        known.presence = before
            .map_or_else(Presence::default, |step| Presence { area: step.to(), since: Some(step.at.timestamp()) });
    }
    if let Some(found) = row.gate.as_ref().filter(|gate| gate.once_per_day) {
        let day = moment.conference_day(&zone);
        if let (Some(from), Some(until)) = (day.at(4, 0, &zone), day.plus_days(1).at(4, 0, &zone)) {
            known.used = queries::entered_between(connection, badge.holder.id, found.id, from, until).await?;
        }
    }
    Ok(known)
}

/// How full the fullest of the areas is that the person would newly enter: of everybody, and of their delegation. One count each,
/// whatever the number of areas, and only where somebody counts.
pub(super) async fn rooms(
    connection: &mut Connection,
    row: &Row,
    gate: &Gate<'_, AreaId>,
    presence: Presence<AreaId>,
) -> Answer<(Option<Room>, Option<Room>)> {
    let entered: Vec<Place> =
        counted_areas(row, gate).into_iter().filter(|place| !gate.places.within(presence.area, place.area)).collect();
    let parts_of = |capacity: fn(&Place) -> Option<i32>| {
        let counted = entered.iter().filter(move |place| capacity(place).is_some());
        let parts: BTreeSet<AreaId> = counted.flat_map(|place| parts(gate.places, place.area)).collect();
        parts.into_iter().collect::<Vec<_>>()
    };
    let (all, own) = (parts_of(|place| place.capacity), parts_of(|place| place.delegation_capacity));
    let mut rooms = (None, None);
    if !all.is_empty() {
        let people = queries::inside_each(connection, &all).await?;
        rooms.0 = fullest(gate.places, &people, entered.iter().filter_map(|place| Some((place.area, place.capacity?))));
    }
    if let Some(badge) = row.badge.as_ref().filter(|_| !own.is_empty()) {
        let people = queries::of_delegation_inside_each(connection, &own, badge.holder.delegation_id).await?;
        let counted = entered.iter().filter_map(|place| Some((place.area, place.delegation_capacity?)));
        rooms.1 = fullest(gate.places, &people, counted);
    }
    Ok(rooms)
}

/// The first full room, or any where none is full.
fn fullest(
    places: &Places<AreaId>,
    people: &[(AreaId, i64)],
    mut counted: impl Iterator<Item = (AreaId, i32)>,
) -> Option<Room> {
    let room = |(area, capacity): (AreaId, i32)| {
        let here = people.iter().filter(|(at, _)| places.within(Some(*at), area));
        let inside: i64 = here.map(|(_, people)| people).sum();
        Room { inside: u32::try_from(inside).unwrap_or(u32::MAX), capacity: capacity.unsigned_abs() }
    };
    let first = room(counted.next()?);
    if first.is_full() { Some(first) } else { Some(counted.map(room).find(|room| room.is_full()).unwrap_or(first)) }
}

fn latest(row: &Row) -> Presence<AreaId> {
    row.presence.as_ref().map_or_else(Presence::default, |presence| Presence {
        area: presence.area,
        since: presence.moved_at.map(Moment::timestamp),
    })
}

fn span((from, until): (Moment, Moment)) -> Span {
    Span { from: from.timestamp(), until: until.timestamp() }
}

fn pass(row: &Row) -> Option<Pass> {
    let found = row.pass.as_ref()?;
    Some(Pass { from: found.opens.map(Moment::timestamp), until: found.closes.map(Moment::timestamp) })
}

fn listing(row: &Row, zone: &TimeZone) -> Listing {
    row.badge.as_ref().map_or(Listing::Nowhere, |badge| Listing::Listed(entry(&badge.paper, &badge.holder, zone)))
}

fn entry(paper: &Paper, holder: &Holder, zone: &TimeZone) -> Entry {
    let begins = |day: Day| day.at(4, 0, zone).map(Moment::timestamp);
    Entry {
        badge: match paper.state.as_str() {
            "live" => BadgeState::Live,
            "prepared" => BadgeState::Prepared,
            _ => BadgeState::Dead,
        },
        standing: match holder.status.as_str() {
            "approved" => Standing::Approved,
            "withdrawn" => Standing::Withdrawn,
            "on_hold" => Standing::Suspended,
            _ => Standing::NotApproved,
        },
        valid_from: begins(paper.valid_from),
        // The last day still counts, and ends when the next conference day begins.
        valid_until: begins(paper.valid_until.plus_days(1)),
        attention: holder.note.is_some(),
    }
}
