//! The whole cast: delegations, their people, and how far each file has come.

use jiff::civil::Date;

use super::countries::Country;
use super::delegations::{DemoDelegation, awaited, delegations};
use super::fates::{DemoFate, fates};
use super::names::{Name, Sex};
use super::people::{DemoPerson, people};
use crate::delegations::DelegationKind;
use crate::participants::import::SAMPLE;

/// Four minutes past ten on the second day, in seconds after midnight of the first: where the demonstration stands unless it is
/// started at another hour.
pub const NOW: i64 = (24 + 10) * 3600 + 4 * 60;

/// Everybody at the conference.
#[derive(Clone, Debug)]
pub struct Cast {
    pub delegations: Vec<DemoDelegation>,
    /// Delegation after delegation, each in the order of its roster.
    pub people: Vec<DemoPerson>,
    /// One for each of the people.
    pub fates: Vec<DemoFate>,
    /// For each of the people, the place of the delegation.
    pub member_of: Vec<usize>,
}

/// Who of the sample sheet was somewhere else before.
const AGAIN: usize = 1;
/// Samoa's places for delegates.
const SAMPLED: i32 = 40;

impl Cast {
    /// The delegation of the person at this place.
    pub fn delegation_of(&self, person: usize) -> &DemoDelegation {
        &self.delegations[self.member_of[person]]
    }

    /// Each delegation with its people; those that send nobody come last.
    pub fn rosters(&self) -> impl Iterator<Item = (&DemoDelegation, &[DemoPerson])> {
        let mut start = 0;
        self.delegations.iter().map(move |delegation| {
            let roster = &self.people[start..start + delegation.size];
            start += delegation.size;
            (delegation, roster)
        })
    }

    /// The places of each category that a delegation is given: what its people use and a few to spare.
    pub fn quotas(&self, delegation: usize) -> Vec<(char, i32)> {
        let of = &self.delegations[delegation];
        let mut places: Vec<(char, i32)> = Vec::new();
        for (person, _) in self.people.iter().zip(&self.member_of).filter(|(_, member_of)| **member_of == delegation) {
            match places.iter_mut().find(|(letter, _)| *letter == person.category) {
                Some((_, count)) => *count += 1,
                None => places.push((person.category, 1)),
            }
        }
        for (letter, count) in &mut places {
            let (round, spare) = match letter {
                'E' => (1, 0),
                'D' => (5, 2),
                _ => (2, 2),
            };
            *count = (*count + spare + round - 1) / round * round;
        }
        // Room for the thirty people of the sample sheet.
        if of.entity.is_some_and(|entity| entity.alpha2 == "WS") && of.is_official() {
            places.retain(|(letter, _)| *letter != 'D');
            places.push(('D', SAMPLED));
        }
        // Nobody is named yet: the places that its kind begins with.
        if of.size == 0 {
            places.extend(usual_places(of));
        }
        if of.is_official() && !places.iter().any(|(letter, _)| *letter == 'G') {
            places.push(('G', 2));
        }
        places
    }
}

fn usual_places(of: &DemoDelegation) -> Vec<(char, i32)> {
    match of.kind {
        DelegationKind::Intergovernmental => vec![('I', 4)],
        DelegationKind::Ngo => vec![('N', 4)],
        DelegationKind::Academia => vec![('A', 4)],
        DelegationKind::Company => vec![('B', 6)],
        DelegationKind::Media => vec![('P', 6)],
        _ => vec![('E', 1), ('D', 10)],
    }
}

/// Casts a conference of so many people that begins on this day, as it stands at [`NOW`].
pub fn cast(seed: u64, number: usize, begins: Date) -> Cast {
    cast_at(seed, number, begins, NOW)
}

/// The same as it stands at another moment, in seconds after midnight of the first day.
pub fn cast_at(seed: u64, number: usize, begins: Date, now: i64) -> Cast {
    let mut delegations = delegations(seed, number);
    let mut present: Vec<&'static Country> = delegations.iter().map(|one| one.country).collect();
    present.sort_by_key(|country| country.code());
    present.dedup_by_key(|country| country.code());
    let mut everybody = Vec::with_capacity(number);
    let mut member_of = Vec::with_capacity(number);
    for (place, delegation) in delegations.iter().enumerate() {
        everybody.extend(people(seed, delegation, &present, begins));
        member_of.resize(everybody.len(), place);
    }
    let fates = fates(seed, &everybody, |person| &delegations[member_of[person]], now);
    let at = |person: usize| &delegations[member_of[person]];
    meet_again(&mut everybody, &fates, at);
    delegations.extend(awaited(seed));
    Cast { people: everybody, fates, member_of, delegations }
}

/// Somebody of the sample sheet stood on an organisation's list before, and was withdrawn from it: the officer's one honest doubt.
fn meet_again<'a>(people: &mut [DemoPerson], fates: &[DemoFate], delegation: impl Fn(usize) -> &'a DemoDelegation) {
    let again = &SAMPLE[AGAIN];
    let Ok(birth_date) = again.birth.parse() else { return };
    let found = (0..people.len()).find(|place| {
        matches!(fates[*place], DemoFate::Withdrawn { .. })
            && !delegation(*place).is_official()
            && people[*place].sex == Sex::Male
            && people[*place].name.native.is_none()
    });
    let Some(place) = found else { return };
    let all = format!("{} {}", again.given_name, again.family_name);
    let person = &mut people[place];
    person.email = Some(format!("iosefa.faalogo@{}", delegation(place).domain));
    (person.birth_date, person.nationality, person.residence) = (birth_date, "WS", "WS");
    person.name = Name {
        family: again.family_name.to_owned(),
        given: again.given_name.to_owned(),
        document: all.clone(),
        badge: all,
        native: None,
    };
}

/// One cast for the tests that only look.
#[cfg(test)]
pub fn example() -> &'static Cast {
    static CAST: std::sync::LazyLock<Cast> =
        std::sync::LazyLock::new(|| cast(1, 2500, jiff::civil::date(2026, 11, 21)));
    &CAST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_uses_a_place_that_was_not_given() {
        let cast = example();
        for (place, (delegation, people)) in cast.rosters().enumerate() {
            let quotas = cast.quotas(place);
            for person in people {
                let used = people.iter().filter(|other| other.category == person.category).count();
                let cap = quotas.iter().find(|(letter, _)| *letter == person.category).unwrap().1;
                assert!(used as i32 <= cap, "{}", delegation.key);
            }
        }
    }

    #[test]
    fn one_of_the_sample_was_withdrawn_by_an_organisation_before() {
        let cast = example();
        let found: Vec<usize> = (0..cast.people.len())
            .filter(|place| cast.people[*place].name.family == SAMPLE[AGAIN].family_name)
            .collect();
        assert_eq!(found.len(), 1);
        assert!(
            matches!(cast.fates[found[0]], DemoFate::Withdrawn { .. }) && !cast.delegation_of(found[0]).is_official()
        );
    }
}
