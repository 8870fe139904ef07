//! One-time keys in the database. Codes and links stand there as digests alone.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::super::model::{OneTimeKey, Purpose};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, OneTimeKeyId};
use crate::schema::one_time_key;
use crate::web::Answer;

pub struct NewKey<'a> {
    pub id: OneTimeKeyId,
    pub purpose: Purpose,
    pub email: &'a str,
    pub account: Option<AccountId>,
    pub code_hash: Option<&'a [u8]>,
    pub link_hash: &'a [u8],
    pub browser_hash: Option<&'a [u8]>,
    pub destination: Option<&'a str>,
    pub now: Moment,
    pub expires_at: Moment,
}

pub async fn insert_key(tx: &mut Connection, new: &NewKey<'_>) -> Answer<()> {
    diesel::insert_into(one_time_key::table)
        .values((
            one_time_key::id.eq(new.id),
            one_time_key::purpose.eq(new.purpose),
            one_time_key::email.eq(new.email),
            one_time_key::account_id.eq(new.account),
            one_time_key::code_hash.eq(new.code_hash),
            one_time_key::link_hash.eq(new.link_hash),
            one_time_key::browser_hash.eq(new.browser_hash),
            one_time_key::destination.eq(new.destination),
            one_time_key::created_at.eq(new.now),
            one_time_key::expires_at.eq(new.expires_at),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// The latest sign-in key that this browser asked for, whatever has become of it.
pub async fn key_of_browser(connection: &mut Connection, browser_hash: &[u8]) -> Answer<Option<OneTimeKey>> {
    Ok(one_time_key::table
        .filter(one_time_key::browser_hash.eq(browser_hash))
        .filter(one_time_key::purpose.eq(Purpose::SignIn))
        .order((one_time_key::created_at.desc(), one_time_key::id.desc()))
        .select(OneTimeKey::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// The key of a link, whatever has become of it.
pub async fn key_of_link(connection: &mut Connection, purpose: Purpose, hash: &[u8]) -> Answer<Option<OneTimeKey>> {
    Ok(one_time_key::table
        .filter(one_time_key::link_hash.eq(hash))
        .filter(one_time_key::purpose.eq(purpose))
        .select(OneTimeKey::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// Locks a key until the transaction ends, and reads it anew: of two who use it at once, one is late.
pub async fn lock_key(tx: &mut Connection, id: OneTimeKeyId) -> Answer<OneTimeKey> {
    let found = one_time_key::table.find(id).select(OneTimeKey::as_select()).for_update().first(tx).await?;
    Ok(found)
}

pub async fn count_wrong(tx: &mut Connection, id: OneTimeKeyId) -> Answer<()> {
    diesel::update(one_time_key::table.find(id))
        .set(one_time_key::wrong_attempts.eq(one_time_key::wrong_attempts + 1))
        .execute(tx)
        .await?;
    Ok(())
}

pub async fn mark_used(tx: &mut Connection, id: OneTimeKeyId, now: Moment) -> Answer<()> {
    diesel::update(one_time_key::table.find(id)).set(one_time_key::used_at.eq(now)).execute(tx).await?;
    Ok(())
}

/// Ends every unused key of an account with one purpose.
pub async fn end_keys(tx: &mut Connection, account: AccountId, purpose: Purpose, now: Moment) -> Answer<()> {
    let open = one_time_key::table
        .filter(one_time_key::account_id.eq(account))
        .filter(one_time_key::purpose.eq(purpose))
        .filter(one_time_key::used_at.is_null());
    diesel::update(open).set(one_time_key::used_at.eq(now)).execute(tx).await?;
    Ok(())
}
