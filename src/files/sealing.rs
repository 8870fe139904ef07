//! Identity documents at rest: sealed so that a stolen database or backup shows nothing, and a keyed digest of a
//! document's number so that doubles are found without storing the number in the clear.
//!
//! XChaCha20-Poly1305 with a fresh 24-byte nonce each time (random nonces are safe at that length), bound to the row it
//! stands in: moved to another row it no longer opens. The keys lie in the folder of [`Secrets`], never in the database.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use zeroize::Zeroizing;

use super::secrets::{SecretError, Secrets, random};
use crate::config::Config;
use crate::web::{Answer, Problem, Site};

const NONCE: usize = 24;
/// First byte of everything sealed; another number will mean another key or cipher.
const FORM: u8 = 1;

/// Seals, opens and digests with the keys of this installation.
#[derive(Clone)]
pub struct Sealer {
    cipher: XChaCha20Poly1305,
    digest: Hmac<Sha256>,
}

/// What was sealed does not open: other row, other key, or changed.
#[derive(Debug, thiserror::Error)]
#[error("sealed data does not open: moved, changed, or sealed with another key")]
pub struct Broken;

/// The key files cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SealerError {
    #[error(transparent)]
    File(#[from] SecretError),
    #[error("{0} must hold 64 hexadecimal digits")]
    Malformed(&'static str),
}

impl Sealer {
    /// Reads `seal.key` and `digest.key`, or makes them at the first start.
    pub fn open_or_make(secrets: &Secrets) -> Result<Sealer, SealerError> {
        let seal = key(secrets, "seal.key")?;
        let digest = key(secrets, "digest.key")?;
        Ok(Sealer {
            cipher: XChaCha20Poly1305::new((&*seal).into()),
            digest: Hmac::new_from_slice(&*digest).map_err(|_| SealerError::Malformed("digest.key"))?,
        })
    }

    /// The sealer of this installation, read once per process.
    pub fn of(site: &Site) -> Answer<Sealer> {
        let open = |config: &Config| Sealer::open_or_make(&Secrets::open(&config.keys_folder())?);
        site.once(open).map_err(Problem::broken)
    }

    /// `row` names the place it is stored in and nothing else: table and id, and for one of several chunks its number
    /// and how many there are, so that none can be moved, swapped or cut off. 41 bytes longer than `plain`.
    pub fn seal(&self, row: &[u8], plain: &[u8]) -> Vec<u8> {
        let nonce = *random::<NONCE>();
        // The cipher fails only for texts of 256 GiB.
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: row });
        [&[FORM], &nonce[..], &sealed.expect("shorter than the cipher's limit")].concat()
    }

    /// The plain text, wiped from memory when dropped.
    pub fn unseal(&self, row: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Broken> {
        let (form, rest) = sealed.split_first().ok_or(Broken)?;
        let (nonce, text) = rest.split_first_chunk::<NONCE>().ok_or(Broken)?;
        if *form != FORM {
            return Err(Broken);
        }
        let plain = self.cipher.decrypt(&XNonce::from(*nonce), Payload { msg: text, aad: row });
        plain.map(Zeroizing::new).map_err(|_| Broken)
    }

    /// HMAC-SHA256 of the [normalised](normal_number) number: equal for two writings of one number, useless without
    /// the key (numbers are few enough to try them all). None for a number without a letter or digit.
    pub fn digest_of_number(&self, number: &str) -> Option<[u8; 32]> {
        let normal = normal_number(number);
        if normal.is_empty() {
            return None;
        }
        let mut digest = self.digest.clone();
        digest.update(normal.as_bytes());
        Some(digest.finalize().into_bytes().into())
    }
}

impl std::fmt::Debug for Sealer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealer(..)")
    }
}

/// A document number as it is compared: compatibility forms and accents undone, upper case, decimal digits of any script
/// as ASCII, and letters and digits only, because people write `B 123-456` and `b123456`. O and 0 stay different.
pub fn normal_number(number: &str) -> Zeroizing<String> {
    let kept = number.nfkd().filter(|c| c.is_alphanumeric() && !is_combining_mark(*c));
    Zeroizing::new(kept.flat_map(char::to_uppercase).map(ascii_digit).collect())
}

