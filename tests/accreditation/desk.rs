//! The officer's desk: what is shown, to whom, on whose desk a file lies.

use plenipo::clock::Moment;
use plenipo::conferences::DutyKind;

use super::stage::Office;
use crate::support::nominees::Nominee;

#[actix_web::test]
async fn files_wait_in_their_order_and_the_next_one_follows_at_once() {
    let mut office = Office::new(9).await;
    let mut ids = Vec::new();
    for name in ["Fatuma", "Wanjiru", "Purwanto"] {
        ids.push(office.submitted(name).await);
        office.world.wait(60);
    }
    let mut officer = office.officer.clone();
    let pile = officer.get(&format!("/{}/files", office.stage.slug)).await.text();
    assert!(pile.find("Fatuma") < pile.find("Wanjiru") && pile.find("Wanjiru") < pile.find("Purwanto"));
    let onward = office.act(&mut officer, ids[1], "/hold", &[]).await;
    assert!(onward.location().contains(&ids[2].to_string()), "the next behind it: {}", onward.location());
    let onward = office.act(&mut officer, ids[2], "/hold", &[]).await;
    assert!(onward.location().contains(&ids[0].to_string()), "then from the top");
    let onward = office.act(&mut officer, ids[0], "/hold", &[]).await;
    assert_eq!(onward.location(), format!("/{}/files", office.stage.slug), "then the empty pile");
}

#[actix_web::test]
async fn a_file_lies_on_one_desk() {
    let mut office = Office::new(5).await;
    let (id, other) = (office.submitted("Fatuma").await, office.submitted("Wanjiru").await);
    let (mut officer, mut colleague) = (office.officer.clone(), office.colleague.clone());
    assert!(officer.get(&office.file(id, "")).await.text().contains("/approval"));
    let seen = colleague.get(&office.file(id, "")).await.text();
    assert!(seen.contains("On the desk of mwangi") && !seen.contains("/approval"), "{seen}");
    assert_eq!(office.act(&mut colleague, id, "/desk", &[]).await, 303);
    assert!(colleague.get(&office.file(id, "")).await.text().contains("/approval"));
    assert!(officer.get(&office.file(id, "")).await.text().contains("On the desk of kim"));
    office.world.wait(301);
    assert!(officer.get(&office.file(id, "")).await.text().contains("/approval"), "after five minutes it is free");
    officer.get(&office.file(other, "")).await;
    assert!(colleague.get(&office.file(id, "")).await.text().contains("/approval"), "one file a desk");
}

#[actix_web::test]
async fn those_who_only_look_on_take_nothing_up() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let mut observer = office.world.on_duty(&office.stage, "observer@example.org", DutyKind::Observer).await;
    let seen = observer.get(&office.file(id, "")).await;
    assert_eq!(seen, 200);
    let page = seen.text();
    assert!(page.contains("Fatuma") && !page.contains("/approval") && !page.contains("Show the number"));
    assert_eq!(observer.post(&office.file(id, "/hold"), &[("version", "2")]).await, 404);
    assert!(office.officer.get(&office.file(id, "")).await.text().contains("/approval"));
}

#[actix_web::test]
async fn doubles_are_shown_and_strangers_are_not() {
    let mut office = Office::new(9).await;
    let id = office.submitted("Fatuma Warsame").await;
    let same_name = office.nominee("Warsame Fatuma").with("document_number", "Q7654321").with("email", "a@example.org");
    let same_paper = office.nominee("Somebody Else").with("birth_year", "1970");
    let number = office.nominee("Fatuma Warsame").fields["document_number"].clone();
    let same_paper = same_paper.with("document_number", &number);
    let stranger = office.nominee("Wanjiru Kamau");
    for nominee in [&same_name, &same_paper, &stranger] {
        assert_eq!(nominee.submit(&mut office.focal, office.delegation).await, 303);
    }
    let page = office.officer.get(&office.file(id, "")).await.text();
    let doubts = &page[page.find("2 doubts").expect("two doubts")..];
    assert!(doubts.contains("Same name and birth date") && doubts.contains("Same number on the identity paper"));
    assert!(!doubts.contains("Wanjiru"));
}

