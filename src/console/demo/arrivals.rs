//! Who passed which gate when: yesterday and this morning, up to now.
//!
//! People come in the hour before the opening, go out for lunch and come back, leave in the evening or after the reception, and
//! come again in the morning. Every list of one person's movements can really have happened: the badge was collected before, entries and
//! exits take turns, the hall lies inside the centre, and nobody is at two gates at once.

use super::cast::Cast;
use super::chance::Chance;
use super::fates::DemoFate;
use crate::delegations::DelegationKind;
use crate::gates::Direction;

/// The two gates of the demonstration.
pub const MAIN_ENTRANCE: &str = "main-entrance";
pub const PLENARY_HALL: &str = "plenary-hall";

/// The letters of the categories that may enter the plenary hall while it is open.
pub const PLENARY_CATEGORIES: &str = "DEOIUSHKLM";

const MINUTE: i64 = 60;
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// One passage, or one attempt. Times are seconds after midnight of the first day, in the conference's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The place of the person in the cast.
    pub person: usize,
    pub gate: &'static str,
    pub direction: Direction,
    pub at: i64,
}

/// All passages until `now`, in the order of time.
pub fn arrivals(seed: u64, cast: &Cast, now: i64) -> Vec<Movement> {
    let mut all = Vec::new();
    for (person, fate) in cast.fates.iter().enumerate() {
        let Some(collected) = fate.collected_at() else { continue };
        let ends = if let DemoFate::Revoked { at, .. } = fate { *at } else { now };
        let mut walk = Walk { person, chance: Chance::of(seed, "arrivals", person as u64), steps: Vec::new() };
        for day in 0..=now / DAY {
            walk.day(cast.people[person].category, day * DAY, collected);
        }
        all.extend(until(walk.steps, now, ends));
    }
    all.sort_by_key(|step| (step.at, step.person));
    all
}

/// What happened of a planned walk. Nobody enters with a badge that died at `ends`; whoever was inside then leaves as planned.
fn until(steps: Vec<Movement>, now: i64, ends: i64) -> Vec<Movement> {
    let mut inside = [false, false];
    let mut happened = Vec::new();
    for step in steps.into_iter().take_while(|step| step.at < now) {
        let entry = step.direction == Direction::Entry;
        let here = &mut inside[usize::from(step.gate == PLENARY_HALL)];
        if *here != entry && (step.at < ends || !entry) {
            *here = entry;
            happened.push(step);
        }
    }
    happened
}

/// Attempts that the gates refuse, in the order of time: people of companies and media at the hall's door, badges lent to a
/// colleague, badges that are revoked.
pub fn refused_attempts(seed: u64, cast: &Cast, passages: &[Movement], now: i64) -> Vec<Movement> {
    let mut chance = Chance::of(seed, "refused attempts", 0);
    let mut all = Vec::new();
    let entry = |person, gate, at| Movement { person, gate, direction: Direction::Entry, at };
    for (person, fate) in cast.fates.iter().enumerate() {
        let after = match fate {
            DemoFate::Revoked { at, .. } => at + chance.between(15 * MINUTE, 3 * HOUR),
            _ => continue,
        };
        all.push(entry(person, MAIN_ENTRANCE, after));
    }
    let arrived: Vec<&Movement> = passages
        .iter()
        .filter(|one| {
            one.gate == MAIN_ENTRANCE
                && one.direction == Direction::Entry
                && matches!(cast.delegation_of(one.person).kind, DelegationKind::Company | DelegationKind::Media)
        })
        .collect();
    for one in arrived.iter().step_by(14) {
        all.push(entry(one.person, PLENARY_HALL, one.at + chance.between(4 * MINUTE, 50 * MINUTE)));
    }
    for one in arrived.iter().skip(5).step_by(61) {
        all.push(entry(one.person, MAIN_ENTRANCE, one.at + chance.between(MINUTE, 9 * MINUTE)));
    }
    all.retain(|one| one.at < now - MINUTE && is_inside(passages, one));
    all.sort_by_key(|step| (step.at, step.person));
    all
}

/// Whether an attempt fits what the person did before: only a revoked badge is tried from outside.
fn is_inside(passages: &[Movement], attempt: &Movement) -> bool {
    let before =
        passages.iter().rfind(|one| one.person == attempt.person && one.at <= attempt.at && one.gate == MAIN_ENTRANCE);
    before.is_some_and(|one| one.direction == Direction::Entry) || attempt.gate == MAIN_ENTRANCE
}

