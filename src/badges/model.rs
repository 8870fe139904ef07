//! Rows of badges.

use diesel::prelude::*;

use crate::clock::{Day, Moment};
use crate::ids::{BadgeId, ParticipantId};
use crate::schema::badge;

crate::text_enum! {
    /// What a code is good for.
    pub enum BadgeKind {
        Badge = "badge",
        /// Exchanged for the badge at the pass desk; opens no gate.
        CollectionCode = "collection_code",
    }
}

crate::text_enum! {
    /// Where a badge stands.
    pub enum BadgeState {
        /// Printed, not handed over: opens nothing yet.
        Prepared = "prepared",
        Live = "live",
        /// A later print took its place.
        Superseded = "superseded",
        Lost = "lost",
        Revoked = "revoked",
        /// A collection code that was exchanged.
        Used = "used",
    }
}

/// A numbered badge or collection code.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = badge)]
pub struct Badge {
    pub id: BadgeId,
    pub participant_id: ParticipantId,
    pub kind: BadgeKind,
    /// Stands in the code.
    pub serial: i64,
    /// Stands on the badge.
    pub number: i32,
    pub state: BadgeState,
    /// The key that its code is signed with, however many keys came after.
    pub key_id: i16,
    pub valid_from: Day,
    pub valid_until: Day,
    pub zones: i32,
    pub issued_at: Moment,
    pub printed_at: Option<Moment>,
    pub prints: i32,
    pub handed_at: Option<Moment>,
    pub handed_to: Option<String>,
    pub ended_at: Option<Moment>,
    /// The number of the category that its holder had when it was issued, as its code says.
    pub category_number: i16,
}

impl Badge {
    /// The number as people read and type it: `000 417`.
    pub fn shown_number(&self) -> String {
        let digits = format!("{:06}", self.number);
        format!("{} {}", &digits[..digits.len() - 3], &digits[digits.len() - 3..])
    }

    /// Whether it may still become or be good.
    pub fn is_current(&self) -> bool {
        matches!(self.state, BadgeState::Prepared | BadgeState::Live)
    }
}

/// What an approval led to.
pub struct Issued {
    pub badge: Badge,
    /// The digits of its code.
    pub code: String,
    /// The badge as a PDF, for those who print it themselves.
    pub paper: Option<Vec<u8>>,
}
