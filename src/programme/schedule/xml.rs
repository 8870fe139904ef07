//! Schedule XML, read: `<schedule><conference/><day><room><event/></room></day></schedule>`. A file that defines entities of its own
//! is refused: nobody needs them, and they can be made to grow without end.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use roxmltree::{Document, Node, ParsingOptions};
use serde_json::{Map, Value, json};

use super::json::bounds;
use super::{Event, Guest, Link, Raw, Recording, Schedule, Wrong, clean, kept};
use crate::clock::{Day, Moment};
use crate::language::Message;

/// The most elements and texts of a file.
const MOST_NODES: u32 = 600_000;

/// The schedule with everything in it that could be read, and what could not.
pub fn read(text: &str, zone: &TimeZone) -> Result<(Schedule, Vec<Wrong>), Wrong> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| {
        let line = usize::try_from(error.pos().row).unwrap_or(1);
        let key =
            if matches!(error, roxmltree::Error::DtdDetected) { "schedule-own-entities" } else { "schedule-not-xml" };
        Wrong::at(line, Message::new(key).with("reason", error.to_string()))
    })?;
    let root = document.root_element();
    let no_days = || Wrong::at(1, Message::new("schedule-no-days"));
    if root.tag_name().name() != "schedule" {
        return Err(no_days());
    }
    let conference = child(root, "conference").ok_or_else(no_days)?;
    let day_of = |name: &'static str| child(conference, name).and_then(|node| Day::parse(content(node).get(..10)?));
    let mut schedule = Schedule {
        version: clean(&text_of(root, "version")),
        title: clean(&text_of(conference, "title")),
        acronym: clean(&text_of(conference, "acronym")),
        starts_on: day_of("start"),
        ends_on: day_of("end"),
        zone_name: child(conference, "time_zone_name").map(|node| clean(&content(node))),
        ..Schedule::default()
    };
    // Asking the document for each place would read it from its start each time.
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let mut wrong = Vec::new();
    for day in children(root, "day") {
        let date = day.attribute("date").and_then(|text| Day::parse(text.get(..10)?));
        schedule.days.extend(date.and_then(|day| bounds(day, zone)));
        for room in children(day, "room") {
            for event in children(room, "event") {
                let line = ends.partition_point(|end| *end < event.range().start) + 1;
                match raw(event, room.attribute("name").unwrap_or_default(), line, date).read(zone) {
                    Ok(event) => schedule.events.push(event),
                    Err(more) => wrong.extend(more),
                }
            }
        }
    }
    Ok((schedule, wrong))
}

fn raw(node: Node<'_, '_>, room: &str, line: usize, day: Option<Day>) -> Raw {
    let text = |name: &str| text_of(node, name);
    let said = |name: &'static str| child(node, name).map(content).filter(|text| !text.trim().is_empty());
    let own_room = text("room");
    let recording = child(node, "recording").map(|node| Recording {
        license: text_of(node, "license"),
        optout: matches!(text_of(node, "optout").trim(), "true" | "1"),
    });
    Raw {
        line,
        id: node.attribute("id").map(ToOwned::to_owned),
        guid: node.attribute("guid").map(ToOwned::to_owned),
        date: said("date"),
        start: said("start"),
        duration: said("duration"),
        day,
        event: Event {
            room: if own_room.trim().is_empty() { room.to_owned() } else { own_room },
            title: text("title"),
            subtitle: text("subtitle"),
            track: text("track"),
            kind: text("type"),
            language: text("language"),
            summary: text("abstract"),
            description: text("description"),
            slug: text("slug"),
            url: text("url"),
            people: within(node, "persons", "person").map(guest).collect(),
            links: within(node, "links", "link").map(link).collect(),
            recording: recording.filter(|recording| *recording != Recording::default()),
            more: others(node),
            ..Event::at(Moment::new(Timestamp::UNIX_EPOCH), 0)
        },
    }
}

/// What XML has no place for in its schema and JSON has: a picture, other files.
fn others(node: Node<'_, '_>) -> Map<String, Value> {
    let mut more = Map::new();
    let logo = clean(&text_of(node, "logo"));
    if !logo.is_empty() {
        more.insert("logo".into(), logo.into());
    }
    let attached = within(node, "attachments", "attachment").map(link).filter(|link| !link.url.trim().is_empty());
    let attached: Vec<Value> =
        attached.map(|link| json!({"url": clean(&link.url), "title": clean(&link.title)})).collect();
    if !attached.is_empty() {
        more.insert("attachments".into(), attached.into());
    }
    more
}

fn guest(node: Node<'_, '_>) -> Guest {
    let id = node.attribute("id").and_then(|text| text.trim().parse::<i64>().ok()).filter(|id| *id > 0);
    Guest { id, name: content(node), ..Guest::default() }
}

fn link(node: Node<'_, '_>) -> Link {
    let (address, title) = (node.attribute("href").unwrap_or_default().to_owned(), content(node));
    if address.is_empty() {
        Link { url: title, ..Link::default() }
    } else {
        Link { url: address, title, ..Link::default() }
    }
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.is_element() && child.tag_name().name() == name)
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> Option<Node<'a, 'i>> {
    children(node, name).next()
}

fn within<'a, 'i>(node: Node<'a, 'i>, list: &'static str, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    child(node, list).into_iter().flat_map(move |list| children(list, name))
}

/// All text in it, whatever stands between.
fn content(node: Node<'_, '_>) -> String {
    kept(&node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect::<String>())
}

fn text_of(node: Node<'_, '_>, name: &str) -> String {
    let found = node.children().find(|child| child.is_element() && child.tag_name().name() == name);
    found.map(content).unwrap_or_default()
}
