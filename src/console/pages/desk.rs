//! The staff's overview of a conference: counts, each with its definition and time, and the way to where work waits.

use actix_web::HttpResponse;
use askama::Template;

use super::super::queries;
use crate::accreditation::Step;
use crate::clock::{Clock, Moment};
use crate::conferences::{AccreditationOfficer, AnyDuty, OnDuty, Reading};
use crate::db::{Connection, Db};
use crate::delegations::DelegationStatus;
use crate::participants::Status;
use crate::programme::upcoming;
use crate::web::{Answer, Page, page};

/// A count with what it counts.
struct Count {
    number: String,
    label: String,
    definition: String,
    href: Option<String>,
}

/// A share of a whole, as a bar.
struct Bar {
    word: String,
    count: i64,
    shown: String,
    href: Option<String>,
}

/// A decision on a file, without who took it or why.
struct Decided {
    at: String,
    mark: &'static str,
    word: String,
    name: String,
    delegation: String,
    href: String,
}

/// A session that goes on or comes next.
struct Next {
    time: String,
    day: String,
    title: String,
    note: String,
    now: bool,
    href: String,
}

/// How many decisions are shown.
const DECISIONS: i64 = 8;
/// How many sessions of those that go on, and of those that come.
const SESSIONS: usize = 4;
/// So many are looked through for them: no conference has more rooms.
const LOOKED_THROUGH: i64 = 60;

#[derive(Template)]
#[template(path = "console/desk.html")]
struct DeskPage {
    page: Page,
    dates: String,
    time: String,
    counts: Vec<Count>,
    files: Vec<Bar>,
    most_files: i64,
    answers: Vec<Bar>,
    most_answers: i64,
    /// None for those whose duties show them no files.
    decisions: Option<Vec<Decided>>,
    files_href: Option<String>,
    sessions: Vec<Next>,
    programme: String,
}

pub async fn show(by: OnDuty<AnyDuty>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let people = queries::people_by_status(&mut connection, conference.id).await?;
    let delegations = queries::delegations_by_status(&mut connection, conference.id).await?;
    let collected = queries::badges_collected(&mut connection, conference.id).await?;
    let inside = queries::people_inside(&mut connection, conference.id).await?;
    let with_status =
        |wanted: &str| people.iter().filter(|(status, _)| status == wanted).map(|(_, count)| count).sum::<i64>();
    let confirmed: i64 =
        delegations.iter().filter(|(status, _)| *status == DelegationStatus::Confirmed).map(|(_, count)| count).sum();
    let listed: i64 = delegations.iter().map(|(_, count)| count).sum();
    let way = |label: &str, rest: &str| {
        let href = by.path(rest);
        by.page("").nav().iter().any(|item| item.href == href || item.label == language.t(label)).then_some(href)
    };
    let count = |number: i64, key: &str, href: Option<String>| Count {
        number: language.number(number),
        label: language.t(&format!("desk-{key}")),
        definition: language.with(&format!("desk-{key}-definition"), &[("listed", listed.into())]),
        href,
    };
    let counts = vec![
        count(with_status("submitted"), "waiting", way("nav-files", "/files")),
        count(with_status("approved"), "approved", way("nav-participants", "/participants")),
        count(collected, "collected", way("nav-pass-desk", "/pass-desk")),
        count(inside, "inside", way("nav-gates", "/gates")),
        count(confirmed, "confirmed", way("nav-delegations", "/delegations")),
    ];
    let files = files(&by, &people, way("nav-participants", "/participants"));
    let answers = answers(&by, &delegations, way("nav-delegations", "/delegations"));
    let decisions = match by.holds::<Reading<AccreditationOfficer>>() {
        true => Some(last_decisions(&by, &mut connection, clock.now(), way("nav-files", "/files").is_some()).await?),
        false => None,
    };
    page(DeskPage {
        page: by.page(language.t("desk-title")),
        most_files: most(&files),
        files,
        most_answers: most(&answers),
        answers,
        files_href: way("nav-files", "/files"),
        decisions,
        sessions: next_sessions(&by, &mut connection, clock.now()).await?,
        programme: by.path("/programme"),
        dates: language.date_range(conference.starts_on, conference.ends_on),
        time: language.date_time(clock.now(), &conference.zone()),
        counts,
    })
}

