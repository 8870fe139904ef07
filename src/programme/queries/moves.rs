//! Moves of sessions in the database: where each is put, and the steps that can be taken back.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DelegationId, SessionId};
use crate::programme::model::{Slot, Step};
use crate::schema::{account, participant, session, session_move, session_person};
use crate::web::Answer;

/// Steps that a person can take back.
const KEPT: i64 = 50;

/// Puts a session of the draft there if it still has this version; says whether it had.
pub(in crate::programme) async fn put_session(
    tx: &mut Connection,
    conference: ConferenceId,
    (id, version): (SessionId, i32),
    slot: Slot,
    now: Moment,
) -> Answer<bool> {
    let target =
        session::table.find(id).filter(session::conference_id.eq(conference)).filter(session::version.eq(version));
    let (from, until) = slot.time.unzip();
    let place = (session::room_id.eq(slot.room), session::starts_at.eq(from), session::ends_at.eq(until));
    let touched = (session::version.eq(version + 1), session::changed_at.eq(now));
    Ok(diesel::update(target).set((place, touched)).execute(tx).await? == 1)
}

/// Keeps a move as the last step of this person: what they took back before can no longer be done again, and of all their steps
/// the last fifty stay.
pub(in crate::programme) async fn insert_step(
    tx: &mut Connection,
    conference: ConferenceId,
    by: AccountId,
    (id, version): (SessionId, i32),
    (before, after): (Slot, Slot),
    now: Moment,
) -> Answer<()> {
    let own = || session_move::conference_id.eq(conference).and(session_move::account_id.eq(by));
    diesel::delete(session_move::table.filter(own()).filter(session_move::undone)).execute(tx).await?;
    let ((starts_before, ends_before), (starts_after, ends_after)) = (before.time.unzip(), after.time.unzip());
    diesel::insert_into(session_move::table)
        .values((
            (session_move::conference_id.eq(conference), session_move::account_id.eq(by)),
            (session_move::session_id.eq(id), session_move::version.eq(version), session_move::changed_at.eq(now)),
            session_move::room_before.eq(before.room),
            session_move::starts_before.eq(starts_before),
            session_move::ends_before.eq(ends_before),
            session_move::room_after.eq(after.room),
            session_move::starts_after.eq(starts_after),
            session_move::ends_after.eq(ends_after),
        ))
        .execute(tx)
        .await?;
    let numbers = session_move::table.filter(own()).order(session_move::number.desc()).select(session_move::number);
    let oldest: Option<i64> = numbers.offset(KEPT).first(tx).await.optional()?;
    if let Some(oldest) = oldest {
        let past = session_move::table.filter(own()).filter(session_move::number.le(oldest));
        diesel::delete(past).execute(tx).await?;
    }
    Ok(())
}

/// The step that this person would take back next, and the one that they would do again.
pub(in crate::programme) async fn next_steps(
    connection: &mut Connection,
    conference: ConferenceId,
    by: AccountId,
) -> Answer<(Option<Step>, Option<Step>)> {
    let mut steps: Vec<Step> = session_move::table
        .filter(session_move::conference_id.eq(conference))
        .filter(session_move::account_id.eq(by))
        .order(session_move::number)
        .select(Step::as_select())
        .load(connection)
        .await?;
    // What was taken back are always the last ones.
    let done = steps.iter().take_while(|step| !step.undone).count();
    let undone = steps.split_off(done);
    Ok((steps.pop(), undone.into_iter().next()))
}

/// Marks a step as taken back or as done again, with the version that the session has now.
pub(in crate::programme) async fn mark_step(
    tx: &mut Connection,
    conference: ConferenceId,
    number: i64,
    (undone, version): (bool, i32),
    now: Moment,
) -> Answer<()> {
    let target = session_move::table.find(number).filter(session_move::conference_id.eq(conference));
    let values = (session_move::undone.eq(undone), session_move::version.eq(version), session_move::changed_at.eq(now));
    diesel::update(target).set(values).execute(tx).await?;
    Ok(())
}

/// Forgets a step that can no longer be taken back.
pub(in crate::programme) async fn forget_step(
    tx: &mut Connection,
    conference: ConferenceId,
    number: i64,
) -> Answer<()> {
    let target = session_move::table.find(number).filter(session_move::conference_id.eq(conference));
    diesel::delete(target).execute(tx).await?;
    Ok(())
}

/// The moves that were made, taken back or done again last, the latest first, each with the name of who did it.
pub(in crate::programme) async fn last_steps(
    connection: &mut Connection,
    conference: ConferenceId,
    most: i64,
) -> Answer<Vec<(Step, String)>> {
    Ok(session_move::table
        .inner_join(account::table)
        .filter(session_move::conference_id.eq(conference))
        .order((session_move::changed_at.desc(), session_move::number.desc()))
        .limit(most)
        .select((Step::as_select(), account::name))
        .load(connection)
        .await?)
}

/// The last move of one session, with who made it.
pub(in crate::programme) async fn last_step_of(
    connection: &mut Connection,
    conference: ConferenceId,
    id: SessionId,
) -> Answer<Option<(Step, String)>> {
    Ok(session_move::table
        .inner_join(account::table)
        .filter(session_move::conference_id.eq(conference))
        .filter(session_move::session_id.eq(id))
        .order((session_move::changed_at.desc(), session_move::number.desc()))
        .select((Step::as_select(), account::name))
        .first(connection)
        .await
        .optional()?)
}

/// How long sessions without a time were before they lost it, in minutes, as far as that is still known.
pub(in crate::programme) async fn former_lengths(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<HashMap<SessionId, i64>> {
    let rows: Vec<(SessionId, Option<Moment>, Option<Moment>)> = session_move::table
        .inner_join(session::table)
        .filter(session_move::conference_id.eq(conference))
        .filter(session::starts_at.is_null())
        .filter(session_move::starts_before.is_not_null())
        .order((session_move::changed_at, session_move::number))
        .select((session_move::session_id, session_move::starts_before, session_move::ends_before))
        .load(connection)
        .await?;
    let length = |from: Option<Moment>, until: Option<Moment>| Some(until?.seconds_since(from?) / 60);
    Ok(rows.into_iter().filter_map(|(id, from, until)| Some((id, length(from, until)?))).collect())
}

/// The delegations of those on stage of whom it is known who they are, by session.
pub(in crate::programme) async fn delegations_on_stage(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(SessionId, DelegationId)>> {
    Ok(session_person::table
        .inner_join(participant::table)
        .filter(session_person::conference_id.eq(conference))
        .select((session_person::session_id, participant::delegation_id))
        .distinct()
        .load(connection)
        .await?)
}
