//! Setting when a category may be where.

use serde_json::json;

use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::conferences::proofs::{OnDuty, Organiser};
use crate::conferences::queries;
use crate::conferences::rules::Span;
use crate::db::Connection;
use crate::ids::{AreaId, CategoryId};
use crate::web::Answer;

/// Puts these hours in the place of all that a category had, if the category is still at this version; says whether it was.
/// The form has seen to it that hours of one area do not overlap.
pub async fn set_hours(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    category: CategoryId,
    version: i32,
    hours: &[(AreaId, Span)],
    now: Moment,
) -> Answer<bool> {
    let conference = by.conference_id();
    if !queries::bump_category(tx, conference, category, version).await? {
        return Ok(false);
    }
    queries::replace_openings(tx, conference, category, hours).await?;
    let who = Who::Account(by.account());
    let facts = json!({ "spans": hours.len() });
    audit::record_with(tx, Some(conference), who, "hours_set", ("category", category.0), facts, now).await?;
    super::announce_access(tx, conference).await?;
    Ok(true)
}
