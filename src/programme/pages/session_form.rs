//! What is typed about a session, and its reading: all mistakes at once, each at its field.

use std::collections::HashMap;

use jiff::tz::TimeZone;

use super::super::actions::NewSession;
use super::super::import::{read_minutes, read_tongues};
use super::super::model::{Circle, Layout, MeetingRoom, Person, Session, SessionKind, SessionStatus};
use super::super::rules::read_times;
use super::super::tongues::{Tongue, tongues};
use super::stage_rows::{Row, read_rows, rows_of, with_rows};
use crate::clock::Moment;
use crate::conferences::Category;
use crate::ids::{CategoryId, DelegationId, MeetingRoomId, ParticipantId, SessionPersonId};
use crate::language::{Localized, Message};
use crate::participants::Participant;
use crate::web::{Errors, InLanguage, Typed, ascii_digits};

/// The texts that a session has in several languages.
pub const TEXTS: [&str; 3] = ["title", "description", "agenda_item"];

/// Selects for organisers beside the first that a form has at least.
const CO_ORGANISERS: usize = 2;

/// What a form is read against.
pub struct Known<'a> {
    pub zone: TimeZone,
    pub rooms: &'a [MeetingRoom],
    pub categories: &'a [Category],
    /// The conference's languages; the first one is needed.
    pub languages: &'a [String],
    /// Those whom the form says to be on stage.
    pub people: &'a HashMap<ParticipantId, Participant>,
}

/// The form of a session that there is.
pub fn filled(session: &Session, stage: &[(SessionPersonId, Person)], circle: &Circle, zone: &TimeZone) -> Typed {
    let wall = |format: &str, at: Option<Moment>| {
        at.map(|at| at.in_zone(zone).strftime(format).to_string()).unwrap_or_default()
    };
    let yes = |is: bool| if is { "yes" } else { "" };
    let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut typed = Typed::default()
        .with("version", session.version)
        .with("key", &session.key)
        .with("kind", session.kind)
        .with("number", session.official_number.as_deref().unwrap_or_default())
        .with("room", session.room_id.map(|id| id.to_string()).unwrap_or_default())
        .with("date", wall("%Y-%m-%d", session.starts_at))
        .with("start", wall("%H:%M", session.starts_at))
        .with("end", wall("%H:%M", session.ends_at))
        .with("duration", number(session.duration_minutes))
        .with("open", yes(session.is_open))
        .with("webcast", yes(session.webcast))
        .with("recorded", yes(session.recorded))
        .with("interpretation", session.interpretation.join(" "))
        .with("status", session.status)
        .with("organiser", session.organiser_id.map(|id| id.to_string()).unwrap_or_default())
        .with("capacity", number(session.capacity))
        .with("layout", session.layout.map(|layout| layout.to_string()).unwrap_or_default())
        .with_all("audience", &circle.audience);
    for (place, delegation) in circle.co_organisers.iter().enumerate() {
        typed = typed.with(format!("co_organiser_{place}"), delegation);
    }
    for (field, text) in TEXTS.iter().zip([&session.title, &session.description, &session.agenda_item]) {
        for (code, words) in text.iter() {
            typed = typed.with(format!("{field}_{code}"), words);
        }
    }
    with_rows(typed, stage.iter().map(|(key, person)| Row::of(*key, person)).collect())
}

/// How many selects for further organisers stand in the form: one more than are filled.
pub fn co_organisers(typed: &Typed) -> Vec<String> {
    let filled = (0..).take_while(|place| typed.has(&format!("co_organiser_{place}"))).count();
    (0..(filled + 1).max(CO_ORGANISERS)).map(|place| format!("co_organiser_{place}")).collect()
}

/// The fields of a text: in the conference's own languages, and in others.
pub fn in_languages(typed: &Typed, field: &str, own: &[String], others: bool) -> Vec<InLanguage> {
    let input = |tongue: Tongue| {
        let name = format!("{field}_{}", tongue.code);
        InLanguage {
            value: typed.text(&name).to_owned(),
            name,
            code: tongue.code,
            own_name: tongue.own_name,
            dir: tongue.direction,
        }
    };
    tongues(own).into_iter().filter(|(_, is_own)| *is_own != others).map(|(tongue, _)| input(tongue)).collect()
}

