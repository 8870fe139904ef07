//! Repeating a session on other days and at other times: what would be made is shown first, then all of it or nothing.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::actions::{REPEATED_MOST, Survey, held, repeat_session, repeated, survey};
use super::super::model::{Session, SessionStatus};
use super::super::queries;
use super::super::rules::{read_hours, repetitions};
use super::doubts::{DoubtLine, Way, lines};
use super::status_label;
use crate::clock::{Clock, Day, Moment};
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::{Connection, Db};
use crate::ids::SessionId;
use crate::language::Message;
use crate::web::{
    Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, Typed, page, page_with, redirect_with,
};

/// One session that would be made.
struct Line {
    when: String,
    doubts: Vec<DoubtLine>,
    /// Why it cannot be made so; empty where it can.
    refusal: String,
}

#[derive(Template)]
#[template(path = "programme/repeat.html")]
struct RepeatPage {
    page: Page,
    session: String,
    typed: Typed,
    errors: Errors,
    days: Vec<Choice>,
    statuses: Vec<Choice>,
    /// What would be made; nothing before somebody looked.
    preview: Option<Vec<Line>>,
    can_be_made: bool,
    others: Vec<Way>,
    back: String,
}

type Address = Path<(String, SessionId)>;
/// When sessions would be, and as what.
type Wish = (Vec<(Moment, Moment)>, SessionStatus);

fn days_of(by: &OnDuty<ProgrammeManager>) -> Vec<Day> {
    let conference = by.conference();
    let count = conference.ends_on.number() - conference.starts_on.number();
    (0..=count).map(|day| conference.starts_on.plus_days(day)).collect()
}

async fn draw(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    survey: &Survey,
    (id, typed, errors): (SessionId, Typed, Errors),
    wish: Option<&Wish>,
) -> Answer<RepeatPage> {
    let language = by.language();
    let session = survey.session(id).ok_or(Problem::NotFound)?;
    let days = days_of(by);
    let days = days.iter().map(|day| (day.to_string(), language.weekday_date(*day)));
    let statuses =
        [SessionStatus::Draft, SessionStatus::Confirmed].map(|one| (one.as_str(), status_label(one, language)));
    let (_, others) = queries::series_of(connection, by.conference_id(), id).await?;
    let preview = match wish {
        Some((times, status)) => {
            let line = |time: &(Moment, Moment)| line(by, survey, id, *time, *status);
            Some(times.iter().map(line).collect::<Answer<Vec<Line>>>()?)
        }
        None => None,
    };
    Ok(RepeatPage {
        page: by.page(language.t("programme-repeat-title")),
        session: session.title.in_language(language).to_owned(),
        days: Choice::any_of(days, typed.all("days")),
        statuses: Choice::one_of(statuses, typed.text("status")),
        can_be_made: preview.as_ref().is_some_and(|all| all.iter().all(|line| line.refusal.is_empty())),
        preview,
        others: others.iter().map(|other| Way::to(by, other)).collect(),
        back: by.path(&format!("/programme/manage/sessions/{id}")),
        typed,
        errors,
    })
}

fn line(
    by: &OnDuty<ProgrammeManager>,
    survey: &Survey,
    id: SessionId,
    time: (Moment, Moment),
    status: SessionStatus,
) -> Answer<Line> {
    let (language, zone) = (by.language(), by.conference().zone());
    let wanted = repeated(survey, id, time, status)?;
    let refusal = held(survey, None, &wanted, language).map(|message| language.message(&message));
    let day = language.weekday_date(time.0.conference_day(&zone));
    Ok(Line {
        when: format!("{day}, {}–{}", language.time(time.0, &zone), language.time(time.1, &zone)),
        doubts: lines(by, survey, &survey.of(None, &wanted)),
        refusal: refusal.unwrap_or_default(),
    })
}

