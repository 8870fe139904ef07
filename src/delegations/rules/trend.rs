//! How answers came in: for each day what stood at its end, and the same by regional group. A delegation that changes its mind
//! counts once, by its last answer.

use std::collections::HashMap;

use crate::clock::Day;
use crate::delegations::model::{Delegation, DelegationKind, DelegationStatus};
use crate::ids::DelegationId;

/// What stood at the end of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub confirmed: i64,
    pub declined: i64,
    /// People whom the confirmed ones announced.
    pub people: i64,
}

/// One answer: whose, on which day, what, with how many people.
pub type Answered = (DelegationId, Day, DelegationStatus, Option<i32>);

/// What stood at the end of each day from the first answer to `until`, both included; `answers` in the order of time.
pub fn trend(answers: &[Answered], until: Day) -> Vec<(Day, Standing)> {
    let mut last: HashMap<DelegationId, (DelegationStatus, i64)> = HashMap::new();
    let mut days = Vec::new();
    let mut rest = answers.iter().peekable();
    let Some((_, first, ..)) = answers.first() else { return days };
    let mut day = *first;
    while day <= until {
        while let Some((id, _, status, people)) = rest.next_if(|(_, at, ..)| *at <= day) {
            last.insert(*id, (*status, i64::from(people.unwrap_or(0))));
        }
        days.push((day, standing(&last)));
        day = day.plus_days(1);
    }
    days
}

fn standing(last: &HashMap<DelegationId, (DelegationStatus, i64)>) -> Standing {
    last.values().fold(Standing::default(), |sum, (status, people)| match status {
        DelegationStatus::Confirmed => Standing { confirmed: sum.confirmed + 1, people: sum.people + people, ..sum },
        DelegationStatus::Declined => Standing { declined: sum.declined + 1, ..sum },
        DelegationStatus::Expected | DelegationStatus::Invited => sum,
    })
}

/// A row of the table of answers: a regional group, or a kind of delegation that has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grouping {
    Region(String),
    Kind(DelegationKind),
}

/// What stands in a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub listed: i64,
    pub not_written_to: i64,
    pub unanswered: i64,
    pub confirmed: i64,
    pub declined: i64,
    /// People whom the confirmed ones announced.
    pub expected: i64,
    /// People handed in who have a place.
    pub named: i64,
}

/// Answers by regional group, in the order of `regions`, then by kind for those without a group. Groups without a delegation are
/// left out. `named` gives the people of a delegation who have a place.
pub fn tally(
    delegations: &[Delegation],
    regions: &[&str],
    named: impl Fn(DelegationId) -> i64,
) -> Vec<(Grouping, Tally)> {
    let regional = |one: &&Delegation| one.region.as_deref().is_some_and(|region| regions.contains(&region));
    let by_region = regions.iter().map(|region| {
        let own = delegations.iter().filter(|one| one.region.as_deref() == Some(region));
        (Grouping::Region((*region).to_owned()), summed(own, &named))
    });
    let by_kind = DelegationKind::ALL.iter().map(|kind| {
        let own = delegations.iter().filter(|one| one.kind == *kind && !regional(one));
        (Grouping::Kind(*kind), summed(own, &named))
    });
    by_region.chain(by_kind).filter(|(_, sums)| sums.listed > 0).collect()
}

/// Everything together.
pub fn total(rows: &[(Grouping, Tally)]) -> Tally {
    rows.iter().fold(Tally::default(), |sum, (_, one)| Tally {
        listed: sum.listed + one.listed,
        not_written_to: sum.not_written_to + one.not_written_to,
        unanswered: sum.unanswered + one.unanswered,
        confirmed: sum.confirmed + one.confirmed,
        declined: sum.declined + one.declined,
        expected: sum.expected + one.expected,
        named: sum.named + one.named,
    })
}

fn summed<'a>(own: impl Iterator<Item = &'a Delegation>, named: &impl Fn(DelegationId) -> i64) -> Tally {
    own.fold(Tally::default(), |mut sum, one| {
        sum.listed += 1;
        sum.named += named(one.id);
        match one.status {
            DelegationStatus::Expected => sum.not_written_to += 1,
            DelegationStatus::Invited => sum.unanswered += 1,
            DelegationStatus::Confirmed => {
                sum.confirmed += 1;
                sum.expected += i64::from(one.expected_people.unwrap_or(0));
            }
            DelegationStatus::Declined => sum.declined += 1,
        }
        sum
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(number: i32) -> Day {
        Day::parse("2025-09-01").unwrap().plus_days(number)
    }

    #[test]
    fn a_change_of_mind_counts_once_and_by_the_last_answer() {
        let (norway, namibia) = (DelegationId::new(), DelegationId::new());
        let answers = [
            (norway, day(0), DelegationStatus::Confirmed, Some(9)),
            (namibia, day(2), DelegationStatus::Confirmed, Some(4)),
            (norway, day(3), DelegationStatus::Declined, None),
        ];
        let days = trend(&answers, day(4));
        let said: Vec<_> = days.iter().map(|(_, one)| (one.confirmed, one.declined, one.people)).collect();
        assert_eq!(said, [(1, 0, 9), (1, 0, 9), (2, 0, 13), (1, 1, 4), (1, 1, 4)]);
        assert!(trend(&[], day(4)).is_empty());
    }

    proptest! {
        /// The last day of the trend is what the delegations themselves say.
        #[test]
        fn the_trend_ends_where_the_answers_stand(given in prop::collection::vec((0usize..5, 0i32..20, any::<bool>()), 1..40)) {
            let who: Vec<DelegationId> = (0..5).map(|_| DelegationId::new()).collect();
            let mut given = given;
            given.sort_by_key(|(_, day, _)| *day);
            let answers: Vec<Answered> = given
                .iter()
                .map(|(one, at, comes)| {
                    let status = if *comes { DelegationStatus::Confirmed } else { DelegationStatus::Declined };
                    (who[*one], day(*at), status, comes.then_some(3))
                })
                .collect();
            let last = trend(&answers, day(20)).last().unwrap().1;
            let stands = |one: &DelegationId| answers.iter().rev().find(|(id, ..)| id == one).map(|(_, _, status, _)| *status);
            let confirmed = who.iter().filter(|one| stands(one) == Some(DelegationStatus::Confirmed)).count() as i64;
            let declined = who.iter().filter(|one| stands(one) == Some(DelegationStatus::Declined)).count() as i64;
            prop_assert_eq!(last, Standing { confirmed, declined, people: confirmed * 3 });
        }
    }
}
