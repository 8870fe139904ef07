//! `plenipo import participants`: what it reads, writes, refuses and says.

use std::process::Output;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::accreditation::{clearances, decisions};
use plenipo::participants::{Participant, people};
use plenipo::schema::{category, participant};

use super::tables::{plenipo, said, written};
use crate::support::World;
use crate::support::people::Stage;

const PEOPLE: &str = "delegation,category,document_name,family_name,given_name,native_name,sex,birth_date,nationality,residence,functional_title,\
    document_kind,document_country,document_number,document_expires_on,email,public_list,late_reason\n\
    Namibia,D,Selma Amukugo,Amukugo,Selma,,F,1979-02-11,NA,NA,Director,passport,NA,N0012345,2031-05-01,selma@namibia.example,yes,Visa\n\
    Namibia,D,Hélène N’Guessan,N’Guessan,Hélène,,F,1982-12-01,Côte d'Ivoire,NA,Adviser,Diplomatic passport,CI,CI-77 12,2030-01-01,,no,Visa\n\
    Norway,D,Nguyễn Thị Hồng Ánh,Nguyễn,Thị Hồng Ánh,阮氏紅映,F,1990-03-04,NO,NO,Adviser,passport,NO,B1234567,2030-01-01,,,Visa\n\
    Norway,D,عبد الرحمن القحطاني,القحطاني,عبد الرحمن,,M,1975-06-07,NO,NO,Expert,passport,NO,B7654321,2030-01-01,,,Visa\n\
    Norway,D,Purwanto,Purwanto,,,M,1988-09-10,ID,NO,Expert,passport,ID,C1112223,2030-01-01,,,Visa\n";

fn import(world: &World, table: &str, more: &[&str]) -> Output {
    let arguments = ["import", "participants", "-", "--conference", "hanoi"];
    plenipo(world, &[&arguments, more].concat(), table)
}

async fn everybody(world: &World, stage: &Stage) -> Vec<Participant> {
    let mut c = world.db().connection().await.unwrap();
    let all = plenipo::participants::Sought::default();
    people(&mut c, stage.conference, &all, plenipo::participants::Order::Reference, (0, 100)).await.unwrap()
}

/// A conference to which Namibia and Norway come, with so many places of category D each, for which no portrait is asked.
async fn conference(places: i32) -> (World, Stage) {
    let (world, stage) = World::new().await;
    for name in ["Namibia", "Norway"] {
        world.delegation(&stage, name, places).await;
    }
    let mut c = world.db().connection().await.unwrap();
    diesel::update(category::table).set(category::portrait_required.eq(false)).execute(&mut c).await.unwrap();
    drop(c);
    (world, stage)
}

#[actix_web::test]
async fn people_are_imported_as_drafts_and_a_second_time_nothing_changes() {
    let (world, stage) = conference(5).await;
    let rehearsed = import(&world, PEOPLE, &["--dry-run"]);
    assert!(rehearsed.status.success() && rehearsed.stdout.is_empty(), "{}", said(&rehearsed));
    assert!(said(&rehearsed).contains("this would be done: 5 new, 0 changed"), "{}", said(&rehearsed));
    assert!(everybody(&world, &stage).await.is_empty(), "a rehearsal wrote something");
    let done = import(&world, PEOPLE, &[]);
    assert!(done.status.success(), "{}", said(&done));
    assert!(said(&done).contains("row 4: Nguyễn Thị Hồng Ánh: new"), "{}", said(&done));
    let there = everybody(&world, &stage).await;
    assert_eq!(there.len(), 5);
    let selma = &there[0];
    assert_eq!((selma.reference, selma.nationality.as_deref(), selma.status.as_str()), (1, Some("NA"), "draft"));
    assert!(selma.public_list && selma.consent_at.is_some());
    assert_eq!((there[2].native_name.as_str(), there[2].nationality.as_deref()), ("阮氏紅映", Some("NO")));
    assert_eq!(there[3].document_name, "عبد الرحمن القحطاني");
    assert_eq!((there[4].family_name.as_str(), there[4].given_name.as_str()), ("Purwanto", ""));
    let again = import(&world, PEOPLE, &[]);
    assert!(said(&again).contains("0 new, 0 changed, 5 unchanged, 0 with mistakes"), "{}", said(&again));
    let moved = PEOPLE.replace("Expert,passport,ID", "Head of unit,passport,ID");
    let changed = import(&world, &moved, &[]);
    assert!(said(&changed).contains("row 6: Purwanto: changed"), "{}", said(&changed));
    assert!(said(&changed).contains("0 new, 1 changed, 4 unchanged"), "{}", said(&changed));
    assert_eq!(everybody(&world, &stage).await[4].functional_title, "Head of unit");
    // Our own export is read again, and changes nothing.
    let exported = written(&plenipo(&world, &["export", "participants", "--conference", "hanoi"], ""));
    let again = import(&world, &exported, &[]);
    let wrong = import(&world, &exported.replacen(",D,", ",Q,", 1), &[]);
    assert!(said(&wrong).contains("row 2: category: "), "{}", said(&wrong));
    assert!(said(&again).contains("0 new, 0 changed, 5 unchanged, 0 with mistakes"), "{}", said(&again));
}

