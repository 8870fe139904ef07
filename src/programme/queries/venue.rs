//! The venue in the database: rooms with all they have, buildings, blockers, and the ways between them.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::rooms;
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AreaId, BlockerId, BuildingId, ConferenceId, FileId, MeetingRoomId, RoomWindowId};
use crate::language::Localized;
use crate::programme::model::{Blocker, Building, Layout, MeetingRoom, RoomLayout, RoomWindow, Walk};
use crate::schema::{building, meeting_room, room_blocker, room_layout, room_window, walk};
use crate::web::{Answer, Problem};

/// Everything that is known of the venue.
pub struct Venue {
    pub rooms: Vec<MeetingRoom>,
    pub buildings: Vec<Building>,
    pub layouts: Vec<RoomLayout>,
    pub windows: Vec<RoomWindow>,
    /// Those that count, by their start.
    pub blockers: Vec<Blocker>,
    pub walks: Vec<Walk>,
}

pub(in crate::programme) async fn venue(connection: &mut Connection, conference: ConferenceId) -> Answer<Venue> {
    let of_conference = meeting_room::conference_id.eq(conference);
    let mut layouts: Vec<RoomLayout> = room_layout::table
        .inner_join(meeting_room::table)
        .filter(of_conference)
        .select(RoomLayout::as_select())
        .load(connection)
        .await?;
    layouts.sort_by_key(|one| (one.room_id, one.layout));
    Ok(Venue {
        rooms: rooms(connection, conference).await?,
        buildings: buildings(connection, conference).await?,
        layouts,
        windows: room_window::table
            .inner_join(meeting_room::table)
            .filter(of_conference)
            .order((room_window::room_id, room_window::opens_at))
            .select(RoomWindow::as_select())
            .load(connection)
            .await?,
        blockers: room_blocker::table
            .filter(room_blocker::conference_id.eq(conference))
            .filter(room_blocker::removed_at.is_null())
            .order((room_blocker::starts_at, room_blocker::id))
            .select(Blocker::as_select())
            .load(connection)
            .await?,
        walks: walk::table
            .filter(walk::conference_id.eq(conference))
            .order(walk::id)
            .select(Walk::as_select())
            .load(connection)
            .await?,
    })
}

/// All buildings, in their order.
pub(in crate::programme) async fn buildings(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<Building>> {
    Ok(building::table
        .filter(building::conference_id.eq(conference))
        .order((building::ordinal, building::code))
        .select(Building::as_select())
        .load(connection)
        .await?)
}

/// What of a room is written in its own row; the pictures are kept apart from it.
#[derive(Clone, Debug, Default, AsChangeset, Insertable)]
#[diesel(table_name = meeting_room, treat_none_as_null = true)]
pub struct RoomRow {
    /// Made from the name where it is empty.
    pub code: String,
    pub name: Localized,
    pub area_id: Option<AreaId>,
    pub capacity: Option<i32>,
    pub ordinal: i32,
    pub building_id: Option<BuildingId>,
    pub floor: String,
    pub part_of: Option<MeetingRoomId>,
    pub equipment: Localized,
    pub booths: i32,
    /// Texts of [`crate::programme::model::Accessibility`].
    pub accessibility: Vec<String>,
    pub access_note: Localized,
    pub turnover_minutes: i32,
}

pub(in crate::programme) async fn insert_room(
    tx: &mut Connection,
    conference: ConferenceId,
    row: &RoomRow,
) -> Answer<MeetingRoomId> {
    let id = MeetingRoomId::new();
    let key = (meeting_room::id.eq(id), meeting_room::conference_id.eq(conference));
    diesel::insert_into(meeting_room::table).values((key, row.clone())).execute(tx).await?;
    Ok(id)
}

/// Changes a room if it still has this version; says whether it had.
pub(in crate::programme) async fn update_room(
    tx: &mut Connection,
    conference: ConferenceId,
    (id, version): (MeetingRoomId, i32),
    row: &RoomRow,
) -> Answer<bool> {
    let target = meeting_room::table
        .find(id)
        .filter(meeting_room::conference_id.eq(conference))
        .filter(meeting_room::version.eq(version));
    let changed = diesel::update(target).set((row, meeting_room::version.eq(version + 1))).execute(tx).await?;
    Ok(changed == 1)
}

/// Writes how many a room takes and when it can be had, in the place of what was written. Whoever calls has written the room.
pub(in crate::programme) async fn replace_capacities(
    tx: &mut Connection,
    room: MeetingRoomId,
    layouts: &BTreeMap<Layout, i32>,
    windows: &[(Moment, Moment)],
) -> Answer<()> {
    diesel::delete(room_layout::table.filter(room_layout::room_id.eq(room))).execute(tx).await?;
    let layout = |(layout, capacity): (&Layout, &i32)| {
        (room_layout::room_id.eq(room), room_layout::layout.eq(*layout), room_layout::capacity.eq(*capacity))
    };
    let rows: Vec<_> = layouts.iter().map(layout).collect();
    diesel::insert_into(room_layout::table).values(rows).execute(tx).await?;
    diesel::delete(room_window::table.filter(room_window::room_id.eq(room))).execute(tx).await?;
    let window = |(opens, closes): &(Moment, Moment)| {
        let key = (room_window::id.eq(RoomWindowId::new()), room_window::room_id.eq(room));
        (key, room_window::opens_at.eq(*opens), room_window::closes_at.eq(*closes))
    };
    let rows: Vec<_> = windows.iter().map(window).collect();
    diesel::insert_into(room_window::table).values(rows).execute(tx).await?;
    Ok(())
}

/// Which picture of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    Photo,
    Plan,
}

