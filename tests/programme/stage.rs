//! Who is on stage: found among the participants, or named and invited; and what else a session says of itself.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::conferences::DutyKind;
use plenipo::ids::ParticipantId;
use plenipo::schema::session_person;

use crate::support::forms::{changed, fields_of};
use crate::support::{Browser, World};

const NEW: &str = "/hanoi/programme/manage/sessions/new";

const TALK: [(&str, &str); 7] = [
    ("title_en", "Talk"),
    ("kind", "discussion"),
    ("status", "draft"),
    ("date", "2025-10-25"),
    ("start", "09:00"),
    ("end", "10:00"),
    ("person_0_role", "speaker"),
];

fn talk<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    TALK.into_iter().chain(more.iter().copied()).collect()
}

async fn address(browser: &mut Browser) -> String {
    let list = browser.get("/hanoi/programme/manage").await.text();
    let link = list.find("/hanoi/programme/manage/sessions/0").expect("a session");
    list[link..].chars().take_while(|letter| *letter != '"').collect()
}

async fn linked(world: &World) -> Vec<(String, Option<ParticipantId>)> {
    let db = world.db();
    let mut connection = db.connection().await.unwrap();
    let rows = session_person::table.order(session_person::ordinal);
    rows.select((session_person::name, session_person::participant_id)).load(&mut *connection).await.unwrap()
}

