//! Text laid out: cleaned, given fonts and a direction, broken into lines, and shrunk until it fits.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use krilla::text::{Font, Tag};
use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontWeight, Layout, LayoutContext, Line, OverflowWrap, Run,
    StyleProperty,
};
use unicode_normalization::UnicodeNormalization;

use super::POINTS;
use super::fonts::{Face, Fonts, is_visible};

/// How a text looks. `size` in points; `leading` from baseline to baseline as a multiple of the size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    pub face: Face,
    pub weight: u16,
    pub size: f32,
    pub leading: f32,
}

impl Style {
    pub const fn sans(weight: u16, size: f32) -> Style {
        Style { face: Face::Sans, weight, size, leading: 1.2 }
    }

    pub const fn serif(weight: u16, size: f32) -> Style {
        Style { face: Face::Serif, weight, size, leading: 1.15 }
    }
}

/// What a text must fit into: a width in millimetres, a number of lines, and the size in points below which it is
/// rather given one line more than shrunk further.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    pub width: f32,
    pub lines: usize,
    pub least: f32,
}

/// Which way a paragraph runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

/// The direction of the script most of the text is written in.
pub fn direction(text: &str) -> Direction {
    let (mut left, mut right) = (0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match c {
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => right += 1,
            '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' => right += 1,
            _ => left += 1,
        }
    }
    if right > left { Direction::RightToLeft } else { Direction::LeftToRight }
}

/// Ascent and descent of fonts made for Latin, in ems, with what accents need.
const LATIN_REACH: (f32, f32) = (1.1, 0.3);

/// A text laid out at its style's size and shown at `scale` of it: glyphs scale freely, so fitting shapes only once.
pub struct Block {
    pub(super) text: String,
    pub(super) layout: Layout<()>,
    pub(super) scale: f32,
    style: Style,
    direction: Direction,
    /// The tallest and deepest its fonts reach from the baseline, in ems.
    reach: (f32, f32),
}

impl Block {
    /// Size in points after fitting.
    pub fn size(&self) -> f32 {
        self.style.size * self.scale
    }

    /// From baseline to baseline, in millimetres: as the style says, wider where tall letters would touch deep ones.
    pub fn pitch(&self) -> f32 {
        let (ascent, descent) = self.reach;
        self.size() * self.style.leading.max((ascent + descent) * 0.78) / POINTS
    }

    /// How much higher its script stands than Latin does, in millimetres.
    pub fn extra_above(&self) -> f32 {
        (self.reach.0 - LATIN_REACH.0).max(0.0) * self.size() / POINTS
    }

    /// How much deeper its script hangs than Latin does, in millimetres.
    pub fn extra_below(&self) -> f32 {
        (self.reach.1 - LATIN_REACH.1).max(0.0) * self.size() / POINTS
    }

    pub fn line_count(&self) -> usize {
        self.layout.len()
    }

    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// Width of the widest line in millimetres.
    pub fn width(&self) -> f32 {
        self.layout.lines().map(|line| inked(&line)).fold(0.0, f32::max) * self.scale / POINTS
    }

    /// From the first to the last baseline, in millimetres.
    pub fn depth(&self) -> f32 {
        self.pitch() * self.line_count().saturating_sub(1) as f32
    }

    /// Characters that no font had a glyph for.
    pub fn missing(&self) -> BTreeSet<char> {
        let clusters = self.layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>());
        let clusters = clusters.flat_map(|run| run.clusters().collect::<Vec<_>>());
        let without = clusters.filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0));
        without.flat_map(|cluster| self.text[cluster.text_range()].chars()).filter(|c| is_visible(*c)).collect()
    }

    fn broken_at(&mut self, points: f32) -> bool {
        self.layout.break_all_lines(Some(points / self.scale));
        self.layout.lines().all(|line| inked(&line) * self.scale <= points + 0.01)
    }

    /// As narrow as its number of lines allows, so that the lines are of about one length.
    fn balance(&mut self, points: f32) {
        let lines = self.line_count();
        if lines < 2 {
            return;
        }
        let (mut narrow, mut wide) = (points / lines as f32, points);
        for _ in 0..8 {
            let middle = (narrow + wide) / 2.0;
            if self.broken_at(middle) && self.line_count() == lines { wide = middle } else { narrow = middle }
        }
        self.broken_at(wide);
    }
}

