//! One delegation as the organiser sees it: particulars, places, focal points, letters, answer, history.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::form::{language_choices, language_name};
use crate::audit::{EntryLine, history_of};
use crate::conferences::{Category, Conference, Duty, DutyKind, OnDuty, Organiser, Reading, categories};
use crate::db::Db;
use crate::delegations::model::{Delegation, DelegationStatus, FocalPointLine, Letter, LetterKind, Quota};
use crate::delegations::queries::{self, Requested};
use crate::ids::DelegationId;
use crate::language::Language;
use crate::web::{Answer, Choice, Errors, Page, Typed, page_with};

struct Place {
    letter: String,
    pattern: &'static str,
    word: String,
    used: i32,
    cap: i32,
    line: String,
}

struct Point {
    name: String,
    email: String,
    since: String,
    invited: String,
    href: String,
    invite_label: String,
    end_label: String,
}

struct AskedFor {
    name: String,
    email: String,
    note: String,
    href: String,
    appoint_label: String,
    decline_label: String,
}

pub(super) struct LetterLine {
    pub href: String,
    pub kind: String,
    pub version: String,
    pub filed: String,
    pub label: String,
}

struct Event {
    when: String,
    what: String,
    by: String,
}

#[derive(Template)]
#[template(path = "delegations/delegation.html")]
struct DelegationPage {
    page: Page,
    list: String,
    own: String,
    may_change: bool,
    mark: &'static str,
    status: String,
    kind: String,
    formal: String,
    region: String,
    language: String,
    key: String,
    answered: String,
    expected: String,
    note: String,
    places: Vec<Place>,
    points: Vec<Point>,
    former: Vec<Point>,
    /// Who is asked for by a focal point and waits for the secretariat.
    asked_for: Vec<AskedFor>,
    letters: Vec<LetterLine>,
    letter_kinds: Vec<Choice>,
    languages: Vec<Choice>,
    events: Vec<Event>,
    typed: Typed,
    errors: Errors,
}

/// `GET /{conference}/delegations/{delegation}`
pub async fn show(by: OnDuty<Reading<Organiser>>, path: Path<(String, DelegationId)>, db: Db) -> Answer<HttpResponse> {
    draw(&by, &db, path.1, Typed::default(), Errors::default(), StatusCode::OK).await
}

/// The page with what was typed into one of its forms.
pub(super) async fn draw<D: Duty>(
    by: &OnDuty<D>,
    db: &Db,
    id: DelegationId,
    typed: Typed,
    errors: Errors,
    status: StatusCode,
) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let one = queries::delegation_by_id(&mut connection, conference.id, id).await?;
    let quotas = queries::quotas(&mut connection, conference.id, id).await?;
    let categories = categories(&mut connection, conference.id).await?;
    let points = queries::focal_points_of(&mut connection, conference.id, id).await?;
    let letters = queries::letters_of(&mut connection, conference.id, id).await?;
    let history = history_of(&mut connection, conference.id, "delegation", id.0).await?;
    let requests = queries::requests_of(&mut connection, conference.id, id).await?;
    let own = by.path(&format!("/delegations/{id}"));
    let (former, current): (Vec<_>, Vec<_>) = points.iter().partition(|point| point.ended_at.is_some());
    let typed_language = if typed.has("language") { typed.text("language").to_owned() } else { one.language.clone() };
    page_with(
        status,
        DelegationPage {
            page: by.page(one.name.in_language(language)),
            list: by.path("/delegations"),
            may_change: by.has(DutyKind::Organiser),
            mark: one.status.mark(),
            status: language.t(&one.status.key()),
            kind: language.t(&one.kind.key()),
            formal: one.formal_name.in_language(language).to_owned(),
            region: one.region.as_ref().map(|region| language.t(&format!("region-{region}"))).unwrap_or_default(),
            language: language_name(&one.language),
            answered: answered(&one, conference, language),
            expected: expected(&one, language),
            note: one.answer_note.clone(),
            places: places(&categories, &quotas, language),
            points: current.into_iter().map(|point| shown(point, &own, conference, language)).collect(),
            former: former.into_iter().map(|point| shown(point, &own, conference, language)).collect(),
            asked_for: requests.iter().map(|one| asked_for(one, &own, conference, language)).collect(),
            letters: letter_lines(&letters, &own, conference, language),
            letter_kinds: letter_kinds(&typed, language),
            languages: language_choices(&typed_language),
            events: events(history, conference, language),
            key: one.key,
            own,
            typed,
            errors,
        },
    )
}

