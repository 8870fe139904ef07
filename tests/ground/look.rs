//! What the visual language promises: readable colours in light and dark under every accent, one sheet for both directions of
//! writing, nothing inline, and little to load.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use regex::Regex;

type Tokens = BTreeMap<String, String>;

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(path.to_str().unwrap(), ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).unwrap()
}

fn declarations(block: &str) -> Tokens {
    let one = Regex::new(r"--([a-z0-9-]+):\s*([^;]+);").unwrap();
    one.captures_iter(block).map(|found| (found[1].to_owned(), found[2].trim().to_owned())).collect()
}

/// The blocks of tokens.css by their selector.
fn blocks() -> Vec<(String, Tokens)> {
    let block = Regex::new(r"([^{}/]+)\{([^{}]*)\}").unwrap();
    let sheet = read("static/css/tokens.css");
    block.captures_iter(&sheet).map(|found| (found[1].trim().to_owned(), declarations(&found[2]))).collect()
}

/// Every accent in light and dark, as a browser would resolve it.
fn themes() -> Vec<(String, Tokens)> {
    let blocks = blocks();
    let set = |selector: &str| {
        let found = blocks.iter().find(|(name, tokens)| name == selector && tokens.contains_key("paper"));
        found.unwrap_or_else(|| panic!("no colours under {selector}")).1.clone()
    };
    let (light, dark) = (set(":root"), set(":root[data-theme=dark]"));
    assert_eq!(dark, set(":root:not([data-theme=light])"), "the two ways into the dark differ");
    let mut themes = Vec::new();
    for (accent, colours) in blocks.iter().filter(|(name, _)| name.starts_with(".accent-")) {
        for (theme, base) in [("light", &light), ("dark", &dark)] {
            let mut tokens = base.clone();
            tokens.insert("accent".to_owned(), colours[&format!("accent-{theme}")].clone());
            tokens.insert("tint".to_owned(), colours[&format!("tint-{theme}")].clone());
            themes.push((format!("{accent} {theme}"), tokens));
        }
    }
    themes
}

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(colour: &str) -> f64 {
    let digits = colour.strip_prefix('#').unwrap_or_else(|| panic!("{colour} is no plain colour"));
    let wide: String =
        if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.to_owned() };
    assert_eq!(wide.len(), 6, "{colour} is not opaque");
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&wide[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn compressed(names: &[PathBuf]) -> usize {
    let size = |name: &PathBuf| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(read(name).as_bytes()).unwrap();
        encoder.finish().unwrap().len()
    };
    names.iter().map(size).sum()
}

#[test]
fn contrast_is_measured_as_the_guidelines_do() {
    assert!((contrast("#fff", "#000000") - 21.0).abs() < 0.01);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
}

#[test]
fn every_text_can_be_read_on_every_ground_under_every_accent() {
    let grounds = ["paper", "card", "well", "tint"];
    let mut faint = Vec::new();
    for (theme, tokens) in themes() {
        let mut pairs = vec![("on-accent", "accent"), ("on-mark", "mark"), ("paper", "ink")];
        for ground in grounds {
            pairs.extend(["ink", "soft", "accent", "ok", "warn", "no"].map(|ink| (ink, ground)));
        }
        for (ink, ground) in [("ok", "ok-tint"), ("warn", "warn-tint"), ("no", "no-tint")] {
            pairs.extend([(ink, ground), ("ink", ground), ("soft", ground), ("accent", ground)]);
        }
        for (ink, ground) in pairs {
            let found = contrast(&tokens[ink], &tokens[ground]);
            if found < 4.5 {
                faint.push(format!("{theme}: {ink} on {ground} {found:.2}"));
            }
        }
        for ground in ["paper", "card"] {
            let found = contrast(&tokens["edge"], &tokens[ground]);
            if found < 3.0 {
                faint.push(format!("{theme}: edge of a field on {ground} {found:.2}"));
            }
        }
    }
    assert!(faint.is_empty(), "{faint:#?}");
}

#[test]
fn sheets_name_no_left_and_no_right() {
    let sided = Regex::new(r"(?m)(?:^|[;{\s])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|(?:left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right))").unwrap();
    let query = Regex::new(r"@media[^{]*").unwrap();
    for file in files("static/css", ".css") {
        let sheet = read(&file);
        let sheet = query.replace_all(&sheet, "");
        let found: Vec<_> = sided.find_iter(&sheet).map(|found| found.as_str().trim().to_owned()).collect();
        assert!(found.is_empty(), "{}: {found:?}", file.display());
    }
}

