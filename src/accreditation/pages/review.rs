//! The officer's screen: the pile on one side, the file with portrait, facts, papers and doubts on the other, acts below.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::listed::Listed;
use crate::accreditation::actions::{Desk, take_up, topic};
use crate::accreditation::duties::{Viewer, authorities};
use crate::accreditation::model::{Reason, Step};
use crate::accreditation::queries::{Filed, Pile, decisions, files, pile_sizes, possible_doubles};
use crate::accreditation::rules::{reasons_for, words_of_reason};
use crate::clock::{Clock, Moment};
use crate::conferences::{Category, categories};
use crate::db::{Connection, Db};
use crate::delegations::delegation_by_id;
use crate::ids::{CategoryId, ParticipantId};
use crate::participants::{Participant, Status, Worded, delegation_names, participant_by_id};
use crate::web::{Answer, Choice, Hub, Page, Query, page};

/// Files shown in the pile at once.
const SHOWN: i64 = 60;

struct Line {
    href: String,
    name: String,
    delegation: String,
    category: Option<Category>,
    category_name: String,
    age: String,
    current: bool,
}

struct Fact {
    label: String,
    value: String,
    /// Written from left to right whatever the page's direction.
    code: bool,
}

struct Past {
    what: String,
    when: String,
}

struct File {
    id: ParticipantId,
    name: String,
    native: String,
    reference: i32,
    version: i32,
    status: Status,
    status_word: String,
    portrait: Option<String>,
    category: Option<Category>,
    category_name: String,
    facts: Vec<Fact>,
    past: Vec<Past>,
    doubts: Vec<(String, String)>,
    /// A colleague who has it on the desk.
    desk: Option<String>,
}

#[derive(Template)]
#[template(path = "accreditation/review.html")]
struct ReviewPage {
    page: Page,
    lines: Vec<Line>,
    piles: Vec<Choice>,
    total: String,
    listed: Listed,
    query: String,
    file: Option<File>,
    may_decide: bool,
    return_reasons: Vec<(String, String)>,
    refuse_reasons: Vec<(String, String)>,
    base: String,
    live: String,
}

pub async fn list(by: Viewer, listed: Query<Listed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    draw(&by, &mut connection, listed.0, None, clock.now()).await
}

pub async fn file(
    by: Viewer,
    path: Path<(String, ParticipantId)>,
    listed: Query<Listed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let id = path.1;
    let now = clock.now();
    let mut tx = db.begin().await?;
    let desk = take_up(&mut tx, &by, id, now).await?;
    let person = participant_by_id(&mut tx, by.conference_id(), id).await?;
    let shown = shown(&by, &mut tx, &person, desk).await?;
    tx.commit().await?;
    draw(&by, &mut *db.connection().await?, listed.0, Some(shown), now).await
}

/// News of the piles, for pages that are open.
pub async fn live(by: Viewer, hub: actix_web::web::Data<Hub>) -> Answer<HttpResponse> {
    Ok(hub.stream(topic(by.conference_id())))
}

async fn draw(
    by: &Viewer,
    connection: &mut Connection,
    listed: Listed,
    file: Option<File>,
    now: Moment,
) -> Answer<HttpResponse> {
    let language = by.language();
    let wanted = listed.wanted(by);
    let found = files(connection, by.conference_id(), &wanted, (0, SHOWN)).await?;
    let sizes = pile_sizes(connection, by.conference_id(), &wanted).await?;
    let total = sizes.iter().find(|(pile, _)| *pile == listed.pile()).map_or(0, |(_, size)| *size);
    let by_id: HashMap<CategoryId, Category> =
        categories(connection, by.conference_id()).await?.into_iter().map(|category| (category.id, category)).collect();
    let delegations: HashMap<_, _> = delegation_names(connection, by.conference_id()).await?.into_iter().collect();
    let query = listed.query();
    let base = by.path("/files");
    let line = |(person, _): &Filed| {
        let category = by_id.get(&person.category_id).cloned();
        let waited = person.submitted_at.map_or(0, |at| now.seconds_since(at) / 60);
        Line {
            href: format!("{base}/{}{query}", person.id),
            name: person.name(),
            delegation: delegations
                .get(&person.delegation_id)
                .map(|name| name.in_language(language).to_owned())
                .unwrap_or_default(),
            category_name: category
                .as_ref()
                .map(|category| category.name.in_language(language).to_owned())
                .unwrap_or_default(),
            category,
            age: age(language, waited),
            current: file.as_ref().is_some_and(|file| file.id == person.id),
        }
    };
    let lines = found.iter().map(line).collect();
    let named = |pile: Pile, size: i64| {
        let key = format!("accreditation-pile-{}", pile.as_str().replace('_', "-"));
        language.with(
            "accreditation-pile-size",
            &[("pile", language.t(&key).into()), ("size", language.number(size).into())],
        )
    };
    let piles =
        Choice::one_of(sizes.iter().map(|(pile, size)| (pile.as_str(), named(*pile, *size))), listed.pile().as_str());
    let reasons = |step: Step| -> Vec<(String, String)> {
        let text = |reason: &Reason| (reason.as_str().to_owned(), language.t(&words_of_reason(*reason)));
        reasons_for(step).iter().map(text).collect()
    };
    let may_decide = !authorities(by).is_empty();
    page(ReviewPage {
        page: by.page(language.t("accreditation-files-title")),
        lines,
        piles,
        total: language.number(total),
        query,
        file,
        may_decide,
        return_reasons: reasons(Step::Return),
        refuse_reasons: reasons(Step::Refuse),
        live: by.path("/files/live"),
        base,
        listed,
    })
}

