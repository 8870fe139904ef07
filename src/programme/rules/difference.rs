//! What one state of the programme changes against another: the draft against the last release, a release against the one before.

use std::collections::BTreeMap;

use crate::ids::{MeetingRoomId, ParticipantId, SessionId};
use crate::programme::model::{Counts, Facts, Frozen, Person, Released};

/// Seconds for which calendars are told that a session is off: 30 days. Some of them ask seldom.
pub const TOLD_OFF: i64 = 30 * 24 * 3600;

crate::text_enum! {
    /// What became of a session.
    pub enum ChangeKind {
        New = "new",
        /// Another time or another room; it may have changed otherwise, too.
        Moved = "moved",
        Changed = "changed",
        /// Cancelled before, and now held after all.
        Restored = "restored",
        Cancelled = "cancelled",
        /// No longer in the programme.
        Gone = "gone",
    }
}

crate::text_enum! {
    /// What a page says of a session besides room and time.
    pub enum Fact {
        Title = "title",
        Description = "description",
        Kind = "kind",
        Number = "number",
        RoomName = "room_name",
        Open = "open",
        Interpretation = "interpretation",
        Webcast = "webcast",
        Organiser = "organiser",
        People = "people",
        Recorded = "recorded",
        AgendaItem = "agenda_item",
        Audience = "audience",
    }
}

/// One session that is not as it was; one of the two sides at least is there.
#[derive(Clone, Debug)]
pub struct Change {
    pub session: SessionId,
    pub kind: ChangeKind,
    pub before: Option<Released>,
    pub after: Option<Released>,
    /// What else changed of a session that is on both sides.
    pub facts: Vec<Fact>,
}

impl Change {
    /// The session as it is now, or as it was last where it is no more.
    pub fn seen(&self) -> Option<&Released> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

/// Every session that differs, by time; what is gone on a side is not there.
pub fn difference(before: &[Released], after: &[Released]) -> Vec<Change> {
    let present = |rows: &[Released]| -> BTreeMap<SessionId, Released> {
        rows.iter().filter(|row| !row.gone).map(|row| (row.session_id, row.clone())).collect()
    };
    let (mut was, is) = (present(before), present(after));
    let mut changes: Vec<Change> = is.into_iter().filter_map(|(id, row)| change(was.remove(&id), Some(row))).collect();
    changes.extend(was.into_values().filter_map(|row| change(Some(row), None)));
    changes.sort_by_key(|change| change.seen().map(|row| (row.starts_at, row.room_id, row.session_id)));
    changes
}

fn change(before: Option<Released>, after: Option<Released>) -> Option<Change> {
    let facts = match (&before, &after) {
        (Some(before), Some(after)) => facts(before, after),
        _ => Vec::new(),
    };
    let kind = match (&before, &after) {
        (None, None) => return None,
        (None, Some(after)) if after.cancelled => ChangeKind::Cancelled,
        (None, Some(_)) => ChangeKind::New,
        (Some(_), None) => ChangeKind::Gone,
        (Some(before), Some(after)) if before.cancelled && !after.cancelled => ChangeKind::Restored,
        (Some(before), Some(after)) if !before.cancelled && after.cancelled => ChangeKind::Cancelled,
        (Some(before), Some(after)) if place(before) != place(after) => ChangeKind::Moved,
        (Some(_), Some(_)) if facts.is_empty() => return None,
        (Some(_), Some(_)) => ChangeKind::Changed,
    };
    let session = after.as_ref().or(before.as_ref())?.session_id;
    Some(Change { session, kind, before, after, facts })
}

#[cfg(test)]
/// The programme after these changes, for whoever has it as it was before.
pub fn apply(before: &[Released], changes: &[Change]) -> Vec<Released> {
    let touched: std::collections::BTreeSet<SessionId> = changes.iter().map(|change| change.session).collect();
    let kept = before.iter().filter(|row| !row.gone && !touched.contains(&row.session_id)).cloned();
    kept.chain(changes.iter().filter_map(|change| change.after.clone())).collect()
}

fn place(row: &Released) -> impl PartialEq + use<> {
    (row.room_id, row.starts_at, row.ends_at)
}

/// Which facts differ: the name of the room where the room is the same. The number for schedule files never does.
fn facts(before: &Released, after: &Released) -> Vec<Fact> {
    let (was, is) = (&before.facts, &after.facts);
    let differs = |fact: &Fact| match fact {
        Fact::Title => was.title != is.title,
        Fact::Description => was.description != is.description,
        Fact::Kind => was.kind != is.kind,
        Fact::Number => was.official_number != is.official_number,
        Fact::RoomName => before.room_id == after.room_id && was.room != is.room,
        Fact::Open => was.is_open != is.is_open,
        Fact::Interpretation => was.interpretation != is.interpretation,
        Fact::Webcast => was.webcast != is.webcast,
        Fact::Organiser => was.organiser != is.organiser || was.co_organisers != is.co_organisers,
        Fact::People => people(was) != people(is),
        Fact::Recorded => was.recorded != is.recorded,
        Fact::AgendaItem => was.agenda_item != is.agenda_item,
        Fact::Audience => was.audience != is.audience,
    };
    Fact::ALL.iter().copied().filter(differs).collect()
}

/// Those on stage as the public reads them: releases do not say who they are.
fn people(facts: &Facts) -> Vec<(&str, &str, &str, &str)> {
    fn shown(person: &Person) -> (&str, &str, &str, &str) {
        (person.role.as_str(), &person.name, &person.title, &person.affiliation)
    }
    facts.people.iter().map(shown).collect()
}

/// Whether a calendar would show one otherwise than the other: then its SEQUENCE rises.
pub fn looks_other(before: &Released, after: &Released) -> bool {
    let shown = |row: &Released| (row.starts_at, row.ends_at, row.cancelled);
    shown(before) != shown(after)
        || before.facts.room != after.facts.room
        || before.facts.title != after.facts.title
        || before.facts.description != after.facts.description
}

/// Which other session of a release has this one's room (or one that shares its floor), or somebody on stage with it and who that is, at
/// the same time.
pub fn in_the_way(
    frozen: &[Frozen],
    session: SessionId,
    share: impl Fn(MeetingRoomId, MeetingRoomId) -> bool,
) -> Option<(&Released, Option<ParticipantId>)> {
    let own = frozen.iter().find(|one| one.row.session_id == session && !one.row.cancelled)?;
    let at_once = |other: &&Frozen| {
        other.row.session_id != session
            && !other.row.cancelled
            && other.row.starts_at < own.row.ends_at
            && own.row.starts_at < other.row.ends_at
    };
    frozen.iter().filter(at_once).find_map(|other| {
        if share(other.row.room_id, own.row.room_id) {
            return Some((&other.row, None));
        }
        let person = own.people.iter().find(|person| other.people.contains(person))?;
        Some((&other.row, Some(*person)))
    })
}

/// How many changes of each kind there are, in a programme of so many sessions.
pub fn counts(changes: &[Change], sessions: usize) -> Counts {
    let mut counts = Counts { sessions, ..Counts::default() };
    for change in changes {
        match change.kind {
            ChangeKind::New => counts.new += 1,
            ChangeKind::Moved => counts.moved += 1,
            ChangeKind::Changed => counts.changed += 1,
            ChangeKind::Restored => counts.restored += 1,
            ChangeKind::Cancelled => counts.cancelled += 1,
            ChangeKind::Gone => counts.gone += 1,
        }
    }
    counts
}

#[cfg(test)]
pub mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clock::Moment;
    use crate::language::Localized;
    use crate::programme::model::{SessionKind, StageRole};

