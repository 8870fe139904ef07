//! The pools of family and given names, one per culture, read from the files in `data/names`.
//!
//! A pool is written as `[culture]` and lines `key: value, value, ...`. A value is `Latin`, or `Latin=native` where the culture
//! writes in another script, so that both forms of a name always belong together; `*n` after it makes it n times as likely.
//! `form` says how a full name is put together, `script` what the native part is written in, `join` what stands between its
//! words. Feminine family names, where a language has them, stand in `family-f` in the order of `family`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// How the names of a culture are put together, in the order of its documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// *Anna Rossi*
    GivenFamily,
    /// *Kim Min-jun*
    FamilyGiven,
    /// *Nguyễn Thị Hồng Ánh*
    FamilyMiddleGiven,
    /// *Michael J. Parker*
    GivenMiddleFamily,
    /// *Omar Khalid Al-Ansari*: given name, father's given name, family
    GivenFatherFamily,
    /// *Almaz Tesfaye Bekele*: given name, father's, grandfather's
    GivenFatherGrandfather,
    /// *Lucía Vidal Romero*
    TwoFamilies,
    /// *Oksana Petrenko*, in full *Oksana Mykolaivna Petrenko*
    EastSlavic,
    /// *Helga Stefánsdóttir*
    Icelandic,
    /// *Farah Diyana binti Razak*
    Malay,
    /// *Sutrisno*
    Single,
    /// *Khin Mar Lwin*: several words, none of them a family name
    Whole,
}

/// One name in Latin letters, and in the culture's own script where that is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub latin: &'static str,
    pub native: Option<&'static str>,
}

/// The names of one culture.
#[derive(Debug)]
pub struct Pool {
    pub culture: &'static str,
    pub form: Form,
    /// `Latin` or the name of the native script, as Unicode calls it (`Japanese` for its mixture).
    pub script: &'static str,
    /// What stands between the words of a native name.
    pub join: &'static str,
    lists: HashMap<&'static str, Vec<Word>>,
}

impl Pool {
    /// The names under a key: `family`, `male`, `middle-f`...; empty where the pool has none.
    pub fn list(&self, key: &str) -> &[Word] {
        self.lists.get(key).map_or(&[], Vec::as_slice)
    }
}

/// The pool of a culture named in `states.csv`; of English names if there is none of that name.
pub fn pool(culture: &str) -> &'static Pool {
    let place = POOLS.iter().position(|pool| pool.culture == culture).unwrap_or(0);
    &POOLS[place]
}

/// All pools, English first.
pub fn all() -> &'static [Pool] {
    &POOLS
}

static POOLS: LazyLock<Vec<Pool>> = LazyLock::new(|| {
    let files = [
        include_str!("data/names/europe_americas.txt"),
        include_str!("data/names/asia_east.txt"),
        include_str!("data/names/asia_south_west.txt"),
        include_str!("data/names/africa_pacific.txt"),
    ];
    let mut pools: Vec<Pool> = files.into_iter().flat_map(read).collect();
    pools.sort_by_key(|pool| (pool.culture != "english", pool.culture));
    pools
});

fn read(text: &'static str) -> Vec<Pool> {
    let mut pools: Vec<Pool> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(culture) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            pools.push(Pool { culture, form: Form::GivenFamily, script: "Latin", join: " ", lists: HashMap::new() });
        } else if let (Some((key, value)), Some(pool)) = (line.split_once(": "), pools.last_mut()) {
            match key {
                "form" => pool.form = form(value),
                "script" => pool.script = value,
                "join" => pool.join = if value == "none" { "" } else { " " },
                _ => drop(pool.lists.insert(key, words(value))),
            }
        }
    }
    pools
}

