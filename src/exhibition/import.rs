//! Stands from a table: all rows or none. Stands are found again by hall and number.

use std::collections::HashMap;

use super::actions::{NewStand, known_hall, save_stand};
use super::queries;
use crate::audit::Who;
use crate::clock::Moment;
use crate::conferences::Conference;
use crate::db::Connection;
use crate::files::{Row, Table};
use crate::ids::{DelegationId, StandId};
use crate::language::collation::fold;
use crate::language::{Localized, Message, shipped};
use crate::web::Answer;

/// What an import did or would do.
#[derive(Debug, Default)]
pub struct ImportReport {
    pub new: usize,
    pub changed: usize,
    /// The row's number as a spreadsheet counts it, and what is wrong; nothing was written if there is any.
    pub errors: Vec<(usize, Message)>,
}

impl ImportReport {
    /// Whether carrying it out changes anything.
    pub fn does_something(&self) -> bool {
        self.new + self.changed > 0
    }
}

/// Reads a table of stands. The caller's transaction is to be dropped when there are errors or it was only a rehearsal.
pub async fn import_stands(
    tx: &mut Connection,
    conference: &Conference,
    by: Who,
    table: &Table,
    now: Moment,
) -> Answer<ImportReport> {
    let mut report = ImportReport::default();
    for name in ["hall", "number", "square_metres"] {
        if table.column(name).is_none() {
            report.errors.push((1, Message::new("stands-import-no-column").with("column", name)));
        }
    }
    if !report.errors.is_empty() {
        return Ok(report);
    }
    let holders: HashMap<String, DelegationId> =
        queries::holders(tx, conference.id).await?.into_iter().map(|(id, key, _)| (key, id)).collect();
    let mut known: HashMap<(String, String), (StandId, i32)> = HashMap::new();
    let halls = queries::halls(tx, conference.id).await?;
    for (stand, hall, _) in queries::stands(tx, conference.id).await? {
        known.insert((hall.code, stand.number), (stand.id, stand.version));
    }
    let mut seen = std::collections::HashSet::new();
    for row in &table.rows {
        match read_row(table, row, &holders) {
            Err(message) => report.errors.push((row.number, message)),
            Ok(wanted) => {
                let hall =
                    known_hall(&halls, &wanted.hall).map_or_else(|| fold(&wanted.hall), |hall| hall.code.clone());
                let key = (hall, wanted.number.clone());
                if !seen.insert(key.clone()) {
                    report.errors.push((row.number, Message::new("stands-import-twice").with("number", wanted.number)));
                    continue;
                }
                let existing = known.get(&key).copied();
                save_stand(tx, conference.id, by, existing, &wanted, now).await?;
                if existing.is_some() { report.changed += 1 } else { report.new += 1 }
            }
        }
    }
    Ok(report)
}

fn read_row(table: &Table, row: &Row, holders: &HashMap<String, DelegationId>) -> Result<NewStand, Message> {
    let cell = |name: &str| row.cell(table.column(name)).trim();
    let localized = |name: &str| {
        shipped().fold(Localized::default(), |text, language| {
            text.and(language.code(), cell(&format!("{name}_{}", language.code())))
        })
    };
    if fold(cell("hall")).is_empty() {
        return Err(Message::new("stands-error-hall"));
    }
    if cell("number").is_empty() {
        return Err(Message::new("stands-error-number"));
    }
    let holder = match cell("holder") {
        "" => None,
        key => Some(holders.get(key).copied().ok_or_else(|| Message::new("stands-import-holder").with("key", key))?),
    };
    Ok(NewStand {
        hall: cell("hall").to_owned(),
        number: cell("number").to_owned(),
        square_metres: read_area(cell("square_metres"))?,
        power_watts: read_power(cell("power_watts"))?,
        holder,
        headline: localized("headline"),
        description: localized("description"),
        set_up: None,
        dismantling: None,
    })
}

/// Square metres above zero; a comma may stand for the point.
pub(super) fn read_area(text: &str) -> Result<f64, Message> {
    let read =
        text.replace(',', ".").parse::<f64>().ok().filter(|area| area.is_finite() && *area > 0.0 && *area < 100_000.0);
    read.ok_or_else(|| Message::new("stands-error-area").with("text", text))
}

/// Watts from zero; nothing written is none.
pub(super) fn read_power(text: &str) -> Result<i32, Message> {
    if text.is_empty() {
        return Ok(0);
    }
    let read = text.parse::<i32>().ok().filter(|watts| *watts >= 0);
    read.ok_or_else(|| Message::new("stands-error-power").with("text", text))
}
