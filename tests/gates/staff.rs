//! Gate staff with the scanner in their browser.

use diesel::prelude::*;
use plenipo::conferences::DutyKind;
use plenipo::schema::{browser_session, duty, scan as scans};
use serde_json::{Value, json};

use super::venue::{Venue, scan, send, with};
use crate::support::app::Browser;

const SCANNER: &str = "/hanoi/gates/main-entrance/scanner";

/// What the scanner page tells its script.
async fn config(browser: &mut Browser, path: &str) -> Value {
    let reply = browser.get(path).await;
    assert_eq!(reply, 200, "{}", reply.text());
    let html = scraper::Html::parse_document(&reply.text());
    let data = html.select(&scraper::Selector::parse("#gate-config").unwrap()).next().expect("data for the script");
    serde_json::from_str(&data.text().collect::<String>()).expect("JSON")
}

/// A device that speaks as the page does.
async fn scanner(venue: &Venue, browser: &mut Browser) -> Browser {
    let token = config(browser, SCANNER).await["token"].as_str().unwrap().to_owned();
    venue.world.stranger().with_header("authorization", &format!("Bearer {token}"))
}

fn by_hand(by_hand: Value) -> Value {
    let mut whole = scan("main-entrance", "entry", "");
    whole.as_object_mut().unwrap().remove("code");
    with(whole, json!({ "by_hand": by_hand }))
}

#[actix_web::test]
async fn a_guard_opens_the_scanner_and_scans() {
    let venue = Venue::new().await;
    let mut guard = venue.world.on_duty(&venue.stage, "guard@example.org", DutyKind::GateStaff).await;
    let ada = venue.delegate("Ada").await;
    let mut device = scanner(&venue, &mut guard).await;
    let answer = send(&mut device, &scan("main-entrance", "entry", &ada.code)).await.json();
    assert_eq!(answer["verdict"], "admit");
    let reply = send(&mut device, &scan("side-door", "entry", &ada.code)).await;
    assert_eq!(reply, 403, "only the gate that was opened");
    guard.get("/hanoi/gates/side-door/scanner").await;
    assert_eq!(send(&mut device, &scan("side-door", "entry", &ada.code)).await, 200, "the same device at another gate");
}

#[actix_web::test]
async fn two_pages_of_one_session_are_one_device() {
    let venue = Venue::new().await;
    let mut guard = venue.world.on_duty(&venue.stage, "guard@example.org", DutyKind::GateStaff).await;
    let first = config(&mut guard, SCANNER).await;
    let second = config(&mut guard, SCANNER).await;
    assert_eq!(first["token"], second["token"]);
    let mut other = venue.world.on_duty(&venue.stage, "other@example.org", DutyKind::GateStaff).await;
    assert_ne!(config(&mut other, SCANNER).await["token"], first["token"]);
}

#[actix_web::test]
async fn the_scanner_ends_with_the_session() {
    let venue = Venue::new().await;
    let mut guard = venue.world.on_duty(&venue.stage, "guard@example.org", DutyKind::GateStaff).await;
    let ada = venue.delegate("Ada").await;
    let mut device = scanner(&venue, &mut guard).await;
    venue
        .run(diesel::update(browser_session::table).set(browser_session::revoked_at.eq(Some(venue.world.now()))))
        .await;
    assert_eq!(send(&mut device, &scan("main-entrance", "entry", &ada.code)).await, 401);
}

#[actix_web::test]
async fn the_scanner_ends_with_the_duty() {
    let venue = Venue::new().await;
    let mut guard = venue.world.on_duty(&venue.stage, "guard@example.org", DutyKind::GateStaff).await;
    let ada = venue.delegate("Ada").await;
    let mut device = scanner(&venue, &mut guard).await;
    venue.run(diesel::delete(duty::table)).await;
    assert_eq!(send(&mut device, &scan("main-entrance", "entry", &ada.code)).await, 401);
    assert_eq!(device.get("/api/v1/photos/x/y").await, 401);
}

