//! `plenipo export`: tables on stdout. Headings and values are the words of the database, for other programs.

use std::io::{IsTerminal, Write};

use clap::{Args, ValueEnum};
use plenipo::badges::badges_sheet;
use plenipo::db::Connection;
use plenipo::delegations::{Sought, delegations_sheet};
use plenipo::files::{Cell, Sheet, TableFormat, write_table};
use plenipo::gates::scans_sheet;
use plenipo::language::Language;
use plenipo::participants::participants_sheet;
use plenipo::programme::programme_sheet;
use serde_json::{Map, Value};

use super::{Failure, Started};

const BYTE_ORDER_MARK: usize = 3;

/// What is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    /// As an import reads them.
    Delegations,
    /// Everybody, without identity papers, remarks and needs.
    Participants,
    /// Every badge and collection code, with the digits of its QR code.
    Badges,
    /// Every scan, refusals too.
    Scans,
    /// The draft of the programme, as an import reads it.
    Programme,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Written {
    Csv,
    Xlsx,
    /// A list of objects.
    Json,
}

#[derive(Args)]
pub struct Export {
    what: What,
    /// The conference's short name.
    #[arg(long, value_name = "SLUG")]
    conference: String,
    #[arg(long, value_enum, default_value_t = Written::Csv)]
    format: Written,
}

impl Export {
    pub fn run(self) -> Result<(), Failure> {
        let mut out = std::io::stdout().lock();
        if self.format == Written::Xlsx && out.is_terminal() {
            return Err("a workbook is no text: send it into a file with > name.xlsx".into());
        }
        let started = Started::with_current_schema()?;
        let sheet = super::runtime()?.block_on(self.sheet(&started))?;
        let bytes = match self.format {
            // The mark at the beginning is for spreadsheets; programs that read a pipe stumble over it.
            Written::Csv => write_table(&sheet, TableFormat::Csv)?.split_off(BYTE_ORDER_MARK),
            Written::Xlsx => write_table(&sheet, TableFormat::Xlsx)?,
            Written::Json => json(&sheet)?,
        };
        out.write_all(&bytes)?;
        out.flush()?;
        Ok(())
    }

    async fn sheet(&self, started: &Started) -> Result<Sheet, Failure> {
        let mut connection: Connection = plenipo::db::tls::establish(&started.database_url).await?;
        let c = &mut connection;
        let conference = super::conference(c, &self.conference).await?;
        let english = Language::or_fallback(Some("en"));
        Ok(match self.what {
            What::Delegations => delegations_sheet(c, &conference, &Sought::default(), english).await?,
            What::Participants => participants_sheet(c, &conference).await?,
            What::Badges => badges_sheet(c, &conference, &started.keyring).await?,
            What::Scans => scans_sheet(c, conference.id).await?,
            What::Programme => programme_sheet(c, &conference).await?,
        })
    }
}

/// One object for each row, by its headings.
fn json(sheet: &Sheet) -> Result<Vec<u8>, Failure> {
    let value = |cell: &Cell| match cell {
        Cell::Text(text) => Value::String(text.clone()),
        Cell::Number(number) => Value::from(*number),
        Cell::Nothing => Value::Null,
    };
    let object =
        |row: &Vec<Cell>| -> Map<String, Value> { sheet.headings.iter().cloned().zip(row.iter().map(value)).collect() };
    let rows: Vec<Map<String, Value>> = sheet.rows.iter().map(object).collect();
    let mut text = serde_json::to_vec_pretty(&rows)?;
    text.push(b'\n');
    Ok(text)
}
