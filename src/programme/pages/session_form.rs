//! What is typed about a session, and its reading: all mistakes at once, each at its field.

use jiff::tz::TimeZone;
use serde::Deserialize;

use super::super::actions::NewSession;
use super::super::export::STAGE;
use super::super::import::{read_people, read_tongues};
use super::super::model::{Layout, MeetingRoom, Person, Session, SessionKind, SessionStatus, StageRole};
use super::super::rules::read_times;
use super::localized;
use crate::ids::{DelegationId, MeetingRoomId};
use crate::language::{Localized, Message};
use crate::web::Errors;

/// What was posted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SessionForm {
    pub version: i32,
    pub key: String,
    pub kind: String,
    pub number: String,
    pub title_en: String,
    pub title_fr: String,
    pub description_en: String,
    pub description_fr: String,
    pub room: String,
    pub date: String,
    pub start: String,
    pub end: String,
    pub open: String,
    pub webcast: String,
    pub interpretation: String,
    pub status: String,
    pub organiser: String,
    pub capacity: String,
    pub layout: String,
    pub chairs: String,
    pub co_chairs: String,
    pub moderators: String,
    pub speakers: String,
    pub panelists: String,
    pub rapporteurs: String,
}

impl SessionForm {
    pub fn of(session: &Session, people: &[Person], zone: &TimeZone) -> Self {
        let wall = |format: &str, at: Option<crate::clock::Moment>| {
            at.map(|at| at.in_zone(zone).strftime(format).to_string()).unwrap_or_default()
        };
        let on_stage = |role: StageRole| {
            let line = |person: &Person| {
                let parts = [&person.name, &person.title, &person.affiliation].map(String::as_str).join(" | ");
                parts.trim_end_matches([' ', '|']).to_owned()
            };
            people.iter().filter(|person| person.role == role).map(line).collect::<Vec<_>>().join("\n")
        };
        Self {
            version: session.version,
            key: session.key.clone(),
            kind: session.kind.to_string(),
            number: session.official_number.clone().unwrap_or_default(),
            title_en: session.title.get("en").unwrap_or_default().to_owned(),
            title_fr: session.title.get("fr").unwrap_or_default().to_owned(),
            description_en: session.description.get("en").unwrap_or_default().to_owned(),
            description_fr: session.description.get("fr").unwrap_or_default().to_owned(),
            room: session.room_id.map(|id| id.to_string()).unwrap_or_default(),
            date: wall("%Y-%m-%d", session.starts_at),
            start: wall("%H:%M", session.starts_at),
            end: wall("%H:%M", session.ends_at),
            open: if session.is_open { "yes".into() } else { String::new() },
            webcast: if session.webcast { "yes".into() } else { String::new() },
            interpretation: session.interpretation.join(" "),
            status: session.status.to_string(),
            organiser: session.organiser_id.map(|id| id.to_string()).unwrap_or_default(),
            capacity: session.capacity.map(|seats| seats.to_string()).unwrap_or_default(),
            layout: session.layout.map(|layout| layout.to_string()).unwrap_or_default(),
            chairs: on_stage(StageRole::Chair),
            co_chairs: on_stage(StageRole::CoChair),
            moderators: on_stage(StageRole::Moderator),
            speakers: on_stage(StageRole::Speaker),
            panelists: on_stage(StageRole::Panelist),
            rapporteurs: on_stage(StageRole::Rapporteur),
        }
    }

    /// The session that was meant, as far as it can be read, and every mistake in it.
    pub fn read(&self, zone: &TimeZone, rooms: &[MeetingRoom]) -> (NewSession, Errors) {
        let mut errors = Errors::default();
        let title = localized(&self.title_en, &self.title_fr);
        if title.is_empty() {
            errors.say("title_en", "programme-error-title");
        }
        let kind = SessionKind::parse(&self.kind).unwrap_or_else(|| {
            errors.say("kind", "programme-error-kind");
            SessionKind::Workshop
        });
        let room = MeetingRoomId::parse(&self.room).filter(|id| rooms.iter().any(|room| room.id == *id));
        if room.is_none() && !self.room.is_empty() {
            errors.say("room", "programme-error-room-gone");
        }
        let hours = [&self.date, &self.start, &self.end].map(|text| text.trim());
        let time = read_times(hours, zone).unwrap_or_else(|mistakes| {
            for (field, message) in mistakes {
                errors.add(field, message);
            }
            None
        });
        let interpretation = read_tongues(&self.interpretation).unwrap_or_else(|message| {
            errors.add("interpretation", message);
            Vec::new()
        });
        let capacity = read_places(&self.capacity).unwrap_or_else(|message| {
            errors.add("capacity", message);
            None
        });
        let people = read_people(STAGE, |column| self.on_stage(column));
        for (column, role) in STAGE {
            if people.iter().any(|person| person.role == *role && person.name.is_empty()) {
                errors.say(column, "programme-error-no-name");
            }
        }
        let wanted = NewSession {
            key: self.key.trim().to_owned(),
            kind,
            official_number: Some(self.number.trim().to_owned()).filter(|text| !text.is_empty()),
            title,
            description: localized(&self.description_en, &self.description_fr),
            room,
            time,
            is_open: self.open == "yes",
            interpretation,
            webcast: self.webcast == "yes",
            status: SessionStatus::parse(&self.status).unwrap_or(SessionStatus::Draft),
            organiser: DelegationId::parse(&self.organiser),
            capacity,
            layout: Layout::parse(&self.layout),
            recorded: false,
            agenda_item: Localized::default(),
            duration_minutes: None,
            circle: None,
            people,
        };
        (wanted, errors)
    }

    fn on_stage(&self, column: &str) -> &str {
        match column {
            "chairs" => &self.chairs,
            "co_chairs" => &self.co_chairs,
            "moderators" => &self.moderators,
            "speakers" => &self.speakers,
            "panelists" => &self.panelists,
            _ => &self.rapporteurs,
        }
    }

    /// Whether somebody is on stage in a role that few sessions have, or something is wrong there: then those fields are open.
    pub fn has_more_roles(&self, errors: &Errors) -> bool {
        let rare = ["co_chairs", "moderators", "panelists", "rapporteurs"];
        rare.iter().any(|column| !self.on_stage(column).is_empty() || errors.get(column).is_some())
    }
}

/// A number of places, or none.
fn read_places(text: &str) -> Result<Option<i32>, Message> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let places = text.parse::<i32>().ok().filter(|places| *places > 0);
    places.map(Some).ok_or_else(|| Message::new("programme-import-capacity").with("text", text))
}
