//! What is on in each room now, and what comes next. Door screens go on by the same rule when the network is gone: the cases of
//! `tests/vectors/now_and_next.json` hold both to it.

use jiff::tz::TimeZone;

use crate::clock::Moment;
use crate::programme::model::Released;

/// One room's sessions by their places in the list they came from: what goes on, what comes next, what comes later; all of the same
/// conference day. Cancelled ones are nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    pub now: Option<usize>,
    pub next: Option<usize>,
    pub later: Vec<usize>,
}

/// The course of one room's sessions. Half-open: what ends now is over, what begins now is on.
pub fn course<'a>(rows: impl IntoIterator<Item = (usize, &'a Released)>, now: Moment, zone: &TimeZone) -> Course {
    let today = now.conference_day(zone);
    let mut rows: Vec<(usize, &Released)> = rows
        .into_iter()
        .filter(|(_, row)| !row.cancelled && row.ends_at > now)
        .filter(|(_, row)| row.starts_at.conference_day(zone) == today)
        .collect();
    rows.sort_by_key(|(_, row)| (row.starts_at, row.ends_at, row.session_id));
    let mut course = Course::default();
    for (place, row) in rows {
        if row.starts_at <= now && course.now.is_none() {
            course.now = Some(place);
        } else if course.next.is_none() {
            course.next = Some(place);
        } else {
            course.later.push(place);
        }
    }
    course
}

/// Whole minutes until a moment, a begun one counted.
pub fn minutes_until(at: Moment, now: Moment) -> i64 {
    let seconds = at.seconds_since(now);
    if seconds <= 0 { 0 } else { (seconds + 59) / 60 }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::ids::{MeetingRoomId, SessionId};
    use crate::language::Localized;
    use crate::programme::model::{Facts, SessionKind};

    #[derive(Deserialize)]
    struct Case {
        name: String,
        zone: String,
        now: Moment,
        sessions: Vec<Held>,
        on: Option<usize>,
        next: Option<usize>,
        later: Vec<usize>,
        minutes: Option<i64>,
    }

    #[derive(Deserialize)]
    struct Held {
        from: Moment,
        until: Moment,
        #[serde(default)]
        cancelled: bool,
    }

    fn row(number: usize, held: &Held) -> Released {
        Released {
            session_id: SessionId(uuid::Uuid::from_u128(number as u128 + 1)),
            room_id: MeetingRoomId(uuid::Uuid::from_u128(1)),
            starts_at: held.from,
            ends_at: held.until,
            cancelled: held.cancelled,
            sequence: 0,
            facts: Facts::bare(1, SessionKind::Plenary, Localized::default()),
            organiser_id: None,
            gone: false,
            off_since: None,
            urgent: None,
            co_organiser_ids: Vec::new(),
        }
    }

    #[test]
    fn the_course_of_a_room_is_that_of_the_vectors() {
        let cases: Vec<Case> = serde_json::from_str(include_str!("../../../tests/vectors/now_and_next.json")).unwrap();
        assert!(cases.len() > 6);
        for case in cases {
            let rows: Vec<Released> = case.sessions.iter().enumerate().map(|(place, held)| row(place, held)).collect();
            let found = course(rows.iter().enumerate(), case.now, &TimeZone::get(&case.zone).unwrap());
            let wanted = Course { now: case.on, next: case.next, later: case.later };
            assert_eq!(found, wanted, "{}", case.name);
            let minutes = found.next.map(|place| minutes_until(rows[place].starts_at, case.now));
            assert_eq!(minutes, case.minutes, "{}", case.name);
        }
    }
}
