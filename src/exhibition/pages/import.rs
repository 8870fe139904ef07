//! Stands from a file: first what it would do, then, on a second wish, done.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

use super::super::import::{ImportReport, import_stands};
use crate::audit::Who;
use crate::clock::Clock;
use crate::conferences::{ExhibitionManager, OnDuty};
use crate::db::Db;
use crate::files::read_table_apart;
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, page_with, redirect_with};

/// Whether the file is only looked at or carried out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ImportForm {
    step: String,
}

#[derive(Template)]
#[template(path = "exhibition/import.html")]
struct ImportPage {
    page: Page,
    errors: Errors,
    report: Option<ImportReport>,
    rows: Vec<(usize, String)>,
    back: String,
}

fn draw(by: &OnDuty<ExhibitionManager>, errors: Errors, report: Option<ImportReport>) -> Answer<HttpResponse> {
    let language = by.language();
    let wrong = report.iter().flat_map(|report| &report.errors);
    let rows: Vec<_> = wrong.map(|(row, message)| (*row, language.message(message))).collect();
    let status = if errors.is_empty() && rows.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = by.page(language.t("stands-import-title"));
    page_with(status, ImportPage { page, errors, report, rows, back: by.path("/stands/manage") })
}

pub async fn show(by: OnDuty<ExhibitionManager>) -> Answer<HttpResponse> {
    draw(&by, Errors::default(), None)
}

pub async fn carry_out(
    by: OnDuty<ExhibitionManager>,
    form: Form<ImportForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut errors = Errors::default();
    let Some(file) = form.file("file") else {
        errors.say("file", "stands-import-no-file");
        return draw(&by, errors, None);
    };
    let table = match read_table_apart(file.bytes.clone(), file.name.clone()).await? {
        Ok(table) => table,
        Err(message) => {
            errors.add("file", message);
            return draw(&by, errors, None);
        }
    };
    let mut tx = db.begin().await?;
    let report = import_stands(&mut tx, by.conference(), Who::Account(by.account()), &table, clock.now()).await?;
    if !report.errors.is_empty() || form.fields.step != "import" {
        return draw(&by, errors, Some(report));
    }
    tx.commit().await?;
    let text = by.language().with("stands-imported", &[("new", report.new.into()), ("changed", report.changed.into())]);
    let flash = Flash { kind: FlashKind::Ok, text, undo: None };
    Ok(redirect_with(by.visit(), &by.path("/stands/manage"), &flash))
}
