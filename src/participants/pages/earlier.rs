//! People whom the same State or organisation handed in at an earlier conference: ticked, they become drafts.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::words::Mark;
use crate::clock::Clock;
use crate::conferences::categories;
use crate::db::{Connection, Db};
use crate::delegations::FocalPoint;
use crate::ids::{CategoryId, DelegationId, ParticipantId};
use crate::participants::actions::{offered_again, take_again};
use crate::participants::queries::Earlier;
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Typed, page_with, redirect, redirect_with};

struct Line {
    id: String,
    name: String,
    native: String,
    function: String,
    /// Where they were, and when.
    at: String,
    mark: Mark,
    label: String,
}

#[derive(Template)]
#[template(path = "participants/earlier.html")]
struct EarlierPage {
    page: Page,
    home: String,
    base: String,
    delegation: String,
    people: Vec<Line>,
    errors: Errors,
}

/// `GET /delegations/{delegation}/people/earlier`
pub async fn show(by: FocalPoint, _: Path<DelegationId>, db: Db) -> Answer<HttpResponse> {
    draw(&mut *db.connection().await?, &by, Errors::default(), StatusCode::OK).await
}

async fn draw(
    connection: &mut Connection,
    by: &FocalPoint,
    errors: Errors,
    status: StatusCode,
) -> Answer<HttpResponse> {
    let language = by.language();
    let known = categories(connection, by.conference_id()).await?;
    let line = |(earlier, category): (Earlier, CategoryId)| {
        let said = [
            ("conference", earlier.conference.in_language(language).into()),
            ("date", language.date(earlier.on).into()),
        ];
        Line {
            id: earlier.person.id.to_string(),
            label: language.with("earlier-tick", &[("name", earlier.person.name().into())]),
            name: earlier.person.name(),
            native: earlier.person.native_name.clone(),
            function: earlier.person.function_line(),
            at: language.with("earlier-at", &said),
            mark: Mark::among(language, &known, category),
        }
    };
    let people = offered_again(connection, by).await?.into_iter().map(line).collect();
    page_with(
        status,
        EarlierPage {
            page: by.page(language.t("earlier-title")),
            home: by.path(""),
            base: by.path("/people/earlier"),
            delegation: by.delegation().name.in_language(language).to_owned(),
            people,
            errors,
        },
    )
}

/// `POST /delegations/{delegation}/people/earlier`
pub async fn take(
    by: FocalPoint,
    _: Path<DelegationId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    if form.resumed {
        return Ok(redirect(&by.path("/people/earlier")));
    }
    let chosen: Vec<ParticipantId> =
        form.fields.all("person").iter().filter_map(|text| ParticipantId::parse(text)).collect();
    let mut tx = db.begin().await?;
    if chosen.is_empty() {
        let mut errors = Errors::default();
        errors.say("person", "earlier-nobody-ticked");
        return draw(&mut tx, &by, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let taken = take_again(&mut tx, &by, &chosen, clock.now()).await?;
    tx.commit().await?;
    let kind = if taken == 0 { FlashKind::Warn } else { FlashKind::Ok };
    let text = by.language().with("earlier-taken", &[("count", taken.into())]);
    Ok(redirect_with(by.visit(), &by.path(""), &Flash { kind, text, undo: None }))
}
