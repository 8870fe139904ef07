//! What stands in a session's way: another one in its room or in a part of it, somebody on two stages or on the way between
//! them, a delegation or a team of interpreters due in two places, too few seats, closed doors, other days.
//!
//! Two confirmed sessions in one room at once are impossible, and so is one person, known by their file, on two stages: neither
//! leaves the draft. All the rest a person must judge: two people may have one name, and a reception may well be on the eve.

mod alone;
mod engine;
mod parties;
mod rooms;
mod stage;
mod teams;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::tz::TimeZone;

use super::venue::{Place, Span, Walks};
use crate::clock::{Day, Moment};
use crate::ids::{BlockerId, CategoryId, DelegationId, MeetingRoomId, ParticipantId, SessionId, TeamId};
use crate::language::collation::fold;
use crate::programme::model::{Layout, Person, Session, SessionStatus};

pub use alone::covers;
pub use engine::{Doubts, Engine};

/// What a session holds; half-open, so ending at 10:00 and starting at 10:00 is no clash.
#[derive(Clone, Debug, PartialEq)]
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
    /// The languages into which it is interpreted.
    pub tongues: Vec<String>,
    pub people: Vec<OnStage>,
    /// The delegations that hold it, and that somebody must be there for.
    pub organisers: Vec<DelegationId>,
    /// Whom it is for; empty where it is for everybody.
    pub audience: Vec<CategoryId>,
    pub teams: Vec<TeamId>,
}

/// Somebody on stage, as far as they can be told from others: by the name as it is written, and who it is where that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct OnStage {
    pub name: String,
    /// What spellings of it have in common.
    pub key: String,
    pub who: Option<ParticipantId>,
    pub standing: Option<Standing>,
}

/// What is known of somebody on stage who is known at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    pub delegation: DelegationId,
    pub coming: Coming,
    /// A head of State or of government.
    pub is_head: bool,
    pub arrives_at: Option<Moment>,
}

/// Whether somebody will be let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coming {
    Accredited,
    /// Nobody has decided yet, or the file is not even handed in.
    Undecided,
    /// Refused or withdrawn.
    Not,
}

impl OnStage {
    /// Somebody of whom only the name is known.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), key: name_key(name), who: None, standing: None }
    }
}

impl Claim {
    /// A claim on nothing but its time.
    pub fn at(session: SessionId, (from, until): Span) -> Self {
        Self {
            session,
            firm: false,
            room: None,
            from,
            until,
            places: None,
            layout: None,
            tongues: Vec::new(),
            people: Vec::new(),
            organisers: Vec::new(),
            audience: Vec::new(),
            teams: Vec::new(),
        }
    }

    /// A cancelled session holds nothing, and one without a time neither.
    pub fn of<'a>(session: &Session, people: impl IntoIterator<Item = &'a Person>) -> Option<Self> {
        if session.status == SessionStatus::Cancelled {
            return None;
        }
        let on_stage = |person: &Person| OnStage { who: person.participant_id, ..OnStage::named(&person.name) };
        Some(Self {
            firm: session.status == SessionStatus::Confirmed,
            room: session.room_id,
            // Whoever may sign up is expected.
            places: session.capacity.max(session.sign_up_places),
            layout: session.layout,
            tongues: session.interpretation.clone(),
            people: people.into_iter().map(on_stage).collect(),
            organisers: session.organiser_id.into_iter().collect(),
            ..Self::at(session.id, (session.starts_at?, session.ends_at?))
        })
    }
}

/// What all sessions are judged by.
#[derive(Clone, Debug)]
pub struct Ground {
    pub zone: TimeZone,
    pub first_day: Day,
    pub last_day: Day,
    pub places: HashMap<MeetingRoomId, Place>,
    pub walks: Walks,
    /// Delegations, each by what spellings of its names have in common: a State may chair twice at once, by two people.
    pub bodies: HashMap<String, DelegationId>,
    /// How many people each delegation has that may come; none where it has nominated nobody yet.
    pub members: HashMap<DelegationId, usize>,
    pub teams: HashMap<TeamId, Team>,
}

