//! The public programme: a day by hour and room, and a session's page. Only of the latest release.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::super::model::{Released, SessionKind, StageRole};
use super::super::{news_topic, queries, rules};
use super::changes::release_line;
use super::place::{Place, place_of};
use super::session_more::{More, more};
use super::{kind_label, kinds};
use crate::clock::{Clock, Day, Moment};
use crate::conferences::AtConference;
use crate::db::Db;
use crate::ids::{MeetingRoomId, SessionId};
use crate::language::Language;
use crate::web::{Answer, Choice, Hub, Page, Query, page};

/// Rooms that fit beside each other on most desks.
const SIDE_BY_SIDE: usize = 5;

/// Filters of the programme; the day is `2025-10-25`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    day: String,
    kind: String,
    room: String,
    q: String,
}

struct DayWay {
    href: String,
    weekday: String,
    day: String,
    current: bool,
}

/// A session as a page shows it.
struct Line {
    href: String,
    kind: String,
    title: String,
    room: String,
    note: String,
    tongues: String,
    from: String,
    until: String,
    now: bool,
    cancelled: bool,
    /// No longer in the programme at all.
    gone: bool,
    /// What was changed at short notice today, and why; empty where nothing was.
    urgent: String,
}

struct Hour {
    time: String,
    cells: Vec<Vec<Line>>,
}

#[derive(Template)]
#[template(path = "programme/day.html")]
struct DayPage {
    page: Page,
    heading: String,
    release: Option<String>,
    days: Vec<DayWay>,
    rooms: Vec<String>,
    /// More than a desk shows side by side: then it is said that the table can be moved.
    has_many_rooms: bool,
    hours: Vec<Hour>,
    kinds: Vec<Choice>,
    room_choices: Vec<Choice>,
    day: String,
    wanted: Wanted,
    base: String,
}

struct Shown<'a> {
    language: Language,
    zone: TimeZone,
    now: Moment,
    base: &'a str,
}

impl Shown<'_> {
    fn line(&self, session: &Released) -> Line {
        let (facts, language) = (&session.facts, self.language);
        let kind = kind_label(facts.kind, language);
        let kind = match &facts.official_number {
            Some(number) => language.with("programme-numbered", &[("kind", kind.into()), ("number", number.into())]),
            None => kind,
        };
        let chairs = names(session, language, |role| matches!(role, StageRole::Chair | StageRole::CoChair));
        let organiser = facts.organiser.as_ref().map(|name| name.in_language(language).to_owned()).unwrap_or_default();
        let note = match (chairs.is_empty(), organiser.is_empty()) {
            (false, _) => language.with("programme-chaired", &[("names", chairs.into())]),
            (true, false) => language.with("programme-organised", &[("name", organiser.into())]),
            (true, true) => String::new(),
        };
        Line {
            href: format!("{}/sessions/{}", self.base, session.session_id),
            kind: if facts.is_open { kind } else { language.with("programme-closed-kind", &[("kind", kind.into())]) },
            title: facts.title.in_language(language).to_owned(),
            room: facts.room.in_language(language).to_owned(),
            note,
            tongues: facts.interpretation.join(" ").to_uppercase(),
            from: language.time(session.starts_at, &self.zone),
            until: language.time(session.ends_at, &self.zone),
            now: !session.cancelled && session.starts_at <= self.now && self.now < session.ends_at,
            cancelled: session.cancelled,
            gone: session.gone,
            urgent: self.urgent(session).unwrap_or_default(),
        }
    }

    /// Until the conference's day ends: when it was changed, from what, and why.
    fn urgent(&self, session: &Released) -> Option<String> {
        let urgent = session.urgent.as_ref()?;
        if urgent.at.conference_day(&self.zone) != self.now.conference_day(&self.zone) {
            return None;
        }
        let (language, zone) = (self.language, &self.zone);
        let time = |at: Moment| language.time(at, zone);
        let (room, from, until) = (urgent.room.in_language(language), time(urgent.starts_at), time(urgent.ends_at));
        let day = language.short_date(urgent.starts_at.conference_day(zone));
        let key = if session.cancelled { "programme-urgent-off" } else { "programme-urgent-moved" };
        let arguments = [("time", time(urgent.at).into()), ("before", format!("{day}, {from}–{until}, {room}").into())];
        Some(format!("{} {}", language.with(key, &arguments), urgent.reason.in_language(language)))
    }
}

