//! What is typed of a session's place, and its reading: day, hour, minutes and room.

use serde::Deserialize;

use super::super::super::model::{MeetingRoom, Session, Slot};
use super::super::super::rules::{on_day, read_hour};
use crate::clock::{Day, Moment};
use crate::conferences::Conference;
use crate::ids::MeetingRoomId;
use crate::language::Message;
use crate::web::{Errors, ascii_digits};

/// The longest session, in minutes.
const LONGEST: i64 = 24 * 60;

/// What is wanted, as it is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PlaceForm {
    pub version: i32,
    /// The conference day: a time before 04:00 is the night after it.
    pub day: String,
    pub start: String,
    /// In minutes.
    pub length: String,
    pub room: String,
    /// Into the tray, whatever else is typed.
    pub tray: String,
    pub back: String,
}

impl PlaceForm {
    /// Where a session is; one without a time is as long as it was, or is for now.
    pub fn of(session: &Session, conference: &Conference, length: i64, back: String) -> Self {
        let (slot, zone) = (Slot::of(session), conference.zone());
        let from = slot.time.map(|(from, _)| from);
        Self {
            version: session.version,
            day: from.map(|at| at.conference_day(&zone).to_string()).unwrap_or_default(),
            start: from.map(|at| at.in_zone(&zone).strftime("%H:%M").to_string()).unwrap_or_default(),
            length: slot.minutes().unwrap_or(length).to_string(),
            room: slot.room.map(|room| room.to_string()).unwrap_or_default(),
            tray: String::new(),
            back,
        }
    }

    /// Whether nothing at all was asked for: then the form is about where the session is.
    pub fn is_bare(&self) -> bool {
        [&self.day, &self.start, &self.length, &self.room, &self.tray].iter().all(|text| text.is_empty())
    }

    /// The length, if it is one.
    pub fn minutes(&self) -> Option<i64> {
        ascii_digits(&self.length).trim().parse().ok().filter(|minutes| (1..=LONGEST).contains(minutes))
    }

    /// The place that was meant.
    ///
    /// # Errors
    /// Every mistake at its field.
    pub fn read(&self, conference: &Conference, rooms: &[MeetingRoom]) -> Result<Slot, Errors> {
        if !self.tray.is_empty() {
            return Ok(Slot::default());
        }
        let mut errors = Errors::default();
        let room = MeetingRoomId::parse(&self.room).filter(|id| rooms.iter().any(|room| room.id == *id));
        if room.is_none() && !self.room.is_empty() {
            errors.say("room", "programme-error-room-gone");
        }
        let (day, start) = (self.day.trim(), ascii_digits(&self.start));
        let time = if day.is_empty() && start.is_empty() { None } else { self.time(conference, &start, &mut errors) };
        errors.or(Slot { room, time })
    }

    fn time(&self, conference: &Conference, start: &str, errors: &mut Errors) -> Option<(Moment, Moment)> {
        let mistake = |text: &str, missing: &str, wrong: &str| {
            if text.is_empty() { Message::new(missing) } else { Message::new(wrong).with("text", text) }
        };
        let day = Day::parse(self.day.trim());
        if day.is_none() {
            errors.add("day", mistake(self.day.trim(), "programme-error-no-date", "programme-wrong-date"));
        }
        let hour = read_hour(start.trim());
        if hour.is_none() {
            errors.add("start", mistake(start, "programme-error-no-time", "programme-wrong-time"));
        }
        let minutes = self.minutes();
        if minutes.is_none() {
            errors.add("length", Message::new("timetable-error-length").with("most", LONGEST));
        }
        let (hour, minute) = hour?;
        let from = on_day(day?, hour, minute, &conference.zone())?;
        Some((from, from.plus_seconds(minutes? * 60)))
    }
}
