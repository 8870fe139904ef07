//! Who is who on stage, how many each delegation has, and who interprets.

use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{ConferenceId, DelegationId, ParticipantId, SessionId, TeamId};
use crate::participants::{ProtocolRank, Status};
use crate::programme::model::InterpreterTeam;
use crate::schema::{interpreter_team, participant, session_person, session_team, stage_arrival};
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
