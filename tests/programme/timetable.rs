//! The timetable: sessions are moved, what that breaks is said before, and everybody can take their own moves back.

use plenipo::conferences::DutyKind;
use plenipo::ids::MeetingRoomId;

use super::telling::{conference, import};
use crate::support::people::Stage;
use crate::support::{Browser, Reply, World, statements};

const TABLE: &str = "/hanoi/programme/manage/timetable";
const HALL: &str =
    "opening;opening;Opening;Ouverture;Hall;2025-10-26;09:00;10:00;;;Haruko | Minister | Japan;confirmed";
const TENT: &str = "workshop;workshop;Workshop;Atelier;Tent;2025-10-26;09:00;10:30;;;;draft";
const LOOSE: &str = "loose;side_event;Water for all;L'eau;;;;;;;;draft";

struct Desk {
    world: World,
    stage: Stage,
    amina: Browser,
}

/// Two rooms with a session each, one without a place, and a manager.
async fn desk() -> Desk {
    let (world, stage) = World::new().await;
    let mut amina = world.on_duty(&stage, "amina@example.org", DutyKind::ProgrammeManager).await;
    import(&mut amina, &[HALL, TENT, LOOSE]).await;
    Desk { world, stage, amina }
}

/// What the page knows of a session: its attributes and classes.
struct Seen {
    id: String,
    version: String,
    from: i64,
    minutes: i64,
    room: String,
    class: String,
    text: String,
    in_tray: bool,
}

fn seen(page: &str, title: &str) -> Option<Seen> {
    let html = scraper::Html::parse_document(page);
    let blocks = scraper::Selector::parse("li.tt-block").unwrap();
    let block = html.select(&blocks).find(|block| block.text().any(|text| text == title))?;
    let value = |name: &str| block.value().attr(name).unwrap_or_default().to_owned();
    let tray = block.ancestors().filter_map(scraper::ElementRef::wrap).any(|one| one.value().id() == Some("tt-tray"));
    Some(Seen {
        id: value("data-session"),
        version: value("data-version"),
        from: value("data-from").parse().unwrap(),
        minutes: value("data-minutes").parse().unwrap(),
        room: value("data-room"),
        class: value("class"),
        text: block.text().collect(),
        in_tray: tray,
    })
}

/// A session as the timetable of a day shows it.
async fn look(browser: &mut Browser, title: &str) -> Seen {
    let page = browser.get(&format!("{TABLE}?day=2025-10-26")).await.text();
    seen(&page, title).unwrap_or_else(|| panic!("{title} is not on {page}"))
}

/// Moves a session as it was seen; the room is that of another one.
async fn moves(browser: &mut Browser, block: &Seen, start: &str, length: &str, room: &str) -> Reply {
    let fields = [
        ("version", block.version.as_str()),
        ("day", "2025-10-26"),
        ("start", start),
        ("length", length),
        ("room", room),
    ];
    browser.post(&format!("{TABLE}/{}/place", block.id), &fields).await
}

/// The notice that the next page shows.
async fn told(browser: &mut Browser) -> String {
    let page = browser.get(TABLE).await.text();
    let html = scraper::Html::parse_document(&page);
    let notice = scraper::Selector::parse(".flash .notice p").unwrap();
    html.select(&notice).next().map(|notice| notice.text().collect()).unwrap_or_default()
}

