//! A ZIP file of portraits, unpacked within limits: so many files, so much altogether, so many times its own size. What the
//! archive declares of itself is not believed; what comes out is counted.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::BYTES;
use crate::language::Message;
use crate::web::Sent;

/// The most files that are taken out of one archive.
const MOST_FILES: usize = 120;
/// What they may unpack to, all together.
const MOST_UNPACKED: usize = 64 * 1024 * 1024;
/// How many times its own size an archive may unpack to, beyond [`FREE`]: pictures are packed already.
const MOST_TIMES: usize = 20;
/// What any archive may unpack to.
const FREE: usize = 4 * 1024 * 1024;
/// The longest name of a file, in letters.
const NAME: usize = 120;

/// Why nothing is taken out of an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unopened {
    Damaged,
    /// It is locked with a password.
    Locked,
    TooLarge,
    TooManyFiles,
    Empty,
}

const UNOPENED: &[(Unopened, &str)] = &[
    (Unopened::Damaged, "zip-damaged"),
    (Unopened::Locked, "zip-locked"),
    (Unopened::TooLarge, "zip-too-large"),
    (Unopened::TooManyFiles, "zip-too-many-files"),
    (Unopened::Empty, "zip-empty"),
];

impl Unopened {
    /// As it is stored beside an archive that cannot be used.
    pub fn code(self) -> String {
        UNOPENED.iter().find(|(one, _)| *one == self).map_or("zip-damaged", |(_, code)| code).to_owned()
    }

    /// Reads what [`Unopened::code`] wrote.
    pub fn of_code(code: &str) -> Option<Self> {
        UNOPENED.iter().find(|(_, known)| *known == code).map(|(one, _)| *one)
    }
}

impl From<Unopened> for Message {
    fn from(why: Unopened) -> Self {
        match why {
            Unopened::Damaged => Self::new("portraits-zip-damaged"),
            Unopened::Locked => Self::new("portraits-zip-locked"),
            Unopened::TooLarge => Self::new("portraits-zip-too-large"),
            Unopened::TooManyFiles => Self::new("portraits-zip-too-many-files").with("most", MOST_FILES),
            Unopened::Empty => Self::new("portraits-zip-empty"),
        }
    }
}

/// Whether this is an archive of files. The documents of office programs are archives, too, and hold no portraits by name.
pub fn is_archive(bytes: &[u8]) -> bool {
    let begins = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06");
    begins && !is_office_document(bytes)
}

/// The first file of such a document says what it is, and nothing is unpacked to know it.
fn is_office_document(bytes: &[u8]) -> bool {
    let first = bytes.get(30..).unwrap_or_default();
    ["[Content_Types].xml", "mimetype", "_rels/", "docProps/"].iter().any(|name| first.starts_with(name.as_bytes()))
}

/// The files of an archive under their own names, without folders and without what systems put beside them. A file that is
/// larger than a picture may be comes without its bytes.
///
/// # Errors
/// Why nothing is taken out of it.
pub fn unpack(bytes: &[u8]) -> Result<Vec<Sent>, Unopened> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unopened::Damaged)?;
    // Folders and what systems put beside each file are counted, too, but not as pictures.
    if archive.len() > 4 * MOST_FILES {
        return Err(Unopened::TooManyFiles);
    }
    let most = MOST_UNPACKED.min(FREE + MOST_TIMES * bytes.len());
    let (mut files, mut unpacked) = (Vec::new(), 0);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => Unopened::Locked,
            _ => Unopened::Damaged,
        })?;
        let name = name_of(&part);
        if part.is_dir() || is_beside(&name, part.name_raw()) {
            continue;
        }
        if files.len() == MOST_FILES {
            return Err(Unopened::TooManyFiles);
        }
        let mut content = Vec::new();
        let room = (most - unpacked).min(BYTES) as u64 + 1;
        part.take(room).read_to_end(&mut content).map_err(|_| Unopened::Damaged)?;
        unpacked += content.len();
        if unpacked > most {
            return Err(Unopened::TooLarge);
        }
        let too_large = content.len() > BYTES;
        if too_large {
            content = Vec::new();
        }
        files.push(Sent { field: String::new(), name, bytes: content, too_large });
    }
    if files.is_empty() { Err(Unopened::Empty) } else { Ok(files) }
}

