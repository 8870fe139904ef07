//! Decisions about signing in that need nobody else: what was typed as a code, which passwords will do, how often is too
//! often.

use std::net::IpAddr;

use crate::web::ascii_digits;

/// A code and the link beside it are good for ten minutes.
pub(super) const CODE_LIFE: i64 = 600;
/// A link for setting a password is good for a day, so that an administrator may hand it over.
pub(super) const PASSWORD_LINK_LIFE: i64 = 24 * 3600;
/// The wrong attempt that ends a code.
pub(super) const WRONG_CODES: i32 = 5;
/// The shortest password, in letters.
pub(super) const SHORTEST: usize = 12;
const LONGEST: usize = 256;

/// How often something may be tried for one subject within a window.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit {
    /// What is counted, first part of the counter's key.
    pub name: &'static str,
    pub most: i32,
    /// Seconds.
    pub window: i64,
}

/// A quarter of an hour.
const WINDOW: i64 = 900;
/// Mails that one address is sent.
pub(super) const MAILS_TO_ADDRESS: Limit = Limit { name: "mails-to", most: 6, window: WINDOW };
/// Mails that one source asks for: a ministry or a venue is one source, so this is generous.
pub(super) const MAILS_FROM_SOURCE: Limit = Limit { name: "mails-from", most: 300, window: WINDOW };
/// Wrong codes or passwords for one account.
pub(super) const WRONG_FOR_ACCOUNT: Limit = Limit { name: "wrong-for", most: 10, window: WINDOW };
/// Wrong codes, passwords or links from one source.
pub(super) const WRONG_FROM_SOURCE: Limit = Limit { name: "wrong-from", most: 100, window: WINDOW };

/// Who a request counts for: an address, or of IPv6 the network that one household has.
pub(super) fn source(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// The six digits of a code, however they were typed or pasted: with spaces or hyphens, in Arabic-Indic, Persian or
/// full-width digits, with the marks of direction that come along with them.
pub(super) fn code_digits(typed: &str) -> Option<String> {
    let mut digits = String::new();
    for letter in ascii_digits(typed).chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            _ if letter.is_whitespace() || is_mark(letter) => {}
            _ => return None,
        }
    }
    (digits.len() == 6).then_some(digits)
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '·' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// What is wrong with a new password, as a message key. Length counts; no mixture of kinds of signs is asked for.
pub(super) fn password_fault(password: &str, email: &str) -> Option<&'static str> {
    let length = password.chars().count();
    if length < SHORTEST {
        Some("accounts-password-short")
    } else if length > LONGEST {
        Some("accounts-password-long")
    } else if is_common(password, email) {
        Some("accounts-password-common")
    } else {
        None
    }
}

/// Words that passwords are made of again and again, and what people here would think of first.
const COMMON: &[&str] = &[
    "abc",
    "admin",
    "administrator",
    "baseball",
    "bonjour",
    "changeme",
    "charlie",
    "computer",
    "conference",
    "default",
    "delegate",
    "delegation",
    "diplomacy",
    "diplomat",
    "dragon",
    "football",
    "freedom",
    "geneva",
    "guest",
    "hanoi",
    "hello",
    "iloveyou",
    "letmein",
    "liverpool",
    "login",
    "master",
    "michael",
    "ministry",
    "monkey",
    "motdepasse",
    "newyork",
    "organiser",
    "organizer",
    "parola",
    "pass",
    "passe",
    "passord",
    "passphrase",
    "password",
    "passw",
    "pa",
    "plenipo",
    "princess",
    "qwerty",
    "qwertyuiop",
    "azerty",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "secret",
    "secretariat",
    "security",
    "shadow",
    "starwars",
    "summer",
    "winter",
    "spring",
    "autumn",
    "sunshine",
    "superman",
    "temp",
    "temporary",
    "test",
    "trustno",
    "unitednations",
    "user",
    "vietnam",
    "welcome",
    "wachtwoord",
    "whatever",
    "word",
    "contrasena",
    "senha",
    "passwort",
];

