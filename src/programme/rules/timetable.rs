//! The timetable: blocks of one room side by side, hours on which something begins, when a room is shut, what a move breaks and what
//! it mends.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil;
use jiff::tz::TimeZone;

use super::clashes::Doubt;
use super::venue::{Place, Span};
use crate::clock::{Day, Moment};
use crate::ids::{BlockerId, SessionId};

/// Minutes to which sessions are moved.
pub const STEP: i64 = 5;
/// The hour at which a conference day begins, on the clock.
pub const FIRST_HOUR: i64 = 4;

/// Which of so many parts of a column a block stands in, from the side where reading begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    pub lane: usize,
    pub of: usize,
}

/// Puts the blocks of one room side by side where they overlap: one answer for each span, in the order in which they are given.
/// Half-open: what ends when another begins has the whole breadth.
pub fn lanes(spans: &[(i64, i64)]) -> Vec<Lane> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|index| (spans[*index], *index));
    let mut found = vec![Lane { lane: 0, of: 1 }; spans.len()];
    // Blocks that overlap each other directly or by others share their breadth.
    let mut group: Vec<usize> = Vec::new();
    let mut ends: Vec<i64> = Vec::new();
    for index in order {
        let (from, until) = spans[index];
        if ends.iter().all(|end| *end <= from) {
            share(&mut found, &group, ends.len());
            group.clear();
            ends.clear();
        }
        let lane = ends.iter().position(|end| *end <= from).unwrap_or(ends.len());
        if lane == ends.len() {
            ends.push(until);
        } else {
            ends[lane] = until;
        }
        found[index].lane = lane;
        group.push(index);
    }
    share(&mut found, &group, ends.len());
    found
}

fn share(found: &mut [Lane], group: &[usize], of: usize) {
    for index in group {
        found[*index].of = of;
    }
}

/// The moment itself if it is a multiple of five minutes on the clock, else the next one.
pub fn next_step(at: Moment) -> Moment {
    let over = at.seconds().rem_euclid(STEP * 60);
    if over == 0 { at } else { at.plus_seconds(STEP * 60 - over) }
}

/// Minutes on the clock since midnight of a conference day; at night they go on counting, so 01:30 is 1,530.
pub fn minute_of(day: Day, at: Moment, zone: &TimeZone) -> i64 {
    let Day(date) = day;
    let wall = at.in_zone(zone).duration_since(date.to_datetime(civil::Time::midnight()));
    wall.as_secs().div_euclid(60)
}

/// A time on the clock of a conference day: before 04:00 it is the night after it.
pub fn on_day(day: Day, hour: i8, minute: i8, zone: &TimeZone) -> Option<Moment> {
    let date = if i64::from(hour) < FIRST_HOUR { day.plus_days(1) } else { day };
    date.at(hour, minute, zone)
}

/// The whole hours of a day that are drawn: what is there, and at least from eight to seven.
pub fn hours_shown(spans: impl IntoIterator<Item = (i64, i64)>) -> (i64, i64) {
    let bounds = |(first, last): (i64, i64), (from, until): (i64, i64)| (first.min(from), last.max(until));
    let (from, until) = spans.into_iter().fold((8 * 60, 19 * 60), bounds);
    let (first, last) = (from.div_euclid(60), (until + 59).div_euclid(60));
    (first.max(FIRST_HOUR), last.min(24 + FIRST_HOUR))
}

/// Why nobody meets in a room for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shut {
    /// Outside its own hours, or those of its area.
    Closed,
    Blocked(BlockerId),
}

/// When a room cannot be had within a span.
pub fn shut(place: &Place, (from, until): Span) -> Vec<(Span, Shut)> {
    let area = Some(&place.open).filter(|open| !open.is_empty());
    let hours = place.windows.iter().chain(area);
    let mut closed: Vec<Span> = hours.flat_map(|open| gaps(open, (from, until))).collect();
    closed.sort_unstable();
    let mut found: Vec<(Span, Shut)> = Vec::new();
    for span in closed {
        match found.last_mut() {
            Some(((_, end), _)) if span.0 <= *end => *end = span.1.max(*end),
            _ => found.push((span, Shut::Closed)),
        }
    }
    let within = place.blocked.iter().filter(|(_, (starts, ends))| *starts < until && from < *ends);
    found.extend(within.map(|(id, (starts, ends))| (((*starts).max(from), (*ends).min(until)), Shut::Blocked(*id))));
    found
}

