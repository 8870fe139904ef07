//! Sessions and rooms in their forms: what clashes is said at once, every mistake at its field, and nobody thinks of keys.

use plenipo::conferences::DutyKind;

use crate::support::forms::{changed, fields_of};
use crate::support::people::Stage;
use crate::support::{Browser, Reply, World};

const NEW: &str = "/hanoi/programme/manage/sessions/new";

/// A room with so many places, in an area if one is named; gives its key.
async fn room(world: &World, stage: &Stage, code: &str, places: i32, area: Option<plenipo::ids::AreaId>) -> String {
    let id = plenipo::ids::MeetingRoomId::new();
    let area = area.map_or("NULL".to_owned(), |area| format!("'{area}'"));
    let name = format!("{{\"en\": \"{code}\", \"fr\": \"{code}\"}}");
    let of = stage.conference;
    world
        .sql(&format!(
            "INSERT INTO meeting_room (id, conference_id, code, name, area_id, capacity) \
             VALUES ('{id}', '{of}', '{code}', '{name}', {area}, {places})"
        ))
        .await;
    id.to_string()
}

/// A session on the first day, as an organiser writes it.
fn session<'a>(title: &'a str, room: &'a str, hours: (&'a str, &'a str), status: &'a str) -> Vec<(&'a str, &'a str)> {
    let day = [("date", "2025-10-25"), ("start", hours.0), ("end", hours.1)];
    let rest = [("title_en", title), ("kind", "workshop"), ("room", room), ("status", status)];
    day.into_iter().chain(rest).collect()
}

fn and<'a>(mut fields: Vec<(&'a str, &'a str)>, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    fields.extend_from_slice(more);
    fields
}

/// The address of a session by its title, from the list.
async fn address(browser: &mut Browser, title: &str) -> String {
    let list = browser.get("/hanoi/programme/manage").await.text();
    let title = list.find(&format!("<bdi>{title}</bdi>")).expect("the session");
    let link = list[..title].rfind("/hanoi/programme/manage/sessions/").expect("its link");
    list[link..].chars().take_while(|letter| *letter != '"').collect()
}

fn mistakes(reply: &Reply) -> Vec<String> {
    let page = scraper::Html::parse_document(&reply.text());
    let links = scraper::Selector::parse("#errors li a").unwrap();
    page.select(&links).map(|link| link.value().attr("href").unwrap().trim_start_matches('#').to_owned()).collect()
}

#[actix_web::test]
async fn two_confirmed_sessions_never_hold_one_room_and_a_draft_is_told() {
    let (world, stage) = World::new().await;
    let hall = room(&world, &stage, "hall", 100, None).await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let opening = session("Opening", &hall, ("09:00", "10:00"), "confirmed");
    assert_eq!(manager.post(NEW, &opening).await.location(), "/hanoi/programme/manage");
    let after = session("After it", &hall, ("10:00", "11:00"), "confirmed");
    assert_eq!(manager.post(NEW, &after).await.location(), "/hanoi/programme/manage", "ending is not clashing");
    let clash = session("Debate", &hall, ("09:30", "10:00"), "confirmed");
    let refused = manager.post(NEW, &clash).await;
    assert_eq!(refused, 422);
    assert_eq!(mistakes(&refused), ["room"]);
    let page = refused.text();
    assert!(page.contains("is confirmed in this room from 09:00 to 10:00"), "{page}");
    assert!(page.contains(&address(&mut manager, "Opening").await), "the other session is one click away");
    assert!(page.contains("value=\"Debate\"") && page.contains("value=\"09:30\""), "what was typed stays");
    let draft = manager.post(NEW, &changed_status(&clash, "draft")).await;
    let there = address(&mut manager, "Debate").await;
    assert_eq!((draft.status.as_u16(), draft.location()), (303, there.as_str()));
    let told = manager.get(&there).await.text();
    assert!(told.contains("The same room at the same time:") && told.contains("<bdi>Opening</bdi>"), "{told}");
    // The other session says it too, and so does the list; confirming it in an edit is refused like at the first time.
    let other = address(&mut manager, "Opening").await;
    assert!(manager.get(&other).await.text().contains("<bdi>Debate</bdi>"));
    let list = manager.get("/hanoi/programme/manage?look=doubts").await.text();
    assert!(list.matches("Room held twice").count() == 2 && !list.contains("After it"), "{list}");
    let fields = fields_of(&told);
    let confirmed = manager.post(&there, &changed(&fields, &[("status", "confirmed")])).await;
    assert_eq!(confirmed, 422);
    assert_eq!(
        manager.post(&there, &changed(&fields, &[("status", "cancelled")])).await.location(),
        "/hanoi/programme/manage"
    );
}

fn changed_status<'a>(fields: &[(&'a str, &'a str)], status: &'a str) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, if *name == "status" { status } else { *value })).collect()
}

