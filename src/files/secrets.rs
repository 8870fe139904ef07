//! A folder of secret files: each made once, whole, readable by its owner alone.
//!
//! Several processes may start at once on one folder, or a process may die in the middle. So a file appears under its
//! name complete or not at all (written beside, synced, then linked to its name, which fails if the name is taken), and
//! whoever makes something holds the folder's lock.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

/// A failure with the path it happened at.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
pub struct SecretError {
    path: String,
    source: io::Error,
}

/// Holds the folder's lock until dropped; other threads and processes wait.
pub struct Locked(#[allow(dead_code, reason = "kept open, because closing the file releases the lock")] File);

/// The folder; `KEYS_DIR` or `keys` under `PLENIPO_DATA`.
#[derive(Clone, Debug)]
pub struct Secrets {
    folder: PathBuf,
}

impl Secrets {
    /// Makes the folder (mode 0700) when it is missing.
    pub fn open(folder: &Path) -> Result<Secrets, SecretError> {
        let mut builder = DirBuilder::new();
        builder.recursive(true).mode(0o700).create(folder).map_err(at(folder))?;
        Ok(Secrets { folder: folder.to_owned() })
    }

    /// Waits for the lock. On a folder that cannot be written (mounted read-only) there is nothing to make, and `None`
    /// lets the caller read on.
    pub fn lock(&self) -> Result<Option<Locked>, SecretError> {
        let path = self.folder.join(".lock");
        let options = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(&path);
        match options {
            Ok(file) => file.lock().map(|()| Some(Locked(file))).map_err(at(&path)),
            Err(error) if cannot_write(&error) => Ok(None),
            Err(error) => Err(at(&path)(error)),
        }
    }

    /// None when there is no such file.
    pub fn read(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, SecretError> {
        let path = self.folder.join(name);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(at(&path)(error)),
        }
    }

    /// What stands under the name; made by `make` when nothing does. Everybody who asks gets the same bytes.
    pub fn read_or_make(
        &self,
        name: &str,
        make: impl FnOnce() -> Zeroizing<Vec<u8>>,
    ) -> Result<Zeroizing<Vec<u8>>, SecretError> {
        if let Some(found) = self.read(name)? {
            return Ok(found);
        }
        let _locked = self.lock()?;
        if let Some(found) = self.read(name)? {
            return Ok(found);
        }
        let made = make();
        self.put_new(name, &made)?;
        Ok(made)
    }

    /// Writes a file that must not exist yet. Call with the lock held.
    pub fn put_new(&self, name: &str, bytes: &[u8]) -> Result<(), SecretError> {
        let path = self.folder.join(name);
        let beside = self.write_beside(name, bytes)?;
        let linked = fs::hard_link(&beside, &path).map_err(at(&path));
        fs::remove_file(&beside).map_err(at(&beside))?;
        linked?;
        self.sync()
    }

    /// Writes a file over the one that may be there; readers see the old or the new. Call with the lock held.
    pub fn replace(&self, name: &str, bytes: &[u8]) -> Result<(), SecretError> {
        let path = self.folder.join(name);
        let beside = self.write_beside(name, bytes)?;
        fs::rename(&beside, &path).map_err(at(&path))?;
        self.sync()
    }

    /// Removes a file if it is there. Call with the lock held.
    pub fn remove(&self, name: &str) -> Result<(), SecretError> {
        let path = self.folder.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(&path)(error)),
            _ => self.sync(),
        }
    }

    fn write_beside(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, SecretError> {
        let beside = self.folder.join(format!(".{name}.new"));
        // Left over by a process that died here: the lock is ours, so nobody is writing it.
        let _ = fs::remove_file(&beside);
        let write = || -> io::Result<()> {
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(at(&beside))?;
        Ok(beside)
    }

    fn sync(&self) -> Result<(), SecretError> {
        File::open(&self.folder).and_then(|folder| folder.sync_all()).map_err(at(&self.folder))
    }
}

fn cannot_write(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

fn at(path: &Path) -> impl Fn(io::Error) -> SecretError + '_ {
    |source| SecretError { path: path.display().to_string(), source }
}

/// `N` bytes from the operating system's generator.
pub fn random<const N: usize>() -> Zeroizing<[u8; N]> {
    let mut bytes = Zeroizing::new([0; N]);
    // No fallback exists, and going on with predictable keys would be worse than stopping.
    getrandom::fill(bytes.as_mut_slice()).expect("the operating system gives random bytes");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::sync::Barrier;

    #[test]
    fn many_who_start_at_once_make_one_secret() {
        let dir = tempfile::tempdir().unwrap();
        let start = Barrier::new(16);
        let made: Vec<Vec<u8>> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..16)
                .map(|_| {
                    scope.spawn(|| {
                        let secrets = Secrets::open(&dir.path().join("keys")).unwrap();
                        start.wait();
                        secrets.read_or_make("one", || Zeroizing::new(random::<32>().to_vec())).unwrap().to_vec()
                    })
                })
                .collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(made.iter().all(|bytes| *bytes == made[0] && bytes.len() == 32));
    }

    #[test]
    fn a_secret_is_its_owners_alone() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("keys");
        Secrets::open(&folder).unwrap().read_or_make("one", || Zeroizing::new(vec![1])).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&folder.join("one"))), (0o700, 0o600));
    }

    #[test]
    fn a_secret_is_never_written_over_by_making() {
        let dir = tempfile::tempdir().unwrap();
        let secrets = Secrets::open(dir.path()).unwrap();
        secrets.put_new("one", b"first").unwrap();
        assert!(secrets.put_new("one", b"second").is_err());
        assert_eq!(secrets.read("one").unwrap().unwrap().as_slice(), b"first");
    }

    #[test]
    fn what_a_dying_process_left_behind_is_no_obstacle() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(".one.new"), b"half").unwrap();
        let secrets = Secrets::open(dir.path()).unwrap();
        let made = secrets.read_or_make("one", || Zeroizing::new(b"whole".to_vec())).unwrap();
        assert_eq!((made.as_slice(), dir.path().join(".one.new").exists()), (&b"whole"[..], false));
    }
}
