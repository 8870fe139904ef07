//! The list of applications for admission: searched, filtered, page by page, and the same as a table; and until when they are
//! taken.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::country;
use crate::clock::Clock;
use crate::conferences::{Duty, DutyKind, OnDuty, Organiser, Reading, admission_closes_at};
use crate::db::Db;
use crate::delegations::model::{AdmissionStatus, Application};
use crate::delegations::pages::done;
use crate::delegations::rules::{seek_applications, takes_applications};
use crate::delegations::{actions, queries};
use crate::files::{Cell, Sheet, TableFormat, write_table};
use crate::ids::ApplicationId;
use crate::language::{Language, shipped};
use crate::web::{
    Answer, Choice, Errors, Form, Page, Pager, Query, Reader, Typed, attach, page_with, redirect_with, typed_moment,
};

/// Applications on a page.
const SIZE: i64 = 50;

/// The query of the list and of its export. What is no filter of ours filters nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filters {
    q: String,
    status: String,
    page: String,
    format: String,
}

impl Filters {
    fn sought(&self, all: Vec<(Application, String)>) -> Vec<(Application, String)> {
        seek_applications(&self.q, AdmissionStatus::parse(&self.status), all)
    }
}

struct Line {
    href: String,
    name: String,
    kind: String,
    country: String,
    people: String,
    since: String,
    mark: &'static str,
    status: String,
    documents: String,
}

#[derive(Template)]
#[template(path = "delegations/applications.html")]
struct ListPage {
    page: Page,
    list: String,
    base: String,
    export: String,
    public: String,
    query: String,
    statuses: Vec<Choice>,
    counts: String,
    time: String,
    lines: Vec<Line>,
    pager: Pager,
    none_at_all: bool,
    /// What stands now, in words.
    window: String,
    may_change: bool,
    typed: Typed,
    errors: Errors,
}

/// `GET /{conference}/delegations/applications`
pub async fn show(by: OnDuty<Reading<Organiser>>, query: Query<Filters>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let closes = admission_closes_at(&mut *db.connection().await?, by.conference_id()).await?;
    let until = closes.map(|at| typed_moment(at, &by.conference().zone())).unwrap_or_default();
    let typed = Typed::default().with("closes_at", until);
    draw(&by, query.0, (typed, Errors::default()), StatusCode::OK, (clock, db)).await
}

async fn draw<D: Duty>(
    by: &OnDuty<D>,
    filters: Filters,
    (typed, errors): (Typed, Errors),
    status: StatusCode,
    (clock, db): (Clock, Db),
) -> Answer<HttpResponse> {
    let (language, conference, now) = (by.language(), by.conference(), clock.now());
    let zone = conference.zone();
    let mut connection = db.connection().await?;
    let all = queries::applications(&mut connection, conference.id).await?;
    let documents = queries::count_documents(&mut connection, conference.id).await?;
    let closes = admission_closes_at(&mut connection, conference.id).await?;
    let waiting = all.iter().filter(|(one, _)| one.status == AdmissionStatus::Submitted).count();
    let none_at_all = all.is_empty();
    let found = filters.sought(all);
    let base = by.path("/delegations/applications");
    // What answers a form has no query of its own.
    let path = if status == StatusCode::OK { by.visit().path().to_owned() } else { base.clone() };
    let pager = Pager::new(filters.page.parse().ok(), SIZE, i64::try_from(found.len()).unwrap_or(i64::MAX), &path);
    let (skip, take) = (pager.offset() as usize, pager.size() as usize);
    let line = |(one, _): &(Application, String)| Line {
        href: format!("{base}/{}", one.id),
        name: one.name.in_language(language).to_owned(),
        kind: language.t(&one.kind.key()),
        country: country(one, language),
        people: language.number(one.people.into()),
        since: language.date_time(one.submitted_at, &zone),
        mark: one.status.mark(),
        status: language.t(&one.status.key()),
        documents: documents_line(one.id, &documents, language),
    };
    let every = std::iter::once(("", language.t("delegations-all-statuses")));
    let statuses = every.chain(AdmissionStatus::ALL.iter().map(|one| (one.as_str(), language.t(&one.key()))));
    let window = match closes {
        Some(at) if takes_applications(closes, now) => {
            language.with("applications-open-until", &[("at", language.date_time(at, &zone).into())])
        }
        _ => language.t("applications-not-open"),
    };
    let asked = path.split_once('?').map(|(_, query)| format!("&{query}")).unwrap_or_default();
    page_with(
        status,
        ListPage {
            page: by.page(language.t("applications-title")),
            list: by.path("/delegations"),
            export: format!("{base}/export?format=xlsx{asked}"),
            public: by.path("/admission"),
            statuses: Choice::one_of(statuses, &filters.status),
            counts: language.with("applications-waiting", &[("count", waiting.into())]),
            time: language.date_time(now, &zone),
            lines: found.iter().skip(skip).take(take).map(line).collect(),
            pager,
            none_at_all,
            query: filters.q,
            window,
            may_change: by.has(DutyKind::Organiser),
            base,
            typed,
            errors,
        },
    )
}

