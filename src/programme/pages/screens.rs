//! Screens that nobody touches: one at the door of each room, one over all rooms for halls. Drawn whole by the server; a small module
//! goes on by the clock when the network is gone, and a service worker keeps the page for a reload.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;
use askama::Template;

use super::super::model::{MeetingRoom, Released};
use super::super::queries::{self, Edition};
use super::super::rules::{Change, ChangeKind, Course, Tree, course, minutes_until};
use super::changes::release_line;
use super::lines::{Line, Shown};
use super::now::wait;
use super::person::unindexed;
use crate::clock::{Clock, Moment};
use crate::conferences::AtConference;
use crate::db::Db;
use crate::language::{Language, Localized};
use crate::web::{Answer, Page, Problem, Qr, page, qr};

/// What a screen at the door holds of one room, at most.
const AHEAD: usize = 30;
/// Seconds ahead for which a screen over all rooms is told what comes, should the network be gone: through the next day.
const FORESEEN: i64 = 40 * 3600;
/// Changes that fit beside the rooms.
const CHANGES: usize = 7;

/// The reader's language and another one of the conference, where it has one.
struct Pair<'a> {
    first: Shown<'a>,
    second: Option<Language>,
}

impl Pair<'_> {
    fn of<'a>(by: &AtConference, now: Moment, base: &'a str, edition: &'a Edition) -> Pair<'a> {
        let language = by.language();
        let others = by.conference().languages.iter().filter(|code| *code != language.content_code());
        let second = others.filter_map(|code| Language::parse(code)).next();
        Pair { first: Shown::new(language, by.conference().zone(), now, base, edition), second }
    }

    /// The same words in both languages: `Now · En ce moment`.
    fn both(&self, key: &str) -> String {
        let first = self.first.language.t(key);
        let second = self.second.map(|language| language.t(key)).filter(|other| *other != first);
        second.map_or(first.clone(), |second| format!("{first} · {second}"))
    }

    /// The text in the other language, where it says anything else.
    fn other(&self, text: &Localized) -> String {
        let first = text.in_language(self.first.language);
        let other = self.second.map(|language| text.in_language(language)).unwrap_or_default();
        if other == first { String::new() } else { other.to_owned() }
    }
}

/// A session on a screen; its state is worked out anew in the browser as time goes on.
struct Held {
    line: Line,
    other_title: String,
    /// Another room than the screen's own: the hall of which this room is a part, or a part of it.
    elsewhere: String,
    access: String,
    from: i64,
    until: i64,
    state: &'static str,
    wait: String,
    code: Option<Qr>,
}

/// Words that stand on every screen, in both languages.
struct Words {
    now: String,
    next: String,
    free: String,
    changes: String,
    contact: String,
    off: String,
    zone: String,
    /// Milliseconds since 1970 at which this was drawn.
    drawn: i64,
    time: String,
    day: String,
    news: String,
    worker: String,
    release: String,
}

impl Words {
    fn of(by: &AtConference, pair: &Pair<'_>) -> Self {
        let (shown, now) = (&pair.first, pair.first.now);
        Self {
            now: pair.both("programme-now"),
            next: pair.both("public-next"),
            free: pair.both("public-free"),
            changes: pair.both("screen-changes"),
            contact: pair.both("screen-no-contact"),
            off: pair.both("programme-cancelled"),
            zone: by.conference().time_zone.clone(),
            drawn: now.microseconds() / 1000,
            time: shown.time(now),
            day: shown.language.weekday_date(now.day(&shown.zone)),
            news: by.path("/programme/news"),
            worker: by.path("/screens/worker.js"),
            release: release_line(&shown.edition.release, shown.language, &shown.zone),
        }
    }
}

/// A change that whoever stands there should know.
struct News {
    is_off: bool,
    word: String,
    title: String,
    before: String,
    place: String,
}

