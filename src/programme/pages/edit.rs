//! A session's page: its form, what is doubtful about it, and saving.

use std::collections::{BTreeSet, HashMap};

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::actions::{self, NewSession, Survey, survey};
use super::super::model::{Layout, SessionStatus};
use super::super::queries;
use super::super::rules::Doubt;
use super::doubts::{DoubtLine, helped_by_a_room, layout_label, lines};
use super::session_form::{Known, TEXTS, co_organisers, filled, in_languages, read};
use super::stage_rows::{Step, after, rows_of, with_rows};
use super::stage_view::{RowView, people_of, roles, row_views};
use super::timetable::place_in_timetable;
use super::{kinds, status_label};
use crate::clock::Clock;
use crate::conferences::{Category, OnDuty, ProgrammeManager, categories};
use crate::db::{Connection, Db};
use crate::ids::{ParticipantId, SessionId};
use crate::language::{Language, Message};
use crate::participants::Participant;
use crate::web::{
    Answer, Choice, Difference, Errors, Flash, FlashKind, Form, InLanguage, Page, Problem, Typed, page_with,
    redirect_with,
};

/// A text in the conference's languages, and in others behind a fold.
struct TextField {
    label: String,
    /// Whether it is longer than a line.
    is_long: bool,
    own: Vec<InLanguage>,
    others: Vec<InLanguage>,
}

/// One select of a further organiser.
struct CoOrganiser {
    field: String,
    options: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "programme/edit.html")]
struct EditPage {
    page: Page,
    typed: Typed,
    errors: Errors,
    doubts: Vec<DoubtLine>,
    /// A room in which nothing would be in the way; empty where there is none or no other room would help.
    free_room: String,
    texts: Vec<TextField>,
    /// Something is written in another language than the conference's: then that fold is open.
    has_other_languages: bool,
    kinds: Vec<Choice>,
    rooms: Vec<Choice>,
    layouts: Vec<Choice>,
    statuses: Vec<Choice>,
    organisers: Vec<Choice>,
    co_organisers: Vec<CoOrganiser>,
    audience: Vec<Choice>,
    rows: Vec<RowView>,
    roles: Vec<Choice>,
    /// What somebody else saved meanwhile, beside what was typed here.
    differences: Vec<Difference>,
    /// Where to change what is public at once, if it is public.
    urgent: Option<String>,
    /// The session's own address: its sign-up, its documents and its repetition lie below.
    own: Option<String>,
    /// Where people are looked for as one types.
    finder: String,
    /// The session in the timetable; empty for a new one.
    timetable: String,
    back: String,
}

/// What a page shows: the form as typed, its mistakes, what is doubtful, and what somebody else saved.
#[derive(Default)]
struct Shown {
    id: Option<SessionId>,
    typed: Typed,
    errors: Errors,
    doubts: BTreeSet<Doubt>,
    differences: Vec<Difference>,
    urgent: Option<String>,
    /// Whom the person of this row is looked for.
    found: Option<usize>,
}

/// What the form is read against and drawn with.
struct Desk {
    survey: Survey,
    categories: Vec<Category>,
    people: HashMap<ParticipantId, Participant>,
}

impl Desk {
    async fn of(by: &OnDuty<ProgrammeManager>, connection: &mut Connection, typed: &Typed) -> Answer<Self> {
        let conference = by.conference();
        Ok(Self {
            survey: survey(connection, conference).await?,
            categories: categories(connection, conference.id).await?,
            people: people_of(connection, conference.id, &rows_of(typed)).await?,
        })
    }

    fn read(&self, by: &OnDuty<ProgrammeManager>, typed: &Typed) -> (NewSession, Errors) {
        let conference = by.conference();
        let known = Known {
            zone: conference.zone(),
            rooms: &self.survey.rooms,
            categories: &self.categories,
            languages: &conference.languages,
            people: &self.people,
        };
        read(typed, &known)
    }
}

