//! Meeting rooms: their list and their form.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::super::actions::{self, NewRoom};
use super::super::import::room_code;
use super::super::model::MeetingRoom;
use super::super::queries;
use super::localized;
use crate::clock::Clock;
use crate::conferences::{OnDuty, ProgrammeManager, Reading};
use crate::db::Db;
use crate::ids::MeetingRoomId;
use crate::language::Message;
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Problem, page, page_with, redirect_with};

struct Line {
    href: String,
    name: String,
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
    let rooms = queries::rooms(&mut *db.connection().await?, by.conference_id()).await?;
    let base = by.path("/programme/manage");
    let lines = rooms
        .into_iter()
        .map(|room| Line {
            href: format!("{base}/rooms/{}", room.id),
            name: room.name.in_language(language).to_owned(),
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
            capacity: room.capacity.map(|seats| seats.to_string()).unwrap_or_default(),
            ordinal: room.ordinal.to_string(),
        }
    }

    fn read(&self) -> Result<NewRoom, Errors> {
        let mut errors = Errors::default();
        let name = localized(&self.name_en, &self.name_fr);
        if name.is_empty() {
            errors.say("name_en", "programme-error-room-name");
        }
        let code = room_code(if self.code.trim().is_empty() { &self.name_en } else { &self.code });
        if code.is_empty() {
            errors.say("code", "programme-error-room-code");
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
        errors.or(NewRoom { code, name, capacity, ordinal })
    }
}

#[derive(Template)]
#[template(path = "programme/room.html")]
struct RoomPage {
    page: Page,
    typed: RoomForm,
    errors: Errors,
    back: String,
}

fn draw(by: &OnDuty<ProgrammeManager>, typed: RoomForm, errors: Errors) -> Answer<HttpResponse> {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = by.language().t(if typed.version == 0 { "programme-new-room" } else { "programme-edit-room" });
    page_with(status, RoomPage { page: by.page(title), typed, errors, back: by.path("/programme/manage/rooms") })
}

pub async fn new(by: OnDuty<ProgrammeManager>) -> Answer<HttpResponse> {
    draw(&by, RoomForm::default(), Errors::default())
}

pub async fn show(by: OnDuty<ProgrammeManager>, path: Path<(String, MeetingRoomId)>, db: Db) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let room = queries::room(&mut *db.connection().await?, by.conference_id(), id).await?;
    draw(&by, RoomForm::of(&room), Errors::default())
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
    let wanted = match typed.read() {
        Ok(wanted) if !form.resumed => wanted,
        Ok(_) => return draw(by, typed, Errors::default()),
        Err(errors) => return draw(by, typed, errors),
    };
    let mut tx = db.begin().await?;
    match actions::save_room(&mut tx, by, id.map(|id| (id, typed.version)), &wanted, clock.now()).await {
        Ok(_) => tx.commit().await?,
        Err(Problem::Refused(message)) => {
            let mut errors = Errors::default();
            errors.add("code", message);
            return draw(by, typed, errors);
        }
        Err(problem) => return Err(problem),
    }
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t("programme-saved"), undo: None };
    Ok(redirect_with(by.visit(), &by.path("/programme/manage/rooms"), &flash))
}
