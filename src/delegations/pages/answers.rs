//! How delegations answer: counts with their definitions, the trend over days, the same by regional group, and what came in last.

mod plot;

use std::collections::HashMap;

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use self::plot::{Plot, plot};
use crate::clock::{Clock, Day, Moment};
use crate::conferences::{DutyKind, OnDuty, Organiser, Reading};
use crate::db::{Connection, Db};
use crate::delegations::queries::{self, GivenAnswer};
use crate::delegations::rules::{Grouping, REGIONS, Standing, Tally, tally, total, trend};
use crate::files::{Cell, Sheet, TableFormat, write_table};
use crate::ids::DelegationId;
use crate::language::Language;
use crate::web::{Answer, Page, Pager, Query, attach, page};

/// Answers on a page.
const SIZE: i64 = 25;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    page: String,
    #[serde(default)]
    format: String,
}

struct Count {
    figure: String,
    word: String,
    definition: String,
}

struct Row {
    name: String,
    /// To the list with this group alone.
    href: String,
    figures: Vec<String>,
}

struct Line {
    when: String,
    name: String,
    href: String,
    mark: &'static str,
    answer: String,
    people: String,
    note: String,
}

struct DayLine {
    day: String,
    confirmed: String,
    declined: String,
    people: String,
}

#[derive(Template)]
#[template(path = "delegations/answers.html")]
struct AnswersPage {
    page: Page,
    list: String,
    may_remind: bool,
    time: String,
    counts: Vec<Count>,
    plot: Option<Plot>,
    days: Vec<DayLine>,
    headings: Vec<(String, String)>,
    rows: Vec<Row>,
    sum: Vec<String>,
    lines: Vec<Line>,
    pager: Pager,
}

/// What the page and its table are made of.
struct Ground {
    rows: Vec<(Grouping, Tally)>,
    days: Vec<(Day, Standing)>,
    answers: i64,
}

async fn ground(by: &OnDuty<Reading<Organiser>>, connection: &mut Connection, now: Moment) -> Answer<Ground> {
    let (conference, zone) = (by.conference_id(), by.conference().zone());
    let all = queries::delegations(connection, conference).await?;
    let mut named: HashMap<DelegationId, i64> = HashMap::new();
    for (of, quota) in queries::all_quotas(connection, conference).await? {
        *named.entry(of).or_default() += i64::from(quota.used);
    }
    let given = queries::answers(connection, conference).await?;
    let answers = i64::try_from(given.len()).unwrap_or(i64::MAX);
    let given: Vec<_> = given.into_iter().map(|(id, at, status, people)| (id, at.day(&zone), status, people)).collect();
    Ok(Ground {
        rows: tally(&all, REGIONS, |id| named.get(&id).copied().unwrap_or(0)),
        days: trend(&given, now.day(&zone)),
        answers,
    })
}

/// `GET /{conference}/delegations/answers`
pub async fn show(by: OnDuty<Reading<Organiser>>, query: Query<Asked>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, zone, now) = (by.language(), by.conference().zone(), clock.now());
    let mut connection = db.connection().await?;
    let ground = ground(&by, &mut connection, now).await?;
    let pager = Pager::new(query.0.page.parse().ok(), SIZE, ground.answers, by.visit().path());
    let last = queries::last_answers(&mut connection, by.conference_id(), (pager.offset(), pager.size())).await?;
    let list = by.path("/delegations");
    let line = |one: GivenAnswer| Line {
        when: language.date_time(one.given_at, &zone),
        name: one.name.in_language(language).to_owned(),
        href: format!("{list}/{}", one.delegation_id),
        mark: one.status.mark(),
        answer: language.t(&one.status.key()),
        people: one.expected_people.map(|people| language.number(people.into())).unwrap_or_default(),
        note: one.note,
    };
    let sum = total(&ground.rows);
    let day = |(day, one): &(Day, Standing)| DayLine {
        day: language.date(*day),
        confirmed: language.number(one.confirmed),
        declined: language.number(one.declined),
        people: language.number(one.people),
    };
    page(AnswersPage {
        page: by.page(language.t("answers-title")),
        may_remind: by.has(DutyKind::Organiser),
        time: language.date_time(now, &zone),
        counts: counts(sum, language),
        plot: plot(&ground.days, language),
        days: ground.days.iter().rev().map(day).collect(),
        headings: COLUMNS.iter().map(|key| heading(key, language)).collect(),
        rows: ground
            .rows
            .iter()
            .map(|(of, sums)| Row {
                name: group_name(of, language),
                href: format!("{list}?{}", group_filter(of)),
                figures: figures(sums).map(|count| language.number(count)).to_vec(),
            })
            .collect(),
        sum: figures(&sum).map(|count| language.number(count)).to_vec(),
        lines: last.into_iter().map(line).collect(),
        pager,
        list,
    })
}

fn counts(sum: Tally, language: Language) -> Vec<Count> {
    let figures = [
        ("confirmed", sum.confirmed),
        ("declined", sum.declined),
        ("unanswered", sum.unanswered),
        ("expected", sum.expected),
        ("named", sum.named),
    ];
    let count = |(key, figure)| Count {
        figure: language.number(figure),
        word: language.t(&format!("answers-{key}")),
        definition: language.t(&format!("answers-{key}-definition")),
    };
    figures.into_iter().map(count).collect()
}

/// The columns of the table by group, in order.
const COLUMNS: [&str; 7] = ["listed", "not-written-to", "unanswered", "confirmed", "declined", "expected", "named"];

fn figures(one: &Tally) -> [i64; 7] {
    [one.listed, one.not_written_to, one.unanswered, one.confirmed, one.declined, one.expected, one.named]
}

/// A column's word and what it counts.
fn heading(key: &str, language: Language) -> (String, String) {
    (language.t(&format!("answers-{key}")), language.t(&format!("answers-{key}-definition")))
}

fn group_name(of: &Grouping, language: Language) -> String {
    match of {
        Grouping::Region(region) => language.t(&format!("region-{region}")),
        Grouping::Kind(kind) => language.t(&kind.key()),
    }
}

fn group_filter(of: &Grouping) -> String {
    match of {
        Grouping::Region(region) => format!("region={region}"),
        Grouping::Kind(kind) => format!("kind={kind}"),
    }
}

/// `GET /{conference}/delegations/answers/export`: the table by group, each figure with its word, and when it was counted.
pub async fn export(by: OnDuty<Reading<Organiser>>, query: Query<Asked>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, now) = (by.language(), clock.now());
    let mut connection = db.connection().await?;
    let ground = ground(&by, &mut connection, now).await?;
    let mut headings = vec![language.t("answers-group")];
    headings.extend(COLUMNS.iter().map(|key| heading(key, language).0));
    headings.push(language.t("answers-counted"));
    let counted = language.date_time(now, &by.conference().zone());
    let cells = |name: String, sums: &Tally| {
        let mut row: Vec<Cell> = vec![name.into()];
        row.extend(figures(sums).map(Cell::from));
        row.push(counted.as_str().into());
        row
    };
    let mut rows: Vec<_> = ground.rows.iter().map(|(of, sums)| cells(group_name(of, language), sums)).collect();
    rows.push(cells(language.t("answers-sum"), &total(&ground.rows)));
    let sheet = Sheet { name: language.t("answers-export-name"), headings, rows };
    let format = TableFormat::parse(&query.0.format).unwrap_or(TableFormat::Csv);
    let file = format!("{}-{}.{format}", by.conference().slug, sheet.name);
    Ok(attach(&file, format.media_type(), write_table(&sheet, format)?))
}
