//! Tables that wait, sealed and for a day, between “what would this do” and “do it”: what is carried out is what was looked at,
//! and the look at it has an address of its own, so that going back asks nobody to send the file again.

use jiff::tz::TimeZone;

use super::queries;
use super::sealing::Sealer;
use super::store::{OwnFile, read, store_own};
use super::table::{Table, read_table_apart};
use crate::clock::{Day, Moment};
use crate::db::Connection;
use crate::ids::{ConferenceId, FileId};
use crate::language::Message;
use crate::web::{Answer, Problem, Sent};

/// A table that waits for a room's import: `import_of_...`, so that no other import takes it for its own. What only some may
/// open has their key in it, too.
#[derive(Clone, Copy, Debug)]
pub struct Waiting<'a> {
    pub conference: ConferenceId,
    pub import: &'a str,
}

/// How long a page can still say how a long import ended: seconds.
const RUNS_ARE_KEPT: i64 = 2 * 24 * 3600;

/// How the kinds of waiting tables begin.
pub(super) const KINDS: &str = "import_of_%";

/// Keeps a file that was sent and found readable; today is the conference's.
pub async fn keep_file(
    tx: &mut Connection,
    place: Waiting<'_>,
    sent: &Sent,
    sealer: &Sealer,
    (now, today): (Moment, Day),
) -> Answer<FileId> {
    let new = OwnFile {
        conference: place.conference,
        kind: place.import,
        name: &sent.name,
        media_type: "application/octet-stream",
        content: &sent.bytes,
        purge_on: Some(today.plus_days(1)),
        sealed_with: Some(sealer),
    };
    store_own(tx, &new, now).await
}

/// The name and the content of the file that waits under this key; nothing where it is gone or was brought for something else.
pub async fn kept_file(
    connection: &mut Connection,
    place: Waiting<'_>,
    id: FileId,
    sealer: &Sealer,
) -> Answer<Option<(String, Vec<u8>)>> {
    match read(connection, place.conference, id, sealer).await {
        Ok((head, content)) => Ok((head.kind == place.import).then(|| (head.name, content.to_vec()))),
        Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// Keeps the table that was sent, if it can be read; today is the conference's. Otherwise says what is wrong with it.
pub async fn keep_table(
    tx: &mut Connection,
    place: Waiting<'_>,
    sent: Result<&Sent, Message>,
    sealer: &Sealer,
    times: (Moment, Day),
) -> Answer<Result<FileId, Message>> {
    let sent = match sent {
        Ok(sent) => sent,
        Err(message) => return Ok(Err(message)),
    };
    if let Err(message) = read_table_apart(sent.bytes.clone(), sent.name.clone()).await? {
        return Ok(Err(message));
    }
    Ok(Ok(keep_file(tx, place, sent, sealer, times).await?))
}

/// The table that waits under this key; nothing where it is gone or was brought for something else.
pub async fn kept_table(
    connection: &mut Connection,
    place: Waiting<'_>,
    id: FileId,
    sealer: &Sealer,
) -> Answer<Option<Table>> {
    let Some((name, content)) = kept_file(connection, place, id, sealer).await? else { return Ok(None) };
    Ok(read_table_apart(content, name).await?.ok())
}

/// Forgets the tables whose last day has passed, and their runs; says how many tables there were.
pub async fn forget_old_tables(tx: &mut Connection, now: Moment) -> Answer<usize> {
    queries::delete_old_runs(tx, now.plus_seconds(-RUNS_ARE_KEPT)).await?;
    queries::delete_purged(tx, KINDS, now.day(&TimeZone::UTC)).await
}
