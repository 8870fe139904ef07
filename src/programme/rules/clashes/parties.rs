//! A delegation that is due in more places at once than it has people: a State of one member chairs here and signs there.

use std::collections::BTreeSet;

use super::{Claim, Doubt};
use crate::clock::Moment;
use crate::ids::{DelegationId, SessionId};

/// Of the sessions at which a delegation is due, by start, each with how many of its people are needed there.
pub fn judge(party: DelegationId, members: usize, sorted: &[(&Claim, usize)]) -> Vec<(SessionId, Doubt)> {
    let mut found = Vec::new();
    let mut told: BTreeSet<(SessionId, SessionId)> = BTreeSet::new();
    // The need rises only when something begins.
    let starts: BTreeSet<Moment> = sorted.iter().map(|(claim, _)| claim.from).collect();
    for at in starts {
        let now: Vec<&(&Claim, usize)> =
            sorted.iter().filter(|(claim, _)| claim.from <= at && at < claim.until).collect();
        let due: usize = now.iter().map(|(_, people)| people).sum();
        if due <= members || now.len() < 2 {
            continue;
        }
        for (one, _) in &now {
            for (other, _) in now.iter().filter(|(other, _)| other.session != one.session) {
                if told.insert((one.session, other.session)) {
                    found.push((one.session, Doubt::PartyThin { with: other.session, party, members, due }));
                }
            }
        }
    }
    found
}
