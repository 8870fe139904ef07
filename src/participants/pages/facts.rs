//! What is known of somebody, as lines of label and value: for the staff's card, the officer's desk and the delegation's own
//! view of a file that is frozen. The number of the identity paper is not among them.

use super::words::{country, years};
use crate::clock::{Day, Moment};
use crate::conferences::Conference;
use crate::language::Language;
use crate::participants::model::{Participant, Worded};

/// One line.
#[derive(Clone, Debug)]
pub struct Fact {
    pub label: String,
    pub value: String,
    /// Small, behind the value.
    pub note: String,
    /// Reads from left to right whatever the page does: addresses, numbers.
    pub ltr: bool,
}

impl Fact {
    /// A line in the page's words or somebody's own.
    pub fn new(label: String, value: impl Into<String>) -> Self {
        Self { label, value: value.into(), note: String::new(), ltr: false }
    }

    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    #[must_use]
    fn left_to_right(mut self) -> Self {
        self.ltr = true;
        self
    }
}

/// What is asked about whom, and by whose words it is answered.
pub struct Told<'a> {
    pub language: Language,
    pub conference: &'a Conference,
    pub person: &'a Participant,
    /// The name of whom the person accompanies.
    pub accompanies: Option<String>,
    pub now: Moment,
}

impl Told<'_> {
    fn t(&self, key: &str) -> String {
        self.language.t(key)
    }

    /// Place in the delegation and function.
    pub fn function(&self) -> Vec<Fact> {
        let person = self.person;
        let mut facts =
            vec![Fact::new(self.t("participants-composition-title"), self.t(&person.composition_title.word()))];
        let function = person.function_line();
        if !function.is_empty() {
            facts.push(Fact::new(self.t("participants-functional-title"), function));
        }
        if person.protocol_rank != crate::participants::ProtocolRank::Other {
            facts.push(Fact::new(self.t("participants-protocol-rank"), self.t(&person.protocol_rank.word())));
        }
        if let Some(name) = &self.accompanies {
            facts.push(Fact::new(self.t("participants-accompanies"), name));
        }
        facts
    }

    /// What the identity paper says, but for its number.
    pub fn identity(&self) -> Vec<Fact> {
        let person = self.person;
        let mut facts = Vec::new();
        if let Some(birth) = person.birth_date {
            let age = years(birth, self.now.day(&self.conference.zone()));
            let note = self.language.with("participants-age", &[("years", age.into())]);
            facts.push(Fact::new(self.t("participants-birth"), self.language.date(birth)).with_note(note));
        }
        if let Some(sex) = person.sex {
            facts.push(Fact::new(self.t("participants-sex"), self.t(&sex.word())));
        }
        if let Some(code) = &person.nationality {
            facts.push(Fact::new(self.t("participants-nationality"), country(self.language, code)));
        }
        if let Some(code) = &person.residence {
            facts.push(Fact::new(self.t("participants-residence"), country(self.language, code)));
        }
        facts
    }

    /// How to reach the person and what they need.
    pub fn contact(&self) -> Vec<Fact> {
        let person = self.person;
        let mut facts = Vec::new();
        if let Some(email) = &person.email {
            facts.push(Fact::new(self.t("participants-email"), email).left_to_right());
        }
        if let Some(phone) = &person.phone {
            facts.push(Fact::new(self.t("participants-phone"), phone).left_to_right());
        }
        if let Some(code) = &person.language {
            let language = Language::or_fallback(Some(code.as_str()));
            facts.push(Fact::new(self.t("participants-language"), language.own_name()));
        }
        if !person.access_needs.is_empty() {
            facts.push(Fact::new(self.t("participants-access-needs"), &person.access_needs));
        }
        let consent = if person.public_list { "participants-public-list-yes" } else { "participants-public-list-no" };
        facts.push(Fact::new(self.t("participants-public-list"), self.t(consent)));
        if let Some(reason) = &person.late_reason {
            facts.push(Fact::new(self.t("participants-late-reason"), reason));
        }
        facts
    }

    /// The identity paper: what it is called, and its hint; the number itself is shown on demand.
    pub fn document(&self) -> Option<DocumentLine> {
        let person = self.person;
        let kind = person.document_kind?;
        let issuer = person.document_country.as_deref().map(|code| country(self.language, code)).unwrap_or_default();
        let (expires, expires_soon) = match person.document_expires_on {
            None => (String::new(), false),
            Some(day) => (
                self.language.with("participants-valid-until", &[("date", self.language.date(day).into())]),
                ends_during(day, self.conference),
            ),
        };
        Some(DocumentLine {
            kind: self.t(&kind.word()),
            issuer,
            hint: person.document_number_hint.clone().unwrap_or_default(),
            expires,
            expires_soon,
        })
    }
}

fn ends_during(day: Day, conference: &Conference) -> bool {
    day < conference.ends_on
}

/// The line of the identity paper.
#[derive(Clone, Debug)]
pub struct DocumentLine {
    pub kind: String,
    pub issuer: String,
    pub hint: String,
    pub expires: String,
    /// It is no longer valid when the conference ends.
    pub expires_soon: bool,
}
