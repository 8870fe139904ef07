//! What is known when a code is read: the entry in the list, the openings, the history, the gate.

use super::places::{AreaKey, Places};
use super::presence::Presence;
use crate::gates::model::Unlisted;
use jiff::Timestamp;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadgeState {
    Live,
    /// Printed in advance, not yet handed over.
    Prepared,
    /// Revoked, lost or superseded: dead either way.
    Dead,
}

/// Where the accreditation stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Approved,
    Withdrawn,
    Suspended,
    NotApproved,
}

/// What the list says of a badge. For a device without an entry, what the code says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub badge: BadgeState,
    pub standing: Standing,
    pub valid_from: Option<Timestamp>,
    /// The first moment at which it is no longer valid.
    pub valid_until: Option<Timestamp>,
    pub attention: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// In the list, which then wins over what the code says.
    Listed(Entry),
    /// A device's list has no entry: all there is are the code's own claims.
    Claimed(Entry),
    /// The whole books have no entry.
    Nowhere,
}

/// A stretch of time that begins with its first moment and ends just before its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: Timestamp,
    pub until: Timestamp,
}

impl Span {
    pub fn holds(self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }
}

/// Somebody's pass for an area that is open by pass only: from its first moment until just before its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pass {
    /// None: from the beginning.
    pub from: Option<Timestamp>,
    /// None: until the end.
    pub until: Option<Timestamp>,
}

impl Pass {
    pub fn holds(self, at: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| at < until)
    }
}

/// What opens and closes the gate's inner area to this person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Access {
    /// The category's openings; none at all: the category has no business there.
    pub openings: Vec<Span>,
    /// Personal exceptions.
    pub allowed: Vec<Span>,
    pub denied: Vec<Span>,
}

impl Access {
    pub fn is_denied(&self, at: Timestamp) -> bool {
        self.denied.iter().any(|span| span.holds(at))
    }

    pub fn is_known_here(&self, at: Timestamp) -> bool {
        !self.openings.is_empty() || self.is_allowed(at)
    }

    pub fn is_open(&self, at: Timestamp) -> bool {
        self.openings.iter().any(|span| span.holds(at)) || self.is_allowed(at)
    }

    fn is_allowed(&self, at: Timestamp) -> bool {
        self.allowed.iter().any(|span| span.holds(at))
    }
}

/// A counted room: how many are in it and how many may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    pub inside: u32,
    pub capacity: u32,
}

impl Room {
    pub fn is_full(self) -> bool {
        self.inside >= self.capacity
    }
}

/// Movements of the same person that happened after the scan but are already known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later<A> {
    /// Whether the first of them was an entry into this gate's inner area.
    pub enters_again: bool,
    /// Where the last of them led.
    pub latest: Option<A>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known<A> {
    pub listing: Listing,
    pub access: Access,
    /// Whether the person holds a pass that is good at this time; None where nobody need.
    pub registered: Option<bool>,
    /// Whether this badge has used up its entry here (ever or today, as the gate's policy says).
    pub used: bool,
    /// Where the person was when the scan happened.
    pub presence: Presence<A>,
    pub later: Option<Later<A>>,
    /// None where nobody counts.
    pub area_room: Option<Room>,
    pub delegation_room: Option<Room>,
}

/// Whether a person may come in again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reentry {
    Free,
    /// An exit is needed before re-entry.
    ExitFirst,
}

#[derive(Debug, Clone, Copy)]
pub struct Gate<'a, A: AreaKey> {
    pub places: &'a Places<A>,
    /// None: the street.
    pub from: Option<A>,
    pub into: A,
    pub reentry: Reentry,
    pub unlisted: Unlisted,
}
