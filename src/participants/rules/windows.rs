//! The two windows of a conference: nominate until one day, confirm and replace until a later one.

use crate::clock::{Day, Moment};
use crate::conferences::Conference;

/// Where the conference stands between its windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Nominations have not begun; drafts may be prepared.
    NotYet,
    Nomination,
    /// Nominations are closed; what was returned may still be handed in, everything else is a late entry.
    Confirmation,
    Closed,
}

impl Window {
    /// The window at a moment; each ends before the instant that closes it.
    pub fn at(conference: &Conference, now: Moment) -> Self {
        if now < conference.nomination_opens_at {
            Self::NotYet
        } else if now < conference.nomination_closes_at {
            Self::Nomination
        } else if now < conference.confirmation_closes_at {
            Self::Confirmation
        } else {
            Self::Closed
        }
    }

    /// When it ends; nothing for the last.
    pub fn ends(self, conference: &Conference) -> Option<Moment> {
        match self {
            Self::NotYet => Some(conference.nomination_opens_at),
            Self::Nomination => Some(conference.nomination_closes_at),
            Self::Confirmation => Some(conference.confirmation_closes_at),
            Self::Closed => None,
        }
    }

    /// Until when somebody can be nominated, or while that is over replaced; nothing for the last.
    pub fn last_call(self, conference: &Conference) -> Option<Moment> {
        match self {
            Self::NotYet | Self::Nomination => Some(conference.nomination_closes_at),
            Self::Confirmation => Some(conference.confirmation_closes_at),
            Self::Closed => None,
        }
    }

    /// Whether somebody newly nominated is a late entry.
    pub fn is_late(self) -> bool {
        matches!(self, Self::Confirmation | Self::Closed)
    }
}

/// Calendar days from today to the day of a deadline, in the conference's own zone: 0 is today.
pub fn days_left(conference: &Conference, deadline: Moment, now: Moment) -> i64 {
    let zone = conference.zone();
    let (Day(last), Day(today)) = (deadline.day(&zone), now.day(&zone));
    i64::from((last - today).get_days()).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::participants::fixtures::conference;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn a_window_is_open_from_its_first_instant_until_before_its_last() {
        let hanoi = conference();
        let window = |text| Window::at(&hanoi, at(text));
        assert_eq!(window("2025-06-30T23:59:59Z"), Window::NotYet);
        assert_eq!(window("2025-07-01T00:00:00Z"), Window::Nomination);
        assert_eq!(window("2025-10-10T10:59:59.999999Z"), Window::Nomination);
        assert_eq!(window("2025-10-10T11:00:00Z"), Window::Confirmation);
        assert_eq!(window("2025-10-20T11:00:00Z"), Window::Closed);
        assert!(!Window::Nomination.is_late() && Window::Closed.is_late());
    }

    #[test]
    fn days_are_counted_where_the_conference_is() {
        let hanoi = conference();
        // 18:00 on the 10th in Hà Nội; 20:00 UTC on the 9th is already the 10th there.
        assert_eq!(days_left(&hanoi, hanoi.nomination_closes_at, at("2025-10-09T20:00:00Z")), 0);
        assert_eq!(days_left(&hanoi, hanoi.nomination_closes_at, at("2025-10-08T20:00:00Z")), 1);
        assert_eq!(days_left(&hanoi, hanoi.nomination_closes_at, at("2026-10-08T20:00:00Z")), 0);
    }
}
