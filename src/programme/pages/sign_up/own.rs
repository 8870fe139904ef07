//! A person's own sessions: where they have a place, where they wait, and what they can still sign up for.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::super::super::actions::act_for_oneself;
use super::super::super::feeds::Feed;
use super::super::super::model::{Circle, Desk, Released, SignUp, SignUpMode, SignUpState};
use super::super::super::queries;
use super::super::super::rules::{OwnAct, admits, objection};
use super::{place_line, places_line};
use crate::clock::{Clock, Moment};
use crate::db::{Connection, Db};
use crate::ids::{ParticipantId, SessionId};
use crate::participants::Myself;
use crate::web::{Answer, Flash, FlashKind, Form, Page, Problem, attach, page, redirect_with};

/// One session as the person sees it.
struct Line {
    id: SessionId,
    href: String,
    title: String,
    place: String,
    note: String,
    action: String,
    /// Where they stand, as sign and word; nothing where they have not signed up.
    state: Option<(&'static str, String)>,
    reason: String,
    /// What they can do: the act and its words.
    acts: Vec<(&'static str, String)>,
    cancelled: bool,
}

#[derive(Template)]
#[template(path = "programme/own_sessions.html")]
struct OwnPage {
    page: Page,
    name: String,
    back: String,
    mine: Vec<Line>,
    open: Vec<Line>,
    calendar: Option<String>,
    programme: String,
}

/// What is public, and how one signs up for it.
struct Offers {
    rows: Vec<Released>,
    desks: HashMap<SessionId, Desk>,
    circles: HashMap<SessionId, Circle>,
    mine: HashMap<SessionId, SignUp>,
}

async fn offers(by: &Myself, connection: &mut Connection) -> Answer<Offers> {
    let conference = by.conference().id;
    let rows = match queries::latest_release(connection, conference).await? {
        Some(release) => queries::released(connection, conference, release.id).await?,
        None => Vec::new(),
    };
    let mine = queries::sign_ups_of_person(connection, conference, by.participant().id).await?;
    Ok(Offers {
        rows: rows.into_iter().filter(|row| !row.gone).collect(),
        desks: queries::desks(connection, conference).await?.into_iter().collect(),
        circles: queries::circles(connection, conference).await?,
        mine: mine.into_iter().map(|one| (one.session_id, one)).collect(),
    })
}

fn acts(by: &Myself, mode: SignUpMode, state: Option<SignUpState>, closed: bool) -> Vec<(&'static str, String)> {
    let word = |act: &'static str, key: &str| (act, by.language().t(key));
    match state {
        Some(SignUpState::Placed) => vec![word("leave", "sign-up-act-leave")],
        Some(SignUpState::Waiting | SignUpState::Asked) => vec![word("leave", "sign-up-act-withdraw")],
        Some(SignUpState::Invited) if closed => vec![word("decline", "sign-up-act-decline")],
        Some(SignUpState::Invited) => {
            vec![word("join", "sign-up-act-accept"), word("decline", "sign-up-act-decline")]
        }
        Some(SignUpState::Refused) => Vec::new(),
        None | Some(SignUpState::Withdrawn | SignUpState::Declined) => match mode {
            _ if closed => Vec::new(),
            SignUpMode::Open => vec![word("join", "sign-up-act-join")],
            SignUpMode::Approval => vec![word("join", "sign-up-act-ask")],
            SignUpMode::None | SignUpMode::Invitation => Vec::new(),
        },
    }
}

async fn line(by: &Myself, connection: &mut Connection, all: &Offers, row: &Released, now: Moment) -> Answer<Line> {
    let (language, conference) = (by.language(), by.conference());
    let none = Desk { mode: SignUpMode::None, closes_at: None, places: None, taken: 0 };
    let desk = all.desks.get(&row.session_id).copied().unwrap_or(none);
    let circle = all.circles.get(&row.session_id).cloned().unwrap_or_default();
    let person = by.participant();
    let closed = objection(&desk, &circle, (row.starts_at, row.cancelled), (person.status, person.category_id), now);
    let own = all.mine.get(&row.session_id);
    let mut notes = Vec::new();
    match own {
        Some(own) if own.status == SignUpState::Waiting => {
            let position = queries::position(connection, own).await?;
            notes.push(language.with("sign-up-position", &[("position", position.into())]));
        }
        Some(own) if own.status == SignUpState::Placed => {}
        _ => notes.push(if desk.is_full() { language.t("sign-up-full") } else { places_line(&desk, language) }),
    }
    if let Some(closes) = desk.closes_at.filter(|closes| now < *closes) {
        let time = language.date_time(closes, &conference.zone());
        notes.push(language.with("sign-up-until", &[("time", time.into())]));
    }
    notes.extend(closed.filter(|key| *key != "sign-up-not-coming").map(|key| language.t(key)));
    Ok(Line {
        id: row.session_id,
        href: format!("/{}/programme/sessions/{}", conference.slug, row.session_id),
        title: row.facts.title.in_language(language).to_owned(),
        place: place_line(row, conference, language),
        note: notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" "),
        action: by.path(&format!("/sessions/{}", row.session_id)),
        state: own.map(|own| (own.status.mark(), language.t(&own.status.word()))),
        reason: own.filter(|own| own.status == SignUpState::Refused).map(|own| own.reason.clone()).unwrap_or_default(),
        acts: acts(by, desk.mode, own.map(|own| own.status), closed.is_some()),
        cancelled: row.cancelled,
    })
}

/// `GET /people/{participant}/sessions`
pub async fn show(by: Myself, _: Path<ParticipantId>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let mut connection = db.connection().await?;
    let all = offers(&by, &mut connection).await?;
    let (mut mine, mut open) = (Vec::new(), Vec::new());
    for row in &all.rows {
        let own = all.mine.get(&row.session_id);
        let desk = all.desks.get(&row.session_id);
        let admitted = all.circles.get(&row.session_id).is_none_or(|one| admits(one, by.participant().category_id));
        if own.is_some_and(|own| own.status.is_live() || own.status == SignUpState::Refused) {
            mine.push(line(&by, &mut connection, &all, row, now).await?);
        } else if desk.is_some_and(|desk| desk.mode != SignUpMode::Invitation)
            && admitted
            && !row.cancelled
            && now < row.starts_at
        {
            open.push(line(&by, &mut connection, &all, row, now).await?);
        }
    }
    let has_place = all.mine.values().any(|own| own.status == SignUpState::Placed);
    page(OwnPage {
        page: by.page(by.language().t("sign-up-own-title")),
        name: by.participant().name(),
        back: by.path(""),
        calendar: has_place.then(|| by.path("/sessions.ics")),
        programme: format!("/{}/programme", by.conference().slug),
        mine,
        open,
    })
}

/// `GET /people/{participant}/sessions.ics`: the sessions in which the person has a place, for a calendar.
pub async fn calendar(by: Myself, _: Path<ParticipantId>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let conference = by.conference();
    let mut connection = db.connection().await?;
    let release = queries::latest_release(&mut connection, conference.id).await?.ok_or(Problem::NotFound)?;
    let all = offers(&by, &mut connection).await?;
    let placed = |row: &Released| all.mine.get(&row.session_id).is_some_and(|own| own.status == SignUpState::Placed);
    let sessions: Vec<Released> = all.rows.iter().filter(|row| placed(row)).cloned().collect();
    let feed = Feed {
        conference,
        release: &release,
        sessions: &sessions,
        language: by.language(),
        base: by.visit().site().link(&format!("/{}", conference.slug)),
        now: clock.now(),
    };
    Ok(attach(&format!("{}-sessions.ics", conference.slug), "text/calendar; charset=utf-8", feed.ics().into_bytes()))
}

/// Which button was pressed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Pressed {
    act: String,
}

/// `POST /people/{participant}/sessions/{session}`
pub async fn act(
    by: Myself,
    path: Path<(ParticipantId, SessionId)>,
    form: Form<Pressed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let language = by.language();
    let act = match form.fields.act.as_str() {
        "leave" => OwnAct::Leave,
        "decline" => OwnAct::Decline,
        _ => OwnAct::Join,
    };
    let to = by.path(&format!("/sessions#session-{}", path.1));
    let flash = |kind, text| redirect_with(by.visit(), &to, &Flash { kind, text, undo: None });
    let mut tx = db.begin().await?;
    match act_for_oneself(&mut tx, &by, path.1, act, clock.now()).await {
        Ok(after) => {
            tx.commit().await?;
            let kind = if after.status == SignUpState::Waiting { FlashKind::Warn } else { FlashKind::Ok };
            Ok(flash(kind, language.t(&format!("sign-up-now-{}", after.status))))
        }
        Err(Problem::Refused(message)) => Ok(flash(FlashKind::No, language.message(&message))),
        Err(problem) => Err(problem),
    }
}
