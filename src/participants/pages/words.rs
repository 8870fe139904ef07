//! Words that several pages need: countries, ages, and a list's options.

use crate::clock::{Day, Moment};
use crate::conferences::Category;
use crate::delegations::entities;
use crate::language::Language;
use crate::participants::form::{ISSUERS, STATELESS, word_of_issuer};
use crate::participants::model::Worded;
use crate::web::Choice;

/// What a country's or issuer's code is called; the code itself where it is unknown.
pub fn country(language: Language, code: &str) -> String {
    if ISSUERS.contains(&code) || STATELESS.contains(&code) {
        return language.t(&word_of_issuer(code));
    }
    entities::by_code(code).map_or_else(|| code.to_owned(), |entity| entity.short(language.code()).to_owned())
}

/// Countries for a select, in the order of the page's language, with an empty choice left to the template.
pub fn countries(language: Language, extra: &[&str], chosen: &str) -> Vec<Choice> {
    let mut named: Vec<(String, String)> = entities::all()
        .iter()
        .filter(|entity| entity.kind != entities::Kind::RegionalOrganization)
        .map(|entity| (entity.alpha2.clone(), entity.short(language.code()).to_owned()))
        .collect();
    entities::order_of(&mut named, language.code(), None, |(_, name)| name);
    named.extend(extra.iter().map(|code| ((*code).to_owned(), country(language, code))));
    Choice::one_of(named, chosen)
}

/// The values of an enumeration for a select.
pub fn values<T: Worded + Copy + std::fmt::Display>(language: Language, all: &[T], chosen: &str) -> Vec<Choice> {
    Choice::one_of(all.iter().map(|value| (value.to_string(), language.t(&value.word()))), chosen)
}

/// Whole years between two days.
pub fn years(from: Day, until: Day) -> i64 {
    let (Day(from), Day(until)) = (from, until);
    let not_yet = (until.month(), until.day()) < (from.month(), from.day());
    i64::from(until.year() - from.year()) - i64::from(not_yet)
}

/// How long ago something was, as staff read it at a glance: `12 min`, `2 h 10 min`, `3 d`.
pub fn ago(language: Language, then: Moment, now: Moment) -> String {
    let minutes = now.seconds_since(then).max(0) / 60;
    match minutes {
        ..60 => language.with("participants-minutes", &[("minutes", minutes.into())]),
        60..1440 => {
            language.with("participants-hours", &[("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())])
        }
        _ => language.with("participants-days", &[("days", (minutes / 1440).into())]),
    }
}

/// A category as its mark needs it: letter, pattern, word.
#[derive(Clone, Debug)]
pub struct Mark {
    pub letter: String,
    pub pattern: &'static str,
    pub word: String,
}

impl Mark {
    /// The mark of a category.
    pub fn of(language: Language, category: &Category) -> Self {
        Self {
            letter: category.letter.clone(),
            pattern: category.pattern.as_str(),
            word: category.name.in_language(language).to_owned(),
        }
    }

    /// The mark of the category with this key among these.
    pub fn among(language: Language, categories: &[Category], id: crate::ids::CategoryId) -> Self {
        categories.iter().find(|category| category.id == id).map_or_else(
            || Self { letter: "?".to_owned(), pattern: "plain", word: String::new() },
            |category| Self::of(language, category),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_a_year_older_on_their_birthday() {
        let day = |text| Day::parse(text).unwrap();
        assert_eq!(years(day("1988-03-14"), day("2025-03-13")), 36);
        assert_eq!(years(day("1988-03-14"), day("2025-03-14")), 37);
        assert_eq!(years(day("1988-02-29"), day("2025-02-28")), 36);
    }

    #[test]
    fn the_list_of_countries_is_in_the_readers_order() {
        let french = Language::parse("fr").unwrap();
        let names: Vec<_> = countries(french, &[], "NA").into_iter().map(|choice| choice.label).collect();
        let place = |name: &str| names.iter().position(|found| found == name);
        assert!(place("Égypte") < place("Espagne"));
        assert!(countries(french, &[], "NA").iter().any(|choice| choice.chosen && choice.value == "NA"));
    }
}
