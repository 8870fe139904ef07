//! One-time links for a password: asking for one, and setting the password by it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::actions::{self, Entry};
use super::super::hashing;
use super::super::model::{Email, Via};
use super::super::proofs::Anyone;
use super::super::rules::{self, MAILS_FROM_SOURCE, MAILS_TO_ADDRESS};
use super::{NoticePage, admit, sign_in};
use crate::clock::Clock;
use crate::db::Db;
use crate::language::Message;
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Typed, page_with, redirect_with};

#[derive(Template)]
#[template(path = "accounts/forgotten.html")]
struct ForgottenPage {
    page: Page,
    errors: Errors,
    typed: Typed,
}

#[derive(Template)]
#[template(path = "accounts/new_password.html")]
struct NewPasswordPage {
    page: Page,
    errors: Errors,
    email: String,
    action: String,
    shortest: usize,
}

/// `GET /password`
pub async fn show_forgotten(by: Anyone) -> Answer<HttpResponse> {
    draw_forgotten(&by, StatusCode::OK, Errors::default(), Typed::default())
}

/// `POST /password` asks for a link.
pub async fn ask(by: Anyone, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let Some(email) = Email::parse(form.fields.text("email")) else {
        let mut errors = Errors::default();
        errors.say("email", "accounts-email-wrong");
        return draw_forgotten(&by, StatusCode::UNPROCESSABLE_ENTITY, errors, form.fields);
    };
    let source = rules::source(by.visit().address());
    admit(&db, by.visit(), &[(MAILS_TO_ADDRESS, email.as_str()), (MAILS_FROM_SOURCE, &source)], now).await?;
    let mut tx = db.begin().await?;
    actions::ask_for_reset(&mut tx, by.visit(), &email, now).await?;
    tx.commit().await?;
    let text = by.visit().language().with("accounts-reset-asked", &[("email", email.as_str().into())]);
    Ok(redirect_with(by.visit(), "/sign-in/password", &Flash { kind: FlashKind::Ok, text, undo: None }))
}

fn draw_forgotten(by: &Anyone, status: StatusCode, errors: Errors, typed: Typed) -> Answer<HttpResponse> {
    let page = by.page(by.visit().language().t("accounts-forgotten-title"));
    page_with(status, ForgottenPage { page, errors, typed })
}

/// `GET /password/{token}`
pub async fn show(by: Anyone, path: Path<String>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    draw(&by, &db, &path, clock, Errors::default()).await
}

/// `POST /password/{token}` sets the password, ends every other session, and signs in.
pub async fn set(by: Anyone, path: Path<String>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let known = actions::key_for_password(&mut *db.connection().await?, &path, now).await?;
    let Some(key) = known else { return dead(&by) };
    let password = match read_new(&form.fields, &key.email) {
        Ok(password) => password,
        Err(errors) => return draw(&by, &db, &path, clock, errors).await,
    };
    let hash = hashing::hash(password).await?;
    let mut tx = db.begin().await?;
    let account = actions::set_password(&mut tx, by.visit(), &path, &hash, now).await?;
    tx.commit().await?;
    let Some(account) = account else { return dead(&by) };
    sign_in(&db, &by, &Entry { account, via: Via::Password, destination: None }, now).await
}

/// A new password from the fields `new_password` and `repeated`.
pub fn read_new(typed: &Typed, email: &str) -> Result<String, Errors> {
    let field = |name: &str| typed.all(name).first().cloned().unwrap_or_default();
    let (password, repeated) = (field("new_password"), field("repeated"));
    let mut errors = Errors::default();
    match rules::password_fault(&password, email) {
        Some(key) => errors.add("new_password", Message::new(key).with("least", rules::SHORTEST)),
        None if password != repeated => errors.say("repeated", "accounts-password-differs"),
        None => {}
    }
    errors.or(password)
}

async fn draw(by: &Anyone, db: &Db, token: &str, clock: Clock, errors: Errors) -> Answer<HttpResponse> {
    let key = actions::key_for_password(&mut *db.connection().await?, token, clock.now()).await?;
    let Some(key) = key else { return dead(by) };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(
        status,
        NewPasswordPage {
            page: by.page(by.visit().language().t("accounts-new-password-title")),
            errors,
            email: key.email,
            action: format!("/password/{token}"),
            shortest: rules::SHORTEST,
        },
    )
}

fn dead(by: &Anyone) -> Answer<HttpResponse> {
    let language = by.visit().language();
    page_with(
        StatusCode::GONE,
        NoticePage {
            page: by.page(language.t("accounts-link-dead-title")),
            text: language.t("accounts-password-link-dead"),
            way: "/password".to_owned(),
            label: language.t("accounts-password-link-way"),
        },
    )
}
