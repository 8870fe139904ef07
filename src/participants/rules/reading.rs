//! How single fields are read: cleaned without being changed, digits of any keyboard understood, and each refusal a message.

use crate::clock::Day;
use crate::delegations::entities;
use crate::language::{Message, is_out_of_place, western_digits};
use crate::web::is_email;

/// The longest single line, in letters.
const LINE: usize = 200;
/// The longest text of several lines.
const TEXT: usize = 2000;
/// The oldest person that anybody has been.
const OLDEST: i32 = 125;

/// A text without what no name holds: control characters and the marks that turn the direction of everything after them.
/// Joiners and single direction marks, which Persian, Hindi and emoji need, stay.
pub struct Cleaned(pub String);

impl Cleaned {
    pub fn line(text: &str) -> Self {
        let kept: String = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect();
        Self(kept.chars().filter(|letter| !is_out_of_place(*letter)).collect::<String>().trim().to_owned())
    }

    fn text(text: &str) -> Self {
        let lines: Vec<String> = text.lines().map(|line| Self::line(line).0).collect();
        Self(lines.join("\n").trim().to_owned())
    }
}

/// A name, a title: one line, as it was typed.
///
/// # Errors
/// Longer than any name is.
pub fn read_line(text: &str) -> Result<String, Message> {
    let Cleaned(line) = Cleaned::line(text);
    if line.chars().count() > LINE { Err(Message::new("field-too-long").with("most", LINE)) } else { Ok(line) }
}

/// A text of several lines.
///
/// # Errors
/// Longer than anybody would read.
pub fn read_text(text: &str) -> Result<String, Message> {
    let Cleaned(text) = Cleaned::text(text);
    if text.chars().count() > TEXT { Err(Message::new("field-too-long").with("most", TEXT)) } else { Ok(text) }
}

/// Three inputs as a day; nothing where all three are empty.
///
/// # Errors
/// A part is missing or there is no such day.
pub fn read_date(day: &str, month: &str, year: &str) -> Result<Option<Day>, Message> {
    let parts = [day, month, year].map(|part| western_digits(part.trim()));
    if parts.iter().all(String::is_empty) {
        return Ok(None);
    }
    let [day, month, year] = &parts;
    let read = || Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let found = read().filter(|_| year.len() == 4);
    found.map(Some).ok_or_else(|| Message::new("field-not-a-day"))
}

/// A birth date that a living person can have.
///
/// # Errors
/// In the future or longer ago than anybody has lived.
pub fn check_birth(birth: Day, today: Day) -> Result<Day, Message> {
    if birth > today || birth.plus_days(OLDEST * 366) < today {
        Err(Message::new("participants-birth-cannot-be"))
    } else {
        Ok(birth)
    }
}

/// The two letters of a country as a select sends them; nothing for an empty choice. `extra` are codes beyond States and
/// territories: an issuer of identity papers, no nationality.
///
/// # Errors
/// A code that the list does not have.
pub fn read_country(code: &str, extra: &[&str]) -> Result<Option<String>, Message> {
    match code.trim() {
        "" => Ok(None),
        code if extra.contains(&code) || is_country(code) => Ok(Some(code.to_owned())),
        _ => Err(Message::new("field-choose")),
    }
}

/// A State or a territory; the European Union is neither.
fn is_country(code: &str) -> bool {
    entities::by_code(code)
        .is_some_and(|entity| entity.alpha2 == code && entity.kind != entities::Kind::RegionalOrganization)
}

/// An e-mail address in lower case; nothing for an empty field.
///
/// # Errors
/// Not an address that mail can be sent to.
pub fn read_email(text: &str) -> Result<Option<String>, Message> {
    let address = Cleaned::line(text).0.to_lowercase();
    if address.is_empty() {
        return Ok(None);
    }
    let sendable = address.len() <= 254 && is_email(&address);
    if sendable { Ok(Some(address)) } else { Err(Message::new("field-not-an-address")) }
}

/// A telephone number in E.164. Without a leading + it is read as one of `country`, where that is known.
///
/// # Errors
/// Not a number of any country.
pub fn read_phone(text: &str, country: Option<&str>) -> Result<Option<String>, Message> {
    let typed = western_digits(&Cleaned::line(text).0);
    if typed.is_empty() {
        return Ok(None);
    }
    let typed = typed.strip_prefix("00").map_or(typed.clone(), |rest| format!("+{rest}"));
    let home = country.and_then(|code| code.parse().ok());
    let number = phonenumber::parse(home, &typed).ok().filter(phonenumber::is_valid);
    let number = number.ok_or_else(|| Message::new("participants-not-a-phone-number"))?;
    Ok(Some(number.format().mode(phonenumber::Mode::E164).to_string()))
}

