//! TLS for the web server: certificates from files (`TLS_CERT`, `TLS_KEY`), or, for `serve --lan`, from an authority of our own.
//!
//! Either way the certificate can change while the server runs: [`Certificate::refresh`] reads renewed files, or issues a new
//! one when the machine's addresses change. Connections that are open keep what they have.

mod addresses;
mod authority;
mod terminal;

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

use jiff::Timestamp;
use rustls::{
    ServerConfig,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    server::{ClientHello, ResolvesServerCert},
    sign::CertifiedKey,
};

pub use addresses::{lan_addresses, lan_names};
pub use authority::Authority;
pub use terminal::qr_code;

/// Why there is no certificate to serve with. Each message says what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    #[error("{name} should be a PEM file that we may read: {}: {cause}", .path.display())]
    Unreadable { name: &'static str, path: PathBuf, cause: String },
    #[error("TLS_CERT should hold the server's certificate, then those of its issuers, as PEM: {} holds none", .0.display())]
    NoCertificate(PathBuf),
    #[error("TLS_KEY should hold an unencrypted private key as PEM: {}: {cause}", .path.display())]
    NoKey { path: PathBuf, cause: String },
    #[error("TLS_KEY should be the key of the first certificate in TLS_CERT: {} and {} do not belong together", .key.display(), .certificate.display())]
    NotAPair { certificate: PathBuf, key: PathBuf },
    #[error("cannot use {}: {cause}", .path.display())]
    Store { path: PathBuf, cause: String },
    #[error("cannot make a certificate: {0}")]
    Make(String),
}

/// The certificate in use, and where a newer one comes from.
pub struct Certificate {
    source: Source,
    current: RwLock<Current>,
}

enum Source {
    Files { certificate: PathBuf, key: PathBuf },
    Lan(Arc<Authority>),
}

struct Current {
    key: Arc<CertifiedKey>,
    /// What the files held, to see whether they changed.
    read: Option<Read>,
}

#[derive(PartialEq, Eq)]
struct Read {
    certificate: Vec<u8>,
    key: Vec<u8>,
}

impl Certificate {
    /// From PEM files: the certificate with its chain, and its key (`TLS_CERT`, `TLS_KEY`).
    pub fn from_files(certificate: &Path, key: &Path) -> Result<Arc<Self>, TlsError> {
        let read = read(certificate, key)?;
        let pair = pair(&read, certificate, key)?;
        Ok(Arc::new(Self {
            source: Source::Files { certificate: certificate.to_owned(), key: key.to_owned() },
            current: RwLock::new(Current { key: Arc::new(pair), read: Some(read) }),
        }))
    }

    /// For this machine's names and addresses in the local network, signed by `authority`.
    pub fn for_lan(authority: Arc<Authority>, now: Timestamp) -> Result<Arc<Self>, TlsError> {
        let key = authority.server_key(&lan_names(), now)?;
        Ok(Arc::new(Self {
            source: Source::Lan(authority),
            current: RwLock::new(Current { key: Arc::new(key), read: None }),
        }))
    }

    /// Takes up renewed files, new addresses, or a new certificate in place of one that will soon run out; says whether anything
    /// changed. Cheap: meant to be called about once a minute. On an error the certificate in use stays.
    pub fn refresh(&self, now: Timestamp) -> Result<bool, TlsError> {
        match &self.source {
            Source::Files { certificate, key } => {
                let read = read(certificate, key)?;
                if self.current.read().unwrap_or_else(PoisonError::into_inner).read.as_ref() == Some(&read) {
                    return Ok(false);
                }
                let pair = pair(&read, certificate, key)?;
                self.take(pair, Some(read));
                Ok(true)
            }
            Source::Lan(authority) => {
                let fresh = authority.server_key(&lan_names(), now)?;
                let changed = self.key().cert != fresh.cert;
                if changed {
                    self.take(fresh, None);
                }
                Ok(changed)
            }
        }
    }

    fn take(&self, key: CertifiedKey, read: Option<Read>) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        *current = Current { key: Arc::new(key), read };
    }

    fn key(&self) -> Arc<CertifiedKey> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner).key)
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Certificate")
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.key())
    }
}

/// What `HttpServer::bind_rustls_0_23` takes: TLS 1.2 and 1.3 with whatever `certificate` holds at the moment of each handshake.
pub fn server_config(certificate: Arc<Certificate>) -> ServerConfig {
    ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        // ring's default suites cover both versions; this fails only for a provider that has none.
        .expect("ring speaks TLS 1.2 and 1.3")
        .with_no_client_auth()
        .with_cert_resolver(certificate)
}

fn read(certificate: &Path, key: &Path) -> Result<Read, TlsError> {
    let bytes = |name, path: &Path| {
        std::fs::read(path).map_err(|error| TlsError::Unreadable {
            name,
            path: path.to_owned(),
            cause: error.to_string(),
        })
    };
    Ok(Read { certificate: bytes("TLS_CERT", certificate)?, key: bytes("TLS_KEY", key)? })
}

