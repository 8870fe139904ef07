//! What stands in a session's way: another one in its room or in a part of it, somebody on two stages or on the way between
//! them, too few seats, closed doors, other days.
//!
//! Two confirmed sessions in one room at once are impossible, and so is one person, known by their file, on two stages: neither
//! leaves the draft. All the rest a person must judge: two people may have one name, and a reception may well be on the eve.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::tz::TimeZone;

use super::venue::{Place, Span, Walks};
use crate::clock::{Day, Moment};
use crate::ids::{BlockerId, MeetingRoomId, ParticipantId, SessionId};
use crate::language::collation::fold;
use crate::programme::model::{Layout, Person, Session, SessionStatus};

/// What a session holds; half-open, so ending at 10:00 and starting at 10:00 is no clash.
#[derive(Clone, Debug)]
pub struct Claim {
    pub session: SessionId,
    /// Confirmed; a draft only means to.
    pub firm: bool,
    pub room: Option<MeetingRoomId>,
    pub from: Moment,
    pub until: Moment,
    /// How many people are expected.
    pub places: Option<i32>,
    pub layout: Option<Layout>,
    /// Into how many languages it is interpreted.
    pub tongues: usize,
    pub people: Vec<OnStage>,
}

/// Somebody on stage, as far as they can be told from others: by the name as it is written, and who it is where that is known.
#[derive(Clone, Debug)]
pub struct OnStage {
    pub name: String,
    pub who: Option<ParticipantId>,
}

impl Claim {
    /// A cancelled session holds nothing, and one without a time neither.
    pub fn of<'a>(session: &Session, people: impl IntoIterator<Item = &'a Person>) -> Option<Self> {
        if session.status == SessionStatus::Cancelled {
            return None;
        }
        Some(Self {
            session: session.id,
            firm: session.status == SessionStatus::Confirmed,
            room: session.room_id,
            from: session.starts_at?,
            until: session.ends_at?,
            places: session.capacity,
            layout: session.layout,
            tongues: session.interpretation.len(),
            people: people
                .into_iter()
                .map(|person| OnStage { name: person.name.clone(), who: person.participant_id })
                .collect(),
        })
    }
}

/// What all sessions are judged by.
pub struct Ground {
    pub zone: TimeZone,
    pub first_day: Day,
    pub last_day: Day,
    pub places: HashMap<MeetingRoomId, Place>,
    pub walks: Walks,
    /// Names of delegations, each by its [`name_key`]: a State may chair twice at once, by two people.
    pub bodies: BTreeSet<String>,
}

/// One thing about a session that is wrong or may be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Another session is in the room at the same time; `firm` when both are confirmed.
    RoomHeld {
        with: SessionId,
        firm: bool,
    },
    /// A name stands on two stages at once; `firm` when both sessions are confirmed and it is known to be one person.
    OnStageTwice {
        with: SessionId,
        person: String,
        firm: bool,
    },
    /// Too few minutes, in the room or in one that shares a part with it, after the other session or before it.
    Turnover {
        with: SessionId,
        /// The other one comes after this.
        after: bool,
        gap: i64,
        needed: i64,
    },
    /// Somebody on stage cannot walk there in the minutes between the two.
    TooFar {
        with: SessionId,
        person: String,
        /// The other one comes after this.
        after: bool,
        gap: i64,
        needed: i64,
    },
    /// The room, a part of it or the hall it is in cannot be had.
    Blocked(BlockerId),
    /// More people are expected than the room takes, in this layout if one is wanted.
    TooSmall {
        places: i32,
        seats: i32,
        layout: Option<Layout>,
    },
    /// The room is not set up like that; it knows other layouts.
    NoLayout(Layout),
    /// Fewer booths than languages into which it is interpreted.
    FewBooths {
        tongues: usize,
        booths: usize,
    },
    /// Outside the times at which the room can be had.
    NotAvailable,
    AreaClosed,
    OtherDays,
}

impl Doubt {
    /// The other session where this is said of both, and what the two sayings have in common.
    pub fn pair(&self) -> Option<(SessionId, String)> {
        match self {
            Self::RoomHeld { with, .. } => Some((*with, "room".into())),
            Self::Turnover { with, .. } => Some((*with, "turnover".into())),
            Self::OnStageTwice { with, person, .. } => Some((*with, format!("stage {}", name_key(person)))),
            Self::TooFar { with, person, .. } => Some((*with, format!("way {}", name_key(person)))),
            _ => None,
        }
    }
}

