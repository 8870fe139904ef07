//! The fields of the person form as a page shows them: what was typed, what can be chosen, what is on file. The page around
//! them is the next room's, because a submission is posted from it.

use super::words::{countries, values};
use crate::conferences::{Category, Conference};
use crate::delegations::Quota;
use crate::language::Language;
use crate::participants::form::{ISSUERS, NOTICE, STATELESS};
use crate::participants::model::{CompositionTitle, DocumentKind, Participant, PortraitSize, ProtocolRank, Sex};
use crate::web::{Choice, Errors, Typed};

/// Everything `templates/participants/fields.html` needs.
pub struct Fields {
    pub typed: Typed,
    pub errors: Errors,
    pub categories: Vec<Choice>,
    pub titles: Vec<Choice>,
    pub ranks: Vec<Choice>,
    pub companions: Vec<Choice>,
    pub sexes: Vec<Choice>,
    pub nationalities: Vec<Choice>,
    pub residences: Vec<Choice>,
    pub document_kinds: Vec<Choice>,
    pub issuers: Vec<Choice>,
    pub languages: Vec<Choice>,
    /// Which wording the consent is given to.
    pub notice: String,
    pub portrait: Option<String>,
    /// What is on file of the number.
    pub number_hint: String,
    pub has_scan: bool,
    /// Whether a reason for nominating late is asked.
    pub late: bool,
}

/// What the form may offer.
pub struct Offered<'a> {
    pub language: Language,
    pub conference: &'a Conference,
    pub categories: &'a [Category],
    /// The delegation's places; only their categories are offered. For the secretariat all are.
    pub quotas: Option<&'a [Quota]>,
    /// Everybody of the delegation.
    pub people: &'a [Participant],
    pub person: Option<&'a Participant>,
    pub ranks: &'static [ProtocolRank],
    pub late: bool,
}

impl Offered<'_> {
    /// The categories that can be chosen: those with places, and the one that the person has.
    pub fn offered_categories(&self) -> Vec<&Category> {
        let open = |category: &&Category| {
            let has_places = self
                .quotas
                .is_none_or(|quotas| quotas.iter().any(|quota| quota.category_id == category.id && quota.cap > 0));
            has_places || self.person.is_some_and(|person| person.category_id == category.id)
        };
        self.categories.iter().filter(open).collect()
    }

    /// Whom somebody may accompany: others of the delegation who are still coming.
    pub fn companions(&self) -> Vec<&Participant> {
        use crate::participants::Status::{Refused, Withdrawn};
        let stays = |other: &&Participant| {
            !matches!(other.status, Refused | Withdrawn) && self.person.is_none_or(|person| person.id != other.id)
        };
        self.people.iter().filter(stays).collect()
    }

    /// The ranks that can be chosen, highest first: the delegation's, and the one that the person has.
    fn offered_ranks(&self) -> Vec<ProtocolRank> {
        let has = |rank: &ProtocolRank| self.person.is_some_and(|person| person.protocol_rank == *rank);
        ProtocolRank::ALL.iter().copied().filter(|rank| self.ranks.contains(rank) || has(rank)).collect()
    }

    /// The fields with what was typed.
    pub fn fields(&self, typed: Typed, errors: Errors) -> Fields {
        let language = self.language;
        let categories = self.offered_categories().into_iter().map(|category| {
            (category.id.to_string(), format!("{} · {}", category.letter, category.name.in_language(language)))
        });
        let companions = self.companions().into_iter().map(|other| (other.id.to_string(), other.name()));
        let languages = crate::language::shipped().map(|known| (known.code(), known.own_name()));
        Fields {
            categories: Choice::one_of(categories, typed.text("category")),
            titles: values(language, CompositionTitle::ALL, typed.text("composition_title")),
            ranks: values(language, &self.offered_ranks(), typed.text("protocol_rank")),
            companions: Choice::one_of(companions, typed.text("accompanies")),
            sexes: values(language, Sex::ALL, typed.text("sex")),
            nationalities: countries(language, STATELESS, typed.text("nationality")),
            residences: countries(language, &[], typed.text("residence")),
            document_kinds: values(language, DocumentKind::ALL, typed.text("document_kind")),
            issuers: countries(language, ISSUERS, typed.text("document_country")),
            languages: Choice::one_of(languages, typed.text("language")),
            notice: NOTICE.to_owned(),
            portrait: self.person.and_then(|person| person.portrait_url(PortraitSize::Print)),
            number_hint: self.person.and_then(|person| person.document_number_hint.clone()).unwrap_or_default(),
            has_scan: self.person.is_some_and(|person| person.document_file_id.is_some()),
            late: self.late,
            typed,
            errors,
        }
    }
}

/// The fields by the labels that a reader knows, for telling two versions apart.
pub fn labels(language: Language) -> Vec<(&'static str, String)> {
    LABELS.iter().map(|(field, key)| (*field, language.t(key))).collect()
}

const LABELS: &[(&str, &str)] = &[
    ("category", "participants-category"),
    ("composition_title", "participants-composition-title"),
    ("honorific", "participants-honorific"),
    ("document_name", "participants-document-name"),
    ("family_name", "participants-family-name"),
    ("given_name", "participants-given-name"),
    ("native_name", "participants-native-name"),
    ("badge_name", "participants-name-on-badge"),
    ("sex", "participants-sex"),
    ("birth_day", "participants-birth"),
    ("birth_month", "participants-birth"),
    ("birth_year", "participants-birth"),
    ("nationality", "participants-nationality"),
    ("residence", "participants-residence"),
    ("functional_title", "participants-functional-title"),
    ("organisation", "participants-organisation"),
    ("protocol_rank", "participants-protocol-rank"),
    ("accompanies", "participants-accompanies"),
    ("email", "participants-email"),
    ("phone", "participants-phone"),
    ("language", "participants-language"),
    ("document_kind", "participants-document-kind"),
    ("document_country", "participants-document-country"),
    ("document_expires_day", "participants-document-expires"),
    ("document_expires_month", "participants-document-expires"),
    ("document_expires_year", "participants-document-expires"),
    ("access_needs", "participants-access-needs"),
    ("public_list", "participants-public-list"),
    ("late_reason", "participants-late-reason"),
];
