//! The programme for other programs: iCalendar, and the schedule XML and JSON of the frab family. Pure: a release in, text out.

use std::collections::BTreeMap;

use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::model::{Release, Released};
use super::rules::{self, Method, TOLD_OFF};
use crate::clock::{Day, Moment};
use crate::conferences::Conference;
use crate::language::Language;

/// A release with its conference, ready to be written in a language.
pub struct Feed<'a> {
    pub conference: &'a Conference,
    pub release: &'a Release,
    pub sessions: &'a [Released],
    pub language: Language,
    /// `BASE_URL` and the path of the conference.
    pub base: String,
    pub now: Moment,
}

/// Whose calendar it is.
pub struct Attendee<'a> {
    pub name: &'a str,
    pub address: &'a str,
    /// Else a focal point, who only follows it.
    pub on_stage: bool,
}

/// Seconds after which programs should ask again: 15 minutes, though some ask once a day whatever one says.
const REFRESH: &str = "PT15M";

impl Feed<'_> {
    fn zone(&self) -> TimeZone {
        self.conference.zone()
    }

    fn link(&self, session: &Released) -> String {
        format!("{}/programme/sessions/{}", self.base, session.session_id)
    }

    /// RFC 5545 with UTC instants; UIDs stay the same across releases, SEQUENCE rises with each change.
    pub fn ics(&self) -> String {
        // Not `new`, which names a program of its own beside ours.
        let mut calendar = Calendar::empty();
        let name = self.conference.name.in_language(self.language);
        calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//Plenipo//Programme//EN"));
        calendar.append_property(("CALSCALE", "GREGORIAN")).append_property(("METHOD", "PUBLISH"));
        // The programme's mails and pages name the release, too.
        calendar.name(name).description(&text(&self.release.name));
        calendar
            .append_property(("REFRESH-INTERVAL;VALUE=DURATION", REFRESH))
            .append_property(("X-PUBLISHED-TTL", REFRESH));
        let told = |session: &&Released| session.off_since.is_none_or(|since| self.now.seconds_since(since) < TOLD_OFF);
        for session in self.sessions.iter().filter(told) {
            calendar.push(self.event(session));
        }
        calendar.done().to_string()
    }

    fn event(&self, session: &Released) -> Event {
        let facts = &session.facts;
        let mut event = Event::new();
        event
            .uid(&format!("{}@plenipo", session.session_id))
            .sequence(u32::try_from(session.sequence).unwrap_or_default())
            .summary(&text(facts.title.in_language(self.language)))
            .location(&text(facts.room.in_language(self.language)))
            .add_property("DTSTAMP", utc(self.release.released_at))
            .add_property("LAST-MODIFIED", utc(self.release.released_at))
            .add_property("DTSTART", utc(session.starts_at))
            .add_property("DTEND", utc(session.ends_at))
            .add_property("URL", self.link(session))
            .status(if session.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
        let description = facts.description.in_language(self.language);
        if !description.is_empty() {
            event.description(&text(description));
        }
        event.done()
    }

    /// One session for one calendar, by mail: RFC 5546 and 6047. The UID is the feed's, and so is the SEQUENCE.
    pub fn update(&self, session: &Released, method: Method, organiser: &str, attendee: &Attendee<'_>) -> String {
        let mut calendar = Calendar::empty();
        calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//Plenipo//Programme//EN"));
        calendar.append_property(("CALSCALE", "GREGORIAN")).append_property(("METHOD", method.as_str()));
        let mut event = self.event(session);
        let conference = named(self.conference.name.in_language(self.language));
        let mut organiser = Property::new("ORGANIZER", format!("mailto:{organiser}"));
        event.append_property(organiser.add_parameter("CN", &conference).done());
        let mut invited = Property::new("ATTENDEE", format!("mailto:{}", attendee.address));
        invited.add_parameter("CN", &named(attendee.name)).add_parameter("CUTYPE", "INDIVIDUAL");
        let role = if attendee.on_stage { "REQ-PARTICIPANT" } else { "NON-PARTICIPANT" };
        // Nobody reads answers: the programme says who is on stage.
        invited.add_parameter("ROLE", role).add_parameter("PARTSTAT", "NEEDS-ACTION").add_parameter("RSVP", "FALSE");
        event.append_property(invited.done());
        if method == Method::Cancel {
            event.status(EventStatus::Cancelled);
        }
        calendar.push(event.done());
        calendar.done().to_string()
    }

    /// Sessions by conference day and room, both in order.
    fn by_day(&self) -> Vec<(Day, BTreeMap<String, Vec<&Released>>)> {
        let zone = self.zone();
        let live = || self.sessions.iter().filter(|session| !session.cancelled);
        rules::days(live().map(|session| session.starts_at), &zone)
            .into_iter()
            .map(|day| {
                let mut rooms: BTreeMap<String, Vec<&Released>> = BTreeMap::new();
                for session in live().filter(|session| session.starts_at.conference_day(&zone) == day) {
                    rooms.entry(text(session.facts.room.in_language(self.language))).or_default().push(session);
                }
                (day, rooms)
            })
            .collect()
    }

    fn day_bounds(&self, day: Day) -> (String, String) {
        let zone = self.zone();
        let bound = |day: Day| day.at(4, 0, &zone).map(|at| offset_time(at, &zone)).unwrap_or_default();
        (bound(day), bound(day.plus_days(1)))
    }

    /// Schedule XML, valid against the c3voc schema.
    pub fn xml(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n");
        let conference = self.conference;
        element(&mut out, "version", &self.release.name);
        out.push_str("<conference>\n");
        element(&mut out, "title", conference.name.in_language(self.language));
        element(&mut out, "acronym", &conference.slug);
        element(&mut out, "start", &conference.starts_on.to_string());
        element(&mut out, "end", &conference.ends_on.to_string());
        let days = self.by_day();
        element(&mut out, "days", &days.len().to_string());
        element(&mut out, "timeslot_duration", "00:05");
        out.push_str("</conference>\n");
        for (index, (day, rooms)) in days.iter().enumerate() {
            let (start, end) = self.day_bounds(*day);
            out.push_str(&format!("<day index=\"{}\" date=\"{day}\" start=\"{start}\" end=\"{end}\">\n", index + 1));
            for (room, sessions) in rooms {
                out.push_str(&format!("<room name=\"{}\">\n", escaped(room)));
                for session in sessions {
                    self.xml_event(&mut out, room, session);
                }
                out.push_str("</room>\n");
            }
            out.push_str("</day>\n");
        }
        if days.is_empty() {
            // The schema wants at least one day.
            out.push_str(&format!("<day index=\"1\" date=\"{}\"/>\n", conference.starts_on));
        }
        out.push_str("</schedule>\n");
        out
    }

    fn xml_event(&self, out: &mut String, room: &str, session: &Released) {
        let (facts, zone) = (&session.facts, self.zone());
        out.push_str(&format!("<event id=\"{}\" guid=\"{}\">\n", facts.number, session.session_id));
        element(out, "room", room);
        element(out, "title", facts.title.in_language(self.language));
        element(out, "subtitle", facts.official_number.as_deref().unwrap_or_default());
        element(out, "type", facts.kind.as_str());
        element(out, "date", &offset_time(session.starts_at, &zone));
        element(out, "start", &clock_time(session.starts_at, &zone));
        element(out, "duration", &duration(session));
        element(out, "abstract", "");
        element(out, "description", facts.description.in_language(self.language));
        element(out, "slug", &slug(self.conference, session));
        element(out, "track", facts.organiser.as_ref().map(|name| name.in_language(self.language)).unwrap_or_default());
        element(out, "language", self.language.content_code());
        out.push_str("<persons>\n");
        for person in &facts.people {
            element(out, "person", &person.name);
        }
        out.push_str("</persons>\n<links>\n");
        out.push_str(&format!(
            "<link href=\"{}\">{}</link>\n",
            escaped(&self.link(session)),
            escaped(&self.link(session))
        ));
        out.push_str("</links>\n</event>\n");
    }

    /// Schedule JSON, valid against the c3voc schema.
    pub fn json(&self) -> Value {
        let conference = self.conference;
        let days = self.by_day();
        let mut rooms: BTreeMap<String, Value> = BTreeMap::new();
        for session in self.sessions.iter().filter(|session| !session.gone) {
            let name = text(session.facts.room.in_language(self.language));
            rooms.entry(name.clone()).or_insert_with(|| json!({"name": name, "guid": session.room_id}));
        }
        let days: Vec<Value> = days
            .iter()
            .enumerate()
            .map(|(index, (day, rooms))| {
                let (start, end) = self.day_bounds(*day);
                let rooms: BTreeMap<&String, Vec<Value>> = rooms
                    .iter()
                    .map(|(room, sessions)| {
                        (room, sessions.iter().map(|session| self.json_event(room, session)).collect())
                    })
                    .collect();
                json!({"index": index + 1, "date": day, "day_start": start, "day_end": end, "rooms": rooms})
            })
            .collect();
        json!({"schedule": {
            "version": text(&self.release.name),
            "base_url": format!("{}/programme", self.base),
            "conference": {
                "acronym": conference.slug,
                "title": text(conference.name.in_language(self.language)),
                "start": conference.starts_on, "end": conference.ends_on,
                "daysCount": days.len(), "timeslot_duration": "00:05", "time_zone_name": conference.time_zone,
                "rooms": rooms.into_values().collect::<Vec<_>>(), "days": days,
            },
        }})
    }

    fn json_event(&self, room: &str, session: &Released) -> Value {
        let (facts, zone) = (&session.facts, self.zone());
        let people: Vec<Value> = (1..)
            .zip(&facts.people)
            // A person has no number of their own in the programme: the session's number and their place make one.
            .map(|(place, person): (i64, _)| json!({"id": facts.number * 100 + place, "public_name": text(&person.name)}))
            .collect();
        json!({
            "id": facts.number, "guid": session.session_id, "date": offset_time(session.starts_at, &zone),
            "start": clock_time(session.starts_at, &zone), "duration": duration(session), "room": room,
            "slug": slug(self.conference, session), "url": self.link(session),
            "title": text(facts.title.in_language(self.language)), "subtitle": facts.official_number.as_deref().map(text).unwrap_or_default(),
            "track": facts.organiser.as_ref().map(|name| text(name.in_language(self.language))),
            "type": facts.kind.as_str(), "language": self.language.content_code(), "abstract": "",
            "description": text(facts.description.in_language(self.language)), "persons": people, "links": [], "attachments": [],
        })
    }
}

/// A name as a parameter of a calendar carries it: without the marks that would end it.
fn named(raw: &str) -> String {
    text(raw).replace(['"', '\n', '\t'], " ")
}

/// What XML and calendars can carry: no control characters but line breaks and tabs.
fn text(raw: &str) -> String {
    let allowed = |letter: &char| !matches!(letter, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{d}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}');
    raw.chars().filter(allowed).collect()
}

fn escaped(raw: &str) -> String {
    text(raw).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn element(out: &mut String, name: &str, value: &str) {
    out.push_str(&format!("<{name}>{}</{name}>\n", escaped(value)));
}

fn utc(at: Moment) -> String {
    at.in_zone(&TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn clock_time(at: Moment, zone: &TimeZone) -> String {
    at.in_zone(zone).strftime("%H:%M").to_string()
}

fn offset_time(at: Moment, zone: &TimeZone) -> String {
    at.timestamp().to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn duration(session: &Released) -> String {
    let minutes = session.ends_at.seconds_since(session.starts_at) / 60;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn slug(conference: &Conference, session: &Released) -> String {
    format!("{}-{}", conference.slug, session.facts.number)
}
