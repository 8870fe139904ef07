//! Duties are given by address and taken back; a conference never loses its last organiser.

use plenipo::audit::history_of;
use plenipo::conferences::DutyKind;

use crate::support::{Browser, World};

/// Where the page takes somebody's duty back: the first form of their row.
async fn removal_of(browser: &mut Browser, email: &str) -> String {
    let page = browser.get("/hanoi/settings/duties").await.text();
    let row = page.split("<tr>").find(|row| row.contains(&format!(">{email}<"))).expect("a row of theirs");
    let start = row.find("action=\"").unwrap() + 8;
    row[start..].split('"').next().unwrap().to_owned()
}

#[actix_web::test]
async fn a_duty_given_opens_its_pages_and_is_told_by_mail_and_on_record() {
    let (world, stage) = World::new().await;
    let mut chi = world.on_duty(&stage, "chi@example.org", DutyKind::Organiser).await;
    let fields = [
        ("email", "Mwangi@Example.org"),
        ("name", "A. Mwangi"),
        ("duties", "accreditation_officer"),
        ("duties", "pass_desk"),
    ];
    assert_eq!(chi.post("/hanoi/settings/duties", &fields).await, 303);
    assert_eq!(world.signed_in("mwangi@example.org").await.get("/hanoi/desk").await, 200);
    let mails = world.mails_to("mwangi@example.org").await;
    assert!(
        mails
            .iter()
            .any(|mail| mail.body_text.contains("Accreditation officer") && mail.body_text.contains("/hanoi/desk"))
    );
    let mut c = world.db().connection().await.unwrap();
    let account = world.account("mwangi@example.org").await;
    assert_eq!(history_of(&mut c, stage.conference, "account", account.0).await.unwrap().len(), 2);
    // The same again changes nothing and writes to nobody.
    let before = mails.len();
    assert_eq!(chi.post("/hanoi/settings/duties", &fields).await, 303);
    assert!(chi.get("/hanoi/settings/duties").await.text().contains("Nothing was changed"));
    assert_eq!(world.mails_to("mwangi@example.org").await.len(), before);
}

#[actix_web::test]
async fn what_is_typed_wrong_is_kept() {
    let (world, stage) = World::new().await;
    let mut chi = world.on_duty(&stage, "chi@example.org", DutyKind::Organiser).await;
    let reply = chi.post("/hanoi/settings/duties", &[("email", "mwangi"), ("duties", "pass_desk")]).await;
    assert_eq!(reply, 422);
    assert!(reply.text().contains("value=\"mwangi\"") && reply.text().contains("value=\"pass_desk\" checked"));
    assert_eq!(chi.post("/hanoi/settings/duties", &[("email", "mwangi@example.org")]).await, 422);
}

#[actix_web::test]
async fn a_duty_taken_back_shuts_its_pages_and_can_be_given_back() {
    let (world, stage) = World::new().await;
    let mut chi = world.on_duty(&stage, "chi@example.org", DutyKind::Organiser).await;
    let mut ada = world.on_duty(&stage, "ada@example.org", DutyKind::PassDesk).await;
    let removal = removal_of(&mut chi, "ada@example.org").await;
    assert_eq!(chi.post(&removal, &[]).await, 303);
    assert_eq!(ada.get("/hanoi/desk").await, 404);
    let page = chi.get("/hanoi/settings/duties").await.text();
    let undo = page
        .split("action=\"")
        .map(|part| part.split('"').next().unwrap())
        .find(|path| path.contains("/duties/of/"))
        .unwrap()
        .to_owned();
    assert_eq!(chi.post(&undo, &[]).await, 303);
    assert_eq!(ada.get("/hanoi/desk").await, 200);
}

#[actix_web::test]
async fn the_last_organiser_stays() {
    let (world, stage) = World::new().await;
    let mut chi = world.on_duty(&stage, "chi@example.org", DutyKind::Organiser).await;
    let own = removal_of(&mut chi, "chi@example.org").await;
    assert_eq!(chi.post(&own, &[]).await, 303);
    assert!(chi.get("/hanoi/settings/duties").await.text().contains("This is the last organiser"));
    // With a second one the first may go, and is shown out.
    let mut dana = world.on_duty(&stage, "dana@example.org", DutyKind::Organiser).await;
    assert_eq!(chi.post(&own, &[]).await.location(), "/");
    assert_eq!(chi.get("/hanoi/settings/duties").await, 404);
    assert_eq!(dana.get("/hanoi/settings/duties").await, 200);
}

#[actix_web::test]
async fn two_organisers_who_take_each_other_out_at_once_leave_one() {
    let (world, stage) = World::new().await;
    let mut chi = world.on_duty(&stage, "chi@example.org", DutyKind::Organiser).await;
    let mut dana = world.on_duty(&stage, "dana@example.org", DutyKind::Organiser).await;
    let (chis, danas) = (removal_of(&mut chi, "chi@example.org").await, removal_of(&mut chi, "dana@example.org").await);
    let (one, other) = futures_util::join!(chi.post(&danas, &[]), dana.post(&chis, &[]));
    assert!(one.status.as_u16() < 500 && other.status.as_u16() < 500);
    let (chi, dana) =
        (chi.get("/hanoi/settings").await.status.as_u16(), dana.get("/hanoi/settings").await.status.as_u16());
    assert_eq!((chi == 200) as u8 + (dana == 200) as u8, 1, "{chi} {dana}");
}

#[actix_web::test]
async fn a_duty_of_another_conference_cannot_be_taken_back_from_here() {
    let (world, stage) = World::new().await;
    let geneva = world.conference("geneva", 2).await;
    let mut chi = world.on_duty(&stage, "chi@example.org", DutyKind::Organiser).await;
    let mut gina = world.on_duty(&geneva, "gina@example.org", DutyKind::Organiser).await;
    let page = gina.get("/geneva/settings/duties").await.text();
    let removal = page
        .split("action=\"")
        .map(|part| part.split('"').next().unwrap())
        .find(|path| path.ends_with("/removal"))
        .unwrap();
    assert_eq!(chi.post(&removal.replace("/geneva/", "/hanoi/"), &[]).await, 404);
    assert_eq!(gina.get("/geneva/settings/duties").await, 200);
}
