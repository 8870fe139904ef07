//! Which of a delegation's drafts can be handed in together, and what keeps the others: looked at in the order of the list, so
//! that the last places go to whoever stands first.

use std::collections::HashMap;

use super::submission::{Refusal, may_be_handed_in};
use crate::clock::Moment;
use crate::conferences::{Category, Conference};
use crate::delegations::Quota;
use crate::ids::CategoryId;
use crate::participants::rules::{Window, missing};
use crate::participants::{CompositionTitle, Participant, Status};
use crate::web::Errors;

/// Where a draft stands before it is handed in.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    Ready,
    /// What is missing, each at its field.
    Lacking(Errors),
    /// Those before it on the list take the last places: so many there are.
    NoPlace {
        cap: i32,
    },
    /// They said themselves that they do not come.
    Declined,
    /// There is a head of the delegation already.
    SecondHead,
    Window(Refusal),
}

/// Every draft with where it stands, in the order of the list.
pub fn standings<'a>(
    people: &'a [Participant],
    (categories, quotas): (&[Category], &[Quota]),
    conference: &Conference,
    now: Moment,
) -> Vec<(&'a Participant, Standing)> {
    let window = Window::at(conference, now);
    let mut left: HashMap<CategoryId, (i32, i32)> =
        quotas.iter().map(|quota| (quota.category_id, (quota.cap - quota.used, quota.cap))).collect();
    let is_head = |person: &Participant| person.composition_title == CompositionTitle::Head;
    let mut has_head = people.iter().any(|person| is_head(person) && person.status.holds_a_place());
    let mut standing = |person: &Participant| {
        if person.declined_at.is_some() {
            return Standing::Declined;
        }
        let Some(category) = categories.iter().find(|one| one.id == person.category_id) else {
            return Standing::NoPlace { cap: 0 };
        };
        let lacking = missing(person, category, conference, now);
        if !lacking.is_empty() {
            return Standing::Lacking(lacking);
        }
        let replaced = people.iter().find(|other| person.replaces_id == Some(other.id) && other.status.holds_a_place());
        let late = person.late_reason.is_some();
        if let Err(refusal) = may_be_handed_in(person.status, window, late, replaced.is_some()) {
            return Standing::Window(refusal);
        }
        let leaves_the_head = replaced.is_some_and(is_head);
        if is_head(person) && has_head && !leaves_the_head {
            return Standing::SecondHead;
        }
        let own_place = replaced.is_some_and(|other| other.category_id == category.id);
        if category.counts_toward_quota && !own_place {
            let (left, cap) = left.entry(category.id).or_insert((0, 0));
            if *left <= 0 {
                return Standing::NoPlace { cap: *cap };
            }
            *left -= 1;
        }
        if let Some(other) = replaced.filter(|_| !own_place) {
            // The place of another category is free for those behind.
            left.entry(other.category_id).or_insert((0, 0)).0 += 1;
        }
        has_head = (has_head && !leaves_the_head) || is_head(person);
        Standing::Ready
    };
    let drafts = people.iter().filter(|person| person.status == Status::Draft);
    drafts.map(|person| (person, standing(person))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::participants::fixtures::{category, complete, conference};

    fn now() -> Moment {
        Moment::parse("2025-08-01T00:00:00Z").unwrap()
    }

    fn drafts(count: usize) -> Vec<Participant> {
        (0..count).map(|_| Participant { status: Status::Draft, ..complete() }).collect()
    }

    fn of(people: &[Participant], cap: i32, used: i32) -> Vec<Standing> {
        let quotas = [Quota { category_id: category().id, cap, used }];
        standings(people, (&[category()], &quotas), &conference(), now()).into_iter().map(|(_, one)| one).collect()
    }

    #[test]
    fn the_last_places_go_in_the_order_of_the_list() {
        let expected = [Standing::Ready, Standing::Ready, Standing::NoPlace { cap: 5 }];
        assert_eq!(of(&drafts(3), 5, 3), expected);
    }

    #[test]
    fn whoever_lacks_something_takes_no_place_from_those_behind() {
        let mut people = drafts(2);
        people[0].details.functional_title.clear();
        let found = of(&people, 1, 0);
        assert!(matches!(&found[0], Standing::Lacking(errors) if errors.get("functional_title").is_some()));
        assert_eq!(found[1], Standing::Ready);
    }

    #[test]
    fn who_says_they_do_not_come_is_not_handed_in_with_the_others() {
        let mut people = drafts(2);
        people[0].declined_at = Some(now());
        assert_eq!(of(&people, 1, 0), [Standing::Declined, Standing::Ready]);
    }

    #[test]
    fn a_substitute_needs_no_place_of_their_own() {
        let mut people = drafts(3);
        people[0].status = Status::Approved;
        people[0].details.composition_title = CompositionTitle::Head;
        people[1].replaces_id = Some(people[0].id);
        people[1].details.composition_title = CompositionTitle::Head;
        people[2].id = crate::ids::ParticipantId::new();
        people[1].id = crate::ids::ParticipantId::new();
        assert_eq!(of(&people, 1, 1), [Standing::Ready, Standing::NoPlace { cap: 1 }]);
    }

    #[test]
    fn a_delegation_has_one_head() {
        let mut people = drafts(3);
        people[1].details.composition_title = CompositionTitle::Head;
        people[2].details.composition_title = CompositionTitle::Head;
        assert_eq!(of(&people, 9, 0), [Standing::Ready, Standing::Ready, Standing::SecondHead]);
        people[0].status = Status::Approved;
        people[0].details.composition_title = CompositionTitle::Head;
        assert_eq!(of(&people, 9, 0), [Standing::SecondHead, Standing::SecondHead]);
    }

    #[test]
    fn before_the_window_nobody_is_ready() {
        let quotas = [Quota { category_id: category().id, cap: 9, used: 0 }];
        let early = Moment::parse("2025-01-01T00:00:00Z").unwrap();
        let people = drafts(1);
        let found = standings(&people, (&[category()], &quotas), &conference(), early);
        assert_eq!(found[0].1, Standing::Window(Refusal::NotYet));
    }

    proptest! {
        #[test]
        fn never_more_are_ready_than_there_are_places(count in 0_usize..30, cap in 0_i32..20, used in 0_i32..20) {
            let ready = of(&drafts(count), cap, used).into_iter().filter(|one| *one == Standing::Ready).count();
            let left = usize::try_from(cap - used).unwrap_or_default();
            prop_assert_eq!(ready, count.min(left));
        }
    }
}
