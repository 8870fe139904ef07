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
use crate::ids::{AccountId, BadgeId, ParticipantId};
use crate::participants::Status;
use crate::web::{Answer, Problem, Site};

/// The code of a badge or collection code, signed with the key it was issued under: the digits that its paper bears.
///
/// # Errors
/// Refused when that key is retired; broken when the badge's numbers do not fit a code.
pub fn code_text(keyring: &RwLock<Keyring>, conference: &Conference, badge: &Badge) -> Answer<String> {
    code_unless_retired(keyring, conference, badge)?.ok_or_else(|| Problem::refused("badges-key-retired"))
}

/// The same; None when the key is retired and no gate reads the code any more.
pub(super) fn code_unless_retired(
    keyring: &RwLock<Keyring>,
    conference: &Conference,
    badge: &Badge,
) -> Answer<Option<String>> {
    let unfit = || Problem::broken("a badge's numbers do not fit its code");
    let claims = Claims {
        purpose: match badge.kind {
            BadgeKind::Badge => Purpose::Badge,
            BadgeKind::CollectionCode => Purpose::Collection,
        },
        conference: u16::try_from(conference.number).map_err(|_| unfit())?,
        serial: u64::try_from(badge.serial).ok().and_then(Serial::new).ok_or_else(unfit)?,
        category: u8::try_from(badge.category_number).map_err(|_| unfit())?,
        valid_from: DayNumber::of(badge.valid_from).ok_or_else(unfit)?,
        valid_to: DayNumber::of(badge.valid_until).ok_or_else(unfit)?,
        zones: u16::try_from(badge.zones).map_err(|_| unfit())?,
    };
    let keyring = keyring.read().map_err(|_| Problem::broken("the keyring is not usable"))?;
    let key = u8::try_from(badge.key_id).ok().and_then(|id| keyring.signing(id));
    Ok(key.map(|key| code::sign(&claims, key).into_string()))
}

fn current_key(keyring: &RwLock<Keyring>) -> Answer<u8> {
    let keyring = keyring.read().map_err(|_| Problem::broken("the keyring is not usable"))?;
    Ok(keyring.current().id())
}

/// Whether gates still read codes of this badge's key.
fn is_readable(keyring: &RwLock<Keyring>, badge: &Badge) -> bool {
    let id = u8::try_from(badge.key_id).ok();
    // A keyring that cannot be asked retires nothing.
    keyring.read().map_or(true, |keyring| id.is_some_and(|id| keyring.public_keys().get(id).is_some()))
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
    let mut kept = queries::live(tx, holder.person.id, kind).await?;
    if let Some(badge) = kept.take_if(|badge| !is_readable(keyring, badge)) {
        queries::end(tx, badge.id, BadgeState::Superseded, "its key is retired", by, now).await?;
    }
    let badge = match kept {
        Some(badge) => badge,
        None => issue(tx, keyring, conference, holder, (kind, BadgeState::Live), Some(by), now).await?,
    };
    let code = code_text(keyring, conference, &badge)?;
    Ok(Issued { badge, code, paper: None })
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

/// A badge in the place of the one that the desk saw, and why.
pub struct Again {
    pub former: BadgeId,
    pub reason: String,
}

/// Makes the badge of somebody approved, good only once it is handed over. Asked for a first badge where there is one that
/// nobody holds yet (a second press, another desk), it gives that one. Printed [`Again`], the former one is dead before the
/// new one exists.
///
/// # Errors
/// Refused when the accreditation is not approved now, when the badge was handed over before, or when another one was printed
/// meanwhile.
pub async fn print(
    tx: &mut Connection,
    by: &OnDuty<PassDesk>,
    keyring: &RwLock<Keyring>,
    of: ParticipantId,
    again: Option<&Again>,
    now: Moment,
) -> Answer<Badge> {
    let conference = by.conference();
    queries::lock_holder(tx, conference.id, of).await?;
    let holder = queries::holder(tx, conference.id, of).await?;
    if holder.person.status != Status::Approved {
        return Err(Problem::refused("badges-not-approved"));
    }
    match (queries::live(tx, of, BadgeKind::Badge).await?, again) {
        (None, _) => {}
        (Some(former), Some(again)) if former.id == again.former => {
            queries::end(tx, former.id, BadgeState::Superseded, &again.reason, by.account(), now).await?;
            record(tx, Some(conference.id), Who::Account(by.account()), "supersede", ("badge", former.id.0), now)
                .await?;
        }
        (Some(_), Some(_)) => return Err(Problem::refused("badges-printed-meanwhile")),
        (Some(former), None) if former.handed_at.is_some() => return Err(Problem::refused("badges-handed-before")),
        (Some(former), None) => {
            queries::note_print(tx, former.id, now).await?;
            return Ok(former);
        }
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
