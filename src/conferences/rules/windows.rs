//! The windows of a conference: when nominations are taken, until when they are confirmed and replaced, when badges are good,
//! and when papers are let go.

use jiff::tz::TimeZone;

use crate::clock::{Day, Moment};
use crate::conferences::model::Conference;
use crate::web::Errors;

/// All windows; the periods are half-open.
#[derive(Clone, Debug, PartialEq)]
pub struct Windows {
    pub nomination_opens_at: Moment,
    pub nomination_closes_at: Moment,
    pub confirmation_closes_at: Moment,
    pub badges_valid_from: Day,
    /// The last day of a badge.
    pub badges_valid_until: Day,
    pub documents_purge_on: Day,
}

/// What follows from the dates where nobody says otherwise: nominations close three weeks before the first day at 18:00,
/// confirmations three days before it; badges are good from three days before (crews build up) to two days after; papers go
/// ninety days after the end. A conference that is called at short notice gets shorter windows, never impossible ones.
pub fn default_windows(starts_on: Day, ends_on: Day, zone: &TimeZone, now: Moment) -> Windows {
    let evening = |day: Day| day.at(18, 0, zone).unwrap_or(now);
    let hour = 3600;
    let usual = evening(starts_on.plus_days(-21));
    // Called so late that even this is past, people are nominated until the conference ends.
    let before_it = evening(starts_on.plus_days(-3));
    let latest = if before_it > now { before_it } else { evening(ends_on) };
    // Where three weeks are not left, nominations stay open to the day on which confirmations close.
    let nomination_closes_at = if usual.seconds_since(now) < 7 * 24 * hour { latest } else { usual };
    let confirmation_closes_at = latest;
    let opened = Moment::max(now.plus_seconds(-(now.seconds().rem_euclid(hour))), evening(starts_on.plus_days(-180)));
    Windows {
        nomination_opens_at: Moment::min(opened, nomination_closes_at.plus_seconds(-hour)),
        nomination_closes_at,
        confirmation_closes_at,
        badges_valid_from: starts_on.plus_days(-3),
        badges_valid_until: ends_on.plus_days(2),
        documents_purge_on: ends_on.plus_days(90),
    }
}

impl Conference {
    /// Its windows as they stand.
    pub fn windows(&self) -> Windows {
        Windows {
            nomination_opens_at: self.nomination_opens_at,
            nomination_closes_at: self.nomination_closes_at,
            confirmation_closes_at: self.confirmation_closes_at,
            badges_valid_from: self.badges_valid_from,
            badges_valid_until: self.badges_valid_until,
            documents_purge_on: self.documents_purge_on,
        }
    }
}

impl Windows {
    /// What is wrong with them, at the fields of the form.
    pub fn check(&self, starts_on: Day, ends_on: Day) -> Errors {
        let mut errors = Errors::default();
        if ends_on < starts_on {
            errors.say("ends_on", "rule-conference-ends-after-it-starts");
        }
        if self.nomination_closes_at <= self.nomination_opens_at {
            errors.say("nomination_closes_at", "rule-nomination-closes-after-it-opens");
        }
        if self.confirmation_closes_at < self.nomination_closes_at {
            errors.say("confirmation_closes_at", "rule-confirmation-closes-after-nomination");
        }
        if self.badges_valid_until < self.badges_valid_from {
            errors.say("badges_valid_until", "rule-badges-are-valid-for-a-time");
        } else if starts_on < self.badges_valid_from {
            errors.say("badges_valid_from", "conference-badges-must-cover");
        } else if self.badges_valid_until < ends_on {
            errors.say("badges_valid_until", "conference-badges-must-cover");
        }
        if self.documents_purge_on <= ends_on {
            errors.say("documents_purge_on", "conference-purge-after-the-end");
        }
        errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn windows_follow_from_the_dates() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let now = Moment::parse("2025-05-01T03:20:00Z").unwrap();
        let windows = default_windows(day("2025-10-25"), day("2025-10-26"), &zone, now);
        assert_eq!(windows.nomination_opens_at.to_string(), "2025-05-01T03:00:00Z");
        assert_eq!(windows.nomination_closes_at.to_string(), "2025-10-04T11:00:00Z");
        assert_eq!(windows.confirmation_closes_at.to_string(), "2025-10-22T11:00:00Z");
        assert_eq!(windows.badges_valid_from, day("2025-10-22"));
    }

    #[test]
    fn each_wrong_window_is_told_at_its_field() {
        let zone = TimeZone::UTC;
        let now = Moment::parse("2025-05-01T03:20:00Z").unwrap();
        let (first, last) = (day("2025-10-25"), day("2025-10-26"));
        let mut windows = default_windows(first, last, &zone, now);
        windows.badges_valid_until = first;
        windows.documents_purge_on = last;
        windows.confirmation_closes_at = windows.nomination_opens_at;
        let fields: Vec<_> = windows.check(first, last).iter().map(|(field, _)| field.to_owned()).collect();
        assert_eq!(fields, ["badges_valid_until", "confirmation_closes_at", "documents_purge_on"]);
    }

    proptest! {
        #[test]
        fn computed_windows_are_never_wrong(first in 7000..12000_i32, length in 0..30_i32, ahead in -400..800_i64) {
            let starts_on = day("2000-01-01").plus_days(first);
            let ends_on = starts_on.plus_days(length);
            let zone = TimeZone::get("America/New_York").unwrap();
            let now = starts_on.at(9, 30, &zone).unwrap().plus_seconds(-ahead * 24 * 3600);
            let windows = default_windows(starts_on, ends_on, &zone, now);
            prop_assert!(windows.check(starts_on, ends_on).is_empty(), "{windows:?}");
        }
    }
}
