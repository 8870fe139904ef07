//! An officer asks, a person answers in one box, and the officer has the answer in the file.

use plenipo::conferences::DutyKind;
use plenipo::participants::Status;

use crate::support::nominees::Nominee;
use crate::support::{Browser, World};

const FATUMA: &str = "fatuma@example.org";

/// Fatuma's file is with the officers: she, her focal point, an officer.
async fn submitted() -> (World, Nominee, Browser, Browser, Browser) {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@foreign.so").await;
    let fatuma = Nominee::new(&stage, "Fatuma");
    assert_eq!(fatuma.submit(&mut focal, somalia).await, 303);
    let officer = world.on_duty(&stage, "officer@example.org", DutyKind::AccreditationOfficer).await;
    let herself = world.signed_in(FATUMA).await;
    (world, fatuma, focal, officer, herself)
}

async fn act(world: &World, by: &mut Browser, of: &Nominee, act: &str, fields: &[(&str, &str)]) -> u16 {
    let version = world.person(of.id).await.version.to_string();
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("version", version.as_str())]).collect();
    by.post(&format!("/hanoi/files/{}/{act}", of.id), &fields).await.status.as_u16()
}

#[actix_web::test]
async fn a_question_sets_the_file_aside_and_the_answer_brings_it_back() {
    let (world, fatuma, _, mut officer, mut herself) = submitted().await;
    assert_eq!(act(&world, &mut officer, &fatuma, "question", &[("note", "Which ministry?")]).await, 303);
    assert_eq!(world.status(fatuma.id).await, Status::OnHold);
    let mail = world.mail_to(FATUMA).await;
    assert!(mail.kind == "file_asked" && mail.body_text.contains("Which ministry?"));
    let page = herself.get(&format!("/people/{}", fatuma.id)).await.text();
    assert!(page.contains("Which ministry?") && page.contains(r#"name="answer""#), "{page}");
    let answer = format!("/people/{}/answer", fatuma.id);
    assert_eq!(herself.post(&answer, &[("answer", "  ")]).await, 303);
    assert_eq!(world.status(fatuma.id).await, Status::OnHold, "an empty answer is none");
    assert_eq!(herself.post(&answer, &[("answer", "Ports <b>& Posts</b>")]).await, 303);
    assert_eq!(herself.post(&answer, &[("answer", "Ports <b>& Posts</b>")]).await, 303, "twice is once");
    assert_eq!(world.status(fatuma.id).await, Status::Submitted);
    let file = officer.get(&format!("/hanoi/files/{}", fatuma.id)).await.text();
    assert_eq!(file.matches("Answer of the person").count(), 1, "{file}");
    assert!(!file.contains("<b>& Posts"));
    assert!(officer.get("/hanoi/files?pile=changed").await.text().contains("Fatuma"));
    assert_eq!(act(&world, &mut officer, &fatuma, "question", &[("note", "")]).await, 303);
    assert_eq!(world.status(fatuma.id).await, Status::Submitted, "nothing is asked without a question");
}

#[actix_web::test]
async fn what_an_officer_notes_without_asking_is_not_the_persons_to_read() {
    let (world, fatuma, _, mut officer, mut herself) = submitted().await;
    assert_eq!(act(&world, &mut officer, &fatuma, "hold", &[("note", "Ask the host about her.")]).await, 303);
    let page = herself.get(&format!("/people/{}", fatuma.id)).await.text();
    assert!(!page.contains("Ask the host") && !page.contains(r#"name="answer""#), "{page}");
    assert_eq!(herself.post(&format!("/people/{}/answer", fatuma.id), &[("answer", "Hello?")]).await, 303);
    assert_eq!(world.status(fatuma.id).await, Status::OnHold, "nothing was asked, nothing moves");
}

#[actix_web::test]
async fn a_question_can_be_taken_back_before_its_mail_leaves() {
    let (world, fatuma, _, mut officer, _) = submitted().await;
    act(&world, &mut officer, &fatuma, "question", &[("note", "Which ministry?")]).await;
    assert_eq!(act(&world, &mut officer, &fatuma, "undo", &[]).await, 303);
    assert_eq!(world.status(fatuma.id).await, Status::Submitted);
    assert_eq!(world.mail_to(FATUMA).await.state, plenipo::mail::MailState::Withdrawn);
}

#[actix_web::test]
async fn the_answer_to_a_return_is_kept_and_the_focal_point_submits_again() {
    let (world, fatuma, mut focal, mut officer, mut herself) = submitted().await;
    let why = [("reason", "function_unclear"), ("note", "What does she do?")];
    assert_eq!(act(&world, &mut officer, &fatuma, "return", &why).await, 303);
    let page = herself.get(&format!("/people/{}", fatuma.id)).await.text();
    assert!(page.contains("What does she do?"), "{page}");
    assert_eq!(herself.post(&format!("/people/{}/answer", fatuma.id), &[("answer", "I head the ports.")]).await, 303);
    assert_eq!(world.status(fatuma.id).await, Status::Returned, "only focal points nominate");
    let told = world.mail_to("focal@foreign.so").await;
    assert!(told.kind == "file_answered" && told.body_text.contains("I head the ports."), "{}", told.body_text);
    assert!(officer.get(&format!("/hanoi/files/{}", fatuma.id)).await.text().contains("I head the ports."));
    let form = format!("/delegations/{}/people/{}", world.person(fatuma.id).await.delegation_id, fatuma.id);
    assert!(focal.get(&form).await.text().contains("I head the ports."), "the focal point reads it where it is mended");
    assert_eq!(herself.get(&format!("/people/{}/form", fatuma.id)).await, 404, "she was not asked to fill it in");
}

#[actix_web::test]
async fn nobody_answers_or_withdraws_for_somebody_else() {
    let (world, fatuma, mut focal, mut officer, _) = submitted().await;
    act(&world, &mut officer, &fatuma, "question", &[("note", "Which ministry?")]).await;
    for rest in ["/answer", "/withdrawal"] {
        let path = format!("/people/{}{rest}", fatuma.id);
        assert_eq!(focal.post(&path, &[("answer", "I know it")]).await, 404, "{rest}");
        assert_eq!(world.signed_in("other@example.org").await.post(&path, &[("answer", "Me too")]).await, 404);
    }
    assert_eq!(world.status(fatuma.id).await, Status::OnHold);
}

#[actix_web::test]
async fn somebody_who_is_not_coming_frees_the_place_and_the_delegation_is_told() {
    let (world, fatuma, mut focal, _, mut herself) = submitted().await;
    let path = format!("/people/{}/withdrawal", fatuma.id);
    let asks = herself.get(&path).await.text();
    assert!(asks.contains("Only the secretariat") && asks.contains("No, I am coming"), "{asks}");
    assert_eq!(world.status(fatuma.id).await, Status::Submitted, "asking withdraws nobody");
    assert_eq!(herself.post(&path, &[]).await, 303);
    assert_eq!(herself.post(&path, &[]).await, 303, "a second press says that there is nothing to withdraw");
    assert_eq!(world.status(fatuma.id).await, Status::Withdrawn);
    let page = herself.get(&format!("/people/{}", fatuma.id)).await.text();
    assert!(page.contains("You have withdrawn your registration") && !page.contains("Your delegation has"), "{page}");
    let told = world.mails_to("focal@foreign.so").await;
    assert_eq!(told.iter().filter(|mail| mail.kind == "person_not_coming").count(), 1);
    let delegation = world.person(fatuma.id).await.delegation_id;
    assert!(focal.get(&format!("/delegations/{delegation}")).await.text().contains("0 of 5"));
}
