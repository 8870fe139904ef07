//! Accounts and sessions in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::model::{Account, Via};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, BrowserSessionId};
use crate::schema::{account, browser_session};
use crate::web::Answer;

/// A session that is good right now, with its account.
#[derive(Clone, Debug, Queryable)]
pub(super) struct LiveSession {
    pub id: BrowserSessionId,
    pub last_seen_at: Moment,
    pub seat_kind: Option<String>,
    pub seat_id: Option<Uuid>,
    pub account_id: AccountId,
    pub email: String,
    pub name: String,
    pub language: Option<String>,
    pub administrator: bool,
}

/// The session of a token, unless it was revoked, has ended or was idle since before `idle_limit`.
pub(super) async fn live_session(
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
            account::language,
            account::administrator,
        ))
        .first(connection)
        .await
        .optional()?)
}

pub(super) async fn touch_session(connection: &mut Connection, id: BrowserSessionId, now: Moment) -> Answer<()> {
    diesel::update(browser_session::table.find(id))
        .set(browser_session::last_seen_at.eq(now))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) struct NewSession<'a> {
    pub id: BrowserSessionId,
    pub token_hash: &'a [u8],
    pub account: AccountId,
    pub via: Via,
    pub address: &'a str,
    pub agent: &'a str,
    pub now: Moment,
    pub expires_at: Moment,
}

pub(super) async fn insert_session(tx: &mut Connection, new: &NewSession<'_>) -> Answer<()> {
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

pub(super) async fn revoke_session(tx: &mut Connection, id: BrowserSessionId, now: Moment) -> Answer<()> {
    diesel::update(browser_session::table.find(id).filter(browser_session::revoked_at.is_null()))
        .set(browser_session::revoked_at.eq(now))
        .execute(tx)
        .await?;
    Ok(())
}

/// The account of an address, whatever its letter case.
pub async fn account_by_email(connection: &mut Connection, email: &str) -> Answer<Option<Account>> {
    Ok(account::table
        .filter(account::email.eq(email.trim().to_lowercase()))
        .select(Account::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// The account of an address, made if there is none; an existing one keeps its name.
pub async fn find_or_make_account(
    tx: &mut Connection,
    email: &str,
    name: &str,
    language: Option<&str>,
    now: Moment,
) -> Answer<AccountId> {
    let email = email.trim().to_lowercase();
    diesel::insert_into(account::table)
        .values((
            account::id.eq(AccountId::new()),
            account::email.eq(&email),
            account::name.eq(name),
            account::language.eq(language),
            account::created_at.eq(now),
        ))
        .on_conflict(account::email)
        .do_nothing()
        .execute(tx)
        .await?;
    Ok(account::table.filter(account::email.eq(&email)).select(account::id).first(tx).await?)
}
