//! Places of delegations by category.

use diesel::prelude::*;
use diesel::upsert::excluded;
use diesel_async::RunQueryDsl;

use crate::db::Connection;
use crate::delegations::model::Quota;
use crate::ids::{CategoryId, ConferenceId, DelegationId};
use crate::schema::quota;
use crate::web::Answer;

/// The places of a delegation, by category.
pub async fn quotas(connection: &mut Connection, conference: ConferenceId, id: DelegationId) -> Answer<Vec<Quota>> {
    Ok(quota::table
        .filter(quota::conference_id.eq(conference))
        .filter(quota::delegation_id.eq(id))
        .select(Quota::as_select())
        .load(connection)
        .await?)
}

/// The places of every delegation.
pub async fn all_quotas(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<(DelegationId, Quota)>> {
    Ok(quota::table
        .filter(quota::conference_id.eq(conference))
        .select((quota::delegation_id, Quota::as_select()))
        .load(connection)
        .await?)
}

/// The places of a delegation, locked: nobody takes one while they are changed.
pub(in crate::delegations) async fn lock_quotas(
    tx: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
) -> Answer<Vec<Quota>> {
    Ok(quota::table
        .filter(quota::conference_id.eq(conference))
        .filter(quota::delegation_id.eq(id))
        .order(quota::category_id)
        .select(Quota::as_select())
        .for_update()
        .load(tx)
        .await?)
}

/// Sets how many people of a category a delegation may have.
///
/// # Errors
/// Refused (`rule-quota-is-not-exceeded`) when more are there already.
pub(in crate::delegations) async fn set_quota(
    tx: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
    category: CategoryId,
    cap: i32,
) -> Answer<()> {
    diesel::insert_into(quota::table)
        .values((
            quota::conference_id.eq(conference),
            quota::delegation_id.eq(id),
            quota::category_id.eq(category),
            quota::cap.eq(cap),
        ))
        .on_conflict((quota::delegation_id, quota::category_id))
        .do_update()
        .set(quota::cap.eq(excluded(quota::cap)))
        .execute(tx)
        .await?;
    Ok(())
}
