//! A bar for each minute, drawn here and sent as SVG: no script, and the same on paper.

use std::fmt::Write;

use jiff::tz::TimeZone;

use crate::clock::Moment;
use crate::language::Language;

const LEFT: i64 = 36;
const BASE: i64 = 190;
const TOP: i64 = 10;
const RIGHT: i64 = 920;

/// A plot as the template writes it down.
pub struct Plot {
    /// Every bar in one path.
    pub bars: String,
    /// Height and figure of each line across.
    pub lines: Vec<(i64, String)>,
    /// Place and time of each mark below.
    pub hours: Vec<(i64, String)>,
    /// The numbers as a table: time and people, minutes with nobody left out.
    pub rows: Vec<(String, String)>,
}

/// `minutes` bars up to and with the minute of `until`; `counts` are people by minute, others are nobody.
pub fn plot(counts: &[(Moment, i64)], until: Moment, minutes: i64, zone: &TimeZone, language: Language) -> Plot {
    let last = until.seconds().div_euclid(60);
    let first = last - minutes + 1;
    let highest = ceiling(counts.iter().map(|(_, people)| *people).max().unwrap_or(0));
    let across = |minute: i64| LEFT + (minute - first) * (RIGHT - LEFT) / minutes;
    let up = |people: i64| BASE - people * (BASE - TOP) / highest;
    let mut bars = String::new();
    for (at, people) in counts.iter().filter(|(at, people)| *people > 0 && at.seconds().div_euclid(60) >= first) {
        let minute = at.seconds().div_euclid(60);
        let (from, to) = (across(minute), across(minute + 1));
        // Writing into a String cannot fail.
        let _ = write!(bars, "M{from} {BASE}V{}H{}V{BASE}z", up(*people), (to - 1).max(from + 1));
    }
    let lines = (0..=2).map(|part| highest * part / 2).map(|people| (up(people), language.number(people)));
    let marks = (first..=last + 1).filter(|minute| minute.rem_euclid(30) == 0);
    let at = |minute: i64| until.plus_seconds(minute * 60 - until.seconds());
    Plot {
        bars,
        lines: lines.collect(),
        hours: marks.map(|minute| (across(minute), language.time(at(minute), zone))).collect(),
        rows: counts.iter().map(|(at, people)| (language.time(*at, zone), language.number(*people))).collect(),
    }
}

/// The next even and round number.
fn ceiling(people: i64) -> i64 {
    let steps = [2, 4, 10, 20, 40, 100, 200, 400, 1000, 2000, 4000, 10_000, 20_000, 40_000, 100_000];
    steps.into_iter().find(|step| people <= *step).unwrap_or(people + people % 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_stands_over_its_minute_and_under_the_highest_line() {
        let at = |text: &str| Moment::parse(text).unwrap();
        let counts = [(at("2025-10-26T03:00:00Z"), 10), (at("2025-10-26T03:04:00Z"), 5)];
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let plot = plot(&counts, at("2025-10-26T03:04:18Z"), 120, &zone, *crate::language::FALLBACK);
        assert_eq!(plot.bars.matches('M').count(), 2);
        assert!(plot.bars.contains(&format!("V{TOP}H")), "ten of ten reach the top: {}", plot.bars);
        assert_eq!(plot.lines.iter().map(|(_, figure)| figure.as_str()).collect::<Vec<_>>(), ["0", "5", "10"]);
        assert_eq!(plot.hours.last().unwrap().1, "10:00");
        assert_eq!(plot.rows[0], ("10:00".to_owned(), "10".to_owned()));
    }

    #[test]
    fn nobody_is_no_division_by_zero() {
        let now = Moment::parse("2025-10-26T03:04:18Z").unwrap();
        let plot = plot(&[], now, 120, &TimeZone::UTC, *crate::language::FALLBACK);
        assert!(plot.bars.is_empty() && plot.rows.is_empty());
        assert_eq!(ceiling(0), 2);
        assert_eq!(ceiling(1_000_001) % 2, 0);
    }
}
