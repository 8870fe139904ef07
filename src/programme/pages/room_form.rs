//! The form of a meeting room: what is typed, its reading with every mistake at its field, and saving.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::tz::TimeZone;

use super::super::actions::{self, NewRoom};
use super::super::model::{Accessibility, Layout, MeetingRoom};
use super::super::queries::{self, RoomRow, Venue};
use super::super::rules::{Span, Tree, code_of, read_times};
use super::doubts::layout_label;
use crate::clock::Clock;
use crate::conferences::{Area, OnDuty, ProgrammeManager, areas};
use crate::db::{Connection, Db};
use crate::ids::{AreaId, BuildingId, MeetingRoomId};
use crate::language::{Language, Message};
use crate::web::{
    Answer, Choice, Difference, Errors, Flash, FlashKind, Form, Page, Problem, Reader, Typed, page_with, redirect_with,
};

/// The most people that a room takes.
const MOST: i32 = 100_000;

/// One layout with its field.
struct LayoutField {
    name: String,
    label: String,
    value: String,
}

#[derive(Template)]
#[template(path = "programme/room_form.html")]
struct RoomPage {
    page: Page,
    typed: Typed,
    errors: Errors,
    differences: Vec<Difference>,
    areas: Vec<Choice>,
    buildings: Vec<Choice>,
    wholes: Vec<Choice>,
    accessibility: Vec<Choice>,
    layouts: Vec<LayoutField>,
    /// Some layout or hour is known or wrong: then those fields are open.
    has_details: bool,
    back: String,
}

/// What a form is read against.
struct Known {
    venue: Venue,
    areas: Vec<Area>,
    zone: TimeZone,
}

impl Known {
    async fn of(by: &OnDuty<ProgrammeManager>, connection: &mut Connection) -> Answer<Self> {
        Ok(Self {
            venue: queries::venue(connection, by.conference_id()).await?,
            areas: areas(connection, by.conference_id()).await?,
            zone: by.conference().zone(),
        })
    }

    fn stored(&self, id: MeetingRoomId) -> Answer<Typed> {
        let room = self.venue.rooms.iter().find(|room| room.id == id).ok_or(Problem::NotFound)?;
        let id_text = |id: Option<String>| id.unwrap_or_default();
        let mut typed = Typed::default()
            .with("version", room.version)
            .with("code", &room.code)
            .with_localized("name", &room.name)
            .with("area", id_text(room.area_id.map(|id| id.to_string())))
            .with("capacity", id_text(room.capacity.map(|seats| seats.to_string())))
            .with("ordinal", room.ordinal)
            .with("building", id_text(room.building_id.map(|id| id.to_string())))
            .with("floor", &room.floor)
            .with("part_of", id_text(room.part_of.map(|id| id.to_string())))
            .with_localized("equipment", &room.equipment)
            .with("booths", room.booths)
            .with_all("accessibility", &room.accessibility)
            .with_localized("access_note", &room.access_note)
            .with("turnover", room.turnover_minutes)
            .with("windows", self.windows(room));
        for one in self.venue.layouts.iter().filter(|one| one.room_id == id) {
            typed = typed.with(layout_field(one.layout), one.capacity);
        }
        Ok(typed)
    }

