//! A form that was sent after its session had ended comes back, filled: one button posts it again to where it was going, and
//! there it is shown rather than carried out.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::super::proofs::SignedIn;
use super::super::queries::sessions;
use super::NoticePage;
use crate::clock::Clock;
use crate::db::Db;
use crate::web::{
    Answer, Form, KEPT_FORM_COOKIE, Page, Parked, Typed, forget_parked, page, parked_for, redirect, removed_cookie,
    sent_cookie,
};

#[derive(Template)]
#[template(path = "accounts/resume.html")]
struct ResumePage {
    page: Page,
    action: String,
    fields: Vec<(String, String)>,
}

/// `GET /resume`
pub async fn show(by: SignedIn, request: HttpRequest, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let language = by.visit().language();
    match kept(&by, &request, &clock, &db).await? {
        Some(parked) => page(ResumePage {
            page: by.page(language.t("accounts-resume-title")),
            fields: parked.fields(),
            action: parked.path,
        }),
        None => page(NoticePage {
            page: by.page(language.t("accounts-resume-nothing-title")),
            text: language.t("accounts-resume-nothing-text"),
            way: "/".to_owned(),
            label: language.t("accounts-resume-nothing-way"),
        }),
    }
}

/// `POST /resume` throws the kept form away.
pub async fn forget(by: SignedIn, _form: Form<Typed>, request: HttpRequest, db: Db) -> Answer<HttpResponse> {
    if let Some(key) = sent_cookie(&request, by.visit().site(), KEPT_FORM_COOKIE) {
        let mut tx = db.begin().await?;
        forget_parked(&mut tx, &key).await?;
        tx.commit().await?;
    }
    let mut response = redirect("/");
    let _ = response.add_cookie(&removed_cookie(by.visit().site(), KEPT_FORM_COOKIE));
    Ok(response)
}

/// What this browser had sent, unless it was somebody else who sat at it.
async fn kept(by: &SignedIn, request: &HttpRequest, clock: &Clock, db: &Db) -> Answer<Option<Parked>> {
    let Some(key) = sent_cookie(request, by.visit().site(), KEPT_FORM_COOKIE) else { return Ok(None) };
    let mut connection = db.connection().await?;
    let Some(parked) = parked_for(&mut connection, &key, clock.now()).await? else { return Ok(None) };
    let owner = match &parked.session_hash {
        Some(hash) => sessions::owner_of_token(&mut connection, hash).await?,
        None => None,
    };
    Ok(Some(parked).filter(|_| owner.is_none_or(|owner| owner == by.account())))
}
