//! A focal point asks for another one beside them; only the secretariat appoints.

use serde_json::json;

use super::focal_points::{Appointment, appoint};
use super::record;
use crate::audit::Who;
use crate::clock::Moment;
use crate::conferences::{OnDuty, Organiser};
use crate::db::Connection;
use crate::delegations::model::RequestOutcome;
use crate::delegations::proofs::FocalPoint;
use crate::delegations::queries::{self, NewRequest};
use crate::ids::{DelegationId, FocalPointRequestId};
use crate::web::Answer;

/// Asks for a focal point of this name and address. Somebody who is one already is not asked for.
///
/// # Errors
/// Refused when the address is asked for already (`rule-one-request-per-address`).
pub async fn ask_for_focal_point(
    tx: &mut Connection,
    by: &FocalPoint,
    (name, email, language): (&str, &str, &str),
    now: Moment,
) -> Answer<()> {
    let subject = (by.conference_id(), by.delegation().id);
    let new = NewRequest { name, email, language, by: by.account(), at: now };
    let id = queries::insert_request(tx, subject, &new).await?;
    let facts = json!({ "request": id });
    record(tx, Who::Account(by.account()), "focal_point_asked_for", subject, facts, now).await
}

/// Takes a request back that nobody decided on yet.
///
/// # Errors
/// Not found when there is none.
pub async fn take_request_back(
    tx: &mut Connection,
    by: &FocalPoint,
    id: FocalPointRequestId,
    now: Moment,
) -> Answer<String> {
    let subject = (by.conference_id(), by.delegation().id);
    let (_, email, _) =
        queries::decide_request(tx, (subject.0, subject.1, id), RequestOutcome::TakenBack, (by.account(), now)).await?;
    let facts = json!({ "request": id });
    record(tx, Who::Account(by.account()), "focal_point_request_taken_back", subject, facts, now).await?;
    Ok(email)
}

/// Appoints who was asked for and writes the invitation, or declines; gives the address.
///
/// # Errors
/// Not found when nobody waits under this key.
pub async fn decide_on_request(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    (of, id): (DelegationId, FocalPointRequestId),
    appoints: bool,
    now: Moment,
) -> Answer<String> {
    let conference = by.conference();
    let outcome = if appoints { RequestOutcome::Appointed } else { RequestOutcome::Declined };
    let (name, email, language) =
        queries::decide_request(tx, (conference.id, of, id), outcome, (by.account(), now)).await?;
    let who = Who::Account(by.account());
    if appoints {
        let delegation = queries::delegation_by_id(tx, conference.id, of).await?;
        let wanted = Appointment { name: &name, email: &email, language: &language, invite: true };
        appoint(tx, by.visit().site(), (conference, &delegation), who, &wanted, now).await?;
    } else {
        record(tx, who, "focal_point_declined", (conference.id, of), json!({ "request": id }), now).await?;
    }
    Ok(email)
}