    /// `2025-10-25 08:00–20:00`, one a line.
    fn windows(&self, room: &MeetingRoom) -> String {
        let wall = |at: crate::clock::Moment| at.in_zone(&self.zone);
        let line = |window: &super::super::model::RoomWindow| {
            let (from, until) = (wall(window.opens_at), wall(window.closes_at));
            format!("{} {}–{}", from.date(), from.strftime("%H:%M"), until.strftime("%H:%M"))
        };
        let lines = self.venue.windows.iter().filter(|window| window.room_id == room.id).map(line);
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The room that was meant, as far as it can be read, and every mistake in it.
    fn read(&self, id: Option<MeetingRoomId>, typed: &Typed) -> (NewRoom, Errors) {
        let mut reader = Reader::of(typed);
        let name = reader.localized("name", 120, |_| false);
        let facts = RoomRow {
            code: code_of(typed.text("code")),
            area_id: chosen(&mut reader, "area", "programme-error-area-gone", |text| {
                AreaId::parse(text).filter(|id| self.areas.iter().any(|area| area.id == *id))
            }),
            capacity: reader.number("capacity", 1, MOST),
            ordinal: reader.number("ordinal", 0, 10_000).unwrap_or(0),
            building_id: chosen(&mut reader, "building", "programme-error-building-gone", |text| {
                BuildingId::parse(text).filter(|id| self.venue.buildings.iter().any(|building| building.id == *id))
            }),
            floor: reader.text("floor", 40),
            part_of: self.whole(id, &mut reader),
            equipment: reader.localized("equipment", 600, |_| false),
            booths: reader.number("booths", 0, 40).unwrap_or(0),
            accessibility: Accessibility::ALL
                .iter()
                .filter(|mark| typed.contains("accessibility", mark.as_str()))
                .map(|mark| mark.to_string())
                .collect(),
            access_note: reader.localized("access_note", 600, |_| false),
            turnover_minutes: reader.number("turnover", 0, 480).unwrap_or(0),
            name,
        };
        if facts.name.is_empty() {
            reader.errors.say("name_en", "programme-error-room-name");
        }
        if facts.code.is_empty() && typed.has("code") {
            reader.errors.say("code", "programme-error-room-code");
        } else if self.venue.rooms.iter().any(|other| Some(other.id) != id && other.code == facts.code) {
            reader.errors.say("code", "rule-one-meeting-room-per-code");
        }
        let layouts: BTreeMap<Layout, i32> = Layout::ALL
            .iter()
            .filter_map(|layout| Some((*layout, reader.number(&layout_field(*layout), 1, MOST)?)))
            .collect();
        let windows = read_windows(typed.text("windows"), &self.zone).unwrap_or_else(|message| {
            reader.errors.add("windows", message);
            Vec::new()
        });
        (NewRoom { facts, layouts, windows }, reader.errors)
    }

    /// The hall that this is a part of; not one that is a part of this.
    fn whole(&self, id: Option<MeetingRoomId>, reader: &mut Reader<'_>) -> Option<MeetingRoomId> {
        let found = chosen(reader, "part_of", "programme-error-room-gone", |text| {
            MeetingRoomId::parse(text).filter(|whole| self.venue.rooms.iter().any(|room| room.id == *whole))
        })?;
        if id.is_some_and(|id| Tree::of(&self.venue.rooms).down(id).contains(&found)) {
            reader.errors.say("part_of", "rule-room-is-no-part-of-itself");
        }
        Some(found)
    }
}

/// What was chosen of a list, or nothing; what is no longer there is a mistake.
fn chosen<T>(reader: &mut Reader<'_>, field: &str, gone: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    let text = reader.typed().text(field);
    let found = parse(text);
    if found.is_none() && !text.is_empty() {
        reader.errors.say(field, gone);
    }
    found
}

fn layout_field(layout: Layout) -> String {
    format!("layout_{layout}")
}

/// `2025-10-25 08:00–20:00`, one a line; hours that end at or before their start end on the next day.
fn read_windows(text: &str, zone: &TimeZone) -> Result<Vec<Span>, Message> {
    let mut found = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let wrong = || Message::new("programme-error-window").with("text", line);
        let (day, hours) = line.split_once(char::is_whitespace).ok_or_else(wrong)?;
        let (from, until) = hours.split_once(['-', '–', '—']).ok_or_else(wrong)?;
        let span = read_times([day, from.trim(), until.trim()], zone).map_err(|_| wrong())?;
        found.push(span.ok_or_else(wrong)?);
    }
    Ok(found)
}

/// `programme-access-step-free`
pub fn access_label(mark: Accessibility, language: Language) -> String {
    language.t(&format!("programme-access-{}", mark.as_str().replace('_', "-")))
}

async fn draw(
    by: &OnDuty<ProgrammeManager>,
    known: &Known,
    (id, typed): (Option<MeetingRoomId>, Typed),
    errors: Errors,
    differences: Vec<Difference>,
) -> Answer<HttpResponse> {
    let language = by.language();
    let venue = &known.venue;
    let own_parts = id.map(|id| Tree::of(&venue.rooms).down(id)).unwrap_or_default();
    let areas = known.areas.iter().map(|area| (area.id.to_string(), area.name.in_language(language)));
    let buildings = venue.buildings.iter().map(|one| (one.id.to_string(), one.name.in_language(language)));
    let wholes = venue.rooms.iter().filter(|room| !own_parts.contains(&room.id));
    let wholes = wholes.map(|room| (room.id.to_string(), room.name.in_language(language)));
    let marks = Accessibility::ALL.iter().map(|mark| (mark.as_str(), access_label(*mark, language)));
    let layouts = Layout::ALL.iter().map(|layout| {
        let name = layout_field(*layout);
        LayoutField { label: layout_label(*layout, language), value: typed.text(&name).to_owned(), name }
    });
    let layouts: Vec<_> = layouts.collect();
    let bad = errors.iter().any(|(field, _)| field.starts_with("layout_") || field == "windows");
    let ok = errors.is_empty() && differences.is_empty();
    let back = id.map_or_else(|| by.path("/programme/manage/rooms"), |id| room_path(by, id));
    page_with(
        if ok { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY },
        RoomPage {
            page: by.page(language.t(if id.is_none() { "programme-new-room" } else { "programme-edit-room" })),
            errors,
            differences,
            areas: Choice::one_of(areas, typed.text("area")),
            buildings: Choice::one_of(buildings, typed.text("building")),
            wholes: Choice::one_of(wholes, typed.text("part_of")),
            accessibility: Choice::any_of(marks, typed.all("accessibility")),
            has_details: bad || typed.has("windows") || layouts.iter().any(|one| !one.value.is_empty()),
            layouts,
            typed,
            back,
        },
    )
}

