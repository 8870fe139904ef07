//! The programme from a table: all rows or none, each row with what it will do or what is wrong with it. Sessions are found
//! again by their stable key, so that the same file twice makes nothing new.

use std::collections::{HashMap, HashSet};

use jiff::tz::TimeZone;

use super::actions::{NewSession, OnStage, write_session};
use super::export::STAGE;
use super::model::{Person, Session, SessionKind, SessionStatus, StageRole};
use super::queries::{self, RoomRow};
use crate::audit::{Who, record_with};
use crate::clock::{Day, Moment};
use crate::conferences::Conference;
use crate::db::Connection;
use crate::files::{Row, Table};
use crate::ids::{DelegationId, MeetingRoomId, SessionId};
use crate::language::{Language, Localized, Message, shipped};
use crate::web::{Answer, announce};

/// What an import did or would do.
#[derive(Debug, Default)]
pub struct ImportReport {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub new_rooms: Vec<String>,
    /// The row's number as a spreadsheet counts it, and what is wrong; nothing was written if there is any.
    pub errors: Vec<(usize, Message)>,
}

impl ImportReport {
    /// Whether carrying it out changes anything.
    pub fn does_something(&self) -> bool {
        self.new + self.changed + self.new_rooms.len() > 0
    }
}

struct Known {
    zone: TimeZone,
    rooms: HashMap<String, MeetingRoomId>,
    organisers: HashMap<String, DelegationId>,
    sessions: HashMap<String, Session>,
    people: HashMap<SessionId, Vec<Person>>,
}

/// Reads a table of sessions into the draft. The caller's transaction is to be dropped when there are errors or it was only a
/// rehearsal.
pub async fn import_programme(
    tx: &mut Connection,
    conference: &Conference,
    by: Who,
    table: &Table,
    now: Moment,
) -> Answer<ImportReport> {
    let mut report = ImportReport::default();
    for name in ["key", "kind", "title_en"] {
        if table.column(name).is_none() {
            report.errors.push((1, Message::new("programme-import-no-column").with("column", name)));
        }
    }
    if !report.errors.is_empty() {
        return Ok(report);
    }
    let mut known = know(tx, conference).await?;
    add_rooms(tx, conference, table, &mut known, &mut report).await?;
    let mut seen = HashSet::new();
    for row in &table.rows {
        let wanted = match read_row(table, row, &known) {
            Ok(wanted) => wanted,
            Err(message) => {
                report.errors.push((row.number, message));
                continue;
            }
        };
        if !seen.insert(wanted.key.clone()) {
            report.errors.push((row.number, Message::new("programme-import-twice").with("key", wanted.key)));
            continue;
        }
        let existing = known.sessions.get(&wanted.key);
        match existing {
            Some(session) if same(session, known.people.get(&session.id), &wanted) => report.unchanged += 1,
            Some(session) => {
                write_session(tx, conference.id, Some((session.id, session.version)), &wanted, now).await?;
                report.changed += 1;
            }
            None => {
                write_session(tx, conference.id, None, &wanted, now).await?;
                report.new += 1;
            }
        }
    }
    let facts = serde_json::json!({"new": report.new, "changed": report.changed});
    record_with(tx, Some(conference.id), by, "import", ("programme", conference.id.0), facts, now).await?;
    announce(tx, &format!("programme:{}", conference.id)).await?;
    Ok(report)
}

async fn know(tx: &mut Connection, conference: &Conference) -> Answer<Known> {
    let mut people: HashMap<SessionId, Vec<Person>> = HashMap::new();
    for (session, person) in queries::people(tx, conference.id).await? {
        people.entry(session).or_default().push(person);
    }
    Ok(Known {
        zone: conference.zone(),
        rooms: queries::rooms(tx, conference.id).await?.into_iter().map(|room| (room.code, room.id)).collect(),
        organisers: queries::organisers(tx, conference.id).await?.into_iter().map(|(id, key, _)| (key, id)).collect(),
        sessions: queries::sessions(tx, conference.id)
            .await?
            .into_iter()
            .map(|session| (session.key.clone(), session))
            .collect(),
        people,
    })
}

