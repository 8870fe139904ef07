//! Rooms as organisers keep them: all that a room has, what keeps it shut, and what its sessions are told of it.

use plenipo::conferences::DutyKind;

use crate::support::forms::{changed, fields_of};
use crate::support::{Browser, Reply, World};

const ROOMS: &str = "/hanoi/programme/manage/rooms";
const NEW: &str = "/hanoi/programme/manage/sessions/new";
/// A picture of one white point.
const POINT: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55,
];

/// Keeps a room; gives the address of its page.
async fn room(browser: &mut Browser, name: &str, more: &[(&str, &str)]) -> String {
    let fields: Vec<_> = [("name_en", name)].into_iter().chain(more.iter().copied()).collect();
    let reply = browser.post(&format!("{ROOMS}/new"), &fields).await;
    assert_eq!(reply, 303, "{}", reply.text());
    reply.location().to_owned()
}

fn key(address: &str) -> &str {
    address.rsplit('/').next().unwrap()
}

/// A session on the first day in the room with this address.
async fn meet(browser: &mut Browser, title: &str, room: &str, hours: (&str, &str), more: &[(&str, &str)]) -> Reply {
    let fields = [
        ("title_en", title),
        ("kind", "workshop"),
        ("status", "confirmed"),
        ("date", "2025-10-25"),
        ("start", hours.0),
        ("end", hours.1),
        ("room", key(room)),
    ];
    let fields: Vec<_> = fields.into_iter().chain(more.iter().copied()).collect();
    browser.post(NEW, &fields).await
}

fn mistakes(reply: &Reply) -> Vec<String> {
    let page = scraper::Html::parse_document(&reply.text());
    let links = scraper::Selector::parse("#errors li a").unwrap();
    page.select(&links).map(|link| link.value().attr("href").unwrap().trim_start_matches('#').to_owned()).collect()
}

#[actix_web::test]
async fn a_room_keeps_everything_that_was_said_of_it() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let hall = room(&mut manager, "Ocean Hall", &[]).await;
    let said = [
        ("name_fr", "Salle Océan est"),
        ("part_of", key(&hall)),
        ("floor", "2"),
        ("capacity", "90"),
        ("booths", "6"),
        ("turnover", "15"),
        ("layout_theatre", "120"),
        ("layout_classroom", "60"),
        ("windows", "2025-10-25 08:00–20:00\n2025-10-26 08:00–13:00"),
        ("equipment_en", "Two screens, lectern"),
        ("access_note_fr", "Ascenseur depuis l'entrée est"),
        ("accessibility", "step_free"),
        ("accessibility", "hearing_loop"),
    ];
    let east = room(&mut manager, "Ocean East", &said).await;
    let fields = fields_of(&manager.get(&format!("{east}/edit")).await.text());
    for (field, text) in said {
        assert!(fields.iter().any(|(name, value)| name == field && value == text), "{field} {text} in {fields:?}");
    }
    let page = manager.get(&east).await.text();
    for shown in ["Ocean Hall", "floor 2", "Theatre 120", "Step-free · Hearing loop", "15 minutes", "Two screens"] {
        assert!(page.contains(shown), "{shown} in {page}");
    }
    // A hall is not made a part of its own half, and every mistake stands at its field with what was typed.
    let fields = fields_of(&manager.get(&format!("{hall}/edit")).await.text());
    let wrong = [("part_of", key(&east)), ("windows", "tomorrow"), ("layout_banquet", "many"), ("name_en", "")];
    let refused = manager.post(&format!("{hall}/edit"), &changed(&fields, &wrong)).await;
    assert_eq!(refused, 422);
    let mut at = mistakes(&refused);
    at.sort();
    assert_eq!(at, ["layout_banquet", "name_en", "part_of", "windows"]);
    assert!(refused.text().contains("tomorrow") && refused.text().contains("value=\"many\""));
    // The second of two who change it is shown what the first one wrote.
    let mut other = world.on_duty(&stage, "other@example.org", DutyKind::ProgrammeManager).await;
    assert_eq!(manager.post(&format!("{hall}/edit"), &changed(&fields, &[("floor", "3")])).await, 303);
    let told = other.post(&format!("{hall}/edit"), &changed(&fields, &[("floor", "4")])).await;
    assert_eq!(told, 422);
    assert!(told.text().contains("id=\"conflict\"") && told.text().contains("<bdi>3</bdi>"), "{}", told.text());
}

