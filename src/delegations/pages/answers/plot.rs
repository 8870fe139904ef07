//! The answers of every day as two lines, drawn here and sent as SVG: no script, and the same on paper.

use std::fmt::Write;

use crate::clock::Day;
use crate::delegations::rules::Standing;
use crate::language::Language;

const LEFT: i64 = 44;
const RIGHT: i64 = 920;
const TOP: i64 = 10;
const BASE: i64 = 190;
/// Marks below, at most.
const MARKS: usize = 8;

/// A plot as the template writes it down.
pub(super) struct Plot {
    pub confirmed: String,
    /// The same, closed down to the base.
    pub area: String,
    pub declined: String,
    /// Height and figure of each line across.
    pub lines: Vec<(i64, String)>,
    /// Place and date of each mark below.
    pub days: Vec<(i64, String)>,
}

/// One step for each day, from the first answer to today; nothing before two days are over.
pub(super) fn plot(days: &[(Day, Standing)], language: Language) -> Option<Plot> {
    let steps = i64::try_from(days.len().checked_sub(1)?).ok().filter(|steps| *steps > 0)?;
    let highest = ceiling(days.iter().map(|(_, one)| one.confirmed.max(one.declined)).max().unwrap_or(0));
    let across = |place: i64| LEFT + place * (RIGHT - LEFT) / steps;
    let up = |count: i64| BASE - count * (BASE - TOP) / highest;
    let line = |count: &dyn Fn(&Standing) -> i64| {
        let mut path = String::new();
        for (place, (_, standing)) in (0i64..).zip(days) {
            let letter = if place == 0 { 'M' } else { 'L' };
            // Writing into a String cannot fail.
            let _ = write!(path, "{letter}{} {}", across(place), up(count(standing)));
        }
        path
    };
    let confirmed = line(&|one| one.confirmed);
    let every = days.len().div_ceil(MARKS);
    let marks = days.iter().enumerate().step_by(every);
    Some(Plot {
        area: format!("{confirmed}V{BASE}H{LEFT}z"),
        confirmed,
        declined: line(&|one| one.declined),
        lines: (0..=2).map(|part| highest * part / 2).map(|count| (up(count), language.number(count))).collect(),
        days: marks
            .map(|(place, (day, _))| (across(i64::try_from(place).unwrap_or(0)), language.short_date(*day)))
            .collect(),
    })
}

/// The next even and round number.
fn ceiling(count: i64) -> i64 {
    let steps = [2, 4, 10, 20, 40, 60, 80, 100, 150, 200, 300, 400, 600, 1000, 2000, 4000];
    steps.into_iter().find(|step| count <= *step).unwrap_or(count + count % 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::FALLBACK;

    #[test]
    fn the_last_day_stands_at_the_right_and_the_most_at_the_top() {
        let day = |number: i32| Day::parse("2025-09-01").unwrap().plus_days(number);
        let standing = |confirmed| Standing { confirmed, declined: 1, people: 0 };
        let days = [(day(0), standing(0)), (day(1), standing(5)), (day(2), standing(10))];
        let plot = plot(&days, *FALLBACK).unwrap();
        assert!(plot.confirmed.starts_with(&format!("M{LEFT} {BASE}L")));
        assert!(plot.confirmed.ends_with(&format!("L{RIGHT} {TOP}")), "{}", plot.confirmed);
        assert_eq!(plot.days.len(), 3);
        assert_eq!(plot.lines.last().unwrap().1, "10");
    }

    #[test]
    fn one_day_is_no_trend() {
        let today = Day::parse("2025-09-01").unwrap();
        assert!(plot(&[], *FALLBACK).is_none() && plot(&[(today, Standing::default())], *FALLBACK).is_none());
    }
}