/// Puts a picture there, or takes it away.
pub(in crate::programme) async fn set_picture(
    tx: &mut Connection,
    conference: ConferenceId,
    (room, which): (MeetingRoomId, Picture),
    file: Option<FileId>,
) -> Answer<()> {
    let target = meeting_room::table.find(room).filter(meeting_room::conference_id.eq(conference));
    match which {
        Picture::Photo => diesel::update(target).set(meeting_room::photo_id.eq(file)).execute(tx).await?,
        Picture::Plan => diesel::update(target).set(meeting_room::plan_id.eq(file)).execute(tx).await?,
    };
    Ok(())
}

/// A building as it is written.
#[derive(Clone, Debug, Default, AsChangeset, Insertable)]
#[diesel(table_name = building)]
pub struct BuildingRow {
    /// Made from the name where it is empty.
    pub code: String,
    pub name: Localized,
    pub ordinal: i32,
}

pub(in crate::programme) async fn insert_building(
    tx: &mut Connection,
    conference: ConferenceId,
    row: &BuildingRow,
) -> Answer<BuildingId> {
    let id = BuildingId::new();
    let key = (building::id.eq(id), building::conference_id.eq(conference));
    diesel::insert_into(building::table).values((key, row.clone())).execute(tx).await?;
    Ok(id)
}

/// Changes a building if it still has this version; says whether it had.
pub(in crate::programme) async fn update_building(
    tx: &mut Connection,
    conference: ConferenceId,
    (id, version): (BuildingId, i32),
    row: &BuildingRow,
) -> Answer<bool> {
    let target =
        building::table.find(id).filter(building::conference_id.eq(conference)).filter(building::version.eq(version));
    Ok(diesel::update(target).set((row, building::version.eq(version + 1))).execute(tx).await? == 1)
}

/// A blocker of this room, whether it counts or was removed.
pub(in crate::programme) async fn blocker(
    connection: &mut Connection,
    conference: ConferenceId,
    (room, id): (MeetingRoomId, BlockerId),
) -> Answer<Blocker> {
    let found = room_blocker::table
        .find(id)
        .filter(room_blocker::conference_id.eq(conference))
        .filter(room_blocker::room_id.eq(room))
        .select(Blocker::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

pub(in crate::programme) async fn insert_blocker(tx: &mut Connection, row: &Blocker) -> Answer<()> {
    diesel::insert_into(room_blocker::table).values(row).execute(tx).await?;
    Ok(())
}

/// Takes a blocker away at this moment, or puts it back; says whether that changed anything.
pub(in crate::programme) async fn remove_blocker(
    tx: &mut Connection,
    conference: ConferenceId,
    id: BlockerId,
    removed_at: Option<Moment>,
) -> Answer<bool> {
    let target = room_blocker::table
        .find(id)
        .filter(room_blocker::conference_id.eq(conference))
        .filter(room_blocker::removed_at.is_null().eq(removed_at.is_some()));
    Ok(diesel::update(target).set(room_blocker::removed_at.eq(removed_at)).execute(tx).await? == 1)
}

/// Ends a blocker that goes on now; says whether it did.
pub(in crate::programme) async fn end_blocker(
    tx: &mut Connection,
    conference: ConferenceId,
    id: BlockerId,
    now: Moment,
) -> Answer<bool> {
    let target = room_blocker::table
        .find(id)
        .filter(room_blocker::conference_id.eq(conference))
        .filter(room_blocker::removed_at.is_null())
        .filter(room_blocker::starts_at.lt(now))
        .filter(room_blocker::ends_at.gt(now));
    Ok(diesel::update(target).set(room_blocker::ends_at.eq(now)).execute(tx).await? == 1)
}

/// Writes all ways in the place of those that were written.
pub(in crate::programme) async fn replace_walks(
    tx: &mut Connection,
    conference: ConferenceId,
    walks: &[Walk],
) -> Answer<()> {
    diesel::delete(walk::table.filter(walk::conference_id.eq(conference))).execute(tx).await?;
    diesel::insert_into(walk::table).values(walks).execute(tx).await?;
    Ok(())
}
