//! Whom a database connection trusts: anybody, whoever a root certificate vouches for, or that one under the right name.

use rustls::{
    CertificateError, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
    client::{
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
        verify_server_cert_signed_by_trust_anchor, verify_server_name,
    },
    crypto::{WebPkiSupportedAlgorithms, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime},
    server::ParsedCertificate,
};

/// How much of the server's certificate is checked. That the server holds its key is checked always.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    Nothing,
    Chain,
    ChainAndName,
}

#[derive(Debug)]
pub struct Verifier {
    check: Check,
    roots: RootCertStore,
    /// The root certificates as they stand in the file.
    pinned: Vec<CertificateDer<'static>>,
    algorithms: WebPkiSupportedAlgorithms,
}

impl Verifier {
    pub fn new(
        check: Check,
        roots: RootCertStore,
        pinned: Vec<CertificateDer<'static>>,
        algorithms: WebPkiSupportedAlgorithms,
    ) -> Self {
        Self { check, roots, pinned, algorithms }
    }

    /// `openssl req -x509` makes an authority, and many a database shows that very certificate as its own. webpki refuses
    /// authorities in that place; one that the root file holds byte for byte is trusted all the same, as by libpq.
    /// The refusal comes after its dates were found good.
    fn is_pinned_authority(&self, shown: &CertificateDer<'_>, error: &Error) -> bool {
        let Error::InvalidCertificate(CertificateError::Other(cause)) = error else { return false };
        format!("{:?}", cause.0) == "CaUsedAsEndEntity" && self.pinned.iter().any(|root| root == shown)
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        if self.check == Check::Nothing {
            return Ok(ServerCertVerified::assertion());
        }
        let shown = ParsedCertificate::try_from(end_entity)?;
        let algorithms = self.algorithms.all;
        match verify_server_cert_signed_by_trust_anchor(&shown, &self.roots, intermediates, now, algorithms) {
            Err(error) if !self.is_pinned_authority(end_entity, &error) => return Err(error),
            _ => {}
        }
        if self.check == Check::ChainAndName {
            verify_server_name(&shown, server_name)?;
        }
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, date_time_ymd};
    use rustls::crypto::ring;
    use std::time::Duration;

    const IN_2030: u64 = 1_900_000_000;

    fn params(names: &[&str]) -> CertificateParams {
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        let mut params = CertificateParams::new(names).unwrap();
        (params.not_before, params.not_after) = (date_time_ymd(2025, 1, 1), date_time_ymd(2035, 1, 1));
        params
    }

    fn authority() -> (CertificateDer<'static>, Issuer<'static, KeyPair>) {
        let key = KeyPair::generate().unwrap();
        let mut params = params(&["db.example"]);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        (params.self_signed(&key).unwrap().der().clone(), Issuer::new(params, key))
    }

    fn verdict(check: Check, root: &CertificateDer<'static>, shown: &CertificateDer<'_>, name: &str, at: u64) -> bool {
        let mut roots = RootCertStore::empty();
        roots.add(root.clone()).unwrap();
        let algorithms = ring::default_provider().signature_verification_algorithms;
        let verifier = Verifier::new(check, roots, vec![root.clone()], algorithms);
        let name = ServerName::try_from(name.to_owned()).unwrap();
        let now = UnixTime::since_unix_epoch(Duration::from_secs(at));
        verifier.verify_server_cert(shown, &[], &name, &[], now).is_ok()
    }

    #[test]
    fn each_check_asks_for_more_than_the_one_before() {
        let (root, issuer) = authority();
        let (stranger, _) = authority();
        let key = KeyPair::generate().unwrap();
        let shown = params(&["db.example"]).signed_by(&key, &issuer).unwrap().der().clone();
        let cases = [
            // check, root, name asked for, verdict
            (Check::Nothing, &stranger, "other.example", true),
            (Check::Chain, &stranger, "db.example", false),
            (Check::Chain, &root, "other.example", true),
            (Check::ChainAndName, &root, "other.example", false),
            (Check::ChainAndName, &root, "db.example", true),
        ];
        for (check, root, name, good) in cases {
            assert_eq!(verdict(check, root, &shown, name, IN_2030), good, "{check:?} {name}");
        }
    }

    #[test]
    fn an_authority_shown_as_the_servers_own_certificate_is_good_only_if_it_is_the_pinned_one_in_its_time() {
        let (root, _) = authority();
        let (stranger, _) = authority();
        assert!(verdict(Check::ChainAndName, &root, &root, "db.example", IN_2030));
        assert!(!verdict(Check::ChainAndName, &root, &root, "other.example", IN_2030));
        assert!(!verdict(Check::Chain, &root, &stranger, "db.example", IN_2030));
        let in_2040 = 2_210_000_000;
        assert!(!verdict(Check::Chain, &root, &root, "db.example", in_2040), "expired");
    }
}
