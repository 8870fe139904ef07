//! The keys: there, readable, closed to others, and kept a second time. Losing them ends every badge in print and every
//! sealed document, so a copy that was never compared is no copy.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::Finding;
use crate::badges::keys::Keyring;
use crate::clock::Clock;
use crate::config::Config;
use crate::files::sealing::Sealer;
use crate::files::secrets::Secrets;

/// What every start makes where it is missing. While none is there nothing was ever signed or sealed.
const MADE_AT_FIRST: [&str; 3] = ["seal.key", "digest.key", "badge-keys.json"];

pub fn look(config: &Config, clock: &Clock) -> Vec<Finding> {
    let folder = config.keys_folder();
    let there: Vec<&str> = MADE_AT_FIRST.into_iter().filter(|name| folder.join(name).exists()).collect();
    if there.is_empty() {
        return vec![Finding::warning(
            "keys",
            format!(
                "there are none in {}: the first start makes them. If badges were printed before, restore the backup first",
                folder.display()
            ),
        )];
    }
    if let Some(missing) = MADE_AT_FIRST.into_iter().find(|name| !there.contains(name)) {
        return vec![Finding::failed(
            "keys",
            format!("{missing} is missing from {}: restore it from the backup before the next start", folder.display()),
        )];
    }
    vec![own(&folder, clock), backup(&folder, config.keys_backup.as_deref())]
}

fn own(folder: &Path, clock: &Clock) -> Finding {
    // Everything is there: opening reads and makes nothing.
    let opened = Secrets::open(folder).map_err(|error| error.to_string()).and_then(|secrets| {
        Sealer::open_or_make(&secrets).map_err(|error| error.to_string())?;
        Keyring::open_or_make(folder, clock.now()).map_err(|error| error.to_string())
    });
    let keyring = match opened {
        Ok(keyring) => keyring,
        Err(why) => return Finding::failed("keys", format!("{why}; the folder is {}", folder.display())),
    };
    let open: Vec<PathBuf> =
        files(folder).into_iter().chain([folder.to_owned()]).filter(|path| is_open(path)).collect();
    match open.first() {
        Some(path) => Finding::failed(
            "keys",
            format!("others on this machine may read {}: chmod -R go= {}", path.display(), folder.display()),
        ),
        None => Finding::ok(
            "keys",
            format!(
                "key {} signs, {} can be read, none is open to others",
                keyring.current().id(),
                keyring.public_keys().iter().count()
            ),
        ),
    }
}

fn is_open(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|seen| seen.mode() & 0o077 != 0)
}

/// The keys' files: not the lock, nor what a killed process left half written.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."))
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

fn backup(folder: &Path, backup: Option<&Path>) -> Finding {
    const WHAT: &str = "key backup";
    let Some(backup) = backup else {
        return Finding::warning(
            WHAT,
            format!(
                "none is known: copy {} to a safe place and set KEYS_BACKUP to the copy; without the keys every badge ends",
                folder.display()
            ),
        );
    };
    let differs = |path: &PathBuf| {
        let copy = path.file_name().map(|name| backup.join(name));
        match (fs::read(path), copy.map(fs::read)) {
            (Ok(own), Some(Ok(copy))) => own != copy,
            _ => true,
        }
    };
    let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let behind: Vec<String> = files(folder).iter().filter(|path| differs(path)).map(name).collect();
    if !behind.is_empty() {
        return Finding::failed(
            WHAT,
            format!(
                "{} lacks, or has otherwise, {}: copy {} there again",
                backup.display(),
                behind.join(", "),
                folder.display()
            ),
        );
    }
    let disk = |path: &Path| fs::metadata(path).map(|seen| seen.dev()).ok();
    if disk(folder) == disk(backup) {
        return Finding::warning(
            WHAT,
            format!("{} is complete, but on the same disk: keep one elsewhere", backup.display()),
        );
    }
    Finding::ok(WHAT, format!("{} is complete", backup.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::doctor::Word;
    use std::os::unix::fs::PermissionsExt;

    fn words(keys: &Path, backup: Option<&Path>) -> Vec<Word> {
        let mut config = Config::from_lookup(|_| None).unwrap();
        (config.keys, config.keys_backup) = (Some(keys.to_owned()), backup.map(Path::to_owned));
        look(&config, &Clock::system()).into_iter().map(|finding| finding.word).collect()
    }

    fn made() -> tempfile::TempDir {
        let folder = tempfile::Builder::new().permissions(fs::Permissions::from_mode(0o700)).tempdir().unwrap();
        Sealer::open_or_make(&Secrets::open(folder.path()).unwrap()).unwrap();
        Keyring::open_or_make(folder.path(), Clock::system().now()).unwrap();
        folder
    }

    #[test]
    fn before_the_first_start_there_is_nothing_to_lose_and_nothing_is_made() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(words(&folder.path().join("keys"), None), [Word::Warning]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_lost_key_is_not_made_anew() {
        let keys = made();
        fs::remove_file(keys.path().join("seal.key")).unwrap();
        assert_eq!(words(keys.path(), None), [Word::Failed]);
        assert!(!keys.path().join("seal.key").exists());
    }

    #[test]
    fn keys_that_others_may_read_are_a_failure() {
        let keys = made();
        assert_eq!(words(keys.path(), None)[0], Word::Ok);
        fs::set_permissions(keys.path().join("badge-1.pem"), fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(words(keys.path(), None)[0], Word::Failed);
    }

    #[test]
    fn a_backup_counts_when_it_is_complete() {
        let (keys, backup) = (made(), tempfile::tempdir().unwrap());
        assert_eq!(words(keys.path(), Some(backup.path()))[1], Word::Failed);
        for path in files(keys.path()) {
            fs::copy(&path, backup.path().join(path.file_name().unwrap())).unwrap();
        }
        assert_eq!(words(keys.path(), Some(backup.path()))[1], Word::Warning, "the same disk");
        let mut keyring = Keyring::open_or_make(keys.path(), Clock::system().now()).unwrap();
        keyring.rotate(Clock::system().now()).unwrap();
        assert_eq!(words(keys.path(), Some(backup.path()))[1], Word::Failed, "it has not the newest key");
    }
}
