//! Reading the first sheet of an XLSX workbook, which is a ZIP archive: what it unpacks to is measured before anything else
//! touches it, and cells are taken one by one, so that a lone cell far below does not claim the memory in between.

use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::{MOST_COLUMNS, MOST_ROWS};
use crate::language::Message;

/// What a workbook may unpack to, all parts together.
const MOST_UNPACKED: u64 = 96 * 1024 * 1024;
const MOST_PARTS: usize = 500;
/// The number of texts that a workbook may announce: room for them is made before they are read.
const MOST_TEXTS: u64 = 2_000_000;

pub(super) fn rows(bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, Message> {
    measure(bytes)?;
    let unreadable = |_: XlsxError| Message::new("table-unreadable");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let first = book.sheet_names().first().cloned().ok_or_else(|| Message::new("table-empty"))?;
    let mut reader = book.worksheet_cells_reader(&first).map_err(unreadable)?;
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    while let Some(cell) = reader.next_cell().map_err(unreadable)? {
        let text = text_of(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let (number, column) = (row as usize + 1, column as usize);
        if column >= MOST_COLUMNS {
            return Err(Message::new("table-too-many-columns").with("most", MOST_COLUMNS));
        }
        if rows.last().is_none_or(|(last, _)| *last != number) {
            if rows.len() > MOST_ROWS {
                return Err(Message::new("table-too-many-rows").with("most", MOST_ROWS));
            }
            rows.push((number, Vec::new()));
        }
        if let Some((_, cells)) = rows.last_mut() {
            cells.resize(cells.len().max(column + 1), String::new());
            cells[column] = text;
        }
    }
    Ok(rows)
}

/// Unpacks everything into nothing, and stops where it becomes too much. Sizes that an archive declares are not believed.
fn measure(bytes: &[u8]) -> Result<(), Message> {
    let unreadable = |_| Message::new("table-unreadable");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if archive.len() > MOST_PARTS {
        return Err(Message::new("table-unpacks-too-large"));
    }
    let mut total = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(unreadable)?;
        let texts = part.name().map_err(unreadable)?.to_ascii_lowercase().ends_with("sharedstrings.xml");
        let mut content = Vec::new();
        let mut part = part.take(MOST_UNPACKED + 1 - total);
        total += if texts {
            part.read_to_end(&mut content).map_err(|_| Message::new("table-unreadable"))? as u64
        } else {
            std::io::copy(&mut part, &mut std::io::sink()).map_err(|_| Message::new("table-unreadable"))?
        };
        if total > MOST_UNPACKED || announced_texts(&content) > MOST_TEXTS {
            return Err(Message::new("table-unpacks-too-large"));
        }
    }
    Ok(())
}

/// The largest number that a part announces as `uniqueCount`.
fn announced_texts(content: &[u8]) -> u64 {
    const NAME: &[u8] = b"uniqueCount";
    let counts = content.windows(NAME.len()).enumerate().filter(|(_, window)| *window == NAME).map(|(at, _)| {
        let rest = content[at + NAME.len()..].iter();
        let digits: String = rest
            .skip_while(|byte| !byte.is_ascii_digit() && **byte != b'>')
            .take_while(|byte| byte.is_ascii_digit())
            .take(20)
            .map(|byte| char::from(*byte))
            .collect();
        if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u64::MAX) }
    });
    counts.max().unwrap_or(0)
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        // Spreadsheets keep whole numbers as fractions: 12 is written 12, not 12.0.
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(at) => date_of(at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// `2025-10-25`, or with its time `2025-10-25 10:04`.
fn date_of(at: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, _, _) = at.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute) == (0, 0) { date } else { format!("{date} {hour:02}:{minute:02}") }
}