#[derive(Template)]
#[template(path = "programme/screen_room.html")]
struct RoomScreen {
    page: Page,
    words: Words,
    name: String,
    other_name: String,
    held: Vec<Held>,
    is_free: bool,
    changes: Vec<News>,
}

#[derive(Template)]
#[template(path = "programme/screen_none.html")]
struct NothingYet {
    page: Page,
    name: String,
}

/// `GET /{conference}/screens/rooms/{code}`
pub async fn room(by: AtConference, path: Path<(String, String)>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let rooms = queries::rooms(&mut connection, by.conference().id).await?;
    let room = rooms.iter().find(|room| room.code == path.1).ok_or(Problem::NotFound)?;
    let name = room.name.in_language(by.language()).to_owned();
    let edition = queries::edition(&mut connection, by.visit().site(), by.conference()).await?;
    let Some(edition) = edition else { return waiting(&by, name) };
    let base = by.path("/programme");
    let pair = Pair::of(&by, clock.now(), &base, &edition);
    let tree = Tree::of(&rooms);
    let floor = tree.leaves(room.id);
    let here = |row: &Released| !tree.leaves(row.room_id).is_disjoint(&floor);
    let rows: Vec<&Released> = edition.rows().filter(|row| here(row)).collect();
    let course = course(rows.iter().copied().enumerate(), pair.first.now, &pair.first.zone);
    let mut held = Vec::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.ends_at > pair.first.now).take(AHEAD) {
        held.push(at_door(&by, row, state(&course, place, row, &pair.first), room, &pair)?);
    }
    let left = |change: &&Change| {
        let was = change.before.as_ref().filter(|was| here(was) && was.ends_at > pair.first.now && !was.cancelled);
        let gone = change
            .after
            .as_ref()
            .is_none_or(|is| !here(is) || is.starts_at != was.map_or(is.starts_at, |was| was.starts_at));
        was.is_some_and(|was| pair.first.day_of(was) == pair.first.now.conference_day(&pair.first.zone)) && gone
    };
    let changes = edition.changes.iter().filter(left).map(|change| news(change, &pair)).take(CHANGES).collect();
    Ok(unindexed(page(RoomScreen {
        page: by.page(name.as_str()),
        words: Words::of(&by, &pair),
        other_name: pair.other(&room.name),
        name,
        is_free: course.now.is_none(),
        held,
        changes,
    })?))
}

fn waiting(by: &AtConference, name: String) -> Answer<HttpResponse> {
    Ok(unindexed(page(NothingYet { page: by.page(name.as_str()), name })?))
}

