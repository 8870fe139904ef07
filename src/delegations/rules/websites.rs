//! The address of a website, as people type it.

use url::Url;

use crate::language::Message;

/// An address that a browser opens: `http` or `https`, with a host. Without a scheme it is taken for `https`; empty stays empty.
///
/// # Errors
/// Anything else.
pub fn read_website(text: &str) -> Result<String, Message> {
    let wrong = || Message::new("admission-website-wrong");
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = Url::parse(&whole).map_err(|_| wrong())?;
    let named = url.domain().is_some_and(|host| {
        let last = host.rsplit('.').next().unwrap_or_default();
        host.contains('.') && !host.contains("..") && last.len() >= 2 && !last.bytes().all(|byte| byte.is_ascii_digit())
    });
    let plain = url.username().is_empty() && url.password().is_none() && !text.contains(char::is_whitespace);
    if matches!(url.scheme(), "http" | "https") && named && plain { Ok(whole) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_website_has_a_host_and_is_opened_by_a_browser() {
        for (typed, kept) in [
            ("", ""),
            (" https://watch.example/about?x=1 ", "https://watch.example/about?x=1"),
            ("http://ocean.example", "http://ocean.example"),
            ("www.ocean.example", "https://www.ocean.example"),
            ("https://véille-océane.example", "https://véille-océane.example"),
        ] {
            assert_eq!(read_website(typed), Ok(kept.to_owned()), "{typed}");
        }
        for wrong in [
            "none",
            "javascript:alert(1)",
            "javascript://ocean.example/%0aalert(1)",
            "ftp://ocean.example",
            "https://",
            "https://localhost",
            "https://192.168.0.1",
            "https://me:secret@ocean.example",
            "zoe@ocean.example",
            "we have none yet",
            "https://ocean..example",
        ] {
            assert!(read_website(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(text in any::<String>()) {
            if let Ok(kept) = read_website(&text) {
                prop_assert!(kept.is_empty() || kept.starts_with("http://") || kept.starts_with("https://") || kept.to_lowercase().starts_with("http"));
                prop_assert_eq!(read_website(&kept), Ok(kept.clone()));
            }
        }
    }
}
