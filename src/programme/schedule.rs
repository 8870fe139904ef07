//! The schedule of the frab family, as XML and as JSON: what other programs of this kind give and take. Pure: bytes in, a
//! [`Schedule`] or every mistake with its line out; a schedule in, text out.
//!
//! Ours are written valid against the public schemas; those of others are read leniently, and what they say beyond what a session
//! here knows is kept and given back.

mod json;
mod lines;
mod write;
mod xml;

use diesel::deserialize::FromSqlRow;
use diesel::expression::AsExpression;
use diesel::sql_types::Jsonb;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

pub use json::bounds;
pub use write::acronym;

use crate::clock::{Day, Moment};
use crate::language::Message;

/// The most events of a file.
const MOST_EVENTS: usize = 5_000;
/// The most characters of a title, a name or the like.
const MOST_IN_A_LINE: usize = 500;
/// The most characters of a description.
const MOST_IN_A_TEXT: usize = 20_000;
/// The most minutes of an event: a day.
const MOST_MINUTES: i64 = 24 * 60;

/// A whole file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// The release's name in ours.
    pub version: String,
    pub title: String,
    /// What tells one source of schedules from another.
    pub acronym: String,
    pub starts_on: Option<Day>,
    pub ends_on: Option<Day>,
    pub zone_name: Option<String>,
    /// The base of addresses in a file of ours.
    pub base: String,
    pub rooms: Vec<Room>,
    pub days: Vec<Date>,
    pub events: Vec<Event>,
}

/// A room with what tells it from others of its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    pub name: String,
    pub guid: Uuid,
}

/// A conference day, which ends at 04:00 of the next date; what begins before then is still in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    pub day: Day,
    pub from: Moment,
    pub until: Moment,
}

/// A session as a schedule carries it. Empty texts are absent ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its line in the file.
    #[serde(skip)]
    pub line: usize,
    /// Above 0.
    pub id: Option<i64>,
    pub guid: Option<Uuid>,
    pub starts_at: Moment,
    pub minutes: i64,
    pub room: String,
    pub title: String,
    pub subtitle: String,
    pub track: String,
    /// What it is, in the words of whoever wrote the file.
    pub kind: String,
    pub language: String,
    /// The `abstract`.
    pub summary: String,
    pub description: String,
    pub slug: String,
    pub url: String,
    pub people: Vec<Guest>,
    pub links: Vec<Link>,
    pub recording: Option<Recording>,
    /// What JSON says beside these.
    pub more: Map<String, Value>,
}

/// Somebody named in an event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Guest {
    pub id: Option<i64>,
    pub name: String,
    /// What JSON says beside these.
    pub more: Map<String, Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Link {
    pub url: String,
    pub title: String,
    /// One of the kinds that the JSON schema knows, or nothing.
    pub kind: String,
}

/// Under which licence a recording may be shown, and whether there is to be none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recording {
    pub license: String,
    pub optout: bool,
}

/// Where a session came from, and the event as it came last: what is unlike it was changed here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, AsExpression, FromSqlRow)]
#[diesel(sql_type = Jsonb)]
pub struct Origin {
    /// The acronym of the schedule.
    pub source: String,
    /// The language that its texts were taken for.
    pub language: String,
    pub event: Event,
}

/// A mistake of a file and its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    pub line: usize,
    pub message: Message,
}

impl Wrong {
    fn at(line: usize, message: Message) -> Self {
        Self { line, message }
    }
}

impl Event {
    /// An event of which nothing is known but its time.
    pub fn at(starts_at: Moment, minutes: i64) -> Self {
        Self {
            line: 0,
            id: None,
            guid: None,
            starts_at,
            minutes,
            room: String::new(),
            title: String::new(),
            subtitle: String::new(),
            track: String::new(),
            kind: String::new(),
            language: String::new(),
            summary: String::new(),
            description: String::new(),
            slug: String::new(),
            url: String::new(),
            people: Vec::new(),
            links: Vec::new(),
            recording: None,
            more: Map::new(),
        }
    }

    /// When it is over.
    pub fn ends_at(&self) -> Moment {
        self.starts_at.plus_seconds(self.minutes * 60)
    }

