//! Who is who on stage, how many each delegation has, and who interprets.

use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{ConferenceId, DelegationId, ParticipantId, SessionId, TeamId};
use crate::language::Localized;
use crate::participants::{ProtocolRank, Status};
use crate::programme::model::InterpreterTeam;
use crate::schema::{delegation, interpreter_team, participant, session_person, session_team, stage_arrival};
use crate::web::Answer;

/// Somebody on stage whose file is known.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    pub delegation: DelegationId,
    pub status: Status,
    pub rank: ProtocolRank,
    pub arrives_at: Option<Moment>,
}

/// Everybody on any stage whose file is known.
pub(in crate::programme) async fn known_on_stage(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<HashMap<ParticipantId, Known>> {
    let on_stage = session_person::table
        .filter(session_person::conference_id.eq(conference))
        .filter(session_person::participant_id.is_not_null())
        .select(session_person::participant_id.assume_not_null());
    let rows: Vec<(ParticipantId, DelegationId, Status, ProtocolRank, Option<Moment>)> = participant::table
        .left_join(stage_arrival::table.on(stage_arrival::participant_id.eq(participant::id)))
        .filter(participant::conference_id.eq(conference))
        .filter(participant::id.eq_any(on_stage))
        .select((
            participant::id,
            participant::delegation_id,
            participant::status,
            participant::protocol_rank,
            stage_arrival::arrives_at.nullable(),
        ))
        .load(connection)
        .await?;
    let known = |(id, delegation, status, rank, arrives_at)| (id, Known { delegation, status, rank, arrives_at });
    Ok(rows.into_iter().map(known).collect())
}

/// How many people of each delegation may come: handed in and neither refused nor withdrawn.
pub(in crate::programme) async fn members(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<HashMap<DelegationId, usize>> {
    let coming = [Status::Submitted, Status::Returned, Status::OnHold, Status::Approved];
    let rows: Vec<(DelegationId, i64)> = participant::table
        .filter(participant::conference_id.eq(conference))
        .filter(participant::status.eq_any(coming))
        .group_by(participant::delegation_id)
        .select((participant::delegation_id, diesel::dsl::count_star()))
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|(delegation, people)| (delegation, usize::try_from(people).unwrap_or(0))).collect())
}

/// The teams of interpreters, by name.
pub(in crate::programme) async fn teams(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<InterpreterTeam>> {
    Ok(interpreter_team::table
        .filter(interpreter_team::conference_id.eq(conference))
        .order(interpreter_team::name)
        .select(InterpreterTeam::as_select())
        .load(connection)
        .await?)
}

/// Which teams interpret at which session.
pub(in crate::programme) async fn teams_of_sessions(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<BTreeMap<SessionId, Vec<TeamId>>> {
    let rows: Vec<(SessionId, TeamId)> = session_team::table
        .filter(session_team::conference_id.eq(conference))
        .order((session_team::session_id, session_team::team_id))
        .select((session_team::session_id, session_team::team_id))
        .load(connection)
        .await?;
    let mut found: BTreeMap<SessionId, Vec<TeamId>> = BTreeMap::new();
    for (session, team) in rows {
        found.entry(session).or_default().push(team);
    }
    Ok(found)
}

/// What of a team is written.
#[derive(Clone, Debug, AsChangeset, Insertable)]
#[diesel(table_name = interpreter_team)]
pub struct TeamRow {
    pub name: String,
    pub languages: Vec<String>,
    pub most_minutes: i32,
    pub rest_minutes: i32,
}

pub(in crate::programme) async fn insert_team(
    tx: &mut Connection,
    conference: ConferenceId,
    row: &TeamRow,
) -> Answer<TeamId> {
    let id = TeamId::new();
    let key = (interpreter_team::id.eq(id), interpreter_team::conference_id.eq(conference));
    diesel::insert_into(interpreter_team::table).values((key, row.clone())).execute(tx).await?;
    Ok(id)
}

/// Changes a team if it still has this version; says whether it had.
pub(in crate::programme) async fn update_team(
    tx: &mut Connection,
    conference: ConferenceId,
    (id, version): (TeamId, i32),
    row: &TeamRow,
) -> Answer<bool> {
    let target = interpreter_team::table
        .find(id)
        .filter(interpreter_team::conference_id.eq(conference))
        .filter(interpreter_team::version.eq(version));
    Ok(diesel::update(target).set((row, interpreter_team::version.eq(version + 1))).execute(tx).await? == 1)
}

/// Removes a team; says whether there was one.
pub(in crate::programme) async fn delete_team(
    tx: &mut Connection,
    conference: ConferenceId,
    id: TeamId,
) -> Answer<bool> {
    let target = interpreter_team::table.find(id).filter(interpreter_team::conference_id.eq(conference));
    Ok(diesel::delete(target).execute(tx).await? == 1)
}

/// Of the sessions that were offered, the team has those that were chosen; what was not offered stays.
pub(in crate::programme) async fn replace_sessions_of_team(
    tx: &mut Connection,
    conference: ConferenceId,
    team: TeamId,
    offered: &[SessionId],
    chosen: &[SessionId],
) -> Answer<()> {
    let former = session_team::table
        .filter(session_team::conference_id.eq(conference))
        .filter(session_team::team_id.eq(team))
        .filter(session_team::session_id.eq_any(offered));
    diesel::delete(former).execute(tx).await?;
    let rows: Vec<_> = chosen
        .iter()
        .map(|session| {
            (
                session_team::conference_id.eq(conference),
                session_team::session_id.eq(*session),
                session_team::team_id.eq(team),
            )
        })
        .collect();
    if !rows.is_empty() {
        diesel::insert_into(session_team::table).values(rows).execute(tx).await?;
    }
    Ok(())
}

/// Somebody known who is on a stage: file, name, the delegation's name.
pub(in crate::programme) type OnStageRow = (ParticipantId, String, Localized);

/// Everybody on any stage whose file is known, by name as it was typed for the stage.
pub(in crate::programme) async fn names_on_stage(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<OnStageRow>> {
    Ok(session_person::table
        .inner_join(participant::table.on(session_person::participant_id.eq(participant::id.nullable())))
        .inner_join(delegation::table.on(participant::delegation_id.eq(delegation::id)))
        .filter(session_person::conference_id.eq(conference))
        .distinct_on(participant::id)
        .order(participant::id)
        .select((participant::id, session_person::name, delegation::name))
        .load(connection)
        .await?)
}

/// Keeps from when on somebody is there, or forgets it.
pub(in crate::programme) async fn set_arrival(
    tx: &mut Connection,
    conference: ConferenceId,
    who: ParticipantId,
    at: Option<Moment>,
) -> Answer<()> {
    match at {
        None => {
            let known = stage_arrival::table.find(who).filter(stage_arrival::conference_id.eq(conference));
            diesel::delete(known).execute(tx).await?;
        }
        Some(at) => {
            let row = (
                stage_arrival::participant_id.eq(who),
                stage_arrival::conference_id.eq(conference),
                stage_arrival::arrives_at.eq(at),
            );
            diesel::insert_into(stage_arrival::table)
                .values(row)
                .on_conflict(stage_arrival::participant_id)
                .do_update()
                .set(stage_arrival::arrives_at.eq(at))
                .execute(tx)
                .await?;
        }
    }
    Ok(())
}
