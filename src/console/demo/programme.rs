//! The programme of two days: opening, two signing sittings, a high-level debate in five parts with changing co-chairs, eight
//! discussions, 38 workshops of which six were added on the eve, press conferences, a reception and side events.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cast::Cast;
use super::chance::Chance;
use super::fates::DemoFate;
use crate::delegations::DelegationKind;
use crate::language::Localized;
use crate::programme::{SessionKind, SessionStatus, StageRole};

/// A meeting room of the centre.
#[derive(Clone, Debug)]
pub struct DemoRoom {
    pub code: &'static str,
    pub capacity: i32,
    pub name: Localized,
    /// The code of its building; none for a part of a hall.
    pub building: Option<&'static str>,
    pub floor: &'static str,
    /// The code of the hall that it is a part of.
    pub part_of: Option<&'static str>,
    /// Minutes between two sessions.
    pub turnover: i32,
    pub booths: i32,
    pub layouts: Vec<(&'static str, i32)>,
    pub accessibility: Vec<String>,
    pub equipment: Localized,
    pub access_note: Localized,
}

/// A session, with the places in the cast of those on stage.
#[derive(Clone, Debug)]
pub struct DemoSession {
    pub key: &'static str,
    pub kind: SessionKind,
    pub official_number: Option<String>,
    pub title: Localized,
    pub description: Localized,
    pub room: &'static str,
    /// Seconds after midnight of the first day, in the conference's time; half-open.
    pub from: i64,
    pub until: i64,
    pub is_open: bool,
    /// Language codes.
    pub interpretation: Vec<String>,
    pub webcast: bool,
    /// 1: in the release of the week before; 2: added by the one of the eve.
    pub release: u8,
    pub status: SessionStatus,
    pub people: Vec<(StageRole, usize)>,
}

/// All rooms in the order of a plan.
pub fn rooms() -> &'static [DemoRoom] {
    &ROOMS
}

/// All sessions in the order of the file, people on stage drawn from those of the cast who have a badge.
pub fn programme(seed: u64, cast: &Cast) -> Vec<DemoSession> {
    let mut sessions: Vec<DemoSession> = SESSIONS.clone();
    let mut stage = Stage::new(seed, cast);
    for session in &mut sessions {
        session.people = stage.people(session);
    }
    sessions
}

type Row = HashMap<&'static str, &'static str>;

/// The rows of a table that is compiled in. Its cells live as long as the program.
fn rows(table: &'static str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let columns: Vec<&'static str> = table.lines().next().unwrap_or_default().split(',').collect();
    let cells = |row: csv::StringRecord| row.iter().map(|cell| &*cell.to_owned().leak()).collect::<Vec<&'static str>>();
    reader.records().flatten().map(|row| columns.iter().copied().zip(cells(row)).collect()).collect()
}

static ROOMS: LazyLock<Vec<DemoRoom>> = LazyLock::new(|| {
    let some = |text: &'static str| Some(text).filter(|text| !text.is_empty());
    let number = |text: &str| text.parse::<i32>().ok();
    let layouts = ["theatre", "classroom", "boardroom", "banquet", "standing"];
    let room = |row: &Row| DemoRoom {
        code: row["code"],
        capacity: number(row["capacity"]).unwrap_or(100),
        name: Localized::new("en", row["name_en"]).and("fr", row["name_fr"]),
        building: some(row["building"]),
        floor: row["floor"],
        part_of: some(row["part_of"]),
        turnover: number(row["turnover"]).unwrap_or(0),
        booths: number(row["booths"]).unwrap_or(0),
        layouts: layouts.iter().filter_map(|layout| Some((*layout, number(row[layout])?))).collect(),
        accessibility: row["access"].split_whitespace().map(str::to_owned).collect(),
        equipment: Localized::new("en", row["equipment_en"]).and("fr", row["equipment_fr"]),
        access_note: Localized::new("en", row["access_note_en"]).and("fr", row["access_note_fr"]),
    };
    rows(include_str!("data/rooms.csv")).iter().map(room).collect()
});

static SESSIONS: LazyLock<Vec<DemoSession>> =
    LazyLock::new(|| rows(include_str!("data/programme.csv")).iter().map(session).collect());

