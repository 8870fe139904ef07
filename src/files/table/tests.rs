//! Tables as people really bring them, and as somebody might who means harm.

use super::*;
use proptest::prelude::*;

fn said(bytes: &[u8]) -> String {
    read_table(bytes, "list.csv").unwrap_err().key().to_owned()
}

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    read_table(bytes, "list.csv").unwrap().rows.into_iter().map(|row| row.cells).collect()
}

fn in_utf16(text: &str, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn namibia_and_norway_stay_what_they_are() {
    let table = read_table(b"Entity,Name EN\nNA,Namibia\nNO,Norway\n", "list.csv").unwrap();
    let entity = table.column("entity");
    assert_eq!(table.rows.iter().map(|row| row.cell(entity)).collect::<Vec<_>>(), ["NA", "NO"]);
    assert_eq!(table.column("name_en"), Some(1));
    assert_eq!(table.rows[1].number, 3);
    assert_eq!(table.rows[0].cell(table.column("missing")), "");
}

#[test]
fn every_usual_encoding_and_separator_is_found_out() {
    let expected = [["CI", "Côte d’Ivoire"], ["TR", "Türkiye"]];
    let text = "code;name\nCI;Côte d’Ivoire\nTR;Türkiye\n";
    let with_mark = format!("\u{feff}{text}");
    let tabs = text.replace(';', "\t");
    let commas = text.replace(';', ",").replace('\n', "\r\n");
    let named = format!("sep=|\n{}", text.replace(';', "|"));
    let big_endian: Vec<u8> = with_mark.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [
        text.as_bytes(),
        with_mark.as_bytes(),
        tabs.as_bytes(),
        commas.as_bytes(),
        named.as_bytes(),
        &in_utf16(text, true),
        &in_utf16(text, false),
        &big_endian,
    ] {
        assert_eq!(cells(bytes), expected, "{bytes:?}");
        assert_eq!(read_table(bytes, "x").unwrap().guessed, None);
    }
    let (old, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    assert_eq!(cells(&old), expected);
    assert_eq!(read_table(&old, "x").unwrap().guessed, Some("windows-1252"));
}

#[test]
fn decomposed_letters_are_composed() {
    assert_eq!(cells("n\nTu\u{308}rkiye\n".as_bytes()), [["Türkiye"]]);
}

#[test]
fn quoted_cells_keep_their_lines_and_separators() {
    let rows = cells(b"name,note\n\"Bolivia (Plurinational State of), the\",\"two\nlines\"\n");
    assert_eq!(rows, [["Bolivia (Plurinational State of), the", "two\nlines"]]);
}

#[test]
fn what_stands_beyond_the_headings_is_noticed() {
    let table = read_table(b"a,b\n1,2,3\n1,2,,\n1\n\n", "x").unwrap();
    let noticed: Vec<_> = table.rows.iter().map(|row| (row.number, row.overflows, row.cells.len())).collect();
    assert_eq!(noticed, [(2, true, 2), (3, false, 2), (4, false, 2)]);
}

#[test]
fn what_is_no_table_is_told_by_name() {
    assert_eq!(said(b""), "file-empty");
    assert_eq!(said(b"\n , \n"), "table-empty");
    assert_eq!(said(b"\xd0\xcf\x11\xe0\xa1\xb1"), "table-old-excel");
    assert_eq!(said(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "table-unreadable");
    assert_eq!(said(b"PK\x03\x04 no archive"), "table-unreadable");
    assert_eq!(said(b"key,Key\n1,2\n"), "table-heading-twice");
    assert_eq!(said(&vec![b'a'; MOST_BYTES + 1]), "file-too-large");
    assert_eq!(said(&[b"a\n".as_slice(), &b"1\n".repeat(MOST_ROWS + 1)].concat()), "table-too-many-rows");
    assert_eq!(said(&columns(MOST_COLUMNS + 1)), "table-too-many-columns");
    let unclosed = format!("a,b\n1,\"never closed{}", "\n2,x".repeat(2000));
    assert_eq!(said(unclosed.as_bytes()), "table-quotation-open");
    assert_eq!(said(format!("{unclosed}\"\n").as_bytes()), "table-cell-too-long");
}

#[test]
fn quotation_marks_inside_a_cell_are_letters() {
    assert_eq!(cells(b"a,b\n5\" pipe,\"the \"\"Sea\"\"\"\n\"\",x\n"), [["5\" pipe", "the \"Sea\""], ["", "x"]]);
}

fn columns(count: usize) -> Vec<u8> {
    let names: Vec<String> = (0..count).map(|number| format!("c{number}")).collect();
    names.join(",").into_bytes()
}

fn sheet(rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet { name: "Delegations".into(), headings: vec!["Key".into(), "Places".into()], rows }
}

#[test]
fn a_written_table_runs_nothing_and_reads_back_the_same() {
    let rows = vec![
        vec!["=HYPERLINK(\"http://evil\")".into(), 12.into()],
        vec!["+33 1 44 43".into(), Cell::Nothing],
        vec!["@SUM(A1)".into(), (-3).into()],
        vec!["NA".into(), "NO".into()],
    ];
    let plain = write_table(&sheet(rows.clone()), TableFormat::Csv).unwrap();
    let text = String::from_utf8(plain.clone()).unwrap();
    assert!(text.starts_with('\u{feff}') && text.contains("\"'=HYPERLINK") && text.contains("'@SUM"), "{text}");
    assert!(text.contains("'+33 1 44 43,") && text.contains(",-3\r\n"), "{text}");
    for bytes in [plain, write_table(&sheet(rows), TableFormat::Xlsx).unwrap()] {
        let expected = [["=HYPERLINK(\"http://evil\")", "12"], ["+33 1 44 43", ""], ["@SUM(A1)", "-3"], ["NA", "NO"]];
        assert_eq!(cells(&bytes), expected);
    }
}

#[test]
fn a_workbook_that_unpacks_to_a_flood_is_stopped() {
    use std::io::Write;
    let archive = |name: &str, content: &[u8], times: usize| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        (0..times).for_each(|_| writer.write_all(content).unwrap());
        writer.finish().unwrap().into_inner()
    };
    let bomb = archive("xl/worksheets/sheet1.xml", &vec![b' '; 1024 * 1024], 100);
    assert!(bomb.len() < 200 * 1024);
    assert_eq!(said(&bomb), "table-unpacks-too-large");
    let promise = archive("xl/sharedStrings.xml", b"<sst uniqueCount=\"99999999999\"></sst>", 1);
    assert_eq!(said(&promise), "table-unpacks-too-large");
}

#[test]
fn a_lone_cell_far_away_takes_no_memory() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "key").unwrap();
    page.write_string(1_048_575, 0, "last").unwrap();
    let table = read_table(&book.save_to_buffer().unwrap(), "x.xlsx").unwrap();
    assert_eq!(table.rows, [Row { number: 1_048_576, cells: vec!["last".into()], overflows: false }]);
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_string(0, 16_383, "key").unwrap();
    assert_eq!(said(&book.save_to_buffer().unwrap()), "table-too-many-columns");
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_fall(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_table(&bytes, "x");
        let _ = read_table(&[b"PK\x03\x04", bytes.as_slice()].concat(), "x");
    }

    #[test]
    fn what_was_written_is_read_again(texts in prop::collection::vec("[\\PC\n]{0,30}", 1..12)) {
        let rows: Vec<Vec<Cell>> = texts.iter().map(|text| vec![Cell::Text(text.clone()), "x".into()]).collect();
        let written = write_table(&sheet(rows), TableFormat::Csv).unwrap();
        let read = cells(&written);
        for (text, row) in texts.iter().zip(&read) {
            prop_assert_eq!(&row[0], &tidy(text));
        }
    }
}

#[test]
fn rows_are_numbered_alike_whatever_ends_their_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["key,name", "a,Ada", "", "b,Ben", "c,Cem"].join(end);
        let rows = read_table(text.as_bytes(), "x").unwrap().rows;
        assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 4, 5], "{end:?}");
    }
}

#[test]
fn a_quotation_that_never_ends_is_refused_with_its_row() {
    let told = |text: &str| read_table(text.as_bytes(), "x").map(|table| table.rows.len());
    assert_eq!(told("key,name\na,\"Ada\nb,Ben\n"), Err(Message::new("table-quotation-open").with("row", 2)));
    assert_eq!(told("key,name\r\na,Ada\r\n\r\n\"b,Ben\r\n"), Err(Message::new("table-quotation-open").with("row", 4)));
    for whole in
        ["key,name\na,\"Ada \"\"the\"\" Lovelace\"", "key;name\na;5\" pipe\n", "key,name\na,\"two\nlines\"\n\n"]
    {
        assert_eq!(told(whole), Ok(1), "{whole}");
    }
}
