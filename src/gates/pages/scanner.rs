//! The scanner of one gate, for signed-in gate staff: their browser becomes a device that lives as long as the session.

use std::collections::BTreeMap;
use std::sync::RwLock;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde_json::json;

use super::plain::Plain;
use super::tray::{Tray, tray};
use crate::badges::keys::Keyring;
use crate::clock::Clock;
use crate::conferences::{DutyKind, GateStaff, OnDuty};
use crate::db::Db;
use crate::gates::actions::{self, Token};
use crate::gates::model::{Flag, GateRow, Reason};
use crate::gates::queries;
use crate::language::Language;
use crate::web::{Answer, Page, Visit, page, page_with};

struct GateShown {
    code: String,
    name: String,
}

#[derive(Template)]
#[template(path = "gates/scanner.html")]
struct ScannerPage {
    page: Page,
    gate: GateShown,
    back: String,
    sign_in: String,
    supervisor: bool,
    /// By hand goes only what somebody who is signed in answers for.
    is_staff: bool,
    /// What the script needs, as JSON without `<`.
    config: String,
    plain: Plain,
    /// Badges to try the gate with, in the demonstration.
    tray: Option<Tray>,
}

/// What the script says, besides reasons and flags.
const SENTENCES: [&str; 32] = [
    "gates-crowd-arrived",
    "gates-crowd-none",
    "gates-word-enter",
    "gates-word-leave",
    "gates-word-look",
    "gates-word-again",
    "gates-partial",
    "gates-same-badge",
    "gates-word-stop",
    "gates-word-alarm",
    "gates-word-undecided",
    "gates-word-reading",
    "gates-no-network",
    "gates-signed-out",
    "gates-not-accepted",
    "gates-portrait",
    "gates-inside",
    "gates-line-online",
    "gates-line-offline",
    "gates-line-signed-out",
    "gates-line-unsent",
    "gates-line-rejected",
    "gates-line-no-store",
    "gates-camera-denied",
    "gates-camera-none",
    "gates-camera-insecure",
    "gates-camera-failed",
    "gates-entry",
    "gates-exit",
    "gates-direction-is",
    "gates-by-hand",
    "gates-next",
];
/// Flags that have a sentence of their own on the scanner.
const SHOWN_FLAGS: [Flag; 3] = [Flag::Alarm, Flag::Attention, Flag::NotOnList];

/// `GET /{conference}/gates/{gate}/scanner`
pub async fn show(
    by: OnDuty<GateStaff>,
    path: Path<(String, String)>,
    keyring: Data<RwLock<Keyring>>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let gate = queries::gate_by_code(&mut tx, by.conference_id(), &path.1).await?;
    let token = actions::browser_device(&mut tx, &by, by.visit().site(), gate.id, clock.now()).await?;
    tx.commit().await?;
    let plain = Plain::new(&by, &gate.code);
    let tray = tray(&mut *db.connection().await?, &by, &keyring, &gate, clock.now()).await?;
    draw(&by, StatusCode::OK, (&gate, &token), plain, tray)
}

/// The scanner of a gate, with what stands on it for browsers without scripts.
pub(super) fn draw(
    by: &OnDuty<GateStaff>,
    status: StatusCode,
    (gate, token): (&GateRow, &Token),
    plain: Plain,
    tray: Option<Tray>,
) -> Answer<HttpResponse> {
    let supervisor = by.has(DutyKind::GateSupervisor);
    let config = json!({
        "gate": gate.code,
        "token": token.as_str(),
        "scans": "/api/v1/scans",
        "batch": "/api/v1/scans/batch",
        "supervisor": supervisor,
        "zone": by.conference().time_zone,
        "crowd": tray.as_ref().map(|tray| &tray.crowd),
        "text": sentences(by.language()),
    });
    let name = gate.name.in_language(by.language()).to_owned();
    let next = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", by.visit().path()).finish();
    let shown = ScannerPage {
        page: by.page(name.clone()),
        gate: GateShown { code: gate.code.clone(), name },
        back: by.path("/gates"),
        sign_in: format!("/sign-in?{next}"),
        supervisor,
        is_staff: true,
        config: escaped(&config),
        plain,
        tray,
    };
    page_with(status, shown)
}

#[derive(Template)]
#[template(path = "gates/device.html")]
struct DevicePage {
    page: Page,
    gate: GateShown,
    back: String,
    sign_in: String,
    supervisor: bool,
    is_staff: bool,
    config: String,
}

/// `GET /device`: the scanner of a device that is enrolled with a code, or is about to be. Nobody need be signed in; the page
/// knows nothing that its token does not open.
pub async fn device(visit: Visit) -> Answer<HttpResponse> {
    let config = json!({
        "devices": "/api/v1/devices",
        "device": "/api/v1/device",
        "scans": "/api/v1/scans",
        "batch": "/api/v1/scans/batch",
        "text": sentences(visit.language()),
    });
    page(DevicePage {
        page: Page::new(&visit, visit.language().t("gates-this-device")),
        gate: GateShown { code: String::new(), name: String::new() },
        back: "/".to_owned(),
        sign_in: "/device".to_owned(),
        supervisor: false,
        is_staff: false,
        config: escaped(&config),
    })
}

/// JSON for a script element.
fn escaped(config: &serde_json::Value) -> String {
    config.to_string().replace('<', "\\u003c")
}

/// Every sentence of the script, by its key without the room's name; figures and names stand as `{n}` for the script to fill.
fn sentences(language: Language) -> BTreeMap<String, String> {
    let open = |name: &'static str| (name, format!("{{{name}}}").into());
    let places = [open("n"), open("name"), open("direction")];
    let reasons = Reason::ALL.iter().filter(|reason| **reason != Reason::Ok).map(|reason| reason_key(*reason));
    let flags = SHOWN_FLAGS.iter().map(|flag| format!("gates-flag-{}", flag.as_str().replace('_', "-")));
    let keys = SENTENCES.iter().map(|key| (*key).to_owned()).chain(reasons).chain(flags);
    keys.map(|key| {
        let text = language.with(&key, &places);
        (key.trim_start_matches("gates-").to_owned(), text)
    })
    .collect()
}

/// The sentence for a reason.
pub(super) fn reason_key(reason: Reason) -> String {
    format!("gates-reason-{}", reason.as_str().replace('_', "-"))
}
