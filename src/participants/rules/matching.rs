//! Whose portrait a picture is, told from the name of its file: the number of the identity paper, the names in any order and
//! script, the number of the file, or the row of the sheet. What fits two people, or nobody, is left to a person.

use std::collections::HashMap;

use crate::ids::ParticipantId;
use crate::language::{collation::fold, western_digits};
use crate::participants::model::Details;

/// Words that cameras, telephones and people put into names of files, and that are nobody's name.
const NOISE: &[&str] = &[
    "img",
    "dsc",
    "dscn",
    "dscf",
    "pxl",
    "imag",
    "mvimg",
    "image",
    "photo",
    "foto",
    "picture",
    "pic",
    "portrait",
    "passport",
    "passeport",
    "scan",
    "copy",
    "copie",
    "final",
    "new",
    "cropped",
    "resized",
    "edited",
    "badge",
    "id",
    "identite",
    "whatsapp",
    "signal",
    "screenshot",
    "at",
    "of",
    "de",
    "mr",
    "mrs",
    "ms",
    "mme",
    "dr",
    "jpg",
    "jpeg",
    "png",
    "webp",
    "heic",
    "heif",
    "file",
    "dossier",
    "ref",
    "reference",
    "no",
    "nr",
    "n",
    "num",
    "numero",
    "number",
    "row",
    "ligne",
    "line",
    "rang",
];
/// With one of these a number is a row of the sheet.
const ROW: &[&str] = &["row", "ligne", "line", "rang"];
/// With one of these a number is the number of a file.
const REFERENCE: &[&str] = &["file", "dossier", "ref", "reference"];
/// What else may stand beside a number that is one of the two.
const NUMBER: &[&str] = &["no", "nr", "n", "num", "numero", "number"];
/// How names of pictures end.
const ENDINGS: &[&str] = &["jpg", "jpeg", "jpe", "png", "webp", "heic", "heif", "avif", "tif", "tiff", "bmp", "gif"];

/// Somebody whose portrait a picture may be.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    pub id: ParticipantId,
    /// The number that people quote.
    pub reference: i32,
    /// Where they stood in the delegation's last sheet.
    pub row: Option<usize>,
    pub details: &'a Details,
}

/// Whom a picture fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    One(ParticipantId),
    /// Several people, or one whom another picture fits as well: never guessed.
    Several(Vec<ParticipantId>),
    Nobody,
}

