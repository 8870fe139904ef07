//! Fonts: can every script that people write their names in be printed.

use super::Finding;
use crate::config::Config;
use crate::files::typeset::Typesetter;

/// A script and a name in it.
type Sample = (&'static str, &'static str);

/// Those of the fonts inside the program: without them it was built wrongly.
const INSIDE: [Sample; 5] = [
    ("Latin", "Đặng Nguyễn Ọlá"),
    ("Cyrillic", "Олександра Ґалаґан"),
    ("Greek", "Ελένη"),
    ("Arabic", "فاطمة الزهراء"),
    ("Chinese", "王小明"),
];

/// Those of `FONT_DIRS`; the Chinese ones are rare characters that names are fond of.
const OUTSIDE: [Sample; 14] = [
    ("rare Chinese", "喆堃淼"),
    ("Japanese", "さくら"),
    ("Korean", "김민준"),
    ("Devanagari", "प्रिया"),
    ("Bengali", "রহমান"),
    ("Tamil", "கண்ணன்"),
    ("Sinhala", "නිමල්"),
    ("Thai", "สมชาย"),
    ("Lao", "ສົມສັກ"),
    ("Khmer", "សុខា"),
    ("Myanmar", "အောင်"),
    ("Ethiopic", "አበበ"),
    ("Georgian", "ნინო"),
    ("Armenian", "Արամ"),
];

pub fn look(config: &Config) -> Finding {
    let mut setter = Typesetter::new(config.font_dirs.clone());
    let mut lacking = |samples: &[Sample]| -> Vec<&'static str> {
        samples.iter().filter(|(_, name)| !setter.missing_glyphs(name).is_empty()).map(|(script, _)| *script).collect()
    };
    let (inside, outside) = (lacking(&INSIDE), lacking(&OUTSIDE));
    if !inside.is_empty() {
        return Finding::failed(
            "fonts",
            format!("the program was built without {}: install it again", inside.join(", ")),
        );
    }
    if outside.is_empty() {
        return Finding::ok("fonts", "Arabic, Chinese and all scripts that were tried can be printed");
    }
    let folders: Vec<String> = config.font_dirs.iter().map(|folder| folder.display().to_string()).collect();
    Finding::warning(
        "fonts",
        format!(
            "Arabic and Chinese can be printed, but under {} nothing has {}: install fonts (on Debian: apt-get install \
             fonts-noto-core fonts-noto-cjk), or set FONT_DIRS",
            folders.join(":"),
            outside.join(", ")
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::doctor::Word;

    #[test]
    fn without_any_folder_arabic_and_chinese_are_there_and_the_rest_is_named() {
        let config = Config::from_lookup(|name| (name == "FONT_DIRS").then(|| "/nowhere".to_owned())).unwrap();
        let found = look(&config);
        assert_eq!(found.word, Word::Warning, "{found}");
        assert!(found.text.contains("Thai") && found.text.contains("/nowhere"), "{found}");
    }
}