    /// What people are told of it: the description, after the abstract where there are both.
    pub fn text(&self) -> String {
        match (self.summary.as_str(), self.description.as_str()) {
            ("", text) | (text, "") => text.to_owned(),
            (summary, text) => format!("{summary}\n\n{text}"),
        }
    }
}

/// Whether these bytes are meant to be a schedule rather than a table.
pub fn is_schedule(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    matches!(bytes.iter().find(|byte| !byte.is_ascii_whitespace()), Some(b'<' | b'{'))
}

/// Reads a schedule, XML or JSON. A time without its offset is on the clocks of this zone.
///
/// # Errors
/// Everything that is wrong, by line.
pub fn read(bytes: &[u8], zone: &TimeZone) -> Result<Schedule, Vec<Wrong>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        vec![Wrong::at(line, Message::new("schedule-not-utf8"))]
    })?;
    let (schedule, mut wrong) =
        if text.trim_start().starts_with('<') { xml::read(text, zone) } else { json::read(text, zone) }
            .map_err(|wrong| vec![wrong])?;
    wrong.extend(twice(&schedule.events));
    if schedule.events.len() > MOST_EVENTS {
        wrong.push(Wrong::at(1, Message::new("schedule-too-many").with("most", MOST_EVENTS)));
    }
    if schedule.events.is_empty() && wrong.is_empty() {
        wrong.push(Wrong::at(1, Message::new("schedule-empty")));
    }
    wrong.sort_by_key(|wrong| wrong.line);
    if wrong.is_empty() { Ok(schedule) } else { Err(wrong) }
}

/// Two events that say they are the same one.
fn twice(events: &[Event]) -> Vec<Wrong> {
    let mut first: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    let mut wrong = Vec::new();
    for event in events {
        let guid = event.guid.map(|guid| ("guid", guid.to_string()));
        for (name, text) in guid.into_iter().chain(event.id.map(|id| ("id", id.to_string()))) {
            match first.insert(format!("{name} {text}"), event.line) {
                None => {}
                Some(line) => {
                    let message = Message::new("schedule-twice").with("name", name).with("text", text);
                    wrong.push(Wrong::at(event.line, message.with("line", line)));
                }
            }
        }
    }
    wrong
}

/// A text as every format can carry it: without control characters but line breaks and tabs, and without spaces around it.
fn clean(raw: &str) -> String {
    kept(raw).trim().to_owned()
}

/// Without what XML, calendars and the database cannot carry.
pub fn kept(raw: &str) -> String {
    let allowed = |letter: &char| !matches!(letter, '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}');
    raw.chars().filter(allowed).collect()
}

/// `01:30`, also with seconds, which are rounded up: minutes.
fn read_duration(text: &str) -> Option<i64> {
    let mut parts = text.trim().split(':').map(|part| {
        let figures = !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        if figures { part.parse::<i64>().ok() } else { None }
    });
    let (hours, minutes) = (parts.next()??, parts.next()??);
    let seconds = match parts.next() {
        None => 0,
        Some(seconds) => seconds?,
    };
    if parts.next().is_some() || minutes > 59 || seconds > 59 {
        return None;
    }
    let minutes = hours * 60 + minutes + i64::from(seconds > 0);
    (1..=MOST_MINUTES).contains(&minutes).then_some(minutes)
}

/// A date with its time; where it says no offset, on the clocks of the zone.
fn read_date(text: &str, zone: &TimeZone) -> Option<Moment> {
    let text = text.trim();
    Moment::parse(text).or_else(|| Moment::at(text.parse::<DateTime>().ok()?, zone))
}

