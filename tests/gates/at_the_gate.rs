//! One badge after the other: who may pass, and why not.

use diesel::prelude::*;
use plenipo::badges::code::Purpose;
use plenipo::badges::keys::SigningKey;
use plenipo::ids::ExceptionId;
use plenipo::schema::{area, category, gate, opening, participant, personal_exception};
use serde_json::json;

use super::venue::{Venue, enters, leaves, says, scan, send, signed_by};

#[actix_web::test]
async fn a_delegate_enters_and_the_guard_sees_who() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada Lovelace").await;
    let answer = send(&mut gate, &scan("main-entrance", "entry", &ada.code)).await.json();
    assert_eq!((&answer["verdict"], &answer["reason"]), (&json!("admit"), &json!("ok")));
    assert_eq!(answer["flags"], json!([]));
    assert_eq!(answer["replayed"], json!(false));
    assert_eq!(answer["inside"], json!(1));
    assert_eq!(answer["person"]["name"], "Ada Lovelace");
    assert_eq!(answer["person"]["delegation"], "Ruritania");
    assert_eq!(answer["person"]["category"], "D");
    let document = venue.world.stranger().get("/api/v1/openapi.json").await.json();
    for (schema, spoken) in [("Answer", &answer), ("Person", &answer["person"])] {
        let described = document["components"]["schemas"][schema]["properties"].as_object().unwrap();
        for part in spoken.as_object().unwrap().keys() {
            assert!(described.contains_key(part), "{schema} has {part}, but the description has not");
        }
    }
}

#[actix_web::test]
async fn an_exit_is_needed_before_the_next_entry() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "admit ok");
    venue.world.wait(10);
    assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "refuse already_inside");
    assert_eq!(enters(&mut gate, "side-door", &ada).await, "admit ok", "this gate does not mind");
    venue.world.wait(10);
    assert_eq!(leaves(&mut gate, "main-entrance", &ada).await, "admit ok");
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 0);
    venue.world.wait(10);
    assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "admit ok");
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 1);
}

#[actix_web::test]
async fn codes_that_are_no_badge_of_this_conference() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    let collection = venue.badge(ada.participant, "collection_code", Purpose::Collection).await;
    let forger = SigningKey::from_seed(1, &[9; 32]);
    for (code, reason) in [
        ("https://example.org".to_owned(), "unknown"),
        (String::new(), "unknown"),
        ("7".repeat(193), "unknown"),
        ("1".repeat(4000), "unknown"),
        (signed_by(&forger, Purpose::Badge, 1, 1), "forged"),
        (collection.code, "wrong_purpose"),
        (venue.code(Purpose::Collection, 2, 1), "wrong_purpose"),
        (venue.code(Purpose::Badge, 2, 1), "wrong_conference"),
        (venue.code(Purpose::Badge, 1, 999_999), "unknown"),
    ] {
        let answer = send(&mut gate, &scan("main-entrance", "entry", &code)).await.json();
        assert_eq!((&answer["verdict"], &answer["reason"]), (&json!("refuse"), &json!(reason)), "{code}");
        assert!(answer.get("person").is_none(), "{reason} names nobody");
        if reason != "unknown" {
            assert_eq!(says(&mut gate, &scan("main-entrance", "exit", &code)).await, format!("refuse {reason}"));
        }
    }
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 0);
}

#[actix_web::test]
async fn a_badge_is_good_because_its_accreditation_is_approved_now() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    for (status, reason) in [
        ("submitted", "not_approved"),
        ("returned", "not_approved"),
        ("refused", "not_approved"),
        ("withdrawn", "cancelled"),
        ("on_hold", "blocked"),
    ] {
        venue.set_status(&ada, status).await;
        assert_eq!(enters(&mut gate, "main-entrance", &ada).await, format!("refuse {reason}"), "{status}");
    }
    venue.set_status(&ada, "approved").await;
    assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "admit ok");
}

#[actix_web::test]
async fn a_dead_badge_stays_outside_and_raises_the_alarm_when_it_leaves() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    for state in ["revoked", "lost", "superseded"] {
        let ada = venue.delegate(state).await;
        assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "admit ok");
        venue.set_badge(&ada, state).await;
        venue.world.wait(1);
        assert_eq!(enters(&mut gate, "side-door", &ada).await, "refuse revoked");
        let answer = send(&mut gate, &scan("main-entrance", "exit", &ada.code)).await.json();
        assert_eq!((&answer["verdict"], &answer["reason"]), (&json!("admit"), &json!("ok")));
        assert_eq!(answer["flags"], json!(["alarm"]));
        assert_eq!(answer["person"]["name"], state);
    }
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 0);
}