#[actix_web::test]
async fn a_workbook_is_read_like_a_table() {
    let (world, stage) = conference(5).await;
    assert!(import(&world, PEOPLE, &[]).status.success());
    let book = plenipo(&world, &["export", "participants", "--conference", "hanoi", "--format", "xlsx"], "");
    let path = world.folder.path().join("people.xlsx");
    std::fs::write(&path, &book.stdout).unwrap();
    let file = path.to_str().unwrap();
    let again = plenipo(&world, &["import", "participants", file, "--conference", "hanoi"], "");
    assert!(said(&again).contains("0 new, 0 changed, 5 unchanged, 0 with mistakes"), "{}", said(&again));
    assert_eq!(everybody(&world, &stage).await.len(), 5);
}

#[actix_web::test]
async fn a_portrait_comes_by_no_table() {
    let (world, stage) = World::new().await;
    world.delegation(&stage, "Namibia", 5).await;
    let one: String = PEOPLE.lines().take(2).map(|line| format!("{line}\n")).collect();
    let refused = import(&world, &one, &["--submit"]);
    assert!(said(&refused).contains("row 2: portrait: This category asks for a portrait"), "{}", said(&refused));
    assert!(everybody(&world, &stage).await.is_empty());
}

#[actix_web::test]
async fn numbers_of_identity_papers_are_sealed() {
    let (world, _stage) = conference(5).await;
    assert!(import(&world, PEOPLE, &[]).status.success());
    let mut c = world.db().connection().await.unwrap();
    let rows: Vec<(Option<Vec<u8>>, Option<Vec<u8>>, Option<String>)> = participant::table
        .order(participant::reference)
        .select((
            participant::document_number_sealed,
            participant::document_number_digest,
            participant::document_number_hint,
        ))
        .load(&mut c)
        .await
        .unwrap();
    let (sealed, digest, hint) = &rows[0];
    let sealed = sealed.as_ref().expect("the number is there");
    assert!(!sealed.windows(8).any(|window| window == b"N0012345"), "the number can be read");
    assert_eq!(digest.as_deref(), world.parts.sealer.digest_of_number("n 001 2345").as_ref().map(|digest| &digest[..]));
    assert_eq!(hint.as_deref(), Some("N0•••••45"));
}

#[actix_web::test]
async fn files_are_handed_in_where_it_is_asked_for_and_wait_for_the_officers() {
    let (world, stage) = conference(5).await;
    let done = import(&world, PEOPLE, &["--submit"]);
    assert!(done.status.success(), "{}", said(&done));
    assert!(said(&done).contains("5 new, 0 changed, 0 unchanged, 0 with mistakes; 5 submitted"), "{}", said(&done));
    let there = everybody(&world, &stage).await;
    assert!(there.iter().all(|one| one.status.as_str() == "submitted" && one.submitted_at.is_some()));
    let mut c = world.db().connection().await.unwrap();
    let made = decisions(&mut c, stage.conference, there[0].id).await.unwrap();
    assert_eq!(made.len(), 1);
    assert!(!clearances(&mut c, stage.conference, there[0].id).await.unwrap().is_empty(), "nobody is asked");
    assert!(world.mails_to("selma@namibia.example").await.is_empty(), "an import writes to nobody");
    let again = import(&world, PEOPLE, &["--submit"]);
    assert!(said(&again).contains("5 unchanged, 0 with mistakes; 0 submitted"), "{}", said(&again));
    let frozen = import(&world, &PEOPLE.replace("1979-02-11", "1979-02-12"), &[]);
    assert!(
        frozen.status.code() == Some(1) && said(&frozen).contains("row 2: File 1 has been handed in"),
        "{}",
        said(&frozen)
    );
}

