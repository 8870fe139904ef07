//! Digits of other scripts, which people type without thinking and every parser refuses.

/// The zeros of the decimal digits that keyboards offer: Arabic-Indic, Persian, Devanagari, Bengali, Thai, Khmer, Burmese,
/// full-width.
const ZEROS: [char; 8] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{17e0}', '\u{1040}', '\u{ff10}'];

/// The same text with all of its decimal digits as `0` to `9`; to be called before any parse of what somebody typed.
pub fn western_digits(text: &str) -> String {
    text.chars().map(western_digit).collect()
}

fn western_digit(digit: char) -> char {
    let value =
        ZEROS.iter().filter_map(|zero| u32::from(digit).checked_sub(u32::from(*zero))).find(|value| *value < 10);
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(digit)
}

#[cfg(test)]
mod tests {
    use super::western_digits;

    #[test]
    fn digits_of_any_keyboard_are_read() {
        assert_eq!(western_digits("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹"), "0123456789 0123456789");
        assert_eq!(western_digits("०९ ০৯ ๐๙ ០៩ ၀၉ ０９"), "09 09 09 09 09 09");
        assert_eq!(western_digits("Nguyễn 7٫5 ½"), "Nguyễn 7٫5 ½");
    }
}
