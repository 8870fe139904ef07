//! At which times a session is repeated.

use jiff::civil;
use jiff::tz::TimeZone;

use crate::clock::{Day, Moment};
use crate::language::Message;

/// Times of a day as they are typed: `08:30, 13:00`.
///
/// # Errors
/// Names what is no time.
pub fn read_hours(text: &str) -> Result<Vec<civil::Time>, Message> {
    let text = crate::language::western_digits(text);
    let mut hours = Vec::new();
    for part in text.split([',', ';', ' ', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let time = part.split_once([':', '.', 'h']).and_then(|(hour, minute)| {
            let minute = if minute.is_empty() { "0" } else { minute };
            civil::Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
        });
        let time = time.ok_or_else(|| Message::new("programme-wrong-time").with("text", part))?;
        if !hours.contains(&time) {
            hours.push(time);
        }
    }
    hours.sort();
    Ok(hours)
}

/// When a session that lasts so many seconds begins and ends on each of these days at each of these times, in order; the time that it has
/// already is left out. A day of the conference begins at 04:00: an hour after midnight belongs to the day before.
pub fn repetitions(
    (days, hours): (&[Day], &[civil::Time]),
    lasting: i64,
    already: Option<Moment>,
    zone: &TimeZone,
) -> Vec<(Moment, Moment)> {
    let at = |day: &Day, time: &civil::Time| {
        let day = if time.hour() < 4 { day.plus_days(1) } else { *day };
        day.at(time.hour(), time.minute(), zone)
    };
    let starts = days.iter().flat_map(|day| hours.iter().filter_map(move |time| at(day, time)));
    let mut times: Vec<(Moment, Moment)> =
        starts.filter(|start| Some(*start) != already).map(|start| (start, start.plus_seconds(lasting))).collect();
    times.sort();
    times
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_however_they_are_written() {
        let read = |text: &str| {
            read_hours(text).unwrap().iter().map(|time| time.strftime("%H:%M").to_string()).collect::<Vec<_>>()
        };
        assert_eq!(read("13:00, 08:30; 8.30 17h"), ["08:30", "13:00", "17:00"]);
        assert_eq!(read("٠٨:٣٠"), ["08:30"]);
        assert!(read("").is_empty());
        assert_eq!(read_hours("08:30 noon").unwrap_err(), Message::new("programme-wrong-time").with("text", "noon"));
        assert!(read_hours("25:00").is_err());
    }

    #[test]
    fn every_day_at_every_time_but_the_one_it_has() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let days = [Day::parse("2025-10-25").unwrap(), Day::parse("2025-10-26").unwrap()];
        let own = days[0].at(8, 30, &zone);
        let found = repetitions((&days, &read_hours("08:30, 13:00, 01:00").unwrap()), 1800, own, &zone);
        let shown: Vec<String> =
            found.iter().map(|(from, _)| from.in_zone(&zone).strftime("%d %H:%M").to_string()).collect();
        assert_eq!(shown, ["25 13:00", "26 01:00", "26 08:30", "26 13:00", "27 01:00"]);
        assert!(found.iter().all(|(from, until)| until.seconds_since(*from) == 1800));
    }
}
