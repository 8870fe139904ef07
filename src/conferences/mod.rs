//! Conferences: dates, venue, languages, windows, categories, areas, hours, and the duties that people have there.
//!
//! An administrator creates conferences; an organiser sets everything else and gives duties. Other rooms take their proofs
//! from here: [`OnDuty`] for staff, [`AtConference`] for public pages.

mod actions;
mod mails;
mod model;
mod pages;
mod proofs;
mod queries;
mod rules;

pub use actions::{NewConference, set_up};
pub use model::{
    Area, Category, CategoryClearance, ClearanceKind, Conference, Delivery, DutyKind, Opening, Particulars, Pattern,
};
pub use pages::Frame;
pub use proofs::{
    AccreditationOfficer, AnyDuty, AtConference, Duty, ExhibitionManager, GateStaff, GateSupervisor, OnDuty, Organiser,
    PassDesk, ProgrammeManager, Reading, SecurityAuthority,
};
pub use queries::{
    admission_closes_at, areas, categories, category_by_id, clearances, conference_by_id, conference_by_slug, openings,
};
pub use rules::{RESERVED, Windows};

use crate::ids::ConferenceId;
use crate::web::routes::Entry;

/// The topic under which it is told that categories, areas, hours or windows of a conference have changed.
pub fn access_topic(conference: ConferenceId) -> String {
    format!("access:{conference}")
}

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    pages::routes()
}
