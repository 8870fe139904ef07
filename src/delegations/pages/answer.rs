//! A focal point answers for the delegation: it comes, with about so many people, or it does not.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::done;
use crate::clock::{Clock, Moment};
use crate::db::Db;
use crate::delegations::actions;
use crate::delegations::model::DelegationStatus;
use crate::delegations::proofs::FocalPoint;
use crate::delegations::rules::Reply;
use crate::web::{Answer, Choice, Errors, Form, Page, Problem, Reader, Typed, page_with, redirect_with};

#[derive(Template)]
#[template(path = "delegations/answer.html")]
struct AnswerPage {
    page: Page,
    delegation: String,
    own: String,
    typed: Typed,
    errors: Errors,
    replies: Vec<Choice>,
    until: String,
    /// The answer that stands; empty before there is one.
    stands: String,
    is_open: bool,
}

/// `GET /delegations/{delegation}/answer`
pub async fn show(by: FocalPoint, clock: Clock) -> Answer<HttpResponse> {
    let one = by.delegation();
    let reply = match one.status {
        DelegationStatus::Confirmed => "coming",
        DelegationStatus::Declined => "not-coming",
        DelegationStatus::Expected | DelegationStatus::Invited => "",
    };
    let typed = Typed::default()
        .with("reply", reply)
        .with("expected_people", one.expected_people.map(|count| count.to_string()).unwrap_or_default())
        .with("note", &one.answer_note);
    draw(&by, clock.now(), typed, Errors::default(), StatusCode::OK)
}

fn draw(by: &FocalPoint, now: Moment, typed: Typed, errors: Errors, status: StatusCode) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let closes = language.date_time(conference.confirmation_closes_at, &conference.zone());
    let zone = conference.whose_clocks(language);
    let replies = [("coming", language.t("answer-coming")), ("not-coming", language.t("answer-not-coming"))];
    page_with(
        status,
        AnswerPage {
            page: by.page(language.t("answer-title")),
            delegation: by.delegation().name.in_language(language).to_owned(),
            own: by.path(""),
            replies: Choice::one_of(replies, typed.text("reply")),
            until: language.with("answer-until", &[("until", closes.into()), ("zone", zone.into())]),
            stands: stands(by),
            is_open: now < conference.confirmation_closes_at,
            typed,
            errors,
        },
    )
}

fn stands(by: &FocalPoint) -> String {
    let (language, one) = (by.language(), by.delegation());
    let Some(at) = one.answered_at else { return String::new() };
    let answer = match one.status {
        DelegationStatus::Confirmed => {
            language.with("answer-stands-coming", &[("count", one.expected_people.unwrap_or(0).into())])
        }
        DelegationStatus::Declined => language.t("answer-stands-declined"),
        DelegationStatus::Expected | DelegationStatus::Invited => return String::new(),
    };
    let date = language.date_time(at, &by.conference().zone());
    language.with("answer-stands", &[("date", date.into()), ("answer", answer.into())])
}

/// `POST /delegations/{delegation}/answer`
pub async fn give(by: FocalPoint, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (typed, now) = (form.fields, clock.now());
    if form.resumed {
        return draw(&by, now, typed, Errors::default(), StatusCode::OK);
    }
    let (reply, note) = match read(&typed) {
        Ok(read) => read,
        Err(errors) => return draw(&by, now, typed, errors, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let mut tx = db.begin().await?;
    let status = match actions::give_answer(&mut tx, &by, &reply, &note, now).await {
        Ok(status) => status,
        Err(Problem::Refused(message)) => {
            let mut errors = Errors::default();
            errors.add("reply", message);
            return draw(&by, now, typed, errors, StatusCode::CONFLICT);
        }
        Err(problem) => return Err(problem),
    };
    tx.commit().await?;
    let key = if status == DelegationStatus::Confirmed { "answer-confirmed" } else { "answer-declined" };
    Ok(redirect_with(by.visit(), &by.path(""), &done(by.language().t(key))))
}

fn read(typed: &Typed) -> Result<(Reply, String), Errors> {
    let mut reader = Reader::of(typed);
    let note = reader.text("note", 2000);
    let reply = match typed.text("reply") {
        "coming" => {
            let expected = reader.number("expected_people", 1, 9999);
            if expected.is_none() {
                reader.errors.say("expected_people", "answer-expected-missing");
            }
            expected.map(|expected_people| Reply::Coming { expected_people })
        }
        "not-coming" => Some(Reply::NotComing),
        _ => {
            reader.errors.say("reply", "field-choose");
            None
        }
    };
    reader.finish(reply.map(|reply| (reply, note)))
}