#[actix_web::test]
async fn a_badge_that_was_printed_in_advance_is_blocked_until_it_is_handed_over() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    venue.set_badge(&ada, "prepared").await;
    assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "refuse blocked");
    venue.set_badge(&ada, "live").await;
    assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "admit ok");
}

#[actix_web::test]
async fn a_badge_is_valid_by_the_conference_s_own_days() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    let asked = |time: &str| {
        let mut scan = scan("side-door", "entry", &ada.code);
        scan["scanned_at"] = json!(time);
        scan["offline"] = json!(null);
        scan
    };
    // The badge is good from 24 to 27 October; the conference day begins at 04:00 in Hà Nội, which is 21:00 UTC.
    venue.world.parts.clock.set(plenipo::clock::Moment::parse("2025-10-28T00:00:00Z").unwrap());
    for (time, verdict) in [
        ("2025-10-23T20:59:59Z", "refuse too_early"),
        ("2025-10-27T21:00:00Z", "refuse too_late"),
        ("2025-10-27T20:59:59Z", "refuse hours"),
        ("2025-10-27T16:59:59Z", "admit ok"),
    ] {
        assert_eq!(says(&mut gate, &asked(time)).await, verdict, "{time}");
    }
}

#[actix_web::test]
async fn press_has_no_business_in_the_plenary_hall_unless_somebody_says_so() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let nellie = venue.wearer("Nellie Bly", venue.stage.press).await;
    assert_eq!(enters(&mut gate, "main-entrance", &nellie).await, "admit ok");
    assert_eq!(enters(&mut gate, "plenary-hall", &nellie).await, "refuse area");
    let now = venue.world.now();
    let exception = |allowed: bool| {
        diesel::insert_into(personal_exception::table).values((
            personal_exception::id.eq(ExceptionId::new()),
            personal_exception::conference_id.eq(venue.stage.conference),
            personal_exception::participant_id.eq(nellie.participant),
            personal_exception::area_id.eq(venue.stage.plenary),
            personal_exception::allowed.eq(allowed),
            personal_exception::opens_at.eq(now),
            personal_exception::closes_at.eq(now.plus_seconds(3600)),
        ))
    };
    venue.run(exception(true)).await;
    assert_eq!(enters(&mut gate, "plenary-hall", &nellie).await, "admit ok");
    venue.run(exception(false)).await;
    assert_eq!(enters(&mut gate, "plenary-hall", &nellie).await, "refuse blocked");
}

#[actix_web::test]
async fn an_area_opens_with_the_first_moment_of_its_hours_and_closes_with_the_last() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    let now = venue.world.now();
    venue
        .run(
            diesel::update(opening::table.filter(opening::area_id.eq(venue.stage.plenary)))
                .set((opening::opens_at.eq(now), opening::closes_at.eq(now.plus_seconds(60)))),
        )
        .await;
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, "admit ok");
    venue.world.wait(60);
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, "refuse hours");
    assert_eq!(leaves(&mut gate, "plenary-hall", &ada).await, "admit ok", "out is always open");
}

#[actix_web::test]
async fn leaving_the_perimeter_leaves_the_plenary_hall() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    assert_eq!(enters(&mut gate, "main-entrance", &ada).await, "admit ok");
    venue.world.wait(1);
    let answer = send(&mut gate, &scan("plenary-hall", "entry", &ada.code)).await.json();
    assert_eq!((&answer["inside"], &answer["flags"]), (&json!(1), &json!([])));
    venue.world.wait(1);
    let answer = send(&mut gate, &scan("main-entrance", "exit", &ada.code)).await.json();
    assert_eq!(answer["inside"], 0);
    venue.world.wait(1);
    let answer = send(&mut gate, &scan("plenary-hall", "entry", &ada.code)).await.json();
    assert_eq!(answer["flags"], json!(["outer_not_seen"]));
    assert_eq!(answer["inside"], 1);
}

