//! Who does what at a conference.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::conferences::model::{DutyKind, DutyLine};
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DutyId};
use crate::schema::{account, duty};
use crate::web::Answer;

/// What somebody does at a conference.
pub(in crate::conferences) async fn duties_of(
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

/// Everybody's duties, by the people's addresses.
pub(in crate::conferences) async fn duty_lines(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<DutyLine>> {
    Ok(duty::table
        .inner_join(account::table.on(account::id.eq(duty::account_id)))
        .filter(duty::conference_id.eq(conference))
        .order((account::email, duty::given_at, duty::kind))
        .select((duty::id, duty::kind, duty::given_at, account::id, account::name, account::email))
        .load(connection)
        .await?)
}

/// Gives a duty; says whether it was new.
pub(in crate::conferences) async fn insert_duty(
    tx: &mut Connection,
    conference: ConferenceId,
    account: AccountId,
    kind: DutyKind,
    by: Option<AccountId>,
    now: Moment,
) -> Answer<bool> {
    let given = diesel::insert_into(duty::table)
        .values((
            duty::id.eq(DutyId::new()),
            duty::conference_id.eq(conference),
            duty::account_id.eq(account),
            duty::kind.eq(kind),
            duty::given_at.eq(now),
            duty::given_by.eq(by),
        ))
        .on_conflict_do_nothing()
        .execute(tx)
        .await?;
    Ok(given == 1)
}

/// Takes a duty back and says whose it was and which.
pub(in crate::conferences) async fn delete_duty(
    tx: &mut Connection,
    conference: ConferenceId,
    id: DutyId,
) -> Answer<Option<(AccountId, DutyKind)>> {
    let row = duty::table.find(id).filter(duty::conference_id.eq(conference));
    Ok(diesel::delete(row).returning((duty::account_id, duty::kind)).get_result(tx).await.optional()?)
}

/// Locks the conference's organisers, so that no two requests both take back the last but one; says who they are.
pub(in crate::conferences) async fn lock_organisers(
    tx: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(DutyId, AccountId)>> {
    Ok(duty::table
        .filter(duty::conference_id.eq(conference))
        .filter(duty::kind.eq(DutyKind::Organiser))
        .order(duty::id)
        .select((duty::id, duty::account_id))
        .for_update()
        .load(tx)
        .await?)
}

pub(in crate::conferences) async fn account_exists(connection: &mut Connection, id: AccountId) -> Answer<bool> {
    let found: Option<AccountId> = account::table.find(id).select(account::id).first(connection).await.optional()?;
    Ok(found.is_some())
}

/// The addresses of a conference's organisers.
pub(in crate::conferences) async fn organisers(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<String>> {
    Ok(duty::table
        .inner_join(account::table.on(account::id.eq(duty::account_id)))
        .filter(duty::conference_id.eq(conference))
        .filter(duty::kind.eq(DutyKind::Organiser))
        .order(account::email)
        .select(account::email)
        .load(connection)
        .await?)
}
