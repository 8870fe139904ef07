//! Badges: numbers, signed codes, typesetting, the pass desk.
//!
//! An approval leads here: the act that spans the file and its badge is carried out by this room's
//! `POST /{conference}/files/{participant}/approval`. It issues what the category's delivery says (a collection code, or a badge
//! to print or to show) and queues the confirmation. A mailed code is not a badge: at a gate it says "collect your badge".
//! The pass desk exchanges it: find the person, check, print, hand over. Printing again makes the former badge dead before the
//! new one is good.

mod actions;
pub mod code;
mod export;
pub mod keys;
mod mails;
mod model;
mod pages;
pub mod picture;
mod queries;
pub mod typeset;

pub use actions::{Again, code_text, confirm, end_badge, hand_over, issue_after_approval, print};
pub use export::badges_sheet;
pub use model::{Badge, BadgeKind, BadgeState, Issued};
pub use queries::{Holder, badges_of, current_by_key, holder, live};

use crate::web::routes::Entry;

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    crate::routes! {
        POST "/{conference}/files/{participant}/approval" => pages::approval::approve;
        GET "/{conference}/pass-desk" => pages::desk::find;
        GET "/{conference}/pass-desk/{participant}" => pages::desk::show;
        POST "/{conference}/pass-desk/{participant}/badge" => pages::desk::print_badge;
        POST "/{conference}/pass-desk/{participant}/hand-over" => pages::desk::hand;
        POST "/{conference}/pass-desk/{participant}/loss" => pages::desk::lose;
        GET "/{conference}/badges/{badge}" => pages::sheet::show;
        GET "/people/{participant}" => pages::own::show;
        GET "/people/{participant}/calendar.ics" => pages::own::days;
        GET "/people/{participant}/code.png" => pages::own::picture;
        GET "/people/{participant}/badge.pdf" => pages::own::print_at_home;
    }
}
