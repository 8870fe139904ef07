//! Documents of a session, and a session repeated.

use plenipo::conferences::DutyKind;

use crate::support::forms::{changed, fields_of};
use crate::support::{Browser, World};

const TABLE: &str = "key;kind;title_en;title_fr;room;date;start;end;status;number\n\
    daily;discussion;Coordination;Coordination;Hall;2025-10-25;08:30;09:00;confirmed;7\n";
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";

async fn scene() -> (World, Browser, String) {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let look = manager.upload("/hanoi/programme/manage/import", &[], &[("file", "p.csv", TABLE.as_bytes())]).await;
    assert_eq!(manager.post(look.location(), &[]).await, 303);
    let list = manager.get("/hanoi/programme/manage").await.text();
    let link = list.find("/hanoi/programme/manage/sessions/0").expect("a session");
    let path: String = list[link..].chars().take_while(|letter| *letter != '"').collect();
    (world, manager, path)
}

async fn release(manager: &mut Browser, name: &str) {
    let reply = manager.post("/hanoi/programme/manage/release", &[("name", name), ("mails", "nobody")]).await;
    assert_eq!(reply, 303, "{}", reply.text());
}

#[actix_web::test]
async fn a_document_is_read_by_everybody_once_the_session_is_released_and_only_if_it_is_public() {
    let (world, mut manager, path) = scene().await;
    let documents = format!("{path}/documents");
    for (title, public) in [("Agenda", "yes"), ("Notes for the chair", "")] {
        let fields = [("title", title), ("language", "ar"), ("public", public)];
        let reply = manager.upload(&documents, &fields, &[("file", "paper.pdf", PDF)]).await;
        assert_eq!(reply, 303, "{}", reply.text());
    }
    let page = manager.get(&documents).await.text();
    assert!(page.contains("Agenda") && page.contains("Staff only") && page.contains("PDF, 1 kB"), "{page}");
    let keys: Vec<String> = page
        .match_indices(&format!("href=\"{documents}/"))
        .map(|(at, found)| page[at + found.len()..].chars().take_while(|letter| *letter != '"').collect())
        .collect();
    let session = path.rsplit('/').next().unwrap();
    let public = |key: &str| format!("/hanoi/programme/sessions/{session}/documents/{key}");
    let mut anybody = world.stranger();
    assert_eq!(anybody.get(&public(&keys[0])).await, 404, "the session is not public yet");
    release(&mut manager, "Release 1").await;
    let page = anybody.get(&format!("/hanoi/programme/sessions/{session}")).await.text();
    assert!(page.contains(&public(&keys[0])) && page.contains("العربية"), "{page}");
    assert!(!page.contains("Notes for the chair"));
    let reply = anybody.get(&public(&keys[0])).await;
    assert_eq!(reply, 200);
    assert_eq!(reply.text().as_bytes(), PDF);
    assert_eq!(anybody.get(&public(&keys[1])).await, 404, "what is for staff is not there for others");
    assert_eq!(manager.get(&format!("{documents}/{}", keys[1])).await, 200);
    // Shown later, taken back, and gone.
    let one = format!("{documents}/{}", keys[1]);
    assert_eq!(manager.post(&one, &[("act", "publish")]).await, 303);
    assert_eq!(anybody.get(&public(&keys[1])).await, 200);
    assert_eq!(manager.post(&one, &[("act", "remove")]).await, 303);
    assert_eq!(anybody.get(&public(&keys[1])).await, 404);
    assert_eq!(manager.post(&one, &[("act", "remove")]).await, 404);
}

#[actix_web::test]
async fn what_is_no_document_is_refused_at_its_field_and_the_title_stays() {
    let (_world, mut manager, path) = scene().await;
    let documents = format!("{path}/documents");
    for (name, bytes) in
        [("page.html", &b"<html><script>"[..]), ("paper.pdf", b"MZ\x90\0 no paper"), ("empty.pdf", b"")]
    {
        let fields = [("title", "Agenda"), ("language", "en"), ("public", "yes")];
        let reply = manager.upload(&documents, &fields, &[("file", name, bytes)]).await;
        assert_eq!(reply, 422, "{name}");
        let page = reply.text();
        assert!(page.contains("id=\"file-error\"") && page.contains("value=\"Agenda\""), "{page}");
    }
    let none = manager.upload(&documents, &[("title", ""), ("language", "tlh")], &[("file", "paper.pdf", PDF)]).await;
    let page = none.text();
    assert!(none == 422 && page.contains("id=\"title-error\"") && page.contains("id=\"language-error\""), "{page}");
}

#[actix_web::test]
async fn a_session_is_repeated_on_every_day_after_a_look_all_of_them_or_none() {
    let (_world, mut manager, path) = scene().await;
    let repeat = format!("{path}/repeat");
    let fields = fields_of(&manager.get(&repeat).await.text());
    let hours = [("hours", "08:30, 13:00")];
    let look = manager.post(&repeat, &changed(&fields, &hours)).await;
    assert_eq!(look, 200);
    let page = look.text();
    assert!(page.contains("3 sessions would be made") && page.contains("Sunday 26 October, 13:00–13:30"), "{page}");
    assert!(!page.contains("Saturday 25 October, 08:30"), "the one that there is, is not made again");
    assert_eq!(manager.get("/hanoi/programme/manage").await.text().matches("<bdi>Coordination</bdi>").count(), 1);
    let make = [("hours", "08:30, 13:00"), ("do", "make")];
    let made = manager.post(&repeat, &changed(&fields, &make)).await;
    assert_eq!(made, 303, "{}", made.text());
    let list = manager.get("/hanoi/programme/manage").await.text();
    assert_eq!(list.matches("<bdi>Coordination</bdi>").count(), 4);
    assert!(manager.get(&repeat).await.text().contains("Made together with this one"));
    // One of the times is taken now: then nothing is made at all.
    let clash = [("hours", "10:00, 13:00"), ("do", "make")];
    let refused = manager.post(&repeat, &changed(&fields, &clash)).await;
    assert_eq!(refused, 422);
    assert!(refused.text().contains("is confirmed in this room"), "{}", refused.text());
    assert_eq!(manager.get("/hanoi/programme/manage").await.text().matches("<bdi>Coordination</bdi>").count(), 4);
    let wrong = manager.post(&repeat, &[("hours", "noon"), ("status", "draft")]).await;
    let page = wrong.text();
    assert!(wrong == 422 && page.contains("id=\"hours-error\"") && page.contains("id=\"days-error\""), "{page}");
    release(&mut manager, "Release 1").await;
}
