//! Keys that nobody needs to think of: made from a name, unlike any other.

use std::collections::HashSet;

use crate::language::Localized;
use crate::language::collation::fold;

/// The most characters of a code.
const LENGTH: usize = 40;

/// `Room 2 (east)` is `room-2-east`, `Salle Émeraude` is `salle-emeraude`; empty where nothing is written in Latin letters or
/// figures.
pub fn code_of(name: &str) -> String {
    let plain: String =
        fold(name).chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let code = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    code.chars().take(LENGTH).collect()
}

/// A key for a thing of this name that none of the taken ones is: `opening`, or `opening-2` where that is taken. A name in
/// another script gives `session-12` for the twelfth `kind` of thing.
pub fn key_for(name: &Localized, kind: &str, taken: &HashSet<String>) -> String {
    let english = name.get("en").unwrap_or_default();
    let mut texts = std::iter::once(english).chain(name.iter().map(|(_, text)| text)).map(code_of);
    match texts.find(|code| !code.is_empty()) {
        Some(code) => free(&code, taken),
        None => numbered(kind, taken.len() + 1, taken),
    }
}

/// The key itself, or where it is taken the key with the next number.
fn free(key: &str, taken: &HashSet<String>) -> String {
    if taken.contains(key) { numbered(key, 2, taken) } else { key.to_owned() }
}

fn numbered(stem: &str, first: usize, taken: &HashSet<String>) -> String {
    let mut number = first;
    loop {
        let tail = format!("-{number}");
        let head: String = stem.chars().take(LENGTH - tail.len()).collect();
        let key = format!("{}{tail}", head.trim_end_matches('-'));
        if !taken.contains(&key) {
            return key;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(keys: &[&str]) -> HashSet<String> {
        keys.iter().map(|key| (*key).to_owned()).collect()
    }

    #[test]
    fn a_code_comes_from_a_name() {
        assert_eq!(code_of("Room 2 (east)"), "room-2-east");
        assert_eq!(code_of("Salle Émeraude, 1ᵉʳ étage"), "salle-emeraude-1-etage");
        assert_eq!(code_of("  "), "");
        assert_eq!(code_of("Phòng Đà Nẵng"), "phong-da-nang");
    }

    #[test]
    fn a_second_session_of_one_title_has_the_next_number() {
        let title = Localized::new("en", "Opening").and("fr", "Ouverture");
        assert_eq!(key_for(&title, "session", &taken(&[])), "opening");
        assert_eq!(key_for(&title, "session", &taken(&["opening"])), "opening-2");
        assert_eq!(key_for(&title, "session", &taken(&["opening", "opening-2", "opening-4"])), "opening-3");
        let french = Localized::new("en", "").and("fr", "Clôture");
        assert_eq!(key_for(&french, "session", &taken(&[])), "cloture");
    }

    #[test]
    fn a_title_in_another_script_has_a_number() {
        let title = Localized::new("en", "开幕式");
        assert_eq!(key_for(&title, "session", &taken(&["a", "b"])), "session-3");
        assert_eq!(key_for(&title, "session", &taken(&["a", "session-3"])), "session-4");
    }

    #[test]
    fn a_long_key_keeps_its_number_within_its_length() {
        let long = "a".repeat(60);
        let first = code_of(&long);
        assert_eq!(first.len(), 40);
        let second = free(&first, &taken(&[&first]));
        assert!(second.len() == 40 && second.ends_with("a-2"), "{second}");
    }
}
