//! The languages in which a session can be described: those of the conference first, then those that conferences of this kind speak.
//! Pages are not translated into all of them; a title is shown in its own language beside the reader's.

/// A language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tongue {
    pub code: &'static str,
    pub own_name: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
}

/// The six official languages of the United Nations, and others that hosts speak.
const ALL: &[Tongue] = &[
    Tongue { code: "ar", own_name: "العربية", direction: "rtl" },
    Tongue { code: "zh", own_name: "中文", direction: "ltr" },
    Tongue { code: "en", own_name: "English", direction: "ltr" },
    Tongue { code: "fr", own_name: "Français", direction: "ltr" },
    Tongue { code: "ru", own_name: "Русский", direction: "ltr" },
    Tongue { code: "es", own_name: "Español", direction: "ltr" },
    Tongue { code: "pt", own_name: "Português", direction: "ltr" },
    Tongue { code: "vi", own_name: "Tiếng Việt", direction: "ltr" },
];

/// Every language, the conference's own first and in its order; each with whether it is one of those.
pub fn tongues(own: &[String]) -> Vec<(Tongue, bool)> {
    let mut all: Vec<(Tongue, bool)> = own.iter().filter_map(|code| tongue(code)).map(|one| (one, true)).collect();
    all.extend(ALL.iter().filter(|one| !own.iter().any(|code| code == one.code)).map(|one| (*one, false)));
    all
}

/// A language by its code.
pub fn tongue(code: &str) -> Option<Tongue> {
    ALL.iter().find(|one| one.code == code).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_conferences_own_languages_come_first_and_arabic_runs_the_other_way() {
        let all = tongues(&["fr".to_owned(), "en".to_owned()]);
        let codes: Vec<&str> = all.iter().map(|(one, _)| one.code).collect();
        assert_eq!(codes, ["fr", "en", "ar", "zh", "ru", "es", "pt", "vi"]);
        assert_eq!(all.iter().filter(|(_, own)| *own).count(), 2);
        assert_eq!(tongue("ar").map(|one| one.direction), Some("rtl"));
        assert_eq!(tongue("tlh"), None);
    }

    #[test]
    fn every_language_that_pages_come_in_can_be_written_in() {
        for language in crate::language::shipped() {
            let known = tongue(language.code()).expect("a language of ours");
            assert_eq!((known.own_name, known.direction), (language.own_name(), language.direction()));
        }
    }
}
