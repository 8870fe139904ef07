//! The order of names: a small sort key of our own, good for English and French.
//!
//! It is not the whole Unicode collation algorithm. It does what a list of participants or a row of nameplates needs: accents
//! and case never decide, words are compared one by one (so *Guinée*, *Guinée-Bissau*, *Guinée équatoriale*, *Guyana*, and
//! *Saint-Marin* before *Sainte-Lucie*, as United Nations lists have it), and a leading article counts for nothing. Letters
//! that carry no separable mark (ø, ł, đ, ı, æ, œ, ß) are read as the plain letters a reader would look under. Other scripts
//! keep their code-point order after Latin.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// What to sort `name` by. Two names with one key are the same to the reader's eye; break that tie by the name itself.
pub fn key(name: &str, language: &str) -> String {
    let folded = fold(name);
    let plain = without_article(&folded, language);
    if plain.is_empty() { folded } else { plain.to_owned() }
}

/// The letter under which `name` stands, in capitals: what a first letter drawn by lot is compared with.
pub fn initial(name: &str, language: &str) -> Option<char> {
    key(name, language).chars().next().and_then(|c| c.to_uppercase().next())
}

/// Lower case, no marks, one space between words, no punctuation: also the form in which names are compared when searched.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            push_folded(&mut out, c);
        } else {
            gap = true;
        }
    }
    out
}

fn push_folded(out: &mut String, c: char) {
    match c {
        'ø' | 'Ø' => out.push('o'),
        'ł' | 'Ł' => out.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
        'ı' => out.push('i'),
        'ħ' | 'Ħ' => out.push('h'),
        'þ' | 'Þ' => out.push_str("th"),
        'æ' | 'Æ' => out.push_str("ae"),
        'œ' | 'Œ' => out.push_str("oe"),
        'ß' | 'ẞ' => out.push_str("ss"),
        _ => out.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c))),
    }
}

fn without_article<'a>(folded: &'a str, language: &str) -> &'a str {
    let articles: &[&str] = if is_french(language) { &["les ", "le ", "la ", "l "] } else { &["the "] };
    articles.iter().find_map(|article| folded.strip_prefix(article)).unwrap_or(folded)
}

/// Whether a language tag means French, in whatever country.
pub fn is_french(language: &str) -> bool {
    language.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("fr"))
        && !language[2..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_punctuation_never_decide() {
        assert_eq!(key("Égypte", "fr"), key("EGYPTE", "fr"));
        assert_eq!(key("Côte d'Ivoire", "en"), key("Cote d’Ivoire", "en"));
        assert_eq!(fold("  Łódź — Ærø "), "lodz aero");
        assert_eq!(fold("İstanbul"), "istanbul");
    }

    #[test]
    fn a_leading_article_counts_for_nothing_in_its_own_language_only() {
        assert_eq!(key("the Republic of Albania", "en"), "republic of albania");
        assert_eq!(key("l'État de Palestine", "fr"), "etat de palestine");
        assert_eq!(key("La Paz", "en"), "la paz");
        assert_eq!(key("Les", "fr"), "les");
    }

    #[test]
    fn words_are_compared_one_by_one() {
        let mut names = ["Guyana", "Guinée équatoriale", "Sainte-Lucie", "Guinée-Bissau", "Saint-Marin", "Guinée"];
        names.sort_by_key(|name| key(name, "fr"));
        assert_eq!(names, ["Guinée", "Guinée-Bissau", "Guinée équatoriale", "Guyana", "Saint-Marin", "Sainte-Lucie"]);
    }

    #[test]
    fn a_language_is_known_by_its_first_subtag() {
        assert!(is_french("fr") && is_french("fr-CA") && is_french("FR_be"));
        assert!(!is_french("fry") && !is_french("en") && !is_french("f") && !is_french("éa"));
    }
}
