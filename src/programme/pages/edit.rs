//! A session's form.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::super::actions::{self, NewSession};
use super::super::import::{read_people, read_time};
use super::super::model::{Person, Session, SessionKind, SessionStatus, StageRole};
use super::super::queries;
use super::{kinds, localized, status_label};
use crate::clock::Clock;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::{Connection, Db};
use crate::ids::{DelegationId, MeetingRoomId, SessionId};
use crate::language::Message;
use crate::web::{Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, page_with, redirect_with};

/// What was posted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SessionForm {
    version: i32,
    key: String,
    kind: String,
    number: String,
    title_en: String,
    title_fr: String,
    description_en: String,
    description_fr: String,
    room: String,
    date: String,
    start: String,
    end: String,
    open: String,
    webcast: String,
    interpretation: String,
    status: String,
    organiser: String,
    capacity: String,
    chairs: String,
    speakers: String,
}

impl SessionForm {
    fn of(session: &Session, people: &[Person], zone: &TimeZone) -> Self {
        let wall = |format: &str, at: Option<crate::clock::Moment>| {
            at.map(|at| at.in_zone(zone).strftime(format).to_string()).unwrap_or_default()
        };
        let on_stage = |chairs: bool| {
            let lines: Vec<String> = people
                .iter()
                .filter(|person| matches!(person.role, StageRole::Chair | StageRole::CoChair) == chairs)
                .map(|person| {
                    [&person.name, &person.title, &person.affiliation]
                        .map(String::as_str)
                        .join(" | ")
                        .trim_end_matches([' ', '|'])
                        .to_owned()
                })
                .collect();
            lines.join("\n")
        };
        Self {
            version: session.version,
            key: session.key.clone(),
            kind: session.kind.to_string(),
            number: session.official_number.clone().unwrap_or_default(),
            title_en: session.title.get("en").unwrap_or_default().to_owned(),
            title_fr: session.title.get("fr").unwrap_or_default().to_owned(),
            description_en: session.description.get("en").unwrap_or_default().to_owned(),
            description_fr: session.description.get("fr").unwrap_or_default().to_owned(),
            room: session.room_id.map(|id| id.to_string()).unwrap_or_default(),
            date: wall("%Y-%m-%d", session.starts_at),
            start: wall("%H:%M", session.starts_at),
            end: wall("%H:%M", session.ends_at),
            open: if session.is_open { "yes".into() } else { String::new() },
            webcast: if session.webcast { "yes".into() } else { String::new() },
            interpretation: session.interpretation.join(" "),
            status: session.status.to_string(),
            organiser: session.organiser_id.map(|id| id.to_string()).unwrap_or_default(),
            capacity: session.capacity.map(|seats| seats.to_string()).unwrap_or_default(),
            chairs: on_stage(true),
            speakers: on_stage(false),
        }
    }

    fn read(&self, zone: &TimeZone) -> Result<NewSession, Errors> {
        let mut errors = Errors::default();
        let title = localized(&self.title_en, &self.title_fr);
        if title.is_empty() {
            errors.say("title_en", "programme-error-title");
        }
        let key = self.key.trim().to_owned();
        if key.is_empty() {
            errors.say("key", "programme-error-key");
        }
        let time = read_time(self.date.trim(), self.start.trim(), self.end.trim(), zone).unwrap_or_else(|message| {
            errors.add(if message.key().ends_with("date") { "date" } else { "start" }, message);
            None
        });
        let capacity = match self.capacity.trim() {
            "" => None,
            text => text.parse::<i32>().ok().filter(|seats| *seats > 0).or_else(|| {
                errors.add("capacity", Message::new("programme-import-capacity").with("text", text));
                None
            }),
        };
        let kind = SessionKind::parse(&self.kind).unwrap_or_else(|| {
            errors.say("kind", "programme-error-kind");
            SessionKind::Workshop
        });
        let cell = |column: &str| if column == "chairs" { self.chairs.as_str() } else { self.speakers.as_str() };
        let read = NewSession {
            key,
            kind,
            official_number: Some(self.number.trim().to_owned()).filter(|text| !text.is_empty()),
            title,
            description: localized(&self.description_en, &self.description_fr),
            room: MeetingRoomId::parse(&self.room),
            time,
            is_open: self.open == "yes",
            interpretation: self
                .interpretation
                .split([' ', ',', ';'])
                .filter(|part| !part.is_empty())
                .map(str::to_lowercase)
                .collect(),
            webcast: self.webcast == "yes",
            status: SessionStatus::parse(&self.status).unwrap_or(SessionStatus::Draft),
            organiser: DelegationId::parse(&self.organiser),
            capacity,
            people: read_people(&[("chairs", StageRole::Chair), ("speakers", StageRole::Speaker)], cell),
        };
        errors.or(read)
    }
}

