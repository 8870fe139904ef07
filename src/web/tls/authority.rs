//! The certificate authority of `serve --lan`, kept under `PLENIPO_DATA/lan/`, and the server certificates it signs.
//!
//! Staff install it on their phones, so it must be worth little to a thief: by its own name constraints it can vouch only
//! for private addresses and names that mean something in one local network, never for a site on the internet.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use data_encoding::HEXUPPER;
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DistinguishedName, DnType, ExtendedKeyUsagePurpose,
    GeneralSubtree, IsCa, Issuer, KeyPair, KeyUsagePurpose, NameConstraints, PublicKeyData, SanType,
};
use rustls::{
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    sign::CertifiedKey,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    TlsError,
    addresses::{PRIVATE_NETWORKS, host_name, is_private},
};

const AUTHORITY_YEARS: i32 = 10;
/// Apple's devices refuse certificates that are good for more than 825 days; less costs nothing here.
const SERVER_DAYS: i32 = 90;
/// A server certificate is replaced this long before it runs out.
const RENEW_DAYS: i32 = 30;
/// Endings that no public site can have.
const LOCAL_NAMES: [&str; 5] = ["localhost", "local", "lan", "internal", "home.arpa"];

/// An authority of this installation's own.
#[derive(Debug)]
pub struct Authority {
    folder: PathBuf,
    stored: Stored,
    certificate: CertificateDer<'static>,
    issuer: Issuer<'static, KeyPair>,
}

/// One certificate with its key, as one file, so that no crash can part them.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Stored {
    /// For the authority the names it may vouch for besides the fixed ones; for the server those it vouches for.
    names: Vec<String>,
    /// The day it ends, at its first moment (UTC).
    until: Date,
    certificate: String,
    key: String,
}

impl Authority {
    /// The authority kept under the data folder; makes one if there is none, or if the last one is about to run out.
    pub fn open(data: &Path, now: Timestamp) -> Result<Self, TlsError> {
        let folder = data.join("lan");
        match DirBuilder::new().mode(0o700).create(&folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(unusable(&folder)(error)),
            _ => {}
        }
        let path = folder.join("authority.json");
        let kept = Stored::read(&path)?.filter(|kept| kept.until > after(today(now), SERVER_DAYS));
        let stored = match kept {
            Some(kept) => kept,
            None => {
                let fresh = make_authority(today(now))?;
                fresh.write(&path)?;
                // Two processes may have made one each: what stands in the file is what both use.
                Stored::read(&path)?.unwrap_or(fresh)
            }
        };
        let broken = |cause: String| TlsError::Store { path: path.clone(), cause };
        let key = KeyPair::from_pem(&stored.key).map_err(|error| broken(error.to_string()))?;
        let certificate = CertificateDer::from_pem_slice(stored.certificate.as_bytes());
        let certificate = certificate.map_err(|error| broken(error.to_string()))?;
        let issuer = Issuer::new(authority_params(&key, &stored.names), key);
        Ok(Self { folder, stored, certificate, issuer })
    }

    /// The certificate that phones install, as DER (`application/x-x509-ca-cert`).
    pub fn der(&self) -> &[u8] {
        &self.certificate
    }

    /// The same as PEM.
    pub fn pem(&self) -> &str {
        &self.stored.certificate
    }

    /// The certificate's SHA-256, in pairs, as devices show it: to be compared before it is trusted.
    pub fn fingerprint(&self) -> String {
        let digest = HEXUPPER.encode(&Sha256::digest(&self.certificate));
        let pairs: Vec<&str> = digest.as_bytes().chunks(2).filter_map(|pair| str::from_utf8(pair).ok()).collect();
        pairs.join(":")
    }

    /// The server's certificate for these names and addresses: the one kept from last time if it still fits, else a new one.
    pub fn server_key(&self, names: &[String], now: Timestamp) -> Result<CertifiedKey, TlsError> {
        let path = self.folder.join("server.json");
        let names: Vec<String> = names.iter().filter(|name| self.vouches_for(name)).cloned().collect();
        let renew = after(today(now), RENEW_DAYS);
        // A damaged file is simply made anew; nobody trusts this certificate by itself.
        let kept = Stored::read(&path).ok().flatten().filter(|kept| kept.names == names && kept.until > renew);
        if let Some(key) = kept.and_then(|kept| certified(&kept, &self.certificate).ok()) {
            return Ok(key);
        }
        let fresh = self.make_server(names, today(now))?;
        fresh.write(&path)?;
        certified(&fresh, &self.certificate)
    }

    fn vouches_for(&self, name: &str) -> bool {
        if let Ok(address) = name.parse() {
            return is_private(address);
        }
        LOCAL_NAMES.iter().any(|end| *end == name || name.ends_with(&format!(".{end}")))
            || self.stored.names.iter().any(|own| own == name)
    }

