//! What a release changes: shown before it is published, kept for each, told to the public, and counted by calendars.

use plenipo::conferences::DutyKind;

use crate::support::{Browser, Reply, World};

const HEAD: &str = "key;kind;title_en;title_fr;room;date;start;end;webcast;description_en;status";
const OPENING: &str = "opening;opening;Opening;Ouverture;Plenary hall;2025-10-25;09:00;10:00;no;;confirmed";
const DEBATE: &str = "debate;high-level debate;Debate;Débat;Plenary hall;2025-10-25;10:00;12:00;no;;confirmed";
const WORKSHOP: &str = "workshop;workshop;Workshop;Atelier;Garden;2025-10-25;10:00;11:00;no;;confirmed";

/// Brings these rows and carries them out.
pub async fn import(manager: &mut Browser, rows: &[&str]) {
    let table = format!("{HEAD}\n{}\n", rows.join("\n"));
    let file = [("file", "programme.csv", table.as_bytes())];
    let look = manager.upload("/hanoi/programme/manage/import", &[], &file).await;
    assert_eq!(look, 303, "{}", look.text());
    assert_eq!(manager.post(look.location(), &[]).await, 303);
}

async fn publish(manager: &mut Browser, name: &str) -> Reply {
    let reply = manager.post("/hanoi/programme/manage/release", &[("name", name)]).await;
    assert!(reply.location().starts_with("/hanoi/programme/manage/releases/"), "{}", reply.text());
    reply
}

/// The sections of a page that say what changed: a heading and the text under it.
fn sections(page: &str) -> Vec<(String, String)> {
    let page = scraper::Html::parse_document(page);
    let text = |element: scraper::ElementRef<'_>| element.text().collect::<Vec<_>>().join(" ");
    let (section, heading) =
        (scraper::Selector::parse("section.changes").unwrap(), scraper::Selector::parse("h2").unwrap());
    page.select(&section)
        .map(|section| {
            let title = text(section.select(&heading).next().unwrap());
            (title, text(section).split_whitespace().collect::<Vec<_>>().join(" "))
        })
        .collect()
}

/// The event of a calendar feed with this title, unfolded.
fn event(ics: &str, title: &str) -> Option<String> {
    let ics = ics.replace("\r\n ", "");
    let line = format!("SUMMARY:{title}\r\n");
    ics.split("BEGIN:VEVENT").skip(1).find(|event| event.contains(&line)).map(ToOwned::to_owned)
}

fn sequence(ics: &str, title: &str) -> u32 {
    let event = event(ics, title).expect("the event");
    event.lines().find_map(|line| line.strip_prefix("SEQUENCE:")).expect("a sequence").trim().parse().unwrap()
}

#[actix_web::test]
async fn what_a_release_would_change_is_shown_before_and_what_it_changed_after() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    import(&mut manager, &[OPENING, DEBATE, WORKSHOP]).await;
    let first = manager.get("/hanoi/programme/manage/release").await.text();
    assert!(sections(&first).is_empty(), "before the first release there is nothing to compare with");
    publish(&mut manager, "Release 1").await;
    let nothing = manager.get("/hanoi/programme/manage/release").await.text();
    assert!(sections(&nothing).is_empty() && nothing.contains("Nothing has changed since Release 1"), "{nothing}");

    let debate = DEBATE.replace("Plenary hall", "Garden").replace("10:00;12:00", "11:00;13:00");
    let new = "late;plenary;Late;Tard;Plenary hall;2025-10-26;09:00;10:00;no;;confirmed";
    let off = WORKSHOP.replace("confirmed", "cancelled");
    let seen = OPENING.replace(";no;", ";yes;");
    import(&mut manager, &[&seen, &debate, &off, new]).await;
    let shown = sections(&manager.get("/hanoi/programme/manage/release").await.text());
    let titles: Vec<&str> = shown.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(
        titles,
        ["One new session", "One session moved", "One session changed otherwise", "One session cancelled"]
    );
    assert!(shown[1].1.contains("25 Oct, 10:00–12:00, Plenary hall 25 Oct, 11:00–13:00, Garden"), "{}", shown[1].1);
    assert!(shown[2].1.contains("Opening") && shown[2].1.ends_with("webcast"), "{}", shown[2].1);

    let mut public = world.stranger();
    let first = public.get("/hanoi/programme/changes").await.text();
    assert!(first.contains("This is the first release") && !first.contains("Late"), "drafts stay unseen");
    publish(&mut manager, "Release 2").await;
    assert_eq!(sections(&public.get("/hanoi/programme/changes").await.text()), shown, "the public reads the same");
    let list = manager.get("/hanoi/programme/manage/releases").await.text();
    assert!(list.contains("1 new, 1 moved, 1 changed, 1 cancelled") && list.contains("Release 1"), "{list}");
    let link = list.split('"').find(|part| part.starts_with("/hanoi/programme/manage/releases/")).expect("a link");
    assert_eq!(sections(&manager.get(link).await.text()), shown, "and so it stays on the page of the release");
    let mut french = world.stranger().with_header("accept-language", "fr");
    let page = french.get("/hanoi/programme/changes").await.text();
    assert!(page.contains("Une séance déplacée") && page.contains("Débat"), "{page}");
}

