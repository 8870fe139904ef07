//! The folders of the private PostgreSQL: where the data may lie, who may enter, and where the socket goes.

use std::{
    ffi::OsStr,
    fs::{self, DirBuilder, Permissions},
    os::unix::{
        ffi::OsStrExt,
        fs::{DirBuilderExt, MetadataExt, PermissionsExt, chown},
    },
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use sha2::{Digest, Sha256};

use super::{
    Options, PrivateError, failing,
    users::{self, User},
};

/// Where data go when nothing is said and the folder one stands in will not do.
const SYSTEM_WIDE: &str = "/var/lib/plenipo";

/// The kernel gives a socket's whole path 107 bytes, of which `/.s.PGSQL.5432` takes 14; some are kept in hand.
const LONGEST_SOCKET_FOLDER: usize = 90;

/// The folder for the application's data, made if missing, absolute and without symbolic links.
///
/// `wanted` (`PLENIPO_DATA`) is taken or refused. Without it: `./var`, or `/var/lib/plenipo` where the user who will run
/// PostgreSQL cannot reach the folder we stand in (root's home, typically). Ask only when the private PostgreSQL is to be used.
pub fn usable_data_dir(wanted: Option<&Path>) -> Result<PathBuf, PrivateError> {
    if let Some(wanted) = wanted {
        return prepared(wanted);
    }
    prepared(Path::new("var")).or_else(|here| match prepared(Path::new(SYSTEM_WIDE)) {
        Ok(folder) => {
            tracing::warn!("the data lie in {SYSTEM_WIDE}, because of this: {here}");
            Ok(folder)
        }
        // What is wrong with the first choice is what a person can mend.
        Err(_) => Err(here),
    })
}

/// The folder that [`usable_data_dir`] would most likely take, found by looking alone: nothing is made or tried.
pub fn likely_data_dir(wanted: Option<&Path>) -> PathBuf {
    let chosen = wanted.unwrap_or_else(|| {
        let (here, system_wide) = (Path::new("var"), Path::new(SYSTEM_WIDE));
        if !here.exists() && system_wide.exists() { system_wide } else { here }
    });
    std::path::absolute(chosen).unwrap_or_else(|_| chosen.to_owned())
}

fn prepared(wanted: &Path) -> Result<PathBuf, PrivateError> {
    let wanted = std::path::absolute(wanted).map_err(failing("find", wanted))?;
    let options = Options::new(&wanted);
    // A missing user is reported when PostgreSQL is started; the folder is not to blame.
    let runner = match users::runner(&options, &wanted.join("pgdata")) {
        Err(PrivateError::NoUser(_)) => None,
        other => other?,
    };
    // Before anything is made: leave no empty folder behind where we shall not stay.
    let standing = wanted.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("/"));
    enterable(standing, runner.as_ref())?;
    if !wanted.exists() {
        let missing: Vec<&Path> = wanted.ancestors().take_while(|folder| !folder.exists()).collect();
        for folder in missing.into_iter().rev() {
            // The last one holds keys and mail: others may pass through it (PostgreSQL's user must), not list it.
            let mode = if folder != wanted {
                0o755
            } else if users::we_are_root() {
                0o711
            } else {
                0o700
            };
            made(folder, mode)?;
        }
    }
    let folder = wanted.canonicalize().map_err(failing("open", &wanted))?;
    enterable(&folder, runner.as_ref())?;
    writable(&folder)?;
    Ok(folder)
}

fn made(folder: &Path, mode: u32) -> Result<(), PrivateError> {
    match DirBuilder::new().mode(mode).create(folder) {
        // The umask may have taken away what is needed.
        Ok(()) => fs::set_permissions(folder, Permissions::from_mode(mode)).map_err(failing("open up", folder)),
        // Two processes may start at the same moment.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(failing("make", folder)(error)),
    }
}

fn writable(folder: &Path) -> Result<(), PrivateError> {
    let path =
        std::ffi::CString::new(folder.as_os_str().as_bytes()).map_err(|error| failing("use", folder)(error.into()))?;
    // SAFETY: `path` is a C string that lives through the call.
    match unsafe { libc::access(path.as_ptr(), libc::W_OK | libc::X_OK) } {
        0 => Ok(()),
        _ => Err(failing("write into", folder)(std::io::Error::last_os_error())),
    }
}

