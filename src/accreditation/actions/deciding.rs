//! The officers' decisions.

use super::handing_in::ask_authorities;
use super::{Taking, changed_meanwhile, led, take_step};
use crate::accreditation::duties::{Reviewer, authorities};
use crate::accreditation::mails;
use crate::accreditation::model::{ClearanceKind, ClearanceState, Decision, Reason, Step};
use crate::accreditation::queries;
use crate::accreditation::rules::{all_given, answerable, reasons_for};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::ParticipantId;
use crate::participants::{Participant, Status, locked};
use crate::web::{Answer, Problem};

/// What an officer says with a decision.
#[derive(Clone, Debug, Default)]
pub struct Stated {
    pub reasons: Vec<Reason>,
    /// In the officer's words; goes into the mail.
    pub note: String,
    /// The version of the file that was looked at.
    pub version: i32,
}

/// What an approval came to.
#[derive(Debug)]
pub enum Approval {
    /// Every clearance is given and the file approved. What follows from it is tied to the decision.
    Approved { decision: Decision, person: Box<Participant> },
    /// The officer's clearances are given; these are still open.
    Cleared { decision: Decision, person: Box<Participant>, open: Vec<ClearanceKind> },
}

/// The file, locked, if this officer may decide on it and has seen it as it is.
async fn taken_up(tx: &mut Connection, by: &Reviewer, id: ParticipantId, version: i32) -> Answer<Participant> {
    let person = locked(tx, by.conference_id(), id).await?;
    if person.email.as_deref() == Some(by.someone().email.as_str()) {
        return Err(Problem::refused("accreditation-nobody-decides-on-themselves"));
    }
    if person.version != version {
        return Err(changed_meanwhile(tx, &person).await?);
    }
    Ok(person)
}

/// Gives the clearances that the officer's authorities owe, and approves the file when none is left open.
///
/// # Errors
/// Refused when the officer is the person, when somebody was quicker, when none of the officer's authorities is asked (yet), or
/// when the identity paper is approved already in another file (`one_approved_file_per_identity_paper`).
pub async fn approve(
    tx: &mut Connection,
    by: &Reviewer,
    id: ParticipantId,
    version: i32,
    now: Moment,
) -> Answer<Approval> {
    let person = taken_up(tx, by, id, version).await?;
    led(person.status, Step::Approve)?;
    let before = queries::clearances(tx, person.conference_id, id).await?;
    let kinds = answerable(&before, &authorities(by));
    // With nothing left to ask (the category was changed to need less) the yes of any authority is enough.
    if kinds.is_empty() && !all_given(&before) {
        return Err(Problem::refused("accreditation-nothing-to-give"));
    }
    queries::answer_clearances(tx, id, &kinds, ClearanceState::Given, by.account(), now).await?;
    let after = queries::clearances(tx, person.conference_id, id).await?;
    let step = if all_given(&after) { Step::Approve } else { Step::Clear };
    let to = led(person.status, step)?;
    let words: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    let taking = Taking { clearance: Some(words.join(" ")), ..Taking::new(step, by.account()) };
    let decision = take_step(tx, &person, to, taking, now).await?;
    let person = Box::new(locked(tx, by.conference_id(), id).await?);
    if step == Step::Approve {
        return Ok(Approval::Approved { decision, person });
    }
    let open = after.iter().filter(|clearance| clearance.state != ClearanceState::Given);
    Ok(Approval::Cleared { decision, person, open: open.map(|clearance| clearance.kind).collect() })
}

/// Sends a file back to its delegation with what is missing; it keeps its place.
///
/// # Errors
/// As for [`approve`]; and refused without a reason.
pub async fn return_file(
    tx: &mut Connection,
    by: &Reviewer,
    id: ParticipantId,
    stated: &Stated,
    now: Moment,
) -> Answer<Decision> {
    let (decision, person) = decide(tx, by, id, Step::Return, stated, now).await?;
    mails::returned(tx, (by.visit().site(), by.conference()), &person, &decision, now).await?;
    Ok(decision)
}

/// Refuses a file, or takes an approval back; its place is free at once.
///
/// # Errors
/// As for [`return_file`].
pub async fn refuse(
    tx: &mut Connection,
    by: &Reviewer,
    id: ParticipantId,
    stated: &Stated,
    now: Moment,
) -> Answer<Decision> {
    let (decision, person) = decide(tx, by, id, Step::Refuse, stated, now).await?;
    let asked = queries::clearances(tx, person.conference_id, id).await?;
    let mine = authorities(by);
    let refused: Vec<_> = asked.iter().map(|clearance| clearance.kind).filter(|kind| mine.contains(kind)).collect();
    queries::answer_clearances(tx, id, &refused, ClearanceState::Refused, by.account(), now).await?;
    mails::refused(tx, (by.visit().site(), by.conference()), &person, &decision, now).await?;
    Ok(decision)
}

/// Sets a file aside; it keeps its place, and nobody is written to.
///
/// # Errors
/// As for [`approve`].
pub async fn hold(
    tx: &mut Connection,
    by: &Reviewer,
    id: ParticipantId,
    stated: &Stated,
    now: Moment,
) -> Answer<Decision> {
    Ok(decide(tx, by, id, Step::Hold, stated, now).await?.0)
}

/// Asks the person something, in the officer's words; the file is set aside until they answer, and keeps its place.
///
/// # Errors
/// As for [`approve`]; and refused without a question, or where the person left no address.
pub async fn ask_person(
    tx: &mut Connection,
    by: &Reviewer,
    id: ParticipantId,
    stated: &Stated,
    now: Moment,
) -> Answer<Decision> {
    if stated.note.is_empty() {
        return Err(Problem::refused("accreditation-say-what-is-asked"));
    }
    let (decision, person) = decide(tx, by, id, Step::Ask, stated, now).await?;
    if person.email.is_none() {
        return Err(Problem::refused("accreditation-nobody-to-ask"));
    }
    mails::asked(tx, (by.visit().site(), by.conference()), &person, &decision, now).await?;
    Ok(decision)
}

/// Takes a file up again that was set aside, refused or withdrawn. What was refused is asked anew.
///
/// # Errors
/// As for [`approve`]; and by the rules of quota and composition when its place was taken meanwhile.
pub async fn resume(
    tx: &mut Connection,
    by: &Reviewer,
    id: ParticipantId,
    stated: &Stated,
    now: Moment,
) -> Answer<Decision> {
    let (decision, before) = decide(tx, by, id, Step::Resume, stated, now).await?;
    if before.status != Status::OnHold {
        // A closed file begins again: whatever was said of it was said of a closed matter.
        queries::drop_other_clearances(tx, id, &[]).await?;
        ask_authorities(tx, &before, before.identity_version).await?;
    }
    Ok(decision)
}

async fn decide(
    tx: &mut Connection,
    by: &Reviewer,
    id: ParticipantId,
    step: Step,
    stated: &Stated,
    now: Moment,
) -> Answer<(Decision, Participant)> {
    let person = taken_up(tx, by, id, stated.version).await?;
    let to = led(person.status, step)?;
    let offered = reasons_for(step);
    let reasons: Vec<Reason> = stated.reasons.iter().copied().filter(|reason| offered.contains(reason)).collect();
    if !offered.is_empty() && reasons.is_empty() && stated.note.is_empty() {
        return Err(Problem::refused("accreditation-say-why"));
    }
    let taking = Taking { reasons: &reasons, note: &stated.note, ..Taking::new(step, by.account()) };
    let decision = take_step(tx, &person, to, taking, now).await?;
    Ok((decision, person))
}
