//! The certificate of `TLS_CERT`: a pair with its key, made for the name people type, and good for how long.

use jiff::{Timestamp, civil};
use rustls::client::verify_server_name;
use rustls::pki_types::{CertificateDer, ServerName, pem::PemObject};
use rustls::server::ParsedCertificate;

use super::Finding;
use crate::clock::Clock;
use crate::config::Config;
use crate::web::tls::Certificate;

const WHAT: &str = "certificate";
/// Renewal usually happens a month before the end; with less than this left it did not, days.
const SOON: i64 = 14;

/// None without `TLS_CERT`: then a proxy, or `--lan`, has the certificate.
pub fn look(config: &Config, clock: &Clock) -> Option<Finding> {
    let (certificate, key) = config.tls.as_ref()?;
    if let Err(error) = Certificate::from_files(certificate, key) {
        return Some(Finding::failed(WHAT, error.to_string()));
    }
    let host =
        url::Url::parse(&config.base_url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let read = std::fs::read(certificate).ok();
    let first = read.and_then(|bytes| CertificateDer::pem_slice_iter(&bytes).next()?.ok());
    Some(match first {
        Some(first) => judged(&first, &host, clock.now().timestamp()),
        None => Finding::failed(WHAT, format!("{} holds none", certificate.display())),
    })
}

fn judged(certificate: &CertificateDer<'_>, host: &str, now: Timestamp) -> Finding {
    let name = ServerName::try_from(host.trim_matches(['[', ']']).to_owned());
    let fits = ParsedCertificate::try_from(certificate).ok().zip(name.ok());
    if fits.is_none_or(|(parsed, name)| verify_server_name(&parsed, &name).is_err()) {
        return Finding::failed(
            WHAT,
            format!("it was not made for {host}: phones and browsers will refuse it; get one for the name in BASE_URL"),
        );
    }
    let Some(end) = not_after(certificate) else {
        return Finding::failed(WHAT, "its dates cannot be read: get another one");
    };
    let days = end.duration_since(now).as_hours().div_euclid(24);
    let until = end.strftime("%Y-%m-%d");
    match days {
        ..0 => Finding::failed(
            WHAT,
            format!("it ended on {until}: renew it; the running site takes up new files by itself"),
        ),
        0..SOON => Finding::warning(
            WHAT,
            format!("pair with its key, for {host}, but only {days} days are left (until {until}): renew it"),
        ),
        _ => Finding::ok(WHAT, format!("pair with its key, for {host}, {days} days left (until {until})")),
    }
}

/// When a certificate ends (RFC 5280, 4.1.2.5), read out of its DER without asking the rest of it anything.
pub fn not_after(certificate: &[u8]) -> Option<Timestamp> {
    let (_, certificate, _) = element(certificate)?;
    let (_, mut body, _) = element(certificate)?;
    // The version may be left out; serial number, signature algorithm and issuer may not.
    let mut skip = if body.first() == Some(&0xa0) { 4 } else { 3 };
    while skip > 0 {
        body = element(body)?.2;
        skip -= 1;
    }
    let (_, validity, _) = element(body)?;
    let (kind, text, _) = element(element(validity)?.2)?;
    moment(kind, std::str::from_utf8(text).ok()?)
}

/// One element of DER: its tag, its content, and what follows it.
fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let (digits, rest) =
            rest.split_at_checked(usize::from(first & 0x7f)).filter(|(digits, _)| digits.len() <= 4)?;
        (digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit)), rest)
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

/// `UTCTime` has two digits of the year, meaning 1950 to 2049; `GeneralizedTime` four.
fn moment(kind: u8, text: &str) -> Option<Timestamp> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    let (year, rest) = match kind {
        0x17 => (number(0, 2).map(|year| if year < 50 { 2000 + year } else { 1900 + year })?, 2),
        0x18 => (number(0, 4)?, 4),
        _ => return None,
    };
    let part = |nth: usize| number(rest + 2 * nth, rest + 2 * nth + 2).and_then(|part| i8::try_from(part).ok());
    let at = civil::DateTime::new(year, part(0)?, part(1)?, part(2)?, part(3)?, part(4)?, 0).ok()?;
    at.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::doctor::Word;

    fn until(year: i32) -> CertificateDer<'static> {
        let mut parameters = rcgen::CertificateParams::new(["conference.example".to_owned()]).unwrap();
        parameters.not_before = rcgen::date_time_ymd(2020, 1, 1);
        parameters.not_after = rcgen::date_time_ymd(year, 7, 9);
        parameters.self_signed(&rcgen::KeyPair::generate().unwrap()).unwrap().der().clone()
    }

    #[test]
    fn the_end_is_read_in_both_forms_of_time() {
        for year in [2031, 2067] {
            assert_eq!(not_after(&until(year)).unwrap().to_string(), format!("{year}-07-09T00:00:00Z"));
        }
    }

    #[test]
    fn nothing_is_read_out_of_noise() {
        let whole = until(2031);
        for length in 0..whole.len() {
            not_after(&whole[..length]);
        }
        assert_eq!(not_after(b"-----BEGIN"), None);
    }

    #[test]
    fn days_left_and_name_decide() {
        let certificate = until(2031);
        let on = |day: &str, host: &str| judged(&certificate, host, format!("{day}T12:00:00Z").parse().unwrap());
        assert_eq!(on("2031-01-01", "conference.example").word, Word::Ok);
        assert_eq!(on("2031-07-01", "conference.example").word, Word::Warning);
        assert_eq!(on("2031-07-10", "conference.example").word, Word::Failed);
        assert_eq!(on("2031-01-01", "other.example").word, Word::Failed);
    }
}
