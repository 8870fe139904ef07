//! The programme from a file: first what it would do, row by row, then, on a second wish, done.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::brought::{Brought, import_brought, read_brought_apart};
use super::super::import::{ImportReport, Spot};
use super::super::schedule::Wrong;
use crate::audit::Who;
use crate::clock::Clock;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::{Connection, Db};
use crate::files::{Sealer, Waiting, forget, keep_file, kept_file};
use crate::ids::FileId;
use crate::language::{Language, Message};
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Typed, page_with, redirect, redirect_with};

/// The most moved or missing sessions that are told one by one.
const TOLD: usize = 200;

struct RowError {
    row: usize,
    text: String,
}

/// A session that changes its place.
struct Move {
    title: String,
    from: String,
    to: String,
}

#[derive(Template)]
#[template(path = "programme/import.html")]
struct ImportPage {
    page: Page,
    errors: Errors,
    /// What the table that was brought would do.
    report: Option<ImportReport>,
    rows: Vec<RowError>,
    /// Rows of a table, or lines of a text.
    lines: bool,
    moves: Vec<Move>,
    missing: Vec<String>,
    /// Where the button that does it leads; absent while there is something to mend or nothing to do.
    action: Option<String>,
    /// Where a table is brought.
    here: String,
    back: String,
}

/// What is to be shown of a file.
#[derive(Default)]
struct Look {
    errors: Errors,
    report: Option<(FileId, ImportReport)>,
    /// What keeps the file from being read at all, by line.
    wrong: Vec<Wrong>,
    lines: bool,
}

fn draw(by: &OnDuty<ProgrammeManager>, look: Look) -> Answer<HttpResponse> {
    let language = by.language();
    let here = by.path("/programme/manage/import");
    let Look { errors, report, wrong, lines } = look;
    let (file, report) = report.unzip();
    let told = report.iter().flat_map(|report| &report.errors).map(|(row, message)| (*row, message));
    let told = told.chain(wrong.iter().map(|wrong| (wrong.line, &wrong.message)));
    let rows: Vec<RowError> = told.map(|(row, message)| RowError { row, text: language.message(message) }).collect();
    let moves = report.iter().flat_map(|report| &report.moves).take(TOLD).map(|moved| Move {
        title: moved.title.in_language(language).to_owned(),
        from: place(by, language, &moved.from),
        to: place(by, language, &moved.to),
    });
    let moves = moves.collect();
    let missing = report.iter().flat_map(|report| &report.missing).take(TOLD);
    let missing = missing.map(|title| title.in_language(language).to_owned()).collect();
    let acts = report.as_ref().is_some_and(|report| report.errors.is_empty() && report.does_something());
    let action = file.filter(|_| acts).map(|file| format!("{here}/{file}"));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = by.page(language.t("programme-import-title"));
    let back = by.path("/programme/manage");
    page_with(status, ImportPage { page, errors, report, rows, lines, moves, missing, action, here, back })
}

/// A room, a day and hours.
fn place(by: &OnDuty<ProgrammeManager>, language: Language, spot: &Spot) -> String {
    let zone = by.conference().zone();
    let room = spot.room.as_ref().map(|room| room.in_language(language).to_owned());
    let time = spot.time.map(|(from, until)| {
        let day = language.short_date(from.conference_day(&zone));
        format!("{day} {}–{}", language.time(from, &zone), language.time(until, &zone))
    });
    [room, time].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn ask_again(by: &OnDuty<ProgrammeManager>, message: Message) -> Answer<HttpResponse> {
    let mut errors = Errors::default();
    errors.add("file", message);
    draw(by, Look { errors, ..Look::default() })
}

/// The mistakes of a file that cannot be read: of the file as a whole, or by line.
fn unreadable(by: &OnDuty<ProgrammeManager>, wrong: Vec<Wrong>) -> Answer<HttpResponse> {
    let mut errors = Errors::default();
    let (whole, wrong): (Vec<Wrong>, Vec<Wrong>) = wrong.into_iter().partition(|wrong| wrong.line == 0);
    match whole.into_iter().next() {
        Some(first) => errors.add("file", first.message),
        None => errors.add("file", Message::new("schedule-wrong").with("count", wrong.len())),
    }
    draw(by, Look { errors, wrong, lines: true, ..Look::default() })
}

fn waiting_place(by: &OnDuty<ProgrammeManager>) -> Waiting<'static> {
    Waiting { conference: by.conference_id(), import: "import_of_programme" }
}