#[actix_web::test]
async fn whoever_confirms_in_a_part_of_a_held_hall_is_refused_and_told_of_a_free_room() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let hall = room(&mut manager, "Ocean Hall", &[("capacity", "200"), ("turnover", "30")]).await;
    let east = room(&mut manager, "Ocean East", &[("part_of", key(&hall)), ("capacity", "90")]).await;
    let west = room(&mut manager, "Ocean West", &[("part_of", key(&hall)), ("capacity", "90")]).await;
    room(&mut manager, "Attic", &[("capacity", "40")]).await;
    assert_eq!(meet(&mut manager, "Ball", &hall, ("09:00", "10:00"), &[]).await.location(), "/hanoi/programme/manage");
    let refused = meet(&mut manager, "Talk", &east, ("09:30", "10:30"), &[("capacity", "30")]).await;
    assert_eq!((refused.status.as_u16(), mistakes(&refused)), (422, vec!["room".to_owned()]));
    let page = refused.text();
    assert!(page.contains("in Ocean Hall, which has a part in common with this room"), "{page}");
    assert!(page.contains("Attic is free then"), "{page}");
    // Side by side they are no clash; after the whole hall its time is short, which both sides say with a way out.
    assert_eq!(meet(&mut manager, "East", &east, ("11:00", "12:00"), &[]).await.location(), "/hanoi/programme/manage");
    assert_eq!(meet(&mut manager, "West", &west, ("11:00", "12:00"), &[]).await.location(), "/hanoi/programme/manage");
    let late = meet(&mut manager, "Late", &hall, ("12:10", "13:00"), &[]).await;
    let told = manager.get(late.location()).await.text();
    assert!(told.contains("needs 30 minutes between two sessions and has 10"), "{told}");
    assert!(told.contains("Begin at 12:30 or later"), "{told}");
    assert!(manager.get(&east).await.text().contains("Turnover too short"));
    assert_eq!(manager.post("/hanoi/programme/manage/release", &[("name", "Release 1")]).await, 303);
}

#[actix_web::test]
async fn a_blocked_room_says_why_and_whom_to_ask_until_the_blocker_is_gone() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let hall =
        room(&mut manager, "Ocean Hall", &[("windows", "2025-10-25 08:00-12:00"), ("layout_theatre", "50")]).await;
    let block = [
        ("starts_at", "2025-10-25T11:00"),
        ("ends_at", "2025-10-25T13:00"),
        ("reason", "Sound check"),
        ("owner", "Stage crew"),
        ("contact", "+84 24 5550 123"),
    ];
    let backwards = block.map(|(name, value)| (name, if name == "ends_at" { "2025-10-25T11:00" } else { value }));
    let refused = manager.post(&format!("{hall}/blockers"), &backwards).await;
    assert_eq!((refused.status.as_u16(), mistakes(&refused)), (422, vec!["ends_at".to_owned()]));
    assert!(refused.text().contains("value=\"Sound check\""));
    assert_eq!(manager.post(&format!("{hall}/blockers"), &block).await, 303);
    let more = [("capacity", "60"), ("layout", "banquet")];
    let saved = meet(&mut manager, "Talk", &hall, ("10:30", "12:30"), &more).await;
    let talk = saved.location().to_owned();
    let told = manager.get(&talk).await.text();
    for said in
        ["(Sound check)", "Ask Stage crew, +84 24 5550 123", "cannot be had", "no such layout: Banquet", "#blocker-"]
    {
        assert!(told.contains(said), "{said} in {told}");
    }
    let fields = fields_of(&told);
    manager.post(&talk, &changed(&fields, &[("layout", "theatre")])).await;
    assert!(manager.get(&talk).await.text().contains("has 50 places (Theatre)"));
    // It is said in the room's day, and removing it can be taken back.
    let page = manager.get(&hall).await.text();
    let place = page.find("/remove\"").expect("a way to remove it");
    let start = page[..place].rfind('"').unwrap() + 1;
    let remove = page[start..place + "/remove".len()].to_owned();
    assert!(page.contains("Ask: Stage crew"), "{page}");
    assert_eq!(manager.post(&remove, &[]).await, 303);
    assert!(!manager.get(&talk).await.text().contains("Sound check"));
    assert_eq!(manager.post(&remove.replace("/remove", "/put-back"), &[]).await, 303);
    assert!(manager.get(&talk).await.text().contains("Sound check"));
    let elsewhere = room(&mut manager, "Attic", &[]).await;
    assert_eq!(manager.post(&remove.replace(key(&hall), key(&elsewhere)), &[]).await, 404);
}

