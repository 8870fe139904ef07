//! Decisions: by whom, on what, with which mails, and taken back.

use plenipo::mail::MailState;
use plenipo::participants::Status;

use super::stage::Office;
use crate::support::nominees::Nominee;

#[actix_web::test]
async fn returning_says_what_is_missing_and_waits_ten_seconds() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let mut officer = office.officer.clone();
    let fields = [("reason", "portrait_unfit"), ("reason", "letter_missing"), ("note", "The photo is in profile")];
    assert_eq!(office.act(&mut officer, id, "/return", &fields).await, 303);
    let (decision, step, reasons) = office.last_decision(id).await;
    assert_eq!((step.as_str(), reasons), ("return", vec!["portrait_unfit".to_owned(), "letter_missing".to_owned()]));
    let mails = office.mails_about(decision).await;
    assert_eq!(mails.len(), 1);
    let (kind, to, state, due, text) = &mails[0];
    assert_eq!(
        (kind.as_str(), to.as_str(), *state, *due),
        ("file_returned", "focal@example.org", MailState::Waiting, 10)
    );
    assert!(text.contains("The photo is in profile") && text.contains("nomination letter is missing"), "{text}");
    let form = office.focal.get(&format!("/delegations/{}/people/{id}", office.delegation)).await.text();
    assert!(form.contains("This file was returned") && form.contains("The photo is in profile"));
    let home = office.focal.get(&format!("/delegations/{}", office.delegation)).await.text();
    assert!(home.contains("1 of 5"), "a returned file keeps its place");
}

#[actix_web::test]
async fn a_decision_needs_a_reason() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let mut officer = office.officer.clone();
    for (act, reason) in [("/return", ""), ("/refusal", ""), ("/refusal", "portrait_unfit")] {
        office.act(&mut officer, id, act, &[("reason", reason)]).await;
        assert_eq!(office.world.status(id).await, Status::Submitted);
    }
    assert_eq!(office.act(&mut officer, id, "/refusal", &[("note", "Asked by the host")]).await, 303);
    assert_eq!(office.world.status(id).await, Status::Refused);
}

#[actix_web::test]
async fn nobody_decides_on_themselves() {
    let mut office = Office::new(5).await;
    let own = office.nominee("Mwangi").with("email", "mwangi@example.org");
    assert_eq!(own.submit(&mut office.focal, office.delegation).await, 303);
    let mut officer = office.officer.clone();
    for (act, fields) in [
        ("/return", [("reason", "portrait_unfit")]),
        ("/refusal", [("reason", "duplicate")]),
        ("/hold", [("note", "")]),
    ] {
        office.act(&mut officer, own.id, act, &fields).await;
        assert_eq!(office.world.status(own.id).await, Status::Submitted, "{act}");
    }
    let page = officer.get(&office.file(own.id, "")).await.text();
    assert!(page.contains("This is your own file") && !page.contains("/approval"));
    let mut colleague = office.colleague.clone();
    assert_eq!(office.act(&mut colleague, own.id, "/hold", &[]).await, 303);
    assert_eq!(office.world.status(own.id).await, Status::OnHold);
}

#[actix_web::test]
async fn the_second_of_two_officers_is_told() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let version = office.world.person(id).await.version.to_string();
    let (mut officer, mut colleague) = (office.officer.clone(), office.colleague.clone());
    let seen = [("version", version.as_str()), ("reason", "portrait_unfit")];
    assert_eq!(officer.post(&office.file(id, "/return"), &seen).await, 303);
    let second = [("version", version.as_str()), ("reason", "duplicate"), ("note", "See file 417")];
    let late = colleague.post(&office.file(id, "/refusal"), &second).await;
    assert_eq!(late, 303);
    assert!(late.location().contains(&id.to_string()), "on the same file");
    let told = colleague.get(late.location()).await.text();
    assert!(
        told.contains("your decision was not carried out") && told.contains("mwangi") && told.contains("See file 417"),
        "{told}"
    );
    assert_eq!(office.world.status(id).await, Status::Returned);
}