/// Whom each picture fits, in the order of the names. `by_number` finds people by the number of their identity paper.
pub fn fits(names: &[&str], people: &[Named<'_>], by_number: &dyn Fn(&str) -> Option<ParticipantId>) -> Vec<Fit> {
    let people: Vec<Words<'_>> = people.iter().map(Words::of).collect();
    let files: Vec<File> = names.iter().map(|name| File::of(name)).collect();
    // A camera counts its pictures from one: bare numbers are rows or references only where every one of them is.
    let bare = |file: &&File| file.meaning() == Some(Meaning::Either);
    let are_numbers = files.iter().filter(bare).all(|file| !numbered(file, Meaning::Either, &people).is_empty());
    let mut fits: Vec<Fit> = files.iter().map(|file| fit(file, &people, are_numbers, by_number)).collect();
    let mut times: HashMap<ParticipantId, usize> = HashMap::new();
    for fit in &fits {
        if let Fit::One(id) = fit {
            *times.entry(*id).or_default() += 1;
        }
    }
    for fit in &mut fits {
        if let Fit::One(id) = *fit
            && times[&id] > 1
        {
            *fit = Fit::Several(vec![id]);
        }
    }
    fits
}

fn fit(file: &File, people: &[Words<'_>], are_numbers: bool, by_number: &dyn Fn(&str) -> Option<ParticipantId>) -> Fit {
    let named = best(file, people);
    let papered: Vec<ParticipantId> = file.papers.iter().filter_map(|text| by_number(text)).collect();
    if !papered.is_empty() {
        // A paper of one and the name of another contradict each other.
        let other = |id: &&ParticipantId| named.len() == 1 && !papered.contains(id);
        return only(papered.iter().chain(named.iter().filter(other)).copied().collect());
    }
    if named.len() > 1 {
        let numbered = numbered(file, Meaning::Either, people);
        let both: Vec<ParticipantId> = named.iter().filter(|id| numbered.contains(id)).copied().collect();
        return only(if both.is_empty() { named } else { both });
    }
    if !named.is_empty() {
        return only(named);
    }
    match file.meaning() {
        Some(Meaning::Either) if !are_numbers => Fit::Nobody,
        Some(meaning) => only(numbered(file, meaning, people)),
        None => Fit::Nobody,
    }
}

fn only(mut ids: Vec<ParticipantId>) -> Fit {
    ids.sort();
    ids.dedup();
    match ids.as_slice() {
        [] => Fit::Nobody,
        [one] => Fit::One(*one),
        _ => Fit::Several(ids),
    }
}

/// The people whom the words of a file's name fit best.
fn best(file: &File, people: &[Words<'_>]) -> Vec<ParticipantId> {
    let levels: Vec<(u8, ParticipantId)> = people.iter().map(|one| (one.level(file), one.named.id)).collect();
    let best = levels.iter().map(|(level, _)| *level).max().unwrap_or_default();
    levels.into_iter().filter(|(level, _)| best > 0 && *level == best).map(|(_, id)| id).collect()
}

/// The people whose reference or row a file's only number is.
fn numbered(file: &File, meaning: Meaning, people: &[Words<'_>]) -> Vec<ParticipantId> {
    let [number] = file.numbers.as_slice() else { return Vec::new() };
    let is_reference = |one: &Words<'_>| meaning != Meaning::Row && i64::from(one.named.reference) == *number;
    let is_row = |one: &Words<'_>| {
        meaning != Meaning::Reference && one.named.row.is_some_and(|row| i64::try_from(row) == Ok(*number))
    };
    people.iter().filter(|one| is_reference(one) || is_row(one)).map(|one| one.named.id).collect()
}

/// What the number in a name that says nothing else stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Row,
    Reference,
    Either,
}

/// The name of a file, taken apart.
struct File {
    /// Its words, once as they are separated and once where capitals begin a word (`SelmaAmukugo`).
    readings: [Vec<String>; 2],
    /// Every word, of dates and numbers of papers, too.
    words: Vec<String>,
    numbers: Vec<i64>,
    /// What may be the number of an identity paper.
    papers: Vec<String>,
}

impl File {
    fn of(name: &str) -> Self {
        let stem = western_digits(stem(name));
        let numbers = digits(&stem).filter(|run| run.len() <= 6).filter_map(|run| run.parse().ok()).collect();
        let is_paper = |text: &&str| text.len() >= 5 && text.contains(|c: char| c.is_ascii_digit());
        let mut papers: Vec<String> =
            stem.split(|c: char| c.is_whitespace() || "_()[].,".contains(c)).filter(is_paper).map(Into::into).collect();
        if is_paper(&stem.as_str()) && !papers.contains(&stem) {
            papers.push(stem.clone());
        }
        Self { readings: [words(&stem), words(&apart(&stem))], words: letters(&stem), numbers, papers }
    }

    /// What its number stands for: nothing where there are other words, or those of a camera, that counts pictures.
    fn meaning(&self) -> Option<Meaning> {
        let words = &self.words;
        let all_of =
            |lists: &[&[&str]]| words.iter().all(|word| lists.iter().any(|list| list.contains(&word.as_str())));
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        match self.numbers.as_slice() {
            [_] if all_of(&[ROW, NUMBER]) && has(ROW) => Some(Meaning::Row),
            [_] if all_of(&[REFERENCE, NUMBER]) && has(REFERENCE) => Some(Meaning::Reference),
            [_] if all_of(&[NUMBER]) => Some(Meaning::Either),
            _ => None,
        }
    }
}

/// The name without its endings, of which there may be two (`selma.heic.jpg`).
fn stem(name: &str) -> &str {
    let mut stem = name.trim();
    while let Some((rest, ending)) = stem.rsplit_once('.') {
        if !ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) {
            break;
        }
        stem = rest;
    }
    stem
}

fn digits(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty())
}

/// Folded words of letters alone. What holds five digits and more is a date or the number of a paper, and no word.
fn words(text: &str) -> Vec<String> {
    let is_number = |token: &&str| token.chars().filter(char::is_ascii_digit).count() >= 5;
    let tokens: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || "_-".contains(c)).filter(|one| !is_number(one)).collect();
    letters(&tokens.join(" "))
}

/// Folded words, without digits.
fn letters(text: &str) -> Vec<String> {
    let letters: String = text.chars().map(|c| if c.is_numeric() { ' ' } else { c }).collect();
    fold(&letters).split(' ').filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
}

/// A space where a capital follows a small letter.
fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for c in text.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}

/// Letters that some languages write as two where they have no sign for them.
fn spelt_out(text: &str) -> String {
    let composed: String = unicode_normalization::UnicodeNormalization::nfc(text).collect();
    composed
        .replace(['ä', 'Ä'], "ae")
        .replace(['ö', 'Ö', 'ø', 'Ø'], "oe")
        .replace(['ü', 'Ü'], "ue")
        .replace(['å', 'Å'], "aa")
}

