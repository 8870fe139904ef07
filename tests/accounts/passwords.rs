//! Staff sign in with a password, set by a one-time link.

use plenipo::accounts::{create_account, passwords_compared};

use crate::support::mails::link_in;
use crate::support::{Browser, World};

const MAI: &str = "mai@secretariat.example";
const GOOD: &str = "seven herons over the lake";

async fn first_link(world: &World) -> String {
    let mut tx = world.db().begin().await.unwrap();
    let link = create_account(&mut tx, &world.parts.site, MAI, false, world.now()).await.unwrap();
    tx.commit().await.unwrap();
    link.strip_prefix("http://127.0.0.1:8080").expect("a link of this site").to_owned()
}

async fn with_password(world: &World) -> Browser {
    let link = first_link(world).await;
    let mut browser = world.stranger();
    let set = browser.post(&link, &[("new_password", GOOD), ("repeated", GOOD)]).await;
    assert_eq!(set, 303, "{}", set.text());
    browser
}

#[actix_web::test]
async fn the_first_password_is_set_by_a_link_that_works_once() {
    let world = World::empty().await;
    let link = first_link(&world).await;
    assert_eq!(world.stranger().get(&link).await, 200);
    let mut browser = world.stranger();
    assert_eq!(browser.post(&link, &[("new_password", GOOD), ("repeated", GOOD)]).await, 303);
    assert_eq!(browser.get("/account").await, 200);
    assert_eq!(world.stranger().post(&link, &[("new_password", GOOD), ("repeated", GOOD)]).await, 410);
    let mut elsewhere = world.stranger();
    let entered =
        elsewhere.post("/sign-in/password", &[("email", MAI), ("password", GOOD), ("next", "/account")]).await;
    assert_eq!((entered.status.as_u16(), entered.location()), (303, "/account"));
}

#[actix_web::test]
async fn a_weak_or_mistyped_password_is_asked_for_again() {
    let world = World::empty().await;
    let link = first_link(&world).await;
    for (password, repeated) in [("short", "short"), ("password1234", "password1234"), (GOOD, "seven herons")] {
        let reply = world.stranger().post(&link, &[("new_password", password), ("repeated", repeated)]).await;
        assert_eq!(reply, 422, "{password}");
        assert!(!reply.text().contains(&format!("value=\"{password}\"")), "a password is never sent back");
    }
    assert_eq!(world.stranger().get(&link).await, 200);
}

#[actix_web::test]
async fn an_unknown_address_gets_the_same_answer_for_the_same_work() {
    let world = World::empty().await;
    with_password(&world).await;
    world.account("no-password@secretariat.example").await;
    let mut answers = Vec::new();
    for address in [MAI, "nobody@secretariat.example", "no-password@secretariat.example"] {
        let before = passwords_compared();
        let reply =
            world.stranger().post("/sign-in/password", &[("email", address), ("password", "wrong password")]).await;
        assert!(passwords_compared() > before, "argon2 ran for {address}");
        assert_eq!(reply, 422);
        answers.push(reply.text().replace(address, "x"));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
}

#[actix_web::test]
async fn staff_who_ask_for_a_code_are_told_to_use_their_password() {
    let world = World::empty().await;
    with_password(&world).await;
    let mut browser = world.stranger();
    assert_eq!(browser.post("/sign-in", &[("email", MAI)]).await.location(), "/sign-in/code");
    let mail = world.mail_to(MAI).await;
    assert_eq!(mail.kind, "password_instead");
    assert!(mail.body_text.contains("http://127.0.0.1:8080/sign-in/password"));
}

#[actix_web::test]
async fn a_forgotten_password_is_replaced_and_every_session_ends() {
    let world = World::empty().await;
    let mut before = with_password(&world).await;
    let mut browser = world.stranger();
    assert_eq!(browser.post("/password", &[("email", MAI)]).await, 303);
    let link = link_in(&world.mail_to(MAI).await, "/password/");
    let new = "eleven quiet lanterns";
    assert_eq!(browser.post(&link, &[("new_password", new), ("repeated", new)]).await, 303);
    assert_eq!(before.get("/account").await, 303, "the former session has ended");
    assert_eq!(world.mail_to(MAI).await.kind, "password_changed");
    let old = world.stranger().post("/sign-in/password", &[("email", MAI), ("password", GOOD)]).await;
    assert_eq!(old, 422);
    assert_eq!(world.stranger().post("/sign-in/password", &[("email", MAI), ("password", new)]).await, 303);
}

#[actix_web::test]
async fn asking_for_a_link_looks_the_same_for_everybody() {
    let world = World::empty().await;
    with_password(&world).await;
    world.account("delegate@mission.example").await;
    let mut headers = Vec::new();
    for address in [MAI, "nobody@secretariat.example", "delegate@mission.example"] {
        let reply = world.stranger().post("/password", &[("email", address)]).await;
        headers.push((reply.status, reply.location().to_owned()));
    }
    assert!(headers.iter().all(|answer| *answer == headers[0]));
    assert!(world.mails_to("nobody@secretariat.example").await.is_empty());
    assert_eq!(world.mail_to("delegate@mission.example").await.kind, "code_instead");
}

#[actix_web::test]
async fn changing_a_password_needs_the_present_one_and_ends_the_other_sessions() {
    let world = World::empty().await;
    let mut here = with_password(&world).await;
    let mut there = world.stranger();
    there.post("/sign-in/password", &[("email", MAI), ("password", GOOD)]).await;
    assert_eq!(there.get("/account").await, 200);
    let new = "eleven quiet lanterns";
    let fields = |current: &'static str| [("password", current), ("new_password", new), ("repeated", new)];
    assert_eq!(here.post("/account/password", &fields("not the present one")).await, 422);
    assert_eq!(here.post("/account/password", &fields(GOOD)).await, 303);
    assert_eq!(here.get("/account").await, 200);
    assert_eq!(there.get("/account").await, 303);
}
