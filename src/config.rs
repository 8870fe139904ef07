//! Settings, read from the environment once at start. A wrong value stops the start with the variable's name and what it
//! should be; nothing falls back silently.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

/// Everything the environment can say. INTERFACES names the variables; each is documented at its field.
#[derive(Clone, Debug)]
pub struct Config {
    /// `DATABASE_URL`: the PostgreSQL to use. Absent: a private one under [`Config::data`].
    pub database_url: Option<String>,
    /// `PLENIPO_DATA`: where the private database, generated keys and unsent mail live (default `./var`).
    pub data: Option<PathBuf>,
    /// `KEYS_DIR`: where signing and sealing keys live (default `keys` under the data folder). Shared by all machines.
    pub keys: Option<PathBuf>,
    /// `KEYS_BACKUP`: a folder, best on another disk, where a copy of the keys is kept; `plenipo doctor` compares the two.
    pub keys_backup: Option<PathBuf>,
    /// `FONT_DIRS`: folders, separated by colons, searched for fonts when those inside the program lack a character
    /// (default `/usr/share/fonts`).
    pub font_dirs: Vec<PathBuf>,
    /// `LISTEN`: address and port (default `127.0.0.1:8080`).
    pub listen: SocketAddr,
    /// `BASE_URL`: what links in mails begin with; never taken from the Host header. Default: `http://` and `LISTEN`.
    pub base_url: String,
    /// `SMTP_URL`: `smtp://`, `smtps://`, with `?tls=required` for STARTTLS. Absent: mails are files under the data folder.
    pub smtp_url: Option<String>,
    /// `MAIL_FROM`: the sender, `Name <address>` or an address.
    pub mail_from: String,
    /// `DKIM_KEY`, `DKIM_SELECTOR`, `DKIM_DOMAIN`: sign outgoing mail; all three or none. The key is a PEM file.
    pub dkim: Option<Dkim>,
    /// `SECRET_KEY`: at least 32 characters, keys the form tokens. Absent: made at first start, kept with the keys.
    pub secret_key: Option<String>,
    /// `TRUSTED_PROXIES`: addresses or networks (`10.0.0.0/8`), separated by commas, whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// `TLS_CERT` and `TLS_KEY`: PEM files; both or none.
    pub tls: Option<(PathBuf, PathBuf)>,
    /// `DATABASE_CONNECTIONS`: how many this process may hold (default 24).
    pub database_connections: usize,
    /// `WORKERS`: web worker threads (default: one per core).
    pub workers: usize,
}

/// The settings of DKIM signing.
#[derive(Clone, Debug)]
pub struct Dkim {
    pub key: PathBuf,
    pub selector: String,
    pub domain: String,
}

/// A setting that cannot be used: the variable and what it should be.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {should}")]
pub struct WrongSetting {
    name: &'static str,
    should: String,
}

/// An address range in CIDR notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address.parse().ok()?, Some(prefix.parse::<u8>().ok()?)),
            None => (text.parse::<IpAddr>().ok()?, None),
        };
        let longest = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.unwrap_or(longest);
        (prefix <= longest).then_some(Self { address, prefix })
    }

    /// Whether an address lies in the range.
    pub fn holds(&self, other: IpAddr) -> bool {
        match (self.address, other.to_canonical()) {
            (IpAddr::V4(mine), IpAddr::V4(theirs)) => {
                let shift = 32 - u32::from(self.prefix);
                u32::from(mine).checked_shr(shift).unwrap_or(0) == u32::from(theirs).checked_shr(shift).unwrap_or(0)
            }
            (IpAddr::V6(mine), IpAddr::V6(theirs)) => {
                let shift = 128 - u32::from(self.prefix);
                u128::from(mine).checked_shr(shift).unwrap_or(0) == u128::from(theirs).checked_shr(shift).unwrap_or(0)
            }
            _ => false,
        }
    }
}

impl Config {
    /// Reads the process's environment.
    ///
    /// # Errors
    /// The first variable with a value that cannot be used.
    pub fn from_env() -> Result<Self, WrongSetting> {
        Self::from_lookup(|name| std::env::var(name).ok())
    }

