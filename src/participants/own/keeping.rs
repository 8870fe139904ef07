//! Keeping the answers of one page, and declaring them all.

use sha2::{Digest, Sha256};

use super::filling::Filling;
use super::letters::Completed;
use super::model::Origin;
use super::queries;
use super::sections::Section;
use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{Category, Conference};
use crate::db::Connection;
use crate::files::Sealer;
use crate::language::Message;
use crate::mail::{self, Draft};
use crate::participants::actions::{Brought, Kept, today, write};
use crate::participants::contact::focal_contacts_of;
use crate::participants::form::{Asked, FromMrz, Reading, fill_from_mrz, read_person, typed};
use crate::participants::model::{Participant, Status};
use crate::participants::pages::fields::labels;
use crate::participants::pages::files::Files;
use crate::participants::queries::locked;
use crate::participants::rules::missing;
use crate::web::{Answer, Errors, Problem, Typed};

/// The wording that people declare their answers under (`own-declaration`); a new wording is a new name.
pub const DECLARATION: &str = "2026-11";

/// Reads one page over what is stored: everything else stays as it is, and what is wrong with it is not this page's affair.
pub fn read_section(
    section: Section,
    person: &Participant,
    sent: &Typed,
    conference: &Conference,
    now: Moment,
) -> Reading {
    let whole = section.inputs().iter().fold(typed(person), |typed, field| typed.with(*field, sent.text(field)));
    let asked = asked(person, conference, now);
    let reading = read_person(&whole, &asked);
    let number = reading.number.filter(|_| section == Section::Document);
    Reading { errors: section.among(&reading.errors), number, ..reading }
}

/// The file with the consent to the public list as it was ticked now.
fn with_consent(person: &Participant, ticked: bool, conference: &Conference, now: Moment) -> Reading {
    let whole = typed(person).with("public_list", if ticked { "yes" } else { "" });
    Reading { errors: Errors::default(), number: None, ..read_person(&whole, &asked(person, conference, now)) }
}

/// Category, place and rank are not the person's to choose.
fn asked<'a>(person: &'a Participant, conference: &Conference, now: Moment) -> Asked<'a> {
    Asked { categories: &[], companions: &[], ranks: &[], before: Some(person), now, today: today(conference, now) }
}

/// What keeps the answers from being declared. A reason for being late is the delegation's to give, and so is a portrait that
/// it may add; a registration brings everything itself.
pub fn lacking_of(
    person: &Participant,
    origin: Origin,
    category: &Category,
    conference: &Conference,
    now: Moment,
) -> Errors {
    let mut lacking = Errors::default();
    for (field, message) in missing(person, category, conference, now).iter() {
        let is_the_delegations = field == "late_reason" || (origin == Origin::Asked && field == "portrait");
        if !is_the_delegations {
            lacking.add(field, message.clone());
        }
    }
    lacking
}

/// Notes that somebody has come to their form.
pub async fn look_at(tx: &mut Connection, by: &Filling, now: Moment) -> Answer<()> {
    queries::mark_begun(tx, by.participant().id, now).await
}

/// Their own file, locked, as long as they may change it.
pub(super) async fn opened(tx: &mut Connection, by: &Filling) -> Answer<Participant> {
    let person = locked(tx, by.conference().id, by.participant().id).await?;
    let open = match person.status {
        Status::Draft => true,
        Status::Returned => by.is_registration(),
        _ => false,
    };
    if open { Ok(person) } else { Err(Problem::refused("own-is-closed")) }
}

