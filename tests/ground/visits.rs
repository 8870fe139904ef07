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
    assert_eq!(reply, 503);
    assert_eq!(reply.headers.get("retry-after").map(|value| value.as_bytes()), Some(&b"10"[..]));
    assert!(reply.text().contains("The database cannot be reached") && reply.text().contains("Try again"));
}

#[actix_web::test]
async fn what_was_sent_while_the_database_is_gone_waits_on_the_page_to_be_sent_again() {
    let world = World::on("postgres://nobody@127.0.0.1:1/gone".to_owned(), &[]).await;
    let mut visitor = world.stranger().with_cookie(plenipo::accounts::SESSION_COOKIE, "x");
    let sent = visitor.post("/account", &[("name", "Ada & \"Lovelace\""), ("language", "fr")]).await;
    assert_eq!(sent, 503);
    let page = sent.text();
    assert!(page.contains("<form method=\"post\" action=\"/account\""), "{page}");
    assert!(page.contains("name=\"name\" value=\"Ada &#38; &#34;Lovelace&#34;\"") && page.contains("Send again"));
    assert!(!page.contains("name=\"resumed\""), "there were no files: it may be carried out as it is");
    let files = visitor.upload("/account", &[("name", "Ada")], &[("portrait", "ada.jpg", b"...")]).await;
    assert!(files == 503 && files.text().contains("name=\"resumed\""), "it comes back to have its file chosen again");
    let secret = visitor.post("/account/password", &[("password", "hidden-one"), ("new_password", "hidden-two")]).await;
    assert!(secret == 503 && !secret.text().contains("hidden-") && !secret.text().contains("Send again"));
}
