//! The words of the gates: verdicts, reasons, flags, directions. They are the same in the scanner API, in the table of scans, in
//! the test vectors and in the scanner's JavaScript. Below them, the rows.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::ids::{AccountId, AreaId, BrowserSessionId, DeviceId, GateId};
use crate::language::Localized;
use crate::schema::{device, gate};

crate::text_enum! {
    /// Which way a person passes a gate.
    pub enum Direction { Entry = "entry", Exit = "exit" }
}

crate::text_enum! {
    /// What the gate says.
    pub enum Ruling { Admit = "admit", Refuse = "refuse" }
}

crate::text_enum! {
    /// Why. The order of the members is the order in which they are looked for: the first that applies is the answer.
    pub enum Reason {
        Ok = "ok",
        /// Not our format or key, or validly signed but not in our books.
        Unknown = "unknown",
        /// Our format, wrong signature.
        Forged = "forged",
        /// A collection code, a pass, an enrolment: anything signed by us that is not a badge.
        WrongPurpose = "wrong_purpose",
        WrongConference = "wrong_conference",
        /// The badge is dead: revoked, lost, or replaced by a newer print.
        Revoked = "revoked",
        /// The accreditation was withdrawn.
        Cancelled = "cancelled",
        /// Suspended, denied to this person, or a badge not yet handed over.
        Blocked = "blocked",
        NotApproved = "not_approved",
        TooEarly = "too_early",
        TooLate = "too_late",
        /// The category never opens this area.
        Area = "area",
        /// The category opens this area, but not now.
        Hours = "hours",
        NotRegistered = "not_registered",
        AlreadyUsed = "already_used",
        AlreadyInside = "already_inside",
        AreaFull = "area_full",
        DelegationFull = "delegation_full",
    }
}

impl Reason {
    /// Whether the code named a badge of this conference: only then may the answer show a person, and only then can a
    /// supervisor overrule.
    pub fn names_a_person(self) -> bool {
        !matches!(self, Self::Unknown | Self::Forged | Self::WrongPurpose | Self::WrongConference)
    }
}

crate::text_enum! {
    /// What staff should look at beside the verdict.
    pub enum Flag {
        /// A dead badge on its way out.
        Alarm = "alarm",
        /// A note on the badge asks for a second look (escort, visitor).
        Attention = "attention",
        ByHand = "by_hand",
        /// The device's clock is wrong by more than two minutes; the movement was put at the corrected time.
        ClockSkew = "clock_skew",
        /// It came long after it happened, or after a later movement of the same person.
        LateUpload = "late_upload",
        /// What the device did and what the server would have done differ, or a late scan contradicts a later one.
        Conflict = "conflict",
        /// A supervisor admitted against the reason given.
        Overridden = "overridden",
        /// Validly signed, but the list at hand has no entry for it.
        NotOnList = "not_on_list",
        /// The person was not seen entering the enclosing area.
        OuterNotSeen = "outer_not_seen",
        /// The person leaves an area that they were not seen entering.
        EntryNotSeen = "entry_not_seen",
    }
}

crate::text_enum! {
    /// What a device does with a validly signed badge that its list does not hold.
    pub enum Unlisted { Admit = "admit", Refuse = "refuse" }
}

/// A gate as its pages need it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = gate)]
pub struct GateRow {
    pub id: GateId,
    pub code: String,
    pub name: Localized,
    /// None: the street.
    pub from_area_id: Option<AreaId>,
    pub into_area_id: AreaId,
    pub exit_before_reentry: bool,
    pub once_per_day: bool,
    pub unlisted: Unlisted,
    pub ordinal: i32,
    pub version: i32,
    pub closed_at: Option<Moment>,
}

/// A device as its pages need it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = device)]
pub struct DeviceRow {
    pub id: DeviceId,
    pub name: String,
    /// Set for a browser of a member of staff, which lives and dies with the session.
    pub session_id: Option<BrowserSessionId>,
    pub account_id: Option<AccountId>,
    pub enrolment_expires_at: Option<Moment>,
    pub created_at: Moment,
    pub last_seen_at: Option<Moment>,
    pub skew_milliseconds: Option<i64>,
    pub revoked_at: Option<Moment>,
}