fn reach(layout: &Layout<()>) -> (f32, f32) {
    let runs = layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>());
    runs.fold((0.0, 0.0), |(ascent, descent): (f32, f32), run| {
        let (metrics, em) = (run.font_metrics(), run.font_size());
        (ascent.max(metrics.ascent / em), descent.max(metrics.descent / em))
    })
}

/// Advance without the white space at the line's end, in unscaled points.
pub(super) fn inked(line: &Line<'_, ()>) -> f32 {
    line.metrics().advance - line.metrics().hanging_advance
}

/// A font file, the face in it, and the axes it is set to.
type FontKey = (u64, u32, Vec<(u32, u32)>);

/// Fonts and working memory. Making one costs a few milliseconds; keep it for a whole job.
pub struct Typesetter {
    fonts: Fonts,
    layouts: LayoutContext<()>,
    embedded: HashMap<FontKey, Option<Font>>,
}

impl Typesetter {
    /// `folders` are searched for fonts when the program's own lack a character.
    pub fn new(folders: Vec<PathBuf>) -> Typesetter {
        Typesetter { fonts: Fonts::new(folders), layouts: LayoutContext::new(), embedded: HashMap::new() }
    }

    /// Characters of the text that would print as empty boxes, so that they are reported before printing.
    pub fn missing_glyphs(&mut self, text: &str) -> Vec<char> {
        self.line(text, Style::sans(400, 10.0)).missing().into_iter().collect()
    }

    /// The text on one line, as wide as it is.
    pub fn line(&mut self, text: &str, style: Style) -> Block {
        let text = clean(text);
        let direction = direction(&text);
        let stack = self.fonts.stack(&text, style.face);
        let mut builder = self.layouts.ranged_builder(&mut self.fonts.context, &text, 1.0, false);
        builder.push_default(stack);
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(FontWeight::new(f32::from(style.weight)));
        builder.push_default(OverflowWrap::Normal);
        builder.set_base_direction(match direction {
            Direction::LeftToRight => BaseDirection::Ltr,
            Direction::RightToLeft => BaseDirection::Rtl,
        });
        let mut layout = builder.build(&text);
        layout.break_all_lines(None);
        layout.align(Alignment::Left, AlignmentOptions::default());
        let mut reach = reach(&layout);
        // Khmer letters stand on each other deeper than their font admits.
        if text.contains(|c| matches!(c, '\u{1780}'..='\u{17ff}')) {
            reach.1 = reach.1.max(0.6);
        }
        Block { text, layout, scale: 1.0, style, direction, reach }
    }

    /// The text in at most `room.lines` lines, shrunk by half points; when even `room.least` is too large, one line
    /// more is allowed and it shrinks on. Nothing is ever cut off.
    pub fn fit(&mut self, text: &str, style: Style, room: Room) -> Block {
        let mut block = self.line(text, style);
        let points = room.width * POINTS;
        let mut size = style.size;
        loop {
            block.scale = size / style.size;
            let lines = room.lines + usize::from(size < room.least);
            let fits = block.broken_at(points) && block.line_count() <= lines;
            if fits || size <= 2.0 {
                block.balance(points);
                return block;
            }
            size -= 0.5;
        }
    }

    /// A glyph of the run's font that shows nothing.
    pub(super) fn blank(&mut self, run: &Run<'_, ()>) -> Option<u32> {
        self.fonts.glyph(run.font(), ' ')
    }

    /// The PDF font of a run, made once.
    pub(super) fn font(&mut self, run: &Run<'_, ()>) -> Option<Font> {
        let (data, id) = run.font().data.clone().into_raw_parts();
        let axes = run.synthesis();
        let axes: Vec<(Tag, f32)> =
            axes.variation_settings().iter().map(|(tag, value)| (Tag::new(&tag.to_be_bytes()), *value)).collect();
        let key = axes.iter().map(|(tag, value)| (u32::from_be_bytes(*tag.get()), value.to_bits())).collect();
        let index = run.font().index;
        let made =
            self.embedded.entry((id, index, key)).or_insert_with(|| Font::new_variable(data.into(), index, &axes));
        made.clone()
    }
}

