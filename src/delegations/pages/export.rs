//! The list as a table: the same filters, the same order, every row.

use actix_web::HttpResponse;

use super::list::Filters;
use crate::conferences::{OnDuty, Organiser, Reading};
use crate::db::Db;
use crate::delegations::export::delegations_sheet;
use crate::files::{TableFormat, write_table};
use crate::web::{Answer, Query, attach};

/// `GET /{conference}/delegations/export`
pub async fn show(by: OnDuty<Reading<Organiser>>, query: Query<Filters>, db: Db) -> Answer<HttpResponse> {
    let language = by.language();
    let mut connection = db.connection().await?;
    let mut sheet = delegations_sheet(&mut connection, by.conference(), &query.0.sought(), language).await?;
    sheet.name = language.t("delegations-export-name");
    let format = TableFormat::parse(&query.0.format).unwrap_or(TableFormat::Csv);
    let file = format!("{}-{}.{format}", by.conference().slug, sheet.name);
    Ok(attach(&file, format.media_type(), write_table(&sheet, format)?))
}
