//! The focal point's home: places, deadline, people and the ways on.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::own::asking::{AskedLine, asked_lines};
use super::words::Mark;
use crate::clock::{Clock, Moment};
use crate::conferences::{Category, categories};
use crate::db::Db;
use crate::delegations::{DelegationStatus, FocalPoint, Quota, quotas};
use crate::ids::{DelegationId, ParticipantId};
use crate::participants::actions::offered_again;
use crate::participants::model::{Participant, PortraitSize, Status, Worded};
use crate::participants::queries::people_of_delegation;
use crate::participants::rules::{Window, days_left, missing, search_text, search_words, substitutes};
use crate::web::{Answer, Page, Query, page};

/// What is looked for among the people.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Looking {
    pub q: String,
}

/// Used of allowed, by category.
struct PlaceLine {
    mark: Mark,
    used: i32,
    cap: i32,
    line: String,
    note: String,
}

/// One of the delegation's people.
struct PersonLine {
    href: String,
    name: String,
    native: String,
    function: String,
    title: String,
    mark: Mark,
    status: (&'static str, String),
    note: String,
    /// Whose place they take, or who takes theirs.
    place: String,
    /// How far they have come who were asked to fill in their own form.
    asked: Option<AskedLine>,
    portrait: Option<String>,
}

/// A step of what happens next.
pub struct StepLine {
    pub state: &'static str,
    pub word: String,
    pub note: String,
}

#[derive(Template)]
#[template(path = "participants/home.html")]
struct Home {
    page: Page,
    base: String,
    name: String,
    formal_name: String,
    deadline: String,
    near: bool,
    /// Whether somebody can be added: there is a category with places.
    can_add: bool,
    declined: bool,
    /// Whether the delegation has said that it comes or does not: before that, the answer is the first thing asked.
    answered: bool,
    places: Vec<PlaceLine>,
    query: String,
    people: Vec<PersonLine>,
    /// What the accreditation unit has given back: name and address of each.
    returned: Vec<(String, String)>,
    total: usize,
    /// Whether people of an earlier conference can be taken over.
    has_earlier: bool,
    /// Whether anybody was ever handed in, so that there may be receipts.
    submitted: bool,
    caption: String,
    steps: Vec<StepLine>,
}

/// The home of a delegation's focal point.
pub async fn show(
    by: FocalPoint,
    _: Path<DelegationId>,
    looking: Query<Looking>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let now = clock.now();
    let mut connection = db.connection().await?;
    let (conference, delegation) = (by.conference(), by.delegation());
    let categories = categories(&mut connection, conference.id).await?;
    let quotas = quotas(&mut connection, conference.id, delegation.id).await?;
    let everybody = people_of_delegation(&mut connection, conference.id, delegation.id).await?;
    let words = search_words(&looking.0.q);
    let found: Vec<&Participant> = everybody
        .iter()
        .filter(|person| {
            let text = search_text(person, person.reference);
            words.iter().all(|word| text.contains(word))
        })
        .collect();
    let has_earlier = !offered_again(&mut connection, &by).await?.is_empty();
    let substitutes = substitutes(&everybody);
    let (deadline, near) = deadline(&by, now);
    let asked = asked_lines(&mut connection, &by, now).await?;
    let language = by.language();
    page(Home {
        page: by.page(delegation.name.in_language(language)),
        base: by.path(""),
        name: delegation.name.in_language(language).to_owned(),
        formal_name: delegation.formal_name.in_language(language).to_owned(),
        deadline,
        near,
        can_add: quotas.iter().any(|quota| quota.cap > 0),
        declined: delegation.status == DelegationStatus::Declined,
        answered: matches!(delegation.status, DelegationStatus::Confirmed | DelegationStatus::Declined),
        places: places(&by, &categories, &quotas, &everybody),
        query: looking.0.q,
        returned: everybody
            .iter()
            .filter(|person| person.status == Status::Returned)
            .map(|person| (person.name(), by.path(&format!("/people/{}", person.id))))
            .collect(),
        people: found
            .into_iter()
            .map(|person| PersonLine {
                place: place_taken(&by, person, &everybody, &substitutes),
                ..person_line(&by, (&categories, &quotas, &asked), person, now)
            })
            .collect(),
        total: everybody.len(),
        has_earlier,
        submitted: everybody.iter().any(|person| person.submitted_at.is_some()),
        caption: caption(&by, everybody.len(), now),
        steps: steps(&by, now),
    })
}

fn places(by: &FocalPoint, categories: &[Category], quotas: &[Quota], people: &[Participant]) -> Vec<PlaceLine> {
    let language = by.language();
    let line = |category: &Category| {
        let quota = quotas.iter().find(|quota| quota.category_id == category.id)?;
        let drafts =
            people.iter().filter(|person| person.status == Status::Draft && person.category_id == category.id).count();
        let note = match drafts {
            0 => String::new(),
            drafts => language.with("participants-drafts-not-counted", &[("drafts", drafts.into())]),
        };
        let numbers = [("used", quota.used.into()), ("cap", quota.cap.into())];
        Some(PlaceLine {
            mark: Mark::of(language, category),
            used: quota.used,
            cap: quota.cap,
            line: language.with("participants-used-of-cap", &numbers),
            note,
        })
    };
    categories.iter().filter_map(line).collect()
}

fn person_line(
    by: &FocalPoint,
    (categories, quotas, asked): (&[Category], &[Quota], &[AskedLine]),
    person: &Participant,
    now: Moment,
) -> PersonLine {
    let language = by.language();
    let name = person.name();
    let category = categories.iter().find(|category| category.id == person.category_id);
    let lacking = match (person.status, category) {
        (Status::Draft | Status::Returned, Some(category)) => {
            missing(person, category, by.conference(), now).iter().count()
        }
        _ => 0,
    };
    let note = match (person.status, lacking) {
        (Status::Draft, _) if person.declined_at.is_some() => language.t("participants-says-no"),
        (Status::Draft, 0) if category.is_some_and(|category| is_full(quotas, category)) => {
            language.t("participants-no-place-left")
        }
        (Status::Draft, 0) => language.t("participants-ready"),
        (Status::Draft | Status::Returned, count) if count > 0 => {
            language.with("participants-things-missing", &[("count", count.into())])
        }
        (Status::Returned, _) => language.t("participants-to-be-mended"),
        _ => String::new(),
    };
    PersonLine {
        href: by.path(&format!("/people/{}", person.id)),
        name: if name.is_empty() { language.t("participants-no-name-yet") } else { name },
        native: person.native_name.clone(),
        function: person.function_line(),
        title: language.t(&person.composition_title.word()),
        mark: Mark::among(language, categories, person.category_id),
        status: (person.status.mark(), language.t(&person.status.word())),
        note,
        place: String::new(),
        asked: asked.iter().find(|line| line.id == person.id && person.status == Status::Draft).cloned(),
        portrait: person.portrait_url(PortraitSize::Gate),
    }
}

/// Whose place somebody takes, or by whom theirs is taken; empty for most.
fn place_taken(
    by: &FocalPoint,
    person: &Participant,
    everybody: &[Participant],
    substitutes: &BTreeMap<ParticipantId, &Participant>,
) -> String {
    let language = by.language();
    let named = |key: &str, other: &Participant| language.with(key, &[("name", other.name().into())]);
    if let Some(other) = substitutes.get(&person.id) {
        return match (other.status, other.name().is_empty()) {
            (_, true) => language.t("participants-to-be-replaced-by-somebody"),
            (Status::Draft, false) => named("participants-to-be-replaced-by", other),
            (_, false) => named("participants-replaced-by", other),
        };
    }
    let is_coming = !matches!(person.status, Status::Refused | Status::Withdrawn);
    let replaced = everybody.iter().find(|other| is_coming && person.replaces_id == Some(other.id));
    replaced.map(|other| named("participants-in-place-of", other)).unwrap_or_default()
}

/// Whether the delegation has no place left in a category.
fn is_full(quotas: &[Quota], category: &Category) -> bool {
    let quota = quotas.iter().find(|quota| quota.category_id == category.id);
    category.counts_toward_quota && quota.is_none_or(|quota| quota.used >= quota.cap)
}

/// What the windows say, and whether it is urgent.
fn deadline(by: &FocalPoint, now: Moment) -> (String, bool) {
    let (language, conference) = (by.language(), by.conference());
    let window = Window::at(conference, now);
    let Some(ends) = window.ends(conference) else {
        return (language.t("participants-window-closed"), true);
    };
    let days = days_left(conference, ends, now);
    let key = match window {
        Window::NotYet => "participants-window-not-yet",
        Window::Nomination => "participants-window-nomination",
        Window::Confirmation | Window::Closed => "participants-window-confirmation",
    };
    let at = language.date_time(ends, &conference.zone());
    (language.with(key, &[("days", days.into()), ("at", at.into())]), window != Window::NotYet && days <= 3)
}

fn caption(by: &FocalPoint, total: usize, now: Moment) -> String {
    let at = by.language().date_time(now, &by.conference().zone());
    by.language().with("participants-people-in-order", &[("count", total.into()), ("at", at.into())])
}

fn steps(by: &FocalPoint, now: Moment) -> Vec<StepLine> {
    let (language, conference, delegation) = (by.language(), by.conference(), by.delegation());
    let zone = conference.zone();
    let window = Window::at(conference, now);
    let answered = delegation.status == DelegationStatus::Confirmed;
    let until = |moment| language.with("participants-until", &[("at", language.date_time(moment, &zone).into())]);
    let step = |state: &'static str, key: &str, note: String| StepLine { state, word: language.t(key), note };
    let answer_note = match (delegation.answered_at, delegation.expected_people) {
        (Some(at), Some(people)) if answered => language.with(
            "participants-answered-with",
            &[("at", language.date(at.day(&zone)).into()), ("people", people.into())],
        ),
        (Some(at), _) => language.date(at.day(&zone)),
        (None, _) => String::new(),
    };
    let state = |order: i32, current: i32| {
        if order < current {
            "done"
        } else if order == current {
            "now"
        } else {
            "next"
        }
    };
    let current = match window {
        Window::NotYet => 0,
        Window::Nomination => 1,
        Window::Confirmation => 2,
        Window::Closed => 3,
    };
    let collect =
        language.with("participants-from-day", &[("day", language.date(conference.badges_valid_from).into())]);
    vec![
        step(if answered { "done" } else { "now" }, "participants-step-answer", answer_note),
        step(state(1, current), "participants-step-nominate", until(conference.nomination_closes_at)),
        step(state(2, current), "participants-step-confirm", until(conference.confirmation_closes_at)),
        step(state(3, current), "participants-step-collect", collect),
    ]
}
