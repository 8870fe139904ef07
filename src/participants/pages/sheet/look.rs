//! The look at a sheet: what each row would become, mistakes at their cells, and afterwards what was done.

use std::collections::BTreeMap;

use askama::Template;

use super::columns::Offer;
use crate::clock::Moment;
use crate::conferences::Category;
use crate::delegations::{FocalPoint, Quota};
use crate::files::{Row, Table};
use crate::ids::CategoryId;
use crate::language::Language;
use crate::participants::form::typed;
use crate::participants::import::{
    Becomes, Mistake, PeopleImport, PlannedPerson, Wish, column_of, heading, places_asked,
};
use crate::participants::model::{Participant, Worded};
use crate::participants::pages::fields::labels;
use crate::participants::pages::words::Mark;
use crate::participants::rules::missing;
use crate::web::{Flash, FlashKind, Page};

/// Rows with mistakes that one page lets mend, and the letters in them: a form of more could not be sent.
const MOST_TO_MEND: usize = 40;
const MOST_LETTERS: usize = 20_000;
/// Mistakes that the list above the table names.
const MOST_TOLD: usize = 40;

/// A cell that can be mended.
struct CellLine {
    /// Of the element; the field is called `row.column`.
    id: String,
    name: String,
    /// For those who do not see the table.
    label: String,
    heading: String,
    value: String,
    error: String,
    /// The list of words that it takes one of.
    list: String,
    is_long: bool,
    is_ltr: bool,
}

/// A row with mistakes.
struct WrongLine {
    number: usize,
    /// `Row 7`.
    label: String,
    name: String,
    mistakes: Vec<String>,
    doubts: Vec<String>,
    cells: Vec<CellLine>,
    remove: String,
}

/// A row that can be added.
struct GoodLine {
    number: usize,
    name: String,
    native: String,
    mark: Mark,
    function: String,
    title: String,
    outcome: (&'static str, String),
    notes: Vec<String>,
    doubts: Vec<String>,
}

/// Places of a category beside what the sheet asks for.
struct PlaceLine {
    mark: Mark,
    used: i32,
    cap: i32,
    line: String,
    note: String,
}

/// Words that the cells of some columns take.
struct WordList {
    id: String,
    words: Vec<String>,
}

#[derive(Template)]
#[template(path = "participants/sheet_look.html")]
pub struct Look {
    page: Page,
    sheet: String,
    action: String,
    counts: String,
    general: Vec<String>,
    notes: Vec<String>,
    places: Vec<PlaceLine>,
    headings: Vec<String>,
    wrong: Vec<WrongLine>,
    /// How many rows with mistakes are shown when these are mended.
    more_wrong: String,
    told: Vec<(String, String)>,
    good: Vec<GoodLine>,
    good_caption: String,
    lists: Vec<WordList>,
    /// What the button says that adds; empty where there is nothing to add.
    add: String,
    leave_out: String,
    /// It was asked to add, and rows have mistakes.
    must_say: bool,
    nothing_new: bool,
}

impl Look {
    pub fn new(
        by: &FocalPoint,
        (offer, quotas): (&Offer, &[Quota]),
        (table, import): (&Table, &PeopleImport),
        (action, must_say): (String, bool),
    ) -> Self {
        let language = by.language();
        let count = |becomes| import.count(becomes);
        let (wrong_count, added) = (count(Becomes::Wrong), count(Becomes::New) + count(Becomes::Changed));
        let columns = shown_columns(import);
        let rows = || import.rows.iter().zip(&table.rows);
        let all_wrong = rows().filter(|(planned, _)| planned.becomes() == Becomes::Wrong);
        let wrong =
            to_be_mended(all_wrong.map(|(planned, row)| Mending { planned, row, columns: &columns, table, offer }));
        let told = wrong.iter().flat_map(mistakes_of).take(MOST_TOLD).collect();
        let lists = word_lists(offer, &wrong);
        let is_good = |row: &&PlannedPerson| row.becomes() != Becomes::Wrong;
        let good: Vec<GoodLine> = import
            .rows
            .iter()
            .filter(is_good)
            .filter_map(|planned| Some(good_line(offer, planned, planned.wish.as_ref()?)))
            .collect();
        let total = [("count", good.len().into())];
        Self {
            page: by.page(language.t("people-sheet-look-title")),
            sheet: by.path("/people/sheet"),
            action,
            counts: counts(language, import),
            general: import.general.iter().map(|message| language.message(message)).collect(),
            notes: notes(language, import),
            places: places(offer, quotas, import),
            headings: columns.iter().map(|column| heading(column, language)).collect(),
            more_wrong: more(language, wrong_count - wrong.len()),
            told,
            lists,
            wrong,
            good_caption: language.with("people-sheet-good-rows", &total),
            good,
            add: if added == 0 { String::new() } else { language.with("people-sheet-add", &[("count", added.into())]) },
            leave_out: if wrong_count == 0 {
                String::new()
            } else {
                language.with("people-sheet-leave-out", &[("count", wrong_count.into())])
            },
            must_say,
            nothing_new: added == 0 && wrong_count == 0 && import.general.is_empty(),
        }
    }
}

fn counts(language: Language, import: &PeopleImport) -> String {
    let counts = [
        ("new", import.count(Becomes::New).into()),
        ("changed", import.count(Becomes::Changed).into()),
        ("unchanged", import.count(Becomes::Unchanged).into()),
        ("wrong", import.count(Becomes::Wrong).into()),
    ];
    language.with("import-counts", &counts)
}

fn notes(language: Language, import: &PeopleImport) -> Vec<String> {
    let guessed = import.guessed.map(|name| language.with("import-guessed", &[("encoding", name.into())]));
    let ignored = (!import.ignored.is_empty())
        .then(|| language.with("import-ignored", &[("columns", import.ignored.join(", ").into())]));
    guessed.into_iter().chain(ignored).collect()
}

fn more(language: Language, count: usize) -> String {
    if count == 0 { String::new() } else { language.with("people-sheet-more-wrong", &[("count", count.into())]) }
}

/// The columns in which something is wrong, where nobody has to look for them; then the others that mean something.
fn shown_columns(import: &PeopleImport) -> Vec<String> {
    let mistakes: Vec<&str> =
        import.rows.iter().flat_map(|row| &row.mistakes).map(|mistake| mistake.column.as_str()).collect();
    let (wrong, right): (Vec<&str>, Vec<&str>) = import.columns.iter().partition(|column| mistakes.contains(column));
    let mut columns: Vec<String> = wrong.into_iter().map(ToOwned::to_owned).collect();
    for lacking in mistakes {
        if !lacking.is_empty() && !columns.iter().any(|column| column == lacking) {
            columns.push(lacking.to_owned());
        }
    }
    columns.extend(right.into_iter().map(ToOwned::to_owned));
    columns
}

/// What a row with mistakes is drawn from.
struct Mending<'a> {
    planned: &'a PlannedPerson,
    row: &'a Row,
    columns: &'a [String],
    table: &'a Table,
    offer: &'a Offer,
}

