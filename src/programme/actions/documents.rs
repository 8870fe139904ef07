//! Adding, showing and taking away the papers of a session.

use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Connection;
use crate::files::{NewFile, forget, store};
use crate::ids::{ConferenceId, SessionDocumentId, SessionId};
use crate::programme::model::{DOCUMENT_BYTES, DOCUMENT_TYPES};
use crate::programme::queries::{self, NewDocument};
use crate::web::{Answer, Sent, announce};

/// A paper as its file is handed in.
pub fn document_file(conference: ConferenceId, sent: &Sent) -> NewFile<'_> {
    NewFile {
        conference,
        kind: "session_document",
        name: &sent.name,
        content: &sent.bytes,
        allowed: DOCUMENT_TYPES,
        limit: DOCUMENT_BYTES,
        purge_on: None,
        sealed_with: None,
    }
}

/// Keeps a paper of a session.
///
/// # Errors
/// Refused when the file is none of the types, too large or empty.
pub async fn add_document(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    session: SessionId,
    sent: &Sent,
    (title, language, is_public): (&str, &str, bool),
    now: Moment,
) -> Answer<()> {
    let conference = by.conference_id();
    let file = store(tx, &document_file(conference, sent), now).await?;
    let new = NewDocument { session, file, title, language, is_public, by: by.account(), now };
    queries::insert_document(tx, conference, &new).await?;
    note(tx, by, session, "add_document", now).await
}

/// What is done to a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentAct {
    Publish,
    Withhold,
    Remove,
}

/// Shows a paper to everybody, keeps it to staff, or takes it away with its file.
///
/// # Errors
/// Not found when the session has no such paper.
pub async fn change_document(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    (session, id): (SessionId, SessionDocumentId),
    act: DocumentAct,
    now: Moment,
) -> Answer<()> {
    let conference = by.conference_id();
    let document = queries::document(tx, conference, session, id).await?;
    let verb = match act {
        DocumentAct::Publish => {
            queries::set_public(tx, conference, id, true).await?;
            "publish_document"
        }
        DocumentAct::Withhold => {
            queries::set_public(tx, conference, id, false).await?;
            "withhold_document"
        }
        DocumentAct::Remove => {
            queries::remove_document(tx, conference, id).await?;
            forget(tx, conference, document.file_id).await?;
            "remove_document"
        }
    };
    note(tx, by, session, verb, now).await
}

async fn note(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    session: SessionId,
    act: &str,
    now: Moment,
) -> Answer<()> {
    let conference = by.conference_id();
    record(tx, Some(conference), Who::Account(by.account()), act, ("session", session.0), now).await?;
    announce(tx, &format!("programme:{conference}")).await
}