#[actix_web::test]
async fn a_scan_is_opened_on_record_and_never_ahead() {
    let mut office = Office::new(5).await;
    let fatuma = office.nominee("Fatuma");
    let fields: Vec<_> = fatuma.fields.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
    let portrait = fatuma.portrait.clone().unwrap();
    let files = [("portrait", "p.jpg", &portrait[..]), ("document_scan", "passport.pdf", b"%PDF-1.7 page")];
    let path = format!("/delegations/{}/people/{}/submission", office.delegation, fatuma.id);
    assert_eq!(office.focal.upload(&path, &fields, &files).await, 303);
    let scan = office.file(fatuma.id, "/papers/identity");
    let mut ahead = office.officer.clone().with_header("sec-purpose", "prefetch");
    assert_eq!(ahead.get(&scan).await, 404);
    let opened = office.officer.get(&scan).await;
    assert_eq!(opened, 200);
    assert_eq!(opened.body, b"%PDF-1.7 page");
    let policy = opened.headers.get("content-security-policy").unwrap().to_str().unwrap();
    assert!(policy.contains("default-src 'none'"), "{policy}");
    let mut organiser = office.world.on_duty(&office.stage, "org@example.org", DutyKind::Organiser).await;
    assert_eq!(organiser.get(&scan).await, 404);
    let card = organiser.get(&format!("/{}/participants/{}", office.stage.slug, fatuma.id)).await.text();
    assert_eq!(card.matches("Scan of the identity paper shown").count(), 1);
    office
        .world
        .sql("DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM stored_file_chunk WHERE content LIKE '%PDF-1.7%'), 'in the clear'; END $$")
        .await;
}

