//! Gates, devices, scans and the access decision.

pub mod model;
pub mod rules;
