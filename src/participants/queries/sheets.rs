//! What is remembered of a delegation's last sheet.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{DelegationId, FileId, ParticipantId};
use crate::schema::people_sheet;
use crate::web::Answer;

/// In which row of the delegation's last sheet each person stood.
pub async fn rows_of_sheet(
    connection: &mut Connection,
    delegation: DelegationId,
) -> Answer<BTreeMap<ParticipantId, usize>> {
    let found: Option<serde_json::Value> =
        people_sheet::table.find(delegation).select(people_sheet::rows).first(connection).await.optional()?;
    Ok(found.map(serde_json::from_value).transpose()?.unwrap_or_default())
}

/// A sheet that was carried out.
pub struct CarriedOut {
    pub at: Moment,
    /// In which row each of its people stood.
    pub rows: BTreeMap<ParticipantId, usize>,
}

/// The sheet that waited under this key, if it is the one that the delegation carried out last.
pub async fn carried_out(
    connection: &mut Connection,
    delegation: DelegationId,
    sheet: FileId,
) -> Answer<Option<CarriedOut>> {
    let found: Option<(Option<Moment>, serde_json::Value)> = people_sheet::table
        .find(delegation)
        .filter(people_sheet::carried_out.eq(sheet))
        .select((people_sheet::carried_out_at, people_sheet::rows))
        .first(connection)
        .await
        .optional()?;
    let Some((Some(at), rows)) = found else { return Ok(None) };
    Ok(Some(CarriedOut { at, rows: serde_json::from_value(rows)? }))
}

/// Remembers the rows of the sheet that was just carried out.
pub async fn remember_rows(
    tx: &mut Connection,
    delegation: DelegationId,
    (sheet, rows): (FileId, &BTreeMap<ParticipantId, usize>),
    now: Moment,
) -> Answer<()> {
    let rows = serde_json::to_value(rows)?;
    diesel::insert_into(people_sheet::table)
        .values((
            people_sheet::delegation_id.eq(delegation),
            people_sheet::rows.eq(&rows),
            people_sheet::changed_at.eq(now),
            people_sheet::carried_out.eq(sheet),
            people_sheet::carried_out_at.eq(now),
        ))
        .on_conflict(people_sheet::delegation_id)
        .do_update()
        .set((
            people_sheet::rows.eq(&rows),
            people_sheet::changed_at.eq(now),
            people_sheet::carried_out.eq(sheet),
            people_sheet::carried_out_at.eq(now),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// What a delegation has said that headings mean, by their folded text.
pub async fn headings_of_sheets(
    connection: &mut Connection,
    delegation: DelegationId,
) -> Answer<BTreeMap<String, String>> {
    let found: Option<serde_json::Value> =
        people_sheet::table.find(delegation).select(people_sheet::headings).first(connection).await.optional()?;
    Ok(found.map(serde_json::from_value).transpose()?.unwrap_or_default())
}

/// Remembers what headings mean, for the delegation's next sheet.
pub async fn remember_headings(
    tx: &mut Connection,
    delegation: DelegationId,
    headings: &BTreeMap<String, String>,
    now: Moment,
) -> Answer<()> {
    let headings = serde_json::to_value(headings)?;
    diesel::insert_into(people_sheet::table)
        .values((
            people_sheet::delegation_id.eq(delegation),
            people_sheet::headings.eq(&headings),
            people_sheet::changed_at.eq(now),
        ))
        .on_conflict(people_sheet::delegation_id)
        .do_update()
        .set((people_sheet::headings.eq(&headings), people_sheet::changed_at.eq(now)))
        .execute(tx)
        .await?;
    Ok(())
}