/// What may be shown of an identity paper's number without asking: its first two and last two characters, and less of a
/// short one.
pub fn hint_of_number(number: &str) -> String {
    let letters: Vec<char> = number.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let shown = if letters.len() >= 7 { 2 } else { usize::from(letters.len() >= 4) };
    let (first, last) = (&letters[..shown], &letters[letters.len() - shown..]);
    first.iter().chain(&['•'; 5]).chain(last).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_of_every_script_stay_as_they_were_typed() {
        for name in ["Nguyễn Thị Hồng Ánh", "عبد الرحمن القحطاني", "N’Guessan", "X Æ A-12 🕊️", "می‌خواهم", "O", "Ñ̃"]
        {
            assert_eq!(read_line(&format!("  {name}\t")).unwrap(), name);
        }
        assert_eq!(read_line("Ada\0\u{202e}Lovelace\r\n").unwrap(), "AdaLovelace");
        assert!(read_line(&"x".repeat(LINE + 1)).is_err());
        assert_eq!(read_line(&"ễ".repeat(LINE)).unwrap().chars().count(), LINE);
    }

    #[test]
    fn a_day_is_read_in_any_digits_and_only_if_there_is_one() {
        assert_eq!(read_date("14", "3", "1988").unwrap(), Day::new(1988, 3, 14));
        assert_eq!(read_date("۱۴", "٠٣", "١٩٨٨").unwrap(), Day::new(1988, 3, 14));
        assert_eq!(read_date(" ", "", "").unwrap(), None);
        for (day, month, year) in
            [("30", "2", "1988"), ("1", "", "1988"), ("1", "1", "88"), ("-1", "1", "1988"), ("x", "y", "z")]
        {
            assert!(read_date(day, month, year).is_err(), "{day} {month} {year}");
        }
    }

    #[test]
    fn nobody_is_born_tomorrow() {
        let today = Day::new(2025, 10, 25).unwrap();
        assert!(check_birth(today, today).is_ok());
        assert!(check_birth(today.plus_days(1), today).is_err());
        assert!(check_birth(Day::new(1870, 1, 1).unwrap(), today).is_err());
    }

    #[test]
    fn namibia_and_norway_are_countries() {
        assert_eq!(read_country("NA", &[]).unwrap().as_deref(), Some("NA"));
        assert_eq!(read_country("NO", &[]).unwrap().as_deref(), Some("NO"));
        assert_eq!(read_country("", &[]).unwrap(), None);
        assert_eq!(read_country("UN", &["UN"]).unwrap().as_deref(), Some("UN"));
        assert!(read_country("UN", &[]).is_err() && read_country("EU", &[]).is_err());
        assert!(read_country("NAM", &[]).is_err());
    }

    #[test]
    fn an_address_can_be_sent_to() {
        assert_eq!(read_email(" Ada@Example.ORG ").unwrap().as_deref(), Some("ada@example.org"));
        assert_eq!(read_email("").unwrap(), None);
        for wrong in
            ["ada", "ada@", "@example.org", "ada@example", "ada example@x.org", "ada@[127.0.0.1]", "a@b.c, d@e.f"]
        {
            assert!(read_email(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_phone_number_is_read_as_people_write_it() {
        let number = Some("+84912345678");
        for typed in
            ["+84 91 234 56 78", "0084 912345678", "0912 345 678", "٠٩١٢٣٤٥٦٧٨", "+۸۴ ۹۱۲۳۴۵۶۷۸", "(+84) 912-345-678"]
        {
            assert_eq!(read_phone(typed, Some("VN")).unwrap().as_deref(), number, "{typed}");
        }
        assert_eq!(read_phone("", None).unwrap(), None);
        for wrong in ["12", "call me", "+999 1234567", "0912 345 678"] {
            assert!(read_phone(wrong, None).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_hint_never_shows_a_whole_number() {
        assert_eq!(hint_of_number("P0012341"), "P0•••••41");
        assert_eq!(hint_of_number("B-12 34"), "B•••••4");
        assert_eq!(hint_of_number("12"), "•••••");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(text in any::<String>(), other in any::<String>()) {
            let line = read_line(&text);
            prop_assert!(line.is_err() || line.as_ref().is_ok_and(|line| !line.contains(['\0', '\n'])));
            let _ = (read_text(&text), read_email(&text), read_phone(&text, Some(&other)), read_country(&text, &[]));
            let _ = (read_date(&text, &other, &text), hint_of_number(&text));
        }

        #[test]
        fn reading_a_line_twice_changes_nothing(text in any::<String>()) {
            if let Ok(once) = read_line(&text) {
                prop_assert_eq!(read_line(&once).unwrap(), once);
            }
        }

        #[test]
        fn a_hint_shows_at_most_four_characters(number in "\\PC{0,30}") {
            let hint = hint_of_number(&number);
            prop_assert!(hint.chars().filter(|letter| *letter != '•').count() <= 4);
        }
    }
}
