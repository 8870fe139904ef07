//! Categories and the clearances they need.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::conferences::model::{Category, CategoryClearance, CategoryWish, ClearanceKind};
use crate::db::Connection;
use crate::ids::{CategoryId, ConferenceId};
use crate::schema::{category, category_clearance};
use crate::web::{Answer, Problem};

/// All categories, in their order.
pub async fn categories(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<Category>> {
    Ok(category::table
        .filter(category::conference_id.eq(conference))
        .order((category::ordinal, category::letter))
        .select(Category::as_select())
        .load(connection)
        .await?)
}

/// One category of a conference.
///
/// # Errors
/// Not found when there is none.
pub async fn category_by_id(connection: &mut Connection, conference: ConferenceId, id: CategoryId) -> Answer<Category> {
    let found = category::table
        .find(id)
        .filter(category::conference_id.eq(conference))
        .select(Category::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// Whose yes each category needs, in the order in which they are sought.
pub async fn clearances(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<CategoryClearance>> {
    Ok(category_clearance::table
        .filter(category_clearance::conference_id.eq(conference))
        .order((category_clearance::category_id, category_clearance::step, category_clearance::kind))
        .select(CategoryClearance::as_select())
        .load(connection)
        .await?)
}

/// Whose yes one category needs.
pub(in crate::conferences) async fn clearances_of(
    connection: &mut Connection,
    conference: ConferenceId,
    id: CategoryId,
) -> Answer<Vec<(ClearanceKind, i16)>> {
    Ok(category_clearance::table
        .filter(category_clearance::conference_id.eq(conference))
        .filter(category_clearance::category_id.eq(id))
        .order((category_clearance::step, category_clearance::kind))
        .select((category_clearance::kind, category_clearance::step))
        .load(connection)
        .await?)
}

/// Puts a category in under the lowest number that badge codes have free.
pub(in crate::conferences) async fn insert_category(
    tx: &mut Connection,
    conference: ConferenceId,
    id: CategoryId,
    wish: &CategoryWish,
) -> Answer<()> {
    let taken: Vec<i16> =
        category::table.filter(category::conference_id.eq(conference)).select(category::number).load(tx).await?;
    let free = (1..=255).find(|number| !taken.contains(number));
    let number = free.ok_or_else(|| Problem::refused("category-none-left"))?;
    diesel::insert_into(category::table)
        .values((
            category::id.eq(id),
            category::conference_id.eq(conference),
            category::number.eq(number),
            (
                category::letter.eq(&wish.letter),
                category::name.eq(&wish.name),
                category::colour.eq(&wish.colour),
                category::pattern.eq(wish.pattern),
                category::delivery.eq(wish.delivery),
                category::default_quota.eq(wish.default_quota),
                category::counts_toward_quota.eq(wish.counts_toward_quota),
                category::portrait_required.eq(wish.portrait_required),
                category::document_required.eq(wish.document_required),
                category::ordinal.eq(wish.ordinal),
            ),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Changes a category that is still at this version; says whether it was.
pub(in crate::conferences) async fn update_category(
    tx: &mut Connection,
    conference: ConferenceId,
    id: CategoryId,
    version: i32,
    wish: &CategoryWish,
) -> Answer<bool> {
    let row = category::table.find(id).filter(category::conference_id.eq(conference));
    let changed = diesel::update(row.filter(category::version.eq(version)))
        .set((
            category::letter.eq(&wish.letter),
            category::name.eq(&wish.name),
            category::colour.eq(&wish.colour),
            category::pattern.eq(wish.pattern),
            category::delivery.eq(wish.delivery),
            category::default_quota.eq(wish.default_quota),
            category::counts_toward_quota.eq(wish.counts_toward_quota),
            category::portrait_required.eq(wish.portrait_required),
            category::document_required.eq(wish.document_required),
            category::ordinal.eq(wish.ordinal),
            category::version.eq(category::version + 1),
        ))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// Moves a category on to its next version when something that hangs on it changes; says whether it was still at this one.
pub(in crate::conferences) async fn bump_category(
    tx: &mut Connection,
    conference: ConferenceId,
    id: CategoryId,
    version: i32,
) -> Answer<bool> {
    let row = category::table.find(id).filter(category::conference_id.eq(conference));
    let changed = diesel::update(row.filter(category::version.eq(version)))
        .set(category::version.eq(category::version + 1))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

pub(in crate::conferences) async fn replace_clearances(
    tx: &mut Connection,
    conference: ConferenceId,
    id: CategoryId,
    wanted: &[(ClearanceKind, i16)],
) -> Answer<()> {
    let own = category_clearance::table
        .filter(category_clearance::conference_id.eq(conference))
        .filter(category_clearance::category_id.eq(id));
    diesel::delete(own).execute(tx).await?;
    let rows: Vec<_> = wanted
        .iter()
        .map(|(kind, step)| {
            (
                category_clearance::conference_id.eq(conference),
                category_clearance::category_id.eq(id),
                category_clearance::kind.eq(*kind),
                category_clearance::step.eq(*step),
            )
        })
        .collect();
    diesel::insert_into(category_clearance::table).values(rows).execute(tx).await?;
    Ok(())
}

/// Removes a category with its hours and clearances; the database refuses when somebody has it.
pub(in crate::conferences) async fn delete_category(
    tx: &mut Connection,
    conference: ConferenceId,
    id: CategoryId,
) -> Answer<bool> {
    let row = category::table.find(id).filter(category::conference_id.eq(conference));
    Ok(diesel::delete(row).execute(tx).await? == 1)
}
