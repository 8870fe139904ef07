//! The organisers' page of a session's sign-up: how it goes, who stands where, deciding about several at once, inviting.

use std::collections::{BTreeMap, HashSet};

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::super::super::actions::{PlacesDone, PlacesWanted, act_for_others, may_be_invited, set_desk};
use super::super::super::model::{Circle, Desk, Session, SignUp, SignUpMode, SignUpState};
use super::super::super::queries;
use super::super::super::rules::StaffAct;
use super::super::edit::category_label;
use crate::clock::{Clock, Moment};
use crate::conferences::{Category, OnDuty, ProgrammeManager, Reading, categories};
use crate::db::{Connection, Db};
use crate::files::{Sheet, TableFormat, write_table};
use crate::ids::{DelegationId, ParticipantId, SessionId};
use crate::language::Localized;
use crate::language::collation::fold;
use crate::participants::rules::words_with_delegations;
use crate::participants::{Order, Participant, Sought, people, people_of_delegation};
use crate::web::{
    Answer, Choice, Errors, Flash, FlashKind, Form, Page, Pager, Problem, Query, Reader, Typed, attach, page,
    page_with, redirect_with, typed_moment,
};

/// People on a page of the list.
const SIZE: i64 = 100;
/// Those whom a search for people to invite shows.
const FOUND: i64 = 30;

/// The filters of the list, and whom somebody looks for to invite.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filters {
    q: String,
    status: String,
    page: Option<i64>,
    find: String,
    format: String,
}

/// One person of the list.
struct Line {
    id: ParticipantId,
    name: String,
    reference: i32,
    delegation: String,
    category: String,
    mark: &'static str,
    word: String,
    /// The place in the queue, of those who wait.
    position: Option<usize>,
    since: String,
    reason: String,
}

/// Somebody who could be invited.
struct Guest {
    id: ParticipantId,
    name: String,
    rest: String,
}

