//! Colours of categories, and the stylesheet that carries them to every page of the conference.

use std::fmt::Write;

/// Whether a text is a colour as the database takes it: `#0b4f6c`.
pub fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_digit() || ('a'..='f').contains(&digit))
}

/// Relative luminance as WCAG 2.2 defines it, 0 for black to 1 for white.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0);
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// The contrast of two colours, 1 to 21.
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What is legible on a colour: white, or ink where the colour is a light one.
fn on(colour: &str) -> &'static str {
    const INK: &str = "#17212c";
    if contrast(colour, "#ffffff") >= contrast(colour, INK) { "#ffffff" } else { INK }
}

/// One rule per category, in the order given: its colour and what is legible on it.
pub fn stylesheet<'a>(categories: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::new();
    for (letter, colour) in categories {
        // Letters and colours are checked by the database, so nothing can break out of the rule.
        let _ = writeln!(text, ".cat-{letter}{{--cat:{colour};--on-cat:{}}}", on(colour));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_light_category_is_written_on_in_ink() {
        assert_eq!(
            stylesheet([("D", "#0b4f6c"), ("V", "#ffe08a")]),
            ".cat-D{--cat:#0b4f6c;--on-cat:#ffffff}\n.cat-V{--cat:#ffe08a;--on-cat:#17212c}\n"
        );
    }

    #[test]
    fn only_six_small_hexadecimal_digits_are_a_colour() {
        assert!(is_colour("#0b4f6c"));
        for bad in ["", "#fff", "#0B4F6C", "0b4f6c0", "#0b4f6g", "red", "#0b4f6c;}"] {
            assert!(!is_colour(bad), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn whatever_the_colour_the_letter_is_legible(colour in "#[0-9a-f]{6}") {
            // The worst case of black-or-white is 4.58; of ink-or-white, a little less.
            prop_assert!(contrast(&colour, on(&colour)) >= 4.0);
        }
    }
}