#[test]
fn pages_carry_no_style_and_no_script_of_their_own() {
    let inline =
        Regex::new(r#"\sstyle\s*=|\son[a-z]+\s*=\s*"|<style|javascript:|<script(?:\s+type="module")?\s*>"#).unwrap();
    for file in files("templates", ".html").into_iter().filter(|file| !file.to_string_lossy().contains("/mail/")) {
        let found = inline.find(&read(&file)).map(|found| found.as_str().to_owned());
        assert_eq!(found, None, "{}", file.display());
    }
}

#[test]
fn every_behaviour_that_a_template_names_exists() {
    let named = Regex::new(r#"data-behaviour="([a-z -]+)""#).unwrap();
    for file in files("templates", ".html") {
        for found in named.captures_iter(&read(&file)) {
            for name in found[1].split(' ') {
                let script = format!("static/js/behaviours/{name}.js");
                assert!(Path::new(&script).exists(), "{} names {name}", file.display());
            }
        }
    }
}

#[test]
fn sheets_and_faces_that_are_named_exist() {
    let named = Regex::new(r#"page\.asset\("([^"]+)"\)"#).unwrap();
    for file in files("templates", ".html") {
        for found in named.captures_iter(&read(&file)) {
            assert!(Path::new("static").join(&found[1]).exists(), "{} names {}", file.display(), &found[1]);
        }
    }
    let linked = Regex::new(r"url\(\.\./([^)]+)\)").unwrap();
    for file in files("static/css", ".css") {
        for found in linked.captures_iter(&read(&file)) {
            assert!(Path::new("static").join(&found[1]).exists(), "{} names {}", file.display(), &found[1]);
        }
    }
}

/// The behaviours that a template names, and the templates it is made of: the layout, the parts, what it includes.
fn behaviours_of(template: &str, seen: &mut BTreeSet<String>, names: &mut BTreeSet<String>) {
    if !seen.insert(template.to_owned()) {
        return;
    }
    let text = read(PathBuf::from("templates").join(template));
    let named = Regex::new(r#"(?:data-behaviour|behaviour)="([a-z -]+)""#).unwrap();
    names.extend(
        named.captures_iter(&text).flat_map(|found| found[1].split(' ').map(ToOwned::to_owned).collect::<Vec<_>>()),
    );
    let made_of = Regex::new(r#"\{%-? *(?:extends|import|include) "([^"]+)""#).unwrap();
    for found in made_of.captures_iter(&text) {
        behaviours_of(&found[1], seen, names);
    }
}

/// A script and what it brings along at once; what it asks for later, such as the tool that cuts portraits, is not of the page.
fn with_imports(script: PathBuf, seen: &mut BTreeSet<PathBuf>) {
    let at_once = Regex::new(r"(?m)^import [^\n]*from '([^']+)'").unwrap();
    let named: Vec<PathBuf> = at_once
        .captures_iter(&read(&script))
        .map(|found| script.parent().unwrap().join(&found[1]).canonicalize().unwrap())
        .collect();
    if seen.insert(script.canonicalize().unwrap()) {
        named.into_iter().for_each(|one| with_imports(one, seen));
    }
}

/// The scripts of a page: those of every page, and its behaviours.
fn scripts_of(template: &str) -> Vec<PathBuf> {
    let mut names = BTreeSet::new();
    behaviours_of(template, &mut BTreeSet::new(), &mut names);
    let behaviours = names.into_iter().map(|name| PathBuf::from(format!("static/js/behaviours/{name}.js")));
    let mut seen = BTreeSet::new();
    for script in ["static/js/app.js", "static/js/swap.js"].map(PathBuf::from).into_iter().chain(behaviours) {
        with_imports(script, &mut seen);
    }
    seen.into_iter().collect()
}

#[test]
fn public_and_delegation_pages_load_little() {
    let every_page = ["tokens", "fonts", "base", "parts"].map(|name| PathBuf::from(format!("static/css/{name}.css")));
    let largest =
        ["delegations", "programme"].map(|name| compressed(&[PathBuf::from(format!("static/css/{name}.css"))]));
    let sheets = compressed(&every_page) + largest.into_iter().max().unwrap();
    assert!(sheets <= 14 * 1024, "sheets are {sheets} bytes");
    let mut pages = 0;
    for file in files("templates", ".html") {
        let text = read(&file);
        if !["public", "delegation", "plain"]
            .iter()
            .any(|kind| text.contains(&format!("extends \"layout/{kind}.html\"")))
        {
            continue;
        }
        let template = file.strip_prefix("templates").unwrap().to_str().unwrap();
        let scripts = compressed(&scripts_of(template));
        assert!(scripts <= 12 * 1024, "scripts of {template} are {scripts} bytes");
        pages += 1;
    }
    assert!(pages > 30, "only {pages} pages were weighed");
}
