//! The cells of one row, put into the fields of the form, so that one set of rules reads both. Words are understood as the
//! database has them and as each shipped language says them; countries by code or name, and never guessed from `NA` and `NO`.

use super::Columns;
use crate::clock::Day;
use crate::delegations::entities;
use crate::files::Row;
use crate::language::{Language, Message, collation::fold, shipped};
use crate::participants::form::{ISSUERS, STATELESS, word_of_issuer};
use crate::participants::model::{CompositionTitle, DocumentKind, ProtocolRank, Sex, Worded};
use crate::web::{Typed, ascii_digits};

/// All columns that mean something.
pub const COLUMNS: &[&str] = &[
    "reference",
    "delegation",
    "category",
    "status",
    "composition_title",
    "honorific",
    "family_name",
    "given_name",
    "document_name",
    "native_name",
    "badge_name",
    "sex",
    "birth_date",
    "nationality",
    "residence",
    "functional_title",
    "organisation",
    "protocol_rank",
    "email",
    "phone",
    "language",
    "document_kind",
    "document_country",
    "document_number",
    "document_expires_on",
    "access_needs",
    "public_list",
    "late_reason",
];

/// Columns that our own export has and an import need not read.
pub const WRITTEN_ONLY: &[&str] = &["delegation_name", "submitted_at", "changed_at"];

/// Columns whose text is the field's.
const TEXTS: &[&str] = &[
    "honorific",
    "family_name",
    "given_name",
    "document_name",
    "native_name",
    "badge_name",
    "functional_title",
    "organisation",
    "email",
    "phone",
    "document_number",
    "access_needs",
    "late_reason",
];

/// Fields of the form whose columns are called otherwise.
const RENAMED: &[(&str, &str)] = &[("birth", "birth_date"), ("document_expires", "document_expires_on")];

/// The column of a field of the form.
pub fn column_of(field: &str) -> &str {
    RENAMED.iter().find(|(renamed, _)| *renamed == field).map_or(field, |(_, column)| column)
}

