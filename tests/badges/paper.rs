//! Badges on paper, judged as people and scanners judge them: pages are rendered, codes read by another program's
//! reader, names searched in the text. Needs `pdftoppm`, `pdftotext` (poppler-utils) and `zbarimg` (zbar-tools). With
//! `PLENIPO_KEEP=FOLDER` the pages stay there to be looked at.

use std::path::{Path, PathBuf};
use std::process::Command;

use plenipo::badges::code::{self, Claims, DayNumber, Purpose, Serial};
use plenipo::badges::keys::{Keys, SigningKey};
use plenipo::badges::picture::code_png;
use plenipo::badges::typeset::{BadgeSheet, CategoryLook, HomeTexts, badge_pdf, home_pdf, unprintable};
use plenipo::conferences::Pattern;
use plenipo::files::typeset::Typesetter;

fn key() -> SigningKey {
    SigningKey::from_seed(1, &[11; 32])
}

fn code_of(number: u64) -> String {
    let serial = Serial::new(number).unwrap();
    let (valid_from, valid_to) = (DayNumber(9428), DayNumber(9430));
    let claims = Claims { purpose: Purpose::Badge, conference: 1, serial, category: 2, valid_from, valid_to, zones: 7 };
    code::sign(&claims, &key()).into_string()
}

fn look(letter: &str, word: &str, colour: [u8; 3], pattern: Pattern) -> CategoryLook {
    CategoryLook { letter: letter.to_owned(), word: word.to_owned(), colour, pattern }
}

/// A face of plain shapes, coloured by the number.
fn portrait(number: u64) -> Vec<u8> {
    let mut picture = image::RgbImage::from_pixel(300, 400, image::Rgb([221, 227, 221]));
    let coat =
        image::Rgb([(40 + number * 37 % 80) as u8, (50 + number * 53 % 60) as u8, (60 + number * 71 % 80) as u8]);
    let skin = [[232, 190, 160], [141, 92, 60], [198, 148, 108], [96, 62, 42]][number as usize % 4];
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let (x, y) = (x as f32 - 150.0, y as f32);
        if (x / 130.0).powi(2) + ((y - 430.0) / 150.0).powi(2) < 1.0 {
            *pixel = coat;
        }
        if (x / 78.0).powi(2) + ((y - 165.0) / 96.0).powi(2) < 1.0 {
            *pixel = image::Rgb([44, 38, 36]);
        }
        if (x / 66.0).powi(2) + ((y - 185.0) / 88.0).powi(2) < 1.0 {
            *pixel = image::Rgb(skin);
        }
    }
    let mut jpeg = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 85).encode_image(&picture).unwrap();
    jpeg
}

fn oksana() -> BadgeSheet {
    BadgeSheet {
        conference: "Signing of the Convention".to_owned(),
        place_and_dates: "Hà Nội, 25–26 October 2025".to_owned(),
        category: look("E", "Head of delegation", [107, 30, 60], Pattern::Cross),
        name: "Oksana Mykolaivna Petrenko".to_owned(),
        native_name: Some("Оксана Миколаївна Петренко".to_owned()),
        functional_title: Some("Minister of Digital Transformation".to_owned()),
        delegation: "Ukraine".to_owned(),
        composition: Some("Head of delegation".to_owned()),
        portrait: Some(portrait(1)),
        code: code_of(417),
        number: "No. 000 417".to_owned(),
        areas: ["1", "2", "3", "V"].map(str::to_owned).to_vec(),
        validity: "24–26 Oct".to_owned(),
    }
}

fn person(number: u64, name: &str, native: &str, title: &str, delegation: &str, composition: &str) -> BadgeSheet {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    BadgeSheet {
        name: name.to_owned(),
        native_name: some(native),
        functional_title: some(title),
        delegation: delegation.to_owned(),
        composition: some(composition),
        portrait: Some(portrait(number)),
        code: code_of(number),
        number: format!("No. 000 {number:03}"),
        ..oksana()
    }
}

