//! How far each person's file has come on the second morning of the conference.
//!
//! About four in five have their badge, every twelfth waits for an answer. Whoever represents a State is never shown refused, on
//! hold, withdrawn or revoked; invented companies and media are.

use super::chance::Chance;
use super::delegations::DemoDelegation;
use super::people::DemoPerson;
use crate::delegations::DelegationKind;

/// The state of a file. Times are seconds after midnight, in the conference's time, of the day it began; before it they are negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoFate {
    Draft,
    Submitted {
        at: i64,
    },
    /// Handed in again after it was sent back for this reason: a key of a reason.
    Changed {
        returned: i64,
        reason: &'static str,
        at: i64,
    },
    /// Nominated after the window, for one of the reasons of [`LATE`].
    Late {
        at: i64,
        reason: usize,
    },
    /// The accreditation unit has said yes; the security authority has not answered.
    Elsewhere {
        at: i64,
        cleared: i64,
    },
    /// Sent back with what is missing: a key of a reason.
    Returned {
        at: i64,
        reason: &'static str,
    },
    OnHold {
        at: i64,
    },
    /// Approved; the badge waits at the pass desk.
    Approved {
        at: i64,
    },
    /// Has the badge.
    Collected {
        approved: i64,
        at: i64,
    },
    Refused {
        at: i64,
        reason: &'static str,
    },
    Withdrawn {
        at: i64,
    },
    /// Had a badge until then.
    Revoked {
        collected: i64,
        at: i64,
        reason: &'static str,
    },
}

impl DemoFate {
    /// When the badge was handed over, if it was.
    pub fn collected_at(self) -> Option<i64> {
        match self {
            Self::Collected { at, .. } => Some(at),
            Self::Revoked { collected, .. } => Some(collected),
            _ => None,
        }
    }

    /// Whether the person stands in the queue of the officers.
    pub fn waits(self) -> bool {
        self.is_submitted() || matches!(self, Self::OnHold { .. })
    }

    /// Handed in, and not decided.
    pub fn is_submitted(self) -> bool {
        matches!(self, Self::Submitted { .. } | Self::Changed { .. } | Self::Late { .. } | Self::Elsewhere { .. })
    }
}

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Reasons for sending a file back, and for refusing one: as the accreditation room has them.
pub const RETURNED: [&str; 3] = ["portrait_unfit", "document_unreadable", "letter_missing"];
pub const REFUSED: [&str; 3] = ["not_nominated", "not_eligible", "duplicate"];

/// Reasons for sending back what then came again.
pub const MENDED: [&str; 4] = ["portrait_unfit", "document_unreadable", "name_differs", "document_expired"];

/// Why somebody is nominated late, in English and in French, as a focal point would write it.
pub const LATE: [[&str; 2]; 6] = [
    ["Replaces a colleague who has fallen ill.", "Remplace un collègue souffrant."],
    ["The visa was issued only this week.", "Le visa n'a été délivré que cette semaine."],
    [
        "Asked to speak in a workshop that was added to the programme.",
        "Intervention demandée dans un atelier ajouté au programme.",
    ],
    ["The flight was confirmed after our list had been sent.", "Le vol a été confirmé après l'envoi de notre liste."],
    [
        "Interprets for our head of delegation, whose attendance was confirmed late.",
        "Interprète de notre chef de délégation, dont la venue a été confirmée tardivement.",
    ],
    [
        "Left out of our letter by mistake; a corrected one is on file.",
        "Omission dans notre lettre ; une version corrigée est jointe.",
    ],
];

/// Categories that the security authority clears beside the accreditation unit.
pub const ALSO_CLEARED_BY_SECURITY: [char; 4] = ['B', 'C', 'P', 'X'];

type Make = fn(&mut Chance, i64) -> DemoFate;

