//! Decisions about mails that need nobody else: when to try again, what to give up, what to keep from readers.

use super::model::StoredMail;
use crate::clock::Moment;

/// Seconds to wait after the first, second, ... failed attempt; after the last of them the mail has failed.
const BACK_OFF: &[i64] = &[30, 120, 600, 3_600, 21_600];
/// A mail claimed for longer than this many seconds was claimed by a worker that died: no attempt takes so long.
pub(super) const ABANDONED: i64 = 600;
/// What stands where a code or a one-time link stood.
pub(super) const BLOT: &str = "••••••";

/// When to try again after so many attempts, or nothing when it was the last one or the mail would arrive too late.
pub(super) fn next_attempt(attempts: i32, now: Moment, useless_after: Option<Moment>) -> Option<Moment> {
    let wait = BACK_OFF.get(usize::try_from(attempts).ok()?.checked_sub(1)?)?;
    let at = now.plus_seconds(*wait);
    useless_after.is_none_or(|end| at < end).then_some(at)
}

/// Whether a server's answer means that this mail will never be taken. Codes that complain about us rather than about the
/// mail (authentication, encryption) may be mended by the administrator, and the mail waits for that.
pub(super) fn is_final(code: u16) -> bool {
    (500..600).contains(&code) && !matches!(code, 530 | 534 | 535 | 538)
}

/// The host of `BASE_URL`, with which Message-IDs end.
pub(super) fn host_of(base_url: &str) -> String {
    match url::Url::parse(base_url).ok().as_ref().and_then(url::Url::host) {
        Some(url::Host::Domain(name)) => name.to_owned(),
        Some(url::Host::Ipv4(address)) => address.to_string(),
        Some(url::Host::Ipv6(_)) | None => "localhost".to_owned(),
    }
}

/// A body without its codes and one-time links.
pub(super) fn blotted(body: &str, secrets: &[String]) -> String {
    let mut wanted: Vec<&String> = secrets.iter().filter(|secret| secret.len() >= 4).collect();
    wanted.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    wanted.into_iter().fold(body.to_owned(), |body, secret| body.replace(secret.as_str(), BLOT))
}

impl StoredMail {
    /// The mail as staff may read it: without codes and one-time links, which are for its reader alone.
    #[must_use]
    pub fn without_secrets(mut self) -> Self {
        self.body_text = blotted(&self.body_text, &self.secrets);
        self.body_html = blotted(&self.body_html, &self.secrets);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment::parse("2026-11-20T09:00:00Z").unwrap().plus_seconds(seconds)
    }

    #[test]
    fn each_attempt_waits_longer_and_the_sixth_is_the_last() {
        let waits: Vec<_> = (1..=6).map(|attempt| next_attempt(attempt, at(0), None)).collect();
        assert_eq!(waits, [Some(at(30)), Some(at(120)), Some(at(600)), Some(at(3_600)), Some(at(21_600)), None]);
        assert_eq!(next_attempt(0, at(0), None), None);
    }

    #[test]
    fn a_code_that_has_expired_is_not_sent_again() {
        assert_eq!(next_attempt(2, at(0), Some(at(600))), Some(at(120)));
        assert_eq!(next_attempt(3, at(0), Some(at(600))), None);
    }

    #[test]
    fn only_answers_about_the_mail_itself_are_final() {
        assert!(is_final(550) && is_final(554) && is_final(552));
        assert!(!is_final(451) && !is_final(421) && !is_final(535) && !is_final(530));
    }

    #[test]
    fn a_message_id_ends_with_the_host_alone() {
        assert_eq!(host_of("https://plenipo.example.org:8443"), "plenipo.example.org");
        assert_eq!(host_of("http://[::1]:8080"), "localhost");
        assert_eq!(host_of("http://127.0.0.1:8080"), "127.0.0.1");
    }

    #[test]
    fn codes_and_links_are_blotted_out_the_longest_first() {
        let secrets = ["/sign-in/abcdef".to_owned(), "abcdef".to_owned(), "x".to_owned()];
        assert_eq!(
            blotted("go to /sign-in/abcdef or type abcdef, x", &secrets),
            format!("go to {BLOT} or type {BLOT}, x")
        );
    }
}