/// How a category keeps its day.
struct Habit {
    comes: f64,
    /// Hours of the middle and the spread of arrival.
    arrives: (f64, f64),
    lunch_outside: f64,
    leaves: (f64, f64),
    reception: f64,
}

fn habit(category: char) -> Habit {
    match category {
        'H' | 'K' | 'L' | 'M' | 'C' | 'V' => {
            Habit { comes: 0.94, arrives: (7.2, 0.7), lunch_outside: 0.12, leaves: (19.0, 0.8), reception: 0.3 }
        }
        'S' => Habit { comes: 0.97, arrives: (7.6, 0.5), lunch_outside: 0.15, leaves: (19.2, 0.7), reception: 0.5 },
        'D' | 'E' | 'O' => {
            Habit { comes: 0.94, arrives: (8.6, 0.42), lunch_outside: 0.36, leaves: (17.9, 0.6), reception: 0.62 }
        }
        'P' => Habit { comes: 0.9, arrives: (8.3, 0.6), lunch_outside: 0.3, leaves: (18.6, 0.7), reception: 0.1 },
        'X' => Habit { comes: 0.96, arrives: (8.0, 0.4), lunch_outside: 0.2, leaves: (18.0, 0.4), reception: 0.2 },
        'G' => Habit { comes: 0.55, arrives: (9.1, 0.6), lunch_outside: 0.6, leaves: (13.0, 1.0), reception: 0.6 },
        _ => Habit { comes: 0.86, arrives: (8.9, 0.6), lunch_outside: 0.34, leaves: (17.6, 0.8), reception: 0.3 },
    }
}

struct Walk {
    person: usize,
    chance: Chance,
    steps: Vec<Movement>,
}

impl Walk {
    fn day(&mut self, category: char, midnight: i64, collected: i64) {
        let habit = habit(category);
        if !self.chance.likely(habit.comes) {
            return;
        }
        let wished = midnight + self.hour(habit.arrives);
        let opens = midnight + 6 * HOUR + 30 * MINUTE;
        let arrival = wished.max(opens).max(collected + self.chance.between(4 * MINUTE, 25 * MINUTE));
        let evening = midnight + self.hour(habit.leaves);
        let stays = midnight == 0 && self.chance.likely(habit.reception);
        let leaving = if stays { midnight + self.hour((21.7, 0.35)) } else { evening };
        if arrival + 20 * MINUTE > leaving {
            return;
        }
        self.passes(MAIN_ENTRANCE, Direction::Entry, arrival);
        let lunch = midnight + self.hour((12.9, 0.28));
        let arrival = if arrival + 2 * HOUR < lunch { self.errand(arrival, midnight) } else { arrival };
        let back = lunch + self.chance.between(35 * MINUTE, 80 * MINUTE);
        let out = arrival + HOUR < lunch && back + HOUR < leaving && self.chance.likely(habit.lunch_outside);
        let (morning_ends, afternoon_begins) =
            if out { (lunch, back) } else { (midnight + self.hour((12.6, 0.1)), midnight + self.hour((13.8, 0.2))) };
        self.sits_in_the_hall(category, (arrival, morning_ends.min(leaving)), midnight + 8 * HOUR + 30 * MINUTE);
        if out {
            self.passes(MAIN_ENTRANCE, Direction::Exit, lunch);
            if self.chance.likely(0.06) {
                return;
            }
            self.passes(MAIN_ENTRANCE, Direction::Entry, back);
        }
        self.sits_in_the_hall(category, (afternoon_begins.max(arrival), leaving), midnight + 13 * HOUR + 40 * MINUTE);
        self.passes(MAIN_ENTRANCE, Direction::Exit, leaving);
    }

    /// Some go out again soon: to meet somebody at the door, or until after lunch. Gives since when they stay.
    fn errand(&mut self, arrival: i64, midnight: i64) -> i64 {
        if !self.chance.likely(0.07) {
            return arrival;
        }
        let out = arrival + self.chance.between(12 * MINUTE, 50 * MINUTE);
        let soon = out + self.chance.between(8 * MINUTE, 35 * MINUTE);
        let back = if self.chance.likely(0.4) { midnight + self.hour((13.6, 0.3)) } else { soon };
        self.passes(MAIN_ENTRANCE, Direction::Exit, out);
        self.passes(MAIN_ENTRANCE, Direction::Entry, back);
        back
    }

