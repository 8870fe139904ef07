//! Letters: filed by the focal point or, when they came by other ways, by the organiser; opened by both.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::delegation::{self, LetterLine, letter_kinds, letter_lines};
use super::done;
use crate::clock::{Clock, Moment};
use crate::conferences::{Conference, OnDuty, Organiser, Reading};
use crate::db::Db;
use crate::delegations::actions::{self, NewLetterFile};
use crate::delegations::model::LetterKind;
use crate::delegations::proofs::FocalPoint;
use crate::delegations::queries;
use crate::files::{Sealer, Shown, file_head};
use crate::ids::{AccountId, ConferenceId, DelegationId, LetterId};
use crate::web::{Answer, Choice, Errors, Form, Page, Reader, Site, Typed, page_with, redirect_with};

#[derive(Template)]
#[template(path = "delegations/letters.html")]
struct LettersPage {
    page: Page,
    own: String,
    letters: Vec<LetterLine>,
    letter_kinds: Vec<Choice>,
    errors: Errors,
}

/// `GET /delegations/{delegation}/letters`
pub async fn show(by: FocalPoint, db: Db) -> Answer<HttpResponse> {
    draw(&by, &db, &Typed::default(), Errors::default(), StatusCode::OK).await
}

async fn draw(by: &FocalPoint, db: &Db, typed: &Typed, errors: Errors, status: StatusCode) -> Answer<HttpResponse> {
    let language = by.language();
    let mut connection = db.connection().await?;
    let letters = queries::letters_of(&mut connection, by.conference_id(), by.delegation().id).await?;
    let own = by.path("");
    page_with(
        status,
        LettersPage {
            page: by.page(language.t("answer-letters")),
            letters: letter_lines(&letters, &own, by.conference(), language),
            letter_kinds: letter_kinds(typed, language),
            own,
            errors,
        },
    )
}

/// `POST /delegations/{delegation}/letters`
pub async fn file(by: FocalPoint, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    if form.resumed {
        return draw(&by, &db, &form.fields, Errors::default(), StatusCode::OK).await;
    }
    let subject = (by.conference(), by.delegation().id, by.account());
    match keep(&db, by.visit().site(), subject, &form, clock.now()).await? {
        Ok(()) => {
            let flash = done(by.language().t("letter-filed"));
            Ok(redirect_with(by.visit(), &by.path("/letters"), &flash))
        }
        Err(errors) => draw(&by, &db, &form.fields, errors, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// `POST /{conference}/delegations/{delegation}/letters`
pub async fn file_for(
    by: OnDuty<Organiser>,
    path: Path<(String, DelegationId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    if form.resumed {
        return delegation::draw(&by, &db, path.1, form.fields, Errors::default(), StatusCode::OK).await;
    }
    let subject = (by.conference(), path.1, by.account());
    match keep(&db, by.visit().site(), subject, &form, clock.now()).await? {
        Ok(()) => {
            let flash = done(by.language().t("letter-filed"));
            Ok(redirect_with(by.visit(), &by.path(&format!("/delegations/{}", path.1)), &flash))
        }
        Err(errors) => delegation::draw(&by, &db, path.1, form.fields, errors, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

async fn keep(
    db: &Db,
    site: &Site,
    (conference, delegation, by): (&Conference, DelegationId, AccountId),
    form: &Form<Typed>,
    now: Moment,
) -> Answer<Result<(), Errors>> {
    let sealer = Sealer::of(site)?;
    let mut tx = db.begin().await?;
    // Who may not see the delegation is not told what is wrong with a form.
    queries::delegation_by_id(&mut tx, conference.id, delegation).await?;
    let mut reader = Reader::of(&form.fields);
    let kind = reader.one_of("letter_kind", LetterKind::parse);
    let letter = match (form.file("letter"), kind) {
        (Ok(Some(sent)), Some(kind)) => {
            Some(NewLetterFile { kind, name: &sent.name, content: &sent.bytes, sealer: &sealer })
        }
        (Ok(None), _) => {
            reader.errors.say("letter", "letter-file-missing");
            None
        }
        (Err(message), _) => {
            reader.errors.add("letter", message);
            None
        }
        (Ok(Some(_)), None) => None,
    };
    if let Some(Err(message)) = letter.as_ref().map(|letter| letter.file(conference).check()) {
        reader.errors.add("letter", message);
    }
    let letter = match reader.finish(letter) {
        Ok(letter) => letter,
        Err(errors) => return Ok(Err(errors)),
    };
    actions::file_letter(&mut tx, conference, delegation, by, &letter, now).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// `GET /delegations/{delegation}/letters/{letter}`
pub async fn open(by: FocalPoint, path: Path<(DelegationId, LetterId)>, db: Db) -> Answer<HttpResponse> {
    answer_with(db, by.visit().site(), by.conference_id(), by.delegation().id, path.1).await
}

/// `GET /{conference}/delegations/{delegation}/letters/{letter}`
pub async fn open_for(
    by: OnDuty<Reading<Organiser>>,
    path: Path<(String, DelegationId, LetterId)>,
    db: Db,
) -> Answer<HttpResponse> {
    answer_with(db, by.visit().site(), by.conference_id(), path.1, path.2).await
}

async fn answer_with(
    db: Db,
    site: &Site,
    conference: ConferenceId,
    delegation: DelegationId,
    id: LetterId,
) -> Answer<HttpResponse> {
    let sealer = Sealer::of(site)?;
    let head = {
        let mut connection = db.connection().await?;
        let letter = queries::letter_by_id(&mut connection, conference, delegation, id).await?;
        file_head(&mut connection, conference, letter.file_id).await?
    };
    crate::files::show(db, head, sealer, Shown::Inline).await
}
