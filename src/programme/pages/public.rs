//! The public programme: a day by hour and room, or as a list; every day at once; searched and filtered by its address. Only of the
//! latest release.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use super::super::model::{Released, SessionKind};
use super::super::queries::Edition;
use super::super::rules::{Filter, Offer};
use super::super::{news_topic, queries, rules};
use super::changes::release_line;
use super::keeper::Keeper;
use super::kinds;
use super::lines::{Line, Shown, tongue_name};
use crate::clock::{Clock, Day, Moment};
use crate::conferences::AtConference;
use crate::db::Db;
use crate::ids::{MeetingRoomId, SessionId};
use crate::web::{Answer, Choice, Hub, Page, Pager, Query, page};

/// Rooms that fit beside each other on most desks.
const SIDE_BY_SIDE: usize = 5;
/// With more rooms than this a day is a list unless the table is asked for.
const TABLE: usize = 12;
/// Sessions on one page of a list.
const ON_A_PAGE: i64 = 80;

/// What is asked for; the day is `2025-10-25` or `all`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    day: String,
    kind: String,
    room: String,
    language: String,
    delegation: String,
    q: String,
    /// `table` or `list`; what suits the day where nothing is said.
    view: String,
    page: Option<i64>,
}

impl Wanted {
    fn filter(&self, day: Option<Day>) -> Filter {
        Filter {
            day,
            kind: SessionKind::parse(&self.kind),
            room: MeetingRoomId::parse(&self.room),
            tongue: self.language.clone(),
            delegation: self.delegation.clone(),
            words: Filter::words(&self.q),
        }
    }

    fn is_filtered(&self) -> bool {
        [&self.kind, &self.room, &self.language, &self.delegation, &self.q].iter().any(|text| !text.trim().is_empty())
    }

    /// The address of the same wish with one thing otherwise.
    fn with(&self, base: &str, name: &str, value: &str) -> String {
        let all = [
            ("day", &self.day),
            ("kind", &self.kind),
            ("room", &self.room),
            ("language", &self.language),
            ("delegation", &self.delegation),
            ("q", &self.q),
            ("view", &self.view),
        ];
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair(name, value);
        query.extend_pairs(all.into_iter().filter(|(key, text)| *key != name && !text.is_empty()));
        format!("{base}?{}", query.finish())
    }
}

struct DayWay {
    href: String,
    weekday: String,
    day: String,
    /// How many sessions fit the filters there; nothing without filters.
    found: Option<String>,
    current: bool,
}

struct Hour {
    /// The day above the first of its hours, in a list of several days.
    day: Option<String>,
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
    as_list: bool,
    /// The other way of seeing the day; empty where there is none.
    other_view: String,
    hours: Vec<Hour>,
    kinds: Vec<Choice>,
    room_choices: Vec<Choice>,
    tongues: Vec<Choice>,
    delegations: Vec<Choice>,
    day: String,
    /// The calendar of what is shown: of all, or of one room.
    feed: String,
    pager: Option<Pager>,
    without_filters: String,
    wanted: Wanted,
    base: String,
    conference: String,
    here: String,
}

/// `GET /{conference}/programme`
pub async fn day(by: Keeper, wanted: Query<Wanted>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let Query(wanted) = wanted;
    let mut connection = db.connection().await?;
    let edition = queries::edition(&mut connection, by.visit().site(), by.conference()).await?;
    let Some(edition) = edition else { return page(nothing_yet(&by, wanted)) };
    let order = queries::room_order(&mut connection, by.conference().id).await?;
    let order: Vec<MeetingRoomId> = order.into_iter().map(|(room, _)| room).collect();
    let chosen = by.chosen(&mut connection).await?;
    page(programme(&by, wanted, &edition, &order, (chosen, clock.now())))
}

fn nothing_yet(by: &AtConference, wanted: Wanted) -> DayPage {
    let base = by.path("/programme");
    DayPage {
        page: by.page(by.language().t("programme-title")),
        heading: String::new(),
        release: None,
        days: Vec::new(),
        rooms: Vec::new(),
        has_many_rooms: false,
        as_list: false,
        other_view: String::new(),
        hours: Vec::new(),
        kinds: Vec::new(),
        room_choices: Vec::new(),
        tongues: Vec::new(),
        delegations: Vec::new(),
        day: String::new(),
        feed: String::new(),
        pager: None,
        without_filters: base.clone(),
        wanted,
        conference: by.path(""),
        here: base.clone(),
        base,
    }
}