#[actix_web::test]
async fn a_calendars_sequence_rises_with_what_it_shows_and_not_otherwise() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let mut public = world.stranger();
    let mut ics = async || public.get("/hanoi/programme.ics").await.text();
    import(&mut manager, &[OPENING, DEBATE]).await;
    publish(&mut manager, "Release 1").await;
    assert_eq!(sequence(&ics().await, "Debate"), 0);
    import(&mut manager, &[&DEBATE.replace("Plenary hall", "Garden")]).await;
    import(&mut manager, &[DEBATE]).await;
    import(&mut manager, &[&OPENING.replace(";no;", ";yes;")]).await;
    publish(&mut manager, "Release 2").await;
    let second = ics().await;
    assert_eq!((sequence(&second, "Opening"), sequence(&second, "Debate")), (0, 0), "there and back is no change");
    for (number, room) in [(1, "Garden"), (2, "Plenary hall")] {
        import(&mut manager, &[&DEBATE.replace("Plenary hall", room)]).await;
        publish(&mut manager, room).await;
        let now = ics().await;
        assert_eq!((sequence(&now, "Opening"), sequence(&now, "Debate")), (0, number));
    }
}

#[actix_web::test]
async fn what_is_cancelled_or_withdrawn_stays_in_calendars_for_thirty_days() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let mut public = world.stranger();
    import(&mut manager, &[OPENING, DEBATE, WORKSHOP]).await;
    publish(&mut manager, "Release 1").await;
    import(&mut manager, &[&DEBATE.replace("confirmed", "cancelled"), &WORKSHOP.replace("confirmed", "draft")]).await;
    publish(&mut manager, "Release 2").await;
    let shown = sections(&public.get("/hanoi/programme/changes").await.text());
    let titles: Vec<&str> = shown.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(titles, ["One session cancelled", "One session no longer in the programme"]);
    let day = public.get("/hanoi/programme?day=2025-10-25").await.text();
    assert!(
        day.contains("<bdi>Debate</bdi>") && !day.contains("<bdi>Workshop</bdi>"),
        "what is withdrawn is gone from the page"
    );
    assert!(!public.get("/hanoi/programme.json").await.text().contains("Garden"));
    world.wait(29 * 24 * 3600);
    let mut manager = world.signed_in("programme@example.org").await;
    publish(&mut manager, "Release 3").await;
    let ics = public.get("/hanoi/programme.ics").await.text();
    for title in ["Debate", "Workshop"] {
        assert!(event(&ics, title).expect("the event").contains("STATUS:CANCELLED"), "{ics}");
        assert_eq!(sequence(&ics, title), 1, "it was called off once");
    }
    world.wait(24 * 3600);
    let ics = public.get("/hanoi/programme.ics").await.text();
    assert!(event(&ics, "Debate").is_none() && event(&ics, "Workshop").is_none() && event(&ics, "Opening").is_some());
    let mut manager = world.signed_in("programme@example.org").await;
    publish(&mut manager, "Release 4").await;
    import(&mut manager, &[WORKSHOP]).await;
    publish(&mut manager, "Release 5").await;
    let ics = public.get("/hanoi/programme.ics").await.text();
    assert_eq!(sequence(&ics, "Workshop"), 2, "a calendar that still has it as cancelled takes it back");
    assert!(event(&ics, "Workshop").unwrap().contains("STATUS:CONFIRMED"));
}
