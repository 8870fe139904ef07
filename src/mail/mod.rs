//! The outbox. A mail is a row, written in the transaction that caused it with the time it is due; a worker claims it in one
//! short transaction, sends it outside of any, and finishes in another. Nobody sends mail in a request.

mod actions;
mod model;
mod queries;

pub use actions::{queue, withdraw};
pub use model::{Draft, MailState, Part};
