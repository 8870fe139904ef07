//! The glyphs of a run with the text each stands for, so that a PDF can be searched and copied from.
//!
//! Readers of PDF take the glyphs of a right-to-left line from left to right and turn the whole line round, letter by
//! letter. So there every glyph stands for one letter: a ligature of two says its last letter and is followed by a blank
//! of no width that says the first. (A ligature that says both comes out with its letters swapped in half the readers.)

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use parley::{Glyph, Run};

use super::Block;
use super::fonts::is_visible;

/// In visual order; lengths in ems. `blank` is a glyph that shows nothing, for right-to-left runs.
pub(super) fn glyphs(block: &Block, run: &Run<'_, ()>, blank: Option<u32>) -> Vec<KrillaGlyph> {
    let mut drawn: Vec<KrillaGlyph> = Vec::new();
    // Letters of a ligature whose glyph is still to come: from right to left the first letter, which has it, is last.
    let mut waiting: Option<Range<usize>> = None;
    for cluster in run.visual_clusters() {
        let mut range = cluster.text_range();
        if cluster.is_ligature_continuation() {
            match drawn.last_mut().filter(|_| !run.is_rtl()) {
                Some(ligature) => ligature.text_range.end = range.end,
                None => waiting = Some(waiting.map_or(range.clone(), |waiting| joined(&waiting, &range))),
            }
            continue;
        }
        if let Some(waiting) = waiting.take() {
            range = joined(&range, &waiting);
        }
        let text = &block.text[range.clone()];
        let shown = text.contains(|c: char| is_visible(c) || c.is_whitespace());
        let cluster = cluster.glyphs().filter(|glyph| shown || glyph.advance != 0.0);
        let em = run.font_size();
        match blank {
            Some(blank) => drawn.extend(letter_by_letter(cluster.collect(), text, range.start, em, blank)),
            None => drawn.extend(cluster.map(|glyph| placed(glyph, em, range.clone()))),
        }
    }
    drawn
}

/// A right-to-left cluster: the glyph that advances says its first letter, blanks before it the others from the last
/// on; marks say nothing themselves, because readers take a raised glyph for a word of its own.
fn letter_by_letter(cluster: Vec<Glyph>, text: &str, start: usize, em: f32, blank: u32) -> Vec<KrillaGlyph> {
    let mut letters: Vec<_> = text.char_indices().map(|(at, c)| start + at..start + at + c.len_utf8()).collect();
    let main = cluster.iter().position(|glyph| glyph.advance != 0.0).unwrap_or(0);
    let mut drawn = Vec::new();
    for (at, glyph) in cluster.into_iter().enumerate() {
        if at != main {
            drawn.push(placed(glyph, em, start..start));
            continue;
        }
        let first = if letters.is_empty() { start..start } else { letters.remove(0) };
        let others = letters.drain(..).rev();
        drawn.extend(others.map(|letter| KrillaGlyph::new(GlyphId::new(blank), 0.0, 0.0, 0.0, 0.0, letter, None)));
        drawn.push(placed(glyph, em, first));
    }
    drawn
}

fn placed(glyph: Glyph, em: f32, range: Range<usize>) -> KrillaGlyph {
    // parley counts downwards, krilla upwards.
    let [advance, x, y] = [glyph.advance, glyph.x, -glyph.y].map(|length| length / em);
    KrillaGlyph::new(GlyphId::new(glyph.id), advance, x, y, 0.0, range, None)
}

fn joined(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}
