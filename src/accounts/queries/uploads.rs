//! Files that arrive piece by piece.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::accounts::model::Upload;
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, UploadId};
use crate::schema::{upload, upload_piece};
use crate::web::Answer;

/// Writes an upload of which nothing has arrived.
pub async fn insert_upload(tx: &mut Connection, who: AccountId, new: &Upload) -> Answer<()> {
    diesel::insert_into(upload::table).values((new, upload::account_id.eq(who))).execute(tx).await?;
    Ok(())
}

/// The uploads of an account, the newest first.
pub async fn uploads_of(connection: &mut Connection, who: AccountId) -> Answer<Vec<Upload>> {
    Ok(upload::table
        .filter(upload::account_id.eq(who))
        .order((upload::created_at.desc(), upload::id.desc()))
        .select(Upload::as_select())
        .load(connection)
        .await?)
}

/// An account's own upload.
pub async fn upload_of(connection: &mut Connection, who: AccountId, id: UploadId) -> Answer<Option<Upload>> {
    let row = upload::table.find(id).filter(upload::account_id.eq(who));
    Ok(row.select(Upload::as_select()).first(connection).await.optional()?)
}

/// The same, locked until the transaction ends.
pub async fn locked_upload(tx: &mut Connection, who: AccountId, id: UploadId) -> Answer<Option<Upload>> {
    let row = upload::table.find(id).filter(upload::account_id.eq(who));
    Ok(row.select(Upload::as_select()).for_update().first(tx).await.optional()?)
}

/// Puts a piece behind what has arrived.
pub async fn append_piece(tx: &mut Connection, to: &Upload, content: &[u8]) -> Answer<()> {
    let length = i64::try_from(content.len()).unwrap_or(i64::MAX);
    diesel::insert_into(upload_piece::table)
        .values((
            upload_piece::upload_id.eq(to.id),
            upload_piece::starts_at.eq(to.received),
            upload_piece::content.eq(content),
        ))
        .execute(tx)
        .await?;
    diesel::update(upload::table.find(to.id)).set(upload::received.eq(to.received + length)).execute(tx).await?;
    Ok(())
}

/// Everything that has arrived, in its order.
pub async fn pieces(connection: &mut Connection, id: UploadId) -> Answer<Vec<Vec<u8>>> {
    Ok(upload_piece::table
        .filter(upload_piece::upload_id.eq(id))
        .order(upload_piece::starts_at)
        .select(upload_piece::content)
        .load(connection)
        .await?)
}

/// Lets uploads of an account go; says how many there were.
pub async fn delete_uploads(tx: &mut Connection, who: AccountId, ids: &[UploadId]) -> Answer<usize> {
    let rows = upload::table.filter(upload::account_id.eq(who)).filter(upload::id.eq_any(ids));
    Ok(diesel::delete(rows).execute(tx).await?)
}

/// Lets uploads go that were begun before a moment; says how many there were.
pub async fn delete_old_uploads(tx: &mut Connection, before: Moment) -> Answer<usize> {
    Ok(diesel::delete(upload::table.filter(upload::created_at.lt(before))).execute(tx).await?)
}
