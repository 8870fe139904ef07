//! `POST /api/v1/devices`: a device exchanges its one-time enrolment code for a token.

use actix_web::HttpResponse;
use actix_web::web::Bytes;
use serde_json::{Value, json};

use super::problems::ApiProblem;
use crate::clock::Clock;
use crate::db::Db;
use crate::gates::actions;
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
