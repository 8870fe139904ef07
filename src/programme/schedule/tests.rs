use proptest::prelude::*;
use serde_json::json;

use super::*;

fn zone() -> TimeZone {
    TimeZone::get("Asia/Ho_Chi_Minh").unwrap()
}

fn day(text: &str) -> Date {
    bounds(Day::parse(text).unwrap(), &zone()).unwrap()
}

/// Every letter that a file can be broken with, and honest ones of several scripts.
fn hostile() -> impl Strategy<Value = String> {
    let letters = prop::sample::select(vec![
        "a", "Z", "9", " ", "&", "<", ">", "\"", "'", "\\", "/", "]]>", "<!--", "-->", "&amp;", "&#0;", "<?x", "%",
        "{", "}", "[", "]", ",", ":", "\n", "\t", "\r", "\u{0}", "\u{1b}", "\u{7f}", "\u{85}", "\u{fffe}", "\u{feff}",
        "\u{202e}", "é", "ế", "ش", "中", "🦉", "ʻ", "\\u0000", "\\n", "</title>", "null",
    ]);
    prop::collection::vec(letters, 0..12).prop_map(|parts| parts.concat())
}

fn cleaned() -> impl Strategy<Value = String> {
    hostile().prop_map(|text| clean(&text))
}

prop_compose! {
    fn guests()(names in prop::collection::vec(cleaned(), 0..4), first in 1_i64..1_000_000) -> Vec<Guest> {
        let named = names.into_iter().filter(|name| !name.is_empty());
        (first..).zip(named).map(|(id, name)| Guest { id: Some(id), name, ..Guest::default() }).collect()
    }
}

prop_compose! {
    fn event()(
        (minute, minutes) in (0_i64..5 * 24 * 60, 1_i64..=MOST_MINUTES),
        texts in prop::collection::vec(cleaned(), 8),
        people in guests(),
        recording in prop::option::of((cleaned(), any::<bool>())),
        link in prop::option::of(cleaned()),
        guid in any::<u128>(),
    ) -> Event {
        let start = Moment::parse("2025-10-24T21:00:00Z").unwrap().plus_seconds(minute * 60);
        let [room, title, subtitle, track, kind, summary, description, path] = texts.try_into().unwrap();
        let recording = recording.map(|(license, optout)| Recording { license, optout });
        let link = link.filter(|title| !title.is_empty());
        Event {
            guid: Some(Uuid::from_u128(guid)),
            room: format!("R{room}").trim().to_owned(),
            title: format!("T{title}").trim().to_owned(),
            subtitle, track, kind, summary, description,
            language: "fr".into(),
            slug: "a-session".into(),
            url: clean(&format!("https://example.org/{path}")),
            people,
            links: link.into_iter().map(|title| Link { url: "https://example.org/x?a=1&b=2".into(), title, kind: String::new() }).collect(),
            recording: recording.filter(|recording| *recording != Recording::default()),
            ..Event::at(start, minutes)
        }
    }
}

prop_compose! {
    fn schedule()((title, version) in (cleaned(), cleaned()), mut events in prop::collection::vec(event(), 1..12)) -> Schedule {
        events.sort_by_key(|event| event.starts_at);
        let mut seen = std::collections::HashSet::new();
        events.retain(|event| seen.insert(event.guid));
        for (id, event) in (1..).zip(&mut events) {
            event.id = Some(id);
        }
        let mut days: Vec<Day> = events.iter().map(|event| event.starts_at.conference_day(&zone())).collect();
        days.sort_unstable();
        days.dedup();
        Schedule {
            version, title,
            acronym: "hanoi".into(),
            starts_on: Day::parse("2025-10-25"),
            ends_on: Day::parse("2025-10-29"),
            base: String::new(),
            zone_name: None,
            rooms: Vec::new(),
            days: days.into_iter().filter_map(|day| bounds(day, &zone())).collect(),
            events,
        }
    }
}

/// What was read, in the order in which it was made, without what only a file has.
fn settled(mut read: Schedule) -> Schedule {
    read.events.sort_by_key(|event| event.id);
    for event in &mut read.events {
        event.line = 0;
    }
    read
}

proptest! {
    #[test]
    fn what_is_written_as_json_is_read_as_it_was(schedule in schedule()) {
        let text = schedule.json(&zone()).to_string();
        let read = settled(read(text.as_bytes(), &zone()).unwrap());
        // Attachments are always said, if only that there are none.
        let mut expected = schedule;
        for event in &mut expected.events {
            event.more.insert("attachments".into(), json!([]));
        }
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn what_is_written_as_xml_is_read_as_it_was(schedule in schedule()) {
        let read = settled(read(schedule.xml(&zone()).as_bytes(), &zone()).unwrap());
        let mut expected = schedule;
        for event in &mut expected.events {
            // In XML the address of an event is its first link.
            let own = Link { url: event.url.clone(), title: event.url.clone(), kind: String::new() };
            event.url = String::new();
            event.links.insert(0, own);
        }
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn no_file_however_broken_stops_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..300), cut in 0_usize..4_000) {
        let _ = read(&bytes, &zone());
        let whole = Schedule { events: vec![Event { id: Some(1), title: "é<&".into(), room: "R".into(), ..Event::at(day("2025-10-25").from, 5) }],
            days: vec![day("2025-10-25")], ..Schedule::default() };
        for text in [whole.xml(&zone()), whole.json(&zone()).to_string()] {
            let cut = cut.min(text.len());
            let _ = read(&text.as_bytes()[..cut], &zone());
        }
    }
}