    /// A while in the plenary hall, not before it opens, between coming and going.
    fn sits_in_the_hall(&mut self, category: char, (from, until): (i64, i64), opens: i64) {
        let keen = if "DE".contains(category) { 0.72 } else { 0.3 };
        let takes_part = self.chance.likely(keen);
        let begin = from.max(opens) + self.chance.between(3 * MINUTE, 14 * MINUTE);
        let length = self.chance.between(50 * MINUTE, 200 * MINUTE);
        let end = (begin + length).min(until - self.chance.between(2 * MINUTE, 6 * MINUTE));
        if PLENARY_CATEGORIES.contains(category) && takes_part && end > begin + 10 * MINUTE {
            self.passes(PLENARY_HALL, Direction::Entry, begin);
            self.passes(PLENARY_HALL, Direction::Exit, end);
        }
    }

    fn hour(&mut self, (middle, spread): (f64, f64)) -> i64 {
        (self.chance.around(middle, spread) * HOUR as f64) as i64
    }

    fn passes(&mut self, gate: &'static str, direction: Direction, at: i64) {
        self.steps.push(Movement { person: self.person, gate, direction, at });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::demo::cast::{NOW, example};

    fn world(seed: u64) -> (&'static Cast, Vec<Movement>) {
        (example(), arrivals(seed, example(), NOW))
    }

    #[test]
    fn each_persons_movements_can_have_happened() {
        let (cast, movements) = world(1);
        let mut inside = vec![(false, false); cast.people.len()];
        let mut last = vec![i64::MIN; cast.people.len()];
        for step in &movements {
            let (centre, hall) = &mut inside[step.person];
            let entry = step.direction == Direction::Entry;
            if step.gate == MAIN_ENTRANCE {
                assert_ne!(*centre, entry, "{step:?}");
                assert!(entry || !*hall, "leaves the centre from inside the hall: {step:?}");
                *centre = entry;
            } else {
                assert!(*centre && *hall != entry, "{step:?}");
                assert!(PLENARY_CATEGORIES.contains(cast.people[step.person].category));
                *hall = entry;
            }
            assert!(step.at > last[step.person] && step.at < NOW, "{step:?}");
            last[step.person] = step.at;
            assert!(cast.fates[step.person].collected_at().is_some_and(|at| at < step.at), "{step:?}");
            if let (DemoFate::Revoked { at, .. }, true) = (cast.fates[step.person], entry) {
                assert!(step.at < at);
            }
        }
    }

    #[test]
    fn the_morning_peak_is_before_the_opening_and_the_house_is_full_now() {
        let (cast, movements) = world(1);
        let entries = |from: i64, until: i64| {
            movements
                .iter()
                .filter(|one| {
                    one.gate == MAIN_ENTRANCE && one.direction == Direction::Entry && (from..until).contains(&one.at)
                })
                .count()
        };
        let peak = entries(8 * HOUR + 15 * MINUTE, 9 * HOUR + 30 * MINUTE);
        assert!(peak > 600 && peak > 3 * entries(10 * HOUR, 11 * HOUR + 15 * MINUTE), "{peak}");
        assert!(entries(13 * HOUR, 15 * HOUR) > 200);
        let mut inside = vec![false; cast.people.len()];
        for step in movements.iter().filter(|one| one.gate == MAIN_ENTRANCE) {
            inside[step.person] = step.direction == Direction::Entry;
        }
        let now = inside.iter().filter(|inside| **inside).count();
        assert!((1400..1900).contains(&now), "{now}");
        assert!(movements.is_sorted_by_key(|one| one.at));
    }

    #[test]
    fn only_companies_and_media_are_refused_at_a_gate() {
        let (cast, movements) = world(2);
        let attempts = refused_attempts(2, cast, &movements, NOW);
        assert!((20..300).contains(&attempts.len()), "{}", attempts.len());
        for one in &attempts {
            let delegation = cast.delegation_of(one.person);
            assert!(matches!(delegation.kind, DelegationKind::Company | DelegationKind::Media), "{}", delegation.key);
        }
    }

    #[test]
    fn a_night_lies_between_the_days() {
        let (_, movements) = world(3);
        assert!(movements.iter().all(|one| !(DAY - HOUR..DAY + 6 * HOUR).contains(&one.at)));
    }
}