/// Keeps what could be read of a page; says what could not. Somebody else's change to another page stands beside it; where both
/// changed this one, nothing is written.
///
/// # Errors
/// Refused when the file was handed in meanwhile.
pub async fn keep_section(
    tx: &mut Connection,
    by: &Filling,
    section: Section,
    (sent, files): (&Typed, Files<'_>),
    sealer: &Sealer,
    now: Moment,
) -> Answer<(Kept, Errors)> {
    let person = opened(tx, by).await?;
    let reading = read_section(section, &person, sent, by.conference(), now);
    if sent.text("seen") != seen_of(section, &person) && differs(&reading, &person) {
        return Ok((Kept::ChangedMeanwhile(Box::new(person)), Errors::default()));
    }
    let (portrait, scan, version) = (files.portrait, files.scan, person.version);
    let brought = Brought { details: reading.details, number: reading.number, portrait, scan, version };
    let person = write(tx, by.account(), by.conference(), person, brought, sealer, now).await?;
    Ok((Kept::Saved(Box::new(person)), reading.errors))
}

/// How filling in from the lines of a travel document went.
pub enum FilledIn {
    /// Kept, with what the lines said.
    Kept { person: Box<Participant>, from: Box<FromMrz>, errors: Errors },
    /// They are no such lines.
    NoLines(Message),
}

/// Keeps the page of names as it was sent, and what the machine-readable lines say over what is stored: the paper, nationality,
/// birth and sex; names only where none is typed.
///
/// # Errors
/// Refused when the file was handed in meanwhile.
pub async fn keep_lines(
    tx: &mut Connection,
    by: &Filling,
    sent: &Typed,
    sealer: &Sealer,
    now: Moment,
) -> Answer<FilledIn> {
    let person = opened(tx, by).await?;
    let names = Section::Name.inputs().iter();
    let whole = names.fold(typed(&person), |typed, field| typed.with(*field, sent.text(field)));
    let filled = match fill_from_mrz(whole.with("mrz", sent.text("mrz")), today(by.conference(), now)) {
        Ok(filled) => filled,
        Err(message) => return Ok(FilledIn::NoLines(message)),
    };
    let asked = asked(&person, by.conference(), now);
    let reading = read_person(&filled.typed, &asked);
    let errors = Section::Name.among(&reading.errors);
    let version = person.version;
    let brought = Brought { details: reading.details, number: reading.number, portrait: None, scan: None, version };
    let person = write(tx, by.account(), by.conference(), person, brought, sealer, now).await?;
    Ok(FilledIn::Kept { person: Box::new(person), from: Box::new(filled), errors })
}

/// What stood on a page when it was shown, in short: a form carries it, so that a change to another page is no collision.
pub fn seen_of(section: Section, person: &Participant) -> String {
    let stored = typed(person);
    let text: Vec<&str> = section.inputs().iter().map(|field| stored.text(field)).collect();
    let digest = Sha256::digest(text.join("\u{1f}").as_bytes());
    data_encoding::HEXLOWER.encode(&digest[..8])
}

/// Whether a page says something else than what is stored, however it was written: a page that is sent again because its answer
/// was lost is no collision. A number is not compared: the stored one is never shown.
fn differs(reading: &Reading, stored: &Participant) -> bool {
    !reading.errors.is_empty() || reading.details != stored.details
}

/// Notes that somebody has continued from a page.
pub async fn mark_seen(tx: &mut Connection, by: &Filling, section: Section) -> Answer<()> {
    let mut seen = by.form().sections.clone();
    if seen.iter().any(|one| one == section.as_str()) {
        return Ok(());
    }
    seen.push(section.to_string());
    queries::mark_seen(tx, by.participant().id, &seen).await
}

/// How declaring went.
pub enum Declared {
    Done(Box<Participant>),
    /// The file has changed since the answers were shown.
    ChangedMeanwhile,
}

/// Declares the answers: they are true, and this is the wording it was said under. The consent to the public list is kept with
/// it. The first time a delegation's focal points are told, each once; afterwards their list says what changed.
///
/// # Errors
/// Refused when the file was handed in meanwhile.
pub async fn complete(
    tx: &mut Connection,
    by: &Filling,
    (version, public_list): (i32, bool),
    sealer: &Sealer,
    now: Moment,
) -> Answer<Declared> {
    let person = opened(tx, by).await?;
    let form = queries::own_form(tx, person.conference_id, person.id).await?.ok_or(Problem::NotFound)?;
    // A button pressed twice finds that it has been pressed.
    if form.completed_version == Some(person.version) && person.public_list == public_list {
        return Ok(Declared::Done(Box::new(person)));
    }
    if person.version != version {
        return Ok(Declared::ChangedMeanwhile);
    }
    let reading = with_consent(&person, public_list, by.conference(), now);
    let brought = Brought { details: reading.details, number: None, portrait: None, scan: None, version };
    let person = write(tx, by.account(), by.conference(), person, brought, sealer, now).await?;
    queries::mark_completed(tx, person.id, person.version, DECLARATION, now).await?;
    let who = Who::Account(by.account());
    record(tx, Some(person.conference_id), who, "own_form_completed", ("participant", person.id.0), now).await?;
    if form.origin == Origin::Asked && form.completed_at.is_none() {
        tell_focal_points(tx, by, &person, now).await?;
    }
    Ok(Declared::Done(Box::new(person)))
}

async fn tell_focal_points(tx: &mut Connection, by: &Filling, person: &Participant, now: Moment) -> Answer<()> {
    let site = by.visit().site();
    for to in &focal_contacts_of(tx, person).await? {
        let letter = Completed {
            greeted: to.name.clone(),
            person: person.name(),
            reference: person.reference,
            link: site.link(&format!("/delegations/{}/people/{}", person.delegation_id, person.id)),
        };
        let head = by.conference().letterhead(site, to.language);
        let draft = Draft::new(&letter, &head, &to.address, &to.name, now)?.about("participant", person.id.0);
        mail::queue(tx, &draft, now).await?;
    }
    Ok(())
}

/// The labels of one page's fields, for telling two versions apart.
pub fn labels_of(section: Section, language: crate::language::Language) -> Vec<(&'static str, String)> {
    labels(language).into_iter().filter(|(field, _)| section.inputs().contains(field)).collect()
}
