//! Columns that the reader does not know, each with a select: what it means is said once and remembered for the delegation's
//! next sheet.

use std::collections::BTreeMap;

use super::columns::Offer;
use crate::files::Table;
use crate::language::collation::fold;
use crate::participants::import::{IGNORED, heading, is_known};
use crate::web::Typed;

/// A column and what it may mean.
pub struct UnknownColumn {
    /// Of the field.
    pub name: String,
    pub heading: String,
    /// The first cells, to know it by.
    pub example: String,
    pub options: Vec<(String, String, bool)>,
}

/// The columns of a table whose headings nobody knows, as it was sent.
pub fn unknown_columns(offer: &Offer, table: &Table, said: &BTreeMap<String, String>) -> Vec<UnknownColumn> {
    let column = |(place, text): (usize, &String)| {
        let chosen = said.get(&fold(text)).map(String::as_str).unwrap_or_default();
        let examples = table.rows.iter().map(|row| row.cell(Some(place))).filter(|cell| !cell.is_empty()).take(3);
        let option = |name: &'static str| (name.to_owned(), heading(name, offer.language), name == chosen);
        let ignored = (IGNORED.to_owned(), offer.language.t("people-sheet-ignore"), chosen == IGNORED);
        UnknownColumn {
            name: format!("column.{place}"),
            heading: text.clone(),
            example: examples.collect::<Vec<_>>().join(" · "),
            options: std::iter::once(ignored).chain(offer.names().map(option)).collect(),
        }
    };
    let unknown = |(_, text): &(usize, &String)| !text.is_empty() && !is_known(text);
    table.headings.iter().enumerate().filter(unknown).map(column).collect()
}

/// What the form says that each of these columns means, over what was remembered.
pub fn said_of_columns(table: &Table, typed: &Typed, before: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut said = before;
    for (place, text) in table.headings.iter().enumerate().filter(|(_, text)| !is_known(text)) {
        let means = typed.text(&format!("column.{place}"));
        if means.is_empty() {
            said.remove(&fold(text));
        } else {
            said.insert(fold(text), means.to_owned());
        }
    }
    said
}
