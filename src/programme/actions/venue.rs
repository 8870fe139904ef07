//! Writing the venue: rooms, buildings, blockers, pictures, and the ways between rooms.

use std::collections::BTreeMap;

use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Connection;
use crate::files::{FileType, NewFile, forget, store};
use crate::ids::{BlockerId, BuildingId, ConferenceId, MeetingRoomId};
use crate::programme::model::{Blocker, Layout, Walk};
use crate::programme::queries::{self, BuildingRow, Picture, RoomRow};
use crate::programme::rules::{Span, key_for};
use crate::web::{Answer, Problem, announce};

/// The most bytes of a photo or a plan: 10 MiB.
const MOST_BYTES: usize = 10 * 1024 * 1024;

/// A meeting room as it is wanted.
#[derive(Clone, Debug, Default)]
pub struct NewRoom {
    pub facts: RoomRow,
    pub layouts: BTreeMap<Layout, i32>,
    /// When it can be had; none: whenever its area is open.
    pub windows: Vec<Span>,
}

type By = OnDuty<ProgrammeManager>;

/// Writes a room: a new one, or changes to the one with this key and version.
///
/// # Errors
/// Refused when somebody changed it meanwhile, when its code is taken, or when it would be a part of itself.
pub async fn save_room(
    tx: &mut Connection,
    by: &By,
    existing: Option<(MeetingRoomId, i32)>,
    room: &NewRoom,
    now: Moment,
) -> Answer<MeetingRoomId> {
    let conference = by.conference_id();
    queries::lock(tx, conference).await?;
    let mut row = room.facts.clone();
    row.code = room_code(tx, conference, existing.map(|(id, _)| id), &row).await?;
    let (id, act) = match existing {
        None => (queries::insert_room(tx, conference, &row).await?, "add"),
        Some((id, version)) => {
            if !queries::update_room(tx, conference, (id, version), &row).await? {
                return Err(Problem::refused("rule-changed-meanwhile"));
            }
            (id, "change")
        }
    };
    queries::replace_capacities(tx, id, &room.layouts, &room.windows).await?;
    note(tx, by, act, ("meeting_room", id.0), now).await?;
    Ok(id)
}

/// The code as typed; else the one it has, else one of its name.
async fn room_code(
    tx: &mut Connection,
    conference: ConferenceId,
    id: Option<MeetingRoomId>,
    room: &RoomRow,
) -> Answer<String> {
    if !room.code.is_empty() {
        return Ok(room.code.clone());
    }
    let rooms = queries::rooms(tx, conference).await?;
    if let Some(own) = rooms.iter().find(|one| Some(one.id) == id) {
        return Ok(own.code.clone());
    }
    Ok(key_for(&room.name, "room", &rooms.into_iter().map(|one| one.code).collect()))
}

/// Writes a building: a new one, or changes to the one with this key and version.
///
/// # Errors
/// Refused when somebody changed it meanwhile or its code is taken.
pub async fn save_building(
    tx: &mut Connection,
    by: &By,
    existing: Option<(BuildingId, i32)>,
    wanted: &BuildingRow,
    now: Moment,
) -> Answer<BuildingId> {
    let conference = by.conference_id();
    queries::lock(tx, conference).await?;
    let mut row = wanted.clone();
    let (id, act) = match existing {
        None => {
            let taken = queries::buildings(tx, conference).await?.into_iter().map(|one| one.code).collect();
            if row.code.is_empty() {
                row.code = key_for(&row.name, "building", &taken);
            }
            (queries::insert_building(tx, conference, &row).await?, "add")
        }
        Some((id, version)) => {
            let all = queries::buildings(tx, conference).await?;
            let own = all.into_iter().find(|one| one.id == id).ok_or(Problem::NotFound)?;
            if row.code.is_empty() {
                row.code = own.code;
            }
            if !queries::update_building(tx, conference, (id, version), &row).await? {
                return Err(Problem::refused("rule-changed-meanwhile"));
            }
            (id, "change")
        }
    };
    note(tx, by, act, ("building", id.0), now).await?;
    Ok(id)
}

