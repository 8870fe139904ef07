//! The order of a delegation's list: by title, rank and name as long as nobody says otherwise, else as its focal point puts it.
//! Numbers are typed; where scripts run, rows are moved by dragging or with the arrow keys.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::words::Mark;
use crate::clock::Clock;
use crate::conferences::{Category, categories};
use crate::db::Db;
use crate::delegations::FocalPoint;
use crate::ids::{DelegationId, ParticipantId};
use crate::language::{Language, Message};
use crate::participants::actions::order_roster;
use crate::participants::model::{Participant, PortraitSize, Status, Worded};
use crate::participants::queries::people_of_delegation;
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Typed, ascii_digits, page_with, redirect_with};

struct Line {
    field: String,
    number: String,
    name: String,
    title: String,
    function: String,
    mark: Mark,
    portrait: Option<String>,
    /// How the field is called for who hears the page.
    label: String,
}

#[derive(Template)]
#[template(path = "participants/order.html")]
struct OrderPage {
    page: Page,
    base: String,
    delegation: String,
    lines: Vec<Line>,
    errors: Errors,
    /// Somebody has put the list into an order of its own.
    by_hand: bool,
}

/// `GET /delegations/{delegation}/people/order`
pub async fn show(by: FocalPoint, _: Path<DelegationId>, db: Db) -> Answer<HttpResponse> {
    draw(&by, &db, None, Errors::default(), StatusCode::OK).await
}

async fn draw(
    by: &FocalPoint,
    db: &Db,
    typed: Option<&Typed>,
    errors: Errors,
    status: StatusCode,
) -> Answer<HttpResponse> {
    let language = by.language();
    let mut connection = db.connection().await?;
    let categories = categories(&mut connection, by.conference_id()).await?;
    let people = listed(people_of_delegation(&mut connection, by.conference_id(), by.delegation().id).await?);
    let by_hand = people.iter().any(|person| person.ordinal != 0);
    let lines = people.iter().zip(1..).map(|(person, place)| line(by, &categories, person, (place, typed))).collect();
    page_with(
        status,
        OrderPage {
            page: by.page(language.t("order-title")),
            base: by.path(""),
            delegation: by.delegation().name.in_language(language).to_owned(),
            lines,
            errors,
            by_hand,
        },
    )
}

/// Who stands in the list: those who were refused or withdrawn do not.
fn listed(people: Vec<Participant>) -> Vec<Participant> {
    people.into_iter().filter(|person| !matches!(person.status, Status::Refused | Status::Withdrawn)).collect()
}

fn line(by: &FocalPoint, categories: &[Category], person: &Participant, (place, typed): (i32, Option<&Typed>)) -> Line {
    let language = by.language();
    let field = field_of(person.id);
    let name = name_of(person, language);
    Line {
        number: typed.map_or_else(|| place.to_string(), |typed| typed.text(&field).to_owned()),
        label: language.with("order-place-of", &[("name", name.as_str().into())]),
        title: language.t(&person.composition_title.word()),
        function: person.function_line(),
        mark: Mark::among(language, categories, person.category_id),
        portrait: person.portrait_url(PortraitSize::Gate),
        field,
        name,
    }
}

fn field_of(id: ParticipantId) -> String {
    format!("place-{id}")
}

/// `POST /delegations/{delegation}/people/order`: keeps the order, or with `usual` lets the list stand as it does by itself.
pub async fn keep(
    by: FocalPoint,
    _: Path<DelegationId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    if form.resumed {
        return draw(&by, &db, Some(&typed), Errors::default(), StatusCode::OK).await;
    }
    let mut tx = db.begin().await?;
    let people = listed(people_of_delegation(&mut tx, by.conference_id(), by.delegation().id).await?);
    let (order, key) = if typed.has("usual") {
        (people.iter().map(|person| (person.id, 0)).collect(), "order-is-usual")
    } else {
        match wished(&people, &typed, by.language()) {
            Ok(order) => (order, "order-is-kept"),
            Err(errors) => {
                drop(tx);
                return draw(&by, &db, Some(&typed), errors, StatusCode::UNPROCESSABLE_ENTITY).await;
            }
        }
    };
    order_roster(&mut tx, &by, &order, clock.now()).await?;
    tx.commit().await?;
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t(key), undo: None };
    Ok(redirect_with(by.visit(), &by.path("/people/order"), &flash))
}

/// The largest number that is read.
const MOST: i32 = 9999;

/// The places 1, 2, 3 ... by the numbers typed. Whoever was given a new number goes where the one stands who had it; who was
/// given none stays behind the others.
///
/// # Errors
/// At each person whose number cannot be read, and at each of several who were given the same new number.
fn wished(people: &[Participant], typed: &Typed, language: Language) -> Result<Vec<(ParticipantId, i32)>, Errors> {
    let mut errors = Errors::default();
    let mut numbered = Vec::with_capacity(people.len());
    let mut given: BTreeMap<i32, Vec<&Participant>> = BTreeMap::new();
    for (person, place) in people.iter().zip(1..) {
        let text = ascii_digits(typed.text(&field_of(person.id)));
        let number = text.parse().ok().filter(|number| (1..=MOST).contains(number));
        if number.is_none() && !text.is_empty() {
            let message = Message::new("order-not-a-number").with("name", name_of(person, language)).with("most", MOST);
            errors.add(field_of(person.id), message);
        }
        let number = number.unwrap_or(i32::MAX);
        if number != place && number != i32::MAX {
            given.entry(number).or_default().push(person);
        }
        numbered.push((number, number.cmp(&place), person.id));
    }
    for (number, several) in given.into_iter().filter(|(_, several)| several.len() > 1) {
        for person in several {
            let message = Message::new("order-number-twice").with("name", name_of(person, language));
            errors.add(field_of(person.id), message.with("number", number));
        }
    }
    // Going up one stands before whoever has the place, going down after.
    numbered.sort_by_key(|(number, way, _)| (*number, *way));
    errors.or(numbered.into_iter().zip(1..).map(|((.., id), place)| (id, place)).collect())
}

fn name_of(person: &Participant, language: Language) -> String {
    let name = person.name();
    if name.is_empty() { language.t("participants-no-name-yet") } else { name }
}
