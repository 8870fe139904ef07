//! Properties of the decision that hold for every badge, gate and history.

use crate::gates::model::{Direction, Reason, Ruling, Unlisted};
use crate::gates::rules::*;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const AREAS: [(u8, Option<u8>); 5] = [(0, None), (1, Some(0)), (2, Some(1)), (3, Some(1)), (4, None)];

/// The causes that a listed badge can be refused for, in the order of the scanner API.
const CAUSES: [Reason; 13] = [
    Reason::Revoked,
    Reason::Cancelled,
    Reason::Blocked,
    Reason::NotApproved,
    Reason::TooEarly,
    Reason::TooLate,
    Reason::Area,
    Reason::Hours,
    Reason::NotRegistered,
    Reason::AlreadyUsed,
    Reason::AlreadyInside,
    Reason::AreaFull,
    Reason::DelegationFull,
];

fn noon() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().expect("a time")
}

fn hours(from: i64, until: i64) -> Span {
    let hour = |n| noon() + SignedDuration::from_hours(n);
    Span { from: hour(from), until: hour(until) }
}

fn entering() -> Asked {
    Asked {
        reading: Reading::Badge,
        direction: Direction::Entry,
        scanned_at: None,
        sent_at: None,
        by_hand: false,
        offline: None,
        overridden: false,
    }
}

fn good() -> Known<u8> {
    Known {
        listing: Listing::Listed(Entry {
            badge: BadgeState::Live,
            standing: Standing::Approved,
            valid_from: None,
            valid_until: None,
            attention: false,
        }),
        access: Access { openings: vec![hours(-1, 1)], ..Access::default() },
        registered: None,
        used: false,
        presence: Presence { area: Some(0), since: Some(noon() - SignedDuration::from_hours(1)) },
        later: None,
        area_room: None,
        delegation_room: None,
    }
}

/// Makes one more thing wrong, unless it would take back what an earlier cause needs (a person who is inside already takes no
/// second place; an area that is never open has no hours).
fn spoil(known: &mut Known<u8>, cause: Reason) {
    let Listing::Listed(entry) = &mut known.listing else { return };
    match cause {
        Reason::Revoked => entry.badge = BadgeState::Dead,
        Reason::Cancelled => entry.standing = Standing::Withdrawn,
        Reason::Blocked => known.access.denied = vec![hours(-1, 1)],
        Reason::NotApproved if entry.standing == Standing::Approved => entry.standing = Standing::NotApproved,
        Reason::TooEarly => entry.valid_from = Some(noon() + SignedDuration::from_hours(2)),
        Reason::TooLate => entry.valid_until = Some(noon()),
        Reason::Area => known.access.openings = vec![],
        Reason::Hours if !known.access.openings.is_empty() => known.access.openings = vec![hours(1, 2)],
        Reason::NotRegistered => known.registered = Some(false),
        Reason::AlreadyUsed => known.used = true,
        Reason::AlreadyInside => known.presence.area = Some(2),
        Reason::AreaFull => known.area_room = Some(Room { inside: 5, capacity: 5 }),
        Reason::DelegationFull => known.delegation_room = Some(Room { inside: 2, capacity: 2 }),
        _ => {}
    }
}

fn readings() -> impl Strategy<Value = Reading> {
    select(vec![Reading::Unknown, Reading::Forged, Reading::OtherPurpose, Reading::OtherConference, Reading::Badge])
}

fn steps() -> impl Strategy<Value = Vec<Step<u8>>> {
    let step = (0i64..40, proptest::option::of(0u8..5))
        .prop_map(|(minute, to)| Step { at: noon() + SignedDuration::from_mins(minute), to });
    proptest::collection::vec(step, 0..12)
}

