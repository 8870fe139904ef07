//! Badges on paper: A6 sheets from plain data, one page each, and the A4 sheet that people print at home.
//!
//! Texts arrive translated and formatted; nothing here knows a table or a language. What a badge looks like stands in
//! `typeset/face.rs`.

mod face;
mod home;
mod pattern;

use crate::conferences::Pattern;
use crate::files::typeset::{Pdf, PdfError, Qr, TooLong, Typesetter};

pub use home::{HomeTexts, home_pdf};

/// A badge's width and height in millimetres: A6 upright.
pub const SIZE: (f32, f32) = (105.0, 148.0);

/// Everything one badge shows.
#[derive(Clone, Debug)]
pub struct BadgeSheet {
    /// Short name of the conference.
    pub conference: String,
    /// Where and when: `Hà Nội, 25-26 October 2025`.
    pub place_and_dates: String,
    pub category: CategoryLook,
    /// The name on the badge, as its bearer wants it.
    pub name: String,
    /// The same in its own script, where that differs.
    pub native_name: Option<String>,
    /// Minister of Digital Transformation.
    pub functional_title: Option<String>,
    pub delegation: String,
    /// Head of delegation, alternate, adviser.
    pub composition: Option<String>,
    /// JPEG, 3:4. Heads of State and the like may have none.
    pub portrait: Option<Vec<u8>>,
    /// The 193 digits of the QR code.
    pub code: String,
    /// For people to read and type: `No. 000 417`.
    pub number: String,
    /// Short signs of the areas it opens, each shown in a box.
    pub areas: Vec<String>,
    /// `24-26 Oct`.
    pub validity: String,
}

/// How a category is told apart: by letter, word, colour and pattern, so that no one of them is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryLook {
    pub letter: String,
    pub word: String,
    pub colour: [u8; 3],
    pub pattern: Pattern,
}

/// Why no badges were typeset, and at which sheet (from 0).
#[derive(Debug, thiserror::Error)]
pub enum BadgeError {
    #[error("sheet {0}: {1}")]
    Picture(usize, PdfError),
    #[error("sheet {0}: the code is {1}")]
    Code(usize, TooLong),
    #[error(transparent)]
    Writing(PdfError),
}

/// One page for each sheet. `done` is told after each how many are drawn; hundreds take a second or two, so call this
/// off the async threads and in portions.
pub fn badge_pdf(
    setter: &mut Typesetter,
    sheets: &[BadgeSheet],
    done: &mut impl FnMut(usize),
) -> Result<Vec<u8>, BadgeError> {
    let title = sheets.first().map_or("", |sheet| &sheet.conference);
    let mut pdf = Pdf::new(setter, title, None);
    for (at, sheet) in sheets.iter().enumerate() {
        let qr = Qr::of(&sheet.code).map_err(|error| BadgeError::Code(at, error))?;
        let drawn = pdf.page(SIZE.0, SIZE.1, |canvas| face::draw(canvas, sheet, &qr));
        drawn.map_err(|error| BadgeError::Picture(at, error))?;
        done(at + 1);
    }
    pdf.finish().map_err(BadgeError::Writing)
}

/// The sheets that have characters no font can show, with those characters: to be mended before printing.
pub fn unprintable(setter: &mut Typesetter, sheets: &[BadgeSheet]) -> Vec<(usize, Vec<char>)> {
    let mut found = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let optional = [&sheet.native_name, &sheet.functional_title, &sheet.composition].into_iter().flatten();
        let always = [&sheet.name, &sheet.delegation, &sheet.conference, &sheet.place_and_dates, &sheet.category.word];
        let text = always.into_iter().chain(optional).map(String::as_str).collect::<Vec<_>>().join(" ");
        let missing = setter.missing_glyphs(&text);
        if !missing.is_empty() {
            found.push((at, missing));
        }
    }
    found
}
