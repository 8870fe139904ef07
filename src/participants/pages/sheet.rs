//! Many people at once: a delegation's sheet is brought, looked at row by row, mended in place, and added as drafts. It waits
//! sealed for a day in between, so that what is added is what was looked at.

mod added;
mod columns;
mod look;
mod mapping;
mod report;
mod rows;
mod sample;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use self::columns::{ColumnLine, Offer, template};
use self::look::Look;
use self::mapping::{said_of_columns, unknown_columns};
use self::report::report;
use crate::clock::{Clock, Moment};
use crate::conferences::categories;
use crate::db::{Connection, Db};
use crate::delegations::{FocalPoint, quotas};
use crate::files::{Sealer, Table, TableFormat, Waiting, keep_table, kept_table, read_table_apart, write_table};
use crate::ids::{ConferenceId, DelegationId, FileId};
use crate::language::Message;
use crate::participants::import::{
    COLUMNS, IGNORED, MOST_OF_A_DELEGATION, PeopleImport, carry_out, corrected, is_known, known_of, plan, renamed,
    waiting_kind, without_example,
};
use crate::participants::queries::{carried_out, headings_of_sheets, people_of_delegation, remember_headings};
use crate::web::{
    Answer, Errors, Flash, FlashKind, Form, Page, Problem, Query, Sent, Typed, attach, page_with, redirect,
    redirect_with,
};

#[derive(Template)]
#[template(path = "participants/sheet.html")]
struct Bring {
    page: Page,
    home: String,
    base: String,
    errors: Errors,
    /// What was pasted.
    rows: String,
    columns: Vec<ColumnLine>,
    most: usize,
    can_add: bool,
    /// Whether the demonstration's sample can be tried.
    has_sample: bool,
}

/// What kind of file the template is wanted as.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Format {
    format: String,
}

/// Whether the rows are to be filled with the demonstration's sample.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Trying {
    sample: String,
}

/// Where a sheet is brought.
pub async fn show(
    by: FocalPoint,
    _: Path<DelegationId>,
    trying: Query<Trying>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (mut connection, now) = (db.connection().await?, clock.now());
    let rows = if by.conference().demonstration && !trying.0.sample.is_empty() {
        sample::sample(&by, &offer(&mut connection, &by, now).await?)
    } else {
        String::new()
    };
    ask(&mut connection, &by, (rows, Errors::default()), now, StatusCode::OK).await
}

async fn ask(
    connection: &mut Connection,
    by: &FocalPoint,
    (rows, errors): (String, Errors),
    now: Moment,
    status: StatusCode,
) -> Answer<HttpResponse> {
    let offer = offer(connection, by, now).await?;
    let shown = Bring {
        page: by.page(by.language().t("people-sheet-title")),
        home: by.path(""),
        base: by.path("/people/sheet"),
        errors,
        rows,
        can_add: !offer.categories.is_empty(),
        columns: offer.lines(),
        most: MOST_OF_A_DELEGATION,
        has_sample: by.conference().demonstration,
    };
    page_with(status, shown)
}

/// What the delegation's form offers, for the words of the columns.
async fn offer(connection: &mut Connection, by: &FocalPoint, now: Moment) -> Answer<Offer> {
    let conference = by.conference();
    let places = quotas(connection, conference.id, by.delegation().id).await?;
    Ok(Offer::new(by, categories(connection, conference.id).await?, &places, now))
}