/// Rooms that the table names and nobody has entered yet are made, under the name it uses.
async fn add_rooms(
    tx: &mut Connection,
    conference: &Conference,
    table: &Table,
    known: &mut Known,
    report: &mut ImportReport,
) -> Answer<()> {
    let column = table.column("room");
    for row in &table.rows {
        let name = row.cell(column);
        let code = room_code(name);
        if code.is_empty() || known.rooms.contains_key(&code) {
            continue;
        }
        let localized = shipped().fold(Localized::default(), |text, language| text.and(language.code(), name));
        let ordinal = i32::try_from(known.rooms.len()).unwrap_or(i32::MAX);
        let new = RoomRow { code: &code, name: &localized, capacity: None, ordinal };
        let id = queries::insert_room(tx, conference.id, &new).await?;
        known.rooms.insert(code, id);
        report.new_rooms.push(name.to_owned());
    }
    Ok(())
}

/// `Room 2 (east)` is `room-2-east`.
pub(super) fn room_code(name: &str) -> String {
    let plain: String =
        name.to_lowercase().chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let code = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    code.chars().take(40).collect()
}

fn read_row(table: &Table, row: &Row, known: &Known) -> Result<NewSession, Message> {
    let cell = |name: &str| row.cell(table.column(name)).trim();
    let optional = |name: &str| Some(cell(name)).filter(|text| !text.is_empty()).map(ToOwned::to_owned);
    let key = optional("key").ok_or_else(|| Message::new("programme-import-no-key"))?;
    let kind = SessionKind::parse(&cell("kind").to_lowercase().replace([' ', '-'], "_"))
        .ok_or_else(|| Message::new("programme-import-kind").with("kind", cell("kind")))?;
    let localized = |name: &str| {
        shipped().fold(Localized::default(), |text, language: Language| {
            text.and(language.code(), cell(&format!("{name}_{}", language.code())))
        })
    };
    let title = localized("title");
    if title.is_empty() {
        return Err(Message::new("programme-import-no-title"));
    }
    let room =
        Some(room_code(cell("room"))).filter(|code| !code.is_empty()).and_then(|code| known.rooms.get(&code).copied());
    let organiser = match optional("organiser") {
        None => None,
        Some(key) => {
            let found = known.organisers.get(&key).copied();
            Some(found.ok_or_else(|| Message::new("programme-import-organiser").with("key", key))?)
        }
    };
    let status = match cell("status") {
        "" => SessionStatus::Confirmed,
        text => SessionStatus::parse(&text.to_lowercase())
            .ok_or_else(|| Message::new("programme-import-status").with("status", text))?,
    };
    Ok(NewSession {
        key,
        kind,
        official_number: optional("number"),
        title,
        description: localized("description"),
        room,
        time: read_time(cell("date"), cell("start"), cell("end"), &known.zone)?,
        is_open: !is_no(cell("open")),
        interpretation: cell("interpretation")
            .split([' ', ',', ';'])
            .filter(|part| !part.is_empty())
            .map(str::to_lowercase)
            .collect(),
        webcast: is_yes(cell("webcast")),
        status,
        organiser,
        capacity: match optional("capacity") {
            None => None,
            Some(text) => Some(
                text.parse::<i32>()
                    .ok()
                    .filter(|seats| *seats > 0)
                    .ok_or_else(|| Message::new("programme-import-capacity").with("text", text))?,
            ),
        },
        people: read_people(STAGE, cell),
    })
}

