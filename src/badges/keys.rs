//! The keys that sign codes: made at the first start, replaced by rotation, refused after retirement.
//!
//! In the folder of [`Secrets`] each key is `badge-ID.pem` (PKCS#8, as `openssl genpkey -algorithm ed25519` writes it)
//! and `badge-keys.json` lists the public halves with their dates. Ids run from 1 to 255 and are never used again: the
//! newest key signs new badges, every listed key reads until it is retired, and a retired key's private half is deleted.
//! Losing the folder ends every badge in print, so it belongs into the backup.
//!
//! A key that was rotated away keeps its private half until it is retired, so that the badges issued under it are printed
//! and exported again with the very digits that they bear (Ed25519 signs the same body the same way). The other way,
//! storing each signed code, would make every copy of the database a box of badges.

use std::collections::BTreeMap;
use std::path::Path;

use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey, KeypairBytes};
use ed25519_dalek::{SigningKey as Secret, VerifyingKey};
use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::files::secrets::{SecretError, Secrets, random};

const INDEX: &str = "badge-keys.json";

/// The private half of a key, with the id its codes carry.
#[derive(Clone)]
pub struct SigningKey {
    id: u8,
    secret: Secret,
}

impl SigningKey {
    pub fn from_seed(id: u8, seed: &[u8; 32]) -> SigningKey {
        SigningKey { id, secret: Secret::from_bytes(seed) }
    }

    pub fn id(&self) -> u8 {
        self.id
    }

    pub fn public(&self) -> VerifyingKey {
        self.secret.verifying_key()
    }

    pub(super) fn secret(&self) -> &Secret {
        &self.secret
    }
}

/// The public keys that codes are read with, by id.
#[derive(Clone, Debug, Default)]
pub struct Keys(BTreeMap<u8, VerifyingKey>);

impl Keys {
    pub fn get(&self, id: u8) -> Option<&VerifyingKey> {
        self.0.get(&id)
    }

    /// Ids with the 32 bytes of each key, for devices that read codes by themselves.
    pub fn iter(&self) -> impl Iterator<Item = (u8, &[u8; 32])> {
        self.0.iter().map(|(id, key)| (*id, key.as_bytes()))
    }
}

impl FromIterator<(u8, VerifyingKey)> for Keys {
    fn from_iter<I: IntoIterator<Item = (u8, VerifyingKey)>>(keys: I) -> Keys {
        Keys(keys.into_iter().collect())
    }
}

/// One key in the public index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub id: u8,
    /// 64 hexadecimal digits.
    pub public_key: String,
    pub made: Moment,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<Moment>,
}

/// Why the keys cannot be used or changed.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    #[error(transparent)]
    File(#[from] SecretError),
    #[error("{0} is damaged; restore it from the backup")]
    Damaged(String),
    #[error("badge-{0}.pem is missing; restore it from the backup")]
    Missing(u8),
    #[error("all 255 key ids are used")]
    Full,
    #[error("key {0} signs at present; rotate before retiring it")]
    Current(u8),
    #[error("there is no key {0} in use")]
    NoSuchKey(u8),
}

/// The keys of this installation as last read from the folder.
#[derive(Clone)]
pub struct Keyring {
    secrets: Secrets,
    entries: Vec<Entry>,
    current: SigningKey,
    /// The private halves of the keys that have not been retired.
    signing: BTreeMap<u8, SigningKey>,
    public: Keys,
}

impl Keyring {
    /// Reads the keys; makes the first one if there is none. Processes that start at once make one key between them.
    pub fn open_or_make(folder: &Path, now: Moment) -> Result<Keyring, KeyringError> {
        let secrets = Secrets::open(folder)?;
        let _locked = secrets.lock()?;
        let mut entries = listed(&secrets)?;
        let known = entries.len();
        adopt(&secrets, &mut entries, now)?;
        if newest(&entries).is_none() {
            entries.push(make(&secrets, &entries, now)?);
        }
        if entries.len() > known {
            write(&secrets, &entries)?;
        }
        Keyring::of(secrets.clone(), entries)
    }

    /// The key that signs what is issued now.
    pub fn current(&self) -> &SigningKey {
        &self.current
    }

    /// The key that signs again what was issued under it; None once it is retired.
    pub fn signing(&self, id: u8) -> Option<&SigningKey> {
        self.signing.get(&id)
    }

