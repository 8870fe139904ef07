//! A session's page: its form, what is doubtful about it, and saving.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::actions::{self, NewSession, Survey, survey};
use super::super::model::{Layout, SessionStatus};
use super::super::queries;
use super::super::rules::Doubt;
use super::doubts::{DoubtLine, helped_by_a_room, layout_label, lines};
use super::session_form::SessionForm;
use super::{kinds, status_label};
use crate::clock::Clock;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::{Connection, Db};
use crate::ids::SessionId;
use crate::language::Message;
use crate::web::{Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, page_with, redirect_with};

#[derive(Template)]
#[template(path = "programme/edit.html")]
struct EditPage {
    page: Page,
    typed: SessionForm,
    errors: Errors,
    doubts: Vec<DoubtLine>,
    /// A room in which nothing would be in the way; empty where there is none or no other room would help.
    free_room: String,
    kinds: Vec<Choice>,
    rooms: Vec<Choice>,
    layouts: Vec<Choice>,
    statuses: Vec<Choice>,
    organisers: Vec<Choice>,
    /// What somebody else saved meanwhile, if they did.
    other: Option<SessionForm>,
    /// Where to change what is public at once, if it is public.
    urgent: Option<String>,
    back: String,
}

/// What a page shows: the form as typed, its mistakes, what is doubtful, and what somebody else saved.
#[derive(Default)]
struct Shown {
    id: Option<SessionId>,
    typed: SessionForm,
    errors: Errors,
    doubts: BTreeSet<Doubt>,
    other: Option<SessionForm>,
    urgent: Option<String>,
}

async fn draw(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    survey: &Survey,
    shown: Shown,
) -> Answer<HttpResponse> {
    let Shown { id, typed, errors, doubts, other, urgent } = shown;
    let (language, conference) = (by.language(), by.conference().id);
    let organisers = queries::organisers(connection, conference).await?;
    let title =
        if typed.version == 0 { language.t("programme-new-session") } else { language.t("programme-edit-session") };
    let status = if errors.is_empty() && other.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let rooms = survey.rooms.iter().map(|room| (room.id.to_string(), room.name.in_language(language)));
    let statuses = SessionStatus::ALL.iter().map(|status| (status.as_str(), status_label(*status, language)));
    let organisers = organisers.iter().map(|(id, _, name)| (id.to_string(), name.in_language(language)));
    let (wanted, _) = typed.read(&by.conference().zone(), &survey.rooms);
    let free_room = survey.free_room(id, &wanted).filter(|_| helped_by_a_room(&doubts));
    let layouts = Layout::ALL.iter().map(|layout| (layout.as_str(), layout_label(*layout, language)));
    page_with(
        status,
        EditPage {
            page: by.page(title),
            free_room: free_room.map(|room| room.name.in_language(language).to_owned()).unwrap_or_default(),
            layouts: Choice::one_of(layouts, &typed.layout),
            doubts: lines(by, survey, &doubts),
            kinds: kinds(&typed.kind, language),
            rooms: Choice::one_of(rooms, &typed.room),
            statuses: Choice::one_of(statuses, &typed.status),
            organisers: Choice::one_of(organisers, &typed.organiser),
            back: by.path("/programme/manage"),
            typed,
            errors,
            other,
            urgent,
        },
    )
}

pub async fn new(by: OnDuty<ProgrammeManager>, db: Db) -> Answer<HttpResponse> {
    let typed = SessionForm {
        kind: "workshop".into(),
        status: "draft".into(),
        open: "yes".into(),
        date: by.conference().starts_on.to_string(),
        start: "09:00".into(),
        end: "10:00".into(),
        ..SessionForm::default()
    };
    let mut connection = db.connection().await?;
    let survey = survey(&mut connection, by.conference()).await?;
    draw(&by, &mut connection, &survey, Shown { typed, ..Shown::default() }).await
}

pub async fn show(by: OnDuty<ProgrammeManager>, path: Path<(String, SessionId)>, db: Db) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let mut connection = db.connection().await?;
    let survey = survey(&mut connection, by.conference()).await?;
    let typed = stored(&by, &survey, id)?;
    let doubts = survey.doubts.get(&id).cloned().unwrap_or_default();
    let public = queries::public_session(&mut connection, by.conference_id(), id).await?;
    let urgent = public.then(|| by.path(&format!("/programme/manage/sessions/{id}/urgent")));
    draw(&by, &mut connection, &survey, Shown { id: Some(id), typed, doubts, urgent, ..Shown::default() }).await
}

