//! Clearances and decisions: from submission to approval.
//!
//! A focal point hands a file in ([`hand_in`]): its identity data is frozen as a version, the authorities that its category
//! names are asked, and it takes a place, which the database grants or not. Reviewers (the accreditation unit for documents and
//! protocol, the security authority for security) give their clearances ([`approve`]), return, refuse or hold; each act is a
//! decision, an entry on record and, but for holding, a mail that waits ten seconds and can be taken back ([`undo`]). Nobody
//! decides on themselves. A [correction](correct) of identity data asks again whoever looked at it.
//!
//! The page for approving is here, the handler of its form is not: approving somebody gives them a collection code and a mail
//! that carries it, and an act that spans rooms lives in the highest one it touches. So the room `badges` registers
//! `POST /{conference}/files/{participant}/approval` with the proof [`Reviewer`] and the form [`DecisionForm`], and
//!
//! 1. calls [`approve`] with the version from the form. [`Approval::Approved`] has the decision and the person; with
//!    [`Approval::Cleared`] other authorities have still to answer, and nothing more is to be done;
//! 2. issues the code and queues the mail to [`contacts_of`](crate::participants::contacts_of) the person, due
//!    [`UNDO_SECONDS`](rules::UNDO_SECONDS) later and *about the decision* (`.about("decision", decision.id.0)`), so that [`undo`]
//!    takes it back; a code that was issued before and taken back is still there and may be used again;
//! 3. commits, and sends the officer [`onward`] to the next file; a `Refused` is [`told`] on the same file.

mod actions;
mod duties;
mod import;
mod mails;
mod model;
mod pages;
mod queries;
pub mod rules;

pub use actions::{
    Approval, Corrected, Desk, HandedIn, LEASE_SECONDS, Question, Stated, approve, correct, hand_in, hand_in_own, hold,
    question_to, refuse, resume, return_file, take_over, take_up, topic, undo, withdraw,
};
pub use duties::{Correcting, Corrector, Reviewer, Reviewing, Viewer, Viewing, authorities};
pub use import::{PeopleImportOptions, import_people};
pub use mails::{received as mail_received, refused as mail_refused, returned as mail_returned};
pub use model::{Clearance, ClearanceKind, ClearanceState, Decision, IdentityVersion, Reason, Step};
pub use pages::decisions::{DecisionForm, onward, told};
pub use queries::{
    Filed, Pile, Wanted, clearances, count_files, decisions, files, files_after, identity_at, last_decision_by,
    latest_identity, note_mail, pile_sizes, possible_doubles,
};

use crate::web::routes::Entry;

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    crate::routes! {
        GET "/delegations/{delegation}/people/new" => pages::nomination::begin;
        GET "/delegations/{delegation}/people/check" => pages::check::show;
        POST "/delegations/{delegation}/people/check" => pages::check::submit;
        GET "/delegations/{delegation}/receipts" => pages::receipt::all;
        GET "/delegations/{delegation}/receipts/{receipt}" => pages::receipt::show;
        GET "/delegations/{delegation}/receipts/{receipt}/receipt.pdf" => pages::receipt::pdf;
        GET "/delegations/{delegation}/people/{participant}" => pages::nomination::show;
        POST "/delegations/{delegation}/people/{participant}" => pages::nomination::keep_draft;
        POST "/delegations/{delegation}/people/{participant}/submission" => pages::nomination::submit;
        POST "/delegations/{delegation}/people/{participant}/substitution" => pages::nomination::substitute;
        POST "/delegations/{delegation}/people/{participant}/withdrawal" => pages::nomination::withdraw_person;
        POST "/delegations/{delegation}/people/{participant}/removal" => pages::nomination::remove_draft;
        POST "/people/{participant}/form/check" => pages::own::send;
        POST "/people/{participant}/answer" => pages::own::reply;
        GET "/people/{participant}/withdrawal" => pages::own::ask_withdrawal;
        POST "/people/{participant}/withdrawal" => pages::own::leave;
        GET "/{conference}/register" => pages::registration::show;
        POST "/{conference}/register" => pages::registration::ask;
        GET "/{conference}/register/people" => pages::registration::people;
        POST "/{conference}/register/people" => pages::registration::begin;
        GET "/{conference}/settings/registration" => pages::opening::show;
        POST "/{conference}/settings/registration" => pages::opening::open;
        POST "/{conference}/settings/registration/{category}/closing" => pages::opening::close;
        GET "/{conference}/participants/{participant}/correction" => pages::correction::show;
        POST "/{conference}/participants/{participant}/correction" => pages::correction::write;
        GET "/{conference}/files" => pages::pile::show;
        GET "/{conference}/files/news" => pages::pile::news;
        GET "/{conference}/files/{participant}" => pages::review::show;
        GET "/{conference}/files/{participant}/papers/identity" => pages::papers::scan;
        GET "/{conference}/files/{participant}/papers/letters/{letter}" => pages::papers::letter;
        POST "/{conference}/files/{participant}/return" => pages::decisions::give_back;
        POST "/{conference}/files/{participant}/refusal" => pages::decisions::turn_down;
        POST "/{conference}/files/{participant}/question" => pages::decisions::put_question;
        POST "/{conference}/files/{participant}/hold" => pages::decisions::set_aside;
        POST "/{conference}/files/{participant}/resumption" => pages::decisions::take_up_again;
        POST "/{conference}/files/{participant}/undo" => pages::decisions::take_back;
        POST "/{conference}/files/{participant}/desk" => pages::decisions::take_desk;
    }
}