/// The last part of its path. Many programs write UTF-8 without saying so.
fn name_of<R: Read>(part: &zip::read::ZipFile<'_, R>) -> String {
    let raw = String::from_utf8(part.name_raw().to_vec()).ok();
    let whole = raw.or_else(|| part.name().ok().map(|name| name.into_owned())).unwrap_or_default();
    let last = whole.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|letter| !letter.is_control()).take(NAME).collect()
}

/// What macOS and Windows leave in folders.
fn is_beside(name: &str, path: &[u8]) -> bool {
    name.starts_with('.')
        || path.starts_with(b"__MACOSX/")
        || ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn names(files: &[Sent]) -> Vec<&str> {
        files.iter().map(|file| file.name.as_str()).collect()
    }

    #[test]
    fn files_come_out_under_their_own_names() {
        let packed = archive(&[
            ("faces/Nguyễn Văn.jpg", b"1"),
            ("__MACOSX/faces/._Nguyễn Văn.jpg", b"2"),
            ("faces/.DS_Store", b"3"),
            ("Thumbs.db", b"4"),
            ("../../etc/passwd", b"5"),
        ]);
        assert!(is_archive(&packed));
        assert_eq!(names(&unpack(&packed).unwrap()), ["Nguyễn Văn.jpg", "passwd"]);
    }

    #[test]
    fn a_small_file_that_unpacks_to_a_huge_one_is_let_be() {
        let huge = vec![0; MOST_UNPACKED / 5];
        let packed = archive(&[("a.jpg", &huge)]);
        assert!(packed.len() < huge.len() / 500, "{}", packed.len());
        assert_eq!(unpack(&packed).err(), Some(Unopened::TooLarge));
    }

    #[test]
    fn a_picture_that_is_too_large_comes_without_its_bytes() {
        // What cannot be packed any further.
        let mut state = 88_172_645_463_325_252_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        };
        let noise: Vec<u8> = (0..=BYTES).map(|_| next()).collect();
        let files = unpack(&archive(&[("a.jpg", &noise), ("b.jpg", b"b")])).unwrap();
        assert_eq!(
            files.iter().map(|file| (file.too_large, file.bytes.len())).collect::<Vec<_>>(),
            [(true, 0), (false, 1)]
        );
    }

    #[test]
    fn too_many_files_none_and_damaged_ones_are_told_apart() {
        let many: Vec<String> = (0..=MOST_FILES).map(|number| format!("{number}.jpg")).collect();
        let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
        assert_eq!(unpack(&archive(&many)).err(), Some(Unopened::TooManyFiles));
        assert_eq!(unpack(&archive(&many[1..])).map(|files| files.len()).ok(), Some(MOST_FILES));
        assert_eq!(unpack(&archive(&[])).err(), Some(Unopened::Empty));
        let whole = archive(&[("a.jpg", b"a")]);
        assert_eq!(unpack(&whole[..whole.len() - 20]).err(), Some(Unopened::Damaged));
    }

    #[test]
    fn a_document_of_an_office_is_no_archive_of_pictures() {
        assert!(!is_archive(&archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")])));
        assert!(!is_archive(&archive(&[("mimetype", b"application/vnd.oasis.opendocument.text")])));
        assert!(!is_archive(b"%PDF-1.7") && !is_archive(b"PK"));
    }

    #[test]
    fn what_is_kept_of_a_reason_is_read_again() {
        for (why, _) in UNOPENED {
            assert_eq!(Unopened::of_code(&why.code()), Some(*why));
        }
        assert_eq!(Unopened::of_code("heic"), None);
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(mut bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0usize..400) {
            let _ = unpack(&bytes);
            let whole = archive(&[("a.jpg", b"some bytes of a picture"), ("b.png", b"others")]);
            let cut = at % whole.len();
            bytes.splice(0..0, whole[..cut].iter().copied());
            let _ = unpack(&bytes);
        }
    }
}
