//! Files as rows: written in chunks inside the transaction that needs them, read back whole or chunk by chunk.
//!
//! Identity documents are sealed: every chunk on its own, bound to its file, its place and how many there are, so that none
//! can be moved, swapped or cut off without notice.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::model::{FileHead, FileType};
use super::queries;
use super::sealing::Sealer;
use crate::clock::{Day, Moment};
use crate::db::Connection;
use crate::ids::{ConferenceId, FileId};
use crate::language::Message;
use crate::web::{Answer, Problem};

/// Bytes of content in one row.
pub const CHUNK: usize = 256 * 1024;

/// A file to be kept.
pub struct NewFile<'a> {
    /// The conference it belongs to: from another one it cannot be reached.
    pub conference: ConferenceId,
    /// What it is for: `portrait`, `letter`, `identity_document` ...
    pub kind: &'static str,
    /// The name it had on its sender's machine.
    pub name: &'a str,
    pub content: &'a [u8],
    /// The types it may have, told from its content.
    pub allowed: &'a [FileType],
    /// The most bytes it may have.
    pub limit: usize,
    /// The day from which it is no longer kept.
    pub purge_on: Option<Day>,
    /// Seals it at rest: for identity documents.
    pub sealed_with: Option<&'a Sealer>,
}

impl NewFile<'_> {
    /// The file's type, or what to say at its field: `file-empty`, `file-too-large`, `file-wrong-type`.
    pub fn check(&self) -> Result<FileType, Message> {
        if self.content.is_empty() {
            return Err(Message::new("file-empty"));
        }
        if self.content.len() > self.limit {
            return Err(Message::new("file-too-large").with("megabytes", (self.limit / 1024 / 1024) as i64));
        }
        FileType::of(self.content).filter(|found| self.allowed.contains(found)).ok_or_else(|| {
            let mut endings: Vec<_> = self.allowed.iter().map(|allowed| allowed.ending().to_uppercase()).collect();
            endings.dedup();
            Message::new("file-wrong-type").with("types", endings.join(", "))
        })
    }
}

/// Keeps a file, in the transaction of whatever needs it.
///
/// # Errors
/// Refused with the message of [`NewFile::check`]; call that first to say it at the form's field.
pub async fn store(tx: &mut Connection, new: &NewFile<'_>, now: Moment) -> Answer<FileId> {
    store_as(tx, FileId::new(), new, now).await
}

/// The same under an id that is known before.
pub async fn store_as(tx: &mut Connection, id: FileId, new: &NewFile<'_>, now: Moment) -> Answer<FileId> {
    let media_type = new.check().map_err(Problem::Refused)?;
    let head = FileHead {
        id,
        kind: new.kind.to_owned(),
        name: new.name.to_owned(),
        media_type: media_type.as_str().to_owned(),
        size: new.content.len() as i64,
        digest: Vec::new(),
        sealed: new.sealed_with.is_some(),
        created_at: now,
        purge_on: new.purge_on,
    };
    insert(tx, new.conference, head, new.content, new.sealed_with).await
}

/// A file that the program made, or has read and understood itself: no type is told from its content.
pub struct OwnFile<'a> {
    /// The conference it belongs to: from another one it cannot be reached.
    pub conference: ConferenceId,
    /// What it is for: `import`, `badges` ...
    pub kind: &'a str,
    pub name: &'a str,
    pub media_type: &'static str,
    pub content: &'a [u8],
    /// The day from which it is no longer kept.
    pub purge_on: Option<Day>,
    /// Seals it at rest.
    pub sealed_with: Option<&'a Sealer>,
}

/// Keeps a file of the program's own.
pub async fn store_own(tx: &mut Connection, new: &OwnFile<'_>, now: Moment) -> Answer<FileId> {
    let head = FileHead {
        id: FileId::new(),
        kind: new.kind.to_owned(),
        name: new.name.to_owned(),
        media_type: new.media_type.to_owned(),
        size: new.content.len() as i64,
        digest: Vec::new(),
        sealed: new.sealed_with.is_some(),
        created_at: now,
        purge_on: new.purge_on,
    };
    insert(tx, new.conference, head, new.content, new.sealed_with).await
}

