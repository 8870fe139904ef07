//! Every badge and collection code of a conference as a table for other programs, with the digits of its QR code.

use std::sync::RwLock;

use super::actions::code_unless_retired;
use super::keys::Keyring;
use super::queries::{Line, lines};
use crate::conferences::Conference;
use crate::db::Connection;
use crate::files::{Cell, Sheet};
use crate::web::Answer;

const HEADINGS: &[&str] = &[
    "number",
    "serial",
    "kind",
    "state",
    "category",
    "reference",
    "name",
    "delegation",
    "valid_from",
    "valid_until",
    "prints",
    "issued_at",
    "handed_at",
    "ended_at",
    "code",
];

/// Every badge that was ever issued, by number. Dead ones are there too: their codes are what a gate must refuse.
///
/// # Errors
/// Broken when a badge's numbers do not fit a code.
pub async fn badges_sheet(
    connection: &mut Connection,
    conference: &Conference,
    keyring: &RwLock<Keyring>,
) -> Answer<Sheet> {
    let found = lines(connection, conference.id).await?;
    let rows: Answer<Vec<_>> = found.iter().map(|line| row(line, conference, keyring)).collect();
    Ok(Sheet {
        name: "badges".to_owned(),
        headings: HEADINGS.iter().map(|heading| (*heading).to_owned()).collect(),
        rows: rows?,
    })
}

fn row(line: &Line, conference: &Conference, keyring: &RwLock<Keyring>) -> Answer<Vec<Cell>> {
    let badge = &line.badge;
    let name = if line.badge_name.is_empty() { &line.document_name } else { &line.badge_name };
    Ok(vec![
        badge.number.into(),
        badge.serial.into(),
        badge.kind.as_str().into(),
        badge.state.as_str().into(),
        line.letter.as_str().into(),
        line.reference.into(),
        name.as_str().into(),
        line.delegation.as_str().into(),
        badge.valid_from.to_string().into(),
        badge.valid_until.to_string().into(),
        badge.prints.into(),
        badge.issued_at.to_string().into(),
        badge.handed_at.map(|at| at.to_string()).into(),
        badge.ended_at.map(|at| at.to_string()).into(),
        code_unless_retired(keyring, conference, badge)?.into(),
    ])
}
