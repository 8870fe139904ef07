//! What cannot wait: one change is public at once, everywhere the same, and the draft's other work stays unseen.

use std::time::Duration;

use crate::support::Browser;
use crate::support::forms::{changed, fields_of};

use super::telling::{conference, import};

const DEBATE_MOVED: &str = "debate;plenary;Debate;Débat;Hall;2025-10-26;16:00;17:00;;;Amina | Envoy | Kenya;confirmed";
const OPENING: &str =
    "opening;opening;Opening;Ouverture;Hall;2025-10-26;09:00;10:00;;Haruko | Minister | Japan;;confirmed";

/// Where a session is changed at once, found from its own page.
pub async fn form_of(manager: &mut Browser, title: &str) -> String {
    let list = manager.get("/hanoi/programme/manage").await.text();
    let title = list.find(&format!("<bdi>{title}</bdi>")).expect("the session");
    let link = list[..title].rfind("/hanoi/programme/manage/sessions/").expect("its link");
    let page: String = list[link..].chars().take_while(|letter| *letter != '"').collect();
    let way = format!("{page}/urgent");
    assert!(manager.get(&page).await.text().contains(&way), "one click from the session");
    way
}

/// The value of a room in the form.
pub fn room(page: &str, name: &str) -> String {
    let page = scraper::Html::parse_document(page);
    let options = scraper::Selector::parse("#room option").unwrap();
    let found = page.select(&options).find(|option| option.text().collect::<String>() == name);
    found.expect("the room").value().attr("value").unwrap().to_owned()
}

#[actix_web::test]
async fn an_urgent_change_of_room_is_the_same_everywhere_at_once_and_nothing_else_is_public() {
    let (world, mut manager, mut post) = conference().await;
    import(&mut manager, &[DEBATE_MOVED]).await;
    let form = form_of(&mut manager, "Workshop").await;
    let page = manager.get(&form).await.text();
    assert!(page.contains("Amina") && page.contains("2 people") && !page.contains("Haruko"), "{page}");
    let fields = fields_of(&page);
    let hall = room(&page, "Hall");
    let without = manager.post(&form, &changed(&fields, &[("room", &hall)])).await;
    assert!(without == 422 && without.text().contains("Say why"), "nobody is sent elsewhere without a reason");
    let wanted = [("room", hall.as_str()), ("reason_en", "Water in the garden"), ("reason_fr", "Le jardin est inondé")];
    let done = manager.post(&form, &changed(&fields, &wanted)).await;
    assert_eq!(done, 303, "{}", done.text());

    let mails = post.new_mails().await;
    let to: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
    assert_eq!(to, ["amina@example.org", "kenya@mission.example"], "at once, and those of this session alone");
    // 03:04 at Greenwich is 10:04 in Hà Nội.
    let name = "Release 2, urgent 10:05";
    let mut public = world.stranger();
    let ics = public.get("/hanoi/programme.ics").await.text().replace("\r\n ", "");
    let xml = public.get("/hanoi/programme.xml").await.text();
    let json = public.get("/hanoi/programme.json").await.json();
    let day = public.get("/hanoi/programme?day=2025-10-26").await.text();
    assert!(ics.contains(&name.replace(',', "\\,")) && xml.contains(&format!("<version>{name}</version>")), "{ics}");
    assert_eq!(json["schedule"]["version"], name);
    assert!(day.contains(name) && mails[0].text.contains(name) && mails[0].subject.starts_with("Urgent"), "{day}");
    let rooms = &json["schedule"]["conference"]["days"][0]["rooms"];
    assert_eq!(rooms["Hall"].as_array().unwrap().len(), 3, "the workshop has come to the hall: {rooms}");
    assert_eq!(rooms["Hall"][1]["start"], "11:00", "the draft's own work on the debate is not public");
    assert!(rooms.get("Garden").is_none() && !xml.contains("Garden"));
    let workshop = ics.split("BEGIN:VEVENT").find(|event| event.contains("SUMMARY:Workshop")).expect("the event");
    assert!(workshop.contains("LOCATION:Hall") && workshop.contains("SEQUENCE:1"), "{workshop}");
    assert_eq!(ics.matches("SEQUENCE:0").count(), 2);
    let (method, calendar) = &mails[0].calendars[0];
    assert!(method == "REQUEST" && calendar.contains("LOCATION:Hall") && calendar.contains("SEQUENCE:1"), "{calendar}");
    assert!(mails[0].text.contains("Reason: Water in the garden"), "{}", mails[0].text);
    assert!(day.contains("Water in the garden") && day.contains("14:00–15:00, Garden"), "it is marked: {day}");
    let own = form.replace("/manage", "").replace("/urgent", "");
    assert!(public.get(&own).await.text().contains("Water in the garden"), "on the session's own page, too");
    let mut french = world.stranger().with_header("accept-language", "fr");
    assert!(french.get(&own).await.text().contains("Le jardin est inondé"));
    assert!(public.get("/hanoi/programme/changes").await.text().contains("One session moved"));

    let draft = manager.get(form.trim_end_matches("/urgent")).await.text();
    let hall = format!("<option value=\"{hall}\" selected>");
    assert!(draft.contains(&hall), "the draft follows");
    let next = manager.get("/hanoi/programme/manage/release").await.text();
    assert!(next.contains("One session moved") && next.contains("16:00–17:00"), "and keeps its other work: {next}");
    world.wait(24 * 3600);
    assert!(!public.get(&own).await.text().contains("Water in the garden"), "until the day ends");
}

