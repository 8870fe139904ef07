//! Drawing tools for portraits: a canvas with soft edges, smooth outlines through points, and colours.
//!
//! All coordinates are those of the master, 600 wide and 800 high, whatever the size drawn. Large shapes are filled flat, because a
//! flat fill costs a tenth of a gradient; softness comes from small radial gradients laid over them.

use tiny_skia::{
    Color, FillRule, GradientStop, LineCap, LineJoin, Mask, Paint, Path, PathBuilder, Pixmap, Point, RadialGradient,
    Rect, Shader, SpreadMode, Stroke, Transform,
};

/// Width and height of the coordinate space.
pub const WIDTH: f32 = 600.0;
pub const HEIGHT: f32 = 800.0;
/// The middle line of a face that looks straight ahead.
pub const MIDDLE: f32 = 300.0;
/// How close the camera is: the head fills half the height.
const CLOSE: f32 = 1.16;

/// A colour without transparency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// This colour, `share` of the way towards another.
    pub fn towards(self, other: Rgb, share: f32) -> Rgb {
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round().clamp(0.0, 255.0) as u8;
        Rgb(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    pub fn darker(self, share: f32) -> Rgb {
        self.towards(Rgb(12, 8, 10), share)
    }

    pub fn lighter(self, share: f32) -> Rgb {
        self.towards(Rgb(255, 255, 255), share)
    }

    /// How bright it looks, from 0 to 1.
    pub fn brightness(self) -> f32 {
        (0.299 * f32::from(self.0) + 0.587 * f32::from(self.1) + 0.114 * f32::from(self.2)) / 255.0
    }

    fn with(self, alpha: f32) -> Color {
        Color::from_rgba8(self.0, self.1, self.2, (alpha.clamp(0.0, 1.0) * 255.0).round() as u8)
    }
}

/// The canvas being drawn on.
pub struct Easel {
    pixels: Pixmap,
    scale: Transform,
    pose: Transform,
}

impl Easel {
    /// A canvas `width` pixels wide, 3:4. `None` for a width of nothing.
    pub fn new(width: u32) -> Option<Self> {
        let pixels = Pixmap::new(width, width * 4 / 3)?;
        let scale = width as f32 / WIDTH;
        Some(Self { pixels, scale: Transform::from_scale(scale, scale), pose: Transform::identity() })
    }

    pub fn finish(self) -> Pixmap {
        self.pixels
    }

    /// From here on everything is tilted (degrees), sized and moved as somebody sits; `lift` raises the body under the head.
    pub fn pose(&mut self, (tilt, size, shift): (f32, f32, f32), lift: f32) {
        let size = size * CLOSE;
        self.pose = Transform::from_rotate_at(tilt, MIDDLE, 580.0)
            .pre_translate(MIDDLE + shift, 544.0)
            .pre_scale(size, size)
            .pre_translate(-MIDDLE, -520.0 - lift);
    }

    fn transform(&self) -> Transform {
        self.pose.post_concat(self.scale)
    }

    pub fn background(&mut self, colour: Rgb) {
        self.pixels.fill(colour.with(1.0));
    }

    /// Fills an outline evenly.
    pub fn fill(&mut self, outline: &Outline, colour: Rgb, alpha: f32) {
        self.paint(outline, Shader::SolidColor(colour.with(alpha)), None);
    }

    /// The same inside a window only.
    pub fn fill_in(&mut self, window: &Mask, outline: &Outline, colour: Rgb, alpha: f32) {
        self.paint(outline, Shader::SolidColor(colour.with(alpha)), Some(window));
    }

    /// Fills what lies between an outer and an inner outline: a cloth round a face.
    pub fn ring(&mut self, outer: &Outline, inner: &Outline, colour: Rgb) {
        let (Some(outer), Some(inner)) = (outer.0.as_ref(), inner.0.as_ref()) else { return };
        let mut builder = PathBuilder::new();
        builder.push_path(outer);
        builder.push_path(inner);
        let Some(path) = builder.finish() else { return };
        let paint = Paint { shader: Shader::SolidColor(colour.with(1.0)), anti_alias: true, ..Paint::default() };
        self.pixels.fill_path(&path, &paint, FillRule::EvenOdd, self.transform(), None);
    }

    /// A window in the form of an outline, for what must not reach beyond it.
    pub fn window(&self, outline: &Outline) -> Option<Mask> {
        let mut mask = Mask::new(self.pixels.width(), self.pixels.height())?;
        mask.fill_path(outline.0.as_ref()?, FillRule::Winding, true, self.transform());
        Some(mask)
    }

    /// A soft spot: full in the middle, nothing at the edge of an ellipse.
    pub fn soft(&mut self, at: (f32, f32), radii: (f32, f32), colour: Rgb, alpha: f32) {
        let outline = oval(at, radii);
        if let Some(shader) = spot(at, radii, colour, alpha) {
            self.paint(&outline, shader, None);
        }
    }

    /// The same inside a window only: what to use where the spot is much smaller than the shape it lies on.
    pub fn soft_through(&mut self, window: &Mask, at: (f32, f32), radii: (f32, f32), colour: Rgb, alpha: f32) {
        if let Some(shader) = spot(at, radii, colour, alpha) {
            self.paint(&oval(at, radii), shader, Some(window));
        }
    }

    /// A plain round light over the whole canvas.
    pub fn glow(&mut self, at: (f32, f32), radius: f32, colour: Rgb, alpha: f32) {
        let stops = vec![GradientStop::new(0.0, colour.with(alpha)), GradientStop::new(1.0, colour.with(0.0))];
        let centre = Point::from_xy(at.0, at.1);
        let shader = RadialGradient::new(centre, 0.0, centre, radius, stops, SpreadMode::Pad, Transform::identity());
        if let Some(shader) = shader {
            self.paint(&polygon(&[(0.0, 0.0), (WIDTH, 0.0), (WIDTH, HEIGHT), (0.0, HEIGHT)]), shader, None);
        }
    }

    /// A soft spot that stays inside an outline.
    pub fn soft_in(&mut self, outline: &Outline, at: (f32, f32), radii: (f32, f32), colour: Rgb, alpha: f32) {
        if let Some(shader) = spot(at, radii, colour, alpha) {
            self.paint(outline, shader, None);
        }
    }

    /// A line with round ends.
    pub fn line(&mut self, outline: &Outline, width: f32, colour: Rgb, alpha: f32) {
        self.stroke(None, outline, width, colour, alpha);
    }

    /// The same inside a window only.
    pub fn line_in(&mut self, window: &Mask, outline: &Outline, width: f32, colour: Rgb, alpha: f32) {
        self.stroke(Some(window), outline, width, colour, alpha);
    }

    fn stroke(&mut self, window: Option<&Mask>, outline: &Outline, width: f32, colour: Rgb, alpha: f32) {
        let Some(path) = outline.0.as_ref() else { return };
        let paint = Paint { shader: Shader::SolidColor(colour.with(alpha)), anti_alias: true, ..Paint::default() };
        let stroke = Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
        self.pixels.stroke_path(path, &paint, &stroke, self.transform(), window);
    }

    /// A line drawn several times, wider and fainter: a crease without an edge.
    pub fn crease(&mut self, outline: &Outline, width: f32, colour: Rgb, alpha: f32) {
        let steps = if width * self.scale.sx > 5.0 { 5 } else { 3 };
        for step in 0..steps {
            let share = (step as f32 + 0.5) / steps as f32;
            self.line(outline, width * (2.7 - 2.3 * share), colour, alpha * (0.4 + 0.7 * share) / steps as f32);
        }
    }

    fn paint(&mut self, outline: &Outline, shader: Shader<'static>, window: Option<&Mask>) {
        let Some(path) = outline.0.as_ref() else { return };
        let paint = Paint { shader, anti_alias: true, ..Paint::default() };
        self.pixels.fill_path(path, &paint, FillRule::Winding, self.transform(), window);
    }
}

fn spot(at: (f32, f32), radii: (f32, f32), colour: Rgb, alpha: f32) -> Option<Shader<'static>> {
    let stops = vec![
        GradientStop::new(0.0, colour.with(alpha)),
        GradientStop::new(0.5, colour.with(alpha * 0.42)),
        GradientStop::new(1.0, colour.with(0.0)),
    ];
    let shape = Transform::from_translate(at.0, at.1).pre_scale(radii.0, radii.1);
    let centre = Point::from_xy(0.0, 0.0);
    RadialGradient::new(centre, 0.0, centre, 1.0, stops, SpreadMode::Pad, shape)
}

