//! Importing a table: first what each row would do, then the act. The table waits sealed for a day in between, so that what
//! is carried out is what was looked at.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde_json::json;

use super::done;
use crate::audit::Who;
use crate::clock::Clock;
use crate::conferences::{OnDuty, Organiser};
use crate::db::{Connection, Db, Tx};
use crate::delegations::actions::{self, ImportOptions};
use crate::delegations::model::{Delegation, DelegationWish};
use crate::delegations::rules::{Import, Outcome, Planned, plan};
use crate::files::{
    RunState, Sealer, Steps, Table, Waiting, claim_run, end_run, forget, keep_table, kept_table, run, run_of,
};
use crate::ids::{CategoryId, FileId};
use crate::language::{Language, Message};
use crate::web::{
    Answer, Errors, Flash, FlashKind, Form, Page, Problem, Typed, page, page_with, redirect, redirect_with,
};

/// Rows that the preview shows.
const SHOWN: usize = 500;
/// A longer table is carried out apart from the request, and its page shows how far it is.
const AT_ONCE: usize = 200;

struct Line {
    number: usize,
    key: String,
    name: String,
    kind: String,
    /// Places that would be given: `E 1, D 8`.
    places: String,
    /// Who would be appointed: name and address.
    focal: (String, String),
    mark: &'static str,
    outcome: String,
    /// What would change: what, from, to.
    changes: Vec<Change>,
    mistakes: Vec<Told>,
}

/// One thing of a delegation that a row changes.
struct Change {
    what: String,
    from: String,
    to: String,
}

/// A delegation on the list that no row is about.
struct Missing {
    href: String,
    key: String,
    name: String,
    status: String,
    mark: &'static str,
}

struct Told {
    column: String,
    text: String,
}

#[derive(Template)]
#[template(path = "delegations/import.html")]
struct ImportPage {
    page: Page,
    list: String,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "delegations/import_preview.html")]
struct PreviewPage {
    page: Page,
    list: String,
    /// Where the act goes; absent while there is nothing to do or something to mend.
    action: Option<String>,
    counts: String,
    /// How many of the list no row is about; empty for none.
    missing_count: String,
    appointments: String,
    appoints: bool,
    general: Vec<String>,
    notes: Vec<String>,
    caption: String,
    lines: Vec<Line>,
    missing: Vec<Missing>,
    missing_title: String,
    carry_out: String,
    good: bool,
}

/// `GET /{conference}/delegations/import`
pub async fn show(by: OnDuty<Organiser>) -> Answer<HttpResponse> {
    ask(&by, Errors::default(), StatusCode::OK)
}

fn ask(by: &OnDuty<Organiser>, errors: Errors, status: StatusCode) -> Answer<HttpResponse> {
    let page = by.page(by.language().t("import-title"));
    page_with(status, ImportPage { page, list: by.path("/delegations"), errors })
}

fn ask_again(by: &OnDuty<Organiser>, message: Message) -> Answer<HttpResponse> {
    let mut errors = Errors::default();
    errors.add("table", message);
    ask(by, errors, StatusCode::UNPROCESSABLE_ENTITY)
}

/// `POST /{conference}/delegations/import`: reads and keeps the table, and leads to what it would do.
pub async fn look(by: OnDuty<Organiser>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let sent = form.file("table").and_then(|sent| sent.ok_or_else(|| Message::new("import-file-missing")));
    let (sealer, now) = (Sealer::of(by.visit().site())?, clock.now());
    let mut tx = db.begin().await?;
    match keep_table(&mut tx, place(&by), sent, &sealer, (now, now.day(&by.conference().zone()))).await? {
        Ok(file) => {
            tx.commit().await?;
            Ok(redirect(&by.path(&format!("/delegations/import/{file}"))))
        }
        Err(message) => ask_again(&by, message),
    }
}

