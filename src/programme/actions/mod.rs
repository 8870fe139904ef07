//! Keeping rooms and sessions, looking for what clashes, and releasing the programme.

pub mod agenda;
mod documents;
mod freeze;
mod guests;
mod keep;
mod moving;
mod release;
mod repeating;
mod sign_up;
mod survey;
mod teams;
mod venue;
mod urgent;

pub use documents::{DocumentAct, add_document, change_document, document_file};
pub use guests::{GuestInvitation, invite_guest};
pub(super) use keep::write_session;
pub use keep::{NewSession, save_session};
pub use moving::{MoveOutlook, MoveTelling, Stepped, move_outlook, move_session, redo_move, undo_move};
pub use release::{Preview, Telling, preview, release, release_as, waiting};
pub use repeating::{MOST as REPEATED_MOST, repeat_session, repeated};
pub use sign_up::{
    PlacesDone, PlacesWanted, act_for_oneself, act_for_others, fill_free_places, may_be_invited, set_desk,
};
pub use survey::{Survey, held, survey};
pub use teams::{assign_team, keep_arrivals, remove_team, save_team};
pub use urgent::{Outlook, UrgentChange, change_urgently, outlook};
pub use venue::{
    BlockerAct, NewBlocker, NewRoom, add_blocker, change_blocker, keep_picture, picture_file, save_building, save_room,
    save_walks,
};