fn one(fields: Value) -> String {
    json!({"schedule": {"version": "1", "conference": {"title": "C", "acronym": "conf", "days": [
        {"index": 1, "date": "2025-10-25", "rooms": {"Hall": [fields]}}]}}})
    .to_string()
}

fn good() -> Value {
    json!({"id": 7, "guid": "8079583e-8321-506c-95af-fd2903a5f075", "date": "2025-10-25T09:00:00+07:00", "duration": "00:30", "title": "A", "room": "Hall"})
}

fn with(name: &str, value: Value) -> Value {
    let mut fields = good();
    fields[name] = value;
    fields
}

fn keys(fields: Value) -> Vec<String> {
    let wrong = read(one(fields).as_bytes(), &zone()).unwrap_err();
    wrong.into_iter().map(|wrong| wrong.message.key().to_owned()).collect()
}

#[test]
fn everything_that_is_wrong_with_an_event_is_said_at_once() {
    assert_eq!(keys(with("id", json!("2814"))), ["schedule-wrong-id"], "a number in quotation marks is none");
    assert_eq!(keys(with("id", json!(0))), ["schedule-wrong-id"]);
    assert_eq!(keys(with("guid", json!("7"))), ["schedule-wrong-guid"]);
    assert_eq!(keys(with("date", json!("tomorrow"))), ["schedule-wrong-date"]);
    for duration in [json!("00:00"), json!("25:00"), json!("1:75"), json!(30), json!("-1:00"), Value::Null] {
        assert_eq!(keys(with("duration", duration)), ["schedule-wrong-duration"]);
    }
    assert_eq!(keys(with("title", json!("x".repeat(501)))), ["schedule-too-long"]);
    assert_eq!(
        keys(json!({"title": "\u{0}"})),
        ["schedule-no-id", "schedule-no-title", "schedule-wrong-date", "schedule-wrong-duration"]
    );
}

#[test]
fn a_mistake_is_on_the_line_on_which_its_event_begins() {
    let text = "{\"schedule\": {\"conference\": {\"days\": [\n{\"date\": \"2025-10-25\", \"rooms\": {\"Hall {[\": [\n\n{\"id\": 1,\n\
        \"title\": \"{ \\\" \\u007b\", \"date\": \"2025-10-25T09:00:00Z\", \"duration\": \"0:30\"},\n{\"id\": \"x\",\n\"title\": \"B\", \"date\": \"2025-10-25T09:00:00Z\", \"duration\": \"0:30\"}]}}]}}}";
    let wrong = read(text.as_bytes(), &zone()).unwrap_err();
    assert_eq!(wrong.iter().map(|wrong| wrong.line).collect::<Vec<_>>(), [6]);
    let text = "<schedule>\n<conference/>\n<day date=\"2025-10-25\">\n<room name=\"Hall\">\n<event id=\"0\">\n<title>A</title></event></room></day></schedule>";
    let wrong = read(text.as_bytes(), &zone()).unwrap_err();
    assert!(wrong.iter().all(|wrong| wrong.line == 5) && wrong.len() == 3, "{wrong:?}");
    let broken = read(b"{\"schedule\": {\n\"conference\": nothing", &zone()).unwrap_err();
    assert_eq!((broken[0].line, broken[0].message.key()), (2, "schedule-not-json"));
    let broken = read(b"<schedule>\n<conference>\n</schedule>", &zone()).unwrap_err();
    assert_eq!((broken[0].line, broken[0].message.key()), (3, "schedule-not-xml"));
    let broken = read(b"<schedule>\n\xff", &zone()).unwrap_err();
    assert_eq!((broken[0].line, broken[0].message.key()), (2, "schedule-not-utf8"));
}

#[test]
fn entities_and_depth_do_not_make_a_file_grow() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<schedule><conference/>&b;</schedule>";
    assert_eq!(read(bomb.as_bytes(), &zone()).unwrap_err()[0].message.key(), "schedule-own-entities");
    let deep = format!("<schedule>{}{}</schedule>", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert!(read(deep.as_bytes(), &zone()).is_err());
    let deep = "[".repeat(1_000_000);
    assert!(read(format!("{{\"schedule\":{deep}").as_bytes(), &zone()).is_err());
}

#[test]
fn a_session_after_midnight_belongs_to_the_day_before() {
    let fields = |start: &str| json!({"id": 1, "start": start, "duration": "01:00", "title": "A"});
    let at = |start: &str| read(one(fields(start)).as_bytes(), &zone()).unwrap().events[0].starts_at;
    assert_eq!(at("01:30"), Moment::parse("2025-10-26T01:30:00+07:00").unwrap(), "of a file that says only the hour");
    assert_eq!(at("04:00"), Moment::parse("2025-10-25T04:00:00+07:00").unwrap());
    let night = Schedule {
        days: vec![day("2025-10-25")],
        events: vec![Event { id: Some(1), room: "R".into(), title: "A".into(), ..Event::at(at("03:59"), 30) }],
        ..Schedule::default()
    };
    assert!(night.xml(&zone()).contains("<event id=\"1\""), "it is written under the day before");
    assert!(night.json(&zone()).to_string().contains("2025-10-26T03:59:00+07:00"));
}

#[test]
fn two_events_of_one_identity_are_told_with_both_lines() {
    let text = format!(
        "{{\"conference\": {{\"days\": [{{\"date\": \"2025-10-25\", \"rooms\": {{\"Hall\": [\n{},\n{}]}}}}]}}}}",
        good(),
        good()
    );
    let wrong = read(text.as_bytes(), &zone()).unwrap_err();
    assert_eq!(wrong.len(), 2, "the same GUID, and the same number: {wrong:?}");
    assert!(wrong.iter().all(|wrong| wrong.line == 3));
}
