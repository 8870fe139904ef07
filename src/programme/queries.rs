//! Rooms, sessions and releases in the database.

mod cast;
mod documents;
mod moves;
mod origin;
mod agenda;
mod edition;
mod sign_up;
mod stage;
mod venue;

use std::collections::{BTreeSet, HashMap};

pub(super) use agenda::{
    AgendaOf, AgendaRow, Digests, agenda_of, choose, chosen, chosen_as_seen, delete_agenda, delete_agendas_past,
    give_agenda, insert_agenda, mark_seen, renew_agenda, unchoose,
};
pub(super) use cast::{
    Known, TeamRow, delete_team, insert_team, known_on_stage, members, names_on_stage, replace_sessions_of_team,
    set_arrival, teams, teams_of_sessions, update_team,
};
pub(super) use documents::{
    DocumentRow, NewDocument, document, documents, insert_document, remove_document, series_of, set_public, set_series,
};
pub(super) use edition::{Edition, edition, room_order};
pub(super) use moves::{
    delegations_on_stage, forget_step, former_lengths, insert_step, last_step_of, last_steps, mark_step, next_steps,
    put_session,
};
pub(super) use origin::{keep_origin, origins};
pub(super) use sign_up::{
    Act, attending, desk, desks, first_waiting, lock_desk, position, released_one, set_desk, set_sign_up, sign_up_of,
    sign_ups, sign_ups_of_person, take_place, unfilled,
};
pub(super) use stage::{circles, link_person, lock_person, replace_circle, replace_people, stage_of};
pub use venue::{BuildingRow, Picture, RoomRow, Venue};
pub(super) use venue::{
    blocker, buildings, end_blocker, insert_blocker, insert_building, insert_room, remove_blocker, replace_capacities,
    replace_walks, set_picture, update_building, update_room, venue,
};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{Counts, Frozen, MeetingRoom, Person, Release, Released, Session};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DelegationId, MeetingRoomId, ParticipantId, ReleaseId, SessionId};
use crate::language::Localized;
use crate::participants::Participant;
use crate::schema::{
    account, delegation, focal_point, meeting_room, participant, release, released_person, released_session, session,
    session_person,
};
use crate::web::{Answer, Problem};

