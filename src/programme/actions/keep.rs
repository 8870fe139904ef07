//! Writing sessions of the draft.

use super::survey::{held, survey};
use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Connection;
use crate::ids::{ConferenceId, DelegationId, MeetingRoomId, SessionId};
use crate::language::Localized;
use crate::programme::model::{Circle, Layout, Link, OnStage, Person, Session, SessionKind, SessionStatus, Slot};
use crate::programme::queries::{self, SessionRow};
use crate::programme::rules::key_for;
use crate::web::{Answer, Problem, announce};

/// A session as it is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSession {
    /// The stable key by which an import finds it again; made from the title where it is empty.
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
    pub layout: Option<Layout>,
    pub recorded: bool,
    pub agenda_item: Localized,
    /// How long it is meant to last while it has no time.
    pub duration_minutes: Option<i32>,
    /// Who organises together and whom it is for; nothing where that stays as it was.
    pub circle: Option<Circle>,
    pub people: Vec<OnStage>,
}

impl NewSession {
    /// A confirmed, open session of which no more is known.
    pub fn new(kind: SessionKind, title: Localized) -> Self {
        Self {
            key: String::new(),
            kind,
            official_number: None,
            title,
            description: Localized::default(),
            room: None,
            time: None,
            is_open: true,
            interpretation: Vec::new(),
            webcast: false,
            status: SessionStatus::Confirmed,
            organiser: None,
            capacity: None,
            layout: None,
            recorded: false,
            agenda_item: Localized::default(),
            duration_minutes: None,
            circle: None,
            people: Vec::new(),
        }
    }

    /// A session as it stands, with those on stage, in order; everything beside stays as it was.
    pub fn of<'a>(session: &Session, people: impl IntoIterator<Item = &'a Person>) -> Self {
        let on_stage = |person: &Person| OnStage {
            role: person.role,
            name: person.name.clone(),
            title: person.title.clone(),
            affiliation: person.affiliation.clone(),
            id: None,
            link: Link::AsBefore,
        };
        Self {
            key: session.key.clone(),
            kind: session.kind,
            official_number: session.official_number.clone(),
            title: session.title.clone(),
            description: session.description.clone(),
            room: session.room_id,
            time: session.starts_at.zip(session.ends_at),
            is_open: session.is_open,
            interpretation: session.interpretation.clone(),
            webcast: session.webcast,
            status: session.status,
            organiser: session.organiser_id,
            capacity: session.capacity,
            layout: session.layout,
            recorded: session.recorded,
            agenda_item: session.agenda_item.clone(),
            duration_minutes: session.duration_minutes,
            circle: None,
            people: people.into_iter().map(on_stage).collect(),
        }
    }
}

/// Writes a session: a new one, or changes to the one with this key and version.
///
/// # Errors
/// Refused when somebody changed it meanwhile, when its key is taken, or when it is confirmed in a room that another confirmed
/// session holds at that time.
pub async fn save_session(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    existing: Option<(SessionId, i32)>,
    wanted: &NewSession,
    now: Moment,
) -> Answer<SessionId> {
    let conference = by.conference_id();
    // Whoever confirms the other session of a clash at this moment is waited for, and then seen.
    queries::lock(tx, conference).await?;
    let seen = survey(tx, by.conference()).await?;
    let id = existing.map(|(id, _)| id);
    if let Some(message) = held(&seen, id, wanted, by.language()) {
        return Err(Problem::Refused(message));
    }
    let before = id.and_then(|id| seen.session(id)).map(Slot::of);
    let mut wanted = wanted.clone();
    if wanted.key.is_empty() {
        wanted.key = match id.and_then(|id| seen.session(id)) {
            Some(own) => own.key.clone(),
            None => key_for(&wanted.title, "session", &seen.sessions.into_iter().map(|one| one.key).collect()),
        };
    }
    let (id, act) = write_session(tx, conference, existing, &wanted, now).await?;
    // Another room or time in the form is a move like one in the timetable, and can be taken back there.
    let after = Slot { room: wanted.room, time: wanted.time };
    if let (Some(before), Some((_, version))) = (before.filter(|before| *before != after), existing) {
        queries::insert_step(tx, conference, by.account(), (id, version + 1), (before, after), now).await?;
    }
    record(tx, Some(conference), Who::Account(by.account()), act, ("session", id.0), now).await?;
    announce(tx, &format!("programme:{conference}")).await?;
    Ok(id)
}

/// The writing itself, of whoever it is.
pub(in crate::programme) async fn write_session(
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
        layout: wanted.layout,
        recorded: wanted.recorded,
        agenda_item: wanted.agenda_item.clone(),
        duration_minutes: wanted.duration_minutes,
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
    queries::replace_people(tx, conference, id, &wanted.people).await?;
    if let Some(circle) = &wanted.circle {
        queries::replace_circle(tx, conference, id, circle).await?;
    }
    Ok((id, act))
}
