//! Invented people's names: believable for their country, put together as its documents do.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::chance::Chance;
use super::pools::{Form, Pool, Word, pool};
use crate::language::collation::fold;

/// Sex as in the travel document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sex {
    Female,
    Male,
}

/// The name of an invented person. Either part may be empty where a culture has only one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub family: String,
    pub given: String,
    /// All of it in the order of the travel document.
    pub document: String,
    /// Short enough to be read from two metres, in the order the person uses.
    pub badge: String,
    /// In the culture's own script, where that is not Latin.
    pub native: Option<String>,
}

/// A name of `culture`. Names of well-known people are never given.
pub fn name(chance: &mut Chance, culture: &str, sex: Sex) -> Name {
    let pool = pool(culture);
    let mut drawn = draw(chance, pool, sex);
    // The pools hold far more combinations than the list forbids: a handful of throws always finds another.
    for _ in 0..50 {
        if !is_well_known(&drawn.document) {
            break;
        }
        drawn = draw(chance, pool, sex);
    }
    drawn
}

/// Whether a name contains every word of somebody's on the list of well-known people.
pub fn is_well_known(document: &str) -> bool {
    let folded = fold(document);
    let words: HashSet<&str> = folded.split(' ').collect();
    WELL_KNOWN.iter().any(|name| name.iter().all(|word| words.contains(word.as_str())))
}

static WELL_KNOWN: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let lines = include_str!("data/well_known.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| fold(line).split(' ').map(str::to_owned).collect()).collect()
});

fn draw(chance: &mut Chance, pool: &'static Pool, sex: Sex) -> Name {
    let given = given(chance, pool, sex);
    match pool.form {
        Form::GivenFamily => two(pool, given, family(chance, pool, sex), false),
        Form::FamilyGiven => two(pool, given, family(chance, pool, sex), true),
        Form::FamilyMiddleGiven => {
            let (family, middle) = (family(chance, pool, sex), middle(chance, pool, sex));
            build(pool, &[family], &[middle, given], &[family, middle, given], &[family, middle, given])
        }
        Form::GivenMiddleFamily => {
            let family = family(chance, pool, sex);
            let givens = if chance.likely(0.6) { vec![given, middle(chance, pool, sex)] } else { vec![given] };
            build(pool, &[family], &givens, &[&givens[..], &[family]].concat(), &[given, family])
        }
        Form::GivenFatherFamily => {
            let (father, family) = (father(chance, pool, given), family(chance, pool, sex));
            build(pool, &[family], &[given, father], &[given, father, family], &[given, family])
        }
        Form::GivenFatherGrandfather => {
            let father = father(chance, pool, given);
            let grandfather = father_other_than(chance, pool, &[given, father]);
            build(pool, &[grandfather], &[given, father], &[given, father, grandfather], &[given, father])
        }
        Form::TwoFamilies => {
            let (first, second) = (family(chance, pool, sex), family(chance, pool, sex));
            build(pool, &[first, second], &[given], &[given, first, second], &[given, first])
        }
        Form::EastSlavic => east_slavic(chance, pool, given, sex),
        Form::Icelandic => icelandic(chance, pool, given, sex),
        Form::Malay => {
            let of = Word { latin: if sex == Sex::Female { "binti" } else { "bin" }, native: None };
            let father = father(chance, pool, given);
            build(pool, &[], &[given, of, father], &[given, of, father], &[given])
        }
        Form::Single => build(pool, &[given], &[], &[given], &[given]),
        Form::Whole => build(pool, &[], &[given], &[given], &[given]),
    }
}

fn two(pool: &Pool, given: Word, family: Word, family_first: bool) -> Name {
    let order = if family_first { [family, given] } else { [given, family] };
    build(pool, &[family], &[given], &order, &order)
}

fn east_slavic(chance: &mut Chance, pool: &Pool, given: Word, sex: Sex) -> Name {
    let (family, patronymic) = (family(chance, pool, sex), middle(chance, pool, sex));
    let with_patronymic = build(pool, &[family], &[given, patronymic], &[given, patronymic, family], &[given, family]);
    if chance.likely(0.35) {
        return with_patronymic;
    }
    // Many passports leave the patronymic out of the Latin part and keep it in the native one.
    Name { native: with_patronymic.native, ..two(pool, given, family, false) }
}

