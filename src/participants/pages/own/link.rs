//! The personal link of a mail. Mail filters open every link, more than once: opening shows whom it is for, and its button lets
//! them in, again and again until their file is handed in.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::accounts::{Anyone, admit_link, let_in};
use crate::clock::Clock;
use crate::conferences::{categories, conference_by_id};
use crate::db::{Connection, Db};
use crate::delegations::delegation_by_id;
use crate::ids::ParticipantId;
use crate::participants::model::Participant;
use crate::participants::own::{LinkState, enter as press, link_of};
use crate::participants::pages::words::Mark;
use crate::web::{Answer, Form, Page, Typed, page, page_with, redirect};

#[derive(Template)]
#[template(path = "participants/own/link.html")]
struct LinkPage {
    page: Page,
    action: String,
    /// Whom it is for; empty where the delegation does not know the name yet.
    name: String,
    delegation: String,
    mark: Mark,
    email: String,
    dates: String,
}

/// Why a link opens nothing, and the way on.
#[derive(Template)]
#[template(path = "participants/own/dead.html")]
struct DeadPage {
    page: Page,
    text: String,
    way: Option<(String, String)>,
}

/// `GET /people/link/{token}`
pub async fn show(by: Anyone, path: Path<String>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    match link_of(&mut connection, &path, clock.now()).await? {
        LinkState::Open(person) => opened(&mut connection, &by, &path, &person).await,
        state => dead(&by, &state),
    }
}

async fn opened(connection: &mut Connection, by: &Anyone, token: &str, person: &Participant) -> Answer<HttpResponse> {
    let language = by.visit().language();
    let conference = conference_by_id(connection, person.conference_id).await?;
    let delegation = delegation_by_id(connection, conference.id, person.delegation_id).await?;
    let offered = categories(connection, conference.id).await?;
    page(LinkPage {
        page: by.page(language.t("own-link-title")).with_conference(conference.line(language)),
        action: format!("/people/link/{token}"),
        name: person.name(),
        delegation: delegation.name.in_language(language).to_owned(),
        mark: Mark::among(language, &offered, person.category_id),
        email: person.email.clone().unwrap_or_default(),
        dates: language.date_range(conference.starts_on, conference.ends_on),
    })
}

/// `POST /people/link/{token}`
pub async fn enter(by: Anyone, path: Path<String>, _: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    admit_link(&db, by.visit(), now).await?;
    let mut tx = db.begin().await?;
    let (state, account) = press(&mut tx, &path, now).await?;
    tx.commit().await?;
    match (state, account) {
        (LinkState::Open(person), Some(account)) => let_in(&db, &by, account, &form_of(person.id), now).await,
        // Staff and focal points sign in as always, and are at the form.
        (LinkState::Open(person), None) => Ok(redirect(&sign_in_to(&form_of(person.id)))),
        (state, _) => dead(&by, &state),
    }
}

fn form_of(id: ParticipantId) -> String {
    format!("/people/{id}/form")
}

fn sign_in_to(path: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", path).finish();
    format!("/sign-in?{query}")
}

fn dead(by: &Anyone, state: &LinkState) -> Answer<HttpResponse> {
    let language = by.visit().language();
    let (title, text) = match state {
        LinkState::HandedIn(_) => ("own-link-handed-in-title", "own-link-handed-in-text"),
        LinkState::RunOut => ("own-link-run-out-title", "own-link-run-out-text"),
        LinkState::Withdrawn => ("own-link-withdrawn-title", "own-link-withdrawn-text"),
        LinkState::Declined => ("own-link-declined-title", "own-link-declined-text"),
        LinkState::Open(_) | LinkState::Unknown => ("own-link-unknown-title", "own-link-unknown-text"),
    };
    let way = match state {
        LinkState::HandedIn(id) => Some((sign_in_to(&format!("/people/{id}")), language.t("own-link-see-status"))),
        _ => None,
    };
    page_with(StatusCode::GONE, DeadPage { page: by.page(language.t(title)), text: language.t(text), way })
}
