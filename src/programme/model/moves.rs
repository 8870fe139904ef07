//! Where and when a session is, and the moves from one such place to another.

use diesel::prelude::*;

use super::Session;
use crate::clock::Moment;
use crate::ids::{AccountId, MeetingRoomId, SessionId};
use crate::schema::session_move;

/// The room and the time of a session, as far as they are known. Without one of the two it is in the tray.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    pub room: Option<MeetingRoomId>,
    /// From and until; half-open.
    pub time: Option<(Moment, Moment)>,
}

impl Slot {
    /// Where a session is.
    pub fn of(session: &Session) -> Self {
        Self { room: session.room_id, time: session.starts_at.zip(session.ends_at) }
    }

    /// The same session, there and then.
    pub fn put(self, session: &Session) -> Session {
        let (starts_at, ends_at) = self.time.unzip();
        Session { room_id: self.room, starts_at, ends_at, ..session.clone() }
    }

    /// Whether it has both: else the session waits in the tray.
    pub fn is_placed(self) -> bool {
        self.room.is_some() && self.time.is_some()
    }

    /// Minutes from its beginning to its end.
    pub fn minutes(self) -> Option<i64> {
        self.time.map(|(from, until)| until.seconds_since(from) / 60)
    }
}

/// One move, as it is kept so that it can be taken back.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = session_move)]
pub struct Step {
    pub number: i64,
    pub session_id: SessionId,
    pub account_id: AccountId,
    pub room_before: Option<MeetingRoomId>,
    pub starts_before: Option<Moment>,
    pub ends_before: Option<Moment>,
    pub room_after: Option<MeetingRoomId>,
    pub starts_after: Option<Moment>,
    pub ends_after: Option<Moment>,
    /// The session's version after this was done, taken back or done again.
    pub version: i32,
    pub changed_at: Moment,
    pub undone: bool,
}

impl Step {
    pub fn before(&self) -> Slot {
        Slot { room: self.room_before, time: self.starts_before.zip(self.ends_before) }
    }

    pub fn after(&self) -> Slot {
        Slot { room: self.room_after, time: self.starts_after.zip(self.ends_after) }
    }
}