/// `N'Guessan` as many write it for a machine.
fn without_apostrophes(text: &str) -> String {
    text.replace(['\'', '’', 'ʼ', '‘', '`', 'ʻ', 'ʿ', 'ʾ', '´'], "")
}

/// A name in its folded words; empty where there is none.
#[derive(Clone, PartialEq, Eq)]
struct Name(Vec<String>);

impl Name {
    fn joined(&self) -> String {
        self.0.concat()
    }

    /// Whether the words of a file say this name whole, in whatever order, and be it in one word.
    fn is_in(&self, file: &[String]) -> bool {
        !self.0.is_empty() && (self.0.iter().all(|word| file.contains(word)) || file.contains(&self.joined()))
    }
}

/// What somebody is called, in words that can be compared.
struct Words<'a> {
    named: Named<'a>,
    forms: Vec<Name>,
    /// Family and given names in each spelling.
    parts: Vec<(Name, Name)>,
    all: Vec<String>,
}

impl<'a> Words<'a> {
    fn of(named: &Named<'a>) -> Self {
        let details = named.details;
        let both = [&details.family_name, &details.given_name];
        let turned = |one: &str, two: &str| format!("{one} {two}");
        let texts = [
            details.document_name.clone(),
            turned(both[0], both[1]),
            turned(both[1], both[0]),
            details.native_name.clone(),
            details.badge_name.clone(),
        ];
        let spellings: [fn(&str) -> String; 3] = [|text| text.to_owned(), spelt_out, without_apostrophes];
        let mut forms: Vec<Name> = Vec::new();
        for form in spellings.iter().flat_map(|spell| texts.iter().map(|text| Name(words(&spell(text))))) {
            if !form.0.is_empty() && !forms.contains(&form) {
                forms.push(form);
            }
        }
        let parts = spellings.iter().map(|spell| (Name(words(&spell(both[0]))), Name(words(&spell(both[1])))));
        let parts: Vec<(Name, Name)> = parts.collect();
        let mut all: Vec<String> = forms.iter().flat_map(|form| form.0.iter().cloned()).collect();
        all.extend(parts.iter().flat_map(|(family, given)| [family.joined(), given.joined()]));
        Self { named: *named, forms, parts, all }
    }

    /// How well a file's name fits: 4 the whole name and nothing else, 3 the whole name among other words, or family name and
    /// one of the given names, 2 family name and initials or some other words of the name, 1 one word of it alone, 0 not at all.
    fn level(&self, file: &File) -> u8 {
        file.readings.iter().map(|words| self.level_of(words)).max().unwrap_or_default()
    }

    fn level_of(&self, words: &[String]) -> u8 {
        let said: Vec<String> =
            words.iter().filter(|word| self.all.contains(word) || !NOISE.contains(&word.as_str())).cloned().collect();
        if said.concat().chars().count() < 2 {
            return 0;
        }
        if self.forms.iter().any(|form| is_same(&form.0, &said)) {
            return 4;
        }
        let extras: Vec<&String> = said.iter().filter(|word| !self.all.contains(word)).collect();
        let whole = self.forms.iter().any(|form| form.0.len() > 1 && form.is_in(&said));
        let with_given = |(family, given): &(Name, Name)| {
            family.is_in(&said) && given.0.iter().any(|word| said.contains(word) && !family.0.contains(word))
        };
        if whole || extras.is_empty() && self.parts.iter().any(with_given) {
            return 3;
        }
        let initials = |(family, given): &(Name, Name)| {
            let begins = |word: &&String| given.0.iter().any(|name| name.starts_with(word.as_str()));
            let rest: Vec<&String> =
                said.iter().filter(|word| !family.0.contains(word) && **word != family.joined()).collect();
            family.is_in(&said) && !rest.is_empty() && rest.iter().all(|word| word.chars().count() == 1 && begins(word))
        };
        // Some of the words of a name of which it is not known where the family name ends.
        let some = |form: &Name| said.iter().all(|word| form.0.contains(word));
        if self.parts.iter().any(initials) || said.len() > 1 && self.forms.iter().any(some) {
            return 2;
        }
        let alone = |(family, given): &(Name, Name)| family.is_in(&said) || given.is_in(&said);
        let is_part = extras.is_empty() && said.concat().chars().count() > 2;
        u8::from(is_part && (self.parts.iter().any(alone) || self.forms.iter().any(some)))
    }
}

/// The same words in whatever order, or run together in this one.
fn is_same(form: &[String], said: &[String]) -> bool {
    let sorted = |words: &[String]| {
        let mut words = words.to_vec();
        words.sort();
        words
    };
    sorted(form) == sorted(said) || form.concat() == said.concat()
}

#[cfg(test)]
#[path = "matching/tests.rs"]
mod tests;