#[derive(Template)]
#[template(path = "programme/sign_up.html")]
struct StaffPage {
    page: Page,
    session: String,
    filters: Filters,
    base: String,
    back: String,
    export: String,
    /// What the page counts: state and how many.
    counts: Vec<(&'static str, String, String)>,
    /// How many of the places are taken; empty where there is no limit.
    taken: String,
    typed: Typed,
    errors: Errors,
    modes: Vec<Choice>,
    states: Vec<Choice>,
    lines: Vec<Line>,
    pager: Pager,
    acts: Vec<(&'static str, String)>,
    guests: Vec<Guest>,
    delegations: Vec<Choice>,
    is_public: bool,
    may_change: bool,
}

type Address = Path<(String, SessionId)>;

/// Everything the page and its export are made of.
struct Room {
    session: Session,
    desk: Desk,
    circle: Circle,
    all: Vec<(SignUp, Participant)>,
    delegations: Vec<(DelegationId, Localized)>,
    categories: Vec<Category>,
    is_public: bool,
}

async fn room(by: &OnDuty<Reading<ProgrammeManager>>, connection: &mut Connection, id: SessionId) -> Answer<Room> {
    let conference = by.conference_id();
    let session = queries::sessions(connection, conference).await?.into_iter().find(|one| one.id == id);
    let bodies = queries::organisers(connection, conference).await?;
    Ok(Room {
        session: session.ok_or(Problem::NotFound)?,
        desk: queries::desk(connection, conference, id).await?,
        circle: queries::circles(connection, conference).await?.remove(&id).unwrap_or_default(),
        all: queries::sign_ups(connection, conference, id).await?,
        delegations: bodies.into_iter().map(|(id, _, name)| (id, name)).collect(),
        categories: categories(connection, conference).await?,
        is_public: queries::released_one(connection, conference, id).await.is_ok(),
    })
}

impl Room {
    fn lines(&self, by: &OnDuty<Reading<ProgrammeManager>>, filters: &Filters) -> Vec<Line> {
        let (language, zone) = (by.language(), by.conference().zone());
        let needle = fold(filters.q.trim());
        let mut waiting = 0;
        let mut lines = Vec::new();
        for (sign_up, person) in &self.all {
            waiting += usize::from(sign_up.status == SignUpState::Waiting);
            let body = self.delegations.iter().find(|(id, _)| *id == person.delegation_id);
            let delegation = body.map(|(_, name)| name.in_language(language).to_owned()).unwrap_or_default();
            let category = self.categories.iter().find(|one| one.id == person.category_id);
            let hay = fold(&format!("{} {delegation} {}", person.name(), person.reference));
            if !hay.contains(&needle) || (!filters.status.is_empty() && sign_up.status.as_str() != filters.status) {
                continue;
            }
            lines.push(Line {
                id: person.id,
                name: person.name(),
                reference: person.reference,
                delegation,
                category: category.map(|one| category_label(one, language)).unwrap_or_default(),
                mark: sign_up.status.mark(),
                word: language.t(&sign_up.status.word()),
                position: (sign_up.status == SignUpState::Waiting).then_some(waiting),
                since: language.date_time(sign_up.queued_at, &zone),
                reason: sign_up.reason.clone(),
            });
        }
        lines
    }

    fn taken(&self, by: &OnDuty<Reading<ProgrammeManager>>) -> String {
        let language = by.language();
        let Some(places) = self.desk.places else { return String::new() };
        let all = language.with("sign-up-places", &[("places", i64::from(places).into())]);
        format!("{} / {all}", language.number(i64::from(self.desk.taken)))
    }

    fn counts(&self, by: &OnDuty<Reading<ProgrammeManager>>) -> Vec<(&'static str, String, String)> {
        let mut counts: BTreeMap<SignUpState, i64> = BTreeMap::new();
        for (sign_up, _) in &self.all {
            *counts.entry(sign_up.status).or_default() += 1;
        }
        let count = |state: &SignUpState| {
            let many = counts.get(state).copied().filter(|many| *many > 0)?;
            Some((state.mark(), by.language().t(&state.word()), by.language().number(many)))
        };
        SignUpState::ALL.iter().filter_map(count).collect()
    }
}

fn typed_desk(by: &OnDuty<Reading<ProgrammeManager>>, desk: &Desk) -> Typed {
    let closes = desk.closes_at.map(|at| typed_moment(at, &by.conference().zone())).unwrap_or_default();
    Typed::default()
        .with("mode", desk.mode)
        .with("closes_at", closes)
        .with("places", desk.places.map(|places| places.to_string()).unwrap_or_default())
}

async fn guests(
    by: &OnDuty<Reading<ProgrammeManager>>,
    connection: &mut Connection,
    room: &Room,
    find: &str,
) -> Answer<Vec<Guest>> {
    if find.trim().is_empty() {
        return Ok(Vec::new());
    }
    let sought = Sought { words: words_with_delegations(find, &room.delegations), ..Sought::default() };
    let found = people(connection, by.conference_id(), &sought, Order::Name, (0, FOUND)).await?;
    let live: HashSet<ParticipantId> =
        room.all.iter().filter(|(one, _)| one.status.is_live()).map(|(one, _)| one.participant_id).collect();
    let fits = |person: &&Participant| may_be_invited(person, &room.circle) && !live.contains(&person.id);
    let guest = |person: &Participant| {
        let body = room.delegations.iter().find(|(id, _)| *id == person.delegation_id);
        let body = body.map(|(_, name)| name.in_language(by.language()).to_owned()).unwrap_or_default();
        Guest { id: person.id, name: person.name(), rest: format!("{body}, {}", person.reference) }
    };
    Ok(found.iter().filter(fits).map(guest).collect())
}

async fn draw(
    by: &OnDuty<Reading<ProgrammeManager>>,
    connection: &mut Connection,
    room: &Room,
    filters: Filters,
    (typed, errors): (Typed, Errors),
) -> Answer<StaffPage> {
    let language = by.language();
    let base = by.path(&format!("/programme/manage/sessions/{}/sign-up", room.session.id));
    let all = room.lines(by, &filters);
    let pager = Pager::new(filters.page, SIZE, i64::try_from(all.len()).unwrap_or(i64::MAX), by.visit().path());
    let from = usize::try_from(pager.offset()).unwrap_or_default();
    let modes = SignUpMode::ALL.iter().map(|mode| (mode.as_str(), language.t(&format!("sign-up-mode-{mode}"))));
    let mut states = Choice::one_of([("", language.t("sign-up-any-state"))], &filters.status);
    let known = SignUpState::ALL.iter().map(|state| (state.as_str(), language.t(&state.word())));
    states.extend(Choice::one_of(known, &filters.status));
    let bodies = room.delegations.iter().map(|(id, name)| (id.to_string(), name.in_language(language)));
    let mut export = url::form_urlencoded::Serializer::new(String::new());
    export.append_pair("q", &filters.q).append_pair("status", &filters.status);
    Ok(StaffPage {
        page: by.page(language.t("sign-up-title")),
        session: room.session.title.in_language(language).to_owned(),
        back: by.path(&format!("/programme/manage/sessions/{}", room.session.id)),
        export: format!("{base}/export?{}", export.finish()),
        base,
        counts: room.counts(by),
        taken: room.taken(by),
        modes: Choice::one_of(modes, typed.text("mode")),
        states,
        lines: all.into_iter().skip(from).take(SIZE as usize).collect(),
        pager,
        acts: [StaffAct::Approve, StaffAct::Refuse, StaffAct::Promote, StaffAct::TakeBack]
            .map(|act| (act.as_str(), language.t(&format!("sign-up-do-{}", act.as_str().replace('_', "-")))))
            .to_vec(),
        guests: guests(by, connection, room, &filters.find).await?,
        delegations: Choice::one_of(bodies, ""),
        is_public: room.is_public,
        may_change: by.holds::<ProgrammeManager>(),
        typed,
        errors,
        filters,
    })
}

/// `GET .../sessions/{session}/sign-up`
pub async fn show(
    by: OnDuty<Reading<ProgrammeManager>>,
    path: Address,
    filters: Query<Filters>,
    db: Db,
) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let room = room(&by, &mut connection, path.1).await?;
    let typed = typed_desk(&by, &room.desk);
    page(draw(&by, &mut connection, &room, filters.0, (typed, Errors::default())).await?)
}

/// `GET .../sign-up/export`: exactly those whom the list shows.
pub async fn export(
    by: OnDuty<Reading<ProgrammeManager>>,
    path: Address,
    filters: Query<Filters>,
    db: Db,
) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let room = room(&by, &mut connection, path.1).await?;
    let language = by.language();
    let headings = [
        "participants-reference",
        "programme-person-name",
        "participants-delegation",
        "participants-category",
        "programme-status",
        "sign-up-queue",
        "sign-up-since",
        "sign-up-reason",
    ];
    let row = |line: Line| {
        vec![
            line.reference.into(),
            line.name.into(),
            line.delegation.into(),
            line.category.into(),
            line.word.into(),
            line.position.and_then(|place| i32::try_from(place).ok()).into(),
            line.since.into(),
            line.reason.into(),
        ]
    };
    let sheet = Sheet {
        name: language.t("sign-up-title"),
        headings: headings.iter().map(|key| language.t(key)).collect(),
        rows: room.lines(&by, &filters.0).into_iter().map(row).collect(),
    };
    let format = TableFormat::parse(&filters.0.format).unwrap_or(TableFormat::Xlsx);
    let name = format!("{}-{}.{format}", by.conference().slug, room.session.key);
    Ok(attach(&name, format.media_type(), write_table(&sheet, format)?))
}

