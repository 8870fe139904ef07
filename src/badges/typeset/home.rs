//! The badge for people who print it themselves: A4 with the A6 badge at its true size, marks to cut along, and what to
//! do with it.

use super::{BadgeError, BadgeSheet, SIZE, face};
use crate::files::typeset::{Align, Canvas, Ink, Pdf, Pen, Qr, Room, Spot, Style, Typesetter};

const A4: (f32, f32) = (210.0, 297.0);
/// Upper left corner of the badge: centred, high enough that the fold and the text are below.
const CORNER: (f32, f32) = ((A4.0 - SIZE.0) / 2.0, 28.0);

/// What stands around the badge, translated.
#[derive(Clone, Debug)]
pub struct HomeTexts {
    pub title: String,
    /// One sentence each, numbered here: print at true size, cut, bring your passport.
    pub steps: Vec<String>,
    /// BCP 47, so that screen readers speak it right.
    pub language: String,
}

/// One A4 page with one badge.
pub fn home_pdf(setter: &mut Typesetter, sheet: &BadgeSheet, texts: &HomeTexts) -> Result<Vec<u8>, BadgeError> {
    let qr = Qr::of(&sheet.code).map_err(|error| BadgeError::Code(0, error))?;
    let mut pdf = Pdf::new(setter, &texts.title, Some(&texts.language));
    let drawn = pdf.page(A4.0, A4.1, |canvas| {
        around(canvas, texts);
        canvas.shifted(CORNER.0, CORNER.1, |canvas| face::draw(canvas, sheet, &qr))
    });
    drawn.map_err(|error| BadgeError::Picture(0, error))?;
    pdf.finish().map_err(BadgeError::Writing)
}

fn around(canvas: &mut Canvas<'_>, texts: &HomeTexts) {
    let ink = Ink::of([24, 34, 46]);
    let title = canvas.fit(&texts.title, Style::serif(500, 15.0), Room { width: 170.0, lines: 1, least: 9.0 });
    canvas.text(&title, Spot { x: 20.0, baseline: 16.0, width: 170.0, align: Align::Centre }, ink);
    canvas.stroke(marks(), 0.15, Ink::BLACK);
    let mut baseline = CORNER.1 + SIZE.1 + 20.0;
    for (at, step) in texts.steps.iter().enumerate() {
        let number = canvas.line(&format!("{}.", at + 1), Style::sans(600, 11.0));
        let text = canvas.fit(
            step,
            Style { leading: 1.35, ..Style::sans(400, 11.0) },
            Room { width: 130.0, lines: 3, least: 8.0 },
        );
        let (number_x, text_x) = match text.direction() {
            crate::files::typeset::Direction::LeftToRight => (35.0, 43.0),
            crate::files::typeset::Direction::RightToLeft => (170.0, 37.0),
        };
        canvas.text(&number, Spot { x: number_x, baseline, width: 6.0, align: Align::Left }, ink);
        canvas.text(&text, Spot { x: text_x, baseline, width: 130.0, align: Align::Start }, ink);
        baseline += text.depth() + 7.5;
    }
}

/// Two strokes at each corner, off the badge, so that none is left on it after the cut.
fn marks() -> Pen {
    let (left, top) = CORNER;
    let (right, low) = (left + SIZE.0, top + SIZE.1);
    let mut pen = Pen::new();
    for (x, outward) in [(left, -1.0), (right, 1.0)] {
        for (y, away) in [(top, -1.0), (low, 1.0)] {
            pen.move_to(x + outward * 2.0, y);
            pen.line_to(x + outward * 9.0, y);
            pen.move_to(x, y + away * 2.0);
            pen.line_to(x, y + away * 9.0);
        }
    }
    pen
}