#[actix_web::test]
async fn a_session_is_moved_taken_back_and_moved_again() {
    let mut desk = desk().await;
    let amina = &mut desk.amina;
    let (opening, tent) = (look(amina, "Opening").await, look(amina, "Workshop").await.room);
    assert_eq!((opening.from, opening.minutes), (60, 60), "the sheet begins at eight");
    assert!(opening.class.contains("ah1 at0 ao0") && opening.class.contains("fh1 ft0 fo0"), "{}", opening.class);
    assert_eq!(moves(amina, &opening, "11:35", "45", &tent).await, 303);
    assert_eq!(told(amina).await, "“Opening” moved: Tent, Sunday 26 October, 11:35–12:20.");
    let there = look(amina, "Opening").await;
    assert_eq!((there.from, there.minutes, &there.room), (215, 45, &tent));
    assert!(there.class.contains("ah3 at3 ao5") && there.class.contains("fh0 ft4 fo5"), "{}", there.class);
    assert_eq!(amina.post(&format!("{TABLE}/undo"), &[]).await, 303);
    assert!(told(amina).await.starts_with("“Opening” is back: Hall, "));
    let back = look(amina, "Opening").await;
    assert_eq!((back.from, back.minutes, &back.room), (60, 60, &opening.room));
    assert_eq!(amina.post(&format!("{TABLE}/redo"), &[]).await, 303);
    assert_eq!(look(amina, "Opening").await.from, 215);
    assert_eq!(amina.post(&format!("{TABLE}/redo"), &[]).await, 303);
    assert_eq!(told(amina).await, "There is no move of yours to make again.");
    // A new move after an undo leaves nothing to make again.
    assert_eq!(amina.post(&format!("{TABLE}/undo"), &[]).await, 303);
    let workshop = look(amina, "Workshop").await;
    assert_eq!(moves(amina, &workshop, "12:00", "60", &tent).await, 303);
    assert_eq!(amina.post(&format!("{TABLE}/redo"), &[]).await, 303);
    assert_eq!(look(amina, "Opening").await.from, 60);
}

#[actix_web::test]
async fn a_time_before_four_is_the_night_after_the_day() {
    let mut desk = desk().await;
    let amina = &mut desk.amina;
    let workshop = look(amina, "Workshop").await;
    let room = workshop.room.clone();
    assert_eq!(moves(amina, &workshop, "01:30", "60", &room).await, 303);
    let night = look(amina, "Workshop").await;
    assert_eq!((night.from, night.minutes), (17 * 60 + 30, 60), "the sheet goes on into the night");
    let edit = amina.get(&format!("/hanoi/programme/manage/sessions/{}", night.id)).await.text();
    assert!(edit.contains("value=\"2025-10-27\""), "by the calendar it is the next day");
    let typed = amina.get(&format!("{TABLE}/{}", night.id)).await.text();
    assert!(typed.contains("value=\"2025-10-26\" selected") && typed.contains("value=\"01:30\""), "{typed}");
}

#[actix_web::test]
async fn what_has_no_place_waits_in_the_tray_and_keeps_its_length() {
    let mut desk = desk().await;
    let amina = &mut desk.amina;
    let loose = look(amina, "Water for all").await;
    assert!(loose.in_tray && loose.minutes == 60);
    let workshop = look(amina, "Workshop").await;
    assert!(!workshop.in_tray);
    let away = [("version", workshop.version.as_str()), ("tray", "yes")];
    assert_eq!(amina.post(&format!("{TABLE}/{}/place", workshop.id), &away).await, 303);
    let workshop = look(amina, "Workshop").await;
    assert!(workshop.in_tray && workshop.minutes == 90, "as long as it was");
    let page = amina.get(&format!("{TABLE}/{}", workshop.id)).await.text();
    assert!(page.contains("name=\"length\"") && page.contains("value=\"90\""), "{page}");
    // A time without a room, or a room without a time, still waits.
    assert_eq!(moves(amina, &workshop, "15:00", "30", "").await, 303);
    let workshop = look(amina, "Workshop").await;
    assert!(workshop.in_tray && workshop.text.contains("15:00–15:30"), "{}", workshop.text);
    for title in ["Opening", "Water for all"] {
        assert!(look(amina, title).await.in_tray == (title != "Opening"));
    }
    // The search finds in the tray, too.
    let found = amina.get(&format!("{TABLE}?day=2025-10-26&q=water")).await.text();
    assert!(seen(&found, "Water for all").is_some() && seen(&found, "Workshop").is_none(), "{found}");
}

