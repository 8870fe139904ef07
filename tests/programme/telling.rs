//! A release tells those it concerns, once, through a real mail server; and nobody else.

use std::path::Path;

use mailparse::{MailHeaderMap, ParsedMail};
use plenipo::conferences::DutyKind;
use plenipo::config::Config;
use plenipo::mail::{Transport, Worker};

use crate::support::forms::fields_of;
use crate::support::post::Server;
use crate::support::{Browser, World};

const HEAD: &str = "key;kind;title_en;title_fr;room;date;start;end;organiser;chairs;speakers;status";
pub const OPENING: &str =
    "opening;opening;Opening;Ouverture;Hall;2025-10-26;09:00;10:00;;Haruko | Minister | Japan;;confirmed";
pub const DEBATE: &str = "debate;plenary;Debate;Débat;Hall;2025-10-26;11:00;12:00;;;Amina | Envoy | Kenya;confirmed";
pub const WORKSHOP: &str =
    "workshop;workshop;Workshop;Atelier;Garden;2025-10-26;14:00;15:00;Kenya;;Amina | Envoy | Kenya;confirmed";

/// The outbox's worker with the server that it sends to.
pub struct Post {
    server: Server,
    worker: Worker,
    read: usize,
}

/// A mail that arrived, and the calendars in it: type, method and text.
pub struct Arrived {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub calendars: Vec<(String, String)>,
    pub copies: usize,
}

impl Post {
    pub fn start(world: &World) -> Self {
        let server = Server::start(&[]);
        let url = format!("smtp://127.0.0.1:{}", server.port);
        let config = Config::from_lookup(|name| (name == "SMTP_URL").then(|| url.clone())).unwrap();
        let transport = Transport::new(&config, Path::new("/nowhere")).unwrap();
        let worker = Worker::new(world.parts.pool.clone(), world.parts.clock.clone(), transport);
        Self { server, worker, read: 0 }
    }

    /// What has arrived since the last time, by address.
    pub async fn new_mails(&mut self) -> Vec<Arrived> {
        while self.worker.work().await.unwrap() > 0 {}
        let all = self.server.mails();
        let mut new: Vec<Arrived> = all[self.read..].iter().map(|(_, bytes)| arrived(bytes)).collect();
        self.read = all.len();
        new.sort_by(|a, b| a.to.cmp(&b.to));
        new
    }
}

fn arrived(bytes: &[u8]) -> Arrived {
    let mail = mailparse::parse_mail(bytes).unwrap();
    let header = |name: &str| mail.headers.get_first_value(name).unwrap_or_default();
    let to = header("To");
    let to = to.rsplit_once('<').map_or(to.as_str(), |(_, rest)| rest).trim_end_matches('>').to_owned();
    let mut found = Arrived { to, subject: header("Subject"), text: String::new(), calendars: Vec::new(), copies: 0 };
    take(&mail, &mut found);
    found
}

fn take(part: &ParsedMail<'_>, found: &mut Arrived) {
    match part.ctype.mimetype.as_str() {
        "text/plain" => found.text = part.get_body().unwrap(),
        "text/calendar" => {
            let text = part.get_body().unwrap().replace("\r\n ", "");
            assert!(text.contains(&format!("METHOD:{}", part.ctype.params["method"])), "both say the same: {text}");
            found.calendars.push((part.ctype.params["method"].clone(), text));
        }
        "application/ics" => found.copies += 1,
        _ => {}
    }
    part.subparts.iter().for_each(|part| take(part, found));
}

pub async fn import(manager: &mut Browser, rows: &[&str]) {
    let table = format!("{HEAD}\n{}\n", rows.join("\n"));
    let file = [("file", "programme.csv", table.as_bytes())];
    let look = manager.upload("/hanoi/programme/manage/import", &[], &file).await;
    assert_eq!(look, 303, "{}", look.text());
    assert_eq!(manager.post(look.location(), &[]).await, 303);
}