fn pair(read: &Read, certificate: &Path, key: &Path) -> Result<CertifiedKey, TlsError> {
    let chain: Vec<CertificateDer<'static>> =
        CertificateDer::pem_slice_iter(&read.certificate).collect::<Result<_, _>>().map_err(|error| {
            TlsError::Unreadable { name: "TLS_CERT", path: certificate.to_owned(), cause: error.to_string() }
        })?;
    if chain.is_empty() {
        return Err(TlsError::NoCertificate(certificate.to_owned()));
    }
    let no_key = |cause: String| TlsError::NoKey { path: key.to_owned(), cause };
    let secret = PrivateKeyDer::from_pem_slice(&read.key).map_err(|error| no_key(error.to_string()))?;
    CertifiedKey::from_der(chain, secret, &ring::default_provider()).map_err(|error| match error {
        rustls::Error::InconsistentKeys(_) => {
            TlsError::NotAPair { certificate: certificate.to_owned(), key: key.to_owned() }
        }
        other => no_key(other.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rcgen::{CertificateParams, KeyPair};
    use rustls::{ClientConfig, ClientConnection, RootCertStore, ServerConnection, pki_types::ServerName};
    use std::fs;

    const NOW: &str = "2026-03-01T00:00:00Z";

    fn at(time: &str) -> Timestamp {
        time.parse().unwrap()
    }

    fn client(root: CertificateDer<'static>) -> Arc<ClientConfig> {
        let mut roots = RootCertStore::empty();
        roots.add(root).unwrap();
        let versions = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let config = versions.with_safe_default_protocol_versions().unwrap();
        Arc::new(config.with_root_certificates(roots).with_no_client_auth())
    }

    /// A handshake in memory; the certificate that the server showed, or why the client hung up.
    fn handshake(client: Arc<ClientConfig>, server: ServerConfig, name: &str) -> Result<Vec<u8>, rustls::Error> {
        let name = ServerName::try_from(name.to_owned()).unwrap();
        let mut ours = ClientConnection::new(client, name).unwrap();
        let mut theirs = ServerConnection::new(Arc::new(server)).unwrap();
        while ours.is_handshaking() || theirs.is_handshaking() {
            let mut wire = Vec::new();
            ours.write_tls(&mut wire).unwrap();
            let _ = theirs.read_tls(&mut wire.as_slice()).unwrap();
            theirs.process_new_packets()?;
            let mut wire = Vec::new();
            theirs.write_tls(&mut wire).unwrap();
            let _ = ours.read_tls(&mut wire.as_slice()).unwrap();
            ours.process_new_packets()?;
        }
        Ok(ours.peer_certificates().unwrap()[0].to_vec())
    }

    fn write_pair(folder: &Path) -> (PathBuf, PathBuf, CertificateDer<'static>) {
        let key = KeyPair::generate().unwrap();
        let made = CertificateParams::new(["conference.example".to_owned()]).unwrap().self_signed(&key).unwrap();
        let paths = (folder.join("cert.pem"), folder.join("key.pem"));
        fs::write(&paths.0, made.pem()).unwrap();
        fs::write(&paths.1, key.serialize_pem()).unwrap();
        (paths.0, paths.1, made.der().clone())
    }

    #[test]
    fn a_browser_that_knows_the_certificate_gets_through_and_renewed_files_are_taken_up() {
        let folder = tempfile::tempdir().unwrap();
        let (cert, key, first) = write_pair(folder.path());
        let certificate = Certificate::from_files(&cert, &key).unwrap();
        let shown = handshake(client(first.clone()), server_config(certificate.clone()), "conference.example").unwrap();
        assert_eq!(shown, first.to_vec());
        assert!(!certificate.refresh(at(NOW)).unwrap());

        let (_, _, second) = write_pair(folder.path());
        assert!(certificate.refresh(at(NOW)).unwrap());
        let shown = handshake(client(second.clone()), server_config(certificate), "conference.example").unwrap();
        assert_eq!(shown, second.to_vec());
    }

    #[test]
    fn a_half_renewed_pair_leaves_the_old_one_in_use() {
        let folder = tempfile::tempdir().unwrap();
        let (cert, key, first) = write_pair(folder.path());
        let certificate = Certificate::from_files(&cert, &key).unwrap();
        fs::write(&key, KeyPair::generate().unwrap().serialize_pem()).unwrap();
        assert!(matches!(certificate.refresh(at(NOW)), Err(TlsError::NotAPair { .. })));
        handshake(client(first), server_config(certificate), "conference.example").unwrap();
    }

    #[test]
    fn every_wrong_file_is_named_by_its_variable() {
        let folder = tempfile::tempdir().unwrap();
        let (cert, key, _) = write_pair(folder.path());
        let absent = folder.path().join("absent.pem");
        let empty = folder.path().join("empty.pem");
        fs::write(&empty, "nothing here\n").unwrap();
        let cases = [
            (&absent, &key, "TLS_CERT"),
            (&empty, &key, "TLS_CERT"),
            (&cert, &absent, "TLS_KEY"),
            (&cert, &empty, "TLS_KEY"),
            (&cert, &cert, "TLS_KEY"),
        ];
        for (cert, key, name) in cases {
            let error = Certificate::from_files(cert, key).unwrap_err().to_string();
            assert!(error.starts_with(name), "{error}");
        }
    }

    #[test]
    fn a_phone_that_trusts_the_authority_reaches_this_machine_by_name_and_by_address() {
        let data = tempfile::tempdir().unwrap();
        #[allow(clippy::disallowed_methods, reason = "rustls asks the real clock")]
        let now = Timestamp::now();
        let authority = Arc::new(Authority::open(data.path(), now).unwrap());
        let root = CertificateDer::from(authority.der().to_vec());
        let certificate = Certificate::for_lan(authority, now).unwrap();
        let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
        let own = lan_addresses().into_iter().map(|address| address.to_string());
        for name in names.into_iter().chain(own) {
            handshake(client(root.clone()), server_config(certificate.clone()), &name).unwrap();
        }
        assert!(handshake(client(root), server_config(certificate.clone()), "bank.example").is_err());
        assert!(!certificate.refresh(now).unwrap());
        let much_later = now.checked_add(jiff::SignedDuration::from_hours(24 * 80)).unwrap();
        assert!(certificate.refresh(much_later).unwrap(), "renewed before it runs out");
    }
}
