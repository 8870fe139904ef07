//! Who is on stage, and from when on they are there: nobody is put on stage before they have landed.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::super::actions::{self, Survey, survey};
use super::super::queries;
use super::super::rules::Doubt;
use super::doubts::Way;
use crate::clock::Clock;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::{Connection, Db};
use crate::ids::ParticipantId;
use crate::language::collation::fold;
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Reader, Typed, page_with, redirect_with, typed_moment};

/// Somebody on stage, with the field of their arrival.
struct Line {
    field: String,
    name: String,
    delegation: String,
    status: String,
    mark: &'static str,
    arrives: String,
    sessions: Vec<Way>,
    /// Their sessions that begin before they are there.
    early: usize,
}

#[derive(Template)]
#[template(path = "programme/arrivals.html")]
struct ArrivalsPage {
    page: Page,
    errors: Errors,
    lines: Vec<Line>,
    zone: String,
    here: String,
    back: String,
}

/// `GET /{conference}/programme/manage/arrivals`
pub async fn show(by: OnDuty<ProgrammeManager>, db: Db) -> Answer<HttpResponse> {
    draw(&by, &mut *db.connection().await?, None).await
}

fn field(who: ParticipantId) -> String {
    format!("arrives_{who}")
}

async fn draw(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    said: Option<(Typed, Errors)>,
) -> Answer<HttpResponse> {
    let language = by.language();
    let survey = survey(connection, by.conference()).await?;
    let known = queries::known_on_stage(connection, by.conference_id()).await?;
    let mut names = queries::names_on_stage(connection, by.conference_id()).await?;
    names.sort_by_key(|(_, name, _)| fold(name));
    let (typed, errors) = said.unwrap_or_default();
    let zone = by.conference().zone();
    let early = early(&survey);
    let mut lines = Vec::new();
    for (who, name, delegation) in names {
        let Some(known) = known.get(&who) else { continue };
        let field = field(who);
        let stored = known.arrives_at.map(|at| typed_moment(at, &zone)).unwrap_or_default();
        let on_stage =
            |people: &Vec<super::super::model::Person>| people.iter().any(|one| one.participant_id == Some(who));
        let sessions = survey.sessions.iter().filter(|session| survey.people.get(&session.id).is_some_and(on_stage));
        lines.push(Line {
            arrives: if typed.has(&field) { typed.text(&field).to_owned() } else { stored },
            delegation: delegation.in_language(language).to_owned(),
            status: language.t(&format!("participants-status-{}", known.status.as_str().replace('_', "-"))),
            mark: known.status.mark(),
            sessions: sessions.map(|session| Way::to(by, session)).collect(),
            early: early.get(&name).copied().unwrap_or(0),
            name,
            field,
        });
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let zone = by.conference().zone_name(language);
    let (here, back) = (by.path("/programme/manage/arrivals"), by.path("/programme/manage"));
    page_with(status, ArrivalsPage { page: by.page(language.t("arrivals-title")), errors, lines, zone, here, back })
}

/// How many sessions begin before somebody is there, by name.
fn early(survey: &Survey) -> HashMap<String, usize> {
    let mut found: HashMap<String, usize> = HashMap::new();
    for doubt in survey.doubts.values().flatten() {
        if let Doubt::ArrivesLater { person, .. } = doubt {
            *found.entry(person.clone()).or_default() += 1;
        }
    }
    found
}

/// `POST /{conference}/programme/manage/arrivals`
pub async fn save(by: OnDuty<ProgrammeManager>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let names = queries::names_on_stage(&mut tx, by.conference_id()).await?;
    let zone = by.conference().zone();
    let mut reader = Reader::of(&form.fields);
    let mut arrivals = Vec::new();
    for (who, ..) in names {
        let field = field(who);
        if !form.fields.has(&field) {
            continue;
        }
        let empty = form.fields.text(&field).trim().is_empty();
        arrivals.push((who, if empty { None } else { reader.moment(&field, &zone) }));
    }
    match reader.finish(Some(())) {
        Ok(()) => {
            actions::keep_arrivals(&mut tx, &by, &arrivals, clock.now()).await?;
            tx.commit().await?;
            let to = by.path("/programme/manage/arrivals");
            Ok(redirect_with(by.visit(), &to, &said(by.language().t("arrivals-saved"))))
        }
        Err(errors) => draw(&by, &mut tx, Some((form.fields.clone(), errors))).await,
    }
}

fn said(text: String) -> Flash {
    Flash { kind: FlashKind::Ok, text, undo: None }
}
