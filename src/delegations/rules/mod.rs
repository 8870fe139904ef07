//! Decisions about delegations that need no database: what follows from an entity, what a delegation begins with, who may
//! answer until when, how lists are ordered and searched, and what an import would do.

mod admission;
mod answering;
mod import;
mod listing;
mod naming;
mod reminding;
mod trend;
mod websites;

pub use admission::{
    ADMITTED_KINDS, AdmissionStep, MOST_DOCUMENTS, admission_after, applied_already, listed_already, name_key,
    seek_applications, takes_applications,
};
pub use answering::{Reply, answer};
pub use import::{Import, Known, Mistake, Outcome, Planned, plan};
pub use listing::{Sought, seek};
pub use naming::{REGIONS, default_letters, entity_fits, key_for, named_here, region_of, standing_letters};
pub use reminding::{SoFar, concerns, is_in_time};
pub use trend::{Grouping, Standing, Tally, tally, total, trend};
pub use websites::read_website;
