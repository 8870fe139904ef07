//! Accounts, sessions and signing in.
//!
//! An account is an address that may sign in. Delegates and focal points do so without a password, by a six-digit code or a
//! link that a button consumes; staff have passwords. Sessions are rows: a random token in the cookie, its digest in the
//! table, revocable at once, with an idle and an absolute end.

mod model;
mod proofs;
mod queries;
mod sessions;

pub use model::{Account, Via};
pub use proofs::{Administrator, Anyone, SignedIn, Someone};
pub use queries::{account_by_email, find_or_make_account};
pub use sessions::{SESSION_COOKIE, begin_session, end_session};

use crate::web::routes::Entry;

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    Vec::new()
}
