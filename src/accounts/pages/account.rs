//! One's own account: name, language, password where there is one, and the browsers that are signed in.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::tz::TimeZone;

use super::super::model::{Account, SessionLine};
use super::super::proofs::SignedIn;
use super::super::queries::{self, sessions};
use super::super::rules::{self, WRONG_FOR_ACCOUNT, WRONG_FROM_SOURCE};
use super::super::sessions::IDLE;
use super::super::{actions, hashing};
use super::{admit, forgive, reset};
use crate::clock::{Clock, Moment};
use crate::db::Db;
use crate::ids::BrowserSessionId;
use crate::language::{Language, shipped};
use crate::web::{
    Answer, Choice, Errors, Flash, FlashKind, Form, Page, Reader, Typed, page_with, preference_cookie, redirect_with,
};

/// A session as the page shows it.
struct Line {
    browser: String,
    address: String,
    /// In words, UTC: no conference's hours apply here.
    seen: String,
    seen_at: String,
    since: String,
    current: bool,
    revocation: String,
}

#[derive(Template)]
#[template(path = "accounts/account.html")]
struct AccountPage {
    page: Page,
    errors: Errors,
    typed: Typed,
    email: String,
    languages: Vec<Choice>,
    sessions: Vec<Line>,
    has_password: bool,
    shortest: usize,
}

/// `GET /account`
pub async fn show(by: SignedIn, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let account = queries::account_by_id(&mut *db.connection().await?, by.account()).await?;
    let typed =
        Typed::default().with("name", &account.name).with("language", account.language.as_deref().unwrap_or_default());
    draw(&by, &db, &account, (StatusCode::OK, Errors::default(), typed), clock.now()).await
}

/// `POST /account` saves name and language.
pub async fn save(by: SignedIn, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let account = queries::account_by_id(&mut *db.connection().await?, by.account()).await?;
    let mut reader = Reader::of(&form.fields);
    let name = reader.text("name", 120).replace('\n', " ");
    let language = Language::parse(form.fields.text("language"));
    if !reader.errors.is_empty() || form.resumed {
        let status = if reader.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let errors = reader.errors;
        return draw(&by, &db, &account, (status, errors, form.fields), clock.now()).await;
    }
    let mut tx = db.begin().await?;
    actions::save_profile(&mut tx, &by, &name, language).await?;
    tx.commit().await?;
    let spoken = language.unwrap_or(by.visit().language());
    let mut response = done(&by, spoken.t("accounts-saved"));
    if let Some(language) = language {
        let cookie = preference_cookie(by.visit().site(), "language", language.code().to_owned());
        // Without the cookie the account's choice holds from the next sign-in on.
        let _ = response.add_cookie(&cookie);
    }
    Ok(response)
}

/// `POST /account/password`
pub async fn change_password(by: SignedIn, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let account = queries::account_by_id(&mut *db.connection().await?, by.account()).await?;
    let current = form.fields.all("password").first().cloned().unwrap_or_default();
    let source = rules::source(by.visit().address());
    let subjects = [(WRONG_FOR_ACCOUNT, account.email.as_str()), (WRONG_FROM_SOURCE, source.as_str())];
    admit(&db, by.visit(), &subjects, now).await?;
    let mut errors = Errors::default();
    if !hashing::matches(current, account.password_hash.clone()).await? {
        errors.say("password", "accounts-password-current-wrong");
    } else {
        forgive(&db, by.visit(), &subjects, now).await?;
    }
    let new = match (reset::read_new(&form.fields, &account.email), errors.is_empty()) {
        (Ok(new), true) => new,
        (read, _) => {
            for (field, message) in read.err().iter().flat_map(Errors::iter) {
                errors.add(field, message.clone());
            }
            let typed = Typed::default()
                .with("name", &account.name)
                .with("language", account.language.as_deref().unwrap_or_default());
            return draw(&by, &db, &account, (StatusCode::UNPROCESSABLE_ENTITY, errors, typed), now).await;
        }
    };
    let hash = hashing::hash(new).await?;
    let mut tx = db.begin().await?;
    actions::change_password(&mut tx, by.visit(), &account, by.someone().session, &hash, now).await?;
    tx.commit().await?;
    Ok(done(&by, by.visit().language().t("accounts-password-changed")))
}

/// `POST /account/sessions/{browser_session}/revocation`
pub async fn end_session(
    by: SignedIn,
    path: Path<BrowserSessionId>,
    _form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    actions::end_own_session(&mut tx, &by, path.into_inner(), clock.now()).await?;
    tx.commit().await?;
    Ok(done(&by, by.visit().language().t("accounts-session-ended")))
}

/// `POST /account/sessions/revocation` ends all but this one.
pub async fn end_others(by: SignedIn, _form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let ended = actions::end_other_sessions(&mut tx, &by, clock.now()).await?;
    tx.commit().await?;
    Ok(done(&by, by.visit().language().with("accounts-sessions-ended", &[("count", ended.into())])))
}

fn done(by: &SignedIn, text: String) -> HttpResponse {
    redirect_with(by.visit(), "/account", &Flash { kind: FlashKind::Ok, text, undo: None })
}

type Filled = (StatusCode, Errors, Typed);

async fn draw(by: &SignedIn, db: &Db, account: &Account, filled: Filled, now: Moment) -> Answer<HttpResponse> {
    let language = by.visit().language();
    let (status, errors, typed) = filled;
    let mut connection = db.connection().await?;
    let open = sessions::live_sessions(&mut connection, by.account(), now, now.plus_seconds(-IDLE)).await?;
    let as_browser = ("".to_owned(), language.t("accounts-language-as-browser"));
    let offered = shipped().map(|language| (language.code().to_owned(), language.own_name().to_owned()));
    page_with(
        status,
        AccountPage {
            page: by.page(language.t("accounts-account-title")),
            email: account.email.clone(),
            languages: Choice::one_of(std::iter::once(as_browser).chain(offered), typed.text("language")),
            sessions: open.iter().map(|session| line(session, by, language)).collect(),
            has_password: account.password_hash.is_some(),
            shortest: rules::SHORTEST,
            errors,
            typed,
        },
    )
}

fn line(session: &SessionLine, by: &SignedIn, language: Language) -> Line {
    let browser = match rules::browser_and_system(&session.agent) {
        (Some(browser), Some(system)) => {
            language.with("accounts-browser-on-system", &[("browser", browser.into()), ("system", system.into())])
        }
        (Some(known), None) | (None, Some(known)) => known.to_owned(),
        (None, None) => language.t("accounts-browser-unknown"),
    };
    Line {
        browser,
        address: session.address.clone(),
        seen: language.date_time(session.last_seen_at, &TimeZone::UTC),
        // HTML takes three digits of a second at most.
        seen_at: session.last_seen_at.timestamp().round(jiff::Unit::Second).unwrap_or_default().to_string(),
        since: language.date(session.created_at.day(&TimeZone::UTC)),
        current: session.id == by.someone().session,
        revocation: format!("/account/sessions/{}/revocation", session.id),
    }
}
