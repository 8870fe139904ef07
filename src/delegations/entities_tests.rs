//! What must be true of the table of entities, and of the order of nameplates.

use std::collections::HashSet;

use super::*;

fn named(code: &str) -> &'static Entity {
    by_code(code).unwrap_or_else(|| panic!("no entity {code}"))
}

fn count(kind: Kind) -> usize {
    all().iter().filter(|entity| entity.kind == kind).count()
}

#[test]
fn the_united_nations_has_193_members_and_two_observer_states() {
    assert_eq!(count(Kind::Member), 193);
    assert_eq!(count(Kind::Observer), 2);
    assert_eq!(count(Kind::OtherState), 2);
    assert_eq!(count(Kind::RegionalOrganization), 1);
}

#[test]
fn no_two_entities_share_a_code_or_a_name() {
    let mut seen = HashSet::new();
    for entity in all() {
        for code in [&entity.alpha2, &entity.alpha3] {
            assert!(code.chars().all(|c| c.is_ascii_uppercase()), "{code}");
            assert!(seen.insert(code.clone()), "{code} twice");
        }
        assert_eq!((entity.alpha2.len(), entity.alpha3.len()), (2, 3), "{}", entity.alpha2);
        for language in ["en", "fr"] {
            assert!(seen.insert(format!("{language} {}", entity.short(language))), "{} twice", entity.short(language));
        }
    }
}

#[test]
fn every_name_is_there_in_both_languages_and_clean() {
    for entity in all() {
        for language in ["en", "fr"] {
            let names = entity.names(language);
            for name in [&names.short, &names.formal] {
                assert!(!name.is_empty() && name.trim() == name && !name.contains("  "), "{} {name:?}", entity.alpha2);
            }
            assert!(["", "the", "le", "la", "l'", "les"].contains(&names.article.as_str()), "{}", entity.alpha2);
            assert!(names.short.starts_with(char::is_uppercase), "{}", names.short);
        }
    }
}

#[test]
fn the_kinds_and_groups_of_the_file_are_words_we_know() {
    let groups = ["africa", "asia-pacific", "eastern-europe", "grulac", "weog", "weog:observer"];
    let kinds = ["member", "observer", "other-state", "territory", "regional-organization"];
    let mut reader = csv::Reader::from_reader(include_str!("entities.csv").as_bytes());
    for row in reader.records().map(Result::unwrap) {
        assert!(kinds.contains(&&row[2]), "{row:?}");
        assert!(row[3].split_whitespace().all(|group| groups.contains(&group)), "{row:?}");
    }
}

#[test]
fn the_regional_groups_have_the_sizes_the_united_nations_gives() {
    let size = |group| all().iter().filter(|e| e.kind == Kind::Member && e.belongs_to(group)).count();
    assert_eq!(size(Group::Africa), 54);
    assert_eq!(size(Group::AsiaPacific), 55, "Türkiye counted here too");
    assert_eq!(size(Group::EasternEurope), 23);
    assert_eq!(size(Group::Grulac), 33);
    assert_eq!(size(Group::Weog), 28, "Türkiye counted, the United States not");
}

