//! `GET /api/v1/openapi.json`: what machines may ask, in the words of OpenAPI 3.1. Rooms describe their own paths and types;
//! here they become one document.

use actix_web::HttpResponse;
use actix_web::http::header;
use serde_json::{Value, json};

use crate::web::{Answer, Visit};

pub async fn show(visit: Visit) -> Answer<HttpResponse> {
    let body = serde_json::to_string_pretty(&document(&visit.site().config().base_url))?;
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(body))
}

fn document(server: &str) -> Value {
    let (mut paths, schemas) = crate::gates::api_description();
    paths["/api/v1/openapi.json"] = json!({ "get": {
        "operationId": "getDescription", "summary": "This document", "tags": ["description"], "security": [],
        "responses": { "200": { "description": "OpenAPI 3.1", "content": { "application/json": { "schema": { "type": "object" } } } } },
    }});
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Plenipo",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "The scanner API of a conference's gates",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": server }],
        "security": [{ "device": [] }],
        "tags": [{ "name": "gates", "description": "Scans, devices, portraits" }, { "name": "description" }],
        "paths": paths,
        "components": {
            "securitySchemes": { "device": { "type": "http", "scheme": "bearer", "description": "The token of a device" } },
            "schemas": schemas,
        },
    })
}