/// A session's time in the conference's zone; an end at or before the start is on the next day.
pub(super) fn read_time(
    date: &str,
    start: &str,
    end: &str,
    zone: &TimeZone,
) -> Result<Option<(Moment, Moment)>, Message> {
    if date.is_empty() && start.is_empty() && end.is_empty() {
        return Ok(None);
    }
    let day = Day::parse(date).ok_or_else(|| Message::new("programme-wrong-date").with("text", date))?;
    let clock = |text: &str| -> Result<(i8, i8), Message> {
        let read = || {
            let (hour, minute) = text.split_once([':', 'h', '.'])?;
            let (hour, minute) = (hour.parse::<i8>().ok()?, minute.get(..2)?.parse::<i8>().ok()?);
            ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
        };
        read().ok_or_else(|| Message::new("programme-wrong-time").with("text", text))
    };
    let (from, until) = (clock(start)?, clock(end)?);
    let last = if until <= from { day.plus_days(1) } else { day };
    let moments = day.at(from.0, from.1, zone).zip(last.at(until.0, until.1, zone));
    moments.map(Some).ok_or_else(|| Message::new("programme-wrong-time").with("text", start))
}

/// `Name | Title | Affiliation; Name | ...`
pub(super) fn read_people<'a>(columns: &[(&str, StageRole)], cell: impl Fn(&str) -> &'a str) -> Vec<OnStage> {
    let mut people = Vec::new();
    for (column, role) in columns {
        for person in cell(column).split([';', '\n']).map(str::trim).filter(|person| !person.is_empty()) {
            let mut parts = person.split('|').map(|part| part.trim().to_owned());
            people.push(OnStage {
                role: *role,
                name: parts.next().unwrap_or_default(),
                title: parts.next().unwrap_or_default(),
                affiliation: parts.next().unwrap_or_default(),
            });
        }
    }
    people
}

fn is_yes(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "yes" | "y" | "true" | "1" | "oui" | "x")
}

fn is_no(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "no" | "n" | "false" | "0" | "non" | "closed")
}

fn same(session: &Session, people: Option<&Vec<Person>>, wanted: &NewSession) -> bool {
    let on_stage = |person: &Person| OnStage {
        role: person.role,
        name: person.name.clone(),
        title: person.title.clone(),
        affiliation: person.affiliation.clone(),
    };
    let stored = NewSession {
        key: session.key.clone(),
        kind: session.kind,
        official_number: session.official_number.clone(),
        title: session.title.clone(),
        description: session.description.clone(),
        room: session.room_id,
        time: session.starts_at.zip(session.ends_at),
        is_open: session.is_open,
        interpretation: session.interpretation.clone(),
        webcast: session.webcast,
        status: session.status,
        organiser: session.organiser_id,
        capacity: session.capacity,
        people: people.into_iter().flatten().map(on_stage).collect(),
    };
    stored == *wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_the_conferences_zone() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let (from, until) = read_time("2025-10-25", "09:00", "10:15", &zone).unwrap().unwrap();
        assert_eq!(
            (from.to_string(), until.to_string()),
            ("2025-10-25T02:00:00Z".into(), "2025-10-25T03:15:00Z".into())
        );
        let (_, late) = read_time("2025-10-25", "22:00", "00:30", &zone).unwrap().unwrap();
        assert_eq!(late.to_string(), "2025-10-25T17:30:00Z");
        assert!(read_time("2025-02-30", "09:00", "10:00", &zone).is_err());
        assert!(read_time("2025-10-25", "25:00", "10:00", &zone).is_err());
        assert!(read_time("2025-10-25", "9é", "10:00", &zone).is_err());
    }

    #[test]
    fn people_are_read_with_title_and_affiliation() {
        let people = read_people(
            &[("speakers", StageRole::Speaker)],
            |_| "Ada Lovelace | Analyst | Analytical Society; Purwanto",
        );
        assert_eq!(people.len(), 2);
        assert_eq!((people[0].title.as_str(), people[1].name.as_str()), ("Analyst", "Purwanto"));
    }

    #[test]
    fn a_rooms_code_comes_from_its_name() {
        assert_eq!(room_code("Room 2 (east)"), "room-2-east");
        assert_eq!(room_code("  "), "");
    }
}
