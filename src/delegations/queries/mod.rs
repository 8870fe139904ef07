//! Delegations in the database.

mod admission;
mod answers;
mod documents;
mod focal_points;
mod letters;
mod quotas;
mod reminders;
mod requests;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{Delegation, DelegationStatus, DelegationWish};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DelegationId};
use crate::schema::delegation;
use crate::web::{Answer, Problem};

pub(super) use admission::{
    Decided, application_by_id, applications, applications_of, decide_application, insert_application,
    lock_application, resubmit_application, set_admission_window,
};
pub(super) use answers::{GivenAnswer, answers, insert_answer, last_answers};
pub(super) use documents::{count_documents, delete_document, document_by_id, documents_of, insert_document};
pub(super) use focal_points::{
    appointed, begin_focal_point, end_focal_point, focal_point_by_id, focal_points, mark_invited, resume_focal_point,
};
pub use focal_points::{delegations_of_account, focal_points_of};
pub use letters::letters_of;
pub(super) use letters::{NewLetter, insert_letter, letter_by_id, next_letter_version};
pub use quotas::{all_quotas, quotas};
pub(super) use quotas::{lock_quotas, set_quota};
pub(super) use reminders::{note_reminder, reminders};
pub(super) use requests::{
    NewRequest, Requested, decide_request, delegations_with_requests, insert_request, requests_of,
};

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

/// Every delegation of a conference, by key; lists put them into the order of nameplates.
pub async fn delegations(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<Delegation>> {
    Ok(delegation::table
        .filter(delegation::conference_id.eq(conference))
        .order(delegation::key)
        .select(Delegation::as_select())
        .load(connection)
        .await?)
}

pub(super) async fn insert_delegation(
    tx: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
    wish: &DelegationWish,
    now: Moment,
) -> Answer<()> {
    diesel::insert_into(delegation::table)
        .values((
            delegation::id.eq(id),
            delegation::conference_id.eq(conference),
            delegation::key.eq(&wish.key),
            delegation::kind.eq(wish.kind),
            delegation::entity.eq(&wish.entity),
            delegation::name.eq(&wish.name),
            delegation::formal_name.eq(&wish.formal_name),
            delegation::region.eq(&wish.region),
            delegation::language.eq(&wish.language),
            delegation::own_name.eq(&wish.own_name),
            delegation::own_formal_name.eq(&wish.own_formal_name),
            delegation::created_at.eq(now),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Changes a delegation that is still at this version; says whether it was.
pub(super) async fn update_delegation(
    tx: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
    version: i32,
    wish: &DelegationWish,
) -> Answer<bool> {
    let row = delegation::table.find(id).filter(delegation::conference_id.eq(conference));
    let changed = diesel::update(row.filter(delegation::version.eq(version)))
        .set((
            delegation::key.eq(&wish.key),
            delegation::kind.eq(wish.kind),
            delegation::entity.eq(&wish.entity),
            delegation::name.eq(&wish.name),
            delegation::formal_name.eq(&wish.formal_name),
            delegation::region.eq(&wish.region),
            delegation::language.eq(&wish.language),
            delegation::own_name.eq(&wish.own_name),
            delegation::own_formal_name.eq(&wish.own_formal_name),
            delegation::version.eq(delegation::version + 1),
        ))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// Moves a delegation on to its next version when its places change; says whether it was still at this one.
pub(super) async fn bump_delegation(
    tx: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
    version: i32,
) -> Answer<bool> {
    let row = delegation::table.find(id).filter(delegation::conference_id.eq(conference));
    let changed = diesel::update(row.filter(delegation::version.eq(version)))
        .set(delegation::version.eq(delegation::version + 1))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// A delegation that was only expected counts as invited from now on.
pub(super) async fn mark_delegation_invited(
    tx: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
) -> Answer<()> {
    let row = delegation::table.find(id).filter(delegation::conference_id.eq(conference));
    diesel::update(row.filter(delegation::status.eq(DelegationStatus::Expected)))
        .set(delegation::status.eq(DelegationStatus::Invited))
        .execute(tx)
        .await?;
    Ok(())
}

/// The delegation with its row locked until the transaction ends.
pub(super) async fn lock_delegation(
    tx: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
) -> Answer<Delegation> {
    let found = delegation::table
        .find(id)
        .filter(delegation::conference_id.eq(conference))
        .select(Delegation::as_select())
        .for_update()
        .first(tx)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

pub(super) struct AnswerRow<'a> {
    pub status: DelegationStatus,
    pub expected_people: Option<i32>,
    pub note: &'a str,
    pub by: AccountId,
    pub at: Moment,
}

pub(super) async fn set_answer(
    tx: &mut Connection,
    conference: ConferenceId,
    id: DelegationId,
    answer: &AnswerRow<'_>,
) -> Answer<()> {
    diesel::update(delegation::table.find(id).filter(delegation::conference_id.eq(conference)))
        .set((
            delegation::status.eq(answer.status),
            delegation::expected_people.eq(answer.expected_people),
            delegation::answer_note.eq(answer.note),
            delegation::answered_by.eq(answer.by),
            delegation::answered_at.eq(answer.at),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Removes a delegation with its places, focal points and letters; the database refuses when people belong to it.
pub(super) async fn delete_delegation(tx: &mut Connection, conference: ConferenceId, id: DelegationId) -> Answer<bool> {
    let row = delegation::table.find(id).filter(delegation::conference_id.eq(conference));
    Ok(diesel::delete(row).execute(tx).await? == 1)
}
