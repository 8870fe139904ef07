//! Dates, times and numbers as a language writes them, always in the conference's own time zone.

use jiff::civil;
use jiff::tz::TimeZone;

use super::Language;
use crate::clock::{Day, Moment};

impl Language {
    /// `25 October 2025`.
    pub fn date(self, day: Day) -> String {
        let Day(date) = day;
        self.with(
            "date-long",
            &[
                ("day", date.day().into()),
                ("month", self.t(&format!("month-{}", date.month())).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// `Saturday 25 October`.
    pub fn weekday_date(self, day: Day) -> String {
        let Day(date) = day;
        self.with(
            "date-weekday",
            &[
                ("weekday", self.weekday(day).into()),
                ("day", date.day().into()),
                ("month", self.t(&format!("month-{}", date.month())).into()),
            ],
        )
    }

    /// `Saturday`.
    pub fn weekday(self, Day(date): Day) -> String {
        self.t(&format!("weekday-{}", date.weekday().to_monday_one_offset()))
    }

    /// `25 Oct`.
    pub fn short_date(self, Day(date): Day) -> String {
        self.with(
            "date-short",
            &[("day", date.day().into()), ("month", self.t(&format!("month-short-{}", date.month())).into())],
        )
    }

    /// `25–26 October 2025`, `31 October – 2 November 2025`.
    pub fn date_range(self, from: Day, until: Day) -> String {
        let (Day(first), Day(last)) = (from, until);
        if first == last {
            return self.date(from);
        }
        if (first.year(), first.month()) == (last.year(), last.month()) {
            return self.with(
                "date-range-in-month",
                &[
                    ("from", first.day().into()),
                    ("until", last.day().into()),
                    ("month", self.t(&format!("month-{}", first.month())).into()),
                    ("year", first.year().to_string().into()),
                ],
            );
        }
        self.with("date-range", &[("from", self.date(from).into()), ("until", self.date(until).into())])
    }

    /// `10:04`.
    pub fn time(self, at: Moment, zone: &TimeZone) -> String {
        clock_time(at.in_zone(zone).time())
    }

    /// `10:04` of today, `24 Oct` of another day: for lists of what was done last.
    pub fn lately(self, at: Moment, now: Moment, zone: &TimeZone) -> String {
        let (day, today) = (at.day(zone), now.day(zone));
        if day == today { self.time(at, zone) } else { self.short_date(day) }
    }

    /// `25 October 2025, 10:04`.
    pub fn date_time(self, at: Moment, zone: &TimeZone) -> String {
        self.with("date-time", &[("date", self.date(at.day(zone)).into()), ("time", self.time(at, zone).into())])
    }

    /// `2,500` or `2 500`.
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let separator = self.t("number-separator");
        let mut out = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push_str(&separator);
            }
            out.push(digit);
        }
        if number < 0 { format!("\u{2212}{out}") } else { out }
    }

    /// How many there are, written the same way.
    pub fn count(self, many: usize) -> String {
        self.number(i64::try_from(many).unwrap_or(i64::MAX))
    }
}

fn clock_time(time: civil::Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn dates_are_written_as_the_language_does() {
        let (en, fr) = (Language::parse("en").unwrap(), Language::parse("fr").unwrap());
        assert_eq!(en.date(day("2025-10-25")), "25 October 2025");
        assert_eq!(fr.date(day("2025-08-01")), "1er août 2025");
        assert_eq!(fr.weekday_date(day("2025-10-25")), "samedi 25 octobre");
        assert_eq!(en.date_range(day("2025-10-25"), day("2025-10-26")), "25–26 October 2025");
        assert_eq!(en.date_range(day("2025-10-31"), day("2025-11-01")), "31 October 2025 – 1 November 2025");
    }

    #[test]
    fn numbers_are_grouped() {
        let (en, fr) = (Language::parse("en").unwrap(), Language::parse("fr").unwrap());
        assert_eq!(en.number(1_234_567), "1,234,567");
        assert_eq!(fr.number(2500), "2\u{202f}500");
        assert_eq!(en.number(-12), "\u{2212}12");
    }
}
