//! Conferences, their areas, categories, hours and duties in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{Area, Category, Conference, DutyKind, Opening};
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId};
use crate::schema::{area, category, conference, duty, opening};
use crate::web::{Answer, Problem};

/// The conference with this short name.
///
/// # Errors
/// Not found when there is none.
pub async fn conference_by_slug(connection: &mut Connection, slug: &str) -> Answer<Conference> {
    let found =
        conference::table.filter(conference::slug.eq(slug)).select(Conference::as_select()).first(connection).await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// The conference with this key.
///
/// # Errors
/// Not found when there is none.
pub async fn conference_by_id(connection: &mut Connection, id: ConferenceId) -> Answer<Conference> {
    let found = conference::table.find(id).select(Conference::as_select()).first(connection).await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// What somebody does at a conference.
pub(super) async fn duties_of(
    connection: &mut Connection,
    conference: ConferenceId,
    account: AccountId,
) -> Answer<Vec<DutyKind>> {
    Ok(duty::table
        .filter(duty::conference_id.eq(conference))
        .filter(duty::account_id.eq(account))
        .select(duty::kind)
        .load(connection)
        .await?)
}

/// All areas, in their order.
pub async fn areas(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<Area>> {
    Ok(area::table
        .filter(area::conference_id.eq(conference))
        .order((area::ordinal, area::code))
        .select(Area::as_select())
        .load(connection)
        .await?)
}

/// All categories, in their order.
pub async fn categories(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<Category>> {
    Ok(category::table
        .filter(category::conference_id.eq(conference))
        .order((category::ordinal, category::letter))
        .select(Category::as_select())
        .load(connection)
        .await?)
}

/// All hours of all categories in all areas.
pub async fn openings(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<Opening>> {
    Ok(opening::table
        .filter(opening::conference_id.eq(conference))
        .order((opening::area_id, opening::category_id, opening::opens_at))
        .select(Opening::as_select())
        .load(connection)
        .await?)
}
