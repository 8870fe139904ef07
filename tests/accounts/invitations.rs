//! An invitation's link lives until its window closes, is used by a button, and leads to what it was for.

use plenipo::accounts::{create_account, invite};

use crate::support::World;

const ADA: &str = "ada@mission.example";

async fn invitation(world: &World, days: i64) -> String {
    let account = world.account(ADA).await;
    let mut tx = world.db().begin().await.unwrap();
    let until = world.now().plus_seconds(days * 86_400);
    let link = invite(&mut tx, &world.parts.site, account, "/account?invited", until, world.now()).await.unwrap();
    tx.commit().await.unwrap();
    link.strip_prefix("http://127.0.0.1:8080").expect("a link of this site").to_owned()
}

#[actix_web::test]
async fn the_button_signs_in_and_leads_to_what_one_was_invited_to() {
    let world = World::empty().await;
    let link = invitation(&world, 30).await;
    world.wait(29 * 86_400);
    let mut browser = world.stranger();
    let opened = browser.get(&link).await;
    assert_eq!(opened, 200);
    assert!(opened.text().contains(ADA));
    assert_eq!(browser.get("/account").await, 303, "opening it is not using it");
    let entered = browser.post(&link, &[]).await;
    assert_eq!((entered.status.as_u16(), entered.location()), (303, "/account?invited"));
    assert_eq!(browser.get("/account").await, 200);
}

#[actix_web::test]
async fn a_used_or_ended_invitation_says_how_to_come_in_all_the_same() {
    let world = World::empty().await;
    let link = invitation(&world, 30).await;
    assert_eq!(world.stranger().post(&link, &[]).await, 303);
    for reply in [world.stranger().get(&link).await, world.stranger().post(&link, &[]).await] {
        assert_eq!(reply, 410);
        assert!(reply.text().contains("/sign-in?next=%2Faccount%3Finvited"), "{}", reply.text());
    }
    let ended = invitation(&world, 30).await;
    world.wait(31 * 86_400);
    assert_eq!(world.stranger().post(&ended, &[]).await, 410);
}

#[actix_web::test]
async fn an_invitation_does_not_get_round_a_password() {
    let world = World::empty().await;
    let mut tx = world.db().begin().await.unwrap();
    let first = create_account(&mut tx, &world.parts.site, ADA, false, world.now()).await.unwrap();
    tx.commit().await.unwrap();
    let first = first.strip_prefix("http://127.0.0.1:8080").unwrap();
    let password = "seven herons over the lake";
    world.stranger().post(first, &[("new_password", password), ("repeated", password)]).await;
    let link = invitation(&world, 30).await;
    let mut browser = world.stranger();
    let entered = browser.post(&link, &[]).await;
    assert_eq!(entered.location(), "/sign-in/password?next=%2Faccount%3Finvited");
    assert_eq!(browser.get("/account").await, 303);
}
