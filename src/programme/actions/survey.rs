//! The draft as a whole, and what is doubtful in it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::NewSession;
use crate::clock::Moment;
use crate::conferences::{Conference, openings};
use crate::db::Connection;
use crate::ids::{AreaId, MeetingRoomId, SessionId};
use crate::language::{Language, Message};
use crate::programme::model::{MeetingRoom, Person, Session, SessionStatus};
use crate::programme::queries;
use crate::programme::rules::{Claim, Doubt, Ground, OnStage, Place, doubts, name_key};
use crate::web::Answer;

/// Every session with its room, and what stands in its way.
pub struct Survey {
    pub sessions: Vec<Session>,
    pub rooms: Vec<MeetingRoom>,
    pub people: HashMap<SessionId, Vec<Person>>,
    pub doubts: BTreeMap<SessionId, BTreeSet<Doubt>>,
    claims: Vec<Claim>,
    ground: Ground,
}

/// Looks at the draft.
pub async fn survey(connection: &mut Connection, conference: &Conference) -> Answer<Survey> {
    let sessions = queries::sessions(connection, conference.id).await?;
    let rooms = queries::rooms(connection, conference.id).await?;
    let mut people: HashMap<SessionId, Vec<Person>> = HashMap::new();
    for (session, person) in queries::people(connection, conference.id).await? {
        people.entry(session).or_default().push(person);
    }
    let ground = ground(connection, conference, &rooms).await?;
    let claims: Vec<Claim> = sessions
        .iter()
        .filter_map(|session| Claim::of(session, people.get(&session.id).into_iter().flatten()))
        .collect();
    Ok(Survey { doubts: doubts(&claims, &ground), sessions, rooms, people, claims, ground })
}

async fn ground(connection: &mut Connection, conference: &Conference, rooms: &[MeetingRoom]) -> Answer<Ground> {
    let mut open: HashMap<AreaId, Vec<(Moment, Moment)>> = HashMap::new();
    for opening in openings(connection, conference.id).await? {
        open.entry(opening.area_id).or_default().push((opening.opens_at, opening.closes_at));
    }
    let place = |room: &MeetingRoom| Place {
        seats: room.capacity,
        open: room.area_id.and_then(|area| open.get(&area).cloned()).unwrap_or_default(),
    };
    let bodies = queries::organisers(connection, conference.id).await?;
    Ok(Ground {
        zone: conference.zone(),
        first_day: conference.starts_on,
        last_day: conference.ends_on,
        places: rooms.iter().map(|room| (room.id, place(room))).collect(),
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

    /// What would be doubtful of a session if it were as it is wanted: a new one, or the one with this key.
    pub fn of(&self, id: Option<SessionId>, wanted: &NewSession) -> BTreeSet<Doubt> {
        let session = id.unwrap_or_else(SessionId::new);
        let mut claims: Vec<Claim> = self.claims.iter().filter(|claim| claim.session != session).cloned().collect();
        if let (Some((from, until)), false) = (wanted.time, wanted.status == SessionStatus::Cancelled) {
            let former = self.people.get(&session);
            let who = |name: &str| former?.iter().find(|person| person.name == name)?.participant_id;
            let on_stage = |name: &String| OnStage { who: who(name), name: name.clone() };
            claims.push(Claim {
                session,
                firm: wanted.status == SessionStatus::Confirmed,
                room: wanted.room,
                from,
                until,
                places: wanted.capacity,
                people: wanted.people.iter().map(|person| on_stage(&person.name)).collect(),
            });
        }
        doubts(&claims, &self.ground).remove(&session).unwrap_or_default()
    }
}

/// Why a session cannot be confirmed there and then, if another confirmed one has its room.
pub fn held(survey: &Survey, doubts: &BTreeSet<Doubt>, language: Language) -> Option<Message> {
    let with = doubts.iter().find_map(|doubt| match doubt {
        Doubt::RoomHeld { with, firm: true } => Some(*with),
        _ => None,
    })?;
    let other = survey.session(with)?;
    let zone = &survey.ground.zone;
    let time = |at: Option<Moment>| at.map(|at| language.time(at, zone)).unwrap_or_default();
    let message = Message::new("programme-error-room-held").with("title", other.title.in_language(language));
    Some(message.with("from", time(other.starts_at)).with("until", time(other.ends_at)))
}
