//! Pure rules of the programme: which sessions clash, which day a session belongs to, what its hours and its key are.

mod clashes;
mod hours;
mod keys;

pub use clashes::{Claim, Doubt, Ground, OnStage, Place, doubts, name_key};
pub use hours::{days, read_times};
pub use keys::{code_of, key_for};
