//! A delegation's own sheet of people: what is known of it, its rows mended in place, and what it does when it is carried out.
//! Everything becomes a draft or a change of an open file; handing in is the next room's.

use std::collections::BTreeMap;

use super::{Becomes, Known, PeopleImport, Scope, place_of, plan, renamed, write};
use crate::audit::Who;
use crate::clock::Moment;
use crate::conferences::categories;
use crate::db::Connection;
use crate::delegations::{FocalPoint, quotas};
use crate::files::{Cell, Sealer, Sheet, Table, Waiting, forget, kept_table};
use crate::ids::{CategoryId, DelegationId, FileId};
use crate::participants::actions::today;
use crate::participants::queries::{headings_of_sheets, lock_roster, people_of_delegation, remember_rows};
use crate::participants::rules::ranks_of;
use crate::web::Answer;

/// The most people that a delegation's sheet may have.
pub const MOST_OF_A_DELEGATION: usize = 300;
/// The number of the identity paper in the template's example; a row that has it is the example and nobody.
pub const EXAMPLE_NUMBER: &str = "X0000000";

/// What stands in the focal point's delegation, and nothing of any other.
pub async fn known_of<'a>(
    connection: &mut Connection,
    by: &FocalPoint,
    sealer: &'a Sealer,
    now: Moment,
) -> Answer<Known<'a>> {
    let (conference, delegation) = (by.conference(), by.delegation());
    let places = quotas(connection, conference.id, delegation.id).await?;
    Ok(Known {
        delegations: vec![delegation.clone()],
        quotas: places.into_iter().map(|quota| (delegation.id, quota)).collect(),
        categories: categories(connection, conference.id).await?,
        people: people_of_delegation(connection, conference.id, delegation.id).await?,
        scope: Scope::Delegation(ranks_of(delegation.kind)),
        language: by.language(),
        sealer,
        now,
        today: today(conference, now),
    })
}

/// The table without the template's example, which nobody is obliged to delete.
pub fn without_example(mut table: Table) -> Table {
    table.rows.retain(|row| !row.cells.iter().any(|cell| cell == EXAMPLE_NUMBER));
    table
}

/// The table with cells said anew: `said` gives the text of a row's column where there is one, `is_removed` the rows that go.
/// Columns that mean nothing are let go, a column that was missing comes at the end. Nothing where nothing changed.
pub fn corrected(
    table: &Table,
    import: &PeopleImport,
    said: impl Fn(usize, &str) -> Option<String>,
    is_removed: impl Fn(usize) -> bool,
) -> Option<Sheet> {
    let mut columns: Vec<(&str, Option<usize>)> =
        import.columns.iter().map(|column| (*column, place_of(table, column))).collect();
    let added = |column: &&&str| !columns.iter().any(|(known, _)| known == *column);
    let more: Vec<(&str, Option<usize>)> = super::COLUMNS
        .iter()
        .filter(added)
        .filter(|column| table.rows.iter().any(|row| said(row.number, column).is_some_and(|text| !text.is_empty())))
        .map(|column| (*column, None))
        .collect();
    columns.extend(more);
    let mut sheet =
        Sheet { headings: columns.iter().map(|(name, _)| (*name).to_owned()).collect(), ..Sheet::default() };
    let mut changed = false;
    for row in &table.rows {
        // Rows keep the numbers by which people know them: what is missing between them stays empty.
        let above = row.number.saturating_sub(2);
        if is_removed(row.number) {
            changed = true;
            continue;
        }
        sheet.rows.resize(above.max(sheet.rows.len()), Vec::new());
        let mut touched = false;
        let mut cells = Vec::new();
        for (name, place) in &columns {
            let old = row.cell(*place);
            let new = said(row.number, name).unwrap_or_else(|| old.to_owned());
            touched |= new != old;
            cells.push(Cell::Text(new));
        }
        if row.overflows && !touched {
            cells.push(Cell::Text("…".to_owned()));
        }
        changed |= touched;
        sheet.rows.push(cells);
    }
    changed.then_some(sheet)
}

/// How many new people the sheet asks for, by category.
pub fn places_asked(import: &PeopleImport) -> BTreeMap<CategoryId, usize> {
    let mut asked = BTreeMap::new();
    for wish in import.rows.iter().filter(|row| row.becomes() == Becomes::New).filter_map(|row| row.wish.as_ref()) {
        *asked.entry(wish.details.category_id).or_default() += 1;
    }
    asked
}

