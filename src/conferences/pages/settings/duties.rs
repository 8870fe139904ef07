//! Who does what: giving duties by address, taking them back.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::Frame;
use crate::clock::Clock;
use crate::conferences::model::DutyKind;
use crate::conferences::proofs::{Duty, OnDuty, Organiser, Reading};
use crate::conferences::{actions, queries};
use crate::db::Db;
use crate::ids::{AccountId, DutyId};
use crate::web::{
    Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, Reader, Typed, page_with, redirect_with,
};

struct Person {
    name: String,
    email: String,
    duties: Vec<Given>,
}

struct Given {
    label: String,
    since: String,
    /// Where a POST takes it back.
    removal: String,
    /// What the button says to those who do not see its place.
    question: String,
}

#[derive(Template)]
#[template(path = "conferences/settings/duties.html")]
struct DutiesPage {
    page: Page,
    frame: Frame,
    people: Vec<Person>,
    typed: Typed,
    errors: Errors,
    choices: Vec<DutyChoice>,
}

/// A duty with what it is for.
struct DutyChoice {
    choice: Choice,
    hint: String,
}

/// `GET /{conference}/settings/duties`
pub async fn show(by: OnDuty<Reading<Organiser>>, db: Db) -> Answer<HttpResponse> {
    draw(&by, &db, Typed::default(), Errors::default(), StatusCode::OK).await
}

async fn draw<D: Duty>(
    by: &OnDuty<D>,
    db: &Db,
    typed: Typed,
    errors: Errors,
    status: StatusCode,
) -> Answer<HttpResponse> {
    let (language, zone) = (by.language(), by.conference().zone());
    let mut connection = db.connection().await?;
    let mut people: Vec<Person> = Vec::new();
    for line in queries::duty_lines(&mut connection, by.conference_id()).await? {
        let label = language.t(&line.kind.key());
        let given = Given {
            since: language.date(line.given_at.day(&zone)),
            removal: by.path(&format!("/settings/duties/{}/removal", line.id)),
            question: language
                .with("duty-take-back-from", &[("duty", label.as_str().into()), ("email", line.email.as_str().into())]),
            label,
        };
        match people.last_mut().filter(|person| person.email == line.email) {
            Some(person) => person.duties.push(given),
            None => people.push(Person { name: line.name, email: line.email, duties: vec![given] }),
        }
    }
    let choices = DutyKind::ALL.iter().map(|kind| DutyChoice {
        choice: Choice {
            value: kind.as_str().to_owned(),
            label: language.t(&kind.key()),
            chosen: typed.contains("duties", kind.as_str()),
        },
        hint: language.t(&format!("hint-{}", kind.key())),
    });
    page_with(
        status,
        DutiesPage {
            page: by.page(language.t("settings-duties")),
            frame: Frame::of(by),
            people,
            choices: choices.collect(),
            typed,
            errors,
        },
    )
}

/// `POST /{conference}/settings/duties`
pub async fn give(by: OnDuty<Organiser>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let typed = form.fields;
    if form.resumed {
        return draw(&by, &db, typed, Errors::default(), StatusCode::OK).await;
    }
    let (email, name, kinds) = match read(&typed) {
        Ok(read) => read,
        Err(errors) => return draw(&by, &db, typed, errors, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    let mut tx = db.begin().await?;
    let new = actions::give_duty(&mut tx, &by, &email, &name, &kinds, clock.now()).await?;
    tx.commit().await?;
    let (kind, key) = if new > 0 { (FlashKind::Ok, "duty-given") } else { (FlashKind::Warn, "duty-had-already") };
    let text = by.language().with(key, &[("email", email.into())]);
    Ok(redirect_with(by.visit(), &by.path("/settings/duties"), &Flash { kind, text, undo: None }))
}

fn read(typed: &Typed) -> Result<(String, String, Vec<DutyKind>), Errors> {
    let mut reader = Reader::of(typed);
    reader.required("email", 254);
    let email = reader.email("email");
    let name = reader.text("name", 120);
    let kinds: Vec<DutyKind> = typed.all("duties").iter().filter_map(|kind| DutyKind::parse(kind)).collect();
    if kinds.is_empty() {
        reader.errors.say("duties", "field-choose");
    }
    reader.finish(Some((email, name, kinds)))
}

/// `POST /{conference}/settings/duties/{duty}/removal`
pub async fn take_back(
    by: OnDuty<Organiser>,
    path: Path<(String, DutyId)>,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let (account, kind) = match actions::take_duty_back(&mut tx, &by, path.1, clock.now()).await {
        Ok(taken) => taken,
        Err(Problem::Refused(message)) => {
            let flash = Flash { kind: FlashKind::No, text: by.language().message(&message), undo: None };
            return Ok(redirect_with(by.visit(), &by.path("/settings/duties"), &flash));
        }
        Err(problem) => return Err(problem),
    };
    tx.commit().await?;
    let text = by.language().with("duty-taken-back", &[("duty", by.language().t(&kind.key()).into())]);
    // Whoever took away their own last right to be here can neither see this page nor undo it.
    let own = account == by.account() && kind == DutyKind::Organiser;
    let undo = (!own).then(|| by.path(&format!("/settings/duties/of/{account}/{kind}")));
    let next = if own { "/".to_owned() } else { by.path("/settings/duties") };
    Ok(redirect_with(by.visit(), &next, &Flash { kind: FlashKind::Ok, text, undo }))
}

/// `POST /{conference}/settings/duties/of/{account}/{duty_kind}`
pub async fn give_again(
    by: OnDuty<Organiser>,
    path: Path<(String, AccountId, String)>,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let kind = DutyKind::parse(&path.2).ok_or(Problem::NotFound)?;
    let mut tx = db.begin().await?;
    actions::give_duty_again(&mut tx, &by, path.1, kind, clock.now()).await?;
    tx.commit().await?;
    let text = by.language().with("duty-given-back", &[("duty", by.language().t(&kind.key()).into())]);
    Ok(redirect_with(by.visit(), &by.path("/settings/duties"), &super::done(text)))
}
