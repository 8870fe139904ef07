//! What the public has of a release: days, searches, sessions and people. The release that these tests read.

use plenipo::conferences::DutyKind;
use scraper::{Html, Selector};

use crate::participants::bytes::{FIRST, WHOLE, weigh};
use crate::support::{Browser, World};

const HEAD: &str = "key;kind;number;title_en;title_fr;description_en;room;date;start;end;open;interpretation;organiser;chairs;speakers;status";
pub const DEBATE: &str = "debate;high_level_debate;3;High-level debate;Débat de haut niveau;;Hall;2025-10-26;09:00;10:30;yes;ar en fr;;Haruko Mori | Minister | Japan;;confirmed";
pub const EVIDENCE: &str = "evidence;workshop;;Electronic evidence;Preuves électroniques;Across borders;Garden;2025-10-26;10:30;11:45;yes;en;Kenya;;Amina Đinh | Envoy | Kenya;confirmed";
pub const CHILDREN: &str = "children;workshop;;Protecting children online;Protéger les enfants;;Room 5;2025-10-26;11:00;12:00;yes;;;;Amina Đinh | Envoy | Peru;confirmed";
pub const SIGNING: &str = "signing;signing;;Signing;Signature;;Hall;2025-10-26;10:45;12:00;no;;;;;confirmed";
pub const NIGHT: &str = "night;reception;;Reception;Réception;;Garden;2025-10-27;01:00;02:00;yes;;;;;confirmed";
pub const CLOSING: &str = "closing;plenary;4;Closing;Clôture;;Hall;2025-10-27;09:00;10:00;yes;;;;;confirmed";

pub async fn put(manager: &mut Browser, rows: &[&str]) {
    let table = format!("{HEAD}\n{}\n", rows.join("\n"));
    let look =
        manager.upload("/hanoi/programme/manage/import", &[], &[("file", "programme.csv", table.as_bytes())]).await;
    assert!(look == 303, "{}", look.text());
    let done = manager.post(look.location(), &[]).await;
    assert!(done == 303, "{}", done.text());
}

pub async fn release(manager: &mut Browser, name: &str) {
    let done = manager.post("/hanoi/programme/manage/release", &[("name", name), ("mails", "nobody")]).await;
    assert!(done == 303, "{}", done.text());
}

/// Six sessions in three rooms, one of them in the night, released at 10:04 of the second day.
pub async fn programme() -> (World, Browser) {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    for state in ["Japan", "Kenya", "Peru"] {
        world.delegation(&stage, state, 5).await;
    }
    put(&mut manager, &[DEBATE, EVIDENCE, CHILDREN, SIGNING, NIGHT, CLOSING]).await;
    release(&mut manager, "Release 1").await;
    (world, manager)
}

/// The titles of a page of sessions, in its order.
pub fn titles(page: &str) -> Vec<String> {
    let found = Selector::parse(".session :is(h2, h3) a").unwrap();
    Html::parse_document(page).select(&found).map(|title| title.text().collect()).collect()
}

/// The path of a session's page.
pub async fn path_of(world: &World, title: &str) -> String {
    let page = world.stranger().get("/hanoi/programme?day=all").await.text();
    let at = page.find(&format!("<bdi>{title}</bdi></a></h")).unwrap_or_else(|| panic!("no {title} in {page}"));
    let link = page[..at].rfind("href=\"").expect("its link") + 6;
    page[link..].chars().take_while(|letter| *letter != '"').collect()
}

fn said(page: &str, selector: &str) -> String {
    let found = Selector::parse(selector).unwrap();
    let page = Html::parse_document(page);
    page.select(&found).map(|part| part.text().collect::<String>()).collect::<Vec<_>>().join(" | ")
}

#[actix_web::test]
async fn a_day_is_shown_by_hour_and_room_and_the_night_belongs_to_the_day_before() {
    let (world, _) = programme().await;
    let mut public = world.stranger();
    let today = public.get("/hanoi/programme").await.text();
    assert_eq!(said(&today, "h1"), "Sunday 26 October", "today, where nothing was asked");
    let shown = ["High-level debate", "Electronic evidence", "Signing", "Protecting children online", "Reception"];
    assert_eq!(titles(&today), shown);
    assert!(said(&today, ".session-now h2").contains("High-level debate"), "10:04 lies between 9:00 and 10:30");
    let other = public.get("/hanoi/programme?day=2025-10-27").await.text();
    assert_eq!(titles(&other), ["Closing"], "one in the night is not of the 27th");
    let all = public.get("/hanoi/programme?day=all").await.text();
    assert_eq!(titles(&all).len(), 6);
    assert_eq!(said(&all, ".list-day"), "Sunday 26 October | Monday 27 October");
    let list = public.get("/hanoi/programme?day=2025-10-26&view=list").await.text();
    assert_eq!(titles(&list), shown);
    let mut french = world.stranger().with_header("accept-language", "fr");
    assert!(titles(&french.get("/hanoi/programme").await.text()).contains(&"Débat de haut niveau".to_owned()));
}