fn to(by: &OnDuty<ProgrammeManager>, id: SessionId) -> String {
    by.path(&format!("/programme/manage/sessions/{id}/sign-up"))
}

fn flash(by: &OnDuty<ProgrammeManager>, id: SessionId, kind: FlashKind, text: String) -> HttpResponse {
    redirect_with(by.visit(), &to(by, id), &Flash { kind, text, undo: None })
}

/// `POST .../sessions/{session}/sign-up`: how one signs up.
pub async fn settings(
    (by, reading): (OnDuty<ProgrammeManager>, OnDuty<Reading<ProgrammeManager>>),
    path: Address,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    let mut tx = db.begin().await?;
    let (wanted, mut errors) = read_desk(&by, &typed);
    let room = room(&reading, &mut tx, path.1).await?;
    if errors.is_empty() && !form.resumed {
        match set_desk(&mut tx, &by, path.1, wanted, clock.now()).await {
            Ok(placed) => {
                tx.commit().await?;
                let placed = i64::try_from(placed).unwrap_or(i64::MAX);
                let text = by.language().with("sign-up-saved", &[("placed", placed.into())]);
                return Ok(flash(&by, path.1, FlashKind::Ok, text));
            }
            Err(problem) => errors = Errors::at_field(problem, &[("rule-session-is-not-overfull", "places")])?,
        }
    }
    drop(tx);
    let mut connection = db.connection().await?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, draw(&reading, &mut connection, &room, Filters::default(), (typed, errors)).await?)
}