/// Whether a password is one of those that are tried first: few different signs, a run of the keyboard or the alphabet, or
/// nothing but common words, the address, and digits or signs at their ends.
fn is_common(password: &str, email: &str) -> bool {
    let lower = password.to_lowercase();
    let mut kinds: Vec<char> = lower.chars().collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.len() < 5 || is_run(&lower) {
        return true;
    }
    let plain: String = lower.chars().map(unmasked).filter(char::is_ascii_alphabetic).collect();
    let foreign = lower.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    !foreign && consists_of(&plain, email)
}

/// The letter that a digit or a sign usually stands for inside a word.
fn unmasked(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Whether a text can be put together from common words and parts of the address, with at most three letters left over.
fn consists_of(text: &str, email: &str) -> bool {
    let own: Vec<&str> =
        email.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|part| part.len() > 2).collect();
    let mut words: Vec<&str> = COMMON.iter().copied().chain(own).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut rest = text.to_owned();
    for word in words {
        rest = rest.replace(word, "");
    }
    rest.len() <= 3
}

/// Whether a text runs along the keyboard, the alphabet or the digits, forwards or backwards, all the way.
fn is_run(text: &str) -> bool {
    const RUNS: [&str; 3] =
        ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1234567890123456789012345678901234567890"];
    let backwards: String = text.chars().rev().collect();
    RUNS.iter().any(|run| run.contains(text) || run.contains(&backwards))
}

/// What a browser calls itself, as people know it: the browser's name and the system's, where they can be told.
pub(super) fn browser_and_system(agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("Android", "Android"),
        ("iPhone", "iOS"),
        ("iPad", "iPadOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let known =
        |names: &[(&str, &'static str)]| names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    (known(&BROWSERS), known(&SYSTEMS))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_may_be_typed_in_the_digits_of_ones_keyboard() {
        for typed in
            ["482913", " 482 913 ", "482-913", "٤٨٢٩١٣", "۴۸۲۹۱۳", "\u{200f}٤٨٢٩١٣\u{200e}", "４８２９１３", "४८२९१३"]
        {
            assert_eq!(code_digits(typed).as_deref(), Some("482913"), "{typed}");
        }
        for typed in ["48291", "4829133", "48291a", "", "482 91x"] {
            assert_eq!(code_digits(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn reading_a_code_never_fails_and_gives_six_digits_or_nothing(typed in "\\PC{0,20}") {
            if let Some(code) = code_digits(&typed) {
                prop_assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()));
            }
        }
    }

    #[test]
    fn a_password_must_be_long_and_not_the_first_that_comes_to_mind() {
        let fault = |password: &str| password_fault(password, "ada.lovelace@mission.example");
        assert_eq!(fault("short"), Some("accounts-password-short"));
        assert_eq!(fault(&"x y".repeat(100)), Some("accounts-password-long"));
        for common in [
            "password1234",
            "P@ssw0rd!2026",
            "123456789012",
            "aaaaaaaaaaaaaa",
            "abababababab",
            "qwertyuiop123",
            "Conference2026!",
            "abcdefghijklm",
            "ada.lovelace1",
            "welcomewelcome",
            "Hanoi-2026-Hanoi",
            "motdepasse123",
        ] {
            assert_eq!(fault(common), Some("accounts-password-common"), "{common}");
        }
        for good in ["correct horse battery", "blåbærsyltetøj", "mật khẩu của tôi", "vK3#pq9Lm2xz", "كلمة سر طويلة جدا"]
        {
            assert_eq!(fault(good), None, "{good}");
        }
    }

    #[test]
    fn a_household_is_one_source() {
        let of = |text: &str| source(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:aaaa::1"), of("2001:db8:1:2:bbbb::2"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
    }

    #[test]
    fn a_browser_is_called_by_its_name() {
        let agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0";
        assert_eq!(browser_and_system(agent), (Some("Edge"), Some("Windows")));
        let phone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1";
        assert_eq!(browser_and_system(phone), (Some("Safari"), Some("iOS")));
        assert_eq!(browser_and_system("curl/8"), (None, None));
    }
}
