//! The live board.

use plenipo::conferences::DutyKind;

use super::venue::{Venue, enters, leaves};

#[actix_web::test]
async fn the_board_counts_people_and_not_scans() {
    let venue = Venue::new().await;
    let mut gate = venue.device("phone").await;
    let (ada, grace) = (venue.delegate("Ada Lovelace").await, venue.delegate("Grace Hopper").await);
    enters(&mut gate, "main-entrance", &ada).await;
    enters(&mut gate, "main-entrance", &grace).await;
    venue.world.wait(60);
    enters(&mut gate, "plenary-hall", &ada).await;
    enters(&mut gate, "main-entrance", &ada).await;
    venue.world.wait(60);
    leaves(&mut gate, "main-entrance", &grace).await;
    let mut organiser = venue.world.on_duty(&venue.stage, "organiser@example.org", DutyKind::Organiser).await;
    let board = organiser.get("/hanoi/gates/board").await.text();
    let html = scraper::Html::parse_document(&board);
    let text = |css: &str| -> Vec<String> {
        let selector = scraper::Selector::parse(css).unwrap();
        html.select(&selector).map(|one| one.text().collect::<String>().trim().to_owned()).collect()
    };
    assert_eq!(text(".inside"), ["1"]);
    assert_eq!(text(".stat-figure"), ["2", "2", "1"], "came today, in five minutes, refused");
    assert_eq!(text(".gate-row .number"), ["1", "1"], "whoever is in the hall is in the perimeter");
    assert_eq!(text(".bars span:first-child"), ["Already inside: no exit on record"]);
    assert_eq!(text(".scans tbody tr").len(), 5);
    assert!(text(".scan-who")[0].contains("Grace Hopper"), "the newest first");
    assert_eq!(text("#board-numbers tbody td"), ["2"]);
}

#[actix_web::test]
async fn an_empty_board_says_so() {
    let venue = Venue::new().await;
    let mut observer = venue.world.on_duty(&venue.stage, "observer@example.org", DutyKind::Observer).await;
    let board = observer.get("/hanoi/gates/board").await;
    assert_eq!(board, 200);
    assert!(board.text().contains("Nothing was scanned yet"));
}
