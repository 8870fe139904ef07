//! Functions and honorifics, in English and in French, for women and for men.

use super::chance::Chance;
use super::names::Sex;

struct Title {
    who: String,
    rank: String,
    english: String,
    french: [String; 2],
}

static TITLES: std::sync::LazyLock<Vec<Title>> = std::sync::LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_str!("data/titles.csv").as_bytes());
    let title = |row: csv::StringRecord| Title {
        who: row[0].to_owned(),
        rank: row[1].to_owned(),
        english: row[2].to_owned(),
        french: [row[3].to_owned(), row[4].to_owned()],
    };
    reader.records().flatten().map(title).collect()
});

/// A function of somebody of this group and rank, in `en` or `fr`. Empty if the table has none.
pub fn function(chance: &mut Chance, who: &str, rank: &str, language: &str, sex: Sex) -> String {
    let fitting: Vec<&Title> = TITLES.iter().filter(|title| title.who == who && title.rank == rank).collect();
    let Some(title) = chance.choice(&fitting) else { return String::new() };
    match (language, sex) {
        ("fr", Sex::Male) => title.french[0].clone(),
        ("fr", Sex::Female) => title.french[1].clone(),
        _ => title.english.clone(),
    }
}

/// How somebody of a protocol rank is addressed.
pub fn honorific(rank: &str, scholar: bool, language: &str, sex: Sex) -> &'static str {
    let excellency = matches!(rank, "vice_head" | "foreign_minister" | "minister" | "vice_minister" | "ambassador");
    match (language, excellency, scholar, sex) {
        ("fr", true, _, Sex::Male) => "S.E. M.",
        ("fr", true, _, Sex::Female) => "S.E. Mme",
        (_, true, _, Sex::Male) => "H.E. Mr.",
        (_, true, _, Sex::Female) => "H.E. Ms.",
        ("fr", _, true, _) => "Pr",
        (_, _, true, _) => "Prof.",
        ("fr", _, _, Sex::Male) => "M.",
        ("fr", _, _, Sex::Female) => "Mme",
        (_, _, _, Sex::Male) => "Mr.",
        (_, _, _, Sex::Female) => "Ms.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_title_stands_in_both_languages_and_for_both_sexes() {
        assert!(TITLES.len() > 80);
        for title in TITLES.iter() {
            assert!(!title.english.is_empty() && title.french.iter().all(|text| !text.is_empty()), "{}", title.english);
        }
        let mut chance = Chance::of(1, "titles", 0);
        assert!(!function(&mut chance, "medical", "other", "xx", Sex::Male).is_empty());
        assert_eq!(function(&mut chance, "volunteer", "other", "fr", Sex::Female), "Bénévole");
        assert!(function(&mut chance, "nobody", "other", "en", Sex::Male).is_empty());
    }

    #[test]
    fn excellencies_are_addressed_as_such() {
        assert_eq!(honorific("minister", false, "fr", Sex::Female), "S.E. Mme");
        assert_eq!(honorific("other", true, "en", Sex::Male), "Prof.");
        assert_eq!(honorific("other", false, "en", Sex::Female), "Ms.");
    }
}