#[actix_web::test]
async fn an_urgent_change_never_makes_an_overlap_and_says_with_what() {
    let (world, mut manager, mut post) = conference().await;
    let form = form_of(&mut manager, "Workshop").await;
    let page = manager.get(&form).await.text();
    let (fields, hall) = (fields_of(&page), room(&page, "Hall"));
    let at_eleven = [("room", hall.as_str()), ("start", "10:30"), ("end", "11:30"), ("reason_en", "Rain")];
    let refused = manager.post(&form, &changed(&fields, &at_eleven)).await;
    assert!(refused == 422 && refused.text().contains("“Debate” is public in this room from 11:00 to 12:00"));
    assert!(refused.text().contains("value=\"10:30\""), "what was typed stays");
    let elsewhere = [("start", "11:30"), ("end", "12:30"), ("reason_en", "Rain")];
    let twice = manager.post(&form, &changed(&fields, &elsewhere)).await;
    assert!(twice == 422 && twice.text().contains("Amina is on stage in “Debate”"), "{}", twice.text());
    let hall_of = "SELECT id FROM meeting_room WHERE name->>'en' = 'Hall'";
    let part = format!("UPDATE meeting_room SET part_of = ({hall_of}) WHERE name->>'en' = 'Garden'");
    world.sql(&part).await;
    let part = manager.post(&form, &changed(&fields, &elsewhere)).await;
    assert!(
        part == 422 && part.text().contains("“Debate” is public in this room"),
        "the part of a hall: {}",
        part.text()
    );
    let same = manager.post(&form, &changed(&fields, &[("reason_en", "Nothing")])).await;
    assert!(same == 422 && same.text().contains("This is how the session is public already"));
    assert!(post.new_mails().await.is_empty());
    assert!(world.stranger().get("/hanoi/programme.json").await.text().contains("Release 1"));
    // What the draft alone holds there is no obstacle, and somebody else's release is noticed.
    let off = [("cancelled", "yes"), ("reason_en", "The speaker is ill")];
    assert_eq!(manager.post(&form, &changed(&fields, &off)).await, 303);
    let mails = post.new_mails().await;
    assert_eq!((mails.len(), mails[0].calendars[0].0.as_str()), (2, "CANCEL"));
    assert_eq!(manager.get(&form).await, 404, "there is nothing left to change");
    let other = form_of(&mut manager, "Opening").await;
    let late = manager.post(&other, &changed(&fields, &[("start", "08:00"), ("reason_en", "x")])).await;
    assert!(late == 422 && late.text().contains("There is a newer release"), "{}", late.text());
}

#[actix_web::test]
async fn open_pages_hear_of_releases_and_of_nothing_else() {
    let (world, mut manager, _post) = conference().await;
    let address = world.serve();
    let url = format!("http://{address}/hanoi/programme/news");
    let mut stream = open_stream(&url).await;
    import(&mut manager, &[DEBATE_MOVED, OPENING]).await;
    assert!(!heard(&mut stream, Duration::from_millis(700)).await, "work on the draft is nobody's business");
    let form = form_of(&mut manager, "Workshop").await;
    let page = manager.get(&form).await.text();
    let (fields, hall) = (fields_of(&page), room(&page, "Hall"));
    let done = manager.post(&form, &changed(&fields, &[("room", &hall), ("reason_en", "Rain")])).await;
    assert_eq!(done, 303, "{}", done.text());
    assert!(heard(&mut stream, Duration::from_secs(5)).await, "within five seconds");
}

/// An open event stream, past its first resync.
pub async fn open_stream(url: &str) -> tokio::net::TcpStream {
    use tokio::io::AsyncWriteExt;
    let url = url::Url::parse(url).unwrap();
    let address = url.socket_addrs(|| None).unwrap()[0];
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let request = format!("GET {} HTTP/1.1\r\nHost: {address}\r\nAccept: text/event-stream\r\n\r\n", url.path());
    stream.write_all(request.as_bytes()).await.unwrap();
    // The server begins to listen for news with a resync.
    heard(&mut stream, Duration::from_secs(2)).await;
    heard(&mut stream, Duration::from_millis(500)).await;
    stream
}

/// Whether an event arrives in this time.
pub async fn heard(stream: &mut tokio::net::TcpStream, within: Duration) -> bool {
    use tokio::io::AsyncReadExt;
    let read = async {
        let mut bytes = [0_u8; 4096];
        loop {
            let length = stream.read(&mut bytes).await.unwrap();
            assert!(length > 0, "the stream stays open");
            if String::from_utf8_lossy(&bytes[..length]).contains("event:") {
                return;
            }
        }
    };
    tokio::time::timeout(within, read).await.is_ok()
}