fn form(word: &str) -> Form {
    match word {
        "family-given" => Form::FamilyGiven,
        "family-middle-given" => Form::FamilyMiddleGiven,
        "given-middle-family" => Form::GivenMiddleFamily,
        "given-father-family" => Form::GivenFatherFamily,
        "given-father-grandfather" => Form::GivenFatherGrandfather,
        "two-families" => Form::TwoFamilies,
        "east-slavic" => Form::EastSlavic,
        "icelandic" => Form::Icelandic,
        "malay" => Form::Malay,
        "single" => Form::Single,
        "whole" => Form::Whole,
        _ => Form::GivenFamily,
    }
}

fn words(list: &'static str) -> Vec<Word> {
    let mut words = Vec::new();
    for entry in list.split(',').map(str::trim) {
        let (entry, times) = entry.split_once('*').unwrap_or((entry, "1"));
        let word = match entry.split_once('=') {
            Some((latin, native)) => Word { latin, native: Some(native) },
            None => Word { latin: entry, native: None },
        };
        words.extend(std::iter::repeat_n(word, times.parse().unwrap_or(1)));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first and last character of the blocks in which a script is written, for those that our pools use.
    fn block(script: &str) -> std::ops::RangeInclusive<char> {
        match script {
            "Han" | "Japanese" => '\u{3005}'..='\u{9fff}',
            "Hangul" => '가'..='힣',
            "Cyrillic" => '\u{400}'..='\u{52f}',
            "Thai" => '\u{e00}'..='\u{e7f}',
            "Lao" => '\u{e80}'..='\u{eff}',
            "Khmer" => '\u{1780}'..='\u{17ff}',
            "Myanmar" => '\u{1000}'..='\u{109f}',
            "Devanagari" => '\u{900}'..='\u{97f}',
            "Gurmukhi" => '\u{a00}'..='\u{a7f}',
            "Bengali" => '\u{980}'..='\u{9ff}',
            "Sinhala" => '\u{d80}'..='\u{dff}',
            "Tamil" => '\u{b80}'..='\u{bff}',
            "Arabic" => '\u{600}'..='\u{6ff}',
            "Hebrew" => '\u{590}'..='\u{5ff}',
            "Georgian" => '\u{10a0}'..='\u{10ff}',
            "Armenian" => '\u{530}'..='\u{58f}',
            "Greek" => '\u{370}'..='\u{3ff}',
            "Ethiopic" => '\u{1200}'..='\u{137f}',
            other => panic!("no block for {other}"),
        }
    }

    #[test]
    fn every_pool_has_enough_names_for_its_form() {
        for pool in all() {
            let needs: &[&str] = match pool.form {
                Form::Single | Form::Whole | Form::Malay | Form::GivenFatherGrandfather => &[],
                Form::Icelandic => &["father"],
                Form::FamilyMiddleGiven | Form::EastSlavic | Form::GivenMiddleFamily => {
                    &["family", "middle-m", "middle-f"]
                }
                _ => &["family"],
            };
            for key in needs.iter().chain(&["male", "female"]) {
                let least = if key.starts_with("middle") { 3 } else { 6 };
                assert!(pool.list(key).len() >= least, "{} {key}", pool.culture);
            }
            let feminine = pool.list("family-f").len();
            assert!(feminine == 0 || feminine == pool.list("family").len(), "{}", pool.culture);
        }
        assert!(all().len() > 100);
    }

    #[test]
    fn latin_is_latin_and_native_is_in_the_script_the_pool_names() {
        for pool in all() {
            for word in pool.lists.values().flatten() {
                let plain = crate::language::collation::fold(word.latin);
                assert!(
                    plain.chars().all(|c| c == ' ' || c.is_ascii_lowercase() || c == 'ə'),
                    "{} {}",
                    pool.culture,
                    word.latin
                );
                assert_eq!(word.native.is_some(), pool.script != "Latin", "{} {}", pool.culture, word.latin);
                let native = word.native.unwrap_or_default();
                assert!(
                    native.chars().all(|c| " -‌‍".contains(c) || block(pool.script).contains(&c)),
                    "{} {native}",
                    pool.culture
                );
            }
        }
    }
}
