//! Who signed up for what, and who has a place: the database counts, so that no two take the last one.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use diesel_async::{AnsiTransactionManager, RunQueryDsl, TransactionManager};

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, ParticipantId, SessionId, SignUpId};
use crate::participants::Participant;
use crate::programme::model::{Desk, Released, SignUp, SignUpMode, SignUpState};
use crate::schema::{participant, release, released_session, session, sign_up};
use crate::web::{Answer, Problem};

type DeskRow = (SignUpMode, Option<Moment>, Option<i32>, i32);

fn desk_of((mode, closes_at, places, taken): DeskRow) -> Desk {
    Desk { mode, closes_at, places, taken }
}

/// How one signs up for a session.
///
/// # Errors
/// Not found when there is no such session.
pub async fn desk(connection: &mut Connection, conference: ConferenceId, of: SessionId) -> Answer<Desk> {
    let row = session::table.find(of).filter(session::conference_id.eq(conference)).select((
        session::sign_up,
        session::sign_up_closes_at,
        session::sign_up_places,
        session::sign_up_taken,
    ));
    Ok(desk_of(row.first::<DeskRow>(connection).await.optional()?.ok_or(Problem::NotFound)?))
}

/// The same, and until the transaction ends nobody else gives out places of this session.
pub async fn lock_desk(tx: &mut Connection, conference: ConferenceId, of: SessionId) -> Answer<Desk> {
    let row = session::table.find(of).filter(session::conference_id.eq(conference)).for_no_key_update().select((
        session::sign_up,
        session::sign_up_closes_at,
        session::sign_up_places,
        session::sign_up_taken,
    ));
    Ok(desk_of(row.first::<DeskRow>(tx).await.optional()?.ok_or(Problem::NotFound)?))
}

/// The sessions of a conference for which one signs up.
pub async fn desks(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<(SessionId, Desk)>> {
    let rows: Vec<(SessionId, DeskRow)> = session::table
        .filter(session::conference_id.eq(conference))
        .filter(session::sign_up.ne(SignUpMode::None))
        .select((
            session::id,
            (session::sign_up, session::sign_up_closes_at, session::sign_up_places, session::sign_up_taken),
        ))
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|(id, row)| (id, desk_of(row))).collect())
}

/// Says how one signs up from now on.
///
/// # Errors
/// Refused (`session_is_not_overfull`) where more people have a place than there would be.
pub async fn set_desk(
    tx: &mut Connection,
    conference: ConferenceId,
    of: SessionId,
    (mode, closes_at, places): (SignUpMode, Option<Moment>, Option<i32>),
) -> Answer<()> {
    let target = session::table.find(of).filter(session::conference_id.eq(conference));
    let wanted =
        (session::sign_up.eq(mode), session::sign_up_closes_at.eq(closes_at), session::sign_up_places.eq(places));
    diesel::update(target).set(wanted).execute(tx).await?;
    Ok(())
}

