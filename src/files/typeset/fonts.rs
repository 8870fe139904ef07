//! Which fonts a text is set in: those inside the program first, those of `FONT_DIRS` for what they lack.
//!
//! The embedded ones cover Latin with Vietnamese and the African alphabets, Greek, Cyrillic, Arabic, and most Chinese,
//! Japanese and Korean names. The folders are searched once, when the first glyph is missing, Noto fonts before others.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FamilyInfo, FontInfoOverride, SourceCache};
use parley::{FontContext, FontData, FontFamily, FontFamilyName};

/// The house's two faces; a serif for what is read, a sans for what is worked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Sans,
    Serif,
}

const SANS: &str = "plenipo sans";
const SERIF: &str = "plenipo serif";
const ARABIC: &str = "plenipo arabic";
const LATIN: &str = "plenipo latin";
const HAN: &str = "plenipo han";

macro_rules! font {
    ($file:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/", $file))
    };
}

/// Under names of our own, so that a font of the same name on the machine does not mix in.
static EMBEDDED: [(&str, &[u8]); 9] = [
    (SANS, font!("IBMPlexSans-Regular.ttf")),
    (SANS, font!("IBMPlexSans-SemiBold.ttf")),
    (SERIF, font!("IBMPlexSerif-Medium.ttf")),
    (SERIF, font!("IBMPlexSerif-SemiBold.ttf")),
    (ARABIC, font!("IBMPlexSansArabic-Regular.ttf")),
    (ARABIC, font!("IBMPlexSansArabic-SemiBold.ttf")),
    (LATIN, font!("NotoSans-Regular-subset.ttf")),
    (LATIN, font!("NotoSans-Bold-subset.ttf")),
    (HAN, font!("NotoSansCJKsc-Bold-subset.otf")),
];

pub(super) struct Fonts {
    pub(super) context: FontContext,
    embedded: Vec<FamilyInfo>,
    /// Families of the folders that a text was set in.
    used: Vec<FamilyInfo>,
    folders: Vec<PathBuf>,
    /// Families of the folders, best first; None until they are needed.
    outside: Option<Vec<String>>,
    found: HashMap<char, Option<String>>,
}

impl Fonts {
    pub(super) fn new(folders: Vec<PathBuf>) -> Fonts {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for (name, bytes) in EMBEDDED {
            let named = FontInfoOverride { family_name: Some(name), ..FontInfoOverride::default() };
            collection.register_fonts(Blob::new(Arc::new(bytes)), Some(named));
        }
        let names = [SANS, SERIF, ARABIC, LATIN, HAN];
        let embedded = names.iter().filter_map(|name| collection.family_by_name(name)).collect();
        let context = FontContext { collection, source_cache: SourceCache::default() };
        Fonts { context, embedded, used: Vec::new(), folders, outside: None, found: HashMap::new() }
    }

    /// The families to try for this text, in order.
    pub(super) fn stack(&mut self, text: &str, face: Face) -> FontFamily<'static> {
        let main = if face == Face::Serif { SERIF } else { SANS };
        let mut names = vec![main, ARABIC, LATIN, HAN];
        let lacking: Vec<char> = text.chars().filter(|c| is_visible(*c) && !self.has(main, *c)).collect();
        // One letter from another design in the middle of a name is a blot: the whole name goes to the wider font.
        if lacking.iter().any(|c| self.has(LATIN, *c)) {
            names = vec![LATIN, ARABIC, HAN];
        }
        let mut names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        for c in lacking {
            if [ARABIC, LATIN, HAN].iter().all(|name| !self.has(name, c))
                && let Some(family) = self.outside_family(c)
                && !names.contains(&family)
            {
                names.push(family);
            }
        }
        FontFamily::List(names.into_iter().map(|name| FontFamilyName::Named(name.into())).collect())
    }

    /// The glyph of a character in one of the fonts in use.
    pub(super) fn glyph(&mut self, font: &FontData, c: char) -> Option<u32> {
        for info in self.embedded.iter().chain(&self.used).flat_map(|family| family.fonts()) {
            let bytes = info.load(Some(&mut self.context.source_cache))?;
            if bytes.id() == font.data.id() && info.index() == font.index {
                return info.charmap_index().charmap(bytes.as_ref())?.map(c);
            }
        }
        None
    }

    fn has(&mut self, name: &str, c: char) -> bool {
        let family = self.embedded.iter().find(|family| family.name() == name).cloned();
        family.is_some_and(|family| covers(&family, &mut self.context.source_cache, c))
    }

    /// The best family of the folders that has the character.
    fn outside_family(&mut self, c: char) -> Option<String> {
        if let Some(found) = self.found.get(&c) {
            return found.clone();
        }
        let names = self.outside.get_or_insert_with(|| scan(&mut self.context.collection, &self.folders));
        let mut found: Option<(u8, &String)> = None;
        for name in names.iter() {
            let rank = rank(name, c);
            if found.is_none_or(|(best, _)| rank < best)
                && let Some(family) = self.context.collection.family_by_name(name)
                && covers(&family, &mut self.context.source_cache, c)
            {
                found = Some((rank, name));
            }
        }
        let found = found.map(|(_, name)| name.clone());
        self.used.extend(found.as_ref().and_then(|name| self.context.collection.family_by_name(name)));
        self.found.insert(c, found.clone());
        found
    }
}

/// Whether the character must show something: no space, no control, no invisible joiner, mark or selector.
pub(super) fn is_visible(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{feff}' | '\u{180b}'..='\u{180e}')
        && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        && !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

fn covers(family: &FamilyInfo, cache: &mut SourceCache, c: char) -> bool {
    let Some(font) = family.default_font() else { return false };
    let Some(bytes) = font.load(Some(cache)) else { return false };
    let map = font.charmap_index();
    map.charmap(bytes.as_ref()).and_then(|map| map.map(c)).is_some_and(|glyph| glyph != 0)
}

/// Adds the folders' fonts to the collection and names their families.
fn scan(collection: &mut Collection, folders: &[PathBuf]) -> Vec<String> {
    collection.load_fonts_from_paths(folders);
    let ours = [SANS, SERIF, ARABIC, LATIN, HAN];
    let unfit = |name: &str| {
        ours.contains(&name)
            || ["Mono", "Emoji", "Awesome", "LastResort", "Display", "Condensed"].iter().any(|part| name.contains(part))
    };
    let mut names: Vec<String> = collection.family_names().filter(|name| !unfit(name)).map(str::to_owned).collect();
    names.sort();
    names
}

/// Lower is better: Noto Sans, then other Noto fonts, then the rest; of the regional forms of one Han character the one
/// that its neighbours' script suggests.
fn rank(name: &str, c: char) -> u8 {
    let kind = match name {
        _ if name.starts_with("Noto Sans Symbols") => 30,
        _ if name.starts_with("Noto Sans") => 0,
        _ if name.starts_with("Noto") => 10,
        _ => 20,
    };
    let region = match c {
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}' => "KR",
        '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => "JP",
        _ => "SC",
    };
    let regional = [" JP", " KR", " SC", " TC", " HK"].iter().any(|end| name.ends_with(end));
    kind + u8::from(regional && !name.ends_with(region))
}
