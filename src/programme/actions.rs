//! Keeping rooms and sessions, and releasing the programme.

use std::collections::HashMap;

use super::model::{Facts, MeetingRoom, Person, Release, Session, SessionKind, SessionStatus, StageRole, is_called};
use super::queries::{self, RoomRow, SessionRow};
use super::rules::{Held, room_clashes};
use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DelegationId, MeetingRoomId, SessionId};
use crate::language::{FALLBACK, Language, Localized, Message};
use crate::web::{Answer, Problem, announce};

/// A meeting room as it is wanted.
pub struct NewRoom {
    pub code: String,
    pub name: Localized,
    pub capacity: Option<i32>,
    pub ordinal: i32,
}

/// A session as it is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSession {
    /// The stable key by which an import finds it again.
    pub key: String,
    pub kind: SessionKind,
    pub official_number: Option<String>,
    pub title: Localized,
    pub description: Localized,
    pub room: Option<MeetingRoomId>,
    /// From and until; half-open.
    pub time: Option<(Moment, Moment)>,
    pub is_open: bool,
    pub interpretation: Vec<String>,
    pub webcast: bool,
    pub status: SessionStatus,
    pub organiser: Option<DelegationId>,
    pub capacity: Option<i32>,
    pub people: Vec<OnStage>,
}

/// Somebody on stage, as it is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct OnStage {
    pub role: StageRole,
    pub name: String,
    pub title: String,
    pub affiliation: String,
}

/// Writes a room: a new one, or changes to the one with this key and version.
///
/// # Errors
/// Refused when somebody changed it meanwhile or its code is taken.
pub async fn save_room(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    existing: Option<(MeetingRoomId, i32)>,
    room: &NewRoom,
    now: Moment,
) -> Answer<MeetingRoomId> {
    let conference = by.conference_id();
    let row = RoomRow { code: &room.code, name: &room.name, capacity: room.capacity, ordinal: room.ordinal };
    let (id, act) = match existing {
        None => (queries::insert_room(tx, conference, &row).await?, "add"),
        Some((id, version)) => {
            if !queries::update_room(tx, conference, id, version, &row).await? {
                return Err(Problem::refused("rule-changed-meanwhile"));
            }
            (id, "change")
        }
    };
    record(tx, Some(conference), Who::Account(by.account()), act, ("meeting_room", id.0), now).await?;
    announce(tx, &format!("programme:{conference}")).await?;
    Ok(id)
}

/// Writes a session: a new one, or changes to the one with this key and version.
///
/// # Errors
/// Refused when somebody changed it meanwhile or its key is taken.
pub async fn save_session(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    existing: Option<(SessionId, i32)>,
    wanted: &NewSession,
    now: Moment,
) -> Answer<SessionId> {
    let conference = by.conference_id();
    let (id, act) = write_session(tx, conference, existing, wanted, now).await?;
    record(tx, Some(conference), Who::Account(by.account()), act, ("session", id.0), now).await?;
    announce(tx, &format!("programme:{conference}")).await?;
    Ok(id)
}

pub(super) async fn write_session(
    tx: &mut Connection,
    conference: ConferenceId,
    existing: Option<(SessionId, i32)>,
    wanted: &NewSession,
    now: Moment,
) -> Answer<(SessionId, &'static str)> {
    let row = SessionRow {
        key: wanted.key.clone(),
        kind: wanted.kind,
        official_number: wanted.official_number.clone(),
        title: wanted.title.clone(),
        description: wanted.description.clone(),
        room_id: wanted.room,
        starts_at: wanted.time.map(|time| time.0),
        ends_at: wanted.time.map(|time| time.1),
        is_open: wanted.is_open,
        interpretation: wanted.interpretation.clone(),
        webcast: wanted.webcast,
        status: wanted.status,
        organiser_id: wanted.organiser,
        capacity: wanted.capacity,
        changed_at: now,
    };
    let (id, act) = match existing {
        None => (queries::insert_session(tx, conference, &row).await?, "add"),
        Some((id, version)) => {
            if !queries::update_session(tx, conference, id, version, &row).await? {
                return Err(Problem::refused("rule-changed-meanwhile"));
            }
            (id, "change")
        }
    };
    let people: Vec<Person> = wanted
        .people
        .iter()
        .map(|person| Person {
            role: person.role,
            name: person.name.clone(),
            title: person.title.clone(),
            affiliation: person.affiliation.clone(),
        })
        .collect();
    queries::replace_people(tx, conference, id, &people).await?;
    Ok((id, act))
}

/// What a release would hold, and what keeps it from being made.
pub struct Preview {
    pub sessions: usize,
    /// Confirmed sessions that lack a room or a time.
    pub unplaced: Vec<Session>,
    /// Titles of sessions that hold one room at the same time.
    pub clashes: Vec<(Session, Session)>,
}

/// Looks at the draft as a release would.
pub async fn preview(connection: &mut Connection, conference: ConferenceId) -> Answer<Preview> {
    let sessions = queries::sessions(connection, conference).await?;
    Ok(look(&sessions))
}

