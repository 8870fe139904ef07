//! The rows of a sheet as its look shows them: those that can be added, and those with mistakes, cell by cell.

use std::collections::BTreeMap;

use super::columns::Offer;
use crate::files::{Row, Table};
use crate::language::Language;
use crate::participants::form::typed;
use crate::participants::import::{Becomes, Mistake, PlannedPerson, Wish, heading, place_of};
use crate::participants::model::{Participant, Worded};
use crate::participants::pages::fields::labels;
use crate::participants::pages::words::Mark;

/// Rows with mistakes that one page lets mend, and the letters in them: a form of more could not be sent.
const MOST_TO_MEND: usize = 40;
const MOST_LETTERS: usize = 20_000;
/// Words that the cells of some columns take.
pub(super) struct WordList {
    pub id: String,
    pub words: Vec<String>,
}

/// A cell that can be mended.
pub(super) struct CellLine {
    /// Of the element; the field is called `row.column`.
    pub id: String,
    pub name: String,
    /// For those who do not see the table.
    pub label: String,
    pub heading: String,
    pub value: String,
    pub error: String,
    /// The list of words that it takes one of.
    pub list: String,
    pub is_long: bool,
    pub is_ltr: bool,
}

/// A row with mistakes.
pub(super) struct WrongLine {
    pub number: usize,
    /// `Row 7`.
    pub label: String,
    pub name: String,
    pub mistakes: Vec<String>,
    pub doubts: Vec<String>,
    pub cells: Vec<CellLine>,
    pub remove: String,
}

/// A row that can be added.
pub(super) struct GoodLine {
    pub number: usize,
    pub name: String,
    pub native: String,
    pub mark: Mark,
    pub function: String,
    pub title: String,
    pub outcome: (&'static str, String),
    pub notes: Vec<String>,
    pub doubts: Vec<String>,
}

/// What a row with mistakes is drawn from.
pub(super) struct Mending<'a> {
    pub planned: &'a PlannedPerson,
    pub row: &'a Row,
    pub columns: &'a [String],
    pub table: &'a Table,
    pub offer: &'a Offer,
}

/// The first rows with mistakes, as many as a form can hold; one at least.
pub(super) fn to_be_mended<'a>(all: impl Iterator<Item = Mending<'a>>) -> Vec<WrongLine> {
    let mut letters = 0;
    let fits = |one: &Mending<'_>| {
        let fits = letters < MOST_LETTERS;
        letters += one.row.cells.iter().map(|cell| cell.chars().count()).sum::<usize>();
        fits
    };
    all.take(MOST_TO_MEND).take_while(fits).map(|one| one.line()).collect()
}

impl Mending<'_> {
    fn line(&self) -> WrongLine {
        let language = self.offer.language;
        let whole = |mistake: &&Mistake| mistake.column.is_empty();
        let said = |mistake: &Mistake| language.message(&mistake.message);
        WrongLine {
            number: self.planned.number,
            label: language.with("people-sheet-row", &[("row", self.planned.number.into())]),
            name: self.planned.name.clone(),
            mistakes: self.planned.mistakes.iter().filter(whole).map(said).collect(),
            doubts: self.planned.doubts.iter().map(|message| language.message(message)).collect(),
            cells: self.columns.iter().map(|column| self.cell(column)).collect(),
            remove: language.with("people-sheet-remove-row", &[("row", self.planned.number.into())]),
        }
    }

    fn cell(&self, column: &str) -> CellLine {
        let language = self.offer.language;
        let number = self.planned.number;
        let heading = heading(column, language);
        let label = [("row", number.into()), ("column", heading.as_str().into())];
        let errors = self.planned.mistakes.iter().filter(|mistake| mistake.column == column);
        let place = place_of(self.table, column);
        CellLine {
            id: format!("r{number}-{column}"),
            name: format!("{number}.{column}"),
            label: language.with("people-sheet-cell", &label),
            heading,
            value: self.row.cell(place).to_owned(),
            error: errors.map(|mistake| language.message(&mistake.message)).collect::<Vec<_>>().join(" "),
            list: list_of(column).map(|list| format!("words-{list}")).unwrap_or_default(),
            is_long: matches!(column, "access_needs" | "late_reason"),
            is_ltr: matches!(
                column,
                "email" | "phone" | "document_number" | "reference" | "birth_date" | "document_expires_on"
            ),
        }
    }
}

/// The list of words that a column's cells take one of; one list serves several columns of countries.
fn list_of(column: &str) -> Option<&'static str> {
    let known = [
        "category",
        "composition_title",
        "protocol_rank",
        "sex",
        "document_kind",
        "language",
        "nationality",
        "residence",
        "document_country",
        "public_list",
    ];
    known.into_iter().find(|one| *one == column)
}

/// Lists only for the columns in which something is wrong: those of countries are long.
pub(super) fn word_lists(offer: &Offer, wrong: &[WrongLine]) -> Vec<WordList> {
    let mut lists: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for cell in wrong.iter().flat_map(|row| &row.cells).filter(|cell| !cell.error.is_empty()) {
        if let Some(column) = cell.list.strip_prefix("words-") {
            lists.entry(column).or_insert_with(|| offer.words(column));
        }
    }
    lists.into_iter().map(|(column, words)| WordList { id: format!("words-{column}"), words }).collect()
}

/// Each mistake with the way to its cell.
pub(super) fn mistakes_of(language: Language, row: &WrongLine) -> Vec<(String, String)> {
    let told = |place: &str, error: &str| {
        language.with("people-sheet-told", &[("place", place.into()), ("error", error.into())])
    };
    let whole = row.mistakes.iter().map(|text| (format!("r{}", row.number), told(&row.label, text)));
    let cells = row.cells.iter().filter(|cell| !cell.error.is_empty());
    whole.chain(cells.map(|cell| (cell.id.clone(), told(&cell.label, &cell.error)))).collect()
}

pub(super) fn good_line(offer: &Offer, planned: &PlannedPerson, wish: &Wish) -> GoodLine {
    let language = offer.language;
    let outcome = match planned.becomes() {
        Becomes::New => ("ok", language.t("import-new")),
        Becomes::Changed => ("sent", language.t("import-changed")),
        Becomes::Unchanged | Becomes::Wrong => ("gone", language.t("import-unchanged")),
    };
    GoodLine {
        number: planned.number,
        name: wish.details.name(),
        native: wish.details.native_name.clone(),
        mark: Mark::among(language, &offer.all_categories, wish.details.category_id),
        function: wish.details.functional_title.clone(),
        title: language.t(&wish.details.composition_title.word()),
        outcome,
        notes: wish.before.as_ref().map(|before| changes(language, before, wish)).unwrap_or_default(),
        doubts: planned.doubts.iter().map(|message| language.message(message)).collect(),
    }
}

/// Whom the row is about, and what it would change of them.
fn changes(language: Language, before: &Participant, wish: &Wish) -> Vec<String> {
    let number = language.with("participants-file-number", &[("reference", before.reference.into())]);
    let status = language.t(&before.status.word());
    let mut notes = vec![format!("{number} · {status}")];
    let after = Participant { details: wish.details.clone(), ..before.clone() };
    let mut fields: Vec<String> =
        typed(&after).differences(&typed(before), &labels(language)).into_iter().map(|one| one.label).collect();
    if wish.document_number.is_some() {
        fields.push(heading("document_number", language));
    }
    fields.dedup();
    if !fields.is_empty() {
        notes.push(language.with("people-sheet-changes", &[("fields", fields.join(", ").into())]));
    }
    notes
}