    /// Reads settings from any source of `name -> value`; empty values count as absent.
    ///
    /// # Errors
    /// The first variable with a value that cannot be used.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, WrongSetting> {
        let get = |name: &str| lookup(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        let wrong = |name, should: &str| WrongSetting { name, should: should.to_owned() };
        let listen: SocketAddr = get("LISTEN")
            .map_or(Ok(SocketAddr::from(([127, 0, 0, 1], 8080))), |text| text.parse())
            .map_err(|_| wrong("LISTEN", "an address and port such as 127.0.0.1:8080"))?;
        let tls = match (get("TLS_CERT"), get("TLS_KEY")) {
            (Some(cert), Some(key)) => Some((cert.into(), key.into())),
            (None, None) => None,
            _ => return Err(wrong("TLS_CERT", "set together with TLS_KEY, or neither")),
        };
        let base_url = read_base_url(get("BASE_URL"), listen, tls.is_some())?;
        let database_url = get("DATABASE_URL");
        if let Some(url) = &database_url {
            crate::db::tls::check(url).map_err(|should| WrongSetting { name: "DATABASE_URL", should })?;
        }
        let smtp_url = get("SMTP_URL");
        if smtp_url.as_ref().is_some_and(|url| !url.starts_with("smtp://") && !url.starts_with("smtps://")) {
            return Err(wrong("SMTP_URL", "a URL that begins with smtp:// or smtps://"));
        }
        let mail_from = get("MAIL_FROM").unwrap_or_else(|| "Plenipo <no-reply@localhost>".to_owned());
        if mail_from.parse::<lettre::message::Mailbox>().is_err() {
            return Err(wrong("MAIL_FROM", "an address, or a name and an address: Secretariat <no-reply@example.org>"));
        }
        let secret_key = get("SECRET_KEY");
        if secret_key.as_ref().is_some_and(|key| key.len() < 32) {
            return Err(wrong("SECRET_KEY", "at least 32 characters long"));
        }
        let dkim = match (get("DKIM_KEY"), get("DKIM_SELECTOR"), get("DKIM_DOMAIN")) {
            (Some(key), Some(selector), Some(domain)) => Some(Dkim { key: key.into(), selector, domain }),
            (None, None, None) => None,
            _ => return Err(wrong("DKIM_KEY", "set together with DKIM_SELECTOR and DKIM_DOMAIN, or none of them")),
        };
        let number = |name: &'static str, default: usize| -> Result<usize, WrongSetting> {
            let read =
                get(name).map_or(Ok(default), |text| text.parse()).map_err(|_| wrong(name, "a number above 0"))?;
            if read == 0 { Err(wrong(name, "a number above 0")) } else { Ok(read) }
        };
        Ok(Self {
            database_url,
            data: get("PLENIPO_DATA").map(PathBuf::from),
            keys: get("KEYS_DIR").map(PathBuf::from),
            keys_backup: get("KEYS_BACKUP").map(PathBuf::from),
            font_dirs: std::env::split_paths(&get("FONT_DIRS").unwrap_or_else(|| "/usr/share/fonts".to_owned()))
                .collect(),
            listen,
            base_url,
            smtp_url,
            mail_from,
            dkim,
            secret_key,
            trusted_proxies: read_networks(get("TRUSTED_PROXIES"))?,
            tls,
            database_connections: number("DATABASE_CONNECTIONS", 24)?,
            workers: number("WORKERS", std::thread::available_parallelism().map_or(2, usize::from))?,
        })
    }

    /// The folder of all keys that this installation makes: `KEYS_DIR`, else `keys` under the data folder.
    pub fn keys_folder(&self) -> PathBuf {
        self.keys.clone().unwrap_or_else(|| self.data.clone().unwrap_or_else(|| PathBuf::from("var")).join("keys"))
    }

    /// Whether people reach the site by https, and cookies may be marked so.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

fn read_base_url(text: Option<String>, listen: SocketAddr, tls: bool) -> Result<String, WrongSetting> {
    let Some(text) = text else {
        return Ok(format!("{}://{listen}", if tls { "https" } else { "http" }));
    };
    let usable = url::Url::parse(&text).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.query().is_none()
            && matches!(url.path(), "/" | "")
    });
    if usable {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err(WrongSetting {
            name: "BASE_URL",
            should: "an http or https URL without a path, such as https://plenipo.example.org".into(),
        })
    }
}

fn read_networks(text: Option<String>) -> Result<Vec<Network>, WrongSetting> {
    let text = text.unwrap_or_default();
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            Network::parse(part).ok_or(WrongSetting {
                name: "TRUSTED_PROXIES",
                should: "addresses or networks separated by commas, such as 10.0.0.0/8,192.0.2.7".into(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Result<Config, WrongSetting> {
        Config::from_lookup(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let config = with(&[]).unwrap();
        assert_eq!(config.base_url, "http://127.0.0.1:8080");
        assert!(!config.is_https());
        assert_eq!(config.font_dirs, [PathBuf::from("/usr/share/fonts")]);
    }

    #[test]
    fn a_wrong_value_names_its_variable() {
        for (name, value) in [
            ("LISTEN", "8080"),
            ("BASE_URL", "plenipo.example.org"),
            ("DATABASE_URL", "mysql://x"),
            ("DATABASE_URL", "postgres://h/d?sslmode=sometimes"),
            ("SMTP_URL", "mail.example.org"),
            ("MAIL_FROM", "nobody"),
            ("SECRET_KEY", "short"),
            ("TRUSTED_PROXIES", "10.0.0.0/33"),
            ("TLS_CERT", "cert.pem"),
            ("DATABASE_CONNECTIONS", "0"),
            ("DKIM_KEY", "key.pem"),
        ] {
            let error = with(&[(name, value)]).unwrap_err();
            assert!(error.to_string().starts_with(name), "{error}");
        }
    }

    #[test]
    fn a_network_holds_its_addresses() {
        let network = Network::parse("10.1.0.0/16").unwrap();
        assert!(network.holds("10.1.255.3".parse().unwrap()));
        assert!(network.holds("::ffff:10.1.0.1".parse().unwrap()));
        assert!(!network.holds("10.2.0.1".parse().unwrap()));
        assert!(Network::parse("0.0.0.0/0").unwrap().holds("8.8.8.8".parse().unwrap()));
    }
}
