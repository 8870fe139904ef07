//! Passes: which areas are open by pass only, who holds one for an area, granting and revoking, and the list as a table.

mod grant;

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

pub use grant::{grant, revoke};

use crate::clock::Clock;
use crate::conferences::{Area, Duty, GateStaff, OnDuty, Organiser, ProgrammeManager, Reading, areas};
use crate::db::{Connection, Db};
use crate::delegations::delegations;
use crate::files::{Cell, Sheet, TableFormat, write_table};
use crate::gates::queries::{self, PassLine, PassesSought};
use crate::ids::{AreaId, ParticipantId};
use crate::participants::Worded;
use crate::web::{Answer, Choice, Errors, Page, Pager, Problem, Query, Typed, attach, page, page_with, typed_moment};

const SIZE: i64 = 50;
/// The most rows of an export.
const ROWS: i64 = 200_000;
/// Column headings of the export; the first three are what a pasted list has.
const HEADINGS: [&str; 9] =
    ["number", "from", "until", "reference", "name", "delegation", "category", "status", "granted_at"];

struct AreaLine {
    name: String,
    href: String,
    holders: String,
    by_pass: bool,
}

#[derive(Template)]
#[template(path = "gates/passes.html")]
struct AreasPage {
    page: Page,
    /// None for those to whom the gates are shut.
    up: Option<String>,
    /// None for those who do not see the settings.
    settings: Option<String>,
    lines: Vec<AreaLine>,
}

/// `GET /{conference}/gates/passes`
pub async fn show(by: OnDuty<Reading<ProgrammeManager>>, db: Db) -> Answer<HttpResponse> {
    let language = by.language();
    let mut connection = db.connection().await?;
    let holders: BTreeMap<AreaId, i64> =
        queries::holders_by_area(&mut connection, by.conference_id()).await?.into_iter().collect();
    let shown = areas(&mut connection, by.conference_id()).await?;
    let shown = shown.into_iter().filter(|area| area.by_pass || holders.contains_key(&area.id));
    let lines = shown.map(|area| AreaLine {
        name: area.name.in_language(language).to_owned(),
        href: by.path(&format!("/gates/passes/{}", area.id)),
        holders: language.number(holders.get(&area.id).copied().unwrap_or(0)),
        by_pass: area.by_pass,
    });
    page(AreasPage {
        page: by.page(language.t("gates-passes")),
        up: by.holds::<Reading<GateStaff>>().then(|| by.path("/gates")),
        settings: by.holds::<Organiser>().then(|| by.path("/settings/areas")),
        lines: lines.collect(),
    })
}

/// Filters of the list.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filters {
    q: String,
    who: String,
    page: Option<i64>,
    format: String,
}

struct Line {
    name: String,
    delegation: String,
    letter: String,
    pattern: String,
    category: String,
    status: (&'static str, String),
    /// None: no badge and no collection code.
    number: Option<String>,
    person: ParticipantId,
    /// When the pass is good; None: they hold none.
    held: Option<String>,
    revocation: String,
}

/// A mistake in a pasted list.
struct Wrong {
    line: usize,
    text: String,
}

#[derive(Template)]
#[template(path = "gates/area_passes.html")]
struct AreaPage {
    page: Page,
    up: String,
    action: String,
    export: String,
    query: String,
    who: Vec<Choice>,
    everybody: bool,
    is_open: bool,
    may_grant: bool,
    delegations: Vec<Choice>,
    lines: Vec<Line>,
    pager: Pager,
    typed: Typed,
    errors: Errors,
    wrong: Vec<Wrong>,
    zone: String,
}

/// What a page of the list shows beside the list.
#[derive(Default)]
struct Drawn {
    typed: Typed,
    errors: Errors,
    wrong: Vec<Wrong>,
}

async fn area_of<D: Duty>(by: &OnDuty<D>, connection: &mut Connection, id: AreaId) -> Answer<Area> {
    let all = areas(connection, by.conference_id()).await?;
    all.into_iter().find(|area| area.id == id).ok_or(Problem::NotFound)
}

/// `GET /{conference}/gates/passes/{area}`
pub async fn list(
    by: OnDuty<Reading<ProgrammeManager>>,
    path: Path<(String, AreaId)>,
    filters: Query<Filters>,
    db: Db,
) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let area = area_of(&by, &mut connection, path.1).await?;
    draw(&by, &mut connection, area, filters.0, Drawn::default()).await
}

