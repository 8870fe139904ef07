//! Tables that people bring (CSV, XLSX) and take away. Every cell is text: what `NA`, `NO` or `007` means is for the room to
//! say that asked for the column, never for the reader to guess.

mod sheet;
mod text;
mod write;

use std::io::Read;

use unicode_normalization::UnicodeNormalization;

use crate::language::{Message, is_out_of_place};
use crate::web::{Answer, Problem};

pub use write::{Cell, Sheet, TableFormat, write_table};

/// The most bytes a table may have as a file.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;
/// The most rows below the headings.
pub const MOST_ROWS: usize = 20_000;
const MOST_COLUMNS: usize = 200;
/// The most characters in a cell. More of them mean a quotation mark that is never closed.
const MOST_IN_A_CELL: usize = 4_000;

/// A table with one row of headings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// As they were written, for telling people about them.
    pub headings: Vec<String>,
    pub rows: Vec<Row>,
    /// The encoding was guessed rather than known, and accents may be wrong: its name.
    pub guessed: Option<&'static str>,
}

/// A row below the headings; as many cells as there are headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The row's number as a spreadsheet counts it: the headings are 1.
    pub number: usize,
    pub cells: Vec<String>,
    /// There is something beyond the last heading: a separator or a quotation mark is wrong.
    pub overflows: bool,
}

impl Table {
    /// The place of a column, whatever the case, the spaces and the hyphens of its heading.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.headings.iter().position(|heading| plain(heading) == name)
    }

    /// Headings as [`Table::column`] compares them, in their order.
    pub fn columns(&self) -> impl Iterator<Item = String> + '_ {
        self.headings.iter().map(|heading| plain(heading))
    }
}

impl Row {
    /// The text of a column; empty where the table has no such column.
    pub fn cell(&self, column: Option<usize>) -> &str {
        column.and_then(|column| self.cells.get(column)).map_or("", String::as_str)
    }
}

/// `Name (EN)` and `name-en` are `name_en`.
fn plain(heading: &str) -> String {
    let words = heading.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").to_lowercase()
}

/// Reads a table; what it is told from its content. Slow for large ones: see [`read_table_apart`].
///
/// # Errors
/// A message for the field the file came in, naming the row where there is one.
pub fn read_table(bytes: &[u8], name: &str) -> Result<Table, Message> {
    if bytes.is_empty() {
        return Err(Message::new("file-empty"));
    }
    if bytes.len() > MOST_BYTES {
        return Err(Message::new("file-too-large").with("megabytes", MOST_BYTES / 1024 / 1024));
    }
    let (rows, guessed) =
        if bytes.starts_with(b"PK\x03\x04") { (sheet::rows(bytes)?, None) } else { text::rows(bytes)? };
    let mut table = assemble(rows)?;
    table.guessed = guessed;
    tracing::debug!(name, rows = table.rows.len(), "a table was read");
    Ok(table)
}

/// The same on a thread of its own, so that a large table does not keep other requests waiting.
///
/// # Errors
/// Broken only when the thread cannot be had; what is wrong with the table is inside.
pub async fn read_table_apart(bytes: Vec<u8>, name: String) -> Answer<Result<Table, Message>> {
    let read = actix_web::web::block(move || std::panic::catch_unwind(|| read_table(&bytes, &name))).await?;
    // A file so broken that a reader gave up on it is still the file's fault and not ours.
    Ok(read.unwrap_or_else(|_| Err(Message::new("table-unreadable"))))
}

/// The same for a command's thread that may wait.
///
/// # Errors
/// Refused with what is wrong with the table.
pub fn read_table_from(reader: impl Read, name: &str) -> Answer<Table> {
    read_table(&read_bytes_from(reader)?, name).map_err(Problem::Refused)
}

/// What a file holds that may be a table or something else that is imported, up to a byte more than a table may have.
///
/// # Errors
/// Broken where it cannot be read.
pub fn read_bytes_from(reader: impl Read) -> Answer<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Numbered rows of tidy cells, the first with anything in it being the headings.
fn assemble(rows: Vec<(usize, Vec<String>)>) -> Result<Table, Message> {
    let mut rows = rows.into_iter().map(|(number, cells)| (number, cells.iter().map(|cell| tidy(cell)).collect()));
    let filled = |cells: &Vec<String>| cells.iter().any(|cell| !cell.is_empty());
    let headings: Vec<String> =
        rows.by_ref().map(|(_, cells)| cells).find(filled).ok_or_else(|| Message::new("table-empty"))?;
    let headings = without_empty_end(headings);
    if headings.len() > MOST_COLUMNS {
        return Err(Message::new("table-too-many-columns").with("most", MOST_COLUMNS));
    }
    check_headings(&headings)?;
    let mut table = Table { headings, ..Table::default() };
    for (number, mut cells) in rows.filter(|(_, cells)| filled(cells)) {
        if table.rows.len() == MOST_ROWS {
            return Err(Message::new("table-too-many-rows").with("most", MOST_ROWS));
        }
        if cells.iter().any(|cell| cell.chars().count() > MOST_IN_A_CELL) {
            return Err(Message::new("table-cell-too-long").with("row", number).with("most", MOST_IN_A_CELL));
        }
        let overflows = cells.iter().skip(table.headings.len()).any(|cell| !cell.is_empty());
        cells.resize(table.headings.len(), String::new());
        table.rows.push(Row { number, cells, overflows });
    }
    Ok(table)
}

fn check_headings(headings: &[String]) -> Result<(), Message> {
    for (place, heading) in headings.iter().enumerate().filter(|(_, heading)| !plain(heading).is_empty()) {
        if headings[..place].iter().any(|earlier| plain(earlier) == plain(heading)) {
            return Err(Message::new("table-heading-twice").with("heading", heading));
        }
    }
    Ok(())
}

fn without_empty_end(mut cells: Vec<String>) -> Vec<String> {
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

/// Composed letters, no space around, nothing out of place, and without the mark that guards against formulas.
fn tidy(cell: &str) -> String {
    let cell: String =
        cell.nfc().filter(|letter| !matches!(letter, '\r' | '\t') && !is_out_of_place(*letter)).collect();
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(guarded) if write::is_formula(guarded) => guarded.to_owned(),
        _ => cell.to_owned(),
    }
}

#[cfg(test)]
#[path = "table/tests.rs"]
mod tests;