/// What of a span is not covered by these.
fn gaps(open: &[Span], (from, until): Span) -> Vec<Span> {
    let mut open = open.to_vec();
    open.sort_unstable();
    let (mut at, mut found) = (from, Vec::new());
    for (opens, closes) in open {
        if at < opens.min(until) {
            found.push((at, opens.min(until)));
        }
        at = at.max(closes);
    }
    if at < until {
        found.push((at, until));
    }
    found
}

/// What a move breaks and what it mends, each with the session of which it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub breaks: Vec<(SessionId, Doubt)>,
    pub mends: Vec<(SessionId, Doubt)>,
}

/// The difference between all that is doubtful before and all that is after. A clash is said of both sessions; here it is told once,
/// of the one that is moved where it is one of the two.
pub fn outcome(
    moved: SessionId,
    before: &BTreeMap<SessionId, BTreeSet<Doubt>>,
    after: &BTreeMap<SessionId, BTreeSet<Doubt>>,
) -> Outcome {
    Outcome { breaks: only_in(moved, after, before), mends: only_in(moved, before, after) }
}

fn only_in(
    moved: SessionId,
    these: &BTreeMap<SessionId, BTreeSet<Doubt>>,
    those: &BTreeMap<SessionId, BTreeSet<Doubt>>,
) -> Vec<(SessionId, Doubt)> {
    let new = |of: &SessionId, doubt: &Doubt| !those.get(of).is_some_and(|known| known.contains(doubt));
    let all = these.iter().flat_map(|(of, doubts)| doubts.iter().map(move |doubt| (*of, doubt.clone())));
    let mut found: Vec<(SessionId, Doubt)> = all.filter(|(of, doubt)| new(of, doubt)).collect();
    found.sort_by_key(|(of, _)| *of != moved);
    let mut told: BTreeSet<(SessionId, SessionId, String)> = BTreeSet::new();
    found.retain(|(of, doubt)| match doubt.pair() {
        Some((with, what)) => told.insert(((*of).min(with), (*of).max(with), what)),
        None => true,
    });
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::clashes::{Claim, Ground, doubts};
    use super::*;
    use crate::ids::MeetingRoomId;

    fn at(minutes: i64) -> Moment {
        Moment::parse("2025-10-25T00:00:00Z").unwrap().plus_seconds(minutes * 60)
    }

    fn zone() -> TimeZone {
        TimeZone::get("Asia/Ho_Chi_Minh").unwrap()
    }

    #[test]
    fn blocks_that_overlap_stand_side_by_side_and_others_have_the_whole_breadth() {
        let spans = [(0, 60), (60, 90), (60, 120), (100, 130), (130, 140)];
        let lane = |lane, of| Lane { lane, of };
        assert_eq!(lanes(&spans), [lane(0, 1), lane(0, 2), lane(1, 2), lane(0, 2), lane(0, 1)]);
        assert_eq!(lanes(&[]), []);
    }

    proptest! {
        #[test]
        fn no_two_blocks_lie_on_each_other_and_none_is_narrower_than_it_must_be(
            spans in proptest::collection::vec((0_i64..300, 1_i64..90), 0..30)
        ) {
            let spans: Vec<(i64, i64)> = spans.into_iter().map(|(from, length)| (from, from + length)).collect();
            let lanes = lanes(&spans);
            let together = |a: (i64, i64), b: (i64, i64)| a.0 < b.1 && b.0 < a.1;
            for (one, lane) in lanes.iter().enumerate() {
                prop_assert!(lane.lane < lane.of);
                let others = || (0..spans.len()).filter(|other| *other != one && together(spans[one], spans[*other]));
                if others().next().is_none() {
                    prop_assert_eq!(*lane, Lane { lane: 0, of: 1 });
                }
                for other in others() {
                    prop_assert_ne!(lane.lane, lanes[other].lane);
                    prop_assert_eq!(lane.of, lanes[other].of);
                }
                // So many lanes as there are blocks at once at some moment, for those of one group.
                let most = spans.iter().map(|(from, _)| spans.iter().filter(|span| span.0 <= *from && *from < span.1).count());
                prop_assert!(lane.of <= most.max().unwrap_or(1));
            }
        }

        #[test]
        fn a_step_is_the_next_multiple_of_five_minutes(seconds in 0_i64..100_000) {
            let (at, next) = (at(0).plus_seconds(seconds), next_step(at(0).plus_seconds(seconds)));
            prop_assert_eq!(next.seconds() % 300, 0);
            prop_assert!((0..300).contains(&next.seconds_since(at)));
        }
    }

    #[test]
    fn the_night_belongs_to_the_day_before() {
        let day = Day::parse("2025-10-25").unwrap();
        let late = on_day(day, 1, 30, &zone()).unwrap();
        assert_eq!(late.to_string(), "2025-10-25T18:30:00Z");
        assert_eq!(late.conference_day(&zone()), day);
        assert_eq!(minute_of(day, late, &zone()), 25 * 60 + 30);
        assert_eq!(minute_of(day, on_day(day, 4, 0, &zone()).unwrap(), &zone()), 240);
        assert_eq!(hours_shown([(9 * 60, 10 * 60)]), (8, 19));
        assert_eq!(hours_shown([(7 * 60 + 59, 10 * 60), (18 * 60, 25 * 60 + 1)]), (7, 26));
        assert_eq!(hours_shown([(60, 30 * 60)]), (4, 28));
    }

    #[test]
    fn a_room_is_shut_outside_any_of_its_hours_and_where_it_is_blocked() {
        let blocker = BlockerId::new();
        let place = Place {
            open: vec![(at(0), at(600))],
            windows: vec![vec![(at(60), at(120)), (at(180), at(700))]],
            blocked: vec![(blocker, (at(500), at(900)))],
            ..Place::default()
        };
        let found = shut(&place, (at(30), at(660)));
        let closed = |from, until| ((at(from), at(until)), Shut::Closed);
        let blocked = ((at(500), at(660)), Shut::Blocked(blocker));
        assert_eq!(found, [closed(30, 60), closed(120, 180), closed(600, 660), blocked]);
        assert!(shut(&Place::default(), (at(0), at(60))).is_empty(), "nothing is known of its hours");
    }

    fn claim(session: SessionId, room: MeetingRoomId, from: i64, until: i64) -> Claim {
        Claim { firm: true, room: Some(room), ..Claim::at(session, (at(from), at(until))) }
    }

    fn ground() -> Ground {
        let days = ["2025-10-25", "2025-10-26"].map(|day| Day::parse(day).unwrap());
        Ground::bare(zone(), days)
    }

    #[test]
    fn a_clash_that_a_move_makes_or_mends_is_told_once_and_of_the_session_that_is_moved() {
        let (one, other, third) = (SessionId::new(), SessionId::new(), SessionId::new());
        let (hall, tent) = (MeetingRoomId::new(), MeetingRoomId::new());
        let rest = [claim(one, hall, 0, 60), claim(third, tent, 30, 90)];
        let with = |moved: Claim| doubts(&[&rest[..], &[moved]].concat(), &ground());
        let found = outcome(other, &with(claim(other, hall, 30, 90)), &with(claim(other, tent, 30, 90)));
        let held = |with| Doubt::RoomHeld { with, firm: true };
        assert_eq!(found, Outcome { breaks: vec![(other, held(third))], mends: vec![(other, held(one))] });
        let stays = with(claim(other, hall, 30, 90));
        assert_eq!(outcome(other, &stays, &stays), Outcome::default());
    }

    proptest! {
        #[test]
        fn what_a_move_breaks_is_what_moving_back_mends(
            times in proptest::collection::vec((0_i64..300, 1_i64..60, 0_usize..3), 1..20),
            to in (0_i64..300, 1_i64..60, 0_usize..3)
        ) {
            let rooms: Vec<MeetingRoomId> = (0..3).map(|_| MeetingRoomId::new()).collect();
            let claims: Vec<Claim> = times
                .iter()
                .map(|(from, length, room)| claim(SessionId::new(), rooms[*room], *from, from + length))
                .collect();
            let moved = claims[0].session;
            let mut after = claims.clone();
            after[0] = claim(moved, rooms[to.2], to.0, to.0 + to.1);
            let (was, is) = (doubts(&claims, &ground()), doubts(&after, &ground()));
            let (there, back) = (outcome(moved, &was, &is), outcome(moved, &is, &was));
            prop_assert_eq!(&there.breaks, &back.mends);
            prop_assert_eq!(&there.mends, &back.breaks);
            // Nothing is lost by telling a clash once: with what it mends undone and what it breaks done, one comes from the other.
            let clashes = |all: &BTreeMap<SessionId, BTreeSet<Doubt>>| all.values().map(BTreeSet::len).sum::<usize>() / 2;
            prop_assert_eq!(clashes(&was) + there.breaks.len(), clashes(&is) + there.mends.len());
        }
    }
}