    /// The keys that read.
    pub fn public_keys(&self) -> &Keys {
        &self.public
    }

    /// Every key there ever was, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Makes a new key and signs with it from now on; what the old ones signed stays readable.
    pub fn rotate(&mut self, now: Moment) -> Result<(), KeyringError> {
        self.change(|secrets, entries| {
            let made = make(secrets, entries, now)?;
            entries.push(made);
            Ok(())
        })
    }

    /// From now on no code of this key is read, and its private half is gone. The signing key cannot be retired.
    pub fn retire(&mut self, id: u8, now: Moment) -> Result<(), KeyringError> {
        self.change(|_, entries| {
            if newest(entries).is_some_and(|newest| newest.id == id) {
                return Err(KeyringError::Current(id));
            }
            let entry = entries.iter_mut().find(|entry| entry.id == id && entry.retired.is_none());
            entry.ok_or(KeyringError::NoSuchKey(id))?.retired = Some(now);
            Ok(())
        })?;
        Ok(self.secrets.remove(&file_of(id))?)
    }

    /// Reads the folder again, where another process may have rotated or retired; true when something changed.
    pub fn reload(&mut self) -> Result<bool, KeyringError> {
        let entries = listed(&self.secrets)?;
        if entries == self.entries {
            return Ok(false);
        }
        *self = Keyring::of(self.secrets.clone(), entries)?;
        Ok(true)
    }

    fn change(
        &mut self,
        step: impl FnOnce(&Secrets, &mut Vec<Entry>) -> Result<(), KeyringError>,
    ) -> Result<(), KeyringError> {
        let _locked = self.secrets.lock()?;
        let mut entries = listed(&self.secrets)?;
        step(&self.secrets, &mut entries)?;
        write(&self.secrets, &entries)?;
        *self = Keyring::of(self.secrets.clone(), entries)?;
        Ok(())
    }

    fn of(secrets: Secrets, entries: Vec<Entry>) -> Result<Keyring, KeyringError> {
        let id = newest(&entries).ok_or_else(|| KeyringError::Damaged(INDEX.to_owned()))?.id;
        let current = read(&secrets, id)?.ok_or(KeyringError::Missing(id))?;
        let in_use = || entries.iter().filter(|entry| entry.retired.is_none());
        let public: Keys =
            in_use().map(|entry| Ok((entry.id, public_of(entry)?))).collect::<Result<_, KeyringError>>()?;
        if public.get(id) != Some(&current.public()) {
            return Err(KeyringError::Damaged(file_of(id)));
        }
        let mut signing = BTreeMap::new();
        for entry in in_use() {
            // A former key whose private half is gone still reads; only its badges cannot be printed again.
            let key = read(&secrets, entry.id)?.filter(|key| public.get(entry.id) == Some(&key.public()));
            signing.extend(key.map(|key| (entry.id, key)));
        }
        Ok(Keyring { secrets, entries, current, signing, public })
    }
}

fn file_of(id: u8) -> String {
    format!("badge-{id}.pem")
}

fn newest(entries: &[Entry]) -> Option<&Entry> {
    entries.iter().filter(|entry| entry.retired.is_none()).max_by_key(|entry| entry.id)
}

fn public_of(entry: &Entry) -> Result<VerifyingKey, KeyringError> {
    let bytes = data_encoding::HEXLOWER.decode(entry.public_key.as_bytes()).ok();
    let bytes = bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let key = bytes.and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok()).filter(|key| !key.is_weak());
    key.ok_or_else(|| KeyringError::Damaged(INDEX.to_owned()))
}

fn listed(secrets: &Secrets) -> Result<Vec<Entry>, KeyringError> {
    match secrets.read(INDEX)? {
        None => Ok(Vec::new()),
        Some(text) => serde_json::from_slice(&text).map_err(|_| KeyringError::Damaged(INDEX.to_owned())),
    }
}

fn write(secrets: &Secrets, entries: &[Entry]) -> Result<(), KeyringError> {
    let text = serde_json::to_vec_pretty(entries).map_err(|_| KeyringError::Damaged(INDEX.to_owned()))?;
    Ok(secrets.replace(INDEX, &text)?)
}

