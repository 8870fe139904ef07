//! Named guests on stage, asked to be accredited: each becomes a draft of a delegation that the organiser chooses, and gets the link by
//! which people complete their own form.

use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{Category, OnDuty, ProgrammeManager};
use crate::db::Connection;
use crate::delegations::{Delegation, quotas};
use crate::ids::{CategoryId, ParticipantId, SessionId, SessionPersonId};
use crate::participants::own::{Asking, send_link};
use crate::participants::{Details, Participant, create_draft};
use crate::programme::queries;
use crate::web::{Answer, Problem, announce};

/// How a guest is invited.
pub struct GuestInvitation {
    pub session: SessionId,
    pub person: SessionPersonId,
    /// The key of the draft, which came with the form: sent twice, it makes one person and one mail.
    pub draft: ParticipantId,
    pub name: String,
    pub email: String,
    pub language: Option<String>,
    pub category: CategoryId,
    pub note: String,
}

/// Makes a draft of a named guest and sends them their link.
///
/// # Errors
/// Not found when nobody of that key is on this stage; refused when it is known who they are, and when the delegation has no place left
/// in a category that counts.
pub async fn invite_guest(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    (delegation, category): (&Delegation, &Category),
    wanted: &GuestInvitation,
    now: Moment,
) -> Answer<Participant> {
    let conference = by.conference_id();
    let guest = queries::lock_person(tx, conference, wanted.session, wanted.person).await?;
    if guest.participant_id.is_some() {
        return Err(Problem::refused("programme-guest-known"));
    }
    if category.counts_toward_quota {
        let places = quotas(tx, conference, delegation.id).await?;
        if !places.iter().any(|quota| quota.category_id == category.id && quota.used < quota.cap) {
            return Err(Problem::refused("programme-guest-no-place"));
        }
    }
    let details = Details {
        document_name: wanted.name.clone(),
        email: Some(wanted.email.clone()),
        language: wanted.language.clone(),
        functional_title: guest.title.clone(),
        organisation: guest.affiliation.clone(),
        ..Details::blank(wanted.category)
    };
    let at = (conference, delegation.id);
    let person = create_draft(tx, at, wanted.draft, &details, by.account(), now).await?;
    let (site, account) = (by.visit().site(), by.account());
    let asking = Asking { site, conference: by.conference(), delegation, by: account };
    send_link(tx, &asking, &person, &wanted.note, now).await?;
    queries::link_person(tx, conference, wanted.person, person.id).await?;
    record(tx, Some(conference), Who::Account(account), "invite_guest", ("session", wanted.session.0), now).await?;
    announce(tx, &format!("programme:{conference}")).await?;
    Ok(person)
}
