//! A meeting room's own page: what it has, what goes on in it day by day, what keeps it shut, and its pictures.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::actions::{self, BlockerAct, NewBlocker, Survey, survey};
use super::super::model::{Accessibility, Blocker, Building, MeetingRoom, Session, SessionStatus};
use super::super::queries::{self, Picture, Venue};
use super::super::rules::Tree;
use super::doubts::{layout_label, word};
use super::room_form::access_label;
use super::status_label;
use crate::clock::{Clock, Day, Moment};
use crate::conferences::{OnDuty, ProgrammeManager, Reading, areas};
use crate::db::{Connection, Db};
use crate::files::{Sealer, Shown, file_head};
use crate::ids::{BlockerId, MeetingRoomId};
use crate::language::{Language, Message};
use crate::web::{
    Answer, Errors, Flash, FlashKind, Form, Page, Problem, Reader, Typed, Visit, page_with, redirect_with, typed_moment,
};

/// A room by its name, with the way to it.
struct RoomWay {
    href: String,
    name: String,
}

/// A fact in one line.
struct Fact {
    label: String,
    text: String,
}

/// Something that holds the room for a time: a session or a blocker.
struct Entry {
    time: String,
    title: String,
    /// To the session; empty for a blocker.
    href: String,
    /// In which part of the room, or in which hall it is a part of; empty for the room itself.
    place: String,
    mark: &'static str,
    status: String,
    doubts: Vec<String>,
    blocker: Option<BlockerLine>,
}

struct BlockerLine {
    id: String,
    /// Who is asked.
    owner: String,
    /// It goes on now.
    running: bool,
    /// Where it is ended and removed; empty where it belongs to another room.
    href: String,
}

struct DayOf {
    heading: String,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "programme/room.html")]
struct RoomPage {
    page: Page,
    errors: Errors,
    typed: Typed,
    eyebrow: String,
    facts: Vec<Fact>,
    equipment: String,
    access_note: String,
    whole: Option<RoomWay>,
    parts: Vec<RoomWay>,
    days: Vec<DayOf>,
    has_photo: bool,
    has_plan: bool,
    may_change: bool,
    here: String,
    back: String,
}

/// Who looks, with the rights to it already proven.
struct Looking<'a> {
    language: Language,
    conference: &'a crate::conferences::Conference,
    may_change: bool,
    base: String,
    now: Moment,
}

pub async fn show(
    by: OnDuty<Reading<ProgrammeManager>>,
    path: Path<(String, MeetingRoomId)>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let looking = Looking {
        language: by.language(),
        conference: by.conference(),
        may_change: by.holds::<ProgrammeManager>(),
        base: by.path("/programme/manage"),
        now: clock.now(),
    };
    let page = |title: &str| by.page(title);
    let zone = by.conference().zone();
    let start = by.conference().starts_on.at(9, 0, &zone).unwrap_or(looking.now);
    let typed = Typed::default()
        .with("starts_at", typed_moment(start, &zone))
        .with("ends_at", typed_moment(start.plus_seconds(3600), &zone));
    let mut connection = db.connection().await?;
    draw(&looking, &mut connection, path.1, (typed, Errors::default()), page).await
}

