//! The public programme in a real browser that runs no scripts: read, searched, filtered, chosen from.

use super::public::programme;
use crate::support::browser::Chrome;

#[actix_web::test]
async fn the_programme_is_read_searched_and_chosen_from_without_scripts() {
    let (world, _) = programme().await;
    let base = format!("http://{}/hanoi", world.serve());
    let desk = Chrome::desk().await.without_scripts().await;
    let titles =
        "return [...document.querySelectorAll('.session :is(h2, h3) a')].map((one) => one.innerText).join('|')";
    let is = |wanted: &str| format!("return (() => {{ {titles} }})() === '{wanted}'");
    desk.go(&format!("{base}/programme")).await;
    desk.until(&is("High-level debate|Electronic evidence|Signing|Protecting children online|Reception")).await;
    assert_eq!(desk.js("return document.documentElement.classList.contains('enhanced')").await, false);
    desk.click("nav.days a[href*='2025-10-27']").await;
    desk.until(&is("Closing")).await;
    desk.click("nav.days a[href*='day=all']").await;
    desk.until("return document.querySelectorAll('.session').length === 6").await;
    desk.keys("input[name=q]", "dinh online\u{e007}").await;
    desk.until(&is("Protecting children online")).await;
    desk.click(".session .star").await;
    desk.until("return document.querySelector('.star').getAttribute('aria-pressed') === 'true'").await;
    assert!(desk.js("return location.search").await.as_str().unwrap().contains("q=dinh"), "back where it was chosen");
    desk.click(".session h3 a").await;
    desk.until("return document.querySelector('h1')?.innerText === 'Protecting children online'").await;
    desk.click("a[href*='/programme/people/']").await;
    desk.until("return document.querySelector('h1')?.innerText === 'Amina Đinh'").await;
    desk.click(".nav a[href$='/agenda']").await;
    desk.until("return document.querySelector('.agenda-entry h3')?.innerText === 'Protecting children online'").await;
    desk.click(".agenda-entry button").await;
    desk.until("return document.querySelector('.flash')?.innerText.includes('no longer in your agenda')").await;
    desk.click(".flash button").await;
    desk.until("return document.querySelector('.agenda-entry h3')?.innerText === 'Protecting children online'").await;
    desk.go(&format!("{base}/journal")).await;
    desk.until("return document.querySelector('.masthead-date')?.innerText === 'Sunday 26 October 2025'").await;
    desk.go(&format!("{base}/screens/rooms/hall")).await;
    desk.until("return document.querySelector('[data-state=now] h2')?.innerText === 'High-level debate'").await;
}
