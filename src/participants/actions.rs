//! What is done to people: keeping a draft, letting it go, showing the number of an identity paper.

mod earlier;
mod pictures;

use jiff::tz::TimeZone;
use serde_json::json;

pub use earlier::{offered_again, take_again};
pub use pictures::{Choice, Given, KeptPictures, TOO_LARGE, bring_picture, forget_old_pictures, give_pictures};

use super::model::{Details, Participant, SCAN};
use super::portrait::Portrait;
use super::queries::{self, NewPerson, Papers};
use super::rules::{hint_of_number, search_text};
use crate::audit::{Who, record, record_with};
use crate::clock::{Day, Moment};
use crate::conferences::Conference;
use crate::db::Connection;
use crate::delegations::FocalPoint;
use crate::files::{FileType, NewFile, Sealer, forget, store, store_as};
use crate::ids::{AccountId, ConferenceId, DelegationId, FileId, ParticipantId};
use crate::web::{Answer, Problem, Sent};

/// The most bytes a scan of an identity paper may have.
pub const SCAN_BYTES: usize = 8 * 1024 * 1024;

/// What a form brings in: what was read, and the files that came with it.
pub struct Brought<'a> {
    pub details: Details,
    /// A newly typed number of the identity paper.
    pub number: Option<String>,
    pub portrait: Option<Portrait>,
    pub scan: Option<&'a Sent>,
    /// The version that the form was filled from; 0 for somebody new.
    pub version: i32,
}

/// How a change went.
#[derive(Debug)]
pub enum Kept {
    Saved(Box<Participant>),
    /// Somebody else was quicker; this is what stands now, and nothing was written.
    ChangedMeanwhile(Box<Participant>),
}

/// A scan as it is handed to the files.
pub fn scan_of<'a>(conference: &Conference, scan: &'a Sent, sealer: &'a Sealer) -> NewFile<'a> {
    NewFile {
        conference: conference.id,
        kind: SCAN,
        name: &scan.name,
        content: &scan.bytes,
        allowed: FileType::PAPER,
        limit: SCAN_BYTES,
        purge_on: Some(conference.documents_purge_on),
        sealed_with: Some(sealer),
    }
}

/// Erases numbers and scans of identity papers of every conference whose day for it has come: what its settings, its privacy
/// notice and the person's form promise. Says of how many people; the record keeps the number and nothing else.
pub async fn erase_papers(tx: &mut Connection, now: Moment) -> Answer<usize> {
    let mut erased = 0;
    for conference in queries::past_their_papers(tx, now.day(&TimeZone::UTC)).await? {
        let people = queries::erase_papers_of(tx, conference).await?;
        if people > 0 {
            let facts = json!({ "people": people });
            record_with(tx, Some(conference), Who::System, "erase_papers", ("conference", conference.0), facts, now)
                .await?;
        }
        erased += people;
    }
    Ok(erased)
}

/// Keeps a draft, or changes a file that is open to the delegation. Somebody new is written under the key that their form was
/// given, so that a form sent twice makes one person.
///
/// # Errors
/// Not found when the key is another delegation's; refused when the file was handed in meanwhile.
pub async fn save(
    tx: &mut Connection,
    by: &FocalPoint,
    id: ParticipantId,
    brought: Brought<'_>,
    sealer: &Sealer,
    now: Moment,
) -> Answer<Kept> {
    let who = by.account();
    let before = match known(tx, by.conference_id(), by.delegation().id, id).await? {
        Some(before) => before,
        None => {
            let at = (by.conference_id(), by.delegation().id);
            create_draft(tx, at, id, &brought.details, who, now).await?
        }
    };
    if !before.status.is_open_to_the_delegation() {
        return Err(Problem::refused("participants-file-is-frozen"));
    }
    // A new person's form that is sent twice finds version 1, which only it can have written.
    let sent_twice = brought.version == 0 && before.version == 1 && before.created_by == Some(who);
    if before.version != brought.version && !sent_twice {
        return Ok(Kept::ChangedMeanwhile(Box::new(before)));
    }
    write(tx, who, by.conference(), before, brought, sealer, now).await.map(|person| Kept::Saved(Box::new(person)))
}

