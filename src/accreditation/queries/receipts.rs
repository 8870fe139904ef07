//! Receipts of people handed in together.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::accreditation::model::Receipt;
use crate::db::Connection;
use crate::ids::{ConferenceId, DelegationId, ReceiptId};
use crate::schema::receipt;
use crate::web::Answer;

/// A delegation's receipt; nothing where it has none under this key.
pub async fn receipt_of(
    connection: &mut Connection,
    conference: ConferenceId,
    delegation: DelegationId,
    id: ReceiptId,
) -> Answer<Option<Receipt>> {
    let found = receipt::table
        .find(id)
        .filter(receipt::conference_id.eq(conference))
        .filter(receipt::delegation_id.eq(delegation))
        .select(Receipt::as_select())
        .first(connection)
        .await;
    Ok(found.optional()?)
}

/// The receipts of a delegation, the latest first.
pub async fn receipts(
    connection: &mut Connection,
    conference: ConferenceId,
    delegation: DelegationId,
) -> Answer<Vec<Receipt>> {
    Ok(receipt::table
        .filter(receipt::conference_id.eq(conference))
        .filter(receipt::delegation_id.eq(delegation))
        .order(receipt::number.desc())
        .select(Receipt::as_select())
        .load(connection)
        .await?)
}

/// The number of a delegation's last receipt; the caller holds its list.
pub async fn last_receipt_number(tx: &mut Connection, delegation: DelegationId) -> Answer<i32> {
    let last: Option<i32> = receipt::table
        .filter(receipt::delegation_id.eq(delegation))
        .select(diesel::dsl::max(receipt::number))
        .first(tx)
        .await?;
    Ok(last.unwrap_or_default())
}

/// Writes a receipt; says whether its key was free.
pub async fn insert_receipt(tx: &mut Connection, conference: ConferenceId, new: &Receipt) -> Answer<bool> {
    let written = diesel::insert_into(receipt::table)
        .values((new, receipt::conference_id.eq(conference)))
        .on_conflict(receipt::id)
        .do_nothing()
        .execute(tx)
        .await?;
    Ok(written == 1)
}
