//! The link of an invitation: a page with a button that signs in and leads to what one was invited to.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::actions::{self, Entered, link_digest};
use super::super::model::{OneTimeKey, Purpose};
use super::super::proofs::Anyone;
use super::super::queries::keys;
use super::super::rules::{self, WRONG_FROM_SOURCE};
use super::{NoticePage, admit, forgive, sign_in, with_next};
use crate::clock::Clock;
use crate::db::Db;
use crate::web::{Answer, Flash, FlashKind, Form, Page, Typed, page, page_with, redirect_with};

#[derive(Template)]
#[template(path = "accounts/link.html")]
struct LinkPage {
    page: Page,
    email: String,
    action: String,
}

/// `GET /invitation/{token}`
pub async fn show(by: Anyone, path: Path<String>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let token = path.into_inner();
    match find(&db, &token).await? {
        Some(key) if key.is_live(clock.now()) => page(LinkPage {
            page: by.page(by.visit().language().t("accounts-invitation-title")),
            email: key.email,
            action: format!("/invitation/{token}"),
        }),
        key => dead(&by, key),
    }
}

/// `POST /invitation/{token}`
pub async fn enter(by: Anyone, path: Path<String>, _form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let source = rules::source(by.visit().address());
    let subjects = [(WRONG_FROM_SOURCE, source.as_str())];
    admit(&db, by.visit(), &subjects, now).await?;
    let mut tx = db.begin().await?;
    let entered = actions::accept_invitation(&mut tx, &path, now).await?;
    tx.commit().await?;
    let Entered::In(entry) = entered else { return dead(&by, find(&db, &path).await?) };
    forgive(&db, by.visit(), &subjects, now).await?;
    if entry.account.password_hash.is_some() {
        let text = by.visit().language().t("accounts-invitation-password");
        let to = with_next("/sign-in/password", entry.destination.as_deref());
        return Ok(redirect_with(by.visit(), &to, &Flash { kind: FlashKind::Warn, text, undo: None }));
    }
    sign_in(&db, &by, &entry, now).await
}

async fn find(db: &Db, token: &str) -> Answer<Option<OneTimeKey>> {
    keys::key_of_link(&mut *db.connection().await?, Purpose::Invitation, &link_digest(token)).await
}

/// An invitation that was used still says where it led: by a code one gets there, too.
fn dead(by: &Anyone, key: Option<OneTimeKey>) -> Answer<HttpResponse> {
    let language = by.visit().language();
    page_with(
        StatusCode::GONE,
        NoticePage {
            page: by.page(language.t("accounts-invitation-dead-title")),
            text: language.t("accounts-invitation-dead-text"),
            way: with_next("/sign-in", key.and_then(|key| key.destination).as_deref()),
            label: language.t("accounts-invitation-dead-way"),
        },
    )
}