#[test]
fn turkiye_sits_in_two_groups_and_votes_in_the_western_one() {
    assert_eq!(named("TR").groups, [(Group::Weog, Standing::Member), (Group::AsiaPacific, Standing::Member)]);
    assert_eq!(named("US").groups, [(Group::Weog, Standing::Observer)]);
    assert!(!named("US").belongs_to(Group::Weog));
    let without: Vec<_> = all().iter().filter(|e| e.kind == Kind::Member && e.groups.is_empty()).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn namibia_and_norway_survive() {
    assert_eq!(named("NA").short("en"), "Namibia");
    assert_eq!(named("NO").short("fr"), "Norvège");
    assert_eq!(named("no").alpha3, "NOR");
}

#[test]
fn the_european_union_is_no_state() {
    let union = named("EU");
    assert!(!union.is_state() && union.groups.is_empty());
    assert_eq!(union.in_text("fr"), "l'Union européenne");
}

#[test]
fn every_entity_is_found_again_by_code_and_by_each_of_its_names() {
    for entity in all() {
        let texts = [
            &entity.alpha2,
            &entity.alpha3,
            &entity.english.short,
            &entity.english.formal,
            &entity.french.short,
            &entity.french.formal,
        ];
        for text in texts {
            assert_eq!(find(text).map(|found| &found.alpha2), Some(&entity.alpha2), "{text}");
            assert_eq!(find(&text.to_lowercase()).map(|found| &found.alpha2), Some(&entity.alpha2), "{text}");
        }
    }
    assert_eq!(find("Cote d’Ivoire").unwrap().alpha2, "CI");
    assert!(find("Ruritania").is_none() && find("").is_none());
}

#[test]
fn a_name_inside_a_sentence_takes_its_article() {
    let texts = [
        ("PH", "the Philippines", "des Philippines"),
        ("BO", "the Plurinational State of Bolivia", "de l'État plurinational de Bolivie"),
    ];
    for (code, english, french) in texts {
        assert_eq!(named(code).in_text("en"), english);
        assert_eq!(named(code).of("fr"), french);
    }
    let french = [
        ("VN", "du Viet Nam"),
        ("FR", "de la France"),
        ("EG", "de l'Égypte"),
        ("HT", "d'Haïti"),
        ("CU", "de Cuba"),
        ("OM", "d'Oman"),
    ];
    for (code, of) in french.into_iter().chain([
        ("HN", "du Honduras"),
        ("IL", "d'Israël"),
        ("NL", "du Royaume des Pays-Bas"),
        ("SV", "d'El Salvador"),
    ]) {
        assert_eq!(named(code).of("fr"), of);
    }
    assert_eq!(named("VN").of("en"), "of Viet Nam");
    assert_eq!(named("VN").formal("en"), "the Socialist Republic of Viet Nam");
}

fn ordered(codes: &str, language: &str, first_letter: Option<char>) -> Vec<&'static str> {
    let mut row: Vec<_> = codes.split(' ').map(named).collect();
    order_of(&mut row, language, first_letter, |entity| entity.short(language));
    row.iter().map(|entity| entity.alpha2.as_str()).collect()
}

#[test]
fn the_order_of_states_depends_on_the_language() {
    assert_eq!(ordered("ES DE CI CD US", "en", None), ["CI", "CD", "DE", "ES", "US"]);
    assert_eq!(ordered("ES DE CI CD US", "fr", None), ["DE", "CI", "ES", "US", "CD"]);
    let republics = ["SY", "CF", "KR", "MD", "CD", "LA", "DO", "KP", "TZ"];
    assert_eq!(ordered("TZ KP DO LA CD MD KR CF SY", "fr", None), republics);
}

#[test]
fn a_drawn_letter_comes_first_and_the_row_goes_round() {
    assert_eq!(ordered("AF BE CU VN ZM", "en", Some('C')), ["CU", "VN", "ZM", "AF", "BE"]);
    assert_eq!(ordered("AF BE CU VN ZM", "en", Some('w')), ["ZM", "AF", "BE", "CU", "VN"], "nobody begins with W");
    assert_eq!(ordered("EC EG FR AL", "fr", Some('É')), ["EG", "EC", "FR", "AL"], "É is drawn as E");
    assert_eq!(ordered("AF BE", "en", Some('Z')), ["AF", "BE"]);
}

proptest::proptest! {
    #[test]
    fn any_draw_turns_the_row_without_losing_anybody(letter in proptest::char::range('A', 'Z')) {
        let mut plain: Vec<_> = all().iter().collect();
        order_of(&mut plain, "fr", None, |e| e.short("fr"));
        let mut drawn = plain.clone();
        order_of(&mut drawn, "fr", Some(letter), |e| e.short("fr"));
        let start = plain.iter().position(|e| e.alpha2 == drawn[0].alpha2).unwrap();
        plain.rotate_left(start);
        proptest::prop_assert!(plain.iter().zip(&drawn).all(|(a, b)| a.alpha2 == b.alpha2));
    }
}