fn read(secrets: &Secrets, id: u8) -> Result<Option<SigningKey>, KeyringError> {
    let Some(pem) = secrets.read(&file_of(id))? else { return Ok(None) };
    let secret = std::str::from_utf8(&pem).ok().and_then(|pem| Secret::from_pkcs8_pem(pem).ok());
    let secret = secret.ok_or_else(|| KeyringError::Damaged(file_of(id)))?;
    Ok(Some(SigningKey { id, secret }))
}

/// A private key newer than the list: the process that made it died before it wrote the list, or the list was lost.
fn adopt(secrets: &Secrets, entries: &mut Vec<Entry>, now: Moment) -> Result<(), KeyringError> {
    let last = entries.iter().map(|entry| entry.id).max().unwrap_or(0);
    for id in (last..=u8::MAX).skip(1) {
        if let Some(key) = read(secrets, id)? {
            entries.push(entry_of(&key, now));
        }
    }
    Ok(())
}

fn make(secrets: &Secrets, entries: &[Entry], now: Moment) -> Result<Entry, KeyringError> {
    let last = entries.iter().map(|entry| entry.id).max().unwrap_or(0);
    let key = SigningKey::from_seed(last.checked_add(1).ok_or(KeyringError::Full)?, &random::<32>());
    // Without the public half inside: the form that every tool reads.
    let pair = KeypairBytes { secret_key: key.secret.to_bytes(), public_key: None };
    let pem = pair.to_pkcs8_pem(LineEnding::LF).map_err(|_| KeyringError::Damaged(file_of(key.id)))?;
    secrets.put_new(&file_of(key.id), pem.as_bytes())?;
    Ok(entry_of(&key, now))
}