/// `now`, `next`, `later` of today; `off` for what is cancelled; `away` for other days.
fn state(course: &Course, place: usize, row: &Released, shown: &Shown<'_>) -> &'static str {
    match place {
        place if course.now == Some(place) => "now",
        place if course.next == Some(place) => "next",
        place if course.later.contains(&place) => "later",
        _ if row.cancelled && shown.day_of(row) == shown.now.conference_day(&shown.zone) => "off",
        _ => "away",
    }
}

fn held(row: &Released, state: &'static str, pair: &Pair<'_>) -> Held {
    let shown = &pair.first;
    let line = shown.line(row);
    // Beyond an hour the time itself says more.
    let is_soon = minutes_until(row.starts_at, shown.now) < 60;
    Held {
        line: Line { kind: shown.plain_kind(row), ..line },
        other_title: pair.other(&row.facts.title),
        elsewhere: String::new(),
        access: pair.both(if row.facts.is_open { "screen-open" } else { "screen-closed" }),
        from: row.starts_at.microseconds() / 1000,
        until: row.ends_at.microseconds() / 1000,
        state,
        wait: if is_soon { wait(row.starts_at, shown.now, shown.language) } else { String::new() },
        code: None,
    }
}

fn at_door(
    by: &AtConference,
    row: &Released,
    state: &'static str,
    room: &MeetingRoom,
    pair: &Pair<'_>,
) -> Answer<Held> {
    let mut held = held(row, state, pair);
    held.code = Some(qr(&by.visit().site().link(&held.line.href))?);
    if row.room_id != room.id {
        held.elsewhere = row.facts.room.in_language(pair.first.language).to_owned();
    }
    Ok(held)
}

fn news(change: &Change, pair: &Pair<'_>) -> News {
    let shown = &pair.first;
    let place = |row: &Released| {
        let day = shown.day_of(row);
        let day =
            (day != shown.now.conference_day(&shown.zone)).then(|| format!("{}, ", shown.language.short_date(day)));
        let time = format!("{}–{}", shown.time(row.starts_at), shown.time(row.ends_at));
        format!("{}{time}, {}", day.unwrap_or_default(), row.facts.room.in_language(shown.language))
    };
    let seen = change.seen();
    let is_off = matches!(change.kind, ChangeKind::Cancelled | ChangeKind::Gone);
    News {
        is_off,
        word: pair.both(&format!("public-mark-{}", change.kind)),
        title: seen.map(|row| row.facts.title.in_language(shown.language).to_owned()).unwrap_or_default(),
        before: change.before.as_ref().filter(|_| change.kind != ChangeKind::Changed).map(place).unwrap_or_default(),
        place: change.after.as_ref().filter(|_| !is_off).map(place).unwrap_or_default(),
    }
}

struct RoomRow {
    name: String,
    other_name: String,
    held: Vec<Held>,
}

#[derive(Template)]
#[template(path = "programme/screen_overview.html")]
struct Overview {
    page: Page,
    words: Words,
    nothing: String,
    rooms: Vec<RoomRow>,
    changes: Vec<News>,
    code: Qr,
    code_text: String,
}

/// `GET /{conference}/screens/overview`
pub async fn overview(by: AtConference, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let order = queries::room_order(&mut connection, by.conference().id).await?;
    let edition = queries::edition(&mut connection, by.visit().site(), by.conference()).await?;
    let name = by.conference().name.in_language(by.language()).to_owned();
    let Some(edition) = edition else { return waiting(&by, name) };
    let base = by.path("/programme");
    let pair = Pair::of(&by, clock.now(), &base, &edition);
    let (now, end) = (pair.first.now, pair.first.now.plus_seconds(FORESEEN));
    let mut rooms = Vec::new();
    for (room, _) in &order {
        let rows: Vec<&Released> =
            edition.rows().filter(|row| row.room_id == *room && row.ends_at > now && row.starts_at < end).collect();
        let Some(first) = rows.first() else { continue };
        let course = course(rows.iter().copied().enumerate(), now, &pair.first.zone);
        let one = |(place, row): (usize, &&Released)| held(row, state(&course, place, row, &pair.first), &pair);
        rooms.push(RoomRow {
            name: first.facts.room.in_language(by.language()).to_owned(),
            other_name: pair.other(&first.facts.room),
            held: rows.iter().enumerate().map(one).collect(),
        });
    }
    let today = now.conference_day(&pair.first.zone);
    let of_today = |change: &&Change| {
        let sides = || change.before.iter().chain(&change.after);
        sides().any(|row| pair.first.day_of(row) == today && row.ends_at > now)
    };
    Ok(unindexed(page(Overview {
        page: by.page(name.as_str()),
        words: Words::of(&by, &pair),
        nothing: pair.both("public-now-nothing"),
        rooms,
        changes: edition.changes.iter().filter(of_today).map(|change| news(change, &pair)).take(CHANGES).collect(),
        code: qr(&by.visit().site().link(&base))?,
        code_text: pair.both("screen-programme"),
    })?))
}

/// `GET /{conference}/screens/worker.js`: keeps the screens of this conference for when the network is gone.
pub async fn worker(_by: AtConference) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/javascript; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(include_str!("../../../static/js/screen/worker.js"))
}