async fn draw(
    looking: &Looking<'_>,
    connection: &mut Connection,
    id: MeetingRoomId,
    (typed, errors): (Typed, Errors),
    page: impl FnOnce(&str) -> Page,
) -> Answer<HttpResponse> {
    let language = looking.language;
    let conference = looking.conference;
    let venue = queries::venue(connection, conference.id).await?;
    let survey = survey(connection, conference).await?;
    let areas = areas(connection, conference.id).await?;
    let room = venue.rooms.iter().find(|room| room.id == id).ok_or(Problem::NotFound)?;
    let tree = Tree::of(&venue.rooms);
    let way = |room: &MeetingRoom| RoomWay {
        href: format!("{}/rooms/{}", looking.base, room.id),
        name: room.name.in_language(language).to_owned(),
    };
    let building = tree.building(id).and_then(|id| venue.buildings.iter().find(|one| one.id == id));
    let area = areas.iter().find(|area| Some(area.id) == room.area_id);
    let mut facts = facts(room, &venue, looking);
    if let Some(area) = area {
        facts.insert(0, Fact { label: language.t("programme-area"), text: area.name.in_language(language).to_owned() });
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(
        status,
        RoomPage {
            page: page(room.name.in_language(language)),
            errors,
            typed,
            eyebrow: eyebrow(building, room, language),
            facts,
            equipment: room.equipment.in_language(language).to_owned(),
            access_note: room.access_note.in_language(language).to_owned(),
            whole: room.part_of.and_then(|whole| venue.rooms.iter().find(|room| room.id == whole)).map(way),
            parts: venue.rooms.iter().filter(|part| part.part_of == Some(id)).map(way).collect(),
            days: days(looking, &tree, room, &survey),
            has_photo: room.photo_id.is_some(),
            has_plan: room.plan_id.is_some(),
            may_change: looking.may_change,
            here: format!("{}/rooms/{id}", looking.base),
            back: format!("{}/rooms", looking.base),
        },
    )
}

/// `Convention Centre, floor 2`
pub fn eyebrow(building: Option<&Building>, room: &MeetingRoom, language: Language) -> String {
    let floor = Some(room.floor.as_str()).filter(|floor| !floor.is_empty());
    let floor = floor.map(|floor| language.with("programme-on-floor", &[("floor", floor.into())]));
    let building = building.map(|building| building.name.in_language(language).to_owned());
    building.into_iter().chain(floor).collect::<Vec<_>>().join(", ")
}

fn facts(room: &MeetingRoom, venue: &Venue, looking: &Looking<'_>) -> Vec<Fact> {
    let language = looking.language;
    let zone = looking.conference.zone();
    let number = |number: i32| language.number(number.into());
    let minutes = |key: &str, count: i32| language.with(key, &[("count", count.into())]);
    let layouts = venue.layouts.iter().filter(|one| one.room_id == room.id);
    let layouts: Vec<_> =
        layouts.map(|one| format!("{} {}", layout_label(one.layout, language), number(one.capacity))).collect();
    let hours = venue.windows.iter().filter(|one| one.room_id == room.id).map(|one| {
        let day = language.short_date(one.opens_at.conference_day(&zone));
        format!("{day} {}–{}", language.time(one.opens_at, &zone), language.time(one.closes_at, &zone))
    });
    let hours: Vec<_> = hours.collect();
    let marks = Accessibility::ALL.iter().filter(|mark| room.has(**mark));
    let marks: Vec<_> = marks.map(|mark| access_label(*mark, language)).collect();
    let lines = [
        ("programme-capacity", room.capacity.map(number).unwrap_or_default()),
        ("programme-layouts", layouts.join(" · ")),
        ("programme-booths", if room.booths > 0 { number(room.booths) } else { String::new() }),
        ("programme-accessibility", marks.join(" · ")),
        ("programme-windows", hours.join(" · ")),
        (
            "programme-turnover",
            if room.turnover_minutes > 0 { minutes("programme-minutes", room.turnover_minutes) } else { String::new() },
        ),
    ];
    let said = lines.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(key, text)| Fact { label: language.t(key), text }).collect()
}

/// What holds the room, a part of it or the hall it is in, by day.
fn days(looking: &Looking<'_>, tree: &Tree<'_>, room: &MeetingRoom, survey: &Survey) -> Vec<DayOf> {
    let zone = looking.conference.zone();
    let leaves = tree.leaves(room.id);
    let shares = |other: MeetingRoomId| !leaves.is_disjoint(&tree.leaves(other));
    let mut by_day: BTreeMap<Day, Vec<(Moment, Entry)>> = BTreeMap::new();
    for session in survey.sessions.iter().filter(|session| session.status != SessionStatus::Cancelled) {
        let (Some(of), Some(starts)) = (session.room_id.filter(|other| shares(*other)), session.starts_at) else {
            continue;
        };
        let entry = session_entry(looking, survey, session, (of, room.id));
        by_day.entry(starts.conference_day(&zone)).or_default().push((starts, entry));
    }
    for blocker in survey.blockers.iter().filter(|blocker| shares(blocker.room_id)) {
        let entry = blocker_entry(looking, survey, blocker, room.id);
        by_day.entry(blocker.starts_at.conference_day(&zone)).or_default().push((blocker.starts_at, entry));
    }
    let day = |(day, mut entries): (Day, Vec<(Moment, Entry)>)| {
        entries.sort_by_key(|(starts, _)| *starts);
        let entries = entries.into_iter().map(|(_, entry)| entry).collect();
        DayOf { heading: looking.language.weekday_date(day), entries }
    };
    by_day.into_iter().map(day).collect()
}