    fn at(minutes: i64) -> Moment {
        Moment::parse("2025-10-25T00:00:00Z").unwrap().plus_seconds(minutes * 60)
    }

    /// A session of an hour, one of those with the same number.
    pub fn row(number: u128, room: u128, from: i64) -> Released {
        Released {
            session_id: SessionId(uuid::Uuid::from_u128(number)),
            room_id: MeetingRoomId(uuid::Uuid::from_u128(room)),
            starts_at: at(from),
            ends_at: at(from + 60),
            cancelled: false,
            sequence: 0,
            facts: Facts {
                room: Localized::new("en", format!("Room {room}")),
                ..Facts::bare(i64::try_from(number).unwrap(), SessionKind::Plenary, Localized::new("en", "Plenary"))
            },
            organiser_id: None,
            gone: false,
            off_since: None,
            urgent: None,
            co_organiser_ids: Vec::new(),
        }
    }

    fn off(mut row: Released) -> Released {
        row.cancelled = true;
        row.off_since = Some(at(0));
        row
    }

    fn kinds(before: &[Released], after: &[Released]) -> Vec<ChangeKind> {
        difference(before, after).iter().map(|change| change.kind).collect()
    }

    #[test]
    fn every_way_a_session_can_change_has_its_name() {
        let one = row(1, 1, 0);
        assert_eq!(kinds(&[], std::slice::from_ref(&one)), [ChangeKind::New]);
        assert_eq!(kinds(std::slice::from_ref(&one), &[]), [ChangeKind::Gone]);
        assert_eq!(kinds(&[row(1, 1, 0)], &[row(1, 1, 5)]), [ChangeKind::Moved]);
        assert_eq!(kinds(&[row(1, 1, 0)], &[row(1, 2, 0)]), [ChangeKind::Moved]);
        assert_eq!(kinds(&[row(1, 1, 0)], &[off(row(1, 1, 0))]), [ChangeKind::Cancelled]);
        assert_eq!(kinds(&[off(row(1, 1, 0))], &[row(1, 1, 0)]), [ChangeKind::Restored]);
        let mut other = row(1, 1, 0);
        other.facts.webcast = true;
        other.facts.title = Localized::new("en", "Plenary").and("fr", "Plénière");
        let changes = difference(&[row(1, 1, 0)], &[other]);
        assert_eq!((changes[0].kind, &changes[0].facts[..]), (ChangeKind::Changed, &[Fact::Title, Fact::Webcast][..]));
        let moved = difference(&[row(1, 1, 0)], &[row(1, 2, 0)]);
        assert!(moved[0].facts.is_empty(), "another room has another name, of course");
        let mut renamed = row(1, 1, 0);
        renamed.facts.room = Localized::new("en", "Ocean room");
        assert_eq!(difference(&[row(1, 1, 0)], &[renamed])[0].facts, [Fact::RoomName]);
    }