/// `GET /{conference}/delegations/import/{file}`
pub async fn preview(by: OnDuty<Organiser>, path: Path<(String, FileId)>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let Some(table) = waiting(&mut connection, &by, path.1).await? else {
        return ask_again(&by, Message::new("import-gone"));
    };
    let known = actions::known(&mut connection, by.conference()).await?;
    draw(&by, &plan(&table, &known), path.1, StatusCode::OK)
}

/// `POST /{conference}/delegations/import/{file}`
pub async fn carry_out(
    by: OnDuty<Organiser>,
    path: Path<(String, FileId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    if form.resumed {
        // Asked before a session ended: looked at once more, and not carried out by signing in.
        return Ok(redirect(&by.path(&format!("/delegations/import/{}", path.1))));
    }
    let mut tx = db.begin().await?;
    let Some(table) = waiting(&mut tx, &by, path.1).await? else {
        return ask_again(&by, Message::new("import-gone"));
    };
    let options = ImportOptions { dry_run: false, invite: form.fields.has("invite") };
    let subject = (by.conference(), Who::Account(by.account()));
    let site = by.visit().site();
    if table.rows.len() > AT_ONCE {
        return begin_run(&by, tx, path.1, (table, options), (clock, db)).await;
    }
    let done_with =
        actions::import_delegations(&mut tx, site, subject, &table, options, (clock.now(), &|_, _| {})).await;
    let import = match done_with {
        Ok(import) => import,
        Err(Problem::Refused(message)) => return ask_again(&by, message),
        Err(problem) => return Err(problem),
    };
    if !import.is_good() {
        // Something changed since the preview: nothing was done, and what is wrong now is shown.
        return draw(&by, &import, path.1, StatusCode::UNPROCESSABLE_ENTITY);
    }
    forget(&mut tx, by.conference_id(), path.1).await?;
    tx.commit().await?;
    Ok(redirect_with(by.visit(), &by.path("/delegations"), &report(&import, by.language())))
}

/// Carries a long table out on this worker, and leads to the page that shows how far it is. Pressed twice it is begun once.
async fn begin_run(
    by: &OnDuty<Organiser>,
    mut tx: Tx,
    file: FileId,
    (table, options): (Table, ImportOptions),
    (clock, db): (Clock, Db),
) -> Answer<HttpResponse> {
    let total = table.rows.len();
    let begun = claim_run(&mut tx, by.conference_id(), file, total, clock.now()).await?;
    tx.commit().await?;
    if begun {
        let (site, conference) = (by.visit().site().clone(), by.conference().clone());
        let (who, steps, own) = (Who::Account(by.account()), Steps::default(), db.clone());
        let (counted, at) = (steps.clone(), clock.clone());
        let work = async move {
            let mut tx = own.begin().await?;
            let told = |done: usize, _: usize| counted.reach(done);
            let now = at.now();
            let subject = (&conference, who);
            let import = actions::import_delegations(&mut tx, &site, subject, &table, options, (now, &told)).await?;
            if !import.is_good() {
                // Something changed since the preview, which says what.
                return Err(Problem::refused("import-changed-meanwhile"));
            }
            forget(&mut tx, conference.id, file).await?;
            end_run(&mut tx, file, &counts(&import), at.now()).await?;
            tx.commit().await
        };
        actix_web::rt::spawn(run(db, file, clock, steps, work));
    }
    Ok(redirect(&by.path(&format!("/delegations/import/{file}/progress"))))
}

fn counts(import: &Import) -> serde_json::Value {
    json!({
        "new": import.count(Outcome::New),
        "changed": import.count(Outcome::Changed),
        "unchanged": import.count(Outcome::Unchanged),
    })
}

/// How a long import stands.
enum Standing {
    Going {
        done: i64,
        total: i64,
        line: String,
    },
    Done(String),
    /// Why nothing was done.
    Stopped(String),
}

#[derive(Template)]
#[template(path = "delegations/import_progress.html")]
struct ProgressPage {
    page: Page,
    list: String,
    /// Where the table is looked at again.
    table: String,
    standing: Standing,
    going: bool,
}

/// `GET /{conference}/delegations/import/{file}/progress`
pub async fn progress(
    by: OnDuty<Organiser>,
    path: Path<(String, FileId)>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let language = by.language();
    let found = run_of(&mut *db.connection().await?, by.conference_id(), path.1).await?.ok_or(Problem::NotFound)?;
    let standing = match found.state {
        RunState::Done => {
            let counts = ["new", "changed", "unchanged"].map(|name| (name, language.number(found.count(name)).into()));
            Standing::Done(language.with("import-done", &counts))
        }
        RunState::Stopped => Standing::Stopped(language.t(found.reason().unwrap_or("run-broke"))),
        RunState::Running if found.was_interrupted(clock.now()) => Standing::Stopped(language.t("run-interrupted")),
        RunState::Running => {
            let (done, total) = (i64::from(found.done), i64::from(found.total));
            let numbers = [("done", language.number(done).into()), ("total", language.number(total).into())];
            Standing::Going { done, total, line: language.with("run-line", &numbers) }
        }
    };
    page(ProgressPage {
        page: by.page(language.t("import-progress-title")),
        list: by.path("/delegations"),
        table: by.path(&format!("/delegations/import/{}", path.1)),
        going: matches!(standing, Standing::Going { .. }),
        standing,
    })
}

async fn waiting(connection: &mut Connection, by: &OnDuty<Organiser>, id: FileId) -> Answer<Option<Table>> {
    kept_table(connection, place(by), id, &Sealer::of(by.visit().site())?).await
}

fn place(by: &OnDuty<Organiser>) -> Waiting<'static> {
    Waiting { conference: by.conference_id(), import: "import_of_delegations" }
}

