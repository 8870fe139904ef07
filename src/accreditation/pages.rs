//! The officers' desk and the delegation's nominations.

pub mod decisions;
pub mod listed;
pub mod review;
