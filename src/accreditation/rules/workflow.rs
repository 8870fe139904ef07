//! The way of a file: every legal move on one screen.

use crate::accreditation::model::Step;
use crate::participants::Status;

/// How long a decision's mail waits, so that the decision can be taken back: seconds.
pub const UNDO_SECONDS: i64 = 10;

/// A move that the workflow does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forbidden {
    pub from: Status,
    pub step: Step,
}

/// Where a step leads. Who may take it is said by the proofs that the actions ask for.
///
/// # Errors
/// The step cannot be taken from there.
pub fn next(from: Status, step: Step) -> Result<Status, Forbidden> {
    use Status::{Approved, Draft, OnHold, Refused, Returned, Submitted, Withdrawn};
    match (from, step) {
        (Draft | Returned, Step::Submit) => Ok(Submitted),
        (Submitted, Step::Clear) => Ok(Submitted),
        (Submitted, Step::Approve) => Ok(Approved),
        (Submitted | OnHold, Step::Return) => Ok(Returned),
        (Submitted, Step::Hold) => Ok(OnHold),
        // Refusing what was approved is how an accreditation is taken back.
        (Submitted | OnHold | Approved, Step::Refuse) => Ok(Refused),
        // What was refused or withdrawn comes back through an officer alone.
        (OnHold | Refused | Withdrawn, Step::Resume) => Ok(Submitted),
        (Approved, Step::Reopen) => Ok(Submitted),
        (Submitted | Returned | OnHold | Approved, Step::Withdraw) => Ok(Withdrawn),
        (Submitted | OnHold, Step::Ask) => Ok(OnHold),
        // An answer to a question brings the file back; one to a return is kept with it until it is handed in again.
        (OnHold, Step::Answer) => Ok(Submitted),
        (Returned, Step::Answer) => Ok(Returned),
        _ => Err(Forbidden { from, step }),
    }
}

/// Where taking a step back leads: to where it came from, if nothing has happened since. What the delegation did is its own
/// to change, and what identity data did cannot be taken back by a key.
///
/// # Errors
/// There is nothing to take back.
pub fn undone(now: Status, step: Step, from: Status, to: Status) -> Result<Status, Forbidden> {
    match step {
        Step::Clear | Step::Approve | Step::Return | Step::Refuse | Step::Hold | Step::Resume | Step::Ask
            if now == to =>
        {
            Ok(from)
        }
        _ => Err(Forbidden { from: now, step: Step::Undo }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_status() -> impl Strategy<Value = Status> {
        prop::sample::select(Status::ALL)
    }

    fn any_step() -> impl Strategy<Value = Step> {
        prop::sample::select(Step::ALL)
    }

    #[test]
    fn only_what_waits_is_approved() {
        for from in Status::ALL {
            assert_eq!(next(*from, Step::Approve).is_ok(), *from == Status::Submitted, "{from}");
        }
    }

    #[test]
    fn nothing_leads_back_to_a_draft() {
        for from in Status::ALL {
            for step in Step::ALL {
                assert_ne!(next(*from, *step), Ok(Status::Draft));
            }
        }
    }

    #[test]
    fn a_returned_file_and_a_file_on_hold_keep_their_place() {
        for step in [Step::Return, Step::Hold] {
            assert!(next(Status::Submitted, step).unwrap().holds_a_place());
        }
        assert!(next(Status::Returned, Step::Submit).unwrap().holds_a_place());
    }

    proptest! {
        /// From every status the ways out are few, and refused or withdrawn files move by an officer's resumption alone.
        #[test]
        fn what_is_closed_opens_through_an_officer_alone(step in any_step(), closed in prop::sample::select(vec![Status::Refused, Status::Withdrawn])) {
            prop_assert_eq!(next(closed, step).is_ok(), step == Step::Resume);
        }

        #[test]
        fn a_walk_never_approves_without_submission(steps in prop::collection::vec(any_step(), 0..40)) {
            let (mut status, mut handed_in) = (Status::Draft, false);
            for step in steps {
                if let Ok(to) = next(status, step) {
                    handed_in |= step == Step::Submit;
                    status = to;
                }
                prop_assert!(status == Status::Draft || handed_in);
            }
        }

        #[test]
        fn taking_back_leads_where_the_step_came_from(from in any_status(), step in any_step(), meanwhile in any_status()) {
            if let Ok(to) = next(from, step) {
                match undone(meanwhile, step, from, to) {
                    Ok(back) => prop_assert!(back == from && meanwhile == to),
                    Err(_) => prop_assert!(
                        meanwhile != to
                            || matches!(step, Step::Submit | Step::Withdraw | Step::Reopen | Step::Answer)
                    ),
                }
            }
        }
    }
}
