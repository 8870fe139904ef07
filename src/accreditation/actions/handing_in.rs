//! What the delegation does with a file: handing it in, and withdrawing it.

use super::{Taking, changed_meanwhile, led, take_step};
use crate::accreditation::mails;
use crate::accreditation::model::{ClearanceKind, ClearanceState, Decision, IdentityVersion, Step};
use crate::accreditation::queries;
use crate::accreditation::rules::{Identity, Refusal, changes, checks, may_be_handed_in, needed};
use crate::clock::Moment;
use crate::conferences::{Category, Conference, categories};
use crate::db::Connection;
use crate::delegations::FocalPoint;
use crate::ids::ParticipantId;
use crate::language::{FALLBACK, Language, Message};
use crate::participants::own::{Filling, Origin, lacking_of};
use crate::participants::rules::{Window, missing, same_name};
use crate::participants::{Participant, Status, begin_substitute, locked, substitute_of};
use crate::web::{Answer, Errors, Problem};

/// How handing in went.
#[derive(Debug)]
pub enum HandedIn {
    Done(Box<Participant>),
    /// What is missing, each at its field; nothing was written.
    Lacking(Errors),
}

/// The delegation's own file, locked.
async fn own(tx: &mut Connection, by: &FocalPoint, id: ParticipantId) -> Answer<Participant> {
    let person = locked(tx, by.conference_id(), id).await?;
    if person.delegation_id == by.delegation().id { Ok(person) } else { Err(Problem::NotFound) }
}

/// Hands a file in: freezes its identity data, asks the authorities of its category, and takes a place, which the database
/// grants or not.
///
/// # Errors
/// Not found when it is another delegation's; refused by the windows, by the quota (`quota_is_not_exceeded`), by a second head
/// (`at_most_one_head_of_delegation`), or when the person's earlier file was closed.
pub async fn hand_in(
    tx: &mut Connection,
    by: &FocalPoint,
    id: ParticipantId,
    version: i32,
    now: Moment,
) -> Answer<HandedIn> {
    let handed_in = hand_in_quietly(tx, by, id, version, now).await?;
    if let (HandedIn::Done(person), Some(decision)) = &handed_in {
        let from = (by.visit().site(), by.conference());
        mails::received(tx, from, by.delegation(), person, decision, now).await?;
    }
    Ok(handed_in.0)
}

/// The same without a word to anybody, and with the step that is on record.
pub(super) async fn hand_in_quietly(
    tx: &mut Connection,
    by: &FocalPoint,
    id: ParticipantId,
    version: i32,
    now: Moment,
) -> Answer<(HandedIn, Option<Decision>)> {
    let person = own(tx, by, id).await?;
    if person.version != version {
        return Err(changed_meanwhile(tx, &person).await?);
    }
    let to = led(person.status, Step::Submit)?;
    let conference = by.conference();
    let offered = categories(tx, conference.id).await?;
    let category = offered.iter().find(|category| category.id == person.category_id).ok_or(Problem::NotFound)?;
    let lacking = missing(&person, category, conference, now);
    if !lacking.is_empty() {
        return Ok((HandedIn::Lacking(lacking), None));
    }
    let replaced = replaced_by(tx, &person).await?;
    let window = Window::at(conference, now);
    may_be_handed_in(person.status, window, person.late_reason.is_some(), replaced.is_some())
        .map_err(|refusal| too_early_or_late(by, refusal))?;
    if let Some(replaced) = replaced {
        // In the same transaction, so that nobody else takes the place in between, and nobody loses it when this fails.
        leave(tx, by, &replaced, now).await?;
    }
    let decision = file(tx, &person, to, Taking::new(Step::Submit, by.account()), now).await?;
    let person = locked(tx, conference.id, id).await?;
    Ok((HandedIn::Done(Box::new(person)), Some(decision)))
}

/// Freezes a file that may be handed in, asks its authorities, and takes the step.
pub(super) async fn file(
    tx: &mut Connection,
    person: &Participant,
    to: Status,
    taking: Taking<'_>,
    now: Moment,
) -> Answer<Decision> {
    closed_earlier(tx, person).await?;
    let number = freeze(tx, person, now).await?;
    ask_authorities(tx, person, number).await?;
    let frozen = Participant { identity_version: number, ..person.clone() };
    take_step(tx, &frozen, to, taking, now).await
}

