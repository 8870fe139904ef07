//! An administrator opens a conference; it begins with what is usual.

use plenipo::conferences::{RESERVED, areas, categories, clearances, conference_by_slug, openings};

use crate::support::{Browser, World};

const HANOI: &[(&str, &str)] = &[
    ("name_en", "Convention signing"),
    ("name_fr", "Signature de la Convention"),
    ("slug", "hanoi"),
    ("place_en", "Hà Nội"),
    ("place_fr", "Hanoï"),
    ("starts_on", "2026-10-25"),
    ("ends_on", "2026-10-26"),
    ("time_zone", "Asia/Ho_Chi_Minh"),
    ("languages", "en"),
    ("languages", "fr"),
    ("contact_email", "secretariat@example.org"),
    ("accent", "lagoon"),
];

/// The fields with one of them said otherwise.
fn but<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let kept = HANOI.iter().copied().filter(|(name, _)| *name != field);
    kept.chain([(field, value)]).collect()
}

async fn administrator() -> (World, Browser) {
    let world = World::empty().await;
    let browser = world.administrator("root@example.org").await;
    (world, browser)
}

#[actix_web::test]
async fn a_new_conference_has_windows_categories_areas_hours_and_an_organiser() {
    let (world, mut root) = administrator().await;
    let reply = root.post("/conferences", HANOI).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/hanoi/settings"), "{}", reply.text());
    let mut c = world.db().connection().await.unwrap();
    let conference = conference_by_slug(&mut c, "hanoi").await.unwrap();
    assert_eq!(conference.nomination_closes_at.to_string(), "2026-10-04T11:00:00Z");
    let categories = categories(&mut c, conference.id).await.unwrap();
    let delegates = categories.iter().find(|one| one.letter == "D").unwrap();
    assert_eq!(delegates.name.get("fr"), Some("Délégué"));
    assert_eq!((categories.len(), areas(&mut c, conference.id).await.unwrap().len()), (19, 6));
    let openings = openings(&mut c, conference.id).await.unwrap();
    assert!(categories.iter().all(|one| openings.iter().any(|opening| opening.category_id == one.id)));
    let clearances = clearances(&mut c, conference.id).await.unwrap();
    assert!(categories.iter().all(|one| clearances.iter().any(|clearance| clearance.category_id == one.id)));
    // Who creates it organises it.
    assert_eq!(root.get("/hanoi/settings").await, 200);
    assert!(root.get("/conferences").await.text().contains("root@example.org"));
}

#[actix_web::test]
async fn a_conference_called_for_tomorrow_has_windows_that_are_possible() {
    let (world, mut root) = administrator().await;
    let tomorrow = world.now().plus_seconds(24 * 3600).day(&jiff::tz::TimeZone::UTC).to_string();
    let fields: Vec<_> = but("starts_on", &tomorrow).into_iter().filter(|(name, _)| *name != "ends_on").collect();
    let fields: Vec<_> = fields.into_iter().chain([("ends_on", tomorrow.as_str())]).collect();
    assert_eq!(root.post("/conferences", &fields).await, 303);
}

#[actix_web::test]
async fn what_is_wrong_is_told_at_its_field_and_nothing_is_made() {
    let (world, mut root) = administrator().await;
    for (field, value, said) in [
        ("slug", "people", "used by the site itself"),
        ("slug", "Hà Nội", "2 to 40 small letters"),
        ("name_fr", "", "Please fill in this field"),
        ("starts_on", "2026-02-30", "This day does not exist"),
        ("ends_on", "2026-10-24", "lies before the first one"),
        ("time_zone", "Asia/Nowhere", "choose one of these"),
        ("languages", "tlh", "at least one language"),
        ("contact_email", "secretariat", "not an e-mail address"),
        ("accent", "pink", "choose one of these"),
    ] {
        let reply = root.post("/conferences", &but(field, value)).await;
        assert_eq!(reply, 422, "{field}");
        let page = reply.text();
        assert!(
            page.contains(said) && page.contains("aria-invalid") || field == "languages" || field == "accent",
            "{field}: {page}"
        );
        assert!(page.contains(said), "{field}");
        // What was typed is still there.
        assert!(field == "name_fr" || page.contains("Signature de la Convention"), "{field}");
    }
    assert!(world.stranger().get("/hanoi").await == 404);
}

#[actix_web::test]
async fn a_short_name_is_taken_once() {
    let (_world, mut root) = administrator().await;
    assert_eq!(root.post("/conferences", HANOI).await, 303);
    let again = root.post("/conferences", HANOI).await;
    assert_eq!(again, 422);
    assert!(again.text().contains("Another conference has this short name"));
}

#[actix_web::test]
async fn only_administrators_see_the_list() {
    let (world, _root) = administrator().await;
    assert_eq!(world.signed_in("ada@example.org").await.get("/conferences").await, 404);
    assert_eq!(world.signed_in("ada@example.org").await.post("/conferences", HANOI).await, 404);
}

#[actix_web::test]
async fn an_administrator_gives_a_conference_an_organiser_and_a_mail_tells_them() {
    let (world, mut root) = administrator().await;
    root.post("/conferences", HANOI).await;
    let reply = root.post("/conferences/hanoi/organisers", &[("email", " Chi@Example.org ")]).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/conferences"));
    assert_eq!(world.signed_in("chi@example.org").await.get("/hanoi/settings").await, 200);
    // One tells of the duty, the other carries the link to a first password.
    assert_eq!(world.mails_to("chi@example.org").await.len(), 2);
    let wrong = root.post("/conferences/hanoi/organisers", &[("email", "chi")]).await;
    assert_eq!(wrong, 422);
    assert!(wrong.text().contains("not an e-mail address") && wrong.text().contains("value=\"chi\""));
}

#[test]
fn no_conference_can_take_a_word_that_the_site_uses() {
    for entry in plenipo::app::all_routes() {
        let first = entry.path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let could_be_a_slug = !first.is_empty() && !first.contains(['{', '.', '_']);
        assert!(!could_be_a_slug || RESERVED.contains(&first), "{first} of {} is not reserved", entry.path);
    }
}