/// Writes every good row of the sheet that waits here, and uses the sheet up, so that it is carried out once; with mistakes
/// only where rows with mistakes are to be left out. Nothing where the sheet is gone. The caller commits if something was done.
///
/// # Errors
/// Refused when somebody changed one of the files in the middle of it.
pub async fn carry_out(
    tx: &mut Connection,
    by: &FocalPoint,
    (place, file): (Waiting<'_>, FileId),
    leaves_out: bool,
    sealer: &Sealer,
    now: Moment,
) -> Answer<Option<(Table, PeopleImport)>> {
    // One sheet of a delegation after the other: what the first makes, the second finds.
    lock_roster(tx, by.conference_id(), by.delegation().id).await?;
    let Some(table) = kept_table(tx, place, file, sealer).await? else { return Ok(None) };
    let said = headings_of_sheets(tx, by.delegation().id).await?;
    let table = renamed(without_example(table), &said);
    let known = known_of(tx, by, sealer, now).await?;
    let import = plan(&table, &known, false);
    let may_be_written = import.general.is_empty() && (leaves_out || import.is_good());
    if !may_be_written {
        return Ok(Some((table, import)));
    }
    if !forget(tx, by.conference_id(), file).await? {
        return Ok(None);
    }
    let who = Who::Account(by.account());
    write(tx, (by.conference(), who), &import.rows, sealer, now, &|_, _| ()).await?;
    let rows = import.rows.iter().filter_map(|row| Some((row.wish.as_ref()?.id, row.number))).collect();
    remember_rows(tx, by.delegation().id, (file, &rows), now).await?;
    Ok(Some((table, import)))
}

/// The kind under which a delegation's sheets wait: no other delegation finds them.
pub fn waiting_kind(of: DelegationId) -> String {
    format!("import_of_people_of_{of}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{TableFormat, read_table, write_table};

    fn import(columns: &[&'static str]) -> PeopleImport {
        PeopleImport { columns: columns.to_vec(), ..PeopleImport::default() }
    }

    fn read_again(sheet: &Sheet) -> Table {
        read_table(&write_table(sheet, TableFormat::Xlsx).unwrap(), "").unwrap()
    }

    #[test]
    fn a_cell_said_anew_stands_in_its_row_and_the_rest_stays() {
        let text = "Full name,Shoe size,Date of birth\nÅse Ødegård,39,3/4/1980\n\n\nPurwanto,44,1981-07-30\n=A1,1,\n";
        let table = read_table(text.as_bytes(), "").unwrap();
        let import = import(&["document_name", "birth_date"]);
        let said = |row: usize, column: &str| match (row, column) {
            (2, "birth_date") => Some("1980-04-03".to_owned()),
            (5, "category") => Some("D".to_owned()),
            _ => None,
        };
        let again = read_again(&corrected(&table, &import, said, |_| false).unwrap());
        assert_eq!(again.headings, ["document_name", "birth_date", "category"]);
        let rows: Vec<(usize, [&str; 3])> =
            again.rows.iter().map(|row| (row.number, [0, 1, 2].map(|place| row.cells[place].as_str()))).collect();
        let expected =
            [(2, ["Åse Ødegård", "1980-04-03", ""]), (5, ["Purwanto", "1981-07-30", "D"]), (6, ["=A1", "", ""])];
        assert_eq!(rows, expected);
        assert!(corrected(&table, &import, |_, _| None, |_| false).is_none(), "nothing was said");
        let fewer = read_again(&corrected(&table, &import, |_, _| None, |row| row == 2).unwrap());
        assert_eq!(fewer.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [5, 6]);
    }

    #[test]
    fn what_stands_beyond_the_last_heading_is_not_forgotten_before_its_row_was_seen_to() {
        let table = read_table(b"Full name\nAda,oops\nBen,oops\n", "").unwrap();
        let said = |row: usize, _: &str| (row == 2).then(|| "Ada L.".to_owned());
        let again = read_again(&corrected(&table, &import(&["document_name"]), said, |_| false).unwrap());
        assert_eq!(again.rows.iter().map(|row| row.overflows).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn the_example_of_the_template_is_nobody() {
        let table = read_table(b"Full name,Number\nExample,X0000000\nAda,N001\n", "").unwrap();
        assert_eq!(without_example(table).rows.len(), 1);
    }
}
