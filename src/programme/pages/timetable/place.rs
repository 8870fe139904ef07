//! Moving one session: day, time, room and length in a form, what that would do, and the button. The timetable opens the same page over
//! itself, and asks for the outlook alone while something is dragged.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::super::actions::{self, NewSession, Survey, move_outlook, survey};
use super::super::super::model::{MeetingRoom, Session, Slot};
use super::super::super::queries;
use super::super::super::rules::{days, next_step, outcome};
use super::super::doubts::{DoubtLine, lines};
use super::super::{kind_label, status_label};
use super::outlook::{Shown, shown};
use super::place_form::PlaceForm;
use super::sheet::USUAL_LENGTH;
use super::{place_text, way_back};
use crate::clock::{Clock, Day, Moment};
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::{Connection, Db};
use crate::ids::{MeetingRoomId, SessionId};
use crate::web::{Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, Query, page_with, redirect_with};

/// Free rooms and free times that are offered.
const OFFERED: usize = 8;

/// Another room or another time, one click away.
struct Offer {
    href: String,
    label: String,
}

#[derive(Template)]
#[template(path = "programme/move.html")]
struct MovePage {
    page: Page,
    title: String,
    line: String,
    now: String,
    session: String,
    /// What is doubtful where it is.
    doubts: Vec<DoubtLine>,
    typed: PlaceForm,
    errors: Errors,
    /// Why it was not moved.
    refused: String,
    days: Vec<Choice>,
    rooms: Vec<Choice>,
    outlook: Option<Shown>,
    free_rooms: Vec<Offer>,
    free_times: Vec<Offer>,
    /// Whether there is anything to take away.
    has_place: bool,
    here: String,
    edit: String,
    back: String,
}

/// The outlook alone.
#[derive(Template)]
#[template(path = "programme/outlook.html")]
struct OutlookPart {
    page: Page,
    outlook: Option<Shown>,
    errors: Errors,
}

/// One session with what surrounds it.
struct Looking<'a> {
    by: &'a OnDuty<ProgrammeManager>,
    survey: Survey,
    session: Session,
    now: Moment,
}

impl<'a> Looking<'a> {
    async fn at(
        connection: &mut Connection,
        by: &'a OnDuty<ProgrammeManager>,
        id: SessionId,
        now: Moment,
    ) -> Answer<Self> {
        let survey = survey(connection, by.conference()).await?;
        let session = survey.session(id).ok_or(Problem::NotFound)?.clone();
        Ok(Self { by, survey, session, now })
    }

    fn place(&self, slot: Slot) -> String {
        let language = self.by.language();
        let room = slot.room.and_then(|id| self.survey.room(id)).map(|room| room.name.in_language(language));
        place_text(language, &self.by.conference().zone(), room.unwrap_or_default(), slot)
    }

    async fn outlook(&self, connection: &mut Connection, slot: Slot) -> Answer<Shown> {
        let seen = move_outlook(connection, self.by, &self.survey, &self.session, slot, self.now).await?;
        Ok(shown(self.by, &self.survey, self.session.id, &seen, self.place(slot)))
    }

    fn here(&self) -> String {
        self.by.path(&format!("/programme/manage/timetable/{}", self.session.id))
    }

    fn address(&self, typed: &PlaceForm) -> String {
        let pairs = [
            ("day", &typed.day),
            ("start", &typed.start),
            ("length", &typed.length),
            ("room", &typed.room),
            ("back", &typed.back),
        ];
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("{}?{query}", self.here())
    }

    fn wanted(&self, slot: Slot) -> NewSession {
        let people = self.survey.people.get(&self.session.id).into_iter().flatten();
        NewSession { room: slot.room, time: slot.time, ..NewSession::of(&self.session, people) }
    }