/// `GET .../sessions/{session}/repeat`
pub async fn show(by: OnDuty<ProgrammeManager>, path: Address, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let survey = survey(&mut connection, by.conference()).await?;
    let session = survey.session(path.1).ok_or(Problem::NotFound)?;
    let zone = by.conference().zone();
    let start = session.starts_at.map(|at| at.in_zone(&zone).strftime("%H:%M").to_string());
    let typed = Typed::default()
        .with_all("days", days_of(&by))
        .with("hours", start.unwrap_or_default())
        .with("status", if session.status == SessionStatus::Confirmed { "confirmed" } else { "draft" });
    page(draw(&by, &mut connection, &survey, (path.1, typed, Errors::default()), None).await?)
}

/// How long a session lasts: what its hours say, or the length that it is meant to have.
fn lasting(session: &Session) -> Option<i64> {
    let own = session.starts_at.zip(session.ends_at).map(|(from, until)| until.seconds_since(from));
    own.or_else(|| session.duration_minutes.map(|minutes| i64::from(minutes) * 60))
}

fn read(by: &OnDuty<ProgrammeManager>, session: &Session, typed: &Typed) -> Result<Wish, Errors> {
    let mut errors = Errors::default();
    let days: Vec<Day> = days_of(by).into_iter().filter(|day| typed.contains("days", &day.to_string())).collect();
    if days.is_empty() {
        errors.say("days", "programme-repeat-no-day");
    }
    let hours = read_hours(typed.text("hours")).unwrap_or_else(|message| {
        errors.add("hours", message);
        Vec::new()
    });
    if hours.is_empty() {
        errors.say("hours", "programme-repeat-no-hour");
    }
    let lasting = lasting(session);
    if lasting.is_none() {
        errors.say("hours", "programme-repeat-no-length");
    }
    let Some(lasting) = lasting.filter(|_| errors.is_empty()) else { return Err(errors) };
    let times = repetitions((&days, &hours), lasting, session.starts_at, &by.conference().zone());
    if times.is_empty() {
        errors.say("hours", "programme-repeat-nothing");
    }
    if times.len() > REPEATED_MOST {
        let most = i64::try_from(REPEATED_MOST).unwrap_or(i64::MAX);
        errors.add("hours", Message::new("programme-repeat-too-many").with("most", most));
    }
    let status = SessionStatus::parse(typed.text("status")).filter(|one| *one != SessionStatus::Cancelled);
    errors.or((times, status.unwrap_or(SessionStatus::Draft)))
}

/// `POST .../sessions/{session}/repeat`: looks, or makes what was looked at.
pub async fn make(
    by: OnDuty<ProgrammeManager>,
    path: Address,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (id, typed) = (path.1, form.fields);
    let mut tx = db.begin().await?;
    let survey = survey(&mut tx, by.conference()).await?;
    let session = survey.session(id).ok_or(Problem::NotFound)?;
    let wish = match read(&by, session, &typed) {
        Ok(wish) => wish,
        Err(errors) => {
            let drawn = draw(&by, &mut tx, &survey, (id, typed, errors), None).await?;
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, drawn);
        }
    };
    if typed.text("do") != "make" || form.resumed {
        return page(draw(&by, &mut tx, &survey, (id, typed, Errors::default()), Some(&wish)).await?);
    }
    match repeat_session(&mut tx, &by, id, (&wish.0, wish.1), clock.now()).await {
        Ok(made) => {
            tx.commit().await?;
            let made = i64::try_from(made).unwrap_or(i64::MAX);
            let text = by.language().with("programme-repeated", &[("made", made.into())]);
            let flash = Flash { kind: FlashKind::Ok, text, undo: None };
            Ok(redirect_with(by.visit(), &by.path("/programme/manage"), &flash))
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            let mut errors = Errors::default();
            errors.add("hours", message);
            let mut connection = db.connection().await?;
            let drawn = draw(&by, &mut connection, &survey, (id, typed, errors), Some(&wish)).await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, drawn)
        }
        Err(problem) => Err(problem),
    }
}
