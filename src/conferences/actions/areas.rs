//! Adding, changing and removing areas.

use serde_json::json;

use super::announce_access;
use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::conferences::model::AreaWish;
use crate::conferences::proofs::{OnDuty, Organiser};
use crate::conferences::queries;
use crate::conferences::rules::encloses_itself;
use crate::db::Connection;
use crate::ids::AreaId;
use crate::web::{Answer, Problem};

/// Adds an area. Nobody may be in it yet.
///
/// # Errors
/// Refused when its code or its place in badge codes is taken.
pub async fn add_area(tx: &mut Connection, by: &OnDuty<Organiser>, wish: &AreaWish, now: Moment) -> Answer<AreaId> {
    let id = AreaId::new();
    queries::insert_area(tx, by.conference_id(), id, wish).await?;
    record(tx, by, "area_added", id, &wish.code, now).await?;
    Ok(id)
}

/// Changes an area that is still at this version; says whether it was.
///
/// # Errors
/// Refused when it would lie in itself, or when its code or its place in badge codes is taken.
pub async fn change_area(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    id: AreaId,
    version: i32,
    wish: &AreaWish,
    now: Moment,
) -> Answer<bool> {
    let conference = by.conference_id();
    let parents: Vec<_> =
        queries::areas(tx, conference).await?.into_iter().map(|area| (area.id, area.parent_id)).collect();
    if encloses_itself(id, wish.parent_id, &parents) {
        return Err(Problem::refused("rule-area-is-not-its-own-parent"));
    }
    if !queries::update_area(tx, conference, id, version, wish).await? {
        return Ok(false);
    }
    record(tx, by, "area_changed", id, &wish.code, now).await?;
    announce_access(tx, conference).await?;
    Ok(true)
}

/// Removes an area with its hours.
///
/// # Errors
/// Not found; refused (`area-in-use`) when gates, rooms or other areas hang on it.
pub async fn remove_area(tx: &mut Connection, by: &OnDuty<Organiser>, id: AreaId, now: Moment) -> Answer<()> {
    let conference = by.conference_id();
    let areas = queries::areas(tx, conference).await?;
    let code = areas.into_iter().find(|area| area.id == id).map(|area| area.code).ok_or(Problem::NotFound)?;
    let removed = queries::delete_area(tx, conference, id).await;
    removed.map_err(|problem| problem.if_in_use("area-in-use"))?;
    record(tx, by, "area_removed", id, &code, now).await?;
    announce_access(tx, conference).await
}

async fn record(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    act: &str,
    id: AreaId,
    code: &str,
    now: Moment,
) -> Answer<()> {
    let who = Who::Account(by.account());
    let facts = json!({ "code": code });
    audit::record_with(tx, Some(by.conference_id()), who, act, ("area", id.0), facts, now).await?;
    Ok(())
}
