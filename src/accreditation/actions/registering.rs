//! Registering oneself where a category is open, and opening categories.

use serde_json::json;

use crate::accreditation::mails;
use crate::accreditation::queries::registrations as queries;
use crate::audit::{Who, record_with};
use crate::clock::Moment;
use crate::conferences::{Category, Conference, OnDuty, Organiser, categories};
use crate::db::Connection;
use crate::delegations::delegation_by_id;
use crate::ids::{AccountId, CategoryId, DelegationId, ParticipantId};
use crate::language::Language;
use crate::language::collation::fold;
use crate::participants::own::{begin_form, registered_as, registrations_of};
use crate::participants::rules::same_name;
use crate::participants::{Details, create_draft, people_of_address};
use crate::web::{Answer, Problem, Site};

/// One address registers at most so many people of a conference.
const MOST: usize = 12;

/// Who registers whom, and as what.
pub struct Registering<'a> {
    pub account: AccountId,
    pub email: &'a str,
    pub language: Language,
    pub category: CategoryId,
    /// The full name, as the identity paper has it.
    pub name: &'a str,
}

/// What came of a registration.
pub enum Registered {
    /// Its own form is there to be filled in.
    Begun(ParticipantId),
    /// The address stands for this person already: their page says how they stand.
    Known(ParticipantId),
}

/// Begins somebody's registration under the delegation that their category names. The same name from the same address is the
/// same person, however often the button was pressed; another name is another person who reads the same mailbox.
///
/// # Errors
/// Refused where the category is not open (any more), and beyond [`MOST`] people of one address.
pub async fn register(
    tx: &mut Connection,
    (site, conference): (&Site, &Conference),
    id: ParticipantId,
    who: &Registering<'_>,
    now: Moment,
) -> Answer<Registered> {
    let category = open_one(tx, conference, who.category, now).await?;
    let under = category.registers_under.ok_or_else(|| Problem::refused("register-closed"))?;
    let delegation = delegation_by_id(tx, conference.id, under).await?;
    let details = Details {
        document_name: who.name.to_owned(),
        email: Some(who.email.to_owned()),
        language: Some(who.language.code().to_owned()),
        ..Details::blank(category.id)
    };
    if let Some(known) = registered_as(tx, conference.id, who.account, &fold(who.name)).await? {
        return Ok(Registered::Known(known));
    }
    let others = people_of_address(tx, who.email).await?;
    let same = others.iter().find(|other| other.conference_id == conference.id && same_name(other, &details));
    if let Some(same) = same {
        return Ok(Registered::Known(same.id));
    }
    if registrations_of(tx, conference.id, who.account).await?.len() >= MOST {
        return Err(Problem::refused("register-too-many"));
    }
    let person = create_draft(tx, (conference.id, delegation.id), id, &details, who.account, now).await?;
    let registered = Some((who.account, fold(who.name)));
    let registered = registered.as_ref().map(|(account, name)| (*account, name.as_str()));
    if !begin_form(tx, conference.id, person.id, registered, now).await? {
        // Somebody pressed the same button at the same moment: theirs stands, and this draft goes with the transaction.
        return Err(Problem::refused("register-begun-already"));
    }
    mails::registration_begun(tx, (site, conference), &person, now).await?;
    Ok(Registered::Begun(person.id))
}

async fn open_one(tx: &mut Connection, conference: &Conference, id: CategoryId, now: Moment) -> Answer<Category> {
    let all = categories(tx, conference.id).await?;
    let open = all.into_iter().find(|category| category.id == id && category.is_open_to_registration(now));
    open.ok_or_else(|| Problem::refused("register-closed"))
}

/// Opens a category to registration under a delegation, until a moment.
///
/// # Errors
/// Not found when category or delegation is another conference's.
pub async fn open_category(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    id: CategoryId,
    (under, until): (DelegationId, Moment),
    now: Moment,
) -> Answer<()> {
    delegation_by_id(tx, by.conference_id(), under).await?;
    if !queries::open_category(tx, by.conference_id(), id, (under, until)).await? {
        return Err(Problem::NotFound);
    }
    let facts = json!({ "delegation": under, "until": until.to_string() });
    let (conference, who) = (Some(by.conference_id()), Who::Account(by.account()));
    record_with(tx, conference, who, "registration_opened", ("category", id.0), facts, now).await?;
    Ok(())
}

/// Closes a category to registration. Whoever has begun keeps their draft and can no longer submit it.
///
/// # Errors
/// Not found when it is another conference's, or was not open.
pub async fn close_category(tx: &mut Connection, by: &OnDuty<Organiser>, id: CategoryId, now: Moment) -> Answer<()> {
    if !queries::close_category(tx, by.conference_id(), id).await? {
        return Err(Problem::NotFound);
    }
    let (conference, who) = (Some(by.conference_id()), Who::Account(by.account()));
    record_with(tx, conference, who, "registration_closed", ("category", id.0), json!({}), now).await?;
    Ok(())
}
