//! Stands from a file: first what it would do, row by row, then, on a second wish, done.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::import::{ImportReport, import_stands};
use crate::audit::Who;
use crate::clock::Clock;
use crate::conferences::{ExhibitionManager, OnDuty};
use crate::db::{Connection, Db};
use crate::files::{Sealer, Table, Waiting, forget, keep_table, kept_table};
use crate::ids::FileId;
use crate::language::Message;
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Typed, page_with, redirect, redirect_with};

struct RowError {
    row: usize,
    text: String,
}

#[derive(Template)]
#[template(path = "exhibition/import.html")]
struct ImportPage {
    page: Page,
    errors: Errors,
    /// What the table that was brought would do.
    report: Option<ImportReport>,
    rows: Vec<RowError>,
    /// Where the button that does it leads; absent while there is something to mend or nothing to do.
    action: Option<String>,
    /// Where a table is brought.
    here: String,
    back: String,
}

fn draw(
    by: &OnDuty<ExhibitionManager>,
    errors: Errors,
    looked: Option<(FileId, ImportReport)>,
) -> Answer<HttpResponse> {
    let language = by.language();
    let here = by.path("/stands/manage/import");
    let (file, report) = looked.unzip();
    let wrong = report.iter().flat_map(|report| &report.errors);
    let rows: Vec<RowError> =
        wrong.map(|(row, message)| RowError { row: *row, text: language.message(message) }).collect();
    let acts = report.as_ref().is_some_and(|report| report.errors.is_empty() && report.does_something());
    let action = file.filter(|_| acts).map(|file| format!("{here}/{file}"));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = by.page(language.t("stands-import-title"));
    page_with(status, ImportPage { page, errors, report, rows, action, here, back: by.path("/stands/manage") })
}

fn ask_again(by: &OnDuty<ExhibitionManager>, message: Message) -> Answer<HttpResponse> {
    let mut errors = Errors::default();
    errors.add("file", message);
    draw(by, errors, None)
}

fn place(by: &OnDuty<ExhibitionManager>) -> Waiting<'static> {
    Waiting { conference: by.conference_id(), import: "import_of_stands" }
}

async fn waiting(tx: &mut Connection, by: &OnDuty<ExhibitionManager>, id: FileId) -> Answer<Option<Table>> {
    kept_table(tx, place(by), id, &Sealer::of(by.visit().site())?).await
}

/// `GET /{conference}/stands/manage/import`
pub async fn show(by: OnDuty<ExhibitionManager>) -> Answer<HttpResponse> {
    draw(&by, Errors::default(), None)
}

/// `POST /{conference}/stands/manage/import`: reads and keeps the table, and leads to what it would do.
pub async fn look(by: OnDuty<ExhibitionManager>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let sent = form.file("file").and_then(|sent| sent.ok_or_else(|| Message::new("stands-import-no-file")));
    let (sealer, now) = (Sealer::of(by.visit().site())?, clock.now());
    let mut tx = db.begin().await?;
    match keep_table(&mut tx, place(&by), sent, &sealer, (now, now.day(&by.conference().zone()))).await? {
        Ok(file) => {
            tx.commit().await?;
            Ok(redirect(&by.path(&format!("/stands/manage/import/{file}"))))
        }
        Err(message) => ask_again(&by, message),
    }
}

/// `GET /{conference}/stands/manage/import/{file}`: a rehearsal, whose transaction is dropped.
pub async fn preview(
    by: OnDuty<ExhibitionManager>,
    path: Path<(String, FileId)>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let Some(table) = waiting(&mut tx, &by, path.1).await? else {
        return ask_again(&by, Message::new("import-gone"));
    };
    let report = import_stands(&mut tx, by.conference(), Who::Account(by.account()), &table, clock.now()).await?;
    draw(&by, Errors::default(), Some((path.1, report)))
}

/// `POST /{conference}/stands/manage/import/{file}`
pub async fn carry_out(
    by: OnDuty<ExhibitionManager>,
    path: Path<(String, FileId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    if form.resumed {
        // Asked before a session ended: looked at once more, and not carried out by signing in.
        return Ok(redirect(&by.path(&format!("/stands/manage/import/{}", path.1))));
    }
    let mut tx = db.begin().await?;
    let Some(table) = waiting(&mut tx, &by, path.1).await? else {
        return ask_again(&by, Message::new("import-gone"));
    };
    let report = import_stands(&mut tx, by.conference(), Who::Account(by.account()), &table, clock.now()).await?;
    if !report.errors.is_empty() {
        // Something changed since it was looked at: nothing is done, and what is wrong now is shown.
        return draw(&by, Errors::default(), Some((path.1, report)));
    }
    forget(&mut tx, by.conference_id(), path.1).await?;
    tx.commit().await?;
    let text = by.language().with("stands-imported", &[("new", report.new.into()), ("changed", report.changed.into())]);
    let flash = Flash { kind: FlashKind::Ok, text, undo: None };
    Ok(redirect_with(by.visit(), &by.path("/stands/manage"), &flash))
}
