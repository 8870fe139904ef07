//! Setting how many people a delegation may have.

use serde_json::json;

use super::record;
use crate::audit::Who;
use crate::clock::Moment;
use crate::conferences::{OnDuty, Organiser};
use crate::db::Connection;
use crate::delegations::queries;
use crate::ids::{CategoryId, DelegationId};
use crate::web::Answer;

/// What came of it.
#[derive(Debug, PartialEq)]
pub enum SetQuotas {
    Done,
    /// Somebody else changed the delegation first.
    ChangedMeanwhile,
    /// These categories have more people already: so many.
    BelowUsed(Vec<(CategoryId, i32)>),
}

/// Sets the places of a delegation that is still at this version, all or none. No cap goes below the places taken: the rows
/// are locked before they are looked at, and the database keeps the rule besides.
pub async fn set_quotas(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    id: DelegationId,
    version: i32,
    caps: &[(CategoryId, i32)],
    now: Moment,
) -> Answer<SetQuotas> {
    let conference = by.conference_id();
    let standing = queries::lock_quotas(tx, conference, id).await?;
    let used = |category: CategoryId| standing.iter().find(|one| one.category_id == category).map_or(0, |one| one.used);
    let below = caps.iter().filter(|(category, cap)| *cap < used(*category));
    let below: Vec<_> = below.map(|(category, _)| (*category, used(*category))).collect();
    if !below.is_empty() {
        return Ok(SetQuotas::BelowUsed(below));
    }
    if !queries::bump_delegation(tx, conference, id, version).await? {
        return Ok(SetQuotas::ChangedMeanwhile);
    }
    let stands = |category: CategoryId| standing.iter().find(|one| one.category_id == category).map(|one| one.cap);
    let mut changed = 0;
    for (category, cap) in caps.iter().filter(|(category, cap)| stands(*category).unwrap_or(0) != *cap) {
        queries::set_quota(tx, conference, id, *category, *cap).await?;
        changed += 1;
    }
    let total: i32 = caps.iter().map(|(_, cap)| cap).sum();
    let facts = json!({ "changed": changed, "places": total });
    record(tx, Who::Account(by.account()), "quotas_set", (conference, id), facts, now).await?;
    Ok(SetQuotas::Done)
}
