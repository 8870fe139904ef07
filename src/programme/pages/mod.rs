//! The programme's pages: public, managing, feeds.

pub mod arrivals;
pub mod agenda;
pub mod agenda_links;
pub mod changes;
pub mod documents;
mod doubts;
pub mod edit;
pub mod feeds;
pub mod guest;
pub mod import;
pub mod interpreters;
pub mod journal;
mod keeper;
mod lines;
pub mod list;
pub mod now;
pub mod person;
pub mod place;
pub mod public;
pub mod release;
pub mod releases;
pub mod repeat;
pub mod room;
pub mod room_form;
pub mod rooms;
pub mod screen_list;
pub mod screens;
pub mod session;
mod session_form;
mod session_more;
pub mod sign_up;
mod stage_rows;
pub mod stage_view;
pub mod timetable;
pub mod venue;
pub mod urgent;

use crate::language::{Language, Localized};
use crate::web::Choice;

use super::model::{SessionKind, SessionStatus};

/// `programme-kind-side-event`
fn kind_label(kind: SessionKind, language: Language) -> String {
    language.t(&format!("programme-kind-{}", kind.as_str().replace('_', "-")))
}

fn status_label(status: SessionStatus, language: Language) -> String {
    language.t(&format!("programme-status-{status}"))
}

fn kinds(chosen: &str, language: Language) -> Vec<Choice> {
    Choice::one_of(SessionKind::ALL.iter().map(|kind| (kind.as_str(), kind_label(*kind, language))), chosen)
}

/// The same words in every shipped language's field of a form.
fn localized(en: &str, fr: &str) -> Localized {
    Localized::new("en", en.trim()).and("fr", fr.trim())
}
