//! Officers ask gates to look twice at somebody.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::conferences::DutyKind;
use plenipo::schema::{attention_note, audit_entry};
use serde_json::json;

use super::venue::{Venue, Wearer, enters, leaves, scan, send};
use crate::support::app::Browser;

const ESCORT: &str = "Escort to the protocol desk";

async fn officer(venue: &Venue) -> Browser {
    venue.world.on_duty(&venue.stage, "officer@example.org", DutyKind::AccreditationOfficer).await
}

fn page_of(ada: &Wearer) -> String {
    format!("/hanoi/gates/attention/{}", ada.participant)
}

#[actix_web::test]
async fn the_gate_looks_twice_and_reads_the_note() {
    let venue = Venue::new().await;
    let (mut officer, mut gate) = (officer(&venue).await, venue.device("phone").await);
    let ada = venue.delegate("Ada").await;
    let found = officer.get(&format!("/hanoi/gates/attention?q={}", ada.number)).await.text();
    assert!(found.contains(&page_of(&ada)));
    assert_eq!(officer.post(&page_of(&ada), &[("note", ESCORT), ("version", "0")]).await, 303);
    let answer = send(&mut gate, &scan("main-entrance", "entry", &ada.code)).await.json();
    assert_eq!((&answer["verdict"], &answer["flags"]), (&json!("admit"), &json!(["attention"])));
    assert_eq!(answer["person"]["note"], ESCORT);
    venue.world.wait(1);
    let refused = send(&mut gate, &scan("main-entrance", "entry", &ada.code)).await.json();
    assert_eq!((&refused["verdict"], &refused["flags"]), (&json!("refuse"), &json!([])));
    assert!(refused["person"].get("note").is_none(), "who does not pass is not looked at twice");
    let document = venue.world.stranger().get("/api/v1/openapi.json").await.json();
    assert!(document["components"]["schemas"]["Person"]["properties"]["note"].is_object());
}

#[actix_web::test]
async fn a_note_that_was_taken_off_is_gone_at_the_next_scan() {
    let venue = Venue::new().await;
    let (mut officer, mut gate) = (officer(&venue).await, venue.device("phone").await);
    let ada = venue.delegate("Ada").await;
    officer.post(&page_of(&ada), &[("note", ESCORT), ("version", "0")]).await;
    let entry = scan("main-entrance", "entry", &ada.code);
    assert_eq!(send(&mut gate, &entry).await.json()["flags"], json!(["attention"]));
    // The notice after setting it offers to undo, without a version.
    assert_eq!(officer.post(&format!("{}/removal", page_of(&ada)), &[]).await, 303);
    venue.world.wait(1);
    let out = send(&mut gate, &scan("main-entrance", "exit", &ada.code)).await.json();
    assert_eq!((&out["flags"], out["person"].get("note")), (&json!([]), None));
    let again = send(&mut gate, &entry).await.json();
    assert_eq!(again["flags"], json!(["attention"]), "an answer that was given is not changed");
    assert!(again["person"].get("note").is_none());
}

#[actix_web::test]
async fn the_second_of_two_who_note_the_same_person_sees_the_first() {
    let venue = Venue::new().await;
    let mut officer = officer(&venue).await;
    let mut security = venue.world.on_duty(&venue.stage, "sec@example.org", DutyKind::SecurityAuthority).await;
    let ada = venue.delegate("Ada").await;
    assert_eq!(officer.post(&page_of(&ada), &[("note", ESCORT), ("version", "0")]).await, 303);
    let late = security.post(&page_of(&ada), &[("note", "Call the liaison officer"), ("version", "0")]).await;
    assert_eq!(late, 422);
    assert!(late.text().contains("id=\"conflict\"") && late.text().contains(ESCORT));
    assert!(late.text().contains("Call the liaison officer"), "what was typed stays");
    let undo = security.post(&format!("{}/removal", page_of(&ada)), &[]).await;
    assert_ne!(undo, 303, "nobody undoes what another has set");
    let second = security.post(&page_of(&ada), &[("note", "Call the liaison officer"), ("version", "1")]).await;
    assert_eq!(second, 303);
    let list = officer.get("/hanoi/gates/attention").await.text();
    assert!(list.contains("Call the liaison officer") && !list.contains(ESCORT));
    assert_eq!(officer.post(&format!("{}/removal", page_of(&ada)), &[("version", "1")]).await, 409);
    assert_eq!(officer.post(&format!("{}/removal", page_of(&ada)), &[("version", "2")]).await, 303);
    assert!(!officer.get("/hanoi/gates/attention").await.text().contains("Call the liaison"));
}

#[actix_web::test]
async fn a_note_is_short_and_says_something() {
    let venue = Venue::new().await;
    let mut officer = officer(&venue).await;
    let ada = venue.delegate("Ada").await;
    for note in ["", "   ", &"x".repeat(121)] {
        let reply = officer.post(&page_of(&ada), &[("note", note), ("version", "0")]).await;
        assert_eq!(reply, 422);
        assert!(reply.text().contains("id=\"note-error\""));
    }
}

#[actix_web::test]
async fn nobody_but_those_on_the_matter_sees_notes_and_the_record_has_no_words() {
    let venue = Venue::new().await;
    let mut officer = officer(&venue).await;
    let ada = venue.delegate("Ada").await;
    officer.post(&page_of(&ada), &[("note", ESCORT), ("version", "0")]).await;
    let mut gate = venue.device("phone").await;
    assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "admit ok");
    assert_eq!(leaves(&mut gate, "main-entrance", &ada).await, "admit ok");
    for kind in [DutyKind::GateStaff, DutyKind::PassDesk, DutyKind::Observer, DutyKind::ProgrammeManager] {
        let mut other = venue.world.on_duty(&venue.stage, &format!("{kind}@example.org"), kind).await;
        for page in ["/hanoi/gates/attention".to_owned(), page_of(&ada)] {
            assert_eq!(other.get(&page).await, 404, "{kind} {page}");
        }
    }
    let mut observer = venue.world.on_duty(&venue.stage, "reader@example.org", DutyKind::Observer).await;
    let mut focal = venue.world.focal_point(&venue.stage, venue.delegation, "focal@example.org").await;
    for text in [
        observer.get("/hanoi/participants/export?format=csv").await.text(),
        observer.get("/hanoi/gates/board").await.text(),
        observer.get(&format!("/hanoi/participants/{}", ada.participant)).await.text(),
        focal.get(&format!("/delegations/{}", venue.delegation)).await.text(),
    ] {
        assert!(!text.contains(ESCORT));
    }
    let db = venue.world.db();
    let mut c = db.connection().await.unwrap();
    let sheet = plenipo::gates::scans_sheet(&mut c, venue.stage.conference).await.unwrap();
    assert!(!format!("{:?}", sheet.rows).contains("protocol desk"));
    let acts: Vec<(String, serde_json::Value)> = audit_entry::table
        .filter(audit_entry::act.like("attention.%"))
        .select((audit_entry::act, audit_entry::facts))
        .load(&mut *c)
        .await
        .unwrap();
    assert_eq!(acts, [("attention.set".to_owned(), json!({}))]);
    let kept: i64 = attention_note::table.count().get_result(&mut *c).await.unwrap();
    assert_eq!(kept, 1);
}
