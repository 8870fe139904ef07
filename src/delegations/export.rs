//! Delegations as a table. An import reads what this writes.

use super::model::{Delegation, FocalPointLine, Quota};
use super::queries;
use super::rules::{Sought, seek};
use crate::conferences::{Category, Conference, categories};
use crate::db::Connection;
use crate::files::{Cell, Sheet};
use crate::ids::DelegationId;
use crate::language::{Language, shipped};
use crate::web::{Answer, typed_moment};

/// The delegations that are sought, in the order of nameplates of a language, with their places and first focal point.
pub async fn delegations_sheet(
    connection: &mut Connection,
    conference: &Conference,
    sought: &Sought,
    language: Language,
) -> Answer<Sheet> {
    let all = queries::delegations(connection, conference.id).await?;
    let focal_points = queries::focal_points(connection, conference.id).await?;
    let quotas = queries::all_quotas(connection, conference.id).await?;
    let categories = categories(connection, conference.id).await?;
    let found = seek(sought, all, &focal_points, language);
    Ok(Sheet {
        name: "delegations".to_owned(),
        headings: headings(&categories),
        rows: found.iter().map(|one| row(one, conference, &focal_points, (&categories, &quotas))).collect(),
    })
}

fn headings(categories: &[Category]) -> Vec<String> {
    let mut headings: Vec<String> = ["key", "kind", "entity"].map(ToOwned::to_owned).to_vec();
    headings.extend(shipped().map(|one| format!("name_{}", one.code())));
    headings.extend(shipped().map(|one| format!("formal_name_{}", one.code())));
    headings.extend(shipped().map(|one| format!("own_name_{}", one.code())));
    headings.extend(shipped().map(|one| format!("own_formal_name_{}", one.code())));
    let rest =
        ["region", "language", "status", "expected_people", "answered_at", "answer_note", "focal_name", "focal_email"];
    headings.extend(rest.map(ToOwned::to_owned));
    for category in categories {
        headings.push(format!("quota_{}", category.letter));
        headings.push(format!("used_{}", category.letter));
    }
    headings
}

fn row(
    one: &Delegation,
    conference: &Conference,
    focal_points: &[FocalPointLine],
    (categories, quotas): (&[Category], &[(DelegationId, Quota)]),
) -> Vec<Cell> {
    let point = focal_points.iter().find(|point| point.delegation_id == one.id);
    let mut row: Vec<Cell> = vec![one.key.as_str().into(), one.kind.as_str().into(), one.entity.clone().into()];
    row.extend(shipped().map(|in_it| one.name.get(in_it.code()).into()));
    row.extend(shipped().map(|in_it| one.formal_name.get(in_it.code()).into()));
    row.extend(shipped().map(|in_it| one.own_name.get(in_it.code()).into()));
    row.extend(shipped().map(|in_it| one.own_formal_name.get(in_it.code()).into()));
    row.extend([
        one.region.clone().into(),
        one.language.as_str().into(),
        one.status.as_str().into(),
        one.expected_people.into(),
        one.answered_at.map(|at| typed_moment(at, &conference.zone())).into(),
        one.answer_note.as_str().into(),
        point.map(|point| point.name.as_str()).into(),
        point.map(|point| point.email.as_str()).into(),
    ]);
    for category in categories {
        let own = quotas.iter().find(|(of, quota)| *of == one.id && quota.category_id == category.id);
        row.extend([own.map(|(_, quota)| quota.cap).into(), own.map(|(_, quota)| quota.used).into()]);
    }
    row
}
