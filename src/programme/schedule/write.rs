//! Schedules, written: XML and JSON that are valid against the public schemas of the family.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::{Date, Event, Guest, Link, Schedule, clean};
use crate::clock::{Day, Moment};

/// The kinds of links that the JSON schema knows.
const LINKS: &[&str] = &["slides", "paper", "web", "blog", "article", "media", "related", "activitypub"];

impl Schedule {
    /// Its events by day and room, in the order of time.
    fn by_day<'a>(&'a self, zone: &'a TimeZone) -> impl Iterator<Item = (&'a Date, BTreeMap<&'a str, Vec<&'a Event>>)> {
        self.days.iter().map(move |date| {
            let mut rooms: BTreeMap<&str, Vec<&Event>> = BTreeMap::new();
            for event in self.events.iter().filter(|event| event.starts_at.conference_day(zone) == date.day) {
                rooms.entry(event.room.as_str()).or_default().push(event);
            }
            for events in rooms.values_mut() {
                events.sort_by_key(|event| (event.starts_at, event.id));
            }
            (date, rooms)
        })
    }

    /// Schedule XML; what its schema has no place for stays away.
    pub fn xml(&self, zone: &TimeZone) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n");
        element(&mut out, "version", &self.version);
        out.push_str("<conference>\n");
        element(&mut out, "title", &self.title);
        element(&mut out, "acronym", &self.acronym);
        for (name, day) in [("start", self.starts_on), ("end", self.ends_on)] {
            if let Some(day) = day {
                element(&mut out, name, &day.to_string());
            }
        }
        element(&mut out, "days", &self.days.len().to_string());
        element(&mut out, "timeslot_duration", "00:05");
        out.push_str("</conference>\n");
        for (index, (date, rooms)) in (1..).zip(self.by_day(zone)) {
            let (from, until) = (offset_time(date.from, zone), offset_time(date.until, zone));
            out.push_str(&format!("<day index=\"{index}\" date=\"{}\" start=\"{from}\" end=\"{until}\">\n", date.day));
            for (room, events) in rooms {
                out.push_str(&format!("<room name=\"{}\">\n", escaped(room)));
                for event in events {
                    xml_event(&mut out, event, zone);
                }
                out.push_str("</room>\n");
            }
            out.push_str("</day>\n");
        }
        if self.days.is_empty() {
            // The schema wants at least one day.
            let day = self.starts_on.map(|day| format!(" date=\"{day}\"")).unwrap_or_default();
            out.push_str(&format!("<day index=\"1\"{day}/>\n"));
        }
        out.push_str("</schedule>\n");
        out
    }

    /// Schedule JSON.
    pub fn json(&self, zone: &TimeZone) -> Value {
        let days: Vec<Value> = (1..)
            .zip(self.by_day(zone))
            .map(|(index, (date, rooms))| {
                let rooms: Map<String, Value> = rooms
                    .into_iter()
                    .map(|(room, events)| {
                        (clean(room), events.into_iter().map(|event| json_event(event, zone)).collect())
                    })
                    .collect();
                let bounds = [date.from, date.until].map(|at| offset_time(at, zone));
                let [from, until] = bounds;
                json!({"index": index as i64, "date": date.day, "day_start": from, "day_end": until, "rooms": rooms})
            })
            .collect();
        let rooms: Vec<Value> =
            self.rooms.iter().map(|room| json!({"name": clean(&room.name), "guid": room.guid})).collect();
        let mut conference = json!({
            "acronym": acronym(&self.acronym), "title": clean(&self.title),
            "start": self.starts_on.map(|day: Day| day.to_string()).unwrap_or_default(),
            "end": self.ends_on.map(|day: Day| day.to_string()).unwrap_or_default(),
            "daysCount": days.len(), "timeslot_duration": "00:05", "rooms": rooms, "days": days,
        });
        // A zone that is no place, as `Etc/GMT-7`, the schema does not know.
        if let (Some(zone), Some(fields)) =
            (self.zone_name.as_deref().filter(|zone| is_place(zone)), conference.as_object_mut())
        {
            fields.insert("time_zone_name".into(), zone.into());
        }
        json!({"schedule": {"version": clean(&self.version), "base_url": self.base, "conference": conference}})
    }
}

