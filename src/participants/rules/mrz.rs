//! The machine-readable lines of a travel document (ICAO Doc 9303, parts 4 to 6): passports (two lines of 44), cards (three of 30), and
//! the middle size (two of 36), pasted or typed by a reader.
//!
//! Every figure that has a check digit is checked, and what fails is named; it is never filled in. Names come as the lines have
//! them: in capitals, without accents, and where they were too long, cut. They fill empty fields alone.

use crate::clock::Day;
use crate::delegations::entities;
use crate::participants::model::{DocumentKind, Sex};

/// What the lines say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mrz {
    pub kind: DocumentKind,
    /// ISO 3166 alpha-2, or `UN`, `EU`, `XO` for issuers that are no States.
    pub issuer: Option<String>,
    pub number: Option<String>,
    /// Either part may be empty.
    pub family_name: String,
    pub given_name: String,
    /// ISO 3166 alpha-2, or `XX` for somebody whom no State considers its own.
    pub nationality: Option<String>,
    pub sex: Option<Sex>,
    pub birth: Option<Day>,
    pub expiry: Option<Day>,
    /// Fields whose check digit does not fit what stands there.
    pub unsure: Vec<&'static str>,
}

/// Why lines could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There are neither two lines of 44 or 36 signs nor three of 30.
    NotTheLines,
    /// A visa, which is no identity paper.
    Visa,
}

/// Reads the lines as they were pasted: in one piece or several, in small letters, with spaces, with quotation marks for `<<`.
///
/// # Errors
/// They are no machine-readable lines.
pub fn read_mrz(text: &str, today: Day) -> Result<Mrz, Unread> {
    let lines = lines(text)?;
    match lines.as_slice() {
        [first, second] => two_lines(first, second, today),
        [first, second, third] => card(first, second, third, today),
        _ => Err(Unread::NotTheLines),
    }
}

fn lines(text: &str) -> Result<Vec<String>, Unread> {
    let clean = |line: &str| -> String {
        line.chars()
            .flat_map(|letter| match letter {
                '«' | '‹' => vec!['<', '<'],
                letter => letter.to_uppercase().collect(),
            })
            .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '<')
            .collect()
    };
    let rows: Vec<String> = text.lines().map(clean).filter(|row| row.len() > 8).collect();
    let whole = rows.concat();
    let cut = |length: usize, count: usize| -> Option<Vec<String>> {
        // A reader may send all in one piece; people lose the fillers at the end of the line with the names.
        if rows.len() == 1 && whole.len() == length * count {
            return Some((0..count).map(|row| whole[row * length..(row + 1) * length].to_owned()).collect());
        }
        let names = if count == 3 { 2 } else { 0 };
        let fits = rows.len() == count
            && rows
                .iter()
                .enumerate()
                .all(|(place, row)| row.len() == length || (place == names && row.len() < length));
        fits.then(|| rows.iter().map(|row| format!("{row:<<length$}")).collect())
    };
    cut(44, 2).or_else(|| cut(36, 2)).or_else(|| cut(30, 3)).ok_or(Unread::NotTheLines)
}

/// A passport, or a card of the middle size.
fn two_lines(first: &str, second: &str, today: Day) -> Result<Mrz, Unread> {
    let kind = kind(&first[..2])?;
    let mut read = Reading { unsure: Vec::new(), today };
    let mut number = &second[..9];
    let long;
    // A number of more than nine signs goes on behind (cards alone); its first part says so by a filler for a check digit.
    if first.len() == 36 && &second[9..10] == "<" {
        long = overlong(number, &second[28..35]);
        if let Some(long) = &long {
            number = long;
        }
        read.check("document_number", long.is_some());
    } else {
        read.digit("document_number", number, &second[9..10]);
    }
    let (family_name, given_name) = names(&first[5..]);
    let birth = read.date("birth", &second[13..19], &second[19..20], Century::Past);
    let expiry = read.date("document_expires", &second[21..27], &second[27..28], Century::Near);
    let composite = if first.len() == 44 {
        (format!("{}{}{}", &second[..10], &second[13..20], &second[21..43]), &second[43..])
    } else {
        (format!("{}{}{}", &second[..10], &second[13..20], &second[21..35]), &second[35..])
    };
    read.whole(&composite.0, composite.1);
    Ok(Mrz {
        kind,
        issuer: country(&first[2..5]),
        number: plain(number).filter(|_| !read.unsure.contains(&"document_number")),
        family_name,
        given_name,
        nationality: country(&second[10..13]),
        sex: sex(&second[20..21]),
        birth,
        expiry,
        unsure: read.unsure,
    })
}

/// A card.
fn card(first: &str, second: &str, third: &str, today: Day) -> Result<Mrz, Unread> {
    let kind = kind(&first[..2])?;
    let mut read = Reading { unsure: Vec::new(), today };
    let long = (&first[14..15] == "<").then(|| overlong(&first[5..14], &first[15..30]));
    let number = match &long {
        Some(long) => {
            read.check("document_number", long.is_some());
            long.clone().unwrap_or_default()
        }
        None => {
            read.digit("document_number", &first[5..14], &first[14..15]);
            first[5..14].to_owned()
        }
    };
    let birth = read.date("birth", &second[..6], &second[6..7], Century::Past);
    let expiry = read.date("document_expires", &second[8..14], &second[14..15], Century::Near);
    read.whole(&format!("{}{}{}{}", &first[5..30], &second[..7], &second[8..15], &second[18..29]), &second[29..]);
    let (family_name, given_name) = names(third);
    Ok(Mrz {
        kind,
        issuer: country(&first[2..5]),
        number: plain(&number).filter(|_| !read.unsure.contains(&"document_number")),
        family_name,
        given_name,
        nationality: country(&second[15..18]),
        sex: sex(&second[7..8]),
        birth,
        expiry,
        unsure: read.unsure,
    })
}