    fn make_server(&self, names: Vec<String>, today: Date) -> Result<Stored, TlsError> {
        let key = KeyPair::generate().map_err(make)?;
        let until = after(today, SERVER_DAYS);
        let mut params = CertificateParams::default();
        params.distinguished_name = named("Plenipo");
        params.subject_alt_names = names.iter().map(|name| subject(name)).collect::<Result<_, _>>()?;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        good_for(&mut params, today, until);
        let certificate = params.signed_by(&key, &self.issuer).map_err(make)?;
        // With the authority's key in it, so that a new authority is not mistaken for the old one's.
        Ok(Stored { names, until, certificate: certificate.pem() + self.pem(), key: key.serialize_pem() })
    }
}

impl Stored {
    fn read(path: &Path) -> Result<Option<Self>, TlsError> {
        let text = match fs::read_to_string(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            other => other.map_err(unusable(path))?,
        };
        serde_json::from_str(&text).map(Some).map_err(|error| unusable(path)(error.into()))
    }

    /// Whole or not at all, and readable by its owner alone.
    fn write(&self, path: &Path) -> Result<(), TlsError> {
        let partial = path.with_extension(format!("{}.new", std::process::id()));
        let write = || {
            let text = serde_json::to_vec_pretty(self)?;
            let mut file = OpenOptions::new().create(true).write(true).truncate(true).mode(0o600).open(&partial)?;
            file.write_all(&text)?;
            file.sync_all()?;
            fs::rename(&partial, path)?;
            path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
        };
        write().map_err(unusable(path))
    }
}

/// A key whose certificate was not issued by `authority` is refused.
fn certified(stored: &Stored, authority: &CertificateDer<'static>) -> Result<CertifiedKey, TlsError> {
    let chain = CertificateDer::pem_slice_iter(stored.certificate.as_bytes()).collect::<Result<Vec<_>, _>>();
    let mut chain = chain.map_err(|error| TlsError::Make(error.to_string()))?;
    if chain.pop().as_ref() != Some(authority) {
        return Err(TlsError::Make("the server's certificate is of another authority".into()));
    }
    let key =
        PrivateKeyDer::from_pem_slice(stored.key.as_bytes()).map_err(|error| TlsError::Make(error.to_string()))?;
    CertifiedKey::from_der(chain, key, &ring::default_provider()).map_err(|error| TlsError::Make(error.to_string()))
}

fn make_authority(today: Date) -> Result<Stored, TlsError> {
    let key = KeyPair::generate().map_err(make)?;
    let names: Vec<String> = host_name().into_iter().collect();
    let until = today.saturating_add(AUTHORITY_YEARS.years());
    let mut params = authority_params(&key, &names);
    good_for(&mut params, today, until);
    let certificate = params.self_signed(&key).map_err(make)?.pem();
    Ok(Stored { names, until, certificate, key: key.serialize_pem() })
}

/// What an issuer and its certificate have in common; made from the key again at each start, hence nothing random in it.
fn authority_params(key: &KeyPair, names: &[String]) -> CertificateParams {
    let mut params = CertificateParams::default();
    let mark = HEXUPPER.encode(&Sha256::digest(key.subject_public_key_info())[..4]);
    params.distinguished_name = named(&format!("Plenipo local network {mark}"));
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let networks = PRIVATE_NETWORKS.iter().map(|&(network, bits)| CidrSubnet::from_addr_prefix(network, bits));
    let names = LOCAL_NAMES.iter().map(|&name| name.to_owned()).chain(names.iter().cloned());
    params.name_constraints = Some(NameConstraints {
        permitted_subtrees: networks.map(GeneralSubtree::IpAddress).chain(names.map(GeneralSubtree::DnsName)).collect(),
        excluded_subtrees: Vec::new(),
    });
    params
}

fn subject(name: &str) -> Result<SanType, TlsError> {
    match name.parse() {
        Ok(address) => Ok(SanType::IpAddress(address)),
        Err(_) => Ok(SanType::DnsName(name.try_into().map_err(make)?)),
    }
}

fn named(text: &str) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, text);
    name
}

