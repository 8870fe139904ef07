//! Signing in with a password, as staff do. An address that is not known is compared all the same, and answered the same.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::super::actions::{self, Entry};
use super::super::hashing;
use super::super::model::{Account, Email, Via};
use super::super::proofs::Anyone;
use super::super::rules::{self, WRONG_FOR_ACCOUNT, WRONG_FROM_SOURCE};
use super::{Next, admit, destination, forgive, sign_in, with_next};
use crate::clock::Clock;
use crate::db::Db;
use crate::web::{Answer, Errors, Form, Page, Query, Typed, page_with};

#[derive(Template)]
#[template(path = "accounts/password.html")]
struct PasswordPage {
    page: Page,
    errors: Errors,
    typed: Typed,
    next: String,
    /// Where one signs in without a password.
    code: String,
}

/// `GET /sign-in/password`
pub async fn show(by: Anyone, query: Query<Next>) -> Answer<HttpResponse> {
    draw(&by, StatusCode::OK, Errors::default(), Typed::default(), &query.0.next)
}

/// `POST /sign-in/password`
pub async fn enter(by: Anyone, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let typed = form.fields;
    let Some(email) = Email::parse(typed.text("email")) else {
        return again(&by, typed, "email", "accounts-email-wrong");
    };
    let source = rules::source(by.visit().address());
    let subjects = [(WRONG_FOR_ACCOUNT, email.as_str()), (WRONG_FROM_SOURCE, source.as_str())];
    admit(&db, by.visit(), &subjects, now).await?;
    let Some(account) = proven(&db, &email, &typed).await? else {
        return again(&by, typed, "password", "accounts-password-wrong");
    };
    forgive(&db, by.visit(), &subjects, now).await?;
    let destination = destination(typed.text("next")).map(ToOwned::to_owned);
    sign_in(&db, &by, &Entry { account, via: Via::Password, destination }, now).await
}

/// The account, if the password is its own. No connection is held while the password is compared.
async fn proven(db: &Db, email: &Email, typed: &Typed) -> Answer<Option<Account>> {
    let account = actions::password_account(&mut *db.connection().await?, email).await?;
    let kept = account.as_ref().and_then(|account| account.password_hash.clone());
    // Spaces at the ends may belong to a password: it is taken as it was typed.
    let password = typed.all("password").first().cloned().unwrap_or_default();
    let matches = hashing::matches(password, kept).await?;
    Ok(account.filter(|_| matches))
}

fn again(by: &Anyone, typed: Typed, field: &str, key: &str) -> Answer<HttpResponse> {
    let mut errors = Errors::default();
    errors.say(field, key);
    let next = typed.text("next").to_owned();
    draw(by, StatusCode::UNPROCESSABLE_ENTITY, errors, typed, &next)
}

fn draw(by: &Anyone, status: StatusCode, errors: Errors, typed: Typed, next: &str) -> Answer<HttpResponse> {
    let next = destination(next);
    page_with(
        status,
        PasswordPage {
            page: by.page(by.visit().language().t("accounts-password-title")),
            errors,
            typed,
            next: next.unwrap_or_default().to_owned(),
            code: with_next("/sign-in", next),
        },
    )
}