#[actix_web::test]
async fn a_room_has_a_photo_and_a_plan() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let hall = room(&mut manager, "Ocean Hall", &[]).await;
    let pictures = format!("{hall}/pictures");
    let wrong = manager.upload(&pictures, &[], &[("photo", "hall.pdf", b"%PDF-1.7\n")]).await;
    assert_eq!((wrong.status.as_u16(), mistakes(&wrong)), (422, vec!["photo".to_owned()]));
    assert_eq!(manager.get(&format!("{hall}/plan")).await, 404);
    let both = [("photo", "hall.png", POINT), ("plan", "plan.pdf", b"%PDF-1.7\n".as_slice())];
    assert_eq!(manager.upload(&pictures, &[], &both).await, 303);
    assert_eq!(manager.get(&format!("{hall}/photo")).await.body, POINT);
    assert_eq!(manager.get(&format!("{hall}/plan")).await, 200);
    assert_eq!(manager.upload(&pictures, &[("remove_photo", "yes")], &[]).await, 303);
    assert_eq!(manager.get(&format!("{hall}/photo")).await, 404);
    assert_eq!(manager.get(&format!("{hall}/plan")).await, 200);
}

#[actix_web::test]
async fn rooms_are_found_by_name_and_building_and_taken_along_as_a_table() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let venue = "/hanoi/programme/manage/venue";
    let nameless = manager.post(&format!("{venue}/buildings"), &[("name_en", " ")]).await;
    assert_eq!((nameless.status.as_u16(), mistakes(&nameless)), (422, vec!["name_en".to_owned()]));
    assert_eq!(manager.post(&format!("{venue}/buildings"), &[("name_en", "Lakeside Pavilion")]).await, 303);
    let form = manager.get(&format!("{ROOMS}/new")).await.text();
    let page = scraper::Html::parse_document(&form);
    let option = scraper::Selector::parse("#building option[value]:not([value=''])").unwrap();
    let pavilion = page.select(&option).next().expect("the building").value().attr("value").unwrap().to_owned();
    let hall = room(&mut manager, "Ocean Hall", &[("building", &pavilion), ("layout_theatre", "120")]).await;
    room(&mut manager, "Ocean East", &[("part_of", key(&hall))]).await;
    room(&mut manager, "Attic", &[]).await;
    let shown = async |manager: &mut Browser, query: &str| {
        let list = manager.get(&format!("{ROOMS}?{query}")).await.text();
        ["Ocean Hall", "Ocean East", "Attic"].map(|name| list.contains(&format!("<bdi>{name}</bdi></a>")))
    };
    assert_eq!(shown(&mut manager, "").await, [true; 3]);
    assert_eq!(shown(&mut manager, "q=OCEAN").await, [true, true, false]);
    assert_eq!(
        shown(&mut manager, "building=lakeside-pavilion").await,
        [true, true, false],
        "a part is where its hall is"
    );
    assert_eq!(shown(&mut manager, "building=none").await, [false, false, true]);
    let table = manager.get(&format!("{ROOMS}/export?building=lakeside-pavilion")).await.text();
    assert!(table.contains("ocean-east") && table.contains("ocean-hall") && !table.contains("attic"), "{table}");
    assert!(table.contains("layout_theatre") && table.contains("120"), "{table}");
}