fn everybody() -> Vec<BadgeSheet> {
    let delegate = || look("D", "Delegate", [11, 79, 108], Pattern::Plain);
    let tuyet =
        person(2, "Nguyễn Thị Ánh Tuyết", "", "Thứ trưởng Bộ Ngoại giao", "Viet Nam", "Alternate head of delegation");
    let mohammed = person(
        3,
        "محمّد علاء الدين بن عبد الرحمن آل ثاني",
        "Mohammed bin Abdulrahman Al Thani",
        "رئيس مجلس الوزراء وزير الخارجية",
        "الإمارات العربية المتحدة",
        "رئيس الوفد",
    );
    let wang =
        person(4, "Wang Xiaoming", "王晓明", "Director-General, Department of Treaty and Law", "China", "Adviser");
    let ushantha = person(
        5,
        "Warnakulasuriya Patabendige Ushantha Joseph Chaminda Vaas Gunawardena",
        "වර්ණකුලසූරිය පටබැඳිගේ උෂාන්ත ජෝසප් චමින්ද වාස්",
        "Additional Secretary (Multilateral Affairs), Ministry of Foreign Affairs, Foreign Employment and Tourism",
        "Democratic Socialist Republic of Sri Lanka",
        "Representative",
    );
    let maria = person(
        6,
        "María Fernanda de los Ángeles Rodríguez-Zapatero y Fernández de Córdoba",
        "",
        "Observadora Permanente Adjunta",
        "Organization for the Prohibition of Chemical Weapons and Preparatory Commission",
        "Observer",
    );
    let suharto = BadgeSheet { portrait: Some(portrait(7)), ..person(7, "Suharno", "", "", "Indonesia", "Expert") };
    let king = BadgeSheet {
        portrait: None,
        native_name: None,
        category: look("E", "Head of State", [107, 30, 60], Pattern::Cross),
        ..person(8, "Ngwane Dlamini", "", "His Majesty the King", "Kingdom of Eswatini", "")
    };
    let press = BadgeSheet {
        category: look("P", "Press", [244, 196, 48], Pattern::Diagonal),
        areas: ["1", "2", "3", "4", "5", "6", "7", "M", "H", "X"].map(str::to_owned).to_vec(),
        ..person(9, "Ọlájùmọ̀kẹ́ Ṣóyínká", "", "Correspondent", "The Lagos Morning Courier", "")
    };
    let volunteer = BadgeSheet {
        category: look("V", "Volunteer", [20, 120, 84], Pattern::Dot),
        ..person(10, "김민지", "Kim Min-ji", "Interpreting booth support", "Host country", "")
    };
    let un = BadgeSheet {
        category: look("U", "United Nations", [0, 114, 188], Pattern::Wave),
        ..person(
            11,
            "Ελευθερία Παπαδοπούλου",
            "",
            "Chief, Treaty Section",
            "United Nations Office on Drugs and Crime",
            "",
        )
    };
    let contractor = BadgeSheet {
        category: look("C", "Contractor and crew", [90, 90, 90], Pattern::Line),
        ..person(12, "सुनीता शर्मा", "Sunita Sharma", "Sound engineer", "Meridian Staging", "")
    };
    let mut all =
        vec![oksana(), tuyet, mohammed, wang, ushantha, maria, suharto, king, press, volunteer, un, contractor];
    for sheet in [1, 2, 3, 4, 5, 6] {
        all[sheet].category = delegate();
    }
    all
}

pub(super) struct Printed {
    _folder: Option<tempfile::TempDir>,
    path: PathBuf,
}

impl Printed {
    pub(super) fn new(name: &str, pdf: &[u8]) -> Printed {
        let kept = std::env::var_os("PLENIPO_KEEP").map(PathBuf::from);
        let folder = kept.is_none().then(|| tempfile::tempdir().unwrap());
        let path = kept.unwrap_or_else(|| folder.as_ref().unwrap().path().to_owned());
        std::fs::write(path.join(name).with_extension("pdf"), pdf).unwrap();
        Printed { _folder: folder, path: path.join(name) }
    }