fn stored(by: &OnDuty<ProgrammeManager>, survey: &Survey, id: SessionId) -> Answer<SessionForm> {
    let session = survey.session(id).ok_or(Problem::NotFound)?;
    let people = survey.people.get(&id).map(Vec::as_slice).unwrap_or_default();
    Ok(SessionForm::of(session, people, &by.conference().zone()))
}

pub async fn create(
    by: OnDuty<ProgrammeManager>,
    form: Form<SessionForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    keep(&by, None, form, clock, db).await
}

pub async fn save(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, SessionId)>,
    form: Form<SessionForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    keep(&by, Some(id), form, clock, db).await
}

async fn keep(
    by: &OnDuty<ProgrammeManager>,
    id: Option<SessionId>,
    form: Form<SessionForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    let mut connection = db.connection().await?;
    let survey = survey(&mut connection, by.conference()).await?;
    if let Some(id) = id {
        survey.session(id).ok_or(Problem::NotFound)?;
    }
    let (wanted, mut errors) = typed.read(&by.conference().zone(), &survey.rooms);
    let doubts = survey.of(id, &wanted);
    object(by, &survey, id, &wanted, &mut errors);
    if !errors.is_empty() || form.resumed {
        return draw(by, &mut connection, &survey, Shown { id, typed, errors, doubts, ..Shown::default() }).await;
    }
    drop(connection);
    let mut tx = db.begin().await?;
    match actions::save_session(&mut tx, by, id.map(|id| (id, typed.version)), &wanted, clock.now()).await {
        Ok(id) => {
            tx.commit().await?;
            Ok(saved(by, id, &doubts))
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            refused(by, id, typed, message, db).await
        }
        Err(problem) => Err(problem),
    }
}

/// What only the other sessions can say against it, said together with the rest.
fn object(
    by: &OnDuty<ProgrammeManager>,
    survey: &Survey,
    id: Option<SessionId>,
    wanted: &NewSession,
    errors: &mut Errors,
) {
    if survey.sessions.iter().any(|other| Some(other.id) != id && other.key == wanted.key) {
        errors.say("key", "rule-one-session-per-key");
    }
    if let Some(message) = actions::held(survey, id, wanted, by.language()) {
        errors.add("room", message);
    }
}

/// To the list; but where something is doubtful, to the session's page, which says it.
fn saved(by: &OnDuty<ProgrammeManager>, id: SessionId, doubts: &BTreeSet<Doubt>) -> HttpResponse {
    let language = by.language();
    if doubts.is_empty() {
        let flash = Flash { kind: FlashKind::Ok, text: language.t("programme-saved"), undo: None };
        return redirect_with(by.visit(), &by.path("/programme/manage"), &flash);
    }
    let flash = Flash { kind: FlashKind::Warn, text: language.t("programme-saved-doubtful"), undo: None };
    redirect_with(by.visit(), &by.path(&format!("/programme/manage/sessions/{id}")), &flash)
}

/// Somebody else was quicker: with this session, with its key or with the room.
async fn refused(
    by: &OnDuty<ProgrammeManager>,
    id: Option<SessionId>,
    typed: SessionForm,
    message: Message,
    db: Db,
) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let survey = survey(&mut connection, by.conference()).await?;
    let (wanted, mut errors) = typed.read(&by.conference().zone(), &survey.rooms);
    let doubts = survey.of(id, &wanted);
    if let (Some(id), "rule-changed-meanwhile") = (id, message.key()) {
        let other = stored(by, &survey, id)?;
        let typed = SessionForm { version: other.version, ..typed };
        let shown = Shown { id: Some(id), typed, errors, doubts, other: Some(other), urgent: None };
        return draw(by, &mut connection, &survey, shown).await;
    }
    let of_room = matches!(message.key(), "programme-error-room-held" | "programme-error-part-held");
    errors.add(if of_room { "room" } else { "key" }, message);
    draw(by, &mut connection, &survey, Shown { id, typed, errors, doubts, ..Shown::default() }).await
}