/// Hands in a registration: by its person, straight to the officers. A button pressed twice finds that it was pressed.
///
/// # Errors
/// Not found for a form that a delegation asked for, which nominates itself; refused by the quota, when the file changed
/// meanwhile, or when the person's earlier file was closed.
pub async fn hand_in_own(tx: &mut Connection, by: &Filling, version: i32, now: Moment) -> Answer<HandedIn> {
    if !by.is_registration() {
        return Err(Problem::NotFound);
    }
    let person = locked(tx, by.conference().id, by.participant().id).await?;
    if person.status == Status::Submitted {
        return Ok(HandedIn::Done(Box::new(person)));
    }
    if person.version != version {
        return Err(changed_meanwhile(tx, &person).await?);
    }
    let to = led(person.status, Step::Submit)?;
    let offered = categories(tx, person.conference_id).await?;
    let category = offered.iter().find(|category| category.id == person.category_id).ok_or(Problem::NotFound)?;
    // What was returned kept its place; what is new comes while its category is open.
    if person.status == Status::Draft && !category.is_open_to_registration(now) {
        return Err(Problem::refused("register-closed"));
    }
    let lacking = lacking_of(&person, Origin::Registered, category, by.conference(), now);
    if !lacking.is_empty() {
        return Ok(HandedIn::Lacking(lacking));
    }
    let decision = file(tx, &person, to, Taking::new(Step::Submit, by.account()), now).await?;
    mails::registered(tx, (by.visit().site(), by.conference()), &person, &decision, now).await?;
    Ok(HandedIn::Done(Box::new(locked(tx, person.conference_id, person.id).await?)))
}

/// Hands in a file that came with a table, for the delegation and without a word to anybody; gives what keeps it from being
/// handed in, each with its field.
///
/// # Errors
/// As of the database: the quota, a second head.
pub async fn hand_in_imported(
    tx: &mut Connection,
    conference: &Conference,
    offered: &[Category],
    id: ParticipantId,
    now: Moment,
) -> Answer<Vec<(String, Message)>> {
    let person = locked(tx, conference.id, id).await?;
    let to = led(person.status, Step::Submit)?;
    let category = offered.iter().find(|category| category.id == person.category_id).ok_or(Problem::NotFound)?;
    let mut lacking: Vec<(String, Message)> = missing(&person, category, conference, now)
        .iter()
        .map(|(field, message)| (field.to_owned(), message.clone()))
        .collect();
    let window = Window::at(conference, now);
    let late = may_be_handed_in(person.status, window, person.late_reason.is_some(), false);
    let says_late = lacking.iter().any(|(field, _)| field == "late_reason");
    if let Err(refusal) = late
        && !says_late
    {
        lacking.push((String::new(), refused_by_window(conference, *FALLBACK, refusal)));
    }
    match closed_earlier(tx, &person).await {
        Err(Problem::Refused(message)) => lacking.push((String::new(), message)),
        earlier => earlier?,
    }
    if !lacking.is_empty() {
        return Ok(lacking);
    }
    let number = freeze(tx, &person, now).await?;
    ask_authorities(tx, &person, number).await?;
    let frozen = Participant { identity_version: number, ..person };
    take_step(tx, &frozen, to, Taking::new(Step::Submit, None), now).await?;
    Ok(Vec::new())
}

fn too_early_or_late(by: &FocalPoint, refusal: Refusal) -> Problem {
    Problem::Refused(refused_by_window(by.conference(), by.language(), refusal))
}

fn refused_by_window(conference: &Conference, language: Language, refusal: Refusal) -> Message {
    match refusal {
        Refusal::NotYet => {
            let opens = language.date_time(conference.nomination_opens_at, &conference.zone());
            Message::new("accreditation-window-not-open").with("opens", opens)
        }
        Refusal::LateWithoutReason => Message::new("accreditation-late-without-reason"),
        Refusal::NotOpen => Message::new("accreditation-not-from-here"),
    }
}

/// Somebody whose file was refused or withdrawn comes back through an officer, and not as somebody new.
async fn closed_earlier(tx: &mut Connection, person: &Participant) -> Answer<()> {
    let closed = queries::closed_before(tx, person).await?;
    let same_paper = |other: &Participant| {
        person.document_number_digest.is_some()
            && other.document_number_digest == person.document_number_digest
            && other.document_country == person.document_country
    };
    let same_human = |other: &Participant| other.birth_date == person.birth_date && same_name(other, person);
    match closed.iter().find(|other| same_paper(other) || same_human(other)) {
        None => Ok(()),
        Some(other) => {
            let message = Message::new("accreditation-closed-earlier").with("reference", other.reference);
            Err(Problem::Refused(message))
        }
    }
}

