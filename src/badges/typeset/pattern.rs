//! The patterns that tell categories apart where colours cannot: for colour-blind guards, grey copies and dusk.

use crate::conferences::Pattern;
use crate::files::typeset::{Canvas, Ink, Pen};

/// A rectangle in millimetres.
#[derive(Clone, Copy)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Millimetres between neighbouring lines or dots.
const PITCH: f32 = 2.4;
const STROKE: f32 = 0.55;

/// Fills the area with the pattern.
pub fn draw(canvas: &mut Canvas<'_>, pattern: Pattern, area: Area, ink: Ink) {
    let mut outline = Pen::new();
    outline.rectangle(area.x, area.y, area.width, area.height);
    canvas.clipped(outline, |canvas| match pattern {
        Pattern::Plain => {}
        Pattern::Dot => canvas.fill(dots(area), ink),
        Pattern::Line => canvas.stroke(level(area), STROKE, ink),
        Pattern::Diagonal => canvas.stroke(rising(area, PITCH * 1.3), STROKE * 1.5, ink),
        Pattern::Wave => canvas.stroke(waves(area), STROKE, ink),
        Pattern::Cross => {
            canvas.stroke(rising(area, PITCH * 1.5), STROKE * 0.8, ink);
            canvas.stroke(falling(area, PITCH * 1.5), STROKE * 0.8, ink);
        }
    });
}

fn steps(length: f32, pitch: f32) -> impl Iterator<Item = f32> {
    (0..=(length / pitch) as usize).map(move |step| (step as f32 + 0.5) * pitch)
}

fn level(area: Area) -> Pen {
    let mut pen = Pen::new();
    for y in steps(area.height, PITCH) {
        pen.move_to(area.x, area.y + y);
        pen.line_to(area.x + area.width, area.y + y);
    }
    pen
}

fn rising(area: Area, pitch: f32) -> Pen {
    let mut pen = Pen::new();
    for x in steps(area.width + area.height, pitch) {
        pen.move_to(area.x + x, area.y);
        pen.line_to(area.x + x - area.height, area.y + area.height);
    }
    pen
}

fn falling(area: Area, pitch: f32) -> Pen {
    let mut pen = Pen::new();
    for x in steps(area.width + area.height, pitch) {
        pen.move_to(area.x + x - area.height, area.y);
        pen.line_to(area.x + x, area.y + area.height);
    }
    pen
}

fn dots(area: Area) -> Pen {
    let mut pen = Pen::new();
    for (row, y) in steps(area.height, PITCH).enumerate() {
        let shift = if row % 2 == 0 { 0.0 } else { PITCH / 2.0 };
        for x in steps(area.width, PITCH) {
            pen.circle(area.x + x - shift, area.y + y, STROKE * 0.9);
        }
    }
    pen
}

fn waves(area: Area) -> Pen {
    let (half, rise) = (PITCH, PITCH * 0.8);
    let mut pen = Pen::new();
    for y in steps(area.height + rise, PITCH) {
        let mut here = (area.x, area.y + y);
        pen.move_to(here.0, here.1);
        for step in 0..=(area.width / half) as usize {
            let next = (here.0 + half, area.y + y - if step % 2 == 0 { rise } else { 0.0 });
            pen.cubic_to((here.0 + half / 2.0, here.1), (here.0 + half / 2.0, next.1), next);
            here = next;
        }
    }
    pen
}
