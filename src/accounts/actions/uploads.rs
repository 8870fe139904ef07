//! Files that arrive piece by piece, each its account's own: begun, gone on with at the place where the line was cut, taken
//! once by the form that names it.

use crate::accounts::model::Upload;
use crate::accounts::queries::uploads as queries;
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, UploadId};
use crate::web::{Answer, Problem, Sent};

/// The most bytes of one upload.
pub const MOST_BYTES: i64 = 12 * 1024 * 1024;
/// Uploads that an account may have at a time; beyond them the oldest is let go, so that nobody is locked out by what they left.
const MOST_AT_ONCE: usize = 8;
/// Seconds for which an upload is kept.
const KEPT: i64 = 24 * 3600;

/// Begins an upload of so many bytes.
///
/// # Errors
/// Too large where it announces nothing or too much.
pub async fn begin_upload(tx: &mut Connection, who: AccountId, name: &str, size: i64, now: Moment) -> Answer<Upload> {
    if !(1..=MOST_BYTES).contains(&size) {
        return Err(Problem::TooLarge);
    }
    let before = queries::uploads_of(tx, who).await?;
    let gone: Vec<UploadId> = before.iter().skip(MOST_AT_ONCE - 1).map(|one| one.id).collect();
    queries::delete_uploads(tx, who, &gone).await?;
    let name = name.chars().filter(|letter| !letter.is_control()).take(120).collect();
    let new = Upload { id: UploadId::new(), name, size, received: 0, created_at: now };
    queries::insert_upload(tx, who, &new).await?;
    Ok(new)
}

/// How a piece was taken.
#[derive(Debug)]
pub enum Taken {
    /// It stands behind the others.
    Added(Upload),
    /// It does not begin where the upload stands: this is where.
    Elsewhere(Upload),
}

/// Takes a piece that begins at this byte.
///
/// # Errors
/// Not found when it is another account's; too large when more comes than was announced.
pub async fn take_piece(
    tx: &mut Connection,
    who: AccountId,
    id: UploadId,
    (starts_at, content): (i64, &[u8]),
) -> Answer<Taken> {
    let upload = queries::locked_upload(tx, who, id).await?.ok_or(Problem::NotFound)?;
    let length = i64::try_from(content.len()).map_err(Problem::broken)?;
    if starts_at != upload.received || length == 0 {
        return Ok(Taken::Elsewhere(upload));
    }
    if upload.received + length > upload.size {
        return Err(Problem::TooLarge);
    }
    queries::append_piece(tx, &upload, content).await?;
    Ok(Taken::Added(Upload { received: upload.received + length, ..upload }))
}

/// What a whole upload of the account holds, as a file of a form's field; nothing where it is gone, another's or not whole.
pub async fn uploaded(connection: &mut Connection, who: AccountId, id: UploadId, field: &str) -> Answer<Option<Sent>> {
    let found = queries::upload_of(connection, who, id).await?;
    let Some(upload) = found.filter(|one| one.received == one.size) else { return Ok(None) };
    let bytes = queries::pieces(connection, id).await?.concat();
    Ok(Some(Sent { field: field.to_owned(), name: upload.name, bytes, too_large: false }))
}

/// Lets an upload go once it has been taken, in the transaction that keeps what it held.
pub async fn use_up(tx: &mut Connection, who: AccountId, id: UploadId) -> Answer<()> {
    queries::delete_uploads(tx, who, &[id]).await?;
    Ok(())
}

/// Forgets uploads that nobody took within a day; says how many there were.
pub async fn forget_old_uploads(tx: &mut Connection, now: Moment) -> Answer<usize> {
    queries::delete_old_uploads(tx, now.plus_seconds(-KEPT)).await
}
