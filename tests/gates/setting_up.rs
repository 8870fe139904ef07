//! Organisers set up gates and devices.

use actix_web::http::Method;
use plenipo::conferences::DutyKind;
use plenipo::schema::device;
use serde_json::json;

use super::venue::{Venue, enters, scan, send};
use crate::support::app::Browser;

fn fields<'a>(code: &'a str, from: &'a str, into: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("code", code),
        ("name_en", "East gate"),
        ("name_fr", "Porte est"),
        ("from", from),
        ("into", into),
        ("unlisted", "refuse"),
    ]
}

fn is_ticked(html: &str, field: &str) -> bool {
    let box_of = scraper::Selector::parse(&format!("#{field}[checked]")).unwrap();
    scraper::Html::parse_document(html).select(&box_of).next().is_some()
}

async fn organiser(venue: &Venue) -> Browser {
    venue.world.on_duty(&venue.stage, "organiser@example.org", DutyKind::Organiser).await
}

#[actix_web::test]
async fn an_organiser_adds_a_gate_and_guards_find_it() {
    let venue = Venue::new().await;
    let mut organiser = organiser(&venue).await;
    assert_eq!(organiser.get("/hanoi/gates/new").await, 200);
    let into = venue.stage.perimeter.to_string();
    let reply = organiser.post("/hanoi/gates", &fields("east-gate", "street", &into)).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let mut guard = venue.world.on_duty(&venue.stage, "guard@example.org", DutyKind::GateStaff).await;
    let list = guard.get("/hanoi/gates").await.text();
    assert!(list.contains("East gate") && list.contains("/hanoi/gates/east-gate/scanner"));
    assert!(!list.contains("/hanoi/gates/new"), "guards add no gates");
    assert_eq!(guard.get("/hanoi/gates/east-gate/scanner").await, 200);
}

#[actix_web::test]
async fn what_is_wrong_with_a_gate_stands_at_its_field() {
    let venue = Venue::new().await;
    let mut organiser = organiser(&venue).await;
    let into = venue.stage.perimeter.to_string();
    for (fields, wrong) in [
        (fields("", "street", &into), "code"),
        (fields("East Gate", "street", &into), "code"),
        (fields("9east", "street", &into), "code"),
        (fields("board", "street", &into), "code"),
        (fields("main-entrance", "street", &into), "code"),
        (fields("east", "nowhere", &into), "from"),
        (fields("east", "street", ""), "into"),
        (fields("east", &into, &into), "into"),
    ] {
        let reply = organiser.post("/hanoi/gates", &fields).await;
        assert_eq!(reply, 422, "{fields:?}");
        assert!(reply.text().contains(&format!("id=\"{wrong}-error\"")), "{wrong}: {fields:?}");
        assert!(reply.text().contains("East gate"), "what was typed stays");
    }
}

#[actix_web::test]
async fn a_changed_gate_judges_the_next_scan() {
    let venue = Venue::new().await;
    let (mut organiser, mut gate) = (organiser(&venue).await, venue.device("phone").await);
    let ada = venue.delegate("Ada").await;
    assert_eq!(enters(&mut gate, "side-door", &ada).await, "admit ok");
    venue.world.wait(1);
    assert_eq!(enters(&mut gate, "side-door", &ada).await, "admit ok");
    let into = venue.stage.perimeter.to_string();
    let mut changed = fields("ignored", "street", &into);
    changed.extend([("exit_before_reentry", "yes"), ("version", "1")]);
    assert_eq!(organiser.post("/hanoi/gates/side-door", &changed).await, 303);
    venue.world.wait(1);
    assert_eq!(enters(&mut gate, "side-door", &ada).await, "refuse already_inside");
    assert!(is_ticked(&organiser.get("/hanoi/gates/side-door").await.text(), "exit_before_reentry"));
}