#[actix_web::test]
async fn a_move_says_before_it_is_made_what_it_breaks_what_it_mends_and_whom_it_would_mail() {
    let (world, mut manager, _post) = conference().await;
    let page = manager.get(&format!("{TABLE}?day=2025-10-26")).await.text();
    let (opening, debate, workshop) =
        (seen(&page, "Opening").unwrap(), seen(&page, "Debate").unwrap(), seen(&page, "Workshop").unwrap());
    let ask = async |manager: &mut Browser, block: &Seen, start: &str, room: &str| {
        let query = format!("day=2025-10-26&start={start}&length=60&room={room}");
        let part = manager.get(&format!("{TABLE}/{}/outlook?{query}", block.id)).await;
        assert_eq!(part, 200);
        part.text()
    };
    // Onto the debate, in its room and with its speaker.
    let clash = ask(&mut manager, &workshop, "11:15", &debate.room).await;
    assert!(clash.contains("data-breaks=\"2\" data-mends=\"0\""), "{clash}");
    assert!(
        clash.contains("The same room at the same time:") && clash.contains("Amina is on stage elsewhere"),
        "{clash}"
    );
    assert!(clash.contains("<bdi>Debate</bdi>"), "the other side is named");
    // Kenya organises and Amina is on stage: the two of them and nobody else.
    assert!(clash.contains("would mail 2 people about it") && clash.contains("English 2"), "{clash}");
    assert!(clash.contains("<bdi>Amina</bdi>") && !clash.contains("Haruko") && !clash.contains("Rosa"), "{clash}");
    let french = ask(&mut manager, &opening, "09:30", &opening.room).await;
    assert!(french.contains("English 1, Français 1") && french.contains("This would break nothing"), "{french}");
    let same = ask(&mut manager, &opening, "09:00", &opening.room).await;
    assert!(same.contains("This is how the public has it"), "{same}");
    // Nothing was moved and nobody was mailed by looking.
    assert_eq!(look(&mut manager, "Workshop").await.version, workshop.version);
    // Once it stands there, moving away mends what was broken.
    assert_eq!(moves(&mut manager, &workshop, "11:15", "60", &debate.room).await, 303);
    assert!(told(&mut manager).await.ends_with("2 things to look at came with it."));
    let moved = look(&mut manager, "Workshop").await;
    assert!(
        moved.text.contains("Room held twice") && look(&mut manager, "Debate").await.text.contains("On stage twice")
    );
    let mended = ask(&mut manager, &moved, "14:00", &workshop.room).await;
    assert!(mended.contains("data-breaks=\"0\" data-mends=\"2\""), "{mended}");
    // Its page says the same in full, offers the room that is free then, and warns that no release is made with it.
    let move_page = format!("{TABLE}/{}?day=2025-10-26&start=11:15&length=60&room={}", moved.id, debate.room);
    let page = manager.get(&move_page).await.text();
    assert!(page.contains("The same room at the same time:") && page.contains("Where it is now"), "{page}");
    assert!(manager.get("/hanoi/programme/manage/release").await.text().contains("The same room at the same time"));
    world.sql("UPDATE session SET status = 'draft', organiser_id = NULL WHERE key = 'workshop'").await;
    world.sql("DELETE FROM released_session WHERE session_id = (SELECT id FROM session WHERE key = 'workshop')").await;
    let draft = ask(&mut manager, &moved, "15:00", &workshop.room).await;
    assert!(draft.contains("A draft is not published: nobody would be mailed."), "{draft}");
}

