//! Focal points: who may act for which delegation.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::delegations::model::{Delegation, FocalPointLine};
use crate::ids::{AccountId, ConferenceId, DelegationId, FocalPointId};
use crate::schema::{account, delegation, focal_point};
use crate::web::{Answer, Problem};

type Columns = (
    focal_point::id,
    focal_point::delegation_id,
    focal_point::account_id,
    focal_point::name,
    account::email,
    account::language,
    focal_point::appointed_at,
    focal_point::invited_at,
    focal_point::ended_at,
);

const COLUMNS: Columns = (
    focal_point::id,
    focal_point::delegation_id,
    focal_point::account_id,
    focal_point::name,
    account::email,
    account::language,
    focal_point::appointed_at,
    focal_point::invited_at,
    focal_point::ended_at,
);

/// The focal points of all delegations that are appointed now.
pub(in crate::delegations) async fn focal_points(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<FocalPointLine>> {
    Ok(focal_point::table
        .inner_join(account::table.on(account::id.eq(focal_point::account_id)))
        .filter(focal_point::conference_id.eq(conference))
        .filter(focal_point::ended_at.is_null())
        .order((focal_point::delegation_id, focal_point::appointed_at))
        .select(COLUMNS)
        .load(connection)
        .await?)
}

/// Everybody who is or was focal point of a delegation, those of now first.
pub async fn focal_points_of(
    connection: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
) -> Answer<Vec<FocalPointLine>> {
    Ok(focal_point::table
        .inner_join(account::table.on(account::id.eq(focal_point::account_id)))
        .filter(focal_point::conference_id.eq(conference))
        .filter(focal_point::delegation_id.eq(id))
        .order((focal_point::ended_at.desc().nulls_first(), focal_point::appointed_at))
        .select(COLUMNS)
        .load(connection)
        .await?)
}

/// One appointment of a delegation.
///
/// # Errors
/// Not found when there is none.
pub(in crate::delegations) async fn focal_point_by_id(
    connection: &mut Connection,
    conference: ConferenceId,
    delegation: DelegationId,
    id: FocalPointId,
) -> Answer<FocalPointLine> {
    let found = focal_point::table
        .inner_join(account::table.on(account::id.eq(focal_point::account_id)))
        .filter(focal_point::id.eq(id))
        .filter(focal_point::conference_id.eq(conference))
        .filter(focal_point::delegation_id.eq(delegation))
        .select(COLUMNS)
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// Appoints somebody; nothing when they are appointed already.
pub(in crate::delegations) async fn begin_focal_point(
    tx: &mut Connection,
    conference: ConferenceId,
    delegation: DelegationId,
    account: AccountId,
    name: &str,
    by: Option<AccountId>,
    now: Moment,
) -> Answer<Option<FocalPointId>> {
    let id = FocalPointId::new();
    let made = diesel::insert_into(focal_point::table)
        .values((
            focal_point::id.eq(id),
            focal_point::conference_id.eq(conference),
            focal_point::delegation_id.eq(delegation),
            focal_point::account_id.eq(account),
            focal_point::name.eq(name),
            focal_point::appointed_at.eq(now),
            focal_point::appointed_by.eq(by),
        ))
        .on_conflict_do_nothing()
        .execute(tx)
        .await?;
    Ok((made == 1).then_some(id))
}

pub(in crate::delegations) async fn mark_invited(
    tx: &mut Connection,
    conference: ConferenceId,
    id: FocalPointId,
    now: Moment,
) -> Answer<()> {
    diesel::update(focal_point::table.find(id).filter(focal_point::conference_id.eq(conference)))
        .set(focal_point::invited_at.eq(now))
        .execute(tx)
        .await?;
    Ok(())
}

/// Ends an appointment; says whether it was one of now.
pub(in crate::delegations) async fn end_focal_point(
    tx: &mut Connection,
    conference: ConferenceId,
    id: FocalPointId,
    now: Moment,
) -> Answer<bool> {
    let row = focal_point::table.find(id).filter(focal_point::conference_id.eq(conference));
    let ended = diesel::update(row.filter(focal_point::ended_at.is_null()))
        .set(focal_point::ended_at.eq(now))
        .execute(tx)
        .await?;
    Ok(ended == 1)
}

/// Takes the end of an appointment back; says whether it had ended.
pub(in crate::delegations) async fn resume_focal_point(
    tx: &mut Connection,
    conference: ConferenceId,
    id: FocalPointId,
) -> Answer<bool> {
    let row = focal_point::table.find(id).filter(focal_point::conference_id.eq(conference));
    let resumed = diesel::update(row.filter(focal_point::ended_at.is_not_null()))
        .set(focal_point::ended_at.eq(None::<Moment>))
        .execute(tx)
        .await?;
    Ok(resumed == 1)
}

/// The delegation that an account is focal point of, if it is.
pub(in crate::delegations) async fn appointed(
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
