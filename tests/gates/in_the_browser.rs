//! The scanner in a real browser: codes held before the camera, codes typed by a hand scanner, a number by hand.

use plenipo::badges::code::Purpose;
use plenipo::conferences::DutyKind;
use serde_json::{Value, json};

use super::venue::Venue;
use crate::support::browser::Chrome;
use crate::support::film;

/// Notes every verdict that the page shows, as `look word why name`.
const WATCH: &str = r#"
  const gate = document.querySelector('[data-gate]');
  const part = (name) => gate.querySelector(`[data-part=${name}]`).textContent;
  window.seen = [];
  new MutationObserver(() => {
    if (['ready', 'wait'].includes(gate.dataset.look)) return;
    const said = [gate.dataset.look, part('word'), part('why'), gate.querySelector('[data-part=card]').hidden ? '' : part('name')].join('|');
    if (window.seen.at(-1) !== said) window.seen.push(said);
  }).observe(gate, { attributes: true, attributeFilter: ['data-look'] });
"#;

/// A guard's browser on the scanner of the main entrance.
async fn scanner(venue: &Venue, chrome: &Chrome, kind: DutyKind) {
    let guard = venue.world.on_duty(&venue.stage, "guard@example.org", kind).await;
    let address = venue.world.serve();
    chrome.go(&format!("http://{address}/healthz")).await;
    let cookie = plenipo::accounts::SESSION_COOKIE;
    chrome.cookie(cookie, guard.cookie(cookie).unwrap()).await;
    chrome.go(&format!("http://{address}/hanoi/gates/main-entrance/scanner")).await;
    chrome.until("return document.querySelector('[data-gate]')?.dataset.ready").await;
    chrome.js(WATCH).await;
}

async fn seen(chrome: &Chrome) -> Vec<String> {
    serde_json::from_value(chrome.js("return window.seen").await).unwrap()
}

/// No script failed and no policy was broken.
async fn nothing_went_wrong(chrome: &Chrome) {
    let log = chrome.log().await;
    let wrong: Vec<&Value> = log.as_array().unwrap().iter().filter(|line| line["level"] == "SEVERE").collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[actix_web::test]
async fn codes_held_before_the_camera() {
    let venue = Venue::new().await;
    let ada = venue.delegate("Ada Lovelace").await;
    let collection = venue.badge(ada.participant, "collection_code", Purpose::Collection).await;
    let grace = venue.delegate("Grace Hopper").await;
    venue.set_badge(&grace, "revoked").await;
    let film = venue.world.folder.path().join("camera.mjpeg");
    film::write(&film, &[&ada.code, &collection.code, &grace.code]);
    let chrome = Chrome::phone(Some(&film)).await;
    scanner(&venue, &chrome, DutyKind::GateStaff).await;
    chrome.click("[data-act=start-camera]").await;
    chrome.until("return window.seen.some((said) => said.includes('Already inside'))").await;
    let seen = seen(&chrome).await;
    for expected in [
        "ok|Enter||Ada Lovelace",
        "no|Stop|Not a badge: collect your badge at the pass desk|",
        "no|Stop|This badge is no longer valid|Grace Hopper",
        "no|Stop|Already inside: no exit on record|Ada Lovelace",
    ] {
        assert!(seen.iter().any(|said| said == expected), "{expected} is not in {seen:#?}");
    }
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 1);
    nothing_went_wrong(&chrome).await;
}

#[actix_web::test]
async fn a_hand_scanner_types_into_whatever_has_the_focus() {
    let venue = Venue::new().await;
    let (ada, grace) = (venue.delegate("Ada Lovelace").await, venue.delegate("Grace Hopper").await);
    let chrome = Chrome::desk().await;
    scanner(&venue, &chrome, DutyKind::GateStaff).await;
    chrome.keys("body", &format!("{}\u{e007}", ada.code)).await;
    chrome.until("return window.seen.includes('ok|Enter||Ada Lovelace')").await;
    chrome.click("[data-act=by-hand]").await;
    chrome.keys("#gate-number", "47").await;
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    chrome.keys("#gate-number", &format!("{}\u{e007}", grace.code)).await;
    chrome.until("return window.seen.includes('ok|Enter||Grace Hopper')").await;
    let dialog = chrome
        .js("const d = document.getElementById('gate-by-hand'); return [d.open, d.querySelector('input').value]")
        .await;
    assert_eq!(dialog, json!([true, "47"]), "the dialog stays, and so does what was typed");
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 2);
    nothing_went_wrong(&chrome).await;
}