fn entry_of(key: &SigningKey, now: Moment) -> Entry {
    let public_key = data_encoding::HEXLOWER.encode(key.public().as_bytes());
    Entry { id: key.id, public_key, made: now, retired: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::badges::code::{Claims, Code, DayNumber, Purpose, Serial, Unreadable, read, sign};
    use std::fs;
    use std::sync::Barrier;

    fn at(second: i64) -> Moment {
        Moment::parse("2025-10-24T00:00:00Z").unwrap().plus_seconds(second)
    }

    fn code(key: &SigningKey) -> Code {
        let serial = Serial::new(1).unwrap();
        let (valid_from, valid_to) = (DayNumber(9428), DayNumber(9430));
        let claims =
            Claims { purpose: Purpose::Badge, conference: 1, serial, category: 1, valid_from, valid_to, zones: 1 };
        sign(&claims, key)
    }

    fn reads(keyring: &Keyring, code: &Code) -> Result<(), Unreadable> {
        read(code.as_str(), keyring.public_keys()).map(drop)
    }

    #[test]
    fn many_who_start_at_once_sign_with_one_key() {
        let dir = tempfile::tempdir().unwrap();
        let start = Barrier::new(12);
        let keys: Vec<_> = std::thread::scope(|scope| {
            let open = || {
                start.wait();
                Keyring::open_or_make(dir.path(), at(0)).unwrap().current().public()
            };
            let threads: Vec<_> = (0..12).map(|_| scope.spawn(open)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(keys.iter().all(|key| *key == keys[0]));
        assert!(!dir.path().join("badge-2.pem").exists());
    }

    #[test]
    fn badges_printed_before_a_rotation_still_open_the_gate() {
        let dir = tempfile::tempdir().unwrap();
        let mut keyring = Keyring::open_or_make(dir.path(), at(0)).unwrap();
        let old = code(keyring.current());
        keyring.rotate(at(1)).unwrap();
        let new = code(keyring.current());
        assert_eq!(keyring.current().id(), 2);
        assert_eq!((reads(&keyring, &old), reads(&keyring, &new)), (Ok(()), Ok(())));
    }

    #[test]
    fn a_former_key_signs_again_what_it_signed_until_it_is_retired() {
        let dir = tempfile::tempdir().unwrap();
        let mut keyring = Keyring::open_or_make(dir.path(), at(0)).unwrap();
        let old = code(keyring.current());
        keyring.rotate(at(1)).unwrap();
        assert_eq!(keyring.signing(1).map(code), Some(old.clone()), "digit for digit");
        assert_ne!(code(keyring.current()), old);
        let again = Keyring::open_or_make(dir.path(), at(2)).unwrap();
        assert_eq!(again.signing(1).map(code), Some(old));
        keyring.retire(1, at(3)).unwrap();
        assert!(keyring.signing(1).is_none());
        assert_eq!(keyring.signing(2).map(SigningKey::id), Some(2));
    }

    #[test]
    fn a_former_key_without_its_private_half_still_reads() {
        let dir = tempfile::tempdir().unwrap();
        let mut keyring = Keyring::open_or_make(dir.path(), at(0)).unwrap();
        let old = code(keyring.current());
        keyring.rotate(at(1)).unwrap();
        fs::remove_file(dir.path().join("badge-1.pem")).unwrap();
        let again = Keyring::open_or_make(dir.path(), at(2)).unwrap();
        assert!(again.signing(1).is_none());
        assert_eq!(reads(&again, &old), Ok(()));
    }

    #[test]
    fn a_retired_key_opens_nothing_and_never_comes_back() {
        let dir = tempfile::tempdir().unwrap();
        let mut keyring = Keyring::open_or_make(dir.path(), at(0)).unwrap();
        let old = code(keyring.current());
        keyring.rotate(at(1)).unwrap();
        keyring.retire(1, at(2)).unwrap();
        assert_eq!(reads(&keyring, &old), Err(Unreadable::Unknown));
        assert!(!dir.path().join("badge-1.pem").exists());
        let mut again = Keyring::open_or_make(dir.path(), at(3)).unwrap();
        assert_eq!(reads(&again, &old), Err(Unreadable::Unknown));
        again.rotate(at(4)).unwrap();
        assert_eq!(again.current().id(), 3);
    }

    #[test]
    fn the_signing_key_cannot_be_retired() {
        let dir = tempfile::tempdir().unwrap();
        let mut keyring = Keyring::open_or_make(dir.path(), at(0)).unwrap();
        assert!(matches!(keyring.retire(1, at(1)), Err(KeyringError::Current(1))));
        assert!(matches!(keyring.retire(9, at(1)), Err(KeyringError::NoSuchKey(9))));
        assert_eq!(reads(&keyring, &code(keyring.current())), Ok(()));
    }

    #[test]
    fn another_process_learns_of_a_rotation() {
        let dir = tempfile::tempdir().unwrap();
        let mut here = Keyring::open_or_make(dir.path(), at(0)).unwrap();
        let mut there = Keyring::open_or_make(dir.path(), at(0)).unwrap();
        assert!(!there.reload().unwrap());
        here.rotate(at(1)).unwrap();
        assert_eq!(reads(&there, &code(here.current())), Err(Unreadable::Unknown));
        assert!(there.reload().unwrap());
        assert_eq!(reads(&there, &code(here.current())), Ok(()));
    }

    #[test]
    fn a_death_between_key_and_list_loses_neither() {
        let dir = tempfile::tempdir().unwrap();
        let mut keyring = Keyring::open_or_make(dir.path(), at(0)).unwrap();
        let list = fs::read(dir.path().join(INDEX)).unwrap();
        keyring.rotate(at(1)).unwrap();
        fs::write(dir.path().join(INDEX), list).unwrap();
        let again = Keyring::open_or_make(dir.path(), at(2)).unwrap();
        assert_eq!(again.current().public(), keyring.current().public());
        fs::remove_file(dir.path().join(INDEX)).unwrap();
        let rebuilt = Keyring::open_or_make(dir.path(), at(3)).unwrap();
        assert_eq!(rebuilt.public_keys().iter().count(), 2);
    }

    #[test]
    fn a_lost_or_swapped_private_key_stops_the_start() {
        let dir = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        Keyring::open_or_make(dir.path(), at(0)).unwrap();
        Keyring::open_or_make(other.path(), at(0)).unwrap();
        fs::copy(other.path().join("badge-1.pem"), dir.path().join("badge-1.pem")).unwrap();
        assert!(matches!(Keyring::open_or_make(dir.path(), at(1)), Err(KeyringError::Damaged(_))));
        fs::remove_file(dir.path().join("badge-1.pem")).unwrap();
        assert!(matches!(Keyring::open_or_make(dir.path(), at(1)), Err(KeyringError::Missing(1))));
    }
}
