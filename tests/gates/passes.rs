//! Areas that are open by pass only.

use diesel::prelude::*;
use plenipo::badges::code::Purpose;
use plenipo::conferences::DutyKind;
use plenipo::schema::area;

use super::venue::{Venue, enters, leaves};
use crate::support::app::Browser;

const NONE: &str = "refuse not_registered";

/// A venue whose plenary hall is open by pass only, its organiser, a gate, and the address of the hall's passes.
async fn by_pass() -> (Venue, Browser, Browser, String) {
    let venue = Venue::new().await;
    venue.run(diesel::update(area::table.find(venue.stage.plenary)).set(area::by_pass.eq(true))).await;
    let organiser = venue.world.on_duty(&venue.stage, "organiser@example.org", DutyKind::Organiser).await;
    let gate = venue.device("phone").await;
    let hall = format!("/hanoi/gates/passes/{}", venue.stage.plenary);
    (venue, organiser, gate, hall)
}

#[actix_web::test]
async fn without_a_pass_nobody_enters_and_with_one_they_do() {
    let (venue, mut organiser, mut gate, hall) = by_pass().await;
    let (ada, grace) = (venue.delegate("Ada").await, venue.delegate("Grace").await);
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, NONE);
    assert_eq!(enters(&mut gate, "side-door", &ada).await, "admit ok", "other areas need none");
    let numbers = format!("{:06}\n\n", ada.number);
    assert_eq!(organiser.post(&hall, &[("numbers", &numbers)]).await, 303);
    assert!(organiser.get(&hall).await.text().contains("One pass granted."));
    venue.world.wait(1);
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, "admit ok");
    assert_eq!(enters(&mut gate, "plenary-hall", &grace).await, NONE);
    assert_eq!(leaves(&mut gate, "plenary-hall", &grace).await, "admit ok", "exits are never refused");
    let revocation = format!("{hall}/{}/revocation", ada.participant);
    assert_eq!(organiser.post(&revocation, &[]).await, 303);
    assert_eq!(organiser.post(&revocation, &[]).await, 409, "once");
    venue.world.wait(1);
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, NONE);
}

#[actix_web::test]
async fn a_pass_has_its_time() {
    let (venue, mut organiser, mut gate, hall) = by_pass().await;
    let ada = venue.delegate("Ada").await;
    let zone = jiff::tz::TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
    let wall = |seconds: i64| {
        let at = venue.world.now().plus_seconds(seconds).in_zone(&zone);
        format!("{} {:02}:{:02}:{:02}", at.date(), at.hour(), at.minute(), at.second())
    };
    let numbers = format!("number,from,until\n{},{},{}", ada.number, wall(60), wall(120));
    assert_eq!(organiser.post(&hall, &[("numbers", &numbers)]).await, 303);
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, NONE, "not yet");
    venue.world.wait(60);
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, "admit ok");
    venue.world.wait(60);
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, NONE, "over");
    let number = ada.number.to_string();
    assert_eq!(organiser.post(&hall, &[("numbers", &number)]).await, 303);
    assert!(organiser.get(&hall).await.text().contains("No pass granted, one changed."));
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, "admit ok");
}

#[actix_web::test]
async fn a_whole_delegation_gets_passes_and_one_person_from_the_list() {
    let (venue, mut organiser, mut gate, hall) = by_pass().await;
    let (ada, grace) = (venue.delegate("Ada").await, venue.delegate("Grace").await);
    let person = ada.participant.to_string();
    let offered = organiser.get(&format!("{hall}?who=everybody&q={}", ada.number)).await.text();
    assert!(offered.contains(&person) && !offered.contains(&grace.participant.to_string()));
    assert_eq!(organiser.post(&hall, &[("person", &person), ("who", "everybody")]).await, 303);
    let delegation = venue.delegation.to_string();
    assert_eq!(organiser.post(&hall, &[("delegation", &delegation)]).await, 303);
    let page = organiser.get(&hall).await.text();
    assert!(page.contains("One pass granted; one person held it already."), "{page}");
    assert_eq!(enters(&mut gate, "plenary-hall", &grace).await, "admit ok");
    let sheet = organiser.get(&format!("{hall}/export?format=csv")).await.text();
    assert!(sheet.contains("number,from,until,reference"), "{sheet}");
    let number = grace.number.to_string();
    assert!(sheet.lines().any(|line| line.trim_start_matches('\u{feff}').starts_with(&number)), "{sheet}");
    // What was taken away can be brought back as it is.
    let again = organiser.post(&hall, &[("numbers", &sheet)]).await;
    assert_eq!(again, 303, "{}", again.text());
    assert!(organiser.get(&hall).await.text().contains("No pass granted; 2 people held it already."));
}

