//! Pages and what is drawn on them.

use std::collections::{BTreeSet, HashMap};

use krilla::Document;
use krilla::color::{luma, rgb};
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::graphic::Graphic;
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Paint, Stroke};
use krilla::surface::Surface;

use super::glyphs::glyphs;
use super::text::inked;
use super::{Block, Direction, POINTS, Qr, Room, Style, Typesetter};

/// A colour on paper, opaque unless [`Ink::at`] thins it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    colour: [u8; 3],
    opacity: f32,
}

impl Ink {
    pub const BLACK: Ink = Ink::of([0; 3]);
    pub const WHITE: Ink = Ink::of([255; 3]);

    pub const fn of(colour: [u8; 3]) -> Ink {
        Ink { colour, opacity: 1.0 }
    }

    /// With this opacity, 0 to 1.
    pub const fn at(self, opacity: f32) -> Ink {
        Ink { opacity, ..self }
    }

    /// Black is printed as black alone, not mixed from colours: edges stay sharp.
    fn paint(self) -> Paint {
        match self.colour {
            [0, 0, 0] => luma::Color::black().into(),
            [red, green, blue] => rgb::Color::new(red, green, blue).into(),
        }
    }

    fn opacity(self) -> NormalizedF32 {
        NormalizedF32::new(self.opacity).unwrap_or(NormalizedF32::ONE)
    }
}

/// Where the lines of a block stand between `x` and `x + width`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
    /// Left or right as the text itself runs.
    Start,
}

/// A place for text: left edge, first baseline and width, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub x: f32,
    pub baseline: f32,
    pub width: f32,
    pub align: Align,
}

/// An outline in millimetres.
pub struct Pen(PathBuilder);

impl Pen {
    #[allow(clippy::new_without_default, reason = "an empty outline is nothing to default to")]
    pub fn new() -> Pen {
        Pen(PathBuilder::new())
    }

    pub fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x * POINTS, y * POINTS);
    }

    pub fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x * POINTS, y * POINTS);
    }

    pub fn cubic_to(&mut self, one: (f32, f32), two: (f32, f32), end: (f32, f32)) {
        let [one, two, end] = [one, two, end].map(|(x, y)| (x * POINTS, y * POINTS));
        self.0.cubic_to(one.0, one.1, two.0, two.1, end.0, end.1);
    }

    pub fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32) {
        if let Some(rectangle) = Rect::from_xywh(x * POINTS, y * POINTS, width * POINTS, height * POINTS) {
            self.0.push_rect(rectangle);
        }
    }

    /// A rectangle with corners of this radius.
    pub fn rounded(&mut self, x: f32, y: f32, width: f32, height: f32, radius: f32) {
        // How far a cubic's handles reach to draw a quarter of a circle.
        let k = radius * (1.0 - 0.552_284_8);
        let (right, low) = (x + width, y + height);
        self.move_to(x + radius, y);
        self.line_to(right - radius, y);
        self.cubic_to((right - k, y), (right, y + k), (right, y + radius));
        self.line_to(right, low - radius);
        self.cubic_to((right, low - k), (right - k, low), (right - radius, low));
        self.line_to(x + radius, low);
        self.cubic_to((x + k, low), (x, low - k), (x, low - radius));
        self.line_to(x, y + radius);
        self.cubic_to((x, y + k), (x + k, y), (x + radius, y));
        self.0.close();
    }

    pub fn circle(&mut self, x: f32, y: f32, radius: f32) {
        self.rounded(x - radius, y - radius, radius * 2.0, radius * 2.0, radius);
    }

    fn finish(self) -> Option<Path> {
        self.0.finish()
    }
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("the picture cannot be read: {0}")]
    Picture(String),
    #[error("the PDF cannot be written: {0}")]
    Writing(String),
}

/// A document being written.
pub struct Pdf<'t> {
    document: Document,
    setter: &'t mut Typesetter,
    stamps: HashMap<String, Graphic>,
    missing: BTreeSet<char>,
}

impl<'t> Pdf<'t> {
    pub fn new(setter: &'t mut Typesetter, title: &str, language: Option<&str>) -> Pdf<'t> {
        let mut document = Document::new();
        let mut metadata = Metadata::new().title(title.to_owned()).producer("Plenipo".to_owned());
        if let Some(language) = language {
            metadata = metadata.language(language.to_owned());
        }
        document.set_metadata(metadata);
        Pdf { document, setter, stamps: HashMap::new(), missing: BTreeSet::new() }
    }

    /// Adds a page of this size in millimetres.
    pub fn page<E>(
        &mut self,
        width: f32,
        height: f32,
        draw: impl FnOnce(&mut Canvas<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let settings = PageSettings::from_wh(width * POINTS, height * POINTS).unwrap_or_default();
        let mut page = self.document.start_page_with(settings);
        let mut canvas = Canvas {
            surface: page.surface(),
            setter: self.setter,
            stamps: &mut self.stamps,
            missing: &mut self.missing,
        };
        draw(&mut canvas)
    }

    /// Characters that were drawn as empty boxes so far.
    pub fn missing(&self) -> &BTreeSet<char> {
        &self.missing
    }

    pub fn finish(self) -> Result<Vec<u8>, PdfError> {
        self.document.finish().map_err(|error| PdfError::Writing(format!("{error:?}")))
    }
}

/// A page, or a part of one that is kept for several pages.
pub struct Canvas<'a> {
    surface: Surface<'a>,
    setter: &'a mut Typesetter,
    stamps: &'a mut HashMap<String, Graphic>,
    missing: &'a mut BTreeSet<char>,
}

impl Canvas<'_> {
    pub fn line(&mut self, text: &str, style: Style) -> Block {
        self.setter.line(text, style)
    }

