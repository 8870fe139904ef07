//! Teams of interpreters: who they are and where they work; and from when on people are there who are to be on stage.

use super::venue::note;
use crate::clock::Moment;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Connection;
use crate::ids::{ParticipantId, SessionId, TeamId};
use crate::programme::queries::{self, TeamRow};
use crate::web::{Answer, Problem};

/// Writes a team: a new one, or changes to the one with this key and version.
///
/// # Errors
/// Refused when somebody changed it meanwhile, or when another one has its name.
pub async fn save_team(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    existing: Option<(TeamId, i32)>,
    row: &TeamRow,
    now: Moment,
) -> Answer<TeamId> {
    let conference = by.conference_id();
    let (id, act) = match existing {
        None => (queries::insert_team(tx, conference, row).await?, "add"),
        Some((id, version)) => {
            if !queries::update_team(tx, conference, (id, version), row).await? {
                return Err(Problem::refused("rule-changed-meanwhile"));
            }
            (id, "change")
        }
    };
    note(tx, by, act, ("interpreter_team", id.0), now).await?;
    Ok(id)
}

/// Lets a team interpret at these of all the sessions that were offered, and at no other of them.
pub async fn assign_team(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    team: TeamId,
    (offered, chosen): (&[SessionId], &[SessionId]),
    now: Moment,
) -> Answer<()> {
    let conference = by.conference_id();
    queries::lock(tx, conference).await?;
    queries::replace_sessions_of_team(tx, conference, team, offered, chosen).await?;
    note(tx, by, "assign", ("interpreter_team", team.0), now).await
}

/// Removes a team, and with it its work.
pub async fn remove_team(tx: &mut Connection, by: &OnDuty<ProgrammeManager>, team: TeamId, now: Moment) -> Answer<()> {
    if !queries::delete_team(tx, by.conference_id(), team).await? {
        return Err(Problem::NotFound);
    }
    note(tx, by, "remove", ("interpreter_team", team.0), now).await
}

/// Keeps from when on people are there; nothing where that is no longer known or does not matter.
pub async fn keep_arrivals(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    arrivals: &[(ParticipantId, Option<Moment>)],
    now: Moment,
) -> Answer<()> {
    for (who, at) in arrivals {
        queries::set_arrival(tx, by.conference_id(), *who, *at).await?;
    }
    note(tx, by, "keep_arrivals", ("programme", by.conference_id().0), now).await
}
