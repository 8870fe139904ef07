//! Who may sign up, and what becomes of somebody by whose act.

use crate::clock::Moment;
use crate::ids::CategoryId;
use crate::participants::Status;
use crate::programme::model::{Circle, Desk, SignUpMode, SignUpState};

/// What somebody does about their own place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnAct {
    /// Signs up, or says yes to an invitation.
    Join,
    Leave,
    /// Says no to an invitation.
    Decline,
}

crate::text_enum! {
    /// What an organiser does about others'.
    pub enum StaffAct {
        Approve = "approve",
        Refuse = "refuse",
        /// Puts somebody before everybody who waits.
        Promote = "promote",
        TakeBack = "take_back",
        Invite = "invite",
    }
}

/// What an act leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// A place if one is free and nobody waits, else the end of the queue.
    InQueue,
    /// A place, before everybody who waits.
    First,
    State(SignUpState),
}

/// What somebody's own act leads to; nothing where it is not theirs to do.
pub fn own_step(from: Option<SignUpState>, act: OwnAct, mode: SignUpMode) -> Option<Becomes> {
    use SignUpState::{Asked, Declined, Invited, Placed, Waiting, Withdrawn};
    match (from, act) {
        (Some(Invited), OwnAct::Join) => Some(Becomes::InQueue),
        (None | Some(Withdrawn | Declined), OwnAct::Join) => match mode {
            SignUpMode::Open => Some(Becomes::InQueue),
            SignUpMode::Approval => Some(Becomes::State(Asked)),
            SignUpMode::None | SignUpMode::Invitation => None,
        },
        (Some(Asked | Waiting | Placed), OwnAct::Leave) => Some(Becomes::State(Withdrawn)),
        (Some(Invited), OwnAct::Decline) => Some(Becomes::State(Declined)),
        _ => None,
    }
}

/// What an organiser's act leads to; nothing where there is nothing to do.
pub fn staff_step(from: Option<SignUpState>, act: StaffAct) -> Option<Becomes> {
    use SignUpState::{Asked, Declined, Invited, Placed, Refused, Waiting, Withdrawn};
    match (from, act) {
        (Some(Asked), StaffAct::Approve) => Some(Becomes::InQueue),
        (Some(Asked | Invited | Waiting), StaffAct::Refuse) => Some(Becomes::State(Refused)),
        (Some(Asked | Waiting), StaffAct::Promote) => Some(Becomes::First),
        (Some(Placed), StaffAct::TakeBack) => Some(Becomes::State(Refused)),
        (None | Some(Declined | Refused | Withdrawn), StaffAct::Invite) => Some(Becomes::State(Invited)),
        _ => None,
    }
}

/// What keeps somebody from signing up, by the key of its sentence.
pub fn objection(
    desk: &Desk,
    circle: &Circle,
    (starts_at, off): (Moment, bool),
    (status, category): (Status, CategoryId),
    now: Moment,
) -> Option<&'static str> {
    if off {
        return Some("sign-up-cancelled");
    }
    if now >= starts_at {
        return Some("sign-up-begun");
    }
    if desk.closes_at.is_some_and(|closes| now >= closes) {
        return Some("sign-up-closed");
    }
    if !status.holds_a_place() {
        return Some("sign-up-not-coming");
    }
    (!admits(circle, category)).then_some("sign-up-other-category")
}

/// Whether a session is for a category.
pub fn admits(circle: &Circle, category: CategoryId) -> bool {
    circle.audience.is_empty() || circle.audience.contains(&category)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Moment {
        Moment::parse("2025-10-25T00:00:00Z").unwrap().plus_seconds(minutes * 60)
    }

    #[test]
    fn only_those_invited_come_where_an_invitation_is_needed() {
        let join = |from, mode| own_step(from, OwnAct::Join, mode);
        assert_eq!(join(None, SignUpMode::Open), Some(Becomes::InQueue));
        assert_eq!(join(None, SignUpMode::Approval), Some(Becomes::State(SignUpState::Asked)));
        for mode in [SignUpMode::None, SignUpMode::Invitation] {
            assert_eq!(join(None, mode), None);
            assert_eq!(join(Some(SignUpState::Invited), mode), Some(Becomes::InQueue));
        }
    }

    #[test]
    fn nobody_overrules_an_organiser() {
        for act in [OwnAct::Join, OwnAct::Leave, OwnAct::Decline] {
            assert_eq!(own_step(Some(SignUpState::Refused), act, SignUpMode::Open), None);
        }
        assert_eq!(
            staff_step(Some(SignUpState::Refused), StaffAct::Invite),
            Some(Becomes::State(SignUpState::Invited))
        );
        assert_eq!(staff_step(Some(SignUpState::Placed), StaffAct::Approve), None, "there is nothing to do");
    }

    #[test]
    fn a_place_is_given_up_once() {
        assert!(own_step(Some(SignUpState::Placed), OwnAct::Leave, SignUpMode::Open).is_some());
        assert_eq!(own_step(Some(SignUpState::Withdrawn), OwnAct::Leave, SignUpMode::Open), None);
    }

    #[test]
    fn the_last_minute_is_not_in_time() {
        let desk = Desk { mode: SignUpMode::Open, closes_at: Some(at(10)), places: None, taken: 0 };
        let (delegate, press) = (CategoryId::new(), CategoryId::new());
        let circle = Circle { audience: vec![delegate], ..Circle::default() };
        let says = |now, status, category| objection(&desk, &circle, (at(60), false), (status, category), at(now));
        assert_eq!(says(9, Status::Approved, delegate), None);
        assert_eq!(says(9, Status::Submitted, delegate), None, "who has applied may sign up");
        assert_eq!(says(10, Status::Approved, delegate), Some("sign-up-closed"));
        assert_eq!(says(60, Status::Approved, delegate), Some("sign-up-begun"));
        assert_eq!(says(9, Status::Refused, delegate), Some("sign-up-not-coming"));
        assert_eq!(says(9, Status::Approved, press), Some("sign-up-other-category"));
        let off = objection(&desk, &circle, (at(60), true), (Status::Approved, delegate), at(9));
        assert_eq!(off, Some("sign-up-cancelled"));
    }
}
