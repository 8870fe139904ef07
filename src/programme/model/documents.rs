//! Papers of a session.

use diesel::prelude::*;

use crate::files::FileType;
use crate::ids::{FileId, SessionDocumentId};
use crate::schema::session_document;

/// A paper of a session.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = session_document)]
pub struct Document {
    pub id: SessionDocumentId,
    pub file_id: FileId,
    pub title: String,
    /// The code of the language it is written in.
    pub language: String,
    /// Whether everybody may read it once the session is public.
    pub is_public: bool,
}

/// The most bytes of a paper.
pub const DOCUMENT_BYTES: usize = 20 * 1024 * 1024;

/// What papers may be: PDF and the files of the usual offices.
pub const DOCUMENT_TYPES: &[FileType] =
    &[FileType::Pdf, FileType::Docx, FileType::Xlsx, FileType::Pptx, FileType::Odt, FileType::Ods, FileType::Odp];
