//! Applying for admission, and deciding on it. An admitted organisation becomes a delegation like any other, with its applicant
//! as its focal point.

use serde_json::json;

use super::focal_points::{Appointment, appoint};
use super::record;
use crate::accounts::account_by_id;
use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::conferences::{AtConference, OnDuty, Organiser, admission_closes_at, categories};
use crate::db::Connection;
use crate::delegations::mails::AdmissionAnswer;
use crate::delegations::model::{AdmissionStatus, Application, ApplicationWish, DelegationWish};
use crate::delegations::queries::{self, Decided};
use crate::delegations::rules::{AdmissionStep, admission_after, default_letters, key_for, takes_applications};
use crate::ids::{AccountId, ApplicationId, DelegationId};
use crate::language::{Language, Localized};
use crate::mail::{self, Draft};
use crate::web::{Answer, Problem};

/// Sends an application. The key came with the form: sent twice, it is one; says whether it is new.
///
/// # Errors
/// Refused when no applications are taken (`admission-closed`), or when this account has applied for this organisation already.
pub async fn apply(
    tx: &mut Connection,
    (at, account): (&AtConference, AccountId),
    id: ApplicationId,
    wish: &ApplicationWish,
    now: Moment,
) -> Answer<bool> {
    let conference = at.conference().id;
    if !takes_applications(admission_closes_at(tx, conference).await?, now) {
        return Err(Problem::refused("admission-closed"));
    }
    if !queries::insert_application(tx, (conference, id, account), wish, now).await? {
        let known = queries::application_by_id(tx, conference, id).await?;
        return if known.account_id == account { Ok(false) } else { Err(Problem::NotFound) };
    }
    let subject = ("admission_application", id.0);
    audit::record(tx, Some(conference), Who::Account(account), "admission_applied_for", subject, now).await?;
    crate::web::announce(tx, &crate::delegations::delegations_topic(conference)).await?;
    Ok(true)
}

/// The applicant's own application, locked, where this step may be taken.
async fn own(
    tx: &mut Connection,
    (at, account): (&AtConference, AccountId),
    id: ApplicationId,
    step: AdmissionStep,
) -> Answer<(Application, AdmissionStatus)> {
    let application = queries::lock_application(tx, at.conference().id, id).await?;
    if application.account_id != account {
        return Err(Problem::NotFound);
    }
    let to = admission_after(application.status, step).ok_or_else(|| Problem::refused("admission-not-from-here"))?;
    Ok((application, to))
}

/// Sends an application again that was returned.
///
/// # Errors
/// Not found when it is another's; refused when it was not returned.
pub async fn apply_again(
    tx: &mut Connection,
    by: (&AtConference, AccountId),
    id: ApplicationId,
    wish: &ApplicationWish,
    now: Moment,
) -> Answer<()> {
    own(tx, by, id, AdmissionStep::Resubmit).await?;
    queries::resubmit_application(tx, id, wish, now).await?;
    let (conference, who) = (by.0.conference().id, Who::Account(by.1));
    let subject = ("admission_application", id.0);
    audit::record(tx, Some(conference), who, "admission_applied_for", subject, now).await?;
    Ok(())
}

/// Takes one's own application back.
///
/// # Errors
/// Not found when it is another's; refused when it is decided.
pub async fn withdraw_application(
    tx: &mut Connection,
    by: (&AtConference, AccountId),
    id: ApplicationId,
    now: Moment,
) -> Answer<()> {
    let (application, status) = own(tx, by, id, AdmissionStep::Withdraw).await?;
    let decided = Decided { status, note: &application.note, delegation: None, by: None };
    queries::decide_application(tx, id, &decided).await?;
    let (conference, who) = (by.0.conference().id, Who::Account(by.1));
    let subject = ("admission_application", id.0);
    audit::record(tx, Some(conference), who, "admission_withdrawn", subject, now).await?;
    Ok(())
}

/// The application that an organiser decides on, locked, at the version that was looked at.
async fn looked_at(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    (id, version): (ApplicationId, i32),
    step: AdmissionStep,
) -> Answer<(Application, AdmissionStatus)> {
    let application = queries::lock_application(tx, by.conference_id(), id).await?;
    if application.version != version {
        return Err(Problem::refused("rule-changed-meanwhile"));
    }
    let to = admission_after(application.status, step).ok_or_else(|| Problem::refused("admission-not-from-here"))?;
    Ok((application, to))
}

