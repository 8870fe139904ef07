//! Exactly the people that the list shows, as a table. Clearance remarks, identity papers and access needs stay out of it.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::list::{Filters, Finder, Known};
use super::words::{Mark, country};
use crate::clock::Clock;
use crate::db::Db;
use crate::files::{Cell, Sheet, TableFormat, write_table};
use crate::participants::model::{Participant, Worded};
use crate::participants::queries::people;
use crate::web::{Answer, Query, attach};

/// The most rows of an export.
const ROWS: i64 = 200_000;
/// Column headings, by the keys of their words.
const HEADINGS: &[&str] = &[
    "participants-reference",
    "participants-honorific",
    "participants-family-name",
    "participants-given-name",
    "participants-document-name",
    "participants-native-name",
    "participants-name-on-badge",
    "participants-delegation",
    "participants-category",
    "participants-composition-title",
    "participants-functional-title",
    "participants-organisation",
    "participants-protocol-rank",
    "participants-nationality",
    "participants-email",
    "participants-phone",
    "participants-status",
    "participants-public-list",
];

/// The export, as CSV or XLSX.
pub async fn table(by: Finder, _: Path<String>, filters: Query<Filters>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let format = TableFormat::parse(&filters.0.format).unwrap_or(TableFormat::Xlsx);
    let mut connection = db.connection().await?;
    let known = Known::of(&mut connection, &by).await?;
    let sought = filters.0.sought(&known.delegations);
    let found = people(&mut connection, by.conference_id(), &sought, filters.0.order(), (0, ROWS)).await?;
    drop(connection);
    let language = by.language();
    let sheet = Sheet {
        name: language.t("participants-list-title"),
        headings: HEADINGS.iter().map(|key| language.t(key)).collect(),
        rows: found.iter().map(|person| row(&by, &known, person)).collect(),
    };
    let day = clock.now().day(&by.conference().zone());
    let body = actix_web::web::block(move || write_table(&sheet, format)).await??;
    Ok(attach(&format!("{}-people-{day}.{format}", by.conference().slug), format.media_type(), body))
}

fn row(by: &Finder, known: &Known, person: &Participant) -> Vec<Cell> {
    let language = by.language();
    let list = if person.public_list { "participants-public-list-yes" } else { "participants-public-list-no" };
    vec![
        person.reference.into(),
        person.honorific.as_str().into(),
        person.family_name.as_str().into(),
        person.given_name.as_str().into(),
        person.document_name.as_str().into(),
        person.native_name.as_str().into(),
        person.name_on_badge().into(),
        known.delegation(by, person.delegation_id).into(),
        Mark::among(language, &known.categories, person.category_id).word.into(),
        language.t(&person.composition_title.word()).into(),
        person.functional_title.as_str().into(),
        person.organisation.as_str().into(),
        language.t(&person.protocol_rank.word()).into(),
        person.nationality.as_deref().map(|code| country(language, code)).into(),
        person.email.clone().into(),
        person.phone.clone().into(),
        language.t(&person.status.word()).into(),
        language.t(list).into(),
    ]
}