fn look(sessions: &[Session]) -> Preview {
    let wanted = |session: &&Session| session.status != SessionStatus::Draft;
    let held: Vec<Held> = sessions
        .iter()
        .filter(|session| session.status == SessionStatus::Confirmed)
        .filter_map(|session| {
            Some(Held {
                session: session.id,
                room: session.room_id?,
                from: session.starts_at?,
                until: session.ends_at?,
            })
        })
        .collect();
    let by_id: HashMap<SessionId, &Session> = sessions.iter().map(|session| (session.id, session)).collect();
    let clashes = room_clashes(&held)
        .into_iter()
        .filter_map(|(a, b)| Some(((*by_id.get(&a)?).clone(), (*by_id.get(&b)?).clone())))
        .collect();
    let unplaced = sessions
        .iter()
        .filter(wanted)
        .filter(|session| session.status == SessionStatus::Confirmed)
        .filter(|session| session.room_id.is_none() || session.starts_at.is_none())
        .cloned()
        .collect();
    Preview { sessions: sessions.iter().filter(wanted).count(), unplaced, clashes }
}

/// Freezes every confirmed and cancelled session that has a room and a time as the next release.
///
/// # Errors
/// Refused, naming the sessions, when two hold one room at once or a confirmed one has no place; refused when the name is
/// taken in any letter case.
pub async fn release(tx: &mut Connection, by: &OnDuty<ProgrammeManager>, name: &str, now: Moment) -> Answer<Release> {
    release_in(tx, by.conference_id(), by.account(), name, by.language(), now).await
}

/// The same for the demonstration, whose organiser has no browser.
///
/// # Errors
/// As [`release`].
pub async fn release_as(
    tx: &mut Connection,
    conference: ConferenceId,
    by: AccountId,
    name: &str,
    now: Moment,
) -> Answer<Release> {
    release_in(tx, conference, by, name, *FALLBACK, now).await
}

async fn release_in(
    tx: &mut Connection,
    conference: ConferenceId,
    by: AccountId,
    name: &str,
    language: Language,
    now: Moment,
) -> Answer<Release> {
    let release = queries::insert_release(tx, conference, name, by, now).await?;
    let sessions = queries::sessions(tx, conference).await?;
    let seen = look(&sessions);
    if let Some((first, second)) = seen.clashes.first() {
        return Err(Problem::Refused(
            Message::new("programme-release-clash")
                .with("first", first.title.in_language(language))
                .with("second", second.title.in_language(language)),
        ));
    }
    if let Some(session) = seen.unplaced.first() {
        let title = session.title.in_language(language);
        return Err(Problem::Refused(Message::new("programme-release-unplaced").with("title", title)));
    }
    let frozen = freeze(tx, conference, sessions).await?;
    if frozen.is_empty() {
        return Err(Problem::refused("programme-release-empty"));
    }
    queries::insert_released(tx, conference, release.id, &frozen).await?;
    record(tx, Some(conference), Who::Account(by), "release", ("release", release.id.0), now).await?;
    announce(tx, &format!("programme:{conference}")).await?;
    Ok(release)
}

type Frozen = (Session, MeetingRoomId, Moment, Moment, Facts);

async fn freeze(tx: &mut Connection, conference: ConferenceId, sessions: Vec<Session>) -> Answer<Vec<Frozen>> {
    let rooms: HashMap<MeetingRoomId, MeetingRoom> =
        queries::rooms(tx, conference).await?.into_iter().map(|room| (room.id, room)).collect();
    let organisers: HashMap<DelegationId, Localized> =
        queries::organisers(tx, conference).await?.into_iter().map(|(id, _, name)| (id, name)).collect();
    let mut people: HashMap<SessionId, Vec<Person>> = HashMap::new();
    for (session, person) in queries::people(tx, conference).await? {
        people.entry(session).or_default().push(person);
    }
    let mut frozen = Vec::new();
    for session in sessions.into_iter().filter(|session| session.status != SessionStatus::Draft) {
        let (Some(room), Some(starts), Some(ends)) = (session.room_id, session.starts_at, session.ends_at) else {
            continue;
        };
        let people = people.remove(&session.id).unwrap_or_default();
        let affiliated = |name: &&Localized| people.iter().any(|person| is_called(name, &person.affiliation));
        let facts = Facts {
            affiliations: organisers.values().filter(affiliated).cloned().collect(),
            number: session.number,
            kind: session.kind,
            official_number: session.official_number.clone(),
            title: session.title.clone(),
            description: session.description.clone(),
            room: rooms.get(&room).map(|room| room.name.clone()).unwrap_or_default(),
            is_open: session.is_open,
            interpretation: session.interpretation.clone(),
            webcast: session.webcast,
            organiser: session.organiser_id.and_then(|id| organisers.get(&id).cloned()),
            people,
        };
        frozen.push((session, room, starts, ends, facts));
    }
    Ok(frozen)
}