/// A closed or open line; empty if its points make none.
pub struct Outline(Option<Path>);

/// A smooth closed line through points.
pub fn blob(points: &[(f32, f32)]) -> Outline {
    through(points, true)
}

/// A smooth open line through points.
pub fn curve(points: &[(f32, f32)]) -> Outline {
    through(points, false)
}

/// A smooth closed line, given by its right half from top to bottom as distances from the middle line; the left half mirrors it.
pub fn mirrored(half: &[(f32, f32)]) -> Outline {
    let right = half.iter().map(|(x, y)| (MIDDLE + x, *y));
    let left = half.iter().rev().filter(|(x, _)| *x > 0.5).map(|(x, y)| (MIDDLE - x, *y));
    blob(&right.chain(left).collect::<Vec<_>>())
}

/// A lens shape between two corners: the height of its upper and of its lower bow is given.
pub fn lens(left: (f32, f32), right: (f32, f32), up: f32, down: f32) -> Outline {
    let width = right.0 - left.0;
    let (first, second) = (left.0 + width * 0.26, left.0 + width * 0.74);
    let mut builder = PathBuilder::new();
    builder.move_to(left.0, left.1);
    builder.cubic_to(first, left.1 - up * 1.33, second, right.1 - up * 1.33, right.0, right.1);
    builder.cubic_to(second, right.1 + down * 1.33, first, left.1 + down * 1.33, left.0, left.1);
    builder.close();
    Outline(builder.finish())
}