#[actix_web::test]
async fn sessions_are_found_by_kind_language_delegation_room_and_words() {
    let (world, _) = programme().await;
    let mut public = world.stranger();
    let mut found = async |query: &str| titles(&public.get(&format!("/hanoi/programme?{query}")).await.text());
    assert_eq!(found("kind=workshop").await, ["Electronic evidence", "Protecting children online"]);
    assert_eq!(found("language=ar").await, ["High-level debate"]);
    assert_eq!(found("delegation=kenya").await, ["Electronic evidence"]);
    assert_eq!(found("delegation=peru&day=2025-10-27").await, [""; 0]);
    assert_eq!(
        found("q=dinh+envoy").await,
        ["Electronic evidence", "Protecting children online"],
        "folded, every word"
    );
    assert_eq!(found("q=ELECTRONIQUES").await, ["Electronic evidence"], "in every language");
    assert_eq!(found("q=borders").await, ["Electronic evidence"], "and in descriptions");
    assert_eq!(found("q=closing").await, ["Closing"], "a search without a day looks at all of them");
    assert_eq!(found("q=4").await, ["Closing"], "the number of a meeting");
    assert_eq!(found("q=closing&day=2025-10-26").await, [""; 0]);
    let page = world.stranger().get("/hanoi/programme").await.text();
    let rooms = Html::parse_document(&page);
    let option = Selector::parse("select[name=room] option").unwrap();
    let garden = rooms.select(&option).find(|one| one.text().collect::<String>() == "Garden").expect("the room");
    let query = format!("day=all&room={}", garden.value().attr("value").unwrap());
    assert_eq!(found(&query).await, ["Electronic evidence", "Reception"]);
    let nothing = world.stranger().get("/hanoi/programme?q=closing&day=2025-10-26").await.text();
    assert!(
        nothing.contains("Nothing fits") && said(&nothing, "[aria-current] small").contains("0 found"),
        "{nothing}"
    );
    assert!(said(&nothing, "nav.days a").contains("27 Oct1 found"), "the days say where there is something");
}

#[actix_web::test]
async fn what_moved_stays_marked_with_its_old_place_through_the_day() {
    let (world, mut manager) = programme().await;
    let moved = CHILDREN.replace("Room 5;2025-10-26;11:00;12:00", "Garden;2025-10-26;14:00;15:00");
    let added = "late;workshop;;Late addition;Ajout;;Hall;2025-10-26;16:00;17:00;yes;;;;;confirmed";
    put(&mut manager, &[&moved, &SIGNING.replace("confirmed", "cancelled"), added]).await;
    release(&mut manager, "Release 2").await;
    world.wait(600);
    put(&mut manager, &[&CLOSING.replace("09:00;10:00", "10:00;11:00")]).await;
    release(&mut manager, "Release 3").await;
    let mut public = world.stranger();
    let page = public.get("/hanoi/programme").await.text();
    assert!(said(&page, ".session-moved .session-urgent").contains("was 11:00–12:00, Room 5"), "{page}");
    assert!(said(&page, ".session-off").contains("Signing") && said(&page, ".session-off").contains("cancelled"));
    assert_eq!(said(&page, ".session-new"), "new");
    let next = public.get("/hanoi/programme?day=2025-10-27").await.text();
    assert_eq!(said(&next, ".session-moved .session-urgent bdi"), "was 09:00–10:00");
    let own = public.get(&path_of(&world, "Protecting children online").await).await.text();
    assert!(said(&own, ".notice").contains("was 11:00–12:00, Room 5"), "{own}");
    let data: serde_json::Value = serde_json::from_str(&said(&own, "script[type='application/ld+json']")).unwrap();
    assert_eq!(data["eventStatus"], "https://schema.org/EventRescheduled");
    assert_eq!(data["previousStartDate"], "2025-10-26T11:00:00+07:00");
    world.wait(3 * 24 * 3600);
    let later = public.get("/hanoi/programme?day=2025-10-26").await.text();
    assert_eq!(said(&later, ".session-moved, .session-new"), "", "not for ever");
}

