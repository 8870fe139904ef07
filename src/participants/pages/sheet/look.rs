//! The look at a sheet: what each row would become, places beside what it asks for, and the ways on.

use askama::Template;

use super::columns::Offer;
use super::mapping::UnknownColumn;
use super::rows::{GoodLine, Mending, WordList, WrongLine, good_line, mistakes_of, to_be_mended, word_lists};
use crate::conferences::Category;
use crate::delegations::{FocalPoint, Quota};
use crate::files::Table;
use crate::language::Language;
use crate::participants::import::{Becomes, PeopleImport, PlannedPerson, heading, places_asked};
use crate::participants::pages::words::Mark;
use crate::web::Page;

/// Mistakes that the list above the table names.
const MOST_TOLD: usize = 40;

/// Places of a category beside what the sheet asks for.
struct PlaceLine {
    mark: Mark,
    used: i32,
    cap: i32,
    line: String,
    note: String,
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
    /// Columns whose headings nobody knows, and whether something is still to be said of one.
    unknown: Vec<UnknownColumn>,
    must_map: bool,
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
        unknown: Vec<UnknownColumn>,
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
        let told = wrong.iter().flat_map(|row| mistakes_of(language, row)).take(MOST_TOLD).collect();
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
            must_map: unknown.iter().any(|column| column.options.iter().all(|(_, _, chosen)| !chosen)),
            unknown,
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
        ("new", language.count(import.count(Becomes::New)).into()),
        ("changed", language.count(import.count(Becomes::Changed)).into()),
        ("unchanged", language.count(import.count(Becomes::Unchanged)).into()),
        ("wrong", language.count(import.count(Becomes::Wrong)).into()),
    ];
    language.with("import-counts", &counts)
}

fn notes(language: Language, import: &PeopleImport) -> Vec<String> {
    let guessed = import.guessed.map(|name| language.with("import-guessed", &[("encoding", name.into())]));
    guessed.into_iter().collect()
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
