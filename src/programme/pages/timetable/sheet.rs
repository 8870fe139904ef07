//! One day of the timetable: columns, hours, blocks, and what stands beside them in the tray. Where a block stands is said by classes,
//! since pages carry no styles of their own.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::model::{MeetingRoom, Session, SessionKind, SessionStatus, Slot};
use super::super::super::rules::{FIRST_HOUR, Lane, Shut, hours_shown, lanes, minute_of, on_day, shut};
use super::super::doubts::word;
use super::super::room::eyebrow;
use super::super::{kind_label, status_label};
use super::filters::{shown_rooms, stands_out};
use super::{Desk, Wanted, place_text, status_class};
use crate::clock::{Day, Moment};
use crate::ids::MeetingRoomId;

/// Minutes of a session of which no length is known.
pub const USUAL_LENGTH: i64 = 60;
/// Columns that classes can tell apart.
const MOST_COLUMNS: usize = 99;

pub struct Sheet {
    pub date: String,
    pub heading: String,
    pub hours: Vec<Hour>,
    /// How many hours there are.
    pub length: i64,
    /// Minutes after midnight at which they begin.
    pub first: i64,
    pub columns: Vec<Column>,
    pub blocks: Vec<Block>,
    /// Where the line of this moment is, on its day.
    pub now: Option<String>,
    /// Rooms that are not shown.
    pub hidden: usize,
}

pub struct Hour {
    pub label: String,
    pub class: String,
}

pub struct Column {
    pub id: String,
    pub href: String,
    pub name: String,
    pub stands: String,
    pub seats: String,
    /// The hall that it is a part of.
    pub whole: String,
    pub class: String,
    pub shut: Vec<Closed>,
}

/// A time at which a room cannot be had.
pub struct Closed {
    pub class: String,
    pub text: String,
}

/// A session, on the sheet or in the tray.
pub struct Block {
    pub id: String,
    pub href: String,
    pub class: String,
    pub letter: String,
    pub kind: String,
    pub title: String,
    pub time: String,
    pub room: String,
    pub organiser: String,
    pub status: SessionStatus,
    pub status_label: String,
    /// What is doubtful, in a word or two each.
    pub doubts: Vec<String>,
    /// Not public as it stands.
    pub waiting: bool,
    pub version: i32,
    /// Minutes after the beginning of the sheet, and how many it takes.
    pub from: i64,
    pub minutes: i64,
    pub room_id: String,
    /// The time at which it begins, where it is the first one that begins then.
    pub opens: Option<String>,
}

/// One day, as far as it is looked at.
pub fn sheet(desk: &Desk, wanted: &Wanted, day: Day) -> Sheet {
    let zone = &desk.zone;
    let minutes = |from: Moment, until: Moment| {
        let start = minute_of(day, from, zone);
        (start, start + until.seconds_since(from) / 60)
    };
    let placed: Vec<(&Session, (i64, i64), MeetingRoomId)> = desk
        .survey
        .sessions
        .iter()
        .filter_map(|session| {
            let (from, until) = session.starts_at.zip(session.ends_at)?;
            (from.conference_day(zone) == day).then_some((session, minutes(from, until), session.room_id?))
        })
        .collect();
    let busy: BTreeSet<MeetingRoomId> = placed.iter().map(|(_, _, room)| *room).collect();
    let mut rooms = shown_rooms(desk, wanted, &busy);
    rooms.truncate(MOST_COLUMNS);
    let (first, last) = hours_shown(placed.iter().map(|(_, span, _)| *span));
    let frame = Frame { day, first: first * 60, last: last * 60 };
    let mut blocks: Vec<Block> = Vec::new();
    for (place, room) in rooms.iter().enumerate() {
        let here: Vec<_> = placed.iter().filter(|(_, _, held)| *held == room.id).collect();
        let spans: Vec<(i64, i64)> = here.iter().map(|(_, span, _)| *span).collect();
        for ((session, span, _), lane) in here.iter().zip(lanes(&spans)) {
            let at = format!("{} {} {}", column_class(place), frame.class(*span), lane_class(lane));
            let (from, until) = frame.within(*span);
            blocks.push(Block { from, minutes: until - from, ..block(desk, wanted, session, &at) });
        }
    }
    blocks.sort_by_key(|block| block.from);
    let mut begun = None;
    for block in &mut blocks {
        if begun != Some(block.from) {
            begun = Some(block.from);
            block.opens = Some(clock(frame.first + block.from));
        }
    }
    let at = minute_of(day, desk.now, zone);
    Sheet {
        date: day.to_string(),
        heading: desk.language.weekday_date(day),
        hours: (first..last)
            .map(|hour| Hour { label: clock(hour * 60), class: at_class((hour - first) * 60) })
            .collect(),
        length: last - first,
        first: frame.first,
        hidden: desk.survey.rooms.len() - rooms.len(),
        columns: rooms.iter().enumerate().map(|(place, room)| column(desk, room, place, &frame, &placed)).collect(),
        blocks,
        now: (frame.first..frame.last).contains(&at).then(|| at_class(at - frame.first)),
    }
}

