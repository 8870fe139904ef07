//! The receipt set on A4: head, facts, everybody by number with both of their names, places that are left. What no font holds is
//! not drawn as boxes: a native name is then left out, the name of the travel document stands in Latin letters anyway.

use crate::files::typeset::{Align, Canvas, Ink, Pdf, PdfError, Room, Spot, Style, Typesetter, guilloche};
use crate::language::Language;

const A4: (f32, f32) = (210.0, 297.0);
const MARGIN: f32 = 22.0;
const WIDTH: f32 = A4.0 - 2.0 * MARGIN;
/// Where the last line of a page may stand.
const LOW: f32 = 272.0;
/// Left edges and widths of the columns: number, name, function, category.
const COLUMNS: [(f32, f32); 4] = [(0.0, 14.0), (16.0, 56.0), (74.0, 62.0), (138.0, WIDTH - 138.0)];
const INK: Ink = Ink::of([23, 33, 44]);
const SOFT: Ink = Ink::of([83, 93, 104]);
const LINE: Ink = Ink::of([200, 192, 176]);
const ACCENT: Ink = Ink::of([11, 79, 108]);

/// What a receipt says, in its reader's words.
pub struct Paper {
    pub conference: String,
    pub place: String,
    pub dates: String,
    pub title: String,
    pub lede: String,
    pub facts: Vec<(String, String)>,
    pub headings: [String; 4],
    pub people: Vec<PaperLine>,
    pub places_title: String,
    pub places: Vec<(String, String)>,
    pub note: String,
    /// `Page 1 of 2`.
    pub page_of: fn(Language, usize, usize) -> String,
    pub language: Language,
    pub seed: u32,
}

/// Somebody on the receipt.
pub struct PaperLine {
    pub reference: String,
    pub name: String,
    pub native_name: String,
    pub function: String,
    pub category: String,
}

impl PaperLine {
    fn height(&self) -> f32 {
        if self.native_name.is_empty() { 9.0 } else { 12.5 }
    }
}

/// What stands on each page: the people of it, and whether the places and the note do.
fn pages(paper: &Paper) -> Vec<&[PaperLine]> {
    let first = 85.0 + paper.facts.len() as f32 * 7.0;
    let (mut pages, mut start, mut y) = (Vec::new(), 0, first);
    for (place, line) in paper.people.iter().enumerate() {
        if y + line.height() > LOW {
            pages.push(&paper.people[start..place]);
            (start, y) = (place, 42.0);
        }
        y += line.height();
    }
    pages.push(&paper.people[start..]);
    if y + foot_height(paper) > LOW {
        pages.push(&[]);
    }
    pages
}

fn foot_height(paper: &Paper) -> f32 {
    paper.places.len() as f32 * 6.5 + 30.0
}

/// The receipt as PDF.
pub fn paper_pdf(setter: &mut Typesetter, paper: &Paper) -> Result<Vec<u8>, PdfError> {
    let pages = pages(paper);
    let mut pdf = Pdf::new(setter, &format!("{} · {}", paper.title, paper.conference), Some(paper.language.code()));
    for (at, people) in pages.iter().enumerate() {
        pdf.page(A4.0, A4.1, |page| {
            let mut y = if at == 0 { head(page, paper) } else { short_head(page, paper) };
            if !people.is_empty() {
                y = table(page, paper, people, y);
            }
            if at + 1 == pages.len() {
                foot(page, paper, y);
            }
            let number = (paper.page_of)(paper.language, at + 1, pages.len());
            put(page, &number, Style::sans(400, 8.0), (MARGIN, 286.0, WIDTH), Align::Right, SOFT);
            put(page, &paper.conference, Style::sans(400, 8.0), (MARGIN, 286.0, WIDTH * 0.75), Align::Left, SOFT);
            Ok::<_, PdfError>(())
        })?;
    }
    pdf.finish()
}

/// Sets a line at its left edge, baseline and width, and gives the baseline of its last line.
fn put(
    page: &mut Canvas<'_>,
    text: &str,
    style: Style,
    (x, baseline, width): (f32, f32, f32),
    align: Align,
    ink: Ink,
) -> f32 {
    let block = page.fit(text, style, Room { width, lines: 2, least: style.size * 0.72 });
    page.text(&block, Spot { x, baseline, width, align }, ink);
    baseline + block.depth()
}

