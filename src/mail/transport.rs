//! How mails leave: by SMTP, signed with DKIM where a key is set, or as files where there is no server.
//!
//! `SMTP_URL` is `smtp://[user:password@]host[:port][?tls=required|opportunistic|none][&ca=/path/ca.pem]` or `smtps://...`.
//! Without `tls`: required where a password travels, none to this very machine, opportunistic elsewhere.

use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::dkim::{
    DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm, DkimSigningKey, dkim_sign,
};
use lettre::message::header::HeaderName;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error as SmtpError, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use url::Url;

use super::compose;
use super::model::{MailPart, StoredMail};
use super::rules;
use crate::config::{Config, Dkim};

/// How long one command of a server may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How many connections one process holds at most.
pub(super) const CONNECTIONS: u32 = 4;

/// A mail setting that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {why}")]
pub struct WrongTransport {
    name: &'static str,
    why: String,
}

fn wrong(name: &'static str, why: impl ToString) -> WrongTransport {
    WrongTransport { name, why: why.to_string() }
}

/// What became of an attempt.
#[derive(Debug)]
pub(super) enum Outcome {
    Sent,
    /// Not now; the next attempt may do better.
    Later(String),
    /// Never: the server or the mail itself says so.
    Never(String),
}

enum Way {
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    Folder(PathBuf),
}

/// The way out, with the sender and the signature.
pub struct Transport {
    from: Mailbox,
    way: Way,
    dkim: Option<DkimConfig>,
}

impl Transport {
    /// By SMTP where `SMTP_URL` says so, else into `folder` (the `mail` folder of the application's data).
    ///
    /// # Errors
    /// The setting that cannot be used, and why.
    pub fn new(config: &Config, folder: &Path) -> Result<Self, WrongTransport> {
        let from = config.mail_from.parse().map_err(|error| wrong("MAIL_FROM", error))?;
        let way = match &config.smtp_url {
            Some(url) => Way::Smtp(Box::new(smtp(url, &config.base_url)?)),
            None => Way::Folder(folder.to_owned()),
        };
        let dkim = config.dkim.as_ref().map(dkim).transpose()?;
        Ok(Self { from, way, dkim })
    }

    /// Whether mails leave for good, rather than into files that somebody here reads.
    pub fn is_real(&self) -> bool {
        matches!(self.way, Way::Smtp(_))
    }

    /// Asks the server whether it would talk to us; files are always willing.
    ///
    /// # Errors
    /// What the server, or the way to it, says.
    pub async fn test(&self) -> Result<(), String> {
        match &self.way {
            Way::Smtp(smtp) => match smtp.test_connection().await {
                Ok(true) => Ok(()),
                Ok(false) => Err("the server does not answer".into()),
                Err(error) => Err(said(&error)),
            },
            Way::Folder(folder) => make_private(folder).map_err(|error| error.to_string()),
        }
    }

    /// One attempt.
    pub(super) async fn send(&self, mail: &StoredMail, parts: &[MailPart]) -> Outcome {
        let mut message = match compose::message(&self.from, mail, parts) {
            Ok(message) => message,
            Err(error) => return Outcome::Never(error.to_string()),
        };
        if let Some(dkim) = &self.dkim {
            dkim_sign(&mut message, dkim);
        }
        match &self.way {
            Way::Smtp(smtp) => by_smtp(smtp, message).await,
            Way::Folder(folder) => {
                let (path, bytes) = (folder.join(file_name(mail)), message.formatted());
                let written = tokio::task::spawn_blocking(move || write_whole(&path, &bytes)).await;
                match written {
                    Ok(Ok(())) => Outcome::Sent,
                    Ok(Err(error)) => Outcome::Later(error.to_string()),
                    Err(error) => Outcome::Later(error.to_string()),
                }
            }
        }
    }
}

