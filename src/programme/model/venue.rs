//! Rows of the venue: buildings, what a room has besides its name, when it can be had, and how far it is to the next.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::ids::{BlockerId, BuildingId, ConferenceId, MeetingRoomId, WalkId};
use crate::language::Localized;
use crate::schema::{building, room_blocker, room_layout, room_window, walk};

crate::text_enum! {
    /// How a room is set up; each way has its own number of places.
    pub enum Layout {
        Theatre = "theatre",
        Classroom = "classroom",
        Boardroom = "boardroom",
        Banquet = "banquet",
        Standing = "standing",
    }
}

crate::text_enum! {
    /// What makes a room usable by everybody.
    pub enum Accessibility {
        StepFree = "step_free",
        HearingLoop = "hearing_loop",
        AccessibleToilet = "accessible_toilet",
        WheelchairPlaces = "wheelchair_places",
        StageRamp = "stage_ramp",
    }
}

/// A building with meeting rooms in it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = building)]
pub struct Building {
    pub id: BuildingId,
    pub code: String,
    pub name: Localized,
    pub ordinal: i32,
    pub version: i32,
}

/// How many people a room takes when it is set up in one way.
#[derive(Clone, Copy, Debug, PartialEq, Queryable, Selectable)]
#[diesel(table_name = room_layout)]
pub struct RoomLayout {
    pub room_id: MeetingRoomId,
    pub layout: Layout,
    pub capacity: i32,
}

/// A time at which a room can be had; half-open.
#[derive(Clone, Copy, Debug, Queryable, Selectable)]
#[diesel(table_name = room_window)]
pub struct RoomWindow {
    pub room_id: MeetingRoomId,
    pub opens_at: Moment,
    pub closes_at: Moment,
}

/// A time at which nobody meets in a room, why, and who knows more; half-open.
#[derive(Clone, Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = room_blocker)]
pub struct Blocker {
    pub id: BlockerId,
    pub conference_id: ConferenceId,
    pub room_id: MeetingRoomId,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub reason: String,
    pub owner: String,
    /// An address or a telephone number, where it is known.
    pub contact: String,
    /// Since when it no longer counts; it can be put back.
    pub removed_at: Option<Moment>,
}

/// Walking minutes between two ends, the same both ways; each end is a room or a building.
#[derive(Clone, Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = walk)]
pub struct Walk {
    pub id: WalkId,
    pub conference_id: ConferenceId,
    pub from_room: Option<MeetingRoomId>,
    pub from_building: Option<BuildingId>,
    pub to_room: Option<MeetingRoomId>,
    pub to_building: Option<BuildingId>,
    pub minutes: i32,
}
