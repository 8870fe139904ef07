//! People of a conference: identity data, portraits, the roster.
//!
//! A [`Participant`] is one person at one conference, in one delegation. Focal points keep drafts and mend what was returned;
//! from the moment a file is handed in its data is frozen to them. What moves a file (submission, decisions, withdrawal) is the
//! next room's, `accreditation`, and so are the pages on which somebody is nominated, because a submission is posted there;
//! this room gives them the form ([`typed`], [`read_person`]), the portrait ([`prepare`]) and [`save`].
//!
//! Staff find everybody on `/{conference}/participants`. The number of an identity paper is sealed; [`show_number`] opens it and
//! records the showing. A person who signs in with the address of their file is [`Myself`].

mod actions;
mod contact;
mod export;
#[cfg(test)]
pub(crate) mod fixtures;
mod form;
pub mod import;
mod model;
pub mod own;
mod pages;
mod portrait;
mod proofs;
mod queries;
pub mod rules;

pub use actions::{
    Brought, Kept, SCAN_BYTES, SealedNumber, begin_substitute, bring_picture, create_draft, discard, erase_papers,
    forget_old_pictures, record_scan_shown, save, scan_of, show_number, today, write,
};
pub use contact::{Contact, contacts_of, focal_contacts_of};
pub use export::participants_sheet;
pub use form::{Asked, FromMrz, ISSUERS, NOTICE, Reading, STATELESS, fill_from_mrz, read_person, typed, typed_anew};
pub use model::{
    CompositionTitle, Details, DocumentKind, Participant, PortraitSize, ProtocolRank, Sex, Status, Worded, portrait_url,
};
pub use pages::card::companion;
pub use pages::facts::{DocumentLine, Fact, Told};
pub use pages::fields::{Fields, Offered, labels};
pub use pages::files::{Files, use_up_upload};
pub use pages::list::{Finder, Finding};
pub use pages::mrz::told as told_of_mrz;
pub use pages::own::asking::{AskedLine, asked_lines};
pub use pages::own::check::{Said as OwnSaid, again as answers_again};
pub use pages::words::{Mark, ago, country};
pub use portrait::{BYTES as PORTRAIT_BYTES, Portrait, make as make_portrait, prepare};
pub use proofs::{Beholder, Myself};
pub use queries::{
    Order, Sought, count_people, delegation_names, lock_roster, locked, participant_by_id, people, people_of_address,
    people_of_delegation, substitute_of,
};

use crate::web::routes::Entry;

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    crate::routes! {
        GET "/delegations/{delegation}" => pages::home::show;
        GET "/delegations/{delegation}/people/order" => pages::order::show;
        POST "/delegations/{delegation}/people/order" => pages::order::keep;
        GET "/delegations/{delegation}/people/earlier" => pages::earlier::show;
        POST "/delegations/{delegation}/people/earlier" => pages::earlier::take;
        GET "/delegations/{delegation}/people/sheet" => pages::sheet::show;
        POST "/delegations/{delegation}/people/sheet" => pages::sheet::bring;
        GET "/delegations/{delegation}/people/sheet/template" => pages::sheet::example;
        GET "/delegations/{delegation}/people/sheet/{file}" => pages::sheet::preview;
        POST "/delegations/{delegation}/people/sheet/{file}" => pages::sheet::act;
        GET "/delegations/{delegation}/people/portraits" => pages::pictures::show;
        POST "/delegations/{delegation}/people/portraits" => pages::pictures::bring;
        POST "/delegations/{delegation}/people/portraits/given" => pages::pictures::give;
        GET "/delegations/{delegation}/people/portraits/{picture}" => pages::pictures::picture;
        GET "/delegations/{delegation}/people/invitation" => pages::own::asking::begin;
        POST "/delegations/{delegation}/people/invitation" => pages::own::asking::invite;
        POST "/delegations/{delegation}/people/{participant}/invitation" => pages::own::asking::ask_person;
        POST "/delegations/{delegation}/people/{participant}/invitation/revocation" => pages::own::asking::take_back;
        GET "/people/link/{token}" => pages::own::link::show;
        POST "/people/link/{token}" => pages::own::link::enter;
        GET "/people/{participant}/form" => pages::own::tasks::show;
        GET "/people/{participant}/form/check" => pages::own::check::show;
        GET "/people/{participant}/form/sent" => pages::own::tasks::sent;
        POST "/people/{participant}/form/mrz" => pages::own::section::fill_in;
        POST "/people/{participant}/form/earlier" => pages::own::tasks::take_over_earlier;
        GET "/people/{participant}/form/{section}" => pages::own::section::show;
        POST "/people/{participant}/form/{section}" => pages::own::section::keep;
        GET "/people/{participant}/portrait/{size}" => pages::portrait::picture;
        GET "/{conference}/participants" => pages::list::show;
        GET "/{conference}/participants/export" => pages::export::table;
        GET "/{conference}/participants/{participant}" => pages::card::show;
        POST "/{conference}/participants/{participant}/document-number" => pages::card::number;
    }
}
