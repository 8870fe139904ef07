//! Issuing, printing, handing over and ending badges; and confirming an accreditation to its person.

use std::sync::RwLock;

use super::code::{self, Claims, DayNumber, Purpose, Serial};
use super::keys::Keyring;
use super::mails;
use super::model::{Badge, BadgeKind, BadgeState, Issued};
use super::queries::{self, Holder, NewBadge};
use crate::accreditation::Decision;
use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{Conference, Delivery, OnDuty, PassDesk};
use crate::db::Connection;
use crate::ids::{AccountId, ParticipantId};
use crate::participants::Status;
use crate::web::{Answer, Problem, Site};

/// The code of a badge or collection code, signed with the key in use.
///
/// # Errors
/// Broken when the badge's numbers do not fit a code, or no key can be had.
pub fn code_text(keyring: &RwLock<Keyring>, conference: &Conference, category: i16, badge: &Badge) -> Answer<String> {
    let unfit = || Problem::broken("a badge's numbers do not fit its code");
    let claims = Claims {
        purpose: match badge.kind {
            BadgeKind::Badge => Purpose::Badge,
            BadgeKind::CollectionCode => Purpose::Collection,
        },
        conference: u16::try_from(conference.number).map_err(|_| unfit())?,
        serial: u64::try_from(badge.serial).ok().and_then(Serial::new).ok_or_else(unfit)?,
        category: u8::try_from(category).map_err(|_| unfit())?,
        valid_from: DayNumber::of(badge.valid_from).ok_or_else(unfit)?,
        valid_to: DayNumber::of(badge.valid_until).ok_or_else(unfit)?,
        zones: u16::try_from(badge.zones).map_err(|_| unfit())?,
    };
    let keyring = keyring.read().map_err(|_| Problem::broken("the keyring is not usable"))?;
    Ok(code::sign(&claims, keyring.current()).into_string())
}

fn current_key(keyring: &RwLock<Keyring>) -> Answer<u8> {
    let keyring = keyring.read().map_err(|_| Problem::broken("the keyring is not usable"))?;
    Ok(keyring.current().id())
}

async fn issue(
    tx: &mut Connection,
    keyring: &RwLock<Keyring>,
    conference: &Conference,
    holder: &Holder,
    what: (BadgeKind, BadgeState),
    by: Option<AccountId>,
    now: Moment,
) -> Answer<Badge> {
    let areas = queries::areas_of(tx, conference.id, holder.category.id).await?;
    let zones =
        areas.iter().filter_map(|area| u16::try_from(area.zone_bit?).ok()).fold(0_u16, |zones, bit| zones | 1 << bit);
    let new = NewBadge {
        conference: conference.id,
        of: holder.person.id,
        kind: what.0,
        state: what.1,
        key: current_key(keyring)?,
        valid: (conference.badges_valid_from, conference.badges_valid_until),
        zones,
        by,
        now,
    };
    let badge = queries::insert(tx, &new).await?;
    let who = by.map_or(Who::System, Who::Account);
    record(tx, Some(conference.id), who, "issue", ("badge", badge.id.0), now).await?;
    Ok(badge)
}

/// Issues what the category's delivery says: a collection code, or at once a badge to print at home or to show. What somebody
/// has already is kept.
pub async fn issue_after_approval(
    tx: &mut Connection,
    keyring: &RwLock<Keyring>,
    conference: &Conference,
    holder: &Holder,
    by: AccountId,
    now: Moment,
) -> Answer<Issued> {
    let kind = match holder.category.delivery {
        Delivery::Collect => BadgeKind::CollectionCode,
        Delivery::PrintAtHome | Delivery::Digital => BadgeKind::Badge,
    };
    let badge = match queries::live(tx, holder.person.id, kind).await? {
        Some(badge) => badge,
        None => issue(tx, keyring, conference, holder, (kind, BadgeState::Live), Some(by), now).await?,
    };
    let code = code_text(keyring, conference, holder.category.number, &badge)?;
    Ok(Issued { badge, code })
}

/// Queues the confirmation of an approval, due when its undo has run out.
pub async fn confirm(
    tx: &mut Connection,
    site: &Site,
    conference: &Conference,
    holder: &Holder,
    issued: &Issued,
    decision: &Decision,
    now: Moment,
) -> Answer<()> {
    mails::confirmation(tx, site, conference, holder, issued, decision, now).await
}

/// Prints a badge for somebody approved: the former one is dead before the new one exists, and the new one is good only once it
/// is handed over.
///
/// # Errors
/// Refused when the accreditation is not approved now.
pub async fn print(
    tx: &mut Connection,
    by: &OnDuty<PassDesk>,
    keyring: &RwLock<Keyring>,
    of: ParticipantId,
    now: Moment,
) -> Answer<Badge> {
    let conference = by.conference();
    queries::lock_holder(tx, conference.id, of).await?;
    let holder = queries::holder(tx, conference.id, of).await?;
    if holder.person.status != Status::Approved {
        return Err(Problem::refused("badges-not-approved"));
    }
    if let Some(former) = queries::live(tx, of, BadgeKind::Badge).await? {
        queries::end(tx, former.id, BadgeState::Superseded, "printed again", by.account(), now).await?;
        record(tx, Some(conference.id), Who::Account(by.account()), "supersede", ("badge", former.id.0), now).await?;
    }
    let badge =
        issue(tx, keyring, conference, &holder, (BadgeKind::Badge, BadgeState::Prepared), Some(by.account()), now)
            .await?;
    queries::note_print(tx, badge.id, now).await?;
    Ok(badge)
}

/// Records to whom a printed badge was handed; from then on it is good, and the collection code is used up.
///
/// # Errors
/// Refused when there is no printed badge, it was handed over before, or the accreditation is not approved now.
pub async fn hand_over(
    tx: &mut Connection,
    by: &OnDuty<PassDesk>,
    of: ParticipantId,
    to: &str,
    now: Moment,
) -> Answer<Badge> {
    let conference = by.conference();
    queries::lock_holder(tx, conference.id, of).await?;
    let holder = queries::holder(tx, conference.id, of).await?;
    if holder.person.status != Status::Approved {
        return Err(Problem::refused("badges-not-approved"));
    }
    let badge = queries::live(tx, of, BadgeKind::Badge).await?.ok_or_else(|| Problem::refused("badges-print-first"))?;
    if !queries::hand(tx, badge.id, to, by.account(), now).await? {
        return Err(Problem::refused("badges-handed-before"));
    }
    if let Some(code) = queries::live(tx, of, BadgeKind::CollectionCode).await? {
        queries::end(tx, code.id, BadgeState::Used, "exchanged", by.account(), now).await?;
    }
    record(tx, Some(conference.id), Who::Account(by.account()), "hand over", ("badge", badge.id.0), now).await?;
    Ok(badge)
}

/// Ends somebody's badge at once: lost or revoked.
///
/// # Errors
/// Refused when there is none to end.
pub async fn end_badge(
    tx: &mut Connection,
    by: &OnDuty<PassDesk>,
    of: ParticipantId,
    state: BadgeState,
    now: Moment,
) -> Answer<Badge> {
    let conference = by.conference_id();
    queries::lock_holder(tx, conference, of).await?;
    let badge = queries::live(tx, of, BadgeKind::Badge).await?.ok_or_else(|| Problem::refused("badges-none"))?;
    queries::end(tx, badge.id, state, state.as_str(), by.account(), now).await?;
    record(tx, Some(conference), Who::Account(by.account()), state.as_str(), ("badge", badge.id.0), now).await?;
    Ok(badge)
}
