//! Pure rules of the programme: which sessions clash, which day a session belongs to.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use crate::clock::{Day, Moment};
use crate::ids::{MeetingRoomId, SessionId};

/// A session's claim on a room; half-open, so ending at 10:00 and starting at 10:00 is no clash.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    pub session: SessionId,
    pub room: MeetingRoomId,
    pub from: Moment,
    pub until: Moment,
}

/// Pairs of sessions that hold one room at the same time, each pair once, earlier session first.
pub fn room_clashes(held: &[Held]) -> Vec<(SessionId, SessionId)> {
    let mut by_room: BTreeMap<MeetingRoomId, Vec<Held>> = BTreeMap::new();
    for claim in held {
        by_room.entry(claim.room).or_default().push(*claim);
    }
    let mut clashes = Vec::new();
    for claims in by_room.values_mut() {
        claims.sort_by_key(|claim| (claim.from, claim.until, claim.session));
        for (index, first) in claims.iter().enumerate() {
            // Sorted by start: nothing after the first that begins too late can clash.
            let overlapping = claims[index + 1..].iter().take_while(|second| second.from < first.until);
            clashes.extend(overlapping.map(|second| (first.session, second.session)));
        }
    }
    clashes
}

/// The days on which something is held, in order. Sessions before 04:00 belong to the day before.
pub fn days(starts: impl IntoIterator<Item = Moment>, zone: &TimeZone) -> Vec<Day> {
    let mut days: Vec<Day> = starts.into_iter().map(|start| start.conference_day(zone)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minutes: i64) -> Moment {
        Moment::parse("2025-10-25T00:00:00Z").unwrap().plus_seconds(minutes * 60)
    }

    fn held(room: MeetingRoomId, from: i64, until: i64) -> Held {
        Held { session: SessionId::new(), room, from: at(from), until: at(until) }
    }

    #[test]
    fn sessions_that_touch_do_not_clash() {
        let (one, other) = (MeetingRoomId::new(), MeetingRoomId::new());
        let held = [held(one, 0, 60), held(one, 60, 90), held(other, 30, 60), held(one, 59, 61)];
        let clashes = room_clashes(&held);
        assert_eq!(clashes, [(held[0].session, held[3].session), (held[3].session, held[1].session)]);
    }

    #[test]
    fn a_session_after_midnight_belongs_to_the_day_before() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let night = Moment::parse("2025-10-25T18:30:00Z").unwrap();
        assert_eq!(days([night], &zone), [Day::parse("2025-10-25").unwrap()]);
    }

    proptest! {
        #[test]
        fn the_sweep_finds_what_comparing_all_pairs_finds(times in proptest::collection::vec((0_i64..200, 1_i64..60, 0_usize..3), 0..40)) {
            let rooms = [MeetingRoomId::new(), MeetingRoomId::new(), MeetingRoomId::new()];
            let claims: Vec<Held> = times.iter().map(|(from, length, room)| held(rooms[*room], *from, from + length)).collect();
            let mut slow = 0;
            for (index, a) in claims.iter().enumerate() {
                slow += claims[index + 1..].iter().filter(|b| a.room == b.room && a.from < b.until && b.from < a.until).count();
            }
            prop_assert_eq!(room_clashes(&claims).len(), slow);
        }
    }
}
