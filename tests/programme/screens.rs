//! Screens at doors and in halls: what they show, how they go on when nobody answers.

use std::time::Duration;

use plenipo::conferences::DutyKind;
use scraper::{Html, Selector};

use super::public::{CHILDREN, EVIDENCE, SIGNING, programme, put, release};
use super::urgent::{form_of, room};
use crate::support::World;
use crate::support::browser::Chrome;
use crate::support::forms::{changed, fields_of};
use crate::support::line::{Line, Pace};

fn said(page: &str, selector: &str) -> Vec<String> {
    let found = Selector::parse(selector).unwrap();
    let words = |part: scraper::ElementRef<'_>| part.text().collect::<Vec<_>>().join(" ");
    let tidy = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Html::parse_document(page).select(&found).map(words).map(tidy).collect()
}

#[actix_web::test]
async fn a_door_shows_what_is_on_and_what_comes_in_both_languages() {
    let (world, _) = programme().await;
    let mut screen = world.stranger();
    let door = screen.get("/hanoi/screens/rooms/hall").await;
    assert_eq!(door.headers.get("x-robots-tag").unwrap(), "noindex, nofollow");
    let page = door.text();
    assert_eq!((said(&page, "h1"), said(&page, "[data-clock]")), (vec!["Hall".to_owned()], vec!["10:04".to_owned()]));
    assert!(
        said(&page, "[data-state=now]")[0].starts_with("Now · En cours 09:00 –10:30"),
        "{:?}",
        said(&page, "[data-state=now]")
    );
    assert_eq!(said(&page, "[data-state=now] h2"), ["High-level debate"]);
    assert_eq!(said(&page, "[data-state=now] .held-other"), ["Débat de haut niveau"]);
    let next = &said(&page, "[data-state=next]")[0];
    assert!(next.contains("in 41 minutes") && next.contains("Signing") && next.contains("Closed meeting"), "{next}");
    assert_eq!(said(&page, "[data-state=away] h2"), ["Closing"], "tomorrow's are there for when the network is not");
    assert!(page.contains("<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>"), "without scripts, too");
    assert!(said(&page, ".screen-foot")[0].contains("Release 1"));
    assert_eq!(said(&page, "[data-free]:not([hidden])"), [""; 0]);
    let garden = screen.get("/hanoi/screens/rooms/garden").await.text();
    assert_eq!(said(&garden, "[data-free]:not([hidden])"), ["Nothing now · Rien en ce moment"]);
    assert_eq!(said(&garden, "[data-state=later] h2"), ["Reception"], "the night is today's");
    let french = screen.get("/hanoi/screens/rooms/hall?language=fr").await.text();
    assert_eq!(said(&french, "[data-state=now] h2"), ["Débat de haut niveau"]);
    assert_eq!(screen.get("/hanoi/screens/rooms/nowhere").await, 404);
    let worker = screen.get("/hanoi/screens/worker.js").await;
    assert_eq!(worker.headers.get("content-type").unwrap(), "text/javascript; charset=utf-8");
}

#[actix_web::test]
async fn the_door_of_a_part_shows_what_takes_the_whole_hall() {
    let (world, _) = programme().await;
    let part =
        "UPDATE meeting_room SET part_of = (SELECT id FROM meeting_room WHERE code = 'hall') WHERE code = 'room-5'";
    world.sql(part).await;
    let page = world.stranger().get("/hanoi/screens/rooms/room-5").await.text();
    assert_eq!(said(&page, "[data-state=now] h2"), ["High-level debate"]);
    assert!(said(&page, "[data-state=now] .held-note")[0].contains("Hall"), "and says that it is the hall");
}

#[actix_web::test]
async fn both_doors_say_where_a_session_has_gone_and_the_hall_sees_all_rooms() {
    let (world, mut manager) = programme().await;
    put(&mut manager, &[&CHILDREN.replace("Room 5", "Hall").replace("11:00;12:00", "14:00;15:00")]).await;
    put(&mut manager, &[&EVIDENCE.replace("confirmed", "cancelled")]).await;
    release(&mut manager, "Release 2").await;
    let mut screen = world.stranger();
    let old = screen.get("/hanoi/screens/rooms/room-5").await.text();
    let news = said(&old, ".screen-news li");
    assert_eq!(news, ["moved · déplacé Protecting children online 14:00–15:00, Hall 11:00–12:00, Room 5"]);
    let new = screen.get("/hanoi/screens/rooms/hall").await.text();
    let arrived = &said(&new, "[data-state=later].held-moved")[0];
    assert!(arrived.contains("was 11:00–12:00, Room 5"), "{arrived}");
    let garden = screen.get("/hanoi/screens/rooms/garden").await.text();
    assert!(said(&garden, "[data-state=off]")[0].contains("cancelled · annulée"), "{garden}");
    assert_eq!(said(&garden, "[data-state=next] h2"), ["Reception"], "what is off is not next");
    let hall = screen.get("/hanoi/screens/overview").await.text();
    assert_eq!(said(&hall, ".board-room h2"), ["Hall", "Garden"], "{hall}");
    assert_eq!(said(&hall, ".board-room [data-state=now] h3"), ["High-level debate"]);
    assert!(said(&hall, ".screen-news").join(" ").contains("cancelled · annulé Electronic evidence"), "{hall}");
}