fn xml_event(out: &mut String, event: &Event, zone: &TimeZone) {
    let guid = event.guid.map(|guid| format!(" guid=\"{guid}\"")).unwrap_or_default();
    out.push_str(&format!("<event id=\"{}\"{guid}>\n", event.id.unwrap_or(1)));
    let (start, duration) = (clock_time(event.starts_at, zone), duration(event.minutes));
    let date = offset_time(event.starts_at, zone);
    let texts = [
        ("room", event.room.as_str()),
        ("title", &event.title),
        ("subtitle", &event.subtitle),
        ("type", &event.kind),
        ("date", &date),
        ("start", &start),
        ("duration", &duration),
        ("abstract", &event.summary),
        ("description", &event.description),
        ("slug", &event.slug),
        ("track", &event.track),
        ("language", &event.language),
    ];
    for (name, text) in texts {
        element(out, name, text);
    }
    if let Some(recording) = &event.recording {
        let (license, optout) = (escaped(&recording.license), recording.optout);
        out.push_str(&format!("<recording>\n<license>{license}</license>\n<optout>{optout}</optout>\n</recording>\n"));
    }
    out.push_str("<persons>\n");
    for guest in &event.people {
        let id = guest.id.map(|id| format!(" id=\"{id}\"")).unwrap_or_default();
        out.push_str(&format!("<person{id}>{}</person>\n", escaped(&guest.name)));
    }
    out.push_str("</persons>\n<links>\n");
    // Our own address first; XML has no other place for it.
    let own = Link { url: event.url.clone(), title: event.url.clone(), ..Link::default() };
    for link in std::iter::once(&own).chain(&event.links).filter(|link| !link.url.is_empty()) {
        let title = if link.title.is_empty() { &link.url } else { &link.title };
        out.push_str(&format!("<link href=\"{}\">{}</link>\n", escaped(&link.url), escaped(title)));
    }
    out.push_str("</links>\n</event>\n");
}

fn json_event(event: &Event, zone: &TimeZone) -> Value {
    let text = |text: &str| Value::from(clean(text));
    let mut fields = Map::new();
    let told = event.more.iter().filter(|(name, value)| is_allowed(name, value));
    fields.extend(told.map(|(name, value)| (name.clone(), value.clone())));
    let said = [
        ("id", event.id.unwrap_or(1).into()),
        ("guid", event.guid.map(|guid| guid.to_string()).into()),
        ("date", offset_time(event.starts_at, zone).into()),
        ("start", clock_time(event.starts_at, zone).into()),
        ("duration", duration(event.minutes).into()),
        ("room", text(&event.room)),
        ("slug", slug(&event.slug).into()),
        ("url", text(&event.url)),
        ("title", text(&event.title)),
        ("subtitle", text(&event.subtitle)),
        ("track", if event.track.is_empty() { Value::Null } else { text(&event.track) }),
        ("type", text(&event.kind)),
        ("language", text(&event.language)),
        ("abstract", text(&event.summary)),
        ("description", text(&event.description)),
        ("persons", event.people.iter().map(json_guest).collect()),
        ("links", event.links.iter().map(json_link).collect()),
    ];
    fields.extend(said.map(|(name, value)| (name.to_owned(), value)));
    fields.entry("attachments").or_insert_with(|| Value::Array(Vec::new()));
    if let Some(recording) = &event.recording {
        fields.insert("recording_license".into(), text(&recording.license));
        fields.insert("do_not_record".into(), recording.optout.into());
    }
    Value::Object(fields)
}