/// Everything doubtful, by session; a clash is said of both sessions.
pub fn doubts(claims: &[Claim], ground: &Ground) -> BTreeMap<SessionId, BTreeSet<Doubt>> {
    let mut found: BTreeMap<SessionId, BTreeSet<Doubt>> = BTreeMap::new();
    let mut say = |of: SessionId, doubt: Doubt| {
        found.entry(of).or_default().insert(doubt);
    };
    let held = |claim: &Claim| claim.room.map(|room| ground.held(room)).unwrap_or_default();
    let longest = ground.places.values().map(|place| place.turnover).max().unwrap_or(0);
    for (_, one, other) in near(claims, held, longest) {
        for (of, doubt) in in_one_room(one, other, ground) {
            say(of, doubt);
        }
    }
    let names = |claim: &Claim| {
        claim.people.iter().map(|person| name_key(&person.name)).filter(|key| !key.is_empty()).collect()
    };
    for (key, one, other) in near(claims, names, ground.walks.longest()) {
        for (of, doubt) in of_one_person(&key, one, other, ground) {
            say(of, doubt);
        }
    }
    for claim in claims {
        for doubt in by_itself(claim, ground) {
            say(claim.session, doubt);
        }
    }
    found
}

impl Ground {
    /// The smallest rooms that one holds by holding this one.
    fn held(&self, room: MeetingRoomId) -> BTreeSet<MeetingRoomId> {
        let parts = self.places.get(&room).map(|place| place.parts.clone()).unwrap_or_default();
        if parts.is_empty() { BTreeSet::from([room]) } else { parts }
    }

    /// Whether one of these rooms is the other or a part of it, or they share a part.
    pub fn share(&self, one: MeetingRoomId, other: MeetingRoomId) -> bool {
        !self.held(one).is_disjoint(&self.held(other))
    }

    /// Minutes that a room needs between two sessions.
    fn turnover(&self, claim: &Claim) -> i64 {
        claim.room.and_then(|room| self.places.get(&room)).map_or(0, |place| place.turnover)
    }
}

/// What two sessions that share a room, or a part of one, say of each other; the earlier one comes first.
fn in_one_room(one: &Claim, other: &Claim, ground: &Ground) -> Vec<(SessionId, Doubt)> {
    if other.from < one.until {
        let held = |with: &Claim| Doubt::RoomHeld { with: with.session, firm: one.firm && other.firm };
        return vec![(one.session, held(other)), (other.session, held(one))];
    }
    let (gap, needed) = (minutes_between(one, other), ground.turnover(one).max(ground.turnover(other)));
    if gap >= needed {
        return Vec::new();
    }
    let short = |with: &Claim, after: bool| Doubt::Turnover { with: with.session, after, gap, needed };
    vec![(one.session, short(other, true)), (other.session, short(one, false))]
}

/// What two sessions that have one name on stage say of each other; the earlier one comes first.
fn of_one_person(key: &str, one: &Claim, other: &Claim, ground: &Ground) -> Vec<(SessionId, Doubt)> {
    if ground.bodies.contains(key) {
        return Vec::new();
    }
    let of_name = |claim: &Claim| claim.people.iter().find(|person| name_key(&person.name) == key).cloned();
    let (Some(first), Some(second)) = (of_name(one), of_name(other)) else { return Vec::new() };
    // Two people of one name, both known, are two people.
    if first.who.zip(second.who).is_some_and(|(first, second)| first != second) {
        return Vec::new();
    }
    if other.from < one.until {
        let firm = one.firm && other.firm && first.who.is_some() && first.who == second.who;
        let twice =
            |with: &Claim, person: OnStage| Doubt::OnStageTwice { with: with.session, person: person.name, firm };
        return vec![(one.session, twice(other, first)), (other.session, twice(one, second))];
    }
    let Some((from, to)) = one.room.zip(other.room) else { return Vec::new() };
    let (gap, needed) = (minutes_between(one, other), ground.walks.minutes(from, to));
    if gap >= needed {
        return Vec::new();
    }
    let far = |with: &Claim, after: bool, person: OnStage| Doubt::TooFar {
        with: with.session,
        person: person.name,
        after,
        gap,
        needed,
    };
    vec![(one.session, far(other, true, first)), (other.session, far(one, false, second))]
}

/// Whole minutes from the end of one to the start of another.
fn minutes_between(one: &Claim, other: &Claim) -> i64 {
    other.from.seconds_since(one.until).div_euclid(60)
}

