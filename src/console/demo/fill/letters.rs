//! The letters that came with the rosters that officers still look at, set as PDF.

use std::sync::Arc;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use sha2::{Digest, Sha256};

use super::Setting;
use super::stage::Stage;
use crate::console::demo::cast::Cast;
use crate::console::demo::letter::{Letter, letter};
use crate::db::Connection;
use crate::files::typeset::{Align, Ink, Pdf, PdfError, Room, Spot, Style, Typesetter};
use crate::ids::*;
use crate::schema::{delegation_letter, stored_file, stored_file_chunk};
use crate::web::{Answer, Problem};

/// The conference as it stands inside a sentence.
const NAMES: [(&str, &str); 2] =
    [("en", "the Signing Conference in Hà Nội"), ("fr", "la Conférence de signature à Hanoï")];

/// A sheet of A4 in millimetres, its margin and the width of its text.
const SHEET: (f32, f32) = (210.0, 297.0);
const MARGIN: f32 = 24.0;
const TEXT: f32 = SHEET.0 - 2.0 * MARGIN;

/// Writes one letter for each delegation that somebody's file waits for or was sent back to.
pub(super) async fn build(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    cast: &Arc<Cast>,
    delegations: &[DelegationId],
) -> Answer<()> {
    let written = setting.first.plus_days(-30).0;
    let made = {
        let cast = Arc::clone(cast);
        tokio::task::spawn_blocking(move || set_all(&cast, written)).await.map_err(Problem::broken)??
    };
    let at = setting.at(-28, 11, 0);
    let mut heads = Vec::new();
    let mut chunks = Vec::new();
    let mut letters = Vec::new();
    for (place, kind, content) in &made {
        let file = FileId::new();
        heads.push((
            stored_file::id.eq(file),
            stored_file::conference_id.eq(stage.conference.0),
            stored_file::kind.eq("letter"),
            stored_file::name.eq(format!("{}.pdf", kind.replace('_', "-"))),
            stored_file::media_type.eq("application/pdf"),
            stored_file::size.eq(content.len() as i64),
            stored_file::digest.eq(Sha256::digest(content).to_vec()),
            stored_file::sealed.eq(false),
            stored_file::created_at.eq(at),
        ));
        // A letter of one or two pages is smaller than a chunk.
        chunks.push((
            stored_file_chunk::file_id.eq(file),
            stored_file_chunk::ordinal.eq(0),
            stored_file_chunk::content.eq(content),
        ));
        letters.push((
            delegation_letter::id.eq(LetterId::new()),
            delegation_letter::conference_id.eq(stage.conference),
            delegation_letter::delegation_id.eq(delegations[*place]),
            delegation_letter::kind.eq(*kind),
            delegation_letter::version.eq(1),
            delegation_letter::file_id.eq(file),
            delegation_letter::filed_at.eq(at),
        ));
    }
    diesel::insert_into(stored_file::table).values(heads).execute(c).await?;
    diesel::insert_into(stored_file_chunk::table).values(chunks).execute(c).await?;
    diesel::insert_into(delegation_letter::table).values(letters).execute(c).await?;
    Ok(())
}

/// Place of the delegation, kind of the letter, the file.
type Set = (usize, &'static str, Vec<u8>);

fn set_all(cast: &Cast, written: jiff::civil::Date) -> Answer<Vec<Set>> {
    // Letters are in Latin letters, which need no font of the machine.
    let mut setter = Typesetter::new(Vec::new());
    let mut all = Vec::new();
    let mut start = 0;
    for (place, (delegation, roster)) in cast.rosters().enumerate() {
        let fates = &cast.fates[start..start + roster.len()];
        start += roster.len();
        if !fates.iter().any(|fate| fate.waits()) {
            continue;
        }
        let name = NAMES.iter().find(|(language, _)| *language == delegation.language).unwrap_or(&NAMES[0]).1;
        let letter = letter(delegation, roster, name, written);
        all.push((place, letter.kind, sheet(&mut setter, &letter).map_err(Problem::broken)?));
    }
    Ok(all)
}

/// Lines of the roster on a page of its own.
const ROWS: usize = 34;

fn sheet(setter: &mut Typesetter, letter: &Letter) -> Result<Vec<u8>, PdfError> {
    let title = letter.sender.iter().map(String::as_str).next().unwrap_or_default();
    let mut pdf = Pdf::new(setter, title, Some(letter.language));
    pdf.page(SHEET.0, SHEET.1, |page| {
        let ink = Ink::of([24, 28, 34]);
        let mut y = 30.0;
        let mut put =
            |page: &mut crate::files::typeset::Canvas<'_>, text: &str, style: Style, align: Align, after: f32| {
                let block = page.fit(text, style, Room { width: TEXT, lines: 14, least: style.size * 0.9 });
                page.text(&block, Spot { x: MARGIN, baseline: y, width: TEXT, align }, ink);
                y += block.depth() + block.pitch() + after;
            };
        for line in &letter.sender {
            put(page, line, Style::serif(700, 13.0), Align::Centre, 1.0);
        }
        put(page, &letter.reference, Style::serif(400, 10.0), Align::Left, 8.0);
        put(page, &letter.place_and_date, Style::serif(400, 10.5), Align::Right, 6.0);
        put(page, &letter.addressee, Style::serif(400, 10.5), Align::Left, 8.0);
        for paragraph in letter.paragraphs.iter().chain([&letter.closing]) {
            put(page, paragraph, Style::serif(400, 11.0), Align::Left, 4.0);
        }
        Ok::<_, PdfError>(())
    })?;
    for rows in letter.roster.chunks(ROWS) {
        pdf.page(SHEET.0, SHEET.1, |page| {
            let ink = Ink::of([24, 28, 34]);
            for (place, row) in rows.iter().enumerate() {
                let baseline = 30.0 + place as f32 * 7.0;
                let columns = [(0.0, 10.0), (10.0, 58.0), (70.0, 56.0), (128.0, TEXT - 128.0)];
                for (text, (x, width)) in row.iter().zip(columns) {
                    let block = page.fit(text, Style::serif(400, 9.5), Room { width, lines: 1, least: 5.0 });
                    page.text(&block, Spot { x: MARGIN + x, baseline, width, align: Align::Left }, ink);
                }
            }
            Ok::<_, PdfError>(())
        })?;
    }
    pdf.finish()
}
