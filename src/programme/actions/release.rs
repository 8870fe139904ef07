//! Releasing: what stands in the way, what it would change, and the act.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

use super::freeze::{Past, frozen, past};
use super::survey::{Survey, survey};
use crate::accreditation::rules::UNDO_SECONDS;
use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{Conference, OnDuty, ProgrammeManager, conference_by_id};
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, SessionId};
use crate::language::{FALLBACK, Language, Message};
use crate::mail::{self, Draft};
use crate::programme::mails::{Concerned, Notice, Recipient, Wanted, pretended, whom};
use crate::programme::model::{Counts, Frozen, Release, Released, Session, SessionStatus};
use crate::programme::rules::{Change, Doubt, counts, difference};
use crate::programme::{news_topic, queries};
use crate::web::{Answer, Problem, Site, announce};

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
    pub past: Past,
    pub frozen: Vec<Frozen>,
    /// What it would change of the last release.
    pub changes: Vec<Change>,
    /// Whom that concerns.
    pub concerned: Concerned,
}

impl Preview {
    /// Names the changes and those concerned, so that nobody publishes what they have not seen: other changes, another seal.
    pub fn seal(&self) -> String {
        let mut hash = Sha256::new();
        for change in &self.changes {
            let place = change.after.as_ref().map(|row| (row.room_id, row.starts_at.seconds(), row.ends_at.seconds()));
            hash.update(format!("{} {} {place:?} {:?}\n", change.session, change.kind, change.facts));
        }
        // Whoever signs up meanwhile changes nothing of what is published.
        for reader in self.concerned.recipients.iter().filter(|reader| !reader.signed_up) {
            hash.update(format!("{} {:?}\n", reader.key, reader.stakes));
        }
        data_encoding::HEXLOWER.encode(&hash.finalize()[..12])
    }

    /// The mail to one of those concerned, as it would be if the release were made now.
    pub fn mail_to(&self, by: &OnDuty<ProgrammeManager>, reader: &Recipient, name: &str, now: Moment) -> Answer<Draft> {
        let release = pretended(name, now);
        self.notice(by.visit().site(), by.conference(), &release, now).to(reader)
    }

    fn notice<'a>(
        &'a self,
        site: &'a Site,
        conference: &'a Conference,
        release: &'a Release,
        now: Moment,
    ) -> Notice<'a> {
        Notice {
            site,
            conference,
            release,
            changes: &self.changes,
            frozen: &self.frozen,
            concerned: &self.concerned,
            urgent: None,
            due: now.plus_seconds(UNDO_SECONDS),
        }
    }
}

/// Whom to tell, and what the organiser saw when they said so.
pub struct Telling {
    pub whom: Wanted,
    /// The seal of the preview that was shown; whoever saw none publishes what there is.
    pub seen: Option<String>,
}

/// Looks at the draft as a release would.
pub async fn preview(connection: &mut Connection, conference: &Conference, now: Moment) -> Answer<Preview> {
    let survey = survey(connection, conference).await?;
    let past = past(connection, conference.id).await?;
    let frozen = frozen(connection, conference.id, &survey, &past, now).await?;
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
    let changes = difference(&past.rows, &rows(&frozen));
    Ok(Preview {
        concerned: whom(connection, conference, &changes, &past.people, &frozen).await?,
        changes,
        sessions: frozen.iter().filter(|frozen| !frozen.row.gone).count(),
        unplaced: confirmed().filter(|one| one.room_id.is_none() || one.starts_at.is_none()).cloned().collect(),
        clashes,
        twice,
        survey,
        past,
        frozen,
    })
}

fn rows(frozen: &[Frozen]) -> Vec<Released> {
    frozen.iter().map(|frozen| frozen.row.clone()).collect()
}

/// The sessions of the draft that are not public as they stand; none before the first release.
pub async fn waiting(
    connection: &mut Connection,
    conference: &Conference,
    survey: &Survey,
    now: Moment,
) -> Answer<HashSet<SessionId>> {
    let past = past(connection, conference.id).await?;
    if past.release.is_none() {
        return Ok(HashSet::new());
    }
    let frozen = frozen(connection, conference.id, survey, &past, now).await?;
    let changed = difference(&past.rows, &rows(&frozen)).into_iter().map(|change| change.session);
    let unplaced = |session: &&Session| {
        session.status == SessionStatus::Confirmed && (session.room_id.is_none() || session.starts_at.is_none())
    };
    Ok(changed.chain(survey.sessions.iter().filter(unplaced).map(|session| session.id)).collect())
}

