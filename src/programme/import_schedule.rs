//! The programme from a schedule file: sessions are found again by the identity that the file gives them, so that the same file
//! twice makes nothing new and a moved session is one move.
//!
//! What the file says now is compared with what it said last: only what changed there is taken over, and what was changed here in the
//! meantime stays. A file of our own has no such memory and is taken at its word.

use std::collections::{HashMap, HashSet};

use super::actions::{NewSession, survey, write_session};
use super::import::{ImportReport, Moved, spot};
use super::model::{MeetingRoom, OnStage, Person, Session, SessionStatus, StageRole};
use super::queries::{self, RoomRow};
use super::rules::{key_for, kind_of};
use super::schedule::{Event, Origin, Schedule, acronym};
use crate::audit::{Who, record_with};
use crate::clock::Moment;
use crate::conferences::Conference;
use crate::db::Connection;
use crate::ids::{DelegationId, MeetingRoomId, SessionId};
use crate::language::collation::fold;
use crate::language::{Language, Localized, shipped};
use crate::web::{Answer, announce};

/// Reads a schedule into the draft. The caller's transaction is to be dropped when it was only a rehearsal. Sessions of the same source
/// that the schedule no longer has are told, and cancelled if that is wanted.
pub async fn import_schedule(
    tx: &mut Connection,
    conference: &Conference,
    by: Who,
    schedule: &Schedule,
    cancel_missing: bool,
    now: Moment,
) -> Answer<ImportReport> {
    queries::lock(tx, conference.id).await?;
    let mut report = ImportReport::default();
    let mut known = Known::load(tx, conference).await?;
    add_rooms(tx, conference, schedule, &mut known, &mut report).await?;
    let source = source_of(schedule);
    let mut met = HashSet::new();
    for event in &schedule.events {
        let found = known.session(event, &source);
        met.extend(found);
        let (wanted, origin) = known.merged(event, &source, found);
        let id = match found.and_then(|id| known.sessions.get(&id)) {
            None => {
                report.new += 1;
                known.keys.insert(wanted.key.clone());
                write_session(tx, conference.id, None, &wanted, now).await?.0
            }
            Some(session) => {
                let stored = NewSession::of(session, known.people.get(&session.id).into_iter().flatten());
                let (from, to) = (spot(&stored, &known.rooms), spot(&wanted, &known.rooms));
                if stored != wanted {
                    write_session(tx, conference.id, Some((session.id, session.version)), &wanted, now).await?;
                }
                if from != to {
                    report.moves.push(Moved { title: wanted.title.clone(), from, to });
                } else if stored != wanted || origin.as_ref().is_some_and(|new| known.is_news(session.id, new)) {
                    report.changed += 1;
                } else {
                    report.unchanged += 1;
                }
                session.id
            }
        };
        if let Some(origin) = origin.filter(|origin| known.is_news(id, origin)) {
            queries::keep_origin(tx, conference.id, id, &origin).await?;
        }
    }
    known.tell_missing(&source, &met, &mut report);
    if cancel_missing {
        for session in known.missing(&source, &met) {
            let people = known.people.get(&session.id).into_iter().flatten();
            let cancelled = NewSession { status: SessionStatus::Cancelled, ..NewSession::of(session, people) };
            write_session(tx, conference.id, Some((session.id, session.version)), &cancelled, now).await?;
        }
        report.cancelled = report.missing.len();
    }
    report.doubtful = survey(tx, conference).await?.doubts.len();
    let facts = serde_json::json!({
        "source": source, "new": report.new, "moved": report.moves.len(), "changed": report.changed, "cancelled": report.cancelled,
    });
    record_with(tx, Some(conference.id), by, "import", ("programme", conference.id.0), facts, now).await?;
    announce(tx, &format!("programme:{}", conference.id)).await?;
    Ok(report)
}

/// What tells one source from another: its acronym, else its title.
fn source_of(schedule: &Schedule) -> String {
    acronym(if schedule.acronym.is_empty() { &schedule.title } else { &schedule.acronym })
}