fn names(session: &Released, language: Language, wanted: impl Fn(StageRole) -> bool) -> String {
    let names: Vec<&str> = session
        .facts
        .people
        .iter()
        .filter(|person| wanted(person.role))
        .map(|person| match session.facts.affiliation(person, language) {
            "" => person.name.as_str(),
            affiliation => affiliation,
        })
        .collect();
    names.join(", ")
}

fn fits(session: &Released, wanted: &Wanted, language: Language) -> bool {
    let facts = &session.facts;
    let kind = SessionKind::parse(&wanted.kind).is_none_or(|kind| kind == facts.kind);
    let room = wanted.room.is_empty() || session.room_id.to_string() == wanted.room;
    let needle = crate::language::collation::fold(wanted.q.trim());
    let text = needle.is_empty() || {
        let people = facts
            .people
            .iter()
            .map(|person| format!("{} {}", person.name, facts.affiliation(person, language)))
            .collect::<Vec<_>>()
            .join(" ");
        let hay = format!("{} {} {people}", facts.title.in_language(language), facts.room.in_language(language));
        crate::language::collation::fold(&hay).contains(&needle)
    };
    kind && room && text
}

pub async fn day(by: AtConference, wanted: Query<Wanted>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let Query(wanted) = wanted;
    let (language, conference) = (by.language(), by.conference());
    let zone = conference.zone();
    let now = clock.now();
    let mut connection = db.connection().await?;
    let release = queries::latest_release(&mut connection, conference.id).await?;
    let sessions = match &release {
        Some(release) => queries::released(&mut connection, conference.id, release.id).await?,
        None => Vec::new(),
    };
    let sessions: Vec<Released> = sessions.into_iter().filter(|session| !session.gone).collect();
    let days = rules::days(sessions.iter().map(|session| session.starts_at), &zone);
    let today = now.conference_day(&zone);
    let chosen = Day::parse(&wanted.day)
        .filter(|day| days.contains(day))
        .or_else(|| days.contains(&today).then_some(today))
        .or_else(|| days.first().copied())
        .unwrap_or(conference.starts_on);
    let base = by.path("/programme");
    let shown = Shown { language, zone: zone.clone(), now, base: &base };
    let on_day: Vec<&Released> = sessions
        .iter()
        .filter(|session| session.starts_at.conference_day(&zone) == chosen && fits(session, &wanted, language))
        .collect();
    let order: Vec<MeetingRoomId> =
        queries::rooms(&mut connection, conference.id).await?.into_iter().map(|room| room.id).collect();
    let place = |room: MeetingRoomId| order.iter().position(|known| *known == room).unwrap_or(usize::MAX);
    let (rooms, hours) = table(&on_day, &shown, place);
    let ways = days
        .iter()
        .map(|day| DayWay {
            href: format!("{base}?day={day}"),
            weekday: language.weekday(*day),
            day: language.short_date(*day),
            current: *day == chosen,
        })
        .collect();
    let mut all_rooms: Vec<(usize, String, String)> = sessions
        .iter()
        .map(|session| (session.room_id, session.facts.room.in_language(language).to_owned()))
        .map(|(room, name)| (place(room), name, room.to_string()))
        .collect();
    all_rooms.sort();
    all_rooms.dedup();
    let all_rooms = all_rooms.into_iter().map(|(_, name, room)| (room, name));
    let any = |label: &str| (String::new(), language.t(label));
    let mut kind_choices = Choice::one_of([any("programme-any-kind")], &wanted.kind);
    kind_choices.extend(kinds(&wanted.kind, language));
    let mut room_choices = Choice::one_of([any("programme-any-room")], &wanted.room);
    room_choices.extend(Choice::one_of(all_rooms, &wanted.room));
    let release = release.map(|release| release_line(&release, language, &zone));
    page(DayPage {
        page: by.page(language.t("programme-title")),
        heading: language.weekday_date(chosen),
        release,
        days: ways,
        has_many_rooms: rooms.len() > SIDE_BY_SIDE,
        rooms,
        hours,
        kinds: kind_choices,
        room_choices,
        day: chosen.to_string(),
        wanted,
        base,
    })
}

