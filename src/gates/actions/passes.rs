//! Granting passes for areas that are open by pass only, and revoking them.

use std::collections::BTreeMap;

use serde_json::json;

use crate::audit::{Who, record_with};
use crate::clock::Moment;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Connection;
use crate::gates::queries;
use crate::gates::rules::Window;
use crate::ids::{AreaId, ParticipantId};
use crate::web::{Answer, Problem};

/// What a grant came to, in people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Granted {
    pub new: usize,
    /// They held one for another time.
    pub changed: usize,
    /// They held one for this very time.
    pub kept: usize,
}

/// Grants passes for an area, each for its own time. Who holds one already keeps it, for the new time.
pub async fn grant_passes(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    area: AreaId,
    passes: &BTreeMap<ParticipantId, Window>,
    now: Moment,
) -> Answer<Granted> {
    let people: Vec<ParticipantId> = passes.keys().copied().collect();
    let held: BTreeMap<ParticipantId, Window> = queries::windows_of(tx, area, &people).await?.into_iter().collect();
    let wanted: Vec<(ParticipantId, Window)> = passes
        .iter()
        .filter(|(person, window)| held.get(person) != Some(window))
        .map(|(person, window)| (*person, *window))
        .collect();
    let changed = wanted.iter().filter(|(person, _)| held.contains_key(person)).count();
    let granted = Granted { new: wanted.len() - changed, changed, kept: passes.len() - wanted.len() };
    if !wanted.is_empty() {
        queries::upsert_passes(tx, by.conference_id(), area, &wanted, (by.account(), now)).await?;
        let people: Vec<ParticipantId> = wanted.iter().map(|(person, _)| *person).collect();
        note(tx, by, "pass.grant", area, &people, now).await?;
    }
    Ok(granted)
}

/// Ends somebody's pass at once.
///
/// # Errors
/// Refused when they hold none.
pub async fn revoke_pass(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    area: AreaId,
    of: ParticipantId,
    now: Moment,
) -> Answer<()> {
    if !queries::revoke_pass(tx, by.conference_id(), area, of, (by.account(), now)).await? {
        return Err(Problem::refused("gates-pass-gone"));
    }
    note(tx, by, "pass.revoke", area, &[of], now).await
}

async fn note(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    act: &str,
    area: AreaId,
    people: &[ParticipantId],
    now: Moment,
) -> Answer<()> {
    let who = Who::Account(by.account());
    let facts = json!({ "people": people });
    record_with(tx, Some(by.conference_id()), who, act, ("area", area.0), facts, now).await?;
    Ok(())
}
