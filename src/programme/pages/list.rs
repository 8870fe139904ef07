//! The draft as its managers see it: every session with where it stands.

use std::collections::HashSet;

use actix_web::HttpResponse;
use askama::Template;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::super::actions::{Survey, survey, waiting};
use super::super::export::sheet_of;
use super::super::model::{Session, SessionStatus};
use super::super::{queries, rules};
use super::{doubts, kind_label, kinds, status_label};
use crate::clock::Clock;
use crate::conferences::{OnDuty, ProgrammeManager, Reading};
use crate::db::Db;
use crate::files::{TableFormat, write_table};
use crate::ids::SessionId;
use crate::language::Language;
use crate::language::collation::fold;
use crate::web::{Answer, Choice, Page, Pager, Query, attach, page};

/// Sessions on a page of the list.
const SIZE: i64 = 100;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    kind: String,
    status: String,
    /// A day, `2025-10-25`.
    day: String,
    /// `doubts` for the sessions with something doubtful, `waiting` for those that are not public as they stand.
    look: String,
    page: Option<i64>,
    /// Of an export: `csv` or `xlsx`.
    format: String,
}

struct Line {
    href: String,
    title: String,
    kind: String,
    room: String,
    time: String,
    status: SessionStatus,
    status_label: String,
    /// What is doubtful, in a word or two each.
    doubts: Vec<String>,
    /// Public in another shape than this, or not at all.
    waiting: bool,
}

#[derive(Template)]
#[template(path = "programme/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    wanted: Wanted,
    kinds: Vec<Choice>,
    statuses: Vec<Choice>,
    days: Vec<Choice>,
    looks: Vec<Choice>,
    pager: Pager,
    release: Option<String>,
    may_change: bool,
    base: String,
    /// Where what is shown is taken away as a table.
    export: String,
}

pub async fn show(
    by: OnDuty<Reading<ProgrammeManager>>,
    wanted: Query<Wanted>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let Query(wanted) = wanted;
    let (language, conference) = (by.language(), by.conference());
    let zone = conference.zone();
    let mut connection = db.connection().await?;
    let survey = survey(&mut connection, conference).await?;
    let release = queries::latest_release(&mut connection, conference.id).await?;
    let waiting = waiting(&mut connection, conference, &survey, clock.now()).await?;
    let fitting: Vec<&Session> =
        survey.sessions.iter().filter(|session| fits(session, &wanted, &survey, &waiting, &zone)).collect();
    let total = i64::try_from(fitting.len()).unwrap_or(i64::MAX);
    let pager = Pager::new(wanted.page, SIZE, total, by.visit().path());
    let base = by.path("/programme/manage");
    let from = usize::try_from(pager.offset()).unwrap_or_default();
    let lines = fitting.iter().skip(from).take(SIZE as usize).map(|session| Line {
        href: format!("{base}/sessions/{}", session.id),
        title: session.title.in_language(language).to_owned(),
        kind: kind_label(session.kind, language),
        room: session
            .room_id
            .and_then(|id| survey.room(id))
            .map(|room| room.name.in_language(language).to_owned())
            .unwrap_or_default(),
        time: session.starts_at.zip(session.ends_at).map_or_else(String::new, |(from, until)| {
            let day = language.short_date(from.conference_day(&zone));
            format!("{day} {}–{}", language.time(from, &zone), language.time(until, &zone))
        }),
        status: session.status,
        status_label: status_label(session.status, language),
        doubts: doubt_words(&survey, session.id, language),
        waiting: waiting.contains(&session.id),
    });
    let lines = lines.collect();
    let mut kind_choices = Choice::one_of([("", language.t("programme-any-kind"))], &wanted.kind);
    kind_choices.extend(kinds(&wanted.kind, language));
    let mut statuses = Choice::one_of([("", language.t("programme-any-status"))], &wanted.status);
    let all = SessionStatus::ALL.iter().map(|status| (status.as_str(), status_label(*status, language)));
    statuses.extend(Choice::one_of(all, &wanted.status));
    let days = rules::days(survey.sessions.iter().filter_map(|session| session.starts_at), &zone);
    let days = days.iter().map(|day| (day.to_string(), language.weekday_date(*day)));
    let days = std::iter::once((String::new(), language.t("programme-any-day"))).chain(days);
    let looks =
        [("", "programme-look-all"), ("doubts", "programme-look-doubts"), ("waiting", "programme-look-waiting")];
    let may_change = by.holds::<ProgrammeManager>();
    page(ListPage {
        page: by.page(language.t("programme-manage-title")),
        lines,
        kinds: kind_choices,
        statuses,
        days: Choice::one_of(days, &wanted.day),
        looks: Choice::one_of(looks.map(|(look, key)| (look, language.t(key))), &wanted.look),
        pager,
        release: release.map(|release| {
            let time = language.date_time(release.released_at, &zone);
            language.with("programme-release-line", &[("name", release.name.into()), ("time", time.into())])
        }),
        may_change,
        export: wanted_again(&base, &wanted),
        base,
        wanted,
    })
}

/// Where exactly what is shown is taken away.
fn wanted_again(base: &str, wanted: &Wanted) -> String {
    let fields = [
        ("q", &wanted.q),
        ("kind", &wanted.kind),
        ("status", &wanted.status),
        ("day", &wanted.day),
        ("look", &wanted.look),
    ];
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    format!("{base}/export?{query}")
}

/// `GET /{conference}/programme/manage/export`: exactly what the list shows, as a table that an import reads.
pub async fn export(
    by: OnDuty<Reading<ProgrammeManager>>,
    wanted: Query<Wanted>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (Query(wanted), conference) = (wanted, by.conference());
    let mut connection = db.connection().await?;
    let survey = survey(&mut connection, conference).await?;
    let waiting = waiting(&mut connection, conference, &survey, clock.now()).await?;
    let zone = conference.zone();
    let shown = |session: &Session| fits(session, &wanted, &survey, &waiting, &zone);
    let sheet = sheet_of(&mut connection, conference, shown).await?;
    let format = TableFormat::parse(&wanted.format).unwrap_or(TableFormat::Csv);
    let name = format!("{}-programme.{format}", conference.slug);
    Ok(attach(&name, format.media_type(), write_table(&sheet, format)?))
}

fn fits(session: &Session, wanted: &Wanted, survey: &Survey, waiting: &HashSet<SessionId>, zone: &TimeZone) -> bool {
    let needle = fold(wanted.q.trim());
    let day = session.starts_at.map(|start| start.conference_day(zone).to_string());
    let look = match wanted.look.as_str() {
        "doubts" => survey.doubts.contains_key(&session.id),
        "waiting" => waiting.contains(&session.id),
        _ => true,
    };
    look && (wanted.kind.is_empty() || session.kind.as_str() == wanted.kind)
        && (wanted.status.is_empty() || session.status.as_str() == wanted.status)
        && (wanted.day.is_empty() || day.as_ref() == Some(&wanted.day))
        && (needle.is_empty() || session.title.iter().any(|(_, title)| fold(title).contains(&needle)))
}

fn doubt_words(survey: &Survey, id: SessionId, language: Language) -> Vec<String> {
    let mut words: Vec<String> =
        survey.doubts.get(&id).into_iter().flatten().map(|doubt| doubts::word(doubt, language)).collect();
    words.dedup();
    words
}