fn today(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

fn after(date: Date, days: i32) -> Date {
    date.saturating_add(days.days())
}

/// From the day before, for a phone's clock may be behind, to the first moment of the day it ends (UTC).
fn good_for(params: &mut CertificateParams, from: Date, until: Date) {
    let midnight =
        |date: Date| rcgen::date_time_ymd(date.year().into(), date.month().cast_unsigned(), date.day().cast_unsigned());
    (params.not_before, params.not_after) = (midnight(after(from, -1)), midnight(until));
}

fn make(error: rcgen::Error) -> TlsError {
    TlsError::Make(error.to_string())
}

fn unusable(path: &Path) -> impl FnOnce(io::Error) -> TlsError + '_ {
    |error| TlsError::Store { path: path.to_owned(), cause: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::MetadataExt;

    fn at(time: &str) -> Timestamp {
        time.parse().unwrap()
    }

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|&name| name.to_owned()).collect()
    }

    fn accepted(root: &Authority, shown: &CertifiedKey) -> bool {
        let mut roots = rustls::RootCertStore::empty();
        roots.add(root.certificate.clone()).unwrap();
        let cert = rustls::server::ParsedCertificate::try_from(&shown.cert[0]).unwrap();
        let in_march = rustls::pki_types::UnixTime::since_unix_epoch(std::time::Duration::from_secs(1_772_400_000));
        let algorithms = ring::default_provider().signature_verification_algorithms.all;
        rustls::client::verify_server_cert_signed_by_trust_anchor(&cert, &roots, &[], in_march, algorithms).is_ok()
    }

    #[test]
    fn the_same_authority_is_found_again_and_its_secrets_are_its_owners_alone() {
        let data = tempfile::tempdir().unwrap();
        let first = Authority::open(data.path(), at("2026-03-01T00:00:00Z")).unwrap();
        let shown = first.server_key(&names(&["localhost"]), at("2026-03-01T00:00:00Z")).unwrap();
        let again = Authority::open(data.path(), at("2026-03-02T00:00:00Z")).unwrap();
        assert_eq!(first.der(), again.der());
        assert_eq!(again.server_key(&names(&["localhost"]), at("2026-03-02T00:00:00Z")).unwrap().cert, shown.cert);
        for file in ["authority.json", "server.json"] {
            assert_eq!(data.path().join("lan").join(file).metadata().unwrap().mode() & 0o777, 0o600);
        }
        assert_eq!(first.fingerprint().len(), 32 * 3 - 1);
    }

    #[test]
    fn an_authority_read_from_its_file_signs_what_its_certificate_vouches_for() {
        let data = tempfile::tempdir().unwrap();
        let now = at("2026-03-01T00:00:00Z");
        Authority::open(data.path(), now).unwrap();
        let again = Authority::open(data.path(), now).unwrap();
        let own = ["localhost", "desk.local", "192.168.7.20", "10.1.2.3", "172.31.0.9", "fd00::7", "127.0.0.1", "::1"];
        assert!(accepted(&again, &again.server_key(&names(&own), now).unwrap()));
    }

    #[test]
    fn a_new_address_and_a_near_end_bring_a_new_certificate() {
        let data = tempfile::tempdir().unwrap();
        let authority = Authority::open(data.path(), at("2026-03-01T00:00:00Z")).unwrap();
        let key = |list, time| authority.server_key(&names(list), at(time)).unwrap().cert;
        let first = key(&["10.0.0.1"], "2026-03-01T00:00:00Z");
        assert_eq!(key(&["10.0.0.1"], "2026-04-29T00:00:00Z"), first, "30 days are left");
        let moved = key(&["10.0.0.2"], "2026-03-02T00:00:00Z");
        assert_ne!(moved, first);
        assert_ne!(key(&["10.0.0.2"], "2026-05-15T00:00:00Z"), moved);
    }

    #[test]
    fn a_stolen_authority_cannot_vouch_for_the_internet() {
        let data = tempfile::tempdir().unwrap();
        let now = at("2026-03-01T00:00:00Z");
        let authority = Authority::open(data.path(), now).unwrap();
        for name in ["bank.example", "93.184.216.34", "2606:2800:220:1::1", "localhost.bank.example"] {
            // What a thief would do: sign it without asking `vouches_for`.
            let stored = authority.make_server(names(&[name]), today(now)).unwrap();
            assert!(!accepted(&authority, &certified(&stored, &authority.certificate).unwrap()), "{name}");
        }
        let asked = authority.server_key(&names(&["bank.example", "93.184.216.34", "localhost"]), now).unwrap();
        assert!(accepted(&authority, &asked), "a name it may not vouch for is left out");
    }

    #[test]
    fn an_authority_that_runs_out_is_replaced_and_so_is_what_it_signed() {
        let data = tempfile::tempdir().unwrap();
        let old = Authority::open(data.path(), at("2026-03-01T00:00:00Z")).unwrap();
        let signed = old.server_key(&names(&["localhost"]), at("2036-02-20T00:00:00Z")).unwrap().cert;
        let new = Authority::open(data.path(), at("2036-02-20T00:00:00Z")).unwrap();
        assert_ne!(new.der(), old.der());
        assert_ne!(new.server_key(&names(&["localhost"]), at("2036-02-20T00:00:00Z")).unwrap().cert, signed);
    }

    #[test]
    fn a_damaged_authority_stops_the_start_instead_of_being_replaced_unseen() {
        let data = tempfile::tempdir().unwrap();
        fs::create_dir(data.path().join("lan")).unwrap();
        fs::write(data.path().join("lan/authority.json"), "{").unwrap();
        let error = Authority::open(data.path(), at("2026-03-01T00:00:00Z")).unwrap_err();
        assert!(error.to_string().contains("authority.json"), "{error}");
    }
}