fn documents_line(of: ApplicationId, counted: &[(ApplicationId, i64)], language: Language) -> String {
    let found = counted.iter().find(|(id, _)| *id == of);
    found
        .map(|(_, count)| language.with("applications-documents-count", &[("count", (*count).into())]))
        .unwrap_or_default()
}

/// Exactly the applications that the list shows, as a table.
///
/// `GET /{conference}/delegations/applications/export`
pub async fn export(
    by: OnDuty<Reading<Organiser>>,
    query: Query<Filters>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (language, format) = (by.language(), TableFormat::parse(&query.0.format).unwrap_or(TableFormat::Csv));
    let all = queries::applications(&mut *db.connection().await?, by.conference_id()).await?;
    let named = shipped().map(|one| format!("{} ({})", language.t("admission-name"), one.own_name()));
    let rest = [
        "delegation-kind",
        "admission-country",
        "admission-website",
        "admission-about",
        "admission-people",
        "applications-by",
        "applications-email",
        "delegation-language",
        "applications-since",
        "delegations-status",
        "admission-note",
    ];
    let zone = by.conference().zone();
    let row = |(one, email): &(Application, String)| {
        let mut row: Vec<Cell> = shipped().map(|known| one.name.get(known.code()).into()).collect();
        row.extend([
            language.t(&one.kind.key()).into(),
            country(one, language).into(),
            one.website.as_str().into(),
            one.about.as_str().into(),
            one.people.into(),
            one.contact_name.as_str().into(),
            email.as_str().into(),
            one.language.as_str().into(),
            typed_moment(one.submitted_at, &zone).into(),
            language.t(&one.status.key()).into(),
            one.note.as_str().into(),
        ]);
        row
    };
    let sheet = Sheet {
        name: language.t("applications-export-name"),
        headings: named.chain(rest.map(|key| language.t(key))).collect(),
        rows: query.0.sought(all).iter().map(row).collect(),
    };
    let day = clock.now().day(&zone);
    let file = format!("{}-{}-{day}.{format}", by.conference().slug, sheet.name);
    Ok(attach(&file, format.media_type(), write_table(&sheet, format)?))
}

/// `POST /{conference}/delegations/applications/window`
pub async fn set_window(
    by: OnDuty<Organiser>,
    _: Path<String>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    if form.resumed {
        return draw(&by, Filters::default(), (typed, Errors::default()), StatusCode::OK, (clock, db)).await;
    }
    let mut reader = Reader::of(&typed);
    let closes = if typed.has("close") { None } else { reader.moment("closes_at", &by.conference().zone()) };
    if !reader.errors.is_empty() {
        let errors = reader.errors;
        return draw(&by, Filters::default(), (typed, errors), StatusCode::UNPROCESSABLE_ENTITY, (clock, db)).await;
    }
    let mut tx = db.begin().await?;
    actions::set_admission_window(&mut tx, &by, closes, clock.now()).await?;
    tx.commit().await?;
    let to = by.path("/delegations/applications");
    Ok(redirect_with(by.visit(), &to, &done(by.language().t("applications-window-kept"))))
}
