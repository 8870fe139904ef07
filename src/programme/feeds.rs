//! The programme for other programs: iCalendar, and the schedule XML and JSON of the frab family. Pure: a release in, text out.

use std::collections::{BTreeMap, HashSet};

use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::model::{Person, Release, Released};
use super::rules::{self, Method, TOLD_OFF};
use super::schedule::{self, Guest, Room, Schedule, bounds};
use crate::clock::Moment;
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

/// Numbers of sessions of ours that stand beside numbers of others begin here.
const ELSEWHERE: i64 = 1_000_000_000;
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

    /// The same as other programs of this kind know it.
    pub fn schedule(&self) -> Schedule {
        let zone = self.zone();
        let live = || self.sessions.iter().filter(|session| !session.cancelled);
        let days = rules::days(live().map(|session| session.starts_at), &zone);
        let mut rooms: BTreeMap<String, Uuid> = BTreeMap::new();
        for session in self.sessions.iter().filter(|session| !session.gone) {
            rooms.entry(text(session.facts.room.in_language(self.language))).or_insert(session.room_id.0);
        }
        let taken: HashSet<i64> = live().filter_map(|session| session.facts.origin.as_ref()?.event.id).collect();
        let conference = self.conference;
        Schedule {
            version: self.release.name.clone(),
            title: conference.name.in_language(self.language).to_owned(),
            acronym: conference.slug.clone(),
            starts_on: Some(conference.starts_on),
            ends_on: Some(conference.ends_on),
            zone_name: Some(conference.time_zone.clone()),
            base: format!("{}/programme", self.base),
            rooms: rooms.into_iter().map(|(name, guid)| Room { name, guid }).collect(),
            days: days.into_iter().filter_map(|day| bounds(day, &zone)).collect(),
            events: live().map(|session| self.schedule_event(session, &taken)).collect(),
        }
    }

    /// A session as an event. What a file brought of it is given back, as long as it was not changed here.
    fn schedule_event(&self, session: &Released, taken: &HashSet<i64>) -> schedule::Event {
        let (facts, language) = (&session.facts, self.language);
        let origin = facts.origin.as_deref();
        let came = origin.map(|origin| &origin.event);
        let text_of = |field: fn(&schedule::Event) -> &String| came.map(field).cloned().unwrap_or_default();
        let description = facts.description.in_language(language);
        let untold = came.filter(|came| came.text() == description);
        let kind = came.filter(|came| rules::kind_of(&came.kind) == facts.kind).map(|came| came.kind.clone());
        let organiser = facts.organiser.as_ref().map(|name| name.in_language(language).to_owned());
        let own_language = came.map(|came| came.language.clone()).filter(|language| !language.is_empty());
        let mut event = schedule::Event {
            // A number of ours that is one of theirs goes where theirs do not.
            id: Some(match came {
                Some(came) => came.id.unwrap_or(facts.number + ELSEWHERE),
                None if taken.contains(&facts.number) => facts.number + ELSEWHERE,
                None => facts.number,
            }),
            guid: Some(came.and_then(|came| came.guid).unwrap_or(session.session_id.0)),
            room: facts.room.in_language(language).to_owned(),
            title: facts.title.in_language(language).to_owned(),
            subtitle: facts.official_number.clone().unwrap_or_else(|| text_of(|came| &came.subtitle)),
            kind: kind.unwrap_or_else(|| facts.kind.as_str().to_owned()),
            summary: untold.map(|came| came.summary.clone()).unwrap_or_default(),
            description: untold.map_or_else(|| description.to_owned(), |came| came.description.clone()),
            slug: came
                .map(|came| came.slug.clone())
                .filter(|slug| !slug.is_empty())
                .unwrap_or_else(|| slug(self.conference, session)),
            track: organiser.unwrap_or_else(|| text_of(|came| &came.track)),
            language: own_language.unwrap_or_else(|| language.content_code().to_owned()),
            url: self.link(session),
            people: (1..).zip(&facts.people).map(|(place, person)| guest(facts.number, place, person, came)).collect(),
            links: came.map(|came| came.links.clone()).unwrap_or_default(),
            recording: came.and_then(|came| came.recording.clone()),
            more: came.map(|came| came.more.clone()).unwrap_or_default(),
            ..schedule::Event::at(session.starts_at, session.ends_at.seconds_since(session.starts_at) / 60)
        };
        // Where it is at home, beside where it is shown here.
        if let Some(home) = came.map(|came| came.url.as_str()).filter(|home| !home.is_empty()) {
            event.more.entry("origin_url").or_insert_with(|| home.into());
        }
        event
    }
}

/// Somebody on stage: with the number that the file gave them, else with one made of the session's and their place, for nobody has a
/// number of their own in the programme.
fn guest(number: i64, place: i64, person: &Person, came: Option<&schedule::Event>) -> Guest {
    let known = came.and_then(|came| came.people.iter().find(|guest| guest.name == person.name));
    let own = Guest { id: None, name: person.name.clone(), ..Guest::default() };
    let guest = known.cloned().unwrap_or(own);
    Guest { id: guest.id.or(Some(number * 100 + place)), ..guest }
}

/// A name as a parameter of a calendar carries it: without the marks that would end it.
fn named(raw: &str) -> String {
    text(raw).replace(['"', '\n', '\t'], " ")
}

/// What calendars can carry: no control characters but line breaks and tabs.
fn text(raw: &str) -> String {
    schedule::kept(raw)
}

fn utc(at: Moment) -> String {
    at.in_zone(&TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn slug(conference: &Conference, session: &Released) -> String {
    format!("{}-{}", conference.slug, session.facts.number)
}
