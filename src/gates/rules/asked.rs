//! What a device asks, and when it happened.

use crate::gates::model::{Direction, Reason, Ruling};
use jiff::{SignedDuration, Timestamp};

/// A device's clock may differ by this much before the answer says so and the time is corrected.
pub const SKEW_LIMIT: SignedDuration = SignedDuration::from_secs(120);

/// A scan that arrives longer after it happened than this is a late upload.
pub const LATE_AFTER: SignedDuration = SignedDuration::from_secs(120);

/// What the code says by itself, before anything is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Not our format, or a key that we do not have.
    Unknown,
    Forged,
    OtherPurpose,
    OtherConference,
    /// A validly signed badge of this conference (or a badge found by hand).
    Badge,
}

impl Reading {
    /// The reason for which such a code is refused in either direction.
    pub fn fault(self) -> Option<Reason> {
        match self {
            Self::Unknown => Some(Reason::Unknown),
            Self::Forged => Some(Reason::Forged),
            Self::OtherPurpose => Some(Reason::WrongPurpose),
            Self::OtherConference => Some(Reason::WrongConference),
            Self::Badge => None,
        }
    }
}

/// What the device decided by itself when it had no network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offline {
    pub verdict: Ruling,
    pub reason: Reason,
}

#[derive(Debug, Clone)]
pub struct Asked {
    pub reading: Reading,
    pub direction: Direction,
    /// The device's time of the scan; absent: now.
    pub scanned_at: Option<Timestamp>,
    /// The device's clock when it sent the request.
    pub sent_at: Option<Timestamp>,
    pub by_hand: bool,
    pub offline: Option<Offline>,
    /// A supervisor admits whatever the rules say. Who may say so is the caller's to check.
    pub overridden: bool,
}

/// When a scan happened, by our clock as far as it can be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub at: Timestamp,
    pub skewed: bool,
    pub late: bool,
}

impl Asked {
    /// The logical time: the device's own, corrected when its clock is wrong by more than [`SKEW_LIMIT`], and never in the future,
    /// for a movement in the future would outrank every real one until then.
    pub fn moment(&self, now: Timestamp) -> Moment {
        let skew = self.sent_at.map(|sent| sent.duration_since(now)).filter(|skew| skew.abs() > SKEW_LIMIT);
        let told = self.scanned_at.unwrap_or(now);
        let corrected = match (self.scanned_at, skew) {
            (Some(told), Some(skew)) => told.checked_sub(skew).unwrap_or(told),
            _ => told,
        };
        let ahead = corrected.duration_since(now) > SKEW_LIMIT;
        let at = corrected.min(now);
        Moment { at, skewed: skew.is_some() || ahead, late: now.duration_since(at) > LATE_AFTER }
    }
}
