//! Corrections by the secretariat: what was approved is asked again when it changes, and nothing else is.

use plenipo::conferences::DutyKind;
use plenipo::ids::ParticipantId;
use plenipo::participants::Status;

use super::stage::Office;
use crate::support::nominees::Nominee;
use crate::support::{Browser, Reply};

/// An approved file, staged: how approval itself goes is the room of badges' test.
async fn approved(office: &mut Office, name: &str) -> ParticipantId {
    let id = office.submitted(name).await;
    let sql = format!(
        "UPDATE clearance SET state = 'given', answered_at = now(), answered_by = (SELECT id FROM account LIMIT 1)
         WHERE participant_id = '{id}'; UPDATE participant SET status = 'approved' WHERE id = '{id}'"
    );
    office.world.sql(&sql).await;
    id
}

async fn correct(office: &Office, by: &mut Browser, id: ParticipantId, nominee: Nominee) -> Reply {
    let version = office.world.person(id).await.version.to_string();
    let nominee = nominee.with("version", &version).with("document_number", "");
    let fields: Vec<_> = nominee.fields.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
    by.post(&format!("/{}/participants/{id}/correction", office.stage.slug), &fields).await
}

#[actix_web::test]
async fn a_new_telephone_asks_nobody_and_a_new_name_asks_again() {
    let mut office = Office::new(5).await;
    let id = approved(&mut office, "Fatuma").await;
    let mut organiser = office.world.on_duty(&office.stage, "org@example.org", DutyKind::Organiser).await;
    let phone = office.nominee("Fatuma").with("phone", "+252 61 234 5678");
    let reply = correct(&office, &mut organiser, id, phone.clone()).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let person = office.world.person(id).await;
    assert_eq!((person.status, person.identity_version), (Status::Approved, 1));
    assert_eq!(person.phone.as_deref(), Some("+252612345678"));
    let renamed = phone.with("document_name", "Fatuma Warsame");
    assert_eq!(correct(&office, &mut organiser, id, renamed).await, 303);
    let person = office.world.person(id).await;
    assert_eq!((person.status, person.identity_version), (Status::Submitted, 2));
    let (_, step, _) = office.last_decision(id).await;
    assert_eq!(step, "reopen");
    let waiting = office.officer.get(&format!("/{}/files", office.stage.slug)).await.text();
    assert!(waiting.contains("Fatuma Warsame"));
    let home = office.focal.get(&format!("/delegations/{}", office.delegation)).await.text();
    assert!(home.contains("1 of 5"), "the place is kept");
}

#[actix_web::test]
async fn a_correction_that_cannot_be_read_changes_nothing() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let mut officer = office.officer.clone();
    let wrong = office.nominee("Fatuma").with("functional_title", "Minister").with("email", "nowhere");
    assert_eq!(correct(&office, &mut officer, id, wrong).await, 422);
    assert_eq!(office.world.person(id).await.functional_title, "Adviser");
}

#[actix_web::test]
async fn delegations_cannot_correct() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let nominee = office.nominee("Fatima");
    let mut focal = office.focal.clone();
    assert_eq!(correct(&office, &mut focal, id, nominee).await, 404);
    assert_eq!(office.world.person(id).await.name(), "Fatuma");
}
