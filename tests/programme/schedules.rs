//! Schedules of other programs come in, and ours go out as they want them.

use std::path::Path;

use plenipo::conferences::DutyKind;
use serde_json::{Value, json};

use crate::support::forms::{changed, fields_of};
use crate::support::people::Stage;
use crate::support::{Browser, World};

/// A file of the public examples and schemas; nothing, said plainly, where they are not at hand.
fn shared(name: &str) -> Option<String> {
    let path = Path::new("../shared/schedule").join(name);
    if !path.exists() {
        eprintln!("{} is not here: what needs it was not tested", path.display());
        return None;
    }
    Some(std::fs::read_to_string(path).unwrap())
}

async fn manager(world: &World, stage: &Stage) -> Browser {
    world.on_duty(stage, "programme@example.org", DutyKind::ProgrammeManager).await
}

/// Brings a file; gives the address of the look at it.
async fn bring(browser: &mut Browser, name: &str, content: &str) -> String {
    let reply = browser.upload("/hanoi/programme/manage/import", &[], &[("file", name, content.as_bytes())]).await;
    assert_eq!(reply, 303, "{}", reply.text());
    reply.location().to_owned()
}

async fn look(browser: &mut Browser, content: &str) -> String {
    let look = bring(browser, "schedule.json", content).await;
    browser.get(&look).await.text()
}

async fn import(browser: &mut Browser, content: &str) {
    let look = bring(browser, "schedule.json", content).await;
    let done = browser.post(&look, &[]).await;
    assert_eq!(done, 303, "{}", done.text());
}

async fn release(browser: &mut Browser, name: &str) {
    let released = browser.post("/hanoi/programme/manage/release", &[("name", name)]).await;
    assert_eq!(released, 303, "{}", released.text());
}

async fn feed(world: &World) -> Value {
    world.stranger().get("/hanoi/programme.json").await.json()
}

fn events(schedule: &Value) -> Vec<Value> {
    let days = schedule["schedule"]["conference"]["days"].as_array().unwrap();
    let rooms = days.iter().flat_map(|day| day["rooms"].as_object().unwrap().values());
    let mut events: Vec<Value> = rooms.flat_map(|events| events.as_array().unwrap().clone()).collect();
    events.sort_by_key(|event| event["id"].as_i64());
    events
}

/// Both feeds are valid against the public schemas.
async fn are_valid(world: &World) {
    let (Some(schema), Some(_)) = (shared("schema.json"), shared("schedule.xml.xsd")) else { return };
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("schema.json", serde_json::from_str(&schema).unwrap()).unwrap();
    let mut schemas = boon::Schemas::new();
    let index = compiler.compile("schema.json", &mut schemas).unwrap();
    let json = feed(world).await;
    if let Err(error) = schemas.validate(&json, index) {
        panic!("{error:#}");
    }
    let xml = world.stranger().get("/hanoi/programme.xml").await.text();
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &xml).unwrap();
    let mut checked = std::process::Command::new("xmllint");
    checked.args(["--noout", "--schema", "../shared/schedule/schedule.xml.xsd"]).arg(file.path());
    let checked = checked.output().expect("xmllint is installed (libxml2-utils)");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

/// What an event says, whatever the zone of its clock and its address here.
fn said(event: &Value) -> Value {
    let mut event = event.clone();
    let fields = event.as_object_mut().unwrap();
    let at: jiff::Timestamp = fields["date"].as_str().unwrap().parse().unwrap();
    fields.insert("date".into(), at.to_string().into());
    fields.remove("start");
    fields.remove("logo");
    let home = fields.remove("origin_url").unwrap_or_else(|| fields["url"].clone());
    fields.insert("url".into(), home);
    // No licence and no wish against a recording is what a file says that says nothing.
    for (name, nothing) in [("recording_license", json!("")), ("do_not_record", json!(false))] {
        if fields.get(name) == Some(&nothing) {
            fields.remove(name);
        }
    }
    event
}

