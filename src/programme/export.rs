//! The draft of the programme as a table, in the columns that an import reads.

use std::collections::HashMap;

use super::model::{MeetingRoom, Person, Session, StageRole};
use super::queries;
use super::rules::code_of;
use crate::conferences::{Conference, categories};
use crate::db::Connection;
use crate::files::{Cell, Sheet};
use crate::language::{Language, shipped};
use crate::web::Answer;

/// The column of each role on stage, in the order in which an import reads them.
pub(super) const STAGE: &[(&str, StageRole)] = &[
    ("chairs", StageRole::Chair),
    ("co_chairs", StageRole::CoChair),
    ("moderators", StageRole::Moderator),
    ("speakers", StageRole::Speaker),
    ("panelists", StageRole::Panelist),
    ("rapporteurs", StageRole::Rapporteur),
];

/// Every session of the draft by time; those without a time at the end.
pub async fn programme_sheet(connection: &mut Connection, conference: &Conference) -> Answer<Sheet> {
    sheet_of(connection, conference, |_| true).await
}

/// The same of some of them.
pub(super) async fn sheet_of(
    connection: &mut Connection,
    conference: &Conference,
    wanted: impl Fn(&Session) -> bool,
) -> Answer<Sheet> {
    let rooms: HashMap<_, _> =
        queries::rooms(connection, conference.id).await?.into_iter().map(|one| (one.id, one)).collect();
    let organisers = queries::organisers(connection, conference.id).await?;
    let organisers: HashMap<_, _> = organisers.into_iter().map(|(id, key, _)| (id, key)).collect();
    let people = queries::people(connection, conference.id).await?;
    let circles = queries::circles(connection, conference.id).await?;
    let letters = categories(connection, conference.id).await?;
    let letters: HashMap<_, _> = letters.into_iter().map(|one| (one.id, one.letter)).collect();
    let mut sessions = queries::sessions(connection, conference.id).await?;
    sessions.sort_by_key(|one| (one.starts_at.is_none(), one.starts_at, one.key.clone()));
    let rows = sessions.iter().filter(|session| wanted(session)).map(|session| {
        let room = session.room_id.and_then(|room| rooms.get(&room));
        let organiser = session.organiser_id.and_then(|id| organisers.get(&id));
        let on_stage = people.iter().filter(|(of, _)| *of == session.id).map(|(_, person)| person).collect();
        let circle = circles.get(&session.id).cloned().unwrap_or_default();
        let keys: Vec<&str> =
            circle.co_organisers.iter().filter_map(|id| organisers.get(id)).map(String::as_str).collect();
        let letters: Vec<&str> = circle.audience.iter().filter_map(|id| letters.get(id)).map(String::as_str).collect();
        row(session, conference, (room, organiser), (keys.join("; "), letters.join(" ")), on_stage)
    });
    Ok(Sheet { name: "programme".to_owned(), headings: headings(), rows: rows.collect() })
}

fn headings() -> Vec<String> {
    let mut headings: Vec<String> = ["key", "kind", "number"].map(ToOwned::to_owned).to_vec();
    for text in ["title", "description", "agenda_item"] {
        headings.extend(shipped().map(|language| format!("{text}_{}", language.code())));
    }
    let rest = [
        "date",
        "start",
        "end",
        "room",
        "open",
        "interpretation",
        "webcast",
        "status",
        "organiser",
        "capacity",
        "layout",
        "recorded",
        "duration",
        "co_organisers",
        "audience",
    ];
    headings.extend(rest.map(ToOwned::to_owned));
    headings.extend(STAGE.iter().map(|(column, _)| (*column).to_owned()));
    headings
}

fn row(
    session: &Session,
    conference: &Conference,
    (room, organiser): (Option<&MeetingRoom>, Option<&String>),
    circle: (String, String),
    on_stage: Vec<&Person>,
) -> Vec<Cell> {
    let zone = conference.zone();
    let yes = |is: bool| Cell::from(if is { "yes" } else { "no" });
    let wall = |at: Option<crate::clock::Moment>| at.map(|at| at.in_zone(&zone));
    let clock = |at| wall(at).map(|at| format!("{:02}:{:02}", at.hour(), at.minute()));
    let mut row: Vec<Cell> =
        vec![session.key.as_str().into(), session.kind.as_str().into(), session.official_number.clone().into()];
    row.extend(shipped().map(|language| session.title.get(language.code()).into()));
    row.extend(shipped().map(|language| session.description.get(language.code()).into()));
    row.extend(shipped().map(|language| session.agenda_item.get(language.code()).into()));
    row.extend([
        wall(session.starts_at).map(|at| at.date().to_string()).into(),
        clock(session.starts_at).into(),
        clock(session.ends_at).into(),
        room.map(room_cell).into(),
        yes(session.is_open),
        session.interpretation.join(" ").into(),
        yes(session.webcast),
        session.status.as_str().into(),
        organiser.cloned().into(),
        session.capacity.into(),
        session.layout.map(|layout| layout.to_string()).into(),
        yes(session.recorded),
        session.duration_minutes.into(),
        circle.0.into(),
        circle.1.into(),
    ]);
    row.extend(STAGE.iter().map(|(_, role)| Cell::from(people_cell(&on_stage, *role))));
    row
}

/// The name by which an import finds the room again: its own where its code follows from it, else the code.
fn room_cell(room: &MeetingRoom) -> String {
    let name = Language::parse("en").map_or("", |english| room.name.in_language(english));
    if code_of(name) == room.code { name.to_owned() } else { room.code.clone() }
}

/// `Name | Title | Affiliation; Name`
fn people_cell(people: &[&Person], role: StageRole) -> String {
    let shown = people.iter().filter(|one| one.role == role).map(|one| {
        let parts = [one.name.as_str(), one.title.as_str(), one.affiliation.as_str()];
        let said = parts.iter().rposition(|part| !part.is_empty()).map_or(0, |last| last + 1);
        parts[..said].join(" | ")
    });
    shown.collect::<Vec<_>>().join("; ")
}
