//! A session's own page: when, where, who; what other programs read of it; the way to the next one in the room.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::super::model::Released;
use super::super::queries::{self, Edition};
use super::super::rules::{ChangeKind, person_handle};
use super::changes::release_line;
use super::keeper::Keeper;
use super::lines::{Line, Shown, tongue_name};
use super::place::{Place, place_of};
use super::session_more::{More, more, papers_of, sign_up_of};
use crate::clock::{Clock, Moment};
use crate::conferences::AtConference;
use crate::db::Db;
use crate::ids::SessionId;
use crate::web::{Answer, Page, Problem, page};

/// Somebody on stage, as the session's page shows them.
struct Speaker {
    role: String,
    name: String,
    rest: String,
    href: String,
}

/// The session before or after in the same room.
struct Neighbour {
    href: String,
    title: String,
    when: String,
}

#[derive(Template)]
#[template(path = "programme/session.html")]
struct SessionPage {
    page: Page,
    line: Line,
    date: String,
    release: String,
    description: Vec<String>,
    place: Place,
    /// The programme of this room.
    room_href: String,
    tongues: Vec<String>,
    people: Vec<Speaker>,
    webcast: bool,
    more: More,
    data: String,
    news: String,
    back: String,
    calendar: String,
    previous: Option<Neighbour>,
    next: Option<Neighbour>,
    conference: String,
    here: String,
}

/// `GET /{conference}/programme/sessions/{session}`
pub async fn show(by: Keeper, path: Path<(String, SessionId)>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let zone = conference.zone();
    let mut connection = db.connection().await?;
    let edition = queries::edition(&mut connection, by.visit().site(), conference).await?.ok_or(Problem::NotFound)?;
    let found = edition.row(path.1).ok_or(Problem::NotFound)?;
    let place = place_of(&by, &mut connection, found.room_id).await?;
    let sign_up = sign_up_of(&by, &mut connection, found, clock.now()).await?;
    let papers = papers_of(&by, &mut connection, found).await?;
    let base = by.path("/programme");
    let chosen = by.chosen(&mut connection).await?;
    let shown = Shown::new(language, zone.clone(), clock.now(), &base, &edition).with_chosen(chosen);
    let day = shown.day_of(found);
    let facts = &found.facts;
    let description = facts.description.in_language(language).split("\n\n").map(str::trim);
    page(SessionPage {
        page: by.page(facts.title.in_language(language)),
        line: shown.line(found),
        date: language.weekday_date(day),
        release: release_line(&edition.release, language, &zone),
        description: description.filter(|text| !text.is_empty()).map(ToOwned::to_owned).collect(),
        place,
        room_href: format!("{base}?day={day}&room={}", found.room_id),
        tongues: facts.interpretation.iter().map(|code| tongue_name(code, language)).collect(),
        people: speakers(found, &shown),
        webcast: facts.webcast,
        more: More { sign_up, papers, ..more(facts, language) },
        data: structured(&by, &edition, found, &zone),
        news: format!("{base}/news"),
        back: format!("{base}?day={day}"),
        calendar: format!("{base}/sessions/{}/calendar.ics", found.session_id),
        previous: neighbour(&edition, found, &shown, false),
        next: neighbour(&edition, found, &shown, true),
        conference: by.path(""),
        here: by.visit().path().to_owned(),
    })
}

fn speakers(found: &Released, shown: &Shown<'_>) -> Vec<Speaker> {
    let speaker = |person| {
        let person: &super::super::model::Person = person;
        let rest = [person.title.as_str(), found.facts.affiliation(person, shown.language)];
        Speaker {
            role: shown.language.t(&format!("programme-role-{}", person.role.as_str().replace('_', "-"))),
            name: person.name.clone(),
            rest: rest.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            href: format!("{}/people/{}", shown.base, person_handle(person)),
        }
    };
    found.facts.people.iter().map(speaker).collect()
}

/// What takes place in the same room before or after, whatever the day.
fn neighbour(edition: &Edition, of: &Released, shown: &Shown<'_>, after: bool) -> Option<Neighbour> {
    let place = |row: &Released| (row.starts_at, row.session_id);
    let in_room = || edition.rows().filter(|row| row.room_id == of.room_id && !row.cancelled);
    let found = if after {
        in_room().filter(|row| place(row) > place(of)).min_by_key(|row| place(row))
    } else {
        in_room().filter(|row| place(row) < place(of)).max_by_key(|row| place(row))
    }?;
    let time = shown.time(found.starts_at);
    let other_day = shown.day_of(found) != shown.day_of(of);
    let day = other_day.then(|| shown.language.short_date(shown.day_of(found)));
    Some(Neighbour {
        href: format!("{}/sessions/{}", shown.base, found.session_id),
        title: found.facts.title.in_language(shown.language).to_owned(),
        when: day.map_or(time.clone(), |day| format!("{day}, {time}")),
    })
}

/// The session as schema.org describes events, safe to stand inside a script element.
fn structured(by: &AtConference, edition: &Edition, session: &Released, zone: &TimeZone) -> String {
    let (language, conference, facts) = (by.language(), by.conference(), &session.facts);
    let at = |moment: Moment| moment.timestamp().to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
    let former = edition.change(session.session_id).filter(|change| change.kind == ChangeKind::Moved);
    let former = former.and_then(|change| change.before.as_ref()).filter(|was| was.starts_at != session.starts_at);
    let state = match (session.cancelled, former) {
        (true, _) => "EventCancelled",
        (false, Some(_)) => "EventRescheduled",
        (false, None) => "EventScheduled",
    };
    let site = |path: &str| by.visit().site().link(path);
    let venue = [conference.venue.in_language(language), conference.place.in_language(language)];
    let venue: Vec<&str> = venue.into_iter().filter(|part| !part.is_empty()).collect();
    let person = |person: &super::super::model::Person| {
        let mut one = json!({"@type": "Person", "name": person.name});
        if !person.title.is_empty() {
            one["jobTitle"] = Value::from(person.title.as_str());
        }
        let affiliation = facts.affiliation(person, language);
        if !affiliation.is_empty() {
            one["affiliation"] = json!({"@type": "Organization", "name": affiliation});
        }
        one
    };
    let mut event = json!({
        "@context": "https://schema.org", "@type": "Event",
        "name": facts.title.in_language(language),
        "url": site(&by.path(&format!("/programme/sessions/{}", session.session_id))),
        "startDate": at(session.starts_at), "endDate": at(session.ends_at),
        "eventStatus": format!("https://schema.org/{state}"),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": facts.room.in_language(language), "address": venue.join(", ")},
        "superEvent": {
            "@type": "Event", "name": conference.name.in_language(language), "url": site(&by.path("")),
            "startDate": conference.starts_on, "endDate": conference.ends_on,
            "location": {"@type": "Place", "name": venue.join(", ")},
        },
        "inLanguage": facts.interpretation,
        "performer": facts.people.iter().map(person).collect::<Vec<_>>(),
    });
    if let Some(former) = former {
        event["previousStartDate"] = Value::from(at(former.starts_at));
    }
    let description = facts.description.in_language(language);
    if !description.is_empty() {
        event["description"] = Value::from(description);
    }
    let organisers = facts.organiser.iter().chain(&facts.co_organisers);
    let organisers: Vec<Value> =
        organisers.map(|name| json!({"@type": "Organization", "name": name.in_language(language)})).collect();
    if !organisers.is_empty() {
        event["organizer"] = Value::from(organisers);
    }
    event.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