fn ascii_digit(c: char) -> char {
    let zeros = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{17e0}', '\u{1040}'];
    let value = zeros.iter().filter_map(|zero| u32::from(c).checked_sub(u32::from(*zero))).find(|value| *value < 10);
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

fn key(secrets: &Secrets, name: &'static str) -> Result<Zeroizing<[u8; 32]>, SealerError> {
    let make = || Zeroizing::new(format!("{}\n", data_encoding::HEXLOWER.encode(&*random::<32>())).into_bytes());
    let text = secrets.read_or_make(name, make)?;
    let decoded = data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim_ascii()).map(Zeroizing::new);
    let bytes = decoded.ok().and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok());
    bytes.map(Zeroizing::new).ok_or(SealerError::Malformed(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    fn sealer() -> (tempfile::TempDir, Sealer) {
        let dir = tempfile::tempdir().unwrap();
        let sealer = Sealer::open_or_make(&Secrets::open(dir.path()).unwrap()).unwrap();
        (dir, sealer)
    }

    #[test]
    fn a_passport_opens_in_its_own_row_alone() {
        let (_dir, sealer) = sealer();
        let sealed = sealer.seal(b"scan 1", b"%PDF-passport");
        assert_eq!(sealer.unseal(b"scan 1", &sealed).unwrap().as_slice(), b"%PDF-passport");
        assert!(sealer.unseal(b"scan 2", &sealed).is_err());
    }

    #[test]
    fn sealing_twice_looks_different() {
        let (_dir, sealer) = sealer();
        assert_ne!(sealer.seal(b"row", b"same"), sealer.seal(b"row", b"same"));
    }

    #[test]
    fn the_keys_outlive_the_process_and_are_this_installations_own() {
        let (dir, sealer) = sealer();
        let sealed = sealer.seal(b"row", b"text");
        let again = Sealer::open_or_make(&Secrets::open(dir.path()).unwrap()).unwrap();
        assert!(again.unseal(b"row", &sealed).is_ok());
        assert_eq!(again.digest_of_number("B1"), sealer.digest_of_number("B1"));
        let (_elsewhere, stranger) = self::sealer();
        assert!(stranger.unseal(b"row", &sealed).is_err());
        assert_ne!(stranger.digest_of_number("B1"), sealer.digest_of_number("B1"));
    }

    #[test]
    fn a_damaged_key_file_stops_the_start_and_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("seal.key"), "12ab").unwrap();
        let opened = Sealer::open_or_make(&Secrets::open(dir.path()).unwrap());
        assert!(matches!(opened, Err(SealerError::Malformed("seal.key"))));
        assert_eq!(std::fs::read(dir.path().join("seal.key")).unwrap(), b"12ab");
    }

    #[test]
    fn one_number_written_in_many_ways_is_one_number() {
        let (_dir, sealer) = sealer();
        let written = ["B1234567", "b 123-4567", " B.1234567/", "Ｂ１２３４５６７", "B١٢٣٤٥٦٧", "B۱۲۳۴۵۶۷", "B१२३४५६७"];
        for number in written {
            assert_eq!(sealer.digest_of_number(number), sealer.digest_of_number("B1234567"), "{number}");
        }
        assert_ne!(sealer.digest_of_number("B1234568"), sealer.digest_of_number("B1234567"));
        assert_ne!(sealer.digest_of_number("O1"), sealer.digest_of_number("01"));
        assert_eq!(sealer.digest_of_number(" -/ "), None);
    }

    proptest! {
        #[test]
        fn any_changed_bit_is_noticed(plain in any::<Vec<u8>>(), at in any::<prop::sample::Index>(), bit in 0u32..8) {
            static SEALER: LazyLock<Sealer> = LazyLock::new(|| sealer().1);
            let sealer = &*SEALER;
            let mut sealed = sealer.seal(b"row", &plain);
            prop_assert_eq!(sealed.len(), plain.len() + 41);
            let at = at.index(sealed.len());
            sealed[at] ^= 1u8 << bit;
            prop_assert!(sealer.unseal(b"row", &sealed).is_err());
        }

        #[test]
        fn a_normal_number_stays_normal(number in "\\PC{0,40}") {
            let once = normal_number(&number);
            let twice = normal_number(&once);
            prop_assert_eq!(twice.as_str(), once.as_str());
        }
    }
}
