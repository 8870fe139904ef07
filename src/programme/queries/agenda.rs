//! Personal agendas in the database: found by a digest of their secret or by whose they are.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::{Day, Moment};
use crate::db::Connection;
use crate::ids::{AccountId, AgendaId, ConferenceId, SessionId};
use crate::programme::model::Released;
use crate::schema::{agenda, agenda_session, conference, release, released_session};
use crate::web::Answer;

/// An agenda, without its sessions.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = agenda)]
pub struct AgendaRow {
    pub id: AgendaId,
    pub account_id: Option<AccountId>,
    pub generation: i32,
}

/// Whom an agenda is looked up by.
#[derive(Clone, Copy)]
pub enum AgendaOf<'a> {
    Account(AccountId),
    /// The digest of the secret that opens it.
    Key(&'a [u8]),
    /// The digest of the secret that feeds a calendar.
    Feed(&'a [u8]),
}

pub async fn agenda_of(
    connection: &mut Connection,
    conference: ConferenceId,
    of: AgendaOf<'_>,
) -> Answer<Option<AgendaRow>> {
    let rows = agenda::table.filter(agenda::conference_id.eq(conference)).select(AgendaRow::as_select()).into_boxed();
    let rows = match of {
        AgendaOf::Account(account) => rows.filter(agenda::account_id.eq(Some(account))),
        AgendaOf::Key(digest) => rows.filter(agenda::key_digest.eq(digest)),
        AgendaOf::Feed(digest) => rows.filter(agenda::feed_digest.eq(digest)),
    };
    Ok(rows.first(connection).await.optional()?)
}

/// The sessions that were chosen, each with the number of the release in which it was last looked at.
pub async fn chosen(connection: &mut Connection, of: &[AgendaId]) -> Answer<Vec<(SessionId, i32)>> {
    Ok(agenda_session::table
        .filter(agenda_session::agenda_id.eq_any(of))
        .select((agenda_session::session_id, agenda_session::seen_release))
        .load(connection)
        .await?)
}

/// The chosen sessions as they were in the release in which each was last looked at, where it held them.
pub async fn chosen_as_seen(
    connection: &mut Connection,
    of_conference: ConferenceId,
    of: &[AgendaId],
) -> Answer<Vec<Released>> {
    Ok(agenda_session::table
        .inner_join(release::table.on(release::number.eq(agenda_session::seen_release)))
        .inner_join(
            released_session::table.on(released_session::release_id
                .eq(release::id)
                .and(released_session::session_id.eq(agenda_session::session_id))),
        )
        .filter(release::conference_id.eq(of_conference))
        .filter(agenda_session::agenda_id.eq_any(of))
        .select(Released::as_select())
        .load(connection)
        .await?)
}

/// A new agenda's digests: of what opens it, and of what feeds a calendar.
pub struct Digests {
    pub key: Vec<u8>,
    pub feed: Vec<u8>,
}

pub async fn insert_agenda(
    tx: &mut Connection,
    conference: ConferenceId,
    id: AgendaId,
    whose: Option<AccountId>,
    digests: &Digests,
    now: Moment,
) -> Answer<()> {
    diesel::insert_into(agenda::table)
        .values((
            agenda::id.eq(id),
            agenda::conference_id.eq(conference),
            agenda::account_id.eq(whose),
            agenda::key_digest.eq(&digests.key),
            agenda::feed_digest.eq(&digests.feed),
            agenda::created_at.eq(now),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Gives an agenda new secrets; the former ones open nothing from then on.
pub async fn renew_agenda(tx: &mut Connection, id: AgendaId, generation: i32, digests: &Digests) -> Answer<()> {
    let new =
        (agenda::generation.eq(generation), agenda::key_digest.eq(&digests.key), agenda::feed_digest.eq(&digests.feed));
    diesel::update(agenda::table.find(id)).set(new).execute(tx).await?;
    Ok(())
}

pub async fn give_agenda(tx: &mut Connection, id: AgendaId, to: AccountId) -> Answer<()> {
    diesel::update(agenda::table.find(id)).set(agenda::account_id.eq(Some(to))).execute(tx).await?;
    Ok(())
}

/// Puts sessions into an agenda; those that are in it stay as they are.
pub async fn choose(
    tx: &mut Connection,
    conference: ConferenceId,
    id: AgendaId,
    sessions: &[(SessionId, i32)],
) -> Answer<()> {
    let row = |(session, seen): &(SessionId, i32)| {
        (
            agenda_session::conference_id.eq(conference),
            agenda_session::agenda_id.eq(id),
            agenda_session::session_id.eq(*session),
            agenda_session::seen_release.eq(*seen),
        )
    };
    let rows: Vec<_> = sessions.iter().map(row).collect();
    if !rows.is_empty() {
        diesel::insert_into(agenda_session::table).values(rows).on_conflict_do_nothing().execute(tx).await?;
    }
    Ok(())
}

/// Takes a session out of agendas; says whether it was in one.
pub async fn unchoose(tx: &mut Connection, of: &[AgendaId], session: SessionId) -> Answer<bool> {
    let rows = agenda_session::table
        .filter(agenda_session::agenda_id.eq_any(of))
        .filter(agenda_session::session_id.eq(session));
    Ok(diesel::delete(rows).execute(tx).await? > 0)
}

/// Notes that all sessions were looked at in this release.
pub async fn mark_seen(tx: &mut Connection, of: &[AgendaId], number: i32) -> Answer<()> {
    let rows = agenda_session::table.filter(agenda_session::agenda_id.eq_any(of));
    diesel::update(rows).set(agenda_session::seen_release.eq(number)).execute(tx).await?;
    Ok(())
}

/// Forgets an agenda and all that was in it.
pub async fn delete_agenda(tx: &mut Connection, id: AgendaId) -> Answer<()> {
    diesel::delete(agenda::table.find(id)).execute(tx).await?;
    Ok(())
}

/// Forgets the agendas of conferences that keep personal data no longer than this day.
pub async fn delete_agendas_past(tx: &mut Connection, day: Day) -> Answer<usize> {
    let over = conference::table.filter(conference::documents_purge_on.le(day)).select(conference::id);
    Ok(diesel::delete(agenda::table.filter(agenda::conference_id.eq_any(over))).execute(tx).await?)
}
