//! Writing to many focal points at once: whom it concerns, in which language, once a day.

use plenipo::ids::DelegationId;

use super::organiser;
use crate::support::people::Stage;
use crate::support::{Browser, Reply, World};

const PAGE: &str = "/hanoi/delegations/reminders";

/// A delegation that was invited through Ada at this address and has said nothing.
async fn invited(world: &World, stage: &Stage, name: &str, language: &str) -> (DelegationId, Browser) {
    let id = world.delegation(stage, name, 5).await;
    let ada = world.focal_point(stage, id, &address(name)).await;
    world
        .sql(&format!(
            "UPDATE delegation SET status = 'invited', language = '{language}' WHERE id = '{id}';
             UPDATE account SET language = '{language}' WHERE email = '{}';
             UPDATE focal_point SET invited_at = appointed_at WHERE delegation_id = '{id}'",
            address(name)
        ))
        .await;
    (id, ada)
}

fn address(name: &str) -> String {
    format!("{}@mission.example", name.to_lowercase())
}

/// The values of the boxes that are ticked on the page.
fn ticked(page: &str) -> Vec<String> {
    let boxes = page.split("name=\"to\" value=\"").skip(1).filter(|rest| {
        let tag = rest.split('>').next().unwrap_or_default();
        tag.contains(" checked") && !tag.contains(" disabled")
    });
    boxes.filter_map(|rest| rest.split('"').next()).map(ToOwned::to_owned).collect()
}

/// Ticks what the page proposes and presses the button.
async fn press(chi: &mut Browser, about: &str) -> Reply {
    let page = chi.get(&format!("{PAGE}?about={about}")).await.text();
    let ids = ticked(&page);
    let mut fields = vec![("about", about)];
    fields.extend(ids.iter().map(|id| ("to", id.as_str())));
    chi.post(PAGE, &fields).await
}

#[actix_web::test]
async fn those_who_said_nothing_are_reminded_in_their_language_and_the_link_lets_them_answer() {
    let (world, stage, mut chi) = organiser().await;
    let (id, _) = invited(&world, &stage, "Atlantis", "fr").await;
    let (_, mut ben) = invited(&world, &stage, "Lemuria", "en").await;
    let said = [("reply", "coming"), ("expected_people", "3"), ("note", "")];
    let lemuria = super::by_key(&world, &stage, "Lemuria").await.id;
    assert_eq!(ben.post(&format!("/delegations/{lemuria}/answer"), &said).await, 303);
    let page = chi.get(&format!("{PAGE}?about=answer")).await.text();
    assert!(page.contains("One mail leaves: Français 1"), "{page}");
    assert!(page.contains("Atlantis") && !page.contains("lemuria@"), "{page}");
    assert!(page.contains("vient. Merci de nous le dire"), "the mail can be read before it leaves: {page}");
    assert!(world.mails_to(&address("Atlantis")).await.is_empty(), "looking writes to nobody");
    assert_eq!(press(&mut chi, "answer").await, 303);
    let mail = world.mail_to(&address("Atlantis")).await;
    assert!(mail.language == "fr" && mail.body_text.contains("Atlantis") && mail.subject.contains("rappel"));
    assert!(world.mails_to(&address("Lemuria")).await.is_empty(), "who has answered is left in peace");
    let mut ada = world.stranger();
    let entered = ada.post(&crate::support::mails::link_in(&mail, "/invitation/"), &[]).await;
    assert_eq!(entered.location(), format!("/delegations/{id}/answer"));
    assert_eq!(ada.get(entered.location()).await, 200);
}

#[actix_web::test]
async fn nobody_is_reminded_of_one_thing_twice_a_day_and_the_next_day_they_are() {
    let (world, stage, mut chi) = organiser().await;
    invited(&world, &stage, "Atlantis", "en").await;
    let page = chi.get(&format!("{PAGE}?about=answer")).await.text();
    let ids = ticked(&page);
    let fields = [("about", "answer"), ("to", ids[0].as_str())];
    assert_eq!(chi.post(PAGE, &fields).await, 303);
    assert_eq!(chi.post(PAGE, &fields).await, 303, "a double tap");
    assert!(chi.get(PAGE).await.text().contains("Nothing was sent"));
    assert_eq!(world.mails_to(&address("Atlantis")).await.len(), 1);
    let page = chi.get(&format!("{PAGE}?about=answer")).await.text();
    assert!(page.contains("One was written to about this today") && ticked(&page).is_empty(), "{page}");
    world.wait(86_400);
    let mut chi = world.on_duty(&stage, "dana@example.org", plenipo::conferences::DutyKind::Organiser).await;
    assert_eq!(press(&mut chi, "answer").await, 303);
    assert_eq!(world.mails_to(&address("Atlantis")).await.len(), 2);
}

