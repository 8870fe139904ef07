//! How a mail is written: one struct per mail with three templates (subject, plain text, HTML), and the letterhead that its
//! templates find in `head`. A struct's fields are the only placeholders its templates have.

use crate::clock::{Day, Moment};
use crate::ids::ConferenceId;
use crate::language::{Argument, Language, Message};
use crate::web::{Answer, Site};
use jiff::tz::TimeZone;

/// A mail before it is addressed. [`letter!`](crate::letter) implements it.
pub trait Letter {
    /// Which mail it is, as the outbox keeps it: `sign_in_code`, `confirmation` ...
    const KIND: &'static str;

    /// The subject in one line, the plain text, and the HTML.
    fn render(&self, head: &Letterhead) -> Answer<Rendered>;
}

/// A rendered mail.
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// The conference in whose name a mail is sent, in the words of its reader's language.
#[derive(Clone, Debug)]
pub struct ConferenceHead {
    pub id: ConferenceId,
    pub slug: String,
    pub name: String,
    pub place: String,
    /// `25–26 October 2025`
    pub dates: String,
    /// The name of the accent colour.
    pub accent: String,
    /// Where answers go; may be empty.
    pub contact: String,
}

/// What stands round every mail: its language, who sends it, and how links begin.
#[derive(Clone, Debug)]
pub struct Letterhead {
    language: Language,
    base_url: String,
    conference: Option<ConferenceHead>,
}

impl Letterhead {
    /// The installation's own letterhead: sign-in codes, passwords.
    pub fn new(site: &Site, language: Language) -> Self {
        Self { language, base_url: site.config().base_url.clone(), conference: None }
    }

    /// A conference's letterhead; its room makes the head (`Conference::letterhead`).
    #[must_use]
    pub fn of_conference(mut self, conference: ConferenceHead) -> Self {
        self.conference = Some(conference);
        self
    }

    pub fn language(&self) -> Language {
        self.language
    }

    pub fn conference(&self) -> Option<&ConferenceHead> {
        self.conference.as_ref()
    }

    pub fn lang(&self) -> &'static str {
        self.language.code()
    }

    pub fn dir(&self) -> &'static str {
        self.language.direction()
    }

    pub fn t(&self, key: &str) -> String {
        self.language.t(key)
    }

    pub fn t1(&self, key: &str, name: &'static str, value: impl Into<Argument>) -> String {
        self.language.with(key, &[(name, value.into())])
    }

    pub fn t2(
        &self,
        key: &str,
        name: &'static str,
        value: impl Into<Argument>,
        second: &'static str,
        other: impl Into<Argument>,
    ) -> String {
        self.language.with(key, &[(name, value.into()), (second, other.into())])
    }

    pub fn message(&self, message: &Message) -> String {
        self.language.message(message)
    }

    pub fn date(&self, day: &Day) -> String {
        self.language.date(*day)
    }

    pub fn date_time(&self, at: &Moment, zone: &TimeZone) -> String {
        self.language.date_time(*at, zone)
    }

    /// An absolute link to a path of ours.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// Where the site is, as the foot of a mail names it.
    pub fn site(&self) -> &str {
        &self.base_url
    }

    /// What Message-IDs end with.
    pub(super) fn host(&self) -> String {
        super::rules::host_of(&self.base_url)
    }

    /// The accent as mail programs can show it; the same colours as in `static/css/tokens.css`.
    pub fn colour(&self) -> &'static str {
        match self.conference.as_ref().map(|conference| conference.accent.as_str()) {
            Some("oxblood") => "#7a1f33",
            Some("forest") => "#1d5a3c",
            Some("indigo") => "#353b84",
            Some("bronze") => "#6f4a12",
            Some("plum") => "#5f2a62",
            _ => "#0b4f6c",
        }
    }
}

/// Declares a mail: a struct whose fields its templates find in `mail`, the kind it has in the outbox, and its three
/// templates. See the room's documentation for an example.
#[macro_export]
macro_rules! letter {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $kind_of:ty),* $(,)? }
     $kind:literal: $subject:literal, $text:literal, $html:literal) => {
        $(#[$doc])*
        pub struct $name { $($(#[$field_doc])* pub $field: $kind_of),* }

        const _: () = {
            #[derive(askama::Template)]
            #[template(path = $subject)]
            #[allow(dead_code, reason = "a template need not use every placeholder")]
            struct Subject<'a> { head: &'a $crate::mail::Letterhead, mail: &'a $name }

            #[derive(askama::Template)]
            #[template(path = $text)]
            #[allow(dead_code, reason = "a template need not use every placeholder")]
            struct Text<'a> { head: &'a $crate::mail::Letterhead, mail: &'a $name }

            #[derive(askama::Template)]
            #[template(path = $html)]
            #[allow(dead_code, reason = "a template need not use every placeholder")]
            struct Html<'a> { head: &'a $crate::mail::Letterhead, mail: &'a $name }

            impl $crate::mail::Letter for $name {
                const KIND: &'static str = $kind;

                fn render(&self, head: &$crate::mail::Letterhead) -> $crate::web::Answer<$crate::mail::Rendered> {
                    use askama::Template;
                    let subject = Subject { head, mail: self }.render()?;
                    Ok($crate::mail::Rendered {
                        subject: subject.split_whitespace().collect::<Vec<_>>().join(" "),
                        text: Text { head, mail: self }.render()?,
                        html: Html { head, mail: self }.render()?,
                    })
                }
            }
        };
    };
}
