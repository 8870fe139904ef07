//! Opening connections to PostgreSQL, encrypted where the URL asks for it, each with the limits that keep one stuck query or
//! forgotten transaction from holding up the rest.
//!
//! `sslmode` means what it means to libpq: `prefer` (also without the word) and `require` encrypt without asking who
//! answers, `require` with a root certificate and `verify-ca` check the certificate, `verify-full` its name too.
//! Root certificates come from `sslrootcert` in the URL or `PGSSLROOTCERT`; the word `system` or nothing takes Mozilla's list.

mod verifier;

use std::{path::PathBuf, str::FromStr, sync::Arc, time::Duration};

use diesel::{ConnectionError, ConnectionResult};
use diesel_async::{AsyncPgConnection, SimpleAsyncConnection};
use futures_util::{FutureExt, future::BoxFuture};
use rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject},
};
use tokio_postgres::{
    Config, NoTls,
    config::{Host, SslMode},
};
use tokio_postgres_rustls::MakeRustlsConnect;

use verifier::{Check, Verifier};

/// How long the server lets a connection of ours work and idle. Zero means without end.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// One statement (`statement_timeout`).
    pub statement: Duration,
    /// A pause inside an open transaction (`idle_in_transaction_session_timeout`).
    pub idle_in_transaction: Duration,
}

/// For requests that a person waits for.
pub const FOR_REQUESTS: Limits =
    Limits { statement: Duration::from_secs(15), idle_in_transaction: Duration::from_secs(20) };

/// For background work, migrations, imports and exports.
pub const FOR_LONG_WORK: Limits =
    Limits { statement: Duration::from_secs(15 * 60), idle_in_transaction: Duration::from_secs(120) };

/// Without an answer for this long a host counts as gone; the URL may say otherwise (`connect_timeout`, seconds).
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Opens a connection with [`FOR_REQUESTS`]; fits `ManagerConfig::custom_setup`.
pub fn establish(url: &str) -> BoxFuture<'_, ConnectionResult<AsyncPgConnection>> {
    connect(url, FOR_REQUESTS)
}

/// Opens a connection to `url` with the given limits.
pub fn connect(url: &str, limits: Limits) -> BoxFuture<'_, ConnectionResult<AsyncPgConnection>> {
    async move {
        let target = Target::read(url).map_err(ConnectionError::InvalidConnectionUrl)?;
        let mut connection = target.connect().await?;
        let set = format!(
            "SET statement_timeout = {}; SET idle_in_transaction_session_timeout = {}",
            limits.statement.as_millis(),
            limits.idle_in_transaction.as_millis()
        );
        connection.batch_execute(&set).await.map_err(ConnectionError::CouldntSetupConfiguration)?;
        Ok(connection)
    }
    .boxed()
}

/// Whether `DATABASE_URL` can be used at all, without connecting: the start stops with the answer, which shows no password.
pub fn check(url: &str) -> Result<(), String> {
    let target = Target::read(url)?;
    target.checking.map_or(Ok(()), |check| client_config(check, target.roots).map(drop))
}

#[derive(Debug)]
struct Target {
    config: Config,
    /// `None` never encrypts.
    checking: Option<Check>,
    roots: Roots,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Roots {
    /// The list that Mozilla keeps, compiled in.
    Mozilla,
    File(PathBuf),
}

impl Target {
    /// Takes `sslmode` and `sslrootcert` out of the URL, because the driver knows only part of their values.
    fn read(url: &str) -> Result<Self, String> {
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err("it should begin with postgres://".into());
        }
        let (place, query) = url.split_once('?').unwrap_or((url, ""));
        let (mut mode, mut named) = (None, None);
        let mut others = Vec::new();
        for part in query.split('&').filter(|part| !part.is_empty()) {
            match part.split_once('=') {
                Some(("sslmode", value)) => mode = Some(value),
                Some(("sslrootcert", value)) => named = Some(unescaped(value)),
                _ => others.push(part),
            }
        }
        let rest = if others.is_empty() { place.to_owned() } else { format!("{place}?{}", others.join("&")) };
        let mut config = Config::from_str(&rest).map_err(|error| told(&error))?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT_TIMEOUT);
        }
        if config.get_application_name().is_none() {
            config.application_name("plenipo");
        }
        let named = named.or_else(|| std::env::var("PGSSLROOTCERT").ok()).filter(|value| !value.is_empty());
        Self { config, checking: None, roots: Roots::Mozilla }.with_mode(mode, named)
    }

    fn with_mode(mut self, mode: Option<&str>, roots: Option<String>) -> Result<Self, String> {
        let system = roots.as_deref() == Some("system");
        let (ssl, checking) = match mode {
            Some("disable") => (SslMode::Disable, None),
            // As in libpq: everybody can get a certificate from a public authority, so its name must be right.
            Some("verify-full") => (SslMode::Require, Some(Check::ChainAndName)),
            Some("verify-ca" | "require" | "prefer" | "allow") | None if system => {
                (SslMode::Require, Some(Check::ChainAndName))
            }
            Some("verify-ca") => (SslMode::Require, Some(Check::Chain)),
            Some("require") if roots.is_some() => (SslMode::Require, Some(Check::Chain)),
            Some("require") => (SslMode::Require, Some(Check::Nothing)),
            Some("prefer" | "allow") | None => (SslMode::Prefer, Some(Check::Nothing)),
            Some(other) => {
                return Err(format!(
                    "its sslmode should be disable, prefer, require, verify-ca or verify-full, not {other}"
                ));
            }
        };
        self.config.ssl_mode(ssl);
        let through_file = self.config.get_hosts().iter().all(|host| matches!(host, Host::Unix(_)));
        self.checking = checking.filter(|_| !through_file);
        if through_file {
            self.config.ssl_mode(SslMode::Disable);
        }
        self.roots = roots.filter(|_| !system).map_or(Roots::Mozilla, |path| Roots::File(path.into()));
        Ok(self)
    }

    async fn connect(self) -> ConnectionResult<AsyncPgConnection> {
        let Some(check) = self.checking else {
            let (client, connection) = self.config.connect(NoTls).await.map_err(refused)?;
            return AsyncPgConnection::try_from_client_and_connection(client, connection).await;
        };
        let tls = client_config(check, self.roots).map_err(ConnectionError::BadConnection)?;
        let (client, connection) = self.config.connect(MakeRustlsConnect::new(tls)).await.map_err(refused)?;
        AsyncPgConnection::try_from_client_and_connection(client, connection).await
    }
}

