//! Appointing focal points from a delegation's page, inviting them again, ending their appointment.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{delegation, done};
use crate::audit::Who;
use crate::clock::Clock;
use crate::conferences::{OnDuty, Organiser};
use crate::db::Db;
use crate::delegations::actions::{self, Appointment};
use crate::delegations::queries;
use crate::ids::{DelegationId, FocalPointId};
use crate::language::shipped;
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Reader, Typed, redirect_with};

/// `POST /{conference}/delegations/{delegation}/focal-points`
pub async fn appoint(
    by: OnDuty<Organiser>,
    path: Path<(String, DelegationId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    if form.resumed {
        return delegation::draw(&by, &db, path.1, typed, Errors::default(), StatusCode::OK).await;
    }
    let Named { name, email, language } = match read_named(&typed) {
        Ok(named) => named,
        Err(errors) => {
            return delegation::draw(&by, &db, path.1, typed, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let mut tx = db.begin().await?;
    let one = queries::delegation_by_id(&mut tx, by.conference_id(), path.1).await?;
    let wanted = Appointment { name: &name, email: &email, language: &language, invite: true };
    let subject = (by.conference(), &one);
    let site = by.visit().site();
    let made = actions::appoint(&mut tx, site, subject, Who::Account(by.account()), &wanted, clock.now()).await?;
    tx.commit().await?;
    let (kind, key) = match made {
        Some(_) => (FlashKind::Ok, "focal-point-appointed"),
        None => (FlashKind::Warn, "focal-point-had-already"),
    };
    let text = by.language().with(key, &[("email", email.into())]);
    Ok(redirect_with(by.visit(), &back(&by, path.1), &Flash { kind, text, undo: None }))
}

/// Whoever is to be a focal point, as a form names them.
pub(super) struct Named {
    pub name: String,
    pub email: String,
    /// The code of a shipped language.
    pub language: String,
}

/// Reads name, address and language, which is one that the site speaks.
pub(super) fn read_named(typed: &Typed) -> Result<Named, Errors> {
    let mut reader = Reader::of(typed);
    let name = reader.required("focal_name", 120);
    reader.required("email", 254);
    let email = reader.email("email");
    let known = |code: &str| shipped().find(|one| one.code() == code).map(|one| one.code().to_owned());
    let language = reader.one_of("language", known);
    reader.finish(language.map(|language| Named { name, email, language }))
}

fn back(by: &OnDuty<Organiser>, id: DelegationId) -> String {
    by.path(&format!("/delegations/{id}"))
}

fn told(by: &OnDuty<Organiser>, key: &str, email: &str) -> Flash {
    done(by.language().with(key, &[("email", email.into())]))
}

/// `POST /{conference}/delegations/{delegation}/focal-points/{focal_point}/invitation`
pub async fn invite(
    by: OnDuty<Organiser>,
    path: Path<(String, DelegationId, FocalPointId)>,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let point = actions::invite_again(&mut tx, &by, path.1, path.2, clock.now()).await?;
    tx.commit().await?;
    Ok(redirect_with(by.visit(), &back(&by, path.1), &told(&by, "focal-point-invited", &point.email)))
}

/// `POST /{conference}/delegations/{delegation}/focal-points/{focal_point}/end`
pub async fn end(
    by: OnDuty<Organiser>,
    path: Path<(String, DelegationId, FocalPointId)>,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let point = actions::end_appointment(&mut tx, &by, path.1, path.2, clock.now()).await?;
    tx.commit().await?;
    let undo = by.path(&format!("/delegations/{}/focal-points/{}/appointment", path.1, path.2));
    let flash = Flash { undo: Some(undo), ..told(&by, "focal-point-was-ended", &point.email) };
    Ok(redirect_with(by.visit(), &back(&by, path.1), &flash))
}

/// `POST /{conference}/delegations/{delegation}/focal-points/{focal_point}/appointment`
pub async fn resume(
    by: OnDuty<Organiser>,
    path: Path<(String, DelegationId, FocalPointId)>,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let point = actions::appoint_again(&mut tx, &by, path.1, path.2, clock.now()).await?;
    tx.commit().await?;
    Ok(redirect_with(by.visit(), &back(&by, path.1), &told(&by, "focal-point-resumed", &point.email)))
}
