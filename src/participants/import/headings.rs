//! What the columns of a table are called: by their own names, as the form's labels call them in any shipped language, and as
//! lists that people keep call them otherwise.

use std::collections::BTreeMap;

use crate::files::Table;
use crate::language::collation::fold;
use crate::language::{Language, shipped};

/// Each column with the key of its heading, and keys of what it is also called; several stand in one text between slashes.
const HEADINGS: &[(&str, &str, &[&str])] = &[
    ("reference", "participants-reference", &[]),
    ("delegation", "participants-delegation", &[]),
    ("category", "participants-category", &["people-column-also-category"]),
    ("status", "participants-status", &[]),
    ("composition_title", "participants-composition-title", &[]),
    ("honorific", "participants-honorific", &["people-column-also-honorific"]),
    ("document_name", "participants-document-name", &["people-column-also-document-name"]),
    ("family_name", "participants-family-name", &["people-column-also-family-name"]),
    ("given_name", "participants-given-name", &["people-column-also-given-name"]),
    ("native_name", "participants-native-name", &[]),
    ("badge_name", "participants-name-on-badge", &[]),
    ("sex", "participants-sex", &["people-column-also-sex"]),
    ("birth_date", "participants-birth", &["people-column-also-birth-date"]),
    ("nationality", "participants-nationality", &[]),
    ("residence", "participants-residence", &[]),
    ("functional_title", "participants-functional-title", &["people-column-also-functional-title"]),
    ("organisation", "participants-organisation", &["people-column-also-organisation"]),
    ("protocol_rank", "participants-protocol-rank", &[]),
    ("email", "participants-email", &["people-column-also-email"]),
    ("phone", "participants-phone", &["people-column-also-phone"]),
    ("language", "participants-language", &[]),
    ("document_kind", "people-column-document-kind", &["participants-document-kind"]),
    ("document_country", "people-column-document-country", &["participants-document-country"]),
    // “Number” alone, as the form has it, is most often the number of the row.
    ("document_number", "people-column-document-number", &["people-column-also-document-number"]),
    (
        "document_expires_on",
        "people-column-document-expires",
        &["participants-document-expires", "people-column-also-document-expires"],
    ),
    ("access_needs", "participants-access-needs", &[]),
    ("public_list", "participants-public-list", &[]),
    ("late_reason", "participants-late-reason", &[]),
];

/// The heading of a column in a reader's language; its own name where it has no other.
pub fn heading(column: &str, language: Language) -> String {
    let found = HEADINGS.iter().find(|(name, ..)| *name == column);
    found.map_or_else(|| column.to_owned(), |(_, key, _)| language.t(key))
}

/// The column that a heading means in any shipped language, whatever its case, accents and signs.
pub(super) fn column_called(text: &str) -> Option<&'static str> {
    let said = fold(text);
    if said.is_empty() {
        return None;
    }
    let says = |key: &str| shipped().any(|language| language.t(key).split('/').any(|one| fold(one) == said));
    let means = |(name, key, also): &&(&str, &str, &[&str])| {
        fold(name) == said || says(key) || also.iter().any(|key| says(key))
    };
    HEADINGS.iter().find(means).map(|(name, ..)| *name)
}

/// What is remembered of a heading whose column is to be passed over.
pub const IGNORED: &str = "ignored";

/// Whether a heading is understood without anybody saying what it means.
pub fn is_known(heading: &str) -> bool {
    column_called(heading).is_some()
}

/// The table with the headings that its delegation has said the meaning of, by their folded text.
pub fn renamed(mut table: Table, said: &BTreeMap<String, String>) -> Table {
    for heading in table.headings.iter_mut().filter(|heading| !is_known(heading)) {
        match said.get(&fold(heading)).map(String::as_str) {
            Some(IGNORED) => heading.clear(),
            Some(column) => column.clone_into(heading),
            None => {}
        }
    }
    table
}

/// Where a table has a column.
pub fn place_of(table: &Table, column: &str) -> Option<usize> {
    table.headings.iter().position(|heading| column_called(heading) == Some(column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::participants::import::cells::COLUMNS;

    #[test]
    fn every_column_is_found_by_its_heading_in_each_language() {
        for language in shipped() {
            for column in COLUMNS {
                let said = heading(column, language);
                assert_eq!(column_called(&said), Some(*column), "{said}");
                assert_eq!(column_called(&format!(" {} *", said.to_uppercase())), Some(*column), "{said}");
            }
        }
    }

    #[test]
    fn headings_of_lists_that_people_keep_are_understood() {
        let said = ["birth_date", "Date of birth", "Né(e) le", "Surname", "Prénom", "PASSPORT NO.", "E-Mail"];
        let columns = said.map(|said| column_called(said).unwrap_or(said));
        let meant = ["birth_date", "birth_date", "birth_date", "family_name", "given_name", "document_number", "email"];
        assert_eq!(columns, meant);
        assert_eq!(["Shoe size", " - ", "Number", "No."].map(column_called), [None; 4]);
    }

    #[test]
    fn a_heading_means_what_its_delegation_said() {
        let table =
            crate::files::read_table("Participant,Shoe size,Né(e) le,Colour\nAda,39,1990-01-01,red\n".as_bytes(), "")
                .unwrap();
        let said = BTreeMap::from([
            ("participant".to_owned(), "document_name".to_owned()),
            ("shoe size".to_owned(), IGNORED.to_owned()),
            ("ne e le".to_owned(), "email".to_owned()),
        ]);
        let table = renamed(table, &said);
        assert_eq!(table.headings, ["document_name", "", "Né(e) le", "Colour"], "what is understood stays");
        assert_eq!(place_of(&table, "document_name"), Some(0));
    }
}
