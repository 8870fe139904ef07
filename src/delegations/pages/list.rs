//! The organiser's list: every delegation in the order of nameplates, searched and filtered.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use crate::clock::Clock;
use crate::conferences::{DutyKind, OnDuty, Organiser, Reading};
use crate::db::Db;
use crate::delegations::model::{Delegation, DelegationKind, DelegationStatus, FocalPointLine, Quota};
use crate::delegations::queries;
use crate::delegations::rules::{REGIONS, Sought, seek};
use crate::ids::DelegationId;
use crate::language::Language;
use crate::web::{Answer, Choice, Page, Pager, Query, page};

/// Delegations on a page.
const SIZE: i64 = 50;

/// The query of the list and of its export. What is no filter of ours filters nothing.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Filters {
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    region: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    page: String,
    #[serde(default)]
    pub format: String,
}

impl Filters {
    pub fn sought(&self) -> Sought {
        Sought {
            words: self.q.clone(),
            kind: DelegationKind::parse(&self.kind),
            region: Some(self.region.clone()).filter(|region| REGIONS.contains(&region.as_str())),
            status: DelegationStatus::parse(&self.status),
        }
    }
}

struct Line {
    href: String,
    name: String,
    kind: String,
    mark: &'static str,
    status: String,
    expects: String,
    places: String,
    focal_point: String,
    more_focal_points: String,
}

struct Count {
    figure: String,
    word: String,
    definition: String,
}

#[derive(Template)]
#[template(path = "delegations/list.html")]
struct ListPage {
    page: Page,
    path: String,
    export: String,
    filters: Filters,
    kinds: Vec<Choice>,
    regions: Vec<Choice>,
    statuses: Vec<Choice>,
    counts: Vec<Count>,
    time: String,
    lines: Vec<Line>,
    pager: Pager,
    none_at_all: bool,
    may_change: bool,
    /// Where a focal point asks for another one: name and address of the delegation.
    asking: Vec<(String, String)>,
}

/// `GET /{conference}/delegations`
pub async fn show(by: OnDuty<Reading<Organiser>>, query: Query<Filters>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let filters = query.0;
    let mut connection = db.connection().await?;
    let all = queries::delegations(&mut connection, conference.id).await?;
    let focal_points = queries::focal_points(&mut connection, conference.id).await?;
    let quotas = queries::all_quotas(&mut connection, conference.id).await?;
    let asking = queries::delegations_with_requests(&mut connection, conference.id).await?;
    let (counts, none_at_all) = (counts(&all, language), all.is_empty());
    let found = seek(&filters.sought(), all, &focal_points, language);
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let pager = Pager::new(filters.page.parse().ok(), SIZE, total, by.visit().path());
    let (skip, take) = (pager.offset() as usize, pager.size() as usize);
    let lines = found.iter().skip(skip).take(take).map(|one| Line {
        href: by.path(&format!("/delegations/{}", one.id)),
        name: one.name.in_language(language).to_owned(),
        kind: language.t(&one.kind.key()),
        mark: one.status.mark(),
        status: language.t(&one.status.key()),
        expects: expects(one, language),
        places: places(one.id, &quotas, language),
        focal_point: focal_points.iter().find(|point| point.delegation_id == one.id).map(shown).unwrap_or_default(),
        more_focal_points: more(one.id, &focal_points, language),
    });
    // A workbook opens rightly in every country's spreadsheet; a CSV does so only where the comma separates.
    let query = by.visit().path().split_once('?').map(|(_, query)| format!("&{query}")).unwrap_or_default();
    page(ListPage {
        page: by.page(language.t("delegations-title")),
        path: by.path("/delegations"),
        export: by.path(&format!("/delegations/export?format=xlsx{query}")),
        kinds: choices(
            language.t("delegations-all-kinds"),
            DelegationKind::ALL.iter().map(|kind| (kind.as_str(), language.t(&kind.key()))),
            &filters.kind,
        ),
        regions: choices(
            language.t("delegations-all-regions"),
            REGIONS.iter().map(|region| (*region, language.t(&format!("region-{region}")))),
            &filters.region,
        ),
        statuses: choices(
            language.t("delegations-all-statuses"),
            DelegationStatus::ALL.iter().map(|status| (status.as_str(), language.t(&status.key()))),
            &filters.status,
        ),
        counts,
        time: language.date_time(clock.now(), &conference.zone()),
        lines: lines.collect(),
        pager,
        none_at_all,
        filters,
        asking: asking
            .into_iter()
            .map(|(id, name)| (name.in_language(language).to_owned(), by.path(&format!("/delegations/{id}"))))
            .collect(),
        may_change: by.has(DutyKind::Organiser),
    })
}

fn choices<'a>(all: String, options: impl Iterator<Item = (&'a str, String)>, chosen: &str) -> Vec<Choice> {
    Choice::one_of(std::iter::once(("", all)).chain(options), chosen)
}

fn counts(all: &[Delegation], language: Language) -> Vec<Count> {
    let with = |fits: &dyn Fn(&Delegation) -> bool| all.iter().filter(|one| fits(one)).count() as i64;
    let confirmed = |one: &Delegation| one.status == DelegationStatus::Confirmed;
    let people = all.iter().filter(|one| confirmed(one)).filter_map(|one| one.expected_people).map(i64::from).sum();
    let signatories = |one: &Delegation| matches!(one.kind, DelegationKind::State | DelegationKind::EuropeanUnion);
    let figures = [
        ("listed", all.len() as i64),
        ("states", with(&signatories)),
        ("confirmed", with(&confirmed)),
        ("declined", with(&|one| one.status == DelegationStatus::Declined)),
        ("people", people),
    ];
    let count = |(key, figure): (&str, i64)| Count {
        figure: language.number(figure),
        word: language.t(&format!("delegations-count-{key}")),
        definition: language.t(&format!("delegations-count-{key}-definition")),
    };
    figures.into_iter().map(count).collect()
}

fn expects(one: &Delegation, language: Language) -> String {
    let people = one.expected_people.filter(|_| one.status == DelegationStatus::Confirmed);
    people.map(|count| language.with("delegations-expects", &[("count", count.into())])).unwrap_or_default()
}

fn places(id: DelegationId, quotas: &[(DelegationId, Quota)], language: Language) -> String {
    let own = quotas.iter().filter(|(of, _)| *of == id);
    let (used, cap) = own.fold((0, 0), |(used, cap), (_, quota)| (used + quota.used, cap + quota.cap));
    language.with("delegations-taken-of", &[("used", used.into()), ("cap", cap.into())])
}

fn shown(point: &FocalPointLine) -> String {
    if point.name.is_empty() { point.email.clone() } else { point.name.clone() }
}

fn more(id: DelegationId, focal_points: &[FocalPointLine], language: Language) -> String {
    let count = focal_points.iter().filter(|point| point.delegation_id == id).count();
    if count < 2 {
        return String::new();
    }
    language.with("delegations-and-more", &[("count", (count - 1).into())])
}