    pub(super) fn pages(&self, dots: u32) -> Vec<PathBuf> {
        run("pdftoppm", &["-r", &dots.to_string(), "-png", &self.pdf(), self.path.to_str().unwrap()]);
        let stem = self.path.file_name().unwrap().to_str().unwrap().to_owned() + "-";
        let entries = std::fs::read_dir(self.path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
        let mut pages: Vec<PathBuf> = entries.filter(|path| is_page(path, &stem)).collect();
        pages.sort();
        pages
    }

    pub(super) fn text(&self, page: usize) -> String {
        let page = (page + 1).to_string();
        let text = run("pdftotext", &["-f", &page, "-l", &page, &self.pdf(), "-"]);
        // Marks that pdftotext puts around right-to-left lines.
        let text = text.replace(['\u{202a}', '\u{202b}', '\u{202c}'], "");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn pdf(&self) -> String {
        self.path.with_extension("pdf").to_str().unwrap().to_owned()
    }
}

fn is_page(path: &Path, stem: &str) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.starts_with(stem) && name.ends_with(".png")
}

fn run(program: &str, arguments: &[&str]) -> String {
    let ran = Command::new(program).args(arguments).output().unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(ran.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

pub(super) fn scanned(picture: &Path) -> String {
    run("zbarimg", &["--quiet", "--raw", picture.to_str().unwrap()]).trim().to_owned()
}

fn setter() -> Typesetter {
    Typesetter::new(vec!["/usr/share/fonts".into()])
}

#[test]
fn every_badge_is_read_by_a_scanner_and_says_its_bearers_name() {
    let sheets = everybody();
    let mut counted = Vec::new();
    let pdf = badge_pdf(&mut setter(), &sheets, &mut |done| counted.push(done)).unwrap();
    assert_eq!(counted, (1..=sheets.len()).collect::<Vec<_>>());
    let printed = Printed::new("badges", &pdf);
    let pages = printed.pages(150);
    assert_eq!(pages.len(), sheets.len());
    let keys = Keys::from_iter([(1, key().public())]);
    for (at, (sheet, page)) in sheets.iter().zip(&pages).enumerate() {
        let read = scanned(page);
        assert_eq!(read, sheet.code, "{}", sheet.name);
        assert!(code::read(&read, &keys).is_ok());
        let text = printed.text(at);
        let said = [Some(&sheet.name), sheet.native_name.as_ref(), Some(&sheet.delegation), Some(&sheet.number)];
        for words in said.into_iter().flatten() {
            assert!(text.contains(words.as_str()), "{words:?} is not in {text:?}");
        }
    }
}

#[test]
fn a_badge_is_a6_and_the_code_34_millimetres_or_more() {
    let pdf = badge_pdf(&mut setter(), &[oksana()], &mut |_| {}).unwrap();
    let printed = Printed::new("size", &pdf);
    let page = image::open(&printed.pages(254)[0]).unwrap().into_luma8();
    // A tenth of a millimetre a pixel, the last one begun.
    assert_eq!(page.dimensions(), (1051, 1481));
    let dark = |x: u32| (314..714).any(|y| page.get_pixel(x, y).0[0] < 60);
    let code: Vec<u32> = (560..1050).filter(|x| dark(*x)).collect();
    let width = code.last().unwrap() - code.first().unwrap() + 1;
    assert!((340..=420).contains(&width), "{width} tenths of a millimetre");
    let quiet = width * 4 / 37;
    let light = |x: u32, y: u32| page.get_pixel(x, y).0[0] > 250;
    let (left, right) = (code.first().unwrap() - quiet, code.last().unwrap() + quiet);
    assert!((314 - quiet..714 + quiet).all(|y| light(left, y) && light(right, y)));
}

#[test]
fn a_name_that_no_font_shows_is_reported_before_printing() {
    let mut sheets = everybody();
    assert_eq!(unprintable(&mut setter(), &sheets), []);
    sheets[3].name = "Ada \u{1f9ff}\u{10ffff}".to_owned();
    let found = unprintable(&mut Typesetter::new(Vec::new()), &sheets[3..4]);
    assert_eq!(found, [(0, vec!['\u{1f9ff}', '\u{10ffff}'])]);
}

#[test]
fn a_damaged_portrait_is_named_by_its_sheet() {
    let broken = BadgeSheet { portrait: Some(b"not a jpeg".to_vec()), ..oksana() };
    let error = badge_pdf(&mut setter(), &[oksana(), broken], &mut |_| {}).unwrap_err();
    assert!(error.to_string().starts_with("sheet 1"), "{error}");
}

#[test]
fn a_badge_printed_at_home_is_as_large_as_one_from_the_desk() {
    let steps = [
        "Print this page at its true size (100 %), in colour if you can.",
        "Cut along the marks.",
        "Bring your passport: it is compared with the badge at the entrance.",
    ];
    let texts = HomeTexts {
        title: "Your badge".to_owned(),
        steps: steps.map(str::to_owned).to_vec(),
        language: "en".to_owned(),
    };
    let pdf = home_pdf(&mut setter(), &oksana(), &texts).unwrap();
    let printed = Printed::new("home", &pdf);
    let pages = printed.pages(150);
    assert_eq!(scanned(&pages[0]), oksana().code);
    let text = printed.text(0);
    assert!(text.contains("Cut along the marks.") && text.contains("Oksana Mykolaivna"), "{text}");
}

#[test]
fn the_collection_code_of_a_mail_is_read_from_its_picture() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("code.png");
    std::fs::write(&path, code_png(&code_of(417)).unwrap()).unwrap();
    assert_eq!(scanned(&path), code_of(417));
}