/// All meeting rooms, in their order.
pub(super) async fn rooms(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<MeetingRoom>> {
    Ok(meeting_room::table
        .filter(meeting_room::conference_id.eq(conference))
        .order((meeting_room::ordinal, meeting_room::code))
        .select(MeetingRoom::as_select())
        .load(connection)
        .await?)
}

pub(super) async fn room(
    connection: &mut Connection,
    conference: ConferenceId,
    id: MeetingRoomId,
) -> Answer<MeetingRoom> {
    let found = meeting_room::table
        .find(id)
        .filter(meeting_room::conference_id.eq(conference))
        .select(MeetingRoom::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// All sessions of the draft, by time; those without a time last.
pub async fn sessions(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<Session>> {
    Ok(session::table
        .filter(session::conference_id.eq(conference))
        .order((session::starts_at.asc().nulls_last(), session::number))
        .select(Session::as_select())
        .load(connection)
        .await?)
}

/// One session of the draft.
pub(super) async fn session(connection: &mut Connection, conference: ConferenceId, id: SessionId) -> Answer<Session> {
    let found = session::table
        .find(id)
        .filter(session::conference_id.eq(conference))
        .select(Session::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// Who is on stage, by session.
pub(super) async fn people(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<(SessionId, Person)>> {
    Ok(session_person::table
        .filter(session_person::conference_id.eq(conference))
        .order((session_person::session_id, session_person::ordinal))
        .select((session_person::session_id, Person::as_select()))
        .load(connection)
        .await?)
}

/// The delegations that may organise: key and name.
pub(super) async fn organisers(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(DelegationId, String, Localized)>> {
    Ok(delegation::table
        .filter(delegation::conference_id.eq(conference))
        .order(delegation::key)
        .select((delegation::id, delegation::key, delegation::name))
        .load(connection)
        .await?)
}

/// What of a session is written; the rest the database keeps.
#[derive(AsChangeset)]
#[diesel(table_name = session, treat_none_as_null = true)]
pub(super) struct SessionRow {
    pub key: String,
    pub kind: super::model::SessionKind,
    pub official_number: Option<String>,
    pub title: Localized,
    pub description: Localized,
    pub room_id: Option<MeetingRoomId>,
    pub starts_at: Option<Moment>,
    pub ends_at: Option<Moment>,
    pub is_open: bool,
    pub interpretation: Vec<String>,
    pub webcast: bool,
    pub status: super::model::SessionStatus,
    pub organiser_id: Option<DelegationId>,
    pub capacity: Option<i32>,
    pub layout: Option<super::model::Layout>,
    pub recorded: bool,
    pub agenda_item: Localized,
    pub duration_minutes: Option<i32>,
    pub changed_at: Moment,
}

pub(super) async fn insert_session(
    tx: &mut Connection,
    conference: ConferenceId,
    row: &SessionRow,
) -> Answer<SessionId> {
    let id = SessionId::new();
    diesel::insert_into(session::table)
        .values((
            session::id.eq(id),
            session::conference_id.eq(conference),
            session::key.eq(&row.key),
            session::kind.eq(row.kind),
            session::official_number.eq(&row.official_number),
            session::title.eq(&row.title),
            session::description.eq(&row.description),
            session::room_id.eq(row.room_id),
            session::starts_at.eq(row.starts_at),
            session::ends_at.eq(row.ends_at),
            session::is_open.eq(row.is_open),
            session::interpretation.eq(&row.interpretation),
            session::webcast.eq(row.webcast),
            session::status.eq(row.status),
            session::organiser_id.eq(row.organiser_id),
            session::capacity.eq(row.capacity),
            session::layout.eq(row.layout),
            session::recorded.eq(row.recorded),
            session::agenda_item.eq(&row.agenda_item),
            session::duration_minutes.eq(row.duration_minutes),
            session::changed_at.eq(row.changed_at),
        ))
        .execute(tx)
        .await?;
    Ok(id)
}

/// Changes a session if it still has this version; says whether it had.
pub(super) async fn update_session(
    tx: &mut Connection,
    conference: ConferenceId,
    id: SessionId,
    version: i32,
    row: &SessionRow,
) -> Answer<bool> {
    let target =
        session::table.find(id).filter(session::conference_id.eq(conference)).filter(session::version.eq(version));
    let changed = diesel::update(target).set((row, session::version.eq(version + 1))).execute(tx).await?;
    Ok(changed == 1)
}

/// The latest release, if there is one.
pub(super) async fn latest_release(connection: &mut Connection, conference: ConferenceId) -> Answer<Option<Release>> {
    Ok(release::table
        .filter(release::conference_id.eq(conference))
        .order(release::number.desc())
        .select(Release::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// The sessions of a release, by time and room.
pub(super) async fn released(
    connection: &mut Connection,
    conference: ConferenceId,
    of: ReleaseId,
) -> Answer<Vec<Released>> {
    Ok(released_session::table
        .filter(released_session::conference_id.eq(conference))
        .filter(released_session::release_id.eq(of))
        .order((released_session::starts_at, released_session::room_id))
        .select(Released::as_select())
        .load(connection)
        .await?)
}

/// The highest SEQUENCE that each session ever had in a release.
pub(super) async fn sequences(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<HashMap<SessionId, i32>> {
    let rows: Vec<(SessionId, Option<i32>)> = released_session::table
        .filter(released_session::conference_id.eq(conference))
        .group_by(released_session::session_id)
        .select((released_session::session_id, diesel::dsl::max(released_session::sequence)))
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|(session, last)| (session, last.unwrap_or_default())).collect())
}

/// What goes on or is still to come in the latest release, in its order; cancelled sessions are not.
pub async fn upcoming(
    connection: &mut Connection,
    conference: ConferenceId,
    now: Moment,
    most: i64,
) -> Answer<Vec<Released>> {
    let Some(latest) = latest_release(connection, conference).await? else { return Ok(Vec::new()) };
    Ok(released_session::table
        .filter(released_session::conference_id.eq(conference))
        .filter(released_session::release_id.eq(latest.id))
        .filter(released_session::ends_at.gt(now))
        .filter(diesel::dsl::not(released_session::cancelled))
        .order((released_session::starts_at, released_session::room_id))
        .limit(most)
        .select(Released::as_select())
        .load(connection)
        .await?)
}

/// Lets one at a time change the programme, until the transaction ends: what one of them reads, no other is changing.
pub(super) async fn lock(tx: &mut Connection, conference: ConferenceId) -> Answer<()> {
    use crate::schema::conference as conference_table;
    let row = conference_table::table.find(conference).for_no_key_update().select(conference_table::id);
    row.first::<ConferenceId>(tx).await?;
    Ok(())
}

/// Makes the next release of a conference; the lock on its row keeps numbers without gaps and doubles.
pub(super) async fn insert_release(
    tx: &mut Connection,
    conference: ConferenceId,
    name: &str,
    by: AccountId,
    now: Moment,
) -> Answer<Release> {
    lock(tx, conference).await?;
    let last: Option<i32> = release::table
        .filter(release::conference_id.eq(conference))
        .select(diesel::dsl::max(release::number))
        .first(tx)
        .await?;
    Ok(diesel::insert_into(release::table)
        .values((
            release::id.eq(ReleaseId::new()),
            release::conference_id.eq(conference),
            release::number.eq(last.unwrap_or(0) + 1),
            release::name.eq(name),
            release::released_at.eq(now),
            release::released_by.eq(by),
        ))
        .returning(Release::as_returning())
        .get_result(tx)
        .await?)
}

/// Writes the frozen sessions; two in one room at once are refused by `one_session_per_room_at_a_time`.
pub(super) async fn insert_released(
    tx: &mut Connection,
    conference: ConferenceId,
    of: ReleaseId,
    rows: &[Frozen],
) -> Answer<()> {
    // In parts: a statement takes so many values and no more.
    for rows in rows.chunks(2000) {
        let values: Vec<_> = rows
            .iter()
            .map(|Frozen { row, .. }| {
                (
                    released_session::conference_id.eq(conference),
                    released_session::release_id.eq(of),
                    released_session::session_id.eq(row.session_id),
                    released_session::room_id.eq(row.room_id),
                    released_session::starts_at.eq(row.starts_at),
                    released_session::ends_at.eq(row.ends_at),
                    released_session::cancelled.eq(row.cancelled),
                    released_session::sequence.eq(row.sequence),
                    released_session::facts.eq(&row.facts),
                    released_session::organiser_id.eq(row.organiser_id),
                    released_session::gone.eq(row.gone),
                    released_session::off_since.eq(row.off_since),
                    released_session::urgent.eq(row.urgent.as_ref()),
                    released_session::co_organiser_ids.eq(&row.co_organiser_ids),
                )
            })
            .collect();
        diesel::insert_into(released_session::table).values(values).execute(tx).await?;
    }
    insert_released_people(tx, conference, of, rows).await
}

async fn insert_released_people(
    tx: &mut Connection,
    conference: ConferenceId,
    of: ReleaseId,
    rows: &[Frozen],
) -> Answer<()> {
    let people =
        |frozen: &Frozen| frozen.people.iter().map(|person| (frozen.row.session_id, *person)).collect::<Vec<_>>();
    let all: BTreeSet<(SessionId, ParticipantId)> = rows.iter().flat_map(people).collect();
    let all: Vec<_> = all.into_iter().collect();
    for part in all.chunks(5000) {
        let values: Vec<_> = part
            .iter()
            .map(|(session, person)| {
                (
                    released_person::conference_id.eq(conference),
                    released_person::release_id.eq(of),
                    released_person::session_id.eq(*session),
                    released_person::participant_id.eq(*person),
                )
            })
            .collect();
        diesel::insert_into(released_person::table).values(values).execute(tx).await?;
    }
    Ok(())
}

/// Who was on stage in a release, by session, where it is known who that is.
pub(super) async fn released_people(
    connection: &mut Connection,
    conference: ConferenceId,
    of: ReleaseId,
) -> Answer<HashMap<SessionId, BTreeSet<ParticipantId>>> {
    let rows: Vec<(SessionId, ParticipantId)> = released_person::table
        .filter(released_person::conference_id.eq(conference))
        .filter(released_person::release_id.eq(of))
        .select((released_person::session_id, released_person::participant_id))
        .load(connection)
        .await?;
    let mut people: HashMap<SessionId, BTreeSet<ParticipantId>> = HashMap::new();
    for (session, person) in rows {
        people.entry(session).or_default().insert(person);
    }
    Ok(people)
}

/// Keeps how many sessions a release changed, and how many people it was mailed to.
pub(super) async fn keep_counts(
    tx: &mut Connection,
    conference: ConferenceId,
    of: ReleaseId,
    counts: &Counts,
) -> Answer<()> {
    let target = release::table.find(of).filter(release::conference_id.eq(conference));
    diesel::update(target).set(release::counts.eq(Some(counts))).execute(tx).await?;
    Ok(())
}

/// All releases, the latest first, each with the name of who made it.
pub(super) async fn releases(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(Release, Option<String>)>> {
    Ok(release::table
        .left_join(account::table.on(release::released_by.eq(account::id.nullable())))
        .filter(release::conference_id.eq(conference))
        .order(release::number.desc())
        .select((Release::as_select(), account::name.nullable()))
        .load(connection)
        .await?)
}

/// The release that came before one, if there was one.
pub(super) async fn release_before(
    connection: &mut Connection,
    conference: ConferenceId,
    number: i32,
) -> Answer<Option<Release>> {
    Ok(release::table
        .filter(release::conference_id.eq(conference))
        .filter(release::number.lt(number))
        .order(release::number.desc())
        .select(Release::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// These participants.
pub(super) async fn participants(
    connection: &mut Connection,
    conference: ConferenceId,
    ids: &BTreeSet<ParticipantId>,
) -> Answer<Vec<Participant>> {
    Ok(participant::table
        .filter(participant::conference_id.eq(conference))
        .filter(participant::id.eq_any(ids))
        .select(Participant::as_select())
        .load(connection)
        .await?)
}

/// A focal point of now: for which delegation, the account, the name, the address and the language.
pub(super) type FocalPointRow = (DelegationId, AccountId, String, String, Option<String>);

/// The focal points of these delegations.
pub(super) async fn focal_points(
    connection: &mut Connection,
    conference: ConferenceId,
    of: &BTreeSet<DelegationId>,
) -> Answer<Vec<FocalPointRow>> {
    Ok(focal_point::table
        .inner_join(account::table.on(account::id.eq(focal_point::account_id)))
        .filter(focal_point::conference_id.eq(conference))
        .filter(focal_point::delegation_id.eq_any(of))
        .filter(focal_point::ended_at.is_null())
        .order((focal_point::delegation_id, focal_point::appointed_at))
        .select((focal_point::delegation_id, account::id, focal_point::name, account::email, account::language))
        .load(connection)
        .await?)
}

/// Puts a session of the draft where the public now has it, whatever else is done to it.
pub(super) async fn place_session(
    tx: &mut Connection,
    conference: ConferenceId,
    id: SessionId,
    room: MeetingRoomId,
    (from, until): (Moment, Moment),
    cancelled: bool,
    now: Moment,
) -> Answer<()> {
    use super::model::SessionStatus;
    let target = || session::table.find(id).filter(session::conference_id.eq(conference));
    let touched = (session::version.eq(session::version + 1), session::changed_at.eq(now));
    if cancelled {
        let off = (session::status.eq(SessionStatus::Cancelled), touched);
        diesel::update(target()).set(off).execute(tx).await?;
        return Ok(());
    }
    let place = (
        session::room_id.eq(Some(room)),
        session::starts_at.eq(Some(from)),
        session::ends_at.eq(Some(until)),
        session::status.eq(SessionStatus::Confirmed),
        touched,
    );
    diesel::update(target()).set(place).execute(tx).await?;
    Ok(())
}

/// Whether the latest release holds a session that is to take place.
pub(super) async fn public_session(
    connection: &mut Connection,
    conference: ConferenceId,
    id: SessionId,
) -> Answer<bool> {
    let Some(latest) = latest_release(connection, conference).await? else { return Ok(false) };
    let held = released_session::table.find((latest.id, id)).filter(diesel::dsl::not(released_session::cancelled));
    Ok(diesel::select(diesel::dsl::exists(held)).get_result(connection).await?)
}
