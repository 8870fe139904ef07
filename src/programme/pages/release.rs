//! Releasing: what it would hold, what stands in its way, and the button.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

use super::super::actions::{self, Preview};
use super::super::model::SessionStatus;
use super::super::queries;
use super::super::rules::Doubt;
use super::doubts::{DoubtLine, Way, lines};
use crate::clock::Clock;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Db;
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Problem, page_with, redirect_with};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReleaseForm {
    name: String,
}

#[derive(Template)]
#[template(path = "programme/release.html")]
struct ReleasePage {
    page: Page,
    errors: Errors,
    typed: ReleaseForm,
    sessions: usize,
    unplaced: Vec<Way>,
    clashes: Vec<(Way, Way)>,
    /// Who is on two stages at once, and on which.
    twice: Vec<(String, Way, Way)>,
    /// What a person should look at first; it keeps nothing from being published.
    doubtful: Vec<(Way, Vec<DoubtLine>)>,
    back: String,
}

fn draw(
    by: &OnDuty<ProgrammeManager>,
    seen: &Preview,
    typed: ReleaseForm,
    errors: Errors,
    status: StatusCode,
) -> Answer<HttpResponse> {
    let language = by.language();
    page_with(
        status,
        ReleasePage {
            page: by.page(language.t("programme-release-title")),
            errors,
            typed,
            sessions: seen.sessions,
            unplaced: seen.unplaced.iter().map(|session| Way::to(by, session)).collect(),
            clashes: seen.clashes.iter().map(|(a, b)| (Way::to(by, a), Way::to(by, b))).collect(),
            twice: seen.twice.iter().map(|(who, a, b)| (who.clone(), Way::to(by, a), Way::to(by, b))).collect(),
            doubtful: doubtful(by, seen),
            back: by.path("/programme/manage"),
        },
    )
}

/// Confirmed sessions with something doubtful besides what keeps any release from being made.
fn doubtful(by: &OnDuty<ProgrammeManager>, seen: &Preview) -> Vec<(Way, Vec<DoubtLine>)> {
    let survey = &seen.survey;
    let confirmed = survey.sessions.iter().filter(|session| session.status == SessionStatus::Confirmed);
    confirmed
        .filter_map(|session| {
            let all = survey.doubts.get(&session.id)?;
            let judged =
                |doubt: &&Doubt| !matches!(doubt, Doubt::RoomHeld { .. } | Doubt::OnStageTwice { firm: true, .. });
            let doubts: BTreeSet<Doubt> = all.iter().filter(judged).cloned().collect();
            (!doubts.is_empty()).then(|| (Way::to(by, session), lines(by, survey, &doubts)))
        })
        .collect()
}

pub async fn show(by: OnDuty<ProgrammeManager>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let seen = actions::preview(&mut connection, by.conference()).await?;
    let next =
        queries::latest_release(&mut connection, by.conference_id()).await?.map_or(1, |release| release.number + 1);
    let name = by.language().with("programme-release-name", &[("number", next.into())]);
    draw(&by, &seen, ReleaseForm { name }, Errors::default(), StatusCode::OK)
}

pub async fn publish(
    by: OnDuty<ProgrammeManager>,
    form: Form<ReleaseForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    let mut errors = Errors::default();
    let name = typed.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 60 {
        errors.say("name", "programme-error-release-name");
        let seen = actions::preview(&mut *db.connection().await?, by.conference()).await?;
        return draw(&by, &seen, typed, errors, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut tx = db.begin().await?;
    match actions::release(&mut tx, &by, &name, clock.now()).await {
        Ok(release) => {
            tx.commit().await?;
            let text = by.language().with("programme-released", &[("name", release.name.into())]);
            let flash = Flash { kind: FlashKind::Ok, text, undo: None };
            Ok(redirect_with(by.visit(), &by.path("/programme/manage"), &flash))
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            let seen = actions::preview(&mut *db.connection().await?, by.conference()).await?;
            // What stands in the way of any release is listed on the page; the rest is about this one's name.
            if seen.clashes.is_empty() && seen.twice.is_empty() && seen.unplaced.is_empty() {
                errors.add("name", message);
            }
            draw(&by, &seen, typed, errors, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(problem) => Err(problem),
    }
}
