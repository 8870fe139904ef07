//! The Journal: the daily programme as a document, in each language, made of the latest release. An edition is a release.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::super::model::Released;
use super::super::queries::{self, Edition};
use super::super::rules::{self, Part, journal_day};
use super::changes::place;
use super::lines::{Line, Shown};
use crate::clock::{Clock, Day, Moment};
use crate::conferences::AtConference;
use crate::db::Db;
use crate::language::{Language, shipped};
use crate::web::{Answer, Page, Problem, Qr, page, qr};

/// A meeting as the document says it.
struct Meeting {
    line: Line,
    /// `Open` or `Closed`.
    access: String,
    chairs: String,
    webcast: bool,
}

struct Section {
    title: String,
    meetings: Vec<Meeting>,
}

/// A session that changed since the last edition.
struct Changed {
    word: String,
    title: String,
    before: String,
    after: String,
}

struct Way {
    href: String,
    label: String,
    code: &'static str,
    current: bool,
}

#[derive(Template)]
#[template(path = "programme/journal.html")]
struct JournalPage {
    page: Page,
    /// `No. 7`
    number: String,
    release: String,
    released: String,
    date: String,
    place: String,
    sections: Vec<Section>,
    tomorrow: Option<(String, Vec<Section>)>,
    /// The name of the edition that this one is compared with; nothing for the first.
    since: Option<String>,
    changes: Vec<Changed>,
    zone: String,
    days: Vec<Way>,
    languages: Vec<Way>,
    link: String,
    code: Qr,
    back: String,
    news: String,
}

#[derive(Template)]
#[template(path = "programme/journal_none.html")]
struct NothingYet {
    page: Page,
    back: String,
}

/// `GET /{conference}/journal`: the one that is read today.
pub async fn latest(by: AtConference, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let language = by.language();
    draw(&by, None, language, clock.now(), db).await
}

/// `GET /{conference}/journal/{day}`: in the reader's language.
pub async fn day(by: AtConference, path: Path<(String, String)>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let day = Day::parse(&path.1).ok_or(Problem::NotFound)?;
    let language = by.language();
    draw(&by, Some(day), language, clock.now(), db).await
}

/// `GET /{conference}/journal/{day}/{language}`: in a language of its own, whatever the reader's is.
pub async fn in_language(
    by: AtConference,
    path: Path<(String, String, String)>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let day = Day::parse(&path.1).ok_or(Problem::NotFound)?;
    let language = Language::parse(&path.2).ok_or(Problem::NotFound)?;
    draw(&by, Some(day), language, clock.now(), db).await
}

async fn draw(by: &AtConference, wanted: Option<Day>, language: Language, now: Moment, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let edition = queries::edition(&mut connection, by.visit().site(), by.conference()).await?;
    let order = queries::room_order(&mut connection, by.conference().id).await?;
    let zone = by.conference().zone();
    let days = |edition: &Edition| rules::days(edition.rows().map(|row| row.starts_at), &zone);
    let days = edition.as_deref().map(days).unwrap_or_default();
    let day = match wanted {
        Some(day) => Some(day).filter(|day| days.contains(day)).ok_or(Problem::NotFound)?.into(),
        None => journal_day(&days, now.conference_day(&zone)),
    };
    let (Some(edition), Some(day)) = (edition, day) else {
        return page(NothingYet { page: by.page(language.t("journal-title")), back: by.path("/programme") });
    };
    let base = by.path("/programme");
    let shown = Shown::new(language, zone, now, &base, &edition);
    let place = |row: &Released| order.iter().position(|(room, _)| *room == row.room_id).unwrap_or(usize::MAX);
    page(document(by, day, &days, &shown, place)?)
}

fn document(
    by: &AtConference,
    day: Day,
    days: &[Day],
    shown: &Shown<'_>,
    order: impl Fn(&Released) -> usize,
) -> Answer<JournalPage> {
    let (edition, language, conference) = (shown.edition, shown.language, by.conference());
    let next = days.iter().find(|other| **other > day);
    let link = by.visit().site().link(shown.base);
    Ok(JournalPage {
        page: by.page(language.t("journal-title")).speaking(language, conference.line(language)),
        number: language.with("journal-number", &[("number", edition.release.number.into())]),
        release: edition.release.name.clone(),
        released: language.date_time(edition.release.released_at, &shown.zone),
        date: format!("{} {}", language.weekday(day), language.date(day)),
        place: conference.place.in_language(language).to_owned(),
        sections: sections(day, shown, &order),
        tomorrow: next.map(|next| (language.weekday_date(*next), sections(*next, shown, &order))),
        since: edition.former.as_ref().map(|former| former.name.clone()),
        changes: changes(day, shown),
        zone: conference.whose_clocks(language),
        days: days
            .iter()
            .map(|other| Way {
                href: by.path(&format!("/journal/{other}/{}", language.code())),
                label: language.short_date(*other),
                code: language.code(),
                current: *other == day,
            })
            .collect(),
        languages: shipped()
            .map(|other| Way {
                href: by.path(&format!("/journal/{day}/{}", other.code())),
                label: other.own_name().to_owned(),
                code: other.code(),
                current: other == language,
            })
            .collect(),
        code: qr(&link)?,
        link,
        news: format!("{}/news", shown.base),
        back: format!("{}?day={day}", shown.base),
    })
}

/// A day's meetings by part, then by time and room.
fn sections(day: Day, shown: &Shown<'_>, order: impl Fn(&Released) -> usize) -> Vec<Section> {
    let mut rows: Vec<&Released> = shown.edition.rows().filter(|row| shown.day_of(row) == day).collect();
    rows.sort_by_key(|row| (row.starts_at, order(row), row.session_id));
    let section = |part: Part| {
        let own = rows.iter().filter(|row| Part::of(row.facts.kind) == Some(part));
        let meetings: Vec<Meeting> = own.map(|row| meeting(row, shown)).collect();
        (!meetings.is_empty()).then(|| Section { title: shown.language.t(part.key()), meetings })
    };
    Part::ALL.into_iter().filter_map(section).collect()
}

fn meeting(row: &Released, shown: &Shown<'_>) -> Meeting {
    let key = if row.facts.is_open { "journal-open" } else { "journal-closed" };
    Meeting {
        access: shown.language.t(key),
        chairs: shown.note(row),
        webcast: row.facts.webcast,
        line: Line { kind: shown.plain_kind(row), ..shown.line(row) },
    }
}

/// What changed since the last edition of this day's and of later sessions.
fn changes(day: Day, shown: &Shown<'_>) -> Vec<Changed> {
    let (language, zone) = (shown.language, &shown.zone);
    let concerns = |row: &Released| shown.day_of(row) >= day;
    let of_day = shown.edition.changes.iter().filter(|change| change.before.iter().chain(&change.after).any(concerns));
    let one = |change: &rules::Change| {
        let seen = change.seen()?;
        let was = change.before.as_ref().map(|row| place(row, language, zone)).unwrap_or_default();
        let is = change.after.as_ref().filter(|row| !row.cancelled).map(|row| place(row, language, zone));
        let is = is.unwrap_or_default();
        Some(Changed {
            word: shown.change_word(change.kind),
            title: seen.facts.title.in_language(language).to_owned(),
            before: if was == is { String::new() } else { was },
            after: is,
        })
    };
    of_day.filter_map(one).collect()
}
