//! A delegation that is due in more places at once than it has people: a State of one member chairs here and signs there.

use std::collections::BTreeSet;

use super::{Claim, Doubt};
use crate::clock::Moment;
use crate::ids::{DelegationId, SessionId};

/// Of the sessions at which a delegation is due, by start, each with those of its people who are needed there. One person on two stages is
/// one person here: that is told as what it is.
pub fn judge(party: DelegationId, members: usize, sorted: &[(&Claim, BTreeSet<String>)]) -> Vec<(SessionId, Doubt)> {
    let mut found = Vec::new();
    let mut told: BTreeSet<(SessionId, SessionId)> = BTreeSet::new();
    // The need rises only when something begins.
    let starts: BTreeSet<Moment> = sorted.iter().map(|(claim, _)| claim.from).collect();
    for at in starts {
        let now: Vec<&(&Claim, BTreeSet<String>)> =
            sorted.iter().filter(|(claim, _)| claim.from <= at && at < claim.until).collect();
        let due = now.iter().flat_map(|(_, people)| people).collect::<BTreeSet<_>>().len();
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
