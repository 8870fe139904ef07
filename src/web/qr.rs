//! QR codes as pages draw them: one path, in black on white whatever the theme.

use std::fmt::Write;

use super::{Answer, Problem};

/// Modules of quiet round the code, on every side.
const QUIET: usize = 4;

/// A code to be drawn: `viewBox="0 0 side side"`, white ground, black path.
pub struct Qr {
    pub side: usize,
    pub path: String,
}

/// The code of a text. Each row's dark modules are runs: no hairlines between modules.
///
/// # Errors
/// Broken where the text is too long for any code.
pub fn qr(text: &str) -> Answer<Qr> {
    let code = qrcode::QrCode::new(text).map_err(|error| Problem::broken(error.to_string()))?;
    let (side, modules) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (row, colours) in modules.chunks(side).enumerate() {
        let mut at = 0;
        while at < side {
            let run = colours[at..].iter().take_while(|colour| **colour == qrcode::Color::Dark).count();
            if run > 0 {
                // Writing into a String cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", at + QUIET, row + QUIET);
            }
            at += run.max(1);
        }
    }
    Ok(Qr { side: side + 2 * QUIET, path })
}