/// `12 min`, `3 h`, `2 d`.
fn age(language: crate::language::Language, minutes: i64) -> String {
    match minutes {
        ..120 => language.with("accreditation-age-minutes", &[("count", minutes.into())]),
        120..2880 => language.with("accreditation-age-hours", &[("count", (minutes / 60).into())]),
        _ => language.with("accreditation-age-days", &[("count", (minutes / 1440).into())]),
    }
}

async fn shown(by: &Viewer, connection: &mut Connection, person: &Participant, desk: Desk) -> Answer<File> {
    let (language, zone) = (by.language(), by.conference().zone());
    let category =
        categories(connection, by.conference_id()).await?.into_iter().find(|one| one.id == person.category_id);
    let delegation = delegation_by_id(connection, by.conference_id(), person.delegation_id).await?;
    let past = decisions(connection, person.conference_id, person.id).await?;
    let doubles = possible_doubles(connection, person, 5).await?;
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String, code: bool| {
        if !value.is_empty() {
            facts.push(Fact { label: language.t(key), value, code });
        }
    };
    fact("accreditation-fact-delegation", delegation.name.in_language(language).to_owned(), false);
    fact("accreditation-fact-composition", language.t(&person.composition_title.word()), false);
    fact("accreditation-fact-function", person.function_line(), false);
    fact("accreditation-fact-birth", person.birth_date.map(|day| language.date(day)).unwrap_or_default(), false);
    fact("accreditation-fact-nationality", person.nationality.clone().unwrap_or_default(), true);
    let paper = person.document_kind.map(|kind| language.t(&kind.word())).unwrap_or_default();
    fact("accreditation-fact-paper", paper, false);
    fact("accreditation-fact-number", person.document_number_hint.clone().unwrap_or_default(), true);
    fact(
        "accreditation-fact-expires",
        person.document_expires_on.map(|day| language.date(day)).unwrap_or_default(),
        false,
    );
    fact("accreditation-fact-late", person.late_reason.clone().unwrap_or_default(), false);
    Ok(File {
        id: person.id,
        name: person.name(),
        native: person.native_name.clone(),
        reference: person.reference,
        version: person.version,
        status: person.status,
        status_word: language.t(&person.status.word()),
        portrait: person.portrait_url(600),
        category_name: category.as_ref().map(|one| one.name.in_language(language).to_owned()).unwrap_or_default(),
        category,
        facts,
        past: past
            .iter()
            .map(|(decision, _)| Past {
                what: language.t(&format!("accreditation-step-{}", decision.step)),
                when: language.date_time(decision.at, &zone),
            })
            .collect(),
        doubts: doubles
            .iter()
            .map(|other| (by.path(&format!("/files/{}", other.id)), format!("{} · {}", other.reference, other.name())))
            .collect(),
        desk: match desk {
            Desk::Of { name, until } => {
                Some(language.with(
                    "accreditation-desk-of",
                    &[("name", name.into()), ("time", language.time(until, &zone).into())],
                ))
            }
            _ => None,
        },
    })
}
