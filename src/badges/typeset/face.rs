//! The face of a badge. From top to bottom: a head in the category's colour with letter, pattern and conference; portrait
//! and code side by side; name, native script, title; delegation; areas and days; a foot with the category's word.
//!
//! A guard reads letter, colour, pattern and word from the head or from the foot, whichever is not covered by a hand or
//! a lanyard. Only the head's and foot's colour reach the edge: a cut two millimetres off harms nothing.

use super::pattern::{self, Area};
use super::{BadgeSheet, CategoryLook, SIZE};
use crate::conferences::Pattern;
use crate::files::typeset::{
    Align, Block, Canvas, Direction, Ink, PdfError, Pen, Qr, Room, Spot, Style, guilloche, rosette,
};

const MARGIN: f32 = 6.5;
const INNER: f32 = SIZE.0 - 2.0 * MARGIN;
const HEAD: f32 = 27.0;
const FOOT: f32 = 11.0;
/// Top of portrait and code.
const TOP: f32 = 31.4;
/// 3:4, as all portraits are.
const PORTRAIT: (f32, f32) = (36.0, 48.0);
/// Modules of 1.08 mm at version 5; the four modules of white around fit between portrait and margin.
const CODE: f32 = 40.0;

const INK: Ink = Ink::of([24, 34, 46]);
const SOFT: Ink = Ink::of([84, 94, 106]);
const HAIRLINE: Ink = Ink::of([205, 200, 188]);

pub fn draw(canvas: &mut Canvas<'_>, sheet: &BadgeSheet, qr: &Qr) -> Result<(), PdfError> {
    let look = &sheet.category;
    let [red, green, blue] = look.colour;
    canvas.stamp(&format!("{red} {green} {blue} {}", look.pattern), |canvas| grounds(canvas, look));
    head(canvas, sheet);
    portrait(canvas, sheet)?;
    canvas.qr(qr, SIZE.0 - MARGIN - CODE, TOP, CODE);
    let number = canvas.fit(&sheet.number, Style::sans(600, 12.0), Room { width: CODE, lines: 1, least: 8.0 });
    let below = TOP + PORTRAIT.1 - 0.1;
    canvas.text(&number, Spot { x: SIZE.0 - MARGIN - CODE, baseline: below, width: CODE, align: Align::Centre }, INK);
    person(canvas, sheet);
    areas(canvas, sheet);
    foot(canvas, look);
    Ok(())
}

/// White or ink, whichever is read better on this colour.
fn on(colour: [u8; 3]) -> Ink {
    let light = luminance(colour);
    let (against_white, against_ink) = (1.05 / (light + 0.05), (light + 0.05) / (luminance([24, 34, 46]) + 0.05));
    if against_white >= 4.5 || against_white > against_ink { Ink::WHITE } else { INK }
}

