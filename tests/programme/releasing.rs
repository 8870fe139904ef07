//! From a file to the public: nothing is seen before a release, everything after it says the same.

use plenipo::conferences::DutyKind;

use crate::support::{Browser, Reply, World};

const TABLE: &str = "key;kind;title_en;title_fr;room;date;start;end;chairs;speakers;interpretation\n\
    opening;opening;Opening ceremony;Cérémonie d'ouverture;Plenary hall;2025-10-25;09:00;10:00;;;en fr\n\
    debate;high-level debate;High-level debate;Débat de haut niveau;Plenary hall;2025-10-25;10:00;12:00;Viet Nam;Ada Lovelace | Analyst | Analytical Society;en fr\n\
    night;reception;Reception <late> & long;;Garden;2025-10-25;23:30;01:00;;;\n";

/// Brings a table; gives the address of the look at it.
async fn bring(browser: &mut Browser, table: &str) -> String {
    let file = [("file", "programme.csv", table.as_bytes())];
    let reply = browser.upload("/hanoi/programme/manage/import", &[], &file).await;
    assert_eq!(reply, 303, "{}", reply.text());
    reply.location().to_owned()
}

async fn import(browser: &mut Browser, table: &str) -> Reply {
    let look = bring(browser, table).await;
    browser.post(&look, &[]).await
}

#[actix_web::test]
async fn the_public_sees_a_release_and_nothing_before_it() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    assert_eq!(import(&mut manager, TABLE).await, 303);
    let mut public = world.stranger();
    assert!(!public.get("/hanoi/programme").await.text().contains("Opening ceremony"));
    assert_eq!(public.get("/hanoi/programme.ics").await, 404);
    assert_eq!(manager.post("/hanoi/programme/manage/release", &[("name", "Release 1")]).await, 303);
    let day = public.get("/hanoi/programme?day=2025-10-25").await.text();
    assert!(
        day.contains("Opening ceremony")
            && day.contains("09:00")
            && day.contains("Reception &#60;late&#62; &#38; long"),
        "{day}"
    );
    let column = |room: &str| day.find(&format!("<bdi>{room}</bdi></th>")).expect("a column");
    assert!(column("Plenary hall") < column("Garden"), "rooms stand in the organisers' order, not by name");
    let ics = public.get("/hanoi/programme.ics").await.text();
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), 3);
    assert!(ics.contains("DTSTART:20251025T020000Z"), "{ics}");
    let json = public.get("/hanoi/programme.json").await.json();
    let days = &json["schedule"]["conference"]["days"];
    assert_eq!(days.as_array().unwrap().len(), 1, "after midnight belongs to the day before: {days}");
    assert_eq!(days[0]["rooms"]["Plenary hall"][1]["duration"], "02:00");
    let xml = public.get("/hanoi/programme.xml").await.text();
    assert!(xml.contains("<title>Reception &lt;late&gt; &amp; long</title>"));
    check_schema(&xml);
}

/// Where the public schema is at hand, the feed must be valid against it.
fn check_schema(xml: &str) {
    let schema = std::path::Path::new("../shared/schedule/schedule.xml.xsd");
    if !schema.exists() {
        eprintln!("the schedule schema is not here: the feed was not validated");
        return;
    }
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), xml).unwrap();
    let checked =
        std::process::Command::new("xmllint").arg("--noout").arg("--schema").arg(schema).arg(file.path()).output();
    let checked = checked.expect("xmllint is installed (libxml2-utils)");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

#[actix_web::test]
async fn a_file_with_a_wrong_row_changes_nothing_and_says_which() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let wrong = TABLE.replace("23:30", "25:30").replace("opening;opening", "opening;ball");
    let look = bring(&mut manager, &wrong).await;
    let page = manager.get(&look).await.text();
    assert!(page.contains("25:30") && page.contains("ball") && !page.contains("class=\"preview\""), "{page}");
    assert_eq!(manager.post(&look, &[]).await, 200, "told once more, and nothing done");
    assert!(!manager.get("/hanoi/programme/manage").await.text().contains("High-level debate</bdi>"));
}

#[actix_web::test]
async fn the_same_file_twice_makes_nothing_new() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    assert_eq!(import(&mut manager, TABLE).await, 303);
    let look = bring(&mut manager, TABLE).await;
    let again = manager.get(&look).await.text();
    assert!(again.contains("0 new sessions, 0 changed") && again.contains("3 unchanged"), "{again}");
    assert!(again.contains("There is nothing to do"), "{again}");
}

#[actix_web::test]
async fn what_the_list_shows_is_taken_away_as_a_table_that_comes_in_again() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    assert_eq!(import(&mut manager, TABLE).await, 303);
    let list = manager.get("/hanoi/programme/manage?kind=reception").await.text();
    let link = "/hanoi/programme/manage/export?q=&#38;kind=reception&#38;status=&#38;day=&#38;look=";
    assert!(list.contains(link), "{list}");
    let table = manager.get("/hanoi/programme/manage/export?kind=reception&format=csv").await.text();
    assert!(table.contains("Reception <late> & long") && !table.contains("Opening"), "{table}");
    let whole = manager.get("/hanoi/programme/manage/export").await.text();
    let look = bring(&mut manager, &whole).await;
    assert!(manager.get(&look).await.text().contains("3 unchanged"));
}

