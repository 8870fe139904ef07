//! Documents of applications for admission.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::delegations::model::ApplicationDocument;
use crate::ids::{ApplicationDocumentId, ApplicationId, ConferenceId, FileId};
use crate::schema::{admission_application, admission_document, stored_file};
use crate::web::{Answer, Problem};

type Columns = (admission_document::id, admission_document::ordinal, admission_document::file_id, stored_file::name);

const COLUMNS: Columns =
    (admission_document::id, admission_document::ordinal, admission_document::file_id, stored_file::name);

/// What came with an application, in the order in which it was sent.
pub async fn documents_of(
    connection: &mut Connection,
    conference: ConferenceId,
    application: ApplicationId,
) -> Answer<Vec<ApplicationDocument>> {
    Ok(admission_document::table
        .inner_join(stored_file::table.on(stored_file::id.eq(admission_document::file_id)))
        .inner_join(admission_application::table)
        .filter(admission_application::conference_id.eq(conference))
        .filter(admission_document::application_id.eq(application))
        .order(admission_document::ordinal)
        .select(COLUMNS)
        .load(connection)
        .await?)
}

/// One of them.
///
/// # Errors
/// Not found when there is none.
pub async fn document_by_id(
    connection: &mut Connection,
    conference: ConferenceId,
    application: ApplicationId,
    id: ApplicationDocumentId,
) -> Answer<ApplicationDocument> {
    let all = documents_of(connection, conference, application).await?;
    all.into_iter().find(|one| one.id == id).ok_or(Problem::NotFound)
}

/// How many documents each application of a conference has, of those that have any.
pub async fn count_documents(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(ApplicationId, i64)>> {
    Ok(admission_document::table
        .inner_join(admission_application::table)
        .filter(admission_application::conference_id.eq(conference))
        .group_by(admission_document::application_id)
        .select((admission_document::application_id, diesel::dsl::count_star()))
        .load(connection)
        .await?)
}

/// Puts a stored file beside an application.
pub async fn insert_document(
    tx: &mut Connection,
    application: ApplicationId,
    (file, ordinal): (FileId, i32),
    now: Moment,
) -> Answer<()> {
    diesel::insert_into(admission_document::table)
        .values((
            admission_document::id.eq(ApplicationDocumentId::new()),
            admission_document::application_id.eq(application),
            admission_document::file_id.eq(file),
            admission_document::ordinal.eq(ordinal),
            admission_document::added_at.eq(now),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Takes a document away; its file is let go by whoever asked.
pub async fn delete_document(tx: &mut Connection, id: ApplicationDocumentId) -> Answer<()> {
    diesel::delete(admission_document::table.find(id)).execute(tx).await?;
    Ok(())
}
