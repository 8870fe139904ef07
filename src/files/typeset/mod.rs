//! Typesetting mechanics: text of every script shaped and fitted, shapes, pictures and QR codes on PDF pages.
//!
//! What a page says and where stands in the rooms that print (badges first); here is only how. parley shapes and breaks
//! text with the fonts of `fonts`, krilla writes the PDF. Lengths are millimetres from the upper left
//! corner, font sizes points.

mod canvas;
mod fonts;
mod glyphs;
mod ornament;
mod qr;
mod text;

pub use canvas::{Align, Canvas, Ink, Pdf, PdfError, Pen, Spot};
pub use fonts::Face;
pub use ornament::{guilloche, rosette};
pub use qr::{Qr, TooLong};
pub use text::{Block, Direction, Room, Style, Typesetter, direction};

/// Where the fonts of this machine are: `FONT_DIRS`, else where Debian keeps them.
pub fn font_folders() -> Vec<std::path::PathBuf> {
    let folders = std::env::var_os("FONT_DIRS").unwrap_or_else(|| "/usr/share/fonts".into());
    std::env::split_paths(&folders).collect()
}

/// Points in a millimetre.
const POINTS: f32 = 72.0 / 25.4;
