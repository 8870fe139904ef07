//! Where PostgreSQL's own programs lie.

use std::path::{Path, PathBuf};

use super::{Options, PrivateError};

/// Debian keeps the programs of each major version apart, outside PATH.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The folder of `initdb` and `postgres`: `PG_BIN_DIR`, else the version that made `pgdata`, else the highest that Debian's
/// packages installed, else PATH.
pub fn folder(options: &Options, pgdata: &Path) -> Result<PathBuf, PrivateError> {
    if let Some(named) = &options.bin_dir {
        return if complete(named) { Ok(named.clone()) } else { Err(PrivateError::NoPrograms(named.clone())) };
    }
    let installed = debian_versions(Path::new(DEBIAN));
    let Some(made_by) = version_of(pgdata) else {
        let highest = installed.into_iter().max_by_key(|(version, _)| *version).map(|(_, folder)| folder);
        return highest.or_else(on_path).ok_or(PrivateError::NotInstalled);
    };
    let same = installed.iter().find(|(version, _)| version.to_string() == made_by);
    let chosen = same.map(|(_, folder)| folder.clone()).or_else(on_path);
    chosen.ok_or_else(|| match installed.iter().max_by_key(|(version, _)| *version) {
        None => PrivateError::NotInstalled,
        Some((version, _)) => {
            PrivateError::OtherVersion { path: pgdata.to_owned(), made_by, found: version.to_string() }
        }
    })
}

/// The major version that made a cluster, from the file that PostgreSQL itself keeps there.
fn version_of(pgdata: &Path) -> Option<String> {
    let text = std::fs::read_to_string(pgdata.join("PG_VERSION")).ok()?;
    Some(text.trim().to_owned()).filter(|version| !version.is_empty())
}

fn debian_versions(root: &Path) -> Vec<(u32, PathBuf)> {
    let entries = std::fs::read_dir(root).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| complete(folder))
        .collect()
}

fn on_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find(|folder| folder.is_absolute() && complete(folder))
}

/// The client's package alone brings the folder, but not these two.
fn complete(folder: &Path) -> bool {
    ["initdb", "postgres"].iter().all(|program| folder.join(program).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn install(root: &Path, version: &str, programs: &[&str]) {
        let folder = root.join(version).join("bin");
        fs::create_dir_all(&folder).unwrap();
        for program in programs {
            fs::write(folder.join(program), "").unwrap();
        }
    }

    #[test]
    fn versions_count_as_numbers_and_a_client_alone_does_not_count() {
        let root = tempfile::tempdir().unwrap();
        install(root.path(), "9", &["initdb", "postgres"]);
        install(root.path(), "15", &["initdb", "postgres"]);
        install(root.path(), "17", &["psql"]);
        install(root.path(), "common", &["initdb", "postgres"]);
        let highest = debian_versions(root.path()).into_iter().max().unwrap();
        assert_eq!(highest, (15, root.path().join("15/bin")));
    }

    #[test]
    fn a_wrong_pg_bin_dir_is_named_and_not_worked_around() {
        let empty = tempfile::tempdir().unwrap();
        let options = Options { bin_dir: Some(empty.path().to_owned()), ..Options::new(empty.path()) };
        let error = folder(&options, &empty.path().join("pgdata")).unwrap_err();
        assert!(error.to_string().starts_with("PG_BIN_DIR should be"), "{error}");
    }
}
