//! A file that brings a programme: a table, or a schedule of other programs.

use jiff::tz::TimeZone;

use super::import::{ImportReport, import_programme};
use super::import_schedule::import_schedule;
use super::schedule::{self, Schedule, Wrong};
use crate::audit::Who;
use crate::clock::Moment;
use crate::conferences::Conference;
use crate::db::Connection;
use crate::files::{MOST_TABLE_BYTES, Table, read_table};
use crate::language::Message;
use crate::web::Answer;

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Brought {
    Table(Table),
    Schedule(Box<Schedule>),
}

impl Brought {
    /// Whether places in it are lines rather than rows.
    pub fn has_lines(&self) -> bool {
        matches!(self, Self::Schedule(_))
    }
}

/// Reads a file; what it is told from its content. Times without an offset are on the clocks of this zone. Slow for large ones.
///
/// # Errors
/// Everything that keeps it from being read, by line; line 0 is the file as a whole.
pub fn read_brought(bytes: &[u8], name: &str, zone: &TimeZone) -> Result<Brought, Vec<Wrong>> {
    if !schedule::is_schedule(bytes) {
        return read_table(bytes, name).map(Brought::Table).map_err(|message| vec![Wrong { line: 0, message }]);
    }
    if bytes.len() > MOST_TABLE_BYTES {
        let message = Message::new("file-too-large").with("megabytes", MOST_TABLE_BYTES / 1024 / 1024);
        return Err(vec![Wrong { line: 0, message }]);
    }
    schedule::read(bytes, zone).map(|schedule| Brought::Schedule(Box::new(schedule)))
}

/// The same on a thread of its own, so that a large file does not keep other requests waiting.
pub(super) async fn read_brought_apart(
    bytes: Vec<u8>,
    name: String,
    zone: TimeZone,
) -> Answer<Result<Brought, Vec<Wrong>>> {
    let read = actix_web::web::block(move || std::panic::catch_unwind(|| read_brought(&bytes, &name, &zone))).await?;
    // A file so broken that a reader gave up on it is still the file's fault and not ours.
    Ok(read.unwrap_or_else(|_| Err(vec![Wrong { line: 0, message: Message::new("table-unreadable") }])))
}

/// Carries out what a file brings, see [`import_programme`]; of a schedule, sessions that it no longer has are cancelled if that is
/// wanted.
pub async fn import_brought(
    tx: &mut Connection,
    conference: &Conference,
    by: Who,
    (brought, cancel_missing): (&Brought, bool),
    now: Moment,
) -> Answer<ImportReport> {
    match brought {
        Brought::Table(table) => import_programme(tx, conference, by, table, now).await,
        Brought::Schedule(schedule) => import_schedule(tx, conference, by, schedule, cancel_missing, now).await,
    }
}