/// Freezes every confirmed and cancelled session that has a room and a time as the next release.
///
/// # Errors
/// Refused, naming the sessions, when two hold one room or one person at once or a confirmed one has no place; refused when the name is
/// taken in any letter case, and when the draft is no longer what was seen.
pub async fn release(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    name: &str,
    telling: &Telling,
    now: Moment,
) -> Answer<Release> {
    let maker = Maker { conference: by.conference(), account: by.account(), language: by.language() };
    queries::lock(tx, maker.conference.id).await?;
    let seen = preview(tx, maker.conference, now).await?;
    if let Some(message) = objection(&seen, maker.language) {
        return Err(Problem::Refused(message));
    }
    if telling.seen.as_ref().is_some_and(|seal| *seal != seen.seal()) {
        return Err(Problem::refused("programme-release-changed-meanwhile"));
    }
    let told: Vec<&Recipient> = seen.concerned.recipients.iter().filter(|one| telling.whom.wants(one)).collect();
    let release = publish(tx, &maker, &seen, name, told.len(), now).await?;
    let notice = seen.notice(by.visit().site(), by.conference(), &release, now);
    for reader in told {
        mail::queue(tx, &notice.to(reader)?, now).await?;
    }
    Ok(release)
}

/// What the constraint says of two sessions in one room.
const OVERLAP: &str = "rule-one-session-per-room-at-a-time";

/// Who makes a release, and where.
struct Maker<'a> {
    conference: &'a Conference,
    account: AccountId,
    language: Language,
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
    queries::lock(tx, conference.id).await?;
    let seen = preview(tx, &conference, now).await?;
    if let Some(message) = objection(&seen, *FALLBACK) {
        return Err(Problem::Refused(message));
    }
    publish(tx, &Maker { conference: &conference, account: by, language: *FALLBACK }, &seen, name, 0, now).await
}

async fn publish(
    tx: &mut Connection,
    maker: &Maker<'_>,
    seen: &Preview,
    name: &str,
    told: usize,
    now: Moment,
) -> Answer<Release> {
    let (conference, by) = (maker.conference.id, maker.account);
    let release = queries::insert_release(tx, conference, name, by, now).await?;
    let inserted = queries::insert_released(tx, conference, release.id, &seen.frozen).await;
    inserted.map_err(|problem| named(problem, seen, maker.language))?;
    let counts = Counts { told, ..counts(&seen.changes, seen.sessions) };
    queries::keep_counts(tx, conference, release.id, &counts).await?;
    record(tx, Some(conference), Who::Account(by), "release", ("release", release.id.0), now).await?;
    announce(tx, &format!("programme:{conference}")).await?;
    announce(tx, &news_topic(conference)).await?;
    Ok(release)
}

/// The constraint's own refusal, with the names of the sessions that it was about.
fn named(problem: Problem, seen: &Preview, language: Language) -> Problem {
    let is_overlap = |message: &Message| message.key() == OVERLAP;
    match (problem, seen.clashes.first()) {
        (Problem::Refused(message), Some((first, second))) if is_overlap(&message) => {
            let message = Message::new("programme-release-clash").with("first", first.title.in_language(language));
            Problem::Refused(message.with("second", second.title.in_language(language)))
        }
        (problem, _) => problem,
    }
}

/// What keeps a release from being made, if anything does. That two sessions hold one room is no question of judgement: there the
/// constraint is the judge, whoever else releases or moves at this moment.
fn objection(seen: &Preview, language: Language) -> Option<Message> {
    if let Some((person, first, second)) = seen.twice.first() {
        let message = Message::new("programme-release-on-stage-twice").with("person", person);
        let message = message.with("first", first.title.in_language(language));
        return Some(message.with("second", second.title.in_language(language)));
    }
    if let Some(session) = seen.unplaced.first() {
        let title = session.title.in_language(language);
        return Some(Message::new("programme-release-unplaced").with("title", title));
    }
    (seen.sessions == 0).then(|| Message::new("programme-release-empty"))
}
