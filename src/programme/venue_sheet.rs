//! Meeting rooms as a table: a row for each, with all that is known of it.

use jiff::tz::TimeZone;

use super::model::{Accessibility, Layout, MeetingRoom};
use super::queries::Venue;
use crate::conferences::Area;
use crate::files::{Cell, Sheet};
use crate::language::shipped;

/// The rooms in their order; halls, buildings and areas by their codes.
pub fn rooms_sheet(rooms: &[&MeetingRoom], venue: &Venue, areas: &[Area], zone: &TimeZone) -> Sheet {
    Sheet {
        name: "rooms".to_owned(),
        headings: headings(),
        rows: rooms.iter().map(|room| row(room, venue, areas, zone)).collect(),
    }
}

fn headings() -> Vec<String> {
    let mut headings = vec!["code".to_owned()];
    for text in ["name", "equipment", "access_note"] {
        headings.extend(shipped().map(|language| format!("{text}_{}", language.code())));
    }
    let rest = ["building", "floor", "part_of", "area", "capacity"];
    headings.extend(rest.map(ToOwned::to_owned));
    headings.extend(Layout::ALL.iter().map(|layout| format!("layout_{layout}")));
    headings.extend(["booths", "turnover_minutes", "hours"].map(ToOwned::to_owned));
    headings.extend(Accessibility::ALL.iter().map(|mark| mark.to_string()));
    headings
}

fn row(room: &MeetingRoom, venue: &Venue, areas: &[Area], zone: &TimeZone) -> Vec<Cell> {
    let mut row: Vec<Cell> = vec![room.code.as_str().into()];
    for text in [&room.name, &room.equipment, &room.access_note] {
        row.extend(shipped().map(|language| Cell::from(text.get(language.code()))));
    }
    let building = venue.buildings.iter().find(|one| Some(one.id) == room.building_id);
    let whole = venue.rooms.iter().find(|one| Some(one.id) == room.part_of);
    let area = areas.iter().find(|one| Some(one.id) == room.area_id);
    row.extend([
        building.map(|one| one.code.clone()).into(),
        room.floor.as_str().into(),
        whole.map(|one| one.code.clone()).into(),
        area.map(|one| one.code.clone()).into(),
        room.capacity.into(),
    ]);
    let seats = |layout: &Layout| {
        let found = venue.layouts.iter().find(|one| one.room_id == room.id && one.layout == *layout);
        Cell::from(found.map(|one| one.capacity))
    };
    row.extend(Layout::ALL.iter().map(seats));
    let hours = venue.windows.iter().filter(|one| one.room_id == room.id).map(|one| {
        let (from, until) = (one.opens_at.in_zone(zone), one.closes_at.in_zone(zone));
        format!("{} {}-{}", from.date(), from.strftime("%H:%M"), until.strftime("%H:%M"))
    });
    row.extend([
        Some(room.booths).into(),
        Some(room.turnover_minutes).into(),
        hours.collect::<Vec<_>>().join("; ").into(),
    ]);
    row.extend(Accessibility::ALL.iter().map(|mark| Cell::from(if room.has(*mark) { "yes" } else { "no" })));
    row
}
