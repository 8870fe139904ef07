//! Filing a letter: a new version beside the earlier ones.

use serde_json::json;

use super::record;
use crate::audit::Who;
use crate::clock::Moment;
use crate::conferences::Conference;
use crate::db::Connection;
use crate::delegations::model::LetterKind;
use crate::delegations::queries::{self, NewLetter};
use crate::files::{FileType, NewFile, Sealer, store};
use crate::ids::{AccountId, DelegationId, LetterId};
use crate::web::Answer;

/// The most bytes of a letter: 10 MiB.
const MOST_BYTES: usize = 10 * 1024 * 1024;

/// A letter as it came in.
pub struct NewLetterFile<'a> {
    pub kind: LetterKind,
    pub name: &'a str,
    pub content: &'a [u8],
    /// The roster of a delegation is personal data, so that a letter is sealed at rest.
    pub sealer: &'a Sealer,
}

impl NewLetterFile<'_> {
    /// The file as it will be kept; [`NewFile::check`] says what is wrong with it.
    pub fn file(&self, conference: &Conference) -> NewFile<'_> {
        NewFile {
            conference: conference.id,
            kind: "letter",
            name: self.name,
            content: self.content,
            allowed: FileType::LETTER,
            limit: MOST_BYTES,
            purge_on: None,
            sealed_with: Some(self.sealer),
        }
    }
}

/// Files a letter for a delegation; whoever calls has shown the right to (focal point, organiser).
///
/// # Errors
/// Refused when it is not a PDF or too large.
pub async fn file_letter(
    tx: &mut Connection,
    conference: &Conference,
    delegation: DelegationId,
    by: AccountId,
    letter: &NewLetterFile<'_>,
    now: Moment,
) -> Answer<LetterId> {
    // Versions are counted one after another.
    queries::lock_delegation(tx, conference.id, delegation).await?;
    let file = store(tx, &letter.file(conference), now).await?;
    let version = queries::next_letter_version(tx, delegation, letter.kind).await?;
    let new = NewLetter { conference: conference.id, delegation, kind: letter.kind, version, file, by };
    let id = queries::insert_letter(tx, &new, now).await?;
    let facts = json!({ "letter": letter.kind.as_str(), "version": version });
    record(tx, Who::Account(by), "letter_filed", (conference.id, delegation), facts, now).await?;
    Ok(id)
}
