//! Adding, changing and removing categories.

use serde_json::json;

use super::announce_access;
use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::conferences::model::CategoryWish;
use crate::conferences::proofs::{OnDuty, Organiser};
use crate::conferences::queries;
use crate::db::Connection;
use crate::ids::CategoryId;
use crate::web::{Answer, Problem};

/// Adds a category. It has no hours yet.
///
/// # Errors
/// Refused (`rule-one-category-per-letter`) when its letter is taken.
pub async fn add_category(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    wish: &CategoryWish,
    now: Moment,
) -> Answer<CategoryId> {
    let (conference, id) = (by.conference_id(), CategoryId::new());
    queries::insert_category(tx, conference, id, wish).await?;
    queries::replace_clearances(tx, conference, id, &wish.clearances).await?;
    record(tx, by, "category_added", id, wish.letter.as_str(), now).await?;
    Ok(id)
}

/// Changes a category that is still at this version; says whether it was.
///
/// # Errors
/// Not found; refused (`rule-one-category-per-letter`) when its new letter is taken.
pub async fn change_category(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    id: CategoryId,
    version: i32,
    wish: &CategoryWish,
    now: Moment,
) -> Answer<bool> {
    let conference = by.conference_id();
    if !queries::update_category(tx, conference, id, version, wish).await? {
        return Ok(false);
    }
    if queries::clearances_of(tx, conference, id).await? != wish.clearances {
        queries::replace_clearances(tx, conference, id, &wish.clearances).await?;
    }
    record(tx, by, "category_changed", id, wish.letter.as_str(), now).await?;
    announce_access(tx, conference).await?;
    Ok(true)
}

/// Removes a category that nobody has, with its hours.
///
/// # Errors
/// Not found; refused (`category-in-use`) when delegations have places in it or people carry it.
pub async fn remove_category(tx: &mut Connection, by: &OnDuty<Organiser>, id: CategoryId, now: Moment) -> Answer<()> {
    let conference = by.conference_id();
    let category = queries::category_by_id(tx, conference, id).await?;
    let removed = queries::delete_category(tx, conference, id).await;
    if !removed.map_err(|problem| problem.if_in_use("category-in-use"))? {
        return Err(Problem::NotFound);
    }
    record(tx, by, "category_removed", id, category.letter.as_str(), now).await?;
    announce_access(tx, conference).await
}

async fn record(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    act: &str,
    id: CategoryId,
    letter: &str,
    now: Moment,
) -> Answer<()> {
    let who = Who::Account(by.account());
    let facts = json!({ "letter": letter });
    audit::record_with(tx, Some(by.conference_id()), who, act, ("category", id.0), facts, now).await?;
    Ok(())
}
