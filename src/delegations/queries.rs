//! Delegations in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{Delegation, Quota};
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DelegationId};
use crate::schema::{delegation, focal_point, quota};
use crate::web::{Answer, Problem};

/// The delegation with this key at this conference.
///
/// # Errors
/// Not found when there is none.
pub async fn delegation_by_id(
    connection: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
) -> Answer<Delegation> {
    let found = delegation::table
        .find(id)
        .filter(delegation::conference_id.eq(conference))
        .select(Delegation::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// The places of a delegation, by category.
pub async fn quotas(connection: &mut Connection, conference: ConferenceId, id: DelegationId) -> Answer<Vec<Quota>> {
    Ok(quota::table
        .filter(quota::conference_id.eq(conference))
        .filter(quota::delegation_id.eq(id))
        .select(Quota::as_select())
        .load(connection)
        .await?)
}

/// The delegation that an account is focal point of, if it is.
pub(super) async fn appointed(
    connection: &mut Connection,
    account: AccountId,
    id: DelegationId,
) -> Answer<Option<Delegation>> {
    Ok(delegation::table
        .inner_join(focal_point::table.on(focal_point::delegation_id.eq(delegation::id)))
        .filter(delegation::id.eq(id))
        .filter(focal_point::account_id.eq(account))
        .filter(focal_point::ended_at.is_null())
        .select(Delegation::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// Every delegation that an account is focal point of, whatever the conference.
pub async fn delegations_of_account(connection: &mut Connection, account: AccountId) -> Answer<Vec<Delegation>> {
    Ok(delegation::table
        .inner_join(focal_point::table.on(focal_point::delegation_id.eq(delegation::id)))
        .filter(focal_point::account_id.eq(account))
        .filter(focal_point::ended_at.is_null())
        .order(delegation::created_at.desc())
        .select(Delegation::as_select())
        .load(connection)
        .await?)
}
