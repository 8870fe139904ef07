//! What a sheet has become that was carried out: for whoever goes back to the look at it.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::Connection;
use crate::delegations::FocalPoint;
use crate::participants::queries::{CarriedOut, people_of_delegation};
use crate::web::{Answer, Page, page};

#[derive(Template)]
#[template(path = "participants/sheet_added.html")]
struct Added {
    page: Page,
    home: String,
    lede: String,
    people: Vec<(String, String)>,
}

/// The people of the sheet, with the ways to their files.
pub async fn show(connection: &mut Connection, by: &FocalPoint, sheet: &CarriedOut) -> Answer<HttpResponse> {
    let language = by.language();
    let mut people = people_of_delegation(connection, by.conference_id(), by.delegation().id).await?;
    people.retain(|person| sheet.rows.contains_key(&person.id));
    // As they stood in the sheet.
    people.sort_by_key(|person| sheet.rows.get(&person.id).copied());
    let at = language.date_time(sheet.at, &by.conference().zone());
    let said = [("count", people.len().into()), ("at", at.into())];
    page(Added {
        page: by.page(language.t("people-sheet-added-title")),
        home: by.path(""),
        lede: language.with("people-sheet-added", &said),
        people: people.iter().map(|one| (one.name(), by.path(&format!("/people/{}", one.id)))).collect(),
    })
}
