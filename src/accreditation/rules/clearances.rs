//! Which authorities must say yes, in which order, and when all have.

use crate::accreditation::model::{Clearance, ClearanceKind, ClearanceState};

/// What a category asks for, by kind and step. One that asks for nothing still has its papers looked at: nobody is approved
/// unseen.
pub fn needed(of_category: Vec<(ClearanceKind, i16)>) -> Vec<(ClearanceKind, i16)> {
    if of_category.is_empty() { vec![(ClearanceKind::Documents, 1)] } else { of_category }
}

/// The open clearances that an officer of these authorities may give now: those whose earlier steps are all given, by others
/// or by the same stroke.
pub fn answerable(clearances: &[Clearance], authorities: &[ClearanceKind]) -> Vec<ClearanceKind> {
    let mut ordered: Vec<&Clearance> = clearances.iter().collect();
    ordered.sort_by_key(|clearance| clearance.step);
    let (mut now, mut blocked_from) = (Vec::new(), i16::MAX);
    for clearance in ordered {
        let is_open = clearance.state != ClearanceState::Given;
        if is_open && clearance.step <= blocked_from && authorities.contains(&clearance.kind) {
            now.push(clearance.kind);
        } else if is_open {
            blocked_from = blocked_from.min(clearance.step);
        }
    }
    now
}

/// Whether nothing is open any more.
pub fn all_given(clearances: &[Clearance]) -> bool {
    !clearances.is_empty() && clearances.iter().all(|clearance| clearance.state == ClearanceState::Given)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::ClearanceKind::{Documents, Protocol, Security};
    use super::*;

    fn clearance(kind: ClearanceKind, step: i16, state: ClearanceState) -> Clearance {
        Clearance { kind, step, state, identity_version: 1, answered_at: None, answered_by: None }
    }

    #[test]
    fn steps_are_taken_in_their_order() {
        let open = [
            clearance(Security, 2, ClearanceState::Open),
            clearance(Documents, 1, ClearanceState::Open),
            clearance(Protocol, 2, ClearanceState::Open),
        ];
        assert_eq!(answerable(&open, &[Documents]), [Documents]);
        assert_eq!(answerable(&open, &[Security]), []);
        assert_eq!(answerable(&open, &[Documents, Protocol]), [Documents, Protocol]);
        let seen = [clearance(Documents, 1, ClearanceState::Given), clearance(Security, 2, ClearanceState::Open)];
        assert_eq!(answerable(&seen, &[Security]), [Security]);
        assert_eq!(answerable(&seen, &[Documents]), []);
    }

    #[test]
    fn authorities_of_one_step_do_not_wait_for_each_other() {
        let open = [clearance(Documents, 1, ClearanceState::Open), clearance(Security, 1, ClearanceState::Open)];
        assert_eq!(answerable(&open, &[Security]), [Security]);
        assert_eq!(answerable(&open, &[Documents]), [Documents]);
    }

    #[test]
    fn nobody_is_approved_unseen() {
        assert_eq!(needed(Vec::new()), [(Documents, 1)]);
        assert!(!all_given(&[]));
    }

    fn any_clearances() -> impl Strategy<Value = Vec<Clearance>> {
        let states = prop::sample::select(ClearanceState::ALL);
        prop::collection::vec((1_i16..4, states), 1..=3).prop_map(|answers| {
            let kinds = ClearanceKind::ALL.iter();
            kinds.zip(answers).map(|(kind, (step, state))| clearance(*kind, step, state)).collect()
        })
    }

    proptest! {
        #[test]
        fn all_authorities_together_can_always_finish(clearances in any_clearances()) {
            let now = answerable(&clearances, ClearanceKind::ALL);
            let after: Vec<Clearance> = clearances.iter().cloned().map(|mut clearance| {
                if now.contains(&clearance.kind) { clearance.state = ClearanceState::Given; }
                clearance
            }).collect();
            prop_assert!(all_given(&after));
        }

        #[test]
        fn nobody_answers_for_another_authority(clearances in any_clearances(), mine in prop::sample::subsequence(ClearanceKind::ALL.to_vec(), 0..=3)) {
            for kind in answerable(&clearances, &mine) {
                prop_assert!(mine.contains(&kind));
                let found = clearances.iter().find(|clearance| clearance.kind == kind).unwrap();
                prop_assert!(found.state != ClearanceState::Given);
                let earlier = clearances.iter().filter(|other| other.step < found.step && other.state != ClearanceState::Given);
                for other in earlier {
                    prop_assert!(mine.contains(&other.kind));
                }
            }
        }
    }
}
