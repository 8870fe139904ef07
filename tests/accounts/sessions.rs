//! Sessions: fresh at every sign-in, revocable at once, with an idle and an absolute end.

use crate::support::mails::code_in;
use crate::support::{Browser, World};

const ADA: &str = "ada@mission.example";
const SESSION: &str = plenipo::accounts::SESSION_COOKIE;

async fn sign_in(world: &World, browser: &mut Browser) {
    world.account(ADA).await;
    browser.post("/sign-in", &[("email", ADA)]).await;
    let code = code_in(&world.mail_to(ADA).await);
    assert_eq!(browser.post("/sign-in/code", &[("code", &code)]).await, 303);
}

#[actix_web::test]
async fn a_session_planted_before_signing_in_is_worth_nothing_after() {
    let world = World::empty().await;
    let mut victim = world.stranger().with_cookie(SESSION, "planted-by-somebody");
    sign_in(&world, &mut victim).await;
    assert_ne!(victim.cookie(SESSION), Some("planted-by-somebody"));
    let mut attacker = world.stranger().with_cookie(SESSION, "planted-by-somebody");
    assert_eq!(attacker.get("/account").await, 303);
}

#[actix_web::test]
async fn signing_in_again_ends_the_browsers_former_session() {
    let world = World::empty().await;
    let mut browser = world.stranger();
    sign_in(&world, &mut browser).await;
    let mut former = world.stranger().with_cookie(SESSION, browser.cookie(SESSION).unwrap());
    assert_eq!(former.get("/account").await, 200);
    sign_in(&world, &mut browser).await;
    assert_eq!(former.get("/account").await, 303);
    assert_eq!(browser.get("/account").await, 200);
}

#[actix_web::test]
async fn signing_out_ends_the_session_everywhere_it_was_copied_to() {
    let world = World::empty().await;
    let mut browser = world.stranger();
    sign_in(&world, &mut browser).await;
    let mut copy = world.stranger().with_cookie(SESSION, browser.cookie(SESSION).unwrap());
    assert_eq!(browser.post("/sign-out", &[]).await, 303);
    assert_eq!(browser.cookie(SESSION), None);
    assert_eq!(copy.get("/account").await, 303);
}

#[actix_web::test]
async fn a_session_ends_after_eight_idle_hours_and_after_a_week_in_any_case() {
    let world = World::empty().await;
    let mut busy = world.stranger();
    sign_in(&world, &mut busy).await;
    let mut idle = world.signed_in("bea@mission.example").await;
    for hour in 0..7 * 24 {
        if hour == 8 {
            assert_eq!(idle.get("/account").await, 303, "idle for eight hours");
        }
        assert_eq!(busy.get("/account").await, 200, "hour {hour}");
        world.wait(3600);
    }
    assert_eq!(busy.get("/account").await, 303, "a week is over");
}

#[actix_web::test]
async fn one_may_end_ones_own_sessions_and_nobody_elses() {
    let world = World::empty().await;
    let mut laptop = world.signed_in(ADA).await;
    let mut phone = world.signed_in(ADA).await;
    let mut eve = world.signed_in("eve@mission.example").await;
    let page = laptop.get("/account").await.text();
    let action = page
        .split("action=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|action| action.starts_with("/account/sessions/") && *action != "/account/sessions/revocation")
        .expect("a way to end the phone's session")
        .to_owned();
    assert_eq!(eve.post(&action, &[]).await, 404);
    assert_eq!(phone.get("/account").await, 200);
    assert_eq!(laptop.post(&action, &[]).await, 303);
    assert_eq!(phone.get("/account").await, 303);
    assert_eq!(laptop.post(&action, &[]).await, 404, "it has ended");
    let mut another = world.signed_in(ADA).await;
    assert_eq!(laptop.post("/account/sessions/revocation", &[]).await, 303);
    assert_eq!(another.get("/account").await, 303);
    assert_eq!(laptop.get("/account").await, 200);
}

#[actix_web::test]
async fn behind_https_cookies_belong_to_this_host_alone() {
    let url = crate::support::db::fresh().await;
    let world = World::on(url, &[("BASE_URL", "https://plenipo.example.org")]).await;
    let reply = world.stranger().get("/sign-in").await;
    let set: Vec<String> =
        reply.headers.get_all("set-cookie").map(|value| value.to_str().unwrap().to_owned()).collect();
    assert!(!set.is_empty());
    for cookie in set {
        assert!(cookie.starts_with("__Host-plenipo_"), "{cookie}");
        assert!(
            cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
            "{cookie}"
        );
        assert!(cookie.contains("Path=/") && !cookie.contains("Domain"), "{cookie}");
    }
    assert!(reply.headers.contains_key("strict-transport-security"));
}

#[actix_web::test]
async fn a_name_and_a_language_are_kept_with_the_account() {
    let world = World::empty().await;
    let mut browser = world.signed_in(ADA).await;
    let saved = browser.post("/account", &[("name", "Ada Lovelace"), ("language", "fr")]).await;
    assert_eq!(saved, 303);
    let page = browser.get("/account").await.text();
    assert!(page.contains("lang=\"fr\"") && page.contains("Ada Lovelace") && page.contains("Mon compte"), "{page}");
    let mut elsewhere = world.stranger();
    sign_in(&world, &mut elsewhere).await;
    assert!(elsewhere.get("/account").await.text().contains("Mon compte"));
}
