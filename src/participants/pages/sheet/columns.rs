//! The columns of a sheet in the reader's words: what each is called, what it takes, and a template with an example.

use crate::clock::Moment;
use crate::conferences::Category;
use crate::delegations::{FocalPoint, Quota};
use crate::files::{Cell, Sheet};
use crate::language::{Language, shipped};
use crate::participants::form::{ISSUERS, STATELESS};
use crate::participants::import::{EXAMPLE_NUMBER, heading, words_of};
use crate::participants::model::{CompositionTitle, DocumentKind, ProtocolRank, Sex, Worded};
use crate::participants::pages::words::{countries, country};
use crate::participants::rules::{Window, ranks_of};

/// The columns of the template, in the order of the form.
const COLUMNS: &[&str] = &[
    "category",
    "document_name",
    "family_name",
    "given_name",
    "native_name",
    "honorific",
    "composition_title",
    "functional_title",
    "organisation",
    "protocol_rank",
    "birth_date",
    "sex",
    "nationality",
    "residence",
    "document_kind",
    "document_country",
    "document_number",
    "document_expires_on",
    "email",
    "phone",
    "language",
    "access_needs",
    "public_list",
];

/// A column and what it takes.
pub struct ColumnLine {
    pub heading: String,
    pub takes: String,
}

/// What a delegation's people can be, for the words of its columns.
pub struct Offer {
    pub language: Language,
    /// Those with places.
    pub categories: Vec<Category>,
    pub all_categories: Vec<Category>,
    /// The letter of the category with the most places left; empty where there is none.
    pub roomiest: String,
    ranks: &'static [ProtocolRank],
    entity: Option<String>,
    late: bool,
}

impl Offer {
    pub fn new(by: &FocalPoint, all_categories: Vec<Category>, quotas: &[Quota], now: Moment) -> Self {
        let has_places = |one: &&Category| quotas.iter().any(|quota| quota.category_id == one.id && quota.cap > 0);
        let left = |one: &&Category| {
            quotas.iter().find(|quota| quota.category_id == one.id).map(|quota| quota.cap - quota.used)
        };
        let roomiest = all_categories.iter().filter(has_places).max_by_key(left);
        Self {
            roomiest: roomiest.map(|one| one.letter.clone()).unwrap_or_default(),
            language: by.language(),
            categories: all_categories.iter().filter(has_places).cloned().collect(),
            all_categories,
            ranks: ranks_of(by.delegation().kind),
            entity: by.delegation().entity.clone(),
            late: Window::at(by.conference(), now).is_late(),
        }
    }

    /// The columns that a sheet may have, by their own names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.columns().chain(["badge_name", "reference"])
    }

    fn columns(&self) -> impl Iterator<Item = &'static str> {
        COLUMNS.iter().copied().chain(self.late.then_some("late_reason"))
    }

    /// Every column with what it takes; the number of a file last, which only a corrected sheet has.
    pub fn lines(&self) -> Vec<ColumnLine> {
        let line = |column| ColumnLine { heading: heading(column, self.language), takes: self.takes(column) };
        self.columns().chain(["reference"]).map(line).collect()
    }

    fn takes(&self, column: &str) -> String {
        let language = self.language;
        if let "category" = column {
            let named = |one: &Category| format!("{} ({})", one.letter, one.name.in_language(language));
            return self.categories.iter().map(named).collect::<Vec<_>>().join(", ");
        }
        if let "composition_title" | "protocol_rank" | "sex" | "document_kind" | "language" = column {
            return self.words(column).join(", ");
        }
        language.t(match column {
            "document_name" => "participants-document-name-hint",
            "family_name" => "people-sheet-takes-family-name",
            "birth_date" | "document_expires_on" => "people-sheet-takes-date",
            "nationality" | "residence" | "document_country" => "people-sheet-takes-country",
            "document_number" => "people-sheet-takes-number",
            "email" => "people-sheet-takes-email",
            "phone" => "participants-phone-hint",
            "access_needs" => "participants-access-needs-hint",
            "honorific" => "participants-honorific-hint",
            "public_list" => "people-sheet-takes-consent",
            "late_reason" => "participants-late-why",
            "reference" => "people-sheet-takes-reference",
            _ => "people-sheet-takes-text",
        })
    }

    /// The words that a column takes, where it takes only some.
    pub fn words(&self, column: &str) -> Vec<String> {
        let language = self.language;
        match column {
            "category" => self.categories.iter().map(|one| one.letter.clone()).collect(),
            "nationality" => names(language, STATELESS),
            "residence" => names(language, &[]),
            "document_country" => names(language, ISSUERS),
            _ => words_of(column, language, self.ranks),
        }
    }

    fn example(&self, column: &str) -> String {
        let language = self.language;
        let at_home = || self.entity.as_deref().map(|code| country(language, code)).unwrap_or_default();
        match column {
            "category" => self.categories.first().map(|one| one.letter.clone()).unwrap_or_default(),
            "composition_title" => language.t(&CompositionTitle::Adviser.word()),
            "protocol_rank" => language.t(&ProtocolRank::Other.word()),
            "sex" => language.t(&Sex::Female.word()),
            "document_kind" => language.t(&DocumentKind::Passport.word()),
            "nationality" | "residence" | "document_country" => at_home(),
            "document_number" => EXAMPLE_NUMBER.to_owned(),
            "birth_date" => "1988-03-14".to_owned(),
            "document_expires_on" => "2031-12-31".to_owned(),
            "language" => {
                shipped().find(|one| *one == language).map(|one| one.own_name()).unwrap_or_default().to_owned()
            }
            "email" => "name@example.org".to_owned(),
            "phone" => "+84 91 234 56 78".to_owned(),
            "document_name" => language.t("people-sheet-example-name"),
            "family_name" => language.t("people-sheet-example-family-name"),
            "given_name" => language.t("people-sheet-example-given-name"),
            "functional_title" => language.t("people-sheet-example-function"),
            "public_list" => language.t("people-sheet-yes"),
            _ => String::new(),
        }
    }
}

fn names(language: Language, more: &[&str]) -> Vec<String> {
    countries(language, more, "").into_iter().map(|one| one.label).collect()
}

/// Headings in the reader's words and one example, which is nobody.
pub fn template(offer: &Offer) -> Sheet {
    Sheet {
        name: offer.language.t("people-sheet-template-name"),
        headings: offer.columns().map(|column| heading(column, offer.language)).collect(),
        rows: vec![offer.columns().map(|column| Cell::Text(offer.example(column))).collect()],
    }
}
