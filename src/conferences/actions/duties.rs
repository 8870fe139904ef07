//! Giving duties and taking them back.

use serde_json::json;

use crate::accounts::{self, Administrator, account_by_email, find_or_make_account};
use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::conferences::mails::DutyGiven;
use crate::conferences::model::{Conference, DutyKind};
use crate::conferences::proofs::{OnDuty, Organiser};
use crate::conferences::queries;
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DutyId};
use crate::language::Language;
use crate::mail::{self, Draft};
use crate::web::{Answer, Problem, Site};

/// Gives somebody duties by their address, which gets an account if it has none, and writes to them. Says how many of the
/// duties were new; nobody is written to about what they have already.
pub async fn give_duty(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    email: &str,
    name: &str,
    kinds: &[DutyKind],
    now: Moment,
) -> Answer<usize> {
    let account = find_or_make_account(tx, email, name, Some(by.language().code()), now).await?;
    let mut given = Vec::new();
    for kind in kinds {
        if queries::insert_duty(tx, by.conference_id(), account, *kind, Some(by.account()), now).await? {
            record(tx, by.conference_id(), by.account(), "duty_given", account, *kind, now).await?;
            given.push(*kind);
        }
    }
    if !given.is_empty() && account != by.account() {
        write_to(tx, by.visit().site(), by.conference(), email, &given, now).await?;
    }
    Ok(given.len())
}

/// Gives back a duty that was just taken, without another mail.
pub async fn give_duty_again(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    account: AccountId,
    kind: DutyKind,
    now: Moment,
) -> Answer<()> {
    if !queries::account_exists(tx, account).await? {
        return Err(Problem::NotFound);
    }
    if queries::insert_duty(tx, by.conference_id(), account, kind, Some(by.account()), now).await? {
        record(tx, by.conference_id(), by.account(), "duty_given", account, kind, now).await?;
    }
    Ok(())
}

/// Takes a duty back, and says whose it was and which.
///
/// # Errors
/// Not found; refused (`duty-last-organiser`) when nobody could organise any more.
pub async fn take_duty_back(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    id: DutyId,
    now: Moment,
) -> Answer<(AccountId, DutyKind)> {
    let organisers = queries::lock_organisers(tx, by.conference_id()).await?;
    if organisers.iter().all(|(duty, _)| *duty == id) && !organisers.is_empty() {
        return Err(Problem::refused("duty-last-organiser"));
    }
    let taken = queries::delete_duty(tx, by.conference_id(), id).await?.ok_or(Problem::NotFound)?;
    record(tx, by.conference_id(), by.account(), "duty_taken_back", taken.0, taken.1, now).await?;
    Ok(taken)
}

/// Makes somebody organiser of a conference that may have lost all of its own.
pub async fn appoint_organiser(
    tx: &mut Connection,
    by: &Administrator,
    conference: &Conference,
    email: &str,
    now: Moment,
) -> Answer<bool> {
    let language = by.visit().language();
    let account = find_or_make_account(tx, email, "", Some(language.code()), now).await?;
    let kind = DutyKind::Organiser;
    let new = queries::insert_duty(tx, conference.id, account, kind, Some(by.account()), now).await?;
    if new {
        record(tx, conference.id, by.account(), "duty_given", account, kind, now).await?;
        if account != by.account() {
            write_to(tx, by.visit().site(), conference, email, &[kind], now).await?;
        }
    }
    Ok(new)
}

async fn record(
    tx: &mut Connection,
    conference: ConferenceId,
    by: AccountId,
    act: &str,
    account: AccountId,
    kind: DutyKind,
    now: Moment,
) -> Answer<()> {
    let facts = json!({ "duty": kind.as_str() });
    audit::record_with(tx, Some(conference), Who::Account(by), act, ("account", account.0), facts, now).await?;
    Ok(())
}

/// Tells somebody of their duties, in their language.
async fn write_to(
    tx: &mut Connection,
    site: &Site,
    conference: &Conference,
    email: &str,
    given: &[DutyKind],
    now: Moment,
) -> Answer<()> {
    let Some(reader) = account_by_email(tx, email).await? else { return Ok(()) };
    let language = Language::or_fallback(reader.language.as_deref());
    let head = conference.letterhead(site, language);
    let letter = DutyGiven {
        name: reader.name.clone(),
        duties: given.iter().map(|kind| language.t(&kind.key())).collect(),
        link: site.link(&format!("/{}/desk", conference.slug)),
    };
    let draft = Draft::new(&letter, &head, &reader.email, &reader.name, now)?.about("account", reader.id.0);
    mail::queue(tx, &draft, now).await?;
    // Staff sign in with a password; those who have none get a link of one use in a mail of its own.
    accounts::welcome_staff(tx, site, &head, reader.id, now).await?;
    Ok(())
}
