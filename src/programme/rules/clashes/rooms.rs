//! Two sessions in one room, in a part of one, or too close upon each other there.

use super::{Claim, Doubt, Ground, minutes_between, near};
use crate::ids::SessionId;

/// Of the sessions that hold one smallest room, by start.
pub fn judge(sorted: &[&Claim], longest: i64, ground: &Ground) -> Vec<(SessionId, Doubt)> {
    near(sorted, longest).into_iter().flat_map(|(one, other)| in_one_room(one, other, ground)).collect()
}

/// Minutes that a room needs between two sessions.
fn turnover(claim: &Claim, ground: &Ground) -> i64 {
    claim.room.and_then(|room| ground.places.get(&room)).map_or(0, |place| place.turnover)
}

/// What two sessions that share a room, or a part of one, say of each other; the earlier one comes first.
fn in_one_room(one: &Claim, other: &Claim, ground: &Ground) -> Vec<(SessionId, Doubt)> {
    if other.from < one.until {
        let held = |with: &Claim| Doubt::RoomHeld { with: with.session, firm: one.firm && other.firm };
        return vec![(one.session, held(other)), (other.session, held(one))];
    }
    let (gap, needed) = (minutes_between(one, other), turnover(one, ground).max(turnover(other, ground)));
    if gap >= needed {
        return Vec::new();
    }
    let short = |with: &Claim, after: bool| Doubt::Turnover { with: with.session, after, gap, needed };
    vec![(one.session, short(other, true)), (other.session, short(one, false))]
}
