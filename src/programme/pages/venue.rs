//! Buildings, and the walking minutes between them and between rooms: two plain tables with their forms.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::actions;
use super::super::model::{Building, Walk};
use super::super::queries::{self, BuildingRow, Venue};
use super::super::rules::code_of;
use crate::clock::Clock;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::{Connection, Db};
use crate::ids::{BuildingId, MeetingRoomId, WalkId};
use crate::language::{Language, Message};
use crate::web::{
    Answer, Choice, Errors, Flash, FlashKind, Form, InLanguage, Page, Problem, Reader, Typed, page_with, redirect_with,
};

/// A building with its form.
struct BuildingLine {
    name: String,
    rooms: usize,
    action: String,
    typed: Typed,
    /// Its own mistakes, which open its form.
    errors: Errors,
}

/// A way with its field.
struct WalkLine {
    field: String,
    from: String,
    to: String,
    minutes: String,
}

#[derive(Template)]
#[template(path = "programme/venue.html")]
struct VenuePage {
    page: Page,
    errors: Errors,
    buildings: Vec<BuildingLine>,
    new: Typed,
    walks: Vec<WalkLine>,
    from: Vec<Choice>,
    to: Vec<Choice>,
    minutes: String,
    here: String,
    back: String,
}

impl BuildingLine {
    /// The fields of its name; their ids differ from those of the other buildings.
    fn names(&self) -> Vec<InLanguage> {
        self.typed.in_languages("name")
    }
}

/// What was typed in which form, and what is wrong there.
#[derive(Default)]
struct Said {
    building: Option<BuildingId>,
    typed: Typed,
    errors: Errors,
}

pub async fn show(by: OnDuty<ProgrammeManager>, db: Db) -> Answer<HttpResponse> {
    draw(&by, &mut *db.connection().await?, Said::default()).await
}

async fn draw(by: &OnDuty<ProgrammeManager>, connection: &mut Connection, said: Said) -> Answer<HttpResponse> {
    let language = by.language();
    let venue = queries::venue(connection, by.conference_id()).await?;
    let here = by.path("/programme/manage/venue");
    let status = if said.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let buildings = venue.buildings.iter().map(|building| building_line(building, &venue, &said, &here, language));
    let buildings = buildings.collect();
    let walks = venue.walks.iter().map(|walk| walk_line(walk, &venue, &said.typed, language)).collect();
    let of_new = said.building.is_none();
    page_with(
        status,
        VenuePage {
            page: by.page(language.t("programme-venue-title")),
            buildings,
            new: if of_new { said.typed.clone() } else { Typed::default() },
            walks,
            from: Choice::one_of(ends(&venue, language), said.typed.text("from")),
            to: Choice::one_of(ends(&venue, language), said.typed.text("to")),
            minutes: said.typed.text("minutes").to_owned(),
            errors: said.errors,
            here,
            back: by.path("/programme/manage/rooms"),
        },
    )
}

fn building_line(building: &Building, venue: &Venue, said: &Said, here: &str, language: Language) -> BuildingLine {
    let own = said.building == Some(building.id);
    let stored = || {
        Typed::default()
            .with("version", building.version)
            .with("code", &building.code)
            .with_localized("name", &building.name)
            .with("ordinal", building.ordinal)
    };
    BuildingLine {
        name: building.name.in_language(language).to_owned(),
        rooms: venue.rooms.iter().filter(|room| room.building_id == Some(building.id)).count(),
        action: format!("{here}/buildings/{}", building.id),
        typed: if own { said.typed.clone() } else { stored() },
        errors: if own { said.errors.clone() } else { Errors::default() },
    }
}

/// Every building and every room as one end of a way: `building:…`, `room:…`.
fn ends(venue: &Venue, language: Language) -> Vec<(String, String)> {
    let buildings = venue.buildings.iter().map(|one| {
        let name = one.name.in_language(language);
        (format!("building:{}", one.id), language.with("programme-whole-building", &[("name", name.into())]))
    });
    let rooms =
        venue.rooms.iter().map(|room| (format!("room:{}", room.id), room.name.in_language(language).to_owned()));
    buildings.chain(rooms).collect()
}

fn end_name(
    venue: &Venue,
    (room, building): (Option<MeetingRoomId>, Option<BuildingId>),
    language: Language,
) -> String {
    let room = room.and_then(|id| venue.rooms.iter().find(|one| one.id == id)).map(|one| &one.name);
    let building = || building.and_then(|id| venue.buildings.iter().find(|one| one.id == id)).map(|one| &one.name);
    room.or_else(building).map(|name| name.in_language(language).to_owned()).unwrap_or_default()
}

fn walk_line(walk: &Walk, venue: &Venue, typed: &Typed, language: Language) -> WalkLine {
    let field = format!("walk_{}", walk.id);
    let minutes = if typed.has(&field) { typed.text(&field).to_owned() } else { walk.minutes.to_string() };
    let from = end_name(venue, (walk.from_room, walk.from_building), language);
    let within = walk.from_building.is_some() && walk.from_building == walk.to_building;
    let to = if within {
        language.t("programme-within")
    } else {
        end_name(venue, (walk.to_room, walk.to_building), language)
    };
    WalkLine { field, from, to, minutes }
}