async fn draw(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    desk: &Desk,
    shown: Shown,
) -> Answer<HttpResponse> {
    let Shown { id, typed, errors, doubts, differences, urgent, found } = shown;
    let (language, conference) = (by.language(), by.conference());
    let survey = &desk.survey;
    let bodies = queries::organisers(connection, conference.id).await?;
    let rows = row_views(by, connection, (id, &typed), &desk.people, &bodies, found).await?;
    let bodies: Vec<(String, String)> =
        bodies.iter().map(|(id, _, name)| (id.to_string(), name.in_language(language).to_owned())).collect();
    let title = if typed.version() == 0 { "programme-new-session" } else { "programme-edit-session" };
    let is_well = errors.is_empty() && differences.is_empty();
    let (wanted, _) = desk.read(by, &typed);
    let free_room = survey.free_room(id, &wanted).filter(|_| helped_by_a_room(&doubts));
    let rooms = survey.rooms.iter().map(|room| (room.id.to_string(), room.name.in_language(language)));
    let statuses = SessionStatus::ALL.iter().map(|status| (status.as_str(), status_label(*status, language)));
    let layouts = Layout::ALL.iter().map(|layout| (layout.as_str(), layout_label(*layout, language)));
    let letters = desk.categories.iter().map(|category| (category.id.to_string(), category_label(category, language)));
    let select = |field: String| CoOrganiser { options: Choice::one_of(bodies.clone(), typed.text(&field)), field };
    let texts = texts(&typed, &conference.languages, language);
    page_with(
        if is_well { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY },
        EditPage {
            page: by.page(language.t(title)),
            free_room: free_room.map(|room| room.name.in_language(language).to_owned()).unwrap_or_default(),
            layouts: Choice::one_of(layouts, typed.text("layout")),
            doubts: lines(by, survey, &doubts),
            kinds: kinds(typed.text("kind"), language),
            rooms: Choice::one_of(rooms, typed.text("room")),
            statuses: Choice::one_of(statuses, typed.text("status")),
            co_organisers: co_organisers(&typed).into_iter().map(select).collect(),
            organisers: Choice::one_of(bodies.clone(), typed.text("organiser")),
            audience: Choice::any_of(letters, typed.all("audience")),
            has_other_languages: texts.iter().flat_map(|text| &text.others).any(|input| !input.value.is_empty()),
            texts,
            rows,
            roles: roles(typed.text("paste_role"), language),
            own: id.map(|id| by.path(&format!("/programme/manage/sessions/{id}"))),
            finder: by.path("/programme/manage/people"),
            back: by.path("/programme/manage"),
            typed,
            errors,
            differences,
            timetable: id.and_then(|id| survey.session(id)).map(|one| place_in_timetable(by, one)).unwrap_or_default(),
            urgent,
        },
    )
}

/// `D · Delegate`
pub(super) fn category_label(category: &Category, language: Language) -> String {
    format!("{} · {}", category.letter, category.name.in_language(language))
}

fn texts(typed: &Typed, own: &[String], language: Language) -> Vec<TextField> {
    let labels = ["programme-text-title", "programme-text-description", "programme-text-agenda-item"];
    let field = |(field, label): (&str, &str)| TextField {
        label: language.t(label),
        is_long: field == "description",
        own: in_languages(typed, field, own, false),
        others: in_languages(typed, field, own, true),
    };
    TEXTS.into_iter().zip(labels).map(field).collect()
}

pub async fn new(by: OnDuty<ProgrammeManager>, db: Db) -> Answer<HttpResponse> {
    let typed = Typed::default()
        .with("kind", "workshop")
        .with("status", "draft")
        .with("open", "yes")
        .with("date", by.conference().starts_on)
        .with("start", "09:00")
        .with("end", "10:00");
    let typed = with_rows(typed, Vec::new());
    let mut connection = db.connection().await?;
    let desk = Desk::of(&by, &mut connection, &typed).await?;
    draw(&by, &mut connection, &desk, Shown { typed, ..Shown::default() }).await
}

pub async fn show(by: OnDuty<ProgrammeManager>, path: Path<(String, SessionId)>, db: Db) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let mut connection = db.connection().await?;
    let survey = survey(&mut connection, by.conference()).await?;
    let typed = stored(&by, &mut connection, &survey, id).await?;
    let desk = Desk::of(&by, &mut connection, &typed).await?;
    let doubts = desk.survey.doubts.get(&id).cloned().unwrap_or_default();
    let public = queries::public_session(&mut connection, by.conference_id(), id).await?;
    let urgent = public.then(|| by.path(&format!("/programme/manage/sessions/{id}/urgent")));
    draw(&by, &mut connection, &desk, Shown { id: Some(id), typed, doubts, urgent, ..Shown::default() }).await
}

async fn stored(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    survey: &Survey,
    id: SessionId,
) -> Answer<Typed> {
    let session = survey.session(id).ok_or(Problem::NotFound)?;
    let stage = queries::stage_of(connection, by.conference_id(), id).await?;
    let circle = survey.circles.get(&id).cloned().unwrap_or_default();
    Ok(filled(session, &stage, &circle, &by.conference().zone()))
}

