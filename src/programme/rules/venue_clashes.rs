//! Clashes that come from the venue, told by the sweep and by comparing every pair with every other.

use std::collections::{BTreeSet, HashMap};

use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::clashes::{Claim, Doubt, Ground, OnStage, doubts};
use super::venue::tests::hall;
use super::venue::{Place, Tree, Walks, places};
use crate::clock::{Day, Moment};
use crate::ids::{BlockerId, BuildingId, ConferenceId, MeetingRoomId, SessionId, WalkId};
use crate::programme::model::{Layout, MeetingRoom, Walk};

fn at(minutes: i64) -> Moment {
    Moment::parse("2025-10-25T00:00:00Z").unwrap().plus_seconds(minutes * 60)
}

fn claim(room: MeetingRoomId, from: i64, until: i64, names: &[&str]) -> Claim {
    let people = names.iter().map(|name| OnStage::named(name)).collect();
    Claim { firm: true, room: Some(room), people, ..Claim::at(SessionId::new(), (at(from), at(until))) }
}

/// The hall needs half an hour, its east half ten minutes; the attic is in another building, twelve minutes away.
fn ground() -> (Vec<MeetingRoom>, Ground) {
    let mut rooms = hall();
    let (one, two) = (BuildingId::new(), BuildingId::new());
    (rooms[0].building_id, rooms[5].building_id) = (Some(one), Some(two));
    (rooms[0].turnover_minutes, rooms[1].turnover_minutes) = (30, 10);
    let way = Walk {
        id: WalkId::new(),
        conference_id: ConferenceId::new(),
        from_room: None,
        from_building: Some(one),
        to_room: None,
        to_building: Some(two),
        minutes: 12,
    };
    let days = [Day::parse("2025-10-24").unwrap(), Day::parse("2025-10-26").unwrap()];
    let ground = Ground {
        places: places(&Tree::of(&rooms), (&[], &[], &[]), |_| Vec::new()),
        walks: Walks::of(&Tree::of(&rooms), &[way]),
        ..Ground::bare(TimeZone::UTC, days)
    };
    (rooms, ground)
}

#[test]
fn a_hall_clashes_with_its_parts_and_its_parts_do_not_with_each_other() {
    let (rooms, ground) = ground();
    let part = |place: usize| claim(rooms[place].id, 0, 60, &[]);
    let claims = [part(0), part(1), part(3), part(5)];
    let said = doubts(&claims, &ground);
    let held = |with: usize| Doubt::RoomHeld { with: claims[with].session, firm: true };
    assert_eq!(said[&claims[0].session], BTreeSet::from([held(1), held(2)]));
    assert_eq!(said[&claims[1].session], BTreeSet::from([held(0)]));
    assert_eq!(said[&claims[2].session], BTreeSet::from([held(0)]));
    assert!(!said.contains_key(&claims[3].session));
}

