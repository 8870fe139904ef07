//! The frozen copy: the draft as a release would hold it, beside the release that came before.

use std::collections::{BTreeSet, HashMap};

use super::survey::Survey;
use crate::clock::Moment;
use crate::conferences::{Category, categories};
use crate::db::Connection;
use crate::ids::{CategoryId, ConferenceId, DelegationId, ParticipantId, SessionId};
use crate::language::Localized;
use crate::programme::model::{
    Attending, Circle, Facts, Frozen, MeetingRoom, Person, Release, Released, Session, SessionStatus, is_called,
};
use crate::programme::queries;
use crate::programme::rules::{TOLD_OFF, looks_other};
use crate::programme::schedule::Origin;
use crate::web::Answer;

/// The latest release, as far as there is one.
#[derive(Default)]
pub struct Past {
    pub release: Option<Release>,
    pub rows: Vec<Released>,
    pub people: HashMap<SessionId, BTreeSet<ParticipantId>>,
    sequences: HashMap<SessionId, i32>,
}

/// What was published last.
pub async fn past(connection: &mut Connection, conference: ConferenceId) -> Answer<Past> {
    let Some(release) = queries::latest_release(connection, conference).await? else { return Ok(Past::default()) };
    Ok(Past {
        rows: queries::released(connection, conference, release.id).await?,
        people: queries::released_people(connection, conference, release.id).await?,
        sequences: queries::sequences(connection, conference).await?,
        release: Some(release),
    })
}

impl Past {
    pub fn row(&self, session: SessionId) -> Option<&Released> {
        self.rows.iter().find(|row| row.session_id == session)
    }

    /// The same session in the next release: its SEQUENCE rises where a calendar shows it otherwise, it keeps the time since when it is
    /// off, and stays urgent as long as it is not changed again.
    pub fn followed_by(&self, mut row: Released, now: Moment) -> Released {
        let former = self.row(row.session_id);
        match former.filter(|former| !looks_other(former, &row)) {
            Some(same) => {
                row.sequence = same.sequence;
                row.urgent = row.urgent.or_else(|| same.urgent.clone());
            }
            None => row.sequence = self.sequences.get(&row.session_id).map_or(0, |last| last + 1),
        }
        row.off_since = row.cancelled.then(|| former.and_then(|former| former.off_since).unwrap_or(now));
        row
    }

    /// What is no longer in the programme, as calendars are told for a while.
    pub fn gone(&self, kept: &BTreeSet<SessionId>, now: Moment) -> Vec<Frozen> {
        let told = |row: &&Released| row.off_since.is_none_or(|since| now.seconds_since(since) < TOLD_OFF);
        let missing = self.rows.iter().filter(|row| !kept.contains(&row.session_id)).filter(told);
        let gone = |row: &Released| Released { gone: true, cancelled: true, urgent: None, ..row.clone() };
        missing.map(|row| Frozen { row: self.followed_by(gone(row), now), people: Vec::new() }).collect()
    }
}

/// Every confirmed and cancelled session that has a room and a time, and what is gone since the last release.
pub async fn frozen(
    connection: &mut Connection,
    conference: ConferenceId,
    survey: &Survey,
    past: &Past,
    now: Moment,
) -> Answer<Vec<Frozen>> {
    let names = names(connection, conference).await?;
    let all = survey.sessions.iter();
    let mut frozen: Vec<Frozen> = all.filter_map(|session| freeze(session, survey, &names, past, now)).collect();
    let kept = frozen.iter().map(|frozen| frozen.row.session_id).collect();
    frozen.extend(past.gone(&kept, now));
    Ok(frozen)
}

/// What sessions are frozen with besides their own rows: delegations and categories by name.
pub struct Names {
    organisers: Vec<(DelegationId, Localized)>,
    categories: Vec<Category>,
    origins: HashMap<SessionId, Origin>,
}

pub async fn names(connection: &mut Connection, conference: ConferenceId) -> Answer<Names> {
    let organisers = queries::organisers(connection, conference).await?;
    Ok(Names {
        organisers: organisers.into_iter().map(|(id, _, name)| (id, name)).collect(),
        categories: categories(connection, conference).await?,
        origins: queries::origins(connection, conference).await?,
    })
}

/// One session as the next release would hold it; nothing of a draft, and of one without a room or a time.
pub fn freeze(session: &Session, survey: &Survey, names: &Names, past: &Past, now: Moment) -> Option<Frozen> {
    let (room, from, until) = (session.room_id?, session.starts_at?, session.ends_at?);
    if session.status == SessionStatus::Draft {
        return None;
    }
    let people = survey.people.get(&session.id).map(Vec::as_slice).unwrap_or_default();
    let circle = survey.circles.get(&session.id).cloned().unwrap_or_default();
    let row = Released {
        session_id: session.id,
        room_id: room,
        starts_at: from,
        ends_at: until,
        cancelled: session.status == SessionStatus::Cancelled,
        sequence: 0,
        facts: Facts {
            co_organisers: named(&circle.co_organisers, &names.organisers),
            audience: attending(&circle, &names.categories),
            origin: names.origins.get(&session.id).cloned().map(Box::new),
            ..facts(session, survey.room(room), people, &names.organisers)
        },
        organiser_id: session.organiser_id,
        gone: false,
        off_since: None,
        urgent: None,
        co_organiser_ids: circle.co_organisers,
    };
    let people = people.iter().filter_map(|person| person.participant_id).collect();
    Some(Frozen { row: past.followed_by(row, now), people })
}

fn facts(
    session: &Session,
    room: Option<&MeetingRoom>,
    people: &[Person],
    organisers: &[(DelegationId, Localized)],
) -> Facts {
    let affiliated = |name: &Localized| people.iter().any(|person| is_called(name, &person.affiliation));
    let organiser = organisers.iter().find(|(id, _)| Some(*id) == session.organiser_id);
    Facts {
        affiliations: organisers.iter().map(|(_, name)| name).filter(|name| affiliated(name)).cloned().collect(),
        number: session.number,
        kind: session.kind,
        official_number: session.official_number.clone(),
        title: session.title.clone(),
        description: session.description.clone(),
        room: room.map(|room| room.name.clone()).unwrap_or_default(),
        is_open: session.is_open,
        interpretation: session.interpretation.clone(),
        webcast: session.webcast,
        organiser: organiser.map(|(_, name)| name.clone()),
        people: people.to_vec(),
        recorded: session.recorded,
        agenda_item: session.agenda_item.clone(),
        co_organisers: Vec::new(),
        audience: Vec::new(),
        origin: None,
    }
}

fn named(ids: &[DelegationId], all: &[(DelegationId, Localized)]) -> Vec<Localized> {
    let name = |id: &DelegationId| all.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone());
    ids.iter().filter_map(name).collect()
}

fn attending(circle: &Circle, all: &[Category]) -> Vec<Attending> {
    let category = |id: &CategoryId| all.iter().find(|category| category.id == *id);
    let said = |one: &Category| Attending { letter: one.letter.clone(), name: one.name.clone() };
    circle.audience.iter().filter_map(category).map(said).collect()
}
