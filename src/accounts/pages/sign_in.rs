//! Signing in begins with an address. What the page says does not depend on whether the address is known.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::super::actions;
use super::super::model::Email;
use super::super::proofs::{Anyone, SignedIn};
use super::super::rules::{self, MAILS_FROM_SOURCE, MAILS_TO_ADDRESS};
use super::super::sessions::{SESSION_COOKIE, end_session};
use super::{Next, admit, destination, with_next};
use crate::clock::Clock;
use crate::db::Db;
use crate::web::{Answer, Errors, Form, Page, Query, Typed, page_with, redirect, removed_cookie};

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage {
    page: Page,
    errors: Errors,
    typed: Typed,
    next: String,
    /// Where staff sign in.
    password: String,
    /// Where somebody goes on who is signed in already.
    on: String,
    signed_in: String,
    /// A form that was sent without being signed in waits to be shown again.
    kept: bool,
}

/// `GET /sign-in`
pub async fn show(by: Anyone, query: Query<Next>) -> Answer<HttpResponse> {
    draw(&by, StatusCode::OK, Errors::default(), Typed::default(), &query.0.next)
}

/// `POST /sign-in` asks for a code.
pub async fn ask(by: Anyone, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let typed = form.fields;
    let next = typed.text("next").to_owned();
    let Some(email) = Email::parse(typed.text("email")) else {
        let mut errors = Errors::default();
        errors.say("email", "accounts-email-wrong");
        return draw(&by, StatusCode::UNPROCESSABLE_ENTITY, errors, typed, &next);
    };
    let source = rules::source(by.visit().address());
    admit(&db, by.visit(), &[(MAILS_TO_ADDRESS, email.as_str()), (MAILS_FROM_SOURCE, &source)], now).await?;
    let mut tx = db.begin().await?;
    actions::ask_for_code(&mut tx, by.visit(), &email, destination(&next), now).await?;
    tx.commit().await?;
    Ok(redirect("/sign-in/code"))
}

/// `POST /sign-out`
pub async fn leave(by: SignedIn, _form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    end_session(&mut tx, by.someone().session, clock.now()).await?;
    tx.commit().await?;
    let mut response = redirect("/");
    // The session is over in the database; the cookie is only its shell.
    let _ = response.add_cookie(&removed_cookie(by.visit().site(), SESSION_COOKIE));
    Ok(response)
}

fn draw(by: &Anyone, status: StatusCode, errors: Errors, typed: Typed, next: &str) -> Answer<HttpResponse> {
    let language = by.visit().language();
    let next = destination(next);
    page_with(
        status,
        SignInPage {
            page: by.page(language.t("accounts-sign-in-title")),
            errors,
            typed,
            next: next.unwrap_or_default().to_owned(),
            password: with_next("/sign-in/password", next),
            kept: next == Some("/resume"),
            on: next.unwrap_or("/").to_owned(),
            signed_in: by.someone().map(|someone| someone.email.clone()).unwrap_or_default(),
        },
    )
}
