//! Meeting rooms: their list and their form.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::super::actions::{self, NewRoom};
use super::super::model::MeetingRoom;
use super::super::queries;
use super::super::rules::code_of;
use super::localized;
use crate::clock::Clock;
use crate::conferences::{Area, OnDuty, ProgrammeManager, Reading, areas};
use crate::db::{Connection, Db};
use crate::ids::{AreaId, MeetingRoomId};
use crate::language::Message;
use crate::web::{Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, page, page_with, redirect_with};

struct Line {
    href: String,
    name: String,
    area: String,
    code: String,
    capacity: String,
}

#[derive(Template)]
#[template(path = "programme/rooms.html")]
struct RoomsPage {
    page: Page,
    lines: Vec<Line>,
    may_change: bool,
    base: String,
}

pub async fn list(by: OnDuty<Reading<ProgrammeManager>>, db: Db) -> Answer<HttpResponse> {
    let language = by.language();
    let mut connection = db.connection().await?;
    let rooms = queries::rooms(&mut connection, by.conference_id()).await?;
    let areas = areas(&mut connection, by.conference_id()).await?;
    let area_of = |room: &MeetingRoom| areas.iter().find(|area| Some(area.id) == room.area_id);
    let base = by.path("/programme/manage");
    let lines = rooms
        .into_iter()
        .map(|room| Line {
            href: format!("{base}/rooms/{}", room.id),
            name: room.name.in_language(language).to_owned(),
            area: area_of(&room).map(|area| area.name.in_language(language).to_owned()).unwrap_or_default(),
            capacity: room.capacity.map(|seats| language.number(seats.into())).unwrap_or_default(),
            code: room.code,
        })
        .collect();
    let may_change = by.holds::<ProgrammeManager>();
    page(RoomsPage { page: by.page(language.t("programme-rooms-title")), lines, may_change, base })
}

/// What was posted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RoomForm {
    version: i32,
    code: String,
    name_en: String,
    name_fr: String,
    area: String,
    capacity: String,
    ordinal: String,
}

impl RoomForm {
    fn of(room: &MeetingRoom) -> Self {
        Self {
            version: room.version,
            code: room.code.clone(),
            name_en: room.name.get("en").unwrap_or_default().to_owned(),
            name_fr: room.name.get("fr").unwrap_or_default().to_owned(),
            area: room.area_id.map(|area| area.to_string()).unwrap_or_default(),
            capacity: room.capacity.map(|seats| seats.to_string()).unwrap_or_default(),
            ordinal: room.ordinal.to_string(),
        }
    }

    /// The room that was meant, as far as it can be read, and every mistake in it.
    fn read(&self, areas: &[Area]) -> (NewRoom, Errors) {
        let mut errors = Errors::default();
        let name = localized(&self.name_en, &self.name_fr);
        if name.is_empty() {
            errors.say("name_en", "programme-error-room-name");
        }
        let code = code_of(&self.code);
        if code.is_empty() && !self.code.trim().is_empty() {
            errors.say("code", "programme-error-room-code");
        }
        let area = AreaId::parse(&self.area).filter(|id| areas.iter().any(|area| area.id == *id));
        if area.is_none() && !self.area.is_empty() {
            errors.say("area", "programme-error-area-gone");
        }
        let mut number = |field: &str, text: &str, least: i32| match text.trim() {
            "" => None,
            text => text.parse::<i32>().ok().filter(|number| *number >= least).or_else(|| {
                errors.add(field, Message::new("programme-import-capacity").with("text", text));
                None
            }),
        };
        let capacity = number("capacity", &self.capacity, 1);
        let ordinal = number("ordinal", &self.ordinal, 0).unwrap_or(0);
        (NewRoom { code, name, area, capacity, ordinal }, errors)
    }
}

#[derive(Template)]
#[template(path = "programme/room.html")]
struct RoomPage {
    page: Page,
    typed: RoomForm,
    errors: Errors,
    areas: Vec<Choice>,
    /// What somebody else saved meanwhile, if they did.
    other: Option<RoomForm>,
    back: String,
}

async fn draw(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    typed: RoomForm,
    errors: Errors,
    other: Option<RoomForm>,
) -> Answer<HttpResponse> {
    let language = by.language();
    let areas = areas(connection, by.conference_id()).await?;
    let areas = areas.iter().map(|area| (area.id.to_string(), area.name.in_language(language)));
    let areas = Choice::one_of(areas, &typed.area);
    let status = if errors.is_empty() && other.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = language.t(if typed.version == 0 { "programme-new-room" } else { "programme-edit-room" });
    let back = by.path("/programme/manage/rooms");
    page_with(status, RoomPage { page: by.page(title), typed, errors, areas, other, back })
}

pub async fn new(by: OnDuty<ProgrammeManager>, db: Db) -> Answer<HttpResponse> {
    draw(&by, &mut *db.connection().await?, RoomForm::default(), Errors::default(), None).await
}

pub async fn show(by: OnDuty<ProgrammeManager>, path: Path<(String, MeetingRoomId)>, db: Db) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let mut connection = db.connection().await?;
    let room = queries::room(&mut connection, by.conference_id(), id).await?;
    draw(&by, &mut connection, RoomForm::of(&room), Errors::default(), None).await
}

pub async fn create(by: OnDuty<ProgrammeManager>, form: Form<RoomForm>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    keep(&by, None, form, clock, db).await
}

pub async fn save(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, MeetingRoomId)>,
    form: Form<RoomForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    queries::room(&mut *db.connection().await?, by.conference_id(), id).await?;
    keep(&by, Some(id), form, clock, db).await
}

async fn keep(
    by: &OnDuty<ProgrammeManager>,
    id: Option<MeetingRoomId>,
    form: Form<RoomForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    let mut connection = db.connection().await?;
    let (wanted, mut errors) = typed.read(&areas(&mut connection, by.conference_id()).await?);
    let rooms = queries::rooms(&mut connection, by.conference_id()).await?;
    if rooms.iter().any(|other| Some(other.id) != id && other.code == wanted.code) {
        errors.say("code", "rule-one-meeting-room-per-code");
    }
    if !errors.is_empty() || form.resumed {
        return draw(by, &mut connection, typed, errors, None).await;
    }
    drop(connection);
    let mut tx = db.begin().await?;
    match actions::save_room(&mut tx, by, id.map(|id| (id, typed.version)), &wanted, clock.now()).await {
        Ok(_) => tx.commit().await?,
        Err(Problem::Refused(message)) => {
            drop(tx);
            let mut connection = db.connection().await?;
            if let (Some(id), "rule-changed-meanwhile") = (id, message.key()) {
                let other = RoomForm::of(&queries::room(&mut connection, by.conference_id(), id).await?);
                let typed = RoomForm { version: other.version, ..typed };
                return draw(by, &mut connection, typed, Errors::default(), Some(other)).await;
            }
            errors.add("code", message);
            return draw(by, &mut connection, typed, errors, None).await;
        }
        Err(problem) => return Err(problem),
    }
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t("programme-saved"), undo: None };
    Ok(redirect_with(by.visit(), &by.path("/programme/manage/rooms"), &flash))
}
