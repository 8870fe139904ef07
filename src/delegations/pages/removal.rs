//! Removing a delegation, after saying what goes with it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::done;
use crate::clock::Clock;
use crate::conferences::{OnDuty, Organiser};
use crate::db::Db;
use crate::delegations::{actions, queries};
use crate::ids::DelegationId;
use crate::web::{Answer, Form, Page, Typed, page, redirect_with};

#[derive(Template)]
#[template(path = "delegations/removal.html")]
struct RemovalPage {
    page: Page,
    own: String,
}

/// `GET /{conference}/delegations/{delegation}/removal`
pub async fn ask(by: OnDuty<Organiser>, path: Path<(String, DelegationId)>, db: Db) -> Answer<HttpResponse> {
    let language = by.language();
    let mut connection = db.connection().await?;
    let one = queries::delegation_by_id(&mut connection, by.conference_id(), path.1).await?;
    let title = language.with("delegation-removal-title", &[("name", one.name.in_language(language).into())]);
    page(RemovalPage { page: by.page(title), own: by.path(&format!("/delegations/{}", one.id)) })
}

/// `POST /{conference}/delegations/{delegation}/removal`
pub async fn remove(
    by: OnDuty<Organiser>,
    path: Path<(String, DelegationId)>,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    actions::remove_delegation(&mut tx, &by, path.1, clock.now()).await?;
    tx.commit().await?;
    let flash = done(by.language().t("delegation-removed"));
    Ok(redirect_with(by.visit(), &by.path("/delegations"), &flash))
}
