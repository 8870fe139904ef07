//! Accounts, sessions and signing in.
//!
//! An account is an address that may sign in. Delegates and focal points do so without a password, by a six-digit code or a
//! link that a button consumes; staff have passwords. Sessions are rows: a random token in the cookie, its digest in the
//! table, revocable at once, with an idle and an absolute end.

mod actions;
mod hashing;
mod mails;
mod model;
mod pages;
mod proofs;
mod queries;
mod rules;
mod sessions;

pub use actions::uploads::{forget_old_uploads, uploaded, use_up};
pub use actions::{create_account, invite, welcome_staff};
pub use hashing::passwords_compared;
pub use model::{Account, Email, Via};
pub use pages::{admit_link, ask_newcomer, let_in};
pub use proofs::{Administrator, Anyone, SignedIn, Someone};
pub use queries::{account_by_email, account_by_id, find_or_make_account};
pub use sessions::{SESSION_COOKIE, begin_session, end_session};

use crate::web::routes::Entry;

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    crate::routes! {
        GET "/sign-in" => pages::sign_in::show;
        POST "/sign-in" => pages::sign_in::ask;
        GET "/sign-in/code" => pages::code::show;
        POST "/sign-in/code" => pages::code::enter;
        GET "/sign-in/link/{token}" => pages::link::show;
        POST "/sign-in/link/{token}" => pages::link::enter;
        GET "/sign-in/password" => pages::password::show;
        POST "/sign-in/password" => pages::password::enter;
        GET "/invitation/{token}" => pages::invitation::show;
        POST "/invitation/{token}" => pages::invitation::enter;
        GET "/password" => pages::reset::show_forgotten;
        POST "/password" => pages::reset::ask;
        GET "/password/{token}" => pages::reset::show;
        POST "/password/{token}" => pages::reset::set;
        POST "/sign-out" => pages::sign_in::leave;
        GET "/account" => pages::account::show;
        POST "/account" => pages::account::save;
        POST "/account/password" => pages::account::change_password;
        POST "/account/sessions/revocation" => pages::account::end_others;
        POST "/account/sessions/{browser_session}/revocation" => pages::account::end_session;
        POST "/language" => pages::preferences::choose_language;
        POST "/theme" => pages::preferences::choose_theme;
        POST "/uploads" => pages::uploads::begin;
        GET "/uploads/{upload}" => pages::uploads::stand;
        POST "/uploads/{upload}" => pages::uploads::go_on;
        GET "/resume" => pages::resume::show;
        POST "/resume" => pages::resume::forget;
    }
}
