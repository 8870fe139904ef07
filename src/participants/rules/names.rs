//! Names as they are compared and found: never split, never changed, only folded beside.

use crate::ids::DelegationId;
use crate::language::collation::fold;
use crate::language::{Localized, western_digits};
use crate::participants::model::Details;

/// How many words of a query are looked for.
const WORDS: usize = 8;

/// What the column `search` holds: every name, the organisation, the function and the reference, without case and accents. It
/// begins with the family name, so that it serves as the order of a list, too.
pub fn search_text(details: &Details, reference: i32) -> String {
    let said = [
        &details.family_name,
        &details.given_name,
        &details.document_name,
        &details.native_name,
        &details.badge_name,
        &details.organisation,
        &details.functional_title,
    ];
    let mut words: Vec<String> = Vec::new();
    for text in said {
        for word in fold(&western_digits(text)).split(' ').filter(|word| !word.is_empty()) {
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
    }
    words.push(reference.to_string());
    words.join(" ")
}

/// Signs that are typed for an apostrophe, a glottal stop or an ayin.
const APOSTROPHES: [char; 8] = ['\'', '\u{2019}', '\u{2018}', '\u{02BB}', '\u{02BC}', '\u{02BF}', '`', '\u{00B4}'];

/// The words of a query in the same folding. Letters and digits alone are left, so nothing of it means anything to LIKE.
pub fn search_words(query: &str) -> Vec<String> {
    fold(&western_digits(query)).split(' ').filter(|word| !word.is_empty()).take(WORDS).map(ToOwned::to_owned).collect()
}

/// The words of a query, each with the delegations that it names: it is looked for in people and in what they belong to.
pub fn words_with_delegations(query: &str, all: &[(DelegationId, Localized)]) -> Vec<(String, Vec<DelegationId>)> {
    let named = |word: &str| {
        let holds = |names: &Localized| names.iter().any(|(_, name)| fold(name).contains(word));
        all.iter().filter(|(_, names)| holds(names)).map(|(id, _)| *id).collect()
    };
    let with_those = |word: String| (named(&word), word);
    search_words(query).into_iter().map(with_those).map(|(delegations, word)| (word, delegations)).collect()
}

/// Whether two people are called the same: the same words in whatever order, case and accents, whichever field they stand in,
/// and whether an apostrophe is written (To'omata), left out (Toomata) or a space (To omata).
pub fn same_name(one: &Details, other: &Details) -> bool {
    let spellings = |details: &Details| [name_key(details), words_of(details).join(" ")];
    let others = spellings(other);
    spellings(one).iter().any(|name| !name.is_empty() && others.contains(name))
}

/// A name's words in an order of their own, apostrophes left out: equal for people who are called the same, but for a space in
/// an apostrophe's place.
pub fn name_key(details: &Details) -> String {
    words_in(&details.name().replace(APOSTROPHES, "")).join(" ")
}

/// The same words, parted at apostrophes, too.
pub(super) fn words_of(details: &Details) -> Vec<String> {
    words_in(&details.name().replace(APOSTROPHES, " "))
}

fn words_in(name: &str) -> Vec<String> {
    let mut words: Vec<String> = fold(name).split(' ').map(ToOwned::to_owned).collect();
    words.retain(|word| !word.is_empty());
    words.sort();
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::participants::fixtures::details;

    fn called(name: &str) -> Details {
        Details { document_name: name.to_owned(), ..details() }
    }

    #[test]
    fn somebody_is_found_by_any_of_their_names() {
        let anh = Details {
            document_name: "Nguyễn Thị Hồng Ánh".into(),
            native_name: "阮氏紅映".into(),
            badge_name: "Hồng Ánh".into(),
            organisation: "Bộ Ngoại giao".into(),
            ..details()
        };
        let text = search_text(&anh, 417);
        for query in ["nguyen", "HỒNG anh", "阮氏", "ngoai giao", "417", "٤١٧", "anh nguyễn 417"] {
            assert!(search_words(query).iter().all(|word| text.contains(word)), "{query} in {text}");
        }
        assert!(!search_words("tran").iter().all(|word| text.contains(word)));
    }

    #[test]
    fn an_apostrophe_does_not_tell_two_people_apart() {
        for spelling in ["Élise Toomata", "TO’OMATA Elise", "Elise To omata", "Élise Toʻomata"] {
            assert!(same_name(&called("Élise To'omata"), &called(spelling)), "{spelling}");
        }
        assert!(!same_name(&called("Élise To'omata"), &called("Élise Tomata")));
    }

    #[test]
    fn the_order_of_names_does_not_tell_two_people_apart() {
        assert!(same_name(&called("WARSAME Fatuma Abdikarim"), &called("Fatuma Abdikarim Warsame")));
        assert!(same_name(&called("Purwanto"), &called("purwanto")));
        assert!(!same_name(&called("Purwanto"), &called("Purwanti")));
        let nobody = Details { family_name: String::new(), given_name: String::new(), ..called("") };
        assert!(!same_name(&nobody, &nobody));
    }

    proptest! {
        #[test]
        fn a_name_is_found_by_each_of_its_own_words(name in "\\PC{1,60}", reference in 1..99_999_i32) {
            let text = search_text(&called(&name), reference);
            for word in search_words(&name) {
                prop_assert!(text.contains(&word), "{word:?} in {text:?}");
            }
        }

        #[test]
        fn nothing_in_a_query_means_anything_to_like(query in any::<String>()) {
            for word in search_words(&query) {
                prop_assert!(!word.contains(['%', '_', '\\', ' ']) && !word.is_empty());
            }
        }
    }
}
