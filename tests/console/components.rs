//! The overview of the visual language stands in every language, and its samples with it.

use crate::support::World;

const SCREENS: [&str; 8] = ["", "/sign-in", "/delegation", "/person", "/file", "/pass-desk", "/board", "/programme"];

#[actix_web::test]
async fn every_part_and_every_screen_can_be_looked_at_in_every_language() {
    let world = World::empty().await;
    for language in ["en", "fr", "en-XA", "ar-XB"] {
        let mut visitor = world.stranger().with_cookie("plenipo_language", language);
        for screen in SCREENS {
            let page = visitor.get(&format!("/components{screen}")).await;
            assert_eq!(page, 200, "{screen} in {language}");
            assert!(page.text().contains(&format!("lang=\"{language}\"")), "{screen} in {language}");
        }
    }
}

#[actix_web::test]
async fn a_screen_that_was_never_drawn_is_not_found() {
    let world = World::empty().await;
    assert_eq!(world.stranger().get("/components/kiosk").await, 404);
}

#[actix_web::test]
async fn language_and_appearance_are_kept_and_lead_back() {
    let world = World::empty().await;
    let mut visitor = world.stranger();
    visitor.get("/components").await;
    let reply = visitor.post("/language", &[("language", "fr"), ("back", "/components")]).await;
    assert_eq!(reply, 303);
    assert!(visitor.get("/components").await.text().contains("lang=\"fr\""));
    let reply = visitor.post("/theme", &[("theme", "dark"), ("back", "//evil.example")]).await;
    assert_eq!(reply.headers.get("location").unwrap(), "/");
    assert!(visitor.get("/components").await.text().contains("data-theme=\"dark\""));
}
