//! The timetable: meeting rooms as columns, the hours of a day as rows, what has no place yet beside them. Organisers look at it and move
//! sessions in it; others who may read it see the same without the handles.

mod filters;
mod outlook;
mod place;
mod place_form;
mod sheet;
mod steps;

use std::collections::{BTreeSet, HashMap, HashSet};

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use jiff::tz::TimeZone;
use serde::Deserialize;

pub use place::{outlook, put, show as show_place};
pub use steps::{redo, undo};

use self::filters::Filters;
use self::sheet::{Block, Sheet, sheet, tray};
use self::steps::{Happened, happened};
use super::super::actions::{Survey, survey, waiting};
use super::super::model::{Building, MeetingRoom, Session, SessionStatus, Slot};
use super::super::{queries, rules};
use crate::clock::{Clock, Day, Moment};
use crate::conferences::{Area, Conference, OnDuty, ProgrammeManager, Reading, areas};
use crate::db::{Connection, Db};
use crate::ids::{DelegationId, MeetingRoomId, SessionId};
use crate::language::{Language, Localized};
use crate::web::{Answer, Hub, Page, Query, own_path, page};

/// What is looked at.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    /// A day, `2025-10-25`, or `all`.
    pub day: String,
    pub q: String,
    pub kind: String,
    /// The code of an area: its rooms alone are shown.
    pub area: String,
    /// The code of a language of interpretation.
    pub spoken: String,
    /// A delegation that organises or is on stage.
    pub delegation: String,
    /// `used` for the rooms with something in them, `b-…` for those of a building, `r-…` for one with what it is a part of.
    pub rooms: String,
}

/// Everything that the page is drawn from.
struct Desk {
    survey: Survey,
    buildings: Vec<Building>,
    areas: Vec<Area>,
    delegations: Vec<(DelegationId, Localized)>,
    /// The delegations that have to do with each session.
    bodies: HashMap<SessionId, BTreeSet<DelegationId>>,
    /// How long sessions in the tray were before.
    lengths: HashMap<SessionId, i64>,
    /// Sessions that are not public as they stand.
    waiting: HashSet<SessionId>,
    language: Language,
    zone: TimeZone,
    /// `/{conference}/programme/manage`
    manage: String,
    now: Moment,
}

impl Desk {
    async fn lay(
        connection: &mut Connection,
        conference: &Conference,
        (language, now): (Language, Moment),
    ) -> Answer<Self> {
        let survey = survey(connection, conference).await?;
        let delegations: Vec<(DelegationId, Localized)> =
            queries::organisers(connection, conference.id).await?.into_iter().map(|(id, _, name)| (id, name)).collect();
        let mut bodies: HashMap<SessionId, BTreeSet<DelegationId>> = HashMap::new();
        for (session, delegation) in queries::delegations_on_stage(connection, conference.id).await? {
            bodies.entry(session).or_default().insert(delegation);
        }
        for session in &survey.sessions {
            bodies.entry(session.id).or_default().extend(session.organiser_id);
            let circle = survey.circles.get(&session.id);
            let co_organisers = circle.into_iter().flat_map(|circle| circle.co_organisers.iter().copied());
            bodies.entry(session.id).or_default().extend(co_organisers);
        }
        Ok(Self {
            buildings: queries::buildings(connection, conference.id).await?,
            areas: areas(connection, conference.id).await?,
            lengths: queries::former_lengths(connection, conference.id).await?,
            waiting: waiting(connection, conference, &survey, now).await?,
            zone: conference.zone(),
            manage: format!("/{}/programme/manage", conference.slug),
            survey,
            delegations,
            bodies,
            language,
            now,
        })
    }

    /// The days of the conference, and those besides on which something is held.
    fn days(&self, conference: &Conference) -> Vec<Day> {
        let mut days = rules::days(self.survey.sessions.iter().filter_map(|session| session.starts_at), &self.zone);
        let mut day = conference.starts_on;
        while day <= conference.ends_on {
            days.push(day);
            day = day.plus_days(1);
        }
        days.sort_unstable();
        days.dedup();
        days
    }