    #[test]
    fn a_session_that_was_gone_comes_back_as_new() {
        let gone = Released { gone: true, ..off(row(1, 1, 0)) };
        assert_eq!(kinds(std::slice::from_ref(&gone), &[row(1, 1, 0)]), [ChangeKind::New]);
        assert_eq!(kinds(&[row(1, 1, 0)], std::slice::from_ref(&gone)), [ChangeKind::Gone]);
        assert!(kinds(std::slice::from_ref(&gone), std::slice::from_ref(&gone)).is_empty());
    }

    #[test]
    fn who_is_on_stage_is_compared_as_the_public_reads_it() {
        let person = |known: bool, title: &str| Person {
            role: StageRole::Chair,
            name: "Haruko Mori".into(),
            title: title.into(),
            affiliation: "Japan".into(),
            participant_id: known.then(ParticipantId::new),
            email: None,
            language: None,
        };
        let with = |person: Person| {
            let mut row = row(1, 1, 0);
            row.facts.people = vec![person];
            row
        };
        let released = with(person(false, "Minister"));
        assert!(difference(std::slice::from_ref(&released), &[with(person(true, "Minister"))]).is_empty());
        let changes = difference(&[released], &[with(person(true, "Ambassador"))]);
        assert_eq!(changes[0].facts, [Fact::People]);
    }

    #[test]
    fn a_calendar_counts_only_what_it_shows() {
        let plain = row(1, 1, 0);
        let mut webcast = plain.clone();
        webcast.facts.webcast = true;
        assert!(!looks_other(&plain, &webcast));
        let mut told = plain.clone();
        told.facts.description = Localized::new("en", "All are welcome");
        for other in [row(1, 1, 5), row(1, 2, 0), off(row(1, 1, 0)), told] {
            assert!(looks_other(&plain, &other));
        }
    }

    #[test]
    fn a_session_is_in_the_way_by_its_room_or_by_somebody_on_stage() {
        let ann = ParticipantId::new();
        let frozen = |row: Released, people: &[ParticipantId]| Frozen { row, people: people.to_vec() };
        let way = |others: &[Frozen]| {
            let all: Vec<Frozen> =
                std::iter::once(frozen(row(1, 1, 0), &[ann])).chain(others.iter().cloned()).collect();
            let own = all[0].row.session_id;
            in_the_way(&all, own, |one, other| one == other).map(|(other, person)| (other.facts.number, person))
        };
        assert_eq!(way(&[frozen(row(2, 1, 60), &[ann])]), None, "ending is not clashing");
        assert_eq!(way(&[frozen(row(2, 2, 30), &[])]), None);
        assert_eq!(way(&[frozen(row(2, 1, 59), &[])]), Some((2, None)));
        assert_eq!(way(&[frozen(row(2, 2, -59), &[ann])]), Some((2, Some(ann))));
        assert_eq!(way(&[frozen(off(row(2, 1, 0)), &[ann])]), None, "what is off holds nothing");
    }

    /// Sessions out of a few, some cancelled, some gone.
    fn programme() -> impl Strategy<Value = Vec<Released>> {
        let one = (0_u128..3, 0_i64..4, 0_u8..4, any::<bool>());
        proptest::collection::btree_map(0_u128..8, one, 0..8).prop_map(|sessions| {
            let one = |(number, (room, from, state, webcast)): (u128, (u128, i64, u8, bool))| {
                let mut row = row(number, room, from * 30);
                row.facts.webcast = webcast;
                match state {
                    2 => off(row),
                    3 => Released { gone: true, ..off(row) },
                    _ => row,
                }
            };
            sessions.into_iter().map(one).collect()
        })
    }

    /// What a page would show of a programme.
    fn shown(rows: &[Released]) -> BTreeMap<SessionId, String> {
        let one = |row: &Released| {
            let facts = serde_json::to_string(&row.facts).unwrap();
            format!("{} {} {} {} {facts}", row.room_id, row.starts_at.seconds(), row.ends_at.seconds(), row.cancelled)
        };
        rows.iter().filter(|row| !row.gone).map(|row| (row.session_id, one(row))).collect()
    }

    proptest! {
        #[test]
        fn nothing_differs_from_itself_and_the_difference_leads_to_the_newer(before in programme(), after in programme()) {
            prop_assert!(difference(&before, &before).is_empty());
            let changes = difference(&before, &after);
            prop_assert_eq!(shown(&apply(&before, &changes)), shown(&after));
            let same = changes.is_empty();
            prop_assert_eq!(same, shown(&before) == shown(&after), "nothing is left out, nothing is made up");
            let counted = counts(&changes, after.len());
            let sum = counted.new + counted.moved + counted.changed + counted.restored + counted.cancelled + counted.gone;
            prop_assert_eq!(sum, changes.len());
        }
    }
}
