//! From the public programme to one's own place: the people of a signed-in address, each with the way to their sessions.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::super::super::model::SignUpMode;
use super::super::super::queries;
use super::place_line;
use crate::accounts::SignedIn;
use crate::conferences::conference_by_slug;
use crate::db::Db;
use crate::ids::SessionId;
use crate::participants::people_of_address;
use crate::web::{Answer, Page, Problem, page, redirect};

#[derive(Template)]
#[template(path = "programme/sign_up_way.html")]
struct WayPage {
    page: Page,
    title: String,
    place: String,
    /// Name and way of each person of the address at this conference.
    people: Vec<(String, String)>,
    email: String,
    back: String,
}

/// `GET /{conference}/programme/sessions/{session}/sign-up`: straight to one's own sessions where the address stands for one person.
pub async fn show(by: SignedIn, path: Path<(String, SessionId)>, db: Db) -> Answer<HttpResponse> {
    let (slug, id) = path.into_inner();
    let mut connection = db.connection().await?;
    let conference = conference_by_slug(&mut connection, &slug).await?;
    let row = queries::released_one(&mut connection, conference.id, id).await?;
    if queries::desk(&mut connection, conference.id, id).await?.mode == SignUpMode::None {
        return Err(Problem::NotFound);
    }
    let people = people_of_address(&mut connection, &by.someone().email).await?;
    let here = people.iter().filter(|one| one.conference_id == conference.id && one.status.holds_a_place());
    let people: Vec<(String, String)> =
        here.map(|one| (one.name(), format!("/people/{}/sessions#session-{id}", one.id))).collect();
    if let [(_, way)] = people.as_slice() {
        return Ok(redirect(way));
    }
    let language = by.visit().language();
    page(WayPage {
        page: by.page(language.t("sign-up-way-title")).with_conference(conference.line(language)),
        title: row.facts.title.in_language(language).to_owned(),
        place: place_line(&row, &conference, language),
        people,
        email: by.someone().email.clone(),
        back: format!("/{slug}/programme/sessions/{id}"),
    })
}
