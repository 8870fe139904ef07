//! `POST /api/v1/devices`: a device exchanges its one-time enrolment code for a token. `GET /api/v1/device`: what it is and which
//! gates it was handed.

use actix_web::HttpResponse;
use actix_web::web::Bytes;
use serde_json::{Value, json};

use super::problems::ApiProblem;
use crate::clock::Clock;
use crate::conferences::conference_by_id;
use crate::db::Db;
use crate::gates::actions;
use crate::gates::proofs::Device;
use crate::gates::queries;
use crate::gates::wanted::Fault;
use crate::web::{Answer, Problem, Visit};

/// A wrong, used or expired code is answered 404: which of them it is tells only who had it.
pub async fn post(_: Visit, body: Bytes, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let posted: Value = serde_json::from_slice(&body).unwrap_or_default();
    let Some(code) = posted.get("code").and_then(Value::as_str).filter(|code| code.len() <= 100) else {
        return Ok(ApiProblem::from(&Fault { field: "code", should: "the enrolment code" }).respond());
    };
    let mut tx = db.begin().await?;
    let enrolled = actions::enrol_device(&mut tx, code, clock.now()).await?.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(HttpResponse::Created().json(json!({
        "device": enrolled.device, "name": enrolled.name, "token": enrolled.token.as_str(), "gates": enrolled.gates,
    })))
}

/// Where the device stands: its conference, and the gates it may scan for, in the language it asks for.
pub async fn show(device: Device, visit: Visit, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let conference = conference_by_id(&mut connection, device.conference).await?;
    let gates = queries::gates_of(&mut connection, device.id).await?;
    let language = visit.language();
    let gates: Vec<Value> =
        gates.iter().map(|gate| json!({ "code": gate.code, "name": gate.name.in_language(language) })).collect();
    Ok(HttpResponse::Ok().json(json!({
        "device": device.id,
        "conference": { "slug": conference.slug, "name": conference.name.in_language(language) },
        "categories": format!("/{}/categories.css", conference.slug),
        "gates": gates,
    })))
}
