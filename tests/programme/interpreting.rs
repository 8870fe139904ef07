//! Interpreters work in one booth at a time and rest; delegations, heads of State and late arrivals are told of, too.

use plenipo::conferences::DutyKind;

use crate::support::forms::{changed, fields_of};
use crate::support::people::Stage;
use crate::support::{Browser, World};

const TABLE: &str = "key;kind;title_en;room;date;start;end;interpretation;speakers;organiser\n\
    one;plenary;First meeting;Hall A;2025-10-25;09:00;11:00;ar fr;Ada Lovelace;\n\
    two;plenary;Second meeting;Hall B;2025-10-25;11:10;12:30;ar;Grace Hopper;\n\
    three;workshop;Third meeting;Hall C;2025-10-25;10:30;11:30;ar;;\n\
    four;workshop;Fourth meeting;Hall D;2025-10-25;14:00;15:00;;;\n";

async fn manager(world: &World, stage: &Stage) -> Browser {
    let mut manager = world.on_duty(stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let file = [("file", "programme.csv", TABLE.as_bytes())];
    let look = manager.upload("/hanoi/programme/manage/import", &[], &file).await;
    assert_eq!(manager.post(look.location(), &[]).await, 303);
    manager
}

/// The session's key, by its title.
async fn session(manager: &mut Browser, title: &str) -> String {
    let list = manager.get("/hanoi/programme/manage").await.text();
    let before = list.split(title).next().unwrap();
    before.rsplit("/programme/manage/sessions/").next().unwrap()[..36].to_owned()
}

#[actix_web::test]
async fn a_team_in_two_booths_or_without_rest_is_told_on_its_page_and_on_the_sessions() {
    let (world, stage) = World::new().await;
    let mut manager = manager(&world, &stage).await;
    let here = "/hanoi/programme/manage/interpreters";
    let wrong = manager
        .post(here, &[("name", ""), ("languages", "arabic!"), ("most_minutes", "5"), ("rest_minutes", "")])
        .await;
    assert_eq!(wrong, 422);
    for field in ["name", "languages", "most_minutes", "rest_minutes"] {
        assert!(wrong.text().contains(&format!("{field}-error")), "{field}: {}", wrong.text());
    }
    let team = [("name", "Arabic A"), ("languages", "ar"), ("most_minutes", "180"), ("rest_minutes", "30")];
    let added = manager.post(here, &team).await;
    assert_eq!(added, 303, "{}", added.text());
    let page = added.location().to_owned();
    let twice = manager
        .post(here, &[("name", "ARABIC a"), ("languages", "ar"), ("most_minutes", "180"), ("rest_minutes", "30")])
        .await;
    assert!(twice == 422 && twice.text().contains("Another team has this name"), "{}", twice.text());
    let [one, two, three] = [
        session(&mut manager, "First meeting").await,
        session(&mut manager, "Second meeting").await,
        session(&mut manager, "Third meeting").await,
    ];
    let text = manager.get(&page).await.text();
    assert!(text.contains(&three) && !text.contains("Fourth meeting"), "only what is interpreted into Arabic: {text}");
    let first = manager.get(&format!("/hanoi/programme/manage/sessions/{one}")).await.text();
    assert!(first.contains("No team of this session interprets into") && first.contains("ar, fr"), "{first}");
    // Two meetings in a row are three hours and a half.
    let offered = [("offered", one.as_str()), ("offered", two.as_str()), ("offered", three.as_str())];
    let typed = fields_of(&text);
    let version = typed.iter().find(|(name, _)| name == "version").unwrap().1.clone();
    let mut sent = vec![("version", version.as_str()), ("session", one.as_str()), ("session", two.as_str())];
    sent.extend(team.iter().chain(&offered));
    assert_eq!(manager.post(&page, &sent).await, 303);
    let text = manager.get(&page).await.text();
    assert_eq!(text.matches("would work 3:30 hours in a row; 3:00 are the most").count(), 2, "{text}");
    assert!(text.contains("Give one of the sessions another team"), "each clash has a way out: {text}");
    let stale = manager.post(&page, &sent).await;
    assert!(stale == 422 && stale.text().contains("changed"), "{}", stale.text());
    // The third is at the same time.
    let version = fields_of(&text).into_iter().find(|(name, _)| name == "version").unwrap().1;
    sent[0] = ("version", version.as_str());
    sent.push(("session", three.as_str()));
    assert_eq!(manager.post(&page, &sent).await, 303);
    let text = manager.get(&page).await.text();
    assert_eq!(
        text.matches("are in another booth at the same time").count(),
        4,
        "two pairs, told on both sides: {text}"
    );
    let third = manager.get(&format!("/hanoi/programme/manage/sessions/{three}")).await.text();
    assert!(third.contains("are in another booth") && third.contains("First meeting"), "{third}");
    let list = manager.get(here).await.text();
    assert!(list.contains("3 sessions to look at") && list.contains("4:20"), "{list}");
    let elsewhere = manager.post(&format!("{page}/removal"), &[]).await;
    assert_eq!(elsewhere, 303);
    assert!(manager.get(here).await.text().contains("No teams yet"));
}

#[actix_web::test]
async fn somebody_on_stage_who_is_not_accredited_or_not_there_yet_is_told_of() {
    let (world, stage) = World::new().await;
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    let ada = world.participant(&stage, atlantis, "Ada Lovelace", "submitted").await;
    let mut manager = manager(&world, &stage).await;
    let at = format!("/hanoi/programme/manage/sessions/{}", session(&mut manager, "First meeting").await);
    world.sql(&format!("UPDATE session_person SET participant_id = '{ada}' WHERE name = 'Ada Lovelace'")).await;
    let page = manager.get(&at).await.text();
    assert!(page.contains("is on stage and not accredited yet"), "{page}");
    world.sql(&format!("UPDATE participant SET status = 'approved' WHERE id = '{ada}'")).await;
    assert!(!manager.get(&at).await.text().contains("not accredited yet"));
    let arrivals = "/hanoi/programme/manage/arrivals";
    let typed = fields_of(&manager.get(arrivals).await.text());
    let field = format!("arrives_{ada}");
    let wrong = manager.post(arrivals, &changed(&typed, &[(&field, "noon")])).await;
    assert!(wrong == 422 && wrong.text().contains("value=\"noon\""), "what was typed stays: {}", wrong.text());
    assert_eq!(manager.post(arrivals, &changed(&typed, &[(&field, "2025-10-25T09:30")])).await, 303);
    let page = manager.get(&at).await.text();
    assert!(page.contains("arrives only on") && page.contains("09:30"), "{page}");
    assert!(manager.get(arrivals).await.text().contains("One session before that"));
    assert_eq!(manager.post(arrivals, &changed(&typed, &[(&field, "2025-10-25T09:00")])).await, 303);
    assert!(!manager.get(&at).await.text().contains("arrives only on"), "there at the very minute");
}

#[actix_web::test]
async fn a_delegation_of_one_is_not_asked_into_two_rooms_at_once() {
    let (world, stage) = World::new().await;
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    world.participant(&stage, atlantis, "Ada Lovelace", "approved").await;
    let mut manager = manager(&world, &stage).await;
    world
        .sql(
            "UPDATE session_person SET name = 'Atlantis' WHERE name = 'Ada Lovelace';
             UPDATE session SET organiser_id = (SELECT id FROM delegation LIMIT 1) WHERE key = 'three'",
        )
        .await;
    let at = format!("/hanoi/programme/manage/sessions/{}", session(&mut manager, "Third meeting").await);
    let page = manager.get(&at).await.text();
    assert!(
        page.contains("must be in 2 places at once and has one person who may come") && page.contains("First meeting"),
        "{page}"
    );
    world.participant(&stage, atlantis, "Grace Hopper", "submitted").await;
    assert!(!manager.get(&at).await.text().contains("places at once"));
}
