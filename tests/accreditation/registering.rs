//! Registering oneself where a category is open: an address and its code, then the same pages as everybody, then the officers.

use plenipo::conferences::DutyKind;
use plenipo::ids::{DelegationId, ParticipantId};
use plenipo::participants::Status;

use crate::support::forms::{changed, fields_of};
use crate::support::mails::code_in;
use crate::support::nominees::jpeg;
use crate::support::people::Stage;
use crate::support::{Browser, Reply, World};

const LENA: &str = "lena@freelance.example";

/// A conference whose press registers itself under "Independent media", with so many places.
async fn open(places: i32) -> (World, Stage, DelegationId) {
    let (world, stage) = World::new().await;
    let media = world.delegation(&stage, "Independent media", 5).await;
    world
        .sql(&format!(
            "INSERT INTO quota (conference_id, delegation_id, category_id, cap) VALUES ('{}', '{media}', '{}', {places})",
            stage.conference, stage.press
        ))
        .await;
    let mut organiser = world.on_duty(&stage, "organiser@example.org", DutyKind::Organiser).await;
    let reply = open_press(&mut organiser, &stage, media, "2025-10-30T18:00").await;
    assert_eq!(reply, 303, "{}", reply.text());
    (world, stage, media)
}

async fn open_press(by: &mut Browser, stage: &Stage, under: DelegationId, closes: &str) -> Reply {
    let (category, under) = (stage.press.to_string(), under.to_string());
    let fields = [("category", category.as_str()), ("delegation", &under), ("closes", closes)];
    by.post(&format!("/{}/settings/registration", stage.slug), &fields).await
}

/// Comes as a stranger, types the address and its code, and is at the question whom to register.
async fn come(world: &World, address: &str) -> Browser {
    let mut browser = world.stranger();
    assert_eq!(browser.post("/hanoi/register", &[("email", address)]).await.location(), "/sign-in/code");
    let code = code_in(&world.mail_to(address).await);
    let entered = browser.post("/sign-in/code", &[("code", &code)]).await;
    assert_eq!(entered.location(), "/hanoi/register/people", "{}", entered.text());
    browser
}

async fn begin(by: &mut Browser, name: &str) -> Reply {
    let shown = fields_of(&by.get("/hanoi/register/people").await.text());
    by.post("/hanoi/register/people", &changed(&shown, &[("document_name", name)])).await
}

fn person_at(reply: &Reply) -> ParticipantId {
    let id = reply.location().trim_start_matches("/people/").trim_end_matches("/form");
    ParticipantId::parse(id).unwrap_or_else(|| panic!("{} {}", reply.location(), reply.text()))
}

async fn fill_in(by: &mut Browser, id: ParticipantId, number: &str) {
    let pages: &[(&str, &[(&str, &str)])] = &[
        ("role", &[("functional_title", "Correspondent")]),
        ("name", &[("family_name", "Novak")]),
        (
            "identity",
            &[
                ("birth_day", "1"),
                ("birth_month", "2"),
                ("birth_year", "1990"),
                ("sex", "F"),
                ("nationality", "SI"),
                ("residence", "SI"),
            ],
        ),
        (
            "document",
            &[
                ("document_kind", "passport"),
                ("document_country", "SI"),
                ("document_number", number),
                ("document_expires_day", "2"),
                ("document_expires_month", "5"),
                ("document_expires_year", "2031"),
            ],
        ),
        ("contact", &[("phone", "+386 40 123 456")]),
    ];
    for (page, fields) in pages {
        let path = format!("/people/{id}/form/{page}");
        let shown = fields_of(&by.get(&path).await.text());
        let reply = by.post(&path, &changed(&shown, fields)).await;
        assert_eq!(reply, 303, "{page}: {}", reply.text());
    }
    let picture = jpeg(600, 800);
    let sent = by.upload(&format!("/people/{id}/form/portrait"), &[], &[("portrait", "me.jpg", &picture)]).await;
    assert_eq!(sent, 303, "{}", sent.text());
}

async fn submit(world: &World, by: &mut Browser, id: ParticipantId) -> Reply {
    let version = world.person(id).await.version.to_string();
    by.post(&format!("/people/{id}/form/check"), &[("version", &version), ("declared", "yes")]).await
}