fn hours(looking: &Looking<'_>, from: Moment, until: Moment) -> String {
    let (language, zone) = (looking.language, looking.conference.zone());
    let last = until.conference_day(&zone);
    let end = language.time(until, &zone);
    let end = if last == from.conference_day(&zone) { end } else { format!("{} {end}", language.short_date(last)) };
    format!("{}–{end}", language.time(from, &zone))
}

fn place_of(looking: &Looking<'_>, survey: &Survey, (of, own): (MeetingRoomId, MeetingRoomId)) -> String {
    let other = survey.room(of).filter(|_| of != own);
    other.map(|room| room.name.in_language(looking.language).to_owned()).unwrap_or_default()
}

fn session_entry(
    looking: &Looking<'_>,
    survey: &Survey,
    session: &Session,
    rooms: (MeetingRoomId, MeetingRoomId),
) -> Entry {
    let language = looking.language;
    let mut doubts: Vec<String> =
        survey.doubts.get(&session.id).into_iter().flatten().map(|doubt| word(doubt, language)).collect();
    doubts.dedup();
    Entry {
        time: session.starts_at.zip(session.ends_at).map(|(a, b)| hours(looking, a, b)).unwrap_or_default(),
        title: session.title.in_language(language).to_owned(),
        href: if looking.may_change { format!("{}/sessions/{}", looking.base, session.id) } else { String::new() },
        place: place_of(looking, survey, rooms),
        mark: session.status.mark(),
        status: status_label(session.status, language),
        doubts,
        blocker: None,
    }
}

fn blocker_entry(looking: &Looking<'_>, survey: &Survey, blocker: &Blocker, own: MeetingRoomId) -> Entry {
    let whom = [blocker.owner.as_str(), blocker.contact.as_str()];
    let may_change = looking.may_change && blocker.room_id == own;
    Entry {
        time: hours(looking, blocker.starts_at, blocker.ends_at),
        title: blocker.reason.clone(),
        href: String::new(),
        place: place_of(looking, survey, (blocker.room_id, own)),
        mark: "hold",
        status: looking.language.t("programme-blocked"),
        doubts: Vec::new(),
        blocker: Some(BlockerLine {
            id: format!("blocker-{}", blocker.id),
            owner: whom.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            running: blocker.starts_at < looking.now && looking.now < blocker.ends_at,
            href: if may_change {
                format!("{}/rooms/{own}/blockers/{}", looking.base, blocker.id)
            } else {
                String::new()
            },
        }),
    }
}

/// Shows the page once more with what is wrong in one of its forms.
async fn again(
    by: &OnDuty<ProgrammeManager>,
    id: MeetingRoomId,
    (typed, errors): (Typed, Errors),
    now: Moment,
    db: Db,
) -> Answer<HttpResponse> {
    let looking = Looking {
        language: by.language(),
        conference: by.conference(),
        may_change: true,
        base: by.path("/programme/manage"),
        now,
    };
    let mut connection = db.connection().await?;
    draw(&looking, &mut connection, id, (typed, errors), |title| by.page(title)).await
}

fn back_to_room(by: &OnDuty<ProgrammeManager>, id: MeetingRoomId, key: &str, undo: Option<String>) -> HttpResponse {
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t(key), undo };
    redirect_with(by.visit(), &by.path(&format!("/programme/manage/rooms/{id}")), &flash)
}

/// `POST .../rooms/{room}/blockers`
pub async fn block(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, MeetingRoomId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let id = path.1;
    queries::room(&mut *db.connection().await?, by.conference_id(), id).await?;
    let zone = by.conference().zone();
    let mut reader = Reader::of(&form.fields);
    let (starts, ends) = (reader.moment("starts_at", &zone), reader.moment("ends_at", &zone));
    let reason = reader.required("reason", 200);
    let (owner, contact) = (reader.required("owner", 120), reader.text("contact", 120));
    if starts.zip(ends).is_some_and(|(starts, ends)| ends <= starts) {
        reader.errors.say("ends_at", "programme-error-blocker-end");
    }
    let (Some(time), true, false) = (starts.zip(ends), reader.errors.is_empty(), form.resumed) else {
        let errors = reader.errors;
        return again(&by, id, (form.fields, errors), clock.now(), db).await;
    };
    let mut tx = db.begin().await?;
    actions::add_blocker(&mut tx, &by, id, NewBlocker { time, reason, owner, contact }, clock.now()).await?;
    tx.commit().await?;
    Ok(back_to_room(&by, id, "programme-blocker-added", None))
}