#[actix_web::test]
async fn the_page_of_a_move_offers_rooms_and_hours_that_are_free() {
    let mut desk = desk().await;
    let amina = &mut desk.amina;
    let (opening, tent) = (look(amina, "Opening").await, look(amina, "Workshop").await.room);
    desk.world.sql("UPDATE meeting_room SET capacity = 80 WHERE name->>'en' = 'Hall'").await;
    desk.world.sql("UPDATE meeting_room SET turnover_minutes = 15 WHERE name->>'en' = 'Tent'").await;
    let offers = async |amina: &mut Browser, start: &str| -> Vec<String> {
        let query = format!("day=2025-10-26&start={start}&length=60&room={tent}");
        let page = amina.get(&format!("{TABLE}/{}?{query}", opening.id)).await.text();
        let html = scraper::Html::parse_document(&page);
        let links = scraper::Selector::parse(".tt-offers a").unwrap();
        html.select(&links).map(|link| link.text().collect()).collect()
    };
    // The tent is held from nine to half past ten, and takes a quarter of an hour to be made ready.
    let near = ["Hall, 80 places", "10:45", "11:00", "11:15", "11:30", "11:45", "12:00", "12:15", "12:30"];
    assert_eq!(offers(amina, "09:00").await, near);
    let late = offers(amina, "18:00").await;
    assert_eq!(late.first().map(String::as_str), Some("Hall, 80 places"));
    assert!(late.contains(&"18:15".to_owned()) && late.contains(&"17:00".to_owned()), "{late:?}");
    // Without an hour, the hours at which the room is free are what is asked for.
    let any = offers(amina, "").await;
    assert_eq!(any.first().map(String::as_str), Some("10:45"));
}

#[actix_web::test]
async fn a_move_changes_the_draft_and_nothing_that_is_public() {
    let (_world, mut manager, mut post) = conference().await;
    let before = manager.get("/hanoi/programme.json").await.text();
    let debate = look(&mut manager, "Debate").await;
    assert!(!debate.text.contains("Not public yet"));
    let room = debate.room.clone();
    assert_eq!(moves(&mut manager, &debate, "16:00", "60", &room).await, 303);
    assert_eq!(manager.get("/hanoi/programme.json").await.text(), before);
    assert!(post.new_mails().await.is_empty());
    assert!(look(&mut manager, "Debate").await.text.contains("Not public yet"));
}

#[actix_web::test]
async fn of_two_who_move_one_session_the_second_is_told_where_it_is_and_nothing_is_lost() {
    let mut desk = desk().await;
    let amina = &mut desk.amina;
    let mut boris = desk.world.on_duty(&desk.stage, "boris@example.org", DutyKind::ProgrammeManager).await;
    let opening = look(amina, "Opening").await;
    let room = opening.room.clone();
    assert_eq!(moves(amina, &opening, "13:00", "60", &room).await, 303);
    let refused = moves(&mut boris, &opening, "15:00", "60", &room).await;
    assert_eq!(refused, 422);
    let page = refused.text();
    let said = "amina has moved “Opening” meanwhile. It is here now: Hall, Sunday 26 October, 13:00–14:00.";
    assert!(page.contains(said), "{page}");
    assert_eq!(look(amina, "Opening").await.from, 5 * 60, "what the first one did stays");
    // What the second one wanted stands in the form, and can be carried out from there.
    let fields = crate::support::forms::fields_of(&page);
    let of_form = |name: &str| fields.iter().rfind(|(field, _)| field == name).unwrap().1.clone();
    assert_eq!(of_form("start"), "15:00");
    let again = Seen { version: of_form("version"), ..look(amina, "Opening").await };
    assert_eq!(moves(&mut boris, &again, "15:00", "60", &room).await, 303);
    assert_eq!(look(amina, "Opening").await.from, 7 * 60);
}

#[actix_web::test]
async fn of_two_at_the_very_same_moment_one_move_is_made() {
    let mut desk = desk().await;
    let mut boris = desk.world.on_duty(&desk.stage, "boris@example.org", DutyKind::ProgrammeManager).await;
    for round in 0..5 {
        let opening = look(&mut desk.amina, "Opening").await;
        let (one, other) = (format!("{}:00", 10 + 2 * round), format!("{}:00", 11 + 2 * round));
        let room = opening.room.clone();
        let both = futures_util::join!(
            moves(&mut desk.amina, &opening, &one, "60", &room),
            moves(&mut boris, &opening, &other, "60", &room)
        );
        let mut answers = [both.0.status.as_u16(), both.1.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [303, 422]);
    }
}

