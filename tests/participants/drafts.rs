//! Keeping somebody as a draft: nothing typed is lost, nothing of another delegation is seen.

use plenipo::participants::Status;

use crate::support::World;
use crate::support::nominees::Nominee;

#[actix_web::test]
async fn a_draft_may_have_gaps() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let mut fatuma = Nominee::new(&stage, "Fatuma").without_portrait();
    for field in ["birth_day", "birth_month", "birth_year", "sex", "document_number", "nationality"] {
        fatuma = fatuma.with(field, "");
    }
    let reply = fatuma.save(&mut focal, somalia).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let person = world.person(fatuma.id).await;
    assert_eq!((person.status, person.name()), (Status::Draft, "Fatuma".to_owned()));
    let home = focal.get(&format!("/delegations/{somalia}")).await.text();
    assert!(home.contains("Fatuma") && home.contains("5 things missing"), "{home}");
    assert!(home.contains("0 of 5"), "a draft takes no place");
}

#[actix_web::test]
async fn what_cannot_be_read_is_said_and_the_rest_is_kept() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let fatuma =
        Nominee::new(&stage, "Fatuma").with("phone", "call me").with("birth_day", "31").with("birth_month", "2");
    let reply = fatuma.save(&mut focal, somalia).await;
    assert_eq!(reply, 422);
    let page = reply.text();
    assert!(page.contains("call me") && page.contains(r#"value="31""#), "what was typed is still there");
    let person = world.person(fatuma.id).await;
    assert_eq!(person.document_name, "Fatuma");
    assert!(person.portrait_file_id.is_some(), "the chosen picture is not lost");
    assert!(person.birth_date.is_none() && person.phone.is_none());
}

#[actix_web::test]
async fn the_lines_of_a_passport_fill_the_form_and_lose_nothing_that_was_typed() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let lines = "P<SOMWARSAME<<FATUMA<ABDIKARIM<<<<<<<<<<<<<<\nP012345673SOM8803148F3005028<<<<<<<<<<<<<<00";
    let mut empty = Nominee::new(&stage, "")
        .with("email", "fatuma@example.org")
        .with("then", "mrz")
        .with("mrz", lines)
        .with("functional_title", "Adviser");
    for field in ["sex", "birth_day", "birth_month", "birth_year", "nationality", "document_kind", "document_number"] {
        empty = empty.with(field, "");
    }
    let reply = empty.save(&mut focal, somalia).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let person = world.person(empty.id).await;
    assert_eq!((person.name(), person.nationality.as_deref()), ("Warsame Fatuma Abdikarim".to_owned(), Some("SO")));
    assert!(person.document_number_hint.is_some() && person.birth_date.is_some() && person.portrait_file_id.is_some());
    assert!(focal.get(reply.location()).await.text().contains("Filled in from the document"));
    // A given name that was typed stays, and no longer keeps the whole name empty.
    let typed = Nominee::new(&stage, "Fatuma")
        .with("document_name", "")
        .with("family_name", "")
        .with("given_name", "Fâtuma Abdikarim")
        .with("email", "")
        .with("then", "mrz")
        .with("mrz", lines);
    let reply = typed.save(&mut focal, somalia).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let given = world.person(typed.id).await;
    let names = [&given.document_name, &given.family_name, &given.given_name].map(String::as_str);
    assert_eq!(names, ["Warsame Fatuma Abdikarim", "Warsame", "Fâtuma Abdikarim"]);
    let page = focal.get(reply.location()).await.text().replace(['\u{2068}', '\u{2069}'], "");
    assert!(page.contains("Filled in from the document: Full name as in the travel document, Family name"), "{page}");
    assert!(page.contains("Kept as it was typed: Given names."), "{page}");
    let version = person.version.to_string();
    let wrong = Nominee::new(&stage, "Fatuma").with("version", &version).with("then", "mrz").with("mrz", "Fatuma");
    let reply = Nominee { id: empty.id, ..wrong }.save(&mut focal, somalia).await;
    assert!(reply == 422 && reply.text().contains("mrz-error"), "{}", reply.text());
    assert_eq!(world.person(empty.id).await.name(), "Fatuma", "the rest is kept all the same");
}

#[actix_web::test]
async fn names_of_every_kind_stay_as_they_are() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 50).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let names = [
        "عبد الرحمن القحطاني",
        "Purwanto",
        "Ngô Thị <b>Hồng</b>",
        "O'Brien; DROP TABLE",
        "X 🕊️ Æ",
        "می‌خواهم",
        "=cmd|' /C calc'!A0",
    ];
    for name in names {
        let nominee = Nominee::new(&stage, name).with("email", "").with("native_name", name);
        assert_eq!(nominee.save(&mut focal, somalia).await, 303);
        assert_eq!(world.person(nominee.id).await.name(), name);
    }
    let home = focal.get(&format!("/delegations/{somalia}")).await.text();
    assert!(home.contains("Ngô Thị &#60;b&#62;Hồng") || home.contains("Ngô Thị &lt;b&gt;Hồng"), "never markup");
}

