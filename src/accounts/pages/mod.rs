//! The pages of signing in, of passwords, and of one's own account.

pub mod account;
pub mod code;
pub mod invitation;
pub mod link;
pub mod password;
pub mod preferences;
pub mod reset;
pub mod resume;
pub mod sign_in;
pub mod uploads;

use actix_web::HttpResponse;
use actix_web::cookie::Cookie;
use askama::Template;
use serde::Deserialize;

use super::actions::{self, Entry};
use super::model::{Email, Via};
use super::proofs::Anyone;
use super::queries;
use super::rules::{self, Limit};
use crate::clock::Moment;
use crate::db::Db;
use crate::ids::AccountId;
use crate::language::Language;
use crate::web::{Answer, Page, Problem, Visit, own_path, preference_cookie, redirect};

/// Where to go after signing in.
#[derive(Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

/// A path of ours that is worth going to, or nothing: the start page lets people choose.
fn destination(next: &str) -> Option<&str> {
    Some(own_path(next)).filter(|path| *path != "/" && !path.starts_with("/sign-in"))
}

/// The address of a page of signing in that goes on to `next`.
fn with_next(path: &str, next: Option<&str>) -> String {
    let Some(next) = next else { return path.to_owned() };
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    format!("{path}?{query}")
}

/// Counts an attempt for each subject, in a transaction of its own, so that it counts whatever comes of it.
///
/// # Errors
/// Too many of them.
async fn admit(db: &Db, visit: &Visit, subjects: &[(Limit, &str)], now: Moment) -> Answer<()> {
    let mut tx = db.begin().await?;
    let mut within = true;
    for (limit, subject) in subjects {
        within &= actions::admitted(&mut tx, visit.site(), *limit, subject, now).await?;
    }
    tx.commit().await?;
    if within { Ok(()) } else { Err(Problem::TooMany) }
}

/// Takes back attempts that turned out well.
async fn forgive(db: &Db, visit: &Visit, subjects: &[(Limit, &str)], now: Moment) -> Answer<()> {
    let mut tx = db.begin().await?;
    for (limit, subject) in subjects {
        actions::forgive(&mut tx, visit.site(), *limit, subject, now).await?;
    }
    tx.commit().await
}

/// Opens the session of somebody who may have one, and sends them where they wanted to go, in their language and colours.
async fn sign_in(db: &Db, by: &Anyone, entry: &Entry, now: Moment) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let session = actions::open(&mut tx, by, entry, now).await?;
    let theme = queries::theme_of(&mut tx, entry.account.id).await?;
    tx.commit().await?;
    let site = by.visit().site();
    let language = entry.account.language.as_deref().and_then(Language::parse);
    let mut cookies: Vec<Cookie<'static>> = vec![session];
    cookies.extend(language.map(|language| preference_cookie(site, "language", language.code().to_owned())));
    if theme != "auto" {
        cookies.push(preference_cookie(site, "theme", theme));
    }
    let to = entry.destination.as_deref().and_then(destination).unwrap_or("/");
    let mut response = redirect(to);
    for cookie in cookies {
        response.add_cookie(&cookie).map_err(|error| Problem::broken(error.to_string()))?;
    }
    Ok(response)
}

/// A page that says one thing, with one way on.
#[derive(Template)]
#[template(path = "accounts/notice.html")]
struct NoticePage {
    page: Page,
    text: String,
    way: String,
    label: String,
}

/// Counts an attempt with a link that another room keeps, so that nobody tries them through.
///
/// # Errors
/// Too many of them from one source.
pub async fn admit_link(db: &Db, visit: &Visit, now: Moment) -> Answer<()> {
    let source = rules::source(visit.address());
    admit(db, visit, &[(rules::WRONG_FROM_SOURCE, &source)], now).await
}

/// Sends a code to whoever registers, known or not: an address that nobody has becomes an account, and the code proves it. What
/// follows is the page for the code, and behind it the path of ours that was meant.
///
/// # Errors
/// Too many mails to the address, or from this source.
pub async fn ask_newcomer(db: &Db, visit: &Visit, email: &Email, to: &str, now: Moment) -> Answer<HttpResponse> {
    let source = rules::source(visit.address());
    admit(db, visit, &[(rules::MAILS_TO_ADDRESS, email.as_str()), (rules::MAILS_FROM_SOURCE, &source)], now).await?;
    let mut tx = db.begin().await?;
    queries::find_or_make_account(&mut tx, email.as_str(), "", Some(visit.language().code()), now).await?;
    actions::ask_for_code(&mut tx, visit, email, destination(to), now).await?;
    tx.commit().await?;
    Ok(redirect("/sign-in/code"))
}

/// Signs in somebody whose link another room keeps and found good, and sends them on.
pub async fn let_in(db: &Db, by: &Anyone, account: AccountId, to: &str, now: Moment) -> Answer<HttpResponse> {
    let source = rules::source(by.visit().address());
    forgive(db, by.visit(), &[(rules::WRONG_FROM_SOURCE, &source)], now).await?;
    let account = queries::account_by_id(&mut *db.connection().await?, account).await?;
    sign_in(db, by, &Entry { account, via: Via::Link, destination: Some(to.to_owned()) }, now).await
}