fn client_config(check: Check, roots: Roots) -> Result<ClientConfig, String> {
    let mut pinned = Vec::new();
    let mut store = RootCertStore::empty();
    match roots {
        _ if check == Check::Nothing => {}
        Roots::Mozilla => store.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Roots::File(path) => {
            let broken = |error: &dyn std::fmt::Display| {
                format!(
                    "PGSSLROOTCERT (or sslrootcert) should be a file of PEM certificates: {}: {error}",
                    path.display()
                )
            };
            let certificates = CertificateDer::pem_file_iter(&path).map_err(|error| broken(&error))?;
            for certificate in certificates {
                let certificate = certificate.map_err(|error| broken(&error))?;
                store.add(certificate.clone()).map_err(|error| broken(&error))?;
                pinned.push(certificate);
            }
            if pinned.is_empty() {
                return Err(broken(&"it holds none"));
            }
        }
    }
    let provider = Arc::new(ring::default_provider());
    let verifier = Verifier::new(check, store, pinned, provider.signature_verification_algorithms);
    let versions = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let mut config = versions
        .map_err(|error| error.to_string())?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    // Servers that take TLS at once (sslnegotiation=direct) insist on this name; others pass over it.
    config.alpn_protocols = vec![b"postgresql".to_vec()];
    Ok(config)
}

fn refused(error: tokio_postgres::Error) -> ConnectionError {
    ConnectionError::BadConnection(told(&error))
}

/// The driver's own words are short ("db error"); its cause holds what matters. Neither ever holds the password.
fn told(error: &tokio_postgres::Error) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}

fn unescaped(text: &str) -> String {
    // A plus sign is itself here, as it is to libpq.
    let pair = format!("v={}", text.replace('+', "%2B"));
    url::form_urlencoded::parse(pair.as_bytes()).next().map(|(_, value)| value.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str, roots: Option<&str>) -> (SslMode, Option<Check>, Roots) {
        let bare =
            Target { config: Config::from_str("postgres://h/d").unwrap(), checking: None, roots: Roots::Mozilla };
        let mode = url.split_once("sslmode=").map(|(_, mode)| mode);
        let target = bare.with_mode(mode, roots.map(str::to_owned)).unwrap();
        (target.config.get_ssl_mode(), target.checking, target.roots)
    }

    #[test]
    fn sslmode_means_what_it_means_to_libpq() {
        let file = Roots::File("/r.pem".into());
        let cases = [
            ("", None, SslMode::Prefer, Some(Check::Nothing), Roots::Mozilla),
            ("sslmode=disable", None, SslMode::Disable, None, Roots::Mozilla),
            ("sslmode=require", None, SslMode::Require, Some(Check::Nothing), Roots::Mozilla),
            ("sslmode=require", Some("/r.pem"), SslMode::Require, Some(Check::Chain), file.clone()),
            ("sslmode=require", Some("system"), SslMode::Require, Some(Check::ChainAndName), Roots::Mozilla),
            ("sslmode=verify-ca", Some("/r.pem"), SslMode::Require, Some(Check::Chain), file.clone()),
            ("sslmode=verify-full", Some("/r.pem"), SslMode::Require, Some(Check::ChainAndName), file),
            ("sslmode=verify-full", None, SslMode::Require, Some(Check::ChainAndName), Roots::Mozilla),
        ];
        for (url, roots, mode, check, store) in cases {
            assert_eq!(read(url, roots), (mode, check, store), "{url} {roots:?}");
        }
    }

    #[test]
    fn a_unix_socket_is_never_encrypted() {
        let target = Target::read("postgres://app@%2Frun%2Fpg/db?sslmode=require").unwrap();
        assert_eq!((target.config.get_ssl_mode(), target.checking), (SslMode::Disable, None));
    }

    #[test]
    fn other_words_of_the_url_reach_the_driver() {
        let url = "postgresql://u:p%40ss@db.example:6000/d?connect_timeout=9&sslmode=verify-full&application_name=x";
        let target = Target::read(url).unwrap();
        assert_eq!(target.config.get_connect_timeout(), Some(&Duration::from_secs(9)));
        assert_eq!(target.config.get_application_name(), Some("x"));
        assert_eq!(target.config.get_password(), Some(&b"p@ss"[..]));
        assert_eq!(unescaped("/etc/a%20b+c.pem"), "/etc/a b+c.pem");
    }

    #[test]
    fn a_wrong_url_is_refused_without_showing_its_password() {
        for url in ["mysql://u:secret@h/d", "postgres://u:secret@h/d?sslmode=yes", "postgres://u:secret@h:port/d"] {
            let error = check(url).unwrap_err();
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn a_root_file_that_is_none_is_named() {
        let error = check("postgres://h/d?sslmode=verify-full&sslrootcert=/nowhere.pem").unwrap_err();
        assert!(error.contains("PGSSLROOTCERT") && error.contains("/nowhere.pem"), "{error}");
    }
}
