//! Scans that arrive late, out of order, or from devices that decided alone.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::schema::scan as scans;
use serde_json::json;

use super::venue::{Venue, at, enters, leaves, scan, send, with};

#[actix_web::test]
async fn an_older_movement_that_arrives_late_moves_nobody() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    let morning = venue.world.now();
    venue.world.wait(600);
    assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "admit ok");
    venue.world.wait(600);
    assert_eq!(leaves(&mut gate, "main-entrance", &ada).await, "admit ok");
    let late = with(scan("main-entrance", "entry", &ada.code), at(morning.plus_seconds(60)));
    let late = with(late, json!({"offline": {"verdict": "admit", "reason": "ok"}}));
    let answer = send(&mut gate, &late).await.json();
    assert_eq!(answer["verdict"], "admit");
    assert_eq!(answer["flags"], json!(["late_upload", "conflict"]), "two entries without an exit between");
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 0);
    assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "admit ok", "she is outside");
}

#[actix_web::test]
async fn a_late_entry_before_nothing_else_brings_its_person_in() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    let late = with(scan("main-entrance", "entry", &ada.code), at(venue.world.now().plus_seconds(-900)));
    let answer = send(&mut gate, &with(late, json!({"offline": {"verdict": "admit", "reason": "ok"}}))).await.json();
    assert_eq!(answer["flags"], json!(["late_upload"]));
    assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "refuse already_inside");
}

#[actix_web::test]
async fn what_a_device_admitted_stays_admitted_and_the_server_s_opinion_is_kept() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    venue.set_badge(&ada, "revoked").await;
    let offline = json!({"offline": {"verdict": "admit", "reason": "ok", "list_version": 812}});
    let answer = send(&mut gate, &with(scan("main-entrance", "entry", &ada.code), offline)).await.json();
    assert_eq!((&answer["verdict"], &answer["reason"]), (&json!("admit"), &json!("ok")));
    assert_eq!(answer["flags"], json!(["conflict"]));
    let db = venue.world.db();
    let stored: (Option<String>, i64, bool) = scans::table
        .select((scans::opinion, scans::list_version, scans::moved))
        .first(&mut *db.connection().await.unwrap())
        .await
        .unwrap();
    assert_eq!(stored, (Some("revoked".to_owned()), 812, true));
}

#[actix_web::test]
async fn any_order_of_arrival_ends_with_the_same_people_inside() {
    let offline = json!({"offline": {"verdict": "admit", "reason": "ok"}});
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1], [0, 2, 1], [1, 0, 2]] {
        let venue = Venue::new().await;
        let mut gate = venue.device("phone").await;
        let ada = venue.delegate("Ada").await;
        let start = venue.world.now().plus_seconds(-3600);
        let steps = [("main-entrance", "entry", 0), ("plenary-hall", "entry", 60), ("plenary-hall", "exit", 120)];
        for step in order {
            let (name, direction, seconds) = steps[step];
            let scan = with(scan(name, direction, &ada.code), at(start.plus_seconds(seconds)));
            assert_eq!(send(&mut gate, &with(scan, offline.clone())).await, 200);
        }
        let inside = (venue.rows_inside(venue.stage.perimeter).await, venue.rows_inside(venue.stage.plenary).await);
        assert_eq!(inside, (1, 0), "{order:?}");
    }
}

#[actix_web::test]
async fn a_device_whose_clock_is_wrong_moves_people_at_the_right_time() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    let ahead = venue.world.now().plus_seconds(7200).to_string();
    let entry = with(scan("main-entrance", "entry", &ada.code), json!({"scanned_at": ahead, "sent_at": ahead}));
    assert_eq!(send(&mut gate, &entry).await.json()["flags"], json!(["clock_skew"]));
    venue.world.wait(60);
    assert_eq!(leaves(&mut gate, "main-entrance", &ada).await, "admit ok");
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 0, "the exit is the later movement");
}
