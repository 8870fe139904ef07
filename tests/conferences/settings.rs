//! The organiser sets what a conference is; two organisers do not overwrite each other.

use plenipo::conferences::{DutyKind, categories, conference_by_slug, openings};

use crate::support::forms::{changed, fields_of};
use crate::support::people::Stage;
use crate::support::{Browser, World};

async fn organiser() -> (World, Stage, Browser) {
    let (world, stage) = World::new().await;
    let browser = world.on_duty(&stage, "chi@example.org", DutyKind::Organiser).await;
    (world, stage, browser)
}

#[actix_web::test]
async fn an_untouched_form_saves_what_it_shows() {
    let (world, _stage, mut chi) = organiser().await;
    let mut c = world.db().connection().await.unwrap();
    let before = conference_by_slug(&mut c, "hanoi").await.unwrap();
    let fields = fields_of(&chi.get("/hanoi/settings/conference").await.text());
    let fields = changed(&fields, &[("place_fr", "Hanoï"), ("badges_valid_from", "2025-10-23")]);
    let reply = chi.post("/hanoi/settings/conference", &fields).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let after = conference_by_slug(&mut c, "hanoi").await.unwrap();
    assert_eq!(after.nomination_closes_at, before.nomination_closes_at);
    assert_eq!((after.time_zone, after.languages), (before.time_zone, before.languages));
    assert_eq!((after.place.get("fr"), after.version), (Some("Hanoï"), before.version + 1));
}

#[actix_web::test]
async fn windows_are_typed_on_the_conferences_clocks() {
    let (world, _stage, mut chi) = organiser().await;
    let fields = fields_of(&chi.get("/hanoi/settings/conference").await.text());
    let changes = [("place_fr", "Hanoï"), ("nomination_closes_at", "2025-10-30T18:00"), ("time_zone", "America/Lima")];
    assert_eq!(chi.post("/hanoi/settings/conference", &changed(&fields, &changes)).await, 303);
    let mut c = world.db().connection().await.unwrap();
    let after = conference_by_slug(&mut c, "hanoi").await.unwrap();
    assert_eq!(after.nomination_closes_at.to_string(), "2025-10-30T23:00:00Z");
}

#[actix_web::test]
async fn the_second_of_two_organisers_is_told_and_sees_both_versions() {
    let (world, stage, mut chi) = organiser().await;
    let mut dana = world.on_duty(&stage, "dana@example.org", DutyKind::Organiser).await;
    let page = chi.get("/hanoi/settings/conference").await.text();
    let fields = fields_of(&page);
    let chis = changed(&fields, &[("place_fr", "Hanoï"), ("venue_en", "National Convention Center")]);
    assert_eq!(chi.post("/hanoi/settings/conference", &chis).await, 303);
    let danas = changed(&fields, &[("place_fr", "Hanoï"), ("venue_en", "Opera House")]);
    let told = dana.post("/hanoi/settings/conference", &danas).await;
    assert_eq!(told, 409);
    let text = told.text();
    assert!(text.contains("National Convention Center") && text.contains("Opera House"));
    let mut c = world.db().connection().await.unwrap();
    assert_eq!(conference_by_slug(&mut c, "hanoi").await.unwrap().venue.get("en"), Some("National Convention Center"));
    // Sending it again is meant.
    let again = fields_of(&text);
    let again: Vec<_> = again.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(dana.post("/hanoi/settings/conference", &again).await, 303);
    assert_eq!(conference_by_slug(&mut c, "hanoi").await.unwrap().venue.get("en"), Some("Opera House"));
}

#[actix_web::test]
async fn badges_must_be_valid_while_the_conference_lasts() {
    let (_world, _stage, mut chi) = organiser().await;
    let fields = fields_of(&chi.get("/hanoi/settings/conference").await.text());
    let fields = changed(&fields, &[("place_fr", "Hanoï"), ("badges_valid_until", "2025-10-25")]);
    let reply = chi.post("/hanoi/settings/conference", &fields).await;
    assert_eq!(reply, 422);
    assert!(reply.text().contains("valid on every day of the conference"));
}