#[actix_web::test]
async fn a_form_sent_twice_makes_one_person() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let fatuma = Nominee::new(&stage, "Fatuma");
    assert_eq!(fatuma.save(&mut focal, somalia).await, 303);
    assert_eq!(fatuma.save(&mut focal, somalia).await, 409, "the second time it is a change of version 0 over another");
    let home = focal.get(&format!("/delegations/{somalia}")).await.text();
    assert_eq!(home.matches("<bdi>Fatuma</bdi>").count(), 1);
}

#[actix_web::test]
async fn two_people_who_change_one_file_are_told() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut one = world.focal_point(&stage, somalia, "one@example.org").await;
    let mut other = world.focal_point(&stage, somalia, "other@example.org").await;
    let fatuma = Nominee::new(&stage, "Fatuma").without_portrait();
    fatuma.save(&mut one, somalia).await;
    let version = world.person(fatuma.id).await.version.to_string();
    let first = fatuma.clone().with("version", &version).with("functional_title", "Minister of Posts");
    assert_eq!(first.save(&mut one, somalia).await, 303);
    let second = fatuma.clone().with("version", &version).with("functional_title", "Minister of Ports");
    let reply = second.save(&mut other, somalia).await;
    assert_eq!(reply, 409);
    let page = reply.text();
    assert!(page.contains("Minister of Posts") && page.contains("Minister of Ports"), "both versions are shown");
    assert_eq!(world.person(fatuma.id).await.functional_title, "Minister of Posts");
    let now = world.person(fatuma.id).await.version.to_string();
    assert_eq!(second.with("version", &now).save(&mut other, somalia).await, 303, "and sending again is meant");
    assert_eq!(world.person(fatuma.id).await.functional_title, "Minister of Ports");
}

#[actix_web::test]
async fn another_delegations_person_cannot_be_told_from_nobody() {
    let (world, stage) = World::new().await;
    let (somalia, kenya) = (world.delegation(&stage, "Somalia", 5).await, world.delegation(&stage, "Kenya", 5).await);
    let mut focal = world.focal_point(&stage, somalia, "somalia@example.org").await;
    let mut other = world.focal_point(&stage, kenya, "kenya@example.org").await;
    let fatuma = Nominee::new(&stage, "Fatuma");
    fatuma.save(&mut focal, somalia).await;
    let path = format!("/delegations/{kenya}/people/{}", fatuma.id);
    assert_eq!(other.get(&path).await, 404);
    assert_eq!(fatuma.save(&mut other, kenya).await, 404);
    assert_eq!(fatuma.submit(&mut other, kenya).await, 404);
    assert_eq!(other.post(&format!("{path}/removal"), &[]).await, 404);
    assert_eq!(other.post(&format!("{path}/withdrawal"), &[]).await, 404);
    assert_eq!(other.get(&format!("/delegations/{somalia}/people/{}", fatuma.id)).await, 404);
    assert_eq!(world.person(fatuma.id).await.delegation_id, somalia);
}

#[actix_web::test]
async fn a_discarded_draft_leaves_nothing() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let fatuma = Nominee::new(&stage, "Fatuma");
    fatuma.save(&mut focal, somalia).await;
    let path = format!("/delegations/{somalia}/people/{}", fatuma.id);
    assert_eq!(focal.post(&format!("{path}/removal"), &[]).await, 303);
    assert_eq!(focal.get(&path).await, 404);
    world.sql("DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM stored_file), 'a file is left'; ASSERT NOT EXISTS (SELECT FROM person), 'a person is left'; END $$").await;
}

#[actix_web::test]
async fn the_number_of_a_passport_is_stored_sealed_and_shown_on_record() {
    use plenipo::conferences::DutyKind;
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let fatuma = Nominee::new(&stage, "Fatuma").with("document_number", "P00 51-2241");
    fatuma.save(&mut focal, somalia).await;
    let page = focal.get(&format!("/delegations/{somalia}/people/{}", fatuma.id)).await.text();
    assert!(page.contains("P0•••••41") && !page.contains("512241"), "the form never shows the number again");
    world.sql("DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM participant p WHERE p::text LIKE '%51-2241%'), 'in the clear'; END $$").await;
    let mut officer = world.on_duty(&stage, "officer@example.org", DutyKind::AccreditationOfficer).await;
    let mut observer = world.on_duty(&stage, "observer@example.org", DutyKind::Observer).await;
    let path = format!("/{}/participants/{}/document-number", stage.slug, fatuma.id);
    assert_eq!(observer.post(&path, &[]).await, 404);
    let shown = officer.post(&path, &[]).await;
    assert!(shown.text().contains("P00 51-2241"));
    let card = officer.get(&format!("/{}/participants/{}", stage.slug, fatuma.id)).await.text();
    assert_eq!(card.matches("Number of the identity paper shown").count(), 1);
}
