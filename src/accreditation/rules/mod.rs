//! Pure decisions about files: who may move them where, what a change of identity re-opens, which clearances are next.

mod clearances;
mod identity;
mod readiness;
mod reasons;
mod submission;
mod workflow;

pub use clearances::{all_given, answerable, needed};
pub use identity::{Fact, Identity, changes, checks};
pub use readiness::{Standing, standings};
pub use reasons::{reasons_for, words_of_reason};
pub use submission::{Refusal, may_be_handed_in};
pub use workflow::{Forbidden, UNDO_SECONDS, next, undone};
