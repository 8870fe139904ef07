//! What holds on every page, whoever asks: headers, errors, languages, forged posts.

use actix_web::http::header;

use crate::support::World;

#[actix_web::test]
async fn every_answer_carries_the_security_headers() {
    let world = World::empty().await;
    let reply = world.stranger().get("/nowhere").await;
    assert_eq!(reply, 404);
    let header =
        |name: &str| reply.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
    assert!(header("content-security-policy").contains("script-src 'self'"));
    assert!(header("content-security-policy").contains("frame-ancestors 'none'"));
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("cache-control"), "no-store");
}

#[actix_web::test]
async fn errors_are_pages_in_the_visitors_language_and_problems_under_the_api() {
    let world = World::empty().await;
    let mut french = world.stranger().with_header("accept-language", "fr-CH, en;q=0.5");
    let page = french.get("/nowhere").await;
    assert!(page.text().contains("Page introuvable") && page.text().contains("lang=\"fr\""), "{}", page.text());
    let problem = french.get("/api/v1/nowhere").await;
    assert_eq!(problem.headers.get(header::CONTENT_TYPE).unwrap(), "application/problem+json");
    assert_eq!(problem.json()["status"], 404);
}

#[actix_web::test]
async fn the_right_to_left_pseudo_language_turns_the_page() {
    let world = World::empty().await;
    let page = world.stranger().with_cookie("plenipo_language", "ar-XB").get("/nowhere").await;
    assert!(page.text().contains("dir=\"rtl\""));
}

#[actix_web::test]
async fn a_post_from_another_site_is_refused() {
    let world = World::empty().await;
    let mut elsewhere = world.stranger().with_header("sec-fetch-site", "cross-site");
    assert_eq!(elsewhere.post("/language", &[("language", "fr")]).await, 403);
    let mut old = world.stranger().with_header("origin", "https://evil.example");
    assert_eq!(old.post("/language", &[("language", "fr")]).await, 403);
}

#[actix_web::test]
async fn when_the_database_is_gone_a_page_says_so() {
    let world = World::on("postgres://nobody@127.0.0.1:1/gone".to_owned(), &[]).await;
    let mut visitor = world.stranger().with_cookie(plenipo::accounts::SESSION_COOKIE, "x");
    let reply = visitor.get("/hanoi/desk").await;
    // Without a route the page does not exist; with one it needs the database.
    assert!(reply == 503 || reply == 404, "{:?}", reply.status);
}