#[actix_web::test]
async fn what_another_moved_since_is_not_taken_back_and_the_step_before_comes_next() {
    let mut desk = desk().await;
    let amina = &mut desk.amina;
    let mut boris = desk.world.on_duty(&desk.stage, "boris@example.org", DutyKind::ProgrammeManager).await;
    let workshop = look(amina, "Workshop").await;
    let tent = workshop.room.clone();
    assert_eq!(moves(amina, &workshop, "14:00", "90", &tent).await, 303);
    let opening = look(amina, "Opening").await;
    let hall = opening.room.clone();
    assert_eq!(moves(amina, &opening, "13:00", "60", &hall).await, 303);
    let opening = look(&mut boris, "Opening").await;
    assert_eq!(moves(&mut boris, &opening, "16:00", "60", &hall).await, 303);
    assert_eq!(amina.post(&format!("{TABLE}/undo"), &[]).await, 303);
    let said = told(amina).await;
    assert!(
        said.starts_with("boris has moved “Opening” meanwhile. It is here now: Hall, ") && said.contains("16:00–17:00"),
        "{said}"
    );
    assert_eq!(look(amina, "Opening").await.from, 8 * 60, "it stays where the other one put it");
    // The refused step is out of the way: the one before it is taken back.
    assert_eq!(amina.post(&format!("{TABLE}/undo"), &[]).await, 303);
    assert_eq!(look(amina, "Workshop").await.from, 60);
    // A change of its title is no move, and does not stand in the way of an undo.
    let opening = look(&mut boris, "Opening").await;
    desk.world
        .sql("UPDATE session SET title = '{\"en\": \"Grand opening\"}', version = version + 1 WHERE key = 'opening'")
        .await;
    assert_eq!(boris.post(&format!("{TABLE}/undo"), &[]).await, 303);
    assert_eq!((look(amina, "Grand opening").await.from, opening.from), (5 * 60, 8 * 60));
}

#[actix_web::test]
async fn a_change_in_the_form_of_a_session_is_a_move_that_can_be_taken_back() {
    let mut desk = desk().await;
    let amina = &mut desk.amina;
    let workshop = look(amina, "Workshop").await;
    let path = format!("/hanoi/programme/manage/sessions/{}", workshop.id);
    let page = amina.get(&path).await.text();
    assert!(page.contains(&format!("{TABLE}?day=2025-10-26#s-{}", workshop.id)), "its page leads to its place");
    let fields = crate::support::forms::fields_of(&page);
    let changed = crate::support::forms::changed(&fields, &[("start", "17:00"), ("end", "18:00")]);
    assert_eq!(amina.post(&path, &changed).await, 303);
    assert_eq!(look(amina, "Workshop").await.from, 9 * 60);
    assert_eq!(amina.post(&format!("{TABLE}/undo"), &[]).await, 303);
    let back = look(amina, "Workshop").await;
    assert_eq!((back.from, back.minutes), (60, 90));
}

#[actix_web::test]
async fn fifty_moves_can_be_taken_back_and_no_more() {
    let mut desk = desk().await;
    let amina = &mut desk.amina;
    let block = look(amina, "Workshop").await;
    let (room, mut version) = (block.room.clone(), block.version.parse::<i32>().unwrap());
    for number in 0..52 {
        let start = format!("{:02}:{:02}", 9 + number / 12, number % 12 * 5);
        let at = Seen { version: version.to_string(), room: room.clone(), ..seen_copy(&block) };
        assert_eq!(moves(amina, &at, &start, "30", &room).await, 303);
        version += 1;
    }
    for _ in 0..60 {
        assert_eq!(amina.post(&format!("{TABLE}/undo"), &[]).await, 303);
    }
    // Of 52 the first two stay: after the second one it began at five past nine.
    assert_eq!(look(amina, "Workshop").await.from, 65);
}