#[actix_web::test]
async fn the_second_of_two_editors_is_told() {
    let venue = Venue::new().await;
    let mut organiser = organiser(&venue).await;
    let into = venue.stage.perimeter.to_string();
    let mut first = fields("x", "street", &into);
    first.push(("version", "1"));
    let mut second = first.clone();
    second.push(("once_per_day", "yes"));
    assert_eq!(organiser.post("/hanoi/gates/side-door", &first).await, 303);
    let reply = organiser.post("/hanoi/gates/side-door", &second).await;
    assert_eq!(reply, 422);
    assert!(reply.text().contains("id=\"conflict\""));
    assert!(
        !is_ticked(&organiser.get("/hanoi/gates/side-door").await.text(), "once_per_day"),
        "nothing was overwritten"
    );
}

#[actix_web::test]
async fn a_device_enrols_once_with_the_code_on_the_organiser_s_page() {
    let venue = Venue::new().await;
    let mut organiser = organiser(&venue).await;
    let main = venue.gates[0].1.to_string();
    assert_eq!(organiser.post("/hanoi/gates/devices", &[("name", "")]).await, 422);
    let reply = organiser.post("/hanoi/gates/devices", &[("name", "Phone 3"), ("gates", &main)]).await;
    assert_eq!(reply, 201);
    let page = scraper::Html::parse_document(&reply.text());
    let shown = page.select(&scraper::Selector::parse(".enrolment-text").unwrap()).next().unwrap();
    let code: String = shown.text().collect();
    assert!(organiser.get("/hanoi/gates/devices").await.text().contains("waiting for its code"));
    let mut phone = venue.world.stranger();
    let typed = code.to_lowercase().replace('-', " ");
    let reply = phone.json(Method::POST, "/api/v1/devices", &json!({"code": typed})).await;
    assert_eq!(reply, 201, "{}", reply.text());
    assert_eq!(reply.json()["gates"], json!(["main-entrance"]));
    let token = reply.json()["token"].as_str().unwrap().to_owned();
    assert_eq!(phone.json(Method::POST, "/api/v1/devices", &json!({"code": code})).await, 404, "once");
    let ada = venue.delegate("Ada").await;
    let mut phone = phone.with_header("authorization", &format!("Bearer {token}"));
    assert_eq!(enters(&mut phone, "main-entrance", &ada).await, "admit ok");
    assert!(organiser.get("/hanoi/gates/devices").await.text().contains("scanning"));
}

#[actix_web::test]
async fn an_enrolment_code_lives_for_a_day() {
    let venue = Venue::new().await;
    let mut organiser = organiser(&venue).await;
    let main = venue.gates[0].1.to_string();
    let reply = organiser.post("/hanoi/gates/devices", &[("name", "Phone 3"), ("gates", &main)]).await;
    let page = scraper::Html::parse_document(&reply.text());
    let code: String =
        page.select(&scraper::Selector::parse(".enrolment-text").unwrap()).next().unwrap().text().collect();
    venue.world.wait(24 * 3600);
    let mut phone = venue.world.stranger();
    assert_eq!(phone.json(Method::POST, "/api/v1/devices", &json!({"code": code})).await, 404);
}

#[actix_web::test]
async fn an_organiser_ends_a_device() {
    use diesel::prelude::*;
    use diesel_async::RunQueryDsl;
    let venue = Venue::new().await;
    let (mut organiser, mut gate) = (organiser(&venue).await, venue.device("phone").await);
    let ada = venue.delegate("Ada").await;
    let db = venue.world.db();
    let id: plenipo::ids::DeviceId =
        device::table.select(device::id).first(&mut *db.connection().await.unwrap()).await.unwrap();
    assert_eq!(organiser.post(&format!("/hanoi/gates/devices/{id}/revocation"), &[]).await, 303);
    assert_eq!(send(&mut gate, &scan("main-entrance", "entry", &ada.code)).await, 401);
    assert!(organiser.get("/hanoi/gates/devices").await.text().contains("revoked"));
}