type Wish = (SignUpMode, Option<Moment>, Option<i32>);

fn read_desk(by: &OnDuty<ProgrammeManager>, typed: &Typed) -> (Wish, Errors) {
    let mut reader = Reader::of(typed);
    let mode = reader.one_of("mode", SignUpMode::parse).unwrap_or(SignUpMode::None);
    let closes = typed.has("closes_at").then(|| reader.moment("closes_at", &by.conference().zone())).flatten();
    let places = reader.number("places", 1, 100_000);
    ((mode, closes, places), reader.errors)
}

/// Which people, what becomes of them, and why.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Ticked {
    who: Vec<String>,
    act: String,
    reason: String,
    delegation: String,
}

impl Ticked {
    fn people(&self) -> Vec<ParticipantId> {
        self.who.iter().filter_map(|text| ParticipantId::parse(text)).collect()
    }
}

/// `POST .../sign-up/people`: decides about those who are ticked.
pub async fn act(
    by: OnDuty<ProgrammeManager>,
    path: Address,
    form: Form<Ticked>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let ticked = form.fields;
    let language = by.language();
    let Some(act) = StaffAct::parse(&ticked.act).filter(|act| *act != StaffAct::Invite) else {
        return Err(Problem::NotFound);
    };
    let people = ticked.people();
    if people.is_empty() {
        return Ok(flash(&by, path.1, FlashKind::No, language.t("sign-up-nobody-ticked")));
    }
    carry_out(&by, path.1, PlacesWanted { session: path.1, people: &people, act, reason: &ticked.reason }, clock, db)
        .await
}

/// `POST .../sign-up/invitations`: invites those who are ticked, and everybody of a delegation for whom the session is.
pub async fn invite(
    by: OnDuty<ProgrammeManager>,
    path: Address,
    form: Form<Ticked>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let ticked = form.fields;
    let mut people = ticked.people();
    if let Some(body) = DelegationId::parse(&ticked.delegation) {
        let mut connection = db.connection().await?;
        let all = people_of_delegation(&mut connection, by.conference_id(), body).await?;
        people.extend(all.iter().map(|person| person.id));
    }
    people.sort();
    people.dedup();
    if people.is_empty() {
        return Ok(flash(&by, path.1, FlashKind::No, by.language().t("sign-up-nobody-ticked")));
    }
    let act = StaffAct::Invite;
    carry_out(&by, path.1, PlacesWanted { session: path.1, people: &people, act, reason: &ticked.reason }, clock, db)
        .await
}

async fn carry_out(
    by: &OnDuty<ProgrammeManager>,
    id: SessionId,
    wanted: PlacesWanted<'_>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let language = by.language();
    let mut tx = db.begin().await?;
    match act_for_others(&mut tx, by, &wanted, clock.now()).await {
        Ok(PlacesDone { changed, waiting, left }) => {
            tx.commit().await?;
            let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
            let arguments = [("changed", number(changed)), ("waiting", number(waiting)), ("left", number(left))];
            let kind = if changed == 0 { FlashKind::Warn } else { FlashKind::Ok };
            Ok(flash(by, id, kind, language.with("sign-up-done", &arguments)))
        }
        Err(Problem::Refused(message)) => Ok(flash(by, id, FlashKind::No, language.message(&message))),
        Err(problem) => Err(problem),
    }
}