/// The session that was meant, as far as it can be read, and every mistake in it.
pub fn read(typed: &Typed, known: &Known<'_>) -> (NewSession, Errors) {
    let mut errors = Errors::default();
    let [title, description, agenda_item] = TEXTS.map(|field| localized(typed, field, known.languages));
    let first = known.languages.first().map_or("en", String::as_str);
    if title.get(first).is_none() {
        errors.say(&format!("title_{first}"), "programme-error-title");
    }
    let kind = SessionKind::parse(typed.text("kind")).unwrap_or_else(|| {
        errors.say("kind", "programme-error-kind");
        SessionKind::Workshop
    });
    let room = MeetingRoomId::parse(typed.text("room")).filter(|id| known.rooms.iter().any(|room| room.id == *id));
    if room.is_none() && typed.has("room") {
        errors.say("room", "programme-error-room-gone");
    }
    let hours = ["date", "start", "end"].map(|field| typed.text(field));
    let time = read_times(hours, &known.zone).unwrap_or_else(|mistakes| {
        for (field, message) in mistakes {
            errors.add(field, message);
        }
        None
    });
    let mut or_say = |field: &str, read: Result<Option<i32>, Message>| {
        read.unwrap_or_else(|message| {
            errors.add(field, message);
            None
        })
    };
    let capacity = or_say("capacity", read_places(typed.text("capacity")));
    let duration_minutes = or_say("duration", read_minutes(typed.text("duration")));
    let interpretation = read_tongues(typed.text("interpretation")).unwrap_or_else(|message| {
        errors.add("interpretation", message);
        Vec::new()
    });
    let organiser = DelegationId::parse(typed.text("organiser"));
    let people = read_rows(&rows_of(typed), known.people, &mut errors);
    let wanted = NewSession {
        key: typed.text("key").to_owned(),
        kind,
        official_number: Some(typed.text("number").to_owned()).filter(|text| !text.is_empty()),
        title,
        description,
        room,
        time,
        is_open: typed.text("open") == "yes",
        interpretation,
        webcast: typed.text("webcast") == "yes",
        status: SessionStatus::parse(typed.text("status")).unwrap_or(SessionStatus::Draft),
        organiser,
        capacity,
        layout: Layout::parse(typed.text("layout")),
        recorded: typed.text("recorded") == "yes",
        agenda_item,
        duration_minutes,
        circle: Some(circle(typed, organiser, known.categories)),
        people,
    };
    (wanted, errors)
}

fn localized(typed: &Typed, field: &str, own: &[String]) -> Localized {
    tongues(own).into_iter().fold(Localized::default(), |text, (tongue, _)| {
        text.and(tongue.code, typed.text(&format!("{field}_{}", tongue.code)).replace("\r\n", "\n"))
    })
}

fn circle(typed: &Typed, organiser: Option<DelegationId>, categories: &[Category]) -> Circle {
    let mut circle = Circle::default();
    for field in co_organisers(typed) {
        if let Some(id) = DelegationId::parse(typed.text(&field))
            && Some(id) != organiser
            && !circle.co_organisers.contains(&id)
        {
            circle.co_organisers.push(id);
        }
    }
    let ticked: Vec<CategoryId> = typed.all("audience").iter().filter_map(|text| CategoryId::parse(text)).collect();
    circle.audience = categories.iter().map(|category| category.id).filter(|id| ticked.contains(id)).collect();
    circle
}

/// A number of places, or none.
fn read_places(text: &str) -> Result<Option<i32>, Message> {
    if text.is_empty() {
        return Ok(None);
    }
    let places = ascii_digits(text).parse::<i32>().ok().filter(|places| *places > 0);
    places.map(Some).ok_or_else(|| Message::new("programme-import-capacity").with("text", text))
}
