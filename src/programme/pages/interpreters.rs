//! Teams of interpreters, and at which sessions each of them works.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::actions::{self, Survey, survey};
use super::super::import::read_tongues;
use super::super::model::{InterpreterTeam, Session, SessionStatus};
use super::super::queries::TeamRow;
use super::super::rules::Doubt;
use super::doubts::{self, DoubtLine};
use crate::clock::Clock;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::{Connection, Db};
use crate::ids::{SessionId, TeamId};
use crate::language::{Language, Message};
use crate::web::{
    Answer, Errors, Flash, FlashKind, Form, Page, Problem, Reader, Typed, page_with, redirect, redirect_with,
};

/// A team and its work.
struct TeamLine {
    href: String,
    name: String,
    languages: String,
    sessions: usize,
    /// Hours of all its sessions together: `5:30`.
    hours: String,
    doubts: usize,
}

#[derive(Template)]
#[template(path = "programme/interpreters.html")]
struct TeamsPage {
    page: Page,
    errors: Errors,
    teams: Vec<TeamLine>,
    typed: Typed,
    here: String,
    back: String,
}

/// A day and the sessions that a team could work at.
struct DayOfWork {
    name: String,
    sessions: Vec<Work>,
}

struct Work {
    id: String,
    href: String,
    title: String,
    time: String,
    room: String,
    languages: String,
    chosen: bool,
    doubts: Vec<DoubtLine>,
}

#[derive(Template)]
#[template(path = "programme/interpreter_team.html")]
struct TeamPage {
    page: Page,
    errors: Errors,
    typed: Typed,
    days: Vec<DayOfWork>,
    sessions: usize,
    here: String,
    back: String,
}

/// `GET /{conference}/programme/manage/interpreters`
pub async fn list(by: OnDuty<ProgrammeManager>, db: Db) -> Answer<HttpResponse> {
    let typed = Typed::default().with("most_minutes", 180).with("rest_minutes", 30);
    draw_list(&by, &mut *db.connection().await?, typed, Errors::default()).await
}

async fn draw_list(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    typed: Typed,
    errors: Errors,
) -> Answer<HttpResponse> {
    let survey = survey(connection, by.conference()).await?;
    let here = by.path("/programme/manage/interpreters");
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let teams = survey.teams.iter().map(|team| team_line(team, &survey, &here)).collect();
    let page = by.page(by.language().t("interpreters-title"));
    page_with(status, TeamsPage { page, errors, teams, typed, here, back: by.path("/programme/manage") })
}

fn team_line(team: &InterpreterTeam, survey: &Survey, here: &str) -> TeamLine {
    let work: Vec<&Session> = survey.sessions.iter().filter(|session| survey.works(team.id, session.id)).collect();
    let seconds: i64 = work.iter().filter_map(|one| Some(one.ends_at?.seconds_since(one.starts_at?))).sum();
    TeamLine {
        href: format!("{here}/{}", team.id),
        name: team.name.clone(),
        languages: team.languages.join(", "),
        sessions: work.len(),
        hours: format!("{}:{:02}", seconds / 3600, seconds % 3600 / 60),
        doubts: work.iter().filter(|one| !of_team(survey, one.id, team.id).is_empty()).count(),
    }
}

/// What is doubtful of a team's work at a session.
fn of_team(survey: &Survey, session: SessionId, team: TeamId) -> BTreeSet<Doubt> {
    let own = |doubt: &&Doubt| match doubt {
        Doubt::TeamTwice { team: of, .. } | Doubt::TeamTired { team: of, .. } => *of == team,
        _ => false,
    };
    survey.doubts.get(&session).into_iter().flatten().filter(own).cloned().collect()
}

/// `POST /{conference}/programme/manage/interpreters`
pub async fn add(by: OnDuty<ProgrammeManager>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let row = match read(&form.fields) {
        Ok(row) => row,
        Err(errors) => return draw_list(&by, &mut *db.connection().await?, form.fields.clone(), errors).await,
    };
    let mut tx = db.begin().await?;
    match actions::save_team(&mut tx, &by, None, &row, clock.now()).await {
        Ok(team) => {
            tx.commit().await?;
            let to = by.path(&format!("/programme/manage/interpreters/{team}"));
            Ok(redirect_with(by.visit(), &to, &said(by.language().t("interpreters-saved"))))
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            let mut errors = Errors::default();
            errors.add("name", message);
            draw_list(&by, &mut *db.connection().await?, form.fields.clone(), errors).await
        }
        Err(problem) => Err(problem),
    }
}

fn read(typed: &Typed) -> Result<TeamRow, Errors> {
    let mut reader = Reader::of(typed);
    let name = reader.required("name", 80);
    let languages = match read_tongues(typed.text("languages")) {
        Ok(languages) if languages.is_empty() => {
            reader.errors.add("languages", Message::new("interpreters-no-languages"));
            Vec::new()
        }
        Ok(languages) => languages,
        Err(message) => {
            reader.errors.add("languages", message);
            Vec::new()
        }
    };
    let most = reader.number("most_minutes", 30, 720);
    let rest = reader.number("rest_minutes", 5, 240);
    for (field, value) in [("most_minutes", most), ("rest_minutes", rest)] {
        if value.is_none() && reader.errors.get(field).is_none() {
            reader.errors.say(field, "field-required");
        }
    }
    let row =
        most.zip(rest).map(|(most_minutes, rest_minutes)| TeamRow { name, languages, most_minutes, rest_minutes });
    reader.finish(row)
}

