//! The demonstration's first page: hidden where there is none, honest while it is filled, open when it is complete.

use actix_web::http::header;
use actix_web::test::TestRequest;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::schema::{conference, delegation};

use crate::support::{Browser, Reply, World};

const PAGE: &str = "/demonstration";

fn here(request: TestRequest) -> TestRequest {
    request.uri(PAGE).peer_addr("127.0.0.1:50000".parse().unwrap()).insert_header((header::HOST, "127.0.0.1:8080"))
}

async fn look(browser: &mut Browser) -> Reply {
    browser.send(here(TestRequest::get())).await
}

async fn sit(browser: &mut Browser, seat: &str) -> Reply {
    let token = browser.token();
    browser.send(here(TestRequest::post()).set_form([("form_token", token.as_str()), ("seat", seat)])).await
}

async fn fill(world: &World, seen: i32) {
    let mut c = world.db().connection().await.unwrap();
    let mark = (conference::demonstration.eq(true), conference::participants_seen.eq(seen));
    diesel::update(conference::table).set(mark).execute(&mut c).await.unwrap();
    diesel::update(delegation::table).set(delegation::expected_people.eq(40)).execute(&mut c).await.unwrap();
}

#[actix_web::test]
async fn the_page_counts_while_it_is_filled_and_offers_seats_when_it_is_complete() {
    let (world, stage) = World::new().await;
    let mut visitor = world.stranger();
    assert_eq!(look(&mut visitor).await, 404, "this conference is nobody's play");
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    world.participant(&stage, atlantis, "Ada", "approved").await;
    fill(&world, 0).await;
    let page = look(&mut visitor).await.text();
    assert!(page.contains("1 of 40 people") && page.contains("<progress value=\"1\" max=\"40\">"), "{page}");
    assert!(!page.contains("value=\"officer\""), "no seat before its work is there");
    assert_eq!(sit(&mut visitor, "officer").await, 404);
    fill(&world, 1).await;
    let page = look(&mut visitor).await.text();
    assert!(page.contains("value=\"officer\"") && !page.contains("<progress"), "{page}");
    let seated = sit(&mut visitor, "administrator").await;
    assert_eq!((seated.status.as_u16(), seated.location()), (303, "/conferences"));
}

#[actix_web::test]
async fn nobody_takes_a_seat_from_another_machine_or_through_a_proxy() {
    let (world, _stage) = World::new().await;
    fill(&world, 1).await;
    assert_eq!(world.stranger().get(PAGE).await, 404);
    let mut passed_on = world.stranger().with_header("x-forwarded-for", "127.0.0.1");
    assert_eq!(
        (look(&mut passed_on).await.status.as_u16(), sit(&mut passed_on, "officer").await.status.as_u16()),
        (404, 404)
    );
}

/// A page as the demonstration's own machine asks for it, `accept`ing what browsers accept of pages and of fetches.
async fn beside(browser: &mut Browser, path: &str, accept: &str) -> Reply {
    browser.send(here(TestRequest::get()).uri(path).insert_header((header::ACCEPT, accept))).await
}

#[actix_web::test]
async fn a_stranger_at_the_demonstrations_own_machine_begins_with_its_seats() {
    let (world, _) = World::new().await;
    let mut visitor = world.stranger();
    assert_eq!(beside(&mut visitor, "/", "text/html").await, 200, "this conference is nobody's play");
    fill(&world, 1).await;
    assert_eq!(beside(&mut visitor, "/", "text/html").await.location(), PAGE);
    assert_eq!(world.stranger().get("/").await, 200, "from elsewhere there are no seats");
    let mut sina = world.signed_in("sina@example.org").await;
    assert_eq!(beside(&mut sina, "/", "text/html").await, 200, "who sits somewhere already is shown where");
}

#[actix_web::test]
async fn the_number_of_unread_mails_is_the_same_to_a_page_and_to_what_asks_on_it() {
    let (world, _) = World::new().await;
    fill(&world, 1).await;
    world.account("sina@example.org").await;
    let mut visitor = world.stranger();
    assert_eq!(beside(&mut visitor, "/mailbox/count", "*/*").await.text(), "0");
    visitor.post("/sign-in", &[("email", "sina@example.org")]).await;
    assert_eq!(beside(&mut visitor, "/mailbox/count", "*/*").await.text(), "1");
    assert_eq!(beside(&mut visitor, "/mailbox/count", "text/html").await.text(), "1");
}
