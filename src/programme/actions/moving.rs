//! Moving sessions of the draft in the timetable: looking at what a move would do, the move, and taking it back.

use super::freeze::{freeze, names, past};
use super::survey::Survey;
use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Connection;
use crate::ids::SessionId;
use crate::language::Message;
use crate::programme::mails::{Concerned, whom};
use crate::programme::model::{Session, SessionStatus, Slot, Step};
use crate::programme::queries;
use crate::programme::rules::{Outcome, difference, outcome};
use crate::web::{Answer, Problem, announce};

/// What a move would do.
pub struct MoveOutlook {
    /// What is doubtful after it and was not before, and the other way round.
    pub outcome: Outcome,
    pub telling: MoveTelling,
}

/// Whom the next release would tell of the session if it were there.
pub enum MoveTelling {
    /// A draft is not published.
    Draft,
    /// Confirmed without a room or a time, it keeps any release from being made.
    Unplaced,
    /// Nothing was published yet: the first release tells of everything.
    First(Concerned),
    /// It is public just like that.
    Same,
    Concerned(Concerned),
}

/// Looks at a move without making it.
pub async fn move_outlook(
    connection: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    survey: &Survey,
    session: &Session,
    slot: Slot,
    now: Moment,
) -> Answer<MoveOutlook> {
    let (before, after) = survey.doubts_with(session.id, slot);
    let moved = slot.put(session);
    Ok(MoveOutlook {
        outcome: outcome(session.id, &before, &after),
        telling: telling(connection, by, survey, &moved, now).await?,
    })
}

async fn telling(
    connection: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    survey: &Survey,
    moved: &Session,
    now: Moment,
) -> Answer<MoveTelling> {
    let conference = by.conference();
    let mut past = past(connection, conference.id).await?;
    past.rows.retain(|row| row.session_id == moved.id);
    if moved.status == SessionStatus::Draft && past.rows.is_empty() {
        return Ok(MoveTelling::Draft);
    }
    if moved.status == SessionStatus::Confirmed && !Slot::of(moved).is_placed() {
        return Ok(MoveTelling::Unplaced);
    }
    let names = names(connection, conference.id).await?;
    let frozen: Vec<_> = freeze(moved, survey, &names, &past, now).into_iter().collect();
    let rows: Vec<_> = frozen.iter().map(|one| one.row.clone()).collect();
    let changes = difference(&past.rows, &rows);
    let concerned = whom(connection, conference, &changes, &past.people, &frozen).await?;
    Ok(match (past.release.is_some(), changes.is_empty()) {
        (false, _) => MoveTelling::First(concerned),
        (true, true) => MoveTelling::Same,
        (true, false) => MoveTelling::Concerned(concerned),
    })
}

/// Puts a session of the draft there. A clash is a warning here; no release is made with it.
///
/// # Errors
/// Refused when somebody changed the session since this version of it was seen, saying who and where it is now.
pub async fn move_session(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    (id, version): (SessionId, i32),
    slot: Slot,
    now: Moment,
) -> Answer<()> {
    let conference = by.conference_id();
    queries::lock(tx, conference).await?;
    let session = queries::session(tx, conference, id).await?;
    let before = Slot::of(&session);
    if session.version != version {
        return Err(Problem::Refused(changed_since(tx, by, &session).await?));
    }
    if before == slot {
        return Ok(());
    }
    put(tx, by, &session, slot, now).await?;
    queries::insert_step(tx, conference, by.account(), (id, version + 1), (before, slot), now).await
}

async fn put(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    session: &Session,
    slot: Slot,
    now: Moment,
) -> Answer<()> {
    let conference = by.conference_id();
    if !queries::put_session(tx, conference, (session.id, session.version), slot, now).await? {
        return Err(Problem::refused("rule-changed-meanwhile"));
    }
    record(tx, Some(conference), Who::Account(by.account()), "move", ("session", session.id.0), now).await?;
    announce(tx, &format!("programme:{conference}")).await
}

/// What became of taking a step back or of doing it again.
pub enum Stepped {
    /// The session is where the step says.
    Done(Step),
    /// Somebody moved it elsewhere since: it stays there, and the step is forgotten.
    Passed(Message),
    /// There is no step left.
    Nothing,
}

/// Takes back this person's last move.
pub async fn undo_move(tx: &mut Connection, by: &OnDuty<ProgrammeManager>, now: Moment) -> Answer<Stepped> {
    step(tx, by, true, now).await
}

/// Does again what this person took back last.
pub async fn redo_move(tx: &mut Connection, by: &OnDuty<ProgrammeManager>, now: Moment) -> Answer<Stepped> {
    step(tx, by, false, now).await
}

async fn step(tx: &mut Connection, by: &OnDuty<ProgrammeManager>, back: bool, now: Moment) -> Answer<Stepped> {
    let conference = by.conference_id();
    queries::lock(tx, conference).await?;
    let (done, undone) = queries::next_steps(tx, conference, by.account()).await?;
    let Some(step) = (if back { done } else { undone }) else { return Ok(Stepped::Nothing) };
    let (from, to) = if back { (step.after(), step.before()) } else { (step.before(), step.after()) };
    let session = queries::session(tx, conference, step.session_id).await?;
    // Its other facts may have changed: taking a move back changes none of them. Its place may not.
    if Slot::of(&session) != from {
        let message = changed_since(tx, by, &session).await?;
        queries::forget_step(tx, conference, step.number).await?;
        announce(tx, &format!("programme:{conference}")).await?;
        return Ok(Stepped::Passed(message));
    }
    put(tx, by, &session, to, now).await?;
    queries::mark_step(tx, conference, step.number, (back, session.version + 1), now).await?;
    Ok(Stepped::Done(step))
}

/// Who changed a session, and where it is now.
async fn changed_since(tx: &mut Connection, by: &OnDuty<ProgrammeManager>, session: &Session) -> Answer<Message> {
    let (language, zone) = (by.language(), by.conference().zone());
    let title = session.title.in_language(language);
    let slot = Slot::of(session);
    let last = queries::last_step_of(tx, by.conference_id(), session.id).await?;
    // The last move says who, if it is what brought the session there.
    let who = last.filter(|(step, _)| slot == if step.undone { step.before() } else { step.after() });
    let who = who.filter(|(step, _)| step.account_id != by.account()).map(|(_, name)| name);
    let place = match (slot.time, slot.room) {
        (Some((from, until)), Some(room)) => {
            let room = queries::room(tx, by.conference_id(), room).await?;
            let day = language.weekday_date(from.conference_day(&zone));
            let said = [
                ("room", room.name.in_language(language).into()),
                ("day", day.into()),
                ("from", language.time(from, &zone).into()),
                ("until", language.time(until, &zone).into()),
            ];
            language.with("timetable-place", &said)
        }
        _ => language.t("timetable-place-tray"),
    };
    let key = if who.is_some() { "timetable-moved-since-by" } else { "timetable-changed-since" };
    let message = Message::new(key).with("title", title).with("place", place);
    Ok(match who {
        Some(who) => message.with("who", who),
        None => message,
    })
}