/// The day that is shown: the one that was asked for, every day where that was asked for or something is looked for, else today or
/// the first.
fn chosen_day(wanted: &Wanted, days: &[Day], today: Day) -> Option<Day> {
    let asked = Day::parse(&wanted.day).filter(|day| days.contains(day));
    if wanted.day == "all" || (asked.is_none() && !wanted.q.trim().is_empty()) {
        return None;
    }
    asked.or_else(|| days.contains(&today).then_some(today)).or_else(|| days.first().copied())
}

fn programme(
    by: &AtConference,
    wanted: Wanted,
    edition: &Arc<Edition>,
    order: &[MeetingRoomId],
    (chosen, now): (BTreeSet<SessionId>, Moment),
) -> DayPage {
    let (language, zone) = (by.language(), by.conference().zone());
    let base = by.path("/programme");
    let days = rules::days(edition.rows().map(|row| row.starts_at), &zone);
    let day = chosen_day(&wanted, &days, now.conference_day(&zone));
    let filter = wanted.filter(day);
    let fitting: Vec<&Released> = edition.rows().filter(|row| filter.fits(row, edition.text(row.session_id))).collect();
    let shown = Shown::new(language, zone.clone(), now, &base, edition).with_chosen(chosen);
    let mut rows: Vec<&Released> = fitting.iter().copied().filter(|row| filter.is_on(row, &zone)).collect();
    let place = |room: MeetingRoomId| order.iter().position(|known| *known == room).unwrap_or(usize::MAX);
    rows.sort_by_key(|row| (row.starts_at, place(row.room_id), row.session_id));
    let rooms = rooms_of(&rows, &shown, place);
    let as_list = match wanted.view.as_str() {
        _ if day.is_none() => true,
        "table" => false,
        "list" => true,
        _ => rooms.len() > TABLE,
    };
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let pager = as_list.then(|| Pager::new(wanted.page, ON_A_PAGE, total, by.visit().path()));
    if let Some(pager) = &pager {
        let (from, size) = (usize::try_from(pager.offset()).unwrap_or(0), usize::try_from(pager.size()).unwrap_or(0));
        rows = rows.into_iter().skip(from).take(size).collect();
    }
    let hours = if as_list { list(&rows, &shown, day.is_none()) } else { table(&rows, &rooms, &shown) };
    let offer = Offer::of(edition.rows());
    let choices = Choices { by, wanted: &wanted, offer: &offer };
    let day_text = day.map_or_else(|| "all".to_owned(), |day| day.to_string());
    DayPage {
        page: by.page(language.t("programme-title")),
        heading: day.map_or_else(|| language.t("public-all-days"), |day| language.weekday_date(day)),
        release: Some(release_line(&edition.release, language, &zone)),
        days: ways(&wanted, &days, day, &fitting, &shown),
        has_many_rooms: rooms.len() > SIDE_BY_SIDE,
        other_view: match day {
            Some(_) => wanted.with(&base, "view", if as_list { "table" } else { "list" }),
            None => String::new(),
        },
        rooms: rooms.into_iter().map(|(_, name)| name).collect(),
        as_list,
        hours,
        kinds: choices.kinds(),
        room_choices: choices.rooms(place),
        tongues: choices.tongues(),
        delegations: choices.delegations(),
        feed: match filter.room.filter(|_| offer.rooms.iter().any(|(room, _)| Some(*room) == filter.room)) {
            Some(room) => format!("{base}/rooms/{room}/calendar.ics"),
            None => format!("{base}.ics"),
        },
        pager: pager.filter(|pager| pager.pages() > 1),
        without_filters: format!("{base}?day={day_text}"),
        day: day_text,
        conference: by.path(""),
        here: by.visit().path().to_owned(),
        wanted,
        base,
    }
}

/// The rooms of these sessions, in the order that the organisers gave them.
fn rooms_of(
    rows: &[&Released],
    shown: &Shown<'_>,
    place: impl Fn(MeetingRoomId) -> usize,
) -> Vec<(MeetingRoomId, String)> {
    let mut rooms: BTreeMap<MeetingRoomId, String> = BTreeMap::new();
    for row in rows {
        rooms.entry(row.room_id).or_insert_with(|| row.facts.room.in_language(shown.language).to_owned());
    }
    let mut rooms: Vec<(MeetingRoomId, String)> = rooms.into_iter().collect();
    rooms.sort_by(|a, b| (place(a.0), &a.1).cmp(&(place(b.0), &b.1)));
    rooms
}

