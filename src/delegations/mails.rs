//! Mails to focal points.

/// So many places of a category.
pub struct Places {
    pub category: String,
    pub places: String,
}

crate::letter! {
    /// Tells a focal point that they were appointed, and what is asked of the delegation until when.
    pub struct Invitation {
        pub name: String,
        /// The delegation's formal name.
        pub delegation: String,
        pub places: Vec<Places>,
        pub nominations_close: String,
        pub confirmations_close: String,
        pub zone: String,
        /// The reader's own address, with which they sign in.
        pub email: String,
        pub sign_in: String,
        /// Signs in once.
        pub link: String,
    }
    "focal_point_invitation": "delegations/mail/invitation.subject.txt", "delegations/mail/invitation.txt",
        "delegations/mail/invitation.html"
}

crate::letter! {
    /// Reminds a focal point of the delegation's next step: the answer, or the people.
    pub struct Reminder {
        pub name: String,
        pub delegation: String,
        /// What is asked, in one sentence.
        pub asked: String,
        /// Until when, with the zone; empty where nothing is due.
        pub until: String,
        pub button: String,
        pub email: String,
        pub sign_in: String,
        /// Signs in once.
        pub link: String,
    }
    "delegation_reminder": "delegations/mail/reminder.subject.txt", "delegations/mail/reminder.txt", "delegations/mail/reminder.html"
}

crate::letter! {
    /// What the secretariat says to an application for admission: a question, or that it is declined. Who is admitted gets the
    /// invitation of a focal point.
    pub struct AdmissionAnswer {
        pub name: String,
        pub organisation: String,
        pub is_declined: bool,
        /// In the secretariat's own words.
        pub note: String,
        pub link: String,
    }
    "admission_answer": "delegations/mail/admission.subject.txt", "delegations/mail/admission.txt", "delegations/mail/admission.html"
}
