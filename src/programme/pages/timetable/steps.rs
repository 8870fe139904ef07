//! Taking moves back and making them again, and what happened last, for everybody who looks on.

use actix_web::HttpResponse;
use serde::Deserialize;

use super::super::super::actions::{self, Stepped};
use super::super::super::model::{Slot, Step};
use super::super::super::queries;
use super::{Desk, place_text, way_back};
use crate::clock::Clock;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Db;
use crate::ids::AccountId;
use crate::language::Message;
use crate::web::{Answer, Flash, FlashKind, Form, Query, redirect_with};

/// Where one comes from.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Back {
    pub back: String,
}

#[derive(Deserialize)]
pub struct Nothing {}

/// A move of somebody, as others are told of it.
pub struct Happened {
    /// Changes with each thing that happens.
    pub key: String,
    pub mine: bool,
    pub session: String,
    pub text: String,
    pub when: String,
}

pub fn happened(desk: &Desk, step: &Step, who: &str, reader: AccountId) -> Happened {
    let slot = if step.undone { step.before() } else { step.after() };
    let room = slot.room.map(|id| desk.room_name(id)).unwrap_or_default();
    let title = desk.survey.session(step.session_id).map(|one| one.title.in_language(desk.language));
    let key = if step.undone { "timetable-happened-undone" } else { "timetable-happened-moved" };
    let said = [
        ("who", who.into()),
        ("title", title.unwrap_or_default().into()),
        ("place", place_text(desk.language, &desk.zone, room, slot).into()),
    ];
    Happened {
        key: format!("{}-{}", step.number, step.version),
        mine: step.account_id == reader,
        session: step.session_id.to_string(),
        text: desk.language.with(key, &said),
        when: desk.language.lately(step.changed_at, desk.now, &desk.zone),
    }
}

/// `POST /{conference}/programme/manage/timetable/undo`
pub async fn undo(
    by: OnDuty<ProgrammeManager>,
    back: Query<Back>,
    _form: Form<Nothing>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let stepped = actions::undo_move(&mut tx, &by, clock.now()).await?;
    let answer = answer(&mut tx, &by, &back.0, stepped, true).await?;
    tx.commit().await?;
    Ok(answer)
}

/// `POST /{conference}/programme/manage/timetable/redo`
pub async fn redo(
    by: OnDuty<ProgrammeManager>,
    back: Query<Back>,
    _form: Form<Nothing>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let stepped = actions::redo_move(&mut tx, &by, clock.now()).await?;
    let answer = answer(&mut tx, &by, &back.0, stepped, false).await?;
    tx.commit().await?;
    Ok(answer)
}

async fn answer(
    tx: &mut crate::db::Connection,
    by: &OnDuty<ProgrammeManager>,
    back: &Back,
    stepped: Stepped,
    undone: bool,
) -> Answer<HttpResponse> {
    let language = by.language();
    let (kind, text) = match stepped {
        Stepped::Done(step) => {
            let session = queries::session(tx, by.conference_id(), step.session_id).await?;
            let place = said_place(tx, by, Slot::of(&session)).await?;
            let said = [("title", session.title.in_language(language).into()), ("place", place.into())];
            (FlashKind::Ok, language.with(if undone { "timetable-undone" } else { "timetable-redone" }, &said))
        }
        Stepped::Passed(message) => {
            let message = language.message(&message);
            (FlashKind::Warn, format!("{message} {}", language.t("timetable-step-passed")))
        }
        Stepped::Nothing => {
            let key = if undone { "timetable-nothing-to-undo" } else { "timetable-nothing-to-redo" };
            (FlashKind::Warn, language.message(&Message::new(key)))
        }
    };
    let to = way_back(&by.path("/programme/manage"), &back.back);
    Ok(redirect_with(by.visit(), &to, &Flash { kind, text, undo: None }))
}

/// A place in words, its room looked up.
pub async fn said_place(
    connection: &mut crate::db::Connection,
    by: &OnDuty<ProgrammeManager>,
    slot: Slot,
) -> Answer<String> {
    let room = match slot.room {
        Some(id) => queries::room(connection, by.conference_id(), id).await?.name.in_language(by.language()).to_owned(),
        None => String::new(),
    };
    Ok(place_text(by.language(), &by.conference().zone(), &room, slot))
}