/// The fates of all people, in their order. `delegation_of` gives each person's delegation; `now` is the second morning.
pub fn fates<'a>(
    seed: u64,
    people: &'a [DemoPerson],
    delegation_of: impl Fn(usize) -> &'a DemoDelegation,
    now: i64,
) -> Vec<DemoFate> {
    let mut chance = Chance::of(seed, "fates", 0);
    let mut fates: Vec<DemoFate> = people.iter().map(|_| collected(&mut chance, now)).collect();
    let commercial =
        |place: &usize| matches!(delegation_of(*place).kind, DelegationKind::Company | DelegationKind::Media);
    let mut among: Vec<usize> = (0..people.len()).filter(commercial).collect();
    chance.shuffle(&mut among);
    let mut taken = vec![false; people.len()];
    let mut pool = among.into_iter();
    let share = |per_2500: usize| (per_2500 * people.len() + 1250) / 2500;
    let troubles: [(usize, Make); 4] =
        [(share(30), on_hold), (share(14), refused), (share(16), withdrawn), (share(6), revoked)];
    for (count, make) in troubles {
        for place in pool.by_ref().take(count) {
            fates[place] = make(&mut chance, now);
            taken[place] = true;
        }
    }
    // The host's own staff have long had theirs, and heads of delegation lead by example.
    let settled = |place: &usize| {
        let kind = delegation_of(*place).kind;
        taken[*place] || people[*place].place == 0 || matches!(kind, DelegationKind::Host | DelegationKind::Secretariat)
    };
    let mut rest: Vec<usize> = (0..people.len()).filter(|place| !settled(place)).collect();
    chance.shuffle(&mut rest);
    let (secured, rest): (Vec<usize>, Vec<usize>) =
        rest.into_iter().partition(|place| ALSO_CLEARED_BY_SECURITY.contains(&people[*place].category));
    let mut secured = secured.into_iter();
    for place in secured.by_ref().take(share(14)) {
        fates[place] = elsewhere(&mut chance, now);
    }
    let mut pool: Vec<usize> = rest.into_iter().chain(secured).collect();
    chance.shuffle(&mut pool);
    let mut pool = pool.into_iter();
    let unfinished: [(usize, Make); 6] = [
        (share(139), submitted),
        (share(10), changed),
        (share(9), late),
        (share(205), approved),
        (share(62), draft),
        (share(44), returned),
    ];
    for (count, make) in unfinished {
        for place in pool.by_ref().take(count) {
            fates[place] = make(&mut chance, now);
        }
    }
    fates
}

fn draft(_: &mut Chance, _: i64) -> DemoFate {
    DemoFate::Draft
}

/// The late surge: most of what waits came in the last two days.
fn submitted(chance: &mut Chance, now: i64) -> DemoFate {
    DemoFate::Submitted { at: now - chance.between(300, 46 * HOUR) }
}

fn changed(chance: &mut Chance, now: i64) -> DemoFate {
    let at = now - chance.between(600, 20 * HOUR);
    let returned = at - chance.between(5 * HOUR, 40 * HOUR);
    DemoFate::Changed { returned, reason: chance.pick(MENDED), at }
}

fn late(chance: &mut Chance, now: i64) -> DemoFate {
    DemoFate::Late { at: now - chance.between(600, 26 * HOUR), reason: chance.place(LATE.len()) }
}

fn elsewhere(chance: &mut Chance, now: i64) -> DemoFate {
    let cleared = now - chance.between(1200, 30 * HOUR);
    DemoFate::Elsewhere { at: cleared - chance.between(2 * HOUR, 50 * HOUR), cleared }
}

fn returned(chance: &mut Chance, now: i64) -> DemoFate {
    DemoFate::Returned { at: now - chance.between(HOUR, 4 * DAY), reason: chance.pick(RETURNED) }
}

fn on_hold(chance: &mut Chance, now: i64) -> DemoFate {
    DemoFate::OnHold { at: now - chance.between(HOUR, 5 * DAY) }
}

fn approved(chance: &mut Chance, now: i64) -> DemoFate {
    DemoFate::Approved { at: now - chance.between(HOUR, 6 * DAY) }
}

fn refused(chance: &mut Chance, now: i64) -> DemoFate {
    DemoFate::Refused { at: now - chance.between(DAY, 12 * DAY), reason: chance.pick(REFUSED) }
}

fn withdrawn(chance: &mut Chance, now: i64) -> DemoFate {
    DemoFate::Withdrawn { at: now - chance.between(DAY, 9 * DAY) }
}

