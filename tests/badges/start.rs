//! The keys of an installation whose processes all start at the same moment.

use std::process::{Command, Stdio};

use plenipo::badges::keys::Keyring;
use plenipo::clock::Moment;

const FOLDER: &str = "PLENIPO_TEST_KEYS";

fn open(folder: &std::path::Path) -> Keyring {
    Keyring::open_or_make(folder, Moment::parse("2025-10-24T00:00:00Z").unwrap()).unwrap()
}

/// Not a test by itself: what each process of the next test does.
#[test]
fn one_of_many_processes() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let keyring = open(folder.as_ref());
        println!("key {}: {:?}", keyring.current().id(), keyring.current().public().as_bytes());
    }
}

#[test]
fn processes_that_start_together_make_one_key() {
    let folder = tempfile::tempdir().unwrap();
    let start = || {
        Command::new(std::env::current_exe().unwrap())
            .args(["badges::start::one_of_many_processes", "--exact", "--nocapture"])
            .env(FOLDER, folder.path().join("keys"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let processes: Vec<_> = (0..6).map(|_| start()).collect();
    let keys: Vec<String> = processes
        .into_iter()
        .map(|process| String::from_utf8(process.wait_with_output().unwrap().stdout).unwrap())
        .map(|said| said.lines().find(|line| line.contains("key 1: [")).expect("a process found no key").to_owned())
        .collect();
    assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
    assert_eq!(open(&folder.path().join("keys")).entries().len(), 1);
}
