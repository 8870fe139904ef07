//! The link of a sign-in mail. Mail filters open every link: opening shows a page, and its button signs in.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::actions::{self, Entered, link_digest};
use super::super::model::Purpose;
use super::super::proofs::Anyone;
use super::super::queries::keys;
use super::super::rules::{self, WRONG_FROM_SOURCE};
use super::{NoticePage, admit, forgive, sign_in};
use crate::clock::Clock;
use crate::db::Db;
use crate::web::{Answer, Form, Page, Typed, page, page_with};

#[derive(Template)]
#[template(path = "accounts/link.html")]
struct LinkPage {
    page: Page,
    email: String,
    action: String,
}

/// `GET /sign-in/link/{token}`
pub async fn show(by: Anyone, path: Path<String>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let token = path.into_inner();
    let key = keys::key_of_link(&mut *db.connection().await?, Purpose::SignIn, &link_digest(&token)).await?;
    match key.filter(|key| key.is_live(clock.now())) {
        Some(key) => page(LinkPage {
            page: by.page(by.visit().language().t("accounts-link-title")),
            email: key.email,
            action: format!("/sign-in/link/{token}"),
        }),
        None => dead(&by),
    }
}

/// `POST /sign-in/link/{token}`
pub async fn enter(by: Anyone, path: Path<String>, _form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let source = rules::source(by.visit().address());
    let subjects = [(WRONG_FROM_SOURCE, source.as_str())];
    admit(&db, by.visit(), &subjects, now).await?;
    let mut tx = db.begin().await?;
    let entered = actions::use_link(&mut tx, &path, now).await?;
    tx.commit().await?;
    match entered {
        Entered::In(entry) => {
            forgive(&db, by.visit(), &subjects, now).await?;
            sign_in(&db, &by, &entry, now).await
        }
        Entered::Wrong | Entered::Dead => dead(&by),
    }
}

fn dead(by: &Anyone) -> Answer<HttpResponse> {
    let language = by.visit().language();
    page_with(
        StatusCode::GONE,
        NoticePage {
            page: by.page(language.t("accounts-link-dead-title")),
            text: language.t("accounts-link-dead-text"),
            way: "/sign-in".to_owned(),
            label: language.t("accounts-link-dead-way"),
        },
    )
}