async fn by_smtp(smtp: &AsyncSmtpTransport<Tokio1Executor>, message: Message) -> Outcome {
    match smtp.send(message).await {
        Ok(_) => Outcome::Sent,
        Err(error) => {
            let code = error.status().map(u16::from);
            if code.is_some_and(rules::is_final) { Outcome::Never(said(&error)) } else { Outcome::Later(said(&error)) }
        }
    }
}

/// An error with what lies behind it, in one line.
fn said(error: &SmtpError) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(behind) = cause {
        let more = behind.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        cause = behind.source();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Sortable, and the same for every attempt.
fn file_name(mail: &StoredMail) -> String {
    let at = mail.created_at.timestamp().strftime("%Y%m%dT%H%M%S");
    format!("{at}-{}.eml", mail.id)
}

/// A folder of ours alone: mails hold codes and links that sign somebody in.
fn make_private(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

/// Writes beside and renames, so that no reader ever sees half a mail.
fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        make_private(folder)?;
    }
    let beside = path.with_extension("part");
    let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
    file.write_all(bytes)?;
    std::fs::rename(&beside, path)
}

/// How a connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encryption {
    Wrapped,
    Required,
    Opportunistic,
    None,
}

fn encryption(url: &Url, parameter: Option<&str>) -> Result<Encryption, WrongTransport> {
    // Only http and its kin have their hosts parsed as addresses.
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let here = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    match (url.scheme(), parameter) {
        ("smtps", _) => Ok(Encryption::Wrapped),
        (_, Some("required")) => Ok(Encryption::Required),
        (_, Some("opportunistic")) => Ok(Encryption::Opportunistic),
        (_, Some("none")) => Ok(Encryption::None),
        (_, Some(_)) => Err(wrong("SMTP_URL", "tls is required, opportunistic or none")),
        (_, None) if url.password().is_some() => Ok(Encryption::Required),
        (_, None) if here => Ok(Encryption::None),
        (_, None) => Ok(Encryption::Opportunistic),
    }
}

/// What `SMTP_URL` says, without its password: for those who look after the installation.
pub struct Route {
    pub server: String,
    /// Whether every connection is encrypted and the server's certificate checked.
    pub is_safe: bool,
    /// Whether the server is this very machine, where nothing needs encryption.
    pub is_here: bool,
    pub encryption: &'static str,
    pub signs_in: bool,
}

/// Reads `SMTP_URL` without connecting.
///
/// # Errors
/// What is wrong with it.
pub fn route(text: &str) -> Result<Route, WrongTransport> {
    let url = Url::parse(text).map_err(|error| wrong("SMTP_URL", error))?;
    let host = url.host_str().ok_or_else(|| wrong("SMTP_URL", "names no host"))?.trim_matches(['[', ']']);
    let parameter = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
    let encryption = encryption(&url, parameter.as_deref())?;
    let word = match encryption {
        Encryption::Wrapped => "TLS",
        Encryption::Required => "STARTTLS",
        Encryption::Opportunistic => "STARTTLS where the server offers it",
        Encryption::None => "no encryption",
    };
    Ok(Route {
        server: host.to_owned(),
        is_safe: matches!(encryption, Encryption::Wrapped | Encryption::Required),
        is_here: host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback()),
        encryption: word,
        signs_in: url.password().is_some(),
    })
}