#[actix_web::test]
async fn a_number_by_hand_needs_a_look_at_the_face() {
    let venue = Venue::new().await;
    let mut guard = venue.world.on_duty(&venue.stage, "guard@example.org", DutyKind::GateStaff).await;
    let ada = venue.delegate("Ada").await;
    let mut device = scanner(&venue, &mut guard).await;
    let number = ada.number.to_string();
    assert_eq!(send(&mut device, &by_hand(json!({"number": number}))).await, 400);
    assert_eq!(send(&mut device, &by_hand(json!({"number": number, "face_matches": false}))).await, 400);
    let answer = send(&mut device, &by_hand(json!({"number": number, "face_matches": true}))).await.json();
    assert_eq!((&answer["verdict"], &answer["flags"]), (&json!("admit"), &json!(["by_hand"])));
    assert_eq!(answer["person"]["name"], "Ada");
    let answer = send(&mut device, &by_hand(json!({"number": "999999999999", "face_matches": true}))).await.json();
    assert_eq!((&answer["verdict"], &answer["reason"]), (&json!("refuse"), &json!("unknown")));
}

#[actix_web::test]
async fn a_number_of_a_collection_code_is_no_badge() {
    let venue = Venue::new().await;
    let mut guard = venue.world.on_duty(&venue.stage, "guard@example.org", DutyKind::GateStaff).await;
    let ada = venue.delegate("Ada").await;
    let code = venue.badge(ada.participant, "collection_code", plenipo::badges::code::Purpose::Collection).await;
    let mut device = scanner(&venue, &mut guard).await;
    let by_hand = by_hand(json!({"number": code.number, "face_matches": true}));
    let answer = send(&mut device, &by_hand).await.json();
    assert_eq!(answer["reason"], "wrong_purpose");
    assert!(answer.get("person").is_none());
}

#[actix_web::test]
async fn only_a_supervisor_admits_by_person_and_against_a_reason() {
    let venue = Venue::new().await;
    let mut guard = venue.world.on_duty(&venue.stage, "guard@example.org", DutyKind::GateStaff).await;
    let mut chief = venue.world.on_duty(&venue.stage, "chief@example.org", DutyKind::GateSupervisor).await;
    let ada = venue.delegate("Ada").await;
    venue.set_badge(&ada, "prepared").await;
    let override_ = json!({"override": {"reason": "known to the minister's office"}});
    let person = by_hand(json!({"person": ada.participant, "face_matches": true}));
    let mut device = scanner(&venue, &mut guard).await;
    assert_eq!(send(&mut device, &with(scan("main-entrance", "entry", &ada.code), override_.clone())).await, 403);
    assert_eq!(send(&mut device, &person).await, 403);
    let mut device = scanner(&venue, &mut chief).await;
    let answer = send(&mut device, &with(person, json!({"scan_id": uuid::Uuid::now_v7()}))).await.json();
    assert_eq!((&answer["verdict"], &answer["reason"]), (&json!("refuse"), &json!("blocked")));
    let overridden = with(scan("main-entrance", "entry", &ada.code), override_);
    let answer = send(&mut device, &overridden).await.json();
    assert_eq!((&answer["verdict"], &answer["reason"]), (&json!("admit"), &json!("blocked")));
    assert_eq!(answer["flags"], json!(["overridden"]));
    let db = venue.world.db();
    let statement = scans::table.filter(scans::override_reason.is_not_null()).select(scans::override_reason);
    let kept: Option<String> =
        diesel_async::RunQueryDsl::first(statement, &mut *db.connection().await.unwrap()).await.unwrap();
    assert_eq!(kept.as_deref(), Some("known to the minister's office"));
}

#[actix_web::test]
async fn nobody_else_opens_the_scanner() {
    let venue = Venue::new().await;
    for kind in [DutyKind::Organiser, DutyKind::Observer, DutyKind::PassDesk] {
        let mut browser = venue.world.on_duty(&venue.stage, &format!("{kind}@example.org"), kind).await;
        assert_eq!(browser.get(SCANNER).await, 404, "{kind}");
    }
    assert!(venue.world.stranger().get(SCANNER).await.location().starts_with("/sign-in"));
}

#[actix_web::test]
async fn the_page_speaks_the_guard_s_language_and_hides_nothing_in_it() {
    let venue = Venue::new().await;
    let browser = venue.world.on_duty(&venue.stage, "guard@example.org", DutyKind::GateStaff).await;
    let config = config(&mut browser.with_header("accept-language", "fr"), SCANNER).await;
    assert_eq!(config["text"]["word-enter"], "Entrez");
    assert_eq!(config["text"]["line-unsent"], "à envoyer : {n}");
    for reason in plenipo::gates::Reason::ALL.iter().filter(|reason| **reason != plenipo::gates::Reason::Ok) {
        let key = format!("reason-{}", reason.as_str().replace('_', "-"));
        assert!(config["text"][&key].is_string(), "{key}");
    }
}
