//! What is said about a conference, as it is typed: read by the page that creates one and the page that changes it.

use crate::clock::{Day, Moment};
use crate::conferences::model::{Particulars, placeless_zone};
use crate::conferences::rules::{is_zone, zones, zones_difference};
use crate::language::{Language, shipped};
use crate::web::{Choice, Reader, Typed};

/// The accent colours that the visual language knows.
pub const ACCENTS: &[&str] = &["lagoon", "oxblood", "forest", "indigo", "bronze", "plum"];

/// Fills in the fields of what stands now.
pub fn typed(said: &Particulars) -> Typed {
    Typed::default()
        .with_localized("name", &said.name)
        .with_localized("place", &said.place)
        .with_localized("venue", &said.venue)
        .with_localized("information", &said.information)
        .with("starts_on", said.starts_on)
        .with("ends_on", said.ends_on)
        .with("time_zone", &said.time_zone)
        .with_all("languages", &said.languages)
        .with("accent", &said.accent)
        .with("contact_email", &said.contact_email)
}

/// Reads the fields; what is wrong is noted in the reader.
pub fn read(reader: &mut Reader<'_>) -> Option<Particulars> {
    let chosen = reader.typed().all("languages").to_vec();
    let languages: Vec<String> =
        shipped().map(|language| language.code().to_owned()).filter(|code| chosen.contains(code)).collect();
    if languages.is_empty() {
        reader.errors.say("languages", "rule-conference-has-a-language");
    }
    let needed = |code: &str| languages.iter().any(|language| language == code);
    let name = reader.localized("name", 160, needed);
    let place = reader.localized("place", 120, needed);
    let venue = reader.localized("venue", 200, |_| false);
    let information = reader.localized("information", 4000, |_| false);
    let (starts_on, ends_on) = (reader.day("starts_on"), reader.day("ends_on"));
    let (earliest, latest) = (Day::new(2000, 1, 1)?, Day::new(2150, 1, 1)?);
    for (field, day) in [("starts_on", starts_on), ("ends_on", ends_on)] {
        if day.is_some_and(|day| day < earliest || day > latest) {
            reader.errors.say(field, "field-not-a-day");
        }
    }
    if let Some((first, last)) = starts_on.zip(ends_on) {
        if last < first {
            reader.errors.say("ends_on", "rule-conference-ends-after-it-starts");
        } else if last.number() - first.number() > 366 {
            reader.errors.say("ends_on", "conference-too-long");
        }
    }
    let time_zone = reader.one_of("time_zone", |zone| is_zone(zone).then(|| zone.to_owned()));
    let accent = reader.one_of("accent", |accent| ACCENTS.contains(&accent).then(|| accent.to_owned()));
    let contact_email = reader.email("contact_email");
    Some(Particulars {
        name,
        place,
        venue,
        information,
        starts_on: starts_on?,
        ends_on: ends_on?,
        time_zone: time_zone?,
        languages,
        accent: accent?,
        contact_email,
    })
}

/// Every zone, with its difference from universal time at a moment.
pub fn zone_choices(typed: &Typed, at: Moment, language: Language) -> Vec<Choice> {
    let chosen = typed.text("time_zone");
    let mut offered = zones(at);
    if is_zone(chosen) && !offered.iter().any(|(name, _)| name == chosen) {
        offered.insert(0, (chosen.to_owned(), zones_difference(chosen, at)));
    }
    let labelled = offered.into_iter().map(|(name, difference)| {
        let label = match placeless_zone(&name) {
            Some(offset) => language.with("conference-own-time", &[("offset", offset.into())]),
            None => format!("{} (UTC{difference})", name.replace('_', " ")),
        };
        (name, label)
    });
    Choice::one_of(labelled, chosen)
}

pub fn language_choices(typed: &Typed) -> Vec<Choice> {
    let languages = shipped().map(|language| (language.code(), language.own_name()));
    Choice::any_of(languages, typed.all("languages"))
}

pub fn accent_choices(typed: &Typed, language: Language) -> Vec<Choice> {
    let accents = ACCENTS.iter().map(|accent| (*accent, language.t(&format!("accent-{accent}"))));
    Choice::one_of(accents, typed.text("accent"))
}