/// Rooms as columns, in the order that the organisers gave them; starting times as rows.
fn table(
    sessions: &[&Released],
    shown: &Shown<'_>,
    place: impl Fn(MeetingRoomId) -> usize,
) -> (Vec<String>, Vec<Hour>) {
    let mut rooms: Vec<(MeetingRoomId, String)> = Vec::new();
    for session in sessions {
        if !rooms.iter().any(|(id, _)| *id == session.room_id) {
            rooms.push((session.room_id, session.facts.room.in_language(shown.language).to_owned()));
        }
    }
    rooms.sort_by(|a, b| (place(a.0), &a.1).cmp(&(place(b.0), &b.1)));
    let mut by_time: BTreeMap<Moment, Vec<&Released>> = BTreeMap::new();
    for session in sessions {
        by_time.entry(session.starts_at).or_default().push(session);
    }
    let hours = by_time
        .into_iter()
        .map(|(start, at)| Hour {
            time: shown.language.time(start, &shown.zone),
            cells: rooms
                .iter()
                .map(|(room, _)| {
                    at.iter().filter(|session| session.room_id == *room).map(|session| shown.line(session)).collect()
                })
                .collect(),
        })
        .collect();
    (rooms.into_iter().map(|(_, name)| name).collect(), hours)
}

/// Somebody on stage, as the session's page shows them.
struct Speaker {
    role: String,
    name: String,
    rest: String,
}

/// Tells open pages that there is a new release.
pub async fn news(by: AtConference, hub: Data<Hub>) -> HttpResponse {
    hub.stream(news_topic(by.conference().id))
}

#[derive(Template)]
#[template(path = "programme/session.html")]
struct SessionPage {
    page: Page,
    line: Line,
    date: String,
    description: String,
    place: Place,
    people: Vec<Speaker>,
    webcast: bool,
    more: More,
    data: String,
    news: String,
    back: String,
}

pub async fn session(by: AtConference, path: Path<(String, SessionId)>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let (language, conference) = (by.language(), by.conference());
    let zone = conference.zone();
    let mut connection = db.connection().await?;
    let found = queries::released_one(&mut connection, conference.id, id).await?;
    let place = place_of(&by, &mut connection, found.room_id).await?;
    let base = by.path("/programme");
    let shown = Shown { language, zone: zone.clone(), now: clock.now(), base: &base };
    let day = found.starts_at.conference_day(&zone);
    let people = found
        .facts
        .people
        .iter()
        .map(|person| Speaker {
            role: language.t(&format!("programme-role-{}", person.role.as_str().replace('_', "-"))),
            name: person.name.clone(),
            rest: [person.title.as_str(), found.facts.affiliation(person, language)]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
        })
        .collect();
    page(SessionPage {
        page: by.page(found.facts.title.in_language(language)),
        line: shown.line(&found),
        date: language.weekday_date(day),
        description: found.facts.description.in_language(language).to_owned(),
        place,
        people,
        webcast: found.facts.webcast,
        more: more(&found.facts, language),
        data: structured(&by, &found, &zone),
        news: format!("{base}/news"),
        back: format!("{base}?day={day}"),
    })
}

/// The session as schema.org describes events, safe to stand inside a script element.
fn structured(by: &AtConference, session: &Released, zone: &TimeZone) -> String {
    let language = by.language();
    let at = |moment: Moment| moment.timestamp().to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
    let state = if session.cancelled { "EventCancelled" } else { "EventScheduled" };
    let json = serde_json::json!({
        "@context": "https://schema.org", "@type": "Event",
        "name": session.facts.title.in_language(language),
        "startDate": at(session.starts_at), "endDate": at(session.ends_at),
        "eventStatus": format!("https://schema.org/{state}"),
        "location": {"@type": "Place", "name": session.facts.room.in_language(language)},
        "superEvent": {"@type": "Event", "name": by.conference().name.in_language(language)},
        "inLanguage": session.facts.interpretation,
    });
    json.to_string().replace('<', "\\u003c")
}
