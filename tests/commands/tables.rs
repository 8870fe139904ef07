//! Tables by the command line: what `plenipo import` and `plenipo export` read, write and say.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use plenipo::delegations::delegations;

use crate::support::World;
use crate::support::people::Stage;

const LIST: &str = "key,entity,kind,name_en,name_fr,focal_name,focal_email,quota_D\n\
    ,NA,,,,,,4\n\
    ocean-watch,,ngo,Ocean Watch,Veille océane,Zoë Faure,zoe@watch.example,1\n";

/// Runs the program on this world's database, with a text as stdin.
pub(super) fn plenipo(world: &World, arguments: &[&str], stdin: &str) -> Output {
    let mut process = Command::new(env!("CARGO_BIN_EXE_plenipo"))
        .args(arguments)
        .env("DATABASE_URL", &world.url)
        .env("PLENIPO_DATA", world.folder.path())
        .env("RUST_LOG", "warn")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    process.stdin.take().unwrap().write_all(stdin.as_bytes()).unwrap();
    process.wait_with_output().unwrap()
}

pub(super) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub(super) fn written(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn import(world: &World, table: &str, more: &[&str]) -> Output {
    let arguments = ["import", "delegations", "-", "--conference", "hanoi"];
    plenipo(world, &[&arguments, more].concat(), table)
}

async fn keys(world: &World, stage: &Stage) -> Vec<String> {
    let mut c = world.db().connection().await.unwrap();
    delegations(&mut c, stage.conference).await.unwrap().into_iter().map(|one| one.key).collect()
}

#[actix_web::test]
async fn delegations_are_imported_all_or_nothing() {
    let (world, stage) = World::new().await;
    let rehearsed = import(&world, LIST, &["--dry-run"]);
    assert!(rehearsed.status.success() && rehearsed.stdout.is_empty(), "{}", said(&rehearsed));
    assert!(said(&rehearsed).contains("this would be done: 2 new, 0 changed"), "{}", said(&rehearsed));
    assert!(keys(&world, &stage).await.is_empty());
    let wrong = import(&world, &format!("{LIST},Atlantis,,,,,,\n"), &[]);
    assert_eq!(wrong.status.code(), Some(1));
    let told = said(&wrong);
    assert!(told.contains("row 4: entity: There is no State, territory or Union called “Atlantis”"), "{told}");
    assert!(told.trim_end().ends_with("2 new, 0 changed, 0 unchanged, 1 with mistakes; 1 focal points appointed"));
    assert!(keys(&world, &stage).await.is_empty(), "a row was imported beside a mistake");
    let done = import(&world, LIST, &[]);
    assert!(done.status.success(), "{}", said(&done));
    assert!(said(&done).contains("row 2: NA: new"), "{}", said(&done));
    assert_eq!(keys(&world, &stage).await, ["NA", "ocean-watch"]);
    assert!(world.mails_to("zoe@watch.example").await.is_empty(), "nobody asked for invitations");
    let again = import(&world, LIST, &[]);
    assert!(said(&again).contains("0 new, 0 changed, 2 unchanged"), "{}", said(&again));
}

#[actix_web::test]
async fn invitations_leave_when_they_are_asked_for() {
    let (world, _stage) = World::new().await;
    assert!(import(&world, LIST, &["--invite"]).status.success());
    assert_eq!(world.mails_to("zoe@watch.example").await.len(), 1);
}

#[actix_web::test]
async fn what_is_asked_wrongly_is_said_in_one_line() {
    let (world, _stage) = World::new().await;
    let nowhere = plenipo(&world, &["export", "badges", "--conference", "atlantis"], "");
    assert_eq!(nowhere.status.code(), Some(1));
    assert_eq!(said(&nowhere).trim(), "plenipo: there is no conference atlantis");
    let missing = plenipo(&world, &["import", "delegations", "/no/such.csv", "--conference", "hanoi"], "");
    assert!(missing.status.code() == Some(1) && said(&missing).contains("/no/such.csv cannot be opened"));
    let empty = import(&world, "", &[]);
    assert!(empty.status.code() == Some(1) && said(&empty).starts_with("plenipo: -: "), "{}", said(&empty));
    assert_eq!(plenipo(&world, &["export", "secrets", "--conference", "hanoi"], "").status.code(), Some(2));
    assert_eq!(plenipo(&world, &["export", "badges"], "").status.code(), Some(2));
}

#[actix_web::test]
async fn badges_are_exported_with_the_digits_of_their_codes() {
    let (world, stage) = World::new().await;
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    let ada = world.participant(&stage, atlantis, "Ada", "approved").await;
    world.badge(&stage, ada).await;
    let exported = plenipo(&world, &["export", "badges", "--conference", "hanoi", "--format", "json"], "");
    let rows: serde_json::Value = serde_json::from_slice(&exported.stdout).expect("JSON alone on stdout");
    let row = &rows.as_array().unwrap()[0];
    assert_eq!((row["name"].as_str(), row["category"].as_str()), (Some("Ada"), Some("D")));
    assert_eq!((row["delegation"].as_str(), row["state"].as_str()), (Some("Atlantis"), Some("live")));
    let code = row["code"].as_str().unwrap();
    assert!(code.len() == 193 && code.bytes().all(|digit| digit.is_ascii_digit()), "{code}");
    // It is the code that gates read.
    let keyring = world.parts.keyring.read().unwrap();
    assert!(plenipo::badges::code::read(code, keyring.public_keys()).is_ok());
    let table = written(&plenipo(&world, &["export", "badges", "--conference", "hanoi"], ""));
    assert!(table.starts_with("number,serial,") && table.contains(code), "{table}");
}

#[actix_web::test]
async fn people_are_exported_without_papers_and_scans_without_names() {
    let (world, stage) = World::new().await;
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    world.participant(&stage, atlantis, "Ada", "submitted").await;
    let people = written(&plenipo(&world, &["export", "participants", "--conference", "hanoi"], ""));
    assert!(people.contains("ada@example.org") && people.contains("submitted") && people.contains("Atlantis"));
    for kept in ["document_number", "birth", "access", "expires"] {
        assert!(!people.lines().next().unwrap().contains(kept), "{kept} is exported");
    }
    let scans = plenipo(&world, &["export", "scans", "--conference", "hanoi"], "");
    assert!(written(&scans).starts_with("scan_id,device,gate,"), "{}", said(&scans));
    let book = plenipo(&world, &["export", "scans", "--conference", "hanoi", "--format", "xlsx"], "");
    assert!(book.stdout.starts_with(b"PK"), "{}", said(&book));
}

#[actix_web::test]
async fn what_is_exported_can_be_imported_and_changes_nothing() {
    let (world, _stage) = World::new().await;
    assert!(import(&world, LIST, &[]).status.success());
    let list = written(&plenipo(&world, &["export", "delegations", "--conference", "hanoi"], ""));
    let again = import(&world, &list, &[]);
    assert!(said(&again).contains("0 new, 0 changed, 2 unchanged"), "{list}\n{}", said(&again));
    let sessions = "key,kind,title_en,date,start,end,room,status,organiser,chairs,co_chairs,speakers\n\
        opening,opening,Opening,2025-10-25,09:00,10:15,Plenary Hall,confirmed,ocean-watch,Ada | Chair | Atlantis,Ben,Cem; Dora\n\
        late,reception,Reception,2025-10-25,22:00,00:30,Garden,draft,,,,\n";
    let arguments = ["import", "programme", "-", "--conference", "hanoi"];
    let done = plenipo(&world, &arguments, sessions);
    assert!(said(&done).contains("2 new") && said(&done).contains("a new room: Garden"), "{}", said(&done));
    let programme = written(&plenipo(&world, &["export", "programme", "--conference", "hanoi"], ""));
    let again = plenipo(&world, &arguments, &programme);
    assert!(said(&again).contains("0 new, 0 moved, 0 changed, 2 unchanged"), "{programme}\n{}", said(&again));
    let wrong = plenipo(&world, &arguments, "key,kind,title_en\nx,picnic,Picnic\n");
    assert!(wrong.status.code() == Some(1) && said(&wrong).contains("row 2: "), "{}", said(&wrong));
}
