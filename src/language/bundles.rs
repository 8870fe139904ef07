//! Fluent bundles, read once from the embedded `locales/` folder. A language is a small copyable handle to its bundle.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use super::message::{Argument, Message};
use super::pseudo;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Locales;

struct Loaded {
    code: &'static str,
    right_to_left: bool,
    own_name: &'static str,
    pseudo: bool,
    bundle: FluentBundle<FluentResource>,
}

/// A language that pages and mails can be in.
#[derive(Clone, Copy)]
pub struct Language(&'static Loaded);

/// Code, folder, own name, right-to-left, pseudo-transformation.
type Plan = (&'static str, &'static str, &'static str, bool, Option<fn(&str) -> Cow<'_, str>>);

const PLANS: &[Plan] = &[
    ("en", "en", "English", false, None),
    ("fr", "fr", "Français", false, None),
    ("en-XA", "en", "[Ëñĝļîšĥ]", false, Some(pseudo::long)),
    ("ar-XB", "en", "[ʜsᴉlƃuƎ]", true, Some(pseudo::long)),
];

static LOADED: LazyLock<Vec<Loaded>> = LazyLock::new(|| PLANS.iter().map(load).collect());

/// English, where nothing else is asked for.
pub static FALLBACK: LazyLock<Language> = LazyLock::new(|| Language(&LOADED[0]));

/// The languages that people are offered, in the order of the switch.
pub fn shipped() -> impl Iterator<Item = Language> {
    LOADED.iter().filter(|loaded| !loaded.pseudo).map(Language)
}

fn load(&(code, folder, own_name, right_to_left, transform): &Plan) -> Loaded {
    let identifier: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks keep names apart from the text around them where directions mix.
    bundle.set_use_isolating(right_to_left);
    bundle.set_transform(transform);
    for path in Locales::iter().filter(|path| path.starts_with(&format!("{folder}/"))) {
        let Some(file) = Locales::get(&path) else { continue };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        let resource = match FluentResource::try_new(text) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(%path, ?errors, "a locale file has errors");
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(%path, ?errors, "a locale file repeats keys");
        }
    }
    Loaded { code, right_to_left, own_name, pseudo: transform.is_some(), bundle }
}

impl Language {
    /// The language with this BCP 47 code, pseudo-languages included; nothing for one that is not shipped.
    pub fn parse(code: &str) -> Option<Self> {
        LOADED.iter().find(|loaded| loaded.code.eq_ignore_ascii_case(code)).map(Self)
    }

    /// The language for a stored code, English where it is unknown.
    pub fn or_fallback(code: Option<&str>) -> Self {
        code.and_then(Self::parse).unwrap_or(*FALLBACK)
    }

    /// The best shipped language for an `Accept-Language` header.
    pub fn negotiate(header: &str) -> Self {
        let mut wanted: Vec<(f32, &str)> = header
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.trim().split(';');
                let tag = pieces.next()?.trim();
                let weight =
                    pieces.find_map(|piece| piece.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok())?;
                (weight > 0.0).then_some((weight, tag))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted
            .iter()
            .find_map(|(_, tag)| {
                let primary = tag.split('-').next()?;
                shipped().find(|language| language.code().eq_ignore_ascii_case(primary))
            })
            .unwrap_or(*FALLBACK)
    }

    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// The code whose texts the language shows: a pseudo-language shows English ones.
    pub fn content_code(self) -> &'static str {
        if self.0.pseudo { "en" } else { self.0.code }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        self.0.own_name
    }

    /// `ltr` or `rtl`, for the page's `dir`.
    pub fn direction(self) -> &'static str {
        if self.0.right_to_left { "rtl" } else { "ltr" }
    }

    /// The text of a key.
    pub fn t(self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of a key with arguments.
    pub fn with(self, key: &str, arguments: &[(&'static str, Argument)]) -> String {
        let mut args = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            args.set(*name, value.clone().into_fluent());
        }
        self.format(key, Some(&args))
    }

    /// A message that was made before its reader's language was known.
    pub fn message(self, message: &Message) -> String {
        self.with(message.key(), message.arguments())
    }

    /// Whether a key exists.
    pub fn has(self, key: &str) -> bool {
        self.0.bundle.has_message(key)
    }

    fn format(self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.0.bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, language = self.0.code, "a text is missing");
            return if self.0.code == FALLBACK.0.code { key.to_owned() } else { FALLBACK.format(key, args) };
        };
        let mut errors = Vec::new();
        let text = self.0.bundle.format_pattern(pattern, args, &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, language = self.0.code, ?errors, "a text could not be filled in");
        }
        text
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.code)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

impl Eq for Language {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_wanted_language_that_exists_is_taken() {
        assert_eq!(Language::negotiate("vi, fr-CA;q=0.8, en;q=0.5").code(), "fr");
        assert_eq!(Language::negotiate("en;q=0.3, fr;q=0.9").code(), "fr");
        assert_eq!(Language::negotiate("fr;q=0, en").code(), "en");
        assert_eq!(Language::negotiate(";;;q=x,,").code(), "en");
    }

    #[test]
    fn pseudo_languages_are_not_offered() {
        assert_eq!(shipped().map(Language::code).collect::<Vec<_>>(), ["en", "fr"]);
        assert_eq!(Language::parse("ar-XB").unwrap().direction(), "rtl");
    }
}
