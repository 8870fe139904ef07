//! The scanner API in the words of OpenAPI 3.1: its paths, and the types they speak. Reasons, flags, verdicts and
//! directions come out of their enums; the tests compare paths with the table of routes and answers with their types.

use serde_json::{Value, json};

use crate::gates::model::{Direction, Flag, Reason, Ruling};

const PROBLEM: &str = "application/problem+json";

/// What the room's part of `/api/v1` is: `paths` and `components.schemas` of the document.
pub fn description() -> (Value, Value) {
    (
        paths(),
        json!({
            "Scan": scan(), "Answer": answer(), "Person": person(), "Problem": problem(),
            "Verdict": words(Ruling::ALL), "Reason": words(Reason::ALL), "Flag": words(Flag::ALL),
            "Direction": words(Direction::ALL), "Enrolled": enrolled(), "Device": device(), "NamedGate": named_gate(),
        }),
    )
}

fn paths() -> Value {
    json!({
        "/api/v1/scans": { "post": operation("postScan", "Judge one scan, and record it", json!({
            "description": "Admissions and refusals are both answered with 200. The same scan_id with the same content gets the same \
                answer again, with replayed true; with other content 409. An admission that the device made by itself (offline) stays an admission.",
            "requestBody": body("Scan"),
            "responses": responses(&[(200, "The verdict", Some("Answer"))], &[400, 401, 403, 409, 413, 503]),
        }))},
        "/api/v1/scans/batch": { "post": operation("postScans", "Judge up to 500 scans, each by itself", json!({
            "description": "One bad item never holds back the others: it is answered with its scan_id and its problem.",
            "requestBody": json_body(batch()),
            "responses": responses_with(json_content("An answer or a problem for each, in order", batch_answer()), &[400, 401, 413, 503]),
        }))},
        "/api/v1/devices": { "post": operation("postDevice", "Exchange an enrolment code for a token", json!({
            "description": "The code works once. A wrong, used or expired one is answered 404: which of them it is tells only who had it.",
            "security": [],
            "requestBody": json_body(json!({ "type": "object", "required": ["code"],
                "properties": { "code": { "type": "string", "maxLength": 100 } } })),
            "responses": responses(&[(201, "The device and its token, shown this once", Some("Enrolled"))], &[400, 404, 503]),
        }))},
        "/api/v1/device": { "get": operation("getDevice", "What this device is, and which gates it was handed", json!({
            "responses": responses(&[(200, "The device", Some("Device"))], &[401, 503]),
        }))},
        "/api/v1/photos/{participant}/{file}": { "get": operation("getPhoto", "A portrait", json!({
            "description": "The address stands in an answer's person. A file never changes: a new portrait has a new address.",
            "parameters": [in_path("participant"), in_path("file"), json!({
                "name": "size", "in": "query", "schema": { "type": "string", "enum": ["small", "large"] },
            })],
            "responses": responses_with(json!({ "description": "96 x 128 pixels; large: 300 x 400",
                "content": { "image/jpeg": { "schema": { "type": "string", "contentMediaType": "image/jpeg" } } } }), &[401, 404, 503]),
        }))},
    })
}

fn operation(id: &str, summary: &str, mut rest: Value) -> Value {
    rest["operationId"] = id.into();
    rest["summary"] = summary.into();
    rest["tags"] = json!(["gates"]);
    rest
}

fn in_path(name: &str) -> Value {
    json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } })
}

