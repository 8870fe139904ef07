//! People from a table, and their files handed in where the table or the command asks for it. All rows or none: a row that
//! cannot be handed in keeps every other one out, too.

use std::collections::HashMap;

use serde_json::json;

use super::actions::hand_in_imported;
use crate::audit::{Who, record_with};
use crate::clock::Moment;
use crate::conferences::Conference;
use crate::db::Connection;
use crate::files::{Sealer, Table};
use crate::ids::{CategoryId, DelegationId, ParticipantId};
use crate::language::Message;
use crate::participants::CompositionTitle;
use crate::participants::import::{Becomes, Known, PeopleImport, PlannedPerson, column_of, known, plan, write};
use crate::web::Answer;

/// What is wanted of an import.
#[derive(Clone, Copy, Debug, Default)]
pub struct PeopleImportOptions {
    /// Hand in every file whose row does not say otherwise.
    pub submit: bool,
}

/// Imports people and says what was done with each row. Everything is tried in the caller's transaction, which is to be dropped
/// when there is a mistake or it was only a rehearsal. Nobody is written to. `told` hears how far it is.
///
/// # Errors
/// Refused when somebody changed one of the files in the middle of it.
pub async fn import_people(
    tx: &mut Connection,
    sealer: &Sealer,
    (conference, who): (&Conference, Who),
    table: &Table,
    options: PeopleImportOptions,
    (now, told): (Moment, &dyn Fn(usize, usize)),
) -> Answer<PeopleImport> {
    let known = known(tx, conference, sealer, now).await?;
    let mut import = plan(table, &known, options.submit);
    check_places(&mut import.rows, &known);
    check_heads(&mut import.rows, &known);
    if !import.is_good() {
        return Ok(import);
    }
    let submissions = import.submissions();
    let written = import.count(Becomes::New) + import.count(Becomes::Changed);
    let total = written + submissions;
    write(tx, (conference, who), &import.rows, sealer, now, &|done, _| told(done, total)).await?;
    let mut done = written;
    for row in import.rows.iter_mut().filter(|row| row.submit) {
        let Some(id) = row.wish.as_ref().map(|wish| wish.id) else { continue };
        for (field, message) in hand_in_imported(tx, conference, &known.categories, id, now).await? {
            // No table carries a portrait; what to do about it is said instead of what to fill in.
            let message = if field == "portrait" { Message::new("people-import-portrait") } else { message };
            row.wrong(column_of(&field), message);
        }
        done += 1;
        told(done, total);
    }
    let facts = json!({
        "new": import.count(Becomes::New),
        "changed": import.count(Becomes::Changed),
        "submitted": import.submissions(),
    });
    let subject = ("conference", conference.id.0);
    record_with(tx, Some(conference.id), who, "participants_imported", subject, facts, now).await?;
    Ok(import)
}

/// Says of each row for which no place is left that it is one too many. The database keeps the count in the end; it can only say
/// that the whole does not fit.
fn check_places(rows: &mut [PlannedPerson], known: &Known<'_>) {
    let mut left: HashMap<(DelegationId, CategoryId), (i32, i32)> = known
        .quotas
        .iter()
        .map(|(of, quota)| ((*of, quota.category_id), (quota.cap - quota.used, quota.cap)))
        .collect();
    for row in rows.iter_mut().filter(|row| row.submit) {
        let Some(wish) = &row.wish else { continue };
        let category = wish.details.category_id;
        let holds_it =
            wish.before.as_ref().is_some_and(|one| one.status.holds_a_place() && one.category_id == category);
        let counts = known.categories.iter().any(|one| one.id == category && one.counts_toward_quota);
        if holds_it || !counts {
            continue;
        }
        let (left, cap) = left.entry((wish.delegation, category)).or_insert((0, 0));
        *left -= 1;
        if *left < 0 {
            let message = Message::new("people-import-no-place-left").with("cap", *cap);
            row.wrong("category", message);
        }
    }
}

/// At most one head of each delegation is handed in.
fn check_heads(rows: &mut [PlannedPerson], known: &Known<'_>) {
    let standing = known.people.iter().filter(|one| one.composition_title == CompositionTitle::Head);
    let mut heads: HashMap<DelegationId, ParticipantId> =
        standing.filter(|one| one.status.holds_a_place()).map(|one| (one.delegation_id, one.id)).collect();
    for row in rows.iter_mut().filter(|row| row.submit) {
        let Some(wish) = &row.wish else { continue };
        if wish.details.composition_title != CompositionTitle::Head {
            continue;
        }
        if *heads.entry(wish.delegation).or_insert(wish.id) != wish.id {
            row.wrong("composition_title", Message::new("rule-at-most-one-head-of-delegation"));
        }
    }
}
