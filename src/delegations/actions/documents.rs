//! Documents that come with an application for admission.

use crate::clock::Moment;
use crate::db::Connection;
use crate::delegations::queries;
use crate::delegations::rules::MOST_DOCUMENTS;
use crate::files::{FileType, NewFile, Sealer, forget, store};
use crate::ids::{ApplicationDocumentId, ApplicationId, ConferenceId};
use crate::web::{Answer, Problem};

/// The most bytes of one: 10 MiB, as of a letter.
const MOST_BYTES: usize = 10 * 1024 * 1024;
/// Papers, and pictures of papers.
const TYPES: &[FileType] = &[FileType::Pdf, FileType::Jpeg, FileType::Png];

/// A document as it came in.
pub struct NewDocument<'a> {
    pub name: &'a str,
    pub content: &'a [u8],
    /// Statutes and letters name people, so that a document is sealed at rest.
    pub sealer: &'a Sealer,
}

impl NewDocument<'_> {
    /// The file as it will be kept; [`NewFile::check`] says what is wrong with it.
    pub fn file(&self, conference: ConferenceId) -> NewFile<'_> {
        NewFile {
            conference,
            kind: "admission_document",
            name: self.name,
            content: self.content,
            allowed: TYPES,
            limit: MOST_BYTES,
            purge_on: None,
            sealed_with: Some(self.sealer),
        }
    }
}

/// Takes documents away from an application and puts others beside it. Whoever calls has written or locked the application.
///
/// # Errors
/// Refused when there would be too many, or one cannot be kept.
pub async fn keep_documents(
    tx: &mut Connection,
    (conference, application): (ConferenceId, ApplicationId),
    (removed, added): (&[ApplicationDocumentId], &[NewDocument<'_>]),
    now: Moment,
) -> Answer<()> {
    let present = queries::documents_of(tx, conference, application).await?;
    let (gone, kept): (Vec<_>, Vec<_>) = present.into_iter().partition(|one| removed.contains(&one.id));
    for one in &gone {
        queries::delete_document(tx, one.id).await?;
        forget(tx, conference, one.file_id).await?;
    }
    let mut free = (1..=MOST_DOCUMENTS as i32).filter(|place| kept.iter().all(|one| one.ordinal != *place));
    for new in added {
        let place = free.next().ok_or_else(|| Problem::refused("admission-documents-too-many"))?;
        let file = store(tx, &new.file(conference), now).await?;
        queries::insert_document(tx, application, (file, place), now).await?;
    }
    Ok(())
}