#[actix_web::test]
async fn of_two_who_confirm_a_clash_at_the_same_moment_one_is_told() {
    let (world, stage) = World::new().await;
    let hall = room(&world, &stage, "hall", 100, None).await;
    let mut one = world.on_duty(&stage, "one@example.org", DutyKind::ProgrammeManager).await;
    let mut other = world.on_duty(&stage, "other@example.org", DutyKind::ProgrammeManager).await;
    for hour in ["09", "11", "13", "15", "17", "19"] {
        let (from, until) = (format!("{hour}:00"), format!("{hour}:50"));
        let first = session("First", &hall, (&from, &until), "confirmed");
        let second = session("Second", &hall, (&from, &until), "confirmed");
        let (first, second) = futures_util::join!(one.post(NEW, &first), other.post(NEW, &second));
        let mut answers = [first.status.as_u16(), second.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [303, 422], "at {from}");
    }
}

#[actix_web::test]
async fn what_a_person_must_judge_is_said_after_saving() {
    let (world, stage) = World::new().await;
    let plenary = stage.plenary;
    world.sql(&format!("UPDATE opening SET closes_at = '2025-10-25T04:00:00Z' WHERE area_id = '{plenary}'")).await;
    let hall = room(&world, &stage, "hall", 40, Some(stage.plenary)).await;
    let tent = room(&world, &stage, "tent", 40, None).await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let first = session("First", &tent, ("10:00", "12:00"), "confirmed");
    let speaker = [("person_0_role", "speaker"), ("person_0_name", "Trần Thị Hoà"), ("person_0_title", "Minister")];
    let first = and(and(first, &speaker), &[("capacity", "40")]);
    assert_eq!(manager.post(NEW, &first).await.location(), "/hanoi/programme/manage");
    let second = session("Second", &hall, ("10:30", "11:01"), "confirmed");
    let chair = [("person_0_role", "chair"), ("person_0_name", "TRAN Thi Hoa"), ("capacity", "41")];
    let second = and(second, &chair);
    let saved = manager.post(NEW, &second).await;
    assert_eq!(saved, 303);
    let told = manager.get(saved.location()).await.text();
    assert!(told.contains("TRAN Thi Hoa</bdi>") || told.contains("TRAN Thi Hoa"), "{told}");
    for said in [
        "is on stage elsewhere at the same time:",
        "41",
        "has 40 places",
        "closed to everybody during part",
        "<bdi>First</bdi>",
    ] {
        assert!(told.contains(said), "{said} is missing in {told}");
    }
    let away = session("Reception", &tent, ("18:00", "20:00"), "draft");
    let away: Vec<_> =
        away.into_iter().map(|(name, value)| (name, if name == "date" { "2025-10-24" } else { value })).collect();
    let saved = manager.post(NEW, &away).await;
    assert!(manager.get(saved.location()).await.text().contains("outside the days of the conference"));
    // A release says it once more, and goes through.
    let release = manager.get("/hanoi/programme/manage/release").await.text();
    assert!(release.contains("Look at these before you publish") && release.contains("has 40 places"), "{release}");
    assert!(!release.contains("outside the days"), "drafts are not published");
    assert_eq!(manager.post("/hanoi/programme/manage/release", &[("name", "Release 1")]).await, 303);
}

#[actix_web::test]
async fn every_mistake_of_a_session_is_told_at_once_and_at_its_field() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    assert_eq!(
        manager.post(NEW, &and(session("Opening", "", ("09:00", "10:00"), "draft"), &[("key", "opening")])).await,
        303
    );
    let wrong = [
        ("title_en", " "),
        ("kind", "ball"),
        ("date", "2025-02-30"),
        ("start", "25:00"),
        ("end", ""),
        ("room", "0198c0de-0000-7000-8000-000000000000"),
        ("capacity", "many"),
        ("duration", "long"),
        ("person_0_role", "speaker"),
        ("person_0_name", ""),
        ("person_0_title", "Minister"),
        ("person_1_role", "juggler"),
        ("person_1_name", "Ada Lovelace"),
        ("person_1_email", "nowhere"),
        ("interpretation", "english"),
        ("key", "opening"),
        ("description_en", "What was typed"),
    ];
    let told = manager.post(NEW, &wrong).await;
    assert_eq!(told, 422);
    let mut fields = mistakes(&told);
    // In the order of the form.
    let order = [
        "title_en",
        "kind",
        "date",
        "start",
        "end",
        "duration",
        "room",
        "capacity",
        "person_0_name",
        "person_1_role",
        "person_1_email",
        "interpretation",
        "key",
    ];
    assert_eq!(fields, order);
    let page = told.text();
    for field in fields.drain(..) {
        assert!(page.contains(&format!("id=\"{field}-error\"")), "{field}");
    }
    assert!(page.contains("What was typed") && page.matches("<details class=\"more\" open>").count() == 2, "{page}");
    let backwards = manager.post(NEW, &session("Back", "", ("15:00", "14:00"), "draft")).await;
    assert_eq!((backwards.status.as_u16(), mistakes(&backwards)), (422, vec!["end".to_owned()]));
}