#[actix_web::test]
async fn a_session_says_who_is_there_and_what_comes_next_in_its_room() {
    let (world, _) = programme().await;
    let mut public = world.stranger();
    let path = path_of(&world, "Electronic evidence").await;
    let page = public.get(&path).await.text();
    let facts = said(&page, ".session-facts dd");
    for fact in ["10:30–11:45", "Garden", "Kenya", "English", "Amina Đinh"] {
        assert!(facts.contains(fact), "{fact} in {facts}");
    }
    assert!(said(&page, ".neighbours a[rel=next]").contains("Reception"), "in the same room: {page}");
    assert_eq!(said(&page, ".neighbours a[rel=prev]"), "");
    let data: serde_json::Value = serde_json::from_str(&said(&page, "script[type='application/ld+json']")).unwrap();
    assert_eq!((&data["@type"], &data["name"]), (&"Event".into(), &"Electronic evidence".into()));
    assert_eq!(data["startDate"], "2025-10-26T10:30:00+07:00");
    assert_eq!(data["performer"][0]["affiliation"]["name"], "Kenya");
    assert_eq!(data["organizer"][0]["name"], "Kenya");
    let ics = public.get(&format!("{path}/calendar.ics")).await;
    assert_eq!(ics.headers.get("content-type").unwrap(), "text/calendar; charset=utf-8");
    assert_eq!(
        (ics.text().matches("BEGIN:VEVENT").count(), ics.text().contains("SUMMARY:Electronic evidence")),
        (1, true)
    );
    let room = said(&page, "a[href*='room=']");
    assert_eq!(room, "Garden");
    let key = page.split("room=").nth(1).unwrap().split('"').next().unwrap();
    let ics = public.get(&format!("/hanoi/programme/rooms/{key}/calendar.ics")).await.text();
    assert!(ics.contains("SUMMARY:Reception") && ics.matches("BEGIN:VEVENT").count() == 2, "{ics}");
}