#[actix_web::test]
async fn whoever_speaks_in_two_buildings_is_given_time_for_the_way() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let hall = room(&mut manager, "Ocean Hall", &[]).await;
    let attic = room(&mut manager, "Attic", &[]).await;
    let walks = "/hanoi/programme/manage/venue/walks";
    let ends = [format!("room:{}", key(&hall)), format!("room:{}", key(&attic))];
    let way = |minutes: &'static str| [("from", ends[0].as_str()), ("to", ends[1].as_str()), ("minutes", minutes)];
    let wrong = manager.post(walks, &[("from", &ends[0]), ("to", &ends[0]), ("minutes", "many")]).await;
    assert_eq!((wrong.status.as_u16(), mistakes(&wrong)), (422, vec!["to".to_owned(), "minutes".to_owned()]));
    assert_eq!(manager.post(walks, &way("12")).await, 303);
    assert_eq!(manager.post(walks, &way("15")).await, 422, "it is known already");
    meet(
        &mut manager,
        "First",
        &hall,
        ("09:00", "10:00"),
        &[("person_0_role", "speaker"), ("person_0_name", "Ada Lovelace")],
    )
    .await;
    let second = meet(
        &mut manager,
        "Second",
        &attic,
        ("10:05", "11:00"),
        &[("person_0_role", "chair"), ("person_0_name", "Ada LOVELACE")],
    )
    .await;
    let told = manager.get(second.location()).await.text();
    assert!(told.contains("needs 12 minutes for the way") && told.contains("Begin at 10:12 or later"), "{told}");
    assert!(manager.get("/hanoi/programme/manage?look=doubts").await.text().matches("Way too long").count() == 2);
    // Emptied, the way is gone, and with it the doubt.
    let page = manager.get("/hanoi/programme/manage/venue").await.text();
    let start = page.find("name=\"walk_").expect("the way") + "name=\"".len();
    let field = page[start..].chars().take_while(|letter| *letter != '"').collect::<String>();
    assert_eq!(manager.post(walks, &[(field.as_str(), "")]).await, 303);
    assert!(!manager.get("/hanoi/programme/manage").await.text().contains("Way too long"));
}

#[actix_web::test]
async fn the_public_is_told_where_a_session_is_and_how_to_get_in() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let said = [("floor", "2"), ("accessibility", "step_free"), ("access_note_en", "Lift at the east entrance")];
    let hall = room(&mut manager, "Ocean Hall", &said).await;
    let plan = [("plan", "plan.pdf", b"%PDF-1.7\n".as_slice())];
    assert_eq!(manager.upload(&format!("{hall}/pictures"), &[], &plan).await, 303);
    let mut public = world.stranger();
    let address = format!("/hanoi/programme/rooms/{}/plan", key(&hall));
    assert_eq!(public.get(&address).await, 404, "nothing is public yet");
    meet(&mut manager, "Opening", &hall, ("09:00", "10:00"), &[]).await;
    assert_eq!(manager.post("/hanoi/programme/manage/release", &[("name", "Release 1")]).await, 303);
    let day = public.get("/hanoi/programme?day=2025-10-25").await.text();
    let start = day.find("/hanoi/programme/sessions/").expect("the session");
    let session: String = day[start..].chars().take_while(|letter| *letter != '"').collect();
    let page = public.get(&session).await.text();
    for shown in ["floor 2", "Step-free", "Lift at the east entrance", address.as_str()] {
        assert!(page.contains(shown), "{shown} in {page}");
    }
    assert_eq!(public.get(&address).await, 200);
}