/// The same page with what is wrong; what was pasted stays.
async fn ask_again(
    db: &Db,
    by: &FocalPoint,
    (field, pasted): (&str, String),
    message: Message,
    now: Moment,
) -> Answer<HttpResponse> {
    let mut errors = Errors::default();
    errors.add(field, message);
    ask(&mut *db.connection().await?, by, (pasted, errors), now, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// A table with the headings in the reader's words and one example.
pub async fn example(
    by: FocalPoint,
    _: Path<DelegationId>,
    query: Query<Format>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let format = TableFormat::parse(&query.0.format).unwrap_or(TableFormat::Csv);
    let sheet = template(&offer(&mut *db.connection().await?, &by, clock.now()).await?);
    let name = format!("{}.{format}", by.language().t("people-sheet-template-name"));
    Ok(attach(&name, format.media_type(), write_table(&sheet, format)?))
}

/// Reads and keeps what was pasted or sent, and leads to what it would do.
pub async fn bring(
    by: FocalPoint,
    _: Path<DelegationId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let now = clock.now();
    // As it was pasted: an empty first heading is one all the same.
    let pasted = form.fields.all("rows").first().cloned().unwrap_or_default();
    if form.resumed {
        return ask(&mut *db.connection().await?, &by, (pasted, Errors::default()), now, StatusCode::OK).await;
    }
    let (field, sent) = match form.file("table") {
        Err(message) => return ask_again(&db, &by, ("table", pasted), message, now).await,
        Ok(Some(sent)) => ("table", own(&sent.name, sent.bytes.clone())),
        Ok(None) if pasted.trim().is_empty() => {
            return ask_again(&db, &by, ("rows", pasted), Message::new("people-sheet-nothing-sent"), now).await;
        }
        Ok(None) => ("rows", own("sheet.txt", pasted.clone().into_bytes())),
    };
    let sealer = Sealer::of(by.visit().site())?;
    let table = match read_table_apart(sent.bytes.clone(), sent.name.clone()).await? {
        Ok(table) => without_example(table),
        Err(message) => return ask_again(&db, &by, (field, pasted), message, now).await,
    };
    let mut connection = db.connection().await?;
    let known = known_of(&mut connection, &by, &sealer, now).await?;
    let said = headings_of_sheets(&mut connection, by.delegation().id).await?;
    drop(connection);
    // What a column with an unknown heading means can be said at the look.
    let may_be_said = |wrong: &Message| {
        wrong.key() == "people-sheet-no-names" && table.headings.iter().any(|one| !one.is_empty() && !is_known(one))
    };
    let wrong = plan(&renamed(table.clone(), &said), &known, false).general;
    if let Some(wrong) = wrong.into_iter().find(|wrong| !may_be_said(wrong)) {
        return ask_again(&db, &by, (field, pasted), wrong, now).await;
    }
    let mut tx = db.begin().await?;
    match keep(&mut tx, &by, &sent, &sealer, now).await? {
        Err(message) => ask_again(&db, &by, (field, pasted), message, now).await,
        Ok(file) => {
            tx.commit().await?;
            Ok(redirect(&look_at(&by, file)))
        }
    }
}

fn own(name: &str, bytes: Vec<u8>) -> Sent {
    Sent { field: String::new(), name: name.to_owned(), bytes, too_large: false }
}

fn look_at(by: &FocalPoint, file: FileId) -> String {
    by.path(&format!("/people/sheet/{file}"))
}

fn place(conference: ConferenceId, kind: &str) -> Waiting<'_> {
    Waiting { conference, import: kind }
}

async fn keep(
    tx: &mut Connection,
    by: &FocalPoint,
    sent: &Sent,
    sealer: &Sealer,
    now: Moment,
) -> Answer<Result<FileId, Message>> {
    let kind = waiting_kind(by.delegation().id);
    let today = now.day(&by.conference().zone());
    keep_table(tx, place(by.conference_id(), &kind), Ok(sent), sealer, (now, today)).await
}

async fn kept(connection: &mut Connection, by: &FocalPoint, file: FileId, sealer: &Sealer) -> Answer<Option<Table>> {
    let kind = waiting_kind(by.delegation().id);
    let table = kept_table(connection, place(by.conference_id(), &kind), file, sealer).await?;
    Ok(table.map(without_example))
}

/// The same with the headings that the delegation has said the meaning of.
async fn understood(connection: &mut Connection, by: &FocalPoint, table: Table) -> Answer<Table> {
    Ok(renamed(table, &headings_of_sheets(connection, by.delegation().id).await?))
}

/// What each row would become.
pub async fn preview(by: FocalPoint, path: Path<(DelegationId, FileId)>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (sealer, now) = (Sealer::of(by.visit().site())?, clock.now());
    let mut connection = db.connection().await?;
    let Some(table) = kept(&mut connection, &by, path.1, &sealer).await? else {
        if let Some(done) = carried_out(&mut connection, by.delegation().id, path.1).await? {
            return added::show(&mut connection, &by, &done).await;
        }
        drop(connection);
        return gone(&db, &by, path.1, now).await;
    };
    let understood = understood(&mut connection, &by, table.clone()).await?;
    let import = plan(&understood, &known_of(&mut connection, &by, &sealer, now).await?, false);
    draw(&mut connection, &by, (path.1, &table, &understood, &import), now, StatusCode::OK).await
}

/// The sheet does not wait: it was carried out, which its address tells, or its day has passed.
async fn gone(db: &Db, by: &FocalPoint, file: FileId, now: Moment) -> Answer<HttpResponse> {
    let done = carried_out(&mut *db.connection().await?, by.delegation().id, file).await?;
    if done.is_some() {
        return Ok(redirect(&look_at(by, file)));
    }
    ask_again(db, by, ("rows", String::new()), Message::new("people-sheet-gone"), now).await
}

async fn draw(
    connection: &mut Connection,
    by: &FocalPoint,
    (file, sent, table, import): (FileId, &Table, &Table, &PeopleImport),
    now: Moment,
    status: StatusCode,
) -> Answer<HttpResponse> {
    let said = headings_of_sheets(connection, by.delegation().id).await?;
    let offer = offer(connection, by, now).await?;
    let places = quotas(connection, by.conference_id(), by.delegation().id).await?;
    let unknown = unknown_columns(&offer, sent, &said);
    let place = (look_at(by, file), status != StatusCode::OK);
    let look = Look::new(by, (&offer, &places), (table, import), unknown, place);
    page_with(status, look)
}

/// Takes up what was mended in the rows; without anything mended, and where it is asked for, adds the people.
pub async fn act(
    by: FocalPoint,
    path: Path<(DelegationId, FileId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (file, adds) = (path.1, form.fields.text("then") == "add");
    if form.resumed {
        // Asked before a session ended: looked at once more, and not carried out by signing in.
        return Ok(redirect(&look_at(&by, file)));
    }
    // Cells that were mended before the columns were said are mended all the same.
    if (form.fields.text("then") == "columns" || form.fields.has_any("column."))
        && let Some(answer) = say_columns(&by, file, &form.fields, clock.now(), &db).await?
    {
        return Ok(answer);
    }
    if let Some(answer) = mend(&by, file, &form.fields, clock.now(), &db).await? {
        return Ok(answer);
    }
    if adds {
        add(&by, file, form.fields.has("leave_out"), clock.now(), &db).await
    } else {
        Ok(redirect(&look_at(&by, file)))
    }
}

/// Remembers what the columns mean whose headings nobody knew; answers only where the sheet does not wait any more.
async fn say_columns(
    by: &FocalPoint,
    file: FileId,
    typed: &Typed,
    now: Moment,
    db: &Db,
) -> Answer<Option<HttpResponse>> {
    let sealer = Sealer::of(by.visit().site())?;
    let mut tx = db.begin().await?;
    let Some(table) = kept(&mut tx, by, file, &sealer).await? else { return gone(db, by, file, now).await.map(Some) };
    let before = headings_of_sheets(&mut tx, by.delegation().id).await?;
    let said = said_of_columns(&table, typed, before);
    let is_column = |column: &String| column == IGNORED || COLUMNS.contains(&column.as_str());
    if said.values().all(is_column) {
        remember_headings(&mut tx, by.delegation().id, &said, now).await?;
        tx.commit().await?;
    }
    Ok(None)
}

/// Keeps the table with its rows mended as a new one, and leads to the look at that; nothing where nothing was mended.
async fn mend(by: &FocalPoint, file: FileId, typed: &Typed, now: Moment, db: &Db) -> Answer<Option<HttpResponse>> {
    let sealer = Sealer::of(by.visit().site())?;
    let mut tx = db.begin().await?;
    let Some(table) = kept(&mut tx, by, file, &sealer).await? else { return gone(db, by, file, now).await.map(Some) };
    let table = understood(&mut tx, by, table).await?;
    let import = plan(&table, &known_of(&mut tx, by, &sealer, now).await?, false);
    let said = |row: usize, column: &str| {
        let texts = typed.all(&format!("{row}.{column}"));
        texts.first().map(|text| text.replace("\r\n", "\n").trim().to_owned())
    };
    let removed = |row: usize| typed.has(&format!("{row}.remove"));
    let Some(sheet) = corrected(&table, &import, said, removed) else { return Ok(None) };
    let bytes = actix_web::web::block(move || write_table(&sheet, TableFormat::Xlsx)).await??;
    match keep(&mut tx, by, &own("sheet.xlsx", bytes), &sealer, now).await? {
        Err(message) => ask_again(db, by, ("rows", String::new()), message, now).await.map(Some),
        Ok(file) => {
            tx.commit().await?;
            let to = look_at(by, file);
            let checked =
                Flash { kind: FlashKind::Warn, text: by.language().t("people-sheet-checked-first"), undo: None };
            Ok(Some(if typed.text("then") == "add" { redirect_with(by.visit(), &to, &checked) } else { redirect(&to) }))
        }
    }
}

/// Adds every good row as a draft, in one transaction, and uses the sheet up.
async fn add(by: &FocalPoint, file: FileId, leaves_out: bool, now: Moment, db: &Db) -> Answer<HttpResponse> {
    let (sealer, kind) = (Sealer::of(by.visit().site())?, waiting_kind(by.delegation().id));
    let mut tx = db.begin().await?;
    let waiting = (place(by.conference_id(), &kind), file);
    let (table, import) = match carry_out(&mut tx, by, waiting, leaves_out, &sealer, now).await {
        Ok(Some(done)) => done,
        Ok(None) => {
            drop(tx);
            return gone(db, by, file, now).await;
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            let flash = Flash { kind: FlashKind::No, text: by.language().message(&message), undo: None };
            return Ok(redirect_with(by.visit(), &look_at(by, file), &flash));
        }
        Err(problem) => return Err(problem),
    };
    if !import.general.is_empty() || !(leaves_out || import.is_good()) {
        let sent = kept(&mut tx, by, file, &sealer).await?.unwrap_or_else(|| table.clone());
        return draw(&mut tx, by, (file, &sent, &table, &import), now, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let people = people_of_delegation(&mut tx, by.conference_id(), by.delegation().id).await?;
    let flash = report(by, &import, (&people, &categories(&mut tx, by.conference_id()).await?), now);
    let lacks_portrait = |one: &&crate::participants::Participant| {
        one.status.is_open_to_the_delegation() && one.portrait_file_id.is_none()
    };
    let on = if people.iter().any(|one| lacks_portrait(&one)) { "/people/portraits" } else { "/people/check" };
    tx.commit().await?;
    Ok(redirect_with(by.visit(), &by.path(on), &flash))
}
