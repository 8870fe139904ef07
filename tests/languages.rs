//! Every key that is used exists in every shipped language, and every key that exists is used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use regex::Regex;

fn files(folder: &Path, ending: &str) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

fn keys(language: &str) -> BTreeMap<String, String> {
    let line = Regex::new(r"(?m)^([a-z][a-z0-9-]*)\s*=").unwrap();
    let mut found = BTreeMap::new();
    for file in files(&Path::new("locales").join(language), ".ftl") {
        let text = fs::read_to_string(&file).unwrap();
        for key in line.captures_iter(&text) {
            let earlier = found.insert(key[1].to_owned(), file.display().to_string());
            assert!(earlier.is_none(), "{} stands twice: {earlier:?} and {}", &key[1], file.display());
        }
    }
    found
}

/// Every word that looks like a key, in code and templates; and every beginning of one that code completes (`month-{...}`).
fn mentioned() -> (BTreeSet<String>, BTreeSet<String>) {
    let word = Regex::new(r#""([a-z][a-z0-9]*(?:-[a-z0-9]+)+)""#).unwrap();
    let beginning = Regex::new(r#""([a-z][a-z0-9]*(?:-[a-z0-9]+)*-)(?:\{[a-z_.()0-9]*\})"#).unwrap();
    let joined = Regex::new(r#""([a-z][a-z0-9]*(?:-[a-z0-9]+)*-)""#).unwrap();
    let (mut words, mut beginnings) = (BTreeSet::new(), BTreeSet::new());
    for file in files(Path::new("src"), ".rs")
        .into_iter()
        .chain(files(Path::new("templates"), ".html"))
        .chain(files(Path::new("templates"), ".txt"))
    {
        let text = fs::read_to_string(file).unwrap();
        words.extend(word.captures_iter(&text).map(|found| found[1].to_owned()));
        beginnings.extend(beginning.captures_iter(&text).map(|found| found[1].to_owned()));
        beginnings.extend(joined.captures_iter(&text).map(|found| found[1].to_owned()));
    }
    (words, beginnings)
}

#[test]
fn the_shipped_languages_have_the_same_keys() {
    let (english, french) = (keys("en"), keys("fr"));
    let missing: Vec<_> = english.keys().filter(|key| !french.contains_key(*key)).collect();
    let extra: Vec<_> = french.keys().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty() && extra.is_empty(), "missing in French: {missing:#?}\nonly in French: {extra:#?}");
}

#[test]
fn every_key_that_templates_use_exists() {
    let used = Regex::new(r#"(?:\.t|\.t1|\.t2|\.with|Message::new|refused|\.say)\(\s*(?:"[a-z_]+",\s*)?"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)""#).unwrap();
    let english = keys("en");
    let mut missing = BTreeSet::new();
    for file in files(Path::new("src"), ".rs").into_iter().chain(files(Path::new("templates"), "")) {
        let text = fs::read_to_string(&file).unwrap_or_default();
        for key in used.captures_iter(&text).filter(|key| !english.contains_key(&key[1])) {
            missing.insert(format!("{} in {}", &key[1], file.display()));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_key_that_exists_is_used() {
    let (words, beginnings) = mentioned();
    // Rules are named after constraints, which migrations name.
    let unused: Vec<_> = keys("en")
        .into_iter()
        .filter(|(key, _)| !words.contains(key) && !beginnings.iter().any(|start| key.starts_with(start)))
        .filter(|(key, _)| !key.starts_with("rule-"))
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn every_rule_that_is_translated_is_a_rule_of_the_database() {
    let migrations: String =
        files(Path::new("migrations"), "up.sql").iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    for key in keys("en").keys().filter_map(|key| key.strip_prefix("rule-").map(ToOwned::to_owned)) {
        let constraint = key.replace('-', "_");
        assert!(
            migrations.contains(&constraint) || constraint == "changed_meanwhile",
            "no constraint is named {constraint}"
        );
    }
}