fn saved(by: &OnDuty<ProgrammeManager>) -> HttpResponse {
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t("programme-room-saved"), undo: None };
    redirect_with(by.visit(), &by.path("/programme/manage/venue"), &flash)
}

/// `POST .../venue/buildings`
pub async fn add_building(
    by: OnDuty<ProgrammeManager>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    keep_building(&by, None, form, clock, db).await
}

/// `POST .../venue/buildings/{building}`
pub async fn save_building(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, BuildingId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    keep_building(&by, Some(path.1), form, clock, db).await
}

async fn keep_building(
    by: &OnDuty<ProgrammeManager>,
    id: Option<BuildingId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    let buildings = queries::buildings(&mut *db.connection().await?, by.conference_id()).await?;
    if id.is_some_and(|id| buildings.iter().all(|one| one.id != id)) {
        return Err(Problem::NotFound);
    }
    let mut reader = Reader::of(&typed);
    let row = BuildingRow {
        code: code_of(typed.text("code")),
        name: reader.localized("name", 120, |_| false),
        ordinal: reader.number("ordinal", 0, 10_000).unwrap_or(0),
    };
    let mut errors = reader.errors;
    if row.name.is_empty() {
        errors.say("name_en", "programme-error-building-name");
    }
    if buildings.iter().any(|other| Some(other.id) != id && other.code == row.code) {
        errors.say("code", "rule-one-building-per-code");
    }
    if !errors.is_empty() || form.resumed {
        return draw(by, &mut *db.connection().await?, Said { building: id, typed, errors }).await;
    }
    let mut tx = db.begin().await?;
    match actions::save_building(&mut tx, by, id.map(|id| (id, typed.version())), &row, clock.now()).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(saved(by))
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            errors.add("code", message);
            draw(by, &mut *db.connection().await?, Said { building: id, typed, errors }).await
        }
        Err(problem) => Err(problem),
    }
}

/// `POST .../venue/walks`: every way with its minutes, an emptied one is gone; and one more where one was chosen.
pub async fn save_walks(by: OnDuty<ProgrammeManager>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let typed = form.fields;
    let venue = queries::venue(&mut *db.connection().await?, by.conference_id()).await?;
    let mut reader = Reader::of(&typed);
    let mut walks = Vec::new();
    for walk in &venue.walks {
        let field = format!("walk_{}", walk.id);
        // One that somebody else wrote meanwhile stands in no field of this form, and stays.
        if typed.all(&field).is_empty() {
            walks.push(walk.clone());
        } else if let Some(minutes) = reader.number(&field, 0, 240) {
            walks.push(Walk { minutes, ..walk.clone() });
        }
    }
    walks.extend(one_more(&by, &venue, &walks, &mut reader));
    let errors = reader.errors;
    if !errors.is_empty() || form.resumed {
        return draw(&by, &mut *db.connection().await?, Said { building: None, typed, errors }).await;
    }
    let mut tx = db.begin().await?;
    actions::save_walks(&mut tx, &by, &walks, clock.now()).await?;
    tx.commit().await?;
    Ok(saved(&by))
}

type End = (Option<MeetingRoomId>, Option<BuildingId>);

/// The way that is added, if one was chosen.
fn one_more(by: &OnDuty<ProgrammeManager>, venue: &Venue, walks: &[Walk], reader: &mut Reader<'_>) -> Option<Walk> {
    let typed = reader.typed();
    if ["from", "to", "minutes"].iter().all(|field| !typed.has(field)) {
        return None;
    }
    let (from, to) = (end(venue, reader, "from"), end(venue, reader, "to"));
    let minutes = reader.number("minutes", 0, 240);
    if minutes.is_none() {
        reader.errors.say("minutes", "field-required");
    }
    let (from, to) = (from?, to?);
    if from == to && from.0.is_some() {
        reader.errors.say("to", "programme-error-same-room");
        return None;
    }
    let known = walks.iter().any(|walk| {
        let ends = ((walk.from_room, walk.from_building), (walk.to_room, walk.to_building));
        ends == (from, to) || ends == (to, from)
    });
    if known {
        reader.errors.add("to", Message::new("rule-one-walk-per-pair"));
    }
    let id = WalkId::new();
    let ((from_room, from_building), (to_room, to_building)) = (from, to);
    Some(Walk {
        id,
        conference_id: by.conference_id(),
        from_room,
        from_building,
        to_room,
        to_building,
        minutes: minutes?,
    })
}

fn end(venue: &Venue, reader: &mut Reader<'_>, field: &str) -> Option<End> {
    reader.one_of(field, |text| {
        let (kind, id) = text.split_once(':')?;
        match kind {
            "room" => {
                let id = MeetingRoomId::parse(id).filter(|id| venue.rooms.iter().any(|room| room.id == *id))?;
                Some((Some(id), None))
            }
            "building" => {
                let id = BuildingId::parse(id).filter(|id| venue.buildings.iter().any(|one| one.id == *id))?;
                Some((None, Some(id)))
            }
            _ => None,
        }
    })
}
