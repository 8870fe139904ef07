//! QR codes as modules; drawn as one path on paper, as pixels in mails.

use qrcode::{Color, EcLevel, QrCode};

/// A QR code at error correction level M.
#[derive(Clone, Debug)]
pub struct Qr {
    width: usize,
    dark: Vec<bool>,
}

/// The text does not fit any QR code.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("too long for a QR code")]
pub struct TooLong;

impl Qr {
    pub fn of(text: &str) -> Result<Qr, TooLong> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| TooLong)?;
        let width = code.width();
        Ok(Qr { width, dark: code.to_colors().into_iter().map(|colour| colour == Color::Dark).collect() })
    }

    /// Modules on a side, without the quiet zone of four that must surround them.
    pub fn width(&self) -> usize {
        self.width
    }

    /// False outside, so that a quiet zone can be asked for like the rest.
    pub fn is_dark(&self, column: isize, row: isize) -> bool {
        let inside = |at: isize| usize::try_from(at).ok().filter(|at| *at < self.width);
        inside(column).zip(inside(row)).is_some_and(|(column, row)| self.dark[row * self.width + column])
    }

    /// Dark stretches as (column, row, length).
    pub(super) fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs = Vec::new();
        for (row, modules) in self.dark.chunks(self.width).enumerate() {
            let mut column = 0;
            for stretch in modules.chunk_by(|one, next| one == next) {
                if stretch[0] {
                    runs.push((column, row, stretch.len()));
                }
                column += stretch.len();
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_cover_exactly_the_dark_modules() {
        let qr = Qr::of("4562440617622195218641171605700").unwrap();
        let mut drawn = vec![false; qr.width() * qr.width()];
        for (column, row, length) in qr.runs() {
            drawn[row * qr.width() + column..][..length].fill(true);
        }
        assert_eq!(drawn, qr.dark);
    }

    #[test]
    fn the_quiet_zone_is_light() {
        let qr = Qr::of("1").unwrap();
        assert!(qr.is_dark(0, 0) && !qr.is_dark(-1, 0) && !qr.is_dark(0, qr.width() as isize));
    }

    #[test]
    fn a_book_is_no_qr_code() {
        assert!(Qr::of(&"9".repeat(8000)).is_err());
    }
}
