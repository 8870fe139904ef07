//! People in the database. Lists and searches are in the folder beside.

mod earlier;
mod erasing;
mod lists;
mod pictures;
mod sheets;
mod writing;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{Participant, Status};
use super::rules::in_order;
use crate::db::Connection;
use crate::ids::{ConferenceId, DelegationId, ParticipantId};
use crate::schema::{account, delegation, duty, focal_point, participant};
use crate::web::{Answer, Problem};

pub(super) use earlier::{Earlier, earlier_people_of, earlier_people_of_address};
pub(super) use erasing::{erase_papers_of, past_their_papers};
pub use lists::{Order, Sought, count_people, delegation_names, people};
pub(super) use pictures::*;
pub(super) use sheets::*;
pub(super) use writing::*;

/// The person with this key at this conference.
///
/// # Errors
/// Not found when there is none.
pub async fn participant_by_id(
    connection: &mut Connection,
    conference: ConferenceId,
    id: ParticipantId,
) -> Answer<Participant> {
    let found = participant::table
        .find(id)
        .filter(participant::conference_id.eq(conference))
        .select(Participant::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// The same, locked until the transaction ends: whoever moves a file reads it this way first.
///
/// # Errors
/// Not found when there is none.
pub async fn locked(tx: &mut Connection, conference: ConferenceId, id: ParticipantId) -> Answer<Participant> {
    let found = participant::table
        .find(id)
        .filter(participant::conference_id.eq(conference))
        .select(Participant::as_select())
        .for_update()
        .first(tx)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// Who is to take somebody's place, or has taken it.
pub async fn substitute_of(connection: &mut Connection, replaced: &Participant) -> Answer<Option<Participant>> {
    let found = participant::table
        .filter(participant::conference_id.eq(replaced.conference_id))
        .filter(participant::replaces_id.eq(replaced.id))
        .filter(participant::status.ne_all([Status::Refused, Status::Withdrawn]))
        .select(Participant::as_select())
        .first(connection)
        .await;
    Ok(found.optional()?)
}

/// Everybody of a delegation, in the order of its list.
pub async fn people_of_delegation(
    connection: &mut Connection,
    conference: ConferenceId,
    delegation: DelegationId,
) -> Answer<Vec<Participant>> {
    let people: Vec<Participant> = participant::table
        .filter(participant::conference_id.eq(conference))
        .filter(participant::delegation_id.eq(delegation))
        .order(participant::search)
        .select(Participant::as_select())
        .load(connection)
        .await?;
    Ok(in_order(people))
}

/// Holds a delegation's list until the transaction ends, against another list of people that would be added to it.
pub async fn lock_roster(tx: &mut Connection, conference: ConferenceId, id: DelegationId) -> Answer<()> {
    let row = delegation::table.find(id).filter(delegation::conference_id.eq(conference));
    let _: DelegationId = row.select(delegation::id).for_no_key_update().first(tx).await?;
    Ok(())
}

/// Wherever in the world the person is: for pages whose address does not name the conference.
pub(super) async fn participant_anywhere(
    connection: &mut Connection,
    id: ParticipantId,
) -> Answer<Option<Participant>> {
    let found = participant::table.find(id).select(Participant::as_select()).first(connection).await;
    Ok(found.optional()?)
}

/// The people that a signed-in address stands for, newest first, whatever the conference.
pub async fn people_of_address(connection: &mut Connection, email: &str) -> Answer<Vec<Participant>> {
    Ok(participant::table
        .filter(participant::email.eq(email))
        .order(participant::created_at.desc())
        .select(Participant::as_select())
        .load(connection)
        .await?)
}

/// Whether an account is on any duty at the person's conference or focal point of the person's delegation.
pub(super) async fn works_with(
    connection: &mut Connection,
    who: crate::ids::AccountId,
    person: &Participant,
) -> Answer<bool> {
    let on_duty = duty::table.filter(duty::conference_id.eq(person.conference_id)).filter(duty::account_id.eq(who));
    if diesel::select(diesel::dsl::exists(on_duty)).get_result(connection).await? {
        return Ok(true);
    }
    let focal = focal_point::table
        .filter(focal_point::delegation_id.eq(person.delegation_id))
        .filter(focal_point::account_id.eq(who))
        .filter(focal_point::ended_at.is_null());
    Ok(diesel::select(diesel::dsl::exists(focal)).get_result(connection).await?)
}

/// Address, name and language of a delegation's focal points.
pub(super) async fn focal_contacts(
    connection: &mut Connection,
    delegation: DelegationId,
) -> Answer<Vec<(String, String, Option<String>)>> {
    Ok(focal_point::table
        .inner_join(account::table.on(account::id.eq(focal_point::account_id)))
        .filter(focal_point::delegation_id.eq(delegation))
        .filter(focal_point::ended_at.is_null())
        .order(focal_point::appointed_at)
        .select((account::email, focal_point::name, account::language))
        .load(connection)
        .await?)
}

/// The sealed number of the identity paper.
pub(super) async fn sealed_number(
    connection: &mut Connection,
    conference: ConferenceId,
    id: ParticipantId,
) -> Answer<Option<Vec<u8>>> {
    Ok(participant::table
        .find(id)
        .filter(participant::conference_id.eq(conference))
        .select(participant::document_number_sealed)
        .first(connection)
        .await?)
}
