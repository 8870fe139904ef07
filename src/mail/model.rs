//! What a mail can be.

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