#[actix_web::test]
async fn staff_find_every_screen_and_strangers_no_list() {
    let (world, mut manager) = programme().await;
    let rooms = manager.get("/hanoi/programme/manage/rooms").await.text();
    assert!(rooms.contains("/hanoi/programme/manage/screens"));
    let list = manager.get("/hanoi/programme/manage/screens").await.text();
    for address in ["/screens/overview", "/screens/rooms/hall", "/screens/rooms/garden", "/screens/rooms/room-5"] {
        assert!(list.contains(&format!("http://127.0.0.1:8080/hanoi{address}")), "{address}");
    }
    assert_eq!(world.stranger().get("/hanoi/programme/manage/screens").await, 303);
}

#[actix_web::test]
async fn before_a_release_a_screen_waits_and_hostile_names_stay_names() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    put(&mut manager, &[&SIGNING.replace(";Hall;", ";<i>Hall</i>;").replace("Signing", "<script>x</script>")]).await;
    let mut screen = world.stranger();
    let code = "i-hall-i";
    let waiting = screen.get(&format!("/hanoi/screens/rooms/{code}")).await;
    assert!(waiting == 200 && waiting.text().contains("appears here with its first release"), "{}", waiting.text());
    release(&mut manager, "Release 1").await;
    for path in [format!("/hanoi/screens/rooms/{code}"), "/hanoi/screens/overview".to_owned()] {
        let page = screen.get(&path).await.text();
        assert!(
            !page.contains("<i>Hall") && !page.contains("<script>x") && page.contains("&#60;script&#62;x"),
            "{page}"
        );
    }
}

#[actix_web::test]
async fn a_door_follows_an_urgent_change_and_goes_on_when_the_network_is_gone() {
    let (world, mut manager) = programme().await;
    let pace = Pace { bytes_per_second: 50e6, round_trip: Duration::from_millis(1) };
    let line = Line::to(world.serve(), pace);
    let door = Chrome::desk().await;
    door.go(&format!("http://{}/hanoi/screens/rooms/garden", line.address)).await;
    door.until("return document.querySelector('[data-state=next] h2')?.innerText == 'Electronic evidence'").await;
    // The worker has kept all that the screen is made of.
    door.until(
        "return caches.match(location.href).then(async (page) => page && (await (await caches.open('plenipo-screens')).keys()).length > 8)",
    )
    .await;
    let form = form_of(&mut manager, "Electronic evidence").await;
    let page = manager.get(&form).await.text();
    let (fields, five) = (fields_of(&page), room(&page, "Room 5"));
    let off = form_of(&mut manager, "Protecting children online").await;
    let away = manager.get(&off).await.text();
    let cancelled = [("cancelled", "yes"), ("reason_en", "Ill")];
    assert_eq!(manager.post(&off, &changed(&fields_of(&away), &cancelled)).await, 303);
    let page_now = manager.get(&form).await.text();
    let fields = if page_now == page { fields } else { fields_of(&page_now) };
    let begun = std::time::Instant::now();
    let done = manager.post(&form, &changed(&fields, &[("room", &five), ("reason_en", "Water")])).await;
    assert_eq!(done, 303, "{}", done.text());
    door.until("return document.querySelector('.screen-news')?.innerText.includes('Room 5')").await;
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    door.until("return document.querySelector('[data-state=next] h2')?.innerText == 'Reception'").await;

    line.cut_for(Duration::from_secs(600));
    door.reload().await;
    let kept = "return document.querySelector('h1')?.innerText == 'Garden' && document.querySelector('[data-contact]')?.hidden === false";
    door.until(kept).await;
    let state = "return [document.querySelector('.screen-contact').innerText, \
                 document.querySelector('.held h2:not([data-state=away] *)')?.innerText, getComputedStyle(document.body).backgroundColor]";
    let state = door.js(state).await;
    assert!(state[0].as_str().unwrap().starts_with("No contact since"), "{state}");
    assert_eq!(state[2], "rgb(5, 8, 11)", "with its sheets: {state}");
}
