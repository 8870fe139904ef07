//! One file on the officer's desk: portrait, facts, papers, what happened, doubts, and the acts.

mod doubts;

use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::listed::Listed;
use super::papers::is_ahead;
use super::queue::{Drawn, Queue, queue};
use crate::accreditation::actions::{Desk, take_up};
use crate::accreditation::duties::{Viewer, authorities};
use crate::accreditation::model::{Clearance, ClearanceState, Decision, Step};
use crate::accreditation::queries;
use crate::accreditation::rules::{answerable, next, reasons_for, undone, words_of_reason};
use crate::clock::{Clock, Moment};
use crate::conferences::{Conference, DutyKind, categories};
use crate::db::{Connection, Db};
use crate::delegations::{Letter, letters_of};
use crate::files::file_head;
use crate::ids::ParticipantId;
use crate::language::Language;
use crate::mail;
use crate::participants::{
    DocumentLine, Fact, Mark, Participant, PortraitSize, Status, Told, Worded, companion, delegation_names,
    participant_by_id,
};
use crate::web::{Answer, Page, page};

pub use doubts::{Change, Doubt};

/// A step of the file's history.
pub struct Happened {
    pub state: &'static str,
    pub word: String,
    pub note: String,
}

/// What an authority has said.
struct Said {
    mark: &'static str,
    word: String,
}

/// A reason that can be ticked, with its key.
struct ReasonLine {
    value: &'static str,
    label: String,
    key: usize,
}

/// A paper that can be opened.
struct Paper {
    href: String,
    title: String,
    note: String,
    /// Whether a browser shows it as a picture; else in a frame.
    is_picture: bool,
    /// The key that opens it; empty for none.
    key: &'static str,
}

/// What the officer did last, as long as it can be taken back.
struct Undoable {
    action: String,
    decision: String,
    text: String,
    /// The seconds until its mail leaves, and the text with `{n}` in their place.
    leaving: Option<(i64, String)>,
}

/// Which acts the officer is offered.
struct Acts {
    approve: bool,
    give_back: bool,
    hold: bool,
    ask: bool,
    refuse: bool,
    resume: bool,
}

