//! Counts over everything.

use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use jiff::tz::TimeZone;

use crate::accreditation::Step;
use crate::clock::Moment;
use crate::conferences::{Conference, DutyKind};
use crate::db::Connection;
use crate::delegations::{Delegation, DelegationStatus};
use crate::ids::{AccountId, ConferenceId, ParticipantId};
use crate::language::Localized;
use crate::mail::MailState;
use crate::schema::{badge, conference, decision, delegation, duty, focal_point, mail, participant, presence};
use crate::web::Answer;

/// How many mails stand where.
pub(super) async fn mails_by_state(connection: &mut Connection) -> Answer<Vec<(MailState, i64)>> {
    Ok(mail::table.group_by(mail::state).select((mail::state, count_star())).load(connection).await?)
}

/// How many mails were due at a moment and still wait.
pub(super) async fn mails_overdue(connection: &mut Connection, due: Moment) -> Answer<i64> {
    let waiting = mail::table.filter(mail::state.eq(MailState::Waiting)).filter(mail::due_at.lt(due));
    Ok(waiting.count().get_result(connection).await?)
}

/// The conferences that anybody may know of, the next first.
pub(super) async fn conferences(connection: &mut Connection) -> Answer<Vec<Conference>> {
    Ok(conference::table
        .order(conference::starts_on.desc())
        .limit(50)
        .select(Conference::as_select())
        .load(connection)
        .await?)
}

/// The zone in which the demonstration's mailbox tells times: that of the conference that began last, or the world's.
pub(super) async fn mailbox_zone(connection: &mut Connection) -> Answer<TimeZone> {
    let latest = conference::table.order(conference::starts_on.desc()).select(Conference::as_select());
    let found: Option<Conference> = latest.first(connection).await.optional()?;
    Ok(found.map_or(TimeZone::UTC, |found| found.zone()))
}

/// Where somebody is on duty.
pub(super) async fn duties(connection: &mut Connection, account: AccountId) -> Answer<Vec<(Conference, DutyKind)>> {
    Ok(duty::table
        .inner_join(conference::table)
        .filter(duty::account_id.eq(account))
        .order((conference::starts_on.desc(), duty::kind))
        .select((Conference::as_select(), duty::kind))
        .load(connection)
        .await?)
}

/// The delegations somebody is focal point of, with their conferences.
pub(super) async fn appointments(
    connection: &mut Connection,
    account: AccountId,
) -> Answer<Vec<(Delegation, Conference)>> {
    Ok(focal_point::table
        .inner_join(delegation::table.inner_join(conference::table))
        .filter(focal_point::account_id.eq(account))
        .filter(focal_point::ended_at.is_null())
        .order((conference::starts_on.desc(), delegation::key))
        .select((Delegation::as_select(), Conference::as_select()))
        .load(connection)
        .await?)
}

/// One of the people behind an address.
#[derive(Queryable)]
pub(super) struct Own {
    pub id: ParticipantId,
    pub name: String,
    pub conference: Localized,
    pub delegation: Localized,
}

/// The people who registered with an address: missions share mailboxes, so there may be many.
pub(super) async fn people(connection: &mut Connection, email: &str) -> Answer<Vec<Own>> {
    Ok(participant::table
        .inner_join(conference::table)
        .inner_join(delegation::table)
        .filter(participant::email.eq(email))
        .filter(participant::status.ne("draft"))
        .order(participant::created_at.desc())
        .limit(100)
        .select((participant::id, participant::document_name, conference::name, delegation::name))
        .load(connection)
        .await?)
}

/// How many people have a file, and how many their delegations announced.
pub(super) async fn people_of_announced(connection: &mut Connection, id: ConferenceId) -> Answer<(i64, i64)> {
    let there = participant::table.filter(participant::conference_id.eq(id)).count().get_result(connection).await?;
    let announced: Option<i64> = delegation::table
        .filter(delegation::conference_id.eq(id))
        .select(diesel::dsl::sum(delegation::expected_people))
        .first(connection)
        .await?;
    Ok((there, announced.unwrap_or(0)))
}

/// People by where their file stands.
pub(super) async fn people_by_status(connection: &mut Connection, id: ConferenceId) -> Answer<Vec<(String, i64)>> {
    Ok(participant::table
        .filter(participant::conference_id.eq(id))
        .group_by(participant::status)
        .select((participant::status, count_star()))
        .load(connection)
        .await?)
}

/// A decision that settled a file, or sent it back.
#[derive(Queryable)]
pub(super) struct Made {
    pub at: Moment,
    pub step: Step,
    pub person: ParticipantId,
    pub name: String,
    pub delegation: Localized,
}

/// The last decisions on files, newest first.
pub(super) async fn last_decisions(connection: &mut Connection, id: ConferenceId, most: i64) -> Answer<Vec<Made>> {
    Ok(decision::table
        .inner_join(participant::table.inner_join(delegation::table))
        .filter(decision::conference_id.eq(id))
        .filter(decision::step.eq_any([Step::Approve, Step::Return, Step::Refuse, Step::Hold]))
        .order((decision::at.desc(), decision::id.desc()))
        .limit(most)
        .select((decision::at, decision::step, participant::id, participant::document_name, delegation::name))
        .load(connection)
        .await?)
}

/// Delegations by their answer.
pub(super) async fn delegations_by_status(
    connection: &mut Connection,
    id: ConferenceId,
) -> Answer<Vec<(DelegationStatus, i64)>> {
    Ok(delegation::table
        .filter(delegation::conference_id.eq(id))
        .group_by(delegation::status)
        .select((delegation::status, count_star()))
        .load(connection)
        .await?)
}

/// Live main badges that were handed over.
pub(super) async fn badges_collected(connection: &mut Connection, id: ConferenceId) -> Answer<i64> {
    Ok(badge::table
        .filter(badge::conference_id.eq(id))
        .filter(badge::kind.eq("badge"))
        .filter(badge::state.eq("live"))
        .filter(badge::handed_at.is_not_null())
        .count()
        .get_result(connection)
        .await?)
}

/// Distinct people whose last movement was an entry.
pub(super) async fn people_inside(connection: &mut Connection, id: ConferenceId) -> Answer<i64> {
    Ok(presence::table
        .filter(presence::conference_id.eq(id))
        .filter(presence::area_id.is_not_null())
        .count()
        .get_result(connection)
        .await?)
}
