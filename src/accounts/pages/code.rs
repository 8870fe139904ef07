//! The second page of signing in: the code that was mailed, typed into the browser that asked for it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::super::actions::{self, Entered};
use super::super::proofs::Anyone;
use super::super::queries::keys;
use super::super::rules::{self, WRONG_FOR_ACCOUNT, WRONG_FROM_SOURCE};
use super::{admit, forgive, sign_in};
use crate::clock::Clock;
use crate::db::Db;
use crate::web::{Answer, Errors, Form, Page, Typed, page_with, redirect};

/// How the paths end that newcomers are sent on to.
const NEWCOMERS: [&str; 2] = ["/register/people", "/admission/applications"];

#[derive(Template)]
#[template(path = "accounts/code.html")]
struct CodePage {
    page: Page,
    errors: Errors,
    email: String,
    /// Whoever registers is written to whether their address is known or not.
    is_newcomer: bool,
    next: String,
    minutes: i64,
}

/// `GET /sign-in/code`
pub async fn show(by: Anyone, db: Db) -> Answer<HttpResponse> {
    draw(&by, &db, StatusCode::OK, Errors::default()).await
}

/// `POST /sign-in/code`
pub async fn enter(by: Anyone, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let Some(code) = rules::code_digits(form.fields.text("code")) else {
        return wrong(&by, &db, "accounts-code-unreadable").await;
    };
    let asked = keys::key_of_browser(&mut *db.connection().await?, by.visit().browser().as_bytes()).await?;
    let Some(asked) = asked else { return Ok(redirect("/sign-in")) };
    let source = rules::source(by.visit().address());
    let subjects = [(WRONG_FOR_ACCOUNT, asked.email.as_str()), (WRONG_FROM_SOURCE, source.as_str())];
    admit(&db, by.visit(), &subjects, now).await?;
    let mut tx = db.begin().await?;
    let entered = actions::use_code(&mut tx, by.visit(), &code, now).await?;
    // A wrong attempt is written down as well.
    tx.commit().await?;
    match entered {
        Entered::In(entry) => {
            forgive(&db, by.visit(), &subjects, now).await?;
            sign_in(&db, &by, &entry, now).await
        }
        Entered::Wrong => wrong(&by, &db, "accounts-code-wrong").await,
        Entered::Dead => wrong(&by, &db, "accounts-code-dead").await,
    }
}

async fn wrong(by: &Anyone, db: &Db, key: &str) -> Answer<HttpResponse> {
    let mut errors = Errors::default();
    errors.say("code", key);
    draw(by, db, StatusCode::UNPROCESSABLE_ENTITY, errors).await
}

async fn draw(by: &Anyone, db: &Db, status: StatusCode, errors: Errors) -> Answer<HttpResponse> {
    let asked = keys::key_of_browser(&mut *db.connection().await?, by.visit().browser().as_bytes()).await?;
    let Some(asked) = asked else { return Ok(redirect("/sign-in")) };
    page_with(
        status,
        CodePage {
            page: by.page(by.visit().language().t("accounts-code-title")),
            errors,
            email: asked.email,
            is_newcomer: asked.destination.as_deref().is_some_and(|to| NEWCOMERS.iter().any(|end| to.ends_with(end))),
            next: asked.destination.unwrap_or_default(),
            minutes: rules::CODE_LIFE / 60,
        },
    )
}
