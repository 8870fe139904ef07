//! Words for changes, the same on pages and in mails.

use super::rules::Change;
use crate::language::Language;

/// What changed of a session besides its place, as a list of words.
pub fn facts(change: &Change, language: Language) -> String {
    let word = |fact: &str| language.t(&format!("programme-fact-{}", fact.replace('_', "-")));
    change.facts.iter().map(|fact| word(fact.as_str())).collect::<Vec<_>>().join(", ")
}
