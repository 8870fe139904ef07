//! Now and next: room by room what goes on and what comes, followed live.

use actix_web::HttpResponse;
use askama::Template;

use super::super::model::Released;
use super::super::queries;
use super::super::rules::{course, minutes_until};
use super::keeper::Keeper;
use super::lines::{Line, Shown};
use crate::clock::{Clock, Moment};
use crate::db::Db;
use crate::ids::MeetingRoomId;
use crate::language::Language;
use crate::web::{Answer, Page, page};

struct Room {
    name: String,
    href: String,
    now: Option<Line>,
    next: Option<Line>,
    /// `in 12 minutes`
    wait: String,
}

#[derive(Template)]
#[template(path = "programme/now.html")]
struct NowPage {
    page: Page,
    when: String,
    time: String,
    is_released: bool,
    rooms: Vec<Room>,
    /// Where nothing more takes place today: the next day on which something does.
    next_day: Option<(String, String)>,
    back: String,
    news: String,
    conference: String,
    here: String,
}

/// `in 12 minutes`, `in 2 h 5 min`
pub fn wait(at: Moment, now: Moment, language: Language) -> String {
    let minutes = minutes_until(at, now);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => language.with("public-in-minutes", &[("minutes", minutes.into())]),
        (hours, minutes) => language.with("public-in-hours", &[("hours", hours.into()), ("minutes", minutes.into())]),
    }
}

/// `GET /{conference}/programme/now`
pub async fn show(by: Keeper, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, conference, now) = (by.language(), by.conference(), clock.now());
    let zone = conference.zone();
    let mut connection = db.connection().await?;
    let edition = queries::edition(&mut connection, by.visit().site(), conference).await?;
    let order = queries::room_order(&mut connection, conference.id).await?;
    let chosen = by.chosen(&mut connection).await?;
    let base = by.path("/programme");
    let (mut rooms, mut next_day) = (Vec::new(), None);
    if let Some(edition) = &edition {
        let shown = Shown::new(language, zone.clone(), now, &base, edition).with_chosen(chosen);
        let rows: Vec<&Released> = edition.rows().collect();
        rooms = order.iter().filter_map(|(room, _)| room_now(*room, &rows, &shown)).collect();
        let today = now.conference_day(&zone);
        let later = rows.iter().filter(|row| !row.cancelled).map(|row| shown.day_of(row)).filter(|day| *day > today);
        next_day = later.min().map(|day| (format!("{base}?day={day}"), language.weekday_date(day)));
    }
    page(NowPage {
        page: by.page(language.t("public-now-title")),
        when: language.weekday_date(now.conference_day(&zone)),
        time: language.time(now, &zone),
        is_released: edition.is_some(),
        next_day: next_day.filter(|_| rooms.is_empty()),
        rooms,
        news: format!("{base}/news"),
        conference: by.path(""),
        here: by.visit().path().to_owned(),
        back: base,
    })
}

fn room_now(room: MeetingRoomId, rows: &[&Released], shown: &Shown<'_>) -> Option<Room> {
    let own = rows.iter().copied().enumerate().filter(|(_, row)| row.room_id == room);
    let course = course(own, shown.now, &shown.zone);
    let line = |place: Option<usize>| place.map(|place| shown.line(rows[place]));
    let first = rows[course.now.or(course.next)?];
    Some(Room {
        name: first.facts.room.in_language(shown.language).to_owned(),
        href: format!("{}?room={room}", shown.base),
        now: line(course.now),
        next: line(course.next),
        wait: course.next.map(|place| wait(rows[place].starts_at, shown.now, shown.language)).unwrap_or_default(),
    })
}