    fn room_name(&self, id: MeetingRoomId) -> &str {
        self.survey.room(id).map(|room| room.name.in_language(self.language)).unwrap_or_default()
    }

    fn organiser(&self, id: Option<DelegationId>) -> String {
        let found = self.delegations.iter().find(|(known, _)| Some(*known) == id);
        found.map(|(_, name)| name.in_language(self.language).to_owned()).unwrap_or_default()
    }

    /// The rooms in the order of columns: each hall before its parts.
    fn columns(&self) -> Vec<&MeetingRoom> {
        let rooms = &self.survey.rooms;
        let whole = |room: &&MeetingRoom| room.part_of.is_none_or(|hall| rooms.iter().all(|other| other.id != hall));
        let mut found: Vec<&MeetingRoom> = Vec::with_capacity(rooms.len());
        let mut next: Vec<&MeetingRoom> = rooms.iter().filter(whole).rev().collect();
        while let Some(room) = next.pop() {
            if found.iter().all(|known| known.id != room.id) {
                found.push(room);
                next.extend(rooms.iter().filter(|part| part.part_of == Some(room.id)).rev());
            }
        }
        found
    }
}

struct DayWay {
    href: String,
    /// The day itself; nothing for all of them.
    date: String,
    weekday: String,
    day: String,
    count: usize,
    current: bool,
}

#[derive(Template)]
#[template(path = "programme/timetable.html")]
struct TimetablePage {
    page: Page,
    days: Vec<DayWay>,
    sheets: Vec<Sheet>,
    /// Sessions without a room or a time that fit the filters, and how many there are.
    tray: Vec<Block>,
    waiting_count: usize,
    filters: Filters,
    wanted: Wanted,
    may_change: bool,
    /// What the two buttons would do; empty where there is nothing to do.
    undo: String,
    redo: String,
    happened: Vec<Happened>,
    print: String,
    here: String,
    manage: String,
    back: String,
}

/// `GET /{conference}/programme/manage/timetable`
pub async fn show(
    by: OnDuty<Reading<ProgrammeManager>>,
    wanted: Query<Wanted>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let Query(wanted) = wanted;
    let (language, conference) = (by.language(), by.conference());
    let may_change = by.holds::<ProgrammeManager>();
    let mut connection = db.connection().await?;
    let desk = Desk::lay(&mut connection, conference, (language, clock.now())).await?;
    let (undo, redo) = queries::next_steps(&mut connection, conference.id, by.account()).await?;
    let last = queries::last_steps(&mut connection, conference.id, 12).await?;
    let title_of =
        |id: SessionId| desk.survey.session(id).map(|one| one.title.in_language(language)).unwrap_or_default();
    let named = |key: &str, id: SessionId| language.with(key, &[("title", title_of(id).into())]);
    let days = desk.days(conference);
    let today = desk.now.conference_day(&desk.zone);
    let chosen = Day::parse(&wanted.day).filter(|day| days.contains(day));
    let chosen = chosen.or_else(|| days.iter().copied().find(|day| *day == today)).or_else(|| days.first().copied());
    let all = wanted.day == "all";
    let shown = days.iter().copied().filter(|day| all || Some(*day) == chosen);
    let here = format!("{}/timetable", desk.manage);
    let tray = tray(&desk, &wanted);
    page(TimetablePage {
        page: by.page(language.t("timetable-title")),
        sheets: shown.map(|day| sheet(&desk, &wanted, day)).collect(),
        days: ways(&desk, &days, &wanted, chosen.filter(|_| !all), &here),
        waiting_count: tray.len(),
        filters: Filters::of(&desk, &wanted),
        undo: undo.map(|step| named("timetable-undo-this", step.session_id)).unwrap_or_default(),
        redo: redo.map(|step| named("timetable-redo-this", step.session_id)).unwrap_or_default(),
        happened: last.iter().map(|(step, who)| happened(&desk, step, who, by.account())).collect(),
        print: address(&here, &Wanted { day: "all".into(), ..wanted.clone() }),
        back: url::form_urlencoded::byte_serialize(by.visit().path().as_bytes()).collect(),
        manage: desk.manage.clone(),
        tray,
        wanted,
        may_change,
        here,
    })
}

