//! Keeping rooms and sessions, looking for what clashes, and releasing the programme.

mod keep;
mod release;
mod survey;

pub(super) use keep::write_session;
pub use keep::{NewRoom, NewSession, OnStage, save_room, save_session};
pub use release::{Preview, preview, release, release_as};
pub use survey::{Survey, held, survey};
