//! One person as staff see them: facts, portrait, history; the number of the identity paper on demand, each showing on record.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::facts::{DocumentLine, Fact, Told};
use super::list::Finder;
use super::words::Mark;
use crate::audit::{EntryLine, history_of};
use crate::clock::{Clock, Moment};
use crate::conferences::{Conference, Duty, DutyKind, OnDuty, categories};
use crate::db::{Connection, Db};
use crate::delegations::delegation_by_id;
use crate::files::Sealer;
use crate::ids::ParticipantId;
use crate::language::Language;
use crate::participants::actions::show_number;
use crate::participants::model::{Participant, PortraitSize, Worded};
use crate::participants::queries::participant_by_id;
use crate::web::{Answer, Form, Page, page};

/// Reading numbers of identity papers: those who compare them with the paper.
pub struct ReadingPapers;

impl Duty for ReadingPapers {
    fn allows(kind: DutyKind) -> bool {
        matches!(kind, DutyKind::AccreditationOfficer | DutyKind::SecurityAuthority | DutyKind::PassDesk)
    }
}

/// One entry of the history.
pub struct Entry {
    pub at: String,
    pub act: String,
    pub by: String,
}

#[derive(Template)]
#[template(path = "participants/card.html")]
struct Card {
    page: Page,
    back: String,
    reference: i32,
    name: String,
    native: String,
    on_badge: String,
    delegation: String,
    mark: Mark,
    status: (&'static str, String),
    portrait: Option<String>,
    function: Vec<Fact>,
    identity: Vec<Fact>,
    document: Option<DocumentLine>,
    contact: Vec<Fact>,
    history: Vec<Entry>,
    /// Where the number is asked for, for those who may.
    number_url: Option<String>,
    /// Where officers look at the file.
    file_url: Option<String>,
    /// Where the secretariat corrects it.
    correction_url: Option<String>,
    /// Where gates are asked to look twice at the person.
    attention_url: Option<String>,
}

/// The card of a person.
pub async fn show(by: Finder, path: Path<(String, ParticipantId)>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let (conference, language) = (by.conference(), by.language());
    let person = participant_by_id(&mut connection, conference.id, path.1).await?;
    let delegation = delegation_by_id(&mut connection, conference.id, person.delegation_id).await?;
    let categories = categories(&mut connection, conference.id).await?;
    let history = history_of(&mut connection, conference.id, "participant", person.id.0).await?;
    let accompanies = companion(&mut connection, &person).await?;
    let told = Told { language, conference, person: &person, accompanies, now: clock.now() };
    let officer = by.has(DutyKind::AccreditationOfficer);
    let reads_papers = [DutyKind::AccreditationOfficer, DutyKind::SecurityAuthority, DutyKind::PassDesk];
    let name = person.name();
    let name = if name.is_empty() { language.t("participants-no-name-yet") } else { name };
    let here = format!("/participants/{}", person.id);
    let has_number = person.document_number_hint.is_some();
    page(Card {
        page: by.page(&name),
        back: by.path("/participants"),
        reference: person.reference,
        name,
        native: person.native_name.clone(),
        on_badge: person.name_on_badge(),
        delegation: delegation.name.in_language(language).to_owned(),
        mark: Mark::among(language, &categories, person.category_id),
        status: (person.status.mark(), language.t(&person.status.word())),
        portrait: person.portrait_url(PortraitSize::Full),
        function: told.function(),
        identity: told.identity(),
        document: told.document(),
        contact: told.contact(),
        history: history.iter().map(|line| entry(language, conference, line)).collect(),
        number_url: (has_number && reads_papers.iter().any(|duty| by.has(*duty)))
            .then(|| by.path(&format!("{here}/document-number"))),
        file_url: (person.submitted_at.is_some() && !by.has(DutyKind::PassDesk) || officer)
            .then(|| by.path(&format!("/files/{}", person.id))),
        attention_url: looks_twice(&by).then(|| by.path(&format!("/gates/attention/{}", person.id))),
        correction_url: (officer || by.has(DutyKind::Organiser)).then(|| by.path(&format!("{here}/correction"))),
    })
}

/// Whether the gates' notes are open to this reader: those who know of a doubt, and those who run gates.
fn looks_twice(by: &Finder) -> bool {
    use DutyKind::{AccreditationOfficer, GateSupervisor, Organiser, SecurityAuthority};
    [AccreditationOfficer, SecurityAuthority, GateSupervisor, Organiser].iter().any(|duty| by.has(*duty))
}

/// The name of whom somebody accompanies.
pub async fn companion(connection: &mut Connection, person: &Participant) -> Answer<Option<String>> {
    match person.accompanies_id {
        None => Ok(None),
        Some(id) => Ok(Some(participant_by_id(connection, person.conference_id, id).await?.name())),
    }
}

fn entry(language: Language, conference: &Conference, line: &EntryLine) -> Entry {
    let key = format!("participants-act-{}", line.act.replace('_', "-"));
    let act = if language.has(&key) { language.t(&key) } else { line.act.replace('_', " ") };
    Entry {
        at: language.date_time(line.at, &conference.zone()),
        act,
        by: line.by.clone().filter(|by| !by.is_empty()).unwrap_or_default(),
    }
}

/// A form without fields of its own.
#[derive(Debug, Deserialize)]
pub struct Nothing {}

#[derive(Template)]
#[template(path = "participants/number.html")]
struct Number {
    page: Page,
    back: String,
    name: String,
    kind: String,
    number: String,
    shown_at: String,
}

/// Shows the number of an identity paper and records it. A page of its own; with scripts its number stands in the place of the
/// button.
pub async fn number(
    by: OnDuty<ReadingPapers>,
    path: Path<(String, ParticipantId)>,
    _: Form<Nothing>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let now: Moment = clock.now();
    let mut tx = db.begin().await?;
    let person = participant_by_id(&mut tx, by.conference_id(), path.1).await?;
    let sealer = Sealer::of(by.visit().site())?;
    let number = show_number(&mut tx, by.account(), &person, &sealer, now).await?;
    tx.commit().await?;
    let language = by.language();
    page(Number {
        page: by.page(language.t("participants-document-number")),
        back: by.path(&format!("/participants/{}", person.id)),
        name: person.name(),
        kind: person.document_kind.map(|kind| language.t(&kind.word())).unwrap_or_default(),
        number: number.unwrap_or_default(),
        shown_at: language.date_time(now, &by.conference().zone()),
    })
}