#[actix_web::test]
async fn a_row_beyond_the_quota_keeps_all_of_them_out() {
    let (world, stage) = conference(2).await;
    let full = import(&world, PEOPLE, &["--submit"]);
    assert_eq!(full.status.code(), Some(1));
    assert!(said(&full).contains("row 6: category: No place is left: the delegation has 2"), "{}", said(&full));
    assert!(said(&full).contains("nothing was imported: 4 new"), "{}", said(&full));
    assert!(everybody(&world, &stage).await.is_empty(), "rows came in beside one too many");
    // As drafts they take no places, and a column says it row by row.
    let column = PEOPLE.lines().enumerate().map(|(place, line)| match place {
        0 => format!("{line},status\n"),
        1 => format!("{line},submitted\n"),
        _ => format!("{line},draft\n"),
    });
    let done = import(&world, &column.collect::<String>(), &[]);
    assert!(said(&done).contains("5 new, 0 changed, 0 unchanged, 0 with mistakes; 1 submitted"), "{}", said(&done));
}

#[actix_web::test]
async fn what_is_missing_for_handing_in_is_said_row_by_row() {
    let (world, stage) = conference(5).await;
    let late = import(&world, &PEOPLE.replace(",Visa", ","), &["--submit"]);
    assert!(late.status.code() == Some(1) && said(&late).contains("row 2: late_reason: "), "{}", said(&late));
    let unfinished = import(&world, &PEOPLE.replace("1988-09-10", ""), &["--submit"]);
    assert!(
        unfinished.status.code() == Some(1) && said(&unfinished).contains("row 6: birth_date: "),
        "{}",
        said(&unfinished)
    );
    assert!(everybody(&world, &stage).await.is_empty());
}

#[actix_web::test]
async fn bad_tables_are_told_with_row_and_column_and_nothing_is_stored() {
    let (world, stage) = conference(5).await;
    let wrong = format!("{PEOPLE}Atlantis,D,Ada,,,,F,,NA,,,,,,,,,\nNorway,Z,Ben,,,,M,31.12.1980,,,,,,,,ben,,\n");
    let told = import(&world, &wrong, &[]);
    assert_eq!(told.status.code(), Some(1));
    let text = said(&told);
    assert!(text.contains("row 7: delegation: There is no delegation “Atlantis”."), "{text}");
    assert!(text.contains("row 8: category: There is no category “Z”."), "{text}");
    let twice = import(&world, &format!("{PEOPLE}Norway,D,PURWANTO,,,,M,,NO,,,,,,,,,\n"), &[]);
    assert!(said(&twice).contains("row 7: This person stands in row 6 already."), "{}", said(&twice));
    let nameless = import(&world, "delegation,document_name\nNorway,Ada\n", &[]);
    assert!(said(&nameless).contains("There is no column “category”"), "{}", said(&nameless));
    let open = import(&world, &PEOPLE.replacen("Purwanto,Purwanto", "\"Purwanto,Purwanto", 1), &[]);
    assert!(said(&open).contains("A quotation mark opens in row 6 and never closes."), "{}", said(&open));
    // A sheet saved in an old encoding is read, and it is said that it was guessed.
    let old = encoding_of_the_west("delegation;category;document_name\nNorway;D;Kåre Ødegård\n");
    let path = world.folder.path().join("old.csv");
    std::fs::write(&path, old).unwrap();
    let file = path.to_str().unwrap();
    let guessed = plenipo(&world, &["import", "participants", file, "--conference", "hanoi", "--dry-run"], "");
    let text = said(&guessed);
    assert!(text.contains("the encoding was guessed") && text.contains("Kåre Ødegård: new"), "{text}");
    assert!(everybody(&world, &stage).await.is_empty(), "something was stored");
    let unwanted = plenipo(&world, &["import", "delegations", "-", "--conference", "hanoi", "--submit"], "key\nx\n");
    assert_eq!(unwanted.status.code(), Some(1));
}

/// Windows-1252, by hand: every letter of these texts has its Unicode number there.
fn encoding_of_the_west(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect()
}
