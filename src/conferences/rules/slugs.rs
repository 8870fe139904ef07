//! The short name of a conference is the first word of its addresses, so it may not be one that the site itself uses.

/// First words of addresses that are no conference. A test compares them with the routes.
pub const RESERVED: &[&str] = &[
    "accessibility",
    "account",
    "accounts",
    "administration",
    "api",
    "assets",
    "authority",
    "c",
    "components",
    "conferences",
    "console",
    "delegations",
    "demo",
    "demonstration",
    "device",
    "devices",
    "healthz",
    "help",
    "invitation",
    "invitations",
    "language",
    "mailbox",
    "mails",
    "metrics",
    "password",
    "people",
    "plenipo",
    "privacy",
    "readyz",
    "resume",
    "sign-in",
    "sign-out",
    "static",
    "theme",
    "uploads",
    "well-known",
];

/// Whether a text can stand in addresses and the database takes it: a letter, then letters, digits and hyphens, 2 to 40.
pub fn is_slug(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first.is_ascii_lowercase())
        && (2..=40).contains(&text.len())
        && letters.all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_plain_letters() {
        assert!(is_slug("hanoi") && is_slug("cop-31") && is_slug("ab"));
        for bad in ["", "a", "Hanoi", "31-cop", "-x", "hà-nội", "a/b", "a b", "a.b", &"a".repeat(41)] {
            assert!(!is_slug(bad), "{bad}");
        }
    }

    #[test]
    fn every_reserved_word_could_otherwise_be_taken() {
        // One letter is too short for anybody: it is kept for the addresses alone.
        assert!(RESERVED.iter().all(|word| is_slug(word) || word.len() == 1));
        assert!(RESERVED.is_sorted());
    }
}