#[actix_web::test]
async fn a_journalist_registers_and_the_officer_has_the_file() {
    let (world, stage, media) = open(3).await;
    let page = world.stranger().get("/hanoi").await.text();
    assert!(page.contains("/hanoi/register"), "the public page says so");
    let mut lena = come(&world, LENA).await;
    let begun = begin(&mut lena, "Lena Novak").await;
    assert_eq!(begun, 303, "{}", begun.text());
    let id = person_at(&begun);
    assert!(world.mail_to(LENA).await.body_text.contains(&format!("/people/{id}/form")), "the way back is mailed");
    fill_in(&mut lena, id, "PB1234567").await;
    let sent = submit(&world, &mut lena, id).await;
    assert_eq!(sent, 303, "{}", sent.text());
    let person = world.person(id).await;
    assert_eq!((person.status, person.delegation_id, person.category_id), (Status::Submitted, media, stage.press));
    let again = submit(&world, &mut lena, id).await;
    assert_eq!(again, 303, "a second press changes nothing");
    assert_eq!(world.mails_to(LENA).await.iter().filter(|mail| mail.kind == "file_registered").count(), 1);
    let mut officer = world.on_duty(&stage, "officer@example.org", DutyKind::AccreditationOfficer).await;
    assert!(officer.get("/hanoi/files").await.text().contains("Lena Novak"));
    let status = lena.get(&format!("/people/{id}")).await.text();
    assert!(status.contains("Submitted by you"), "{status}");
    let days = lena.get(&format!("/people/{id}/calendar.ics")).await;
    assert!(days.text().contains("BEGIN:VCALENDAR") && days.text().contains("20251025"), "{}", days.text());
}