/// A blocker as it is wanted.
pub struct NewBlocker {
    pub time: Span,
    pub reason: String,
    pub owner: String,
    pub contact: String,
}

/// Keeps a room free of sessions for a time.
pub async fn add_blocker(
    tx: &mut Connection,
    by: &By,
    room_id: MeetingRoomId,
    wanted: NewBlocker,
    now: Moment,
) -> Answer<BlockerId> {
    let (id, conference_id) = (BlockerId::new(), by.conference_id());
    let NewBlocker { time: (starts_at, ends_at), reason, owner, contact } = wanted;
    let row = Blocker { id, conference_id, room_id, starts_at, ends_at, reason, owner, contact, removed_at: None };
    queries::insert_blocker(tx, &row).await?;
    note(tx, by, "add", ("room_blocker", id.0), now).await?;
    Ok(id)
}

/// What becomes of a blocker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockerAct {
    /// The room can be had again from now on.
    End,
    Remove,
    /// It counts again after it was removed.
    PutBack,
}

/// Ends a blocker, removes it or puts it back. Doing it twice changes nothing more.
pub async fn change_blocker(tx: &mut Connection, by: &By, id: BlockerId, act: BlockerAct, now: Moment) -> Answer<()> {
    let conference = by.conference_id();
    let (done, word) = match act {
        BlockerAct::End => (queries::end_blocker(tx, conference, id, now).await?, "end"),
        BlockerAct::Remove => (queries::remove_blocker(tx, conference, id, Some(now)).await?, "remove"),
        BlockerAct::PutBack => (queries::remove_blocker(tx, conference, id, None).await?, "put_back"),
    };
    if done {
        note(tx, by, word, ("room_blocker", id.0), now).await?;
    }
    Ok(())
}

/// Writes all walking minutes anew.
pub async fn save_walks(tx: &mut Connection, by: &By, walks: &[Walk], now: Moment) -> Answer<()> {
    queries::lock(tx, by.conference_id()).await?;
    queries::replace_walks(tx, by.conference_id(), walks).await?;
    note(tx, by, "change", ("walks", by.conference_id().0), now).await
}

/// A photo or a plan as it will be kept; [`NewFile::check`] says what is wrong with it.
pub fn picture_file<'a>(conference: ConferenceId, which: Picture, name: &'a str, content: &'a [u8]) -> NewFile<'a> {
    NewFile {
        conference,
        kind: match which {
            Picture::Photo => "room_photo",
            Picture::Plan => "room_plan",
        },
        name,
        content,
        allowed: match which {
            Picture::Photo => FileType::PICTURES,
            Picture::Plan => FileType::PAPER,
        },
        limit: MOST_BYTES,
        purge_on: None,
        sealed_with: None,
    }
}

/// Keeps a picture of a room in the place of the former one, or takes it away where there is no new one.
///
/// # Errors
/// Refused with the message of [`NewFile::check`].
pub async fn keep_picture(
    tx: &mut Connection,
    by: &By,
    (room, which): (MeetingRoomId, Picture),
    new: Option<&NewFile<'_>>,
    now: Moment,
) -> Answer<()> {
    let conference = by.conference_id();
    let own = queries::room(tx, conference, room).await?;
    let former = match which {
        Picture::Photo => own.photo_id,
        Picture::Plan => own.plan_id,
    };
    let file = match new {
        Some(new) => Some(store(tx, new, now).await?),
        None => None,
    };
    queries::set_picture(tx, conference, (room, which), file).await?;
    if let Some(former) = former {
        forget(tx, conference, former).await?;
    }
    note(tx, by, if file.is_some() { "picture" } else { "remove_picture" }, ("meeting_room", room.0), now).await
}

pub(super) async fn note(
    tx: &mut Connection,
    by: &By,
    act: &str,
    subject: (&str, uuid::Uuid),
    now: Moment,
) -> Answer<()> {
    let conference = by.conference_id();
    record(tx, Some(conference), Who::Account(by.account()), act, subject, now).await?;
    announce(tx, &format!("programme:{conference}")).await
}
