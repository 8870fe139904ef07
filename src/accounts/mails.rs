//! The mails about signing in. They go to addresses that are known, and to nobody else.

crate::letter! {
    /// The code and the link that somebody asked for.
    pub struct SignInCode {
        pub code: String,
        pub link: String,
        pub minutes: i64,
    }
    "sign_in_code": "accounts/mail/sign_in_code.subject.txt", "accounts/mail/sign_in_code.txt", "accounts/mail/sign_in_code.html"
}

crate::letter! {
    /// Instead of a code, to somebody who signs in with a password.
    pub struct PasswordInstead {
        pub sign_in: String,
        pub forgotten: String,
    }
    "password_instead": "accounts/mail/password_instead.subject.txt", "accounts/mail/password_instead.txt",
        "accounts/mail/password_instead.html"
}

crate::letter! {
    /// The link for setting another password.
    pub struct PasswordReset {
        pub link: String,
        pub hours: i64,
    }
    "password_reset": "accounts/mail/password_reset.subject.txt", "accounts/mail/password_reset.txt",
        "accounts/mail/password_reset.html"
}

crate::letter! {
    /// Instead of such a link, to somebody who has no password and needs none.
    pub struct CodeInstead {
        pub sign_in: String,
    }
    "code_instead": "accounts/mail/code_instead.subject.txt", "accounts/mail/code_instead.txt", "accounts/mail/code_instead.html"
}

crate::letter! {
    /// The link for setting the first password, to new staff.
    pub struct FirstPassword {
        pub link: String,
        pub hours: i64,
    }
    "first_password": "accounts/mail/first_password.subject.txt", "accounts/mail/first_password.txt",
        "accounts/mail/first_password.html"
}

crate::letter! {
    /// Told after a password was set, so that whoever did not do it learns of it.
    pub struct PasswordChanged {
        pub forgotten: String,
    }
    "password_changed": "accounts/mail/password_changed.subject.txt", "accounts/mail/password_changed.txt",
        "accounts/mail/password_changed.html"
}
