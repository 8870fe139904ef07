//! The draft as a whole, and what is doubtful in it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::NewSession;
use crate::clock::Moment;
use crate::conferences::{Conference, categories, openings};
use crate::db::Connection;
use crate::ids::{AreaId, BlockerId, CategoryId, DelegationId, MeetingRoomId, ParticipantId, SessionId, TeamId};
use crate::language::{Language, Localized, Message};
use crate::participants::{ProtocolRank, Status};
use crate::programme::model::{
    Blocker, Circle, InterpreterTeam, Link, MeetingRoom, Person, Session, SessionStatus, Slot,
};
use crate::programme::queries::{self, Known, Venue};
use crate::programme::rules::{
    Claim, Coming, Doubt, Doubts, Engine, Ground, OnStage, Place, Span, Standing, Team, Tree, Walks, covers, name_key,
    places,
};
use crate::web::Answer;

/// Every session with its room, and what stands in its way.
pub struct Survey {
    pub sessions: Vec<Session>,
    pub rooms: Vec<MeetingRoom>,
    pub people: HashMap<SessionId, Vec<Person>>,
    /// Who organises together and whom each is for, where that is said.
    pub circles: HashMap<SessionId, Circle>,
    pub doubts: Doubts,
    pub blockers: Vec<Blocker>,
    pub teams: Vec<InterpreterTeam>,
    /// Delegations by name.
    pub parties: HashMap<DelegationId, Localized>,
    /// Letters of categories.
    pub letters: HashMap<CategoryId, String>,
    cast: Cast,
    engine: Engine,
}

/// What is known of those on stage, and who interprets.
struct Cast {
    known: HashMap<ParticipantId, Known>,
    teams: BTreeMap<SessionId, Vec<TeamId>>,
}

/// Looks at the draft.
pub async fn survey(connection: &mut Connection, conference: &Conference) -> Answer<Survey> {
    let sessions = queries::sessions(connection, conference.id).await?;
    let venue = queries::venue(connection, conference.id).await?;
    let mut people: HashMap<SessionId, Vec<Person>> = HashMap::new();
    for (session, person) in queries::people(connection, conference.id).await? {
        people.entry(session).or_default().push(person);
    }
    let circles = queries::circles(connection, conference.id).await?;
    let cast = Cast {
        known: queries::known_on_stage(connection, conference.id).await?,
        teams: queries::teams_of_sessions(connection, conference.id).await?,
    };
    let teams = queries::teams(connection, conference.id).await?;
    let parties: HashMap<DelegationId, Localized> =
        queries::organisers(connection, conference.id).await?.into_iter().map(|(id, _, name)| (id, name)).collect();
    let ground = Ground {
        bodies: parties
            .iter()
            .flat_map(|(id, name)| name.iter().map(|(_, text)| (name_key(text), *id)))
            .filter(|(key, _)| !key.is_empty())
            .collect(),
        members: queries::members(connection, conference.id).await?,
        teams: teams.iter().map(|team| (team.id, as_judged(team))).collect(),
        ..venue_ground(connection, conference, &venue).await?
    };
    let claims: Vec<Claim> = sessions
        .iter()
        .filter_map(|session| {
            let claim = Claim::of(session, people.get(&session.id).into_iter().flatten())?;
            Some(cast.known_of(claim, circles.get(&session.id)))
        })
        .collect();
    let Venue { rooms, blockers, .. } = venue;
    let letters = categories(connection, conference.id).await?;
    let letters = letters.into_iter().map(|category| (category.id, category.letter)).collect();
    let engine = Engine::new(claims, ground);
    let doubts = engine.doubts();
    Ok(Survey { doubts, sessions, rooms, blockers, people, circles, teams, parties, letters, cast, engine })
}

fn as_judged(team: &InterpreterTeam) -> Team {
    Team { languages: team.languages.clone(), most: team.most_minutes.into(), rest: team.rest_minutes.into() }
}