/// Tells open timetables that the draft has changed.
pub async fn news(by: OnDuty<Reading<ProgrammeManager>>, hub: Data<Hub>) -> HttpResponse {
    hub.stream(format!("programme:{}", by.conference_id()))
}

fn ways(desk: &Desk, days: &[Day], wanted: &Wanted, current: Option<Day>, here: &str) -> Vec<DayWay> {
    let language = desk.language;
    let count = |day: Day| {
        let placed = desk.survey.sessions.iter().filter(|one| one.room_id.is_some());
        placed.filter(|one| one.starts_at.is_some_and(|at| at.conference_day(&desk.zone) == day)).count()
    };
    let way = |day: &Day| DayWay {
        href: address(here, &Wanted { day: day.to_string(), ..wanted.clone() }),
        date: day.to_string(),
        weekday: language.weekday(*day),
        day: language.short_date(*day),
        count: count(*day),
        current: Some(*day) == current,
    };
    days.iter().map(way).collect()
}

/// The address of the page with these filters.
fn address(here: &str, wanted: &Wanted) -> String {
    let pairs = [
        ("day", &wanted.day),
        ("q", &wanted.q),
        ("kind", &wanted.kind),
        ("area", &wanted.area),
        ("spoken", &wanted.spoken),
        ("delegation", &wanted.delegation),
        ("rooms", &wanted.rooms),
    ];
    let said = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(said).finish();
    if query.is_empty() { here.to_owned() } else { format!("{here}?{query}") }
}

/// Where a session stands in the timetable.
pub fn place_in_timetable(by: &OnDuty<ProgrammeManager>, session: &Session) -> String {
    let day = session.starts_at.map(|at| format!("?day={}", at.conference_day(&by.conference().zone())));
    by.path(&format!("/programme/manage/timetable{}#s-{}", day.unwrap_or_default(), session.id))
}

/// The way back to the timetable as it was looked at; to the whole of it where the way leads elsewhere.
fn way_back(manage: &str, back: &str) -> String {
    let (here, back) = (format!("{manage}/timetable"), own_path(back));
    let own = back == here || back.strip_prefix(&here).is_some_and(|rest| rest.starts_with('?'));
    if own { back.to_owned() } else { here }
}

/// Where a session is, in words.
fn place_text(desk_language: Language, zone: &TimeZone, room: &str, slot: Slot) -> String {
    let language = desk_language;
    let time = slot.time.map(|(from, until)| {
        let day = language.weekday_date(from.conference_day(zone));
        (day, language.time(from, zone), language.time(until, zone))
    });
    match (time, slot.room) {
        (Some((day, from, until)), Some(_)) => {
            let said = [("room", room.into()), ("day", day.into()), ("from", from.into()), ("until", until.into())];
            language.with("timetable-place", &said)
        }
        (Some((day, from, until)), None) => language
            .with("timetable-place-no-room", &[("day", day.into()), ("from", from.into()), ("until", until.into())]),
        (None, Some(_)) => language.with("timetable-place-no-time", &[("room", room.into())]),
        (None, None) => language.t("timetable-place-tray"),
    }
}

/// How a page marks where a session stands: its class, and the word.
fn status_class(status: SessionStatus) -> &'static str {
    match status {
        SessionStatus::Draft => "tt-draft",
        SessionStatus::Confirmed => "tt-firm",
        SessionStatus::Cancelled => "tt-off",
    }
}