#[actix_web::test]
async fn a_table_brought_for_something_else_or_carried_out_already_is_no_longer_there() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let look = bring(&mut manager, TABLE).await;
    assert!(
        !manager.get("/hanoi/programme/manage").await.text().contains("Opening ceremony"),
        "looking writes nothing"
    );
    let mut stands = world.on_duty(&stage, "stands@example.org", DutyKind::ExhibitionManager).await;
    let elsewhere = look.replace("programme/manage", "stands/manage");
    assert_eq!(stands.post(&elsewhere, &[]).await, 422);
    let resumed = manager.post(&look, &[("resumed", "yes")]).await;
    assert_eq!((resumed.status.as_u16(), resumed.location()), (303, look.as_str()), "signing in again imports nothing");
    assert!(!manager.get("/hanoi/programme/manage").await.text().contains("Opening ceremony"));
    assert_eq!(manager.post(&look, &[]).await, 303);
    let twice = manager.post(&look, &[]).await;
    assert!(twice == 422 && twice.text().contains("no longer kept"), "{}", twice.text());
}

#[actix_web::test]
async fn a_release_refuses_two_sessions_in_one_room_at_once() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let clash = TABLE.replace("10:00;12:00", "09:30;12:00");
    let look = bring(&mut manager, &clash).await;
    assert!(manager.get(&look).await.text().contains("2 sessions of the programme would clash"));
    assert_eq!(manager.post(&look, &[]).await, 303);
    let refused = manager.post("/hanoi/programme/manage/release", &[("name", "Release 1")]).await;
    assert_eq!(refused, 422);
    assert!(refused.text().contains("Opening ceremony") && refused.text().contains("High-level debate"));
    assert!(refused.text().contains("value=\"Release 1\""), "what was typed stays");
    assert!(!refused.text().contains("name-error"), "the name is not at fault");
    let offered = |page: &str| page.contains("button button-main");
    assert!(!offered(&manager.get("/hanoi/programme/manage/release").await.text()), "nothing to publish yet");
    assert_eq!(import(&mut manager, TABLE).await, 303);
    assert!(offered(&manager.get("/hanoi/programme/manage/release").await.text()));
    assert_eq!(world.stranger().get("/hanoi/programme.xml").await, 404);
}

#[actix_web::test]
async fn the_second_of_two_editors_is_told_and_nothing_is_overwritten() {
    let (world, stage) = World::new().await;
    let mut one = world.on_duty(&stage, "one@example.org", DutyKind::ProgrammeManager).await;
    let mut other = world.on_duty(&stage, "other@example.org", DutyKind::ProgrammeManager).await;
    assert_eq!(import(&mut one, TABLE).await, 303);
    let list = one.get("/hanoi/programme/manage?q=opening").await.text();
    let at = list.find("/hanoi/programme/manage/sessions/0").expect("a link to the session");
    let path: String = list[at..].chars().take_while(|letter| *letter != '"').collect();
    let fields = |title: &'static str| {
        [("version", "1"), ("key", "opening"), ("kind", "opening"), ("status", "confirmed"), ("title_en", title)]
    };
    assert_eq!(one.post(&path, &fields("Opening by one")).await, 303);
    let told = other.post(&path, &fields("Opening by the other")).await;
    assert_eq!(told, 422);
    assert!(told.text().contains("Opening by one") && told.text().contains("Opening by the other"));
    assert!(one.get(&path).await.text().contains("Opening by one"));
}

#[actix_web::test]
async fn stands_come_from_a_table_that_is_looked_at_first() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "stands@example.org", DutyKind::ExhibitionManager).await;
    let table = "hall;number;square_metres;headline_en\nHall A;A12;9;Water for all\n";
    let mut bring = async |table: &str| {
        let file = [("file", "stands.csv", table.as_bytes())];
        manager.upload("/hanoi/stands/manage/import", &[], &file).await
    };
    let (wrong, good) = (bring(&table.replace(";9;", ";many;")).await, bring(table).await);
    assert!(!manager.get(wrong.location()).await.text().contains("class=\"preview\""), "nothing to press");
    assert!(manager.get(good.location()).await.text().contains("1 new, 0 written again"));
    assert!(!manager.get("/hanoi/stands/manage").await.text().contains("A12"), "looking writes nothing");
    assert_eq!(manager.post(good.location(), &[]).await, 303);
    assert!(manager.get("/hanoi/stands/manage").await.text().contains("A12"));
}

#[actix_web::test]
async fn a_hall_is_found_again_by_its_name_in_any_script() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "stands@example.org", DutyKind::ExhibitionManager).await;
    let stand = |hall: &'static str| [("hall", hall), ("number", "1"), ("square_metres", "9")];
    for hall in ["展厅", "Salle Émeraude"] {
        assert_eq!(manager.post("/hanoi/stands/manage/new", &stand(hall)).await, 303, "{hall}");
    }
    for hall in ["展厅", "SALLE EMERAUDE", "salle-emeraude"] {
        let twice = manager.post("/hanoi/stands/manage/new", &stand(hall)).await;
        assert!(twice == 422 && twice.text().contains("already has this number"), "{hall}: {}", twice.text());
    }
}