/// Japan and Kenya with somebody on stage each, Peru with nobody; all have focal points. The first release told nobody.
pub async fn conference() -> (World, Browser, Post) {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    for (state, person) in [("Japan", "Haruko"), ("Kenya", "Amina"), ("Peru", "Rosa")] {
        let delegation = world.delegation(&stage, state, 5).await;
        world.participant(&stage, delegation, person, "approved").await;
        world.focal_point(&stage, delegation, &format!("{}@mission.example", state.to_lowercase())).await;
    }
    world.sql("UPDATE participant SET language = 'fr' WHERE document_name = 'Haruko'").await;
    import(&mut manager, &[OPENING, DEBATE, WORKSHOP]).await;
    world
        .sql("UPDATE session_person s SET participant_id = p.id FROM participant p WHERE p.document_name = s.name")
        .await;
    let shown = manager.get("/hanoi/programme/manage/release").await.text();
    assert!(shown.contains("of 4 people concerned") && !shown.contains("peru@") && !shown.contains("rosa@"), "{shown}");
    let fields = [("name", "Release 1"), ("mails", "nobody")];
    assert_eq!(manager.post("/hanoi/programme/manage/release", &fields).await, 303);
    let mut post = Post::start(&world);
    world.wait(60);
    assert!(post.new_mails().await.is_empty(), "nobody was to be told");
    (world, manager, post)
}

/// Publishes as the page proposes, but for these fields.
pub async fn publish(manager: &mut Browser, name: &str, without: &[&str]) {
    let page = manager.get("/hanoi/programme/manage/release").await.text();
    let fields = fields_of(&page);
    let mut wanted: Vec<(&str, &str)> = vec![("name", name)];
    let kept = |value: &str| !without.iter().any(|address| page_line(&page, value).contains(address));
    for (field, value) in &fields {
        if field.as_str() != "name" && field.as_str() != "form_token" && (field.as_str() != "tell" || kept(value)) {
            wanted.push((field, value));
        }
    }
    let reply = manager.post("/hanoi/programme/manage/release", &wanted).await;
    assert_eq!(reply, 303, "{}", reply.text());
}

/// The words beside a box.
fn page_line(page: &str, value: &str) -> String {
    let at = page.find(&format!("value=\"{value}\"")).expect("a box");
    page[at..].chars().take(200).collect()
}

pub fn line(text: &str, name: &str) -> String {
    let found = text.lines().find_map(|line| line.strip_prefix(name));
    found.unwrap_or_else(|| panic!("no {name} in {text}")).trim().to_owned()
}

pub fn event(ics: &str, title: &str) -> String {
    let ics = ics.replace("\r\n ", "");
    let wanted = format!("SUMMARY:{title}\r\n");
    ics.split("BEGIN:VEVENT").skip(1).find(|event| event.contains(&wanted)).expect("the event").to_owned()
}

