//! Teams of interpreters: nobody interprets in two booths at once, nor for hours without a rest.

use super::{Claim, Doubt, Team, near};
use crate::ids::{SessionId, TeamId};

/// Of a team's sessions, by start.
pub fn judge(id: TeamId, team: &Team, sorted: &[&Claim]) -> Vec<(SessionId, Doubt)> {
    let mut found = Vec::new();
    for (one, other) in near(sorted, 0) {
        found.push((one.session, Doubt::TeamTwice { with: other.session, team: id }));
        found.push((other.session, Doubt::TeamTwice { with: one.session, team: id }));
    }
    for run in runs(team, sorted) {
        let (Some(first), Some(last)) = (run.first(), run.iter().map(|claim| claim.until).max()) else { continue };
        let minutes = last.seconds_since(first.from) / 60;
        if minutes > team.most {
            let tired = Doubt::TeamTired { team: id, minutes, most: team.most };
            found.extend(run.iter().map(|claim| (claim.session, tired.clone())));
        }
    }
    found
}

/// Sessions between which the team has no rest that counts as one.
fn runs<'a>(team: &Team, sorted: &[&'a Claim]) -> Vec<Vec<&'a Claim>> {
    let mut runs: Vec<Vec<&Claim>> = Vec::new();
    let mut end = None;
    for claim in sorted {
        let goes_on = end.is_some_and(|end| claim.from.seconds_since(end) < team.rest.max(1) * 60);
        match runs.last_mut().filter(|_| goes_on) {
            Some(run) => run.push(claim),
            None => runs.push(vec![claim]),
        }
        end = if goes_on { end.max(Some(claim.until)) } else { Some(claim.until) };
    }
    runs
}
