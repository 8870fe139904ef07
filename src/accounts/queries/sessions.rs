//! Sessions in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::super::model::{SessionLine, Via};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, BrowserSessionId};
use crate::schema::{account, browser_session};
use crate::web::Answer;

/// A session that is good right now, with its account.
#[derive(Clone, Debug, Queryable)]
pub struct LiveSession {
    pub id: BrowserSessionId,
    pub last_seen_at: Moment,
    pub seat_kind: Option<String>,
    pub seat_id: Option<Uuid>,
    pub account_id: AccountId,
    pub email: String,
    pub name: String,
    pub administrator: bool,
}

/// The session of a token, unless it was revoked, has ended or was idle since before `idle_limit`.
pub async fn live_session(
    connection: &mut Connection,
    token_hash: &[u8],
    now: Moment,
    idle_limit: Moment,
) -> Answer<Option<LiveSession>> {
    Ok(browser_session::table
        .inner_join(account::table)
        .filter(browser_session::token_hash.eq(token_hash))
        .filter(browser_session::revoked_at.is_null())
        .filter(browser_session::expires_at.gt(now))
        .filter(browser_session::last_seen_at.gt(idle_limit))
        .filter(account::disabled_at.is_null())
        .select((
            browser_session::id,
            browser_session::last_seen_at,
            browser_session::seat_kind,
            browser_session::seat_id,
            account::id,
            account::email,
            account::name,
            account::administrator,
        ))
        .first(connection)
        .await
        .optional()?)
}

pub async fn touch_session(connection: &mut Connection, id: BrowserSessionId, now: Moment) -> Answer<()> {
    diesel::update(browser_session::table.find(id))
        .set(browser_session::last_seen_at.eq(now))
        .execute(connection)
        .await?;
    Ok(())
}

pub struct NewSession<'a> {
    pub id: BrowserSessionId,
    pub token_hash: &'a [u8],
    pub account: AccountId,
    pub via: Via,
    pub address: &'a str,
    pub agent: &'a str,
    pub now: Moment,
    pub expires_at: Moment,
}

pub async fn insert_session(tx: &mut Connection, new: &NewSession<'_>) -> Answer<()> {
    diesel::insert_into(browser_session::table)
        .values((
            browser_session::id.eq(new.id),
            browser_session::token_hash.eq(new.token_hash),
            browser_session::account_id.eq(new.account),
            browser_session::via.eq(new.via),
            browser_session::address.eq(new.address),
            browser_session::agent.eq(new.agent),
            browser_session::created_at.eq(new.now),
            browser_session::last_seen_at.eq(new.now),
            browser_session::expires_at.eq(new.expires_at),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

pub async fn revoke_session(tx: &mut Connection, id: BrowserSessionId, now: Moment) -> Answer<()> {
    diesel::update(browser_session::table.find(id).filter(browser_session::revoked_at.is_null()))
        .set(browser_session::revoked_at.eq(now))
        .execute(tx)
        .await?;
    Ok(())
}

/// The sessions of an account that are good right now, the one seen last first.
pub async fn live_sessions(
    connection: &mut Connection,
    account: AccountId,
    now: Moment,
    idle_limit: Moment,
) -> Answer<Vec<SessionLine>> {
    Ok(browser_session::table
        .filter(browser_session::account_id.eq(account))
        .filter(browser_session::revoked_at.is_null())
        .filter(browser_session::expires_at.gt(now))
        .filter(browser_session::last_seen_at.gt(idle_limit))
        .order((browser_session::last_seen_at.desc(), browser_session::id))
        .select(SessionLine::as_select())
        .load(connection)
        .await?)
}

/// Ends one session of an account; says whether it had it.
pub async fn revoke_own_session(
    tx: &mut Connection,
    account: AccountId,
    id: BrowserSessionId,
    now: Moment,
) -> Answer<bool> {
    let own = browser_session::table.find(id).filter(browser_session::account_id.eq(account));
    let changed = diesel::update(own.filter(browser_session::revoked_at.is_null()))
        .set(browser_session::revoked_at.eq(now))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// Ends all sessions of an account, but one where one is to stay; says how many.
pub async fn revoke_sessions(
    tx: &mut Connection,
    account: AccountId,
    but: Option<BrowserSessionId>,
    now: Moment,
) -> Answer<usize> {
    let open = browser_session::table
        .filter(browser_session::account_id.eq(account))
        .filter(browser_session::revoked_at.is_null())
        .filter(browser_session::id.ne(but.unwrap_or(BrowserSessionId(Uuid::nil()))));
    Ok(diesel::update(open).set(browser_session::revoked_at.eq(now)).execute(tx).await?)
}

/// Whose session a token was, however long ago it ended.
pub async fn owner_of_token(connection: &mut Connection, token_hash: &[u8]) -> Answer<Option<AccountId>> {
    let session = browser_session::table.filter(browser_session::token_hash.eq(token_hash));
    Ok(session.select(browser_session::account_id).first(connection).await.optional()?)
}
