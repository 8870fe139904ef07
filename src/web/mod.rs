//! What every page needs: the visit (language, theme, forgery key), the page around a template, forms and uploads, errors
//! and how they are drawn, security headers, static assets, live updates, and the table of routes.

mod assets;
mod choices;
mod drawing;
mod forms;
mod live;
mod page;
mod pager;
mod parked;
mod preferences;
mod problem;
mod qr;
pub mod routes;
mod sent;
mod state;
mod summary;
pub mod tls;
mod typed;
mod visit;

pub use assets::{asset_url, favicon, serve_asset};
pub use choices::Choice;
pub use drawing::{drawing, not_found};
pub use forms::{Errors, Form, Query};
pub use live::{Hub, Live, announce, listen};
pub use page::{
    AccountLine, ConferenceLine, Flash, FlashKind, NavItem, Page, attach, disposition, mailbox_count, page, page_with,
    redirect, redirect_with,
};
pub use pager::Pager;
pub use parked::{KEPT_FORM_COOKIE, Parked, forget_parked, parked_for};
pub use preferences::{LanguageForm, ThemeForm, choose_language, choose_theme, own_path};
pub use problem::{Answer, Problem};
pub use qr::{Qr, qr};
pub use sent::Sent;
pub use state::Site;
pub use typed::{Difference, InLanguage, Reader, Typed, ascii_digits, is_email, typed_moment};
pub use visit::{SESSION_COOKIE, Visit, cookie, preference_cookie, removed_cookie, sent_cookie, visiting};