/// The first rows with mistakes, as many as a form can hold; one at least.
fn to_be_mended<'a>(all: impl Iterator<Item = Mending<'a>>) -> Vec<WrongLine> {
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
        let place = crate::participants::import::place_of(self.table, column);
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
fn word_lists(offer: &Offer, wrong: &[WrongLine]) -> Vec<WordList> {
    let mut lists: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for cell in wrong.iter().flat_map(|row| &row.cells).filter(|cell| !cell.error.is_empty()) {
        if let Some(column) = cell.list.strip_prefix("words-") {
            lists.entry(column).or_insert_with(|| offer.words(column));
        }
    }
    lists.into_iter().map(|(column, words)| WordList { id: format!("words-{column}"), words }).collect()
}

/// Each mistake with the way to its cell.
fn mistakes_of(row: &WrongLine) -> Vec<(String, String)> {
    let whole = row.mistakes.iter().map(|text| (format!("r{}", row.number), format!("{}: {text}", row.label)));
    let cells = row.cells.iter().filter(|cell| !cell.error.is_empty());
    whole.chain(cells.map(|cell| (cell.id.clone(), format!("{}: {}", cell.label, cell.error)))).collect()
}

fn good_line(offer: &Offer, planned: &PlannedPerson, wish: &Wish) -> GoodLine {
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

fn places(offer: &Offer, quotas: &[Quota], import: &PeopleImport) -> Vec<PlaceLine> {
    let language = offer.language;
    let asked = places_asked(import);
    let line = |category: &Category| {
        let quota = quotas.iter().find(|quota| quota.category_id == category.id)?;
        let asks = asked.get(&category.id).copied().unwrap_or_default();
        let left = (quota.cap - quota.used).max(0);
        let over = asks > usize::try_from(left).unwrap_or_default();
        let key = if over { "people-sheet-asks-too-many" } else { "people-sheet-asks" };
        Some(PlaceLine {
            mark: Mark::of(language, category),
            used: quota.used,
            cap: quota.cap,
            line: language.with("people-sheet-left", &[("left", left.into()), ("cap", quota.cap.into())]),
            note: language.with(key, &[("count", asks.into())]),
        })
    };
    offer.categories.iter().filter_map(line).collect()
}

/// What was added, what was left out, and what the drafts lack before they can be submitted.
pub fn report(
    by: &FocalPoint,
    import: &PeopleImport,
    (people, categories): (&[Participant], &[Category]),
    now: Moment,
) -> Flash {
    let language = by.language();
    let (new, changed) = (import.count(Becomes::New), import.count(Becomes::Changed));
    let mut text = vec![language.with("people-sheet-done", &[("new", new.into()), ("changed", changed.into())])];
    let wrong = import.count(Becomes::Wrong);
    if wrong > 0 {
        text.push(language.with("people-sheet-done-left-out", &[("count", wrong.into())]));
    }
    let written = |person: &&Participant| {
        let wishes =
            import.rows.iter().filter(|row| row.becomes() != Becomes::Wrong).filter_map(|row| row.wish.as_ref());
        person.status.is_open_to_the_delegation() && wishes.into_iter().any(|wish| wish.id == person.id)
    };
    let lacking = lacking(by, people.iter().filter(written), categories, now);
    if !lacking.is_empty() {
        text.push(language.with("people-sheet-done-lacking", &[("what", lacking.join(", ").into())]));
    }
    let kind = if new + changed == 0 || wrong > 0 { FlashKind::Warn } else { FlashKind::Ok };
    Flash { kind, text: text.join(" "), undo: None }
}

/// Fields and how many lack them, most first, at most eight.
fn lacking<'a>(
    by: &FocalPoint,
    people: impl Iterator<Item = &'a Participant>,
    categories: &[Category],
    now: Moment,
) -> Vec<String> {
    let by_id: BTreeMap<CategoryId, &Category> = categories.iter().map(|category| (category.id, category)).collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for person in people {
        let Some(category) = by_id.get(&person.category_id) else { continue };
        for (field, _) in missing(person, category, by.conference(), now).iter() {
            *counts.entry(field.to_owned()).or_default() += 1;
        }
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let language = by.language();
    let word = |field: &str| match field {
        "portrait" => language.t("participants-portrait"),
        field => heading(column_of(field), language),
    };
    counts
        .iter()
        .take(8)
        .map(|(field, count)| format!("{} ({})", word(field), language.number(*count as i64)))
        .collect()
}