#[actix_web::test]
async fn a_person_has_a_page_of_what_the_release_says_and_search_engines_stay_away() {
    let (world, mut manager) = programme().await;
    let mut public = world.stranger();
    let session = public.get(&path_of(&world, "Electronic evidence").await).await.text();
    let link = session.split("/hanoi/programme/people/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(link.starts_with("amina-dinh-"), "{link}");
    let page = public.get(&format!("/hanoi/programme/people/{link}")).await;
    assert_eq!(page.headers.get("x-robots-tag").unwrap(), "noindex, nofollow");
    let text = page.text();
    assert!(text.contains("<meta name=\"robots\" content=\"noindex, nofollow\">"));
    assert_eq!((said(&text, "h1"), said(&text, ".lede").as_str()), ("Amina Đinh".into(), "EnvoyKenya"));
    assert_eq!(titles(&text), ["Electronic evidence"], "another of that name stands for somebody else");
    put(&mut manager, &[&EVIDENCE.replace("10:30;11:45", "12:30;13:45")]).await;
    release(&mut manager, "Release 2").await;
    assert_eq!(public.get(&format!("/hanoi/programme/people/{link}")).await, 200, "the address stays");
    assert_eq!(public.get("/hanoi/programme/people/nobody-00000000").await, 404);
}

#[actix_web::test]
async fn now_and_next_follow_the_clock() {
    let (world, _) = programme().await;
    let mut public = world.stranger();
    let row = |page: &str, room: &str| {
        let (rows, page) = (Selector::parse(".now-table tbody tr").unwrap(), Html::parse_document(page));
        let words = |row: scraper::ElementRef<'_>| row.text().collect::<Vec<_>>().join(" ");
        page.select(&rows).map(words).find(|words| words.trim_start().starts_with(room)).unwrap_or_default()
    };
    let page = public.get("/hanoi/programme/now").await.text();
    let hall = row(&page, "Hall");
    assert!(hall.contains("High-level debate") && hall.contains("in 41 minutes") && hall.contains("Signing"), "{hall}");
    assert!(row(&page, "Garden").contains("Nothing now") && row(&page, "Garden").contains("in 26 minutes"));
    // 01:30 at night is the evening's day still.
    world.wait(15 * 3600 + 26 * 60);
    let night = public.get("/hanoi/programme/now").await.text();
    assert!(row(&night, "Garden").contains("Reception") && row(&night, "Hall").is_empty(), "{night}");
    world.wait(3 * 3600);
    let morning = public.get("/hanoi/programme/now").await.text();
    assert!(row(&morning, "Hall").contains("Closing") && row(&morning, "Hall").contains("in 4 h 30 min"), "{morning}");
}

#[actix_web::test]
async fn hostile_words_stay_words_everywhere() {
    let (world, mut manager) = programme().await;
    let title = "</script><img src=x onerror=alert(1)>&";
    let row = format!(
        "bad;workshop;<b>;{title};;<!-- \u{202e}x;Garden;2025-10-26;15:00;16:00;yes;;;;<i>Eve | q | <u>;confirmed"
    );
    put(&mut manager, &[&row]).await;
    release(&mut manager, "Release 2").await;
    let mut public = world.stranger();
    let day = public.get("/hanoi/programme").await.text();
    assert!(titles(&day).contains(&title.to_owned()) && !day.contains("<img src=x"), "{day}");
    let at = day.find("&#60;/script&#62;").expect("the title");
    let link = day[..at].rfind("href=\"").unwrap() + 6;
    let path: String = day[link..].chars().take_while(|letter| *letter != '"').collect();
    let page = public.get(&path).await.text();
    assert!(!page.contains("<img src=x") && !page.contains("<i>Eve"), "{page}");
    let data: serde_json::Value = serde_json::from_str(&said(&page, "script[type='application/ld+json']")).unwrap();
    assert_eq!(
        (&data["name"], &data["performer"][0]["name"]),
        (&title.into(), &"<i>Eve".into()),
        "read back as it was"
    );
    assert_eq!(Html::parse_document(&page).select(&Selector::parse("img").unwrap()).count(), 0);
    for query in
        ["q=%3Cscript%3E", "kind=%22%3E%3Cb%3E", "room=%00", "day=%3Cb%3E", "language='%3E", "view=%3Ci%3E&page=-5"]
    {
        let page = public.get(&format!("/hanoi/programme?{query}")).await;
        assert!(page == 200 && !page.text().contains("<script>") && !page.text().contains("\"><b>"), "{query}");
    }
    for path in ["now", "changes", "people/%3Cscript%3E"] {
        assert!(!public.get(&format!("/hanoi/programme/{path}")).await.text().contains("<img src=x"));
    }
}

/// So many sessions in twenty rooms over five days, released.
async fn large(sessions: usize) -> World {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let of = stage.conference;
    let rooms = if sessions > 100 { 20 } else { 5 };
    let days = if sessions > 100 { 5 } else { 2 };
    world
        .sql(&format!(
            "INSERT INTO meeting_room (id, conference_id, code, name, ordinal) SELECT gen_random_uuid(), '{of}', 'room-' || n, \
             jsonb_build_object('en', 'Conference room ' || n, 'fr', 'Salle ' || n), n FROM generate_series(1, {rooms}) n; \
             INSERT INTO session (id, conference_id, key, kind, title, description, room_id, starts_at, ends_at, interpretation, status, \
             changed_at) SELECT gen_random_uuid(), '{of}', 's' || n, 'workshop', \
             jsonb_build_object('en', 'Session ' || md5(n::text) || ' on evidence', 'fr', 'Séance ' || n), '{{}}', \
             (SELECT id FROM meeting_room WHERE code = 'room-' || (n % {rooms} + 1)), \
             timestamptz '2025-10-26 01:00:00Z' + make_interval(days => n / {rooms} % {days}, hours => n / {rooms} / {days}), \
             timestamptz '2025-10-26 01:50:00Z' + make_interval(days => n / {rooms} % {days}, hours => n / {rooms} / {days}), \
             '{{en,fr}}', 'confirmed', now() FROM generate_series(0, {sessions} - 1) n"
        ))
        .await;
    release(&mut manager, "Release 1").await;
    world
}

#[actix_web::test]
async fn sixty_sessions_are_light() {
    let world = large(60).await;
    let mut phone = world.stranger();
    for path in ["/hanoi/programme", "/hanoi/programme?day=all", "/hanoi/programme/now", "/hanoi/agenda"] {
        let (first, whole) = weigh(&mut phone, path).await;
        println!("{path}: {first} of {FIRST}, {whole} of {WHOLE}");
        assert!(first <= FIRST && whole <= WHOLE, "{path}: {first} of {FIRST}, {whole} of {WHOLE}");
    }
}

#[actix_web::test]
async fn eleven_hundred_sessions_stay_readable() {
    let world = large(1100).await;
    let mut public = world.stranger();
    let day = public.get("/hanoi/programme").await.text();
    assert_eq!(titles(&day).len(), 80, "twenty rooms make a list, in pages");
    assert!(said(&day, ".pager").contains("1–80") && said(&day, ".pager").contains("220"), "{}", said(&day, ".pager"));
    let second = public.get("/hanoi/programme?page=2").await.text();
    assert!(titles(&second).len() == 80 && titles(&second)[0] != titles(&day)[0]);
    let table = public.get("/hanoi/programme?view=table").await.text();
    assert_eq!((titles(&table).len(), said(&table, ".programme thead th").matches(" | ").count()), (220, 20));
    let all = public.get("/hanoi/programme?day=all").await.text();
    assert!(titles(&all).len() == 80 && said(&all, ".pager").contains("1,100"));
    let (first, _) = weigh(&mut public, "/hanoi/programme").await;
    assert!(first <= FIRST, "the first page of a large day: {first}");
}
