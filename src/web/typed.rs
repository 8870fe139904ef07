//! What was typed into a form, as text by field, and its reading into values. A page with errors shows exactly this again.

use std::collections::BTreeMap;

use jiff::civil;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::Errors;
use crate::clock::{Day, Moment};
use crate::language::{Language, Localized, Message, shipped};

/// Texts by field; a field that stands in the form several times has several.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Typed(BTreeMap<String, Vec<String>>);

impl Typed {
    /// The text of a field without the space around it; empty where it was not sent.
    pub fn text(&self, field: &str) -> &str {
        self.0.get(field).and_then(|texts| texts.first()).map_or("", |text| text.trim())
    }

    /// Every text of a field: ticked boxes.
    pub fn all(&self, field: &str) -> &[String] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }

    /// Whether a field was sent with anything in it: a ticked box.
    pub fn has(&self, field: &str) -> bool {
        !self.text(field).is_empty()
    }

    /// Whether any field whose name begins so was sent with anything in it.
    pub fn has_any(&self, beginning: &str) -> bool {
        self.0.keys().any(|field| field.starts_with(beginning) && self.has(field))
    }

    /// Whether one of the texts of a field is this one.
    pub fn contains(&self, field: &str, text: &str) -> bool {
        self.all(field).iter().any(|one| one == text)
    }

    /// Fills a field in, as a page does before anybody types.
    #[must_use]
    pub fn with(mut self, field: impl Into<String>, text: impl ToString) -> Self {
        self.0.insert(field.into(), vec![text.to_string()]);
        self
    }

    /// Fills in boxes that are ticked.
    #[must_use]
    pub fn with_all<T: ToString>(mut self, field: impl Into<String>, texts: impl IntoIterator<Item = T>) -> Self {
        self.0.insert(field.into(), texts.into_iter().map(|text| text.to_string()).collect());
        self
    }

    /// Fills in one field per language: `name_en`, `name_fr`.
    #[must_use]
    pub fn with_localized(mut self, field: &str, texts: &Localized) -> Self {
        for language in shipped() {
            let text = texts.get(language.code()).unwrap_or_default();
            self = self.with(format!("{field}_{}", language.code()), text);
        }
        self
    }

    /// The fields of a text in every shipped language, for the macro `form::localized`.
    pub fn in_languages(&self, field: &str) -> Vec<InLanguage> {
        let input = |language: Language| {
            let name = format!("{field}_{}", language.code());
            let value = self.text(&name).to_owned();
            InLanguage { name, value, code: language.code(), own_name: language.own_name(), dir: language.direction() }
        };
        shipped().map(input).collect()
    }

    /// The version of the row that the page showed; 0 where none was sent, which no row has.
    pub fn version(&self) -> i32 {
        self.text("version").parse().unwrap_or(0)
    }

    /// What is behind each of these fields: its name, what the other says, what this says, where they differ.
    pub fn differences<'a>(&'a self, other: &'a Self, fields: &[(&str, String)]) -> Vec<Difference> {
        let joined = |typed: &Self, field: &str| {
            typed.all(field).iter().map(|text| text.trim()).collect::<Vec<_>>().join(", ").replace("\r\n", "\n")
        };
        let differing = fields.iter().filter_map(|(field, label)| {
            let (yours, theirs) = (joined(self, field), joined(other, field));
            (yours != theirs).then(|| Difference { label: label.clone(), theirs, yours })
        });
        differing.collect()
    }
}

/// One language's field of a text in several.
#[derive(Clone, Debug, PartialEq)]
pub struct InLanguage {
    pub name: String,
    pub value: String,
    pub code: &'static str,
    pub own_name: &'static str,
    pub dir: &'static str,
}

/// A field that two people changed differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub label: String,
    /// What stands there now.
    pub theirs: String,
    /// What was typed here.
    pub yours: String,
}

/// Reads fields into values, and notes what is wrong with each.
pub struct Reader<'a> {
    typed: &'a Typed,
    pub errors: Errors,
}

impl<'a> Reader<'a> {
    pub fn of(typed: &'a Typed) -> Self {
        Self { typed, errors: Errors::default() }
    }

