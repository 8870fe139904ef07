//! The gates of a conference: where they lead, what they mind, and the way to the scanner.

use actix_web::HttpResponse;
use askama::Template;

use crate::conferences::{DutyKind, GateStaff, OnDuty, ProgrammeManager, Reading, areas};
use crate::db::Db;
use crate::gates::proofs::LookTwice;
use crate::gates::queries;
use crate::web::{Answer, Page, page};

/// One gate as the list shows it.
struct Line {
    name: String,
    code: String,
    /// Empty: the street.
    from: String,
    into: String,
    exit_before_reentry: bool,
    once_per_day: bool,
    is_closed: bool,
    scanner: String,
    edit: String,
}

#[derive(Template)]
#[template(path = "gates/list.html")]
struct GatesPage {
    page: Page,
    is_organiser: bool,
    is_staff: bool,
    new: String,
    devices: String,
    board: String,
    attention: Option<String>,
    passes: Option<String>,
    gates: Vec<Line>,
}

/// `GET /{conference}/gates`
pub async fn show(by: OnDuty<Reading<GateStaff>>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let areas = areas(&mut connection, by.conference_id()).await?;
    let named = |id| {
        let area = areas.iter().find(|area| Some(area.id) == id);
        area.map(|area| area.name.in_language(by.language()).to_owned()).unwrap_or_default()
    };
    let gates = queries::gates(&mut connection, by.conference_id()).await?;
    let lines = gates.into_iter().map(|gate| Line {
        name: gate.name.in_language(by.language()).to_owned(),
        from: named(gate.from_area_id),
        into: named(Some(gate.into_area_id)),
        exit_before_reentry: gate.exit_before_reentry,
        once_per_day: gate.once_per_day,
        is_closed: gate.closed_at.is_some(),
        scanner: by.path(&format!("/gates/{}/scanner", gate.code)),
        edit: by.path(&format!("/gates/{}", gate.code)),
        code: gate.code,
    });
    page(GatesPage {
        page: by.page(by.language().t("gates-title")),
        is_organiser: by.has(DutyKind::Organiser),
        is_staff: by.has(DutyKind::GateStaff) || by.has(DutyKind::GateSupervisor),
        new: by.path("/gates/new"),
        devices: by.path("/gates/devices"),
        board: by.path("/gates/board"),
        attention: by.holds::<LookTwice>().then(|| by.path("/gates/attention")),
        passes: by.holds::<Reading<ProgrammeManager>>().then(|| by.path("/gates/passes")),
        gates: lines.collect(),
    })
}