#[actix_web::test]
async fn a_list_with_a_mistake_grants_nothing_and_names_each_line() {
    let (venue, mut organiser, mut gate, hall) = by_pass().await;
    let ada = venue.delegate("Ada").await;
    let numbers = format!("{}\nGrace\n999999\n{},never", ada.number, ada.number);
    let reply = organiser.post(&hall, &[("numbers", &numbers)]).await;
    assert_eq!(reply, 422);
    let text = reply.text();
    for line in ["Line 2", "Line 3", "Line 4", "999999", "never"] {
        assert!(text.contains(line), "{line}");
    }
    assert!(text.contains("Grace\n999999"), "what was pasted stays");
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, NONE);
    assert_eq!(organiser.post(&hall, &[("numbers", "")]).await, 422, "nobody is named");
    let backwards = [("numbers", "1"), ("opens_at", "2025-10-25T10:00"), ("closes_at", "2025-10-25T09:00")];
    let reply = organiser.post(&hall, &backwards).await;
    assert_eq!(reply, 422);
    assert!(reply.text().contains("id=\"closes_at-error\""));
}

#[actix_web::test]
async fn a_lost_badge_takes_no_pass_with_it() {
    let (venue, mut organiser, mut gate, hall) = by_pass().await;
    let ada = venue.delegate("Ada").await;
    organiser.post(&hall, &[("numbers", &ada.number.to_string())]).await;
    venue.set_badge(&ada, "lost").await;
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, "refuse revoked");
    let new = venue.badge(ada.participant, "badge", Purpose::Badge).await;
    assert_eq!(enters(&mut gate, "plenary-hall", &new).await, "admit ok");
}

#[actix_web::test]
async fn programme_managers_grant_and_others_do_not() {
    let (venue, mut organiser, _, hall) = by_pass().await;
    let mut manager = venue.world.on_duty(&venue.stage, "pm@example.org", DutyKind::ProgrammeManager).await;
    let mut observer = venue.world.on_duty(&venue.stage, "obs@example.org", DutyKind::Observer).await;
    let mut guard = venue.world.on_duty(&venue.stage, "guard@example.org", DutyKind::GateStaff).await;
    let ada = venue.delegate("Ada").await;
    let number = ada.number.to_string();
    assert!(manager.get("/hanoi/gates/passes").await.text().contains(&hall));
    assert_eq!(manager.post(&hall, &[("numbers", &number)]).await, 303);
    assert_eq!(observer.get(&hall).await, 200);
    assert_eq!(observer.post(&hall, &[("numbers", &number)]).await, 404);
    assert_eq!(guard.get(&hall).await, 404);
    let list = organiser.get("/hanoi/gates").await.text();
    assert!(list.contains("/hanoi/gates/passes") && list.contains("/hanoi/gates/attention"));
    assert!(!guard.get("/hanoi/gates").await.text().contains("/hanoi/gates/passes"));
}

#[actix_web::test]
async fn the_settings_of_an_area_say_by_pass_and_places_of_a_delegation() {
    let venue = Venue::new().await;
    let (mut organiser, mut gate) =
        (venue.world.on_duty(&venue.stage, "o@example.org", DutyKind::Organiser).await, venue.device("phone").await);
    let ada = venue.delegate("Ada").await;
    let page = format!("/hanoi/settings/areas/{}", venue.stage.plenary);
    let shown = organiser.get(&page).await.text();
    assert!(shown.contains("id=\"by_pass\"") && shown.contains("id=\"delegation_capacity\""));
    let parent = venue.stage.perimeter.to_string();
    let fields = [
        ("version", "1"),
        ("code", "plenary-hall"),
        ("name_en", "Plenary hall"),
        ("name_fr", "Salle plénière"),
        ("parent_id", &parent),
        ("ordinal", "1"),
        ("by_pass", "yes"),
        ("delegation_capacity", "2"),
    ];
    let reply = organiser.post(&page, &fields).await;
    assert_eq!(reply, 303, "{}", reply.text());
    assert_eq!(enters(&mut gate, "plenary-hall", &ada).await, NONE);
    let zero: Vec<_> = fields.iter().map(|(f, v)| (*f, if *f == "delegation_capacity" { "0" } else { *v })).collect();
    assert_eq!(organiser.post(&page, &zero).await, 422);
}
