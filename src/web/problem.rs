//! The four errors. They are drawn by the `drawing` middleware: HTML in the visitor's language, or `application/problem+json`
//! under `/api`. A broken cause is logged once, there, under a reference number that the visitor sees.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use diesel::result::{DatabaseErrorKind, Error as DieselError};

use crate::db::PoolError;
use crate::language::Message;

/// What a handler or an action gives back.
pub type Answer<T> = Result<T, Problem>;

/// Why there is no answer.
#[derive(Debug)]
pub enum Problem {
    /// Nobody is signed in, or the session has ended: sign in and come back.
    SignInFirst,
    /// There is no such thing, or not for this account; a stranger cannot tell which.
    NotFound,
    /// A rule says no; the message says which.
    Refused(Message),
    /// Too many attempts; try later.
    TooMany,
    /// The form's token does not belong to this browser.
    Forged,
    /// What arrived cannot be read.
    Unreadable(String),
    /// Larger than the page accepts.
    TooLarge,
    /// A fault of ours or of what we stand on; `away` when it is the database that cannot be reached.
    Broken { cause: Box<dyn std::error::Error + Send + Sync>, away: bool },
}

impl Problem {
    /// A fault of ours.
    pub fn broken(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Broken { cause: cause.into(), away: false }
    }

    /// A rule's refusal by message key.
    pub fn refused(key: &str) -> Self {
        Self::Refused(Message::new(key))
    }

    /// The same, unless it is a row that others still point to: then a refusal that says so.
    #[must_use]
    pub fn if_in_use(self, key: &str) -> Self {
        let in_use = matches!(&self, Self::Broken { cause, .. } if matches!(cause.downcast_ref::<DieselError>(),
            Some(DieselError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _))));
        if in_use || matches!(&self, Self::Refused(message) if message.key() == key) {
            Self::refused(key)
        } else {
            self
        }
    }

    /// The stable name of the kind of problem, last part of the `type` URI in `problem+json`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::SignInFirst => "sign-in-first",
            Self::NotFound => "not-found",
            Self::Refused(_) => "refused",
            Self::TooMany => "too-many",
            Self::Forged => "forged-form",
            Self::Unreadable(_) => "unreadable",
            Self::TooLarge => "too-large",
            Self::Broken { away: true, .. } => "database-away",
            Self::Broken { .. } => "broken",
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(message) => write!(f, "refused: {}", message.key()),
            Self::Broken { cause, .. } => write!(f, "broken: {cause}"),
            Self::Unreadable(why) => write!(f, "unreadable: {why}"),
            other => f.write_str(other.name()),
        }
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::SignInFirst => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Broken { away: true, .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

impl From<DieselError> for Problem {
    /// A broken rule becomes the message named after its constraint; a missing row is not found; a lost connection is
    /// the database being away.
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::NotFound => Self::NotFound,
            DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, _) => {
                Self::Broken { cause: Box::new(error), away: true }
            }
            DieselError::DatabaseError(_, information) => {
                let key = information.constraint_name().map(|name| format!("rule-{}", name.replace('_', "-")));
                match key {
                    Some(key) if crate::language::FALLBACK.has(&key) => Self::Refused(Message::new(key)),
                    _ if means_away(information.message()) => Self::Broken { cause: Box::new(error), away: true },
                    _ => Self::broken(error),
                }
            }
            _ => Self::broken(error),
        }
    }
}

/// The server is stopping or starting, or the connection broke (SQLSTATE 57P0x reach us only as text).
fn means_away(message: &str) -> bool {
    ["terminating connection", "shutting down", "starting up", "connection closed", "error communicating", "recovery"]
        .iter()
        .any(|sign| message.contains(sign))
}

impl From<PoolError> for Problem {
    fn from(error: PoolError) -> Self {
        Self::Broken { cause: Box::new(error), away: true }
    }
}

impl From<diesel::ConnectionError> for Problem {
    fn from(error: diesel::ConnectionError) -> Self {
        Self::Broken { cause: Box::new(error), away: true }
    }
}

macro_rules! broken_from {
    ($($kind:ty)*) => {$(
        impl From<$kind> for Problem {
            fn from(error: $kind) -> Self {
                Self::broken(error)
            }
        }
    )*};
}
broken_from! { askama::Error std::io::Error serde_json::Error actix_web::error::BlockingError std::string::FromUtf8Error }
