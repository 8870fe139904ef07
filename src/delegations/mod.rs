//! Delegations, their kinds, quotas and focal points.