fn most(bars: &[Bar]) -> i64 {
    bars.iter().map(|bar| bar.count).max().unwrap_or(1).max(1)
}

/// Files by where they stand, in the order of the workflow.
fn files(by: &OnDuty<AnyDuty>, people: &[(String, i64)], list: Option<String>) -> Vec<Bar> {
    let language = by.language();
    let bar = |status: &Status| {
        let count = people.iter().find(|(text, _)| text == status.as_str()).map_or(0, |(_, count)| *count);
        let href = list.as_ref().map(|list| format!("{list}?status={status}"));
        let word = language.t(&format!("participants-status-{}", status.as_str().replace('_', "-")));
        Bar { word, count, shown: language.number(count), href }
    };
    Status::ALL.iter().map(bar).collect()
}

/// Delegations by their answer.
fn answers(by: &OnDuty<AnyDuty>, delegations: &[(DelegationStatus, i64)], list: Option<String>) -> Vec<Bar> {
    let language = by.language();
    let bar = |status: &DelegationStatus| {
        let count = delegations.iter().find(|(known, _)| known == status).map_or(0, |(_, count)| *count);
        let href = list.as_ref().map(|list| format!("{list}?status={status}"));
        Bar { word: language.t(&format!("delegation-status-{status}")), count, shown: language.number(count), href }
    };
    DelegationStatus::ALL.iter().map(bar).collect()
}

async fn last_decisions(
    by: &OnDuty<AnyDuty>,
    connection: &mut Connection,
    now: Moment,
    may_open: bool,
) -> Answer<Vec<Decided>> {
    let (language, zone) = (by.language(), by.conference().zone());
    let made = queries::last_decisions(connection, by.conference_id(), DECISIONS).await?;
    let line = |made: queries::Made| Decided {
        at: language.lately(made.at, now, &zone),
        mark: match made.step {
            Step::Approve => "ok",
            Step::Refuse => "no",
            Step::Return => "back",
            _ => "hold",
        },
        word: language.t(&format!("accreditation-step-{}", made.step)),
        name: made.name,
        delegation: made.delegation.in_language(language).to_owned(),
        href: if may_open { by.path(&format!("/files/{}", made.person)) } else { String::new() },
    };
    Ok(made.into_iter().map(line).collect())
}

/// Of the latest release: what goes on now, then what follows, today or later.
async fn next_sessions(by: &OnDuty<AnyDuty>, connection: &mut Connection, now: Moment) -> Answer<Vec<Next>> {
    let (language, zone) = (by.language(), by.conference().zone());
    let today = now.conference_day(&zone);
    let line = |session: crate::programme::Released| {
        let day = session.starts_at.conference_day(&zone);
        Next {
            time: format!("{}–{}", language.time(session.starts_at, &zone), language.time(session.ends_at, &zone)),
            day: if day == today { String::new() } else { language.short_date(day) },
            title: session.facts.title.in_language(language).to_owned(),
            note: session.facts.room.in_language(language).to_owned(),
            now: session.starts_at <= now,
            href: by.path(&format!("/programme/sessions/{}", session.session_id)),
        }
    };
    let (mut current, coming): (Vec<_>, Vec<_>) = upcoming(connection, by.conference_id(), now, LOOKED_THROUGH)
        .await?
        .into_iter()
        .partition(|session| session.starts_at <= now);
    // Official meetings before workshops: they are what everybody else waits for.
    current.sort_by_key(|session| session.facts.official_number.is_none());
    current.truncate(SESSIONS);
    Ok(current.into_iter().chain(coming.into_iter().take(SESSIONS)).map(line).collect())
}