fn session(row: &Row) -> DemoSession {
    let midnight = (row["day"].parse().unwrap_or(1) - 1) * 24 * 3600;
    DemoSession {
        key: row["key"],
        kind: SessionKind::parse(row["kind"]).unwrap_or(SessionKind::Workshop),
        official_number: Some(row["number"].to_owned()).filter(|number| !number.is_empty()),
        title: Localized::new("en", row["title_en"]).and("fr", row["title_fr"]),
        description: Localized::new("en", row["description_en"]).and("fr", row["description_fr"]),
        room: row["room"],
        from: midnight + clock(row["from"]),
        until: midnight + clock(row["until"]),
        is_open: row["open"] == "yes",
        interpretation: row["languages"].split_whitespace().map(str::to_owned).collect(),
        webcast: row["webcast"] == "yes",
        release: row["release"].parse().unwrap_or(1),
        status: SessionStatus::parse(row["status"]).unwrap_or(SessionStatus::Confirmed),
        people: Vec::new(),
    }
}

/// `09:30` in seconds.
fn clock(text: &str) -> i64 {
    let (hours, minutes) = text.split_once(':').unwrap_or(("0", "0"));
    hours.parse().unwrap_or(0) * 3600 + minutes.parse().unwrap_or(0) * 60
}

/// Who can be put on stage, and when each already is.
struct Stage {
    heads: Vec<usize>,
    directors: Vec<usize>,
    experts: Vec<usize>,
    spokespeople: Vec<usize>,
    taken: HashMap<usize, Vec<(i64, i64, &'static str)>>,
}

/// Seconds that anybody is given for the way from one room to another: the longest one takes twelve minutes.
const WAY: i64 = 15 * 60;

impl Stage {
    fn new(seed: u64, cast: &Cast) -> Self {
        let mut chance = Chance::of(seed, "stage", 0);
        let mut places = |fits: fn(DelegationKind, &str, char) -> bool| {
            let good =
                |place: &usize| matches!(cast.fates[*place], DemoFate::Collected { .. } | DemoFate::Approved { .. });
            let fits = |place: &usize| {
                let person = &cast.people[*place];
                fits(cast.delegation_of(*place).kind, person.protocol_rank, person.category)
            };
            let mut found: Vec<usize> = (0..cast.people.len()).filter(good).filter(fits).collect();
            chance.shuffle(&mut found);
            found
        };
        Self {
            heads: places(|_, _, category| category == 'E'),
            directors: places(|kind, rank, category| {
                kind == DelegationKind::State && rank == "director" && category == 'D'
            }),
            experts: places(|_, _, category| "UINAB".contains(category)),
            spokespeople: places(|kind, _, _| kind == DelegationKind::Secretariat),
            taken: HashMap::new(),
        }
    }

    fn people(&mut self, session: &DemoSession) -> Vec<(StageRole, usize)> {
        let wanted: &[(StageRole, Group, usize)] = match session.kind {
            SessionKind::HighLevelDebate => {
                &[(StageRole::CoChair, Group::Heads, 2), (StageRole::Speaker, Group::Heads, 12)]
            }
            SessionKind::Opening | SessionKind::Plenary => {
                &[(StageRole::Chair, Group::Heads, 1), (StageRole::Rapporteur, Group::Directors, 1)]
            }
            SessionKind::Signing => &[(StageRole::Chair, Group::Spokespeople, 1)],
            SessionKind::PressConference => {
                &[(StageRole::Moderator, Group::Spokespeople, 1), (StageRole::Speaker, Group::Heads, 1)]
            }
            SessionKind::Discussion => &[
                (StageRole::Moderator, Group::Experts, 1),
                (StageRole::Panelist, Group::Directors, 2),
                (StageRole::Panelist, Group::Experts, 2),
                (StageRole::Rapporteur, Group::Experts, 1),
            ],
            SessionKind::Workshop => &[
                (StageRole::Moderator, Group::Experts, 1),
                (StageRole::Speaker, Group::Directors, 1),
                (StageRole::Speaker, Group::Experts, 1),
            ],
            SessionKind::SideEvent => {
                &[(StageRole::Moderator, Group::Experts, 1), (StageRole::Speaker, Group::Experts, 1)]
            }
            SessionKind::Ceremony | SessionKind::Reception | SessionKind::Break => &[],
        };
        let last = session.key == "debate-5";
        let mut people = Vec::new();
        for (role, group, count) in wanted {
            // Sixty-two speakers in all: the last part of the debate hears fourteen.
            let count = if last && *role == StageRole::Speaker { count + 2 } else { *count };
            people.extend((0..count).filter_map(|_| self.somebody(*group, session).map(|place| (*role, place))));
        }
        people
    }