#[actix_web::test]
async fn numbers_and_scans_are_erased_on_their_day_and_not_before() {
    let mut office = Office::new(5).await;
    let fatuma = office.nominee("Fatuma");
    let fields: Vec<_> = fatuma.fields.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
    let portrait = fatuma.portrait.clone().unwrap();
    let files = [("portrait", "p.jpg", &portrait[..]), ("document_scan", "passport.pdf", b"%PDF-1.7 page")];
    let path = format!("/delegations/{}/people/{}/submission", office.delegation, fatuma.id);
    assert_eq!(office.focal.upload(&path, &fields, &files).await, 303);
    let erase = async |at: &str| {
        let mut tx = office.world.db().begin().await.unwrap();
        let erased = plenipo::participants::erase_papers(&mut tx, Moment::parse(at).unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        erased
    };
    let scans = |count: u8| {
        format!(
            "DO $$ BEGIN ASSERT (SELECT count(*) FROM stored_file WHERE kind = 'identity_document') = {count}; END $$"
        )
    };
    assert_eq!(erase("2025-12-30T23:59:00Z").await, 0);
    office.world.sql(&scans(1)).await;
    assert_eq!(erase("2025-12-31T00:00:00Z").await, 1);
    office.world.sql(&scans(0)).await;
    office
        .world
        .sql("DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM participant WHERE document_number_sealed IS NOT NULL OR document_number_digest IS NOT NULL OR document_number_hint IS NOT NULL OR document_file_id IS NOT NULL); END $$")
        .await;
    assert!(office.world.person(fatuma.id).await.details.document_name.contains("Fatuma"), "the person stays");
    assert_eq!(erase("2026-01-01T00:00:00Z").await, 0, "once");
}

#[actix_web::test]
async fn the_security_authority_waits_for_its_step() {
    let mut office = Office::new(5).await;
    let sql = format!(
        "INSERT INTO category_clearance (conference_id, category_id, kind, step) VALUES ('{}', '{}', 'security', 2)",
        office.stage.conference, office.stage.delegates
    );
    office.world.sql(&sql).await;
    let nominee = Nominee::new(&office.stage, "Fatuma");
    assert_eq!(nominee.submit(&mut office.focal, office.delegation).await, 303);
    let mut security = office.world.on_duty(&office.stage, "sec@example.org", DutyKind::SecurityAuthority).await;
    let pile = security.get(&format!("/{}/files", office.stage.slug)).await.text();
    assert!(!pile.contains("Fatuma"), "documents come first");
    let elsewhere = security.get(&format!("/{}/files?pile=elsewhere", office.stage.slug)).await.text();
    assert!(elsewhere.contains("Fatuma"));
    let mut officer = office.officer.clone();
    assert!(officer.get(&format!("/{}/files", office.stage.slug)).await.text().contains("Fatuma"));
}

#[actix_web::test]
async fn the_delegations_letters_lie_beside_the_file() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let elsewhere = office.world.delegation(&office.stage, "Kenya", 5).await;
    let mut kenya = office.world.focal_point(&office.stage, elsewhere, "kenya@example.org").await;
    let letters = format!("/delegations/{}/letters", office.delegation);
    for text in [&b"%PDF-1.7 former"[..], b"%PDF-1.7 newest"] {
        let sent = [("letter", "note.pdf", text)];
        assert_eq!(office.focal.upload(&letters, &[("letter_kind", "note_verbale")], &sent).await, 303);
        office.world.wait(60);
    }
    let sent = [("letter", "note.pdf", &b"%PDF-1.7 kenyan"[..])];
    let foreign = format!("/delegations/{elsewhere}/letters");
    assert_eq!(kenya.upload(&foreign, &[("letter_kind", "note_verbale")], &sent).await, 303);

    let page = office.officer.get(&office.file(id, "")).await.text();
    let paths: Vec<&str> = page.split("href=\"").filter_map(|rest| rest.split('"').next()).collect();
    let letters: Vec<&&str> = paths.iter().filter(|path| path.contains("/papers/letters/")).collect();
    assert_eq!(letters.len(), 1, "the newest of a kind counts");
    assert_eq!(office.officer.get(letters[0]).await.body, b"%PDF-1.7 newest");

    let kenyan = kenya.get(&foreign).await.text();
    let key = kenyan.split("/letters/").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    assert_eq!(office.officer.get(&office.file(id, &format!("/papers/letters/{key}"))).await, 404);
    let mut organiser = office.world.on_duty(&office.stage, "org@example.org", DutyKind::Organiser).await;
    assert_eq!(organiser.get(letters[0]).await, 404, "the organiser has them on the delegation's page");
}

#[actix_web::test]
async fn whose_files_just_arrived_is_told_at_the_head_of_a_queue_that_begins_with_the_oldest() {
    let mut office = Office::new(9).await;
    office.submitted("Fatuma").await;
    office.submitted("Wanjiru").await;
    let pile = format!("/{}/files", office.stage.slug);
    let link = format!("{pile}?delegation={}", office.delegation);
    let mut officer = office.officer.clone();
    let page = officer.get(&pile).await.text();
    assert!(
        page.contains("Just in") && page.contains(&format!("href=\"{link}\"><bdi>Somalia</bdi> <small>2</small>")),
        "{page}"
    );
    let narrowed = officer.get(&link).await.text();
    assert!(narrowed.contains("Fatuma") && !narrowed.contains("Just in"), "{narrowed}");
    let searched = officer.get(&format!("{pile}?q=fatuma+somali")).await.text();
    assert!(searched.contains("Fatuma") && !searched.contains("Wanjiru"), "{searched}");
    assert!(officer.get(&format!("{pile}?q=somali")).await.text().contains("Wanjiru"), "a delegation is found, too");
    assert!(officer.get(&format!("{pile}?q=kenya")).await.text().contains("No file fits"));
    office.world.wait(3601);
    assert!(!officer.get(&pile).await.text().contains("Just in"), "after an hour they are files like all others");
}