/// `GET /{conference}/programme/manage/interpreters/{team}`
pub async fn show(by: OnDuty<ProgrammeManager>, path: Path<(String, TeamId)>, db: Db) -> Answer<HttpResponse> {
    draw(&by, &mut *db.connection().await?, path.1, None).await
}

async fn draw(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    id: TeamId,
    said: Option<(Typed, Errors)>,
) -> Answer<HttpResponse> {
    let language = by.language();
    let survey = survey(connection, by.conference()).await?;
    let team = survey.teams.iter().find(|team| team.id == id).ok_or(Problem::NotFound)?;
    let stored = Typed::default()
        .with("version", team.version)
        .with("name", &team.name)
        .with("languages", team.languages.join(" "))
        .with("most_minutes", team.most_minutes)
        .with("rest_minutes", team.rest_minutes);
    let back = by.path("/programme/manage/interpreters");
    let (typed, errors) = said.unwrap_or((stored, Errors::default()));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let offered = offered(&survey, team);
    let zone = by.conference().zone();
    let mut days: Vec<DayOfWork> = Vec::new();
    for session in &offered {
        let name = session.starts_at.map(|at| language.weekday_date(at.conference_day(&zone))).unwrap_or_default();
        let work = work(by, &survey, team, session, (&typed, language));
        match days.last_mut().filter(|day| day.name == name) {
            Some(day) => day.sessions.push(work),
            None => days.push(DayOfWork { name, sessions: vec![work] }),
        }
    }
    let sessions = offered.iter().filter(|session| survey.works(id, session.id)).count();
    let (page, here) = (by.page(team.name.clone()), format!("{back}/{id}"));
    page_with(status, TeamPage { page, errors, typed, days, sessions, here, back })
}

/// The sessions that a team could work at, by time: those interpreted into one of its languages, and those that it has already.
fn offered<'a>(survey: &'a Survey, team: &InterpreterTeam) -> Vec<&'a Session> {
    let fits = |session: &&Session| {
        let spoken = session.interpretation.iter().any(|tongue| team.languages.contains(tongue));
        session.starts_at.is_some()
            && (survey.works(team.id, session.id) || (spoken && session.status != SessionStatus::Cancelled))
    };
    survey.sessions.iter().filter(fits).collect()
}

fn work(
    by: &OnDuty<ProgrammeManager>,
    survey: &Survey,
    team: &InterpreterTeam,
    session: &Session,
    (typed, language): (&Typed, Language),
) -> Work {
    let zone = by.conference().zone();
    let time = session.starts_at.zip(session.ends_at);
    let room = session.room_id.and_then(|room| survey.room(room));
    let id = session.id.to_string();
    Work {
        href: by.path(&format!("/programme/manage/sessions/{id}")),
        title: session.title.in_language(language).to_owned(),
        time: time
            .map(|(from, until)| format!("{}–{}", language.time(from, &zone), language.time(until, &zone)))
            .unwrap_or_default(),
        room: room.map(|room| room.name.in_language(language).to_owned()).unwrap_or_default(),
        languages: session.interpretation.join(", "),
        chosen: if typed.has("offered") { typed.contains("session", &id) } else { survey.works(team.id, session.id) },
        doubts: doubts::lines(by, survey, &of_team(survey, session.id, team.id)),
        id,
    }
}

/// `POST /{conference}/programme/manage/interpreters/{team}`: the team itself and its work.
pub async fn save(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, TeamId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (typed, team) = (&form.fields, path.1);
    let row = match read(typed) {
        Ok(row) => row,
        Err(errors) => return draw(&by, &mut *db.connection().await?, team, Some((typed.clone(), errors))).await,
    };
    let ids = |field: &str| typed.all(field).iter().filter_map(|id| SessionId::parse(id)).collect::<Vec<_>>();
    let (offered, mut chosen) = (ids("offered"), ids("session"));
    chosen.retain(|session| offered.contains(session));
    let mut tx = db.begin().await?;
    let saved = actions::save_team(&mut tx, &by, Some((team, typed.version())), &row, clock.now()).await;
    match saved {
        Ok(_) => {
            actions::assign_team(&mut tx, &by, team, (&offered, &chosen), clock.now()).await?;
            tx.commit().await?;
            let to = by.path(&format!("/programme/manage/interpreters/{team}"));
            Ok(redirect_with(by.visit(), &to, &said(by.language().t("interpreters-saved"))))
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            let mut errors = Errors::default();
            errors.add("name", message);
            draw(&by, &mut *db.connection().await?, team, Some((typed.clone(), errors))).await
        }
        Err(problem) => Err(problem),
    }
}

/// `POST /{conference}/programme/manage/interpreters/{team}/removal`
pub async fn remove(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, TeamId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    if form.resumed {
        // Asked before a session ended: what cannot be undone is not done by signing in.
        return Ok(redirect(&by.path(&format!("/programme/manage/interpreters/{}", path.1))));
    }
    let mut tx = db.begin().await?;
    actions::remove_team(&mut tx, &by, path.1, clock.now()).await?;
    tx.commit().await?;
    let flash = said(by.language().t("interpreters-removed"));
    Ok(redirect_with(by.visit(), &by.path("/programme/manage/interpreters"), &flash))
}

fn said(text: String) -> Flash {
    Flash { kind: FlashKind::Ok, text, undo: None }
}