#[actix_web::test]
async fn nothing_tells_whether_an_address_is_known() {
    let (world, _, _) = open(3).await;
    world.account("known@example.org").await;
    let mut pages = Vec::new();
    let values = regex::Regex::new(r#"value="[^"]*""#).unwrap();
    for address in ["known@example.org", "nobody@example.org"] {
        let mut browser = world.stranger();
        let asked = browser.post("/hanoi/register", &[("email", address)]).await;
        let page = browser.get("/sign-in/code").await.text().replace(address, "@");
        let page = values.replace_all(&page, "").into_owned();
        pages.push((asked.status, asked.location().to_owned(), page, world.mails_to(address).await.len()));
    }
    assert_eq!(pages[0], pages[1]);
    let mut browser = world.stranger();
    for _ in 0..6 {
        assert_eq!(browser.post("/hanoi/register", &[("email", LENA)]).await, 303);
    }
    assert_eq!(browser.post("/hanoi/register", &[("email", LENA)]).await, 429, "codes are not sent without end");
}

#[actix_web::test]
async fn one_address_registers_each_person_once() {
    let (world, _, _) = open(3).await;
    let mut desk = come(&world, "desk@agency.example").await;
    let first = person_at(&begin(&mut desk, "Lena Novak").await);
    let again = begin(&mut desk, "NOVAK, Léna").await;
    assert_eq!(again.location(), format!("/people/{first}"), "the same person, however it is typed");
    let other = person_at(&begin(&mut desk, "Marko Kos").await);
    assert_ne!(first, other, "somebody else who reads the same mailbox");
    let list = desk.get("/hanoi/register/people").await.text();
    assert!(list.contains("Lena Novak") && list.contains("Marko Kos") && list.contains("Register somebody else"));
    // The same form sent twice, as by a double tap.
    let shown = fields_of(&desk.get("/hanoi/register/people").await.text());
    let fields = changed(&shown, &[("document_name", "Eva Zupan")]);
    let (one, two) =
        (desk.post("/hanoi/register/people", &fields).await, desk.post("/hanoi/register/people", &fields).await);
    assert_eq!(person_at(&one), person_at(&two));
    // Another address sees nothing of it.
    let mut stranger = come(&world, "other@agency.example").await;
    assert!(!stranger.get("/hanoi/register/people").await.text().contains("Lena Novak"));
    assert_eq!(stranger.get(&format!("/people/{first}/form")).await, 404);
}

#[actix_web::test]
async fn the_places_of_the_delegation_are_the_limit() {
    let (world, _, _) = open(1).await;
    let (mut lena, mut marko) = (come(&world, LENA).await, come(&world, "marko@example.org").await);
    let (first, second) = (person_at(&begin(&mut lena, "Lena").await), person_at(&begin(&mut marko, "Marko").await));
    fill_in(&mut lena, first, "PB1000001").await;
    fill_in(&mut marko, second, "PB1000002").await;
    assert_eq!(submit(&world, &mut lena, first).await, 303);
    let full = submit(&world, &mut marko, second).await;
    assert_eq!(full, 409, "{}", full.text());
    assert_eq!(world.status(second).await, Status::Draft, "and nothing that was typed is lost");
}

#[actix_web::test]
async fn a_category_that_is_closed_takes_nobody() {
    let (world, stage, media) = open(3).await;
    let mut lena = come(&world, LENA).await;
    let id = person_at(&begin(&mut lena, "Lena Novak").await);
    fill_in(&mut lena, id, "PB1234567").await;
    let mut organiser = world.on_duty(&stage, "colleague@example.org", DutyKind::Organiser).await;
    let shown = fields_of(&lena.get("/hanoi/register/people").await.text());
    let closing = format!("/hanoi/settings/registration/{}/closing", stage.press);
    assert_eq!(organiser.post(&closing, &[]).await, 303);
    assert_eq!(submit(&world, &mut lena, id).await, 409, "whoever has begun can no longer submit");
    assert!(!world.stranger().get("/hanoi").await.text().contains("/hanoi/register"));
    assert!(world.stranger().get("/hanoi/register").await.text().contains("Registration is closed"));
    assert_eq!(world.stranger().post("/hanoi/register", &[("email", "late@example.org")]).await, 409);
    assert!(world.mails_to("late@example.org").await.is_empty());
    let somebody = changed(&shown, &[("document_name", "Marko Kos")]);
    assert_eq!(lena.post("/hanoi/register/people", &somebody).await, 409, "the page was open before it closed");
    assert_eq!(
        open_press(&mut organiser, &stage, media, "2020-01-01T10:00").await,
        422,
        "nor is it opened until yesterday"
    );
    let nowhere = DelegationId::new();
    assert_eq!(open_press(&mut organiser, &stage, nowhere, "2025-10-30T18:00").await, 404);
    let mut observer = world.on_duty(&stage, "observer@example.org", DutyKind::Observer).await;
    assert_eq!(open_press(&mut observer, &stage, media, "2025-10-30T18:00").await, 404);
    assert!(observer.get("/hanoi/settings/registration").await.text().contains("No category is open"));
}

#[actix_web::test]
async fn a_returned_registration_is_mended_and_answered_by_its_person() {
    let (world, stage, _) = open(3).await;
    let mut lena = come(&world, LENA).await;
    let id = person_at(&begin(&mut lena, "Lena Novak").await);
    fill_in(&mut lena, id, "PB1234567").await;
    assert_eq!(submit(&world, &mut lena, id).await, 303);
    let mut officer = world.on_duty(&stage, "officer@example.org", DutyKind::AccreditationOfficer).await;
    let version = world.person(id).await.version.to_string();
    let returned = [("version", version.as_str()), ("reason", "portrait_unfit"), ("note", "Without the hat, please.")];
    assert_eq!(officer.post(&format!("/hanoi/files/{id}/return"), &returned).await, 303);
    let mail = world.mail_to(LENA).await;
    assert!(mail.kind == "file_returned" && mail.body_text.contains(&format!("/people/{id}")), "{}", mail.body_text);
    let page = lena.get(&format!("/people/{id}")).await.text();
    assert!(page.contains("Without the hat") && page.contains("/form/portrait?back=check"), "{page}");
    let picture = jpeg(640, 860);
    let sent = lena.upload(&format!("/people/{id}/form/portrait"), &[], &[("portrait", "me.jpg", &picture)]).await;
    assert_eq!(sent, 303, "{}", sent.text());
    assert_eq!(lena.post(&format!("/people/{id}/answer"), &[("answer", "Here it is, without.")]).await, 303);
    assert_eq!(world.status(id).await, Status::Submitted);
    let file = officer.get(&format!("/hanoi/files/{id}")).await.text();
    assert!(file.contains("Here it is, without."), "{file}");
}

#[actix_web::test]
async fn a_registration_is_withdrawn_after_a_question() {
    let (world, _, _) = open(1).await;
    let mut lena = come(&world, LENA).await;
    let id = person_at(&begin(&mut lena, "Lena Novak").await);
    let asked = lena.get(&format!("/people/{id}/withdrawal")).await;
    assert!(asked == 200 && asked.text().contains("deleted"));
    fill_in(&mut lena, id, "PB1234567").await;
    assert_eq!(submit(&world, &mut lena, id).await, 303);
    assert_eq!(lena.post(&format!("/people/{id}/withdrawal"), &[]).await, 303);
    assert_eq!(world.status(id).await, Status::Withdrawn);
    assert_eq!(begin(&mut lena, "Lena Novak").await.location(), format!("/people/{id}"), "and nobody begins again");
    let other = person_at(&begin(&mut lena, "Marko Kos").await);
    assert_eq!(lena.post(&format!("/people/{other}/withdrawal"), &[]).await, 303);
    assert_eq!(lena.get(&format!("/people/{other}")).await, 404, "a draft goes with everything in it");
}
