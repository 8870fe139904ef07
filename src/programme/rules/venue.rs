//! The venue as sessions are judged by it: what a room divides into, how many it takes, when it can be had, and how long the
//! way to another one is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use uuid::Uuid;

use crate::clock::Moment;
use crate::ids::{BlockerId, BuildingId, CategoryId, MeetingRoomId};
use crate::programme::model::{Blocker, Layout, MeetingRoom, RoomLayout, RoomWindow, Walk};

/// From and until; half-open.
pub type Span = (Moment, Moment);

/// A room as far as sessions must fit into it.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The most it takes in any layout.
    pub seats: Option<i32>,
    pub layouts: BTreeMap<Layout, i32>,
    /// When anybody at all may be in its area, in any order; empty where nothing is known of it.
    pub open: Vec<Span>,
    /// The same by category.
    pub admits: HashMap<CategoryId, Vec<Span>>,
    /// When it can be had, and when each room can that it is a part of or divides into: a session must fit into all of them.
    pub windows: Vec<Vec<Span>>,
    /// The smallest rooms that one holds by holding it; empty where it does not divide.
    pub parts: BTreeSet<MeetingRoomId>,
    pub blocked: Vec<(BlockerId, Span)>,
    /// Minutes that it needs between two sessions.
    pub turnover: i64,
    /// Booths for interpretation, each for one language; none where nothing is known of them.
    pub booths: usize,
}

/// Which room is a part of which.
pub struct Tree<'a> {
    rooms: HashMap<MeetingRoomId, &'a MeetingRoom>,
    parts: HashMap<MeetingRoomId, Vec<MeetingRoomId>>,
}

impl<'a> Tree<'a> {
    pub fn of(rooms: &'a [MeetingRoom]) -> Self {
        let mut parts: HashMap<MeetingRoomId, Vec<MeetingRoomId>> = HashMap::new();
        for room in rooms {
            if let Some(whole) = room.part_of {
                parts.entry(whole).or_default().push(room.id);
            }
        }
        Self { rooms: rooms.iter().map(|room| (room.id, room)).collect(), parts }
    }

    /// The room itself, then what it is a part of, then what that is a part of.
    pub fn up(&self, room: MeetingRoomId) -> Vec<MeetingRoomId> {
        let mut found = vec![room];
        while let Some(whole) = found.last().and_then(|last| self.rooms.get(last)?.part_of) {
            if found.contains(&whole) {
                break;
            }
            found.push(whole);
        }
        found
    }

    /// The room itself and everything that it divides into, however small.
    pub fn down(&self, room: MeetingRoomId) -> Vec<MeetingRoomId> {
        let mut found = vec![room];
        let mut at = 0;
        while let Some(parts) = found.get(at).map(|room| self.parts.get(room)) {
            let new: Vec<_> = parts.into_iter().flatten().filter(|part| !found.contains(part)).copied().collect();
            found.extend(new);
            at += 1;
        }
        found
    }

    /// The smallest rooms that one holds by holding it: itself where it does not divide.
    pub fn leaves(&self, room: MeetingRoomId) -> BTreeSet<MeetingRoomId> {
        self.down(room).into_iter().filter(|one| !self.parts.contains_key(one)).collect()
    }

    /// The building it stands in, or that of the hall it is a part of.
    pub fn building(&self, room: MeetingRoomId) -> Option<BuildingId> {
        self.up(room).into_iter().find_map(|room| self.rooms.get(&room)?.building_id)
    }
}

/// Everything that is known of the rooms, gathered for each of them. `open` are the hours of its area.
pub fn places(
    tree: &Tree<'_>,
    (layouts, windows, blockers): (&[RoomLayout], &[RoomWindow], &[Blocker]),
    open: impl Fn(&MeetingRoom) -> Vec<Span>,
) -> HashMap<MeetingRoomId, Place> {
    let mut of_room: HashMap<MeetingRoomId, BTreeMap<Layout, i32>> = HashMap::new();
    for one in layouts {
        of_room.entry(one.room_id).or_default().insert(one.layout, one.capacity);
    }
    let mut hours: HashMap<MeetingRoomId, Vec<Span>> = HashMap::new();
    for one in windows {
        hours.entry(one.room_id).or_default().push((one.opens_at, one.closes_at));
    }
    let mut blocked: HashMap<MeetingRoomId, Vec<(BlockerId, Span)>> = HashMap::new();
    for one in blockers.iter().filter(|one| one.removed_at.is_none()) {
        for leaf in tree.leaves(one.room_id) {
            blocked.entry(leaf).or_default().push((one.id, (one.starts_at, one.ends_at)));
        }
    }
    let place = |room: &MeetingRoom| {
        let layouts = of_room.get(&room.id).cloned().unwrap_or_default();
        let parts = tree.leaves(room.id);
        let mut stops: Vec<_> = parts.iter().filter_map(|leaf| blocked.get(leaf)).flatten().copied().collect();
        stops.sort_unstable();
        stops.dedup();
        let related = tree.up(room.id).into_iter().chain(tree.down(room.id).into_iter().skip(1));
        Place {
            seats: room.capacity.max(layouts.values().max().copied()),
            layouts,
            open: open(room),
            // Of one who is told only the hours of an area, nothing is known of categories.
            admits: HashMap::new(),
            windows: related.filter_map(|room| hours.get(&room).cloned()).collect(),
            parts,
            blocked: stops,
            turnover: room.turnover_minutes.into(),
            booths: usize::try_from(room.booths).unwrap_or(0),
        }
    };
    tree.rooms.values().map(|room| (room.id, place(room))).collect()
}

