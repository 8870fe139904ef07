//! Own forms and personal links in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{Origin, OwnForm, PersonalLink, Progress};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DelegationId, ParticipantId, PersonalLinkId};
use crate::participants::model::Participant;
use crate::schema::{duty, focal_point, own_form, participant, personal_link};
use crate::web::Answer;

/// The own form of a file, if it has one.
pub async fn own_form(
    connection: &mut Connection,
    conference: ConferenceId,
    id: ParticipantId,
) -> Answer<Option<OwnForm>> {
    Ok(own_form::table
        .find(id)
        .filter(own_form::conference_id.eq(conference))
        .select(OwnForm::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// Lets somebody fill in their own file; says whether they could not before. `registered` is who registered, and under which
/// name; nothing for whoever was asked.
pub async fn begin_form(
    tx: &mut Connection,
    conference: ConferenceId,
    id: ParticipantId,
    registered: Option<(AccountId, &str)>,
    now: Moment,
) -> Answer<bool> {
    let origin = if registered.is_some() { Origin::Registered } else { Origin::Asked };
    let written = diesel::insert_into(own_form::table)
        .values((
            own_form::participant_id.eq(id),
            own_form::conference_id.eq(conference),
            own_form::origin.eq(origin),
            own_form::registered_by.eq(registered.map(|(who, _)| who)),
            own_form::registered_name.eq(registered.map(|(_, name)| name).unwrap_or_default()),
            own_form::begun_at.eq(registered.map(|_| now)),
            own_form::created_at.eq(now),
        ))
        .on_conflict_do_nothing()
        .execute(tx)
        .await?;
    Ok(written == 1)
}

/// Whom an account has registered under this (folded) name.
pub async fn registered_as(
    connection: &mut Connection,
    conference: ConferenceId,
    by: AccountId,
    name: &str,
) -> Answer<Option<ParticipantId>> {
    Ok(own_form::table
        .filter(own_form::conference_id.eq(conference))
        .filter(own_form::registered_by.eq(by))
        .filter(own_form::registered_name.eq(name))
        .select(own_form::participant_id)
        .first(connection)
        .await
        .optional()?)
}

/// Everybody whom an account has registered, the first before the last.
pub async fn registrations_of(
    connection: &mut Connection,
    conference: ConferenceId,
    by: AccountId,
) -> Answer<Vec<Participant>> {
    Ok(own_form::table
        .inner_join(participant::table)
        .filter(own_form::conference_id.eq(conference))
        .filter(own_form::registered_by.eq(by))
        .order(participant::reference)
        .select(Participant::as_select())
        .load(connection)
        .await?)
}

/// The own forms behind an address, whichever conference they are of.
pub async fn own_forms_of(connection: &mut Connection, address: &str) -> Answer<Vec<(Participant, OwnForm)>> {
    Ok(own_form::table
        .inner_join(participant::table)
        .filter(participant::email.eq(address))
        .order(participant::created_at)
        .select((Participant::as_select(), OwnForm::as_select()))
        .load(connection)
        .await?)
}

/// How far each of a delegation's people has come who fill in their own form.
pub async fn progress_of(
    connection: &mut Connection,
    conference: ConferenceId,
    delegation: DelegationId,
) -> Answer<Vec<Progress>> {
    let forms: Vec<(OwnForm, i32)> = own_form::table
        .inner_join(participant::table)
        .filter(participant::conference_id.eq(conference))
        .filter(participant::delegation_id.eq(delegation))
        .select((OwnForm::as_select(), participant::version))
        .load(connection)
        .await?;
    let ids: Vec<ParticipantId> = forms.iter().map(|(form, _)| form.participant_id).collect();
    let links: Vec<PersonalLink> = personal_link::table
        .filter(personal_link::participant_id.eq_any(ids))
        .filter(personal_link::revoked_at.is_null())
        .select(PersonalLink::as_select())
        .load(connection)
        .await?;
    let link = |id: ParticipantId| links.iter().find(|link| link.participant_id == id).cloned();
    Ok(forms.into_iter().map(|(form, version)| Progress { link: link(form.participant_id), version, form }).collect())
}

pub(super) async fn mark_begun(tx: &mut Connection, id: ParticipantId, now: Moment) -> Answer<()> {
    diesel::update(own_form::table.find(id).filter(own_form::begun_at.is_null()))
        .set(own_form::begun_at.eq(now))
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn mark_seen(tx: &mut Connection, id: ParticipantId, sections: &[String]) -> Answer<()> {
    diesel::update(own_form::table.find(id)).set(own_form::sections.eq(sections)).execute(tx).await?;
    Ok(())
}

pub(super) async fn mark_completed(
    tx: &mut Connection,
    id: ParticipantId,
    version: i32,
    declaration: &str,
    now: Moment,
) -> Answer<()> {
    diesel::update(own_form::table.find(id))
        .set((
            own_form::completed_at.eq(now),
            own_form::completed_version.eq(version),
            own_form::declaration.eq(declaration),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) struct NewLink<'a> {
    pub id: PersonalLinkId,
    pub person: &'a Participant,
    pub email: &'a str,
    pub token_hash: &'a [u8],
    pub by: AccountId,
    pub now: Moment,
    pub expires_at: Moment,
}

pub(super) async fn insert_link(tx: &mut Connection, new: &NewLink<'_>) -> Answer<()> {
    diesel::insert_into(personal_link::table)
        .values((
            personal_link::id.eq(new.id),
            personal_link::conference_id.eq(new.person.conference_id),
            personal_link::participant_id.eq(new.person.id),
            personal_link::email.eq(new.email),
            personal_link::token_hash.eq(new.token_hash),
            personal_link::sent_by.eq(new.by),
            personal_link::sent_at.eq(new.now),
            personal_link::expires_at.eq(new.expires_at),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Ends the live link of a person; says whether there was one.
pub(super) async fn revoke_links(tx: &mut Connection, id: ParticipantId, now: Moment) -> Answer<bool> {
    let live =
        personal_link::table.filter(personal_link::participant_id.eq(id)).filter(personal_link::revoked_at.is_null());
    Ok(diesel::update(live).set(personal_link::revoked_at.eq(now)).execute(tx).await? > 0)
}

/// The link with this token's digest, whatever has become of it.
pub(super) async fn link_by_digest(connection: &mut Connection, digest: &[u8]) -> Answer<Option<PersonalLink>> {
    Ok(personal_link::table
        .filter(personal_link::token_hash.eq(digest))
        .select(PersonalLink::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// The newest link of a person, withdrawn or not.
pub(super) async fn newest_link(connection: &mut Connection, id: ParticipantId) -> Answer<Option<PersonalLink>> {
    Ok(personal_link::table
        .filter(personal_link::participant_id.eq(id))
        .order((personal_link::sent_at.desc(), personal_link::id.desc()))
        .select(PersonalLink::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// Locks a link until the transaction ends: of two buttons pressed at once, one is the first.
pub(super) async fn lock_link(tx: &mut Connection, id: PersonalLinkId) -> Answer<PersonalLink> {
    Ok(personal_link::table.find(id).select(PersonalLink::as_select()).for_update().first(tx).await?)
}

pub(super) async fn mark_used(tx: &mut Connection, id: PersonalLinkId, now: Moment) -> Answer<()> {
    diesel::update(personal_link::table.find(id).filter(personal_link::used_at.is_null()))
        .set(personal_link::used_at.eq(now))
        .execute(tx)
        .await?;
    Ok(())
}

/// Whether an account opens more than its people's own pages: it is on a duty or speaks for a delegation.
pub(super) async fn works_here(connection: &mut Connection, account: AccountId) -> Answer<bool> {
    let duties = duty::table.filter(duty::account_id.eq(account));
    let focal = focal_point::table.filter(focal_point::account_id.eq(account)).filter(focal_point::ended_at.is_null());
    let on_duty: bool = diesel::select(diesel::dsl::exists(duties)).get_result(connection).await?;
    Ok(on_duty || diesel::select(diesel::dsl::exists(focal)).get_result(connection).await?)
}

/// Gives a draft back to its delegation alone; says whether somebody was filling it in. A registration stays its author's.
pub(super) async fn end_asking(tx: &mut Connection, id: ParticipantId) -> Answer<bool> {
    let asked = own_form::table.find(id).filter(own_form::origin.eq(Origin::Asked));
    Ok(diesel::delete(asked).execute(tx).await? > 0)
}