/// Where somebody stands with a session.
pub async fn sign_up_of(
    connection: &mut Connection,
    conference: ConferenceId,
    session: SessionId,
    who: ParticipantId,
) -> Answer<Option<SignUp>> {
    Ok(sign_up::table
        .filter(sign_up::conference_id.eq(conference))
        .filter(sign_up::session_id.eq(session))
        .filter(sign_up::participant_id.eq(who))
        .select(SignUp::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// Everything that somebody signed up for.
pub async fn sign_ups_of_person(
    connection: &mut Connection,
    conference: ConferenceId,
    who: ParticipantId,
) -> Answer<Vec<SignUp>> {
    Ok(sign_up::table
        .filter(sign_up::conference_id.eq(conference))
        .filter(sign_up::participant_id.eq(who))
        .select(SignUp::as_select())
        .load(connection)
        .await?)
}

/// Everybody who signed up for a session, who comes first first.
pub async fn sign_ups(
    connection: &mut Connection,
    conference: ConferenceId,
    of: SessionId,
) -> Answer<Vec<(SignUp, Participant)>> {
    Ok(sign_up::table
        .inner_join(participant::table.on(participant::id.eq(sign_up::participant_id)))
        .filter(sign_up::conference_id.eq(conference))
        .filter(sign_up::session_id.eq(of))
        .order((sign_up::queued_at, sign_up::ticket))
        .select((SignUp::as_select(), Participant::as_select()))
        .load(connection)
        .await?)
}

/// Who is to be told when one of these sessions is moved or called off, by session.
pub async fn attending(
    connection: &mut Connection,
    conference: ConferenceId,
    of: &std::collections::BTreeSet<SessionId>,
) -> Answer<Vec<(SessionId, ParticipantId)>> {
    Ok(sign_up::table
        .filter(sign_up::conference_id.eq(conference))
        .filter(sign_up::session_id.eq_any(of))
        .filter(sign_up::status.eq_any([SignUpState::Placed, SignUpState::Waiting, SignUpState::Asked]))
        .select((sign_up::session_id, sign_up::participant_id))
        .load(connection)
        .await?)
}

/// Who acts on whose place, when and why.
pub struct Act<'a> {
    pub conference: ConferenceId,
    pub session: SessionId,
    pub by: Option<AccountId>,
    pub reason: &'a str,
    pub now: Moment,
}

/// Writes where somebody stands. Whoever joins the queue stands at its end, whatever was before. A place is never given so: see
/// [`take_place`].
pub async fn set_sign_up(
    tx: &mut Connection,
    act: &Act<'_>,
    who: ParticipantId,
    status: SignUpState,
) -> Answer<SignUp> {
    use diesel::upsert::excluded;
    let row = (
        sign_up::id.eq(SignUpId::new()),
        sign_up::conference_id.eq(act.conference),
        sign_up::session_id.eq(act.session),
        sign_up::participant_id.eq(who),
        sign_up::status.eq(status),
        sign_up::queued_at.eq(act.now),
        sign_up::changed_at.eq(act.now),
        sign_up::changed_by.eq(act.by),
        sign_up::reason.eq(act.reason),
    );
    Ok(diesel::insert_into(sign_up::table)
        .values(row)
        .on_conflict((sign_up::session_id, sign_up::participant_id))
        .do_update()
        .set((
            sign_up::status.eq(excluded(sign_up::status)),
            sign_up::queued_at.eq(excluded(sign_up::queued_at)),
            sign_up::changed_at.eq(excluded(sign_up::changed_at)),
            sign_up::changed_by.eq(excluded(sign_up::changed_by)),
            sign_up::reason.eq(excluded(sign_up::reason)),
        ))
        .returning(SignUp::as_returning())
        .get_result(tx)
        .await?)
}

/// Gives somebody who waits a place, unless there is none: the constraint judges, not a count that is read before.
pub async fn take_place(tx: &mut Connection, id: SignUpId, now: Moment) -> Answer<bool> {
    AnsiTransactionManager::begin_transaction(tx).await?;
    let target = sign_up::table.find(id).filter(sign_up::status.eq(SignUpState::Waiting));
    let placed = (sign_up::status.eq(SignUpState::Placed), sign_up::changed_at.eq(now));
    match diesel::update(target).set(placed).execute(tx).await {
        Ok(changed) => {
            AnsiTransactionManager::commit_transaction(tx).await?;
            Ok(changed == 1)
        }
        Err(DieselError::DatabaseError(DatabaseErrorKind::CheckViolation, about))
            if about.constraint_name() == Some("session_is_not_overfull") =>
        {
            AnsiTransactionManager::rollback_transaction(tx).await?;
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

/// Who has waited longest.
pub async fn first_waiting(tx: &mut Connection, of: SessionId) -> Answer<Option<SignUp>> {
    Ok(sign_up::table
        .filter(sign_up::session_id.eq(of))
        .filter(sign_up::status.eq(SignUpState::Waiting))
        .order((sign_up::queued_at, sign_up::ticket))
        .select(SignUp::as_select())
        .first(tx)
        .await
        .optional()?)
}

/// How many stand in the queue up to somebody, themselves counted.
pub async fn position(connection: &mut Connection, of: &SignUp) -> Answer<i64> {
    let before =
        sign_up::queued_at.lt(of.queued_at).or(sign_up::queued_at.eq(of.queued_at).and(sign_up::ticket.le(of.ticket)));
    Ok(sign_up::table
        .filter(sign_up::session_id.eq(of.session_id))
        .filter(sign_up::status.eq(SignUpState::Waiting))
        .filter(before)
        .count()
        .get_result(connection)
        .await?)
}

/// The sessions, wherever they are, in which a place is free and somebody waits.
pub async fn unfilled(connection: &mut Connection) -> Answer<Vec<(ConferenceId, SessionId)>> {
    let waiting =
        sign_up::table.filter(sign_up::session_id.eq(session::id)).filter(sign_up::status.eq(SignUpState::Waiting));
    Ok(session::table
        .filter(diesel::dsl::exists(waiting))
        .filter(session::sign_up_places.is_null().or(session::sign_up_places.gt(session::sign_up_taken.nullable())))
        .order(session::id)
        .select((session::conference_id, session::id))
        .load(connection)
        .await?)
}

/// One session as the latest release has it.
///
/// # Errors
/// Not found when no release holds it.
pub async fn released_one(connection: &mut Connection, conference: ConferenceId, id: SessionId) -> Answer<Released> {
    let found = released_session::table
        .inner_join(release::table)
        .filter(released_session::conference_id.eq(conference))
        .filter(released_session::session_id.eq(id))
        .order(release::number.desc())
        .select(Released::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}
