//! The pseudo-language: English made a third longer and accented, so that a clipped or hard-coded text is seen at once.

use std::borrow::Cow;

/// Accents the letters and doubles the vowels; what is inside arguments and markup stays as it is.
pub fn long(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let accented = match letter {
            'a' => "àà",
            'e' => "éé",
            'i' => "îî",
            'o' => "ôô",
            'u' => "ûû",
            'y' => "ÿ",
            'A' => "À",
            'E' => "É",
            'I' => "Î",
            'O' => "Ô",
            'U' => "Û",
            'c' => "ç",
            'n' => "ñ",
            's' => "š",
            'r' => "ř",
            'g' => "ĝ",
            'd' => "đ",
            't' => "ť",
            'l' => "ļ",
            'C' => "Ç",
            'N' => "Ñ",
            'S' => "Š",
            'R' => "Ř",
            'D' => "Đ",
            'T' => "Ť",
            other => {
                out.push(other);
                continue;
            }
        };
        out.push_str(accented);
    }
    Cow::Owned(out)
}
