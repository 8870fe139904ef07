//! The outbox. A mail is a row, written in the transaction that caused it with the time it is due; a worker claims it in one
//! short transaction, sends it outside of any, and finishes in another. Nobody sends mail in a request.
//!
//! A room writes a mail like this. In its `mails.rs`:
//!
//! ```ignore
//! crate::letter! {
//!     /// Tells a focal point that they were appointed.
//!     pub struct Appointment { pub name: String, pub delegation: String, pub link: String }
//!     "appointment": "delegations/mail/appointment.subject.txt", "delegations/mail/appointment.txt",
//!         "delegations/mail/appointment.html"
//! }
//! ```
//!
//! The templates find the letter's fields in `mail` and the letterhead in `head` (`head.t("key")`, `head.link("/path")`).
//! The text extends `mail/layout.txt`, the HTML `mail/layout.html` with the macros of `mail/parts.html`; both say the same,
//! and every code and link stands in the text, too:
//!
//! ```text
//! {% extends "mail/layout.html" %}{% import "mail/parts.html" as m %}
//! {% block body %}
//! {{ m::paragraph(head.t1("KEY", "delegation", mail.delegation.as_str())) }}
//! {{ m::button(mail.link, head.t("KEY")) }}
//! {% endblock %}
//! ```
//!
//! And in an action:
//!
//! ```ignore
//! let head = conference.letterhead(site, language);
//! let draft = Draft::new(&Appointment { name, delegation, link: link.clone() }, &head, &email, &name, now)?
//!     .about("focal_point", id.0).hiding(link);
//! mail::queue(tx, &draft, now).await?;
//! ```

mod actions;
mod compose;
mod letter;
mod model;
mod queries;
mod rules;
mod transport;
mod worker;

pub use actions::{keep_if, mark_read, queue, try_again, withdraw, withdraw_about};
pub use letter::{ConferenceHead, Letter, Letterhead, Rendered};
pub use model::{Draft, MailLine, MailPart, MailState, Part, StoredMail};
pub use queries::{Outbox, count_mails, mail_by_id, mailbox, mails, parts_of, waiting_about};
pub use transport::{Route, Transport, WrongTransport, route};
pub use worker::{Worker, run};

/// The topic under which the outbox has news: something was queued, sent or failed.
pub const TOPIC: &str = "mail";