/// `POST .../rooms/{room}/blockers/{blocker}/end`
pub async fn end(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, MeetingRoomId, BlockerId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    change(&by, (path.1, path.2), BlockerAct::End, &form, (clock.now(), db)).await
}

/// `POST .../rooms/{room}/blockers/{blocker}/remove`
pub async fn remove(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, MeetingRoomId, BlockerId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    change(&by, (path.1, path.2), BlockerAct::Remove, &form, (clock.now(), db)).await
}

/// `POST .../rooms/{room}/blockers/{blocker}/put-back`
pub async fn put_back(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, MeetingRoomId, BlockerId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    change(&by, (path.1, path.2), BlockerAct::PutBack, &form, (clock.now(), db)).await
}

async fn change(
    by: &OnDuty<ProgrammeManager>,
    (room, id): (MeetingRoomId, BlockerId),
    act: BlockerAct,
    form: &Form<Typed>,
    (now, db): (Moment, Db),
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    queries::blocker(&mut tx, by.conference_id(), (room, id)).await?;
    if form.resumed {
        return Ok(back_to_room(by, room, "programme-nothing-done", None));
    }
    actions::change_blocker(&mut tx, by, id, act, now).await?;
    tx.commit().await?;
    let undo = by.path(&format!("/programme/manage/rooms/{room}/blockers/{id}/put-back"));
    Ok(match act {
        BlockerAct::End => back_to_room(by, room, "programme-blocker-ended", None),
        BlockerAct::Remove => back_to_room(by, room, "programme-blocker-removed", Some(undo)),
        BlockerAct::PutBack => back_to_room(by, room, "programme-blocker-back", None),
    })
}

/// `POST .../rooms/{room}/pictures`
pub async fn keep_pictures(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, MeetingRoomId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (id, conference) = (path.1, by.conference_id());
    queries::room(&mut *db.connection().await?, conference, id).await?;
    let mut errors = Errors::default();
    let mut wanted = Vec::new();
    for (field, remove, which) in [("photo", "remove_photo", Picture::Photo), ("plan", "remove_plan", Picture::Plan)] {
        match form.file(field) {
            Ok(Some(sent)) => {
                let new = actions::picture_file(conference, which, &sent.name, &sent.bytes);
                match new.check() {
                    Ok(_) => wanted.push((which, Some(new))),
                    Err(message) => errors.add(field, message),
                }
            }
            Ok(None) if form.fields.has(remove) => wanted.push((which, None)),
            Ok(None) => {}
            Err(message) => errors.add(field, message),
        }
    }
    if errors.is_empty() && wanted.is_empty() {
        errors.add("photo", Message::new("programme-error-no-picture"));
    }
    if !errors.is_empty() || form.resumed {
        return again(&by, id, (form.fields, errors), clock.now(), db).await;
    }
    let mut tx = db.begin().await?;
    for (which, new) in &wanted {
        actions::keep_picture(&mut tx, &by, (id, *which), new.as_ref(), clock.now()).await?;
    }
    tx.commit().await?;
    Ok(back_to_room(&by, id, "programme-pictures-kept", None))
}

/// `GET .../rooms/{room}/photo`
pub async fn photo(
    by: OnDuty<Reading<ProgrammeManager>>,
    path: Path<(String, MeetingRoomId)>,
    db: Db,
) -> Answer<HttpResponse> {
    let room = queries::room(&mut *db.connection().await?, by.conference_id(), path.1).await?;
    picture(db, by.visit(), by.conference_id(), room.photo_id).await
}

/// `GET .../rooms/{room}/plan`
pub async fn plan(
    by: OnDuty<Reading<ProgrammeManager>>,
    path: Path<(String, MeetingRoomId)>,
    db: Db,
) -> Answer<HttpResponse> {
    let room = queries::room(&mut *db.connection().await?, by.conference_id(), path.1).await?;
    picture(db, by.visit(), by.conference_id(), room.plan_id).await
}

/// Answers with a picture of a room.
pub async fn picture(
    db: Db,
    visit: &Visit,
    conference: crate::ids::ConferenceId,
    file: Option<crate::ids::FileId>,
) -> Answer<HttpResponse> {
    let sealer = Sealer::of(visit.site())?;
    let head = file_head(&mut *db.connection().await?, conference, file.ok_or(Problem::NotFound)?).await?;
    crate::files::show(db, head, sealer, Shown::Inline).await
}