async fn venue_ground(connection: &mut Connection, conference: &Conference, venue: &Venue) -> Answer<Ground> {
    let mut open: HashMap<AreaId, HashMap<CategoryId, Vec<Span>>> = HashMap::new();
    for opening in openings(connection, conference.id).await? {
        let area = open.entry(opening.area_id).or_default();
        area.entry(opening.category_id).or_default().push((opening.opens_at, opening.closes_at));
    }
    let of_area = |room: &MeetingRoom| room.area_id.and_then(|area| open.get(&area));
    let hours = |room: &MeetingRoom| of_area(room).into_iter().flat_map(HashMap::values).flatten().copied().collect();
    let tree = Tree::of(&venue.rooms);
    let mut places = places(&tree, (&venue.layouts, &venue.windows, &venue.blockers), hours);
    for room in &venue.rooms {
        if let (Some(place), Some(admits)) = (places.get_mut(&room.id), of_area(room)) {
            place.admits = admits.clone();
        }
    }
    Ok(Ground {
        places,
        walks: Walks::of(&tree, &venue.walks),
        ..Ground::bare(conference.zone(), [conference.starts_on, conference.ends_on])
    })
}

impl Cast {
    /// The claim with what is known of those on stage, of who organises together, and of who interprets.
    fn known_of(&self, mut claim: Claim, circle: Option<&Circle>) -> Claim {
        for person in &mut claim.people {
            person.standing = person.who.and_then(|who| self.known.get(&who)).map(standing);
        }
        if let Some(circle) = circle {
            claim.organisers.extend(&circle.co_organisers);
            claim.audience.clone_from(&circle.audience);
        }
        claim.teams = self.teams.get(&claim.session).cloned().unwrap_or_default();
        claim
    }
}

fn standing(known: &Known) -> Standing {
    Standing {
        delegation: known.delegation,
        coming: match known.status {
            Status::Approved => Coming::Accredited,
            Status::Draft | Status::Submitted | Status::Returned | Status::OnHold => Coming::Undecided,
            Status::Refused | Status::Withdrawn => Coming::Not,
        },
        is_head: matches!(known.rank, ProtocolRank::HeadOfState | ProtocolRank::HeadOfGovernment),
        arrives_at: known.arrives_at,
    }
}

