//! Two buildings with their rooms, how long the ways are, and what keeps a room shut.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::stage::{Stage, both};
use crate::console::demo::programme::{DemoRoom, rooms};
use crate::db::Connection;
use crate::ids::*;
use crate::schema::*;
use crate::web::Answer;

/// The rooms by their codes.
pub(super) type Rooms = Vec<(&'static str, MeetingRoomId)>;

/// An hour in seconds.
const HOUR: i64 = 3600;

pub(super) async fn build(c: &mut Connection, setting: &Setting, stage: &Stage) -> Answer<Rooms> {
    let buildings = insert_buildings(c, stage).await?;
    let mut ids: Rooms = Vec::new();
    for (place, room) in (0_i32..).zip(rooms()) {
        let id = insert_room(c, stage, (place, room), &buildings, &ids).await?;
        ids.push((room.code, id));
    }
    insert_hours_and_blockers(c, setting, stage, &ids).await?;
    Ok(ids)
}

async fn insert_buildings(c: &mut Connection, stage: &Stage) -> Answer<[(&'static str, BuildingId); 2]> {
    let [centre, pavilion] = [BuildingId::new(), BuildingId::new()];
    let row = |id: BuildingId, code: &'static str, names: (&str, &str), ordinal: i32| {
        (
            building::id.eq(id),
            building::conference_id.eq(stage.conference),
            building::code.eq(code),
            building::name.eq(both(names.0, names.1)),
            building::ordinal.eq(ordinal),
        )
    };
    let rows = [
        row(centre, "centre", ("Convention Centre", "Centre de conférences"), 0),
        row(pavilion, "pavilion", ("Lakeside Pavilion", "Pavillon du Lac"), 1),
    ];
    diesel::insert_into(building::table).values(rows.to_vec()).execute(c).await?;
    let way = |from: BuildingId, to: BuildingId, minutes: i32| {
        (
            walk::id.eq(WalkId::new()),
            walk::conference_id.eq(stage.conference),
            walk::from_building.eq(from),
            walk::to_building.eq(to),
            walk::minutes.eq(minutes),
        )
    };
    let ways = vec![way(centre, pavilion, 12), way(centre, centre, 4), way(pavilion, pavilion, 2)];
    diesel::insert_into(walk::table).values(ways).execute(c).await?;
    Ok([("centre", centre), ("pavilion", pavilion)])
}

async fn insert_room(
    c: &mut Connection,
    stage: &Stage,
    (place, room): (i32, &DemoRoom),
    buildings: &[(&'static str, BuildingId)],
    before: &Rooms,
) -> Answer<MeetingRoomId> {
    let id = MeetingRoomId::new();
    let area = match room.code {
        "plenary-hall" => 2,
        "press-briefing" => 4,
        _ => 1,
    };
    let building = buildings.iter().find(|(code, _)| Some(*code) == room.building).map(|(_, id)| *id);
    let whole = before.iter().find(|(code, _)| Some(*code) == room.part_of).map(|(_, id)| *id);
    diesel::insert_into(meeting_room::table)
        .values((
            (
                meeting_room::id.eq(id),
                meeting_room::conference_id.eq(stage.conference),
                meeting_room::code.eq(room.code),
                meeting_room::name.eq(&room.name),
                meeting_room::area_id.eq(stage.areas[area]),
                meeting_room::capacity.eq(room.capacity),
                meeting_room::ordinal.eq(place),
            ),
            meeting_room::building_id.eq(building),
            meeting_room::floor.eq(room.floor),
            meeting_room::part_of.eq(whole),
            meeting_room::equipment.eq(&room.equipment),
            meeting_room::booths.eq(room.booths),
            meeting_room::accessibility.eq(&room.accessibility),
            meeting_room::access_note.eq(&room.access_note),
            meeting_room::turnover_minutes.eq(room.turnover),
        ))
        .execute(c)
        .await?;
    let layout = |(layout, seats): &(&'static str, i32)| {
        (room_layout::room_id.eq(id), room_layout::layout.eq(*layout), room_layout::capacity.eq(*seats))
    };
    let layouts: Vec<_> = room.layouts.iter().map(layout).collect();
    diesel::insert_into(room_layout::table).values(layouts).execute(c).await?;
    Ok(id)
}

/// The terrace is lent for two days; the foyer's floor is polished and the press room wired between sessions.
async fn insert_hours_and_blockers(c: &mut Connection, setting: &Setting, stage: &Stage, rooms: &Rooms) -> Answer<()> {
    let of = |code: &str| rooms.iter().find(|(known, _)| *known == code).map(|(_, id)| *id);
    if let Some(terrace) = of("terrace") {
        let window = |day: i64| {
            (
                room_window::id.eq(RoomWindowId::new()),
                room_window::room_id.eq(terrace),
                room_window::opens_at.eq(setting.after((24 * day + 8) * HOUR)),
                room_window::closes_at.eq(setting.after((24 * day + 19) * HOUR)),
            )
        };
        diesel::insert_into(room_window::table).values(vec![window(0), window(1)]).execute(c).await?;
    }
    let blockers = [
        ("banquet-hall", (14, 18), "Setting the tables for the reception", "Catering", "+84 24 5550 0142"),
        ("grand-foyer", (33, 35), "Carpet cleaning after the reception", "House services", "+84 24 5550 0117"),
        ("press-briefing", (33, 36), "New lines for live pictures", "Broadcast crew", "crew@media.example"),
    ];
    for (code, (from, until), reason, owner, contact) in blockers {
        let Some(room) = of(code) else { continue };
        diesel::insert_into(room_blocker::table)
            .values((
                room_blocker::id.eq(BlockerId::new()),
                room_blocker::conference_id.eq(stage.conference),
                room_blocker::room_id.eq(room),
                room_blocker::starts_at.eq(setting.after(from * HOUR)),
                room_blocker::ends_at.eq(setting.after(until * HOUR)),
                room_blocker::reason.eq(reason),
                room_blocker::owner.eq(owner),
                room_blocker::contact.eq(contact),
            ))
            .execute(c)
            .await?;
    }
    Ok(())
}