fn value(fields: &[(String, String)], name: &str) -> String {
    fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

#[actix_web::test]
async fn a_speaker_is_found_among_the_participants_and_linked_without_a_script() {
    let (world, stage) = World::new().await;
    let samoa = world.delegation(&stage, "Samoa", 5).await;
    let ada = world.participant(&stage, samoa, "Ada Lovelace", "approved").await;
    world.participant(&stage, samoa, "Grace Hopper", "draft").await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let found = manager.post(NEW, &talk(&[("person_0_name", "lovelace"), ("do", "find 0")])).await;
    assert_eq!(found, 200, "nothing is saved yet");
    let page = found.text();
    assert!(page.contains(&format!("link 0 {ada}")) && page.contains("Accredited"), "{page}");
    assert!(!page.contains("Grace Hopper") && page.contains("value=\"Talk\""), "{page}");
    // A delegation finds its people, and the word says how they stand.
    let of_samoa = manager.post(NEW, &talk(&[("person_0_name", "samoa"), ("do", "find 0")])).await.text();
    assert!(of_samoa.contains("Grace Hopper") && of_samoa.contains("To be accredited"), "{of_samoa}");
    let fields = fields_of(&page);
    let link = format!("link 0 {ada}");
    let page = manager.post(NEW, &changed(&fields, &[("do", &link)])).await.text();
    let fields = fields_of(&page);
    assert_eq!(value(&fields, "person_0_who"), ada.to_string());
    assert_eq!(value(&fields, "person_0_affiliation"), "Samoa");
    assert!(linked(&world).await.is_empty());
    let fields: Vec<(&str, &str)> = changed(&fields, &[]);
    assert_eq!(manager.post(NEW, &fields).await, 303);
    assert_eq!(linked(&world).await[0].1, Some(ada));
    // Who it is not is let go, and the name stays.
    let path = address(&mut manager).await;
    let page = manager.get(&path).await.text();
    assert!(page.contains("Accredited") && page.contains("Samoa, no."), "{page}");
    let fields = fields_of(&page);
    let page = manager.post(&path, &changed(&fields, &[("do", "unlink 0")])).await.text();
    assert_eq!(linked(&world).await[0].1, Some(ada), "until it is saved");
    let fields = fields_of(&page);
    assert_eq!(manager.post(&path, &changed(&fields, &[])).await, 303);
    assert_eq!(linked(&world).await.iter().map(|(_, who)| *who).collect::<Vec<_>>(), [None]);
}

#[actix_web::test]
async fn nobody_of_another_conference_is_found_or_linked() {
    let (world, stage) = World::new().await;
    let elsewhere = world.conference("geneva", 2).await;
    let fiji = world.delegation(&elsewhere, "Fiji", 5).await;
    let ada = world.participant(&elsewhere, fiji, "Ada Lovelace", "approved").await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let found = manager.get("/hanoi/programme/manage/people?q=lovelace&row=0").await.text();
    assert!(found.contains("id=\"found-0\"") && !found.contains("Ada Lovelace"), "{found}");
    let who = ada.to_string();
    let refused = manager.post(NEW, &talk(&[("person_0_name", "Ada"), ("person_0_who", &who)])).await;
    assert_eq!(refused, 422);
    assert!(refused.text().contains("id=\"person_0_name-error\""));
}

#[actix_web::test]
async fn people_on_stage_are_added_moved_and_taken_out_by_buttons() {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let pasted = [
        ("person_0_name", "Ada"),
        ("paste", "Grace | Admiral | Navy\r\nAlan"),
        ("paste_role", "panelist"),
        ("do", "more"),
    ];
    let page = manager.post(NEW, &talk(&pasted)).await.text();
    let page = manager.post(NEW, &changed(&fields_of(&page), &[("do", "up 2")])).await.text();
    let page = manager.post(NEW, &changed(&fields_of(&page), &[("do", "remove 0")])).await.text();
    assert_eq!(manager.post(NEW, &changed(&fields_of(&page), &[])).await, 303);
    let names: Vec<String> = linked(&world).await.into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Alan", "Grace"]);
}

#[actix_web::test]
async fn a_named_guest_becomes_a_draft_and_gets_a_link_in_their_language() {
    let (world, stage) = World::new().await;
    let secretariat = world.delegation(&stage, "Secretariat", 1).await;
    let full = world.delegation(&stage, "Full", 0).await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let guest =
        [("person_0_name", "Marie Curie"), ("person_0_email", "Marie@Radium.example"), ("person_0_language", "fr")];
    assert_eq!(manager.post(NEW, &talk(&guest)).await, 303);
    let path = address(&mut manager).await;
    let page = manager.get(&path).await.text();
    let link = page.find("/guests/").expect("the way to invite");
    let link = format!("{path}{}", page[link..].chars().take_while(|letter| *letter != '"').collect::<String>());
    let page = manager.get(&link).await.text();
    assert!(page.contains("Nous souhaitons vous compter") && page.contains("value=\"marie@radium.example\""), "{page}");
    let (there, nowhere, delegates) = (secretariat.to_string(), full.to_string(), stage.delegates.to_string());
    let fields = fields_of(&page);
    let wrong = manager.post(&link, &changed(&fields, &[("delegation", &nowhere), ("category", &delegates)])).await;
    assert!(wrong == 422 && wrong.text().contains("id=\"category-error\""), "{}", wrong.text());
    let none = manager
        .post(&link, &changed(&fields, &[("email", ""), ("delegation", &there), ("category", &delegates)]))
        .await;
    assert!(none == 422 && none.text().contains("id=\"email-error\""));
    assert!(world.mails_to("marie@radium.example").await.is_empty());
    let right = [("delegation", there.as_str()), ("category", delegates.as_str())];
    let sent = changed(&fields, &right);
    let reply = manager.post(&link, &sent).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let mail = world.mail_to("marie@radium.example").await;
    assert!(mail.body_text.contains("/people/link/") && mail.body_text.contains("« Talk »"), "{}", mail.body_text);
    assert!(linked(&world).await[0].1.is_some());
    assert!(manager.get(&path).await.text().contains("To be accredited"));
    // Pressed twice, it is one person and one mail.
    assert_eq!(manager.post(&link, &sent).await, 422);
    assert_eq!(world.mails_to("marie@radium.example").await.len(), 1);
}

#[actix_web::test]
async fn a_session_says_in_every_language_whose_it_is_and_for_whom() {
    let (world, stage) = World::new().await;
    world.delegation(&stage, "Samoa", 5).await;
    let fiji = world.delegation(&stage, "Fiji", 5).await;
    world.focal_point(&stage, fiji, "fiji@mission.example").await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    let table = "key;kind;title_en;date;start;end;room;organiser;co_organisers;audience;recorded;agenda_item_en;duration\n\
        talk;discussion;Talk;2025-10-26;09:00;10:00;Hall;Samoa;Fiji;p;yes;Item 4;1:30\n";
    let file = [("file", "programme.csv", table.as_bytes())];
    let look = manager.upload("/hanoi/programme/manage/import", &[], &file).await.location().to_owned();
    assert_eq!(manager.post(&look, &[]).await, 303);
    let again = manager.upload("/hanoi/programme/manage/import", &[], &file).await.location().to_owned();
    assert!(manager.get(&again).await.text().contains("1 unchanged"), "the same file makes nothing new");
    let silent = "key;kind;title_en;date;start;end;room;organiser\n\
        talk;discussion;Talk;2025-10-26;09:00;10:00;Hall;Samoa\n";
    let file = [("file", "programme.csv", silent.as_bytes())];
    let look = manager.upload("/hanoi/programme/manage/import", &[], &file).await.location().to_owned();
    assert!(manager.get(&look).await.text().contains("1 unchanged"), "a column that is not there says nothing");
    let path = address(&mut manager).await;
    let fields = fields_of(&manager.get(&path).await.text());
    assert_eq!((value(&fields, "duration"), value(&fields, "co_organiser_0")), ("90".into(), fiji.to_string()));
    let reply = manager.post(&path, &changed(&fields, &[("title_ar", "حوار"), ("title_en", "Talk")])).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let fields = [("name", "Release 1"), ("mails", "nobody")];
    assert_eq!(manager.post("/hanoi/programme/manage/release", &fields).await, 303);
    let day = world.stranger().get("/hanoi/programme?day=2025-10-26").await.text();
    let link = day.find("/hanoi/programme/sessions/").expect("the session");
    let link: String = day[link..].chars().take_while(|letter| *letter != '"').collect();
    let page = world.stranger().get(&link).await.text();
    for said in [
        "lang=\"ar\" dir=\"rtl\">حوار",
        "Item 4",
        "Samoa, Fiji",
        "<b>P</b> <bdi>Press</bdi>",
        "This session is recorded",
    ] {
        assert!(page.contains(said), "{said} is missing in {page}");
    }
    // Who organises together is told together.
    let moved = table.replace("09:00;10:00", "11:00;12:00");
    let file = [("file", "programme.csv", moved.as_bytes())];
    let look = manager.upload("/hanoi/programme/manage/import", &[], &file).await.location().to_owned();
    assert_eq!(manager.post(&look, &[]).await, 303);
    let shown = manager.get("/hanoi/programme/manage/release").await.text();
    assert!(shown.contains("fiji@mission.example"), "{shown}");
}