    /// Other rooms with nothing against the session then, the smallest first.
    fn free_rooms(&self, slot: Slot, typed: &PlaceForm) -> Vec<Offer> {
        let Some(time) = slot.time else { return Vec::new() };
        let (wanted, id) = (self.wanted(slot), Some(self.session.id));
        let others = self.survey.rooms.iter().filter(|room| Some(room.id) != slot.room);
        let mut free: Vec<&MeetingRoom> = others.filter(|room| self.survey.takes(room.id, time, id, &wanted)).collect();
        free.sort_by_key(|room| (self.survey.place(room.id).and_then(|place| place.seats), room.ordinal));
        let language = self.by.language();
        let offer = |room: &&MeetingRoom| {
            let name = room.name.in_language(language);
            let seats = self.survey.place(room.id).and_then(|place| place.seats);
            let said = |seats: i32| {
                language.with("timetable-room-with-seats", &[("room", name.into()), ("count", seats.into())])
            };
            Offer {
                href: self.address(&PlaceForm { room: room.id.to_string(), ..typed.clone() }),
                label: seats.map_or_else(|| name.to_owned(), said),
            }
        };
        free.iter().take(OFFERED).map(offer).collect()
    }

    /// Times of the same day at which nothing is against the session in this room, those next to the wanted one.
    fn free_times(&self, slot: Slot, typed: &PlaceForm) -> Vec<Offer> {
        let zone = self.by.conference().zone();
        let (Some(room), Some(day)) = (slot.room, Day::parse(&typed.day)) else { return Vec::new() };
        let (Some(first), Some(length)) = (day.at(8, 0, &zone), typed.minutes()) else { return Vec::new() };
        let (wanted, id) = (self.wanted(slot), Some(self.session.id));
        let near = slot.time.map_or(first, |(from, _)| from);
        // Every quarter of an hour from eight until ten in the evening.
        let starts = (0..56).map(|quarter| next_step(first.plus_seconds(quarter * 900)));
        let other = |from: &Moment| slot.time.is_none_or(|(is, _)| is != *from);
        let free = starts
            .filter(other)
            .filter(|from| self.survey.takes(room, (*from, from.plus_seconds(length * 60)), id, &wanted));
        let mut free: Vec<Moment> = free.collect();
        free.sort_by_key(|from| from.seconds_since(near).abs());
        free.truncate(OFFERED);
        free.sort_unstable();
        let offer = |from: Moment| {
            let start = from.in_zone(&zone).strftime("%H:%M").to_string();
            Offer { href: self.address(&PlaceForm { start: start.clone(), ..typed.clone() }), label: start }
        };
        free.into_iter().map(offer).collect()
    }

    async fn draw(
        &self,
        connection: &mut Connection,
        typed: PlaceForm,
        (errors, refused): (Errors, String),
    ) -> Answer<HttpResponse> {
        let (by, language, conference) = (self.by, self.by.language(), self.by.conference());
        let zone = conference.zone();
        let read = typed.read(conference, &self.survey.rooms).ok();
        let outlook = match read {
            Some(slot) if slot != Slot::of(&self.session) => Some(self.outlook(connection, slot).await?),
            _ => None,
        };
        let starts = self.survey.sessions.iter().filter_map(|session| session.starts_at);
        let mut all: BTreeSet<Day> = days(starts, &zone).into_iter().collect();
        all.extend(Day::parse(&typed.day));
        let mut day = conference.starts_on;
        while day <= conference.ends_on {
            all.insert(day);
            day = day.plus_days(1);
        }
        let all = all.into_iter().map(|day| (day.to_string(), language.weekday_date(day)));
        let rooms = self.survey.rooms.iter().map(|room| (room.id.to_string(), room.name.in_language(language)));
        let doubts = self.survey.doubts.get(&self.session.id).cloned().unwrap_or_default();
        let fine = errors.is_empty() && refused.is_empty();
        // A day and a room without an hour yet: the hours at which the room is free are what is wanted.
        let slot = read.unwrap_or(Slot { room: MeetingRoomId::parse(&typed.room), time: None });
        let title = self.session.title.in_language(language).to_owned();
        let status = if fine { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        page_with(
            status,
            MovePage {
                page: by.page(language.with("timetable-move-title", &[("title", title.as_str().into())])),
                line: format!(
                    "{} · {}",
                    kind_label(self.session.kind, language),
                    status_label(self.session.status, language)
                ),
                title,
                now: self.place(Slot::of(&self.session)),
                session: self.session.id.to_string(),
                doubts: lines(by, &self.survey, &doubts),
                days: Choice::one_of(all, &typed.day),
                rooms: Choice::one_of(rooms, &typed.room),
                free_rooms: self.free_rooms(slot, &typed),
                free_times: self.free_times(slot, &typed),
                has_place: Slot::of(&self.session) != Slot::default(),
                here: self.here(),
                edit: by.path(&format!("/programme/manage/sessions/{}", self.session.id)),
                back: way_back(&by.path("/programme/manage"), &typed.back),
                outlook,
                typed,
                errors,
                refused,
            },
        )
    }
}

/// `GET /{conference}/programme/manage/timetable/{session}`
pub async fn show(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, SessionId)>,
    typed: Query<PlaceForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (id, Query(typed)) = (path.1, typed);
    let mut connection = db.connection().await?;
    let looking = Looking::at(&mut connection, &by, id, clock.now()).await?;
    if typed.is_bare() {
        let lengths = queries::former_lengths(&mut connection, by.conference_id()).await?;
        let length = lengths.get(&id).copied().unwrap_or(USUAL_LENGTH);
        let typed = PlaceForm::of(&looking.session, by.conference(), length, typed.back);
        return looking.draw(&mut connection, typed, (Errors::default(), String::new())).await;
    }
    // What is looked at is moved from where the session is now.
    let typed = PlaceForm { version: looking.session.version, ..typed };
    let errors = typed.read(by.conference(), &looking.survey.rooms).err().unwrap_or_default();
    looking.draw(&mut connection, typed, (errors, String::new())).await
}

