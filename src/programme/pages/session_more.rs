//! What a session's public page says beside place and time: agenda item, who organises, for whom it is, and its title in other languages.

use crate::language::Language;

use super::super::model::Facts;
use super::super::tongues::tongue;

/// A text in a language that is not the reader's.
pub struct Foreign {
    pub code: &'static str,
    pub direction: &'static str,
    pub text: String,
}

/// The further facts of a session.
pub struct More {
    pub agenda_item: String,
    pub organisers: String,
    /// `D`, and what it means.
    pub audience: Vec<(String, String)>,
    pub recorded: bool,
    pub titles: Vec<Foreign>,
}

pub fn more(facts: &Facts, language: Language) -> More {
    let own = facts.title.in_language(language);
    let titles = facts.title.iter().filter(|(_, text)| *text != own).filter_map(|(code, text)| {
        let tongue = tongue(code)?;
        Some(Foreign { code: tongue.code, direction: tongue.direction, text: text.to_owned() })
    });
    More {
        agenda_item: facts.agenda_item.in_language(language).to_owned(),
        organisers: facts.organisers(language),
        audience: facts
            .audience
            .iter()
            .map(|one| (one.letter.clone(), one.name.in_language(language).to_owned()))
            .collect(),
        recorded: facts.recorded,
        titles: titles.collect(),
    }
}
