//! What a new conference begins with: the usual categories, areas and hours. Everything can be changed afterwards; nothing
//! here is asked again later.

use jiff::tz::TimeZone;

use super::hours::{Span, daily};
use crate::clock::Day;
use crate::conferences::model::{ClearanceKind, Delivery, Pattern};

use ClearanceKind::{Documents, Protocol, Security};
use Delivery::{Collect, Digital, PrintAtHome};
use Pattern::{Cross, Diagonal, Dot, Line, Plain, Wave};

/// A category of the usual set. Its name is the text `default-category-d` in every language.
pub struct DefaultCategory {
    pub letter: &'static str,
    pub colour: &'static str,
    pub pattern: Pattern,
    pub delivery: Delivery,
    /// Places that a delegation of the fitting kind begins with.
    pub quota: Option<i32>,
    /// Whose yes is needed, and at which step.
    pub clearances: &'static [(ClearanceKind, i16)],
}

const BOTH: &[(ClearanceKind, i16)] = &[(Documents, 1), (Security, 1)];
const IN_ORDER: &[(ClearanceKind, i16)] = &[(Documents, 1), (Security, 2)];

#[rustfmt::skip]
const fn usual(letter: &'static str, colour: &'static str, pattern: Pattern, delivery: Delivery, quota: Option<i32>,
    clearances: &'static [(ClearanceKind, i16)]) -> DefaultCategory {
    DefaultCategory { letter, colour, pattern, delivery, quota, clearances }
}

/// The usual set, in the order in which lists show it. States and officials collect their badges in person.
#[rustfmt::skip]
pub const CATEGORIES: &[DefaultCategory] = &[
    usual("E", "#7a1f33", Cross, Collect, Some(1), &[(Protocol, 1)]),
    usual("D", "#0b4f6c", Line, Collect, Some(8), BOTH),
    usual("O", "#3f5a2a", Dot, Collect, Some(4), BOTH),
    usual("I", "#20508a", Diagonal, Collect, Some(4), BOTH),
    usual("U", "#00658f", Wave, Collect, Some(4), BOTH),
    usual("S", "#37474f", Plain, Collect, None, &[(Documents, 1)]),
    usual("H", "#6d1a5a", Plain, Collect, None, BOTH),
    usual("N", "#2e6b3f", Diagonal, PrintAtHome, Some(3), IN_ORDER),
    usual("A", "#5b3f8c", Line, PrintAtHome, Some(3), IN_ORDER),
    usual("B", "#8a4b08", Line, PrintAtHome, Some(3), IN_ORDER),
    usual("P", "#b3400b", Wave, Collect, Some(5), IN_ORDER),
    usual("X", "#6b5b00", Cross, Collect, Some(6), IN_ORDER),
    usual("K", "#1d1d1d", Cross, Collect, Some(4), &[(Protocol, 1), (Security, 1)]),
    usual("L", "#00695c", Dot, Collect, None, IN_ORDER),
    usual("M", "#b81414", Plain, Collect, None, IN_ORDER),
    usual("C", "#7a5230", Diagonal, Collect, None, IN_ORDER),
    usual("V", "#47700a", Line, Collect, None, IN_ORDER),
    usual("G", "#54606c", Dot, PrintAtHome, None, &[(Protocol, 1)]),
    usual("F", "#6a6a6a", Plain, Digital, None, &[(Documents, 1)]),
];

impl DefaultCategory {
    /// Overflow passes stand outside every quota.
    pub fn counts_toward_quota(&self) -> bool {
        self.letter != "F"
    }
}

/// The usual areas: code, and the code of the one it lies in. Bit and label follow from the order; the name is the text
/// `default-area-perimeter` in every language.
pub const AREAS: &[(&str, Option<&str>)] = &[
    ("perimeter", None),
    ("conference-centre", Some("perimeter")),
    ("plenary-hall", Some("conference-centre")),
    ("vip", Some("conference-centre")),
    ("media-centre", Some("conference-centre")),
    ("exhibition-hall", Some("perimeter")),
];

/// Who works there and comes and goes at all hours.
const STAFF: &str = "SHKMLCV";

/// The usual hours of a category in an area; none where it has no business.
pub fn default_openings(letter: &str, area: &str, starts_on: Day, ends_on: Day, zone: &TimeZone) -> Vec<Span> {
    let who = match area {
        "plenary-hall" => "EDOIUSHKLM",
        "vip" => "ESHKM",
        "media-centre" => "PSHKMLCV",
        _ => "EDOIUSHNABPXKLMCVGF",
    };
    if !who.contains(letter) {
        return Vec::new();
    }
    let whole = |from: Day, until: Day| {
        let span = from.at(0, 0, zone).zip(until.plus_days(1).at(0, 0, zone));
        span.map(|(opens_at, closes_at)| Span { opens_at, closes_at }).into_iter().collect()
    };
    match area {
        // Crews build up and take down.
        _ if letter == "C" => whole(starts_on.plus_days(-3), ends_on.plus_days(2)),
        _ if STAFF.contains(letter) => whole(starts_on.plus_days(-1), ends_on.plus_days(1)),
        "perimeter" | "conference-centre" => whole(starts_on.plus_days(-1), ends_on.plus_days(1)),
        "media-centre" => daily(starts_on, ends_on, (6, 0), (0, 0), zone),
        "exhibition-hall" => daily(starts_on, ends_on, (9, 0), (18, 0), zone),
        _ => daily(starts_on, ends_on, (8, 0), (20, 0), zone),
    }
}

#[cfg(test)]
mod tests {
    use super::super::colours::{is_colour, stylesheet};
    use super::*;

    #[test]
    fn every_letter_of_the_usual_set_is_there_once_and_legible() {
        let mut letters: Vec<&str> = CATEGORIES.iter().map(|category| category.letter).collect();
        letters.sort_unstable();
        assert_eq!(letters.concat(), "ABCDEFGHIKLMNOPSUVX");
        assert!(CATEGORIES.iter().all(|category| is_colour(category.colour) && !category.clearances.is_empty()));
        // White on each of them: a badge prints its letter in white.
        let sheet = stylesheet(CATEGORIES.iter().map(|category| (category.letter, category.colour)));
        assert_eq!(sheet.matches("--on-cat:#ffffff").count(), CATEGORIES.len());
    }

    #[test]
    fn delegates_sit_in_the_plenary_and_the_press_does_not() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let (first, last) = (Day::parse("2025-10-25").unwrap(), Day::parse("2025-10-26").unwrap());
        assert_eq!(default_openings("D", "plenary-hall", first, last, &zone).len(), 2);
        assert!(default_openings("P", "plenary-hall", first, last, &zone).is_empty());
        let around = default_openings("D", "perimeter", first, last, &zone);
        assert_eq!(around[0].opens_at.to_string(), "2025-10-23T17:00:00Z");
        assert_eq!(around[0].closes_at.to_string(), "2025-10-27T17:00:00Z");
    }
}
