//! When a file may be handed in.

use crate::participants::Status;
use crate::participants::rules::Window;

/// Why a file cannot be handed in now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It was handed in already, or is closed.
    NotOpen,
    NotYet,
    /// After the window somebody new needs a reason.
    LateWithoutReason,
}

/// A draft is handed in while nominations are open, and afterwards only as a late entry with a reason, which the officer then
/// has before their eyes. Who takes the place of somebody else needs none until confirmations close. A returned file kept its
/// place and comes back at any time.
///
/// # Errors
/// Says why not.
pub fn may_be_handed_in(
    status: Status,
    window: Window,
    has_late_reason: bool,
    is_substitute: bool,
) -> Result<(), Refusal> {
    match (status, window) {
        (Status::Returned, _) | (Status::Draft, Window::Nomination) => Ok(()),
        (Status::Draft, Window::NotYet) => Err(Refusal::NotYet),
        (Status::Draft, Window::Confirmation) if is_substitute => Ok(()),
        (Status::Draft, Window::Confirmation | Window::Closed) if has_late_reason => Ok(()),
        (Status::Draft, Window::Confirmation | Window::Closed) => Err(Refusal::LateWithoutReason),
        _ => Err(Refusal::NotOpen),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_returned_file_comes_back_after_the_window() {
        for window in [Window::Nomination, Window::Confirmation, Window::Closed] {
            assert_eq!(may_be_handed_in(Status::Returned, window, false, false), Ok(()));
        }
    }

    #[test]
    fn a_late_entry_says_why() {
        assert_eq!(may_be_handed_in(Status::Draft, Window::Closed, false, false), Err(Refusal::LateWithoutReason));
        assert_eq!(may_be_handed_in(Status::Draft, Window::Closed, true, false), Ok(()));
        assert_eq!(may_be_handed_in(Status::Draft, Window::NotYet, true, true), Err(Refusal::NotYet));
    }

    #[test]
    fn a_substitute_is_no_late_entry_until_confirmations_close() {
        assert_eq!(may_be_handed_in(Status::Draft, Window::Confirmation, false, true), Ok(()));
        let after = may_be_handed_in(Status::Draft, Window::Closed, false, true);
        assert_eq!(after, Err(Refusal::LateWithoutReason));
    }

    #[test]
    fn what_waits_is_not_handed_in_twice() {
        for status in [Status::Submitted, Status::OnHold, Status::Approved, Status::Refused, Status::Withdrawn] {
            assert_eq!(may_be_handed_in(status, Window::Nomination, true, true), Err(Refusal::NotOpen));
        }
    }
}
