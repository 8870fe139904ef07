//! Rows of stored files, and the few types that a file may have.

use diesel::prelude::*;

use crate::clock::{Day, Moment};
use crate::ids::FileId;
use crate::schema::stored_file;

crate::text_enum! {
    /// What people may hand in. Everything else is refused: no page of ours needs it, and some of it would be dangerous.
    pub enum FileType {
        Jpeg = "image/jpeg",
        Png = "image/png",
        Webp = "image/webp",
        Pdf = "application/pdf",
        Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        Odt = "application/vnd.oasis.opendocument.text",
        Ods = "application/vnd.oasis.opendocument.spreadsheet",
        Odp = "application/vnd.oasis.opendocument.presentation",
    }
}

impl FileType {
    /// Every picture.
    pub const PICTURES: &'static [Self] = &[Self::Jpeg, Self::Png, Self::Webp];
    /// A letter or a scan: a PDF alone.
    pub const LETTER: &'static [Self] = &[Self::Pdf];
    /// A scan or a photograph of a paper.
    pub const PAPER: &'static [Self] = &[Self::Jpeg, Self::Png, Self::Webp, Self::Pdf];

    /// What the content is, whatever the name or the browser says.
    pub fn of(content: &[u8]) -> Option<Self> {
        infer::get(content).and_then(|kind| Self::parse(kind.mime_type()))
    }

    /// How such a file's name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Odp => "odp",
        }
    }

    /// Whether a browser shows it by itself; the rest is saved, never opened in a page.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp | Self::Pdf)
    }
}

/// What is known of a stored file without reading it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = stored_file)]
pub struct FileHead {
    pub id: FileId,
    /// What it is for: `portrait`, `letter`, `identity_document` ...
    pub kind: String,
    /// The name it had on its sender's machine, for people alone.
    pub name: String,
    /// A [`FileType`], or another type for files that the program itself made.
    pub media_type: String,
    /// Bytes, as they were handed in.
    pub size: i64,
    /// SHA-256: of the content, or of the sealed content where it is sealed.
    pub digest: Vec<u8>,
    pub sealed: bool,
    pub created_at: Moment,
    pub purge_on: Option<Day>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_holds_and_not_what_it_is_called() {
        assert_eq!(FileType::of(b"%PDF-1.7\n..."), Some(FileType::Pdf));
        assert_eq!(FileType::of(&[0xff, 0xd8, 0xff, 0xe0, 0, 0]), Some(FileType::Jpeg));
        assert_eq!(FileType::of(b"\x89PNG\r\n\x1a\n"), Some(FileType::Png));
        assert_eq!(FileType::of(b"RIFF\0\0\0\0WEBPVP8 "), Some(FileType::Webp));
        let hostile: [&[u8]; 6] =
            [b"<html><script>", b"<svg xmlns=''>", b"MZ\x90\0", b"PK\x03\x04", b"GIF89a", b"\x1f\x8b\x08"];
        assert!(hostile.iter().all(|content| FileType::of(content).is_none()));
        assert_eq!(FileType::of(b""), None);
    }
}
