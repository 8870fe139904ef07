//! Focal points who ask for another one beside them.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::delegations::model::RequestOutcome;
use crate::ids::{AccountId, ConferenceId, DelegationId, FocalPointRequestId};
use crate::language::Localized;
use crate::schema::{account, delegation, focal_point_request};
use crate::web::{Answer, Problem};

/// Somebody who is asked for and waits.
#[derive(Clone, Debug, Queryable)]
pub struct Requested {
    pub id: FocalPointRequestId,
    pub name: String,
    pub email: String,
    pub requested_at: Moment,
    /// Address of who asked.
    pub by: String,
}

/// What a focal point asks.
pub(in crate::delegations) struct NewRequest<'a> {
    pub name: &'a str,
    pub email: &'a str,
    pub language: &'a str,
    pub by: AccountId,
    pub at: Moment,
}

/// Keeps a request.
///
/// # Errors
/// Refused (`rule-one-request-per-address`) when the address is asked for already.
pub(in crate::delegations) async fn insert_request(
    tx: &mut Connection,
    (conference, of): (ConferenceId, DelegationId),
    new: &NewRequest<'_>,
) -> Answer<FocalPointRequestId> {
    let id = FocalPointRequestId::new();
    diesel::insert_into(focal_point_request::table)
        .values((
            focal_point_request::id.eq(id),
            focal_point_request::conference_id.eq(conference),
            focal_point_request::delegation_id.eq(of),
            focal_point_request::name.eq(new.name),
            focal_point_request::email.eq(new.email),
            focal_point_request::language.eq(new.language),
            focal_point_request::requested_by.eq(new.by),
            focal_point_request::requested_at.eq(new.at),
        ))
        .execute(tx)
        .await?;
    Ok(id)
}

/// Who waits to be appointed for a delegation, who was asked for first before.
pub(in crate::delegations) async fn requests_of(
    connection: &mut Connection,
    conference: ConferenceId,
    of: DelegationId,
) -> Answer<Vec<Requested>> {
    Ok(focal_point_request::table
        .inner_join(account::table.on(account::id.eq(focal_point_request::requested_by)))
        .filter(focal_point_request::conference_id.eq(conference))
        .filter(focal_point_request::delegation_id.eq(of))
        .filter(focal_point_request::outcome.is_null())
        .order(focal_point_request::requested_at)
        .select((
            focal_point_request::id,
            focal_point_request::name,
            focal_point_request::email,
            focal_point_request::requested_at,
            account::email,
        ))
        .load(connection)
        .await?)
}

/// The delegations at which somebody waits to be appointed.
pub(in crate::delegations) async fn delegations_with_requests(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(DelegationId, Localized)>> {
    Ok(focal_point_request::table
        .inner_join(delegation::table.on(delegation::id.eq(focal_point_request::delegation_id)))
        .filter(focal_point_request::conference_id.eq(conference))
        .filter(focal_point_request::outcome.is_null())
        .select((delegation::id, delegation::name))
        .distinct()
        .load(connection)
        .await?)
}

/// Ends a request that waits, and gives what was asked.
///
/// # Errors
/// Not found when there is none of this delegation that waits.
pub(in crate::delegations) async fn decide_request(
    tx: &mut Connection,
    (conference, of, id): (ConferenceId, DelegationId, FocalPointRequestId),
    outcome: RequestOutcome,
    (by, now): (AccountId, Moment),
) -> Answer<(String, String, String)> {
    let row = focal_point_request::table
        .find(id)
        .filter(focal_point_request::conference_id.eq(conference))
        .filter(focal_point_request::delegation_id.eq(of))
        .filter(focal_point_request::outcome.is_null());
    diesel::update(row)
        .set((
            focal_point_request::outcome.eq(Some(outcome)),
            focal_point_request::decided_by.eq(Some(by)),
            focal_point_request::decided_at.eq(Some(now)),
        ))
        .returning((focal_point_request::name, focal_point_request::email, focal_point_request::language))
        .get_result(tx)
        .await
        .optional()?
        .ok_or(Problem::NotFound)
}
