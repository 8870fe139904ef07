//! Passwords of staff: one-time links for the first and for another, setting, changing.

use super::super::find_or_make_account;
use super::super::mails::{CodeInstead, FirstPassword, PasswordChanged, PasswordReset};
use super::super::model::{Account, Email, OneTimeKey, Purpose};
use super::super::queries::{self, keys, sessions};
use super::super::rules::PASSWORD_LINK_LIFE;
use super::super::sessions::random_token;
use super::{language_of, link_digest, live_key, make_link, open_account};
use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, BrowserSessionId, OneTimeKeyId};
use crate::language::Language;
use crate::mail::{self, Draft, Letterhead};
use crate::web::{Answer, Problem, Site, Visit};

/// Makes an account, or finds the one that is there, and gives a one-time link for setting its password: what
/// `plenipo account create` prints.
///
/// # Errors
/// Refused when the address is none.
pub async fn create_account(
    tx: &mut Connection,
    site: &Site,
    email: &str,
    administrator: bool,
    now: Moment,
) -> Answer<String> {
    let email = Email::parse(email).ok_or_else(|| Problem::refused("accounts-email-wrong"))?;
    let id = find_or_make_account(tx, email.as_str(), "", None, now).await?;
    if administrator {
        queries::make_administrator(tx, id).await?;
    }
    audit::record(tx, None, Who::System, "account.created", ("account", id.0), now).await?;
    password_link(tx, site, id, now).await
}

async fn password_link(tx: &mut Connection, site: &Site, id: AccountId, now: Moment) -> Answer<String> {
    let account = queries::account_by_id(tx, id).await?;
    // The newest link is the one that counts.
    keys::end_keys(tx, id, Purpose::Password, now).await?;
    let until = now.plus_seconds(PASSWORD_LINK_LIFE);
    let token = make_link(tx, Purpose::Password, &account, None, now, until).await?;
    Ok(site.link(&format!("/password/{token}")))
}

/// Mails new staff the link for their first password, under the letterhead of whoever takes them on; says whether it did:
/// those who have a password already are not asked for another.
pub async fn welcome_staff(
    tx: &mut Connection,
    site: &Site,
    head: &Letterhead,
    id: AccountId,
    now: Moment,
) -> Answer<bool> {
    let account = queries::account_by_id(tx, id).await?;
    if account.password_hash.is_some() || account.disabled_at.is_some() {
        return Ok(false);
    }
    let link = password_link(tx, site, id, now).await?;
    let letter = FirstPassword { link: link.clone(), hours: PASSWORD_LINK_LIFE / 3600 };
    let draft = Draft::new(&letter, head, &account.email, &account.name, now)?.about("account", id.0).hiding(link);
    mail::queue(tx, &draft, now).await?;
    Ok(true)
}

/// Mails a link for setting another password, or to somebody who needs none says so; to nobody where the address is unknown,
/// with the same work.
pub(in super::super) async fn ask_for_reset(
    tx: &mut Connection,
    visit: &Visit,
    email: &Email,
    now: Moment,
) -> Answer<()> {
    let account = open_account(tx, email).await?;
    let head = Letterhead::new(visit.site(), language_of(account.as_ref(), visit));
    let owner = account.as_ref().filter(|account| account.password_hash.is_some());
    let token = random_token()?;
    let new = keys::NewKey {
        id: OneTimeKeyId::new(),
        purpose: Purpose::Password,
        email: email.as_str(),
        account: owner.map(|account| account.id),
        code_hash: None,
        link_hash: &link_digest(&token),
        browser_hash: None,
        destination: None,
        now,
        expires_at: now.plus_seconds(PASSWORD_LINK_LIFE),
    };
    keys::insert_key(tx, &new).await?;
    let draft = if account.is_some() && owner.is_none() {
        let letter = CodeInstead { sign_in: head.link("/sign-in") };
        Draft::new(&letter, &head, email.as_str(), "", now)?
    } else {
        let link = head.link(&format!("/password/{token}"));
        let letter = PasswordReset { link: link.clone(), hours: PASSWORD_LINK_LIFE / 3600 };
        Draft::new(&letter, &head, email.as_str(), "", now)?.hiding(link)
    };
    let queued = mail::queue(tx, &draft.useless_after(now.plus_seconds(PASSWORD_LINK_LIFE)), now).await?;
    mail::keep_if(tx, queued, account.is_some()).await
}

/// Whose password a link sets, as long as it does; not locked, for showing.
pub(in super::super) async fn key_for_password(
    connection: &mut Connection,
    token: &str,
    now: Moment,
) -> Answer<Option<OneTimeKey>> {
    let found = keys::key_of_link(connection, Purpose::Password, &link_digest(token)).await?;
    Ok(found.filter(|key| key.is_live(now) && key.account_id.is_some()))
}

/// The account whose password is to be compared; `None` for an address that may not sign in with one.
pub(in super::super) async fn password_account(connection: &mut Connection, email: &Email) -> Answer<Option<Account>> {
    Ok(open_account(connection, email).await?.filter(|account| account.password_hash.is_some()))
}

/// Sets a password by a one-time link, ends every session of the account, and gives the account; nothing when the link is
/// dead.
pub(in super::super) async fn set_password(
    tx: &mut Connection,
    visit: &Visit,
    token: &str,
    hash: &str,
    now: Moment,
) -> Answer<Option<Account>> {
    let Some(key) = live_key(tx, Purpose::Password, token, now).await? else { return Ok(None) };
    let Some(id) = key.account_id else { return Ok(None) };
    let account = queries::account_by_id(tx, id).await?;
    if account.disabled_at.is_some() {
        return Ok(None);
    }
    keys::mark_used(tx, key.id, now).await?;
    replace(tx, visit, &account, hash, None, now).await?;
    Ok(Some(account))
}

/// Changes the password of somebody signed in who has just proved the old one; all other sessions end.
pub(in super::super) async fn change_password(
    tx: &mut Connection,
    visit: &Visit,
    account: &Account,
    session: BrowserSessionId,
    hash: &str,
    now: Moment,
) -> Answer<()> {
    replace(tx, visit, account, hash, Some(session), now).await
}

async fn replace(
    tx: &mut Connection,
    visit: &Visit,
    account: &Account,
    hash: &str,
    keep: Option<BrowserSessionId>,
    now: Moment,
) -> Answer<()> {
    queries::set_password(tx, account.id, hash).await?;
    keys::end_keys(tx, account.id, Purpose::Password, now).await?;
    keys::end_keys(tx, account.id, Purpose::SignIn, now).await?;
    sessions::revoke_sessions(tx, account.id, keep, now).await?;
    audit::record(tx, None, Who::Account(account.id), "account.password_set", ("account", account.id.0), now).await?;
    if account.password_hash.is_some() {
        let language = account.language.as_deref().and_then(Language::parse).unwrap_or(visit.language());
        let head = Letterhead::new(visit.site(), language);
        let letter = PasswordChanged { forgotten: head.link("/password") };
        let draft = Draft::new(&letter, &head, &account.email, &account.name, now)?;
        mail::queue(tx, &draft, now).await?;
    }
    Ok(())
}
