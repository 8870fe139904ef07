//! What a mail is made of, and where it can stand.

use uuid::Uuid;

use crate::clock::Moment;
use crate::ids::ConferenceId;
use crate::language::Language;

crate::text_enum! {
    /// Where a mail stands.
    pub enum MailState {
        /// Not due yet, or to be tried again when due.
        Waiting = "waiting",
        /// Claimed by a worker.
        Sending = "sending",
        Sent = "sent",
        /// Given up after the last attempt.
        Failed = "failed",
        /// Taken back before it was due.
        Withdrawn = "withdrawn",
    }
}

/// A file inside a mail: an attachment, or with a content id a picture that the HTML shows.
pub struct Part {
    pub content_id: Option<String>,
    pub file_name: String,
    pub media_type: String,
    pub content: Vec<u8>,
}

/// A mail ready to be queued: rendered in its reader's language, as text and as HTML.
pub struct Draft {
    pub conference: Option<ConferenceId>,
    /// Which mail it is: `sign_in_code`, `confirmation` ...
    pub kind: &'static str,
    /// What it is about, so that it can be found and withdrawn: `("decision", id)`.
    pub about: Option<(&'static str, Uuid)>,
    pub to_address: String,
    pub to_name: String,
    pub language: Language,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub parts: Vec<Part>,
    /// When it may leave: now for codes and urgent changes, ten seconds later for decisions that can be undone.
    pub due: Moment,
}
