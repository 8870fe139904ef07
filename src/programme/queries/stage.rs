//! Who is on stage, who organises together, and whom a session is for.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::db::Connection;
use crate::ids::{CategoryId, ConferenceId, DelegationId, ParticipantId, SessionId, SessionPersonId};
use crate::programme::model::{Circle, Link, OnStage, Person};
use crate::schema::{category, session, session_audience, session_organiser, session_person};
use crate::web::{Answer, Problem};

/// Who is on one stage, in their order, each with the key of their row.
pub async fn stage_of(
    connection: &mut Connection,
    conference: ConferenceId,
    of: SessionId,
) -> Answer<Vec<(SessionPersonId, Person)>> {
    Ok(session_person::table
        .filter(session_person::conference_id.eq(conference))
        .filter(session_person::session_id.eq(of))
        .order(session_person::ordinal)
        .select((session_person::id, Person::as_select()))
        .load(connection)
        .await?)
}

/// What was known of somebody on stage before.
struct Former {
    id: SessionPersonId,
    name: String,
    participant: Option<ParticipantId>,
    email: Option<String>,
    language: Option<String>,
}

/// Puts these people on stage in the place of those who were. Whoever stays keeps the row, and where nothing else is said
/// remains the same participant or guest.
pub async fn replace_people(
    tx: &mut Connection,
    conference: ConferenceId,
    of: SessionId,
    people: &[OnStage],
) -> Answer<()> {
    type Row = (SessionPersonId, String, Option<ParticipantId>, Option<String>, Option<String>);
    let former: Vec<Row> = diesel::delete(session_person::table.filter(session_person::session_id.eq(of)))
        .returning((
            session_person::id,
            session_person::name,
            session_person::participant_id,
            session_person::email,
            session_person::language,
        ))
        .get_results(tx)
        .await?;
    let mut former: Vec<Former> = former
        .into_iter()
        .map(|(id, name, participant, email, language)| Former { id, name, participant, email, language })
        .collect();
    let mut rows = Vec::new();
    for (ordinal, person) in (0_i32..).zip(people) {
        let place = former.iter().position(|one| Some(one.id) == person.id);
        let place = place.or_else(|| former.iter().position(|one| one.name == person.name));
        let known = place.map(|place| former.swap_remove(place));
        let id = known.as_ref().map_or_else(SessionPersonId::new, |known| known.id);
        let (participant, email, language) = match (&person.link, known) {
            (Link::AsBefore, Some(known)) => (known.participant, known.email, known.language),
            (Link::AsBefore, None) => (None, None, None),
            (Link::Participant(participant), _) => (Some(*participant), None, None),
            (Link::Guest { email, language }, _) => (None, email.clone(), language.clone()),
        };
        rows.push((
            session_person::id.eq(id),
            session_person::conference_id.eq(conference),
            session_person::session_id.eq(of),
            session_person::role.eq(person.role),
            session_person::participant_id.eq(participant),
            session_person::name.eq(&person.name),
            session_person::title.eq(&person.title),
            session_person::affiliation.eq(&person.affiliation),
            session_person::email.eq(email),
            session_person::language.eq(language),
            session_person::ordinal.eq(ordinal),
        ));
    }
    if !rows.is_empty() {
        diesel::insert_into(session_person::table).values(rows).execute(tx).await?;
    }
    Ok(())
}

/// Who organises together and whom it is for, by session; a session of which nothing is said is not there.
pub async fn circles(connection: &mut Connection, conference: ConferenceId) -> Answer<HashMap<SessionId, Circle>> {
    let mut all: HashMap<SessionId, Circle> = HashMap::new();
    let organisers: Vec<(SessionId, DelegationId)> = session_organiser::table
        .filter(session_organiser::conference_id.eq(conference))
        .order((session_organiser::session_id, session_organiser::ordinal))
        .select((session_organiser::session_id, session_organiser::delegation_id))
        .load(connection)
        .await?;
    for (session, delegation) in organisers {
        all.entry(session).or_default().co_organisers.push(delegation);
    }
    let audience: Vec<(SessionId, CategoryId)> = session_audience::table
        .inner_join(category::table)
        .filter(session_audience::conference_id.eq(conference))
        .order((session_audience::session_id, category::ordinal, category::letter))
        .select((session_audience::session_id, session_audience::category_id))
        .load(connection)
        .await?;
    for (session, category) in audience {
        all.entry(session).or_default().audience.push(category);
    }
    Ok(all)
}

/// Writes who organises together and whom it is for.
pub async fn replace_circle(
    tx: &mut Connection,
    conference: ConferenceId,
    of: SessionId,
    circle: &Circle,
) -> Answer<()> {
    diesel::delete(session_organiser::table.filter(session_organiser::session_id.eq(of))).execute(tx).await?;
    diesel::delete(session_audience::table.filter(session_audience::session_id.eq(of))).execute(tx).await?;
    let organisers: Vec<_> = (0_i32..)
        .zip(&circle.co_organisers)
        .map(|(ordinal, delegation)| {
            (
                session_organiser::conference_id.eq(conference),
                session_organiser::session_id.eq(of),
                session_organiser::delegation_id.eq(*delegation),
                session_organiser::ordinal.eq(ordinal),
            )
        })
        .collect();
    if !organisers.is_empty() {
        diesel::insert_into(session_organiser::table).values(organisers).on_conflict_do_nothing().execute(tx).await?;
    }
    let audience: Vec<_> = circle
        .audience
        .iter()
        .map(|category| {
            (
                session_audience::conference_id.eq(conference),
                session_audience::session_id.eq(of),
                session_audience::category_id.eq(*category),
            )
        })
        .collect();
    if !audience.is_empty() {
        diesel::insert_into(session_audience::table).values(audience).on_conflict_do_nothing().execute(tx).await?;
    }
    Ok(())
}

/// One on stage, locked until the transaction ends.
///
/// # Errors
/// Not found when they are not on this stage.
pub async fn lock_person(
    tx: &mut Connection,
    conference: ConferenceId,
    of: SessionId,
    id: SessionPersonId,
) -> Answer<Person> {
    let found = session_person::table
        .find(id)
        .filter(session_person::conference_id.eq(conference))
        .filter(session_person::session_id.eq(of))
        .select(Person::as_select())
        .for_update()
        .first(tx)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// Says who somebody on stage is; the session counts as changed, so that nobody saves over it what they saw before.
pub async fn link_person(
    tx: &mut Connection,
    conference: ConferenceId,
    id: SessionPersonId,
    who: ParticipantId,
) -> Answer<()> {
    let target = session_person::table.find(id).filter(session_person::conference_id.eq(conference));
    let of: SessionId = diesel::update(target)
        .set(session_person::participant_id.eq(Some(who)))
        .returning(session_person::session_id)
        .get_result(tx)
        .await?;
    diesel::update(session::table.find(of)).set(session::version.eq(session::version + 1)).execute(tx).await?;
    Ok(())
}
