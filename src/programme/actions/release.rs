//! Releasing: what stands in the way, and the frozen copy.

use std::collections::HashMap;

use super::survey::{Survey, survey};
use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{Conference, OnDuty, ProgrammeManager, conference_by_id};
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DelegationId, MeetingRoomId, SessionId};
use crate::language::{FALLBACK, Language, Localized, Message};
use crate::programme::model::{Facts, MeetingRoom, Release, Session, SessionStatus, is_called};
use crate::programme::queries;
use crate::programme::rules::Doubt;
use crate::web::{Answer, Problem, announce};

/// What a release would hold, and what keeps it from being made.
pub struct Preview {
    pub survey: Survey,
    pub sessions: usize,
    /// Confirmed sessions that lack a room or a time.
    pub unplaced: Vec<Session>,
    /// Confirmed sessions that hold one room at the same time.
    pub clashes: Vec<(Session, Session)>,
    /// Confirmed sessions that have one person on stage at the same time, and who that is.
    pub twice: Vec<(String, Session, Session)>,
}

/// Looks at the draft as a release would.
pub async fn preview(connection: &mut Connection, conference: &Conference) -> Answer<Preview> {
    let survey = survey(connection, conference).await?;
    let wanted = |session: &&Session| session.status != SessionStatus::Draft;
    let confirmed = || survey.sessions.iter().filter(|session| session.status == SessionStatus::Confirmed);
    let (mut clashes, mut twice) = (Vec::new(), Vec::new());
    for (place, session) in survey.sessions.iter().enumerate() {
        for doubt in survey.doubts.get(&session.id).into_iter().flatten() {
            // A clash is said of both; here the earlier one names it.
            let later = |with: &SessionId| survey.sessions[place + 1..].iter().find(|other| other.id == *with).cloned();
            match doubt {
                Doubt::RoomHeld { with, firm: true } => {
                    clashes.extend(later(with).map(|other| (session.clone(), other)));
                }
                Doubt::OnStageTwice { with, person, firm: true } => {
                    twice.extend(later(with).map(|other| (person.clone(), session.clone(), other)));
                }
                _ => {}
            }
        }
    }
    Ok(Preview {
        sessions: survey.sessions.iter().filter(wanted).count(),
        unplaced: confirmed().filter(|one| one.room_id.is_none() || one.starts_at.is_none()).cloned().collect(),
        clashes,
        twice,
        survey,
    })
}

/// Freezes every confirmed and cancelled session that has a room and a time as the next release.
///
/// # Errors
/// Refused, naming the sessions, when two hold one room or one person at once or a confirmed one has no place; refused when the name is
/// taken in any letter case.
pub async fn release(tx: &mut Connection, by: &OnDuty<ProgrammeManager>, name: &str, now: Moment) -> Answer<Release> {
    release_in(tx, by.conference(), by.account(), name, by.language(), now).await
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
    let conference = conference_by_id(tx, conference).await?;
    release_in(tx, &conference, by, name, *FALLBACK, now).await
}

async fn release_in(
    tx: &mut Connection,
    of: &Conference,
    by: AccountId,
    name: &str,
    language: Language,
    now: Moment,
) -> Answer<Release> {
    let conference = of.id;
    let release = queries::insert_release(tx, conference, name, by, now).await?;
    let seen = preview(tx, of).await?;
    if let Some((first, second)) = seen.clashes.first() {
        return Err(Problem::Refused(
            Message::new("programme-release-clash")
                .with("first", first.title.in_language(language))
                .with("second", second.title.in_language(language)),
        ));
    }
    if let Some((person, first, second)) = seen.twice.first() {
        return Err(Problem::Refused(
            Message::new("programme-release-on-stage-twice")
                .with("person", person)
                .with("first", first.title.in_language(language))
                .with("second", second.title.in_language(language)),
        ));
    }
    if let Some(session) = seen.unplaced.first() {
        let title = session.title.in_language(language);
        return Err(Problem::Refused(Message::new("programme-release-unplaced").with("title", title)));
    }
    let frozen = freeze(tx, conference, seen.survey).await?;
    if frozen.is_empty() {
        return Err(Problem::refused("programme-release-empty"));
    }
    queries::insert_released(tx, conference, release.id, &frozen).await?;
    record(tx, Some(conference), Who::Account(by), "release", ("release", release.id.0), now).await?;
    announce(tx, &format!("programme:{conference}")).await?;
    Ok(release)
}

type Frozen = (Session, MeetingRoomId, Moment, Moment, Facts);

async fn freeze(tx: &mut Connection, conference: ConferenceId, survey: Survey) -> Answer<Vec<Frozen>> {
    let Survey { sessions, rooms, mut people, .. } = survey;
    let rooms: HashMap<MeetingRoomId, MeetingRoom> = rooms.into_iter().map(|room| (room.id, room)).collect();
    let organisers: HashMap<DelegationId, Localized> =
        queries::organisers(tx, conference).await?.into_iter().map(|(id, _, name)| (id, name)).collect();
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