#[actix_web::test]
async fn nobody_has_to_think_of_a_key() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let key = async |manager: &mut Browser, title: &str| {
        let path = address(manager, title).await;
        let fields = fields_of(&manager.get(&path).await.text());
        (path, fields.iter().find(|(name, _)| name == "key").unwrap().1.clone(), fields)
    };
    for title in ["Séance d’ouverture", "Seance d ouverture", "开幕式"] {
        assert_eq!(manager.post(NEW, &session(title, "", ("09:00", "10:00"), "draft")).await, 303, "{title}");
    }
    assert_eq!(key(&mut manager, "Séance d’ouverture").await.1, "seance-d-ouverture");
    assert_eq!(key(&mut manager, "Seance d ouverture").await.1, "seance-d-ouverture-2");
    assert_eq!(key(&mut manager, "开幕式").await.1, "session-3");
    // It stays when the title changes, even where the field is emptied.
    let (path, _, fields) = key(&mut manager, "开幕式").await;
    assert_eq!(manager.post(&path, &changed(&fields, &[("title_en", "Opening"), ("key", "")])).await, 303);
    assert_eq!(key(&mut manager, "Opening").await.1, "session-3");
    let rooms = "/hanoi/programme/manage/rooms";
    for name in ["Salle Émeraude", "Salle Emeraude", "会议厅"] {
        assert_eq!(manager.post(&format!("{rooms}/new"), &[("name_en", name)]).await, 303, "{name}");
    }
    let list = manager.get(rooms).await.text();
    for code in [">salle-emeraude<", ">salle-emeraude-2<", ">room-3<"] {
        assert!(list.contains(code), "{code} in {list}");
    }
}

#[actix_web::test]
async fn an_edit_keeps_the_roles_on_stage_and_who_they_are() {
    let (world, stage) = World::new().await;
    let of = world.delegation(&stage, "Samoa", 5).await;
    let ada = world.participant(&stage, of, "Ada Lovelace", "approved").await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let table = "key;kind;title_en;chairs;co_chairs;moderators;panelists\n\
        talk;discussion;Talk;Grace Hopper | Admiral;Alan Turing;Ada Lovelace | Analyst | Samoa;Mary Jackson\n";
    let file = [("file", "programme.csv", table.as_bytes())];
    let look = manager.upload("/hanoi/programme/manage/import", &[], &file).await.location().to_owned();
    assert_eq!(manager.post(&look, &[]).await, 303);
    world.sql(&format!("UPDATE session_person SET participant_id = '{ada}' WHERE name = 'Ada Lovelace'")).await;
    let path = address(&mut manager, "Talk").await;
    let fields = fields_of(&manager.get(&path).await.text());
    assert_eq!(manager.post(&path, &changed(&fields, &[("title_en", "Talks")])).await, 303);
    let again = fields_of(&manager.get(&path).await.text());
    let said =
        |field: &str| again.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str()).unwrap_or("");
    let rows: Vec<String> = (0..4)
        .map(|row| ["role", "name", "title", "affiliation"].map(|part| said(&format!("person_{row}_{part}"))).join("|"))
        .collect();
    let wanted = [
        "chair|Grace Hopper|Admiral|",
        "co_chair|Alan Turing||",
        "moderator|Ada Lovelace|Analyst|Samoa",
        "panelist|Mary Jackson||",
    ];
    assert_eq!(rows, wanted);
    use diesel::prelude::*;
    use diesel_async::RunQueryDsl;
    use plenipo::schema::session_person;
    let db = world.db();
    let mut connection = db.connection().await.unwrap();
    let known = session_person::table.filter(session_person::participant_id.eq(ada)).count();
    assert_eq!(known.get_result::<i64>(&mut *connection).await.unwrap(), 1);
}

#[actix_web::test]
async fn the_list_says_what_is_not_public_as_it_stands() {
    let (world, stage) = World::new().await;
    let hall = room(&world, &stage, "hall", 100, None).await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    for (title, hours) in [("Opening", ("09:00", "10:00")), ("Debate", ("11:00", "12:00"))] {
        assert_eq!(manager.post(NEW, &session(title, &hall, hours, "confirmed")).await, 303);
    }
    assert_eq!(manager.post("/hanoi/programme/manage/release", &[("name", "Release 1")]).await, 303);
    assert!(!manager.get("/hanoi/programme/manage").await.text().contains("Not public yet"));
    let path = address(&mut manager, "Debate").await;
    let fields = fields_of(&manager.get(&path).await.text());
    assert_eq!(manager.post(&path, &changed(&fields, &[("start", "11:30")])).await, 303);
    let waiting = manager.get("/hanoi/programme/manage?look=waiting&day=2025-10-25").await.text();
    assert!(waiting.contains("<bdi>Debate</bdi>") && !waiting.contains("<bdi>Opening</bdi>"), "{waiting}");
    assert!(waiting.contains("Not public yet"));
}