#[actix_web::test]
async fn a_real_export_comes_in_with_all_its_sessions_and_goes_out_the_same() {
    let Some(file) = shared("pretalx-democon.json") else { return };
    let original: Value = serde_json::from_str(&file).unwrap();
    assert_eq!(events(&original).len(), 36);
    let (world, stage) = World::new().await;
    let mut manager = manager(&world, &stage).await;
    let page = look(&mut manager, &file).await;
    assert!(page.contains("36 new sessions, 0 changed") && page.contains("Gray Room, Tan Room"), "{page}");
    import(&mut manager, &file).await;
    release(&mut manager, "v1.1").await;
    are_valid(&world).await;
    let ours = feed(&world).await;
    assert_eq!(ours["schedule"]["version"], "v1.1");
    assert_eq!(ours["schedule"]["conference"]["daysCount"], 3);
    let (came, went): (Vec<Value>, Vec<Value>) =
        (events(&original).iter().map(said).collect(), events(&ours).iter().map(said).collect());
    for (came, went) in came.iter().zip(&went) {
        assert_eq!(came, went);
    }
    assert_eq!(came.len(), went.len());
    // What we gave out is what we have, in both shapes.
    let xml = world.stranger().get("/hanoi/programme.xml").await.text();
    for again in [file, ours.to_string(), xml] {
        let page = look(&mut manager, &again).await;
        assert!(page.contains("0 new sessions, 0 changed") && page.contains("36 unchanged"), "{page}");
    }
}

#[actix_web::test]
async fn a_schedule_that_is_wrong_is_refused_with_line_and_reason_and_changes_nothing() {
    let (world, stage) = World::new().await;
    let mut manager = manager(&world, &stage).await;
    if let Some(file) = shared("invalid-example.json") {
        let sent = [("file", "schedule.json", file.as_bytes())];
        let reply = manager.upload("/hanoi/programme/manage/import", &[], &sent).await;
        assert_eq!(reply, 422);
        let line = file.lines().position(|line| line.contains("\"id\": \"2814\"")).unwrap();
        let text = reply.text();
        assert!(text.contains(&format!("<td>{line}</td>")), "{text}");
        assert!(
            text.contains("Penetration Testing Basics") && text.contains("is not a whole number above 0"),
            "{text}"
        );
    }
    for (content, reason) in [
        ("{\"schedule\": {\n", "The JSON breaks off"),
        ("<schedule>\n<conference>", "The XML is wrong here"),
        ("<!DOCTYPE schedule [<!ENTITY a \"b\">]><schedule/>", "entities of its own"),
        ("{\"schedule\": {\"conference\": {\"days\": []}}}", "There is no session"),
        ("<html></html>", "This is no schedule"),
    ] {
        let sent = [("file", "schedule.xml", content.as_bytes())];
        let reply = manager.upload("/hanoi/programme/manage/import", &[], &sent).await;
        assert!(reply == 422 && reply.text().contains(reason), "{content}: {}", reply.text());
    }
    assert!(!manager.get("/hanoi/programme/manage").await.text().contains("/sessions/0"), "nothing came in");
}

fn talk(id: i64, start: &str, title: &str) -> Value {
    let guid = uuid::Uuid::from_u128(0x8079_583e_0000_4000_8000_0000_0000_0000 + u128::try_from(id).unwrap());
    json!({"id": id, "guid": guid, "date": format!("2025-10-25T{start}:00+07:00"), "duration": "00:30", "room": "Hall", "title": title,
        "type": "Talk", "track": "Law", "subtitle": "Part one", "language": "en", "abstract": "In short", "description": "At length",
        "persons": [{"id": 7, "public_name": "Ada Lovelace", "code": "ADA"}], "links": []})
}

fn schedule(talks: Vec<Value>) -> String {
    let days = json!([{"index": 1, "date": "2025-10-25", "rooms": {"Hall": talks}}]);
    json!({"schedule": {"version": "1", "conference": {"acronym": "other", "title": "Other", "days": days}}})
        .to_string()
}

