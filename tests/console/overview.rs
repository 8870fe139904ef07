//! The staff's overview and the pass desk at rest: what somebody finds who has not asked for anything yet.

use plenipo::conferences::DutyKind;

use crate::support::World;

#[actix_web::test]
async fn the_organiser_sees_files_by_status_and_the_gate_sees_no_names() {
    let (world, stage) = World::new().await;
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    let ada = world.participant(&stage, atlantis, "Ada Lovelace", "submitted").await;
    let mut officer = world.on_duty(&stage, "officer@example.org", DutyKind::AccreditationOfficer).await;
    let version = world.person(ada).await.version.to_string();
    let act = [("version", version.as_str()), ("note", "Asked by the host")];
    assert_eq!(officer.post(&format!("/hanoi/files/{ada}/hold"), &act).await, 303);
    let mut organiser = world.on_duty(&stage, "organiser@example.org", DutyKind::Organiser).await;
    let overview = organiser.get("/hanoi/desk").await.text();
    assert!(overview.contains("Last decisions") && overview.contains("Ada Lovelace"), "{overview}");
    assert!(overview.contains("/hanoi/participants?status=on_hold"));
    let mut gate = world.on_duty(&stage, "gate@example.org", DutyKind::GateStaff).await;
    let overview = gate.get("/hanoi/desk").await.text();
    assert!(!overview.contains("Last decisions") && !overview.contains("Ada Lovelace"));
}

#[actix_web::test]
async fn the_pass_desk_at_rest_says_what_to_do() {
    let (world, stage) = World::new().await;
    let mut desk = world.on_duty(&stage, "desk@example.org", DutyKind::PassDesk).await;
    let page = desk.get("/hanoi/pass-desk").await.text();
    assert!(page.contains("Find the person") && page.contains("No badge has been handed over yet."));
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    let ada = world.participant(&stage, atlantis, "Ada Lovelace", "approved").await;
    assert_eq!(desk.post(&format!("/hanoi/pass-desk/{ada}/badge"), &[]).await, 303);
    assert_eq!(desk.post(&format!("/hanoi/pass-desk/{ada}/hand-over"), &[("to", "")]).await, 303);
    let page = desk.get("/hanoi/pass-desk").await.text();
    assert!(page.contains(&format!("/hanoi/pass-desk/{ada}")) && page.contains("Atlantis"), "{page}");
}
