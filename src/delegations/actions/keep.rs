//! Adding, changing and removing delegations.

use serde_json::json;

use super::record;
use crate::audit::Who;
use crate::clock::Moment;
use crate::conferences::{OnDuty, Organiser, categories};
use crate::db::Connection;
use crate::delegations::model::{Delegation, DelegationWish};
use crate::delegations::queries;
use crate::delegations::rules::default_letters;
use crate::ids::DelegationId;
use crate::web::{Answer, Problem};

/// Adds a delegation with the places that its kind begins with.
///
/// # Errors
/// Refused when its key or its State is there already.
pub async fn add_delegation(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    wish: &DelegationWish,
    now: Moment,
) -> Answer<DelegationId> {
    let (conference, id) = (by.conference_id(), DelegationId::new());
    queries::insert_delegation(tx, conference, id, wish, now).await?;
    let letters = default_letters(wish.kind);
    for category in categories(tx, conference).await? {
        if let Some(cap) = category.default_quota.filter(|_| letters.contains(&category.letter.as_str())) {
            queries::set_quota(tx, conference, id, category.id, cap).await?;
        }
    }
    let facts = json!({ "kind": wish.kind.as_str() });
    record(tx, Who::Account(by.account()), "delegation_created", (conference, id), facts, now).await?;
    Ok(id)
}

/// Changes a delegation that is still at this version; says whether it was.
///
/// # Errors
/// Refused when its new key or State is another's.
pub async fn change_delegation(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    before: &Delegation,
    version: i32,
    wish: &DelegationWish,
    now: Moment,
) -> Answer<bool> {
    let (conference, id) = (by.conference_id(), before.id);
    if !queries::update_delegation(tx, conference, id, version, wish).await? {
        return Ok(false);
    }
    let old = before.wish();
    let fields = [
        ("key", old.key != wish.key),
        ("kind", old.kind != wish.kind),
        ("name", old.name != wish.name || old.formal_name != wish.formal_name || old.entity != wish.entity),
        ("region", old.region != wish.region),
        ("language", old.language != wish.language),
    ];
    let changed: Vec<&str> = fields.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect();
    let facts = json!({ "changed": changed });
    record(tx, Who::Account(by.account()), "delegation_changed", (conference, id), facts, now).await?;
    Ok(true)
}

/// Removes a delegation that nobody belongs to.
///
/// # Errors
/// Not found; refused (`delegation-in-use`) when people belong to it.
pub async fn remove_delegation(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    id: DelegationId,
    now: Moment,
) -> Answer<()> {
    let conference = by.conference_id();
    let delegation = queries::delegation_by_id(tx, conference, id).await?;
    let removed = queries::delete_delegation(tx, conference, id).await;
    if !removed.map_err(|problem| problem.if_in_use("delegation-in-use"))? {
        return Err(Problem::NotFound);
    }
    let facts = json!({ "key": delegation.key });
    record(tx, Who::Account(by.account()), "delegation_removed", (conference, id), facts, now).await
}
