//! Applications for admission as the secretariat sees them: which wait, who it is, who is there already, and the decision.

pub mod list;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::documents::{self, DocumentLine};
use super::done;
use crate::clock::Clock;
use crate::conferences::{Duty, DutyKind, OnDuty, Organiser, Reading};
use crate::db::Db;
use crate::delegations::model::Application;
use crate::delegations::rules::{AdmissionStep, admission_after, applied_already, listed_already};
use crate::delegations::{actions, entities, queries};
use crate::ids::ApplicationId;
use crate::web::{Answer, Errors, Form, Page, Problem, Reader, Typed, page_with, redirect, redirect_with};

fn country(one: &Application, language: crate::language::Language) -> String {
    let entity = one.country.as_deref().and_then(entities::by_code);
    entity.map(|entity| entity.short(language.content_code()).to_owned()).unwrap_or_default()
}

struct Double {
    name: String,
    href: String,
    status: String,
}

#[derive(Template)]
#[template(path = "delegations/application_review.html")]
struct ReviewPage {
    page: Page,
    back: String,
    own: String,
    version: i32,
    mark: &'static str,
    status: String,
    kind: String,
    names: Vec<String>,
    country: String,
    website: String,
    about: String,
    people: String,
    contact: String,
    email: String,
    since: String,
    note: String,
    doubles: Vec<Double>,
    documents: Vec<DocumentLine>,
    delegation: Option<String>,
    may_admit: bool,
    may_decline: bool,
    may_return: bool,
    typed: Typed,
    errors: Errors,
}

type Address = Path<(String, ApplicationId)>;

/// `GET /{conference}/delegations/applications/{application}`
pub async fn show(by: OnDuty<Reading<Organiser>>, path: Address, db: Db) -> Answer<HttpResponse> {
    draw(&by, path.1, (Typed::default(), Errors::default()), StatusCode::OK, &db).await
}

async fn draw<D: Duty>(
    by: &OnDuty<D>,
    id: ApplicationId,
    (typed, errors): (Typed, Errors),
    status: StatusCode,
    db: &Db,
) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let one = queries::application_by_id(&mut connection, conference.id, id).await?;
    let account = crate::accounts::account_by_id(&mut connection, one.account_id).await?;
    let delegations = queries::delegations(&mut connection, conference.id).await?;
    let others: Vec<Application> =
        queries::applications(&mut connection, conference.id).await?.into_iter().map(|(other, _)| other).collect();
    let documents = queries::documents_of(&mut connection, conference.id, id).await?;
    let listed = listed_already(&one, &delegations).into_iter().filter(|other| Some(other.id) != one.delegation_id);
    let mut doubles: Vec<Double> = listed
        .map(|other| Double {
            name: other.name.in_language(language).to_owned(),
            href: by.path(&format!("/delegations/{}", other.id)),
            status: language.t("applications-on-the-list"),
        })
        .collect();
    doubles.extend(applied_already(&one, &others).into_iter().map(|other| Double {
        name: other.name.in_language(language).to_owned(),
        href: by.path(&format!("/delegations/applications/{}", other.id)),
        status: language.t(&other.status.key()),
    }));
    let may = |step| by.has(DutyKind::Organiser) && admission_after(one.status, step).is_some();
    let base = by.path("/delegations/applications");
    page_with(
        status,
        ReviewPage {
            page: by.page(one.name.in_language(language)),
            documents: documents::lines(&documents, &format!("{base}/{id}"), &Typed::default()),
            own: format!("{base}/{id}"),
            back: base,
            version: one.version,
            mark: one.status.mark(),
            status: language.t(&one.status.key()),
            kind: language.t(&one.kind.key()),
            names: one.name.iter().map(|(_, name)| name.to_owned()).collect(),
            country: country(&one, language),
            website: one.website.clone(),
            about: one.about.clone(),
            people: language.number(one.people.into()),
            contact: one.contact_name.clone(),
            email: account.email,
            since: language.date_time(one.submitted_at, &conference.zone()),
            note: one.note.clone(),
            doubles,
            delegation: one.delegation_id.map(|id| by.path(&format!("/delegations/{id}"))),
            may_admit: may(AdmissionStep::Admit),
            may_decline: may(AdmissionStep::Decline),
            may_return: may(AdmissionStep::Return),
            typed: if typed.has("places") { typed } else { typed.with("places", one.people) },
            errors,
        },
    )
}

/// `POST /{conference}/delegations/applications/{application}/admission`
pub async fn admit(
    by: OnDuty<Organiser>,
    path: Address,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    if form.resumed {
        return Ok(redirect(&by.path(&format!("/delegations/applications/{}", path.1))));
    }
    let mut reader = Reader::of(&typed);
    let places = reader.number("places", 1, 9999);
    if !reader.errors.is_empty() {
        let errors = reader.errors;
        return draw(&by, path.1, (typed, errors), StatusCode::UNPROCESSABLE_ENTITY, &db).await;
    }
    let mut tx = db.begin().await?;
    match actions::admit(&mut tx, &by, (path.1, typed.version()), places, clock.now()).await {
        Ok(id) => {
            tx.commit().await?;
            let to = by.path(&format!("/delegations/{id}"));
            Ok(redirect_with(by.visit(), &to, &done(by.language().t("applications-admitted"))))
        }
        Err(problem) => refused(&by, path.1, (typed, problem), &db).await,
    }
}

async fn refused(
    by: &OnDuty<Organiser>,
    id: ApplicationId,
    (typed, problem): (Typed, Problem),
    db: &Db,
) -> Answer<HttpResponse> {
    let Problem::Refused(message) = problem else { return Err(problem) };
    let mut errors = Errors::default();
    errors.add("note", message);
    draw(by, id, (typed, errors), StatusCode::CONFLICT, db).await
}

/// `POST /{conference}/delegations/applications/{application}/refusal`
pub async fn decline(
    by: OnDuty<Organiser>,
    path: Address,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    answer(&by, path.1, (AdmissionStep::Decline, "applications-declined"), form, (clock, db)).await
}

/// `POST /{conference}/delegations/applications/{application}/return`
pub async fn give_back(
    by: OnDuty<Organiser>,
    path: Address,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    answer(&by, path.1, (AdmissionStep::Return, "applications-returned"), form, (clock, db)).await
}

async fn answer(
    by: &OnDuty<Organiser>,
    id: ApplicationId,
    (step, said): (AdmissionStep, &str),
    form: Form<Typed>,
    (clock, db): (Clock, Db),
) -> Answer<HttpResponse> {
    let typed = form.fields;
    if form.resumed {
        return draw(by, id, (typed, Errors::default()), StatusCode::OK, &db).await;
    }
    let mut reader = Reader::of(&typed);
    let note = reader.required("note", 2000);
    if !reader.errors.is_empty() {
        let errors = reader.errors;
        return draw(by, id, (typed, errors), StatusCode::UNPROCESSABLE_ENTITY, &db).await;
    }
    let mut tx = db.begin().await?;
    match actions::answer_application(&mut tx, by, (id, typed.version()), (step, &note), clock.now()).await {
        Ok(()) => {
            tx.commit().await?;
            let to = by.path("/delegations/applications?status=submitted");
            Ok(redirect_with(by.visit(), &to, &done(by.language().t(said))))
        }
        Err(problem) => refused(by, id, (typed, problem), &db).await,
    }
}