#[actix_web::test]
async fn those_concerned_get_one_mail_each_after_ten_seconds_and_nobody_else_any() {
    let (world, mut manager, mut post) = conference().await;
    let moved = DEBATE.replace("Hall;2025-10-26;11:00;12:00", "Garden;2025-10-26;11:30;12:30");
    import(&mut manager, &[&moved, &WORKSHOP.replace("confirmed", "cancelled")]).await;
    let shown = manager.get("/hanoi/programme/manage/release").await.text();
    assert!(shown.contains("of 2 people concerned") && shown.contains("kenya@mission.example"), "{shown}");
    assert!(!shown.contains("haruko@") && shown.contains("Moved: Debate"), "and a mail is shown: {shown}");
    publish(&mut manager, "Release 2", &[]).await;
    world.wait(9);
    assert!(post.new_mails().await.is_empty(), "there are ten seconds to think");
    world.wait(2);
    let mails = post.new_mails().await;
    let to: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
    assert_eq!(to, ["amina@example.org", "kenya@mission.example"], "two changed sessions, one mail");
    let amina = &mails[0];
    assert!(amina.subject.contains("Release 2") && amina.text.contains("Release 2"), "{}", amina.text);
    assert!(amina.text.contains("Sunday 26 October, 11:00–12:00, Hall"), "{}", amina.text);
    assert!(amina.text.contains("Sunday 26 October, 11:30–12:30, Garden"), "{}", amina.text);
    assert!(amina.text.contains("Cancelled: Workshop") && !amina.text.contains("Opening"), "{}", amina.text);
    let feed = world.stranger().get("/hanoi/programme.ics").await.text();
    let methods: Vec<&str> = amina.calendars.iter().map(|(method, _)| method.as_str()).collect();
    assert_eq!(methods, ["REQUEST", "CANCEL"]);
    for ((_, calendar), title) in amina.calendars.iter().zip(["Debate", "Workshop"]) {
        let public = event(&feed, title);
        for property in ["UID:", "SEQUENCE:", "DTSTART:", "DTEND:", "LOCATION:", "STATUS:", "DTSTAMP:"] {
            assert_eq!(line(calendar, property), line(&public, property), "{title}");
        }
        assert_eq!(line(calendar, "SEQUENCE:"), "1");
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
        assert_eq!(calendar.matches("ATTENDEE").count(), 1, "nobody reads of another's mail");
        assert!(calendar.contains("mailto:amina@example.org") && calendar.contains("ORGANIZER"), "{calendar}");
    }
    assert!(mails[1].text.contains("Of your delegation on stage: Amina"), "{}", mails[1].text);
    assert!(mails[1].calendars[0].1.contains("ROLE=NON-PARTICIPANT"), "{}", mails[1].calendars[0].1);

    publish(&mut manager, "Release 3", &[]).await;
    world.wait(60);
    assert!(post.new_mails().await.is_empty(), "a release that changes nothing tells nobody");

    import(&mut manager, &[&moved.replace("11:30;12:30", "15:00;16:00")]).await;
    publish(&mut manager, "Release 4", &["kenya@"]).await;
    world.wait(11);
    let mails = post.new_mails().await;
    assert_eq!(mails.len(), 1, "who was unticked is not told");
    let (method, calendar) = &mails[0].calendars[0];
    assert_eq!((method.as_str(), line(calendar, "SEQUENCE:").as_str(), mails[0].copies), ("REQUEST", "2", 1));
    assert_eq!(line(calendar, "UID:"), line(&amina.calendars[0].1, "UID:"), "the same session in every calendar");
    let list = manager.get("/hanoi/programme/manage/releases").await.text();
    assert!(list.contains("data-label=\"People told\">2<") && list.contains("data-label=\"People told\">1<"), "{list}");
}

#[actix_web::test]
async fn who_leaves_the_stage_is_let_off_and_everybody_reads_their_own_language() {
    let (world, mut manager, mut post) = conference().await;
    import(&mut manager, &[&OPENING.replace("Haruko | Minister | Japan", "Rosa | Minister | Peru")]).await;
    world
        .sql("UPDATE session_person s SET participant_id = p.id FROM participant p WHERE p.document_name = s.name")
        .await;
    publish(&mut manager, "Release 2", &[]).await;
    world.wait(11);
    let mails = post.new_mails().await;
    let to: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
    assert_eq!(to, ["haruko@example.org", "japan@mission.example", "peru@mission.example", "rosa@example.org"]);
    assert!(mails[0].text.contains("Désormais sans vous : Ouverture"), "{}", mails[0].text);
    assert!(mails[0].text.contains("dimanche 26 octobre"), "{}", mails[0].text);
    assert_eq!((mails[0].calendars[0].0.as_str(), mails[3].calendars[0].0.as_str()), ("CANCEL", "REQUEST"));
    assert!(mails[3].text.contains("Now with you: Opening"), "{}", mails[3].text);
}

#[actix_web::test]
async fn nobody_publishes_what_they_have_not_seen() {
    let (world, mut manager, mut post) = conference().await;
    import(&mut manager, &[&DEBATE.replace("Hall", "Garden")]).await;
    let seen = fields_of(&manager.get("/hanoi/programme/manage/release").await.text());
    let seen: Vec<(&str, &str)> = seen.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
    import(&mut manager, &[&OPENING.replace("09:00", "08:30")]).await;
    let refused = manager.post("/hanoi/programme/manage/release", &seen).await;
    assert!(refused == 422 && refused.text().contains("The draft has changed since this page was shown"));
    assert!(refused.text().contains("haruko@example.org"), "who is concerned now is shown, and ticked");
    world.wait(60);
    assert!(post.new_mails().await.is_empty());
    assert!(world.stranger().get("/hanoi/programme.json").await.text().contains("Release 1"));
    let again: Vec<(String, String)> = fields_of(&refused.text());
    let again: Vec<(&str, &str)> = again.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
    assert_eq!(manager.post("/hanoi/programme/manage/release", &again).await, 303);
    world.wait(11);
    assert_eq!(post.new_mails().await.len(), 4);
}