/// Relative luminance as WCAG 2 defines it.
fn luminance(colour: [u8; 3]) -> f32 {
    let [red, green, blue] = colour.map(|part| {
        let part = f32::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// What all badges of a category share.
fn grounds(canvas: &mut Canvas<'_>, look: &CategoryLook) {
    let (colour, over) = (Ink::of(look.colour), on(look.colour));
    let foot = SIZE.1 - FOOT;
    canvas.rectangle(0.0, 0.0, SIZE.0, HEAD, colour);
    canvas.rectangle(0.0, foot, SIZE.0, FOOT, colour);
    pattern::draw(canvas, look.pattern, Area { x: 0.0, y: 0.0, width: 32.0, height: HEAD }, over.at(0.55));
    pattern::draw(canvas, look.pattern, Area { x: SIZE.0 - 32.0, y: foot, width: 32.0, height: FOOT }, over.at(0.55));
    let from = if look.pattern == Pattern::Plain { 0.0 } else { 32.0 };
    let lines = guilloche(from, HEAD - 8.4, SIZE.0 - from, 7.2, 13, seed(look));
    canvas.stroke(lines, 0.09, over.at(0.7));
    let mut plate = Pen::new();
    plate.rounded(MARGIN, 4.0, 19.0, 19.0, 1.6);
    canvas.fill(plate, Ink::WHITE);
}

/// Each colour and letter has its own ornament.
fn seed(look: &CategoryLook) -> u32 {
    let [red, green, blue] = look.colour.map(u32::from);
    look.letter.chars().fold(red << 16 | green << 8 | blue, |seed, c| seed.rotate_left(5) ^ u32::from(c))
}

fn head(canvas: &mut Canvas<'_>, sheet: &BadgeSheet) {
    let look = &sheet.category;
    let dark = if on(look.colour) == Ink::WHITE { Ink::of(look.colour) } else { INK };
    let letter = canvas.fit(&look.letter, Style::serif(600, 45.0), Room { width: 17.0, lines: 1, least: 10.0 });
    // Capital letters of the serif are 0.698 em high.
    let baseline = 4.0 + 9.5 + letter.size() * 0.698 / 2.0 * 25.4 / 72.0;
    canvas.text(&letter, Spot { x: MARGIN, baseline, width: 19.0, align: Align::Centre }, dark);
    let (x, width) = (36.0, SIZE.0 - MARGIN - 36.0);
    let style = Style::serif(500, 15.0);
    let mut name = canvas.fit(&sheet.conference, style, Room { width, lines: 1, least: 1.0 });
    if name.size() < 12.0 {
        name = canvas.fit(&sheet.conference, Style { size: 12.0, ..style }, Room { width, lines: 2, least: 8.0 });
    }
    let place = canvas.fit(&sheet.place_and_dates, Style::sans(400, 9.5), Room { width, lines: 1, least: 6.0 });
    let (first, last) = if name.line_count() > 1 { (6.6, 16.3) } else { (8.8, 14.6) };
    let align = Align::Start;
    canvas.text(&name, Spot { x, baseline: first, width, align }, on(look.colour));
    canvas.text(&place, Spot { x, baseline: last, width, align }, on(look.colour));
}

/// The portrait, or a rosette for those who need none.
fn portrait(canvas: &mut Canvas<'_>, sheet: &BadgeSheet) -> Result<(), PdfError> {
    let frame = || {
        let mut pen = Pen::new();
        pen.rounded(MARGIN, TOP, PORTRAIT.0, PORTRAIT.1, 1.2);
        pen
    };
    let mut drawn = Ok(());
    match &sheet.portrait {
        Some(jpeg) => canvas.clipped(frame(), |canvas| {
            drawn = canvas.jpeg(jpeg, MARGIN, TOP, PORTRAIT.0, PORTRAIT.1);
        }),
        None => {
            let look = &sheet.category;
            let colour = if luminance(look.colour) > 0.6 { INK } else { Ink::of(look.colour) };
            canvas.fill(frame(), Ink::of(look.colour).at(0.07));
            let (x, y) = (MARGIN + PORTRAIT.0 / 2.0, TOP + PORTRAIT.1 / 2.0);
            canvas.stroke(rosette(x, y, 16.5, 14, seed(look)), 0.12, colour.at(0.8));
        }
    }
    canvas.stroke(frame(), 0.15, HAIRLINE);
    drawn
}

/// The blocks of text about the person, and how far they reach down.
struct Person {
    /// With the distance from the baseline above (for the first: from the portrait) and the ink.
    above: Vec<(Block, f32, Ink)>,
    /// Delegation and composition, standing on the areas.
    below: Vec<(Block, f32, Ink)>,
}

impl Person {
    /// At `scale` of the sizes that most people get; what is already small shrinks less.
    fn lay(canvas: &mut Canvas<'_>, sheet: &BadgeSheet, scale: f32) -> Person {
        let small = |size: f32, limit: f32| size * scale.max(limit);
        let mut fit = |text: &str, style: Style, lines: usize, least: f32| {
            canvas.fit(text, style, Room { width: INNER, lines, least })
        };
        // A short name may be larger than one that needs two lines.
        let style = Style { leading: 1.1, ..Style::sans(600, small(25.0, 0.4)) };
        let mut name = fit(&sheet.name, Style { size: style.size * 1.28, ..style }, 1, 1.0);
        if name.size() < style.size {
            name = fit(&sheet.name, style, 2, small(14.0, 0.6));
        }
        let gap = small(4.2, 0.7) + name.size() * 0.7 * 25.4 / 72.0 + name.extra_above() * 0.4;
        let mut deep = name.extra_below() * 1.5;
        let mut above = vec![(name, gap, INK)];
        let native = sheet.native_name.as_deref().filter(|native| *native != sheet.name);
        if let Some(native) = native {
            let native = fit(native, Style::sans(400, small(13.0, 0.8)), 1, 8.0);
            let gap = small(6.6, 0.8) + deep + native.extra_above();
            deep = native.extra_below();
            above.push((native, gap, SOFT));
        }
        if let Some(title) = &sheet.functional_title {
            let title = fit(title, Style::sans(400, small(11.0, 0.8)), 2, 8.0);
            let gap = small(6.2, 0.8) + deep + title.extra_above();
            above.push((title, gap, INK));
        }
        let delegation = fit(&sheet.delegation, Style::serif(500, small(17.0, 0.7)), 2, 9.0);
        let deep = delegation.extra_below();
        let mut below = vec![(delegation, 0.0, INK)];
        let composition = sheet.composition.as_deref().filter(|composition| *composition != sheet.category.word);
        if let Some(composition) = composition {
            below.push((fit(composition, Style::sans(400, small(10.5, 0.85)), 1, 7.0), small(5.4, 0.85) + deep, SOFT));
        }
        Person { above, below }
    }

    /// Millimetres between the last baseline above and the top of the first line below.
    fn slack(&self) -> f32 {
        let reach =
            |blocks: &[(Block, f32, Ink)]| blocks.iter().map(|(block, gap, _)| gap + block.depth()).sum::<f32>();
        let tall = self.below.first().map_or(0.0, |(block, ..)| block.size() * 0.75 * 25.4 / 72.0);
        (DELEGATION - reach(&self.below) - tall) - (TOP + PORTRAIT.1 + reach(&self.above))
    }
}

/// Last baseline above the areas.
const DELEGATION: f32 = 123.6;

fn person(canvas: &mut Canvas<'_>, sheet: &BadgeSheet) {
    let mut person = Person::lay(canvas, sheet, 1.0);
    for scale in [0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44] {
        if person.slack() >= 2.8 {
            break;
        }
        person = Person::lay(canvas, sheet, scale);
    }
    // One edge for all lines, the one the name begins at: a native name hangs under its transliteration.
    let align = match person.above.first().map(|(name, ..)| name.direction()) {
        Some(Direction::RightToLeft) => Align::Right,
        _ => Align::Left,
    };
    let mut baseline = TOP + PORTRAIT.1;
    for (block, gap, ink) in &person.above {
        baseline += gap;
        canvas.text(block, Spot { x: MARGIN, baseline, width: INNER, align }, *ink);
        baseline += block.depth();
    }
    let up: f32 = person.below.iter().map(|(block, gap, _)| gap + block.depth()).sum();
    let mut baseline = DELEGATION - up;
    for (block, gap, ink) in &person.below {
        baseline += gap;
        canvas.text(block, Spot { x: MARGIN, baseline, width: INNER, align }, *ink);
        baseline += block.depth();
    }
}

fn areas(canvas: &mut Canvas<'_>, sheet: &BadgeSheet) {
    let (top, side, base) = (127.8, 6.2, 132.45);
    canvas.rectangle(MARGIN, top - 1.6, INNER, 0.15, HAIRLINE);
    let validity = canvas.fit(&sheet.validity, Style::sans(400, 10.5), Room { width: 38.0, lines: 1, least: 7.0 });
    let align = Align::Right;
    canvas.text(&validity, Spot { x: SIZE.0 - MARGIN - 38.0, baseline: base, width: 38.0, align }, INK);
    let free = INNER - validity.width() - 4.0;
    let mut signs: Vec<Block> = sheet.areas.iter().map(|sign| canvas.line(sign, Style::sans(600, 11.0))).collect();
    let width = |sign: &Block| (sign.width() + 3.0).max(side);
    let gap = |count: usize, wide: f32| ((free - wide) / count.max(1) as f32).clamp(0.4, 1.8);
    let wide: f32 = signs.iter().map(width).sum();
    let gap = gap(signs.len(), wide);
    let mut x = MARGIN;
    for sign in signs.drain(..) {
        let width = width(&sign);
        let mut frame = Pen::new();
        frame.rounded(x + 0.2, top + 0.2, width - 0.4, side - 0.4, 0.9);
        canvas.stroke(frame, 0.35, INK);
        canvas.text(&sign, Spot { x, baseline: base, width, align: Align::Centre }, INK);
        x += width + gap;
    }
}

fn foot(canvas: &mut Canvas<'_>, look: &CategoryLook) {
    let width = SIZE.0 - 32.0 - MARGIN - 3.0;
    let word = canvas.fit(&look.word, Style::sans(600, 14.0), Room { width, lines: 1, least: 8.0 });
    let baseline = SIZE.1 - FOOT / 2.0 + word.size() * 0.698 / 2.0 * 25.4 / 72.0;
    canvas.text(&word, Spot { x: MARGIN, baseline, width, align: Align::Left }, on(look.colour));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_on_any_colour_is_readable() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                for blue in (0..=255).step_by(15) {
                    let colour = [red as u8, green as u8, blue as u8];
                    let over = if on(colour) == Ink::WHITE { 1.0 } else { luminance([24, 34, 46]) };
                    let (one, two) = (luminance(colour) + 0.05, over + 0.05);
                    assert!(one.max(two) / one.min(two) >= 4.0, "{colour:?}");
                }
            }
        }
    }
}
