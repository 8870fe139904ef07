//! Creating a conference. Windows, categories, areas and hours follow from what is said here and are changed in the settings.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::particulars;
use crate::accounts::Administrator;
use crate::clock::Clock;
use crate::conferences::actions::{self, NewConference};
use crate::conferences::rules::{RESERVED, is_slug};
use crate::db::Db;
use crate::language::shipped;
use crate::web::{Answer, Choice, Errors, Flash, FlashKind, Form, Page, Reader, Typed, page_with, redirect_with};

#[derive(Template)]
#[template(path = "conferences/new.html")]
struct NewPage {
    page: Page,
    typed: Typed,
    errors: Errors,
    zones: Vec<Choice>,
    languages: Vec<Choice>,
    accents: Vec<Choice>,
    base_url: String,
}

/// `GET /conferences/new`
pub async fn show(by: Administrator, clock: Clock) -> Answer<HttpResponse> {
    let typed = Typed::default()
        .with_all("languages", shipped().map(crate::language::Language::code))
        .with("accent", particulars::ACCENTS[0])
        .with("contact_email", &by.someone().email);
    draw(&by, &clock, typed, Errors::default(), StatusCode::OK)
}

fn draw(by: &Administrator, clock: &Clock, typed: Typed, errors: Errors, status: StatusCode) -> Answer<HttpResponse> {
    let language = by.visit().language();
    page_with(
        status,
        NewPage {
            page: by.page(language.t("conference-new-title")),
            zones: particulars::zone_choices(&typed, clock.now(), language),
            languages: particulars::language_choices(&typed),
            accents: particulars::accent_choices(&typed, language),
            base_url: by.visit().site().config().base_url.clone(),
            typed,
            errors,
        },
    )
}

/// `POST /conferences`
pub async fn create(by: Administrator, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let typed = form.fields;
    if form.resumed {
        return draw(&by, &clock, typed, Errors::default(), StatusCode::OK);
    }
    let new = match read(&typed) {
        Ok(new) => new,
        Err(errors) => return draw(&by, &clock, typed, errors, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let mut tx = db.begin().await?;
    if let Err(problem) = actions::create(&mut tx, &by, &new, clock.now()).await {
        let errors = Errors::at_field(problem, &[("rule-one-conference-per-slug", "slug")])?;
        return draw(&by, &clock, typed, errors, StatusCode::UNPROCESSABLE_ENTITY);
    }
    tx.commit().await?;
    let language = by.visit().language();
    let text = language.with("conference-created", &[("name", new.said.name.in_language(language).into())]);
    let flash = Flash { kind: FlashKind::Ok, text, undo: None };
    Ok(redirect_with(by.visit(), &format!("/{}/settings", new.slug), &flash))
}

fn read(typed: &Typed) -> Result<NewConference, Errors> {
    let mut reader = Reader::of(typed);
    let slug = reader.required("slug", 40).to_lowercase();
    if RESERVED.contains(&slug.as_str()) {
        reader.errors.say("slug", "conference-slug-reserved");
    } else if !is_slug(&slug) {
        reader.errors.say("slug", "conference-slug-wrong");
    }
    let said = particulars::read(&mut reader);
    reader.finish(said.map(|said| NewConference { slug, said, windows: None, demonstration: false }))
}
