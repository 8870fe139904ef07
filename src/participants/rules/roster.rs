//! The order of a delegation's list: the one given by hand, then composition title, rank and name; whoever takes another's place
//! stands in it, and the other right after.

use std::collections::BTreeMap;

use crate::ids::ParticipantId;
use crate::participants::model::{Participant, Status};

/// People, sorted by name already, as their list shows them.
pub fn in_order(mut people: Vec<Participant>) -> Vec<Participant> {
    // Who came after the list was put into order stands behind it.
    let place = |person: &Participant| if person.ordinal == 0 { i32::MAX } else { person.ordinal };
    people.sort_by_key(|person| (place(person), person.composition_title, person.protocol_rank));
    let mut before: BTreeMap<ParticipantId, Vec<Participant>> = BTreeMap::new();
    let mut standing = Vec::with_capacity(people.len());
    let places: BTreeMap<ParticipantId, i32> = people.iter().map(|person| (person.id, person.ordinal)).collect();
    for person in people {
        match person.replaces_id.filter(|replaced| stands_for(&person, places.get(replaced).copied())) {
            Some(replaced) => before.entry(replaced).or_default().push(person),
            None => standing.push(person),
        }
    }
    let mut ordered = Vec::with_capacity(places.len());
    for person in standing {
        stand(person, &mut before, &mut ordered);
    }
    // Nobody is lost, even if two were said to take each other's place.
    ordered.extend(before.into_values().flatten());
    ordered
}

/// Whether somebody stands where the one stands whom they replace: not once they were refused or withdrew, nor where they were
/// given a place of their own.
fn stands_for(person: &Participant, place_of_the_other: Option<i32>) -> bool {
    let is_coming = !matches!(person.status, Status::Refused | Status::Withdrawn);
    is_coming && place_of_the_other.is_some_and(|other| person.ordinal == 0 || person.ordinal == other)
}

fn stand(person: Participant, before: &mut BTreeMap<ParticipantId, Vec<Participant>>, ordered: &mut Vec<Participant>) {
    for other in before.remove(&person.id).unwrap_or_default() {
        stand(other, before, ordered);
    }
    ordered.push(person);
}

/// Who takes the place of whom, as far as they are coming.
pub fn substitutes(people: &[Participant]) -> BTreeMap<ParticipantId, &Participant> {
    let is_coming = |person: &&Participant| !matches!(person.status, Status::Refused | Status::Withdrawn);
    people.iter().filter(is_coming).filter_map(|person| Some((person.replaces_id?, person))).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::participants::fixtures::complete;
    use crate::participants::model::CompositionTitle;

    fn person(number: u128, title: CompositionTitle) -> Participant {
        let mut person = Participant { id: ParticipantId(Uuid::from_u128(number)), ..complete() };
        person.details.composition_title = title;
        (person.status, person.replaces_id, person.ordinal) = (Status::Submitted, None, 0);
        person
    }

    /// Somebody for another, not named yet: first by name.
    fn instead(number: u128, of: &Participant) -> Participant {
        let mut person = person(number, of.composition_title);
        (person.replaces_id, person.ordinal, person.status) = (Some(of.id), of.ordinal, Status::Draft);
        person
    }

    fn numbers(people: Vec<Participant>) -> Vec<u128> {
        in_order(people).iter().map(|person| person.id.0.as_u128()).collect()
    }

    #[test]
    fn a_substitute_stands_in_the_place_of_the_other_who_comes_right_after() {
        let [head, one, two] =
            [(1, CompositionTitle::Head), (2, CompositionTitle::Adviser), (3, CompositionTitle::Adviser)]
                .map(|(number, title)| person(number, title));
        let for_two = instead(4, &two);
        let of_them = instead(5, &for_two);
        let all = vec![of_them, for_two, head, one, two];
        assert_eq!(numbers(all), [1, 2, 5, 4, 3]);
    }

    #[test]
    fn who_withdrew_or_was_placed_by_hand_stands_for_nobody() {
        let mut people: Vec<Participant> = (1..=3).map(|number| person(number, CompositionTitle::Adviser)).collect();
        for (person, place) in people.iter_mut().zip(1..) {
            person.ordinal = place;
        }
        let mut placed = instead(4, &people[0]);
        placed.ordinal = 3;
        let mut gone = instead(5, &people[1]);
        gone.status = Status::Withdrawn;
        people.extend([placed, gone]);
        assert_eq!(numbers(people.clone()), [1, 2, 5, 3, 4]);
        assert_eq!(substitutes(&people).len(), 1);
    }

    #[test]
    fn nobody_is_lost_whatever_was_said() {
        let (mut one, mut other) = (person(1, CompositionTitle::Adviser), person(2, CompositionTitle::Adviser));
        (one.replaces_id, other.replaces_id) = (Some(other.id), Some(one.id));
        let mut found = numbers(vec![one, other]);
        found.sort_unstable();
        assert_eq!(found, [1, 2]);
    }
}
