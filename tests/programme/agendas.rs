//! A personal agenda: without an account, on an account, by a secret link, as a feed; and nothing left when it is forgotten.

use super::public::{CHILDREN, EVIDENCE, SIGNING, path_of, programme, put, release};
use crate::support::{Browser, World};

/// Where a session is put into an agenda or taken out of it.
async fn mark(world: &World, title: &str, act: &str) -> String {
    let path = path_of(world, title).await;
    format!("/hanoi/agenda/sessions/{}/{act}", path.rsplit('/').next().unwrap())
}

async fn choose(world: &World, browser: &mut Browser, titles: &[&str]) {
    for title in titles {
        let done = browser.post(&mark(world, title, "add").await, &[("back", "/hanoi/programme?day=all")]).await;
        assert_eq!(done, 303, "{}", done.text());
        assert!(done.location().starts_with("/hanoi/programme?day=all#s"), "{}", done.location());
    }
}

fn after<'a>(page: &'a str, start: &str) -> &'a str {
    let from = page.find(start).unwrap_or_else(|| panic!("no {start} in {page}")) + start.len();
    page[from..].split(['"', '<']).next().unwrap()
}

fn feed_of(page: &str) -> String {
    format!("/hanoi/agendas/{}", after(page, "webcal://127.0.0.1:8080/hanoi/agendas/"))
}

async fn count(world: &World, table: &str) -> i64 {
    use diesel_async::RunQueryDsl;
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        many: i64,
    }
    let db = world.db();
    let mut c = db.connection().await.unwrap();
    let row: Row =
        diesel::sql_query(format!("SELECT count(*) AS many FROM {table}")).get_result(&mut *c).await.unwrap();
    row.many
}

#[actix_web::test]
async fn a_stranger_keeps_an_agenda_and_reading_makes_none() {
    let (world, _) = programme().await;
    let mut ann = world.stranger();
    assert!(ann.get("/hanoi/agenda").await.text().contains("Nothing chosen yet"));
    ann.get("/hanoi/programme").await;
    assert_eq!((count(&world, "agenda").await, ann.cookie("plenipo_agenda_hanoi")), (0, None), "reading keeps nothing");
    choose(&world, &mut ann, &["Electronic evidence", "Reception"]).await;
    choose(&world, &mut ann, &["Reception"]).await;
    let page = ann.get("/hanoi/agenda").await;
    assert_eq!(page.headers.get("x-robots-tag").unwrap(), "noindex, nofollow");
    assert_eq!(page.headers.get("cache-control").unwrap(), "no-store");
    let page = page.text();
    assert!(page.contains("Electronic evidence") && !page.contains("<bdi>Signing"), "{page}");
    assert_eq!(page.matches("class=\"agenda-entry").count(), 2, "twice is once");
    assert!(page.contains("Sunday 26 October") && !page.contains("Monday 27 October"), "the night is the day before's");
    let day = ann.get("/hanoi/programme").await.text();
    assert_eq!(
        day.matches("aria-pressed=\"true\"").count(),
        2 + usize::from(day.contains("name=\"theme\"")) * 2,
        "{day}"
    );
    assert!(world.stranger().get("/hanoi/agenda").await.text().contains("Nothing chosen yet"), "nobody else's");
    let quiet = ann.post(&mark(&world, "Signing", "add").await, &[("quiet", "1")]).await;
    assert_eq!(quiet, 204);
    let nowhere = "/hanoi/agenda/sessions/00000000-0000-0000-0000-000000000007/add";
    assert_eq!(ann.post(nowhere, &[]).await, 404, "only what is public can be chosen");
    let away = ann.post(&mark(&world, "Signing", "add").await, &[("back", "https://evil.example/")]).await;
    assert_eq!(away.location(), "/hanoi/agenda", "nobody is sent elsewhere");
}

#[actix_web::test]
async fn clashes_are_said_and_ending_is_not_clashing() {
    let (world, mut manager) = programme().await;
    let mut ann = world.stranger();
    choose(&world, &mut ann, &["High-level debate", "Electronic evidence"]).await;
    let page = ann.get("/hanoi/agenda").await.text();
    assert!(!page.contains("At the same time"), "one ends at 10:30 when the other begins: {page}");
    choose(&world, &mut ann, &["Protecting children online"]).await;
    let page = ann.get("/hanoi/agenda").await.text();
    assert!(page.contains("At the same time: Electronic evidence, 10:30–11:45"), "{page}");
    assert!(page.contains("At the same time: Protecting children online, 11:00–12:00"), "both sides say it");
    assert!(page.contains("Two of your sessions go on at the same time"));
    put(&mut manager, &[&CHILDREN.replace("confirmed", "cancelled")]).await;
    release(&mut manager, "Release 2").await;
    let page = ann.get("/hanoi/agenda").await.text();
    assert!(
        !page.contains("At the same time") && page.contains("session-off"),
        "what is off clashes with nothing: {page}"
    );
}

