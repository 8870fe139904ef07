//! Printing at the pass desk: once is once, and another badge ends the former one, for a reason.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::conferences::DutyKind;
use plenipo::ids::ParticipantId;
use plenipo::schema::badge;
use scraper::{Html, Selector};

use crate::support::app::{Browser, World};

async fn desk() -> (World, Browser, ParticipantId) {
    let (world, stage) = World::new().await;
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    let ada = world.participant(&stage, atlantis, "Ada Lovelace", "approved").await;
    let desk = world.on_duty(&stage, "desk@example.org", DutyKind::PassDesk).await;
    (world, desk, ada)
}

/// States and reasons of everything printed, in order.
async fn printed(world: &World) -> Vec<(String, Option<String>)> {
    let db = world.db();
    let mut c = db.connection().await.unwrap();
    badge::table.order(badge::number).select((badge::state, badge::ended_reason)).load(&mut *c).await.unwrap()
}

fn field(html: &str, css: &str, attribute: &str) -> Option<String> {
    let page = Html::parse_document(html);
    let found = page.select(&Selector::parse(css).unwrap()).next()?;
    found.attr(attribute).map(ToOwned::to_owned)
}

#[actix_web::test]
async fn one_press_leads_to_the_pdf_and_a_second_press_to_the_same() {
    let (world, mut desk, ada) = desk().await;
    let page = format!("/hanoi/pass-desk/{ada}");
    let mut sheets = Vec::new();
    for _ in 0..2 {
        let reply = desk.post(&format!("{page}/badge"), &[]).await;
        assert_eq!(reply, 303, "{}", reply.text());
        assert_eq!(reply.location(), format!("{page}?printed=1"));
        let html = desk.get(&format!("{page}?printed=1")).await.text();
        assert!(field(&html, "#sheet[autofocus]", "href").is_some(), "the way to the PDF has the focus");
        sheets.push(field(&html, "#sheet", "href").unwrap());
    }
    assert_eq!(sheets[0], sheets[1]);
    assert_eq!(printed(&world).await, [("prepared".to_owned(), None)]);
    assert!(desk.get(&sheets[0]).await.body.starts_with(b"%PDF"));
}

#[actix_web::test]
async fn another_badge_needs_a_reason_and_ends_the_former() {
    let (world, mut desk, ada) = desk().await;
    let page = format!("/hanoi/pass-desk/{ada}");
    desk.post(&format!("{page}/badge"), &[]).await;
    desk.post(&format!("{page}/hand-over"), &[("to", "")]).await;
    let html = desk.get(&page).await.text();
    assert!(html.contains("000 001 dies at every gate at once"), "it says what will happen");
    assert!(field(&html, "#sheet", "href").is_none(), "no second paper of a badge in somebody's hands");
    assert_eq!(desk.post(&format!("{page}/badge"), &[]).await, 409, "a stale page prints nothing");
    let former = field(&html, "[name=former]", "value").unwrap();
    let reply = desk.post(&format!("{page}/badge"), &[("former", &former), ("reason", " ")]).await;
    assert_eq!(reply, 422);
    assert!(field(&reply.text(), "details#again[open] #reason-error", "id").is_some());
    assert_eq!(printed(&world).await, [("live".to_owned(), None)]);
    let again = [("former", former.as_str()), ("reason", "The badge is damaged")];
    assert_eq!(desk.post(&format!("{page}/badge"), &again).await, 303);
    let expected = [("superseded".to_owned(), Some("The badge is damaged".to_owned())), ("prepared".to_owned(), None)];
    assert_eq!(printed(&world).await, expected);
    assert_eq!(desk.post(&format!("{page}/badge"), &again).await, 409, "the former is gone; nothing else dies for it");
    assert_eq!(printed(&world).await, expected);
}
