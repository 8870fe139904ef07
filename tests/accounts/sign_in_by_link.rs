//! The link in the mail: mail filters open it, only its button signs in.

use crate::support::World;
use crate::support::mails::link_in;

const ADA: &str = "ada@mission.example";

async fn link(world: &World) -> String {
    world.account(ADA).await;
    world.stranger().post("/sign-in", &[("email", ADA)]).await;
    link_in(&world.mail_to(ADA).await, "/sign-in/link/")
}

#[actix_web::test]
async fn opening_the_link_uses_nothing_up_and_its_button_signs_in_once() {
    let world = World::empty().await;
    let link = link(&world).await;
    // A filter opens it, twice, and asks for the headers alone.
    for _ in 0..2 {
        let opened = world.stranger().get(&link).await;
        assert_eq!(opened, 200);
        assert!(opened.text().contains(ADA) && opened.text().contains(&format!("action=\"{link}\"")));
        assert!(
            !opened.headers.contains_key("set-cookie") || !format!("{:?}", opened.headers).contains("plenipo_session")
        );
    }
    let mut phone = world.stranger();
    assert_eq!(phone.post(&link, &[]).await, 303);
    assert_eq!(phone.get("/account").await, 200);
    assert_eq!(world.stranger().post(&link, &[]).await, 410);
    assert_eq!(world.stranger().get(&link).await, 410);
}

#[actix_web::test]
async fn the_link_is_dead_after_ten_minutes() {
    let world = World::empty().await;
    let link = link(&world).await;
    world.wait(601);
    assert_eq!(world.stranger().get(&link).await, 410);
    assert_eq!(world.stranger().post(&link, &[]).await, 410);
}

#[actix_web::test]
async fn a_link_that_was_never_sent_is_as_dead_as_an_old_one() {
    let world = World::empty().await;
    let reply = world.stranger().get("/sign-in/link/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").await;
    assert_eq!(reply, 410);
}

#[actix_web::test]
async fn a_forged_host_does_not_reach_the_mail() {
    let world = World::empty().await;
    world.account(ADA).await;
    let mut attacker = world
        .stranger()
        .with_header("host", "evil.example")
        .with_header("x-forwarded-host", "evil.example")
        .with_header("forwarded", "host=evil.example");
    assert_eq!(attacker.post("/sign-in", &[("email", ADA)]).await, 303);
    let mail = world.mail_to(ADA).await;
    assert!(!mail.body_text.contains("evil") && !mail.body_html.contains("evil"), "{}", mail.body_text);
    assert!(mail.body_text.contains("http://127.0.0.1:8080/sign-in/link/"));
}

#[actix_web::test]
async fn posting_the_link_from_another_site_is_refused() {
    let world = World::empty().await;
    let link = link(&world).await;
    let mut tricked = world.stranger().with_header("sec-fetch-site", "cross-site");
    assert_eq!(tricked.post(&link, &[]).await, 403);
    assert_eq!(world.stranger().post(&link, &[]).await, 303);
}