/// The first nine signs of a number and the rest with its check digit, up to the first filler; nothing when the digit does not fit.
fn overlong(first: &str, rest: &str) -> Option<String> {
    let rest = rest.split('<').next()?;
    let (rest, digit) = rest.split_at(rest.len().checked_sub(1)?);
    let whole = format!("{first}{rest}");
    (check_digit(&whole) == digit.parse().ok()).then_some(whole)
}

fn kind(code: &str) -> Result<DocumentKind, Unread> {
    match code.as_bytes() {
        [b'V', _] => Err(Unread::Visa),
        [b'P', b'D'] => Ok(DocumentKind::DiplomaticPassport),
        [b'P', b'S' | b'O'] => Ok(DocumentKind::ServicePassport),
        // The laissez-passer of the United Nations and the European Union.
        [b'P', b'L'] | [b'L', _] => Ok(DocumentKind::LaissezPasser),
        [b'P', _] => Ok(DocumentKind::Passport),
        [b'I' | b'A' | b'C', _] => Ok(DocumentKind::NationalIdentity),
        _ => Err(Unread::NotTheLines),
    }
}

/// Family name, two fillers, given names; one filler is a space. Somebody with one name has it first.
fn names(field: &str) -> (String, String) {
    let letters = field.replace('0', "O").replace('1', "I");
    let (family, given) = letters.split_once("<<").unwrap_or((&letters, ""));
    let words = |part: &str| part.split('<').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    (words(family), words(given))
}

/// The three letters of a country, and of those that are none.
fn country(code: &str) -> Option<String> {
    let letters = code.replace('0', "O").replace('1', "I");
    let letters = letters.trim_end_matches('<');
    match letters {
        "D" => Some("DE".to_owned()),
        // Kinds of British nationals.
        "GBD" | "GBN" | "GBO" | "GBP" | "GBS" => Some("GB".to_owned()),
        "UNO" | "UNA" => Some("UN".to_owned()),
        "EUE" => Some("EU".to_owned()),
        "XOM" => Some("XO".to_owned()),
        // A stateless person, a refugee, a refugee of another kind.
        "XXA" | "XXB" | "XXC" => Some("XX".to_owned()),
        three if three.len() == 3 => entities::by_code(three).map(|entity| entity.alpha2.clone()),
        _ => None,
    }
}

fn sex(sign: &str) -> Option<Sex> {
    match sign {
        "F" => Some(Sex::Female),
        "M" => Some(Sex::Male),
        "X" | "<" => Some(Sex::Unspecified),
        _ => None,
    }
}

fn plain(number: &str) -> Option<String> {
    let number = number.trim_end_matches('<').replace('<', " ");
    Some(number.trim().to_owned()).filter(|number| !number.is_empty())
}

/// On which side of today two digits of a year lie.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Century {
    /// Nobody is born tomorrow.
    Past,
    /// No document is good for fifty years, and none that ran out fifty years ago is pasted.
    Near,
}

struct Reading {
    unsure: Vec<&'static str>,
    today: Day,
}

impl Reading {
    fn check(&mut self, field: &'static str, fits: bool) {
        if !fits {
            self.unsure.push(field);
        }
    }

    fn digit(&mut self, field: &'static str, text: &str, digit: &str) {
        // An empty optional field may have a filler for its digit.
        let fits =
            check_digit(text) == figures(digit).parse().ok() || (digit == "<" && text.chars().all(|one| one == '<'));
        self.check(field, fits);
    }

    fn whole(&mut self, text: &str, digit: &str) {
        // With every part right, a wrong last digit means that a part without one of its own was misread.
        if self.unsure.is_empty() && check_digit(text) != figures(digit).parse().ok() {
            self.unsure.push("mrz");
        }
    }

    fn date(&mut self, field: &'static str, text: &str, digit: &str, century: Century) -> Option<Day> {
        let text = figures(text);
        self.digit(field, &text, digit);
        if self.unsure.contains(&field) {
            return None;
        }
        let part = |from: usize| text.get(from..from + 2).and_then(|part| part.parse::<i16>().ok());
        let (year, month, day) = (part(0)?, part(2)?, part(4)?);
        let this = self.today.0.year();
        let year = match (century, this / 100 * 100 + year) {
            (Century::Past, near) if near > this => near - 100,
            (Century::Near, near) if near > this + 50 => near - 100,
            (Century::Near, near) if near < this - 49 => near + 100,
            (_, near) => near,
        };
        Day::new(year, month.try_into().ok()?, day.try_into().ok()?)
    }
}

/// Letters that readers take for figures, where only figures can stand.
fn figures(text: &str) -> String {
    let figure = |letter| match letter {
        'O' | 'Q' | 'D' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'G' => '6',
        'B' => '8',
        other => other,
    };
    text.chars().map(figure).collect()
}

/// Weights 7, 3, 1 over figures, letters from ten, and fillers as nothing (Doc 9303, part 3, 4.9); nothing for other signs.
fn check_digit(text: &str) -> Option<u32> {
    let values = text.chars().map(|sign| if sign == '<' { Some(0) } else { sign.to_digit(36) });
    values
        .zip([7, 3, 1].into_iter().cycle())
        .try_fold(0, |sum, (value, weight)| Some(sum + value? * weight))
        .map(|sum| sum % 10)
}

#[cfg(test)]
#[path = "mrz/tests.rs"]
mod tests;
