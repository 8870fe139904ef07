//! Accounts in the database; sessions, one-time keys and counters of attempts beside them.

pub(super) mod attempts;
pub(super) mod keys;
pub(super) mod sessions;
pub(super) mod uploads;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::Account;
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::AccountId;
use crate::schema::account;
use crate::web::Answer;

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

/// The account with this key.
pub async fn account_by_id(connection: &mut Connection, id: AccountId) -> Answer<Account> {
    Ok(account::table.find(id).select(Account::as_select()).first(connection).await?)
}

pub(super) async fn set_password(tx: &mut Connection, id: AccountId, hash: &str) -> Answer<()> {
    diesel::update(account::table.find(id)).set(account::password_hash.eq(hash)).execute(tx).await?;
    Ok(())
}

pub(super) async fn set_profile(tx: &mut Connection, id: AccountId, name: &str, language: Option<&str>) -> Answer<()> {
    diesel::update(account::table.find(id))
        .set((account::name.eq(name), account::language.eq(language)))
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn set_language(tx: &mut Connection, id: AccountId, language: &str) -> Answer<()> {
    diesel::update(account::table.find(id)).set(account::language.eq(language)).execute(tx).await?;
    Ok(())
}

pub(super) async fn set_theme(tx: &mut Connection, id: AccountId, theme: &str) -> Answer<()> {
    diesel::update(account::table.find(id)).set(account::theme.eq(theme)).execute(tx).await?;
    Ok(())
}

pub(super) async fn theme_of(connection: &mut Connection, id: AccountId) -> Answer<String> {
    Ok(account::table.find(id).select(account::theme).first(connection).await?)
}

pub(super) async fn make_administrator(tx: &mut Connection, id: AccountId) -> Answer<()> {
    diesel::update(account::table.find(id)).set(account::administrator.eq(true)).execute(tx).await?;
    Ok(())
}
