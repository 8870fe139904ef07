//! What `plenipo doctor` looks at: everything an installation needs, one finding each, with what to do about it.
//!
//! It only looks. Nothing is started, migrated or made; a private database that does not run is said not to run. The
//! sentences are for administrators at a terminal and stay in English, like all that commands say.

mod certificate;
mod database;
mod disk;
mod fonts;
mod keys;
mod mail;
mod reach;

use std::fmt;
use std::path::{Path, PathBuf};

use crate::clock::Clock;
use crate::config::Config;
use crate::db::private::likely_data_dir;

pub use certificate::not_after;

/// How a finding ends. The order is that of gravity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    Ok,
    /// It works, but somebody should know.
    Warning,
    /// Something that people need does not work.
    Failed,
}

/// One line of the doctor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub what: &'static str,
    pub word: Word,
    /// A plain reason; for anything but "ok" with what to do.
    pub text: String,
}

impl Finding {
    fn ok(what: &'static str, text: impl Into<String>) -> Self {
        Self { what, word: Word::Ok, text: text.into() }
    }

    fn warning(what: &'static str, text: impl Into<String>) -> Self {
        Self { what, word: Word::Warning, text: text.into() }
    }

    fn failed(what: &'static str, text: impl Into<String>) -> Self {
        Self { what, word: Word::Failed, text: text.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.word {
            Word::Ok => "ok",
            Word::Warning => "warning",
            Word::Failed => "failed",
        };
        // One line each, whatever an error of the system says.
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        write!(formatter, "{word:<8} {:<14} {text}", self.what)
    }
}

/// Looks at everything, in the order in which one thing needs the other.
pub async fn examine(config: &Config, clock: &Clock) -> Vec<Finding> {
    let data = likely_data_dir(config.data.as_deref());
    // From here on everybody who asks the settings for a folder gets the one that a start would take.
    let config = Config { data: Some(data.clone()), ..config.clone() };
    let mut findings = vec![settings(&config, &data)];
    findings.extend(database::look(&config, &data, clock).await);
    findings.extend(mail::look(&config, &data).await);
    findings.push(fonts::look(&config));
    findings.extend(keys::look(&config, clock));
    findings.push(disk::look(&data));
    findings.extend(certificate::look(&config, clock));
    findings.push(reach::look(&config));
    findings
}

fn settings(config: &Config, data: &Path) -> Finding {
    let database = if config.database_url.is_some() { "DATABASE_URL" } else { "a private database" };
    Finding::ok(
        "configuration",
        format!(
            "listens on {}, links begin with {}, {database}, data in {}",
            config.listen,
            config.base_url,
            data.display()
        ),
    )
}

/// The nearest folder on the way that exists: what will be written into when the rest is made.
fn standing(folder: &Path) -> PathBuf {
    folder.ancestors().find(|part| part.exists()).unwrap_or(Path::new("/")).to_owned()
}

/// Whether a file can be made in the folder, found out by making one and taking it away.
fn takes_a_file(folder: &Path) -> Result<(), String> {
    let folder = standing(folder);
    let probe = folder.join(format!(".doctor-{}", std::process::id()));
    std::fs::File::create_new(&probe)
        .and_then(|_| std::fs::remove_file(&probe))
        .map_err(|error| format!("nothing can be written into {}: {error}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_one_line_whatever_it_quotes() {
        let finding = Finding::failed("database", "it said:\n  no\n\n  never");
        assert_eq!(finding.to_string(), "failed   database       it said: no never");
    }

    #[test]
    fn looking_leaves_no_file_and_makes_no_folder() {
        let folder = tempfile::tempdir().unwrap();
        takes_a_file(&folder.path().join("not/yet/made")).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
