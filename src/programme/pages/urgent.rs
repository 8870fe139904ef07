//! The small form for what cannot wait: another room, another time, or cancelled, and why.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::super::actions::{self, Outlook, UrgentChange};
use super::super::model::{MeetingRoom, Released};
use super::super::queries;
use super::super::rules::read_times;
use super::changes::{place, release_line};
use super::localized;
use crate::clock::{Clock, Moment};
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::{Connection, Db};
use crate::ids::{MeetingRoomId, SessionId};
use crate::web::{Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, page_with, redirect_with};

/// What was posted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct UrgentForm {
    room: String,
    date: String,
    start: String,
    end: String,
    cancelled: String,
    reason_en: String,
    reason_fr: String,
    /// The number of the release that was shown.
    release: String,
}

impl UrgentForm {
    fn of(row: &Released, zone: &TimeZone) -> Self {
        let wall = |format: &str, at: Moment| at.in_zone(zone).strftime(format).to_string();
        Self {
            room: row.room_id.to_string(),
            date: wall("%Y-%m-%d", row.starts_at),
            start: wall("%H:%M", row.starts_at),
            end: wall("%H:%M", row.ends_at),
            ..Self::default()
        }
    }

    fn read(&self, seen: &Released, rooms: &[MeetingRoom], zone: &TimeZone) -> Result<UrgentChange, Errors> {
        let mut errors = Errors::default();
        let room = MeetingRoomId::parse(&self.room).filter(|id| rooms.iter().any(|room| room.id == *id));
        if room.is_none() {
            errors.say("room", "programme-error-room-gone");
        }
        let hours = [&self.date, &self.start, &self.end].map(|text| text.trim());
        let time = read_times(hours, zone).unwrap_or_else(|mistakes| {
            for (field, message) in mistakes {
                errors.add(field, message);
            }
            None
        });
        if time.is_none() {
            errors.say("date", "programme-urgent-no-time");
        }
        let reason = localized(&self.reason_en, &self.reason_fr);
        if reason.is_empty() {
            errors.say("reason_en", "programme-urgent-no-reason");
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(UrgentChange {
            room: room.unwrap_or(seen.room_id),
            time: time.unwrap_or((seen.starts_at, seen.ends_at)),
            cancelled: self.cancelled == "yes",
            reason,
            seen: self.release.parse().ok(),
        })
    }
}

#[derive(Template)]
#[template(path = "programme/urgent.html")]
struct UrgentPage {
    page: Page,
    title: String,
    line: String,
    place: String,
    typed: UrgentForm,
    errors: Errors,
    rooms: Vec<Choice>,
    told: Vec<String>,
    release: i32,
    back: String,
}

async fn draw(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    seen: &Outlook,
    typed: UrgentForm,
    errors: Errors,
) -> Answer<HttpResponse> {
    let (language, zone) = (by.language(), by.conference().zone());
    let rooms = queries::rooms(connection, by.conference_id()).await?;
    let rooms = rooms.iter().map(|room| (room.id.to_string(), room.name.in_language(language)));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(
        status,
        UrgentPage {
            page: by.page(language.t("programme-urgent-title")),
            title: seen.row.facts.title.in_language(language).to_owned(),
            line: release_line(&seen.release, language, &zone),
            place: place(&seen.row, language, &zone),
            rooms: Choice::one_of(rooms, &typed.room),
            told: seen.concerned.recipients.iter().map(|reader| reader.name.clone()).collect(),
            release: seen.release.number,
            back: by.path(&format!("/programme/manage/sessions/{}", seen.row.session_id)),
            typed,
            errors,
        },
    )
}

pub async fn show(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, SessionId)>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let mut connection = db.connection().await?;
    let seen = actions::outlook(&mut connection, &by, id, clock.now()).await?;
    let typed = UrgentForm::of(&seen.row, &by.conference().zone());
    draw(&by, &mut connection, &seen, typed, Errors::default()).await
}

pub async fn publish(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, SessionId)>,
    form: Form<UrgentForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let ((_, id), typed, now) = (path.into_inner(), form.fields, clock.now());
    let mut connection = db.connection().await?;
    let seen = actions::outlook(&mut connection, &by, id, now).await?;
    let rooms = queries::rooms(&mut connection, by.conference_id()).await?;
    let wanted = match typed.read(&seen.row, &rooms, &by.conference().zone()) {
        Ok(wanted) if !form.resumed => wanted,
        Ok(_) => return draw(&by, &mut connection, &seen, typed, Errors::default()).await,
        Err(errors) => return draw(&by, &mut connection, &seen, typed, errors).await,
    };
    drop(connection);
    let mut tx = db.begin().await?;
    match actions::change_urgently(&mut tx, &by, id, &wanted, now).await {
        Ok(release) => {
            tx.commit().await?;
            let text = by.language().with("programme-released", &[("name", release.name.as_str().into())]);
            let flash = Flash { kind: FlashKind::Ok, text, undo: None };
            let page = by.path(&format!("/programme/manage/releases/{}", release.id));
            Ok(redirect_with(by.visit(), &page, &flash))
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            let mut connection = db.connection().await?;
            let seen = actions::outlook(&mut connection, &by, id, now).await?;
            let mut errors = Errors::default();
            errors.add("room", message);
            draw(&by, &mut connection, &seen, typed, errors).await
        }
        Err(problem) => Err(problem),
    }
}