fn report(import: &Import, language: Language) -> Flash {
    let counts = [
        ("new", language.count(import.count(Outcome::New)).into()),
        ("changed", language.count(import.count(Outcome::Changed)).into()),
        ("unchanged", language.count(import.count(Outcome::Unchanged)).into()),
    ];
    let text = language.with("import-done", &counts);
    if import.does_something() { done(text) } else { Flash { kind: FlashKind::Warn, ..done(text) } }
}

fn draw(by: &OnDuty<Organiser>, import: &Import, file: FileId, status: StatusCode) -> Answer<HttpResponse> {
    let language = by.language();
    let (total, wrong) = (import.rows.len(), import.count(Outcome::Wrong));
    // With mistakes only the rows to be mended matter; without, those that do something, what changes before what is new.
    let of = |outcome: Outcome| import.rows.iter().filter(move |row| row.outcome() == outcome);
    let rows: Vec<&Planned> = if wrong > 0 {
        of(Outcome::Wrong).take(SHOWN).collect()
    } else {
        of(Outcome::Changed).chain(of(Outcome::New)).take(SHOWN).collect()
    };
    let key = if wrong > 0 { "import-only-mistakes" } else { "import-rows-that-act" };
    let acts = import.count(Outcome::New) + import.count(Outcome::Changed);
    let counts = [
        ("new", language.count(import.count(Outcome::New)).into()),
        ("changed", language.count(import.count(Outcome::Changed)).into()),
        ("unchanged", language.count(import.count(Outcome::Unchanged)).into()),
        ("wrong", language.count(wrong).into()),
    ];
    page_with(
        status,
        PreviewPage {
            page: by.page(language.t("import-preview-title")),
            list: by.path("/delegations"),
            action: acts_at(import).then(|| by.path(&format!("/delegations/import/{file}"))),
            counts: language.with("import-counts", &counts),
            missing_count: language.with("import-missing-count", &[("count", import.missing.len().into())]),
            appointments: language.with("import-appointments", &[("count", import.appointments().into())]),
            appoints: import.appointments() > 0,
            general: import.general.iter().map(|message| language.message(message)).collect(),
            notes: notes(import, language),
            caption: language.with(key, &[("count", rows.len().into()), ("total", total.into())]),
            lines: rows.into_iter().map(|row| line(row, import, language)).collect(),
            missing: import.missing.iter().map(|one| missing(by, one)).collect(),
            missing_title: language.with("import-missing", &[("count", import.missing.len().into())]),
            carry_out: language.with("import-carry-out", &[("count", acts.into())]),
            good: import.is_good(),
        },
    )
}