/// Fails with the first folder on the way that `user` may not enter. Asked of a process that runs as that user, because
/// permission bits alone do not tell (access lists, security modules).
pub fn enterable(folder: &Path, user: Option<&User>) -> Result<(), PrivateError> {
    let Some(user) = user else { return Ok(()) };
    let mut way: Vec<&Path> = folder.ancestors().collect();
    way.reverse();
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", r#"for d; do cd -- "$d" 2>/dev/null || { printf %s "$d"; exit 1; }; done"#, "sh"]);
    shell.args(way).current_dir("/").stdin(Stdio::null()).stderr(Stdio::null());
    users::become_user(&mut shell, Some(user));
    let answer = shell.output().map_err(failing("run /bin/sh in", folder))?;
    if answer.status.success() {
        return Ok(());
    }
    Err(PrivateError::Unreachable {
        user: user.name.clone(),
        barrier: PathBuf::from(OsStr::from_bytes(&answer.stdout)),
    })
}

/// The folder of the socket: beside the data, or under /tmp where that path would be too long for the kernel.
/// Every process on the same data comes to the same answer.
pub fn socket_folder(data: &Path, uid: u32) -> PathBuf {
    let beside = data.join("pgsock");
    if beside.as_os_str().len() <= LONGEST_SOCKET_FOLDER {
        return beside;
    }
    let digest = Sha256::digest(data.as_os_str().as_bytes());
    let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    PathBuf::from(format!("/tmp/plenipo-{short}-{uid}"))
}

/// Makes a folder that `user` (or we, without one) owns and nobody else may enter, and checks that it is so: under /tmp
/// somebody else may have been first.
pub fn own(folder: &Path, user: Option<&User>) -> Result<(), PrivateError> {
    made(folder, 0o700)?;
    let seen = fs::symlink_metadata(folder).map_err(failing("look at", folder))?;
    let owner = user.map_or_else(users::our_uid, |user| user.uid);
    if seen.is_dir() && seen.uid() == owner && seen.mode() & 0o077 == 0 {
        return Ok(());
    }
    match user {
        // Just made by us; a folder of anybody else stays his.
        Some(user) if seen.is_dir() && seen.uid() == 0 => {
            chown(folder, Some(user.uid), Some(user.gid)).map_err(failing("hand over", folder))?;
            fs::set_permissions(folder, Permissions::from_mode(0o700)).map_err(failing("close", folder))
        }
        _ if seen.is_dir() && seen.uid() == owner => {
            fs::set_permissions(folder, Permissions::from_mode(0o700)).map_err(failing("close", folder))
        }
        _ => Err(PrivateError::NotOurs { path: folder.to_owned(), owner: users::name_of(seen.uid()) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_path_keeps_its_socket_and_a_long_one_gets_it_under_tmp() {
        assert_eq!(socket_folder(Path::new("/srv/plenipo"), 7), Path::new("/srv/plenipo/pgsock"));
        let long = PathBuf::from("/srv").join("x".repeat(90));
        let folder = socket_folder(&long, 7);
        assert!(folder.starts_with("/tmp") && folder.as_os_str().len() < LONGEST_SOCKET_FOLDER);
        assert_eq!(folder, socket_folder(&long, 7), "all processes must meet there");
        assert_ne!(folder, socket_folder(&long.join("y"), 7));
    }

    #[test]
    fn a_folder_that_is_a_link_of_somebody_is_not_ours() {
        let room = tempfile::tempdir().unwrap();
        let link = room.path().join("pgsock");
        std::os::unix::fs::symlink("/tmp", &link).unwrap();
        assert!(matches!(own(&link, None), Err(PrivateError::NotOurs { .. })));
    }

    #[test]
    fn a_wanted_folder_is_made_with_its_parents() {
        let room = tempfile::tempdir().unwrap();
        fs::set_permissions(room.path(), Permissions::from_mode(0o711)).unwrap();
        let wanted = room.path().join("a/b");
        let folder = usable_data_dir(Some(&wanted)).unwrap();
        assert_eq!(folder, wanted.canonicalize().unwrap());
        assert_eq!(folder.metadata().unwrap().mode() & 0o066, 0, "others may at most pass through");
    }

    #[test]
    fn a_file_in_the_way_is_an_error_that_names_it() {
        let room = tempfile::tempdir().unwrap();
        fs::set_permissions(room.path(), Permissions::from_mode(0o711)).unwrap();
        let wanted = room.path().join("data");
        fs::write(&wanted, "").unwrap();
        let error = usable_data_dir(Some(&wanted.join("var"))).unwrap_err();
        assert!(error.to_string().contains("data"), "{error}");
    }
}
