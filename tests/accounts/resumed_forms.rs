//! A session that ends in mid-form returns to the filled form.

use crate::support::nominees::Nominee;
use crate::support::{Browser, World};

const ADA: &str = "ada@mission.example";
const SESSION: &str = plenipo::accounts::SESSION_COOKIE;

/// The same browser after signing in again.
async fn back(world: &World, browser: Browser, address: &str) -> Browser {
    let fresh = world.signed_in(address).await;
    browser.with_cookie(SESSION, fresh.cookie(SESSION).unwrap())
}

#[actix_web::test]
async fn what_was_typed_comes_back_after_signing_in_again() {
    let world = World::empty().await;
    let mut browser = world.signed_in(ADA).await;
    world.wait(9 * 3600);
    let sent = browser.post("/account", &[("name", "Ada & \"Lovelace\""), ("language", "fr")]).await;
    assert_eq!(sent.location(), "/sign-in?next=%2Fresume");
    let mut browser = back(&world, browser, ADA).await;
    let page = browser.get("/resume").await.text();
    assert!(page.contains("action=\"/account\""), "{page}");
    assert!(page.contains("name=\"name\" value=\"Ada &#38; &#34;Lovelace&#34;\""), "{page}");
    assert!(page.contains("name=\"resumed\""));
    let shown = browser.post("/account", &[("name", "Ada & \"Lovelace\""), ("language", "fr"), ("resumed", "1")]).await;
    assert_eq!(shown, 200, "shown filled, not carried out");
    assert!(shown.text().contains("Ada &#38; &#34;Lovelace&#34;"));
    assert_eq!(browser.cookie("plenipo_kept"), None, "shown once, and forgotten");
}

#[actix_web::test]
async fn somebody_else_at_the_same_browser_does_not_see_it() {
    let world = World::empty().await;
    let mut browser = world.signed_in(ADA).await;
    world.wait(9 * 3600);
    browser.post("/account", &[("name", "Ada's secret")]).await;
    let mut eve = back(&world, browser.clone(), "eve@mission.example").await;
    let page = eve.get("/resume").await;
    assert!(!page.text().contains("secret"), "{}", page.text());
    let mut ada = back(&world, browser, ADA).await;
    assert!(ada.get("/resume").await.text().contains("secret"));
}

#[actix_web::test]
async fn passwords_are_never_kept_and_the_rest_is_unreadable_without_the_browser() {
    use diesel::prelude::*;
    use diesel_async::RunQueryDsl;
    use plenipo::schema::parked_form;
    let world = World::empty().await;
    let mut browser = world.signed_in(ADA).await;
    world.wait(9 * 3600);
    browser
        .post("/account/password", &[("password", "hidden-one"), ("new_password", "hidden-two"), ("kept", "passport")])
        .await;
    let db = world.db();
    let mut c = db.connection().await.unwrap();
    let bodies: Vec<Vec<u8>> = parked_form::table.select(parked_form::body).load(&mut *c).await.unwrap();
    assert_eq!(bodies.len(), 1);
    let stored = String::from_utf8_lossy(&bodies[0]).into_owned();
    assert!(!stored.contains("passport") && !stored.contains("hidden"));
    let mut browser = back(&world, browser, ADA).await;
    let page = browser.get("/resume").await.text();
    assert!(page.contains("passport") && !page.contains("hidden-"), "{page}");
}

#[actix_web::test]
async fn what_was_kept_can_be_thrown_away() {
    let world = World::empty().await;
    let mut browser = world.signed_in(ADA).await;
    world.wait(9 * 3600);
    browser.post("/account", &[("name", "Ada")]).await;
    let mut browser = back(&world, browser, ADA).await;
    let mut copy = browser.clone();
    assert_eq!(browser.post("/resume", &[]).await, 303);
    assert!(!copy.get("/resume").await.text().contains("name=\"resumed\""));
}

#[actix_web::test]
async fn a_form_with_files_comes_back_without_them() {
    let (world, stage) = World::new().await;
    let delegation = world.delegation(&stage, "Samoa", 5).await;
    let mut browser = world.focal_point(&stage, delegation, ADA).await;
    world.wait(9 * 3600);
    // Whatever the size of the picture: three megabytes over what all files of a form may have.
    let sina = Nominee { portrait: Some(vec![0xff; 27 * 1024 * 1024]), ..Nominee::new(&stage, "Sina Tuilagi") };
    let sent = sina.submit(&mut browser, delegation).await;
    assert_eq!(sent.location(), "/sign-in?next=%2Fresume");
    let mut browser = back(&world, browser, ADA).await;
    let page = browser.get("/resume").await.text();
    assert!(page.contains(&format!("/people/{}/submission", sina.id)), "{page}");
    assert!(page.contains("name=\"document_name\" value=\"Sina Tuilagi\""), "{page}");
    let again = sina.without_portrait().with("resumed", "1");
    let shown = again.submit(&mut browser, delegation).await;
    assert!(shown == 200 && shown.text().contains("value=\"Sina Tuilagi\""), "{}", shown.status);
}