#[actix_web::test]
async fn what_changed_is_told_until_it_is_seen() {
    let (world, mut manager) = programme().await;
    let mut ann = world.stranger();
    choose(&world, &mut ann, &["Electronic evidence"]).await;
    put(&mut manager, &[&EVIDENCE.replace("Garden", "Room 7"), &SIGNING.replace("12:00", "12:30")]).await;
    release(&mut manager, "Release 2").await;
    choose(&world, &mut ann, &["Signing"]).await;
    for _ in 0..2 {
        let page = ann.get("/hanoi/agenda").await.text();
        let told = page.split("agenda-changes").nth(1).expect("what changed").split("agenda-day").next().unwrap();
        assert!(told.contains("<s><bdi>26 Oct, 10:30–11:45, Garden</bdi></s>") && told.contains("Room 7"), "{told}");
        assert!(!told.contains("Signing"), "chosen since, as it is now: {told}");
    }
    assert_eq!(ann.post("/hanoi/agenda/seen", &[]).await, 303);
    assert!(!ann.get("/hanoi/agenda").await.text().contains("agenda-changes"));
}

#[actix_web::test]
async fn what_is_removed_comes_back_by_undo() {
    let (world, _) = programme().await;
    let mut ann = world.stranger();
    choose(&world, &mut ann, &["Signing"]).await;
    let done = ann.post(&mark(&world, "Signing", "remove").await, &[]).await;
    assert_eq!(done.location().split('#').next(), Some("/hanoi/agenda"));
    let page = ann.get("/hanoi/agenda").await.text();
    assert!(page.contains("Nothing chosen yet") && page.contains("no longer in your agenda"), "{page}");
    let undo = mark(&world, "Signing", "add").await;
    assert!(page.contains(&format!("action=\"{undo}\"")), "{page}");
    assert_eq!(ann.post(&undo, &[]).await, 303);
    assert!(ann.get("/hanoi/agenda").await.text().contains("<bdi>Signing</bdi>"));
}

#[actix_web::test]
async fn a_secret_link_opens_it_elsewhere_by_a_button_and_a_feed_follows_it() {
    let (world, mut manager) = programme().await;
    let mut ann = world.stranger();
    choose(&world, &mut ann, &["Electronic evidence"]).await;
    let page = ann.get("/hanoi/agenda").await.text();
    let link = page
        .split("value=\"http://127.0.0.1:8080")
        .skip(1)
        .map(|rest| after(rest, ""))
        .find(|address| !address.ends_with(".ics"))
        .expect("the link")
        .to_owned();
    let feed = feed_of(&page);
    assert!(link.rsplit('/').next().unwrap().len() >= 43, "256 bits: {link}");
    let mut phone = world.stranger();
    let opened = phone.get(&link).await;
    assert_eq!(opened.headers.get("referrer-policy").unwrap(), "no-referrer");
    assert_eq!(opened.headers.get("x-robots-tag").unwrap(), "noindex, nofollow");
    assert!(opened.text().contains("It holds one session") && phone.cookie("plenipo_agenda_hanoi").is_none());
    assert_eq!(phone.post(&link, &[]).await, 303);
    assert!(phone.get("/hanoi/agenda").await.text().contains("Electronic evidence"));
    choose(&world, &mut phone, &["Reception"]).await;
    assert!(ann.get("/hanoi/agenda").await.text().contains("Reception"), "it is one agenda");

    let mut calendar = world.stranger();
    let ics = calendar.get(&feed).await;
    assert_eq!(ics.headers.get("cache-control").unwrap(), "private, no-cache");
    let tag = ics.headers.get("etag").unwrap().to_str().unwrap().to_owned();
    assert_eq!(ics.text().matches("BEGIN:VEVENT").count(), 2);
    assert_eq!(calendar.clone().with_header("if-none-match", &tag).get(&feed).await, 304);
    put(&mut manager, &[&EVIDENCE.replace("Garden", "Room 7")]).await;
    release(&mut manager, "Release 2").await;
    let ics = calendar.clone().with_header("if-none-match", &tag).get(&feed).await.text();
    assert!(ics.contains("LOCATION:Room 7") && ics.contains("SEQUENCE:1"), "{ics}");
    let key = link.rsplit('/').next().unwrap();
    assert_eq!(calendar.get(&format!("/hanoi/agendas/{key}/calendar.ics")).await, 404, "the link is no feed");
    let secret = feed.split('/').nth(3).unwrap();
    assert_eq!(calendar.get(&format!("/hanoi/agendas/{secret}")).await, 404, "and the feed opens nothing");

    assert_eq!(ann.post("/hanoi/agenda/renewal", &[]).await, 303);
    assert_eq!((calendar.get(&feed).await.status.as_u16(), phone.get(&link).await.status.as_u16()), (404, 404));
    assert!(phone.get("/hanoi/agenda").await.text().contains("Nothing chosen yet"), "the former link is worth nothing");
    let page = ann.get("/hanoi/agenda").await.text();
    assert!(page.contains("Electronic evidence"));
    assert_eq!(calendar.get(&feed_of(&page)).await, 200);
}