/// How long the ways are.
#[derive(Clone, Debug, Default)]
pub struct Walks {
    minutes: HashMap<(Uuid, Uuid), i64>,
    /// Each room with what it is a part of, and the building.
    ends: HashMap<MeetingRoomId, (Vec<MeetingRoomId>, Option<BuildingId>)>,
}

impl Walks {
    pub fn of(tree: &Tree<'_>, walks: &[Walk]) -> Self {
        let end = |room: Option<MeetingRoomId>, building: Option<BuildingId>| {
            room.map(|room| room.0).or(building.map(|building| building.0))
        };
        let minutes = walks.iter().filter_map(|walk| {
            let (from, to) = (end(walk.from_room, walk.from_building)?, end(walk.to_room, walk.to_building)?);
            Some((pair(from, to), walk.minutes.into()))
        });
        let ends = tree.rooms.keys().map(|room| (*room, (tree.up(*room), tree.building(*room))));
        Self { minutes: minutes.collect(), ends: ends.collect() }
    }

    /// Minutes from one room to another: as they are known of the two, else of the halls they are in, else of their buildings;
    /// none where nothing is known, and none between two parts of one hall.
    pub fn minutes(&self, one: MeetingRoomId, other: MeetingRoomId) -> i64 {
        let (Some(from), Some(to)) = (self.ends.get(&one), self.ends.get(&other)) else { return 0 };
        let known = |a: Uuid, b: Uuid| self.minutes.get(&pair(a, b)).copied();
        let divided = from.0.iter().any(|hall| to.0.contains(hall));
        let halls = from.0.iter().flat_map(|a| to.0.iter().map(move |b| (a.0, b.0))).find_map(|(a, b)| known(a, b));
        if one == other || divided {
            return if one == other { 0 } else { known(one.0, other.0).unwrap_or(0) };
        }
        let mixed = || {
            let mut ways = from.0.iter().filter_map(|hall| known(hall.0, to.1?.0));
            ways.next().or_else(|| to.0.iter().find_map(|hall| known(hall.0, from.1?.0)))
        };
        halls.or_else(mixed).or_else(|| known(from.1?.0, to.1?.0)).unwrap_or(0)
    }

    /// The longest way there is.
    pub fn longest(&self) -> i64 {
        self.minutes.values().max().copied().unwrap_or(0)
    }
}

fn pair(a: Uuid, b: Uuid) -> (Uuid, Uuid) {
    (a.min(b), a.max(b))
}

#[cfg(test)]
pub(in crate::programme) mod tests {
    use super::*;
    use crate::ids::{ConferenceId, WalkId};
    use crate::language::Localized;

    /// A room of this name, with nothing else to it.
    pub fn room(code: &str) -> MeetingRoom {
        MeetingRoom {
            id: MeetingRoomId::new(),
            code: code.to_owned(),
            name: Localized::new("en", code),
            area_id: None,
            capacity: None,
            ordinal: 0,
            version: 1,
            building_id: None,
            floor: String::new(),
            part_of: None,
            equipment: Localized::default(),
            booths: 0,
            accessibility: Vec::new(),
            access_note: Localized::default(),
            turnover_minutes: 0,
            photo_id: None,
            plan_id: None,
        }
    }

    /// A hall of two halves, the second of which is two cabins, and a room elsewhere.
    pub fn hall() -> Vec<MeetingRoom> {
        let mut rooms: Vec<_> = ["hall", "east", "west", "cabin-1", "cabin-2", "attic"].map(room).to_vec();
        let (hall, west) = (rooms[0].id, rooms[2].id);
        for (place, whole) in [(1, hall), (2, hall), (3, west), (4, west)] {
            rooms[place].part_of = Some(whole);
        }
        rooms
    }