fn icelandic(chance: &mut Chance, pool: &Pool, given: Word, sex: Sex) -> Name {
    let father = chance.choice(pool.list("father")).map_or("", |word| word.latin);
    let family = format!("{father}{}", if sex == Sex::Female { "dóttir" } else { "son" });
    let document = format!("{} {family}", given.latin);
    Name { family, given: given.latin.to_owned(), badge: document.clone(), document, native: None }
}

fn build(pool: &Pool, family: &[Word], given: &[Word], document: &[Word], badge: &[Word]) -> Name {
    let latin = |words: &[Word]| words.iter().map(|word| word.latin).collect::<Vec<_>>().join(" ");
    let native: Option<Vec<&str>> = document.iter().map(|word| word.native).collect();
    Name {
        family: latin(family),
        given: latin(given),
        document: latin(document),
        badge: latin(badge),
        native: native.map(|words| words.join(pool.join)),
    }
}

fn any(chance: &mut Chance, list: &[Word]) -> Word {
    chance.choice(list).copied().unwrap_or(Word { latin: "", native: None })
}

fn given(chance: &mut Chance, pool: &Pool, sex: Sex) -> Word {
    any(chance, pool.list(if sex == Sex::Female { "female" } else { "male" }))
}

fn middle(chance: &mut Chance, pool: &Pool, sex: Sex) -> Word {
    any(chance, pool.list(if sex == Sex::Female { "middle-f" } else { "middle-m" }))
}

fn family(chance: &mut Chance, pool: &Pool, sex: Sex) -> Word {
    let feminine = pool.list("family-f");
    if sex == Sex::Female && !feminine.is_empty() { any(chance, feminine) } else { any(chance, pool.list("family")) }
}

fn father(chance: &mut Chance, pool: &Pool, child: Word) -> Word {
    father_other_than(chance, pool, &[child])
}

fn father_other_than(chance: &mut Chance, pool: &Pool, taken: &[Word]) -> Word {
    let free: Vec<Word> = pool.list("male").iter().copied().filter(|word| !taken.contains(word)).collect();
    any(chance, &free)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::demo::pools;

    fn some(culture: &str, sex: Sex) -> Vec<Name> {
        (0..24).map(|which| name(&mut Chance::of(1, culture, which), culture, sex)).collect()
    }

    #[test]
    fn every_culture_gives_whole_names_that_repeat_for_the_same_seed() {
        for pool in pools::all() {
            for sex in [Sex::Female, Sex::Male] {
                let names = some(pool.culture, sex);
                assert_eq!(names, some(pool.culture, sex));
                for name in names {
                    assert!(!name.document.is_empty() && !name.badge.is_empty(), "{name:?}");
                    assert!(!name.document.contains("  ") && name.document.trim() == name.document, "{name:?}");
                    assert_eq!(name.native.is_some(), pool.script != "Latin", "{name:?}");
                    assert!(name.badge.chars().count() <= 34, "{name:?}");
                }
            }
        }
    }

    #[test]
    fn nobody_bears_the_name_of_a_well_known_person() {
        for pool in pools::all() {
            for name in some(pool.culture, Sex::Male).into_iter().chain(some(pool.culture, Sex::Female)) {
                assert!(!is_well_known(&name.document), "{name:?}");
            }
        }
        assert!(is_well_known("Nguyễn Phú Trọng") && is_well_known("LAVROV Sergey Viktorovich"));
        assert!(!is_well_known("Nguyễn Thị Hồng Ánh"));
    }

    #[test]
    fn each_form_puts_names_together_as_its_documents_do() {
        let vietnamese = &some("vietnamese", Sex::Female)[0];
        assert!(
            vietnamese.document.starts_with(&vietnamese.family) && vietnamese.document.ends_with(&vietnamese.given)
        );
        for single in some("javanese_single", Sex::Male) {
            assert!(single.given.is_empty() && single.family == single.document);
        }
        for malay in some("malay", Sex::Female) {
            assert!(malay.family.is_empty() && malay.given.contains(" binti "), "{malay:?}");
        }
        for icelander in some("icelandic", Sex::Female) {
            assert!(icelander.family.ends_with("dóttir"), "{icelander:?}");
        }
        let chinese = &some("chinese", Sex::Male)[0];
        assert!(!chinese.native.as_ref().unwrap().contains(' '));
    }
}
