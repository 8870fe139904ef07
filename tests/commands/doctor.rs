//! `plenipo doctor`: what it says of an installation, and that it leaves it as it was.

use std::path::Path;
use std::process::Command;

use crate::support::World;

/// Its exit status, and its lines as (what, word, text).
fn doctor(settings: &[(&str, &str)], data: &Path) -> (Option<i32>, Vec<(String, String, String)>) {
    let output = Command::new(env!("CARGO_BIN_EXE_plenipo"))
        .arg("doctor")
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("PLENIPO_DATA", data)
        .envs(settings.iter().copied())
        .output()
        .expect("the program starts");
    let lines = String::from_utf8(output.stdout).unwrap();
    let split = |line: &str| {
        let (word, rest) = line.split_at(9);
        let (what, text) = rest.split_at(15);
        (what.trim().to_owned(), word.trim().to_owned(), text.to_owned())
    };
    (output.status.code(), lines.lines().map(split).collect())
}

fn word<'a>(lines: &'a [(String, String, String)], what: &str) -> &'a str {
    lines.iter().find(|line| line.0 == what).map_or("(no line)", |line| &line.1)
}

#[actix_web::test]
async fn a_sound_installation_passes_with_what_to_mind() {
    let (world, _stage) = World::new().await;
    let (status, lines) = doctor(&[("DATABASE_URL", &world.url)], world.folder.path());
    for what in ["configuration", "database", "schema", "PostgreSQL", "clock", "outbox", "mail", "disk"] {
        assert_eq!(word(&lines, what), "ok", "{what}: {lines:?}");
    }
    assert_ne!(word(&lines, "fonts"), "failed");
    assert_eq!(word(&lines, "phones"), "warning", "only this machine reaches it");
    assert_eq!(status, Some(0), "{lines:?}");
}

#[actix_web::test]
async fn what_is_broken_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let settings = [
        ("DATABASE_URL", "postgres://nobody@127.0.0.1:9/none"),
        ("SMTP_URL", "smtp://127.0.0.1:9"),
        ("BASE_URL", "http://conference.example"),
        ("TLS_CERT", "/no/such/cert.pem"),
        ("TLS_KEY", "/no/such/key.pem"),
    ];
    let (status, lines) = doctor(&settings, folder.path());
    for (what, says) in
        [("database", "DATABASE_URL"), ("mail", "SMTP_URL"), ("certificate", "TLS_CERT"), ("phones", "--lan")]
    {
        let line = lines.iter().find(|line| line.0 == what).unwrap();
        assert!(line.1 == "failed" && line.2.contains(says), "{line:?}");
    }
    assert_eq!(status, Some(1));
}

#[actix_web::test]
async fn a_wrong_setting_is_the_one_finding() {
    let folder = tempfile::tempdir().unwrap();
    let (status, lines) = doctor(&[("LISTEN", "8080")], folder.path());
    assert!(status == Some(1) && lines.len() == 1 && lines[0].2.starts_with("LISTEN: "), "{lines:?}");
}

#[actix_web::test]
async fn looking_starts_nothing_and_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (_, lines) = doctor(&[], folder.path());
    let database = lines.iter().find(|line| line.0 == "database").unwrap();
    assert!(database.1 == "warning" && database.2.starts_with("not made yet"), "{database:?}");
    assert_eq!(word(&lines, "keys"), "warning");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "something was made");
}
