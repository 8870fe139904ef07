//! The scanner API: JSON in, JSON out, errors as `application/problem+json`.

mod description;
pub mod devices;
pub mod photos;
mod problems;
pub mod scans;

pub use description::description;