    /// The next of a group who is free then. Whoever has spoken goes to the end of the row.
    fn somebody(&mut self, group: Group, session: &DemoSession) -> Option<usize> {
        let row = match group {
            Group::Heads => &mut self.heads,
            Group::Directors => &mut self.directors,
            Group::Experts => &mut self.experts,
            Group::Spokespeople => &mut self.spokespeople,
        };
        let free = |place: &usize| {
            let near = |(from, until, room): &(i64, i64, &str)| {
                let way = if *room == session.room { 0 } else { WAY };
                session.from < until + way && *from < session.until + way
            };
            !self.taken.get(place).is_some_and(|times| times.iter().any(near))
        };
        let found = row.iter().position(free)?;
        let place = row.remove(found);
        row.push(place);
        self.taken.entry(place).or_default().push((session.from, session.until, session.room));
        Some(place)
    }
}

#[derive(Clone, Copy)]
enum Group {
    Heads,
    Directors,
    Experts,
    Spokespeople,
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::console::demo::cast::example;

    fn sessions(seed: u64) -> (&'static Cast, Vec<DemoSession>) {
        (example(), programme(seed, example()))
    }

    fn clash(a: &DemoSession, b: &DemoSession) -> bool {
        a.key != b.key && a.from < b.until && b.from < a.until
    }

    #[test]
    fn it_has_what_the_reference_event_had() {
        let sessions = &*SESSIONS;
        let count = |kind| sessions.iter().filter(|one| one.kind == kind).count();
        assert_eq!((count(SessionKind::Discussion), count(SessionKind::Workshop)), (8, 38));
        let first = sessions.iter().filter(|one| one.kind == SessionKind::Workshop && one.release == 1).count();
        assert_eq!(first, 32, "six more were added a day later");
        assert_eq!(
            (count(SessionKind::Signing), count(SessionKind::HighLevelDebate), count(SessionKind::Opening)),
            (2, 5, 1)
        );
    }

    #[test]
    fn no_room_is_held_twice_and_every_room_exists() {
        let codes: HashSet<_> = rooms().iter().map(|room| room.code).collect();
        let mut keys = HashSet::new();
        for one in SESSIONS.iter() {
            assert!(codes.contains(one.room) && one.from < one.until && keys.insert(one.key), "{}", one.key);
            assert!(!SESSIONS.iter().any(|other| other.room == one.room && clash(one, other)), "{}", one.key);
            for language in ["en", "fr"] {
                assert!(one.title.get(language).is_some() && one.description.get(language).is_some(), "{}", one.key);
            }
        }
    }

    #[test]
    fn nobody_is_on_two_stages_at_once() {
        let (_, sessions) = sessions(1);
        for one in &sessions {
            let here: HashSet<_> = one.people.iter().map(|(_, place)| place).collect();
            assert_eq!(here.len(), one.people.len(), "{}", one.key);
            for other in sessions.iter().filter(|other| clash(one, other)) {
                assert!(!other.people.iter().any(|(_, place)| here.contains(place)), "{} {}", one.key, other.key);
            }
        }
    }

    #[test]
    fn the_debate_hears_62_speakers_under_changing_co_chairs() {
        let (cast, sessions) = sessions(2);
        let debate: Vec<_> = sessions.iter().filter(|one| one.kind == SessionKind::HighLevelDebate).collect();
        let with = |role| {
            debate
                .iter()
                .flat_map(move |one| one.people.iter().filter(move |(is, _)| *is == role).map(|(_, place)| *place))
        };
        assert_eq!(with(StageRole::Speaker).count(), 62);
        assert_eq!(with(StageRole::CoChair).collect::<HashSet<_>>().len(), 10);
        let all_heads = with(StageRole::Speaker).all(|place| cast.people[place].composition_title == "head");
        assert!(all_heads);
    }
}
