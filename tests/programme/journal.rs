//! The daily programme as a document: of the release, in each language, with what changed since the edition before.

use scraper::{Html, Selector};

use crate::support::{Browser, World};

use super::public::{CHILDREN, EVIDENCE, SIGNING, programme, put, release};

fn said(page: &str, selector: &str) -> Vec<String> {
    let found = Selector::parse(selector).unwrap();
    let words = |part: scraper::ElementRef<'_>| part.text().collect::<Vec<_>>().join(" ");
    let tidy = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Html::parse_document(page).select(&found).map(words).map(tidy).collect()
}

#[actix_web::test]
async fn the_journal_says_todays_meetings_and_what_is_to_come() {
    let (world, _) = programme().await;
    let mut public = world.stranger();
    let page = public.get("/hanoi/journal").await.text();
    assert_eq!(said(&page, ".masthead-date"), ["Sunday 26 October 2025"]);
    assert_eq!(said(&page, ".masthead-number"), ["No. 1 Release 1"]);
    assert!(said(&page, ".masthead-top p")[0].contains("Hà Nội"));
    let parts = said(&page, ".journal-part > h2");
    let wanted =
        ["Meetings", "Discussions and workshops", "Side events, press and receptions", "To come: Monday 27 October"];
    assert_eq!(parts, wanted, "the first edition has changed nothing");
    let rows = said(&page, ".journal-part:not(.journal-tomorrow) tbody tr");
    assert_eq!(rows.len(), 5);
    assert!(rows[0].starts_with("09:00–10:30 High-level debate, meeting 3 High-level debate"), "{}", rows[0]);
    assert!(
        rows[0].contains("Chair: Japan") && rows[0].contains("Hall Open") && rows[0].contains("AR EN FR"),
        "{}",
        rows[0]
    );
    assert!(rows[1].contains("Signing") && rows[1].contains("Closed"), "{}", rows[1]);
    assert!(rows[4].starts_with("01:00–02:00"), "the night belongs to the day before: {}", rows[4]);
    let tomorrow = said(&page, ".journal-tomorrow tbody tr");
    assert!(
        tomorrow.len() == 1 && tomorrow[0].contains("Closing") && tomorrow[0].contains("meeting 4"),
        "{tomorrow:?}"
    );
    let last = public.get("/hanoi/journal/2025-10-27").await.text();
    assert_eq!((said(&last, ".journal-tomorrow").len(), said(&last, "tbody tr").len()), (0, 1));
    assert_eq!(public.get("/hanoi/journal/2025-10-30").await, 404, "nothing takes place then");
    assert_eq!(public.get("/hanoi/journal/yesterday").await, 404);
    assert!(public.get("/hanoi/programme").await.text().contains("href=\"/hanoi/journal\""));
}

#[actix_web::test]
async fn it_is_in_its_own_language_whatever_the_readers_is() {
    let (world, _) = programme().await;
    let mut english = world.stranger().with_header("accept-language", "en");
    let page = english.get("/hanoi/journal/2025-10-26/fr").await.text();
    assert!(page.contains("<html lang=\"fr\" dir=\"ltr\""), "{page}");
    assert_eq!(said(&page, ".masthead-date"), ["dimanche 26 octobre 2025"]);
    assert!(page.contains("Débat de haut niveau") && page.contains("Privée") && page.contains("N° 1"), "{page}");
    let other_way = english.get("/hanoi/journal/2025-10-26/ar-XB").await.text();
    assert!(other_way.contains("dir=\"rtl\"") && other_way.contains("<bdi>09:00–10:30</bdi>"), "{other_way}");
    assert_eq!(english.get("/hanoi/journal/2025-10-26/xx").await, 404);
    assert!(english.get("/hanoi/journal/2025-10-26").await.text().contains("<html lang=\"en\""));
}

/// Somebody who is at work all the while stays signed in.
async fn a_day_later(world: &World, manager: &mut Browser) {
    for _ in 0..4 {
        world.wait(6 * 3600);
        manager.get("/hanoi/programme/manage").await;
    }
}

#[actix_web::test]
async fn changes_are_those_since_the_edition_before() {
    let (world, mut manager) = programme().await;
    a_day_later(&world, &mut manager).await;
    let moved = CHILDREN.replace("Room 5;2025-10-26;11:00;12:00", "Garden;2025-10-27;14:00;15:00");
    put(&mut manager, &[&moved]).await;
    release(&mut manager, "Release 2").await;
    world.wait(600);
    put(&mut manager, &[&SIGNING.replace("10:45;12:00", "10:50;12:00")]).await;
    release(&mut manager, "Release 3").await;
    let mut public = world.stranger();
    let page = public.get("/hanoi/journal/2025-10-27/en").await.text();
    let changes = said(&page, ".journal-changes tbody tr");
    let line = "moved Protecting children online 26 Oct, 11:00–12:00, Room 5 27 Oct, 14:00–15:00, Garden";
    assert_eq!(changes, [line], "both releases of the day against the day before, and nothing of what is over");
    assert!(said(&page, ".journal-changes > p")[0].contains("Release 1"));
    assert_eq!(said(&page, ".masthead-number"), ["No. 3 Release 3"]);
    let before = public.get("/hanoi/journal/2025-10-26/en").await.text();
    assert_eq!(said(&before, ".journal-changes tbody tr").len(), 2, "the day that it left says so, too");
    a_day_later(&world, &mut manager).await;
    put(&mut manager, &[&EVIDENCE.replace("Across borders", "Across all borders")]).await;
    release(&mut manager, "Release 4").await;
    let page = public.get("/hanoi/journal/2025-10-27/en").await.text();
    assert!(said(&page, ".journal-changes")[0].contains("Nothing has changed since Release 3"), "{page}");
}

#[actix_web::test]
async fn before_the_first_release_there_is_none_and_says_so() {
    let (world, _) = World::new().await;
    let page = world.stranger().get("/hanoi/journal").await;
    assert!(page == 200 && page.text().contains("appears here with the first release"));
    assert_eq!(world.stranger().get("/hanoi/journal/2025-10-26").await, 404);
}

#[actix_web::test]
async fn hostile_words_stay_words_on_paper() {
    let (world, mut manager) = programme().await;
    let row = "bad;plenary;<b>1;</bdi><script>alert(1)</script>;;;Hall;2025-10-26;15:00;16:00;yes;;;<i>Eve | | <u>x;;confirmed";
    put(&mut manager, &[row]).await;
    release(&mut manager, "<img src=x>").await;
    let page = world.stranger().get("/hanoi/journal/2025-10-26/en").await.text();
    assert!(!page.contains("<script>alert") && !page.contains("<img") && !page.contains("<u>x"), "{page}");
    assert!(said(&page, "tbody tr").iter().any(|row| row.contains("</bdi><script>alert(1)</script>")));
}
