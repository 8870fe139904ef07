//! Somebody's own form on a telephone of 390 pixels: mistakes that leave everything where it was.

use serde_json::{Value, json};

use super::own_form::{Asked, asked};
use crate::support::browser::Chrome;
use crate::support::nominees::jpeg;

/// Amina's telephone, inside her form.
async fn phone(asked: &Asked) -> (Chrome, String) {
    let site = format!("http://{}", asked.world.serve());
    let phone = Chrome::forgetful_phone().await;
    phone.go(&format!("{site}{}", asked.link)).await;
    phone.click("main form[method=post] .button-main").await;
    phone.until("return location.pathname.endsWith('/form')").await;
    (phone, site)
}

/// Waits for the scripts of a page: each list of it has become a field.
async fn found(phone: &Chrome, field: &str) {
    phone.until(&format!("return document.querySelector('input#{field}') !== null")).await;
}

async fn value(phone: &Chrome, css: &str) -> Value {
    phone.js(&format!("return document.querySelector('{css}').value")).await
}

#[actix_web::test]
async fn a_country_of_no_list_stays_as_it_was_typed_and_is_named() {
    let asked = asked().await;
    let (phone, site) = phone(&asked).await;
    let before = asked.world.person(asked.amina).await.version;
    phone.go(&format!("{site}{}", asked.form("/identity"))).await;
    found(&phone, "residence").await;
    phone.keys("input#residence", "Wakanda").await;
    let room = phone
        .js("const list = document.querySelector('#residence-list').getBoundingClientRect();
             return [list.height > 0, list.bottom <= document.querySelector('.own-acts .button-main').getBoundingClientRect().top]")
        .await;
    assert_eq!(room, json!([true, true]), "the list covers no button");
    phone.click(".own-acts .button-main").await;
    phone.until("return document.querySelector('#residence-unknown')?.textContent.includes('Wakanda')").await;
    assert_eq!(value(&phone, "input#residence").await, "Wakanda");
    assert_eq!(asked.world.person(asked.amina).await.version, before, "nothing was sent");
    // What can mean one entry alone is taken for it.
    phone.keys("input#residence", "\u{e009}a\u{e000}djib").await;
    phone.click("input[name=sex][value=F]").await;
    assert_eq!(value(&phone, "select[name=residence]").await, "DJ");
    assert_eq!(value(&phone, "input#residence").await, "Djibouti");
}

#[actix_web::test]
async fn one_comes_back_to_a_page_with_mistakes_as_it_was() {
    let asked = asked().await;
    let (phone, site) = phone(&asked).await;
    let identity = format!("{site}{}", asked.form("/identity"));
    phone.go(&identity).await;
    found(&phone, "residence").await;
    phone.keys("[name=birth_day]", "31").await;
    phone.keys("[name=birth_month]", "2").await;
    phone.keys("[name=birth_year]", "1988").await;
    phone.keys("input#nationality", "Somalia\u{e007}").await;
    phone.click(".own-acts .button-main").await;
    phone.until("return document.querySelector('#birth-error') !== null && location.search === ''").await;
    phone.go(&format!("{site}{}", asked.form(""))).await;
    phone.back().await;
    phone.until("return document.querySelector('[name=birth_day]')?.value === '31'").await;
    assert_eq!(value(&phone, "[name=birth_month]").await, "2");
    assert_eq!(value(&phone, "select[name=nationality]").await, "SO");
    // What is right is kept, and what was held is let go with it.
    phone.keys("[name=birth_month]", "\u{e009}a\u{e000}3").await;
    phone.click("input[name=sex][value=F]").await;
    found(&phone, "residence").await;
    phone.keys("input#residence", "Somalia\u{e007}").await;
    phone.click(".own-acts .button-main").await;
    phone.until("return location.pathname.endsWith('/document')").await;
    phone.until("return Object.keys(sessionStorage).every((key) => !key.includes('/identity'))").await;
    assert_eq!(
        asked.world.person(asked.amina).await.birth_date.map(|day| day.to_string()).as_deref(),
        Some("1988-03-31")
    );
}

#[actix_web::test]
async fn a_picture_that_is_too_small_is_told_its_own_size() {
    let asked = asked().await;
    let (phone, site) = phone(&asked).await;
    let picture = asked.world.folder.path().join("small.jpg");
    std::fs::write(&picture, jpeg(600, 500)).unwrap();
    phone.go(&format!("{site}{}", asked.form("/portrait"))).await;
    phone.until("return !document.querySelector('[data-take]').hidden").await;
    phone.keys("input[name=portrait]", &picture.display().to_string()).await;
    phone.until("return document.querySelector('input[name=portrait_upload]').value").await;
    phone.click(".own-acts .button-main").await;
    let error = phone.until("return document.querySelector('#portrait-error')?.innerText").await;
    assert!(error.as_str().unwrap_or_default().contains("600 × 500"), "{error}");
}
