//! The administrator's list of conferences, and giving one an organiser.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::accounts::Administrator;
use crate::clock::Clock;
use crate::conferences::{actions, conference_by_slug, queries};
use crate::db::Db;
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Reader, Typed, page, page_with, redirect_with};

struct Line {
    slug: String,
    name: String,
    place: String,
    dates: String,
    /// Their addresses.
    organisers: Vec<String>,
    /// This form is the one that was just sent with an error.
    open: bool,
}

#[derive(Template)]
#[template(path = "conferences/list.html")]
struct ListPage {
    page: Page,
    conferences: Vec<Line>,
    typed: Typed,
    errors: Errors,
}

/// `GET /conferences`
pub async fn show(by: Administrator, db: Db) -> Answer<HttpResponse> {
    page(list(&by, &db, Typed::default(), Errors::default(), None).await?)
}

async fn list(by: &Administrator, db: &Db, typed: Typed, errors: Errors, open: Option<&str>) -> Answer<ListPage> {
    let language = by.visit().language();
    let mut connection = db.connection().await?;
    let mut lines = Vec::new();
    for conference in queries::all_conferences(&mut connection).await? {
        lines.push(Line {
            name: conference.name.in_language(language).to_owned(),
            place: conference.place.in_language(language).to_owned(),
            dates: language.date_range(conference.starts_on, conference.ends_on),
            organisers: queries::organisers(&mut connection, conference.id).await?,
            open: open == Some(conference.slug.as_str()),
            slug: conference.slug,
        });
    }
    Ok(ListPage { page: by.page(language.t("conferences-title")), conferences: lines, typed, errors })
}

/// `POST /conferences/{conference}/organisers`
pub async fn appoint(
    by: Administrator,
    path: Path<String>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let conference = conference_by_slug(&mut tx, &path).await?;
    let typed = form.fields;
    let mut reader = Reader::of(&typed);
    reader.required("email", 254);
    let email = reader.email("email");
    let errors = reader.errors;
    if form.resumed || !errors.is_empty() {
        drop(tx);
        let status = if form.resumed { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        return page_with(status, list(&by, &db, typed, errors, Some(&path)).await?);
    }
    let new = actions::appoint_organiser(&mut tx, &by, &conference, &email, clock.now()).await?;
    tx.commit().await?;
    let (kind, key) = if new { (FlashKind::Ok, "duty-given") } else { (FlashKind::Warn, "duty-had-already") };
    let text = by.visit().language().with(key, &[("email", email.into())]);
    Ok(redirect_with(by.visit(), "/conferences", &Flash { kind, text, undo: None }))
}
