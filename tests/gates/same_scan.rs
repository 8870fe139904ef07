//! A scan counts once, however often it is sent.

use actix_web::http::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::venue::{Venue, at, enters, scan, send, with};

#[actix_web::test]
async fn the_same_scan_again_gives_the_same_answer() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    let scan = with(scan("main-entrance", "entry", &ada.code), at(venue.world.now()));
    let first = send(&mut gate, &scan).await.json();
    venue.world.wait(30);
    venue.set_badge(&ada, "revoked").await;
    let again = send(&mut gate, &with(scan, json!({"sent_at": venue.world.now().to_string()}))).await.json();
    assert_eq!(again["replayed"], json!(true));
    for part in ["scan_id", "verdict", "reason", "flags", "person"] {
        assert_eq!(again[part], first[part], "{part}");
    }
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 1);
}

#[actix_web::test]
async fn other_content_under_the_same_id_is_refused_and_changes_nothing() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let (ada, grace) = (venue.delegate("Ada").await, venue.delegate("Grace").await);
    let first = scan("main-entrance", "entry", &ada.code);
    send(&mut gate, &first).await;
    for other in [
        json!({"code": grace.code}),
        json!({"direction": "exit"}),
        json!({"gate": "side-door"}),
        json!({"scanned_at": "2025-10-26T03:04:00Z"}),
    ] {
        let reply = send(&mut gate, &with(first.clone(), other.clone())).await;
        assert_eq!(reply, 409, "{other}");
        assert_eq!(reply.headers.get("content-type").unwrap(), "application/problem+json");
        assert_eq!(reply.json()["status"], 409);
    }
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 1);
    assert_eq!(enters(&mut gate, "main-entrance", &grace).await, "admit ok");
}

#[actix_web::test]
async fn two_devices_may_use_the_same_id() {
    let venue = Venue::new().await;
    let (mut one, mut two) = (venue.device("one").await, venue.device("two").await);
    let (ada, grace) = (venue.delegate("Ada").await, venue.delegate("Grace").await);
    let first = scan("main-entrance", "entry", &ada.code);
    assert_eq!(send(&mut one, &first).await, 200);
    let answer = send(&mut two, &with(first, json!({"code": grace.code}))).await.json();
    assert_eq!((&answer["verdict"], &answer["replayed"]), (&json!("admit"), &json!(false)));
}

#[actix_web::test]
async fn a_report_about_a_scan_is_no_part_of_it() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    let plain = scan("main-entrance", "entry", &ada.code);
    send(&mut gate, &plain).await;
    let reported = with(plain, json!({"offline": {"verdict": "refuse", "reason": "hours", "list_version": 3}}));
    let answer = send(&mut gate, &reported).await.json();
    assert_eq!((&answer["verdict"], &answer["replayed"]), (&json!("admit"), &json!(true)), "the first decision stands");
}

#[actix_web::test]
async fn a_bad_item_holds_back_none_of_its_batch() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let (ada, grace) = (venue.delegate("Ada").await, venue.delegate("Grace").await);
    let first = scan("main-entrance", "entry", &ada.code);
    let scans = json!([
        first,
        {"scan_id": "nonsense", "gate": "main-entrance"},
        7,
        with(first.clone(), json!({"code": grace.code})),
        with(scan("main-entrance", "entry", &grace.code), json!({"gate": "back-door"})),
        scan("main-entrance", "entry", &grace.code),
        first,
    ]);
    let reply = gate.json(Method::POST, "/api/v1/scans/batch", &json!({ "scans": scans })).await;
    assert_eq!(reply, 200);
    let answers = reply.json()["scans"].as_array().unwrap().clone();
    let short = |answer: &Value| match answer.get("problem") {
        Some(problem) => problem["status"].to_string(),
        None => format!("{} {}", answer["verdict"].as_str().unwrap(), answer["replayed"]),
    };
    let said: Vec<String> = answers.iter().map(short).collect();
    assert_eq!(said, ["admit false", "400", "400", "409", "403", "admit false", "admit true"]);
    assert_eq!(answers[0]["scan_id"], scans[0]["scan_id"]);
    assert_eq!(answers[1]["scan_id"], "nonsense");
    assert_eq!(answers[3]["scan_id"], scans[3]["scan_id"]);
}

#[actix_web::test]
async fn a_batch_may_be_large_and_not_larger() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let many = |n: usize| {
        let one = || json!({"scan_id": Uuid::now_v7(), "gate": "main-entrance", "direction": "entry", "code": "1".repeat(193)});
        json!({"scans": (0..n).map(|_| one()).collect::<Vec<_>>()})
    };
    assert_eq!(gate.json(Method::POST, "/api/v1/scans/batch", &many(501)).await, 400);
    let reply = gate.json(Method::POST, "/api/v1/scans/batch", &many(500)).await;
    assert_eq!(reply.json()["scans"].as_array().unwrap().len(), 500);
    assert_eq!(gate.json(Method::POST, "/api/v1/scans/batch", &many(0)).await.json()["scans"], json!([]));
}

#[actix_web::test]
async fn what_cannot_be_read_says_what_it_should_be() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let good = scan("main-entrance", "entry", "1");
    for (spoiled, word) in [
        (with(good.clone(), json!({"scan_id": "x"})), "scan_id"),
        (with(good.clone(), json!({"direction": "up"})), "direction"),
        (with(good.clone(), json!({"code": 7})), "code"),
        (with(good.clone(), json!({"scanned_at": "soon"})), "scanned_at"),
        (json!([]), "body"),
        (json!("scan"), "body"),
    ] {
        let reply = send(&mut gate, &spoiled).await;
        assert_eq!(reply, 400, "{spoiled}");
        assert!(reply.json()["detail"].as_str().unwrap().starts_with(word), "{}", reply.text());
    }
    let reply = send(&mut gate, &with(good, json!({"code": "1".repeat(20_000)}))).await;
    assert_eq!(reply, 413);
    assert_eq!(reply.headers.get("content-type").unwrap(), "application/problem+json");
}
