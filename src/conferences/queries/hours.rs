//! Hours of categories in areas.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::conferences::model::Opening;
use crate::conferences::rules::Span;
use crate::db::Connection;
use crate::ids::{AreaId, CategoryId, ConferenceId, OpeningId};
use crate::schema::opening;
use crate::web::Answer;

/// All hours of all categories in all areas.
pub async fn openings(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<Opening>> {
    Ok(opening::table
        .filter(opening::conference_id.eq(conference))
        .order((opening::area_id, opening::category_id, opening::opens_at))
        .select(Opening::as_select())
        .load(connection)
        .await?)
}

/// The hours of one category, by time.
pub(in crate::conferences) async fn openings_of(
    connection: &mut Connection,
    conference: ConferenceId,
    category: CategoryId,
) -> Answer<Vec<Opening>> {
    Ok(opening::table
        .filter(opening::conference_id.eq(conference))
        .filter(opening::category_id.eq(category))
        .order((opening::opens_at, opening::closes_at))
        .select(Opening::as_select())
        .load(connection)
        .await?)
}

pub(in crate::conferences) async fn insert_openings(
    tx: &mut Connection,
    conference: ConferenceId,
    hours: &[(CategoryId, AreaId, Span)],
) -> Answer<()> {
    // A statement takes 65,535 values at most.
    for some in hours.chunks(1000) {
        let rows: Vec<_> = some
            .iter()
            .map(|(category, area, span)| {
                (
                    opening::id.eq(OpeningId::new()),
                    opening::conference_id.eq(conference),
                    opening::category_id.eq(*category),
                    opening::area_id.eq(*area),
                    opening::opens_at.eq(span.opens_at),
                    opening::closes_at.eq(span.closes_at),
                )
            })
            .collect();
        diesel::insert_into(opening::table).values(rows).execute(tx).await?;
    }
    Ok(())
}

/// Puts these hours of a category in the place of all it had.
pub(in crate::conferences) async fn replace_openings(
    tx: &mut Connection,
    conference: ConferenceId,
    category: CategoryId,
    hours: &[(AreaId, Span)],
) -> Answer<()> {
    let own = opening::table.filter(opening::conference_id.eq(conference)).filter(opening::category_id.eq(category));
    diesel::delete(own).execute(tx).await?;
    let rows: Vec<_> = hours.iter().map(|(area, span)| (category, *area, *span)).collect();
    insert_openings(tx, conference, &rows).await
}
