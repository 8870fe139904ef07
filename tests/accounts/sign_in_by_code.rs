//! A delegate signs in without a password, by the six digits of a mail.

use crate::support::mails::code_in;
use crate::support::{Browser, World};

const ADA: &str = "ada@mission.example";

async fn ask(world: &World, address: &str) -> Browser {
    let mut browser = world.stranger();
    assert_eq!(browser.get("/sign-in").await, 200);
    let asked = browser.post("/sign-in", &[("email", address)]).await;
    assert_eq!(asked, 303);
    assert_eq!(asked.location(), "/sign-in/code");
    browser
}

fn other_than(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

#[actix_web::test]
async fn the_code_of_the_mail_signs_in_and_leads_on() {
    let world = World::empty().await;
    world.account(ADA).await;
    let mut browser = world.stranger();
    browser.post("/sign-in", &[("email", " Ada@Mission.EXAMPLE "), ("next", "/account?from=mail")]).await;
    let code = code_in(&world.mail_to(ADA).await);
    let entered = browser.post("/sign-in/code", &[("code", &code)]).await;
    assert_eq!((entered.status.as_u16(), entered.location()), (303, "/account?from=mail"));
    assert_eq!(browser.get("/account").await, 200);
}

#[actix_web::test]
async fn a_code_may_be_pasted_with_spaces_or_typed_in_arabic_digits() {
    let world = World::empty().await;
    world.account(ADA).await;
    let mut browser = ask(&world, ADA).await;
    let code = code_in(&world.mail_to(ADA).await);
    let arabic: String = code.bytes().map(|digit| char::from_u32(0x660 + u32::from(digit - b'0')).unwrap()).collect();
    let spaced = format!(" {} {} ", &arabic[..6], &arabic[6..]);
    assert_eq!(browser.post("/sign-in/code", &[("code", &spaced)]).await, 303);
}

#[actix_web::test]
async fn only_the_browser_that_asked_can_use_the_code() {
    let world = World::empty().await;
    world.account(ADA).await;
    let mut asked = ask(&world, ADA).await;
    let code = code_in(&world.mail_to(ADA).await);
    let mut other = world.stranger().with_cookie("plenipo_form", &"f".repeat(32));
    let elsewhere = other.post("/sign-in/code", &[("code", &code)]).await;
    assert_eq!(elsewhere.location(), "/sign-in");
    assert_eq!(asked.post("/sign-in/code", &[("code", &code)]).await, 303);
}

#[actix_web::test]
async fn a_code_works_once() {
    let world = World::empty().await;
    world.account(ADA).await;
    let mut browser = ask(&world, ADA).await;
    let code = code_in(&world.mail_to(ADA).await);
    assert_eq!(browser.post("/sign-in/code", &[("code", &code)]).await, 303);
    let again = browser.post("/sign-in/code", &[("code", &code)]).await;
    assert_eq!(again, 422);
    assert!(again.text().contains("not good any more"), "{}", again.text());
}

#[actix_web::test]
async fn a_code_is_good_for_ten_minutes() {
    let world = World::empty().await;
    world.account(ADA).await;
    let mut browser = ask(&world, ADA).await;
    let code = code_in(&world.mail_to(ADA).await);
    world.wait(599);
    let mut in_time = browser.clone();
    assert_eq!(in_time.post("/sign-in/code", &[("code", &code)]).await, 303);
    let mut browser = {
        world.wait(900);
        browser.post("/sign-in", &[("email", ADA)]).await;
        browser
    };
    let code = code_in(&world.mail_to(ADA).await);
    world.wait(601);
    assert_eq!(browser.post("/sign-in/code", &[("code", &code)]).await, 422);
}

#[actix_web::test]
async fn five_wrong_codes_end_it() {
    let world = World::empty().await;
    world.account(ADA).await;
    let mut browser = ask(&world, ADA).await;
    let code = code_in(&world.mail_to(ADA).await);
    for _ in 0..4 {
        let wrong = browser.post("/sign-in/code", &[("code", &other_than(&code))]).await;
        assert_eq!(wrong, 422);
        assert!(wrong.text().contains("not the code we sent"));
    }
    let mut four_wrong = browser.clone();
    assert!(browser.post("/sign-in/code", &[("code", &other_than(&code))]).await.text().contains("not good any more"));
    // The right one comes too late.
    assert_eq!(four_wrong.post("/sign-in/code", &[("code", &code)]).await, 422);
}

#[actix_web::test]
async fn asking_again_makes_the_newest_code_the_one_that_counts() {
    let world = World::empty().await;
    world.account(ADA).await;
    let mut browser = ask(&world, ADA).await;
    let first = code_in(&world.mail_to(ADA).await);
    browser.post("/sign-in", &[("email", ADA)]).await;
    let second = code_in(&world.mail_to(ADA).await);
    if first != second {
        assert_eq!(browser.post("/sign-in/code", &[("code", &first)]).await, 422);
    }
    assert_eq!(browser.post("/sign-in/code", &[("code", &second)]).await, 303);
}

/// A page without what differs between any two browsers.
fn faceless(page: &str) -> String {
    let token = regex::Regex::new("name=\"form_token\" value=\"[^\"]*\"").unwrap();
    token.replace_all(page, "").replace(ADA, "x").replace("eve@mission.example", "x")
}

#[actix_web::test]
async fn nobody_can_tell_whether_an_address_is_known() {
    let world = World::empty().await;
    world.account(ADA).await;
    let (mut known, mut unknown) = (ask(&world, ADA).await, ask(&world, "eve@mission.example").await);
    assert!(world.mails_to("eve@mission.example").await.is_empty());
    let pages = [known.get("/sign-in/code").await.text(), unknown.get("/sign-in/code").await.text()];
    assert_eq!(faceless(&pages[0]), faceless(&pages[1]));
    let wrong = other_than(&code_in(&world.mail_to(ADA).await));
    for _ in 0..6 {
        let answers = [
            known.post("/sign-in/code", &[("code", &wrong)]).await,
            unknown.post("/sign-in/code", &[("code", &wrong)]).await,
        ];
        assert_eq!(answers[0].status, answers[1].status);
        assert_eq!(faceless(&answers[0].text()), faceless(&answers[1].text()));
    }
}

#[actix_web::test]
async fn an_address_that_is_none_is_asked_for_again_and_kept() {
    let world = World::empty().await;
    let reply = world.stranger().post("/sign-in", &[("email", "ada at mission"), ("next", "/account")]).await;
    assert_eq!(reply, 422);
    assert!(reply.text().contains("value=\"ada at mission\"") && reply.text().contains("value=\"/account\""));
    assert!(reply.text().contains("aria-invalid=\"true\""));
}

#[actix_web::test]
async fn nobody_is_sent_to_another_site_after_signing_in() {
    let world = World::empty().await;
    world.account(ADA).await;
    for elsewhere in ["https://evil.example/", "//evil.example", "/\\evil.example"] {
        let mut browser = world.stranger();
        browser.post("/sign-in", &[("email", ADA), ("next", elsewhere)]).await;
        let code = code_in(&world.mail_to(ADA).await);
        assert_eq!(browser.post("/sign-in/code", &[("code", &code)]).await.location(), "/");
    }
}

#[actix_web::test]
async fn the_mail_is_in_the_readers_language_and_its_code_is_in_the_plain_text() {
    let world = World::empty().await;
    let mut french = world.signed_in(ADA).await;
    french.post("/language", &[("language", "fr"), ("back", "/")]).await;
    ask(&world, ADA).await;
    let mail = world.mail_to(ADA).await;
    assert_eq!(mail.subject, "Votre code de connexion");
    assert_eq!(mail.language, "fr");
    assert!(mail.body_html.contains("lang=\"fr\"") && mail.body_html.contains(&code_in(&mail)));
    assert!(mail.secrets.contains(&code_in(&mail)), "staff never see a code");
}

#[actix_web::test]
async fn a_closed_account_is_as_good_as_none() {
    use diesel::prelude::*;
    use diesel_async::RunQueryDsl;
    use plenipo::schema::account;
    let world = World::empty().await;
    let mut signed_in = world.signed_in(ADA).await;
    let db = world.db();
    let mut c = db.connection().await.unwrap();
    diesel::update(account::table).set(account::disabled_at.eq(world.now())).execute(&mut *c).await.unwrap();
    assert_eq!(signed_in.get("/account").await, 303);
    ask(&world, ADA).await;
    assert!(world.mails_to(ADA).await.is_empty());
}
