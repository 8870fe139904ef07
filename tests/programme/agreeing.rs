//! One urgent change of room: everything that the public can read says the same within five seconds, in both of two processes, and
//! exactly those concerned are mailed.

use std::time::{Duration, Instant};

use crate::support::forms::{changed, fields_of};
use crate::support::{Browser, World};

use super::telling::conference;
use super::urgent::{form_of, heard, open_stream, room};

const LIMIT: Duration = Duration::from_secs(5);

/// Every place where a session is public, with what it must say and what it must not say any more.
async fn all_places(public: &mut Browser, session: &str, feed: &str) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let places = [
        ("the programme", "/hanoi/programme?day=2025-10-26".to_owned()),
        ("the session's page", session.to_owned()),
        ("what changed", "/hanoi/programme/changes".to_owned()),
        ("iCalendar", "/hanoi/programme.ics".to_owned()),
        ("the session's calendar", format!("{session}/calendar.ics")),
        ("schedule XML", "/hanoi/programme.xml".to_owned()),
        ("schedule JSON", "/hanoi/programme.json".to_owned()),
        ("the personal feed", feed.to_owned()),
        ("the personal agenda", "/hanoi/agenda".to_owned()),
        ("the Journal", "/hanoi/journal/2025-10-26/en".to_owned()),
        ("the door of the new room", "/hanoi/screens/rooms/hall".to_owned()),
        ("the door of the old room", "/hanoi/screens/rooms/garden".to_owned()),
        ("the screen over all rooms", "/hanoi/screens/overview".to_owned()),
    ];
    for (place, path) in places {
        let reply = public.get(&path).await;
        assert_eq!(reply, 200, "{place}");
        found.push((place, reply.text().replace("\r\n ", "").replace("\\,", ",")));
    }
    found
}

/// The room in which a place says the workshop takes place.
fn says(place: &str, text: &str) -> String {
    match place {
        "iCalendar" | "the session's calendar" | "the personal feed" => {
            let event = text.split("BEGIN:VEVENT").find(|event| event.contains("SUMMARY:Workshop")).expect("the event");
            event.lines().find_map(|line| line.strip_prefix("LOCATION:")).expect("a place").trim().to_owned()
        }
        "schedule XML" => {
            let event =
                text.split("<event ").find(|event| event.contains("<title>Workshop</title>")).expect("the event");
            event.split("<room>").nth(1).unwrap().split('<').next().unwrap().to_owned()
        }
        "schedule JSON" => {
            let json: serde_json::Value = serde_json::from_str(text).unwrap();
            let rooms = json["schedule"]["conference"]["days"][0]["rooms"].as_object().unwrap();
            let holds =
                |events: &serde_json::Value| events.as_array().unwrap().iter().any(|one| one["title"] == "Workshop");
            rooms.iter().find(|(_, events)| holds(events)).expect("the room").0.clone()
        }
        "the session's page" => after_bdi(text, "room="),
        "the Journal" => {
            let row = text.split("<tr").find(|row| row.contains("<bdi>Workshop</bdi></a>")).expect("its row");
            after_bdi(row, "journal-where")
        }
        "the programme" => {
            let article = text.split("<article").find(|part| part.contains("<bdi>Workshop</bdi></a>")).expect("it");
            after_bdi(article, "session-room")
        }
        "the personal agenda" => {
            let entry = text
                .split("<li class=\"agenda-entry")
                .skip(1)
                .find(|part| part.contains("Workshop"))
                .expect("its entry");
            after_bdi(entry, "session-meta")
        }
        "what changed" => {
            let row = text.split("<tr>").find(|row| row.contains("<bdi>Workshop</bdi>")).expect("its row");
            after_bdi(row.split("</s>").nth(1).unwrap(), "<b>").rsplit(", ").next().unwrap().to_owned()
        }
        "the door of the new room" => {
            assert!(text.split("<li class=\"held-one").any(|one| one.contains("<bdi>Workshop</bdi>")), "{text}");
            after_bdi(text, "screen-head")
        }
        "the door of the old room" | "the screen over all rooms" => {
            let news = text.split("screen-news").nth(1).unwrap_or_else(|| panic!("{place} tells no change: {text}"));
            after_bdi(news, "news-place").rsplit(", ").next().unwrap().to_owned()
        }
        other => panic!("{other}"),
    }
}

fn after_bdi(text: &str, mark: &str) -> String {
    let rest = text.split(mark).nth(1).unwrap_or_else(|| panic!("no {mark} in {text}"));
    rest.split("<bdi>").nth(1).unwrap().split("</bdi>").next().unwrap().to_owned()
}

#[actix_web::test]
async fn one_urgent_change_of_room_is_the_same_everywhere_within_five_seconds() {
    let (world, mut manager, mut post) = conference().await;
    let elsewhere = World::on(world.url.clone(), &[]).await;
    let (mut ann, mut other) = (world.stranger(), elsewhere.stranger());
    let form = form_of(&mut manager, "Workshop").await;
    let session = form.replace("/manage", "").replace("/urgent", "");
    let id = session.rsplit('/').next().unwrap();
    assert_eq!(ann.post(&format!("/hanoi/agenda/sessions/{id}/add"), &[]).await, 303);
    let agenda = ann.get("/hanoi/agenda").await.text();
    let feed = agenda.split("webcal://127.0.0.1:8080").nth(1).unwrap().split('"').next().unwrap().to_owned();
    other = other.with_cookie("plenipo_agenda_hanoi", ann.cookie("plenipo_agenda_hanoi").unwrap());
    // Both processes have read the first release.
    for browser in [&mut ann, &mut other] {
        assert!(browser.get(&feed).await.text().contains("LOCATION:Garden"));
        assert!(browser.get("/hanoi/screens/rooms/garden").await.text().contains("<bdi>Workshop</bdi>"));
    }
    let mut line = open_stream(&format!("http://{}/hanoi/programme/news", elsewhere.serve())).await;
    let page = manager.get(&form).await.text();
    let (fields, hall) = (fields_of(&page), room(&page, "Hall"));
    let wanted = [("room", hall.as_str()), ("reason_en", "Water in the garden"), ("reason_fr", "Le jardin est inondé")];

    let begun = Instant::now();
    let done = manager.post(&form, &changed(&fields, &wanted)).await;
    assert_eq!(done, 303, "{}", done.text());
    assert!(heard(&mut line, LIMIT).await, "open pages of the other process are told");
    let release = "Release 2, urgent 10:05";
    for browser in [&mut ann, &mut other] {
        for (place, text) in all_places(browser, &session, &feed).await {
            assert_eq!(says(place, &text), "Hall", "{place}");
            assert!(text.contains(release), "{place} names its release: {text}");
        }
    }
    let mails = post.new_mails().await;
    let took = begun.elapsed();
    let to: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
    assert_eq!(to, ["amina@example.org", "kenya@mission.example"], "exactly those concerned");
    for mail in &mails {
        assert!(mail.text.contains(release) && mail.calendars[0].1.contains("LOCATION:Hall"), "{}", mail.text);
    }
    assert!(took < LIMIT, "it took {took:?}");
    let mut french = world.stranger();
    assert!(french.get("/hanoi/journal/2025-10-26/fr").await.text().contains("Le jardin est inondé"));
}
