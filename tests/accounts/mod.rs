//! Signing in, and what one does with one's account.

mod invitations;
mod limits;
mod passwords;
mod resumed_forms;
mod sessions;
mod sign_in_by_code;
mod sign_in_by_link;
mod uploads;