/// What is doubtful of a session whatever the others do.
fn by_itself(claim: &Claim, ground: &Ground) -> Vec<Doubt> {
    let mut found = Vec::new();
    if let Some(place) = claim.room.and_then(|room| ground.places.get(&room)) {
        found.extend(of_size(claim, place));
        // Where no booth is known of, one may be set up.
        if (1..claim.tongues).contains(&place.booths) {
            found.push(Doubt::FewBooths { tongues: claim.tongues, booths: place.booths });
        }
        let stops = place.blocked.iter().filter(|(_, (from, until))| *from < claim.until && claim.from < *until);
        found.extend(stops.map(|(blocker, _)| Doubt::Blocked(*blocker)));
        if place.windows.iter().any(|hours| !covers(hours, claim.from, claim.until)) {
            found.push(Doubt::NotAvailable);
        }
        if !place.open.is_empty() && !covers(&place.open, claim.from, claim.until) {
            found.push(Doubt::AreaClosed);
        }
    }
    let day = claim.from.conference_day(&ground.zone);
    if day < ground.first_day || ground.last_day < day {
        found.push(Doubt::OtherDays);
    }
    found
}

/// Whether everybody fits in, in the layout that is wanted.
fn of_size(claim: &Claim, place: &Place) -> Option<Doubt> {
    let seats = match claim.layout {
        Some(layout) if !place.layouts.is_empty() => match place.layouts.get(&layout) {
            Some(seats) => Some(*seats),
            None => return Some(Doubt::NoLayout(layout)),
        },
        _ => place.seats,
    };
    let layout = claim.layout.filter(|_| !place.layouts.is_empty());
    let (places, seats) = claim.places.zip(seats)?;
    (places > seats).then_some(Doubt::TooSmall { places, seats, layout })
}

/// Pairs of claims to one thing of which the second begins before the first has ended, or less than so many minutes after it:
/// each pair once for each thing, the earlier one first.
fn near<T: Ord + Clone>(
    claims: &[Claim],
    things: impl Fn(&Claim) -> BTreeSet<T>,
    minutes: i64,
) -> Vec<(T, &Claim, &Claim)> {
    let mut by_thing: BTreeMap<T, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        for thing in things(claim) {
            by_thing.entry(thing).or_default().push(claim);
        }
    }
    let mut pairs = Vec::new();
    for (thing, mut held) in by_thing {
        held.sort_by_key(|claim| (claim.from, claim.until, claim.session));
        for (index, first) in held.iter().enumerate() {
            // Sorted by start: nothing after the first that begins too late can be near it.
            let end = first.until.plus_seconds(minutes * 60);
            let close = held[index + 1..].iter().take_while(|second| second.from < end);
            pairs.extend(close.map(|second| (thing.clone(), *first, *second)));
        }
    }
    pairs
}

/// Whether spans, taken together, leave no gap between these moments.
pub fn covers(spans: &[Span], from: Moment, until: Moment) -> bool {
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    let reached = spans.iter().fold(from, |at, (opens, closes)| if *opens <= at { at.max(*closes) } else { at });
    until <= reached
}