/// Keeps the identity data as a version of its own, unless it is what was handed in last; gives the version's number.
pub(super) async fn freeze(tx: &mut Connection, person: &Participant, now: Moment) -> Answer<i32> {
    let identity = Identity::of(person);
    let digest = identity.digest();
    let latest = queries::latest_identity(tx, person.conference_id, person.id).await?;
    if let Some(latest) = latest.as_ref().filter(|latest| latest.digest == digest) {
        return Ok(latest.number);
    }
    let number = latest.map_or(1, |latest| latest.number + 1);
    let version = IdentityVersion { number, digest, facts: serde_json::to_value(&identity)?, at: now };
    queries::insert_identity(tx, person, &version).await?;
    Ok(number)
}

/// Opens the clearances that the person's category needs for this version of the identity data. A yes that was given to data
/// which has not changed since stands. Gives the kinds that were opened.
pub(super) async fn ask_authorities(
    tx: &mut Connection,
    person: &Participant,
    number: i32,
) -> Answer<Vec<ClearanceKind>> {
    let category = queries::clearances_of_category(tx, person.conference_id, person.category_id).await?;
    let asked = needed(category);
    let kinds: Vec<ClearanceKind> = asked.iter().map(|(kind, _)| *kind).collect();
    queries::drop_other_clearances(tx, person.id, &kinds).await?;
    let answers = queries::clearances(tx, person.conference_id, person.id).await?;
    let now = Identity::of(person);
    let mut opened = Vec::new();
    for (kind, step) in asked {
        let given = answers.iter().find(|answer| answer.kind == kind && answer.state == ClearanceState::Given);
        let seen = match given {
            Some(answer) => queries::identity_at(tx, person.conference_id, person.id, answer.identity_version).await?,
            None => None,
        };
        let seen: Option<Identity> = seen.map(|version| serde_json::from_value(version.facts)).transpose()?;
        let stands = seen.is_some_and(|seen| !changes(&seen, &now).into_iter().any(|fact| checks(kind, fact)));
        if stands {
            queries::carry_clearance(tx, person.id, (kind, step), number).await?;
        } else {
            queries::open_clearance(tx, person, (kind, step), number).await?;
            opened.push(kind);
        }
    }
    Ok(opened)
}

/// Withdraws somebody who was handed in; their place is free at once.
///
/// # Errors
/// Not found when it is another delegation's; refused when there is nothing to withdraw.
pub async fn withdraw(tx: &mut Connection, by: &FocalPoint, id: ParticipantId, now: Moment) -> Answer<Participant> {
    let person = own(tx, by, id).await?;
    leave(tx, by, &person, now).await?;
    Ok(person)
}

async fn leave(tx: &mut Connection, by: &FocalPoint, person: &Participant, now: Moment) -> Answer<()> {
    let to = led(person.status, Step::Withdraw)?;
    let decision = take_step(tx, person, to, Taking::new(Step::Withdraw, by.account()), now).await?;
    mails::withdrawn(tx, by, person, &decision, now).await
}

/// Whose place somebody takes, locked, as long as they have one to give.
async fn replaced_by(tx: &mut Connection, person: &Participant) -> Answer<Option<Participant>> {
    let Some(id) = person.replaces_id else { return Ok(None) };
    let other = locked(tx, person.conference_id, id).await?;
    Ok(Some(other).filter(|other| led(other.status, Step::Withdraw).is_ok()))
}

/// Begins the file of somebody who is to take another's place, with what stays the same; the one who is replaced keeps the place
/// until the new file is handed in. Asked again, it gives the file that was begun.
///
/// # Errors
/// Not found when it is another delegation's; refused when the other has no place to give.
pub async fn begin_substitution(
    tx: &mut Connection,
    by: &FocalPoint,
    id: ParticipantId,
    now: Moment,
) -> Answer<ParticipantId> {
    let replaced = own(tx, by, id).await?;
    led(replaced.status, Step::Withdraw)?;
    match substitute_of(tx, &replaced).await? {
        Some(begun) => Ok(begun.id),
        None => begin_substitute(tx, by, &replaced, now).await,
    }
}
