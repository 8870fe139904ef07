//! Invitations: links that live until their window closes, sign an address in by a button, and lead to what it was invited to.

use super::super::model::{Purpose, Via};
use super::super::queries::{self, keys};
use super::sign_in::{Entered, Entry};
use super::{live_key, make_link};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::AccountId;
use crate::web::{Answer, Site};

/// Makes the link of an invitation: it signs the account in once, until a moment, and leads to a path of ours. The caller
/// puts it into its mail and names it there with [`Draft::hiding`](crate::mail::Draft::hiding).
pub async fn invite(
    tx: &mut Connection,
    site: &Site,
    account: AccountId,
    destination: &str,
    until: Moment,
    now: Moment,
) -> Answer<String> {
    let account = queries::account_by_id(tx, account).await?;
    let token = make_link(tx, Purpose::Invitation, &account, Some(destination), now, until).await?;
    Ok(site.link(&format!("/invitation/{token}")))
}

/// Uses an invitation. Staff who have a password are not let in without it: their invitation stays good, and they sign in.
pub(in super::super) async fn accept_invitation(tx: &mut Connection, token: &str, now: Moment) -> Answer<Entered> {
    let Some(key) = live_key(tx, Purpose::Invitation, token, now).await? else { return Ok(Entered::Dead) };
    let Some(id) = key.account_id else { return Ok(Entered::Dead) };
    let account = queries::account_by_id(tx, id).await?;
    if account.disabled_at.is_some() {
        return Ok(Entered::Dead);
    }
    if account.password_hash.is_none() {
        keys::mark_used(tx, key.id, now).await?;
    }
    Ok(Entered::In(Entry { account, via: Via::Link, destination: key.destination }))
}
