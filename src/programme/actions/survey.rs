//! The draft as a whole, and what is doubtful in it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::NewSession;
use crate::clock::Moment;
use crate::conferences::{Conference, openings};
use crate::db::Connection;
use crate::ids::{AreaId, BlockerId, MeetingRoomId, SessionId};
use crate::language::{Language, Message};
use crate::programme::model::{Blocker, Circle, Link, MeetingRoom, Person, Session, SessionStatus, Slot};
use crate::programme::queries::{self, Venue};
use crate::programme::rules::{
    Claim, Doubt, Ground, OnStage, Place, Span, Tree, Walks, covers, doubts, name_key, places,
};
use crate::web::Answer;

/// Every session with its room, and what stands in its way.
pub struct Survey {
    pub sessions: Vec<Session>,
    pub rooms: Vec<MeetingRoom>,
    pub people: HashMap<SessionId, Vec<Person>>,
    /// Who organises together and whom each is for, where that is said.
    pub circles: HashMap<SessionId, Circle>,
    pub doubts: BTreeMap<SessionId, BTreeSet<Doubt>>,
    pub blockers: Vec<Blocker>,
    claims: Vec<Claim>,
    ground: Ground,
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
    let ground = ground(connection, conference, &venue).await?;
    let claims: Vec<Claim> = sessions
        .iter()
        .filter_map(|session| Claim::of(session, people.get(&session.id).into_iter().flatten()))
        .collect();
    let Venue { rooms, blockers, .. } = venue;
    Ok(Survey { doubts: doubts(&claims, &ground), sessions, rooms, blockers, people, circles, claims, ground })
}

async fn ground(connection: &mut Connection, conference: &Conference, venue: &Venue) -> Answer<Ground> {
    let mut open: HashMap<AreaId, Vec<(Moment, Moment)>> = HashMap::new();
    for opening in openings(connection, conference.id).await? {
        open.entry(opening.area_id).or_default().push((opening.opens_at, opening.closes_at));
    }
    let hours = |room: &MeetingRoom| room.area_id.and_then(|area| open.get(&area).cloned()).unwrap_or_default();
    let tree = Tree::of(&venue.rooms);
    let bodies = queries::organisers(connection, conference.id).await?;
    Ok(Ground {
        zone: conference.zone(),
        first_day: conference.starts_on,
        last_day: conference.ends_on,
        places: places(&tree, (&venue.layouts, &venue.windows, &venue.blockers), hours),
        walks: Walks::of(&tree, &venue.walks),
        bodies: bodies.iter().flat_map(|(_, _, name)| name.iter().map(|(_, text)| name_key(text))).collect(),
    })
}

impl Survey {
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
        self.ground.places.get(&room)
    }

    /// Whether one of these rooms is the other or a part of it, or they share a part.
    pub fn share(&self, one: MeetingRoomId, other: MeetingRoomId) -> bool {
        self.ground.share(one, other)
    }

    /// The smallest room that would take a session at its time with nothing against it, other than the one it is in.
    pub fn free_room(&self, id: Option<SessionId>, wanted: &NewSession) -> Option<&MeetingRoom> {
        let free = self.rooms.iter().filter(|room| Some(room.id) != wanted.room);
        let free = free.filter(|room| wanted.time.is_some_and(|time| self.takes(room.id, time, id, wanted)));
        free.min_by_key(|room| self.place(room.id).and_then(|place| place.seats))
    }

    /// Whether a room would take a session then with nothing against it.
    pub fn takes(&self, room: MeetingRoomId, (from, until): Span, id: Option<SessionId>, wanted: &NewSession) -> bool {
        let Some(place) = self.place(room) else { return false };
        let seats = wanted.layout.map_or(place.seats, |layout| place.layouts.get(&layout).copied());
        let blocked = place.blocked.iter().any(|(_, (starts, ends))| *starts < until && from < *ends);
        let open = Some(&place.open).filter(|open| !open.is_empty());
        let mut hours = place.windows.iter().chain(open);
        seats.is_some_and(|seats| seats >= wanted.capacity.unwrap_or(0))
            && !blocked
            && (place.booths == 0 || place.booths >= wanted.interpretation.len())
            && hours.all(|hours| covers(hours, from, until))
            && self.claims.iter().all(|claim| Some(claim.session) == id || !self.is_near(claim, room, (from, until)))
    }

    /// Everything doubtful in the whole programme if this session were there and then instead.
    pub fn doubts_with(&self, id: SessionId, slot: Slot) -> BTreeMap<SessionId, BTreeSet<Doubt>> {
        let mut claims: Vec<Claim> = self.claims.iter().filter(|claim| claim.session != id).cloned().collect();
        if let Some(session) = self.session(id) {
            let moved = slot.put(session);
            claims.extend(Claim::of(&moved, self.people.get(&id).into_iter().flatten()));
        }
        doubts(&claims, &self.ground)
    }

    /// Whether a session is in this room or in a part of it then, or too short a time before or after.
    fn is_near(&self, claim: &Claim, room: MeetingRoomId, (from, until): (Moment, Moment)) -> bool {
        let Some(held) = claim.room.filter(|held| self.ground.share(*held, room)) else { return false };
        let turnover = |room: MeetingRoomId| self.ground.places.get(&room).map_or(0, |place| place.turnover);
        let pause = turnover(held).max(turnover(room)) * 60;
        claim.from < until.plus_seconds(pause) && from < claim.until.plus_seconds(pause)
    }

    /// What would be doubtful of a session if it were as it is wanted: a new one, or the one with this key.
    pub fn of(&self, id: Option<SessionId>, wanted: &NewSession) -> BTreeSet<Doubt> {
        let session = id.unwrap_or_else(SessionId::new);
        let mut claims: Vec<Claim> = self.claims.iter().filter(|claim| claim.session != session).cloned().collect();
        if let (Some((from, until)), false) = (wanted.time, wanted.status == SessionStatus::Cancelled) {
            let former = self.people.get(&session);
            let before = |name: &str| former?.iter().find(|person| person.name == name)?.participant_id;
            let on_stage = |person: &crate::programme::model::OnStage| OnStage {
                who: match &person.link {
                    Link::AsBefore => before(&person.name),
                    Link::Participant(id) => Some(*id),
                    Link::Guest { .. } => None,
                },
                name: person.name.clone(),
            };
            claims.push(Claim {
                session,
                firm: wanted.status == SessionStatus::Confirmed,
                room: wanted.room,
                from,
                until,
                places: wanted.capacity,
                layout: wanted.layout,
                tongues: wanted.interpretation.len(),
                people: wanted.people.iter().map(on_stage).collect(),
            });
        }
        doubts(&claims, &self.ground).remove(&session).unwrap_or_default()
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
    let zone = &survey.ground.zone;
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
