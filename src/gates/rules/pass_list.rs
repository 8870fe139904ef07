//! A pasted list of badges whose bearers get a pass: one a line, with a time of its own where the line has one.
//!
//! A line is `417`, `000 417`, or a row of a table whose first three columns are number, from and until (comma, semicolon or
//! tab between them). A first line without any digit is a heading.

use std::collections::BTreeSet;

use jiff::civil;
use jiff::tz::TimeZone;

use crate::clock::Moment;
use crate::language::western_digits;

/// The most lines that are read.
pub const MOST_LINES: usize = 5_000;

/// When a pass is good: from its first moment until just before its last; None at either end: no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    pub opens: Option<Moment>,
    pub closes: Option<Moment>,
}

impl Window {
    /// None when it would end before it begins.
    pub fn new(opens: Option<Moment>, closes: Option<Moment>) -> Option<Self> {
        let lasts = opens.zip(closes).is_none_or(|(opens, closes)| opens < closes);
        lasts.then_some(Self { opens, closes })
    }
}

/// One line that could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Counted from 1.
    pub line: usize,
    pub number: i32,
    pub window: Window,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub line: usize,
    /// The key of the sentence that says it.
    pub key: &'static str,
    /// What stands there.
    pub text: String,
}

/// Reads the list; a line without times takes `otherwise`. A number that stands twice counts once.
pub fn read_pass_list(text: &str, zone: &TimeZone, otherwise: Window) -> (Vec<Wish>, Vec<Mistake>) {
    let (mut wishes, mut mistakes, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    let is_heading = |at: usize, line: &str| at == 0 && !line.chars().any(char::is_numeric);
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() || is_heading(at, line) {
            continue;
        }
        if at >= MOST_LINES {
            mistakes.push(Mistake { line: at + 1, key: "gates-list-too-long", text: MOST_LINES.to_string() });
            break;
        }
        match read_line(line, zone, otherwise) {
            Ok((number, window)) if seen.insert(number) => wishes.push(Wish { line: at + 1, number, window }),
            Ok(_) => {}
            Err((key, text)) => mistakes.push(Mistake { line: at + 1, key, text }),
        }
    }
    (wishes, mistakes)
}

fn read_line(line: &str, zone: &TimeZone, otherwise: Window) -> Result<(i32, Window), (&'static str, String)> {
    let mut cells = line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"').trim());
    let typed = cells.next().unwrap_or_default();
    let digits: String = western_digits(typed).chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}').collect();
    let number = digits.parse().ok().filter(|number: &i32| *number > 0);
    let number = number.ok_or(("gates-list-no-number", typed.to_owned()))?;
    let mut end = |otherwise| match cells.next().unwrap_or_default() {
        "" => Ok(otherwise),
        text => moment(text, zone).map(Some).ok_or(("gates-list-no-time", text.to_owned())),
    };
    let (opens, closes) = (end(otherwise.opens)?, end(otherwise.closes)?);
    let window = Window::new(opens, closes).ok_or(("gates-list-ends-first", line.trim().to_owned()))?;
    Ok((number, window))
}

/// `2025-10-25 09:00` on the conference's clocks, or an instant as RFC 3339 writes it.
fn moment(text: &str, zone: &TimeZone) -> Option<Moment> {
    let text = western_digits(text);
    Moment::parse(&text).or_else(|| Moment::at(text.replacen(' ', "T", 1).parse::<civil::DateTime>().ok()?, zone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hanoi() -> TimeZone {
        TimeZone::get("Asia/Ho_Chi_Minh").unwrap()
    }

    fn read(text: &str) -> (Vec<i32>, Vec<(usize, &'static str)>) {
        let (wishes, mistakes) = read_pass_list(text, &hanoi(), Window::default());
        let numbers = wishes.iter().map(|wish| wish.number).collect();
        (numbers, mistakes.iter().map(|mistake| (mistake.line, mistake.key)).collect())
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(read("417\n000 418\r\n\n \u{0664}\u{0661}\u{0669} \n\"420\"").0, [417, 418, 419, 420]);
        assert_eq!(read("Badge;From;Until\n417;;\n"), (vec![417], vec![]), "a heading is none of them");
        assert_eq!(read("417\n417\n000 417"), (vec![417], vec![]), "twice is once");
    }

    #[test]
    fn every_line_that_cannot_be_read_is_named() {
        let (numbers, mistakes) = read("417\nAda\n418, tomorrow\n0\n419,2025-10-25 10:00,2025-10-25 09:00");
        assert_eq!(numbers, [417]);
        let expected = [
            (2, "gates-list-no-number"),
            (3, "gates-list-no-time"),
            (4, "gates-list-no-number"),
            (5, "gates-list-ends-first"),
        ];
        assert_eq!(mistakes, expected);
    }

    #[test]
    fn a_line_has_its_own_time_or_that_of_the_whole_list() {
        let at = |text| Moment::parse(text);
        let otherwise = Window::new(at("2025-10-25T00:00:00Z"), None).unwrap();
        let text = "1\n2\t2025-10-25 09:00\t2025-10-25T12:00\n3,,2025-10-26T02:00:00Z";
        let (wishes, _) = read_pass_list(text, &hanoi(), otherwise);
        let windows: Vec<_> = wishes.iter().map(|wish| (wish.window.opens, wish.window.closes)).collect();
        let opens = at("2025-10-25T00:00:00Z");
        let own = (at("2025-10-25T02:00:00Z"), at("2025-10-25T05:00:00Z"));
        assert_eq!(windows, [(opens, None), own, (opens, at("2025-10-26T02:00:00Z"))]);
    }

    proptest! {
        #[test]
        fn every_line_is_read_or_named_and_none_twice(text in "[0-9a ,;\n]{0,60}") {
            let (wishes, mistakes) = read_pass_list(&text, &hanoi(), Window::default());
            let mut lines: Vec<usize> = wishes.iter().map(|wish| wish.line).chain(mistakes.iter().map(|m| m.line)).collect();
            let many = lines.len();
            lines.sort_unstable();
            lines.dedup();
            prop_assert_eq!(lines.len(), many);
            let numbers: BTreeSet<i32> = wishes.iter().map(|wish| wish.number).collect();
            prop_assert_eq!(numbers.len(), wishes.len());
        }
    }
}