#[actix_web::test]
async fn a_moved_session_is_one_move_and_what_was_changed_here_stays() {
    let (world, stage) = World::new().await;
    let mut manager = manager(&world, &stage).await;
    let first = schedule(vec![talk(1, "09:00", "Evidence"), talk(2, "10:00", "Borders"), talk(3, "11:00", "Victims")]);
    import(&mut manager, &first).await;
    let again = look(&mut manager, &first).await;
    assert!(again.contains("0 new sessions, 0 changed") && again.contains("There is nothing to do"), "{again}");
    // Here the second is called otherwise and is put an hour later.
    let list = manager.get("/hanoi/programme/manage?q=borders").await.text();
    let session = list.split("/programme/manage/sessions/").nth(2).unwrap()[..36].to_owned();
    let at = format!("/hanoi/programme/manage/sessions/{session}");
    let typed = fields_of(&manager.get(&at).await.text());
    let typed = changed(&typed, &[("title_en", "Across borders"), ("start", "14:00"), ("end", "14:30")]);
    let saved = manager.post(&at, &typed).await;
    assert_eq!(saved, 303, "{}", saved.text());
    // There the third is moved; the first is gone, a fourth is new.
    let second = schedule(vec![talk(2, "10:00", "Borders"), talk(3, "15:00", "Victims"), talk(4, "16:00", "Data")]);
    let page = look(&mut manager, &second).await;
    assert!(page.contains("One new session, 0 changed") && page.contains("1 unchanged"), "{page}");
    assert!(
        page.contains("One session moves") && page.contains("11:00–11:30") && page.contains("15:00–15:30"),
        "{page}"
    );
    assert!(page.contains("One session is no longer in the file") && page.contains("Evidence"), "{page}");
    let address = bring(&mut manager, "schedule.json", &second).await;
    assert_eq!(manager.post(&address, &[("cancel_missing", "yes")]).await, 303);
    let list = manager.get("/hanoi/programme/manage").await.text();
    assert!(list.contains("Across borders") && list.contains("14:00–14:30") && list.contains("15:00–15:30"), "{list}");
    let gone = manager.get("/hanoi/programme/manage?status=cancelled").await.text();
    assert!(gone.contains("Evidence") && !gone.contains("Victims"), "{gone}");
    release(&mut manager, "One").await;
    are_valid(&world).await;
    let events = events(&feed(&world).await);
    assert_eq!(events.iter().map(|event| event["id"].as_i64().unwrap()).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!(events[0]["title"], "Across borders");
    assert_eq!(events[1]["persons"], json!([{"id": 7, "public_name": "Ada Lovelace", "code": "ADA"}]));
    assert_eq!((&events[1]["track"], &events[1]["abstract"]), (&json!("Law"), &json!("In short")));
}

#[actix_web::test]
async fn numbers_of_others_and_ours_stand_beside_each_other_and_ours_come_back_as_they_went() {
    let (world, stage) = World::new().await;
    let mut manager = manager(&world, &stage).await;
    let table = "key;kind;title_en;title_fr;room;date;start;end;organiser;speakers;number\n\
        one;plenary;\"Plenary <b>&amp; ]]>\";Plénière;Hall;2025-10-25;19:00;20:00;;Ada Lovelace | Analyst;4\n\
        two;reception;Night;Nuit;Garden;2025-10-25;23:30;01:00;;;\n\
        three;break;Later;;Hall;2025-10-26;01:30;02:00;;;\n";
    let address = bring(&mut manager, "programme.csv", table).await;
    assert_eq!(manager.post(&address, &[]).await, 303);
    release(&mut manager, "Ours").await;
    let first = feed(&world).await;
    let number = events(&first)[0]["id"].as_i64().unwrap();
    // The other program has a session of the same number.
    import(&mut manager, &schedule(vec![talk(number, "09:00", "Evidence")])).await;
    release(&mut manager, "Both").await;
    are_valid(&world).await;
    let both = feed(&world).await;
    let mut ids: Vec<i64> = events(&both).iter().map(|event| event["id"].as_i64().unwrap()).collect();
    ids.dedup();
    assert_eq!(ids.len(), 4, "no two sessions have one number: {ids:?}");
    let guids = |schedule: &Value| events(schedule).iter().map(|event| event["guid"].to_string()).collect::<Vec<_>>();
    assert!(guids(&first).iter().all(|guid| guids(&both).contains(guid)), "a GUID stays");
    for (language, path) in
        [("en", "/hanoi/programme.json"), ("fr", "/hanoi/programme.json"), ("fr", "/hanoi/programme.xml")]
    {
        let mut reader = world.stranger().with_header("accept-language", language);
        let text = reader.get(path).await.text();
        let page = look(&mut manager, &text).await;
        assert!(page.contains("4 unchanged") && page.contains("There is nothing to do"), "{language} {path}: {page}");
    }
}