fn seen_copy(block: &Seen) -> Seen {
    Seen {
        id: block.id.clone(),
        version: block.version.clone(),
        room: block.room.clone(),
        class: String::new(),
        text: String::new(),
        ..*block
    }
}

#[actix_web::test]
async fn what_is_looked_for_stands_out_and_the_rest_stays_in_sight() {
    let (world, mut manager, _post) = conference().await;
    world.sql("UPDATE session SET interpretation = '{fr,en}' WHERE key = 'debate'").await;
    let kenya = world.text("SELECT id::text AS answer FROM delegation WHERE key = 'Kenya'").await;
    for (query, fitting) in [
        ("kind=plenary", vec!["Debate"]),
        ("spoken=fr", vec!["Debate"]),
        ("q=haruko", vec!["Opening"]),
        ("q=atelier", vec!["Workshop"]),
        (&format!("delegation={kenya}"), vec!["Debate", "Workshop"]),
        ("", vec!["Opening", "Debate", "Workshop"]),
    ] {
        let page = manager.get(&format!("{TABLE}?day=2025-10-26&{query}")).await.text();
        for title in ["Opening", "Debate", "Workshop"] {
            let faint = seen(&page, title).expect("it stays in sight").class.contains("tt-faint");
            assert_eq!(faint, !fitting.contains(&title), "{title} with {query}");
        }
        assert_eq!(page.contains("stand out."), fitting.len() == 2, "{query}");
    }
    // Rooms are columns: those of an area, those in use, one alone.
    world
        .sql("UPDATE meeting_room SET area_id = (SELECT id FROM area ORDER BY code LIMIT 1) WHERE name->>'en' = 'Hall'")
        .await;
    let code = world.text("SELECT code AS answer FROM area ORDER BY code LIMIT 1").await;
    let hall = manager.get(&format!("{TABLE}?day=2025-10-26&area={code}")).await.text();
    assert!(
        seen(&hall, "Debate").is_some() && seen(&hall, "Workshop").is_none() && hall.contains("one room not shown")
    );
    let empty = manager.get(&format!("{TABLE}?day=2025-10-25&rooms=used")).await.text();
    assert!(empty.contains("No rooms to show"), "{empty}");
    let all = manager.get(&format!("{TABLE}?day=all")).await.text();
    assert_eq!(all.matches("class=\"tt-day\"").count(), 2, "one sheet for each day of the conference");
}

#[actix_web::test]
async fn sessions_of_one_room_at_once_stand_side_by_side_and_a_hall_shows_what_its_parts_hold() {
    let mut desk = desk().await;
    let amina = &mut desk.amina;
    let hall = look(amina, "Opening").await.room;
    let workshop = look(amina, "Workshop").await;
    assert_eq!(moves(amina, &workshop, "09:30", "60", &hall).await, 303);
    let (opening, workshop) = (look(amina, "Opening").await, look(amina, "Workshop").await);
    assert!(
        opening.class.contains("la0 lf2") && workshop.class.contains("la1 lf2"),
        "{} {}",
        opening.class,
        workshop.class
    );
    assert!(workshop.class.contains("tt-draft") && opening.class.contains("tt-firm"));
    let (part, of) = (MeetingRoomId::new(), desk.stage.conference);
    desk.world
        .sql(&format!(
            "INSERT INTO meeting_room (id, conference_id, code, name, part_of, ordinal) \
             VALUES ('{part}', '{of}', 'part', '{{\"en\": \"East half\"}}', '{hall}', 99); \
             INSERT INTO room_blocker (id, conference_id, room_id, starts_at, ends_at, reason, owner) \
             VALUES ('{part}', '{of}', '{part}', '2025-10-26T05:00:00Z', '2025-10-26T06:00:00Z', 'Stage is built', 'Crew'); \
             INSERT INTO room_window (id, room_id, opens_at, closes_at) \
             VALUES ('{part}', '{part}', '2025-10-26T02:00:00Z', '2025-10-26T11:00:00Z')"
        ))
        .await;
    let page = amina.get(&format!("{TABLE}?day=2025-10-26")).await.text();
    let html = scraper::Html::parse_document(&page);
    let texts = |css: &str| -> Vec<String> {
        let css = scraper::Selector::parse(css).unwrap();
        html.select(&css).map(|one| one.text().collect::<String>()).collect()
    };
    assert_eq!(texts(".tt-room a"), ["Hall", "East half", "Tent"], "a hall stands before its parts");
    let in_part = texts(&format!("[id='c-2025-10-26-{part}'] .tt-shut"));
    assert_eq!(in_part, ["Closed", "Closed", "Blocked: Stage is built", "Opening: Hall", "Workshop: Hall"]);
    // The hall cannot be had either while one of its parts cannot.
    let in_hall = texts(&format!("[id='c-2025-10-26-{hall}'] .tt-shut"));
    assert_eq!(in_hall, ["Closed", "Closed", "Blocked: Stage is built"]);
}

