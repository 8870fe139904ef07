//! The draft as its managers see it: every session with where it stands.

use std::collections::HashMap;

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::super::model::{MeetingRoom, Session, SessionStatus};
use super::super::queries;
use super::{kind_label, kinds, status_label};
use crate::conferences::{OnDuty, ProgrammeManager, Reading};
use crate::db::Db;
use crate::ids::MeetingRoomId;
use crate::language::collation::fold;
use crate::web::{Answer, Choice, Page, Pager, Query, page};

/// Sessions on a page of the list.
const SIZE: i64 = 100;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    kind: String,
    status: String,
    page: Option<i64>,
}

struct Line {
    href: String,
    title: String,
    kind: String,
    room: String,
    time: String,
    status: SessionStatus,
    status_label: String,
}

#[derive(Template)]
#[template(path = "programme/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    wanted: Wanted,
    kinds: Vec<Choice>,
    statuses: Vec<Choice>,
    pager: Pager,
    release: Option<String>,
    may_change: bool,
    base: String,
}

pub async fn show(by: OnDuty<Reading<ProgrammeManager>>, wanted: Query<Wanted>, db: Db) -> Answer<HttpResponse> {
    let Query(wanted) = wanted;
    let language = by.language();
    let conference = by.conference();
    let mut connection = db.connection().await?;
    let rooms: HashMap<MeetingRoomId, MeetingRoom> =
        queries::rooms(&mut connection, conference.id).await?.into_iter().map(|room| (room.id, room)).collect();
    let needle = fold(wanted.q.trim());
    let fitting: Vec<Session> = queries::sessions(&mut connection, conference.id)
        .await?
        .into_iter()
        .filter(|session| wanted.kind.is_empty() || session.kind.as_str() == wanted.kind)
        .filter(|session| wanted.status.is_empty() || session.status.as_str() == wanted.status)
        .filter(|session| needle.is_empty() || session.title.iter().any(|(_, title)| fold(title).contains(&needle)))
        .collect();
    let total = i64::try_from(fitting.len()).unwrap_or(i64::MAX);
    let pager = Pager::new(wanted.page, SIZE, total, by.visit().path());
    let base = by.path("/programme/manage");
    let zone = conference.zone();
    let from = usize::try_from(pager.offset()).unwrap_or_default();
    let lines = fitting.iter().skip(from).take(SIZE as usize).map(|session| Line {
        href: format!("{base}/sessions/{}", session.id),
        title: session.title.in_language(language).to_owned(),
        kind: kind_label(session.kind, language),
        room: session
            .room_id
            .and_then(|id| rooms.get(&id))
            .map(|room| room.name.in_language(language).to_owned())
            .unwrap_or_default(),
        time: session.starts_at.zip(session.ends_at).map_or_else(String::new, |(from, until)| {
            let day = language.short_date(from.conference_day(&zone));
            format!("{day} {}–{}", language.time(from, &zone), language.time(until, &zone))
        }),
        status: session.status,
        status_label: status_label(session.status, language),
    });
    let lines = lines.collect();
    let release = queries::latest_release(&mut connection, conference.id).await?.map(|release| {
        language.with(
            "programme-release-line",
            &[("name", release.name.into()), ("time", language.date_time(release.released_at, &zone).into())],
        )
    });
    let mut kind_choices = Choice::one_of([("", language.t("programme-any-kind"))], &wanted.kind);
    kind_choices.extend(kinds(&wanted.kind, language));
    let mut statuses = Choice::one_of([("", language.t("programme-any-status"))], &wanted.status);
    let all = SessionStatus::ALL.iter().map(|status| (status.as_str(), status_label(*status, language)));
    statuses.extend(Choice::one_of(all, &wanted.status));
    let may_change = by.holds::<ProgrammeManager>();
    page(ListPage {
        page: by.page(language.t("programme-manage-title")),
        lines,
        wanted,
        kinds: kind_choices,
        statuses,
        pager,
        release,
        may_change,
        base,
    })
}
