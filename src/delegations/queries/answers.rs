//! What delegations answered, one row an answer.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::AnswerRow;
use crate::clock::Moment;
use crate::db::Connection;
use crate::delegations::model::DelegationStatus;
use crate::ids::{AnswerId, ConferenceId, DelegationId};
use crate::language::Localized;
use crate::schema::{delegation, delegation_answer};
use crate::web::Answer;

/// Keeps an answer beside those that were given before.
pub(in crate::delegations) async fn insert_answer(
    tx: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
    answer: &AnswerRow<'_>,
) -> Answer<()> {
    diesel::insert_into(delegation_answer::table)
        .values((
            delegation_answer::id.eq(AnswerId::new()),
            delegation_answer::conference_id.eq(conference),
            delegation_answer::delegation_id.eq(id),
            delegation_answer::status.eq(answer.status),
            delegation_answer::expected_people.eq(answer.expected_people),
            delegation_answer::note.eq(answer.note),
            delegation_answer::given_at.eq(answer.at),
            delegation_answer::given_by.eq(answer.by),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Every answer of a conference, the first given first: whose, when, what, with how many people.
pub(in crate::delegations) async fn answers(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(DelegationId, Moment, DelegationStatus, Option<i32>)>> {
    Ok(delegation_answer::table
        .filter(delegation_answer::conference_id.eq(conference))
        .order((delegation_answer::given_at, delegation_answer::id))
        .select((
            delegation_answer::delegation_id,
            delegation_answer::given_at,
            delegation_answer::status,
            delegation_answer::expected_people,
        ))
        .load(connection)
        .await?)
}

/// An answer as the list of them shows it.
#[derive(Clone, Debug, Queryable)]
pub struct GivenAnswer {
    pub delegation_id: DelegationId,
    pub name: Localized,
    pub status: DelegationStatus,
    pub expected_people: Option<i32>,
    pub note: String,
    pub given_at: Moment,
}

/// Answers, the last given first.
pub(in crate::delegations) async fn last_answers(
    connection: &mut Connection,
    conference: ConferenceId,
    (skip, take): (i64, i64),
) -> Answer<Vec<GivenAnswer>> {
    Ok(delegation_answer::table
        .inner_join(delegation::table.on(delegation::id.eq(delegation_answer::delegation_id)))
        .filter(delegation_answer::conference_id.eq(conference))
        .order((delegation_answer::given_at.desc(), delegation_answer::id.desc()))
        .offset(skip)
        .limit(take)
        .select((
            delegation_answer::delegation_id,
            delegation::name,
            delegation_answer::status,
            delegation_answer::expected_people,
            delegation_answer::note,
            delegation_answer::given_at,
        ))
        .load(connection)
        .await?)
}