#[actix_web::test]
async fn the_database_holds_no_secret() {
    let (world, _) = programme().await;
    let mut ann = world.stranger();
    choose(&world, &mut ann, &["Signing"]).await;
    let page = ann.get("/hanoi/agenda").await.text();
    for secret in [ann.cookie("plenipo_agenda_hanoi").unwrap(), feed_of(&page).split('/').nth(3).unwrap()] {
        let hex = data_encoding::HEXLOWER.encode(secret.as_bytes());
        let plain = format!("agenda WHERE agenda::text LIKE '%{secret}%' OR agenda::text LIKE '%{hex}%'");
        assert_eq!(count(&world, &plain).await, 0);
        let digest = <sha2::Sha256 as sha2::Digest>::digest(secret.as_bytes());
        let hex = data_encoding::HEXLOWER.encode(&digest);
        assert_eq!(count(&world, &format!("agenda WHERE agenda::text LIKE '%{hex}%'")).await, 1, "its digest alone");
    }
}

#[actix_web::test]
async fn whoever_signs_in_takes_it_along() {
    let (world, _) = programme().await;
    let mut ann = world.signed_in("ann@example.org").await;
    choose(&world, &mut ann, &["Signing"]).await;
    assert!(ann.cookie("plenipo_agenda_hanoi").is_none(), "it is on the account");
    let mut laptop = world.signed_in("ann@example.org").await;
    assert!(laptop.get("/hanoi/agenda").await.text().contains("<bdi>Signing</bdi>"), "and follows it");
    let mut phone = world.stranger();
    choose(&world, &mut phone, &["Reception"]).await;
    let secret = phone.cookie("plenipo_agenda_hanoi").unwrap().to_owned();
    let mut both = world.signed_in("ann@example.org").await.with_cookie("plenipo_agenda_hanoi", &secret);
    let page = both.get("/hanoi/agenda").await.text();
    assert!(page.contains("<bdi>Signing</bdi>") && page.contains("<bdi>Reception</bdi>"), "both are shown: {page}");
    choose(&world, &mut both, &["Electronic evidence"]).await;
    assert_eq!((count(&world, "agenda").await, count(&world, "agenda_session").await), (1, 3), "and become one");
    assert!(both.cookie("plenipo_agenda_hanoi").is_none());
    let mut bob = world.signed_in("bob@example.org").await;
    assert!(bob.get("/hanoi/agenda").await.text().contains("Nothing chosen yet"));
}

#[actix_web::test]
async fn a_forgotten_agenda_leaves_nothing_and_so_does_the_end_of_the_conference() {
    let (world, _) = programme().await;
    let mut ann = world.stranger();
    choose(&world, &mut ann, &["Signing", "Reception"]).await;
    let feed = feed_of(&ann.get("/hanoi/agenda").await.text());
    assert_eq!(ann.post("/hanoi/agenda/removal", &[]).await, 303);
    assert_eq!((count(&world, "agenda").await, count(&world, "agenda_session").await), (0, 0));
    assert!(ann.cookie("plenipo_agenda_hanoi").is_none());
    assert_eq!(world.stranger().get(&feed).await, 404);

    choose(&world, &mut ann, &["Signing"]).await;
    let end = plenipo::clock::Moment::parse("2025-12-30T12:00:00Z").unwrap();
    for (day, left) in [(end, 1), (end.plus_seconds(24 * 3600), 0)] {
        let db = world.db();
        let mut tx = db.begin().await.unwrap();
        plenipo::programme::forget_agendas(&mut tx, day).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(count(&world, "agenda").await, left, "on the day that the conference forgets, and not before");
    }
}