/// Admits an organisation: a delegation with the places its kind begins with, and so many of its first category; the applicant is
/// its focal point and gets the invitation.
///
/// # Errors
/// Refused when the application changed meanwhile or is decided.
pub async fn admit(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    of: (ApplicationId, i32),
    places: Option<i32>,
    now: Moment,
) -> Answer<DelegationId> {
    let (application, status) = looked_at(tx, by, of, AdmissionStep::Admit).await?;
    let (conference, id, who) = (by.conference(), DelegationId::new(), Who::Account(by.account()));
    let all = queries::delegations(tx, conference.id).await?;
    let wish = DelegationWish {
        key: key_for(None, &application.name, |key| all.iter().any(|one| one.key == key)),
        kind: application.kind,
        entity: None,
        name: application.name.clone(),
        formal_name: Localized::default(),
        region: None,
        language: application.language.clone(),
        own_name: Localized::default(),
        own_formal_name: Localized::default(),
    };
    queries::insert_delegation(tx, conference.id, id, &wish, now).await?;
    let letters = default_letters(wish.kind);
    for category in categories(tx, conference.id).await? {
        if letters.contains(&category.letter.as_str())
            && let Some(cap) = places.or(category.default_quota)
        {
            queries::set_quota(tx, conference.id, id, category.id, cap).await?;
        }
    }
    let facts = json!({ "kind": wish.kind.as_str(), "application": application.id });
    record(tx, who, "delegation_created", (conference.id, id), facts, now).await?;
    let decided = Decided { status, note: "", delegation: Some(id), by: Some((by.account(), now)) };
    queries::decide_application(tx, application.id, &decided).await?;
    let subject = ("admission_application", application.id.0);
    audit::record(tx, Some(conference.id), who, "admission_given", subject, now).await?;
    let email = account_by_id(tx, application.account_id).await?.email;
    let delegation = queries::delegation_by_id(tx, conference.id, id).await?;
    let wanted =
        Appointment { name: &application.contact_name, email: &email, language: &application.language, invite: true };
    appoint(tx, by.visit().site(), (conference, &delegation), who, &wanted, now).await?;
    Ok(id)
}

/// Declines an application, or returns it with a question; the applicant is told in their language.
///
/// # Errors
/// Refused when the application changed meanwhile or is decided.
pub async fn answer_application(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    of: (ApplicationId, i32),
    (step, note): (AdmissionStep, &str),
    now: Moment,
) -> Answer<()> {
    let (application, status) = looked_at(tx, by, of, step).await?;
    let decided = Decided { status, note, delegation: None, by: Some((by.account(), now)) };
    queries::decide_application(tx, application.id, &decided).await?;
    let (conference, site) = (by.conference(), by.visit().site());
    let act = if step == AdmissionStep::Decline { "admission_declined" } else { "admission_returned" };
    let subject = ("admission_application", application.id.0);
    audit::record(tx, Some(conference.id), Who::Account(by.account()), act, subject, now).await?;
    let account = account_by_id(tx, application.account_id).await?;
    let language = Language::or_fallback(Some(&application.language));
    let is_declined = step == AdmissionStep::Decline;
    let letter = AdmissionAnswer {
        name: application.contact_name.clone(),
        organisation: application.name.in_language(language).to_owned(),
        is_declined,
        note: note.to_owned(),
        link: site.link(&format!("/{}/admission/applications/{}", conference.slug, application.id)),
    };
    let head = conference.letterhead(site, language);
    let draft = Draft::new(&letter, &head, &account.email, &application.contact_name, now)?;
    mail::queue(tx, &draft.about("admission_application", application.id.0), now).await?;
    Ok(())
}

/// Says until when applications are taken; nothing closes them.
pub async fn set_admission_window(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    closes_at: Option<Moment>,
    now: Moment,
) -> Answer<()> {
    queries::set_admission_window(tx, by.conference_id(), closes_at).await?;
    let subject = ("conference", by.conference_id().0);
    audit::record(tx, Some(by.conference_id()), Who::Account(by.account()), "admission_window_set", subject, now)
        .await?;
    Ok(())
}