/// `GET /{conference}/programme/manage/timetable/{session}/outlook`: what a move would do, and no page around it.
pub async fn outlook(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, SessionId)>,
    typed: Query<PlaceForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (id, Query(typed)) = (path.1, typed);
    let mut connection = db.connection().await?;
    let looking = Looking::at(&mut connection, &by, id, clock.now()).await?;
    let page = by.page("");
    match typed.read(by.conference(), &looking.survey.rooms) {
        Ok(slot) => {
            let outlook = Some(looking.outlook(&mut connection, slot).await?);
            page_with(StatusCode::OK, OutlookPart { page, outlook, errors: Errors::default() })
        }
        Err(errors) => page_with(StatusCode::UNPROCESSABLE_ENTITY, OutlookPart { page, outlook: None, errors }),
    }
}

/// `POST /{conference}/programme/manage/timetable/{session}/place`
pub async fn put(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, SessionId)>,
    form: Form<PlaceForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (id, typed, now) = (path.1, form.fields, clock.now());
    let mut connection = db.connection().await?;
    let looking = Looking::at(&mut connection, &by, id, now).await?;
    let slot = match typed.read(by.conference(), &looking.survey.rooms) {
        Ok(slot) if !form.resumed => slot,
        Ok(_) => return looking.draw(&mut connection, typed, (Errors::default(), String::new())).await,
        Err(errors) => return looking.draw(&mut connection, typed, (errors, String::new())).await,
    };
    drop(connection);
    let mut tx = db.begin().await?;
    match actions::move_session(&mut tx, &by, (id, typed.version), slot, now).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(moved(&looking, slot, &typed.back))
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            let mut connection = db.connection().await?;
            let looking = Looking::at(&mut connection, &by, id, now).await?;
            let refused = by.language().message(&message);
            let typed = PlaceForm { version: looking.session.version, ..typed };
            looking.draw(&mut connection, typed, (Errors::default(), refused)).await
        }
        Err(problem) => Err(problem),
    }
}

/// To the timetable, which says what became of it.
fn moved(looking: &Looking<'_>, slot: Slot, back: &str) -> HttpResponse {
    let (by, survey, id) = (looking.by, &looking.survey, looking.session.id);
    let language = by.language();
    let (before, after) = survey.doubts_with(id, slot);
    let broken = outcome(id, &before, &after).breaks.len();
    let title = looking.session.title.in_language(language);
    let mut text = language.with("timetable-moved", &[("title", title.into()), ("place", looking.place(slot).into())]);
    if broken > 0 {
        text = format!("{text} {}", language.with("timetable-moved-breaks", &[("count", broken.into())]));
    }
    let to = way_back(&by.path("/programme/manage"), back);
    let query: String = url::form_urlencoded::byte_serialize(to.as_bytes()).collect();
    let undo = Some(by.path(&format!("/programme/manage/timetable/undo?back={query}")));
    let kind = if broken > 0 { FlashKind::Warn } else { FlashKind::Ok };
    redirect_with(by.visit(), &format!("{to}#s-{id}"), &Flash { kind, text, undo })
}