#[actix_web::test]
async fn once_a_day_is_once_a_conference_day() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let ada = venue.delegate("Ada").await;
    venue.run(diesel::update(gate::table.filter(gate::code.eq("side-door"))).set(gate::once_per_day.eq(true))).await;
    assert_eq!(enters(&mut gate, "side-door", &ada).await, "admit ok");
    venue.world.wait(3600);
    assert_eq!(enters(&mut gate, "side-door", &ada).await, "refuse already_used");
    // 03:59 in Hà Nội is still the same day; 04:00 is the next.
    venue.world.parts.clock.set(plenipo::clock::Moment::parse("2025-10-26T20:59:00Z").unwrap());
    assert_eq!(enters(&mut gate, "side-door", &ada).await, "refuse already_used");
    venue.world.wait(60);
    assert_eq!(enters(&mut gate, "side-door", &ada).await, "admit ok");
}

#[actix_web::test]
async fn a_full_hall_lets_the_next_in_when_somebody_leaves() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    venue.run(diesel::update(area::table.find(venue.stage.plenary)).set(area::capacity.eq(1))).await;
    let (ada, grace) = (venue.delegate("Ada").await, venue.delegate("Grace").await);
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, "admit ok");
    assert_eq!(enters(&mut gate, "plenary-hall", &grace).await, "refuse area_full");
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, "admit ok", "she is in already");
    venue.world.wait(1);
    assert_eq!(leaves(&mut gate, "plenary-hall", &ada).await, "admit ok");
    assert_eq!(enters(&mut gate, "plenary-hall", &grace).await, "admit ok");
}

#[actix_web::test]
async fn the_guard_reads_names_in_the_language_of_the_device() {
    let venue = Venue::new().await;
    let ada = venue.delegate("Ada").await;
    let french = plenipo::language::Localized::new("en", "Delegate").and("fr", "Délégué");
    venue.run(diesel::update(category::table.find(venue.stage.delegates)).set(category::name.eq(french))).await;
    let mut gate = venue.device("phone").await.with_header("accept-language", "fr");
    let answer = send(&mut gate, &scan("main-entrance", "entry", &ada.code)).await.json();
    assert_eq!(answer["person"]["category_name"], "Délégué");
}

#[actix_web::test]
async fn a_delegation_has_so_many_places_at_a_time() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    venue.run(diesel::update(area::table.find(venue.stage.plenary)).set(area::delegation_capacity.eq(2))).await;
    let (ada, grace, hedy) = (venue.delegate("Ada").await, venue.delegate("Grace").await, venue.delegate("Hedy").await);
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, "admit ok");
    assert_eq!(enters(&mut gate, "plenary-hall", &grace).await, "admit ok");
    assert_eq!(enters(&mut gate, "plenary-hall", &hedy).await, "refuse delegation_full");
    venue.world.wait(1);
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, "admit ok", "who is inside takes no second place");
    assert_eq!(enters(&mut gate, "main-entrance", &hedy).await, "admit ok", "other areas do not count");
    let other = venue.world.delegation(&venue.stage, "Graustark", 5).await;
    let wu = venue.delegate("Wu").await;
    venue.run(diesel::update(participant::table.find(wu.participant)).set(participant::delegation_id.eq(other))).await;
    assert_eq!(enters(&mut gate, "plenary-hall", &wu).await, "admit ok", "another delegation has places of its own");
    assert_eq!(leaves(&mut gate, "plenary-hall", &grace).await, "admit ok");
    venue.world.wait(1);
    assert_eq!(enters(&mut gate, "plenary-hall", &hedy).await, "admit ok");
}

#[actix_web::test]
async fn a_full_area_is_said_before_a_full_delegation() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let both = (area::delegation_capacity.eq(1), area::capacity.eq(1));
    venue.run(diesel::update(area::table.find(venue.stage.plenary)).set(both)).await;
    let (ada, grace) = (venue.delegate("Ada").await, venue.delegate("Grace").await);
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, "admit ok");
    assert_eq!(enters(&mut gate, "plenary-hall", &grace).await, "refuse area_full");
    venue.run(diesel::update(area::table.find(venue.stage.plenary)).set(area::capacity.eq(5))).await;
    venue.world.wait(1);
    assert_eq!(enters(&mut gate, "plenary-hall", &grace).await, "refuse delegation_full");
}
