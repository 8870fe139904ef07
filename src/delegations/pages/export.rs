//! The list as a table: the same filters, the same order, every row. An import reads what this writes.

use actix_web::HttpResponse;

use super::list::Filters;
use crate::conferences::{OnDuty, Organiser, Reading, categories};
use crate::db::Db;
use crate::delegations::queries;
use crate::delegations::rules::seek;
use crate::files::{Cell, Sheet, TableFormat, write_table};
use crate::language::shipped;
use crate::web::{Answer, Query, attach};

/// `GET /{conference}/delegations/export`
pub async fn show(by: OnDuty<Reading<Organiser>>, query: Query<Filters>, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let all = queries::delegations(&mut connection, conference.id).await?;
    let focal_points = queries::focal_points(&mut connection, conference.id).await?;
    let quotas = queries::all_quotas(&mut connection, conference.id).await?;
    let categories = categories(&mut connection, conference.id).await?;
    let zone = conference.zone();
    let mut headings: Vec<String> = ["key", "kind", "entity"].map(ToOwned::to_owned).to_vec();
    headings.extend(shipped().map(|one| format!("name_{}", one.code())));
    headings.extend(shipped().map(|one| format!("formal_name_{}", one.code())));
    let rest =
        ["region", "language", "status", "expected_people", "answered_at", "answer_note", "focal_name", "focal_email"];
    headings.extend(rest.map(ToOwned::to_owned));
    for category in &categories {
        headings.push(format!("quota_{}", category.letter));
        headings.push(format!("used_{}", category.letter));
    }
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for one in seek(&query.0.sought(), all, &focal_points, language) {
        let point = focal_points.iter().find(|point| point.delegation_id == one.id);
        let mut row: Vec<Cell> = vec![one.key.as_str().into(), one.kind.as_str().into(), one.entity.clone().into()];
        row.extend(shipped().map(|in_it| one.name.get(in_it.code()).into()));
        row.extend(shipped().map(|in_it| one.formal_name.get(in_it.code()).into()));
        row.extend([
            one.region.clone().into(),
            one.language.as_str().into(),
            one.status.as_str().into(),
            one.expected_people.into(),
            one.answered_at.map(|at| crate::web::typed_moment(at, &zone)).into(),
            one.answer_note.as_str().into(),
            point.map(|point| point.name.as_str()).into(),
            point.map(|point| point.email.as_str()).into(),
        ]);
        for category in &categories {
            let own = quotas.iter().find(|(of, quota)| *of == one.id && quota.category_id == category.id);
            row.extend([own.map(|(_, quota)| quota.cap).into(), own.map(|(_, quota)| quota.used).into()]);
        }
        rows.push(row);
    }
    let format = TableFormat::parse(&query.0.format).unwrap_or(TableFormat::Csv);
    let name = language.t("delegations-export-name");
    let sheet = Sheet { name: name.clone(), headings, rows };
    let file = format!("{}-{name}.{format}", conference.slug);
    Ok(attach(&file, format.media_type(), write_table(&sheet, format)?))
}
