//! The API's description: of every route, in structure an OpenAPI 3.1 document, and true of what is answered.

use std::collections::BTreeSet;

use actix_web::http::Method;
use plenipo::gates::{Flag, Reason};
use serde_json::Value;

use crate::support::World;

async fn described(world: &World) -> Value {
    let reply = world.stranger().get("/api/v1/openapi.json").await;
    assert_eq!(reply, 200);
    assert_eq!(reply.headers.get("cache-control").unwrap(), "public, max-age=3600");
    reply.json()
}

fn texts(schema: &Value) -> Vec<&str> {
    schema["enum"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect()
}

#[actix_web::test]
async fn every_route_under_the_api_is_described_and_no_other() {
    let (world, _stage) = World::new().await;
    let document = described(&world).await;
    let routes: BTreeSet<(String, String)> = plenipo::app::all_routes()
        .into_iter()
        .filter(|entry| entry.path.starts_with("/api/"))
        .map(|entry| (entry.path.to_owned(), entry.method.as_str().to_lowercase()))
        .collect();
    let paths = document["paths"].as_object().unwrap();
    let written: BTreeSet<(String, String)> = paths
        .iter()
        .flat_map(|(path, item)| item.as_object().unwrap().keys().map(move |method| (path.clone(), method.clone())))
        .collect();
    assert_eq!(written, routes);
}

#[actix_web::test]
async fn a_head_request_is_answered_like_a_get_without_its_body() {
    let (world, _stage) = World::new().await;
    let reply = world.stranger().json(Method::HEAD, "/api/v1/openapi.json", &Value::Null).await;
    assert_eq!(reply, 200);
    assert_eq!(reply.headers.get("content-type").unwrap(), "application/json");
}

#[actix_web::test]
async fn every_reason_and_flag_is_listed_in_its_order() {
    let (world, _stage) = World::new().await;
    let schemas = described(&world).await["components"]["schemas"].take();
    assert_eq!(texts(&schemas["Reason"]), Reason::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>());
    assert_eq!(texts(&schemas["Flag"]), Flag::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>());
    assert_eq!(texts(&schemas["Verdict"]), ["admit", "refuse"]);
    assert_eq!(texts(&schemas["Direction"]), ["entry", "exit"]);
}

#[actix_web::test]
async fn the_document_has_the_structure_of_openapi() {
    let (world, _stage) = World::new().await;
    let document = described(&world).await;
    assert_eq!(document["openapi"], "3.1.0");
    assert!(document["info"]["title"].is_string() && document["info"]["version"].is_string());
    let mut ids = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let named: BTreeSet<&str> =
            path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
        for operation in item.as_object().unwrap().values() {
            assert!(ids.insert(operation["operationId"].as_str().unwrap()), "an operationId stands twice: {path}");
            let responses = operation["responses"].as_object().unwrap();
            assert!(responses.values().all(|response| response["description"].is_string()), "{path}");
            assert!(responses.keys().any(|status| status.starts_with('2')), "{path} never succeeds");
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            // What stands behind a question mark is not in the path.
            let of_path = parameters.iter().filter(|one| one["in"] == "path");
            let given: BTreeSet<&str> = of_path.map(|one| one["name"].as_str().unwrap()).collect();
            assert_eq!(given, named, "{path}");
        }
    }
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(references.len() > 20);
    for reference in references {
        let pointer = reference.strip_prefix('#').expect("a reference into the document");
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
}

fn collect(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            into.extend(map.get("$ref").and_then(Value::as_str).map(str::to_owned));
            map.values().for_each(|inner| collect(inner, into));
        }
        Value::Array(list) => list.iter().for_each(|inner| collect(inner, into)),
        _ => {}
    }
}
