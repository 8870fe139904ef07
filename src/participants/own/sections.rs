//! The pages of somebody's own form: which fields each has, in which order, and whether it is done.

use crate::participants::model::Participant;
use crate::web::Errors;

crate::text_enum! {
    /// One page of the form.
    pub enum Section {
        /// Whom they come as: fixed, but for the function.
        Role = "role",
        Name = "name",
        Identity = "identity",
        Document = "document",
        Contact = "contact",
        Portrait = "portrait",
        Needs = "needs",
    }
}

/// Whether a page is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// They have continued from it, and nothing is missing.
    Done,
    /// Somebody else has filled it in: to be looked at.
    Check,
    /// Something is missing.
    ToDo,
    /// Nothing needs to be said on it, and nothing was.
    Optional,
}

impl Section {
    /// The fields that it posts.
    pub fn inputs(self) -> &'static [&'static str] {
        match self {
            Self::Role => &["functional_title", "organisation"],
            Self::Name => &["document_name", "family_name", "given_name", "native_name", "honorific", "badge_name"],
            Self::Identity => &["birth_day", "birth_month", "birth_year", "sex", "nationality", "residence"],
            Self::Document => &[
                "document_kind",
                "document_country",
                "document_number",
                "document_expires_day",
                "document_expires_month",
                "document_expires_year",
            ],
            Self::Contact => &["phone", "language"],
            Self::Portrait => &[],
            Self::Needs => &["access_needs"],
        }
    }

    /// The fields that something can be wrong with.
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Identity => &["birth", "sex", "nationality", "residence"],
            Self::Document => {
                &["document_kind", "document_country", "document_number", "document_expires", "document_scan"]
            }
            Self::Portrait => &["portrait"],
            other => other.inputs(),
        }
    }

    /// The key of its name.
    pub fn word(self) -> String {
        format!("own-section-{self}")
    }

    /// The key of what it asks for, in a line of the list.
    pub fn hint(self) -> String {
        format!("own-section-{self}-hint")
    }

    /// The key of why it is asked.
    pub fn why(self) -> String {
        format!("own-section-{self}-why")
    }

    /// Its place among the pages, from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|one| *one == self).unwrap_or(0) + 1
    }

    /// The page after it; nothing after the last.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// The page before it; nothing before the first.
    pub fn previous(self) -> Option<Self> {
        self.number().checked_sub(2).and_then(|place| Self::ALL.get(place)).copied()
    }

    /// The page on which a field is mended.
    pub fn of_field(field: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|section| section.fields().contains(&field))
    }

    /// What of the errors belongs to it.
    pub fn among(self, errors: &Errors) -> Errors {
        let mut own = Errors::default();
        for (field, message) in errors.iter().filter(|(field, _)| self.fields().contains(field)) {
            own.add(field, message.clone());
        }
        own
    }

    /// Whether anything stands on it that nobody has to ask for.
    fn has_answers(self, person: &Participant) -> bool {
        match self {
            Self::Role => !person.functional_title.is_empty(),
            Self::Name => !person.name().is_empty(),
            Self::Identity => person.birth_date.is_some() || person.sex.is_some() || person.nationality.is_some(),
            Self::Document => person.document_number_hint.is_some(),
            // The address is there from the beginning.
            Self::Contact => person.phone.is_some(),
            Self::Portrait => person.portrait_file_id.is_some(),
            Self::Needs => !person.access_needs.is_empty(),
        }
    }
}

/// Where a page stands; `seen` are those that were continued from, `lacking` what keeps the file from being handed in.
pub fn state_of(section: Section, person: &Participant, seen: &[String], lacking: &Errors) -> State {
    if !section.among(lacking).is_empty() {
        State::ToDo
    } else if seen.iter().any(|one| one == section.as_str()) {
        State::Done
    } else if section.has_answers(person) {
        State::Check
    } else {
        State::Optional
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::participants::fixtures::complete;

    #[test]
    fn every_page_leads_on_to_the_next_and_back() {
        for section in Section::ALL {
            if let Some(next) = section.next() {
                assert_eq!(next.previous(), Some(*section));
            }
        }
        assert_eq!((Section::Role.previous(), Section::Needs.next()), (None, None));
        assert_eq!((Section::Role.number(), Section::Needs.number()), (1, 7));
    }

    #[test]
    fn no_field_stands_on_two_pages() {
        let fields: Vec<&str> = Section::ALL.iter().flat_map(|section| section.fields()).copied().collect();
        for field in &fields {
            assert_eq!(fields.iter().filter(|other| other == &field).count(), 1, "{field}");
            assert!(Section::of_field(field).is_some());
        }
    }

    #[test]
    fn what_the_delegation_filled_in_is_to_be_checked() {
        let (person, nothing) = (complete(), Errors::default());
        assert_eq!(state_of(Section::Name, &person, &[], &nothing), State::Check);
        assert_eq!(state_of(Section::Name, &person, &["name".to_owned()], &nothing), State::Done);
    }

    #[test]
    fn a_page_left_for_later_is_still_to_do() {
        let mut lacking = Errors::default();
        lacking.say("portrait", "field-required");
        let seen = ["portrait".to_owned()];
        assert_eq!(state_of(Section::Portrait, &complete(), &seen, &lacking), State::ToDo);
        assert_eq!(state_of(Section::Needs, &complete(), &[], &lacking), State::Optional);
    }
}
