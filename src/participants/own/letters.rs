//! The mails of own forms.

crate::letter! {
    /// Asks somebody to fill in their own form.
    pub struct PleaseComplete {
        /// Empty where nobody knows the name yet.
        pub greeted: String,
        pub delegation: String,
        pub category: String,
        /// The day by which it is to be done, with its hour.
        pub until: String,
        pub note: String,
        pub link: String,
        pub email: String,
        pub sign_in: String
    }
    "own_form_asked": "participants/mail/please_complete.subject.txt", "participants/mail/please_complete.txt",
        "participants/mail/please_complete.html"
}

crate::letter! {
    /// Tells a focal point that somebody has completed their form.
    pub struct Completed { pub greeted: String, pub person: String, pub reference: i32, pub link: String }
    "own_form_completed": "participants/mail/completed.subject.txt", "participants/mail/completed.txt",
        "participants/mail/completed.html"
}