#[actix_web::test]
async fn every_mistake_of_a_move_is_told_at_its_field() {
    let mut desk = desk().await;
    let amina = &mut desk.amina;
    let block = look(amina, "Opening").await;
    let wrong = [
        ("version", block.version.as_str()),
        ("day", "2025-10-26"),
        ("start", "25:00"),
        ("length", "0"),
        ("room", "x"),
    ];
    let told = amina.post(&format!("{TABLE}/{}/place", block.id), &wrong).await;
    assert_eq!(told, 422);
    let page = told.text();
    for field in ["start", "length", "room"] {
        assert!(page.contains(&format!("id=\"{field}-error\"")), "{field}: {page}");
    }
    assert!(page.contains("value=\"25:00\""), "what was typed stays");
    // The way back leads nowhere else.
    let away = [("version", block.version.as_str()), ("tray", "yes"), ("back", "//evil.example")];
    let answer = amina.post(&format!("{TABLE}/{}/place", block.id), &away).await;
    assert_eq!(answer.location(), format!("{TABLE}#s-{}", block.id));
}

#[actix_web::test]
async fn who_may_only_read_sees_the_timetable_without_its_handles() {
    let mut desk = desk().await;
    let mut observer = desk.world.on_duty(&desk.stage, "olga@example.org", DutyKind::Observer).await;
    let page = observer.get(&format!("{TABLE}?day=2025-10-26")).await.text();
    let opening = seen(&page, "Opening").unwrap();
    assert!(!page.contains("a class=\"tt-open\"") && !page.contains("data-step"), "{page}");
    assert_eq!(observer.get(&format!("{TABLE}/{}", opening.id)).await, 404);
    assert_eq!(moves(&mut observer, &opening, "11:00", "60", &opening.room).await, 404);
    assert!(amina_sees(&mut desk.amina).await.contains("a class=\"tt-open\""));
}

async fn amina_sees(amina: &mut Browser) -> String {
    amina.get(TABLE).await.text()
}

#[actix_web::test]
async fn the_page_asks_the_database_as_often_for_many_sessions_as_for_few() {
    statements::listen();
    let mut desk = desk().await;
    let amina = &mut desk.amina;
    let path = format!("{TABLE}?day=2025-10-26");
    amina.get(&path).await;
    statements::asked();
    amina.get(&path).await;
    let few = statements::asked();
    let rows: Vec<String> = (0..60)
        .map(|number| {
            let (hour, room) = (8 + number % 10, number / 10);
            format!("k{number};workshop;Talk {number};;Room {room};2025-10-26;{hour:02}:00;{hour:02}:45;;;S{number} | Dr | X;draft")
        })
        .collect();
    import(amina, &rows.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let page = amina.get(&path).await.text();
    assert!(page.matches("class=\"tt-block").count() > 60);
    statements::asked();
    amina.get(&path).await;
    let many = statements::asked();
    assert!(few > 5, "they are counted: {few}");
    assert!(many <= few, "{few} for three sessions, {many} for 63");
    assert!(many <= 40, "{many}");
}
