//! Reading delimited text: the encoding and the separator are found out from the bytes.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::MOST_ROWS;
use crate::language::Message;

type Rows = Vec<(usize, Vec<String>)>;

/// The rows with their numbers, and the name of the encoding where it was only guessed.
pub(super) fn rows(bytes: &[u8]) -> Result<(Rows, Option<&'static str>), Message> {
    let (encoding, guessed) = encoding_of(bytes)?;
    let (text, _, malformed) = encoding.decode(bytes);
    // Text holds no zeros and hardly any control characters; what does is some other kind of file.
    let strange = text.chars().take(4096).filter(|letter| letter.is_control() && !letter.is_whitespace()).count();
    if malformed || strange > 8 || text.contains('\0') {
        return Err(Message::new("table-unreadable"));
    }
    let (separator, text) = separator_of(&text);
    Ok((split(text, separator)?, guessed.then(|| encoding.name())))
}

/// By byte order mark, else by the zeros that UTF-16 has in every other place, else UTF-8 if it is that; what remains was
/// written by an old spreadsheet, most often in the Western code page, and its reader is told so.
fn encoding_of(bytes: &[u8]) -> Result<(&'static Encoding, bool), Message> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Message::new("table-old-excel"));
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok((encoding, false));
    }
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    if head.len() >= 4 && bytes.len().is_multiple_of(2) {
        let half = head.len() / 2;
        match (zeros(0), zeros(1)) {
            (0, odd) if odd * 3 > half => return Ok((UTF_16LE, false)),
            (even, 0) if even * 3 > half => return Ok((UTF_16BE, false)),
            _ => {}
        }
    }
    if std::str::from_utf8(bytes).is_ok() { Ok((UTF_8, false)) } else { Ok((WINDOWS_1252, true)) }
}

/// The separator that a first line `sep=;` names, else the one that cuts the first line of headings into most cells.
fn separator_of(text: &str) -> (u8, &str) {
    let text = text.trim_start_matches('\u{feff}');
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(named) = first.trim().strip_prefix("sep=").filter(|named| named.len() == 1) {
        return (named.as_bytes()[0], rest);
    }
    let headings = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let cells = |separator: u8| {
        let mut reader = reader(headings.as_bytes(), separator);
        let first = reader.records().next();
        first.and_then(Result::ok).map_or(0, |record| record.len())
    };
    // The first wins where two cut alike.
    let best = [b',', b';', b'\t', b'|'].into_iter().rev().max_by_key(|separator| cells(*separator));
    (best.unwrap_or(b','), text)
}

fn reader(text: &[u8], separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).from_reader(text)
}

fn split(text: &str, separator: u8) -> Result<Rows, Message> {
    // One kind of line end, or the reader's numbers lag behind.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rows = Vec::new();
    let mut last = (1, 0);
    for record in reader(text.as_bytes(), separator).records() {
        let record = record.map_err(|_| Message::new("table-unreadable"))?;
        // Rows with nothing in them are dropped later; a file of a million of them is stopped here.
        if rows.len() > MOST_ROWS * 2 {
            return Err(Message::new("table-too-many-rows").with("most", MOST_ROWS));
        }
        // Numbered by lines, which is what an editor shows, and a spreadsheet too where no cell has several.
        // The reader's place of a record is before the empty lines that it passes over.
        let line = record.position().map_or(rows.len() + 1, |at| {
            let begin = usize::try_from(at.byte()).unwrap_or(usize::MAX);
            let empty = text.as_bytes().iter().skip(begin).take_while(|byte| **byte == b'\n').count();
            usize::try_from(at.line()).unwrap_or(usize::MAX).saturating_add(empty)
        });
        last = (line, record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(usize::MAX)));
        rows.push((line, record.iter().map(ToOwned::to_owned).collect()));
    }
    check_last_quotation(&text, separator, last)?;
    Ok(rows)
}

/// A quotation that never ends swallows the rest of the file as one cell of its last row, which begins at this byte.
fn check_last_quotation(text: &str, separator: u8, (row, begin): (usize, usize)) -> Result<(), Message> {
    let (mut quoted, mut at_start) = (false, true);
    let mut bytes = text.bytes().skip(begin).peekable();
    while let Some(byte) = bytes.next() {
        match (quoted, byte) {
            // Two of them inside a quotation stand for one.
            (true, b'"') if bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            (true, b'"') => quoted = false,
            (true, _) => {}
            (false, b'"') if at_start => quoted = true,
            _ => {}
        }
        at_start = !quoted && (byte == separator || byte == b'\n');
    }
    if quoted { Err(Message::new("table-quotation-open").with("row", row)) } else { Ok(()) }
}
