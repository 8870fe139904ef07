//! Whom a change concerns: those on stage, the delegation that organises, and the delegations whose people are on stage; as it was
//! and as it is. Nobody else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::difference::{Change, ChangeKind, looks_other};
use crate::ids::{DelegationId, ParticipantId, SessionId};

/// Somebody whom a session is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    Person(ParticipantId),
    Delegation(DelegationId),
}

/// What a change means for a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Was not part of the session and is now.
    Joins,
    Stays,
    /// Was part of it and is no more.
    Leaves,
}

/// What a calendar is told: RFC 5546, sections 3.2.2 and 3.2.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Request,
    Cancel,
}

impl Method {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// One change, by its place among all of them, and what it means for the party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stake {
    pub change: usize,
    pub side: Side,
}

/// Whom each session is about.
pub type Parties = HashMap<SessionId, BTreeSet<Party>>;

/// What concerns whom. A session that was off and still is concerns nobody: they were told.
pub fn concerned(changes: &[Change], before: &Parties, after: &Parties) -> BTreeMap<Party, Vec<Stake>> {
    let mut found: BTreeMap<Party, Vec<Stake>> = BTreeMap::new();
    let nobody = BTreeSet::new();
    for (place, change) in changes.iter().enumerate() {
        let is_on = |row: &Option<crate::programme::model::Released>| row.as_ref().is_some_and(|row| !row.cancelled);
        if !is_on(&change.before) && !is_on(&change.after) {
            continue;
        }
        let of = |parties: &'_ Parties, there: bool| {
            if there { parties.get(&change.session).unwrap_or(&nobody).clone() } else { BTreeSet::new() }
        };
        let (was, is) = (of(before, change.before.is_some()), of(after, change.after.is_some()));
        for party in was.union(&is) {
            let side = match (was.contains(party), is.contains(party)) {
                (true, true) => Side::Stays,
                (false, _) => Side::Joins,
                (true, false) => Side::Leaves,
            };
            let off_anyway =
                (side == Side::Joins && !is_on(&change.after)) || (side == Side::Leaves && !is_on(&change.before));
            if !off_anyway {
                found.entry(*party).or_default().push(Stake { change: place, side });
            }
        }
    }
    found
}

/// What the calendar of somebody concerned is told, if anything it shows has changed.
pub fn method(change: &Change, side: Side) -> Option<Method> {
    match (change.kind, side) {
        (ChangeKind::Cancelled | ChangeKind::Gone, _) | (_, Side::Leaves) => Some(Method::Cancel),
        (_, Side::Joins) => Some(Method::Request),
        (_, Side::Stays) => {
            let (before, after) = change.before.as_ref().zip(change.after.as_ref())?;
            looks_other(before, after).then_some(Method::Request)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::difference::{difference, tests::row};
    use super::*;
    use crate::programme::model::Released;

    fn ann() -> Party {
        Party::Person(ParticipantId(uuid::Uuid::from_u128(1)))
    }

    fn ben() -> Party {
        Party::Person(ParticipantId(uuid::Uuid::from_u128(2)))
    }

    fn on(number: u128, parties: &[Party]) -> Parties {
        HashMap::from([(SessionId(uuid::Uuid::from_u128(number)), parties.iter().copied().collect())])
    }

    fn told(
        before: &[Released],
        was: &Parties,
        after: &[Released],
        is: &Parties,
    ) -> Vec<(Party, Side, Option<Method>)> {
        let changes = difference(before, after);
        let all = concerned(&changes, was, is);
        let one = |party: Party, stake: &Stake| (party, stake.side, method(&changes[stake.change], stake.side));
        all.iter().flat_map(|(party, stakes)| stakes.iter().map(|stake| one(*party, stake))).collect()
    }

    #[test]
    fn who_stays_is_asked_again_who_leaves_is_let_off_and_who_comes_is_asked() {
        let moved = told(&[row(1, 1, 0)], &on(1, &[ann()]), &[row(1, 2, 0)], &on(1, &[ben()]));
        assert_eq!(moved, [(ann(), Side::Leaves, Some(Method::Cancel)), (ben(), Side::Joins, Some(Method::Request))]);
        let stays = told(&[row(1, 1, 0)], &on(1, &[ann()]), &[row(1, 2, 0)], &on(1, &[ann()]));
        assert_eq!(stays, [(ann(), Side::Stays, Some(Method::Request))]);
        let mut webcast = row(1, 1, 0);
        webcast.facts.webcast = true;
        let told_only = told(&[row(1, 1, 0)], &on(1, &[ann()]), &[webcast], &on(1, &[ann()]));
        assert_eq!(told_only, [(ann(), Side::Stays, None)], "a calendar shows nothing of it");
    }

    #[test]
    fn what_is_unchanged_or_was_off_already_concerns_nobody() {
        let (session, stage) = (row(1, 1, 0), on(1, &[ann()]));
        assert!(told(std::slice::from_ref(&session), &stage, std::slice::from_ref(&session), &stage).is_empty());
        let off = Released { cancelled: true, off_since: Some(session.starts_at), ..session.clone() };
        let later = Released { starts_at: session.ends_at, ends_at: session.ends_at.plus_seconds(60), ..off.clone() };
        assert!(told(std::slice::from_ref(&off), &stage, &[later], &stage).is_empty());
        assert!(told(std::slice::from_ref(&off), &stage, &[], &Parties::new()).is_empty());
        assert!(told(&[], &Parties::new(), std::slice::from_ref(&off), &stage).is_empty(), "nobody knew of it");
        let back = told(std::slice::from_ref(&off), &stage, std::slice::from_ref(&session), &stage);
        assert_eq!(back, [(ann(), Side::Stays, Some(Method::Request))]);
        let gone = told(&[session], &stage, &[], &Parties::new());
        assert_eq!(gone, [(ann(), Side::Leaves, Some(Method::Cancel))]);
    }
}
