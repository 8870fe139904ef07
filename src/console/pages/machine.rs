//! What machines ask: does the process live, may it have traffic, how is it; and the authority that phones install.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use crate::db::{Db, Schema, schema_state};
use crate::web::tls::Authority;
use crate::web::{Answer, Problem, Visit};

/// The process lives.
pub async fn alive(_: Visit) -> Answer<HttpResponse> {
    Ok(HttpResponse::Ok().content_type("text/plain").body("alive\n"))
}

/// The database answers and its schema is the one this binary was built for.
pub async fn ready(_: Visit, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let (status, text) = match schema_state(&mut connection).await? {
        Schema::Current => (StatusCode::OK, "ready\n".to_owned()),
        Schema::Behind(missing) => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("the schema lacks {}\n", missing.join(", ")))
        }
    };
    Ok(HttpResponse::build(status).content_type("text/plain").body(text))
}

/// Counters in Prometheus's text format: of this process, and of the outbox.
pub async fn metrics(visit: Visit, db: Db) -> Answer<HttpResponse> {
    let (requests, failures) = visit.site().counts();
    let mut connection = db.connection().await?;
    let outbox = super::super::queries::mails_by_state(&mut connection).await?;
    let mut text = format!(
        "# HELP plenipo_requests_total Requests answered since the start.\n# TYPE plenipo_requests_total counter\n\
         plenipo_requests_total {requests}\n\
         # HELP plenipo_failures_total Requests that failed by a fault of ours.\n# TYPE plenipo_failures_total counter\n\
         plenipo_failures_total {failures}\n\
         # HELP plenipo_mails Mails in the outbox by state.\n# TYPE plenipo_mails gauge\n"
    );
    for (state, count) in outbox {
        text.push_str(&format!("plenipo_mails{{state=\"{state}\"}} {count}\n"));
    }
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(text))
}

/// The certificate of the local network's authority, for phones to install; only with `serve --lan`.
pub async fn authority(_: Visit, authority: Data<Option<Arc<Authority>>>) -> Answer<HttpResponse> {
    let authority = authority.as_ref().as_ref().ok_or(Problem::NotFound)?;
    Ok(HttpResponse::Ok().content_type("application/x-x509-ca-cert").body(authority.der().to_vec()))
}