async fn known(
    tx: &mut Connection,
    conference: ConferenceId,
    delegation: DelegationId,
    id: ParticipantId,
) -> Answer<Option<Participant>> {
    match queries::locked(tx, conference, id).await {
        Ok(found) if found.delegation_id == delegation => Ok(Some(found)),
        Ok(_) => Err(Problem::NotFound),
        Err(Problem::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Writes a new draft under a key that its form was given.
///
/// # Errors
/// Not found when the key is taken: whoever made it up learns nothing.
pub async fn create_draft(
    tx: &mut Connection,
    (conference, delegation): (ConferenceId, DelegationId),
    id: ParticipantId,
    details: &Details,
    by: AccountId,
    now: Moment,
) -> Answer<Participant> {
    let reference = queries::next_reference(tx, conference).await?;
    let search = search_text(details, reference);
    let new = NewPerson { id, conference, delegation, details, reference, search: &search, by, now };
    if !queries::insert(tx, &new).await? {
        return Err(Problem::NotFound);
    }
    record(tx, Some(conference), Who::Account(by), "participant_created", ("participant", id.0), now).await?;
    queries::locked(tx, conference, id).await
}

/// Begins a draft of somebody who is to take another's place: the category, the place in the delegation, the organisation and
/// where they stand in the list stay what they were; who it is, and everything about them, is asked anew.
pub async fn begin_substitute(
    tx: &mut Connection,
    by: &FocalPoint,
    replaced: &Participant,
    now: Moment,
) -> Answer<ParticipantId> {
    let id = ParticipantId::new();
    let details = Details {
        category_id: replaced.category_id,
        composition_title: replaced.composition_title,
        organisation: replaced.organisation.clone(),
        ..Details::blank(replaced.category_id)
    };
    let at = (by.conference_id(), by.delegation().id);
    create_draft(tx, at, id, &details, by.account(), now).await?;
    queries::set_replaced(tx, id, replaced.id).await?;
    queries::set_order(tx, by.conference_id(), by.delegation().id, &[(id, replaced.ordinal)]).await?;
    let facts = json!({ "substitute": id });
    let subject = ("participant", replaced.id.0);
    let who = Who::Account(by.account());
    record_with(tx, Some(by.conference_id()), who, "substitution_begun", subject, facts, now).await?;
    Ok(id)
}

/// Puts the people of a delegation into an order of its own; without one they stand by title, rank and name.
pub async fn order_roster(
    tx: &mut Connection,
    by: &FocalPoint,
    order: &[(ParticipantId, i32)],
    now: Moment,
) -> Answer<()> {
    queries::set_order(tx, by.conference_id(), by.delegation().id, order).await?;
    let who = Who::Account(by.account());
    record(tx, Some(by.conference_id()), who, "roster_ordered", ("delegation", by.delegation().id.0), now).await?;
    Ok(())
}

/// Writes what a form brought over a locked row; for the delegation's own changes and for corrections by the secretariat.
/// The caller has checked that the row may be changed.
pub async fn write(
    tx: &mut Connection,
    who: AccountId,
    conference: &Conference,
    before: Participant,
    brought: Brought<'_>,
    sealer: &Sealer,
    now: Moment,
) -> Answer<Participant> {
    let Brought { details, number, portrait, scan, .. } = brought;
    // A form that is sent again, because its answer was lost, brings the picture that is kept already.
    let portrait = portrait.filter(|new| new.kept_as.is_none() || new.kept_as != before.portrait_file_id);
    let papers = papers(tx, conference, before.id, number, portrait, scan, sealer, now).await?;
    let fields = changed_fields(&before, &details, &papers);
    if fields.is_empty() {
        return Ok(before);
    }
    queries::update(tx, &before, &details, &search_text(&details, before.reference), now).await?;
    queries::update_papers(tx, before.id, &papers).await?;
    forget_replaced(tx, &before, &papers).await?;
    let facts = json!({ "fields": fields });
    let subject = ("participant", before.id.0);
    record_with(tx, Some(conference.id), Who::Account(who), "participant_changed", subject, facts, now).await?;
    queries::locked(tx, conference.id, before.id).await
}

#[allow(clippy::too_many_arguments, reason = "what came with the form, and where it goes")]
async fn papers(
    tx: &mut Connection,
    conference: &Conference,
    id: ParticipantId,
    number: Option<String>,
    portrait: Option<Portrait>,
    scan: Option<&Sent>,
    sealer: &Sealer,
    now: Moment,
) -> Answer<Papers> {
    let mut papers = Papers {
        portrait_file_id: None,
        portrait_print_file_id: None,
        portrait_gate_file_id: None,
        document_file_id: None,
        document_number_sealed: None,
        document_number_digest: None,
        document_number_hint: None,
    };
    if let Some(portrait) = portrait {
        let master = portrait.kept_as.unwrap_or_else(FileId::new);
        for (place, id, kind, content) in [
            (&mut papers.portrait_file_id, master, "portrait", &portrait.master),
            (&mut papers.portrait_print_file_id, FileId::new(), "portrait_print", &portrait.print),
            (&mut papers.portrait_gate_file_id, FileId::new(), "portrait_gate", &portrait.gate),
        ] {
            *place = Some(keep_portrait(tx, conference.id, (id, kind), content, now).await?);
        }
    }
    if let Some(scan) = scan {
        papers.document_file_id = Some(store(tx, &scan_of(conference, scan, sealer), now).await?);
    }
    if let Some(sealed) = number.and_then(|number| SealedNumber::new(sealer, id, &number)) {
        papers.document_number_sealed = Some(sealed.sealed);
        papers.document_number_digest = Some(sealed.digest);
        papers.document_number_hint = Some(sealed.hint);
    }
    Ok(papers)
}

async fn keep_portrait(
    tx: &mut Connection,
    conference: ConferenceId,
    (id, kind): (FileId, &'static str),
    content: &[u8],
    now: Moment,
) -> Answer<FileId> {
    let new = NewFile {
        conference,
        kind,
        name: "portrait.jpg",
        content,
        allowed: &[FileType::Jpeg],
        limit: super::portrait::BYTES,
        purge_on: None,
        sealed_with: None,
    };
    store_as(tx, id, &new, now).await
}

/// The number of an identity paper as it is stored.
pub struct SealedNumber {
    pub sealed: Vec<u8>,
    /// Keyed: finds the same number again and tells nothing without the key.
    pub digest: Vec<u8>,
    /// First and last characters.
    pub hint: String,
}

impl SealedNumber {
    /// Seals a number to a person's row; nothing for a number without a letter or a digit.
    pub fn new(sealer: &Sealer, id: ParticipantId, number: &str) -> Option<Self> {
        let digest = sealer.digest_of_number(number)?.to_vec();
        let sealed = sealer.seal(&place_of_number(id), number.as_bytes());
        Some(Self { sealed, digest, hint: hint_of_number(number) })
    }
}

fn place_of_number(id: ParticipantId) -> Vec<u8> {
    format!("participant {id} document_number").into_bytes()
}

/// Names of the fields that a change touches: for the record, which keeps no values.
pub(super) fn changed_fields(before: &Participant, details: &Details, papers: &Papers) -> Vec<&'static str> {
    let old = &before.details;
    let name = |details: &Details| {
        [&details.family_name, &details.given_name, &details.document_name, &details.native_name, &details.badge_name]
            .map(Clone::clone)
    };
    let function = |details: &Details| {
        (
            details.honorific.clone(),
            details.functional_title.clone(),
            details.organisation.clone(),
            details.protocol_rank,
            details.composition_title,
        )
    };
    let contact = |details: &Details| (details.email.clone(), details.phone.clone(), details.language.clone());
    let paper =
        |details: &Details| (details.document_kind, details.document_country.clone(), details.document_expires_on);
    let checks = [
        ("name", name(old) != name(details)),
        ("function", function(old) != function(details)),
        ("category", old.category_id != details.category_id),
        ("sex", old.sex != details.sex),
        ("birth_date", old.birth_date != details.birth_date),
        ("nationality", old.nationality != details.nationality),
        ("residence", old.residence != details.residence),
        ("contact", contact(old) != contact(details)),
        ("document", paper(old) != paper(details) || papers.document_number_sealed.is_some()),
        ("scan", papers.document_file_id.is_some()),
        ("portrait", papers.portrait_file_id.is_some()),
        ("access_needs", old.access_needs != details.access_needs),
        ("consent", old.public_list != details.public_list || old.consent_notice != details.consent_notice),
        ("companion", old.accompanies_id != details.accompanies_id),
        ("late_reason", old.late_reason != details.late_reason),
    ];
    checks.into_iter().filter(|(_, changed)| *changed).map(|(field, _)| field).collect()
}

/// Files that a draft no longer shows are of no use to anybody. Once it was handed in, an officer may want to see what it
/// was before, and they stay.
async fn forget_replaced(tx: &mut Connection, before: &Participant, papers: &Papers) -> Answer<()> {
    if before.submitted_at.is_some() {
        return Ok(());
    }
    if papers.portrait_file_id.is_some() {
        forget_all(tx, before.conference_id, &portrait_files(before)).await?;
    }
    if papers.document_file_id.is_some() {
        forget_all(tx, before.conference_id, &[before.document_file_id]).await?;
    }
    Ok(())
}

fn portrait_files(person: &Participant) -> [Option<FileId>; 3] {
    [person.portrait_file_id, person.portrait_print_file_id, person.portrait_gate_file_id]
}

async fn forget_all(tx: &mut Connection, conference: ConferenceId, files: &[Option<FileId>]) -> Answer<()> {
    for file in files.iter().flatten() {
        forget(tx, conference, *file).await?;
    }
    Ok(())
}

/// Lets a draft go, with its files. What was once handed in is withdrawn instead, which leaves it on record.
///
/// # Errors
/// Not found when it is another delegation's; refused when it is no draft.
pub async fn discard(tx: &mut Connection, by: &FocalPoint, id: ParticipantId, now: Moment) -> Answer<Participant> {
    let draft = known(tx, by.conference_id(), by.delegation().id, id).await?.ok_or(Problem::NotFound)?;
    if draft.status != super::Status::Draft || draft.submitted_at.is_some() {
        return Err(Problem::refused("participants-only-drafts-are-discarded"));
    }
    let_go(tx, Who::Account(by.account()), &draft, now).await?;
    Ok(draft)
}

/// Removes a locked draft with its files. The caller has checked that it is one, and that it may go.
pub(super) async fn let_go(tx: &mut Connection, who: Who, draft: &Participant, now: Moment) -> Answer<()> {
    queries::leave_unaccompanied(tx, draft).await?;
    queries::delete(tx, draft).await?;
    forget_all(tx, draft.conference_id, &portrait_files(draft)).await?;
    forget_all(tx, draft.conference_id, &[draft.document_file_id]).await?;
    record(tx, Some(draft.conference_id), who, "participant_discarded", ("participant", draft.id.0), now).await?;
    Ok(())
}

/// Opens the number of an identity paper and records that it was shown, in one transaction: no showing without its entry.
///
/// # Errors
/// Broken when it does not open.
pub async fn show_number(
    tx: &mut Connection,
    who: AccountId,
    person: &Participant,
    sealer: &Sealer,
    now: Moment,
) -> Answer<Option<String>> {
    let Some(sealed) = queries::sealed_number(tx, person.conference_id, person.id).await? else { return Ok(None) };
    let plain = sealer.unseal(&place_of_number(person.id), &sealed).map_err(Problem::broken)?;
    let subject = ("participant", person.id.0);
    record(tx, Some(person.conference_id), Who::Account(who), "document_number_shown", subject, now).await?;
    Ok(Some(String::from_utf8_lossy(&plain).into_owned()))
}

/// Records that the scan of an identity paper was shown, before it is.
pub async fn record_scan_shown(tx: &mut Connection, who: AccountId, person: &Participant, now: Moment) -> Answer<()> {
    let subject = ("participant", person.id.0);
    record(tx, Some(person.conference_id), Who::Account(who), "document_scan_shown", subject, now).await?;
    Ok(())
}

/// The day where the conference is.
pub fn today(conference: &Conference, now: Moment) -> Day {
    now.day(&conference.zone())
}
