//! A delegation's answer to its invitation. It may be changed until confirmations close.

use crate::clock::Moment;
use crate::delegations::model::DelegationStatus;
use crate::language::Message;

/// What a focal point says for the delegation.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// It comes, with about so many people.
    Coming { expected_people: i32 },
    /// It does not come.
    NotComing,
}

/// The status that an answer leads to.
///
/// # Errors
/// The message when confirmations have closed.
pub fn answer(
    from: DelegationStatus,
    reply: &Reply,
    now: Moment,
    closes_at: Moment,
) -> Result<DelegationStatus, Message> {
    use DelegationStatus::{Confirmed, Declined, Expected, Invited};
    if now >= closes_at {
        return Err(Message::new("answer-closed"));
    }
    match (from, reply) {
        (Expected | Invited | Confirmed | Declined, Reply::Coming { .. }) => Ok(Confirmed),
        (Expected | Invited | Confirmed | Declined, Reply::NotComing) => Ok(Declined),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_may_be_changed_until_the_window_closes() {
        let closes = Moment::parse("2025-10-22T11:00:00Z").unwrap();
        let coming = Reply::Coming { expected_people: 12 };
        let before = closes.plus_seconds(-1);
        assert_eq!(answer(DelegationStatus::Invited, &coming, before, closes), Ok(DelegationStatus::Confirmed));
        assert_eq!(
            answer(DelegationStatus::Confirmed, &Reply::NotComing, before, closes),
            Ok(DelegationStatus::Declined)
        );
        assert_eq!(answer(DelegationStatus::Declined, &coming, before, closes), Ok(DelegationStatus::Confirmed));
        assert_eq!(answer(DelegationStatus::Invited, &coming, closes, closes).unwrap_err().key(), "answer-closed");
    }
}