fn revoked(chance: &mut Chance, now: i64) -> DemoFate {
    let collected = handed_over(chance, DAY);
    let reason = chance.pick(["badge_lent", "conduct", "left_the_organisation"]);
    DemoFate::Revoked { collected, at: (collected + chance.between(2 * HOUR, 12 * HOUR)).min(now - 900), reason }
}

fn collected(chance: &mut Chance, now: i64) -> DemoFate {
    let at = handed_over(chance, now - 600);
    DemoFate::Collected { approved: at - chance.between(DAY, 20 * DAY), at }
}

/// At the pass desk: the afternoon before, the first morning, and a trickle after, up to `until`.
fn handed_over(chance: &mut Chance, until: i64) -> i64 {
    let (from, to) = chance.weighted([
        ((-11 * HOUR, -5 * HOUR), 55),
        ((7 * HOUR, 10 * HOUR), 30),
        ((10 * HOUR, 17 * HOUR), 9),
        ((DAY + 7 * HOUR, DAY + 10 * HOUR), 6),
    ]);
    let at = chance.between(from, to);
    if at < until { at } else { chance.between(-11 * HOUR, -5 * HOUR) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::console::demo::cast::{NOW, cast, example};

    #[test]
    fn nobody_of_a_state_is_refused_or_suspected() {
        // Waiting for the security authority, among others, is no suspicion; but it is nothing for a State's delegates either.
        for seed in [2, 3] {
            let cast = cast(seed, 2500, date(2026, 11, 21));
            for (place, fate) in cast.fates.iter().enumerate() {
                let kind = cast.delegation_of(place).kind;
                let suspect = matches!(
                    fate,
                    DemoFate::Refused { .. }
                        | DemoFate::OnHold { .. }
                        | DemoFate::Withdrawn { .. }
                        | DemoFate::Revoked { .. }
                        | DemoFate::Elsewhere { .. }
                );
                assert!(!suspect || !cast.delegation_of(place).is_official(), "{fate:?} {kind}");
                let gone = suspect && !matches!(fate, DemoFate::Elsewhere { .. });
                assert!(!gone || matches!(kind, DelegationKind::Company | DelegationKind::Media), "{fate:?} {kind}");
            }
        }
    }

    #[test]
    fn the_numbers_add_up_to_a_conference_in_full_swing() {
        let cast = example();
        let count = |test: fn(&DemoFate) -> bool| cast.fates.iter().filter(|fate| test(fate)).count();
        assert!((1900..2000).contains(&count(|fate| matches!(fate, DemoFate::Collected { .. }))));
        assert_eq!(count(|fate| fate.waits()), 202);
        assert_eq!(count(|fate| matches!(fate, DemoFate::Draft)), 62);
        assert_eq!(count(|fate| matches!(fate, DemoFate::Refused { .. })), 14);
        assert_eq!(count(|fate| matches!(fate, DemoFate::Revoked { .. })), 6);
        assert_eq!(count(|fate| matches!(fate, DemoFate::Elsewhere { .. })), 14);
        assert_eq!(count(|fate| matches!(fate, DemoFate::Changed { .. })), 10);
        assert_eq!(count(|fate| matches!(fate, DemoFate::Late { .. })), 9);
        assert_eq!(cast.fates.len(), 2500);
    }

    #[test]
    fn nothing_happened_later_than_now() {
        let cast = example();
        for fate in &cast.fates {
            let times = match *fate {
                DemoFate::Collected { approved, at } => vec![approved, at],
                DemoFate::Revoked { collected, at, .. } => vec![collected, at],
                DemoFate::Changed { returned, at, .. } => vec![returned, at],
                DemoFate::Elsewhere { at, cleared } => vec![at, cleared],
                DemoFate::Submitted { at }
                | DemoFate::Late { at, .. }
                | DemoFate::Returned { at, .. }
                | DemoFate::OnHold { at }
                | DemoFate::Approved { at } => vec![at],
                DemoFate::Refused { at, .. } | DemoFate::Withdrawn { at } => vec![at],
                DemoFate::Draft => vec![],
            };
            assert!(times.is_sorted() && times.iter().all(|at| *at < NOW), "{fate:?}");
        }
    }
}