/// The part of a day that is drawn, in minutes after its midnight.
struct Frame {
    day: Day,
    first: i64,
    last: i64,
}

impl Frame {
    /// From and until within it, from its beginning.
    fn within(&self, (from, until): (i64, i64)) -> (i64, i64) {
        let inside = |at: i64| at.clamp(self.first, self.last) - self.first;
        (inside(from), inside(until))
    }

    fn class(&self, span: (i64, i64)) -> String {
        let (from, until) = self.within(span);
        let (hours, rest) = ((until - from) / 60, (until - from) % 60);
        format!("{} fh{hours} ft{} fo{}", at_class(from), rest / 10, rest % 10)
    }
}

fn at_class(minutes: i64) -> String {
    format!("ah{} at{} ao{}", minutes / 60, minutes % 60 / 10, minutes % 10)
}

fn column_class(place: usize) -> String {
    format!("ct{} co{}", (place + 1) / 10, (place + 1) % 10)
}

/// More than nine at once are drawn on each other.
fn lane_class(Lane { lane, of }: Lane) -> String {
    if of == 1 { String::new() } else { format!("la{} lf{}", lane.min(8), of.min(9)) }
}

/// `09:30`, at night too.
fn clock(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

fn column(
    desk: &Desk,
    room: &MeetingRoom,
    place: usize,
    frame: &Frame,
    placed: &[(&Session, (i64, i64), MeetingRoomId)],
) -> Column {
    let language = desk.language;
    let building = desk.buildings.iter().find(|one| Some(one.id) == room.building_id);
    let seats = desk.survey.place(room.id).and_then(|place| place.seats);
    let seats = seats.map(|seats| language.with("timetable-seats", &[("count", seats.into())]));
    Column {
        id: room.id.to_string(),
        href: format!("{}/rooms/{}", desk.manage, room.id),
        name: room.name.in_language(language).to_owned(),
        stands: eyebrow(building, room, language),
        seats: seats.unwrap_or_default(),
        whole: room.part_of.map(|hall| desk.room_name(hall).to_owned()).unwrap_or_default(),
        class: column_class(place),
        shut: closures(desk, room, frame).into_iter().chain(held(desk, room, frame, placed)).collect(),
    }
}

/// When the room is closed or blocked.
fn closures(desk: &Desk, room: &MeetingRoom, frame: &Frame) -> Vec<Closed> {
    let zone = &desk.zone;
    let begin = i8::try_from(FIRST_HOUR).ok().and_then(|hour| on_day(frame.day, hour, 0, zone));
    let (Some(begin), Some(place)) = (begin, desk.survey.place(room.id)) else { return Vec::new() };
    let day = (
        begin.plus_seconds((frame.first - FIRST_HOUR * 60) * 60),
        begin.plus_seconds((frame.last - FIRST_HOUR * 60) * 60),
    );
    let drawn = shut(place, day).into_iter().map(|((from, until), why)| {
        let start = minute_of(frame.day, from, zone);
        let at = frame.class((start, start + until.seconds_since(from) / 60));
        let (kind, text) = match why {
            Shut::Closed => ("tt-closed", desk.language.t("timetable-closed")),
            Shut::Blocked(id) => {
                let blocker = desk.survey.blocker(id);
                let word = desk.language.t("programme-blocked");
                let reason = blocker.map(|one| one.reason.clone()).unwrap_or_default();
                ("tt-blocked", if reason.is_empty() { word } else { format!("{word}: {reason}") })
            }
        };
        Closed { class: format!("{kind} {at}"), text }
    });
    drawn.collect()
}

/// When it is held through a part of it, or through the hall that it is a part of.
fn held(
    desk: &Desk,
    room: &MeetingRoom,
    frame: &Frame,
    placed: &[(&Session, (i64, i64), MeetingRoomId)],
) -> Vec<Closed> {
    let sharing = desk.survey.rooms.iter().map(|other| other.id).filter(|id| *id != room.id);
    let sharing: BTreeSet<MeetingRoomId> = sharing.filter(|id| desk.survey.share(*id, room.id)).collect();
    let others =
        placed.iter().filter(|(session, _, held)| session.status != SessionStatus::Cancelled && sharing.contains(held));
    let others: Vec<_> = others.collect();
    let spans: Vec<(i64, i64)> = others.iter().map(|(_, span, _)| *span).collect();
    let drawn = others.iter().zip(lanes(&spans)).map(|((session, span, held), lane)| {
        let said = [("title", session.title.in_language(desk.language).into()), ("room", desk.room_name(*held).into())];
        let text = desk.language.with("timetable-held-through", &said);
        Closed { class: format!("tt-held {} {}", frame.class(*span), lane_class(lane)), text }
    });
    drawn.collect()
}

fn block(desk: &Desk, wanted: &Wanted, session: &Session, at: &str) -> Block {
    let language = desk.language;
    let mut doubts: Vec<String> =
        desk.survey.doubts.get(&session.id).into_iter().flatten().map(|doubt| word(doubt, language)).collect();
    doubts.dedup();
    let kind = session.kind.as_str().replace('_', "-");
    let faint = if stands_out(desk, wanted, session) { "" } else { " tt-faint" };
    let zone = &desk.zone;
    let time = session.starts_at.zip(session.ends_at);
    let time = time.map(|(from, until)| format!("{}–{}", language.time(from, zone), language.time(until, zone)));
    Block {
        id: session.id.to_string(),
        href: format!("{}/timetable/{}", desk.manage, session.id),
        class: format!("kind-{kind} {}{faint} {at}", status_class(session.status)),
        letter: language.t(&format!("timetable-letter-{kind}")),
        kind: kind_label(session.kind, language),
        title: session.title.in_language(language).to_owned(),
        time: time.unwrap_or_default(),
        room: session.room_id.map(|room| desk.room_name(room).to_owned()).unwrap_or_default(),
        organiser: if session.kind == SessionKind::Break {
            String::new()
        } else {
            desk.organiser(session.organiser_id)
        },
        status: session.status,
        status_label: status_label(session.status, language),
        doubts,
        waiting: desk.waiting.contains(&session.id),
        version: session.version,
        from: 0,
        minutes: Slot::of(session).minutes().unwrap_or_else(|| length(desk, session)),
        room_id: session.room_id.map(|room| room.to_string()).unwrap_or_default(),
        opens: None,
    }
}

/// How long a session without a time was, or is for now.
fn length(desk: &Desk, session: &Session) -> i64 {
    desk.lengths.get(&session.id).copied().unwrap_or(USUAL_LENGTH)
}

/// What waits for a room or a time and is looked for, by kind and title.
pub fn tray(desk: &Desk, wanted: &Wanted) -> Vec<Block> {
    let waits = |session: &&Session| {
        session.status != SessionStatus::Cancelled
            && !Slot::of(session).is_placed()
            && stands_out(desk, wanted, session)
    };
    let mut found: BTreeMap<(SessionKind, String, i64), Block> = BTreeMap::new();
    for session in desk.survey.sessions.iter().filter(waits) {
        let slot = Slot::of(session);
        let room = slot.room.map(|id| desk.room_name(id)).unwrap_or_default();
        let place =
            if slot == Slot::default() { String::new() } else { place_text(desk.language, &desk.zone, room, slot) };
        let block = Block { time: place, ..block(desk, wanted, session, "") };
        found.insert((session.kind, block.title.clone(), session.number), block);
    }
    found.into_values().collect()
}