struct Known {
    language: Language,
    rooms: Vec<MeetingRoom>,
    organisers: Vec<(DelegationId, Localized)>,
    sessions: HashMap<SessionId, Session>,
    people: HashMap<SessionId, Vec<Person>>,
    origins: HashMap<SessionId, Origin>,
    /// What files of ours say they come from.
    own_source: String,
    keys: HashSet<String>,
}

impl Known {
    async fn load(tx: &mut Connection, conference: &Conference) -> Answer<Self> {
        let mut people: HashMap<SessionId, Vec<Person>> = HashMap::new();
        for (session, person) in queries::people(tx, conference.id).await? {
            people.entry(session).or_default().push(person);
        }
        let sessions = queries::sessions(tx, conference.id).await?;
        let organisers = queries::organisers(tx, conference.id).await?;
        Ok(Self {
            language: Language::or_fallback(conference.languages.first().map(String::as_str)),
            rooms: queries::rooms(tx, conference.id).await?,
            organisers: organisers.into_iter().map(|(id, _, name)| (id, name)).collect(),
            keys: sessions.iter().map(|session| session.key.clone()).collect(),
            sessions: sessions.into_iter().map(|session| (session.id, session)).collect(),
            people,
            origins: queries::origins(tx, conference.id).await?,
            own_source: acronym(&conference.slug),
        })
    }

    /// The session that this event is: by its GUID, which in a file of ours is the session's own key, else by its number in the source.
    fn session(&self, event: &Event, source: &str) -> Option<SessionId> {
        let came = |is: &dyn Fn(&Origin) -> bool| self.origins.iter().find(|(_, origin)| is(origin)).map(|(id, _)| *id);
        match event.guid {
            Some(guid) => came(&|origin| origin.event.guid == Some(guid))
                .or_else(|| Some(SessionId(guid)).filter(|id| self.sessions.contains_key(id))),
            None => came(&|origin| origin.source == source && origin.event.id == event.id),
        }
    }

    /// Whether this is not what is known of the session's origin.
    fn is_news(&self, session: SessionId, origin: &Origin) -> bool {
        self.origins.get(&session) != Some(origin)
    }

    fn room(&self, name: &str) -> Option<MeetingRoomId> {
        let folded = fold(name);
        let is = |room: &&MeetingRoom| room.code == name || room.name.iter().any(|(_, known)| fold(known) == folded);
        self.rooms.iter().find(is).map(|room| room.id)
    }

    fn organiser(&self, name: &str) -> Option<DelegationId> {
        let named = |(_, known): &&(DelegationId, Localized)| known.iter().any(|(_, text)| text == name);
        if name.is_empty() { None } else { self.organisers.iter().find(named).map(|(id, _)| *id) }
    }

    /// The language that an event's texts are taken for: its own where this conference has it.
    fn language_of(&self, event: &Event) -> Language {
        Language::parse(&event.language).unwrap_or(self.language)
    }

    /// The session as it is to be, and where it came from; a session of our own came from nowhere.
    fn merged(&self, event: &Event, source: &str, found: Option<SessionId>) -> (NewSession, Option<Origin>) {
        let language = self.language_of(event);
        let code = language.content_code();
        let before = found.and_then(|id| self.origins.get(&id));
        let own = found.is_some() && before.is_none();
        let mut wanted = match found.and_then(|id| self.sessions.get(&id)) {
            Some(session) => NewSession::of(session, self.people.get(&session.id).into_iter().flatten()),
            None => {
                let title = Localized::new(code, event.title.as_str());
                let key = key_for(&title, "session", &self.keys);
                NewSession { key, ..NewSession::new(kind_of(&event.kind), title) }
            }
        };
        let said = Said { event, before: before.map(|origin| &origin.event) };
        if said.anew(|event| event.title.clone()) {
            set_text(&mut wanted.title, language, &event.title);
        }
        if said.anew(Event::text) {
            set_text(&mut wanted.description, language, &event.text());
        }
        if said.anew(|event| (event.starts_at, event.minutes)) {
            wanted.time = Some((event.starts_at, event.ends_at()));
        }
        // A room that has one name in two languages is still one room.
        if said.anew(|event| event.room.clone()) {
            wanted.room = self.room(&event.room).or(wanted.room);
        }
        if said.anew(|event| event.kind.clone()) {
            wanted.kind = kind_of(&event.kind);
        }
        if said.anew(|event| event.track.clone()) && wanted.organiser.is_none_or(|id| !self.is_called(id, &event.track))
        {
            wanted.organiser =
                self.organiser(&event.track).or(wanted.organiser.filter(|_| !own || !event.track.is_empty()));
        }
        if said.anew(|event| event.people.iter().map(|guest| guest.name.clone()).collect::<Vec<_>>()) {
            wanted.people = on_stage(event, std::mem::take(&mut wanted.people));
        }
        if own {
            wanted.official_number = Some(event.subtitle.clone()).filter(|number| !number.is_empty());
            return (wanted, None);
        }
        if found.is_some() && source == self.own_source {
            // Given out by us: where it came from is still where it came from.
            return (wanted, None);
        }
        let event = Event { line: 0, ..event.clone() };
        (wanted, Some(Origin { source: source.to_owned(), language: code.to_owned(), event }))
    }