#[actix_web::test]
async fn a_decision_is_taken_back_before_its_mail_leaves() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let mut officer = office.officer.clone();
    office.act(&mut officer, id, "/refusal", &[("reason", "duplicate")]).await;
    let (decision, ..) = office.last_decision(id).await;
    let page = officer.get(&format!("/{}/files", office.stage.slug)).await;
    assert_eq!(page, 200);
    let key = decision.to_string();
    let mut colleague = office.colleague.clone();
    assert_eq!(office.act(&mut colleague, id, "/undo", &[("decision", &key)]).await, 404, "nobody else's decision");
    assert_eq!(office.act(&mut officer, id, "/undo", &[("decision", &key)]).await, 303);
    assert_eq!(office.world.status(id).await, Status::Submitted);
    assert!(office.mails_about(decision).await.iter().all(|mail| mail.2 == MailState::Withdrawn));
    office.act(&mut officer, id, "/undo", &[("decision", &key)]).await;
    assert_eq!(office.world.status(id).await, Status::Submitted, "once is enough");
}

#[actix_web::test]
async fn what_has_left_the_house_is_not_taken_back() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let mut officer = office.officer.clone();
    office.act(&mut officer, id, "/refusal", &[("reason", "duplicate")]).await;
    let (decision, ..) = office.last_decision(id).await;
    office.world.sql("UPDATE mail SET state = 'sent', sent_at = now() WHERE kind = 'file_refused'").await;
    let told = office.act(&mut officer, id, "/undo", &[("decision", &decision.to_string())]).await;
    assert!(officer.get(told.location()).await.text().contains("the mail has left"));
    assert_eq!(office.world.status(id).await, Status::Refused);
}

#[actix_web::test]
async fn somebody_without_an_address_is_reached_through_the_focal_point() {
    let mut office = Office::new(5).await;
    let silent = office.nominee("Purwanto").with("email", "");
    assert_eq!(silent.submit(&mut office.focal, office.delegation).await, 303);
    let mut officer = office.officer.clone();
    office.act(&mut officer, silent.id, "/refusal", &[("reason", "not_eligible")]).await;
    let (decision, ..) = office.last_decision(silent.id).await;
    let mails = office.mails_about(decision).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].1, "focal@example.org");
    assert!(mails[0].4.contains("Purwanto"));
}

#[actix_web::test]
async fn a_refused_place_is_free_and_taking_back_asks_for_it_again() {
    let mut office = Office::new(1).await;
    let first = office.submitted("Fatuma").await;
    let mut officer = office.officer.clone();
    office.act(&mut officer, first, "/refusal", &[("reason", "not_eligible")]).await;
    let (decision, ..) = office.last_decision(first).await;
    office.submitted("Wanjiru").await;
    let told = office.act(&mut officer, first, "/undo", &[("decision", &decision.to_string())]).await;
    assert!(officer.get(told.location()).await.text().contains("All places of this category are taken"));
    assert_eq!(office.world.status(first).await, Status::Refused);
    let mails = office.mails_about(decision).await;
    assert!(mails.iter().all(|mail| mail.2 == MailState::Waiting), "and its mail still leaves");
}

#[actix_web::test]
async fn a_resubmitted_file_shows_what_changed() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatima").await;
    let mut officer = office.officer.clone();
    office.act(&mut officer, id, "/return", &[("reason", "name_differs")]).await;
    office.world.wait(60);
    let version = office.world.person(id).await.version.to_string();
    let mended = Nominee { id, ..office.nominee("Fatuma") }.with("version", &version);
    assert_eq!(mended.submit(&mut office.focal, office.delegation).await, 303);
    assert_eq!(office.world.person(id).await.identity_version, 2);
    let page = officer.get(&office.file(id, "")).await.text();
    assert!(page.contains("<del><bdi>Fatima") && page.contains("<ins><bdi>Fatuma"), "{page}");
    let changed = officer.get(&format!("/{}/files?pile=changed", office.stage.slug)).await.text();
    assert!(changed.contains("Fatuma"));
}

#[actix_web::test]
async fn the_person_reads_where_the_file_stands() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let mut fatuma = office.world.signed_in("fatuma@example.org").await;
    let own = format!("/people/{id}");
    let mut officer = office.officer.clone();
    assert!(fatuma.get(&own).await.text().contains("The accreditation unit is looking at it"));
    office.act(&mut officer, id, "/hold", &[("note", "Ask the embassy")]).await;
    let page = fatuma.get(&own).await.text();
    assert!(page.contains("still looking at your registration") && !page.contains("embassy"), "{page}");
    office.act(&mut officer, id, "/return", &[("reason", "portrait_unfit")]).await;
    assert!(fatuma.get(&own).await.text().contains("asked your delegation to mend something"));
    let mut stranger = office.world.signed_in("wanjiru@example.org").await;
    assert_eq!(stranger.get(&own).await, 404);
}