fn of(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

fn body(schema: &str) -> Value {
    json_body(of(schema))
}

fn json_body(schema: Value) -> Value {
    json!({ "required": true, "content": { "application/json": { "schema": schema } } })
}

fn json_content(description: &str, schema: Value) -> Value {
    json!({ "description": description, "content": { "application/json": { "schema": schema } } })
}

fn responses(good: &[(u16, &str, Option<&str>)], bad: &[u16]) -> Value {
    let mut all = problems(bad);
    for (status, description, schema) in good {
        all[status.to_string()] = json_content(description, schema.map_or(json!(true), of));
    }
    all
}

fn responses_with(good: Value, bad: &[u16]) -> Value {
    let mut all = problems(bad);
    all["200"] = good;
    all
}

fn problems(statuses: &[u16]) -> Value {
    let mut all = json!({});
    for status in statuses {
        let description = match status {
            400 => "Something in the request cannot be read; detail names the field",
            401 => "No live device has this token",
            403 => "This gate was not handed to this device, or nobody with the duty is signed in on it",
            404 => "There is nothing here for you",
            409 => "This scan_id was used for something else",
            413 => "The body is too large",
            _ => "The database cannot be reached; send it again",
        };
        all[status.to_string()] =
            json!({ "description": description, "content": { PROBLEM: { "schema": of("Problem") } } });
    }
    all
}

/// The texts of an enum, in its order: for reasons that in which they are looked for.
fn words<T: serde::Serialize>(all: &[T]) -> Value {
    json!({ "type": "string", "enum": all })
}

fn instant(description: &str) -> Value {
    json!({ "type": ["string", "null"], "format": "date-time", "description": description })
}

fn scan() -> Value {
    json!({
        "type": "object",
        "required": ["scan_id", "gate", "direction"],
        "oneOf": [{ "required": ["code"] }, { "required": ["by_hand"] }],
        "properties": {
            "scan_id": { "type": "string", "format": "uuid", "description": "Made by the device for this scan, and kept when it is sent again" },
            "gate": { "type": "string", "minLength": 1, "maxLength": 40, "examples": ["main-entrance"] },
            "direction": of("Direction"),
            "code": { "type": "string", "maxLength": 4300, "description": "What was read, unchanged: for our codes 193 digits" },
            "by_hand": by_hand(),
            "face_matches": { "type": "boolean", "description": "May stand here instead of inside by_hand" },
            "scanned_at": instant("When it was scanned; now when absent. As sent it is part of what makes it the same scan"),
            "sent_at": instant("The device's clock when it sends, from which its error is measured"),
            "offline": offline(),
            "override": { "type": ["object", "null"], "required": ["reason"], "description": "Only on a device that a supervisor is signed in on",
                "properties": { "reason": { "type": "string", "minLength": 1, "maxLength": 300 } } },
        },
    })
}

fn by_hand() -> Value {
    json!({
        "type": "object",
        "description": "Instead of a code, on a device that a member of staff is signed in on; by person only a supervisor admits",
        "oneOf": [{ "required": ["number"] }, { "required": ["person"] }],
        "properties": {
            "number": { "type": ["string", "integer"], "description": "The number printed on the badge" },
            "person": { "type": "string", "format": "uuid" },
            "face_matches": { "type": "boolean", "description": "True once somebody has compared the face" },
        },
    })
}

fn offline() -> Value {
    json!({
        "type": ["object", "null"],
        "description": "What the device decided by itself: a report about the scan, no part of it",
        "required": ["verdict", "reason"],
        "properties": { "verdict": of("Verdict"), "reason": of("Reason"), "list_version": { "type": ["integer", "null"] } },
    })
}

fn batch() -> Value {
    json!({
        "type": "object",
        "required": ["scans"],
        "properties": {
            "scans": { "type": "array", "maxItems": super::scans::MOST, "items": of("Scan") },
            "sent_at": instant("Counts for every scan that has none of its own"),
        },
    })
}

fn batch_answer() -> Value {
    let failed = json!({
        "type": "object",
        "required": ["scan_id", "problem"],
        "properties": { "scan_id": { "description": "As sent" }, "problem": of("Problem") },
    });
    json!({ "type": "object", "required": ["scans"],
        "properties": { "scans": { "type": "array", "items": { "anyOf": [of("Answer"), failed] } } } })
}

fn answer() -> Value {
    json!({
        "type": "object",
        "required": ["scan_id", "verdict", "reason", "flags", "replayed", "inside"],
        "properties": {
            "scan_id": { "type": "string", "format": "uuid" },
            "verdict": of("Verdict"),
            "reason": of("Reason"),
            "flags": { "type": "array", "items": of("Flag"), "description": "What staff should look at beside the verdict" },
            "replayed": { "type": "boolean", "description": "It was decided before; only inside may be newer" },
            "person": of("Person"),
            "inside": { "type": "integer", "minimum": 0, "description": "Distinct people inside the gate's area, never more than a second old" },
        },
    })
}

fn person() -> Value {
    let text = json!({ "type": "string" });
    json!({
        "type": "object",
        "description": "Absent where the code names nobody of this conference",
        "required": ["name", "native_name", "delegation", "category", "category_name", "pattern"],
        "properties": {
            "name": text, "native_name": text, "delegation": text, "category_name": text, "pattern": text,
            "category": { "type": "string", "description": "The letter on the badge" },
            "photo": { "type": "string", "format": "uri-reference", "description": "Absent where there is none" },
            "note": { "type": "string", "description": "For gate staff alone, beside the flag attention: what to do when looking twice" },
        },
    })
}

fn problem() -> Value {
    json!({
        "type": "object",
        "description": "RFC 9457",
        "required": ["type", "title", "status"],
        "properties": {
            "type": { "type": "string", "format": "uri-reference" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string" },
        },
    })
}

fn enrolled() -> Value {
    json!({
        "type": "object",
        "required": ["device", "name", "token", "gates"],
        "properties": {
            "device": { "type": "string", "format": "uuid" },
            "name": { "type": "string" },
            "token": { "type": "string", "description": "The bearer token; it is not shown again" },
            "gates": { "type": "array", "items": { "type": "string" } },
        },
    })
}

fn device() -> Value {
    json!({
        "type": "object",
        "required": ["device", "conference", "categories", "gates"],
        "properties": {
            "device": { "type": "string", "format": "uuid" },
            "conference": { "type": "object", "required": ["slug", "name"],
                "properties": { "slug": { "type": "string" }, "name": { "type": "string" } } },
            "categories": { "type": "string", "format": "uri-reference", "description": "The style sheet of the categories' colours" },
            "gates": { "type": "array", "items": of("NamedGate") },
        },
    })
}

fn named_gate() -> Value {
    json!({ "type": "object", "required": ["code", "name"],
        "properties": { "code": { "type": "string" }, "name": { "type": "string" } } })
}
