//! Problems that only this API knows (RFC 9457); the others are drawn by the ground.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;

use crate::gates::actions::Outcome;
use crate::gates::wanted::Fault;

/// What went wrong with one scan, in words for the device's maker.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct ApiProblem {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    pub status: u16,
    detail: String,
}

impl ApiProblem {
    fn new(status: StatusCode, kind: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
        Self { kind, title, status: status.as_u16(), detail: detail.into() }
    }

    pub fn respond(&self) -> HttpResponse {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(self).unwrap_or_default();
        HttpResponse::build(status).content_type("application/problem+json").body(body)
    }

    /// The outcome's problem; None for an answer.
    pub fn of(outcome: &Outcome) -> Option<Self> {
        let forbidden =
            |title, detail: &str| Some(Self::new(StatusCode::FORBIDDEN, "/problems/forbidden", title, detail));
        match outcome {
            Outcome::Answer(_) => None,
            Outcome::NoDevice => Some(Self::new(
                StatusCode::UNAUTHORIZED,
                "/problems/sign-in-first",
                "No device has this token",
                "The device was revoked, or the session it belongs to is over. Enrol or sign in again.",
            )),
            Outcome::NotHanded => forbidden("Not this gate", "This gate was not handed to this device."),
            Outcome::NotStaff => {
                forbidden("Nobody is signed in", "By hand admits only who is signed in on the device.")
            }
            Outcome::NotSupervisor => {
                forbidden("Not a supervisor", "Only a device signed in by a supervisor may do this.")
            }
            Outcome::OtherContent => Some(Self::new(
                StatusCode::CONFLICT,
                "/problems/other-content",
                "This scan id was used for something else",
                "The device has sent another code, gate, direction or time under this scan id. The first answer stands.",
            )),
        }
    }
}

impl From<&Fault> for ApiProblem {
    fn from(fault: &Fault) -> Self {
        let detail = format!("{} should be {}.", fault.field, fault.should);
        Self::new(StatusCode::BAD_REQUEST, "/problems/unreadable", "This request cannot be read", detail)
    }
}