    pub fn typed(&self) -> &'a Typed {
        self.typed
    }

    /// A text of at most so many characters.
    pub fn text(&mut self, field: &str, most: usize) -> String {
        let text: String = self.typed.text(field).replace("\r\n", "\n");
        if text.chars().count() > most {
            self.errors.add(field, Message::new("field-too-long").with("most", most));
        } else if text.chars().any(|letter| letter.is_control() && letter != '\n') {
            self.errors.say(field, "field-not-readable");
        }
        text
    }

    /// The same, and it must not be empty.
    pub fn required(&mut self, field: &str, most: usize) -> String {
        let text = self.text(field, most);
        if text.is_empty() {
            self.errors.say(field, "field-required");
        }
        text
    }

    /// One text per shipped language; `needed` says in which it must not be empty.
    pub fn localized(&mut self, field: &str, most: usize, needed: impl Fn(&str) -> bool) -> Localized {
        shipped().fold(Localized::default(), |texts, language| {
            let name = format!("{field}_{}", language.code());
            let text = if needed(language.code()) { self.required(&name, most) } else { self.text(&name, most) };
            texts.and(language.code(), text)
        })
    }

    /// An e-mail address in lower case; empty where none was typed.
    pub fn email(&mut self, field: &str) -> String {
        let text = self.text(field, 254).to_lowercase();
        if !text.is_empty() && !is_email(&text) {
            self.errors.say(field, "field-not-an-address");
        }
        text
    }

    /// A whole number in digits of any script; nothing where none was typed.
    pub fn number(&mut self, field: &str, least: i32, most: i32) -> Option<i32> {
        let text = ascii_digits(self.typed.text(field));
        if text.is_empty() {
            return None;
        }
        let number = text.parse().ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.errors.add(field, Message::new("field-not-a-number").with("least", least).with("most", most));
        }
        number
    }

    /// A day as a date field sends it; it must be there.
    pub fn day(&mut self, field: &str) -> Option<Day> {
        let day = Day::parse(&ascii_digits(self.typed.text(field)));
        if day.is_none() {
            let key = if self.typed.has(field) { "field-not-a-day" } else { "field-required" };
            self.errors.say(field, key);
        }
        day
    }

    /// A day and a time on the clocks of a zone, as a field of both sends it (`2026-10-25T18:00`); it must be there.
    pub fn moment(&mut self, field: &str, zone: &TimeZone) -> Option<Moment> {
        let text = ascii_digits(self.typed.text(field));
        let moment = text.parse::<civil::DateTime>().ok().and_then(|wall| Moment::at(wall, zone));
        if moment.is_none() {
            let key = if text.is_empty() { "field-required" } else { "field-not-a-time" };
            self.errors.say(field, key);
        }
        moment
    }

    /// One of the values that the page offered: `parse` knows them.
    pub fn one_of<T>(&mut self, field: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = parse(self.typed.text(field));
        if value.is_none() {
            self.errors.say(field, "field-choose");
        }
        value
    }

    /// The value once everything was read, unless something was wrong.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Errors> {
        match value {
            Some(value) if self.errors.is_empty() => Ok(value),
            // A missing value was noted at its field.
            _ => Err(self.errors),
        }
    }
}

/// How a field for day and time shows a moment on a zone's clocks.
pub fn typed_moment(at: Moment, zone: &TimeZone) -> String {
    let wall = at.in_zone(zone);
    format!("{}T{:02}:{:02}", wall.date(), wall.hour(), wall.minute())
}

/// One address, of the kind that mail can be sent to; what it cannot be is left to the mail that comes back.
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let plain =
        |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "@,;:<>()[]\"\\".contains(c));
    plain(name)
        && plain(host)
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !host.contains("..")
}

/// Digits of any script as ASCII, so that a number typed in Arabic or Persian is a number.
pub fn ascii_digits(text: &str) -> String {
    crate::language::western_digits(text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(body: &str) -> Typed {
        serde_html_form::from_str(body).unwrap()
    }

    #[test]
    fn fields_are_read_and_what_is_wrong_is_noted_at_each() {
        let typed =
            typed("name_en=+Delegates+&places=%D9%A1%D9%A2&day=2026-02-30&duty=a&duty=b&mail=Ada%40Example.ORG");
        let mut reader = Reader::of(&typed);
        assert_eq!(reader.required("name_en", 20), "Delegates");
        assert_eq!(reader.number("places", 0, 99), Some(12));
        assert_eq!(reader.email("mail"), "ada@example.org");
        assert_eq!(reader.day("day"), None);
        assert_eq!(reader.required("missing", 20), "");
        assert_eq!(typed.all("duty"), ["a", "b"]);
        let said: Vec<_> = reader.errors.iter().map(|(field, message)| (field, message.key())).collect();
        assert_eq!(said, [("day", "field-not-a-day"), ("missing", "field-required")]);
    }

    #[test]
    fn a_time_is_read_on_the_conferences_clocks() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let typed = typed("at=2025-10-25T18:00");
        let at = Reader::of(&typed).moment("at", &zone).unwrap();
        assert_eq!(at.to_string(), "2025-10-25T11:00:00Z");
        assert_eq!(typed_moment(at, &zone), "2025-10-25T18:00");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for good in ["a@b.org", "jean.d'arc+x@mission.ci", "héloïse@diplomatie.fr"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "a", "a@b", "a@@b.org", "a b@c.org", "a@b.org, c@d.org", "<a@b.org>", "a@b..org", "@b.org"] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn two_people_see_where_they_differ() {
        let (yours, theirs) = (typed("name=A&places=3"), typed("name=B&places=3"));
        let fields = [("name", "Name".to_owned()), ("places", "Places".to_owned())];
        let expected = Difference { label: "Name".into(), theirs: "B".into(), yours: "A".into() };
        assert_eq!(yours.differences(&theirs, &fields), [expected]);
    }
}
