//! Mails about duties.

crate::letter! {
    /// Tells a member of staff what they do at a conference.
    pub struct DutyGiven {
        pub name: String,
        /// In the reader's language.
        pub duties: Vec<String>,
        pub link: String,
    }
    "duty_given": "conferences/mail/duty_given.subject.txt", "conferences/mail/duty_given.txt",
        "conferences/mail/duty_given.html"
}
