//! The programme from a table: all rows or none, each row with what it will do or what is wrong with it. Sessions are found
//! again by their stable key, so that the same file twice makes nothing new.

use std::collections::{HashMap, HashSet};

use jiff::tz::TimeZone;

use super::actions::{NewSession, survey, write_session};
use super::export::STAGE;
use super::model::{
    Circle, Layout, Link, MeetingRoom, OnStage, Person, Session, SessionKind, SessionStatus, StageRole,
};
use super::queries::{self, RoomRow};
use super::rules::{code_of, key_for, read_times};
use crate::audit::{Who, record_with};
use crate::clock::Moment;
use crate::conferences::{Conference, categories};
use crate::db::Connection;
use crate::files::{Row, Table};
use crate::ids::{CategoryId, DelegationId, MeetingRoomId, SessionId};
use crate::language::collation::fold;
use crate::language::{Language, Localized, Message, shipped, western_digits};
use crate::web::{Answer, announce};

/// What an import did or would do.
#[derive(Debug, Default)]
pub struct ImportReport {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub new_rooms: Vec<String>,
    /// Sessions that a schedule file moves, whatever else it changes of them.
    pub moves: Vec<Moved>,
    /// Sessions that the same source brought before and no longer has.
    pub missing: Vec<Localized>,
    /// How many of these were cancelled.
    pub cancelled: usize,
    /// Sessions of the draft that would have something doubtful about them, a clash or another thing.
    pub doubtful: usize,
    /// The row's number as a spreadsheet counts it, and what is wrong; nothing was written if there is any.
    pub errors: Vec<(usize, Message)>,
}

impl ImportReport {
    /// Whether carrying it out changes anything.
    pub fn does_something(&self) -> bool {
        self.new + self.changed + self.moves.len() + self.new_rooms.len() + self.missing.len() > 0
    }
}

/// A session that changes its place.
#[derive(Clone, Debug)]
pub struct Moved {
    pub title: Localized,
    pub from: Spot,
    pub to: Spot,
}

/// Where and when a session is.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    pub room: Option<Localized>,
    pub time: Option<(Moment, Moment)>,
}

/// Where and when this session is wanted.
pub(super) fn spot(session: &NewSession, rooms: &[MeetingRoom]) -> Spot {
    let room = rooms.iter().find(|room| Some(room.id) == session.room);
    Spot { room: room.map(|room| room.name.clone()), time: session.time }
}

struct Known {
    zone: TimeZone,
    /// By code.
    rooms: HashMap<String, MeetingRoomId>,
    /// By what its names fold to: a name in another script has no code of its own.
    rooms_by_name: HashMap<String, MeetingRoomId>,
    organisers: HashMap<String, DelegationId>,
    sessions: HashMap<String, Session>,
    people: HashMap<SessionId, Vec<Person>>,
    circles: HashMap<SessionId, Circle>,
    /// By letter, in the conference's order.
    categories: Vec<(String, CategoryId)>,
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
            Some(session) if same(session, &known, &wanted) => report.unchanged += 1,
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
    if report.errors.is_empty() {
        report.doubtful = survey(tx, conference).await?.doubts.len();
    }
    let facts = serde_json::json!({"new": report.new, "changed": report.changed});
    record_with(tx, Some(conference.id), by, "import", ("programme", conference.id.0), facts, now).await?;
    announce(tx, &format!("programme:{}", conference.id)).await?;
    Ok(report)
}

impl Known {
    /// A room by its code or by its name in any language.
    fn room(&self, name: &str) -> Option<MeetingRoomId> {
        self.rooms.get(&code_of(name)).or_else(|| self.rooms_by_name.get(&fold(name))).copied()
    }
}

async fn know(tx: &mut Connection, conference: &Conference) -> Answer<Known> {
    let mut people: HashMap<SessionId, Vec<Person>> = HashMap::new();
    for (session, person) in queries::people(tx, conference.id).await? {
        people.entry(session).or_default().push(person);
    }
    let rooms = queries::rooms(tx, conference.id).await?;
    let names = |room: &MeetingRoom| room.name.iter().map(|(_, name)| (fold(name), room.id)).collect::<Vec<_>>();
    Ok(Known {
        zone: conference.zone(),
        rooms_by_name: rooms.iter().flat_map(names).filter(|(name, _)| !name.is_empty()).collect(),
        rooms: rooms.into_iter().map(|room| (room.code, room.id)).collect(),
        organisers: queries::organisers(tx, conference.id).await?.into_iter().map(|(id, key, _)| (key, id)).collect(),
        sessions: queries::sessions(tx, conference.id)
            .await?
            .into_iter()
            .map(|session| (session.key.clone(), session))
            .collect(),
        people,
        circles: queries::circles(tx, conference.id).await?,
        categories: categories(tx, conference.id).await?.into_iter().map(|one| (one.letter, one.id)).collect(),
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
        if fold(name).is_empty() || known.room(name).is_some() {
            continue;
        }
        let localized = shipped().fold(Localized::default(), |text, language| text.and(language.code(), name));
        let code = key_for(&localized, "room", &known.rooms.keys().cloned().collect());
        let ordinal = i32::try_from(known.rooms.len()).unwrap_or(i32::MAX);
        let new = RoomRow { code: code.clone(), name: localized, ordinal, ..RoomRow::default() };
        let id = queries::insert_room(tx, conference.id, &new).await?;
        known.rooms.insert(code, id);
        known.rooms_by_name.insert(fold(name), id);
        report.new_rooms.push(name.to_owned());
    }
    Ok(())
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
    let hours = [cell("date"), cell("start"), cell("end")];
    let former = known.sessions.get(&key);
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
        key: key.clone(),
        kind,
        official_number: optional("number"),
        title,
        description: localized("description"),
        room: known.room(cell("room")),
        time: read_times(hours, &known.zone).map_err(first)?,
        is_open: !is_no(cell("open")),
        interpretation: read_tongues(cell("interpretation"))?,
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
        layout: match cell("layout") {
            // A table without this column says nothing of it.
            "" if table.column("layout").is_none() => former.and_then(|one| one.layout),
            "" => None,
            text => Some(
                Layout::parse(&text.to_lowercase())
                    .ok_or_else(|| Message::new("programme-import-layout").with("layout", text))?,
            ),
        },
        recorded: match table.column("recorded") {
            None => former.is_some_and(|one| one.recorded),
            Some(_) => is_yes(cell("recorded")),
        },
        agenda_item: if shipped().any(|one| table.column(&format!("agenda_item_{}", one.code())).is_some()) {
            localized("agenda_item")
        } else {
            former.map(|one| one.agenda_item.clone()).unwrap_or_default()
        },
        duration_minutes: match table.column("duration") {
            None => former.and_then(|one| one.duration_minutes),
            Some(_) => read_minutes(cell("duration"))?,
        },
        circle: Some(read_circle(table, row, known)?),
        people: read_people(STAGE, cell),
    })
}