/// Writes the row and its chunks, sealed where there is something to seal with.
async fn insert(
    tx: &mut Connection,
    conference: ConferenceId,
    mut head: FileHead,
    content: &[u8],
    sealer: Option<&Sealer>,
) -> Answer<FileId> {
    let (id, count) = (head.id, chunk_count(head.size));
    let sealed: Option<Vec<Vec<u8>>> = sealer.map(|sealer| {
        let chunks = (0..).zip(content.chunks(CHUNK));
        chunks.map(|(ordinal, chunk)| sealer.seal(&place(id, ordinal, count), chunk)).collect()
    });
    let mut digest = Sha256::new();
    match &sealed {
        Some(chunks) => chunks.iter().for_each(|chunk| digest.update(chunk)),
        None => digest.update(content),
    }
    head.digest = digest.finalize().to_vec();
    queries::insert_head(tx, Some(conference), &head).await?;
    match &sealed {
        Some(chunks) => insert_chunks(tx, id, chunks.iter().map(Vec::as_slice)).await?,
        None => insert_chunks(tx, id, content.chunks(CHUNK)).await?,
    }
    Ok(id)
}

async fn insert_chunks(tx: &mut Connection, id: FileId, chunks: impl Iterator<Item = &[u8]>) -> Answer<()> {
    for (ordinal, chunk) in (0..).zip(chunks) {
        queries::insert_chunk(tx, id, ordinal, chunk).await?;
    }
    Ok(())
}

/// Reads a whole file: for pictures that are worked on and mails that carry them. Pages use [`super::show`].
///
/// # Errors
/// Not found when there is none; broken when a chunk is missing or does not open.
pub async fn read(
    connection: &mut Connection,
    conference: ConferenceId,
    id: FileId,
    sealer: &Sealer,
) -> Answer<(FileHead, Zeroizing<Vec<u8>>)> {
    let head = queries::file_head(connection, conference, id).await?;
    let mut content = Zeroizing::new(Vec::with_capacity(usize::try_from(head.size).unwrap_or_default()));
    for ordinal in 0..chunk_count(head.size) {
        content.extend_from_slice(&read_chunk(connection, &head, ordinal, sealer).await?);
    }
    Ok((head, content))
}

/// One chunk in the clear.
pub(super) async fn read_chunk(
    connection: &mut Connection,
    head: &FileHead,
    ordinal: i32,
    sealer: &Sealer,
) -> Answer<Zeroizing<Vec<u8>>> {
    let stored = queries::chunk(connection, head.id, ordinal).await?;
    let stored = stored.ok_or_else(|| Problem::broken(format!("file {} lacks chunk {ordinal}", head.id)))?;
    if head.sealed {
        sealer.unseal(&place(head.id, ordinal, chunk_count(head.size)), &stored).map_err(Problem::broken)
    } else {
        Ok(Zeroizing::new(stored))
    }
}

/// Lets a file go that nothing points to any more; says whether there was one.
pub async fn forget(tx: &mut Connection, conference: ConferenceId, id: FileId) -> Answer<bool> {
    queries::delete(tx, conference, id).await
}

/// How many rows a content of this size takes.
pub(super) fn chunk_count(size: i64) -> i32 {
    i32::try_from(size.unsigned_abs().div_ceil(CHUNK as u64)).unwrap_or(i32::MAX)
}

/// Where a sealed chunk stands, and nowhere else.
fn place(id: FileId, ordinal: i32, count: i32) -> Vec<u8> {
    format!("stored_file {id} {ordinal}/{count}").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter<'a>(content: &'a [u8], limit: usize) -> NewFile<'a> {
        NewFile {
            conference: ConferenceId(uuid::Uuid::nil()),
            kind: "letter",
            name: "letter.pdf",
            content,
            allowed: FileType::LETTER,
            limit,
            purge_on: None,
            sealed_with: None,
        }
    }

    #[test]
    fn what_is_wrong_with_a_file_is_said_by_name() {
        let said = |content: &[u8], limit| letter(content, limit).check().map_err(|message| message.key().to_owned());
        assert_eq!(said(b"%PDF-1.4", 100), Ok(FileType::Pdf));
        assert_eq!(said(b"", 100), Err("file-empty".to_owned()));
        assert_eq!(said(b"%PDF-1.4", 7), Err("file-too-large".to_owned()));
        assert_eq!(said(b"\x89PNG\r\n\x1a\n", 100), Err("file-wrong-type".to_owned()));
    }

    #[test]
    fn the_last_chunk_may_be_short() {
        let counts = [0, 1, CHUNK as i64, CHUNK as i64 + 1].map(chunk_count);
        assert_eq!(counts, [0, 1, 1, 2]);
    }
}