#[test]
fn a_room_is_given_time_between_two_sessions() {
    let (rooms, ground) = ground();
    let short = |gap: i64, (before, after): (usize, usize)| {
        let claims = [claim(rooms[before].id, 0, 60, &[]), claim(rooms[after].id, 60 + gap, 120 + gap, &[])];
        let said = doubts(&claims, &ground);
        let one = said.get(&claims[0].session)?.first()?.clone();
        assert_eq!(said[&claims[1].session].len(), 1, "it is said of both");
        match one {
            Doubt::Turnover { with, after: true, gap, needed } if with == claims[1].session => Some((gap, needed)),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!((short(9, (1, 1)), short(10, (1, 1))), (Some((9, 10)), None));
    assert_eq!(short(29, (1, 0)), Some((29, 30)), "the hall is set up after its half");
    assert_eq!((short(0, (1, 3)), short(0, (4, 4))), (None, None), "other parts, and a room that needs no time");
}

#[test]
fn whoever_was_on_stage_has_to_walk_to_the_next_one() {
    let (rooms, ground) = ground();
    let claims =
        [claim(rooms[3].id, 0, 60, &["Trần Thị Hoà"]), claim(rooms[5].id, 71, 90, &["TRAN Thi Hoa", "Ada Lovelace"])];
    let said = doubts(&claims, &ground);
    let far = |with: usize, person: &str| {
        let (with, after) = (claims[with].session, with == 1);
        Doubt::TooFar { with, person: person.into(), after, gap: 11, needed: 12 }
    };
    assert_eq!(said[&claims[0].session], BTreeSet::from([far(1, "Trần Thị Hoà")]));
    assert_eq!(said[&claims[1].session], BTreeSet::from([far(0, "TRAN Thi Hoa")]));
    let later = Claim { from: at(72), ..claims[1].clone() };
    assert!(doubts(&[claims[0].clone(), later], &ground).is_empty());
}

#[test]
fn a_session_fits_its_layout_the_rooms_hours_and_no_blocker() {
    let (rooms, mut ground) = ground();
    let (room, blocker) = (rooms[5].id, BlockerId::new());
    let layouts = [(Layout::Theatre, 100), (Layout::Classroom, 60)].into();
    let place = Place {
        seats: Some(100),
        layouts,
        windows: vec![vec![(at(0), at(100))]],
        blocked: vec![(blocker, (at(60), at(70)))],
        ..Place::default()
    };
    ground.places.insert(room, place);
    let said = |until: i64, layout: Option<Layout>| {
        let one = Claim { places: Some(80), layout, ..claim(room, 0, until, &[]) };
        doubts(std::slice::from_ref(&one), &ground).remove(&one.session).unwrap_or_default()
    };
    assert!(said(60, Some(Layout::Theatre)).is_empty() && said(60, None).is_empty());
    let small = Doubt::TooSmall { places: 80, seats: 60, layout: Some(Layout::Classroom) };
    assert_eq!(said(60, Some(Layout::Classroom)), BTreeSet::from([small]));
    assert_eq!(said(60, Some(Layout::Banquet)), BTreeSet::from([Doubt::NoLayout(Layout::Banquet)]));
    assert_eq!(said(101, None), BTreeSet::from([Doubt::Blocked(blocker), Doubt::NotAvailable]));
    let mut spoken = |tongues: usize, booths: usize| {
        let tongues = (0..tongues).map(|tongue| tongue.to_string()).collect();
        ground.places.insert(room, Place { booths, ..Place::default() });
        let one = Claim { tongues, ..claim(room, 0, 60, &[]) };
        doubts(std::slice::from_ref(&one), &ground).remove(&one.session).unwrap_or_default()
    };
    assert_eq!(spoken(6, 5), BTreeSet::from([Doubt::FewBooths { tongues: 6, booths: 5 }]));
    assert!(spoken(6, 6).is_empty() && spoken(6, 0).is_empty(), "where none is known, one may be set up");
    // A room of which no layout is known takes any.
    ground.places.insert(room, Place { seats: Some(79), ..Place::default() });
    let any = Claim { places: Some(80), layout: Some(Layout::Banquet), ..claim(room, 0, 60, &[]) };
    let small = Doubt::TooSmall { places: 80, seats: 79, layout: None };
    assert_eq!(doubts(std::slice::from_ref(&any), &ground)[&any.session], BTreeSet::from([small]));
}

/// What two sessions say of each other, thought out anew for each pair: the doubts of the first one.
fn naively(
    one: &Claim,
    other: &Claim,
    ground: &Ground,
    leaves: &HashMap<MeetingRoomId, BTreeSet<MeetingRoomId>>,
) -> Vec<Doubt> {
    let (a, b) = (one.room.unwrap(), other.room.unwrap());
    let together = one.from < other.until && other.from < one.until;
    let after = one.from < other.from;
    let (first, second) = if after { (one, other) } else { (other, one) };
    let gap = second.from.seconds_since(first.until) / 60;
    let with = other.session;
    let mut found = Vec::new();
    if !leaves[&a].is_disjoint(&leaves[&b]) {
        let needed = ground.places[&a].turnover.max(ground.places[&b].turnover);
        if together {
            found.push(Doubt::RoomHeld { with, firm: true });
        } else if gap < needed {
            found.push(Doubt::Turnover { with, after, gap, needed });
        }
    }
    let person = one.people[0].name.clone();
    if person == other.people[0].name {
        let needed = ground.walks.minutes(a, b);
        if together {
            found.push(Doubt::OnStageTwice { with, person, firm: false });
        } else if gap < needed {
            found.push(Doubt::TooFar { with, person, after, gap, needed });
        }
    }
    found
}

proptest! {
    #[test]
    fn the_sweep_finds_what_comparing_all_pairs_finds_in_a_hall_that_divides(
        times in proptest::collection::vec((0_i64..300, 1_i64..60, 0_usize..6, 0_usize..3), 0..40)
    ) {
        let (rooms, ground) = ground();
        let tree = Tree::of(&rooms);
        let leaves: HashMap<_, _> = rooms.iter().map(|room| (room.id, tree.leaves(room.id))).collect();
        let names = ["Ada Lovelace", "Purwanto", "Trần Thị Hoà"];
        let claims: Vec<Claim> = times
            .iter()
            .map(|(from, length, room, name)| claim(rooms[*room].id, *from, from + length, &[names[*name]]))
            .collect();
        let said = doubts(&claims, &ground);
        for one in &claims {
            let others = claims.iter().filter(|other| other.session != one.session);
            let wanted: BTreeSet<Doubt> = others.flat_map(|other| naively(one, other, &ground, &leaves)).collect();
            prop_assert_eq!(said.get(&one.session).cloned().unwrap_or_default(), wanted);
        }
    }
}