/// Composed (NFC), in one line, and without the characters that override direction: a name must not be able to write
/// over its neighbours. The ʻokina and its mirror are drawn as the quotation marks they look like: the faces here have them as wide
/// as a letter, which tears a name apart.
fn clean(text: &str) -> String {
    let visible = text.nfc().filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
    let drawn = |c: char| match c {
        '\u{02bb}' => '\u{2018}',
        '\u{02bc}' => '\u{2019}',
        c if c.is_control() => ' ',
        c => c,
    };
    let line: String = visible.map(drawn).collect();
    line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setter() -> Typesetter {
        Typesetter::new(Vec::new())
    }

    const NAME: Style = Style::sans(600, 24.0);

    #[test]
    fn a_short_name_keeps_its_size_and_a_long_one_shrinks_into_two_lines() {
        let mut setter = setter();
        let room = Room { width: 93.0, lines: 2, least: 12.0 };
        let short = setter.fit("Ada Lovelace", NAME, room);
        assert_eq!((short.size(), short.line_count()), (24.0, 1));
        let long = setter.fit("Warnakulasuriya Patabendige Ushantha Joseph Chaminda Vaas", NAME, room);
        assert!(long.size() < 24.0 && long.size() >= 12.0, "{}", long.size());
        assert_eq!(long.line_count(), 2);
        assert!(long.width() <= 93.0);
    }

    #[test]
    fn a_word_without_end_is_shrunk_and_never_cut() {
        let mut setter = setter();
        let word = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren";
        let block = setter.fit(word, NAME, Room { width: 93.0, lines: 2, least: 12.0 });
        assert!(block.width() <= 93.0);
        assert_eq!(block.line_count(), 1);
    }

    #[test]
    fn lines_are_balanced() {
        let mut setter = setter();
        let block = setter.fit("María Fernanda de los Ángeles Cruz", NAME, Room { width: 93.0, lines: 2, least: 12.0 });
        let widths: Vec<f32> = block.layout.lines().map(|line| inked(&line)).collect();
        assert!(widths[0] / widths[1] < 1.6 && widths[1] / widths[0] < 1.6, "{widths:?}");
    }

    #[test]
    fn vietnamese_african_and_central_asian_names_need_no_font_of_the_machine() {
        let mut setter = setter();
        let names = [
            "Nguyễn Thị Ánh Tuyết",
            "Đặng Hữu Phước",
            "Nguye\u{302}\u{303}n",
            "Ọlájùmọ̀kẹ́ Ṣóyínká",
            "Ɓello Ɗanjuma Ƙofar",
            "Ŋaadja Ɛsi Ɔkɔ",
            "Оксана Миколаївна",
            "Қасым-Жомарт",
            "Ελευθερία Παπαδοπούλου",
            "محمد بن عبد الرحمن",
            "ژاله گیلانی",
            "ڈاکٹر ٹیپو",
            "王毅",
            "镕基",
            "田中 さくら",
            "김민지",
            "Þórdís Kolbrún",
            "Ġorġ",
            "Ğülşən Əliyeva",
        ];
        for name in names {
            assert_eq!(setter.missing_glyphs(name), Vec::<char>::new(), "{name}");
        }
    }

    #[test]
    fn what_no_font_has_is_reported() {
        assert_eq!(setter().missing_glyphs("Ada \u{10380}\u{10381} 王"), vec!['\u{10380}', '\u{10381}']);
    }

    #[test]
    fn an_okina_is_as_wide_as_an_apostrophe() {
        let width = |name: &str| setter().line(name, Style::sans(400, 10.0)).width();
        assert!((width("To\u{02bb}alepai") - width("To\u{2018}alepai")).abs() < 0.01);
    }

    #[test]
    fn a_name_cannot_turn_the_text_around_it() {
        assert_eq!(clean("Ada\u{202e}ecalevoL\n\tx  y"), "AdaecalevoL x y");
    }

    #[test]
    fn the_script_decides_the_direction() {
        assert_eq!(direction("محمد"), Direction::RightToLeft);
        assert_eq!(direction("Dr. محمد بن عبد الرحمن"), Direction::RightToLeft);
        assert_eq!(direction("Ada (عدا)"), Direction::LeftToRight);
        assert_eq!(direction("שרה"), Direction::RightToLeft);
        assert_eq!(direction("2025"), Direction::LeftToRight);
    }
}