/// Rooms as columns, starting times as rows.
fn table(rows: &[&Released], rooms: &[(MeetingRoomId, String)], shown: &Shown<'_>) -> Vec<Hour> {
    let mut by_time: BTreeMap<Moment, Vec<&Released>> = BTreeMap::new();
    for row in rows {
        by_time.entry(row.starts_at).or_default().push(row);
    }
    let cell = |at: &[&Released], room: MeetingRoomId| {
        at.iter().filter(|row| row.room_id == room).map(|row| shown.line(row)).collect()
    };
    let hour = |(start, at): (Moment, Vec<&Released>)| Hour {
        day: None,
        time: shown.time(start),
        cells: rooms.iter().map(|(room, _)| cell(&at, *room)).collect(),
    };
    by_time.into_iter().map(hour).collect()
}

/// One starting time after the other; with several days, each day above its first hour.
fn list(rows: &[&Released], shown: &Shown<'_>, several_days: bool) -> Vec<Hour> {
    let mut hours: Vec<Hour> = Vec::new();
    let mut last: Option<(Day, Moment)> = None;
    for row in rows {
        let at = (shown.day_of(row), row.starts_at);
        if last != Some(at) {
            let new_day = several_days && last.is_none_or(|(day, _)| day != at.0);
            let day = new_day.then(|| shown.language.weekday_date(at.0));
            hours.push(Hour { day, time: shown.time(row.starts_at), cells: vec![Vec::new()] });
        }
        last = Some(at);
        if let Some(cell) = hours.last_mut().and_then(|hour| hour.cells.first_mut()) {
            cell.push(shown.line(row));
        }
    }
    hours
}

fn ways(wanted: &Wanted, days: &[Day], current: Option<Day>, fitting: &[&Released], shown: &Shown<'_>) -> Vec<DayWay> {
    let (language, filtered) = (shown.language, wanted.is_filtered());
    let count = |many: usize| filtered.then(|| language.count(many));
    let on = |day: Day| fitting.iter().filter(|row| shown.day_of(row) == day).count();
    let mut ways: Vec<DayWay> = days
        .iter()
        .map(|day| DayWay {
            href: wanted.with(shown.base, "day", &day.to_string()),
            weekday: language.weekday(*day),
            day: language.short_date(*day),
            found: count(on(*day)),
            current: current == Some(*day),
        })
        .collect();
    if days.len() > 1 {
        ways.push(DayWay {
            href: wanted.with(shown.base, "day", "all"),
            weekday: language.t("public-all-days-small"),
            day: language.with("public-days", &[("count", days.len().into())]),
            found: count(fitting.len()),
            current: current.is_none(),
        });
    }
    ways
}

/// What the filters offer.
struct Choices<'a> {
    by: &'a AtConference,
    wanted: &'a Wanted,
    offer: &'a Offer,
}

impl Choices<'_> {
    fn any(&self, label: &str, chosen: &str) -> Vec<Choice> {
        Choice::one_of([(String::new(), self.by.language().t(label))], chosen)
    }

    fn kinds(&self) -> Vec<Choice> {
        let mut all = self.any("programme-any-kind", &self.wanted.kind);
        all.extend(kinds(&self.wanted.kind, self.by.language()));
        all
    }

    fn rooms(&self, place: impl Fn(MeetingRoomId) -> usize) -> Vec<Choice> {
        let language = self.by.language();
        let mut rooms: Vec<_> =
            self.offer.rooms.iter().map(|(room, name)| (place(*room), name.in_language(language), room)).collect();
        rooms.sort();
        let mut all = self.any("programme-any-room", &self.wanted.room);
        let rooms = rooms.into_iter().map(|(_, name, room)| (room.to_string(), name));
        all.extend(Choice::one_of(rooms, &self.wanted.room));
        all
    }

    fn tongues(&self) -> Vec<Choice> {
        let language = self.by.language();
        let mut all = self.any("public-any-language", &self.wanted.language);
        let tongues = self.offer.tongues.iter().map(|code| (code.clone(), tongue_name(code, language)));
        all.extend(Choice::one_of(tongues, &self.wanted.language));
        all
    }

    fn delegations(&self) -> Vec<Choice> {
        let language = self.by.language();
        let mut names: Vec<(String, &str, &String)> = self
            .offer
            .delegations
            .iter()
            .map(|(handle, name)| (name.in_language(language), handle))
            .map(|(name, handle)| (crate::language::collation::key(name, language.code()), name, handle))
            .collect();
        names.sort();
        let mut all = self.any("public-any-delegation", &self.wanted.delegation);
        all.extend(Choice::one_of(
            names.into_iter().map(|(_, name, handle)| (handle.clone(), name)),
            &self.wanted.delegation,
        ));
        all
    }
}

/// Tells open pages that there is a new release.
pub async fn news(by: AtConference, hub: Data<Hub>) -> HttpResponse {
    hub.stream(news_topic(by.conference().id))
}