fn smtp(text: &str, base_url: &str) -> Result<AsyncSmtpTransport<Tokio1Executor>, WrongTransport> {
    let url = Url::parse(text).map_err(|error| wrong("SMTP_URL", error))?;
    let host = url.host_str().ok_or_else(|| wrong("SMTP_URL", "names no host"))?.trim_matches(['[', ']']);
    let parameter = |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    let encryption = encryption(&url, parameter("tls").as_deref())?;
    let mut tls = TlsParameters::builder(host.to_owned());
    if let Some(path) = parameter("ca") {
        let pem = std::fs::read(&path).map_err(|error| wrong("SMTP_URL", format!("{path}: {error}")))?;
        tls = tls.add_root_certificate(Certificate::from_pem(&pem).map_err(|error| wrong("SMTP_URL", error))?);
    }
    // Whoever can strip an offered encryption can also forge its certificate; what is optional is not checked, unless a
    // password goes through it.
    if encryption == Encryption::Opportunistic && url.password().is_none() {
        tls = tls.dangerous_accept_invalid_certs(true);
    }
    let tls = tls.build().map_err(|error| wrong("SMTP_URL", error))?;
    let (tls, port) = match encryption {
        Encryption::Wrapped => (Tls::Wrapper(tls), 465),
        Encryption::Required => (Tls::Required(tls), 587),
        Encryption::Opportunistic => (Tls::Opportunistic(tls), 25),
        Encryption::None => (Tls::None, 25),
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
        .port(url.port().unwrap_or(port))
        .tls(tls)
        .timeout(Some(PATIENCE))
        .pool_config(PoolConfig::new().max_size(CONNECTIONS));
    if let Some(Ok(password)) = url.password().map(percent_decoded) {
        let user = percent_decoded(url.username()).map_err(|()| wrong("SMTP_URL", "the user is not UTF-8"))?;
        builder = builder.credentials(Credentials::new(user, password));
    }
    if let Some(url::Host::Domain(name)) = Url::parse(base_url).ok().as_ref().and_then(Url::host) {
        builder = builder.hello_name(ClientId::Domain(name.to_owned()));
    }
    Ok(builder.build())
}

fn percent_decoded(text: &str) -> Result<String, ()> {
    let pairs = format!("x={}", text.replace('+', "%2B"));
    url::form_urlencoded::parse(pairs.as_bytes()).next().map(|(_, value)| value.into_owned()).ok_or(())
}

/// The headers that a signature covers; those a relay may add or change are left out.
const SIGNED: &[&str] = &[
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Reply-To",
    "MIME-Version",
    "Content-Type",
    "Auto-Submitted",
    "Content-Language",
];

fn dkim(settings: &Dkim) -> Result<DkimConfig, WrongTransport> {
    let pem = std::fs::read_to_string(&settings.key)
        .map_err(|error| wrong("DKIM_KEY", format!("{}: {error}", settings.key.display())))?;
    Ok(DkimConfig::new(
        settings.selector.clone(),
        settings.domain.clone(),
        dkim_key(&pem).map_err(|why| wrong("DKIM_KEY", why))?,
        SIGNED.iter().map(|name| HeaderName::new_from_ascii_str(name)).collect(),
        DkimCanonicalization { header: DkimCanonicalizationType::Relaxed, body: DkimCanonicalizationType::Relaxed },
    ))
}

/// Reads an RSA key (PKCS#1 or PKCS#8) or an Ed25519 key (PKCS#8), as `openssl` writes them.
fn dkim_key(pem: &str) -> Result<DkimSigningKey, String> {
    use ed25519_dalek::pkcs8::DecodePrivateKey as _;
    use rsa::pkcs1::EncodeRsaPrivateKey as _;
    if pem.contains("BEGIN RSA PRIVATE KEY") {
        return DkimSigningKey::new(pem, DkimSigningAlgorithm::Rsa).map_err(|error| error.to_string());
    }
    if let Ok(key) = ed25519_dalek::SigningKey::from_pkcs8_pem(pem) {
        let bytes = data_encoding::BASE64.encode(&key.to_bytes());
        return DkimSigningKey::new(&bytes, DkimSigningAlgorithm::Ed25519).map_err(|error| error.to_string());
    }
    let key = <rsa::RsaPrivateKey as rsa::pkcs8::DecodePrivateKey>::from_pkcs8_pem(pem)
        .map_err(|_| "an RSA or Ed25519 private key in PEM".to_owned())?;
    let pkcs1 = key.to_pkcs1_pem(rsa::pkcs8::LineEnding::LF).map_err(|error| error.to_string())?;
    DkimSigningKey::new(&pkcs1, DkimSigningAlgorithm::Rsa).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::compose::tests::stored;

    fn config(pairs: &[(&str, &str)]) -> Config {
        Config::from_lookup(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
            .unwrap()
    }

    fn chosen(text: &str) -> Encryption {
        let url = Url::parse(text).unwrap();
        let tls = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        encryption(&url, tls.as_deref()).unwrap()
    }

    #[test]
    fn a_password_never_travels_in_clear_unless_told_so() {
        assert_eq!(chosen("smtp://ada:secret@mail.example.org"), Encryption::Required);
        assert_eq!(chosen("smtp://mail.example.org"), Encryption::Opportunistic);
        assert_eq!(chosen("smtp://127.0.0.1:8025"), Encryption::None);
        assert_eq!(chosen("smtp://localhost?tls=required"), Encryption::Required);
        assert_eq!(chosen("smtp://ada:secret@localhost?tls=none"), Encryption::None);
        assert_eq!(chosen("smtps://mail.example.org"), Encryption::Wrapped);
    }

    #[test]
    fn a_wrong_setting_names_its_variable() {
        let folder = Path::new("/nowhere");
        let unknown = Transport::new(&config(&[("SMTP_URL", "smtp://mail.example.org?tls=maybe")]), folder);
        assert!(unknown.err().unwrap().to_string().starts_with("SMTP_URL: tls is"));
        let missing = [("DKIM_KEY", "/nowhere/key.pem"), ("DKIM_SELECTOR", "s"), ("DKIM_DOMAIN", "example.org")];
        assert!(Transport::new(&config(&missing), folder).err().unwrap().to_string().starts_with("DKIM_KEY"));
    }

    #[test]
    fn user_and_password_may_hold_any_sign() {
        assert_eq!(percent_decoded("a%40b+c%2Bd").unwrap(), "a@b+c+d");
    }

    #[actix_web::test]
    async fn without_a_server_a_mail_is_a_whole_file() {
        let folder = tempfile::tempdir().unwrap();
        let transport = Transport::new(&config(&[]), &folder.path().join("mail")).unwrap();
        let mail = stored("Ada", "Bienvenue");
        assert!(matches!(transport.send(&mail, &[]).await, Outcome::Sent));
        // A second attempt after a crash leaves one file, not two.
        assert!(matches!(transport.send(&mail, &[]).await, Outcome::Sent));
        let files: Vec<_> = std::fs::read_dir(folder.path().join("mail")).unwrap().flatten().collect();
        assert_eq!(files.len(), 1);
        let bytes = std::fs::read(files[0].path()).unwrap();
        assert!(mailparse::parse_mail(&bytes).is_ok());
        assert!(files[0].file_name().to_string_lossy().starts_with("20261120T090000-"));
    }

    #[actix_web::test]
    async fn a_key_of_either_kind_signs() {
        use ed25519_dalek::pkcs8::EncodePrivateKey as _;
        let folder = tempfile::tempdir().unwrap();
        let key = folder.path().join("dkim.pem");
        let ed25519 = ed25519_dalek::SigningKey::from_bytes(&[7; 32]).to_pkcs8_pem(Default::default()).unwrap();
        std::fs::write(&key, ed25519.as_bytes()).unwrap();
        let dkim = [("DKIM_KEY", key.to_str().unwrap()), ("DKIM_SELECTOR", "s1"), ("DKIM_DOMAIN", "example.org")];
        let transport = Transport::new(&config(&dkim), &folder.path().join("mail")).unwrap();
        assert!(matches!(transport.send(&stored("Ada", "Bienvenue"), &[]).await, Outcome::Sent));
        let file = std::fs::read_dir(folder.path().join("mail")).unwrap().flatten().next().unwrap();
        let text = std::fs::read_to_string(file.path()).unwrap();
        assert!(text.contains("a=ed25519-sha256; d=example.org; s=s1"), "{text}");
    }
}
