//! Papers of sessions, and the sessions of a series.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, FileId, SeriesId, SessionDocumentId, SessionId};
use crate::programme::model::{Document, Session};
use crate::schema::{session, session_document, stored_file};
use crate::web::{Answer, Problem};

/// A paper with the name, the type and the bytes of its file.
pub type DocumentRow = (Document, String, String, i64);

/// The papers of a session, in the order in which they came.
pub async fn documents(
    connection: &mut Connection,
    conference: ConferenceId,
    of: SessionId,
) -> Answer<Vec<DocumentRow>> {
    Ok(session_document::table
        .inner_join(stored_file::table.on(stored_file::id.eq(session_document::file_id)))
        .filter(session_document::conference_id.eq(conference))
        .filter(session_document::session_id.eq(of))
        .order((session_document::added_at, session_document::id))
        .select((Document::as_select(), stored_file::name, stored_file::media_type, stored_file::size))
        .load(connection)
        .await?)
}

/// One paper of a session.
///
/// # Errors
/// Not found when the session has none of that key.
pub async fn document(
    connection: &mut Connection,
    conference: ConferenceId,
    of: SessionId,
    id: SessionDocumentId,
) -> Answer<Document> {
    let found = session_document::table
        .find(id)
        .filter(session_document::conference_id.eq(conference))
        .filter(session_document::session_id.eq(of))
        .select(Document::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// A paper as it is added.
pub struct NewDocument<'a> {
    pub session: SessionId,
    pub file: FileId,
    pub title: &'a str,
    pub language: &'a str,
    pub is_public: bool,
    pub by: AccountId,
    pub now: Moment,
}

pub async fn insert_document(tx: &mut Connection, conference: ConferenceId, new: &NewDocument<'_>) -> Answer<()> {
    diesel::insert_into(session_document::table)
        .values((
            session_document::id.eq(SessionDocumentId::new()),
            session_document::conference_id.eq(conference),
            session_document::session_id.eq(new.session),
            session_document::file_id.eq(new.file),
            session_document::title.eq(new.title),
            session_document::language.eq(new.language),
            session_document::is_public.eq(new.is_public),
            session_document::added_at.eq(new.now),
            session_document::added_by.eq(Some(new.by)),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Shows a paper to everybody, or to staff alone.
pub async fn set_public(
    tx: &mut Connection,
    conference: ConferenceId,
    id: SessionDocumentId,
    is_public: bool,
) -> Answer<()> {
    let target = session_document::table.find(id).filter(session_document::conference_id.eq(conference));
    diesel::update(target).set(session_document::is_public.eq(is_public)).execute(tx).await?;
    Ok(())
}

pub async fn remove_document(tx: &mut Connection, conference: ConferenceId, id: SessionDocumentId) -> Answer<()> {
    let target = session_document::table.find(id).filter(session_document::conference_id.eq(conference));
    diesel::delete(target).execute(tx).await?;
    Ok(())
}

/// Marks sessions as one slot repeated.
pub async fn set_series(
    tx: &mut Connection,
    conference: ConferenceId,
    sessions: &[SessionId],
    series: SeriesId,
) -> Answer<()> {
    let target = session::table.filter(session::conference_id.eq(conference)).filter(session::id.eq_any(sessions));
    diesel::update(target).set(session::series_id.eq(Some(series))).execute(tx).await?;
    Ok(())
}

/// The series that a session belongs to, if it does, and the others of it by time.
pub async fn series_of(
    connection: &mut Connection,
    conference: ConferenceId,
    id: SessionId,
) -> Answer<(Option<SeriesId>, Vec<Session>)> {
    let series: Option<SeriesId> = session::table
        .find(id)
        .filter(session::conference_id.eq(conference))
        .select(session::series_id)
        .first(connection)
        .await?;
    let Some(series) = series else { return Ok((None, Vec::new())) };
    let others = session::table
        .filter(session::conference_id.eq(conference))
        .filter(session::series_id.eq(series))
        .filter(session::id.ne(id))
        .order((session::starts_at.asc().nulls_last(), session::number))
        .select(Session::as_select())
        .load(connection)
        .await?;
    Ok((Some(series), others))
}