    fn walk(from: Uuid, to: Uuid, rooms: (bool, bool), minutes: i32) -> Walk {
        let room = |is: bool, id: Uuid| is.then_some(MeetingRoomId(id));
        let building = |is: bool, id: Uuid| (!is).then_some(BuildingId(id));
        Walk {
            id: WalkId::new(),
            conference_id: ConferenceId::new(),
            from_room: room(rooms.0, from),
            from_building: building(rooms.0, from),
            to_room: room(rooms.1, to),
            to_building: building(rooms.1, to),
            minutes,
        }
    }

    #[test]
    fn holding_a_hall_is_holding_its_smallest_parts() {
        let rooms = hall();
        let tree = Tree::of(&rooms);
        let id = |place: usize| rooms[place].id;
        assert_eq!(tree.leaves(id(0)), BTreeSet::from([id(1), id(3), id(4)]));
        assert_eq!(tree.leaves(id(2)), BTreeSet::from([id(3), id(4)]));
        assert_eq!(tree.leaves(id(5)), BTreeSet::from([id(5)]));
        assert_eq!(tree.up(id(4)), [id(4), id(2), id(0)]);
        // A circle that the database refuses must not hang a page.
        let mut round = rooms.clone();
        round[0].part_of = Some(id(2));
        let tree = Tree::of(&round);
        assert_eq!(tree.up(id(0)), [id(0), id(2)]);
        assert_eq!(tree.down(id(0)).len(), 5);
    }

    #[test]
    fn a_way_is_taken_from_the_nearest_thing_that_is_known_of_it() {
        let (one, two) = (BuildingId::new(), BuildingId::new());
        let mut rooms = hall();
        rooms[0].building_id = Some(one);
        rooms[5].building_id = Some(two);
        let mut lobby = room("lobby");
        lobby.building_id = Some(one);
        rooms.push(lobby);
        let id = |place: usize| rooms[place].id;
        let mut ways = vec![walk(one.0, two.0, (false, false), 12), walk(one.0, one.0, (false, false), 4)];
        let minutes = |ways: &[Walk], a: usize, b: usize| Walks::of(&Tree::of(&rooms), ways).minutes(id(a), id(b));
        assert_eq!(minutes(&ways, 3, 5), 12, "a cabin is in the building of its hall");
        assert_eq!((minutes(&ways, 5, 3), minutes(&ways, 6, 3)), (12, 4));
        assert_eq!((minutes(&ways, 1, 3), minutes(&ways, 1, 1)), (0, 0), "halves of one hall are next to each other");
        ways.push(walk(two.0, id(0).0, (false, true), 15));
        assert_eq!(minutes(&ways, 3, 5), 15, "the way from the hall itself is longer");
        ways.push(walk(id(4).0, id(5).0, (true, true), 20));
        assert_eq!((minutes(&ways, 4, 5), minutes(&ways, 3, 5)), (20, 15));
        assert_eq!(Walks::of(&Tree::of(&rooms), &ways).longest(), 20);
        assert_eq!(minutes(&[], 1, 5), 0);
    }

    #[test]
    fn a_hall_is_blocked_with_its_part_and_open_only_with_all_of_it() {
        let mut rooms = hall();
        rooms[0].turnover_minutes = 30;
        rooms[0].capacity = Some(100);
        let at = |hour: i64| Moment::parse("2025-10-25T00:00:00Z").unwrap().plus_seconds(hour * 3600);
        let id = |place: usize| rooms[place].id;
        let blocker = Blocker {
            id: BlockerId::new(),
            conference_id: ConferenceId::new(),
            room_id: id(3),
            starts_at: at(1),
            ends_at: at(2),
            reason: "Sound check".into(),
            owner: "Stage crew".into(),
            contact: String::new(),
            removed_at: None,
        };
        let removed = Blocker { id: BlockerId::new(), removed_at: Some(at(0)), ..blocker.clone() };
        let window = |place: usize| RoomWindow { room_id: id(place), opens_at: at(place as i64), closes_at: at(20) };
        let layouts = [RoomLayout { room_id: id(0), layout: Layout::Standing, capacity: 180 }];
        let stops = [blocker.clone(), removed];
        let found = places(&Tree::of(&rooms), (&layouts, &[window(0), window(4)], &stops), |_| Vec::new());
        let blocked = |place: usize| found[&id(place)].blocked.iter().map(|(id, _)| *id).collect::<Vec<_>>();
        assert_eq!((blocked(0), blocked(2), blocked(3)), (vec![blocker.id], vec![blocker.id], vec![blocker.id]));
        assert!(blocked(1).is_empty() && blocked(4).is_empty());
        assert_eq!(found[&id(0)].windows.len(), 2);
        assert_eq!(found[&id(1)].windows, [vec![(at(0), at(20))]]);
        assert_eq!((found[&id(0)].seats, found[&id(0)].turnover, found[&id(1)].turnover), (Some(180), 30, 0));
    }
}
