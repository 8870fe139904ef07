//! One person on two stages or on the way between them, and two heads of State speaking at once.

use super::{Claim, Doubt, Ground, OnStage, minutes_between, near};
use crate::ids::SessionId;

/// Of the sessions that have this name on stage, by start.
pub fn judge(key: &str, sorted: &[&Claim], ground: &Ground) -> Vec<(SessionId, Doubt)> {
    // A State may chair twice at once, by two people.
    if ground.bodies.contains_key(key) {
        return Vec::new();
    }
    let pairs = near(sorted, ground.walks.longest());
    pairs.into_iter().flat_map(|(one, other)| of_one_person(key, one, other, ground)).collect()
}

/// Of the sessions that have a head of State or government on stage, by start: none speaks while another one does. Those who share a
/// stage are there together.
pub fn heads(sorted: &[&Claim]) -> Vec<(SessionId, Doubt)> {
    let head = |claim: &Claim| claim.people.iter().find(|person| is_head(person)).cloned();
    let mut found = Vec::new();
    for (one, other) in near(sorted, 0) {
        let (Some(first), Some(second)) = (head(one), head(other)) else { continue };
        if first.who == second.who {
            continue;
        }
        let at_once = |with: &Claim, person: &OnStage, other: &OnStage| Doubt::HeadsAtOnce {
            with: with.session,
            person: person.name.clone(),
            other: other.name.clone(),
        };
        found.push((one.session, at_once(other, &first, &second)));
        found.push((other.session, at_once(one, &second, &first)));
    }
    found
}

pub fn is_head(person: &OnStage) -> bool {
    person.standing.is_some_and(|standing| standing.is_head)
}

/// What two sessions that have one name on stage say of each other; the earlier one comes first.
fn of_one_person(key: &str, one: &Claim, other: &Claim, ground: &Ground) -> Vec<(SessionId, Doubt)> {
    let of_name = |claim: &Claim| claim.people.iter().find(|person| person.key == key).cloned();
    let (Some(first), Some(second)) = (of_name(one), of_name(other)) else { return Vec::new() };
    // Two people of one name, both known, are two people.
    if first.who.zip(second.who).is_some_and(|(first, second)| first != second) {
        return Vec::new();
    }
    if other.from < one.until {
        let firm = one.firm && other.firm && first.who.is_some() && first.who == second.who;
        let twice =
            |with: &Claim, person: OnStage| Doubt::OnStageTwice { with: with.session, person: person.name, firm };
        return vec![(one.session, twice(other, first)), (other.session, twice(one, second))];
    }
    let Some((from, to)) = one.room.zip(other.room) else { return Vec::new() };
    let (gap, needed) = (minutes_between(one, other), ground.walks.minutes(from, to));
    if gap >= needed {
        return Vec::new();
    }
    let far = |with: &Claim, after: bool, person: OnStage| Doubt::TooFar {
        with: with.session,
        person: person.name,
        after,
        gap,
        needed,
    };
    vec![(one.session, far(other, true, first)), (other.session, far(one, false, second))]
}