#[derive(Template)]
#[template(path = "programme/edit.html")]
struct EditPage {
    page: Page,
    typed: SessionForm,
    errors: Errors,
    kinds: Vec<Choice>,
    rooms: Vec<Choice>,
    statuses: Vec<Choice>,
    organisers: Vec<Choice>,
    /// What somebody else saved meanwhile, if they did.
    other: Option<SessionForm>,
    back: String,
}

async fn draw(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    typed: SessionForm,
    errors: Errors,
    other: Option<SessionForm>,
) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference().id);
    let rooms = queries::rooms(connection, conference).await?;
    let organisers = queries::organisers(connection, conference).await?;
    let title =
        if typed.version == 0 { language.t("programme-new-session") } else { language.t("programme-edit-session") };
    let status = if errors.is_empty() && other.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(
        status,
        EditPage {
            page: by.page(title),
            kinds: kinds(&typed.kind, language),
            rooms: Choice::one_of(
                rooms.iter().map(|room| (room.id.to_string(), room.name.in_language(language))),
                &typed.room,
            ),
            statuses: Choice::one_of(
                SessionStatus::ALL.iter().map(|status| (status.as_str(), status_label(*status, language))),
                &typed.status,
            ),
            organisers: Choice::one_of(
                organisers.iter().map(|(id, _, name)| (id.to_string(), name.in_language(language))),
                &typed.organiser,
            ),
            back: by.path("/programme/manage"),
            typed,
            errors,
            other,
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
    draw(&by, &mut *db.connection().await?, typed, Errors::default(), None).await
}

pub async fn show(by: OnDuty<ProgrammeManager>, path: Path<(String, SessionId)>, db: Db) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let mut connection = db.connection().await?;
    let typed = stored(&by, &mut connection, id).await?;
    draw(&by, &mut connection, typed, Errors::default(), None).await
}

async fn stored(by: &OnDuty<ProgrammeManager>, connection: &mut Connection, id: SessionId) -> Answer<SessionForm> {
    let conference = by.conference();
    let session = queries::session(connection, conference.id, id).await?;
    let people: Vec<Person> = queries::people(connection, conference.id)
        .await?
        .into_iter()
        .filter(|(session, _)| *session == id)
        .map(|(_, person)| person)
        .collect();
    Ok(SessionForm::of(&session, &people, &conference.zone()))
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
    queries::session(&mut *db.connection().await?, by.conference_id(), id).await?;
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
    let wanted = match typed.read(&by.conference().zone()) {
        Ok(wanted) if !form.resumed => wanted,
        Ok(_) => return draw(by, &mut *db.connection().await?, typed, Errors::default(), None).await,
        Err(errors) => return draw(by, &mut *db.connection().await?, typed, errors, None).await,
    };
    let mut tx = db.begin().await?;
    let existing = id.map(|id| (id, typed.version));
    match actions::save_session(&mut tx, by, existing, &wanted, clock.now()).await {
        Ok(_) => tx.commit().await?,
        Err(Problem::Refused(message)) => {
            drop(tx);
            let mut connection = db.connection().await?;
            if let (Some(id), "rule-changed-meanwhile") = (id, message.key()) {
                let other = stored(by, &mut connection, id).await?;
                let typed = SessionForm { version: other.version, ..typed };
                return draw(by, &mut connection, typed, Errors::default(), Some(other)).await;
            }
            let mut errors = Errors::default();
            errors.add("key", message);
            return draw(by, &mut connection, typed, errors, None).await;
        }
        Err(problem) => return Err(problem),
    }
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t("programme-saved"), undo: None };
    Ok(redirect_with(by.visit(), &by.path("/programme/manage"), &flash))
}
