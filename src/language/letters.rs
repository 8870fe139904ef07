//! Letters that no text of ours holds.

/// Control characters, and the marks that turn the direction of everything after them, so that a name looks like another one.
/// Line ends, tabs, joiners and single direction marks, which Persian, Hindi and emoji need, are in place.
pub fn is_out_of_place(letter: char) -> bool {
    let is_white = matches!(letter, '\n' | '\r' | '\t');
    letter.is_control() && !is_white || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_a_line_is_out_of_place_and_what_joins_letters_is_not() {
        let tidied = |text: &str| text.chars().filter(|letter| !is_out_of_place(*letter)).collect::<String>();
        assert_eq!(tidied("Vi\u{202e}len\u{0}e\u{2066}"), "Vilene");
        assert_eq!(tidied("می\u{200c}خواهم\n\u{200f}12"), "می\u{200c}خواهم\n\u{200f}12");
    }
}