    fn is_called(&self, organiser: DelegationId, name: &str) -> bool {
        let own = self.organisers.iter().find(|(id, _)| *id == organiser);
        own.is_some_and(|(_, known)| known.iter().any(|(_, text)| text == name))
    }

    /// Sessions of this source that are no longer in it and not cancelled.
    fn missing(&self, source: &str, met: &HashSet<SessionId>) -> Vec<&Session> {
        let mut missing: Vec<&Session> = self
            .sessions
            .values()
            .filter(|session| session.status != SessionStatus::Cancelled && !met.contains(&session.id))
            .filter(|session| self.origins.get(&session.id).is_some_and(|origin| origin.source == source))
            .collect();
        missing.sort_by_key(|session| (session.starts_at, session.number));
        missing
    }

    fn tell_missing(&self, source: &str, met: &HashSet<SessionId>, report: &mut ImportReport) {
        report.missing = self.missing(source, met).into_iter().map(|session| session.title.clone()).collect();
    }
}

/// What an event says, and what it said the last time.
struct Said<'a> {
    event: &'a Event,
    before: Option<&'a Event>,
}

impl Said<'_> {
    /// Whether the file says this for the first time, or otherwise than the last time.
    fn anew<T: PartialEq>(&self, of: impl Fn(&Event) -> T) -> bool {
        self.before.is_none_or(|before| of(before) != of(self.event))
    }
}

/// Writes a text in a language, unless that is what its readers see already.
fn set_text(text: &mut Localized, language: Language, new: &str) {
    if text.in_language(language) != new {
        *text = std::mem::take(text).and(language.content_code(), new);
    }
}

/// Those whom the event names, in its order; who was there already stays what they are.
fn on_stage(event: &Event, mut former: Vec<OnStage>) -> Vec<OnStage> {
    let named: Vec<&str> = event.people.iter().map(|guest| guest.name.as_str()).collect();
    if former.iter().map(|person| person.name.as_str()).eq(named.iter().copied()) {
        return former;
    }
    let mut take = |name: &str| {
        let known = former.iter().position(|person| person.name == name)?;
        Some(former.remove(known))
    };
    named.into_iter().map(|name| take(name).unwrap_or_else(|| OnStage::named(StageRole::Speaker, name))).collect()
}

/// Rooms that the schedule names and nobody has entered yet are made, under the name it uses.
async fn add_rooms(
    tx: &mut Connection,
    conference: &Conference,
    schedule: &Schedule,
    known: &mut Known,
    report: &mut ImportReport,
) -> Answer<()> {
    for event in &schedule.events {
        if known.room(&event.room).is_some() {
            continue;
        }
        let name =
            shipped().fold(Localized::default(), |text, language| text.and(language.code(), event.room.as_str()));
        let codes = known.rooms.iter().map(|room| room.code.clone()).collect();
        let code = key_for(&name, "room", &codes);
        let ordinal = i32::try_from(known.rooms.len()).unwrap_or(i32::MAX);
        let row = RoomRow { code, name, ordinal, ..RoomRow::default() };
        let id = queries::insert_room(tx, conference.id, &row).await?;
        known.rooms.push(queries::room(tx, conference.id, id).await?);
        report.new_rooms.push(event.room.clone());
    }
    Ok(())
}
