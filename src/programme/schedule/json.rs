//! Schedule JSON, read: `{"schedule": {"conference": {"days": [{"rooms": {"Hall": [event]}}]}}}`.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use super::{Date, Event, Guest, Link, Raw, Recording, Schedule, Wrong, clean, lines};
use crate::clock::{Day, Moment};
use crate::language::Message;

/// What a [`Schedule`] has a place for, or what follows from the rest.
const KNOWN: &[&str] = &[
    "id",
    "guid",
    "date",
    "start",
    "duration",
    "end",
    "room",
    "title",
    "subtitle",
    "track",
    "type",
    "language",
    "abstract",
    "description",
    "slug",
    "url",
    "persons",
    "links",
    "recording_license",
    "do_not_record",
];

/// The schedule with everything in it that could be read, and what could not.
pub fn read(text: &str, zone: &TimeZone) -> Result<(Schedule, Vec<Wrong>), Wrong> {
    let root: Value = serde_json::from_str(text)
        .map_err(|error| Wrong::at(error.line(), Message::new("schedule-not-json").with("column", error.column())))?;
    let holder = root.get("schedule").unwrap_or(&root);
    let no_days = || Wrong::at(1, Message::new("schedule-no-days"));
    let conference = holder.get("conference").ok_or_else(no_days)?;
    let days = conference.get("days").and_then(Value::as_array).ok_or_else(no_days)?;
    let day_of = |name: &str| conference.get(name).and_then(Value::as_str).and_then(|text| Day::parse(first(text, 10)));
    let mut schedule = Schedule {
        version: word(holder.get("version")),
        title: word(conference.get("title")),
        acronym: word(conference.get("acronym")),
        starts_on: day_of("start"),
        ends_on: day_of("end"),
        zone_name: conference.get("time_zone_name").and_then(Value::as_str).map(clean),
        ..Schedule::default()
    };
    let mut wrong = Vec::new();
    let mut lines = lines::of_events(text).into_iter();
    for day in days {
        let date = day.get("date").and_then(Value::as_str).and_then(|text| Day::parse(first(text, 10)));
        schedule.days.extend(date.and_then(|day| bounds(day, zone)));
        for (room, events) in day.get("rooms").and_then(Value::as_object).into_iter().flatten() {
            for event in events.as_array().into_iter().flatten() {
                let line = if event.is_object() { lines.next().unwrap_or(1) } else { 1 };
                match event.as_object() {
                    Some(fields) => match raw(fields, room, line, date).read(zone) {
                        Ok(event) => schedule.events.push(event),
                        Err(more) => wrong.extend(more),
                    },
                    None => wrong.push(Wrong::at(line, Message::new("schedule-no-event").with("room", room.as_str()))),
                }
            }
        }
    }
    Ok((schedule, wrong))
}

/// A conference day from four to four.
pub fn bounds(day: Day, zone: &TimeZone) -> Option<Date> {
    let at = |day: Day| day.at(4, 0, zone);
    Some(Date { day, from: at(day)?, until: at(day.plus_days(1))? })
}

fn raw(fields: &Map<String, Value>, room: &str, line: usize, day: Option<Day>) -> Raw {
    let said = |name: &str| fields.get(name).filter(|value| !value.is_null());
    let text = |name: &str| said(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let written =
        |name: &str| said(name).map(|value| value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned));
    let own_room = text("room");
    let recording = Recording {
        license: text("recording_license"),
        optout: said("do_not_record").and_then(Value::as_bool).unwrap_or_default(),
    };
    Raw {
        line,
        // As it is written: a number in quotation marks is none.
        id: said("id").map(Value::to_string),
        guid: written("guid"),
        date: written("date"),
        start: written("start"),
        duration: written("duration"),
        day,
        event: Event {
            room: if own_room.trim().is_empty() { room.to_owned() } else { own_room },
            title: text("title"),
            subtitle: text("subtitle"),
            track: text("track"),
            kind: text("type"),
            language: text("language"),
            summary: text("abstract"),
            description: text("description"),
            slug: text("slug"),
            url: text("url"),
            people: list(fields, "persons").filter_map(guest).collect(),
            links: list(fields, "links").map(link).collect(),
            recording: (recording != Recording::default()).then_some(recording),
            more: others(fields, KNOWN),
            ..Event::at(Moment::new(Timestamp::UNIX_EPOCH), 0)
        },
    }
}

fn list<'a>(fields: &'a Map<String, Value>, name: &str) -> impl Iterator<Item = &'a Value> {
    fields.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// Everything beside these, where it says anything and can be kept.
fn others(fields: &Map<String, Value>, known: &[&str]) -> Map<String, Value> {
    let says = |value: &Value| !value.is_null() && value.as_str() != Some("");
    let rest = fields.iter().filter(|(name, value)| !known.contains(&name.as_str()) && says(value));
    rest.map(|(name, value)| (clean(name), kept(value))).collect()
}

/// A value without what the database cannot carry, whatever it is of.
fn kept(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(super::kept(text)),
        Value::Array(values) => Value::Array(values.iter().map(kept).collect()),
        Value::Object(fields) => fields.iter().map(|(name, value)| (super::kept(name), kept(value))).collect(),
        other => other.clone(),
    }
}

fn guest(value: &Value) -> Option<Guest> {
    if let Some(name) = value.as_str() {
        return Some(Guest { name: name.to_owned(), ..Guest::default() });
    }
    let fields = value.as_object()?;
    let name = ["public_name", "name", "full_public_name"].iter().find_map(|name| fields.get(*name)?.as_str())?;
    Some(Guest {
        id: fields.get("id").and_then(Value::as_i64).filter(|id| *id > 0),
        name: name.to_owned(),
        more: others(fields, &["id", "public_name", "name"]),
    })
}

/// An address by itself, or with its title.
fn link(value: &Value) -> Link {
    let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let address = value.as_str().map_or_else(|| text("url"), ToOwned::to_owned);
    Link { url: address, title: text("title"), kind: text("type") }
}

fn word(value: Option<&Value>) -> String {
    clean(value.and_then(Value::as_str).unwrap_or_default())
}

fn first(text: &str, letters: usize) -> &str {
    text.get(..letters).unwrap_or(text)
}
