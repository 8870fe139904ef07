//! The officers' desk, the secretariat's corrections, and the delegation's nominations.

pub mod check;
pub mod correction;
pub mod decisions;
pub mod listed;
pub mod nomination;
pub mod opening;
pub mod own;
pub mod papers;
pub mod pile;
pub mod queue;
pub mod receipt;
pub mod registration;
pub mod review;
pub mod sheet;
