//! What a mail is made of, where it can stand, and its rows.

use diesel::prelude::*;
use uuid::Uuid;

use super::letter::{Letter, Letterhead};
use crate::clock::Moment;
use crate::ids::{ConferenceId, MailId};
use crate::language::Language;
use crate::schema::{mail, mail_part};
use crate::web::Answer;

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
    /// Without one, the part is the same mail in another form, for calendars say, and stands beside text and HTML.
    pub file_name: String,
    /// With parameters where they matter: `text/calendar; method=PUBLISH; charset=utf-8`.
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
    /// After this it is not sent any more: a code that has expired serves nobody.
    pub useless_after: Option<Moment>,
    /// Where answers go; empty for nowhere.
    pub reply_to: String,
    /// Codes and one-time links in the bodies, exactly as they stand there: never shown to staff.
    pub secrets: Vec<String>,
    /// The host that the Message-ID ends with.
    pub host: String,
}

impl Draft {
    /// Renders a letter under its letterhead, for one reader.
    pub fn new<L: Letter>(letter: &L, head: &Letterhead, address: &str, name: &str, due: Moment) -> Answer<Self> {
        let rendered = letter.render(head)?;
        Ok(Self {
            conference: head.conference().map(|conference| conference.id),
            kind: L::KIND,
            about: None,
            to_address: address.trim().to_owned(),
            to_name: name.trim().to_owned(),
            language: head.language(),
            subject: rendered.subject,
            text: rendered.text,
            html: rendered.html,
            parts: Vec::new(),
            due,
            useless_after: None,
            reply_to: head.conference().map(|conference| conference.contact.clone()).unwrap_or_default(),
            secrets: Vec::new(),
            host: head.host(),
        })
    }

    /// Says what the mail is about: `about("decision", id.0)`.
    #[must_use]
    pub fn about(mut self, kind: &'static str, id: Uuid) -> Self {
        self.about = Some((kind, id));
        self
    }

    /// Adds an attachment or a picture.
    #[must_use]
    pub fn with(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    /// Names a code or one-time link in the bodies.
    #[must_use]
    pub fn hiding(mut self, secret: impl Into<String>) -> Self {
        self.secrets.push(secret.into());
        self
    }

    /// Says until when sending makes sense.
    #[must_use]
    pub fn useless_after(mut self, end: Moment) -> Self {
        self.useless_after = Some(end);
        self
    }
}

/// A mail as a list shows it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = mail)]
pub struct MailLine {
    pub id: MailId,
    pub kind: String,
    pub to_address: String,
    pub to_name: String,
    pub subject: String,
    pub state: MailState,
    pub attempts: i32,
    pub due_at: Moment,
    pub sent_at: Option<Moment>,
    pub created_at: Moment,
    pub read_at: Option<Moment>,
}

/// A whole mail but its parts.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = mail)]
pub struct StoredMail {
    pub id: MailId,
    pub conference_id: Option<ConferenceId>,
    pub kind: String,
    pub subject_kind: Option<String>,
    pub subject_id: Option<Uuid>,
    pub to_address: String,
    pub to_name: String,
    pub reply_to: String,
    pub language: String,
    pub subject: String,
    pub body_text: String,
    pub body_html: String,
    /// Without the angle brackets.
    pub message_id: String,
    pub state: MailState,
    pub due_at: Moment,
    pub useless_after: Option<Moment>,
    pub attempts: i32,
    pub claimed_at: Option<Moment>,
    pub sent_at: Option<Moment>,
    pub last_error: Option<String>,
    pub created_at: Moment,
    pub secrets: Vec<String>,
}

/// An attachment or a picture of a mail.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = mail_part)]
pub struct MailPart {
    pub ordinal: i16,
    pub content_id: Option<String>,
    pub file_name: String,
    pub media_type: String,
    pub content: Vec<u8>,
}