/// Lays the cells of a row over what stands: an empty cell leaves it. What cannot be understood is told with its column, in the
/// words that a reader of this language may write there.
pub(super) fn lay_over(
    mut typed: Typed,
    row: &Row,
    columns: &Columns,
    (language, ranks): (Language, &[ProtocolRank]),
) -> (Typed, Vec<(&'static str, Message)>) {
    let mut wrong = Vec::new();
    for name in TEXTS {
        let text = columns.cell(row, name);
        if !text.is_empty() {
            typed = typed.with(*name, text);
        }
    }
    for (name, read) in CHOICES {
        let text = columns.cell(row, name);
        if text.is_empty() {
            continue;
        }
        match read(text) {
            Some(value) => typed = typed.with(*name, value),
            None => wrong.push((*name, no_such_word(name, text, (language, ranks)))),
        }
    }
    for (field, name) in RENAMED {
        let text = columns.cell(row, name);
        if text.is_empty() {
            continue;
        }
        match date(text) {
            Said::Day([year, month, day]) => {
                typed = typed
                    .with(format!("{field}_year"), year)
                    .with(format!("{field}_month"), month)
                    .with(format!("{field}_day"), day);
            }
            Said::Either(one, other) => {
                let [one, other] = [one, other].map(|[year, month, day]| format!("{year}-{month:0>2}-{day:0>2}"));
                let message = Message::new("people-import-either-day").with("text", text);
                wrong.push((*name, message.with("one", one).with("other", other)));
            }
            Said::Nothing => wrong.push((*name, Message::new("people-import-not-a-date").with("text", text))),
        }
    }
    (typed, wrong)
}

/// What a column of words may say, and what the form then holds.
type Choice = (&'static str, fn(&str) -> Option<String>);

const CHOICES: &[Choice] = &[
    ("composition_title", |text| one_of(text, CompositionTitle::ALL)),
    ("protocol_rank", |text| one_of(text, ProtocolRank::ALL)),
    ("document_kind", |text| one_of(text, DocumentKind::ALL)),
    ("sex", sex),
    ("nationality", |text| country(text, STATELESS)),
    ("residence", |text| country(text, &[])),
    ("document_country", |text| country(text, ISSUERS)),
    ("language", language),
    ("public_list", yes_or_no),
];

/// One of an enumeration, as the database has it or as a shipped language says it.
fn one_of<T: Copy + Worded + std::fmt::Display>(text: &str, all: &[T]) -> Option<String> {
    let said = fold(text);
    let says = |one: &&T| {
        said == fold(&one.to_string().replace('_', " "))
            || shipped().any(|language| said == fold(&language.t(&one.word())))
    };
    all.iter().find(says).map(ToString::to_string)
}

/// Also as lists that people keep have it: a letter or a word of either language.
fn sex(text: &str) -> Option<String> {
    let said = fold(text);
    let also = |key: &str| shipped().any(|language| language.t(key).split('/').any(|word| fold(word) == said));
    let found = [(Sex::Female, "people-word-also-female"), (Sex::Male, "people-word-also-male")];
    let found = found.into_iter().find(|(_, key)| also(key)).map(|(sex, _)| sex.to_string());
    found.or_else(|| one_of(text, Sex::ALL))
}

/// What is wrong with a word that a column does not take, and which words it takes.
fn no_such_word(column: &str, text: &str, (language, ranks): (Language, &[ProtocolRank])) -> Message {
    let words = words_of(column, language, ranks);
    let quoted = |word: &String| language.with("people-import-word", &[("word", word.into())]);
    let words: Vec<String> = words.iter().map(quoted).collect();
    match words.split_last() {
        None => Message::new("people-import-no-such-country").with("text", text),
        Some((last, others)) => {
            let all = [("others", others.join(", ").into()), ("last", last.into())];
            let words = if others.is_empty() { last.clone() } else { language.with("people-import-or", &all) };
            Message::new("people-import-no-such-word").with("text", text).with("words", words)
        }
    }
}

/// The words that a column takes in a reader's language, where they are few; countries are many.
pub fn words_of(column: &str, language: Language, ranks: &[ProtocolRank]) -> Vec<String> {
    match column {
        "composition_title" => worded(language, CompositionTitle::ALL),
        "protocol_rank" => {
            let offered = ProtocolRank::ALL.iter().copied().filter(|rank| ranks.contains(rank));
            worded(language, &offered.collect::<Vec<_>>())
        }
        "document_kind" => worded(language, DocumentKind::ALL),
        "sex" => worded(language, Sex::ALL),
        "language" => shipped().map(|one| one.own_name().to_owned()).collect(),
        "public_list" => ["people-sheet-yes", "people-sheet-no"].map(|key| language.t(key)).to_vec(),
        _ => Vec::new(),
    }
}

fn worded<T: Worded + Copy>(language: Language, all: &[T]) -> Vec<String> {
    all.iter().map(|one| language.t(&one.word())).collect()
}

fn country(text: &str, more: &[&str]) -> Option<String> {
    let code = text.trim().to_uppercase();
    if more.contains(&code.as_str()) {
        return Some(code);
    }
    let said = fold(text);
    let named = |code: &&&str| shipped().any(|language| fold(&language.t(&word_of_issuer(code))) == said);
    if let Some(code) = more.iter().find(named) {
        return Some((*code).to_owned());
    }
    let found = entities::find(text)?;
    (found.kind != entities::Kind::RegionalOrganization).then(|| found.alpha2.clone())
}

fn language(text: &str) -> Option<String> {
    let said = fold(text);
    let found = shipped().find(|language| said == language.code() || said == fold(language.own_name()));
    found.map(|language| language.code().to_owned())
}

/// A ticked box is any text, an empty one none.
fn yes_or_no(text: &str) -> Option<String> {
    match fold(text).as_str() {
        "yes" | "oui" | "true" | "1" | "x" => Some("yes".to_owned()),
        "no" | "non" | "false" | "0" => Some(String::new()),
        _ => None,
    }
}

/// What a cell says of a day.
#[derive(Debug, PartialEq)]
enum Said {
    /// Year, month, day.
    Day([String; 3]),
    /// Two days, of which nobody can know which one is meant.
    Either([String; 3], [String; 3]),
    Nothing,
}

/// `1988-03-14`, in any digits, also as spreadsheets write a day, with or without the midnight after it; and 14/03/1988 or
/// 03/14/1988, as far as only one day can be meant. Whether 3/4 is the fourth of March or the third of April nobody can know.
fn date(text: &str) -> Said {
    let text = ascii_digits(text);
    let text = text.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let is_number =
        |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|digit| digit.is_ascii_digit());
    let [first, second, third] = parts[..] else { return Said::Nothing };
    if ![first, second, third].iter().all(is_number) {
        return Said::Nothing;
    }
    let whole = |year: &str, month: &str, day: &str| [year, month, day].map(ToOwned::to_owned);
    if first.len() == 4 && second.len() <= 2 && third.len() <= 2 {
        // Whether there is such a day, the form's own rule says.
        return Said::Day(whole(first, second, third));
    }
    if third.len() != 4 || first.len() > 2 || second.len() > 2 {
        return Said::Nothing;
    }
    let exists = |parts: &[String; 3]| {
        let [year, month, day] = parts;
        Day::new(year.parse().unwrap_or(0), month.parse().unwrap_or(0), day.parse().unwrap_or(0)).is_some()
    };
    let (day_first, month_first) = (whole(third, second, first), whole(third, first, second));
    match (exists(&day_first), exists(&month_first)) {
        (true, true) if first.parse::<u8>() != second.parse::<u8>() => Said::Either(day_first, month_first),
        (true, _) => Said::Day(day_first),
        (false, true) => Said::Day(month_first),
        (false, false) => Said::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebodys_sex_is_said_in_any_shipped_language() {
        for text in ["F", "f", "Female", "FÉMININ", "femme", "Woman", "W"] {
            assert_eq!(sex(text).as_deref(), Some("F"), "{text}");
        }
        for text in ["m", "Male", "masculin", "Homme", "h", "man"] {
            assert_eq!(sex(text).as_deref(), Some("M"), "{text}");
        }
        assert_eq!((sex("X").as_deref(), sex("?"), sex("child")), (Some("X"), None, None));
    }

    #[test]
    fn a_word_that_is_none_of_a_column_is_told_with_those_that_are() {
        let said = |code: &str, column: &str, text: &str| {
            let language = Language::parse(code).unwrap();
            language
                .message(&no_such_word(column, text, (language, ProtocolRank::ALL)))
                .replace(['\u{2068}', '\u{2069}'], "")
        };
        let sex = said("en", "sex", "?");
        assert!(sex.ends_with("Write “Female”, “Male” or “Unspecified (X)”."), "{sex}");
        let sexe = said("fr", "sex", "?");
        assert!(sexe.contains("« Masculin » ou « Non précisé (X) »"), "{sexe}");
        let country = said("en", "nationality", "Utopia");
        assert!(country.contains("Utopia") && country.contains("two letters"), "{country}");
        for column in CHOICES
            .iter()
            .map(|(column, _)| *column)
            .filter(|column| !words_of(column, Language::parse("fr").unwrap(), ProtocolRank::ALL).is_empty())
        {
            let read = CHOICES.iter().find(|(one, _)| *one == column).unwrap().1;
            for word in words_of(column, Language::parse("fr").unwrap(), ProtocolRank::ALL) {
                assert!(read(&word).is_some(), "{column} {word}");
            }
        }
    }

    #[test]
    fn a_day_is_read_where_only_one_can_be_meant() {
        let day = |year: &str, month: &str, day: &str| Said::Day([year, month, day].map(ToOwned::to_owned));
        let march = || day("1988", "03", "14");
        for text in ["1988-03-14", "1988-03-14 00:00:00", "14/03/1988", "14.03.1988", "03/14/1988", "١٤/٠٣/١٩٨٨"]
        {
            assert_eq!(date(text), march(), "{text}");
        }
        assert_eq!((date("4/4/1980"), date("1980-02-31")), (day("1980", "4", "4"), day("1980", "02", "31")));
        assert!(matches!(date("3/4/1980"), Said::Either(..)));
        for text in ["", "31/2/1980", "14/03/88", "1988", "14 March 1988", "1988-03", "0/0/1980", "+1/+2/1980"] {
            assert_eq!(date(text), Said::Nothing, "{text}");
        }
    }
}