fn rule(page: &mut Canvas<'_>, y: f32, ink: Ink) {
    page.rectangle(MARGIN, y, WIDTH, 0.2, ink);
}

fn head(page: &mut Canvas<'_>, paper: &Paper) -> f32 {
    page.stroke(guilloche(0.0, 0.0, A4.0, 20.0, 22, paper.seed), 0.1, ACCENT.at(0.5));
    let mut y = put(page, &paper.conference, Style::serif(500, 12.0), (MARGIN, 34.0, WIDTH), Align::Start, INK);
    let where_and_when = format!("{} · {}", paper.place, paper.dates);
    y = put(page, &where_and_when, Style::sans(400, 9.0), (MARGIN, y + 5.5, WIDTH), Align::Start, SOFT);
    y = put(page, &paper.title, Style::serif(500, 24.0), (MARGIN, y + 17.0, WIDTH), Align::Start, INK);
    y = put(page, &paper.lede, Style::sans(400, 10.5), (MARGIN, y + 8.0, WIDTH), Align::Start, INK);
    y += 6.0;
    for (label, value) in &paper.facts {
        rule(page, y, LINE);
        put(page, label, Style::sans(400, 9.0), (MARGIN, y + 5.0, 44.0), Align::Start, SOFT);
        put(page, value, Style::sans(600, 9.5), (MARGIN + 48.0, y + 5.0, WIDTH - 48.0), Align::Left, INK);
        y += 7.0;
    }
    rule(page, y, LINE);
    y + 9.0
}

fn short_head(page: &mut Canvas<'_>, paper: &Paper) -> f32 {
    page.stroke(guilloche(0.0, 0.0, A4.0, 9.0, 12, paper.seed), 0.1, ACCENT.at(0.5));
    let value = paper.facts.first().map(|(_, value)| value.as_str()).unwrap_or_default();
    put(page, &format!("{} · {value}", paper.title), Style::serif(500, 12.0), (MARGIN, 22.0, WIDTH), Align::Start, INK);
    34.0
}

fn table(page: &mut Canvas<'_>, paper: &Paper, people: &[PaperLine], top: f32) -> f32 {
    for (heading, (x, width)) in paper.headings.iter().zip(COLUMNS) {
        let block = page.fit(heading, Style::sans(600, 8.0), Room { width, lines: 1, least: 5.5 });
        page.text(&block, Spot { x: MARGIN + x, baseline: top, width, align: Align::Left }, SOFT);
    }
    let mut y = top + 2.5;
    for line in people {
        rule(page, y, LINE);
        let texts = [
            (&line.reference, Style::sans(400, 9.5)),
            (&line.name, Style::serif(500, 11.0)),
            (&line.function, Style::sans(400, 9.0)),
            (&line.category, Style::sans(400, 9.0)),
        ];
        for ((text, style), (x, width)) in texts.into_iter().zip(COLUMNS) {
            let block = page.fit(text, style, Room { width, lines: 1, least: style.size * 0.65 });
            page.text(&block, Spot { x: MARGIN + x, baseline: y + 5.6, width, align: Align::Left }, INK);
        }
        let (x, width) = COLUMNS[1];
        let native = page.fit(&line.native_name, Style::sans(400, 9.0), Room { width, lines: 1, least: 6.0 });
        if native.missing().is_empty() {
            page.text(&native, Spot { x: MARGIN + x, baseline: y + 10.2, width, align: Align::Left }, SOFT);
        }
        y += line.height();
    }
    rule(page, y, LINE);
    y
}

fn foot(page: &mut Canvas<'_>, paper: &Paper, top: f32) {
    let mut y =
        put(page, &paper.places_title, Style::serif(500, 12.0), (MARGIN, top + 11.0, WIDTH), Align::Start, INK) + 6.5;
    for (category, left) in &paper.places {
        put(page, category, Style::sans(400, 9.5), (MARGIN, y, 80.0), Align::Left, INK);
        put(page, left, Style::sans(400, 9.5), (MARGIN + 84.0, y, WIDTH - 84.0), Align::Left, INK);
        y += 6.5;
    }
    put(page, &paper.note, Style::sans(400, 8.5), (MARGIN, y + 5.0, WIDTH), Align::Start, SOFT);
}