pub async fn create(by: OnDuty<ProgrammeManager>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    keep(&by, None, form, clock, db).await
}

pub async fn save(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, SessionId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    keep(&by, Some(id), form, clock, db).await
}

async fn keep(
    by: &OnDuty<ProgrammeManager>,
    id: Option<SessionId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut typed = form.fields;
    let mut connection = db.connection().await?;
    let step = Step::of(&typed);
    if let Some(step) = &step {
        typed = stepped(by, &mut connection, typed, step).await?;
    }
    let desk = Desk::of(by, &mut connection, &typed).await?;
    if let Some(id) = id {
        desk.survey.session(id).ok_or(Problem::NotFound)?;
    }
    let (wanted, mut errors) = desk.read(by, &typed);
    let doubts = desk.survey.of(id, &wanted);
    if let Some(step) = step {
        let found = if let Step::Find(row) = step { Some(row) } else { None };
        return draw(by, &mut connection, &desk, Shown { id, typed, doubts, found, ..Shown::default() }).await;
    }
    object(by, &desk.survey, id, &wanted, &mut errors);
    if !errors.is_empty() || form.resumed {
        return draw(by, &mut connection, &desk, Shown { id, typed, errors, doubts, ..Shown::default() }).await;
    }
    drop(connection);
    let mut tx = db.begin().await?;
    match actions::save_session(&mut tx, by, id.map(|id| (id, typed.version())), &wanted, clock.now()).await {
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

/// The form after one of its buttons; whom a button links is looked up first.
async fn stepped(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    typed: Typed,
    step: &Step,
) -> Answer<Typed> {
    let Step::Link(_, id) = *step else { return Ok(after(typed, step, None)) };
    let people = queries::participants(connection, by.conference_id(), &BTreeSet::from([id])).await?;
    let Some(person) = people.first() else { return Ok(typed) };
    let bodies = queries::organisers(connection, by.conference_id()).await?;
    let body = bodies.iter().find(|(id, _, _)| *id == person.delegation_id).map(|(_, _, name)| name.clone());
    Ok(after(typed, step, Some((person, &body.unwrap_or_default()))))
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
    typed: Typed,
    message: Message,
    db: Db,
) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let desk = Desk::of(by, &mut connection, &typed).await?;
    let (wanted, mut errors) = desk.read(by, &typed);
    let doubts = desk.survey.of(id, &wanted);
    if let (Some(id), "rule-changed-meanwhile") = (id, message.key()) {
        let other = stored(by, &mut connection, &desk.survey, id).await?;
        let differences = typed.differences(&other, &compared(by, &typed, &other));
        let typed = typed.with("version", other.version());
        let shown = Shown { id: Some(id), typed, errors, doubts, differences, ..Shown::default() };
        return draw(by, &mut connection, &desk, shown).await;
    }
    let of_room = matches!(message.key(), "programme-error-room-held" | "programme-error-part-held");
    errors.add(if of_room { "room" } else { "key" }, message);
    draw(by, &mut connection, &desk, Shown { id, typed, errors, doubts, ..Shown::default() }).await
}

/// The fields that are laid beside each other when two people changed one session.
fn compared<'a>(by: &OnDuty<ProgrammeManager>, yours: &'a Typed, theirs: &'a Typed) -> Vec<(&'a str, String)> {
    let language = by.language();
    let mut fields = vec![
        ("date", language.t("programme-date")),
        ("start", language.t("programme-start")),
        ("end", language.t("programme-end")),
        ("number", language.t("programme-number")),
        ("capacity", language.t("programme-expected")),
        ("interpretation", language.t("programme-interpretation")),
        ("status", language.t("programme-status")),
    ];
    fields.extend(
        [("title_en", "English"), ("title_fr", "Français")]
            .map(|(field, name)| (field, format!("{} ({name})", language.t("programme-text-title")))),
    );
    let most = rows_of(yours).len().max(rows_of(theirs).len());
    const NAMES: [&str; 12] = [
        "person_0_name",
        "person_1_name",
        "person_2_name",
        "person_3_name",
        "person_4_name",
        "person_5_name",
        "person_6_name",
        "person_7_name",
        "person_8_name",
        "person_9_name",
        "person_10_name",
        "person_11_name",
    ];
    fields.extend(NAMES.iter().take(most).map(|field| (*field, language.t("programme-people"))));
    fields
}