/// `01:30` on a conference day, which ends at 04:00.
fn read_start(day: Day, text: &str, zone: &TimeZone) -> Option<Moment> {
    let mut parts = text.trim().split(':').map(|part| part.parse::<i8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let day = if hour < 4 { day.plus_days(1) } else { day };
    day.at(hour, minute, zone)
}

/// An event as a file has it, before it is known to be right; texts are still as they came.
struct Raw {
    line: usize,
    /// What the file has for an id, in its own writing.
    id: Option<String>,
    guid: Option<String>,
    date: Option<String>,
    start: Option<String>,
    duration: Option<String>,
    /// The day that it stands under.
    day: Option<Day>,
    /// Everything that needs no reading; its time is not known yet.
    event: Event,
}

impl Raw {
    /// The event, or every mistake in it.
    fn read(self, zone: &TimeZone) -> Result<Event, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let mut event = self.event;
        event.line = self.line;
        event.title = clean(&event.title);
        let named = match (&self.id, event.title.as_str()) {
            (Some(id), "") => id.clone(),
            (_, title) => title.chars().take(80).collect(),
        };
        let mut say = |message: Message| wrong.push(Wrong::at(self.line, message.with("event", named.clone())));
        event.id = match self.id.as_deref().map(str::trim) {
            None => None,
            Some(text) => {
                let id =
                    text.parse::<i64>().ok().filter(|id| *id > 0 && text.bytes().all(|byte| byte.is_ascii_digit()));
                if id.is_none() {
                    say(Message::new("schedule-wrong-id").with("text", text));
                }
                id
            }
        };
        event.guid = match self.guid.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            None => None,
            Some(text) => {
                let guid = text.parse::<Uuid>().ok();
                if guid.is_none() {
                    say(Message::new("schedule-wrong-guid").with("text", text));
                }
                guid
            }
        };
        if self.id.is_none() && self.guid.is_none() {
            say(Message::new("schedule-no-id"));
        }
        if event.title.is_empty() {
            say(Message::new("schedule-no-title"));
        }
        let start = match (self.date.as_deref(), self.start.as_deref(), self.day) {
            (Some(date), ..) => read_date(date, zone),
            (None, Some(start), Some(day)) => read_start(day, start, zone),
            _ => None,
        };
        match start {
            Some(start) => event.starts_at = start,
            None => {
                let text = self.date.or(self.start).unwrap_or_default();
                say(Message::new("schedule-wrong-date").with("text", text));
            }
        }
        match self.duration.as_deref().and_then(read_duration) {
            Some(minutes) => event.minutes = minutes,
            None => say(Message::new("schedule-wrong-duration").with("text", self.duration.unwrap_or_default())),
        }
        tidy(&mut event);
        if let Some((name, most)) = too_long(&event) {
            say(Message::new("schedule-too-long").with("name", name).with("most", most));
        }
        if event.room.is_empty() {
            say(Message::new("schedule-no-room"));
        }
        if wrong.is_empty() { Ok(event) } else { Err(wrong) }
    }
}

/// Every text of it as any format can carry it; names and links with nothing in them are left out.
fn tidy(event: &mut Event) {
    let lines = [
        &mut event.room,
        &mut event.title,
        &mut event.subtitle,
        &mut event.track,
        &mut event.kind,
        &mut event.language,
        &mut event.summary,
        &mut event.description,
        &mut event.slug,
        &mut event.url,
    ];
    for text in lines {
        *text = clean(text);
    }
    for guest in &mut event.people {
        guest.name = clean(&guest.name);
    }
    event.people.retain(|guest| !guest.name.is_empty());
    for link in &mut event.links {
        (link.url, link.title, link.kind) = (clean(&link.url), clean(&link.title), clean(&link.kind));
    }
    event.links.retain(|link| !link.url.is_empty());
    if let Some(recording) = &mut event.recording {
        recording.license = clean(&recording.license);
    }
}

/// The first text of it that is longer than any honest one, and how long it may be.
fn too_long(event: &Event) -> Option<(&'static str, usize)> {
    let texts = [("abstract", &event.summary), ("description", &event.description)];
    let lines = [
        ("room", &event.room),
        ("title", &event.title),
        ("subtitle", &event.subtitle),
        ("track", &event.track),
        ("type", &event.kind),
        ("language", &event.language),
        ("slug", &event.slug),
    ];
    let people = event.people.iter().map(|guest| ("person", &guest.name));
    let long = |most: usize| move |(_, text): &(&'static str, &String)| text.chars().nth(most).is_some();
    let line = lines.into_iter().chain(people).find(long(MOST_IN_A_LINE)).map(|(name, _)| (name, MOST_IN_A_LINE));
    line.or_else(|| texts.into_iter().find(long(MOST_IN_A_TEXT)).map(|(name, _)| (name, MOST_IN_A_TEXT)))
}

#[cfg(test)]
mod tests;
