//! Days and hours of sessions, on the conference's clocks.

use jiff::tz::TimeZone;

use crate::clock::{Day, Moment};
use crate::language::Message;

/// The most hours of a session that ends after midnight; with more, the end was meant to be on the same day and is a mistake.
const NIGHT: i64 = 12;

/// The days on which something is held, in order. Sessions before 04:00 belong to the day before.
pub fn days(starts: impl IntoIterator<Item = Moment>, zone: &TimeZone) -> Vec<Day> {
    let mut days: Vec<Day> = starts.into_iter().map(|start| start.conference_day(zone)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// A session's time: nothing where nothing was said; an end at or before the start is on the next day.
///
/// # Errors
/// Every mistake with the field it is in: `date`, `start` or `end`.
pub fn read_times(
    [date, start, end]: [&str; 3],
    zone: &TimeZone,
) -> Result<Option<(Moment, Moment)>, Vec<(&'static str, Message)>> {
    if [date, start, end].iter().all(|text| text.is_empty()) {
        return Ok(None);
    }
    let mut mistakes = Vec::new();
    let day = Day::parse(date);
    if day.is_none() {
        mistakes.push(("date", mistake(date, "programme-error-no-date", "programme-wrong-date")));
    }
    let mut hour = |field: &'static str, text: &str| {
        let read = read_hour(text);
        if read.is_none() {
            mistakes.push((field, mistake(text, "programme-error-no-time", "programme-wrong-time")));
        }
        read
    };
    let (from, until) = (hour("start", start), hour("end", end));
    let (Some(day), Some(from), Some(until)) = (day, from, until) else { return Err(mistakes) };
    let last = if until <= from { day.plus_days(1) } else { day };
    let wrong = |field, text| vec![(field, mistake(text, "programme-error-no-time", "programme-wrong-time"))];
    let starts = day.at(from.0, from.1, zone).ok_or_else(|| wrong("start", start))?;
    let ends = last.at(until.0, until.1, zone).filter(|ends| starts < *ends).ok_or_else(|| wrong("end", end))?;
    if last != day && ends.seconds_since(starts) > NIGHT * 3600 {
        return Err(vec![("end", Message::new("programme-error-end").with("hours", NIGHT))]);
    }
    Ok(Some((starts, ends)))
}

fn mistake(text: &str, missing: &str, wrong: &str) -> Message {
    if text.is_empty() { Message::new(missing) } else { Message::new(wrong).with("text", text) }
}

/// Hour and minute: `9:30`, `09h30`, `09.30`
pub fn read_hour(text: &str) -> Option<(i8, i8)> {
    let (hour, minute) = text.split_once([':', 'h', '.'])?;
    let (hour, minute) = (hour.parse::<i8>().ok()?, minute.get(..2)?.parse::<i8>().ok()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> TimeZone {
        TimeZone::get("Asia/Ho_Chi_Minh").unwrap()
    }

    fn fields(texts: [&str; 3]) -> Vec<&'static str> {
        read_times(texts, &zone()).unwrap_err().into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn times_are_read_in_the_conferences_zone() {
        let (from, until) = read_times(["2025-10-25", "09:00", "10:15"], &zone()).unwrap().unwrap();
        assert_eq!(
            (from.to_string(), until.to_string()),
            ("2025-10-25T02:00:00Z".into(), "2025-10-25T03:15:00Z".into())
        );
        let (_, late) = read_times(["2025-10-25", "22:00", "00:30"], &zone()).unwrap().unwrap();
        assert_eq!(late.to_string(), "2025-10-25T17:30:00Z");
        assert_eq!(read_times(["", "", ""], &zone()).unwrap(), None);
    }

    #[test]
    fn every_mistake_is_told_with_its_field() {
        assert_eq!(fields(["2025-02-30", "25:00", "9é"]), ["date", "start", "end"]);
        assert_eq!(fields(["", "09:00", ""]), ["date", "end"]);
        assert_eq!(fields(["2025-10-25", "", "10:00"]), ["start"]);
    }

    #[test]
    fn an_end_before_the_start_is_a_night_or_a_mistake() {
        assert!(read_times(["2025-10-25", "18:00", "06:00"], &zone()).is_ok());
        assert_eq!(fields(["2025-10-25", "18:00", "06:01"]), ["end"]);
        assert_eq!(fields(["2025-10-25", "10:00", "09:00"]), ["end"]);
        assert_eq!(fields(["2025-10-25", "10:00", "10:00"]), ["end"]);
    }

    #[test]
    fn a_session_after_midnight_belongs_to_the_day_before() {
        let night = Moment::parse("2025-10-25T18:30:00Z").unwrap();
        assert_eq!(days([night], &zone()), [Day::parse("2025-10-25").unwrap()]);
    }
}
