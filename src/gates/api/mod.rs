//! The scanner API: JSON in, JSON out, errors as `application/problem+json`.

pub mod devices;
pub mod photos;
mod problems;
pub mod scans;
