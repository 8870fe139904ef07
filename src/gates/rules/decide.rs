//! The decision itself: the first objection in the fixed order, then what has already happened, then the movement.

use super::asked::{Asked, Moment, Offline};
use super::known::{BadgeState, Entry, Gate, Known, Listing, Reentry, Standing};
use super::places::AreaKey;
use super::presence::Step;
use crate::gates::model::{Direction, Flag, Reason, Ruling, Unlisted};
use jiff::Timestamp;

/// Where the person now stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Movement<A> {
    pub step: Step<A>,
    /// False when a later movement is already known: the step is history and moves nobody.
    pub is_newest: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict<A> {
    pub verdict: Ruling,
    pub reason: Reason,
    /// In the order of [`Flag`].
    pub flags: Vec<Flag>,
    pub movement: Option<Movement<A>>,
    /// What the rules alone say, stored beside what happened.
    pub opinion: Reason,
    pub at: Timestamp,
}

/// Whether the code in question opens the gate now, and what it changes.
///
/// An admission that a device has already made stays one; a supervisor's override admits any badge of this conference; exits
/// are recorded whatever the rules say.
pub fn decide<A: AreaKey>(asked: &Asked, known: &Known<A>, gate: &Gate<'_, A>, now: Timestamp) -> Verdict<A> {
    let moment = asked.moment(now);
    let opinion = match asked.direction {
        Direction::Entry => objection(asked, known, gate, moment.at).unwrap_or(Reason::Ok),
        Direction::Exit => asked.reading.fault().unwrap_or(Reason::Ok),
    };
    let (verdict, reason) = outcome(asked, opinion);
    let movement = (verdict == Ruling::Admit).then(|| movement(asked, known, gate, moment.at)).flatten();
    let mut flags = flags(asked, known, moment);
    flags.extend(flags_of_outcome(asked, known, gate, opinion, verdict));
    flags.sort_unstable();
    flags.dedup();
    Verdict { verdict, reason, flags, movement, opinion, at: moment.at }
}

/// The first reason, in the order of the scanner API, for which this entry is to be refused.
fn objection<A: AreaKey>(asked: &Asked, known: &Known<A>, gate: &Gate<'_, A>, at: Timestamp) -> Option<Reason> {
    if let Some(fault) = asked.reading.fault() {
        return Some(fault);
    }
    let entry = match known.listing {
        Listing::Nowhere => return Some(Reason::Unknown),
        Listing::Claimed(_) if gate.unlisted == Unlisted::Refuse => return Some(Reason::Unknown),
        Listing::Listed(entry) | Listing::Claimed(entry) => entry,
    };
    let causes = [
        (Reason::Revoked, entry.badge == BadgeState::Dead),
        (Reason::Cancelled, entry.standing == Standing::Withdrawn),
        (Reason::Blocked, is_blocked(&entry) || known.access.is_denied(at)),
        (Reason::NotApproved, entry.standing == Standing::NotApproved),
        (Reason::TooEarly, entry.valid_from.is_some_and(|from| at < from)),
        (Reason::TooLate, entry.valid_until.is_some_and(|until| at >= until)),
        (Reason::Area, !known.access.is_known_here(at)),
        (Reason::Hours, !known.access.is_open(at)),
        (Reason::NotRegistered, known.registered == Some(false)),
        (Reason::AlreadyUsed, known.used),
        (Reason::AlreadyInside, gate.reentry == Reentry::ExitFirst && is_inside(asked, known, gate)),
        (Reason::AreaFull, adds_one(known, gate) && known.area_room.is_some_and(|room| room.is_full())),
        (Reason::DelegationFull, adds_one(known, gate) && known.delegation_room.is_some_and(|room| room.is_full())),
    ];
    causes.into_iter().find_map(|(reason, applies)| applies.then_some(reason))
}

fn is_blocked(entry: &Entry) -> bool {
    entry.standing == Standing::Suspended || entry.badge == BadgeState::Prepared
}

/// Whether the person is in the gate's inner area: at the time of the scan, and, when nobody has decided yet, also by the latest
/// movement known. Else two scans of one badge that overtake each other would both be let in.
fn is_inside<A: AreaKey>(asked: &Asked, known: &Known<A>, gate: &Gate<'_, A>) -> bool {
    let then = gate.places.within(known.presence.area, gate.into);
    let since = known.later.is_some_and(|later| gate.places.within(later.latest, gate.into));
    then || (asked.offline.is_none() && since)
}

