//! Who acts for a delegation, as its focal point sees it, and asking for another one; and the secretariat's answer to that.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::done;
use super::focal_points::{Named, read_named};
use super::form::language_choices;
use crate::clock::Clock;
use crate::conferences::{OnDuty, Organiser};
use crate::db::Db;
use crate::delegations::actions;
use crate::delegations::proofs::FocalPoint;
use crate::delegations::queries;
use crate::ids::{DelegationId, FocalPointRequestId};
use crate::web::{Answer, Choice, Errors, Form, Page, Typed, page_with, redirect, redirect_with};

struct Colleague {
    name: String,
    email: String,
    note: String,
    /// Where a request is taken back.
    action: Option<String>,
    label: String,
}

#[derive(Template)]
#[template(path = "delegations/colleagues.html")]
struct ColleaguesPage {
    page: Page,
    own: String,
    delegation: String,
    points: Vec<Colleague>,
    waiting: Vec<Colleague>,
    languages: Vec<Choice>,
    typed: Typed,
    errors: Errors,
}

/// `GET /delegations/{delegation}/focal-points`
pub async fn show(by: FocalPoint, _: Path<DelegationId>, db: Db) -> Answer<HttpResponse> {
    draw(&by, &db, Typed::default(), Errors::default(), StatusCode::OK).await
}

async fn draw(by: &FocalPoint, db: &Db, typed: Typed, errors: Errors, status: StatusCode) -> Answer<HttpResponse> {
    let (language, conference, one) = (by.language(), by.conference(), by.delegation());
    let zone = conference.zone();
    let mut connection = db.connection().await?;
    let points = queries::focal_points_of(&mut connection, conference.id, one.id).await?;
    let waiting = queries::requests_of(&mut connection, conference.id, one.id).await?;
    let dated = |key: &str, at| language.with(key, &[("date", language.date_time(at, &zone).into())]);
    let points = points.into_iter().filter(|point| point.ended_at.is_none()).map(|point| Colleague {
        note: dated("focal-point-appointed-on", point.appointed_at),
        name: point.name,
        email: point.email,
        action: None,
        label: String::new(),
    });
    let waiting = waiting.into_iter().map(|wish| Colleague {
        note: dated("colleagues-asked-on", wish.requested_at),
        action: Some(by.path(&format!("/focal-points/{}/withdrawal", wish.id))),
        label: language.with("colleagues-take-back-of", &[("email", wish.email.as_str().into())]),
        name: wish.name,
        email: wish.email,
    });
    let chosen = if typed.has("language") { typed.text("language") } else { &one.language };
    page_with(
        status,
        ColleaguesPage {
            page: by.page(language.t("colleagues-title")),
            own: by.path(""),
            delegation: one.name.in_language(language).to_owned(),
            points: points.collect(),
            waiting: waiting.collect(),
            languages: language_choices(chosen),
            typed,
            errors,
        },
    )
}

const RULES: &[(&str, &str)] = &[("rule-one-request-per-address", "email")];

/// `POST /delegations/{delegation}/focal-points`
pub async fn ask(
    by: FocalPoint,
    _: Path<DelegationId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    if form.resumed {
        return draw(&by, &db, typed, Errors::default(), StatusCode::OK).await;
    }
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let Named { name, email, language } = match read_named(&typed) {
        Ok(named) => named,
        Err(errors) => return draw(&by, &db, typed, errors, wrong).await,
    };
    let mut tx = db.begin().await?;
    let points = queries::focal_points_of(&mut tx, by.conference_id(), by.delegation().id).await?;
    if points.iter().any(|point| point.ended_at.is_none() && point.email == email) {
        drop(tx);
        let mut errors = Errors::default();
        errors.say("email", "colleagues-is-one-already");
        return draw(&by, &db, typed, errors, wrong).await;
    }
    let wish = (name.as_str(), email.as_str(), language.as_str());
    match actions::ask_for_focal_point(&mut tx, &by, wish, clock.now()).await {
        Ok(()) => tx.commit().await?,
        Err(problem) => {
            drop(tx);
            return draw(&by, &db, typed, Errors::at_field(problem, RULES)?, wrong).await;
        }
    }
    let flash = done(by.language().with("colleagues-asked", &[("email", email.into())]));
    Ok(redirect_with(by.visit(), &by.path("/focal-points"), &flash))
}

/// `POST /delegations/{delegation}/focal-points/{request}/withdrawal`
pub async fn take_back(
    by: FocalPoint,
    path: Path<(DelegationId, FocalPointRequestId)>,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let email = actions::take_request_back(&mut tx, &by, path.1, clock.now()).await?;
    tx.commit().await?;
    let flash = done(by.language().with("colleagues-taken-back", &[("email", email.into())]));
    Ok(redirect_with(by.visit(), &by.path("/focal-points"), &flash))
}

/// `POST /{conference}/delegations/{delegation}/focal-point-requests/{request}/appointment`
pub async fn appoint(
    by: OnDuty<Organiser>,
    path: Path<(String, DelegationId, FocalPointRequestId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    decide(&by, (path.1, path.2), (true, form.resumed), (clock, db)).await
}

/// `POST /{conference}/delegations/{delegation}/focal-point-requests/{request}/refusal`
pub async fn decline(
    by: OnDuty<Organiser>,
    path: Path<(String, DelegationId, FocalPointRequestId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    decide(&by, (path.1, path.2), (false, form.resumed), (clock, db)).await
}

async fn decide(
    by: &OnDuty<Organiser>,
    of: (DelegationId, FocalPointRequestId),
    (appoints, resumed): (bool, bool),
    (clock, db): (Clock, Db),
) -> Answer<HttpResponse> {
    let back = by.path(&format!("/delegations/{}", of.0));
    if resumed {
        return Ok(redirect(&back));
    }
    let mut tx = db.begin().await?;
    let email = actions::decide_on_request(&mut tx, by, of, appoints, clock.now()).await?;
    tx.commit().await?;
    let key = if appoints { "focal-point-appointed" } else { "colleagues-declined" };
    Ok(redirect_with(by.visit(), &back, &done(by.language().with(key, &[("email", email.into())]))))
}
