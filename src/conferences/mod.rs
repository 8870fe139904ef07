//! Conferences: dates, venue, languages, windows, categories, areas, hours, and the duties that people have there.
//!
//! An administrator creates conferences; an organiser sets everything else and gives duties. Other rooms take their proofs
//! from here: [`OnDuty`] for staff, [`AtConference`] for public pages.

mod model;
mod proofs;
mod queries;

pub use model::{Area, Category, Conference, Delivery, DutyKind, Opening, Pattern};
pub use proofs::{
    AccreditationOfficer, AnyDuty, AtConference, Duty, ExhibitionManager, GateStaff, GateSupervisor, OnDuty, Organiser,
    PassDesk, ProgrammeManager, Reading, SecurityAuthority,
};
pub use queries::{areas, categories, conference_by_id, conference_by_slug, openings};

use crate::web::routes::Entry;

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    Vec::new()
}
