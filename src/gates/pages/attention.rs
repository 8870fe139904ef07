//! Asking gates to look twice: whom a note is about now, finding somebody, and one person's note.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::badges::{Holder, holder};
use crate::clock::Clock;
use crate::conferences::{GateStaff, OnDuty, Reading};
use crate::db::{Connection, Db};
use crate::gates::actions;
use crate::gates::proofs::LookTwice;
use crate::gates::queries::{self, Note};
use crate::ids::ParticipantId;
use crate::participants::{PortraitSize, portrait_url};
use crate::web::{
    Answer, Errors, Flash, FlashKind, Form, Page, Problem, Query, Reader, Typed, page, page_with, redirect_with,
};

/// People found by words; more are not looked through by eye.
const MOST: i64 = 30;
/// Characters of a note: it is read in one look, at a gate.
const LONGEST: usize = 120;

/// What was looked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sought {
    q: String,
}

struct Line {
    href: String,
    name: String,
    delegation: String,
    letter: String,
    pattern: String,
    category: String,
    portrait: Option<String>,
    /// Empty: no note is in force.
    note: String,
    /// Who set it, and when.
    set: String,
    noted: bool,
}

#[derive(Template)]
#[template(path = "gates/attention.html")]
struct AttentionPage {
    page: Page,
    /// None for those to whom the gates are shut.
    up: Option<String>,
    action: String,
    query: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "gates/note.html")]
struct NotePage {
    page: Page,
    up: String,
    person: Line,
    typed: Typed,
    errors: Errors,
    /// What stands there now, where somebody else was faster.
    meanwhile: Option<String>,
    version: i32,
    has_note: bool,
    action: String,
    removal: String,
}

fn line(by: &OnDuty<LookTwice>, holder: Holder, note: Option<&Note>) -> Line {
    let language = by.language();
    let set = |note: &Note| {
        let time = language.date_time(note.set_at, &by.conference().zone());
        language.with("gates-note-set", &[("who", note.author().to_owned().into()), ("time", time.into())])
    };
    Line {
        href: by.path(&format!("/gates/attention/{}", holder.person.id)),
        name: holder.person.name(),
        delegation: holder.delegation.name.in_language(language).to_owned(),
        letter: holder.category.letter.clone(),
        pattern: holder.category.pattern.to_string(),
        category: holder.category.name.in_language(language).to_owned(),
        portrait: portrait_url(holder.person.id, holder.person.portrait_file_id, PortraitSize::Gate),
        note: note.map(|note| note.text.clone()).unwrap_or_default(),
        set: note.map(set).unwrap_or_default(),
        noted: note.is_some(),
    }
}

/// `GET /{conference}/gates/attention`
pub async fn list(by: OnDuty<LookTwice>, sought: Query<Sought>, db: Db) -> Answer<HttpResponse> {
    let query = sought.0.q.trim().to_owned();
    let mut connection = db.connection().await?;
    let lines = if query.is_empty() {
        let notes = queries::notes(&mut connection, by.conference_id()).await?;
        notes.into_iter().map(|(note, holder)| line(&by, holder, Some(&note))).collect()
    } else {
        let found = queries::find_people(&mut connection, by.conference_id(), &query, MOST).await?;
        let ids: Vec<ParticipantId> = found.iter().map(|holder| holder.person.id).collect();
        let noted = queries::noted(&mut connection, &ids).await?;
        let found = found.into_iter().map(|holder| {
            let is_noted = noted.contains(&holder.person.id);
            Line { noted: is_noted, ..line(&by, holder, None) }
        });
        found.collect()
    };
    page(AttentionPage {
        page: by.page(by.language().t("gates-attention")),
        up: by.holds::<Reading<GateStaff>>().then(|| by.path("/gates")),
        action: by.path("/gates/attention"),
        query,
        lines,
    })
}

/// `GET /{conference}/gates/attention/{participant}`
pub async fn show(by: OnDuty<LookTwice>, path: Path<(String, ParticipantId)>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    draw(&by, &mut connection, path.1, None).await
}

/// What was typed and what is wrong with it.
type Typing = Option<(Typed, Errors)>;

async fn draw(
    by: &OnDuty<LookTwice>,
    connection: &mut Connection,
    of: ParticipantId,
    typing: Typing,
) -> Answer<HttpResponse> {
    let holder = holder(connection, by.conference_id(), of).await?;
    let note = queries::note_of(connection, by.conference_id(), of).await?;
    let version = note.as_ref().map_or(0, |note| note.version);
    let person = line(by, holder, note.as_ref());
    let (status, typed, errors, meanwhile) = match typing {
        None => (StatusCode::OK, Typed::default().with("note", &person.note), Errors::default(), None),
        Some((typed, errors)) => {
            let stale = typed.version() != version && !typed.has("resumed");
            let now = if person.noted { person.note.clone() } else { by.language().t("gates-note-none") };
            (StatusCode::UNPROCESSABLE_ENTITY, typed, errors, stale.then_some(now))
        }
    };
    let own = person.href.clone();
    page_with(
        status,
        NotePage {
            page: by.page(person.name.clone()),
            up: by.path("/gates/attention"),
            has_note: person.noted,
            person,
            typed,
            errors,
            meanwhile,
            version,
            removal: format!("{own}/removal"),
            action: own,
        },
    )
}

/// `POST /{conference}/gates/attention/{participant}`
pub async fn set(
    by: OnDuty<LookTwice>,
    path: Path<(String, ParticipantId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let whom = holder(&mut tx, by.conference_id(), path.1).await?;
    let mut reader = Reader::of(&form.fields);
    let text = reader.required("note", LONGEST).replace('\n', " ");
    let errors = reader.errors;
    if form.resumed {
        return draw(&by, &mut tx, path.1, Some((form.fields.with("resumed", "yes"), errors))).await;
    }
    if !errors.is_empty() {
        return draw(&by, &mut tx, path.1, Some((form.fields, errors))).await;
    }
    match actions::set_note(&mut tx, &by, path.1, form.fields.version(), &text, clock.now()).await {
        Ok(()) => tx.commit().await?,
        Err(Problem::Refused(_)) => {
            drop(tx);
            let mut connection = db.connection().await?;
            return draw(&by, &mut connection, path.1, Some((form.fields, Errors::default()))).await;
        }
        Err(problem) => return Err(problem),
    }
    let text = by.language().with("gates-note-saved", &[("person", whom.person.name().into())]);
    let undo = Some(by.path(&format!("/gates/attention/{}/removal", path.1)));
    Ok(redirect_with(by.visit(), &by.path("/gates/attention"), &Flash { kind: FlashKind::Ok, text, undo }))
}

/// `POST /{conference}/gates/attention/{participant}/removal`
pub async fn remove(
    by: OnDuty<LookTwice>,
    path: Path<(String, ParticipantId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let whom = holder(&mut tx, by.conference_id(), path.1).await?;
    let version = form.fields.has("version").then(|| form.fields.version());
    actions::take_note_off(&mut tx, &by, path.1, version, clock.now()).await?;
    tx.commit().await?;
    let text = by.language().with("gates-note-ended", &[("person", whom.person.name().into())]);
    let flash = Flash { kind: FlashKind::Ok, text, undo: None };
    Ok(redirect_with(by.visit(), &by.path("/gates/attention"), &flash))
}