/// What the JSON schema lets an event say beside what ours have a place for. It forbids all else.
fn is_allowed(name: &str, value: &Value) -> bool {
    match name {
        "code" => value.as_str().is_some_and(is_code),
        "logo" | "feedback_url" | "origin_url" => value.is_string(),
        "do_not_stream" => value.is_boolean() || value.is_string(),
        "attachments" => value.as_array().is_some_and(|list| list.iter().all(is_reference)),
        _ => false,
    }
}

fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// A link as the JSON schema knows it: an address, with a title and a kind where they are said.
fn is_reference(value: &Value) -> bool {
    let right = |(name, value): (&String, &Value)| match name.as_str() {
        "url" | "title" => value.is_string(),
        "type" => value.as_str().is_some_and(|kind| LINKS.contains(&kind)),
        _ => false,
    };
    value.get("url").is_some() && value.as_object().is_some_and(|fields| fields.iter().all(right))
}

/// What the JSON schema lets somebody say beside number and name, which it looks into.
fn is_right_of_guest(name: &str, value: &Value) -> bool {
    match name {
        "code" => value.as_str().is_some_and(is_code),
        "guid" | "url" | "avatar" | "biography" => value.is_string(),
        "links" => value.as_array().is_some_and(|list| list.iter().all(is_reference)),
        _ => true,
    }
}

fn json_guest(guest: &Guest) -> Value {
    let told = guest.more.iter().filter(|(name, value)| is_right_of_guest(name, value));
    let mut fields: Map<String, Value> = told.map(|(name, value)| (name.clone(), value.clone())).collect();
    // The schema tells two kinds of people by what they have: with `name`, it is the one; with `id` and `public_name`, the other;
    // with both it is neither.
    match guest.id {
        Some(id) => {
            fields.insert("id".into(), id.into());
            fields.insert("public_name".into(), clean(&guest.name).into());
        }
        None => {
            fields.insert("name".into(), clean(&guest.name).into());
        }
    }
    Value::Object(fields)
}

fn json_link(link: &Link) -> Value {
    let mut fields = json!({"url": clean(&link.url)});
    let known = Some(link.kind.as_str()).filter(|kind| LINKS.contains(kind));
    for (name, text) in [("title", Some(link.title.as_str()).filter(|title| !title.is_empty())), ("type", known)] {
        if let (Some(text), Some(fields)) = (text, fields.as_object_mut()) {
            fields.insert(name.into(), clean(text).into());
        }
    }
    fields
}

/// As the JSON schema wants it: small letters, figures and underscores, four of them at least; a hyphen only at the start.
pub fn acronym(raw: &str) -> String {
    let plain: String =
        raw.to_lowercase().chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
    format!("{plain:_<4}")
}

/// As the JSON schema wants it: small letters, figures, hyphens and underscores, two of them at least, the last no mark.
fn slug(raw: &str) -> String {
    let plain = raw.to_lowercase();
    let plain: String = plain
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_') { letter } else { '-' })
        .collect();
    let end = plain.trim_end_matches(['-', '_']);
    if end.len() < 2 { format!("event-{end}0") } else { end.to_owned() }
}

/// `Asia/Ho_Chi_Minh` or `UTC`, as the JSON schema wants it.
fn is_place(zone: &str) -> bool {
    let word = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(|first| first.is_ascii_uppercase())
            && letters.next().is_some_and(|second| second.is_ascii_lowercase())
    };
    zone == "UTC"
        || zone.split_once('/').is_some_and(|(continent, city)| {
            word(continent) && continent[1..].bytes().all(|byte| byte.is_ascii_lowercase()) && word(city)
        })
}

fn escaped(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for letter in clean(raw).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Whatever reads an attribute makes spaces of them.
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            other => out.push(other),
        }
    }
    out
}

fn element(out: &mut String, name: &str, value: &str) {
    out.push_str(&format!("<{name}>{}</{name}>\n", escaped(value)));
}

fn clock_time(at: Moment, zone: &TimeZone) -> String {
    at.in_zone(zone).strftime("%H:%M").to_string()
}

fn offset_time(at: Moment, zone: &TimeZone) -> String {
    at.timestamp().to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn duration(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
