//! One's own choice of sessions: which of them clash.

use crate::ids::SessionId;
use crate::programme::model::Released;

/// Pairs of chosen sessions that go on at the same time, by time; half-open, so ending when the other begins is no clash. What is
/// cancelled clashes with nothing.
pub fn agenda_clashes(rows: &[&Released]) -> Vec<(SessionId, SessionId)> {
    let mut live: Vec<&Released> = rows.iter().copied().filter(|row| !row.cancelled).collect();
    live.sort_by_key(|row| (row.starts_at, row.ends_at, row.session_id));
    let mut clashes = Vec::new();
    for (place, row) in live.iter().enumerate() {
        let during = live[place + 1..].iter().take_while(|other| other.starts_at < row.ends_at);
        clashes.extend(during.map(|other| (row.session_id, other.session_id)));
    }
    clashes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clock::Moment;
    use crate::ids::MeetingRoomId;
    use crate::language::Localized;
    use crate::programme::model::{Facts, SessionKind};

    fn row(number: u128, from: i64, until: i64, cancelled: bool) -> Released {
        let at = |minutes: i64| Moment::parse("2025-10-25T02:00:00Z").unwrap().plus_seconds(minutes * 60);
        Released {
            session_id: SessionId(uuid::Uuid::from_u128(number)),
            room_id: MeetingRoomId(uuid::Uuid::from_u128(number)),
            starts_at: at(from),
            ends_at: at(until),
            cancelled,
            sequence: 0,
            facts: Facts::bare(1, SessionKind::Plenary, Localized::default()),
            organiser_id: None,
            gone: false,
            off_since: None,
            urgent: None,
            co_organiser_ids: Vec::new(),
        }
    }

    fn clashes(rows: &[Released]) -> Vec<(u128, u128)> {
        let rows: Vec<&Released> = rows.iter().collect();
        agenda_clashes(&rows).into_iter().map(|(one, other)| (one.0.as_u128(), other.0.as_u128())).collect()
    }

    #[test]
    fn ending_when_the_other_begins_is_no_clash() {
        assert!(clashes(&[row(1, 0, 60, false), row(2, 60, 90, false)]).is_empty());
        assert_eq!(clashes(&[row(2, 59, 90, false), row(1, 0, 60, false)]), [(1, 2)]);
        assert!(clashes(&[row(1, 0, 60, true), row(2, 30, 90, false)]).is_empty(), "what is off clashes with nothing");
        assert_eq!(clashes(&[row(1, 0, 90, false), row(2, 10, 20, false), row(3, 30, 40, false)]), [(1, 2), (1, 3)]);
    }

    proptest! {
        #[test]
        fn every_pair_that_overlaps_is_said_once(times in proptest::collection::vec((0_i64..300, 1_i64..90, any::<bool>()), 0..20)) {
            let rows: Vec<Released> =
                (1..).zip(&times).map(|(number, (from, length, off))| row(number, *from, from + length, *off)).collect();
            let mut wanted = Vec::new();
            for (place, one) in rows.iter().enumerate() {
                for other in &rows[place + 1..] {
                    if !one.cancelled && !other.cancelled && one.starts_at < other.ends_at && other.starts_at < one.ends_at {
                        let pair = (one.session_id.0.as_u128(), other.session_id.0.as_u128());
                        wanted.push((pair.0.min(pair.1), pair.0.max(pair.1)));
                    }
                }
            }
            let mut found: Vec<_> = clashes(&rows).into_iter().map(|(one, other)| (one.min(other), one.max(other))).collect();
            found.sort_unstable();
            wanted.sort_unstable();
            prop_assert_eq!(found, wanted);
        }
    }
}
