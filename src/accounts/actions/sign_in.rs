//! Signing in by a code or a link that was mailed. For an address that nobody has, everything happens that happens for one
//! that somebody has, but that no mail is kept and no code fits: neither the page nor its time tells which it was.

use actix_web::cookie::Cookie;
use subtle::ConstantTimeEq;

use super::super::mails::{PasswordInstead, SignInCode};
use super::super::model::{Account, Email, OneTimeKey, Purpose, Via};
use super::super::proofs::Anyone;
use super::super::queries::keys::{self, NewKey};
use super::super::queries::{self};
use super::super::rules::{CODE_LIFE, WRONG_CODES};
use super::super::sessions::{begin_session, end_session, random_token};
use super::{language_of, link_digest, live_key, open_account};
use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::OneTimeKeyId;
use crate::mail::{self, Draft, Letterhead};
use crate::web::{Answer, Problem, Site, Visit};

/// What a code or a link did.
pub(in super::super) enum Entered {
    /// It was right: this account may be signed in, and goes there.
    In(Entry),
    /// The code was wrong; another attempt may be right.
    Wrong,
    /// There is nothing to use any more.
    Dead,
}

/// A right to be signed in, from a code, a link or a password that fitted.
pub(in super::super) struct Entry {
    pub account: Account,
    pub via: Via,
    pub destination: Option<String>,
}

/// Mails a code and a link to an address, if it is known.
pub(in super::super) async fn ask_for_code(
    tx: &mut Connection,
    visit: &Visit,
    email: &Email,
    next: Option<&str>,
    now: Moment,
) -> Answer<()> {
    let account = open_account(tx, email).await?;
    let by_code = account.as_ref().is_none_or(|account| account.password_hash.is_none());
    let (id, code, token) = (OneTimeKeyId::new(), random_code()?, random_token()?);
    let browser = visit.browser();
    let key = NewKey {
        id,
        purpose: Purpose::SignIn,
        email: email.as_str(),
        account: account.as_ref().filter(|_| by_code).map(|account| account.id),
        code_hash: Some(&code_digest(visit.site(), id, &code)),
        link_hash: &link_digest(&token),
        browser_hash: Some(browser.as_bytes()),
        destination: next,
        now,
        expires_at: now.plus_seconds(CODE_LIFE),
    };
    keys::insert_key(tx, &key).await?;
    let head = Letterhead::new(visit.site(), language_of(account.as_ref(), visit));
    let draft = if by_code {
        let link = head.link(&format!("/sign-in/link/{token}"));
        let letter = SignInCode { code: code.clone(), link: link.clone(), minutes: CODE_LIFE / 60 };
        Draft::new(&letter, &head, email.as_str(), "", now)?.hiding(link).hiding(code)
    } else {
        let letter = PasswordInstead { sign_in: head.link("/sign-in/password"), forgotten: head.link("/password") };
        Draft::new(&letter, &head, email.as_str(), "", now)?
    };
    let queued = mail::queue(tx, &draft.useless_after(now.plus_seconds(CODE_LIFE)), now).await?;
    mail::keep_if(tx, queued, account.is_some()).await
}

/// Tries a code in the browser that asked for it. The fifth wrong one ends it.
pub(in super::super) async fn use_code(tx: &mut Connection, visit: &Visit, code: &str, now: Moment) -> Answer<Entered> {
    let Some(found) = keys::key_of_browser(tx, visit.browser().as_bytes()).await? else { return Ok(Entered::Dead) };
    let key = keys::lock_key(tx, found.id).await?;
    if !key.is_live(now) || key.wrong_attempts >= WRONG_CODES {
        return Ok(Entered::Dead);
    }
    let digest = code_digest(visit.site(), key.id, code);
    let fits: bool = key.code_hash.as_ref().is_some_and(|kept| kept.ct_eq(&digest).into());
    let account = match key.account_id {
        Some(id) if fits => Some(queries::account_by_id(tx, id).await?).filter(|account| account.disabled_at.is_none()),
        _ => None,
    };
    let Some(account) = account else {
        keys::count_wrong(tx, key.id).await?;
        let last = key.wrong_attempts + 1 >= WRONG_CODES;
        return Ok(if last { Entered::Dead } else { Entered::Wrong });
    };
    enter(tx, key, account, Via::Code, now).await
}

/// Uses the link of a mail, in whatever browser. Only a button does.
pub(in super::super) async fn use_link(tx: &mut Connection, token: &str, now: Moment) -> Answer<Entered> {
    let Some(key) = live_key(tx, Purpose::SignIn, token, now).await? else { return Ok(Entered::Dead) };
    let Some(id) = key.account_id else { return Ok(Entered::Dead) };
    let account = queries::account_by_id(tx, id).await?;
    if account.disabled_at.is_some() || key.wrong_attempts >= WRONG_CODES {
        return Ok(Entered::Dead);
    }
    enter(tx, key, account, Via::Link, now).await
}

async fn enter(tx: &mut Connection, key: OneTimeKey, account: Account, via: Via, now: Moment) -> Answer<Entered> {
    keys::mark_used(tx, key.id, now).await?;
    Ok(Entered::In(Entry { account, via, destination: key.destination }))
}

/// Opens a session for somebody who may have one. The browser's former session ends: nobody carries one over that somebody
/// else knows.
pub(in super::super) async fn open(
    tx: &mut Connection,
    by: &Anyone,
    entry: &Entry,
    now: Moment,
) -> Answer<Cookie<'static>> {
    if let Some(former) = by.someone() {
        end_session(tx, former.session, now).await?;
    }
    let id = entry.account.id;
    audit::record(tx, None, Who::Account(id), "account.signed_in", ("account", id.0), now).await?;
    begin_session(tx, by.visit(), id, entry.via, now).await
}

/// Six digits, each as likely as the others.
fn random_code() -> Answer<String> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|error| Problem::broken(error.to_string()))?;
    // 2^64 is so large that the remainder favours no code by more than one part in 10^13.
    Ok(format!("{:06}", u64::from_be_bytes(bytes) % 1_000_000))
}

/// A code is short, so that its digest is keyed: whoever reads the table cannot try all million.
fn code_digest(site: &Site, key: OneTimeKeyId, code: &str) -> Vec<u8> {
    site.keyed("code", format!("{key} {code}").as_bytes()).into_bytes()
}
