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

/// Keeps the table that was sent, if it can be read; today is the conference's. Otherwise says what is wrong with it.
pub async fn keep_table(
    tx: &mut Connection,
    place: Waiting<'_>,
    sent: Result<&Sent, Message>,
    sealer: &Sealer,
    (now, today): (Moment, Day),
) -> Answer<Result<FileId, Message>> {
    let sent = match sent {
        Ok(sent) => sent,
        Err(message) => return Ok(Err(message)),
    };
    if let Err(message) = read_table_apart(sent.bytes.clone(), sent.name.clone()).await? {
        return Ok(Err(message));
    }
    let new = OwnFile {
        conference: place.conference,
        kind: place.import,
        name: &sent.name,
        media_type: "application/octet-stream",
        content: &sent.bytes,
        purge_on: Some(today.plus_days(1)),
        sealed_with: Some(sealer),
    };
    Ok(Ok(store_own(tx, &new, now).await?))
}

/// The table that waits under this key; nothing where it is gone or was brought for something else.
pub async fn kept_table(
    connection: &mut Connection,
    place: Waiting<'_>,
    id: FileId,
    sealer: &Sealer,
) -> Answer<Option<Table>> {
    let (head, content) = match read(connection, place.conference, id, sealer).await {
        Ok(found) => found,
        Err(Problem::NotFound) => return Ok(None),
        Err(problem) => return Err(problem),
    };
    if head.kind != place.import {
        return Ok(None);
    }
    Ok(read_table_apart(content.to_vec(), head.name).await?.ok())
}

/// Forgets the tables whose last day has passed, and their runs; says how many tables there were.
pub async fn forget_old_tables(tx: &mut Connection, now: Moment) -> Answer<usize> {
    queries::delete_old_runs(tx, now.plus_seconds(-RUNS_ARE_KEPT)).await?;
    queries::delete_purged(tx, KINDS, now.day(&TimeZone::UTC)).await
}
