//! A QR code as text, two modules to a character, for the start message of `serve --lan`.

use qrcode::{EcLevel, QrCode, types::QrError};

/// The light border that readers need.
const QUIET: usize = 2;

/// Draws `text` as a QR code. `coloured` paints it black on white whatever the terminal's colours are; without it the light
/// modules are drawn, which suits dark terminals and logs. Fails only if the text is too long.
pub fn qr_code(text: &str, coloured: bool) -> Result<String, QrError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L)?;
    let width = code.width();
    let modules = code.to_colors();
    let dark = |x: usize, y: usize| {
        let inside = (QUIET..QUIET + width).contains(&x) && (QUIET..QUIET + width).contains(&y);
        inside && modules[(y - QUIET) * width + (x - QUIET)] == qrcode::Color::Dark
    };
    let side = width + 2 * QUIET;
    let mut lines = Vec::with_capacity(side.div_ceil(2));
    for y in (0..side).step_by(2) {
        let line: String = (0..side)
            .map(|x| match (dark(x, y) == coloured, (y + 1 < side && dark(x, y + 1)) == coloured) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            })
            .collect();
        lines.push(if coloured { format!("\x1b[30;107m{line}\x1b[0m") } else { line });
    }
    Ok(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the drawing back into light (false) and dark (true) modules.
    fn modules(drawn: &str, coloured: bool) -> Vec<Vec<bool>> {
        let mut rows = Vec::new();
        for line in drawn.lines() {
            let line = line.trim_start_matches("\x1b[30;107m").trim_end_matches("\x1b[0m");
            let half = |full: char| line.chars().map(|c| (c == '█' || c == full) == coloured).collect::<Vec<_>>();
            rows.push(half('▀'));
            rows.push(half('▄'));
        }
        rows
    }

    #[test]
    fn what_is_drawn_is_the_code_with_a_border_in_either_style() {
        let text = "https://192.168.1.20:8443/";
        let code = QrCode::with_error_correction_level(text, EcLevel::L).unwrap();
        let colors = code.to_colors();
        for coloured in [true, false] {
            let rows = modules(&qr_code(text, coloured).unwrap(), coloured);
            for (y, row) in rows.iter().enumerate() {
                for (x, &dark) in row.iter().enumerate() {
                    let inside =
                        (QUIET..QUIET + code.width()).contains(&x) && (QUIET..QUIET + code.width()).contains(&y);
                    let expected = inside && colors[(y - QUIET) * code.width() + x - QUIET] == qrcode::Color::Dark;
                    assert_eq!(dark, expected, "{x}, {y}");
                }
            }
        }
    }

    #[test]
    fn an_address_fits_a_terminal() {
        let drawn = qr_code("https://[fd12:3456:789a:1:2345:6789:abcd:ef01]:8443/lan/authority.crt", false).unwrap();
        assert!(drawn.lines().count() <= 24 && drawn.lines().all(|line| line.chars().count() <= 80));
    }
}
