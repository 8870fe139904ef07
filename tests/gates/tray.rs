//! The demonstration's tray: each badge does at the gate what is written on it, and strangers never see any.

use std::collections::BTreeMap;

use actix_web::http::header;
use actix_web::test::TestRequest;
use diesel::prelude::*;
use plenipo::badges::code::Purpose;
use plenipo::conferences::DutyKind;
use plenipo::schema::{badge, conference};

use super::venue::{Venue, Wearer, enters};
use crate::support::{Browser, Reply};

const SCANNER: &str = "/hanoi/gates/main-entrance/scanner";
const CROWD: &str = "/hanoi/gates/main-entrance/crowd";

async fn here(browser: &mut Browser, path: &str) -> Reply {
    let request = TestRequest::get().uri(path).peer_addr("127.0.0.1:50000".parse().unwrap());
    browser.send(request.insert_header((header::HOST, "127.0.0.1:8080"))).await
}

/// Codes by the word that stands on the badge.
fn cards(page: &str) -> BTreeMap<String, String> {
    let html = scraper::Html::parse_document(page);
    let (card, word) = (scraper::Selector::parse("[data-scan]").unwrap(), scraper::Selector::parse("b").unwrap());
    html.select(&card)
        .map(|one| {
            let said = one.select(&word).next().unwrap().text().collect::<String>();
            (said, one.attr("data-scan").unwrap().to_owned())
        })
        .collect()
}

#[actix_web::test]
async fn each_badge_of_the_tray_is_what_it_says() {
    let venue = Venue::new().await;
    let (ada, grace, lost) =
        (venue.delegate("Ada").await, venue.delegate("Grace").await, venue.delegate("Lost Badge").await);
    venue.badge(venue.delegate("Waiting").await.participant, "collection_code", Purpose::Collection).await;
    venue.run(diesel::update(badge::table).set(badge::handed_at.eq(venue.world.now()))).await;
    venue.set_badge(&lost, "lost").await;
    let mut gate = venue.device("phone").await;
    enters(&mut gate, "main-entrance", &grace).await;
    let mut staff = venue.world.on_duty(&venue.stage, "gate@example.org", DutyKind::GateStaff).await;
    assert!(cards(&here(&mut staff, SCANNER).await.text()).is_empty(), "a real conference has no tray");
    assert_eq!(here(&mut staff, CROWD).await, 404);
    venue.run(diesel::update(conference::table).set(conference::demonstration.eq(true))).await;
    assert!(cards(&staff.get(SCANNER).await.text()).is_empty(), "nor has somebody on another machine");
    assert_eq!(staff.get(CROWD).await, 404);
    let crowd = here(&mut staff, CROWD).await.json();
    assert_eq!(crowd["codes"].as_array().unwrap().len(), 2, "Grace is inside and does not arrive again: {crowd}");
    let shown = cards(&here(&mut staff, SCANNER).await.text());
    let expected = [
        ("May enter", "ok"),
        ("Is inside already", "already_inside"),
        ("Revoked badge", "revoked"),
        ("Collection code", "wrong_purpose"),
        ("Forged code", "forged"),
    ];
    assert_eq!(shown.len(), expected.len(), "{shown:?}");
    for (word, reason) in expected {
        let holder = Wearer { code: shown[word].clone(), ..ada.clone() };
        let answer = enters(&mut gate, "main-entrance", &holder).await;
        assert!(answer.ends_with(reason), "{word}: {answer}");
    }
}