fn answered(one: &Delegation, conference: &Conference, language: Language) -> String {
    one.answered_at.map(|at| language.date_time(at, &conference.zone())).unwrap_or_default()
}

fn expected(one: &Delegation, language: Language) -> String {
    let people = one.expected_people.filter(|_| one.status == DelegationStatus::Confirmed);
    people.map(|count| language.number(count.into())).unwrap_or_default()
}

fn places(categories: &[Category], quotas: &[Quota], language: Language) -> Vec<Place> {
    let place = |category: &Category| {
        let quota = quotas.iter().find(|one| one.category_id == category.id && (one.cap > 0 || one.used > 0))?;
        Some(Place {
            letter: category.letter.clone(),
            pattern: category.pattern.as_str(),
            word: category.name.in_language(language).to_owned(),
            used: quota.used,
            cap: quota.cap,
            line: language.with("delegations-taken-of", &[("used", quota.used.into()), ("cap", quota.cap.into())]),
        })
    };
    categories.iter().filter_map(place).collect()
}

fn shown(point: &FocalPointLine, own: &str, conference: &Conference, language: Language) -> Point {
    let zone = conference.zone();
    let dated = |key: &str, at| language.with(key, &[("date", language.date_time(at, &zone).into())]);
    let about = |key: &str| language.with(key, &[("email", point.email.as_str().into())]);
    Point {
        name: point.name.clone(),
        email: point.email.clone(),
        since: dated("focal-point-appointed-on", point.appointed_at),
        invited: match (point.ended_at, point.invited_at) {
            (Some(ended), _) => dated("focal-point-ended-on", ended),
            (None, Some(invited)) => dated("focal-point-invited-on", invited),
            (None, None) => language.t("focal-point-not-invited"),
        },
        href: format!("{own}/focal-points/{}", point.id),
        invite_label: about("focal-point-invite-again-to"),
        end_label: about("focal-point-end-of"),
    }
}

fn asked_for(one: &Requested, own: &str, conference: &Conference, language: Language) -> AskedFor {
    let date = language.date_time(one.requested_at, &conference.zone());
    let about = |key: &str| language.with(key, &[("email", one.email.as_str().into())]);
    AskedFor {
        name: one.name.clone(),
        email: one.email.clone(),
        note: language.with("colleagues-asked-by", &[("date", date.into()), ("by", one.by.as_str().into())]),
        href: format!("{own}/focal-point-requests/{}", one.id),
        appoint_label: about("colleagues-appoint-this"),
        decline_label: about("colleagues-decline-this"),
    }
}

pub(super) fn letter_lines(
    letters: &[Letter],
    own: &str,
    conference: &Conference,
    language: Language,
) -> Vec<LetterLine> {
    let zone = conference.zone();
    let line = |letter: &Letter| {
        let kind = language.t(&letter.kind.key());
        LetterLine {
            href: format!("{own}/letters/{}", letter.id),
            version: language.with("letter-version", &[("version", letter.version.into())]),
            filed: language.with("letter-filed-on", &[("date", language.date_time(letter.filed_at, &zone).into())]),
            label: language.with("letter-open", &[("name", letter.name.as_str().into())]),
            kind,
        }
    };
    letters.iter().map(line).collect()
}

pub(super) fn letter_kinds(typed: &Typed, language: Language) -> Vec<Choice> {
    let kinds = LetterKind::ALL.iter().map(|kind| (kind.as_str(), language.t(&kind.key())));
    let chosen = if typed.has("letter_kind") { typed.text("letter_kind") } else { LetterKind::NoteVerbale.as_str() };
    Choice::one_of(kinds, chosen)
}

fn events(history: Vec<EntryLine>, conference: &Conference, language: Language) -> Vec<Event> {
    let zone = conference.zone();
    let event = |entry: EntryLine| {
        let key = format!("act-{}", entry.act.replace('_', "-"));
        let by = entry.by.filter(|name| !name.is_empty());
        Event {
            when: language.date_time(entry.at, &zone),
            what: language.t(if language.has(&key) { &key } else { "act-unknown" }),
            by: by.map_or_else(
                || language.t("history-nobody"),
                |name| language.with("history-by", &[("name", name.into())]),
            ),
        }
    };
    history.into_iter().map(event).collect()
}