impl Survey {
    /// Whether a team interprets at a session.
    pub fn works(&self, team: TeamId, session: SessionId) -> bool {
        self.cast.teams.get(&session).is_some_and(|teams| teams.contains(&team))
    }

    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == id)
    }

    pub fn room(&self, id: MeetingRoomId) -> Option<&MeetingRoom> {
        self.rooms.iter().find(|room| room.id == id)
    }

    pub fn blocker(&self, id: BlockerId) -> Option<&Blocker> {
        self.blockers.iter().find(|blocker| blocker.id == id)
    }

    /// What is known of a room as far as sessions must fit into it.
    pub fn place(&self, room: MeetingRoomId) -> Option<&Place> {
        self.engine.ground().places.get(&room)
    }

    /// Whether one of these rooms is the other or a part of it, or they share a part.
    pub fn share(&self, one: MeetingRoomId, other: MeetingRoomId) -> bool {
        self.engine.ground().share(one, other)
    }

    /// The smallest room that would take a session at its time with nothing against it, other than the one it is in.
    pub fn free_room(&self, id: Option<SessionId>, wanted: &NewSession) -> Option<&MeetingRoom> {
        let known = |room: MeetingRoomId| self.place(room).is_some_and(|place| place.seats.is_some());
        let free = self.rooms.iter().filter(|room| Some(room.id) != wanted.room && known(room.id));
        let free = free.filter(|room| wanted.time.is_some_and(|time| self.takes(room.id, time, id, wanted)));
        free.min_by_key(|room| self.place(room.id).and_then(|place| place.seats))
    }

    /// Whether a room would take a session then with nothing against it.
    pub fn takes(&self, room: MeetingRoomId, (from, until): Span, id: Option<SessionId>, wanted: &NewSession) -> bool {
        let Some(place) = self.place(room) else { return false };
        let expected = wanted.capacity.unwrap_or(0);
        let is_large_enough = match wanted.layout {
            Some(layout) if !place.layouts.is_empty() => {
                place.layouts.get(&layout).is_some_and(|seats| *seats >= expected)
            }
            // Where nobody in particular is expected, a room of unknown size will do.
            _ => place.seats.map_or(wanted.capacity.is_none(), |seats| seats >= expected),
        };
        let blocked = place.blocked.iter().any(|(_, (starts, ends))| *starts < until && from < *ends);
        let open = Some(&place.open).filter(|open| !open.is_empty());
        let mut hours = place.windows.iter().chain(open);
        is_large_enough
            && !blocked
            && (place.booths == 0 || place.booths >= wanted.interpretation.len())
            && hours.all(|hours| covers(hours, from, until))
            && self.engine.claims().all(|claim| Some(claim.session) == id || !self.is_near(claim, room, (from, until)))
    }

    /// What would be doubtful with this session there and then instead, beside what is doubtful now: of all that it has to do with
    /// here or there.
    pub fn doubts_with(&self, id: SessionId, slot: Slot) -> (Doubts, Doubts) {
        let moved = self.session(id).map(|session| slot.put(session));
        let claim = moved.and_then(|moved| Claim::of(&moved, self.people.get(&id).into_iter().flatten()));
        let claim = claim.map(|claim| self.cast.known_of(claim, self.circles.get(&id)));
        self.engine.outlook(id, claim.as_ref())
    }

    /// Whether a session is in this room or in a part of it then, or too short a time before or after.
    fn is_near(&self, claim: &Claim, room: MeetingRoomId, (from, until): (Moment, Moment)) -> bool {
        let Some(held) = claim.room else { return false };
        let turnover = |room: MeetingRoomId| self.engine.ground().places.get(&room).map_or(0, |place| place.turnover);
        let pause = turnover(held).max(turnover(room)) * 60;
        let is_close = claim.from < until.plus_seconds(pause) && from < claim.until.plus_seconds(pause);
        is_close && self.engine.ground().share(held, room)
    }

    /// What would be doubtful of a session if it were as it is wanted: a new one, or the one with this key.
    pub fn of(&self, id: Option<SessionId>, wanted: &NewSession) -> BTreeSet<Doubt> {
        let session = id.unwrap_or_else(SessionId::new);
        let Some(time) = wanted.time.filter(|_| wanted.status != SessionStatus::Cancelled) else {
            return BTreeSet::new();
        };
        let former = self.people.get(&session);
        let before = |name: &str| former?.iter().find(|person| person.name == name)?.participant_id;
        let on_stage = |person: &crate::programme::model::OnStage| OnStage {
            who: match &person.link {
                Link::AsBefore => before(&person.name),
                Link::Participant(id) => Some(*id),
                Link::Guest { .. } => None,
            },
            ..OnStage::named(&person.name)
        };
        let claim = Claim {
            firm: wanted.status == SessionStatus::Confirmed,
            room: wanted.room,
            places: wanted.capacity.max(self.session(session).and_then(|one| one.sign_up_places)),
            layout: wanted.layout,
            tongues: wanted.interpretation.clone(),
            people: wanted.people.iter().map(on_stage).collect(),
            organisers: wanted.organiser.into_iter().collect(),
            ..Claim::at(session, time)
        };
        let claim = self.cast.known_of(claim, wanted.circle.as_ref().or_else(|| self.circles.get(&session)));
        self.engine.outlook(session, Some(&claim)).1.remove(&session).unwrap_or_default()
    }
}

/// Why a session cannot be confirmed there and then, if another confirmed one has its room, a part of it or the whole.
pub fn held(survey: &Survey, id: Option<SessionId>, wanted: &NewSession, language: Language) -> Option<Message> {
    let doubts = survey.of(id, wanted);
    let with = doubts.iter().find_map(|doubt| match doubt {
        Doubt::RoomHeld { with, firm: true } => Some(*with),
        _ => None,
    })?;
    let other = survey.session(with)?;
    let zone = &survey.engine.ground().zone;
    let time = |at: Option<Moment>| at.map(|at| language.time(at, zone)).unwrap_or_default();
    let hall = other.room_id.filter(|room| Some(*room) != wanted.room).and_then(|room| survey.room(room));
    let message = match hall {
        // A part of it is held, or the hall that it is a part of.
        Some(hall) => Message::new("programme-error-part-held").with("room", hall.name.in_language(language)),
        None => Message::new("programme-error-room-held"),
    };
    let message = message.with("title", other.title.in_language(language));
    Some(message.with("from", time(other.starts_at)).with("until", time(other.ends_at)))
}
