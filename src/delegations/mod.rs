//! Delegations: one State, territory, organisation or other body each; their kinds, quotas, focal points, invitation and
//! answer. Organisers keep them; focal points act for exactly theirs.

pub mod entities;
mod model;
mod proofs;
mod queries;

pub use model::{Delegation, DelegationKind, DelegationStatus, Quota};
pub use proofs::FocalPoint;
pub use queries::{delegation_by_id, delegations_of_account, quotas};

use crate::web::routes::Entry;

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    Vec::new()
}