/// A team of interpreters.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    pub languages: Vec<String>,
    /// Minutes that it works in a row at most.
    pub most: i64,
    /// Minutes without which it goes on working in a row.
    pub rest: i64,
}

impl Ground {
    /// A conference of which nothing is known but its days.
    pub fn bare(zone: TimeZone, [first_day, last_day]: [Day; 2]) -> Self {
        Self {
            zone,
            first_day,
            last_day,
            places: HashMap::new(),
            walks: Walks::default(),
            bodies: HashMap::new(),
            members: HashMap::new(),
            teams: HashMap::new(),
        }
    }
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
    /// A delegation must have more people in places at once than it has people at all.
    PartyThin {
        with: SessionId,
        party: DelegationId,
        members: usize,
        due: usize,
    },
    /// Two heads of State or government speak at the same minute, in two places.
    HeadsAtOnce {
        with: SessionId,
        person: String,
        other: String,
    },
    /// A team of interpreters is wanted in two booths at once.
    TeamTwice {
        with: SessionId,
        team: TeamId,
    },
    /// It is a part of too many minutes in a row for a team.
    TeamTired {
        team: TeamId,
        minutes: i64,
        most: i64,
    },
    /// It has teams, or the conference has, and none of its own interprets into these.
    Uncovered(Vec<String>),
    /// Somebody on stage will not be let in, or is not yet sure to be.
    NotAccredited {
        person: String,
        coming: Coming,
    },
    /// Somebody on stage is not there yet.
    ArrivesLater {
        person: String,
        at: Moment,
    },
    /// Those it is for may not be in the room's area then.
    AudienceShut(Vec<CategoryId>),
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
            Self::PartyThin { with, party, .. } => Some((*with, format!("party {party}"))),
            Self::HeadsAtOnce { with, .. } => Some((*with, "heads".into())),
            Self::TeamTwice { with, team } => Some((*with, format!("team {team}"))),
            _ => None,
        }
    }
}

/// Everything doubtful, by session; a clash is said of both sessions.
#[cfg(test)]
pub fn doubts(claims: &[Claim], ground: &Ground) -> Doubts {
    Engine::new(claims.iter().cloned(), ground.clone()).doubts()
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

    /// The delegations that somebody must be there for, and who of each: by name, or anybody, who is then nobody that is due elsewhere.
    fn due(&self, claim: &Claim) -> BTreeMap<DelegationId, BTreeSet<String>> {
        let mut due: BTreeMap<DelegationId, BTreeSet<String>> = BTreeMap::new();
        let anybody = || format!("\u{0}{}", claim.session);
        for person in &claim.people {
            if let Some(standing) = person.standing {
                due.entry(standing.delegation).or_default().insert(person.key.clone());
            } else if let Some(party) = self.bodies.get(&person.key) {
                due.entry(*party).or_default().insert(anybody());
            }
        }
        for party in &claim.organisers {
            let people = due.entry(*party).or_default();
            if people.is_empty() {
                people.insert(anybody());
            }
        }
        due
    }
}

/// Whole minutes from the end of one to the start of another.
fn minutes_between(one: &Claim, other: &Claim) -> i64 {
    other.from.seconds_since(one.until).div_euclid(60)
}

/// Pairs of which the second begins before the first has ended, or less than so many minutes after it, the earlier one first.
fn near<'a>(sorted: &[&'a Claim], minutes: i64) -> Vec<(&'a Claim, &'a Claim)> {
    let mut pairs = Vec::new();
    for (index, first) in sorted.iter().enumerate() {
        // Sorted by start: nothing after the first that begins too late can be near it.
        let end = first.until.plus_seconds(minutes * 60);
        let close = sorted[index + 1..].iter().take_while(|second| second.from < end);
        pairs.extend(close.map(|second| (*first, *second)));
    }
    pairs
}

/// What two spellings of one name have in common: its words without marks and case, in any order.
pub fn name_key(name: &str) -> String {
    let folded = fold(name);
    let words: BTreeSet<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.into_iter().collect::<Vec<_>>().join(" ")
}