/// Somebody who is in the room already takes no second place.
fn adds_one<A: AreaKey>(known: &Known<A>, gate: &Gate<'_, A>) -> bool {
    !gate.places.within(known.presence.area, gate.into)
}

/// What happened stands; then a supervisor's word; then the rules.
fn outcome(asked: &Asked, opinion: Reason) -> (Ruling, Reason) {
    match (asked.direction, asked.offline) {
        (Direction::Entry, Some(Offline { verdict, reason })) => (verdict, reason),
        (Direction::Entry, None) if is_overridden(asked, opinion) => (Ruling::Admit, opinion),
        _ => (ruling(opinion), opinion),
    }
}

fn ruling(reason: Reason) -> Ruling {
    if reason == Reason::Ok { Ruling::Admit } else { Ruling::Refuse }
}

fn is_overridden(asked: &Asked, opinion: Reason) -> bool {
    asked.overridden && opinion != Reason::Ok && opinion.names_a_person()
}

/// Only people in the books are moved: a code that names nobody leaves no trace in the count.
fn movement<A: AreaKey>(asked: &Asked, known: &Known<A>, gate: &Gate<'_, A>, at: Timestamp) -> Option<Movement<A>> {
    if asked.reading != super::Reading::Badge || !matches!(known.listing, Listing::Listed(_)) {
        return None;
    }
    let to = match asked.direction {
        Direction::Entry => Some(gate.into),
        Direction::Exit => gate.from,
    };
    Some(Movement { step: Step { at, to }, is_newest: known.later.is_none() })
}

fn flags<A: AreaKey>(asked: &Asked, known: &Known<A>, moment: Moment) -> Vec<Flag> {
    let badge = asked.reading == super::Reading::Badge;
    let unlisted = badge && !matches!(known.listing, Listing::Listed(_));
    let causes = [
        (Flag::ByHand, asked.by_hand),
        (Flag::ClockSkew, moment.skewed),
        (Flag::LateUpload, moment.late || known.later.is_some()),
        (Flag::NotOnList, unlisted),
    ];
    causes.into_iter().filter_map(|(flag, applies)| applies.then_some(flag)).collect()
}

fn flags_of_outcome<A: AreaKey>(
    asked: &Asked,
    known: &Known<A>,
    gate: &Gate<'_, A>,
    opinion: Reason,
    verdict: Ruling,
) -> Vec<Flag> {
    let admitted = verdict == Ruling::Admit && asked.reading == super::Reading::Badge;
    let entering = admitted && asked.direction == Direction::Entry;
    let leaving = admitted && asked.direction == Direction::Exit;
    let (dead, noted) = match known.listing {
        Listing::Listed(entry) | Listing::Claimed(entry) => (entry.badge == BadgeState::Dead, entry.attention),
        Listing::Nowhere => (false, false),
    };
    let outer = gate.places.parent(gate.into);
    let causes = [
        (Flag::Alarm, leaving && dead),
        (Flag::Attention, admitted && noted),
        (Flag::Overridden, asked.overridden && entering && is_overridden(asked, opinion)),
        (Flag::Conflict, differs(asked, opinion) || contradicts_what_followed(known, gate, entering)),
        (Flag::OuterNotSeen, entering && outer.is_some_and(|outer| !gate.places.within(known.presence.area, outer))),
        (Flag::EntryNotSeen, leaving && !gate.places.within(known.presence.area, gate.into)),
    ];
    causes.into_iter().filter_map(|(flag, applies)| applies.then_some(flag)).collect()
}

/// The device decided otherwise than the server would have. A supervisor's override is no disagreement.
fn differs(asked: &Asked, opinion: Reason) -> bool {
    asked.offline.is_some_and(|offline| offline.verdict != ruling(opinion)) && !is_overridden(asked, opinion)
}

/// An entry comes to light after the next movement, itself an entry into the same area without an exit between, was admitted.
fn contradicts_what_followed<A: AreaKey>(known: &Known<A>, gate: &Gate<'_, A>, entering: bool) -> bool {
    entering && gate.reentry == Reentry::ExitFirst && known.later.is_some_and(|later| later.enters_again)
}
