//! Many portraits at once: pictures are dropped together, matched to people by the names of their files, looked at beside
//! those names, and kept with one button. What has not been given to anybody waits for a day, so that a reload loses nothing.

mod lines;

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::Path;
use askama::Template;

use self::lines::{PictureLine, Wanting, lines};
use crate::clock::Clock;
use crate::db::{Connection, Db};
use crate::delegations::FocalPoint;
use crate::files::{Sealer, Shown, file_head, show as show_file};
use crate::ids::{DelegationId, ParticipantId, WaitingPortraitId};
use crate::language::Message;
use crate::participants::actions::{Choice as Chosen, Given, KeptPictures, bring_picture, give_pictures};
use crate::participants::queries::{people_of_delegation, rows_of_sheet, waiting_portraits};
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Problem, Typed, page_with, redirect, redirect_with};

#[derive(Template)]
#[template(path = "participants/pictures.html")]
struct Pictures {
    page: Page,
    home: String,
    base: String,
    sheet: String,
    errors: Errors,
    /// Pictures that nobody was found for, those with somebody, those that cannot be used.
    open: Vec<PictureLine>,
    matched: Vec<PictureLine>,
    bad: Vec<PictureLine>,
    /// `9 matched, 3 to match`.
    counts: String,
    people: Vec<(String, String)>,
    lacking: String,
    /// What the button says that keeps.
    keep: String,
    nobody: bool,
    /// Whether the demonstration's portraits can be tried.
    has_sample: bool,
}

/// The pictures that wait, and where more are sent.
pub async fn show(by: FocalPoint, _: Path<DelegationId>, db: Db) -> Answer<HttpResponse> {
    draw(&mut *db.connection().await?, &by, Errors::default(), &Saying::default(), StatusCode::OK).await
}

/// What was said of the pictures in a form that has to be shown again, and what is wrong with it.
#[derive(Default)]
struct Saying {
    chosen: BTreeMap<WaitingPortraitId, Given>,
    wrong: BTreeMap<WaitingPortraitId, Message>,
}

async fn draw(
    connection: &mut Connection,
    by: &FocalPoint,
    errors: Errors,
    saying: &Saying,
    status: StatusCode,
) -> Answer<HttpResponse> {
    let delegation = by.delegation().id;
    let waiting = waiting_portraits(connection, delegation).await?;
    let people = people_of_delegation(connection, by.conference_id(), delegation).await?;
    let rows = rows_of_sheet(connection, delegation).await?;
    let sealer = Sealer::of(by.visit().site())?;
    let language = by.language();
    let wanting = Wanting { by, people: &people, rows: &rows, sealer: &sealer };
    let all = lines(&wanting, &waiting, saying);
    let (bad, good): (Vec<_>, Vec<_>) = all.into_iter().partition(|line| !line.problem.is_empty());
    let (matched, open): (Vec<_>, Vec<_>) = good.into_iter().partition(|line| line.is_matched);
    let numbers = [("matched", matched.len().into()), ("open", open.len().into())];
    let changeable = people.iter().filter(|person| person.status.is_open_to_the_delegation());
    let lacking = changeable.clone().filter(|person| person.portrait_file_id.is_none()).count();
    let shown = Pictures {
        page: by.page(language.t("portraits-title")),
        home: by.path(""),
        base: by.path("/people/portraits"),
        sheet: by.path("/people/sheet"),
        errors,
        counts: language.with("portraits-counts", &numbers),
        keep: language.with("portraits-keep", &[("count", matched.len().into())]),
        people: wanting.choices(),
        lacking: language.with("portraits-lacking", &[("count", lacking.into())]),
        nobody: changeable.count() == 0,
        has_sample: by.conference().demonstration,
        open,
        matched,
        bad,
    };
    page_with(status, shown)
}

/// Takes pictures in: many from a plain form, one at a time from the script.
pub async fn bring(
    by: FocalPoint,
    _: Path<DelegationId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let to = by.path("/people/portraits");
    if form.resumed {
        return Ok(redirect(&to));
    }
    let is_one_of_many = form.fields.text("then") == "next";
    let chosen = || form.files.iter().filter(|file| file.field == "pictures" && !file.name.is_empty());
    let mut errors = Errors::default();
    if chosen().next().is_none() {
        errors.add("pictures", Message::new("portraits-nothing-sent"));
    }
    for sent in chosen() {
        if let Err(message) = bring_picture(&db, &by, sent, clock.now()).await? {
            errors.add("pictures", message);
            break;
        }
    }
    if !errors.is_empty() {
        let mut connection = db.connection().await?;
        return draw(&mut connection, &by, errors, &Saying::default(), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    if is_one_of_many { Ok(HttpResponse::NoContent().finish()) } else { Ok(redirect(&to)) }
}

/// What the form says of each picture: whose it is, or that it is let go. Of the others it says nothing.
fn choices(typed: &Typed, waiting: &[WaitingPortraitId]) -> Vec<Chosen> {
    let said = |id: &WaitingPortraitId| {
        let whose = typed.text(&format!("of.{id}"));
        let given = match (whose, ParticipantId::parse(whose)) {
            ("nobody", _) => Given::Nobody,
            (_, Some(person)) => Given::To { person, replaces: typed.has(&format!("replace.{id}")) },
            _ => return None,
        };
        Some(Chosen { picture: *id, given })
    };
    waiting.iter().filter_map(said).collect()
}

/// Gives the pictures to the people that the form names.
pub async fn give(
    by: FocalPoint,
    _: Path<DelegationId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let to = by.path("/people/portraits");
    if form.resumed {
        return Ok(redirect(&to));
    }
    let mut tx = db.begin().await?;
    let waiting = waiting_portraits(&mut tx, by.delegation().id).await?;
    let ids: Vec<WaitingPortraitId> = waiting.iter().map(|one| one.id).collect();
    let choices = choices(&form.fields, &ids);
    match give_pictures(&mut tx, &by, &choices, clock.now()).await? {
        KeptPictures::Wrong(wrong) => {
            let chosen = choices.iter().map(|choice| (choice.picture, choice.given)).collect();
            let saying = Saying { chosen, wrong };
            draw(&mut tx, &by, Errors::default(), &saying, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        KeptPictures::Done { given, gone } => {
            let left = waiting.len() - given - gone;
            tx.commit().await?;
            let language = by.language();
            let numbers = [("given", given.into()), ("left", left.into())];
            let kind = if given == 0 && gone == 0 { FlashKind::Warn } else { FlashKind::Ok };
            let flash = Flash { kind, text: language.with("portraits-given", &numbers), undo: None };
            let to = if left == 0 { by.path("/people/check") } else { to };
            Ok(redirect_with(by.visit(), &to, &flash))
        }
    }
}

/// A picture that waits, for the focal points of its delegation.
pub async fn picture(by: FocalPoint, path: Path<(DelegationId, WaitingPortraitId)>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let waiting = waiting_portraits(&mut connection, by.delegation().id).await?;
    let file = waiting.iter().find(|one| one.id == path.1).and_then(|one| one.print_file_id);
    let head = file_head(&mut connection, by.conference_id(), file.ok_or(Problem::NotFound)?).await?;
    drop(connection);
    let mut answer = show_file(db, head, Sealer::of(by.visit().site())?, Shown::Inline).await?;
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600"));
    Ok(answer)
}