    pub fn fit(&mut self, text: &str, style: Style, room: Room) -> Block {
        self.setter.fit(text, style, room)
    }

    /// Draws the block, its first baseline at `spot.baseline`: line boxes differ from font to font, baselines do not.
    pub fn text(&mut self, block: &Block, spot: Spot, ink: Ink) {
        self.missing.extend(block.missing());
        self.fill_with(ink);
        for (number, line) in block.layout.lines().enumerate() {
            let free = spot.width * POINTS - inked(&line) * block.scale;
            let indent = match (spot.align, block.direction()) {
                (Align::Left, _) | (Align::Start, Direction::LeftToRight) => 0.0,
                (Align::Centre, _) => free / 2.0,
                (Align::Right, _) | (Align::Start, Direction::RightToLeft) => free,
            };
            // What hangs over the end of a right-to-left line comes first on paper.
            let hanging = match block.direction() {
                Direction::LeftToRight => 0.0,
                Direction::RightToLeft => line.metrics().hanging_advance * block.scale,
            };
            let y = (spot.baseline + block.pitch() * number as f32) * POINTS;
            let mut x = spot.x * POINTS + indent - hanging;
            for run in line.runs() {
                x += self.run(block, &run, x, y);
            }
        }
    }

    /// Draws one run of a font and gives its width in points.
    fn run(&mut self, block: &Block, run: &parley::Run<'_, ()>, x: f32, y: f32) -> f32 {
        let blank = if run.is_rtl() { self.setter.blank(run) } else { None };
        let glyphs = glyphs(block, run, blank);
        if let Some(font) = self.setter.font(run) {
            let size = run.font_size() * block.scale;
            self.surface.draw_glyphs(Point::from_xy(x, y), &glyphs, font, &block.text, size, false);
        }
        run.advance() * block.scale
    }

    pub fn fill(&mut self, pen: Pen, ink: Ink) {
        if let Some(path) = pen.finish() {
            self.fill_with(ink);
            self.surface.draw_path(&path);
        }
    }

    /// Draws the outline `width` millimetres wide.
    pub fn stroke(&mut self, pen: Pen, width: f32, ink: Ink) {
        if let Some(path) = pen.finish() {
            let stroke =
                Stroke { paint: ink.paint(), width: width * POINTS, opacity: ink.opacity(), ..Stroke::default() };
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(stroke));
            self.surface.draw_path(&path);
            self.surface.set_stroke(None);
        }
    }

    pub fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        let mut pen = Pen::new();
        pen.rectangle(x, y, width, height);
        self.fill(pen, ink);
    }

    /// Draws only inside the outline.
    pub fn clipped(&mut self, outline: Pen, draw: impl FnOnce(&mut Self)) {
        if let Some(path) = outline.finish() {
            self.surface.push_clip_path(&path, &FillRule::NonZero);
            draw(self);
            self.surface.pop();
        }
    }

    /// Draws with the origin moved right and down.
    pub fn shifted<T>(&mut self, x: f32, y: f32, draw: impl FnOnce(&mut Self) -> T) -> T {
        self.surface.push_transform(&Transform::from_translate(x * POINTS, y * POINTS));
        let drawn = draw(self);
        self.surface.pop();
        drawn
    }

    /// The QR code's modules, `size` millimetres on a side, in pure black as one outline. The caller leaves four
    /// modules of white around.
    pub fn qr(&mut self, qr: &Qr, x: f32, y: f32, size: f32) {
        let module = size / qr.width() as f32;
        let mut pen = Pen::new();
        for (column, row, length) in qr.runs() {
            pen.rectangle(x + column as f32 * module, y + row as f32 * module, length as f32 * module, module);
        }
        self.fill(pen, Ink::BLACK);
    }

    /// A JPEG, its bytes taken over as they are, stretched to the rectangle.
    pub fn jpeg(&mut self, jpeg: &[u8], x: f32, y: f32, width: f32, height: f32) -> Result<(), PdfError> {
        let image = Image::from_jpeg(jpeg.to_vec().into(), true).map_err(PdfError::Picture)?;
        let Some(size) = Size::from_wh(width * POINTS, height * POINTS) else { return Ok(()) };
        self.surface.push_transform(&Transform::from_translate(x * POINTS, y * POINTS));
        self.surface.draw_image(image, size);
        self.surface.pop();
        Ok(())
    }

    /// Draws what stands under this name in the document, made at its first use: the same band on a thousand badges is
    /// written once.
    pub fn stamp(&mut self, name: &str, draw: impl FnOnce(&mut Canvas<'_>)) {
        if !self.stamps.contains_key(name) {
            let mut builder = self.surface.stream_builder();
            let mut inner = HashMap::new();
            let mut canvas =
                Canvas { surface: builder.surface(), setter: self.setter, stamps: &mut inner, missing: self.missing };
            draw(&mut canvas);
            drop(canvas);
            self.stamps.insert(name.to_owned(), Graphic::new(builder.finish(), false));
        }
        if let Some(graphic) = self.stamps.get(name) {
            self.surface.draw_graphic(graphic.clone());
        }
    }

    fn fill_with(&mut self, ink: Ink) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill { paint: ink.paint(), opacity: ink.opacity(), rule: FillRule::NonZero }));
    }
}
