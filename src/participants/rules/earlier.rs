//! Answers of an earlier conference that may be offered again: who somebody is and how they are reached. Identity papers,
//! portraits, needs, ranks and consent are asked anew each time: they change, were given for one purpose, or spare papers.

use super::names::{same_name, words_of};
use crate::language::collation::fold;
use crate::participants::model::Details;

/// Whether two files are about one person, as far as names and birth dates tell.
pub fn is_perhaps_the_same(one: &Details, other: &Details) -> bool {
    let born = one.birth_date.zip(other.birth_date).is_none_or(|(one, other)| one == other);
    born && same_name(one, other)
}

/// Whether somebody of whom less is known may be the one of an earlier file: nothing in the name stands against it.
pub fn may_be(known: &Details, earlier: &Details) -> bool {
    let born = known.birth_date.zip(earlier.birth_date).is_none_or(|(one, other)| one == other);
    let whole = words_of(earlier);
    born && words_of(known).iter().all(|word| whole.contains(word))
}

/// Fills what is empty from an earlier file; says which fields it filled. An e-mail address stays where there is one, for it
/// decides who may see the file.
pub fn filled_from(earlier: &Details, mut into: Details) -> (Details, Vec<&'static str>) {
    let mut filled = Vec::new();
    // A name is one thing in several fields: parts of two would make nobody's, and a part that was typed is not put twice.
    let typed = words_of(&into);
    let is_new = |part: &str| !fold(part).split(' ').any(|word| typed.iter().any(|known| known == word));
    if may_be(&into, earlier) {
        fill_text("document_name", &mut into.document_name, &earlier.document_name, &mut filled);
        for (field, place, part) in [
            ("family_name", &mut into.family_name, &earlier.family_name),
            ("given_name", &mut into.given_name, &earlier.given_name),
        ] {
            if is_new(part) {
                fill_text(field, place, part, &mut filled);
            }
        }
    }
    let texts = [
        ("native_name", &mut into.native_name, &earlier.native_name),
        ("badge_name", &mut into.badge_name, &earlier.badge_name),
        ("honorific", &mut into.honorific, &earlier.honorific),
        ("functional_title", &mut into.functional_title, &earlier.functional_title),
        ("organisation", &mut into.organisation, &earlier.organisation),
    ];
    for (field, place, text) in texts {
        fill_text(field, place, text, &mut filled);
    }
    fill("sex", &mut into.sex, &earlier.sex, &mut filled);
    fill("birth", &mut into.birth_date, &earlier.birth_date, &mut filled);
    let codes = [
        ("nationality", &mut into.nationality, &earlier.nationality),
        ("residence", &mut into.residence, &earlier.residence),
        ("email", &mut into.email, &earlier.email),
        ("phone", &mut into.phone, &earlier.phone),
        ("language", &mut into.language, &earlier.language),
    ];
    for (field, place, code) in codes {
        fill(field, place, code, &mut filled);
    }
    (into, filled)
}

fn fill_text(field: &'static str, place: &mut String, text: &str, filled: &mut Vec<&'static str>) {
    if place.is_empty() && !text.is_empty() {
        text.clone_into(place);
        filled.push(field);
    }
}

fn fill<T: Clone>(field: &'static str, place: &mut Option<T>, value: &Option<T>, filled: &mut Vec<&'static str>) {
    if place.is_none() && value.is_some() {
        place.clone_from(value);
        filled.push(field);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::participants::fixtures::{category, details};

    #[test]
    fn names_and_contact_come_again_and_papers_needs_and_consent_do_not() {
        let earlier = Details { access_needs: "A ramp".to_owned(), public_list: true, ..details() };
        let (again, filled) = filled_from(&earlier, Details::blank(category().id));
        assert_eq!(
            (again.name(), again.birth_date, &again.phone),
            (earlier.name(), earlier.birth_date, &earlier.phone)
        );
        assert!(filled.contains(&"birth") && !filled.contains(&"document_kind"));
        assert!(
            again.document_kind.is_none() && again.document_country.is_none() && again.document_expires_on.is_none()
        );
        assert!(again.access_needs.is_empty() && !again.public_list && again.consent_at.is_none());
        assert_eq!(again.protocol_rank, Details::blank(category().id).protocol_rank, "a rank may spare papers");
    }

    #[test]
    fn what_was_typed_stays_and_a_name_is_one_thing() {
        let blank = || Details::blank(category().id);
        let names = |one: &Details| [&one.document_name, &one.family_name, &one.given_name].map(Clone::clone);
        let amina = Details {
            document_name: "Amina Yusuf Warsame".to_owned(),
            family_name: "Warsame".to_owned(),
            given_name: "Amina Yusuf".to_owned(),
            ..details()
        };
        let (again, _) = filled_from(&amina, Details { given_name: "Amína".to_owned(), ..blank() });
        assert_eq!(names(&again), ["Amina Yusuf Warsame", "Warsame", "Amína"]);
        assert!(filled_from(&amina, again).1.is_empty(), "twice is once");
        let (whole, _) = filled_from(&amina, Details { family_name: "Amina Warsame".to_owned(), ..blank() });
        assert_eq!(names(&whole), ["Amina Yusuf Warsame", "Amina Warsame", ""]);
        let (other, filled) = filled_from(&amina, Details { given_name: "Halima".to_owned(), ..blank() });
        assert_eq!(names(&other), ["", "", "Halima"]);
        assert!(!filled.contains(&"family_name") && !may_be(&other, &amina));
    }

    #[test]
    fn one_name_and_two_birth_dates_are_two_people() {
        let one = details();
        let other = Details { birth_date: one.birth_date.map(|day| day.plus_days(1)), ..details() };
        assert!(is_perhaps_the_same(&one, &one) && !is_perhaps_the_same(&one, &other));
        assert!(is_perhaps_the_same(&one, &Details { birth_date: None, ..details() }));
    }
}
