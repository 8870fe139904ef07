//! What a release changes, in words: grouped, the old and the new time and room beside each other, each with its link.

use actix_web::HttpResponse;
use askama::Template;
use jiff::tz::TimeZone;

use super::super::model::{Counts, Release, Released};
use super::super::rules::{Change, ChangeKind, difference};
use super::super::{queries, wording};
use crate::clock::Moment;
use crate::conferences::AtConference;
use crate::db::{Connection, Db};
use crate::ids::{ConferenceId, SessionId};
use crate::language::Language;
use crate::web::{Answer, Page, page};

/// All changes of one kind.
pub struct Group {
    pub title: String,
    pub lines: Vec<Line>,
    /// Whether there is an old place beside the new one.
    pub moved: bool,
    /// Whether anything else than the place changed of one of them.
    pub has_facts: bool,
}

/// One session that changed.
pub struct Line {
    pub href: String,
    pub title: String,
    /// Where and when it was, if that is not where and when it is.
    pub before: String,
    /// Where and when it is; for what is off, where and when it would have been.
    pub place: String,
    /// What else changed, in words.
    pub facts: String,
}

/// `25 Oct, 09:00–10:00, Plenary hall`
pub fn place(row: &Released, language: Language, zone: &TimeZone) -> String {
    let day = language.short_date(row.starts_at.conference_day(zone));
    let (from, until) = (language.time(row.starts_at, zone), language.time(row.ends_at, zone));
    format!("{day}, {from}–{until}, {}", row.facts.room.in_language(language))
}

/// The changes by kind, in the order of the kinds.
pub fn groups(
    changes: &[Change],
    language: Language,
    zone: &TimeZone,
    href: impl Fn(SessionId) -> String,
) -> Vec<Group> {
    let line = |change: &Change| {
        let seen = change.seen()?;
        let before = change.before.as_ref().filter(|_| change.kind == ChangeKind::Moved);
        Some(Line {
            href: href(change.session),
            title: seen.facts.title.in_language(language).to_owned(),
            before: before.map(|row| place(row, language, zone)).unwrap_or_default(),
            place: place(seen, language, zone),
            facts: wording::facts(change, language),
        })
    };
    let group = |kind: &ChangeKind| {
        let lines: Vec<Line> = changes.iter().filter(|change| change.kind == *kind).filter_map(line).collect();
        let title = language.with(&format!("programme-change-{kind}"), &[("count", lines.len().into())]);
        (!lines.is_empty()).then_some(Group {
            title,
            moved: *kind == ChangeKind::Moved,
            has_facts: lines.iter().any(|line| !line.facts.is_empty()),
            lines,
        })
    };
    ChangeKind::ALL.iter().filter_map(group).collect()
}

/// The counts of a release in one line: `2 moved, 1 cancelled`.
pub fn counted(counts: &Counts, language: Language) -> String {
    let all = [
        ("programme-counted-new", counts.new),
        ("programme-counted-moved", counts.moved),
        ("programme-counted-changed", counts.changed),
        ("programme-counted-restored", counts.restored),
        ("programme-counted-cancelled", counts.cancelled),
        ("programme-counted-gone", counts.gone),
    ];
    let words: Vec<String> = all
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| language.with(key, &[("count", count.into())]))
        .collect();
    if words.is_empty() { language.t("programme-counted-nothing") } else { words.join(", ") }
}

/// What a release changed of the one before.
pub async fn of_release(
    connection: &mut Connection,
    conference: ConferenceId,
    release: &Release,
) -> Answer<(Option<Release>, Vec<Change>)> {
    let after = queries::released(connection, conference, release.id).await?;
    let former = queries::release_before(connection, conference, release.number).await?;
    let before = match &former {
        Some(former) => queries::released(connection, conference, former.id).await?,
        None => Vec::new(),
    };
    Ok((former, difference(&before, &after)))
}

/// `Release 3, published 25 October 2025, 10:04`
pub fn release_line(release: &Release, language: Language, zone: &TimeZone) -> String {
    let time = |at: Moment| language.date_time(at, zone);
    let arguments = [("name", release.name.as_str().into()), ("time", time(release.released_at).into())];
    language.with("programme-release-line", &arguments)
}

#[derive(Template)]
#[template(path = "programme/changed.html")]
struct ChangedPage {
    page: Page,
    /// Nothing where nothing was published yet.
    release: Option<String>,
    /// The name of the release before; nothing for the first.
    former: Option<String>,
    groups: Vec<Group>,
    news: String,
    back: String,
}

/// To everybody: what the latest release changed.
pub async fn show(by: AtConference, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let zone = conference.zone();
    let mut connection = db.connection().await?;
    let release = queries::latest_release(&mut connection, conference.id).await?;
    let (former, changes) = match &release {
        Some(release) => of_release(&mut connection, conference.id, release).await?,
        None => (None, Vec::new()),
    };
    let base = by.path("/programme");
    // The first release changes nothing: everything in it is new, and the programme itself says it better.
    let changes = if former.is_some() { changes } else { Vec::new() };
    page(ChangedPage {
        page: by.page(language.t("programme-changed-title")),
        release: release.map(|release| release_line(&release, language, &zone)),
        former: former.map(|former| former.name),
        groups: groups(&changes, language, &zone, |session| format!("{base}/sessions/{session}")),
        news: format!("{base}/news"),
        back: base,
    })
}
