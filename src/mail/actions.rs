//! Queueing a mail and taking it back.

use uuid::Uuid;

use super::queries;
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{ConferenceId, MailId};
use crate::language::Language;
use crate::web::Answer;

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

/// Puts a mail into the outbox, in the transaction that causes it. Its Message-ID is made here and stays through every
/// attempt.
pub async fn queue(tx: &mut Connection, draft: &Draft, now: Moment) -> Answer<MailId> {
    let id = MailId::new();
    queries::insert(tx, id, draft, now).await?;
    queries::insert_parts(tx, id, &draft.parts).await?;
    crate::web::announce(tx, "mail").await?;
    Ok(id)
}

/// Takes back what has not left yet; says whether it was in time.
pub async fn withdraw(tx: &mut Connection, id: MailId) -> Answer<bool> {
    queries::withdraw(tx, id).await
}