/// Straight edges between points.
pub fn polygon(points: &[(f32, f32)]) -> Outline {
    let mut builder = PathBuilder::new();
    for (place, (x, y)) in points.iter().enumerate() {
        if place == 0 { builder.move_to(*x, *y) } else { builder.line_to(*x, *y) }
    }
    builder.close();
    Outline(builder.finish())
}

pub fn oval(at: (f32, f32), radii: (f32, f32)) -> Outline {
    let rect = Rect::from_xywh(at.0 - radii.0, at.1 - radii.1, radii.0 * 2.0, radii.1 * 2.0);
    Outline(rect.and_then(PathBuilder::from_oval))
}

/// Catmull-Rom through the points, as cubic curves.
fn through(points: &[(f32, f32)], closed: bool) -> Outline {
    let count = points.len();
    if count < 2 {
        return Outline(None);
    }
    let at = |place: isize| {
        let last = count as isize - 1;
        let place = if closed { place.rem_euclid(count as isize) } else { place.clamp(0, last) };
        points[place as usize]
    };
    let mut builder = PathBuilder::new();
    builder.move_to(points[0].0, points[0].1);
    let spans = if closed { count } else { count - 1 };
    for span in 0..spans as isize {
        let (before, from, to, after) = (at(span - 1), at(span), at(span + 1), at(span + 2));
        let first = (from.0 + (to.0 - before.0) / 6.0, from.1 + (to.1 - before.1) / 6.0);
        let second = (to.0 - (after.0 - from.0) / 6.0, to.1 - (after.1 - from.1) / 6.0);
        builder.cubic_to(first.0, first.1, second.0, second.1, to.0, to.1);
    }
    if closed {
        builder.close();
    }
    Outline(builder.finish())
}