fn missing(by: &OnDuty<Organiser>, one: &Delegation) -> Missing {
    Missing {
        href: by.path(&format!("/delegations/{}", one.id)),
        key: one.key.clone(),
        name: one.name.in_language(by.language()).to_owned(),
        status: by.language().t(&one.status.key()),
        mark: one.status.mark(),
    }
}

/// A table with mistakes, or with nothing new, has no button.
fn acts_at(import: &Import) -> bool {
    import.is_good() && import.does_something()
}

fn notes(import: &Import, language: Language) -> Vec<String> {
    let guessed = import.guessed.map(|name| language.with("import-guessed", &[("encoding", name.into())]));
    let ignored = (!import.ignored.is_empty())
        .then(|| language.with("import-ignored", &[("columns", import.ignored.join(", ").into())]));
    let left_alone = (!import.left_alone.is_empty())
        .then(|| language.with("import-left-alone", &[("columns", import.left_alone.join(", ").into())]));
    guessed.into_iter().chain(ignored).chain(left_alone).collect()
}

/// In the order of the conference's categories.
fn places(row: &Planned, import: &Import) -> String {
    let given = import.letters.iter().filter_map(|(category, letter)| {
        let (_, cap) = row.quotas.iter().find(|(of, _)| of == category)?;
        Some(format!("{letter} {cap}"))
    });
    given.collect::<Vec<_>>().join(", ")
}

/// What stands there now, and what would.
fn change(what: &str, row: &Planned, import: &Import, language: Language) -> Change {
    let said = |wish: Option<&DelegationWish>| {
        let Some(wish) = wish else { return String::new() };
        match what {
            "kind" => language.t(&wish.kind.key()),
            "entity" => wish.entity.clone().unwrap_or_default(),
            "name" => wish.name.iter().map(|(_, name)| name).collect::<Vec<_>>().join(" · "),
            "region" => wish.region.as_ref().map(|region| language.t(&format!("region-{region}"))).unwrap_or_default(),
            "language" => wish.language.clone(),
            _ => String::new(),
        }
    };
    let caps = |caps: &[(CategoryId, i32)]| {
        let touched = import.letters.iter().filter(|(category, _)| row.quotas.iter().any(|(of, _)| of == category));
        let cap = |category| caps.iter().find(|(of, _)| of == category).map_or(0, |(_, cap)| *cap);
        touched.map(|(category, letter)| format!("{letter} {}", cap(category))).collect::<Vec<_>>().join(", ")
    };
    let before = row.before.as_ref();
    let (from, to) = match what {
        "quotas" => (before.map(|(_, standing)| caps(standing)).unwrap_or_default(), caps(&row.quotas)),
        "focal-point" => (String::new(), row.focal_point.as_ref().map(|one| one.email.clone()).unwrap_or_default()),
        _ => (said(before.map(|(wish, _)| wish)), said(row.wish.as_ref())),
    };
    Change { what: language.t(&format!("import-change-{what}")), from, to }
}

fn line(row: &Planned, import: &Import, language: Language) -> Line {
    let (key, mark) = row.outcome().key();
    Line {
        number: row.number,
        key: row.key.clone(),
        name: row.wish.as_ref().map(|wish| wish.name.in_language(language).to_owned()).unwrap_or_default(),
        kind: row.wish.as_ref().map(|wish| language.t(&wish.kind.key())).unwrap_or_default(),
        places: places(row, import),
        focal: row.focal_point.as_ref().map(|one| (one.name.clone(), one.email.clone())).unwrap_or_default(),
        mark,
        outcome: language.t(key),
        changes: row.changes.iter().map(|what| change(what, row, import, language)).collect(),
        mistakes: row
            .mistakes
            .iter()
            .map(|one| Told { column: one.column.clone(), text: language.message(&one.message) })
            .collect(),
    }
}
