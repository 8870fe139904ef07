//! Somebody on stage: what the release says of them, and where they appear. Search engines are asked to stay away.

use actix_web::HttpResponse;
use actix_web::http::header::HeaderName;
use actix_web::web::Path;
use askama::Template;

use super::super::queries;
use super::super::rules::person_handle;
use super::keeper::Keeper;
use super::lines::{Line, Shown};
use crate::clock::Clock;
use crate::db::Db;
use crate::web::{Answer, Page, Problem, page};

/// A session with what they do there.
struct Appearance {
    role: String,
    line: Line,
}

#[derive(Template)]
#[template(path = "programme/person.html")]
struct PersonPage {
    page: Page,
    /// As the last of their sessions says it.
    title: String,
    affiliation: String,
    appearances: Vec<Appearance>,
    back: String,
    news: String,
    conference: String,
    here: String,
}

/// Keeps an answer out of search engines.
pub fn unindexed(mut response: HttpResponse) -> HttpResponse {
    let none = actix_web::http::header::HeaderValue::from_static("noindex, nofollow");
    response.headers_mut().insert(HeaderName::from_static("x-robots-tag"), none);
    response
}

/// `GET /{conference}/programme/people/{key}`
pub async fn show(by: Keeper, path: Path<(String, String)>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let edition = queries::edition(&mut connection, by.visit().site(), conference).await?.ok_or(Problem::NotFound)?;
    let chosen = by.chosen(&mut connection).await?;
    let base = by.path("/programme");
    let shown = Shown::new(language, conference.zone(), clock.now(), &base, &edition).with_chosen(chosen);
    let mut appearances = Vec::new();
    let mut about = None;
    for row in edition.rows() {
        for person in row.facts.people.iter().filter(|person| person_handle(person) == path.1) {
            let role = language.t(&format!("programme-role-{}", person.role.as_str().replace('_', "-")));
            appearances.push(Appearance { role, line: shown.line(row) });
            about = Some((person, row.facts.affiliation(person, language).to_owned()));
        }
    }
    let (person, affiliation) = about.ok_or(Problem::NotFound)?;
    let drawn = page(PersonPage {
        page: by.page(person.name.as_str()),
        title: person.title.clone(),
        affiliation,
        appearances,
        news: format!("{base}/news"),
        conference: by.path(""),
        here: by.visit().path().to_owned(),
        back: base.clone(),
    })?;
    Ok(unindexed(drawn))
}
