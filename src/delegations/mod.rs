//! Delegations: one State, territory, organisation or other body each; their kinds, quotas, focal points, invitation and
//! answer. Organisers keep them; focal points act for exactly theirs.

mod actions;
pub mod entities;
mod export;
mod mails;
mod model;
mod pages;
mod proofs;
mod queries;
mod rules;

pub use actions::{ImportOptions, import_delegations, invite_focal_point};
pub use export::delegations_sheet;
pub use model::{Delegation, DelegationKind, DelegationStatus, FocalPointLine, Letter, LetterKind, Quota};
pub use proofs::FocalPoint;
pub use queries::{
    all_quotas as quotas_of_all, delegation_by_id, delegations, delegations_of_account, focal_points_of, letters_of,
    quotas,
};
pub use rules::{Import, Mistake, Outcome, Planned, Sought, region_of};

use crate::ids::ConferenceId;
use crate::web::routes::Entry;

/// The topic under which it is told that a conference's delegations have changed.
pub fn delegations_topic(conference: ConferenceId) -> String {
    format!("delegations:{conference}")
}

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    pages::routes()
}
