//! Limits per account and per source: they stop guessing, and never stop those who are signed in.

use crate::support::mails::code_in;
use crate::support::{Browser, World};

const ADA: &str = "ada@mission.example";

/// A browser at an address of the network.
async fn from(world: &World, address: &str) -> Browser {
    // The proxy is trusted in the tests that need one.
    world.stranger().with_header("x-forwarded-for", address)
}

async fn wrong_password(browser: &mut Browser, address: &str) -> u16 {
    let fields = [("email", address), ("password", "not the password")];
    browser.post("/sign-in/password", &fields).await.status.as_u16()
}

#[actix_web::test]
async fn guessing_at_one_account_is_stopped_whatever_the_guesser_calls_himself() {
    let world = World::empty().await;
    let mut answers = Vec::new();
    for guess in 0..12 {
        // No proxy is trusted: the header is a lie and changes nothing.
        let mut browser = from(&world, &format!("203.0.113.{guess}")).await;
        answers.push(wrong_password(&mut browser, ADA).await);
    }
    assert_eq!(answers[..10], [422; 10]);
    assert_eq!(answers[10..], [429; 2]);
    world.wait(901);
    assert_eq!(wrong_password(&mut world.stranger(), ADA).await, 422);
}

#[actix_web::test]
async fn guessing_from_one_source_is_stopped_even_over_many_accounts() {
    let world = World::empty().await;
    let mut answers = Vec::new();
    for guess in 0..102 {
        let mut browser = from(&world, &format!("203.0.113.{}", guess % 250)).await;
        answers.push(browser.post("/sign-in/link/aaaa", &[]).await.status.as_u16());
    }
    assert_eq!(answers.iter().filter(|answer| **answer == 410).count(), 100);
    assert_eq!(answers[100..], [429; 2]);
}

#[actix_web::test]
async fn behind_a_trusted_proxy_each_visitor_is_a_source_of_their_own_and_cannot_pretend() {
    let url = crate::support::db::fresh().await;
    let world = World::on(url, &[("TRUSTED_PROXIES", "127.0.0.1")]).await;
    for _ in 0..100 {
        let mut guesser = from(&world, "203.0.113.9").await;
        assert_eq!(guesser.post("/sign-in/link/aaaa", &[]).await, 410);
    }
    assert_eq!(from(&world, "203.0.113.9").await.post("/sign-in/link/aaaa", &[]).await, 429);
    // What the guesser writes himself stands before what the proxy adds.
    assert_eq!(from(&world, "198.51.100.1, 203.0.113.9").await.post("/sign-in/link/aaaa", &[]).await, 429);
    assert_eq!(from(&world, "203.0.113.10").await.post("/sign-in/link/aaaa", &[]).await, 410);
}

#[actix_web::test]
async fn a_source_that_is_shut_out_does_not_shut_out_those_signed_in() {
    let world = World::empty().await;
    let mut signed_in = world.signed_in(ADA).await;
    for _ in 0..101 {
        world.stranger().post("/sign-in/link/aaaa", &[]).await;
    }
    let refused = world.stranger().post("/sign-in/link/aaaa", &[]).await;
    assert_eq!(refused, 429);
    assert!(refused.text().contains("Too many attempts"));
    assert_eq!(signed_in.get("/account").await, 200);
    assert_eq!(signed_in.post("/account", &[("name", "Ada"), ("language", "")]).await, 303);
}

#[actix_web::test]
async fn nobodys_mailbox_is_filled_by_asking_for_codes() {
    let world = World::empty().await;
    world.account(ADA).await;
    let mut answers = Vec::new();
    for _ in 0..8 {
        answers.push(world.stranger().post("/sign-in", &[("email", ADA)]).await.status.as_u16());
    }
    assert_eq!(answers, [303, 303, 303, 303, 303, 303, 429, 429]);
    assert_eq!(world.mails_to(ADA).await.len(), 6);
}

#[actix_web::test]
async fn whoever_signs_in_well_is_not_counted() {
    let world = World::empty().await;
    for round in 0..15 {
        world.account(ADA).await;
        let mut browser = world.stranger();
        browser.post("/sign-in", &[("email", ADA)]).await;
        let code = code_in(&world.mail_to(ADA).await);
        assert_eq!(browser.post("/sign-in/code", &[("code", &code)]).await, 303, "round {round}");
        world.wait(200);
    }
}