#[actix_web::test]
async fn a_part_of_a_code_is_asked_for_again_and_not_kept() {
    let venue = Venue::new().await;
    let ada = venue.delegate("Ada Lovelace").await;
    let chrome = Chrome::desk().await;
    scanner(&venue, &chrome, DutyKind::GateStaff).await;
    chrome.keys("body", &format!("{}\u{e007}", &ada.code[60..])).await;
    chrome.until("return window.seen.includes('check|Again|That was only part of a code. Scan it again.|')").await;
    assert_eq!(venue.scans().await, 0);
    chrome.keys("body", &format!("{}\u{e007}", ada.code)).await;
    chrome.until("return window.seen.includes('ok|Enter||Ada Lovelace')").await;
    chrome.keys("body", &format!("{}\u{e007}", ada.code)).await;
    chrome
        .until("return document.querySelector('[data-show=hint]').textContent === 'Same badge, already answered'")
        .await;
    assert_eq!(venue.scans().await, 1);
    nothing_went_wrong(&chrome).await;
}

#[actix_web::test]
async fn a_note_stands_large_on_amber() {
    let venue = Venue::new().await;
    let ada = venue.delegate("Ada Lovelace").await;
    let chrome = Chrome::phone(None).await;
    let mut officer = venue.world.on_duty(&venue.stage, "o@example.org", DutyKind::AccreditationOfficer).await;
    let page = format!("/hanoi/gates/attention/{}", ada.participant);
    assert_eq!(officer.post(&page, &[("note", "Escort to the protocol desk"), ("version", "0")]).await, 303);
    scanner(&venue, &chrome, DutyKind::GateStaff).await;
    chrome.keys("body", &format!("{}\u{e007}", ada.code)).await;
    chrome.until("return window.seen.includes('check|Look|Escort to the protocol desk|Ada Lovelace')").await;
    nothing_went_wrong(&chrome).await;
}

#[actix_web::test]
async fn a_supervisor_admits_against_a_refusal() {
    let venue = Venue::new().await;
    let ada = venue.delegate("Ada Lovelace").await;
    venue.set_badge(&ada, "prepared").await;
    let chrome = Chrome::phone(None).await;
    scanner(&venue, &chrome, DutyKind::GateSupervisor).await;
    chrome.click("[data-act=by-hand]").await;
    chrome.by_hand("#gate-number", &ada.number.to_string()).await;
    chrome.click("[name=face_matches]").await;
    chrome.click("#gate-by-hand [value=send]").await;
    chrome.until("return window.seen.includes('no|Stop|Blocked: send to the pass desk|Ada Lovelace')").await;
    chrome.click("[data-act=override]").await;
    chrome.by_hand("#gate-override-reason", "known to the minister").await;
    chrome.click("#gate-override [value=send]").await;
    chrome.until("return window.seen.includes('ok|Enter||Ada Lovelace')").await;
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 1);
    nothing_went_wrong(&chrome).await;
}

#[actix_web::test]
async fn a_new_phone_enrols_and_scans() {
    let venue = Venue::new().await;
    let ada = venue.delegate("Ada Lovelace").await;
    let mut organiser = venue.world.on_duty(&venue.stage, "organiser@example.org", DutyKind::Organiser).await;
    let main = venue.gates[0].1.to_string();
    let reply = organiser.post("/hanoi/gates/devices", &[("name", "Phone 3"), ("gates", &main)]).await;
    let page = scraper::Html::parse_document(&reply.text());
    let selector = scraper::Selector::parse(".enrolment-text").unwrap();
    let code: String = page.select(&selector).next().unwrap().text().collect();
    let chrome = Chrome::phone(None).await;
    let address = venue.world.serve();
    chrome.go(&format!("http://{address}/device#{code}")).await;
    chrome.until("return document.querySelector('[name=code]').value").await;
    chrome.click("[data-enrol] button").await;
    chrome.until("return document.querySelector('[data-gate]')?.dataset.ready").await;
    chrome.js(WATCH).await;
    chrome.keys("body", &format!("{}\u{e007}", ada.code)).await;
    chrome.until("return window.seen.includes('ok|Enter||Ada Lovelace')").await;
    chrome.go(&format!("http://{address}/device")).await;
    chrome.until("return document.querySelector('[data-gate]')?.dataset.ready").await;
    nothing_went_wrong(&chrome).await;
}