#[actix_web::test]
async fn an_observer_reads_the_settings_and_changes_nothing() {
    let (world, stage, mut chi) = organiser().await;
    let mut olga = world.on_duty(&stage, "olga@example.org", DutyKind::Observer).await;
    for page in ["", "/conference", "/categories", "/areas", "/hours", "/duties"] {
        let reply = olga.get(&format!("/hanoi/settings{page}")).await;
        assert_eq!(reply, 200, "{page}");
        assert!(!reply.text().contains("button-main"), "{page} offers an observer something to do");
    }
    let fields = fields_of(&chi.get("/hanoi/settings/conference").await.text());
    assert_eq!(olga.post("/hanoi/settings/conference", &changed(&fields, &[])).await, 404);
}

#[actix_web::test]
async fn a_category_is_added_changed_and_removed() {
    let (world, stage, mut chi) = organiser().await;
    let page = chi.get("/hanoi/settings/categories/new").await.text();
    let fields = fields_of(&page);
    let wish = [("letter", "t"), ("name_en", "Transport"), ("name_fr", "Transport"), ("colour", "#224466")];
    let reply = chi.post("/hanoi/settings/categories", &changed(&fields, &wish)).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let mut c = world.db().connection().await.unwrap();
    let all = categories(&mut c, stage.conference).await.unwrap();
    let added = all.iter().find(|one| one.letter == "T").unwrap();
    assert_eq!((added.number, added.default_quota), (3, None));
    let address = format!("/hanoi/settings/categories/{}", added.id);
    let fields = fields_of(&chi.get(&address).await.text());
    let stale = changed(&fields, &[("default_quota", "٧")]);
    assert_eq!(chi.post(&address, &stale).await, 303);
    assert_eq!(chi.post(&address, &stale).await, 409);
    let all = categories(&mut c, stage.conference).await.unwrap();
    assert_eq!(all.iter().find(|one| one.letter == "T").unwrap().default_quota, Some(7));
    assert_eq!(chi.post(&format!("{address}/removal"), &[]).await, 303);
    assert_eq!(chi.get(&address).await, 404);
}

#[actix_web::test]
async fn a_letter_is_taken_once_and_a_category_in_use_stays() {
    let (world, stage, mut chi) = organiser().await;
    world.delegation(&stage, "Viet Nam", 3).await;
    let address = format!("/hanoi/settings/categories/{}", stage.delegates);
    let fields = fields_of(&chi.get(&address).await.text());
    let reply = chi.post(&address, &changed(&fields, &[("letter", "P")])).await;
    assert_eq!(reply, 422);
    assert!(reply.text().contains("Another category has this letter"));
    let none = changed(&fields, &[("step_documents", "")]);
    assert!(chi.post(&address, &none).await.text().contains("Somebody must say yes"));
    let kept = chi.post(&format!("{address}/removal"), &[]).await;
    assert_eq!(kept, 409);
    assert!(kept.text().contains("delegations have places in it"));
    let mut c = world.db().connection().await.unwrap();
    assert!(!openings(&mut c, stage.conference).await.unwrap().is_empty());
}

#[actix_web::test]
async fn areas_form_a_tree_and_never_a_ring() {
    let (_world, stage, mut chi) = organiser().await;
    let address = format!("/hanoi/settings/areas/{}", stage.perimeter);
    let fields = fields_of(&chi.get(&address).await.text());
    let plenary = stage.plenary.to_string();
    let ring = chi.post(&address, &changed(&fields, &[("parent_id", &plenary)])).await;
    assert_eq!(ring, 422);
    assert!(ring.text().contains("cannot lie in itself"));
    let taken = chi.post(&address, &changed(&fields, &[("zone_bit", "1")])).await;
    assert!(taken == 422 && taken.text().contains("Another area has this place"));
    assert_eq!(chi.post(&format!("{address}/removal"), &[]).await, 409);
    let new = fields_of(&chi.get("/hanoi/settings/areas/new").await.text());
    let wish = [
        ("code", "vip"),
        ("name_en", "VIP"),
        ("name_fr", "Salons"),
        ("parent_id", plenary.as_str()),
        ("capacity", "80"),
    ];
    let reply = chi.post("/hanoi/settings/areas", &changed(&new, &wish)).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let again =
        chi.post("/hanoi/settings/areas", &changed(&new, &[("zone_bit", "5"), wish[0], wish[1], wish[2]])).await;
    assert!(again == 422 && again.text().contains("Another area has this code"), "{}", again.text());
}