#[derive(Template)]
#[template(path = "accreditation/review.html")]
struct Review {
    page: Page,
    base: String,
    list: String,
    pile_url: String,
    news: String,
    queue: Queue,
    version: i32,
    eyebrow: String,
    name: String,
    native: String,
    on_badge: String,
    status: (&'static str, String),
    delegation: String,
    mark: Mark,
    portrait: Option<String>,
    function: Vec<Fact>,
    identity: Vec<Fact>,
    document: Option<DocumentLine>,
    number_url: Option<String>,
    contact: Vec<Fact>,
    said: Vec<Said>,
    changes: Vec<Change>,
    changed_title: String,
    doubts: Vec<Doubt>,
    late_reason: Option<String>,
    papers: Vec<Paper>,
    happened: Vec<Happened>,
    acts: Acts,
    return_reasons: Vec<ReasonLine>,
    refusal_reasons: Vec<ReasonLine>,
    /// Why the officer cannot act: their own file, or a colleague's desk.
    obstacle: Option<String>,
    taken: bool,
    undo: Option<Undoable>,
}

/// The file with the queue beside it. Looking at a file lays it on the officer's desk.
pub async fn show(
    by: Viewer,
    path: Path<(String, ParticipantId)>,
    request: HttpRequest,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (id, now) = (path.1, clock.now());
    let listed = Listed::parse(request.query_string());
    let mut tx = db.begin().await?;
    let person = participant_by_id(&mut tx, by.conference_id(), id).await?;
    let open = matches!(person.status, Status::Submitted | Status::OnHold);
    let desk = if open && !is_ahead(&request) { take_up(&mut tx, &by, id, now).await? } else { Desk::Nobody };
    let drawn = drawn(&mut tx, &by, &listed, &person, desk, now).await?;
    tx.commit().await?;
    page(drawn)
}

async fn drawn(
    connection: &mut Connection,
    by: &Viewer,
    listed: &Listed,
    person: &Participant,
    desk: Desk,
    now: Moment,
) -> Answer<Review> {
    let (language, conference, id) = (by.language(), by.conference(), person.id);
    let categories = categories(connection, conference.id).await?;
    let delegations = delegation_names(connection, conference.id).await?;
    let lines = Drawn { categories: &categories, delegations: &delegations, now };
    let queue = queue(connection, by, listed, &lines, id).await?;
    let clearances = queries::clearances(connection, conference.id, id).await?;
    let made = queries::decisions(connection, conference.id, id).await?;
    let (changes, before) = doubts::changes_since(connection, by, person, &made).await?;
    let doubts = doubts::doubts(connection, by, person, &lines).await?;
    let papers = papers(connection, by, person).await?;
    let accompanies = companion(connection, person).await?;
    let undo = undoable(connection, by, now).await?;
    let replaced = match person.replaces_id {
        Some(other) => Some(participant_by_id(&mut *connection, by.conference_id(), other).await?),
        None => None,
    };
    let told = Told { language, conference, person, accompanies, now };
    let mut function = told.function();
    function.extend(replaced.map(|other| {
        let number = language.with("participants-file-number", &[("reference", other.reference.into())]);
        Fact::new(language.t("accreditation-in-place-of"), other.name()).with_note(number)
    }));
    let (obstacle, taken) = obstacle(by, person, &desk);
    let reads_papers = !authorities(by).is_empty();
    Ok(Review {
        page: by.page(person.name()),
        base: by.path(&format!("/files/{id}")),
        list: listed.query(),
        pile_url: by.path(&format!("/files{}", listed.query())),
        news: by.path("/files/news"),
        queue,
        version: person.version,
        eyebrow: eyebrow(by, person),
        name: person.name(),
        native: person.native_name.clone(),
        on_badge: person.badge_name.clone(),
        status: (person.status.mark(), language.t(&person.status.word())),
        delegation: lines.delegation(by, person.delegation_id),
        mark: Mark::among(language, &categories, person.category_id),
        portrait: person.portrait_url(PortraitSize::Full),
        function,
        identity: told.identity(),
        document: told.document(),
        number_url: (reads_papers && person.document_number_hint.is_some())
            .then(|| by.path(&format!("/participants/{id}/document-number"))),
        contact: told.contact(),
        said: clearances.iter().map(|clearance| said(language, clearance)).collect(),
        changes,
        changed_title: before,
        doubts,
        late_reason: person.late_reason.clone(),
        papers,
        happened: so_far(language, conference, &made, true),
        acts: acts(by, person, &clearances, obstacle.is_some()),
        return_reasons: reasons(language, Step::Return),
        refusal_reasons: reasons(language, Step::Refuse),
        obstacle,
        taken,
        undo,
    })
}

fn eyebrow(by: &Viewer, person: &Participant) -> String {
    let language = by.language();
    match person.submitted_at {
        None => language.with("participants-file-number", &[("reference", person.reference.into())]),
        Some(at) => language.with(
            "accreditation-file-submitted",
            &[("reference", person.reference.into()), ("at", language.date_time(at, &by.conference().zone()).into())],
        ),
    }
}

fn said(language: Language, clearance: &Clearance) -> Said {
    let kind = language.t(&format!("accreditation-clearance-{}", clearance.kind));
    let state = language.t(&format!("accreditation-clearance-is-{}", clearance.state));
    Said {
        word: language.with("accreditation-clearance-said", &[("kind", kind.into()), ("state", state.into())]),
        mark: match clearance.state {
            ClearanceState::Open => "sent",
            ClearanceState::Given => "ok",
            ClearanceState::Refused => "no",
        },
    }
}

fn reasons(language: Language, step: Step) -> Vec<ReasonLine> {
    let offered = reasons_for(step).iter().enumerate();
    offered
        .map(|(place, reason)| ReasonLine {
            value: reason.as_str(),
            label: language.t(&words_of_reason(*reason)),
            key: place + 1,
        })
        .collect()
}

fn obstacle(by: &Viewer, person: &Participant, desk: &Desk) -> (Option<String>, bool) {
    let language = by.language();
    if person.email.as_deref() == Some(by.someone().email.as_str()) {
        return (Some(language.t("accreditation-nobody-decides-on-themselves")), false);
    }
    match desk {
        Desk::Of { name, until } => {
            let until = language.time(*until, &by.conference().zone());
            let said =
                language.with("accreditation-on-another-desk", &[("name", name.into()), ("until", until.into())]);
            (Some(said), true)
        }
        Desk::Mine(_) | Desk::Nobody => (None, false),
    }
}

fn acts(by: &Viewer, person: &Participant, clearances: &[Clearance], hindered: bool) -> Acts {
    let may = by.has(DutyKind::AccreditationOfficer) || by.has(DutyKind::SecurityAuthority);
    let leads = |step: Step| may && !hindered && next(person.status, step).is_ok();
    let none_open = clearances.iter().all(|clearance| clearance.state == ClearanceState::Given);
    let owes = none_open || !answerable(clearances, &authorities(by)).is_empty();
    Acts {
        approve: leads(Step::Approve) && owes,
        give_back: leads(Step::Return),
        hold: leads(Step::Hold),
        ask: leads(Step::Ask) && person.email.is_some(),
        refuse: leads(Step::Refuse),
        resume: leads(Step::Resume),
    }
}

async fn papers(connection: &mut Connection, by: &Viewer, person: &Participant) -> Answer<Vec<Paper>> {
    let mut papers = Vec::new();
    if authorities(by).is_empty() {
        return Ok(papers);
    }
    let language = by.language();
    if let Some(file) = person.document_file_id {
        let head = file_head(connection, by.conference_id(), file).await?;
        papers.push(Paper {
            href: by.path(&format!("/files/{}/papers/identity", person.id)),
            title: language.t("accreditation-paper-identity"),
            note: format!("{}, {}", kind_of(&head.media_type), size_of(language, head.size)),
            is_picture: head.media_type.starts_with("image/"),
            key: "p",
        });
    }
    let letters = letters_of(connection, by.conference_id(), person.delegation_id).await?;
    papers.extend(newest_of_each_kind(&letters).map(|letter| Paper {
        href: by.path(&format!("/files/{}/papers/letters/{}", person.id, letter.id)),
        title: language.t(&letter.kind.key()),
        note: language.date(letter.filed_at.day(&by.conference().zone())),
        is_picture: false,
        key: if letter.id == letters[0].id { "l" } else { "" },
    }));
    Ok(papers)
}

/// Letters are filed again when the roster changes; the newest of each kind counts. They come the newest first.
fn newest_of_each_kind(letters: &[Letter]) -> impl Iterator<Item = &Letter> {
    let is_newest = |place: usize, letter: &Letter| !letters[..place].iter().any(|other| other.kind == letter.kind);
    letters.iter().enumerate().filter(move |(place, letter)| is_newest(*place, letter)).map(|(_, letter)| letter)
}

fn kind_of(media_type: &str) -> String {
    media_type.rsplit('/').next().unwrap_or_default().to_uppercase()
}

fn size_of(language: Language, bytes: i64) -> String {
    language.with("accreditation-kilobytes", &[("size", language.number((bytes + 1023) / 1024).into())])
}

/// What has happened to a file, in words; `with_names` says by whom, which is not the delegation's business.
pub fn so_far(
    language: Language,
    conference: &Conference,
    made: &[(Decision, Option<String>)],
    with_names: bool,
) -> Vec<Happened> {
    let last = made.len().saturating_sub(1);
    let happened = made.iter().enumerate().map(|(place, (decision, name))| {
        let mut note = vec![language.date_time(decision.at, &conference.zone())];
        note.extend(name.clone().filter(|name| with_names && !name.is_empty()));
        note.extend(decision.reasons().into_iter().map(|reason| language.t(&words_of_reason(reason))));
        note.extend(Some(decision.note.clone()).filter(|note| !note.is_empty()));
        Happened {
            state: if place == last { "now" } else { "done" },
            word: language.t(&format!("accreditation-step-{}", decision.step)),
            note: note.join(" · "),
        }
    });
    happened.collect()
}

/// The officer's last decision, while it can be taken back: nothing has happened since, and none of its mails has left.
async fn undoable(connection: &mut Connection, by: &Viewer, now: Moment) -> Answer<Option<Undoable>> {
    /// A decision without a mail is offered for taking back so long: seconds.
    const OFFERED: i64 = 600;
    let last = queries::last_decision_by(connection, by.conference_id(), by.account()).await?;
    let Some((made, person)) = last.filter(|(made, _)| now.seconds_since(made.at) < OFFERED) else { return Ok(None) };
    if undone(person.status, made.step, made.from_status, made.to_status).is_err() {
        return Ok(None);
    }
    let mails = mail::waiting_about(connection, "decision", made.id.0).await?;
    let Some(left) = mails.map_or(Some(None), |due| due.map(|due| Some(due.seconds_since(now)))) else {
        return Ok(None);
    };
    let language = by.language();
    let what = language.t(&format!("accreditation-step-{}", made.step));
    let leaves = |seconds: String| {
        let arguments = [("what", what.clone().into()), ("name", person.name().into()), ("seconds", seconds.into())];
        language.with("accreditation-done-mail-leaves", &arguments)
    };
    let (text, leaving) = match left {
        Some(seconds) if seconds > 0 => (leaves(seconds.to_string()), Some((seconds, leaves("{n}".to_owned())))),
        Some(_) => return Ok(None),
        None => {
            let arguments = [("what", what.into()), ("name", person.name().into())];
            (language.with("accreditation-done", &arguments), None)
        }
    };
    let action = by.path(&format!("/files/{}/undo", person.id));
    Ok(Some(Undoable { action, decision: made.id.to_string(), text, leaving }))
}