/// Two organisers press at the same moment; says how many mails leave.
async fn both_press(world: &World, stage: &Stage) -> usize {
    use plenipo::conferences::DutyKind;
    let mut chi = world.on_duty(stage, "chi@example.org", DutyKind::Organiser).await;
    let mut dana = world.on_duty(stage, "dana@example.org", DutyKind::Organiser).await;
    invited(world, stage, "Atlantis", "en").await;
    let ids = ticked(&chi.get(&format!("{PAGE}?about=answer")).await.text());
    dana.get(PAGE).await;
    let fields = [("about", "answer"), ("to", ids[0].as_str())];
    let (one, other) = futures_util::join!(chi.post(PAGE, &fields), dana.post(PAGE, &fields));
    assert!(one == 303 && other == 303, "{} {}", one.text(), other.text());
    world.mails_to(&address("Atlantis")).await.len()
}

#[actix_web::test]
async fn two_organisers_at_once_write_one_mail() {
    let (world, stage) = World::new().await;
    assert_eq!(both_press(&world, &stage).await, 1);
}

/// The negative twin: it is the constraint that keeps the rule.
#[actix_web::test]
async fn without_the_constraint_two_organisers_write_twice() {
    let (world, stage) = World::new().await;
    world.sql("ALTER TABLE reminder DROP CONSTRAINT one_reminder_per_day").await;
    assert_eq!(both_press(&world, &stage).await, 2);
}

#[actix_web::test]
async fn a_hundred_who_were_appointed_by_a_table_are_invited_with_one_press() {
    let (world, _stage, mut chi) = organiser().await;
    let rows =
        (1..=100).map(|one| format!("ngo-{one},ngo,Society {one},{},f{one}@society.example", ["en", "fr"][one % 2]));
    let table = format!("key,kind,name_en,language,focal_email\n{}\n", rows.collect::<Vec<_>>().join("\n"));
    let looked = chi.upload("/hanoi/delegations/import", &[], &[("table", "list.csv", table.as_bytes())]).await;
    let act = looked.location().to_owned();
    assert_eq!(chi.post(&act, &[]).await, 303, "appointed, and nobody is written to yet");
    assert!(world.mails_to("f7@society.example").await.is_empty());
    let page = chi.get(PAGE).await.text();
    assert!(page.contains("100 mails leave: English 50, Français 50"), "{page}");
    assert_eq!(press(&mut chi, "invitation").await, 303);
    for one in [1, 50, 100] {
        let mail = world.mail_to(&format!("f{one}@society.example")).await;
        assert_eq!((mail.kind.as_str(), mail.language.as_str()), ("focal_point_invitation", ["en", "fr"][one % 2]));
    }
    assert!(chi.get(PAGE).await.text().contains("100 mails are on their way"));
}

#[actix_web::test]
async fn after_the_window_nobody_is_asked_for_an_answer() {
    let (world, stage, mut chi) = organiser().await;
    invited(&world, &stage, "Atlantis", "en").await;
    let ids = ticked(&chi.get(&format!("{PAGE}?about=answer")).await.text());
    world.sql("UPDATE conference SET confirmation_closes_at = nomination_closes_at").await;
    world.wait(20 * 86_400);
    let mut chi = world.on_duty(&stage, "dana@example.org", plenipo::conferences::DutyKind::Organiser).await;
    let page = chi.get(&format!("{PAGE}?about=answer")).await.text();
    assert!(page.contains("The window for this has closed") && ticked(&page).is_empty(), "{page}");
    let reply = chi.post(PAGE, &[("about", "answer"), ("to", ids[0].as_str())]).await;
    assert_eq!(reply, 422);
    assert!(world.mails_to(&address("Atlantis")).await.is_empty());
}
