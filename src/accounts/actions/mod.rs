//! What is done with accounts: asking for codes and using them, passwords, invitations, the profile, counting attempts.

mod attempts;
mod invitations;
mod passwords;
mod profile;
mod sign_in;
pub(super) mod uploads;

pub(super) use attempts::{admitted, forgive};
pub(super) use invitations::accept_invitation;
pub use invitations::invite;
pub(super) use passwords::{ask_for_reset, change_password, key_for_password, password_account, set_password};
pub use passwords::{create_account, welcome_staff};
pub(super) use profile::{choose_language, choose_theme, end_other_sessions, end_own_session, save_profile};
pub(super) use sign_in::{Entered, Entry, ask_for_code, open, use_code, use_link};

use sha2::{Digest, Sha256};

use super::model::{Account, Email, OneTimeKey, Purpose};
use super::queries::keys::{self, NewKey};
use super::sessions::random_token;
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::OneTimeKeyId;
use crate::language::Language;
use crate::web::{Answer, Visit};

/// The digest under which a link's token is kept.
pub(super) fn link_digest(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Makes a link key without a code, and gives the token.
async fn make_link(
    tx: &mut Connection,
    purpose: Purpose,
    account: &Account,
    destination: Option<&str>,
    now: Moment,
    until: Moment,
) -> Answer<String> {
    let token = random_token()?;
    let new = NewKey {
        id: OneTimeKeyId::new(),
        purpose,
        email: &account.email,
        account: Some(account.id),
        code_hash: None,
        link_hash: &link_digest(&token),
        browser_hash: None,
        destination,
        now,
        expires_at: until,
    };
    keys::insert_key(tx, &new).await?;
    Ok(token)
}

/// The key of a link as long as it opens something, locked.
async fn live_key(tx: &mut Connection, purpose: Purpose, token: &str, now: Moment) -> Answer<Option<OneTimeKey>> {
    let Some(found) = keys::key_of_link(tx, purpose, &link_digest(token)).await? else { return Ok(None) };
    let locked = keys::lock_key(tx, found.id).await?;
    Ok(locked.is_live(now).then_some(locked))
}

/// The account of an address, unless there is none or it is closed.
async fn open_account(tx: &mut Connection, email: &Email) -> Answer<Option<Account>> {
    let found = super::queries::account_by_email(tx, email.as_str()).await?;
    Ok(found.filter(|account| account.disabled_at.is_none()))
}

/// The language to write to somebody in: their own choice, else the one of the page they are on.
fn language_of(account: Option<&Account>, visit: &Visit) -> Language {
    account.and_then(|account| account.language.as_deref()).and_then(Language::parse).unwrap_or(visit.language())
}
