//! What a file needs before it may be handed in.

use crate::clock::{Day, Moment};
use crate::conferences::{Category, Conference};
use crate::language::Message;
use crate::participants::model::{Participant, ProtocolRank};
use crate::participants::rules::Window;
use crate::web::Errors;

/// Which papers are asked of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    pub portrait: bool,
    pub document: bool,
    pub birth_date: bool,
}

impl Needs {
    /// Heads of State, heads of government and their deputies may lack portrait, identity paper and birth date; nobody else
    /// may, but for what their category does not ask.
    pub fn of(rank: ProtocolRank, category: &Category) -> Self {
        let exempt =
            matches!(rank, ProtocolRank::HeadOfState | ProtocolRank::HeadOfGovernment | ProtocolRank::ViceHead);
        Self {
            portrait: category.portrait_required && !exempt,
            document: category.document_required && !exempt,
            birth_date: !exempt,
        }
    }
}

/// Everything that keeps a file from being handed in, each at its field.
pub fn missing(person: &Participant, category: &Category, conference: &Conference, now: Moment) -> Errors {
    let mut errors = Errors::default();
    let needs = Needs::of(person.protocol_rank, category);
    let mut ask = |field: &str, absent: bool| {
        if absent {
            errors.say(field, "field-required");
        }
    };
    ask("document_name", person.document_name.is_empty());
    ask("family_name", person.family_name.is_empty() && person.given_name.is_empty());
    ask("sex", person.sex.is_none());
    ask("birth", needs.birth_date && person.birth_date.is_none());
    ask("nationality", person.nationality.is_none());
    ask("residence", person.residence.is_none());
    ask("functional_title", person.functional_title.is_empty());
    ask("portrait", needs.portrait && person.portrait_file_id.is_none());
    ask("document_kind", needs.document && person.document_kind.is_none());
    ask("document_country", needs.document && person.document_country.is_none());
    ask("document_number", needs.document && person.document_number_hint.is_none());
    ask("document_expires", needs.document && person.document_expires_on.is_none());
    let is_late =
        is_late_entry(person.submitted_at.is_some(), person.replaces_id.is_some(), Window::at(conference, now));
    ask("late_reason", is_late && person.late_reason.is_none());
    if let Some(expiry) = person.document_expires_on
        && expires_too_soon(expiry, conference)
    {
        errors.add("document_expires", Message::new("participants-document-expires-too-soon"));
    }
    errors
}

/// Whether somebody who was not handed in before is a late entry. Who takes another's place is none until confirmations close: the
/// second window is there for replacing.
pub fn is_late_entry(was_handed_in: bool, is_substitute: bool, window: Window) -> bool {
    !was_handed_in && window.is_late() && !(is_substitute && window == Window::Confirmation)
}

fn expires_too_soon(expiry: Day, conference: &Conference) -> bool {
    expiry < conference.starts_on
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::participants::fixtures::{category, complete, conference};

    fn lacking(person: &Participant) -> Vec<String> {
        let now = Moment::parse("2025-08-01T00:00:00Z").unwrap();
        missing(person, &category(), &conference(), now).iter().map(|(field, _)| field.to_owned()).collect()
    }

    #[test]
    fn a_whole_file_lacks_nothing() {
        assert_eq!(lacking(&complete()), Vec::<String>::new());
    }

    #[test]
    fn a_head_of_state_may_lack_portrait_passport_and_birth_date() {
        let mut person = complete();
        person.details.birth_date = None;
        person.details.document_kind = None;
        person.document_number_hint = None;
        person.portrait_file_id = None;
        assert_eq!(lacking(&person), ["birth", "document_kind", "document_number", "portrait"]);
        person.details.protocol_rank = ProtocolRank::HeadOfState;
        assert!(lacking(&person).is_empty());
    }

    #[test]
    fn somebody_with_one_name_has_a_name() {
        let mut person = complete();
        person.details.given_name = String::new();
        assert!(lacking(&person).is_empty());
        person.details.family_name = String::new();
        assert_eq!(lacking(&person), ["family_name"]);
    }

    #[test]
    fn a_passport_must_last_until_the_conference_begins() {
        let mut person = complete();
        person.details.document_expires_on = Day::new(2025, 10, 24);
        assert_eq!(lacking(&person), ["document_expires"]);
        person.details.document_expires_on = Day::new(2025, 10, 25);
        assert!(lacking(&person).is_empty());
    }

    #[test]
    fn a_late_entry_says_why_and_a_returned_file_need_not() {
        let mut person = complete();
        let late = Moment::parse("2025-10-15T00:00:00Z").unwrap();
        let says =
            |person: &Participant| missing(person, &category(), &conference(), late).get("late_reason").is_some();
        assert!(says(&person));
        person.submitted_at = Moment::parse("2025-09-01T00:00:00Z");
        assert!(!says(&person));
    }

    proptest! {
        #[test]
        fn only_three_ranks_are_spared(rank in prop::sample::select(ProtocolRank::ALL)) {
            let needs = Needs::of(rank, &category());
            let spared = rank <= ProtocolRank::ViceHead;
            prop_assert_eq!(needs.portrait && needs.document && needs.birth_date, !spared);
            prop_assert_eq!(needs.portrait || needs.document || needs.birth_date, !spared);
        }
    }
}