async fn draw<D: Duty>(
    by: &OnDuty<D>,
    connection: &mut Connection,
    area: Area,
    filters: Filters,
    drawn: Drawn,
) -> Answer<HttpResponse> {
    let language = by.language();
    let action = by.path(&format!("/gates/passes/{}", area.id));
    let everybody = filters.who == "everybody";
    let sought =
        PassesSought { conference: by.conference_id(), area: area.id, words: filters.q.trim(), holders: !everybody };
    let total = queries::count_pass_lines(connection, &sought).await?;
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("q", sought.words)
        .append_pair("who", &filters.who)
        .finish();
    let pager = Pager::new(filters.page, SIZE, total, &format!("{action}?{query}"));
    let found = queries::pass_lines(connection, &sought, (pager.offset(), pager.size())).await?;
    let numbers = numbers(connection, &found).await?;
    let offered = delegations(connection, by.conference_id()).await?;
    let offered = offered.iter().map(|one| (one.id.to_string(), one.name.in_language(language).to_owned()));
    let status = if drawn.errors.is_empty() && drawn.wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let mut offered: Vec<(String, String)> = offered.collect();
    offered.sort_by_cached_key(|(_, name)| crate::language::collation::key(name, language.code()));
    let who = [("", language.t("gates-pass-holders")), ("everybody", language.t("gates-pass-everybody"))];
    page_with(
        status,
        AreaPage {
            page: by.page(area.name.in_language(language).to_owned()),
            up: by.path("/gates/passes"),
            export: format!("{action}/export?format=csv&{query}"),
            query: sought.words.to_owned(),
            who: Choice::one_of(who, &filters.who),
            everybody,
            is_open: !area.by_pass,
            may_grant: by.holds::<ProgrammeManager>(),
            delegations: Choice::one_of(offered, drawn.typed.text("delegation")),
            lines: found
                .into_iter()
                .map(|line| Line {
                    name: line.person.name(),
                    delegation: line.delegation.name.in_language(language).to_owned(),
                    letter: line.category.letter.clone(),
                    pattern: line.category.pattern.to_string(),
                    category: line.category.name.in_language(language).to_owned(),
                    status: (line.person.status.mark(), language.t(&line.person.status.word())),
                    number: numbers.get(&line.person.id).map(|number| shown_number(*number)),
                    person: line.person.id,
                    held: line.held.map(|held| when(by, held)),
                    revocation: format!("{action}/{}/revocation", line.person.id),
                })
                .collect(),
            pager,
            action,
            typed: drawn.typed,
            errors: drawn.errors,
            wrong: drawn.wrong,
            zone: by.conference().whose_clocks(language),
        },
    )
}

async fn numbers(connection: &mut Connection, lines: &[PassLine]) -> Answer<BTreeMap<ParticipantId, i32>> {
    let people: Vec<ParticipantId> = lines.iter().map(|line| line.person.id).collect();
    Ok(queries::current_numbers(connection, &people).await?.into_iter().collect())
}

/// As it stands on the badge: `000 417`.
fn shown_number(number: i32) -> String {
    let digits = format!("{number:06}");
    format!("{} {}", &digits[..digits.len() - 3], &digits[digits.len() - 3..])
}

fn when<D: Duty>(by: &OnDuty<D>, held: queries::Held) -> String {
    let (language, zone) = (by.language(), by.conference().zone());
    let time = |at| language.date_time(at, &zone);
    match (held.opens.map(time), held.closes.map(time)) {
        (None, None) => language.t("gates-pass-always"),
        (Some(from), None) => language.with("gates-pass-from", &[("from", from.into())]),
        (None, Some(until)) => language.with("gates-pass-until", &[("until", until.into())]),
        (Some(from), Some(until)) => {
            language.with("gates-pass-between", &[("from", from.into()), ("until", until.into())])
        }
    }
}

/// `GET /{conference}/gates/passes/{area}/export`
pub async fn export(
    by: OnDuty<Reading<ProgrammeManager>>,
    path: Path<(String, AreaId)>,
    filters: Query<Filters>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let format = TableFormat::parse(&filters.0.format).unwrap_or(TableFormat::Csv);
    let mut connection = db.connection().await?;
    let area = area_of(&by, &mut connection, path.1).await?;
    let words = filters.0.q.trim();
    let sought = PassesSought { conference: by.conference_id(), area: area.id, words, holders: true };
    let found = queries::pass_lines(&mut connection, &sought, (0, ROWS)).await?;
    let numbers = numbers(&mut connection, &found).await?;
    drop(connection);
    let zone = by.conference().zone();
    let row = |line: &PassLine| -> Vec<Cell> {
        let time = |at: Option<crate::clock::Moment>| at.map(|at| typed_moment(at, &zone));
        vec![
            numbers.get(&line.person.id).copied().into(),
            time(line.held.and_then(|held| held.opens)).into(),
            time(line.held.and_then(|held| held.closes)).into(),
            line.person.reference.into(),
            line.person.name().into(),
            line.delegation.name.in_language(by.language()).into(),
            line.category.letter.as_str().into(),
            line.person.status.as_str().into(),
            line.held.map(|held| held.granted_at.to_string()).into(),
        ]
    };
    let sheet = Sheet {
        name: "passes".to_owned(),
        headings: HEADINGS.iter().map(|heading| (*heading).to_owned()).collect(),
        rows: found.iter().map(row).collect(),
    };
    let day = clock.now().day(&zone);
    let body = actix_web::web::block(move || write_table(&sheet, format)).await??;
    let name = format!("{}-passes-{}-{day}.{format}", by.conference().slug, area.code);
    Ok(attach(&name, format.media_type(), body))
}