async fn waiting(tx: &mut Connection, by: &OnDuty<ProgrammeManager>, id: FileId) -> Answer<Option<Brought>> {
    let kept = kept_file(tx, waiting_place(by), id, &Sealer::of(by.visit().site())?).await?;
    let Some((name, bytes)) = kept else { return Ok(None) };
    Ok(read_brought_apart(bytes, name, by.conference().zone()).await?.ok())
}

/// `GET /{conference}/programme/manage/import`
pub async fn show(by: OnDuty<ProgrammeManager>) -> Answer<HttpResponse> {
    draw(&by, Look::default())
}

/// `POST /{conference}/programme/manage/import`: reads and keeps the file, and leads to what it would do.
pub async fn look(by: OnDuty<ProgrammeManager>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let sent = form.file("file").and_then(|sent| sent.ok_or_else(|| Message::new("programme-import-no-file")));
    let sent = match sent {
        Ok(sent) => sent,
        Err(message) => return ask_again(&by, message),
    };
    let zone = by.conference().zone();
    if let Err(wrong) = read_brought_apart(sent.bytes.clone(), sent.name.clone(), zone.clone()).await? {
        return unreadable(&by, wrong);
    }
    let (sealer, now) = (Sealer::of(by.visit().site())?, clock.now());
    let mut tx = db.begin().await?;
    let file = keep_file(&mut tx, waiting_place(&by), sent, &sealer, (now, now.day(&zone))).await?;
    tx.commit().await?;
    Ok(redirect(&by.path(&format!("/programme/manage/import/{file}"))))
}

/// `GET /{conference}/programme/manage/import/{file}`: a rehearsal, whose transaction is dropped.
pub async fn preview(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, FileId)>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let Some(brought) = waiting(&mut tx, &by, path.1).await? else {
        return ask_again(&by, Message::new("import-gone"));
    };
    let who = Who::Account(by.account());
    let report = import_brought(&mut tx, by.conference(), who, (&brought, false), clock.now()).await?;
    draw(&by, Look { report: Some((path.1, report)), lines: brought.has_lines(), ..Look::default() })
}

/// `POST /{conference}/programme/manage/import/{file}`
pub async fn carry_out(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, FileId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    if form.resumed {
        // Asked before a session ended: looked at once more, and not carried out by signing in.
        return Ok(redirect(&by.path(&format!("/programme/manage/import/{}", path.1))));
    }
    let mut tx = db.begin().await?;
    let Some(brought) = waiting(&mut tx, &by, path.1).await? else {
        return ask_again(&by, Message::new("import-gone"));
    };
    let (who, cancel) = (Who::Account(by.account()), form.fields.has("cancel_missing"));
    let report = import_brought(&mut tx, by.conference(), who, (&brought, cancel), clock.now()).await?;
    if !report.errors.is_empty() {
        // Something changed since it was looked at: nothing is done, and what is wrong now is shown.
        return draw(&by, Look { report: Some((path.1, report)), lines: brought.has_lines(), ..Look::default() });
    }
    forget(&mut tx, by.conference_id(), path.1).await?;
    tx.commit().await?;
    let mut text =
        by.language().with("programme-imported", &[("new", report.new.into()), ("changed", report.changed.into())]);
    for (count, key) in [(report.moves.len(), "schedule-moved"), (report.cancelled, "schedule-cancelled")] {
        if count > 0 {
            text.push(' ');
            text.push_str(&by.language().with(key, &[("count", count.into())]));
        }
    }
    let flash = Flash { kind: FlashKind::Ok, text, undo: None };
    Ok(redirect_with(by.visit(), &by.path("/programme/manage"), &flash))
}
