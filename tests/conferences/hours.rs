//! Hours of a category as a table.

use plenipo::conferences::{DutyKind, openings};

use crate::support::World;

#[actix_web::test]
async fn hours_are_typed_on_the_conferences_clocks_and_replace_what_was() {
    let (world, stage) = World::new().await;
    let mut chi = world.on_duty(&stage, "chi@example.org", DutyKind::Organiser).await;
    let address = format!("/hanoi/settings/hours/{}", stage.press);
    let page = chi.get(&address).await.text();
    assert!(page.contains("2025-10-24T07:00"), "the old hours stand in the table");
    let plenary = stage.plenary.to_string();
    let fields = [
        ("version", "1"),
        ("area_1", plenary.as_str()),
        ("opens_1", "2025-10-25T08:00"),
        ("closes_1", "2025-10-25T10:00"),
        ("area_2", plenary.as_str()),
        ("opens_2", "2025-10-25T10:00"),
        ("closes_2", "2025-10-25T12:00"),
        ("area_3", ""),
        ("opens_3", "2025-10-26T08:00"),
        ("closes_3", "2025-10-26T10:00"),
    ];
    let reply = chi.post(&address, &fields).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let mut c = world.db().connection().await.unwrap();
    let all = openings(&mut c, stage.conference).await.unwrap();
    let own: Vec<_> = all.iter().filter(|one| one.category_id == stage.press).collect();
    assert_eq!(own.len(), 2);
    assert_eq!(own[0].opens_at.to_string(), "2025-10-25T01:00:00Z");
    // Another category's hours stand as they were.
    assert!(all.iter().any(|one| one.category_id == stage.delegates));
    // The same version again is a stale one.
    let stale = chi.post(&address, &fields).await;
    assert_eq!(stale, 409);
    assert!(stale.text().contains("Somebody else changed this category"));
}

#[actix_web::test]
async fn overlapping_and_backward_hours_change_nothing() {
    let (world, stage) = World::new().await;
    let mut chi = world.on_duty(&stage, "chi@example.org", DutyKind::Organiser).await;
    let address = format!("/hanoi/settings/hours/{}", stage.press);
    let plenary = stage.plenary.to_string();
    let row = |opens: &'static str, closes: &'static str| [("opens_1", opens), ("closes_1", closes)];
    let first = [("version", "1"), ("area_1", plenary.as_str())];
    let backward = [&first[..], &row("2025-10-25T10:00", "2025-10-25T08:00")].concat();
    let reply = chi.post(&address, &backward).await;
    assert!(reply == 422 && reply.text().contains("ends before it begins"));
    let second = [("area_2", plenary.as_str()), ("opens_2", "2025-10-25T09:59"), ("closes_2", "2025-10-25T12:00")];
    let overlap = [&first[..], &row("2025-10-25T08:00", "2025-10-25T10:00"), &second].concat();
    let reply = chi.post(&address, &overlap).await;
    assert!(reply == 422 && reply.text().contains("two spans overlap"), "{}", reply.text());
    let missing = chi.post(&address, &[&first[..], &[("opens_1", "2025-10-25T08:00")]].concat()).await;
    assert!(missing == 422 && missing.text().contains("2025-10-25T08:00"));
    let foreign = world.conference("geneva", 2).await.plenary.to_string();
    let elsewhere = [
        ("version", "1"),
        ("area_1", foreign.as_str()),
        ("opens_1", "2025-10-25T08:00"),
        ("closes_1", "2025-10-25T09:00"),
    ];
    assert_eq!(chi.post(&address, &elsewhere).await, 422);
    let mut c = world.db().connection().await.unwrap();
    let all = openings(&mut c, stage.conference).await.unwrap();
    assert_eq!(all.iter().filter(|one| one.category_id == stage.press).count(), 1);
}

#[actix_web::test]
async fn the_same_hours_are_filled_in_for_several_days_and_areas() {
    let (world, stage) = World::new().await;
    let mut chi = world.on_duty(&stage, "chi@example.org", DutyKind::Organiser).await;
    let address = format!("/hanoi/settings/hours/{}", stage.press);
    let (perimeter, plenary) = (stage.perimeter.to_string(), stage.plenary.to_string());
    let fields = [
        ("version", "1"),
        ("fill", "yes"),
        ("daily_areas", perimeter.as_str()),
        ("daily_areas", plenary.as_str()),
        ("daily_from", "2025-10-25"),
        ("daily_until", "2025-10-26"),
        ("daily_opens", "18:00"),
        ("daily_closes", "02:00"),
    ];
    let reply = chi.post(&address, &fields).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, address.as_str()), "{}", reply.text());
    let mut c = world.db().connection().await.unwrap();
    let all = openings(&mut c, stage.conference).await.unwrap();
    assert_eq!(all.iter().filter(|one| one.category_id == stage.press).count(), 4);
    let wrong = chi.post(&address, &[("version", "2"), ("fill", "yes")]).await;
    assert_eq!(wrong, 422);
}
