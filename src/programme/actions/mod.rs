//! Keeping rooms and sessions, looking for what clashes, and releasing the programme.

mod freeze;
mod keep;
mod release;
mod survey;
mod urgent;

pub(super) use keep::write_session;
pub use keep::{NewRoom, NewSession, OnStage, save_room, save_session};
pub use release::{Preview, Telling, preview, release, release_as, waiting};
pub use survey::{Survey, held, survey};
pub use urgent::{Outlook, UrgentChange, change_urgently, outlook};