/// What two spellings of one name have in common: its words without marks and case, in any order.
pub fn name_key(name: &str) -> String {
    let folded = fold(name);
    let words: BTreeSet<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.into_iter().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minutes: i64) -> Moment {
        Moment::parse("2025-10-25T00:00:00Z").unwrap().plus_seconds(minutes * 60)
    }

    fn claim(room: Option<MeetingRoomId>, from: i64, until: i64) -> Claim {
        let people = Vec::new();
        Claim {
            session: SessionId::new(),
            firm: true,
            room,
            from: at(from),
            until: at(until),
            places: None,
            layout: None,
            tongues: 0,
            people,
        }
    }

    fn named(names: &[&str]) -> Vec<OnStage> {
        names.iter().map(|name| OnStage { name: (*name).to_owned(), who: None }).collect()
    }

    fn ground() -> Ground {
        Ground {
            zone: TimeZone::get("Asia/Ho_Chi_Minh").unwrap(),
            first_day: Day::parse("2025-10-25").unwrap(),
            last_day: Day::parse("2025-10-26").unwrap(),
            places: HashMap::new(),
            walks: Walks::default(),
            bodies: BTreeSet::new(),
        }
    }

    #[test]
    fn sessions_that_touch_do_not_clash_and_a_draft_holds_nothing_firmly() {
        let (one, other) = (Some(MeetingRoomId::new()), Some(MeetingRoomId::new()));
        let mut claims = [claim(one, 0, 60), claim(one, 60, 90), claim(other, 30, 60), claim(one, 59, 61)];
        claims[1].firm = false;
        let said = doubts(&claims, &ground());
        let held = |with: usize, firm: bool| Doubt::RoomHeld { with: claims[with].session, firm };
        assert_eq!(said.len(), 3);
        assert_eq!(said[&claims[0].session], BTreeSet::from([held(3, true)]));
        assert_eq!(said[&claims[1].session], BTreeSet::from([held(3, false)]));
        assert_eq!(said[&claims[3].session], BTreeSet::from([held(0, true), held(1, false)]));
    }

    #[test]
    fn a_person_is_found_twice_in_any_spelling_and_a_delegation_never() {
        let mut claims = [claim(None, 0, 60), claim(None, 30, 90), claim(None, 90, 120)];
        claims[0].people = named(&["TRAN Thi Hoa", "Viet Nam", "–"]);
        claims[1].people = named(&["Trần Thị Hoà", "Viet Nam", "—"]);
        claims[2].people = named(&["Trần Thị Hoà"]);
        let ground = Ground { bodies: BTreeSet::from([name_key("Viet Nam")]), ..ground() };
        let said = doubts(&claims, &ground);
        let twice = |with: usize, person: &str| Doubt::OnStageTwice {
            with: claims[with].session,
            person: person.into(),
            firm: false,
        };
        assert_eq!(said.len(), 2);
        assert_eq!(said[&claims[0].session], BTreeSet::from([twice(1, "TRAN Thi Hoa")]));
        assert_eq!(said[&claims[1].session], BTreeSet::from([twice(0, "Trần Thị Hoà")]));
    }

    #[test]
    fn two_people_of_one_name_may_be_on_two_stages() {
        let mut claims = [claim(None, 0, 60), claim(None, 30, 90)];
        claims[0].people = named(&["Noraini"]);
        claims[1].people = named(&["Noraini"]);
        let said = |claims: &[Claim]| doubts(claims, &ground()).len();
        let one = ParticipantId::new();
        claims[0].people[0].who = Some(one);
        assert_eq!(said(&claims), 2, "nobody knows who the second one is");
        let firm = |claims: &[Claim]| {
            let all = doubts(claims, &ground());
            all.values().flatten().filter(|doubt| matches!(doubt, Doubt::OnStageTwice { firm: true, .. })).count()
        };
        assert_eq!(firm(&claims), 0);
        claims[1].people[0].who = Some(one);
        assert_eq!((said(&claims), firm(&claims)), (2, 2), "one person, and nobody is in two places");
        claims[1].firm = false;
        assert_eq!((said(&claims), firm(&claims)), (2, 0), "a draft holds nobody");
        claims[1].people[0].who = Some(ParticipantId::new());
        assert_eq!(said(&claims), 0);
    }

    #[test]
    fn a_session_must_fit_its_room_its_rooms_hours_and_the_days() {
        let room = MeetingRoomId::new();
        let open = vec![(at(120), at(180)), (at(0), at(120))];
        let places = HashMap::from([(room, Place { seats: Some(40), open, ..Place::default() })]);
        let ground = Ground { places, ..ground() };
        let mut fits = claim(Some(room), 60, 180);
        fits.places = Some(40);
        assert!(doubts(std::slice::from_ref(&fits), &ground).is_empty(), "hours that touch leave no gap");
        let crowded = Claim { places: Some(41), until: at(181), ..fits };
        let wanted = BTreeSet::from([Doubt::TooSmall { places: 41, seats: 40, layout: None }, Doubt::AreaClosed]);
        assert_eq!(doubts(std::slice::from_ref(&crowded), &ground)[&crowded.session], wanted);
        // 04:00 in Hà Nội is 21:00 the day before at Greenwich: there the conference's day begins.
        let early = claim(None, -181, -60);
        assert_eq!(doubts(std::slice::from_ref(&early), &ground)[&early.session], BTreeSet::from([Doubt::OtherDays]));
        assert!(doubts(&[claim(None, -180, -60)], &ground).is_empty());
    }

    proptest! {
        #[test]
        fn the_sweep_finds_what_comparing_all_pairs_finds(times in proptest::collection::vec((0_i64..200, 1_i64..60, 0_usize..3), 0..40)) {
            let rooms = [MeetingRoomId::new(), MeetingRoomId::new(), MeetingRoomId::new()];
            let claims: Vec<Claim> = times.iter().map(|(from, length, room)| claim(Some(rooms[*room]), *from, from + length)).collect();
            let said = doubts(&claims, &ground());
            for a in &claims {
                for b in claims.iter().filter(|b| b.session != a.session) {
                    let clash = a.room == b.room && a.from < b.until && b.from < a.until;
                    let found = said.get(&a.session).is_some_and(|all| all.contains(&Doubt::RoomHeld { with: b.session, firm: true }));
                    prop_assert_eq!(found, clash);
                }
            }
        }
    }
}
