//! A change that cannot wait: at once the next release, holding the released programme with this one change and nothing of the draft's
//! other work. The draft follows, and those concerned are told without delay.

use std::collections::BTreeSet;

use super::freeze::{Past, past};
use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Connection;
use crate::ids::{MeetingRoomId, SessionId};
use crate::language::{Localized, Message};
use crate::mail;
use crate::programme::mails::{Concerned, Notice, whom};
use crate::programme::model::{Counts, Frozen, Release, Released, Urgent};
use crate::programme::rules::{Tree, counts, difference, in_the_way};
use crate::programme::{news_topic, queries};
use crate::web::{Answer, Problem, announce};

/// What is to be otherwise, and why.
pub struct UrgentChange {
    pub room: MeetingRoomId,
    /// From and until; half-open.
    pub time: (Moment, Moment),
    pub cancelled: bool,
    pub reason: Localized,
    /// The release that was seen when this was wanted; whoever saw none changes what there is.
    pub seen: Option<i32>,
}

/// A session as the public has it, and whom a change of it would concern.
pub struct Outlook {
    pub release: Release,
    pub row: Released,
    pub concerned: Concerned,
}

/// The session as it is public.
///
/// # Errors
/// Not found when the latest release does not hold it, or holds it as cancelled.
pub async fn outlook(
    connection: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    session: SessionId,
    now: Moment,
) -> Answer<Outlook> {
    let past = past(connection, by.conference_id()).await?;
    let row = held(&past, session)?;
    let off = Released { cancelled: true, ..row.clone() };
    let frozen = with(&past, off, now);
    let changes = difference(&past.rows, &rows(&frozen));
    let concerned = whom(connection, by.conference(), &changes, &past.people, &frozen).await?;
    Ok(Outlook { row, concerned, release: past.release.ok_or(Problem::NotFound)? })
}

fn held(past: &Past, session: SessionId) -> Answer<Released> {
    past.row(session).filter(|row| !row.cancelled).cloned().ok_or(Problem::NotFound)
}

/// The released programme with this one session as it is now.
fn with(past: &Past, changed: Released, now: Moment) -> Vec<Frozen> {
    let one = |row: &Released| {
        let row = if row.session_id == changed.session_id { changed.clone() } else { row.clone() };
        let people = past.people.get(&row.session_id).into_iter().flatten().copied().collect();
        Frozen { row: past.followed_by(row, now), people }
    };
    let mut frozen: Vec<Frozen> = past.rows.iter().filter(|row| !row.gone).map(one).collect();
    let kept: BTreeSet<SessionId> = frozen.iter().map(|one| one.row.session_id).collect();
    frozen.extend(past.gone(&kept, now));
    frozen
}

fn rows(frozen: &[Frozen]) -> Vec<Released> {
    frozen.iter().map(|frozen| frozen.row.clone()).collect()
}

/// Makes the change public, applies it to the draft, and tells those concerned.
///
/// # Errors
/// Refused when another session of the released programme has that room or somebody on stage at that time, naming it; when it
/// changes nothing; when there is a newer release than the one that was seen.
pub async fn change_urgently(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    session: SessionId,
    wanted: &UrgentChange,
    now: Moment,
) -> Answer<Release> {
    let conference = by.conference_id();
    queries::lock(tx, conference).await?;
    let past = past(tx, conference).await?;
    let former = held(&past, session)?;
    let number = past.release.as_ref().map_or(0, |release| release.number);
    if wanted.seen.is_some_and(|seen| seen != number) {
        return Err(Problem::refused("programme-urgent-changed-meanwhile"));
    }
    let row = wanted_row(tx, by, &former, wanted, now).await?;
    let frozen = with(&past, row, now);
    let changes = difference(&past.rows, &rows(&frozen));
    if changes.is_empty() {
        return Err(Problem::refused("programme-urgent-nothing"));
    }
    check(tx, by, &frozen, session).await?;
    let concerned = whom(tx, by.conference(), &changes, &past.people, &frozen).await?;
    let time = by.language().time(now, &by.conference().zone());
    let name = by.language().with("programme-urgent-name", &[("number", (number + 1).into()), ("time", time.into())]);
    let release = queries::insert_release(tx, conference, &name, by.account(), now).await?;
    queries::insert_released(tx, conference, release.id, &frozen).await?;
    let live = frozen.iter().filter(|one| !one.row.gone).count();
    let counts = Counts { told: concerned.recipients.len(), urgent: true, ..counts(&changes, live) };
    queries::keep_counts(tx, conference, release.id, &counts).await?;
    queries::place_session(tx, conference, session, wanted.room, wanted.time, wanted.cancelled, now).await?;
    let notice = Notice {
        site: by.visit().site(),
        conference: by.conference(),
        release: &release,
        changes: &changes,
        frozen: &frozen,
        concerned: &concerned,
        urgent: Some(&wanted.reason),
        due: now,
    };
    for reader in &concerned.recipients {
        mail::queue(tx, &notice.to(reader)?, now).await?;
    }
    let who = Who::Account(by.account());
    record(tx, Some(conference), who, "release_urgently", ("release", release.id.0), now).await?;
    announce(tx, &format!("programme:{conference}")).await?;
    announce(tx, &news_topic(conference)).await?;
    Ok(release)
}

async fn wanted_row(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    former: &Released,
    wanted: &UrgentChange,
    now: Moment,
) -> Answer<Released> {
    let mut row = former.clone();
    row.urgent = Some(Urgent {
        at: now,
        reason: wanted.reason.clone(),
        room: former.facts.room.clone(),
        starts_at: former.starts_at,
        ends_at: former.ends_at,
    });
    row.cancelled = wanted.cancelled;
    // What is cancelled stays where and when it would have been.
    if !wanted.cancelled {
        (row.starts_at, row.ends_at) = wanted.time;
        if row.room_id != wanted.room {
            row.room_id = wanted.room;
            row.facts.room = queries::room(tx, by.conference_id(), wanted.room).await?.name;
        }
    }
    Ok(row)
}

/// Whether another session is in the way.
async fn check(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    frozen: &[Frozen],
    session: SessionId,
) -> Answer<()> {
    let rooms = queries::rooms(tx, by.conference_id()).await?;
    let tree = Tree::of(&rooms);
    // The part of a hall is in the way of the whole, and the other way round.
    let share = |one, other| !tree.leaves(one).is_disjoint(&tree.leaves(other));
    let Some((other, person)) = in_the_way(frozen, session, share) else { return Ok(()) };
    let (language, zone) = (by.language(), by.conference().zone());
    let mut message =
        Message::new(if person.is_some() { "programme-urgent-on-stage" } else { "programme-urgent-held" })
            .with("title", other.facts.title.in_language(language))
            .with("from", language.time(other.starts_at, &zone))
            .with("until", language.time(other.ends_at, &zone));
    if let Some(person) = person {
        let found = queries::participants(tx, by.conference_id(), &BTreeSet::from([person])).await?;
        message = message.with("person", found.first().map(|person| person.name()).unwrap_or_default());
    }
    Err(Problem::Refused(message))
}
