//! Many people handed in together: a check, one button, a receipt, one mail.

use plenipo::ids::{DelegationId, ParticipantId};
use plenipo::participants::Status;

use crate::support::forms::{changed, fields_of};
use crate::support::nominees::Nominee;
use crate::support::people::Stage;
use crate::support::{Browser, Reply, World};

async fn somalia(places: i32) -> (World, Stage, DelegationId, Browser) {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", places).await;
    let focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    (world, stage, somalia, focal)
}

async fn draft(by: &mut Browser, of: DelegationId, nominee: Nominee) -> ParticipantId {
    assert_eq!(nominee.save(by, of).await, 303);
    nominee.id
}

fn path(of: DelegationId) -> String {
    format!("/delegations/{of}/people/check")
}

async fn statuses(world: &World, ids: &[ParticipantId]) -> Vec<Status> {
    let mut found = Vec::new();
    for id in ids {
        found.push(world.status(*id).await);
    }
    found
}

/// The form of the check as it stands, with everybody who is ready.
async fn form(by: &mut Browser, of: DelegationId) -> Vec<(String, String)> {
    fields_of(&by.get(&path(of)).await.text())
}

async fn send(by: &mut Browser, of: DelegationId, fields: &[(String, String)]) -> Reply {
    by.post(&path(of), &changed(fields, &[])).await
}

#[actix_web::test]
async fn those_who_are_ready_are_handed_in_with_one_button_and_one_receipt() {
    let (world, stage, somalia, mut focal) = somalia(9).await;
    let whole = Nominee::new(&stage, "Nguyễn Thị Ánh").with("native_name", "阮氏映");
    let ids = [
        draft(&mut focal, somalia, whole).await,
        draft(&mut focal, somalia, Nominee::new(&stage, "Purwanto")).await,
        draft(&mut focal, somalia, Nominee::new(&stage, "Halima").without_portrait().with("functional_title", ""))
            .await,
    ];
    let page = focal.get(&path(somalia)).await.text();
    for said in [
        "2 ready, 1 to mend",
        "Submit the people ticked",
        "Missing: Functional title, Portrait",
        "7 of 9 left afterwards",
    ] {
        assert!(page.contains(said), "lacks {said}: {page}");
    }
    assert!(page.contains(&format!("/people/{}#functional_title", ids[2])), "the way to what is missing");
    let fields = form(&mut focal, somalia).await;
    let done = send(&mut focal, somalia, &fields).await;
    assert_eq!(done, 303, "{}", done.text());
    assert_eq!(statuses(&world, &ids).await, [Status::Submitted, Status::Submitted, Status::Draft]);

    let receipt = done.location().to_owned();
    let page = focal.get(&receipt).await.text();
    for said in ["Receipt 1", "2 people were submitted", "Purwanto", "阮氏映", "7 of 9 left"] {
        assert!(page.contains(said), "lacks {said}: {page}");
    }
    assert!(!page.contains("Halima"));
    let pdf = focal.get(&format!("{receipt}/receipt.pdf")).await;
    assert_eq!(pdf, 200);
    assert!(pdf.body.starts_with(b"%PDF"));

    // Sent twice, it is the same receipt, and nobody is handed in again.
    let twice = send(&mut focal, somalia, &fields).await;
    assert_eq!((twice.status.as_u16(), twice.location()), (303, receipt.as_str()));
    let again = focal.get(&path(somalia)).await.text();
    assert!(again.contains("0 ready, 1 to mend") && again.contains("Receipt 1"), "{again}");
}

#[actix_web::test]
async fn the_focal_point_gets_one_mail_and_each_person_their_own() {
    let (world, stage, somalia, mut focal) = somalia(9).await;
    draft(&mut focal, somalia, Nominee::new(&stage, "Fatuma")).await;
    draft(&mut focal, somalia, Nominee::new(&stage, "Purwanto").with("email", "focal@example.org")).await;
    draft(&mut focal, somalia, Nominee::new(&stage, "Halima").with("email", "")).await;
    let fields = form(&mut focal, somalia).await;
    assert_eq!(send(&mut focal, somalia, &fields).await, 303);
    let own = world.mails_to("fatuma@example.org").await;
    assert_eq!(own.len(), 1);
    assert!(own[0].body_text.contains("/people/"), "{}", own[0].body_text);
    let digest = world.mails_to("focal@example.org").await;
    assert_eq!(digest.len(), 1, "neither one for each, nor another for whoever has the same address");
    assert_eq!(digest[0].subject, "Received: 3 files of your delegation");
    for said in ["Fatuma", "Purwanto", "Halima", "/receipts/"] {
        assert!(digest[0].body_text.contains(said), "lacks {said}: {}", digest[0].body_text);
    }
}

#[actix_web::test]
async fn the_last_places_go_in_the_order_of_the_list_and_the_rest_is_said() {
    let (world, stage, somalia, mut focal) = somalia(2).await;
    let mut ids = Vec::new();
    for (name, title) in [("Zeinab", "deputy"), ("Ahmed", "adviser"), ("Bashir", "adviser")] {
        ids.push(draft(&mut focal, somalia, Nominee::new(&stage, name).with("composition_title", title)).await);
    }
    let page = focal.get(&path(somalia)).await.text();
    assert!(page.contains("2 ready, 1 to mend") && page.contains("No place is left: 2 in this category"), "{page}");
    let fields = form(&mut focal, somalia).await;
    assert_eq!(send(&mut focal, somalia, &fields).await, 303);
    assert_eq!(statuses(&world, &ids).await, [Status::Submitted, Status::Submitted, Status::Draft]);
}

