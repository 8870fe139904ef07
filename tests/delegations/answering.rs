//! A focal point answers for the delegation: it comes, with about so many people, or it does not.

use plenipo::audit::history_of;
use plenipo::delegations::DelegationStatus;

use super::{by_key, organiser};
use crate::support::{Browser, World};

async fn focal_point() -> (World, crate::support::people::Stage, Browser, String) {
    let (world, stage) = World::new().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    let ada = world.focal_point(&stage, id, "ada@example.org").await;
    (world, stage, ada, format!("/delegations/{id}/answer"))
}

#[actix_web::test]
async fn the_delegation_comes_then_more_come_then_nobody() {
    let (world, stage, mut ada, address) = focal_point().await;
    let coming = [("reply", "coming"), ("expected_people", "١٢"), ("note", "Two wheelchairs")];
    let reply = ada.post(&address, &coming).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let page = ada.get(&address).await.text();
    assert!(page.contains("Your delegation is confirmed") && page.contains("about 12 people"), "{page}");
    let one = by_key(&world, &stage, "Atlantis").await;
    assert_eq!((one.status, one.expected_people), (DelegationStatus::Confirmed, Some(12)));
    assert_eq!(one.answer_note, "Two wheelchairs");
    assert_eq!(ada.post(&address, &[("reply", "not-coming")]).await, 303);
    let one = by_key(&world, &stage, "Atlantis").await;
    assert_eq!((one.status, one.expected_people), (DelegationStatus::Declined, None));
    let mut c = world.db().connection().await.unwrap();
    let acts: Vec<String> = history_of(&mut c, stage.conference, "delegation", one.id.0)
        .await
        .unwrap()
        .into_iter()
        .map(|entry| entry.act)
        .collect();
    assert!(acts.contains(&"delegation_confirmed".into()) && acts.contains(&"delegation_declined".into()));
}

#[actix_web::test]
async fn an_answer_needs_a_number_and_keeps_what_was_typed() {
    let (world, stage, mut ada, address) = focal_point().await;
    for (reply, people, field) in
        [("coming", "", "expected_people"), ("coming", "0", "expected_people"), ("", "3", "reply")]
    {
        let fields = [("reply", reply), ("expected_people", people), ("note", "Arriving by ship")];
        let answered = ada.post(&address, &fields).await;
        assert_eq!(answered, 422, "{reply} {people}");
        let page = answered.text();
        assert!(page.contains(&format!("{field}-error")) && page.contains("Arriving by ship"), "{page}");
    }
    assert!(by_key(&world, &stage, "Atlantis").await.answered_at.is_none());
}

#[actix_web::test]
async fn after_the_window_the_page_says_whom_to_write_to() {
    let (world, stage, mut ada, address) = focal_point().await;
    world.wait(7 * 86_400);
    let mut ada_later = world.focal_point(&stage, by_key(&world, &stage, "Atlantis").await.id, "ben@example.org").await;
    let page = ada_later.get(&address).await.text();
    assert!(page.contains("Confirmations have closed") && !page.contains("name=\"expected_people\""));
    let late = ada_later.post(&address, &[("reply", "coming"), ("expected_people", "3")]).await;
    assert!(late == 409 && late.text().contains("Confirmations have closed"));
    assert!(by_key(&world, &stage, "Atlantis").await.answered_at.is_none());
    let _ = ada.get(&address).await;
}

#[actix_web::test]
async fn the_organiser_sees_the_answer_and_its_note() {
    let (world, stage, mut chi) = organiser().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    let mut ada = world.focal_point(&stage, id, "ada@example.org").await;
    let coming = [("reply", "coming"), ("expected_people", "12"), ("note", "Arriving by ship")];
    ada.post(&format!("/delegations/{id}/answer"), &coming).await;
    let page = chi.get(&format!("/hanoi/delegations/{id}")).await.text();
    assert!(page.contains("Arriving by ship") && page.contains("Participation confirmed"));
    assert!(chi.get("/hanoi/delegations").await.text().contains("with about 12 people"));
}

/// The cells of the row of the table that begins with this word.
fn row<'a>(page: &'a str, of: &str) -> Vec<&'a str> {
    let start = page.find(of).unwrap_or_else(|| panic!("no row {of}: {page}"));
    let row = page[start..].split("</tr>").next().unwrap_or_default();
    row.split("\">").skip(1).filter_map(|cell| cell.split('<').next()).collect()
}

#[actix_web::test]
async fn the_organiser_sees_answers_arrive_by_day_and_by_group() {
    let (world, stage, _) = organiser().await;
    for (name, region) in [("Atlantis", "africa"), ("Lemuria", "africa"), ("Mu", "weog")] {
        let id = world.delegation(&stage, name, 5).await;
        world.sql(&format!("UPDATE delegation SET status = 'invited', region = '{region}' WHERE id = '{id}'")).await;
    }
    let answers = [("Atlantis", "coming", "12"), ("Lemuria", "coming", "3"), ("Lemuria", "not-coming", "")];
    for (name, reply, people) in answers {
        let id = by_key(&world, &stage, name).await.id;
        let mut ada = world.focal_point(&stage, id, &format!("{reply}@{}.example", name.to_lowercase())).await;
        let fields = [("reply", reply), ("expected_people", people), ("note", "With a ship")];
        assert_eq!(ada.post(&format!("/delegations/{id}/answer"), &fields).await, 303);
        world.wait(3600 * 13);
    }
    let mut chi = world.on_duty(&stage, "dana@example.org", plenipo::conferences::DutyKind::Organiser).await;
    let page = chi.get("/hanoi/delegations/answers").await.text();
    // On the list, not written to, no answer, confirmed, declined, announced, handed in.
    assert_eq!(row(&page, ">African States"), ["2", "0", "0", "1", "1", "12", "0"], "{page}");
    assert_eq!(row(&page, ">Western European"), ["1", "0", "1", "0", "0", "0", "0"], "{page}");
    assert_eq!(row(&page, ">Together"), ["3", "0", "1", "1", "1", "12", "0"], "{page}");
    assert!(page.contains("<svg viewBox=\"0 0 936 220\"") && page.contains("class=\"plot-line plot-line-other\""));
    // A change of mind stands in the list twice and is counted once.
    assert_eq!(page.matches(">Lemuria<").count(), 2);
    let table = chi.get("/hanoi/delegations/answers/export?format=csv").await.text();
    assert!(table.contains("African States,2,0,0,1,1,12,0,\"28 October 2025"), "{table}");
}
