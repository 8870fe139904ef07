//! Meeting rooms: their list, searched and filtered, and the same as a table.

use std::collections::HashMap;

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::super::model::{Accessibility, MeetingRoom};
use super::super::queries::{self, Venue};
use super::super::rules::Tree;
use super::super::venue_sheet::rooms_sheet;
use super::doubts::layout_label;
use super::room::eyebrow;
use super::room_form::access_label;
use crate::conferences::{Area, OnDuty, ProgrammeManager, Reading, areas};
use crate::db::Db;
use crate::files::{TableFormat, write_table};
use crate::ids::MeetingRoomId;
use crate::language::Language;
use crate::language::collation::fold;
use crate::web::{Answer, Choice, Page, Query, attach, page};

/// What is sought.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    /// The code of a building; `none` for rooms in none.
    building: String,
    /// The format of a table.
    format: String,
}

struct Line {
    href: String,
    name: String,
    whole: String,
    place: String,
    area: String,
    capacity: String,
    layouts: String,
    marks: Vec<String>,
    sessions: usize,
    code: String,
}

#[derive(Template)]
#[template(path = "programme/rooms.html")]
struct RoomsPage {
    page: Page,
    wanted: Wanted,
    lines: Vec<Line>,
    buildings: Vec<Choice>,
    /// There are rooms, but none fits.
    has_rooms: bool,
    may_change: bool,
    base: String,
    here: String,
    export: String,
}

fn fits(room: &MeetingRoom, venue: &Venue, wanted: &Wanted) -> bool {
    let building = Tree::of(&venue.rooms).building(room.id);
    let building = building.and_then(|id| venue.buildings.iter().find(|one| one.id == id));
    let in_building = match wanted.building.as_str() {
        "" => true,
        "none" => building.is_none(),
        code => building.is_some_and(|one| one.code == code),
    };
    let needle = fold(wanted.q.trim());
    let mut texts = room.name.iter().chain(room.equipment.iter()).map(|(_, text)| text);
    in_building && (needle.is_empty() || room.code.contains(&needle) || texts.any(|text| fold(text).contains(&needle)))
}

pub async fn list(by: OnDuty<Reading<ProgrammeManager>>, wanted: Query<Wanted>, db: Db) -> Answer<HttpResponse> {
    let Query(wanted) = wanted;
    let language = by.language();
    let mut connection = db.connection().await?;
    let venue = queries::venue(&mut connection, by.conference_id()).await?;
    let areas = areas(&mut connection, by.conference_id()).await?;
    let mut held: HashMap<MeetingRoomId, usize> = HashMap::new();
    for session in queries::sessions(&mut connection, by.conference_id()).await? {
        if let Some(room) = session.room_id {
            *held.entry(room).or_default() += 1;
        }
    }
    let base = by.path("/programme/manage");
    let shown = venue.rooms.iter().filter(|room| fits(room, &venue, &wanted));
    let lines: Vec<Line> = shown
        .map(|room| Line {
            href: format!("{base}/rooms/{}", room.id),
            sessions: held.get(&room.id).copied().unwrap_or(0),
            ..line(room, &venue, &areas, language)
        })
        .collect();
    let any = [(String::new(), language.t("programme-any-building"))];
    let buildings = venue.buildings.iter().map(|one| (one.code.clone(), one.name.in_language(language).to_owned()));
    let none = [("none".to_owned(), language.t("programme-in-no-building"))];
    let query = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    page(RoomsPage {
        page: by.page(language.t("programme-rooms-title")),
        lines,
        buildings: Choice::one_of(any.into_iter().chain(buildings).chain(none), &wanted.building),
        has_rooms: !venue.rooms.is_empty(),
        may_change: by.holds::<ProgrammeManager>(),
        export: format!("{base}/rooms/export?q={}&building={}", query(&wanted.q), query(&wanted.building)),
        here: format!("{base}/rooms"),
        base,
        wanted,
    })
}

fn line(room: &MeetingRoom, venue: &Venue, areas: &[Area], language: Language) -> Line {
    let name = |room: &MeetingRoom| room.name.in_language(language).to_owned();
    let building = Tree::of(&venue.rooms).building(room.id);
    let building = building.and_then(|id| venue.buildings.iter().find(|one| one.id == id));
    let layouts = venue.layouts.iter().filter(|one| one.room_id == room.id);
    let layouts =
        layouts.map(|one| format!("{} {}", layout_label(one.layout, language), language.number(one.capacity.into())));
    let area = areas.iter().find(|area| Some(area.id) == room.area_id);
    let marks = [Accessibility::StepFree, Accessibility::HearingLoop].into_iter().filter(|mark| room.has(*mark));
    let mut marks: Vec<_> = marks.map(|mark| access_label(mark, language)).collect();
    if room.booths > 0 {
        marks.push(language.with("programme-count-booths", &[("count", room.booths.into())]));
    }
    Line {
        href: String::new(),
        name: name(room),
        whole: room.part_of.and_then(|id| venue.rooms.iter().find(|one| one.id == id)).map(name).unwrap_or_default(),
        place: eyebrow(building, room, language),
        area: area.map(|area| area.name.in_language(language).to_owned()).unwrap_or_default(),
        capacity: room.capacity.map(|seats| language.number(seats.into())).unwrap_or_default(),
        layouts: layouts.collect::<Vec<_>>().join(" · "),
        marks,
        sessions: 0,
        code: room.code.clone(),
    }
}

/// `GET .../rooms/export`
pub async fn export(by: OnDuty<Reading<ProgrammeManager>>, wanted: Query<Wanted>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let venue = queries::venue(&mut connection, by.conference_id()).await?;
    let areas = areas(&mut connection, by.conference_id()).await?;
    let rooms: Vec<&MeetingRoom> = venue.rooms.iter().filter(|room| fits(room, &venue, &wanted.0)).collect();
    let sheet = rooms_sheet(&rooms, &venue, &areas, &by.conference().zone());
    let format = TableFormat::parse(&wanted.0.format).unwrap_or(TableFormat::Csv);
    let name = format!("{}-rooms.{format}", by.conference().slug);
    Ok(attach(&name, format.media_type(), write_table(&sheet, format)?))
}
