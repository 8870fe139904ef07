//! Appointing focal points, writing to them, and ending their appointment.

use serde_json::json;

use super::{account_of, record};
use crate::accounts::{account_by_id, find_or_make_account, invite};
use crate::audit::Who;
use crate::clock::Moment;
use crate::conferences::{Conference, OnDuty, Organiser, categories};
use crate::db::Connection;
use crate::delegations::mails::{Invitation, Places};
use crate::delegations::model::{Delegation, FocalPointLine};
use crate::delegations::queries;
use crate::ids::{AccountId, DelegationId, FocalPointId};
use crate::language::Language;
use crate::mail::{self, Draft};
use crate::web::{Answer, Problem, Site};

/// An invitation lives until its window closes, and a week at least.
const SHORTEST_INVITATION: i64 = 7 * 24 * 3600;

/// Somebody who is to act for a delegation.
pub struct Appointment<'a> {
    pub name: &'a str,
    pub email: &'a str,
    /// In which to write to somebody who has chosen none.
    pub language: &'a str,
    /// Write to them now.
    pub invite: bool,
}

/// Appoints a focal point and invites them; nothing when they are appointed already.
pub async fn appoint(
    tx: &mut Connection,
    site: &Site,
    (conference, delegation): (&Conference, &Delegation),
    who: Who,
    wanted: &Appointment<'_>,
    now: Moment,
) -> Answer<Option<FocalPointId>> {
    let name = if wanted.name.is_empty() { wanted.email } else { wanted.name };
    let account = find_or_make_account(tx, wanted.email, wanted.name, Some(wanted.language), now).await?;
    let by = account_of(who);
    let made = queries::begin_focal_point(tx, conference.id, delegation.id, account, name, by, now).await?;
    let Some(id) = made else { return Ok(None) };
    let facts = json!({ "focal_point": id });
    record(tx, who, "focal_point_appointed", (conference.id, delegation.id), facts, now).await?;
    if wanted.invite {
        invite_focal_point(tx, site, (conference, delegation), (id, account, name), who, now).await?;
    }
    Ok(Some(id))
}

/// Writes the invitation once more, with a link of its own.
///
/// # Errors
/// Not found; refused (`focal-point-ended`) when the appointment has ended.
pub async fn invite_again(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    delegation: DelegationId,
    id: FocalPointId,
    now: Moment,
) -> Answer<FocalPointLine> {
    let delegation = queries::delegation_by_id(tx, by.conference_id(), delegation).await?;
    let line = queries::focal_point_by_id(tx, by.conference_id(), delegation.id, id).await?;
    if line.ended_at.is_some() {
        return Err(Problem::refused("focal-point-ended"));
    }
    let reader = (line.id, line.account_id, line.name.as_str());
    let who = Who::Account(by.account());
    invite_focal_point(tx, by.visit().site(), (by.conference(), &delegation), reader, who, now).await?;
    Ok(line)
}

/// Ends an appointment: from now on they see nothing of the delegation.
///
/// # Errors
/// Not found; refused (`focal-point-ended`) when it has ended.
pub async fn end_appointment(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    delegation: DelegationId,
    id: FocalPointId,
    now: Moment,
) -> Answer<FocalPointLine> {
    let line = queries::focal_point_by_id(tx, by.conference_id(), delegation, id).await?;
    if !queries::end_focal_point(tx, by.conference_id(), id, now).await? {
        return Err(Problem::refused("focal-point-ended"));
    }
    let facts = json!({ "focal_point": id });
    let subject = (by.conference_id(), delegation);
    record(tx, Who::Account(by.account()), "focal_point_ended", subject, facts, now).await?;
    Ok(line)
}

/// Takes the end of an appointment back, without writing to anybody.
///
/// # Errors
/// Not found; refused when they are appointed again meanwhile.
pub async fn appoint_again(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    delegation: DelegationId,
    id: FocalPointId,
    now: Moment,
) -> Answer<FocalPointLine> {
    let line = queries::focal_point_by_id(tx, by.conference_id(), delegation, id).await?;
    if queries::resume_focal_point(tx, by.conference_id(), id).await? {
        let facts = json!({ "focal_point": id });
        let subject = (by.conference_id(), delegation);
        record(tx, Who::Account(by.account()), "focal_point_appointed", subject, facts, now).await?;
    }
    Ok(line)
}

/// Writes the invitation to a focal point in their own language, with a link that lives until confirmations close.
pub async fn invite_focal_point(
    tx: &mut Connection,
    site: &Site,
    (conference, delegation): (&Conference, &Delegation),
    (id, account, name): (FocalPointId, AccountId, &str),
    who: Who,
    now: Moment,
) -> Answer<()> {
    let reader = account_by_id(tx, account).await?;
    let language = Language::or_fallback(reader.language.as_deref().or(Some(&delegation.language)));
    let until = Moment::max(conference.confirmation_closes_at, now.plus_seconds(SHORTEST_INVITATION));
    let link = invite(tx, site, account, &format!("/delegations/{}", delegation.id), until, now).await?;
    let zone = conference.zone();
    let formal = delegation.formal_name.in_language(language);
    let letter = Invitation {
        name: name.to_owned(),
        delegation: if formal.is_empty() { delegation.name.in_language(language) } else { formal }.to_owned(),
        places: places(tx, conference, delegation, language).await?,
        nominations_close: language.date_time(conference.nomination_closes_at, &zone),
        confirmations_close: language.date_time(conference.confirmation_closes_at, &zone),
        zone: conference.whose_clocks(language),
        email: reader.email.clone(),
        sign_in: site.link("/sign-in"),
        link: link.clone(),
    };
    let head = conference.letterhead(site, language);
    let draft = Draft::new(&letter, &head, &reader.email, name, now)?.about("focal_point", id.0).hiding(link);
    mail::queue(tx, &draft, now).await?;
    queries::mark_invited(tx, conference.id, id, now).await?;
    queries::mark_delegation_invited(tx, conference.id, delegation.id).await?;
    let facts = json!({ "focal_point": id, "language": language.code() });
    record(tx, who, "focal_point_invited", (conference.id, delegation.id), facts, now).await
}

async fn places(
    tx: &mut Connection,
    conference: &Conference,
    delegation: &Delegation,
    language: Language,
) -> Answer<Vec<Places>> {
    let quotas = queries::quotas(tx, conference.id, delegation.id).await?;
    let categories = categories(tx, conference.id).await?;
    let given = categories.iter().filter_map(|category| {
        let quota = quotas.iter().find(|one| one.category_id == category.id && one.cap > 0)?;
        let category = category.name.in_language(language).to_owned();
        Some(Places { category, places: language.number(quota.cap.into()) })
    });
    Ok(given.collect())
}