/// A length in minutes, or none: `90` or `1:30`.
pub(super) fn read_minutes(text: &str) -> Result<Option<i32>, Message> {
    let text = western_digits(text.trim());
    if text.is_empty() {
        return Ok(None);
    }
    let minutes = match text.split_once(':') {
        None => text.parse::<i32>().ok(),
        Some((hours, minutes)) => hours
            .parse::<i32>()
            .ok()
            .zip(minutes.parse::<i32>().ok())
            .map(|(h, m)| h.saturating_mul(60).saturating_add(m)),
    };
    let sensible = minutes.filter(|minutes| (5..=1440).contains(minutes));
    sensible.map(Some).ok_or_else(|| Message::new("programme-error-duration").with("text", text))
}

/// `co_organisers` are keys of delegations, `audience` letters of categories. A table without a column says nothing of it.
fn read_circle(table: &Table, row: &Row, known: &Known) -> Result<Circle, Message> {
    let cell = |name: &str| row.cell(table.column(name)).trim();
    let session = known.sessions.get(cell("key"));
    let mut circle = session.and_then(|one| known.circles.get(&one.id)).cloned().unwrap_or_default();
    if table.column("co_organisers").is_some() {
        let keys = cell("co_organisers").split(';').map(str::trim).filter(|key| !key.is_empty());
        let found = keys.map(|key| {
            let unknown = || Message::new("programme-import-organiser").with("key", key);
            known.organisers.get(key).copied().ok_or_else(unknown)
        });
        circle.co_organisers = found.collect::<Result<_, _>>()?;
    }
    if table.column("audience").is_some() {
        let wanted: Vec<String> =
            cell("audience").split([' ', ',', ';']).filter(|part| !part.is_empty()).map(str::to_uppercase).collect();
        if let Some(letter) = wanted.iter().find(|letter| !known.categories.iter().any(|(one, _)| one == *letter)) {
            return Err(Message::new("programme-import-audience").with("letter", letter));
        }
        let fits = |(letter, _): &&(String, CategoryId)| wanted.contains(letter);
        circle.audience = known.categories.iter().filter(fits).map(|(_, id)| *id).collect();
    }
    Ok(circle)
}

/// A row says its first mistake.
fn first(mistakes: Vec<(&'static str, Message)>) -> Message {
    let first = mistakes.into_iter().next().map(|(_, message)| message);
    first.unwrap_or_else(|| Message::new("programme-error-no-time"))
}

/// `ar zh en`, as the codes of languages begin: two or three letters, then perhaps a script or a country.
pub(super) fn read_tongues(text: &str) -> Result<Vec<String>, Message> {
    let parts = text.split([' ', ',', ';', '/']).filter(|part| !part.is_empty()).map(str::to_lowercase);
    let is_code = |part: &String| {
        let head = part.split('-').next().unwrap_or_default();
        (2..=3).contains(&head.len())
            && head.chars().all(|letter| letter.is_ascii_alphabetic())
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    };
    let (known, unknown): (Vec<String>, Vec<String>) = parts.partition(is_code);
    if unknown.is_empty() {
        return Ok(known);
    }
    Err(Message::new("programme-wrong-language").with("text", unknown.join(" ")))
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
                id: None,
                link: Link::AsBefore,
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

fn same(session: &Session, known: &Known, wanted: &NewSession) -> bool {
    let people = known.people.get(&session.id).into_iter().flatten();
    let circle = known.circles.get(&session.id).cloned().unwrap_or_default();
    NewSession { circle: Some(circle), ..NewSession::of(session, people) } == *wanted
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn languages_of_interpretation_are_codes() {
        assert_eq!(read_tongues("AR, zh-hans;en").unwrap(), ["ar", "zh-hans", "en"]);
        assert!(read_tongues("").unwrap().is_empty());
        let wrong = read_tongues("en français").unwrap_err();
        assert_eq!(wrong, Message::new("programme-wrong-language").with("text", "français"));
    }
}
