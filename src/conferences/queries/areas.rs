//! Areas.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::conferences::model::{Area, AreaWish};
use crate::db::Connection;
use crate::ids::{AreaId, ConferenceId};
use crate::schema::area;
use crate::web::Answer;

/// All areas, in their order.
pub async fn areas(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<Area>> {
    Ok(area::table
        .filter(area::conference_id.eq(conference))
        .order((area::ordinal, area::code))
        .select(Area::as_select())
        .load(connection)
        .await?)
}

pub(in crate::conferences) async fn insert_area(
    tx: &mut Connection,
    conference: ConferenceId,
    id: AreaId,
    wish: &AreaWish,
) -> Answer<()> {
    diesel::insert_into(area::table)
        .values((
            area::id.eq(id),
            area::conference_id.eq(conference),
            area::code.eq(&wish.code),
            area::name.eq(&wish.name),
            area::parent_id.eq(wish.parent_id),
            area::zone_bit.eq(wish.zone_bit),
            area::badge_label.eq(&wish.badge_label),
            area::capacity.eq(wish.capacity),
            area::by_pass.eq(wish.by_pass),
            area::delegation_capacity.eq(wish.delegation_capacity),
            area::ordinal.eq(wish.ordinal),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Changes an area that is still at this version; says whether it was.
pub(in crate::conferences) async fn update_area(
    tx: &mut Connection,
    conference: ConferenceId,
    id: AreaId,
    version: i32,
    wish: &AreaWish,
) -> Answer<bool> {
    let row = area::table.find(id).filter(area::conference_id.eq(conference));
    let changed = diesel::update(row.filter(area::version.eq(version)))
        .set((
            area::code.eq(&wish.code),
            area::name.eq(&wish.name),
            area::parent_id.eq(wish.parent_id),
            area::zone_bit.eq(wish.zone_bit),
            area::badge_label.eq(&wish.badge_label),
            area::capacity.eq(wish.capacity),
            area::by_pass.eq(wish.by_pass),
            area::delegation_capacity.eq(wish.delegation_capacity),
            area::ordinal.eq(wish.ordinal),
            area::version.eq(area::version + 1),
        ))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// Removes an area with its hours; the database refuses when gates, rooms or other areas hang on it.
pub(in crate::conferences) async fn delete_area(
    tx: &mut Connection,
    conference: ConferenceId,
    id: AreaId,
) -> Answer<bool> {
    let row = area::table.find(id).filter(area::conference_id.eq(conference));
    Ok(diesel::delete(row).execute(tx).await? == 1)
}
