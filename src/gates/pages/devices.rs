//! Devices: which there are and when they were heard, a new one with its enrolment code, and the end of one.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::clock::{Clock, Moment};
use crate::conferences::{GateStaff, OnDuty, Organiser, Reading};
use crate::db::{Connection, Db};
use crate::gates::actions;
use crate::gates::model::DeviceRow;
use crate::gates::queries;
use crate::ids::{DeviceId, GateId};
use crate::language::Message;
use crate::web::{
    Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, Qr, Reader, Typed, page, page_with, qr,
    redirect_with,
};

/// One device as the list shows it.
struct Line {
    name: String,
    gates: String,
    /// `live`, `ok`, `hold` or `gone`, as `marks::status` draws it.
    kind: &'static str,
    status: String,
    heard: String,
    /// Empty where the clock is right.
    skew: String,
    revocation: Option<String>,
}

#[derive(Template)]
#[template(path = "gates/devices.html")]
struct DevicesPage {
    page: Page,
    up: String,
    new: String,
    devices: Vec<Line>,
    is_organiser: bool,
}

#[derive(Template)]
#[template(path = "gates/device_form.html")]
struct DeviceForm {
    page: Page,
    up: String,
    action: String,
    typed: Typed,
    errors: Errors,
    gates: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "gates/enrolment.html")]
struct EnrolmentPage {
    page: Page,
    up: String,
    name: String,
    code: String,
    link: String,
    picture: Qr,
}

/// `GET /{conference}/gates/devices`
pub async fn list(by: OnDuty<Reading<GateStaff>>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let devices = queries::devices(&mut connection, by.conference_id()).await?;
    let gates = gate_names(&by, &mut connection).await?;
    let handed = queries::handed_gates(&mut connection, by.conference_id()).await?;
    let is_organiser = by.has(crate::conferences::DutyKind::Organiser);
    let line = |device: DeviceRow| {
        let names = handed.iter().filter(|(of, _)| *of == device.id);
        let names: Vec<&str> =
            names.filter_map(|(_, gate)| Some(gates.iter().find(|(id, _)| id == gate)?.1.as_str())).collect();
        let (kind, status) = status(&device, clock.now());
        Line {
            gates: names.join(", "),
            kind,
            status: by.language().t(status),
            heard: device
                .last_seen_at
                .map(|at| by.language().date_time(at, &by.conference().zone()))
                .unwrap_or_default(),
            skew: skew(&by, &device),
            revocation: (is_organiser && device.revoked_at.is_none())
                .then(|| by.path(&format!("/gates/devices/{}/revocation", device.id))),
            name: device.name,
        }
    };
    page(DevicesPage {
        page: by.page(by.language().t("gates-devices")),
        up: by.path("/gates"),
        new: by.path("/gates/devices/new"),
        devices: devices.into_iter().map(line).collect(),
        is_organiser,
    })
}

fn status(device: &DeviceRow, now: Moment) -> (&'static str, &'static str) {
    match (device.revoked_at, device.enrolment_expires_at, device.last_seen_at) {
        (Some(_), _, _) => ("gone", "gates-device-revoked"),
        (None, Some(until), _) if until <= now => ("back", "gates-device-expired"),
        (None, Some(_), _) => ("sent", "gates-device-waiting"),
        (None, None, Some(at)) if now.seconds_since(at) < 180 => ("live", "gates-device-live"),
        (None, None, Some(_)) => ("hold", "gates-device-silent"),
        (None, None, None) => ("draft", "gates-device-new"),
    }
}

fn skew<D: crate::conferences::Duty>(by: &OnDuty<D>, device: &DeviceRow) -> String {
    let seconds = device.skew_milliseconds.map_or(0, |milliseconds| milliseconds / 1000);
    if seconds.abs() <= 120 {
        return String::new();
    }
    by.language().message(&Message::new("gates-device-skew").with("minutes", seconds / 60))
}

async fn gate_names<D: crate::conferences::Duty>(
    by: &OnDuty<D>,
    connection: &mut Connection,
) -> Answer<Vec<(GateId, String)>> {
    let gates = queries::gates(connection, by.conference_id()).await?;
    Ok(gates.into_iter().map(|gate| (gate.id, gate.name.in_language(by.language()).to_owned())).collect())
}

/// `GET /{conference}/gates/devices/new`
pub async fn new(by: OnDuty<Organiser>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    draw_form(&by, &mut connection, StatusCode::OK, Typed::default(), Errors::default()).await
}

/// `POST /{conference}/gates/devices`: the enrolment code is shown here, once.
pub async fn add(by: OnDuty<Organiser>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let known = gate_names(&by, &mut tx).await?;
    let mut reader = Reader::of(&form.fields);
    let name = reader.required("name", 60);
    let chosen = form.fields.all("gates").iter().filter_map(|value| GateId::parse(value));
    let gates: Vec<GateId> = chosen.filter(|id| known.iter().any(|(gate, _)| gate == id)).collect();
    if gates.is_empty() {
        reader.errors.say("gates", "field-choose");
    }
    if !reader.errors.is_empty() || form.resumed {
        let errors = reader.errors;
        return draw_form(&by, &mut tx, StatusCode::UNPROCESSABLE_ENTITY, form.fields, errors).await;
    }
    let code = actions::offer_device(&mut tx, &by, &name, &gates, clock.now()).await?;
    tx.commit().await?;
    let link = by.visit().site().link(&format!("/device#{}", code.shown()));
    let drawn = EnrolmentPage {
        page: by.page(by.language().t("gates-enrolment")),
        up: by.path("/gates/devices"),
        name,
        code: code.shown(),
        picture: qr(&link)?,
        link,
    };
    page_with(StatusCode::CREATED, drawn)
}

async fn draw_form(
    by: &OnDuty<Organiser>,
    connection: &mut Connection,
    status: StatusCode,
    typed: Typed,
    errors: Errors,
) -> Answer<HttpResponse> {
    let gates = gate_names(by, connection).await?.into_iter().map(|(id, name)| (id.to_string(), name));
    page_with(
        status,
        DeviceForm {
            page: by.page(by.language().t("gates-add-device")),
            up: by.path("/gates/devices"),
            action: by.path("/gates/devices"),
            gates: Choice::any_of(gates, typed.all("gates")),
            typed,
            errors,
        },
    )
}

/// `POST /{conference}/gates/devices/{device}/revocation`
pub async fn revoke(
    by: OnDuty<Organiser>,
    path: Path<(String, String)>,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let device = DeviceId::parse(&path.1).ok_or(Problem::NotFound)?;
    let mut tx = db.begin().await?;
    actions::revoke(&mut tx, &by, device, clock.now()).await?;
    tx.commit().await?;
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t("gates-device-ended"), undo: None };
    Ok(redirect_with(by.visit(), &by.path("/gates/devices"), &flash))
}