proptest! {
    #[test]
    fn of_several_causes_the_earliest_is_the_answer(causes in subsequence(CAUSES.to_vec(), 0..=CAUSES.len())) {
        let places = Places::new(AREAS);
        let gate = Gate { places: &places, from: Some(0), into: 1, reentry: Reentry::ExitFirst, unlisted: Unlisted::Refuse };
        let mut known = good();
        causes.iter().for_each(|cause| spoil(&mut known, *cause));
        let verdict = decide(&entering(), &known, &gate, noon());
        prop_assert_eq!(verdict.reason, causes.first().copied().unwrap_or(Reason::Ok));
        prop_assert_eq!(verdict.verdict == Ruling::Admit, causes.is_empty());
        prop_assert_eq!(verdict.movement.is_some(), causes.is_empty());
    }

    #[test]
    fn an_exit_is_never_refused_by_a_rule(causes in subsequence(CAUSES.to_vec(), 0..=CAUSES.len()), reading in readings()) {
        let places = Places::new(AREAS);
        let gate = Gate { places: &places, from: None, into: 1, reentry: Reentry::ExitFirst, unlisted: Unlisted::Refuse };
        let mut known = good();
        causes.iter().for_each(|cause| spoil(&mut known, *cause));
        let asked = Asked { direction: Direction::Exit, reading, ..entering() };
        let verdict = decide(&asked, &known, &gate, noon());
        prop_assert_eq!(verdict.reason, reading.fault().unwrap_or(Reason::Ok));
        prop_assert_eq!(verdict.movement.map(|movement| movement.step.to), (reading == Reading::Badge).then_some(None));
    }

    #[test]
    fn the_device_s_admission_stands_whatever_the_rules_say(causes in subsequence(CAUSES.to_vec(), 0..=CAUSES.len())) {
        let places = Places::new(AREAS);
        let gate = Gate { places: &places, from: Some(0), into: 1, reentry: Reentry::ExitFirst, unlisted: Unlisted::Refuse };
        let mut known = good();
        causes.iter().for_each(|cause| spoil(&mut known, *cause));
        let offline = Some(Offline { verdict: Ruling::Admit, reason: Reason::Ok });
        let verdict = decide(&Asked { offline, ..entering() }, &known, &gate, noon());
        prop_assert_eq!((verdict.verdict, verdict.reason), (Ruling::Admit, Reason::Ok));
        prop_assert_eq!(verdict.opinion, causes.first().copied().unwrap_or(Reason::Ok));
        prop_assert!(verdict.movement.is_some());
    }

    #[test]
    fn movements_in_any_order_of_arrival_end_in_the_same_place(
        (steps, shuffled) in steps().prop_flat_map(|steps| (Just(steps.clone()), Just(steps).prop_shuffle()))
    ) {
        let replay = |steps: &[Step<u8>]| steps.iter().fold(Presence::default(), |presence, step| presence.after(*step));
        let mut logical = steps;
        logical.sort_by_key(|step| (step.at, step.to));
        prop_assert_eq!(replay(&shuffled), replay(&logical));
        prop_assert_eq!(replay(&shuffled).area, logical.last().and_then(|step| step.to));
    }

    #[test]
    fn whoever_is_in_an_area_is_in_all_that_enclose_it(places_of in proptest::collection::vec(proptest::option::of(0u8..5), 0..30)) {
        let places = Places::new(AREAS);
        let people: Vec<_> = places_of.iter().map(|area| Presence { area: *area, since: Some(noon()) }).collect();
        for area in places.all() {
            let here = inside(&people, area, &places);
            prop_assert!(here <= people.len());
            if let Some(outer) = places.parent(area) {
                prop_assert!(here <= inside(&people, outer, &places));
            }
        }
    }

    #[test]
    fn no_movement_lies_in_the_future(scanned in -9000i64..9000, sent in proptest::option::of(-9000i64..9000)) {
        let asked = Asked {
            scanned_at: Some(noon() + SignedDuration::from_secs(scanned)),
            sent_at: sent.map(|sent| noon() + SignedDuration::from_secs(sent)),
            ..entering()
        };
        prop_assert!(asked.moment(noon()).at <= noon());
    }
}

#[test]
fn a_ring_of_areas_hangs_nobody() {
    let places = Places::new([(1, Some(2)), (2, Some(1))]);
    assert!(places.within(Some(1), 2));
    assert!(!places.within(Some(1), 3));
}

#[test]
fn of_two_people_in_an_inner_hall_one_leaves_by_the_outer_gate() {
    let places = Places::new(AREAS);
    let ada = Presence { area: Some(2), since: Some(noon()) };
    let grace = ada.after(Step { at: noon() + SignedDuration::from_mins(1), to: None });
    assert_eq!(inside([&ada, &grace], 1, &places), 1);
    assert_eq!(inside([&ada, &grace], 2, &places), 1);
    assert_eq!(inside([&ada, &grace], 3, &places), 0);
}
