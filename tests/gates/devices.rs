//! Who may speak to the scanner API.

use actix_web::http::Method;
use diesel::prelude::*;
use plenipo::schema::{device, device_gate};
use serde_json::json;

use super::venue::{Venue, scan, send, with};

#[actix_web::test]
async fn nobody_scans_without_a_device_s_token() {
    let venue = Venue::new().await;
    let ada = venue.delegate("Ada").await;
    let scan = scan("main-entrance", "entry", &ada.code);
    let mut stranger = venue.world.stranger();
    let reply = send(&mut stranger, &scan).await;
    assert_eq!(reply, 401);
    assert_eq!(reply.headers.get("content-type").unwrap(), "application/problem+json");
    for header in ["Bearer nonsense", "Bearer ", "Basic YTpi", "Bearer"] {
        let mut liar = venue.world.stranger().with_header("authorization", header);
        assert_eq!(send(&mut liar, &scan).await, 401, "{header}");
    }
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 0);
}

#[actix_web::test]
async fn a_revoked_device_is_answered_401_on_every_call() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    let scan = scan("main-entrance", "entry", &ada.code);
    assert_eq!(send(&mut gate, &scan).await, 200);
    venue.run(diesel::update(device::table).set(device::revoked_at.eq(venue.world.now()))).await;
    assert_eq!(send(&mut gate, &scan).await, 401, "a replay too");
    assert_eq!(gate.json(Method::POST, "/api/v1/scans/batch", &json!({"scans": [scan]})).await, 401);
    assert_eq!(gate.get("/api/v1/photos/x/y").await, 401);
}

#[actix_web::test]
async fn a_device_speaks_only_for_gates_that_were_handed_to_it() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    assert_eq!(send(&mut gate, &scan("no-such-gate", "entry", &ada.code)).await, 403);
    venue.run(diesel::delete(device_gate::table)).await;
    let reply = send(&mut gate, &scan("main-entrance", "entry", &ada.code)).await;
    assert_eq!(reply, 403);
    assert_eq!(reply.headers.get("content-type").unwrap(), "application/problem+json");
}

#[actix_web::test]
async fn by_hand_and_overriding_need_somebody_who_is_signed_in() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    let mut by_hand = scan("main-entrance", "entry", "");
    by_hand.as_object_mut().unwrap().remove("code");
    let by_hand = with(by_hand, json!({"by_hand": {"number": ada.number.to_string(), "face_matches": true}}));
    assert_eq!(send(&mut gate, &by_hand).await, 403);
    let overriding = with(scan("main-entrance", "entry", &ada.code), json!({"override": {"reason": "minister"}}));
    assert_eq!(send(&mut gate, &overriding).await, 403);
}

#[actix_web::test]
async fn an_enrolment_code_is_no_guess() {
    let venue = Venue::new().await;
    let mut stranger = venue.world.stranger();
    assert_eq!(stranger.json(Method::POST, "/api/v1/devices", &json!({"code": "ABCD-EFGH-JKMN"})).await, 404);
    assert_eq!(stranger.json(Method::POST, "/api/v1/devices", &json!({})).await, 400);
    assert_eq!(stranger.json(Method::POST, "/api/v1/devices", &json!(3)).await, 400);
}
