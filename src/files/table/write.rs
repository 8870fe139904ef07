//! Writing tables: CSV that spreadsheets open rightly and that runs nothing in them, and XLSX.

use rust_xlsxwriter::{Format, Workbook};

use crate::web::{Answer, Problem};

crate::text_enum! {
    /// What a table is written as.
    pub enum TableFormat {
        Csv = "csv",
        Xlsx = "xlsx",
    }
}

impl TableFormat {
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(i64),
    Nothing,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// A table to be written.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// What the sheet of a workbook is called.
    pub name: String,
    pub headings: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// The bytes of a table as a file.
///
/// # Errors
/// Broken when a workbook of that size cannot be made.
pub fn write_table(sheet: &Sheet, format: TableFormat) -> Answer<Vec<u8>> {
    match format {
        TableFormat::Csv => csv(sheet),
        TableFormat::Xlsx => xlsx(sheet).map_err(Problem::broken),
    }
}

/// Whether a spreadsheet would run a text as a formula. A number is none, whatever its sign.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
        && text.parse::<f64>().is_err()
}

fn csv(sheet: &Sheet) -> Answer<Vec<u8>> {
    // The byte order mark is what makes spreadsheets read UTF-8.
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    writer.write_record(&sheet.headings).map_err(Problem::broken)?;
    for row in &sheet.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Text(text) if is_formula(text) => format!("'{text}"),
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Nothing => String::new(),
        });
        writer.write_record(cells).map_err(Problem::broken)?;
    }
    writer.into_inner().map_err(|error| Problem::broken(error.to_string()))
}

fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let name: String = sheet.name.chars().filter(|letter| !r"[]:*?/\'".contains(*letter)).take(31).collect();
    if !name.is_empty() {
        page.set_name(name)?;
    }
    let bold = Format::new().set_bold();
    for (column, heading) in (0..).zip(&sheet.headings) {
        page.write_string_with_format(0, column, heading, &bold)?;
    }
    for (line, row) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(row) {
            match cell {
                // Written as a text, an equals sign begins no formula.
                Cell::Text(text) => page.write_string(line, column, short(text))?,
                // Exact as long as a spreadsheet can hold it, which is far beyond what is counted here.
                Cell::Number(number) => page.write_number(line, column, *number as f64)?,
                Cell::Nothing => page,
            };
        }
    }
    page.set_freeze_panes(1, 0)?;
    page.autofit();
    book.save_to_buffer()
}

/// A cell of a workbook holds 32,767 characters.
fn short(text: &str) -> String {
    text.chars().take(32_000).collect()
}