#[actix_web::test]
async fn whoever_is_left_out_stays_a_draft_and_gives_their_place() {
    let (world, stage, somalia, mut focal) = somalia(1).await;
    let ahmed = draft(&mut focal, somalia, Nominee::new(&stage, "Ahmed")).await;
    let bashir = draft(&mut focal, somalia, Nominee::new(&stage, "Bashir")).await;
    let fields = form(&mut focal, somalia).await;
    let version = world.person(bashir).await.version.to_string();
    let (person, field) = (bashir.to_string(), format!("version.{bashir}"));
    let fields = changed(&fields, &[("person", &person), (&field, &version)])
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect::<Vec<_>>();
    assert_eq!(send(&mut focal, somalia, &fields).await, 303);
    assert_eq!(statuses(&world, &[ahmed, bashir]).await, [Status::Draft, Status::Submitted]);
}

#[actix_web::test]
async fn somebody_changed_since_the_check_is_not_handed_in_and_takes_nobody_along() {
    let (world, stage, somalia, mut focal) = somalia(9).await;
    let ahmed = draft(&mut focal, somalia, Nominee::new(&stage, "Ahmed")).await;
    let bashir = Nominee::new(&stage, "Bashir");
    draft(&mut focal, somalia, bashir.clone()).await;
    let fields = form(&mut focal, somalia).await;
    let version = world.person(bashir.id).await.version.to_string();
    let changed = bashir.clone().with("version", &version).with("functional_title", "Minister");
    assert_eq!(changed.save(&mut focal, somalia).await, 303);
    let done = send(&mut focal, somalia, &fields).await;
    assert_eq!(done, 303);
    assert_eq!(statuses(&world, &[ahmed, bashir.id]).await, [Status::Submitted, Status::Draft]);
    let page = focal.get(done.location()).await.text();
    assert!(page.contains("One person could not be submitted"), "{page}");
}

#[actix_web::test]
async fn a_receipt_is_seen_by_its_delegation_alone() {
    let (world, stage, somalia, mut focal) = somalia(9).await;
    let kenya = world.delegation(&stage, "Kenya", 5).await;
    let mut other = world.focal_point(&stage, kenya, "kenya@example.org").await;
    draft(&mut focal, somalia, Nominee::new(&stage, "Ahmed")).await;
    let fields = form(&mut focal, somalia).await;
    let receipt = send(&mut focal, somalia, &fields).await.location().to_owned();
    let under = receipt.replace(&somalia.to_string(), &kenya.to_string());
    for (path, answer) in [(&receipt, 404), (&under, 404)] {
        assert_eq!(other.get(path).await, answer);
        assert_eq!(other.get(&format!("{path}/receipt.pdf")).await, answer);
    }
    // Nor is its key taken by another's form.
    draft(&mut other, kenya, Nominee::new(&stage, "Wanjiku")).await;
    let key = fields.iter().find(|(name, _)| name == "receipt").unwrap().1.clone();
    let own = form(&mut other, kenya).await;
    let taken = other.post(&path(kenya), &changed(&own, &[("receipt", &key)])).await;
    assert_eq!(taken, 404);
}

#[actix_web::test]
async fn with_nobody_ticked_the_list_says_so_and_stays_as_it_was() {
    let (world, stage, somalia, mut focal) = somalia(9).await;
    let ahmed = draft(&mut focal, somalia, Nominee::new(&stage, "Ahmed")).await;
    let mut fields = form(&mut focal, somalia).await;
    fields.retain(|(name, _)| name != "person");
    let none = send(&mut focal, somalia, &fields).await;
    assert_eq!(none, 422);
    let page = none.text();
    assert!(page.contains("Nobody is ticked.") && page.contains("id=\"person-error\""), "{page}");
    assert!(page.contains("Ahmed") && !page.contains(&format!("value=\"{ahmed}\" checked")), "as it was: {page}");
    assert_eq!(statuses(&world, &[ahmed]).await, [Status::Draft]);
}

#[actix_web::test]
async fn every_receipt_is_found_again_from_the_home_of_the_delegation() {
    let (_world, stage, somalia, mut focal) = somalia(9).await;
    let home = format!("/delegations/{somalia}");
    let all = format!("{home}/receipts");
    assert!(!focal.get(&home).await.text().contains(&all), "there are none");
    assert!(focal.get(&all).await.text().contains("There are no receipts yet"));
    let mut given = Vec::new();
    for names in [["Ahmed", "Bashir"].as_slice(), &["Halima"]] {
        for name in names {
            draft(&mut focal, somalia, Nominee::new(&stage, name)).await;
        }
        let fields = form(&mut focal, somalia).await;
        given.push(send(&mut focal, somalia, &fields).await.location().to_owned());
    }
    assert!(focal.get(&home).await.text().contains(&all));
    let page = focal.get(&all).await.text().replace(['\u{2068}', '\u{2069}'], "");
    let at =
        |receipt: &str| page.find(&format!("href=\"{receipt}\"")).unwrap_or_else(|| panic!("no {receipt}: {page}"));
    assert!(at(&given[1]) < at(&given[0]), "the latest first");
    assert!(page.contains("Receipt 1 as PDF") && page.contains(&format!("{}/receipt.pdf", given[0])), "{page}");
    assert_eq!(focal.get(&format!("{}/receipt.pdf", given[0])).await, 200);
}
