//! Delegations, their kinds, quotas and focal points.
//! (being written)

pub mod entities;