/// The address of a room's own page.
pub fn room_path(by: &OnDuty<ProgrammeManager>, id: MeetingRoomId) -> String {
    by.path(&format!("/programme/manage/rooms/{id}"))
}

pub async fn new(by: OnDuty<ProgrammeManager>, db: Db) -> Answer<HttpResponse> {
    let known = Known::of(&by, &mut *db.connection().await?).await?;
    draw(&by, &known, (None, Typed::default()), Errors::default(), Vec::new()).await
}

pub async fn show(by: OnDuty<ProgrammeManager>, path: Path<(String, MeetingRoomId)>, db: Db) -> Answer<HttpResponse> {
    let id = path.1;
    let known = Known::of(&by, &mut *db.connection().await?).await?;
    let typed = known.stored(id)?;
    draw(&by, &known, (Some(id), typed), Errors::default(), Vec::new()).await
}

pub async fn create(by: OnDuty<ProgrammeManager>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    keep(&by, None, form, clock, db).await
}

pub async fn save(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, MeetingRoomId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    keep(&by, Some(path.1), form, clock, db).await
}

async fn keep(
    by: &OnDuty<ProgrammeManager>,
    id: Option<MeetingRoomId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    let known = Known::of(by, &mut *db.connection().await?).await?;
    if let Some(id) = id {
        known.stored(id)?;
    }
    let (wanted, mut errors) = known.read(id, &typed);
    if !errors.is_empty() || form.resumed {
        return draw(by, &known, (id, typed), errors, Vec::new()).await;
    }
    let mut tx = db.begin().await?;
    match actions::save_room(&mut tx, by, id.map(|id| (id, typed.version())), &wanted, clock.now()).await {
        Ok(id) => {
            tx.commit().await?;
            let flash = Flash { kind: FlashKind::Ok, text: by.language().t("programme-room-saved"), undo: None };
            Ok(redirect_with(by.visit(), &room_path(by, id), &flash))
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            let known = Known::of(by, &mut *db.connection().await?).await?;
            if let (Some(id), "rule-changed-meanwhile") = (id, message.key()) {
                let stored = known.stored(id)?;
                let differences = typed.differences(&stored, &labels(by.language()));
                let typed = typed.with("version", stored.version());
                if differences.is_empty() {
                    return draw(by, &known, (Some(id), typed), Errors::default(), Vec::new()).await;
                }
                return draw(by, &known, (Some(id), typed), errors, differences).await;
            }
            let field = if message.key() == "rule-room-is-no-part-of-itself" { "part_of" } else { "code" };
            errors.add(field, message);
            draw(by, &known, (id, typed), errors, Vec::new()).await
        }
        Err(problem) => Err(problem),
    }
}

/// The fields of the form by their labels, for whoever was not the only one to change them.
fn labels(language: Language) -> Vec<(&'static str, String)> {
    let fields = [
        ("name_en", "programme-name-en"),
        ("name_fr", "programme-name-fr"),
        ("capacity", "programme-capacity"),
        ("floor", "programme-floor"),
        ("booths", "programme-booths"),
        ("turnover", "programme-turnover"),
        ("windows", "programme-windows"),
        ("accessibility", "programme-accessibility"),
        ("equipment_en", "programme-equipment"),
        ("equipment_fr", "programme-equipment"),
        ("access_note_en", "programme-access-note"),
        ("access_note_fr", "programme-access-note"),
    ];
    let layouts = [
        ("layout_theatre", Layout::Theatre),
        ("layout_classroom", Layout::Classroom),
        ("layout_boardroom", Layout::Boardroom),
        ("layout_banquet", Layout::Banquet),
        ("layout_standing", Layout::Standing),
    ];
    let fields = fields.map(|(field, key)| (field, language.t(key)));
    fields.into_iter().chain(layouts.map(|(field, layout)| (field, layout_label(layout, language)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_a_room_are_read_one_a_line() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let read = |text: &str| read_windows(text, &zone);
        let hours = read("2025-10-25 08:00–20:00\n\n 2025-10-26  22:00 - 02:00").unwrap();
        let texts: Vec<_> = hours.iter().map(|(from, until)| format!("{from} {until}")).collect();
        assert_eq!(texts, ["2025-10-25T01:00:00Z 2025-10-25T13:00:00Z", "2025-10-26T15:00:00Z 2025-10-26T19:00:00Z"]);
        for wrong in ["2025-10-25", "2025-10-25 08:00", "2025-02-30 08:00-09:00", "tomorrow 8-9"] {
            assert_eq!(read(wrong).unwrap_err().key(), "programme-error-window", "{wrong}");
        }
        assert!(read(" \n").unwrap().is_empty());
    }
}
