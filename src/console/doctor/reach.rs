//! Phones: browsers give camera and offline work to https alone, and to http on the very machine.

use super::Finding;
use super::mail::is_here;
use crate::config::Config;

const WHAT: &str = "phones";

pub fn look(config: &Config) -> Finding {
    let url = url::Url::parse(&config.base_url).ok();
    let host = url.as_ref().and_then(|url| url.host_str()).unwrap_or_default();
    let base = &config.base_url;
    if is_here(host) {
        return Finding::warning(
            WHAT,
            format!(
                "{base} is reached from this machine alone: for phones at the gates set BASE_URL and TLS, or start `plenipo serve --lan`"
            ),
        );
    }
    if !config.is_https() {
        return Finding::failed(
            WHAT,
            format!(
                "{base} is not https: phones get neither camera nor offline, and passwords travel in the clear. Set TLS_CERT and \
                 TLS_KEY, put a proxy with TLS in front and say https in BASE_URL, or start `plenipo serve --lan`"
            ),
        );
    }
    if config.tls.is_none() && config.trusted_proxies.is_empty() {
        return Finding::warning(
            WHAT,
            "camera and offline work; but neither TLS_CERT nor TRUSTED_PROXIES is set: behind a proxy every visitor counts as one address and shares its limits",
        );
    }
    Finding::ok(WHAT, format!("camera and offline work over {base}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::doctor::Word;

    fn word(pairs: &[(&str, &str)]) -> Word {
        let get = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        look(&Config::from_lookup(get).unwrap()).word
    }

    #[test]
    fn phones_need_https() {
        assert_eq!(word(&[]), Word::Warning);
        assert_eq!(word(&[("BASE_URL", "http://192.0.2.7:8080")]), Word::Failed);
        assert_eq!(word(&[("BASE_URL", "https://conference.example")]), Word::Warning);
        let behind = [("BASE_URL", "https://conference.example"), ("TRUSTED_PROXIES", "10.0.0.1")];
        assert_eq!(word(&behind), Word::Ok);
    }
}
