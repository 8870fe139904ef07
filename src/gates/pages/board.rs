//! The live board: who is inside now, how people arrive, who was refused and why. Figures carry their definition and their time.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;

use super::plot::{Plot, plot};
use super::scanner::reason_key;
use crate::clock::{Clock, Moment};
use crate::conferences::{Area, GateStaff, OnDuty, Reading, areas, categories};
use crate::db::{Connection, Db};
use crate::gates::lobby::topic;
use crate::gates::model::{Direction, Flag, Reason, Ruling};
use crate::gates::queries::{self, LastScan};
use crate::gates::rules::Places;
use crate::ids::AreaId;
use crate::language::Message;
use crate::web::{Answer, Hub, Page, page};

/// Minutes that the plot shows.
const MINUTES: i64 = 120;
const LAST: i64 = 20;

struct AreaLine {
    name: String,
    people: String,
    /// Empty where nobody counts.
    capacity: String,
}

struct RefusalLine {
    reason: String,
    people: i64,
    shown: String,
}

struct ScanLine {
    time: String,
    gate: String,
    name: String,
    delegation: String,
    /// Letter, pattern and word; empty where the code named nobody.
    category: (String, String, String),
    /// As `marks::status` draws it.
    kind: &'static str,
    said: String,
}

#[derive(Template)]
#[template(path = "gates/board.html")]
struct BoardPage {
    page: Page,
    events: String,
    when: String,
    time: String,
    inside: String,
    today: String,
    pace: String,
    refused: String,
    most_refusals: i64,
    areas: Vec<AreaLine>,
    plot: Plot,
    refusals: Vec<RefusalLine>,
    scans: Vec<ScanLine>,
}

/// `GET /{conference}/gates/board`
pub async fn show(by: OnDuty<Reading<GateStaff>>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let (language, zone) = (by.language(), by.conference().zone());
    let mut connection = db.connection().await?;
    let morning = now.conference_day(&zone).at(4, 0, &zone).unwrap_or(now);
    let (inside, lines) = areas_now(&by, &mut connection).await?;
    let from = now.plus_seconds(-MINUTES * 60);
    let arrivals = queries::arrivals_per_minute(&mut connection, by.conference_id(), from, now).await?;
    let arrivals: Vec<(Moment, i64)> = arrivals.into_iter().map(|minute| (minute.minute, minute.people)).collect();
    let lately = arrivals.iter().filter(|(at, _)| now.seconds_since(*at) < 300).map(|(_, people)| people).sum::<i64>();
    let today = queries::people_since(&mut connection, by.conference_id(), morning).await?;
    let refusals = queries::refusals(&mut connection, by.conference_id(), morning).await?;
    let refused: i64 = refusals.iter().map(|(_, many)| many).sum();
    page(BoardPage {
        page: by.page(language.t("gates-board")),
        events: by.path("/gates/board/events"),
        when: language.weekday_date(now.day(&zone)),
        time: language.time(now, &zone),
        inside: language.number(inside),
        today: language.number(today),
        pace: language.number(lately),
        refused: language.number(refused),
        most_refusals: refusals.first().map_or(1, |(_, most)| *most),
        areas: lines,
        plot: plot(&arrivals, now, MINUTES, &zone, language),
        refusals: refusals
            .into_iter()
            .map(|(reason, many)| RefusalLine {
                reason: language.t(&reason_key(reason)),
                people: many,
                shown: language.number(many),
            })
            .collect(),
        scans: last_scans(&by, &mut connection).await?,
    })
}

/// `GET /{conference}/gates/board/events`
pub async fn events(by: OnDuty<Reading<GateStaff>>, hub: Data<Hub>) -> HttpResponse {
    hub.stream(topic(by.conference_id()))
}

/// People in any area, and each area with those in it and in the areas within.
async fn areas_now(by: &OnDuty<Reading<GateStaff>>, connection: &mut Connection) -> Answer<(i64, Vec<AreaLine>)> {
    let areas = areas(connection, by.conference_id()).await?;
    let people = queries::people_by_area(connection, by.conference_id()).await?;
    let places: Places<AreaId> = Places::new(areas.iter().map(|area| (area.id, area.parent_id)));
    let within = |area: &Area| {
        let inner = people.iter().filter(|(at, _)| places.within(Some(*at), area.id));
        inner.map(|(_, many)| many).sum::<i64>()
    };
    let line = |area: &Area| AreaLine {
        name: area.name.in_language(by.language()).to_owned(),
        people: by.language().number(within(area)),
        capacity: area.capacity.map(|capacity| by.language().number(capacity.into())).unwrap_or_default(),
    };
    Ok((people.iter().map(|(_, many)| many).sum(), areas.iter().map(line).collect()))
}

async fn last_scans(by: &OnDuty<Reading<GateStaff>>, connection: &mut Connection) -> Answer<Vec<ScanLine>> {
    let (language, zone) = (by.language(), by.conference().zone());
    let kinds = categories(connection, by.conference_id()).await?;
    let category = |letter: &str| {
        let kind = kinds.iter().find(|kind| kind.letter == letter);
        kind.map(|kind| (letter.to_owned(), kind.pattern.to_string(), kind.name.in_language(language).to_owned()))
    };
    let line = |scan: LastScan| {
        let (kind, key) = said(&scan);
        let (name, delegation, letter) = match scan.person {
            Some(person) => {
                (person.name().to_owned(), person.delegation.in_language(language).to_owned(), person.category)
            }
            None => Default::default(),
        };
        let wall = scan.at.in_zone(&zone);
        ScanLine {
            time: format!("{:02}:{:02}:{:02}", wall.hour(), wall.minute(), wall.second()),
            gate: scan.gate.in_language(language).to_owned(),
            name,
            delegation,
            category: category(&letter).unwrap_or_default(),
            kind,
            said: language.message(&key),
        }
    };
    Ok(queries::last_scans(connection, by.conference_id(), LAST).await?.into_iter().map(line).collect())
}

fn said(scan: &LastScan) -> (&'static str, Message) {
    // Somebody left with a badge that is dead: nobody is held at an exit, and somebody should look.
    if scan.flags.contains(&Flag::Alarm) {
        return ("no", Message::new("gates-said-alarm"));
    }
    match (scan.verdict, scan.direction) {
        (Ruling::Refuse, _) => ("no", Message::new(reason_key(scan.reason))),
        (Ruling::Admit, _) if scan.reason != Reason::Ok => ("hold", Message::new("gates-said-overridden")),
        (Ruling::Admit, Direction::Entry) => ("ok", Message::new("gates-said-entered")),
        (Ruling::Admit, Direction::Exit) => ("gone", Message::new("gates-said-left")),
    }
}
