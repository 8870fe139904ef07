//! Every route, called as every role: a new route is new lines in review (`tests/permissions.txt`).
//!
//! Each line is one route on one kind of object: the role's own conference and delegation (`own`), the same kind of object of
//! another conference under the own conference's address (`foreign`), and one that does not exist (`missing`). Roles with the
//! same answer stand together. After a change that is meant: `UPDATE_PERMISSIONS=1 cargo test permissions`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use actix_web::http::{Method, header};
use actix_web::test::TestRequest;
use plenipo::conferences::DutyKind;

use crate::support::objects::Objects;
use crate::support::{Browser, World};

const KEPT: &str = "tests/permissions.txt";

#[test]
fn no_address_is_declared_twice() {
    let mut seen = BTreeSet::new();
    for entry in plenipo::app::all_routes() {
        assert!(seen.insert((entry.method.to_string(), entry.path)), "{} {} stands twice", entry.method, entry.path);
    }
}

#[actix_web::test]
async fn every_route_answers_every_role_as_agreed() {
    let (world, stage) = World::new().await;
    let own = Objects::at(&world, &stage, "own").await;
    let other_stage = world.conference("geneva", 2).await;
    let foreign = Objects::at(&world, &other_stage, "foreign").await.under(&stage.slug);
    let missing = Objects::missing(&stage.slug);
    let mut roles: Vec<(String, Browser)> = vec![
        ("stranger".into(), world.stranger()),
        ("nobody".into(), world.signed_in("nobody@example.org").await),
        ("delegate".into(), world.signed_in("own@example.org").await),
        ("other delegate".into(), world.signed_in("foreign@example.org").await),
        ("focal point".into(), world.focal_point(&stage, own.delegation, "focal@example.org").await),
        ("other focal point".into(), {
            let other = world.delegation(&stage, "Another delegation", 3).await;
            world.focal_point(&stage, other, "other-focal@example.org").await
        }),
        ("organiser elsewhere".into(), world.on_duty(&other_stage, "elsewhere@example.org", DutyKind::Organiser).await),
    ];
    for duty in DutyKind::ALL {
        let email = format!("{}@example.org", duty.as_str());
        roles.push((duty.as_str().replace('_', " "), world.on_duty(&stage, &email, *duty).await));
    }
    roles.push(("administrator".into(), world.administrator("root@example.org").await));
    let everybody = roles.len();
    let mut lines = String::new();
    let mut entries = plenipo::app::all_routes();
    // Reading first, then changing, and leaving last: what one route does must not decide what the next one answers.
    entries.sort_by_key(|entry| (entry.path == "/sign-out", entry.method != Method::GET));
    for entry in entries {
        let kinds: &[(&str, &Objects)] = &[("own", &own), ("foreign", &foreign), ("missing", &missing)];
        let parameters = entry.path.matches('{').count() - usize::from(entry.path.starts_with("/{conference}"));
        let kinds = if parameters == 0 { &kinds[..1] } else { kinds };
        for (kind, objects) in kinds {
            let mut answers: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
            for (role, browser) in &mut roles {
                let status = ask(browser, &entry.method, &objects.address(entry.path)).await;
                assert!(status < 500, "{} {} breaks for {role} on a {kind} object: {status}", entry.method, entry.path);
                answers.entry(status).or_default().push(role);
            }
            let _ = writeln!(lines, "{} {} ({kind})", entry.method, entry.path);
            for (status, who) in answers {
                let who = if who.len() == everybody { "everybody".to_owned() } else { who.join(", ") };
                let _ = writeln!(lines, "    {status} {who}");
            }
        }
    }
    compare(&lines);
}

/// Calls a route as a page of ours would: with the token, and otherwise an empty form.
async fn ask(browser: &mut Browser, method: &Method, address: &str) -> u16 {
    // Signing out and the like are tried on a copy, so that the role stays who it is.
    let mut browser = browser.clone();
    let token = browser.token();
    let request = TestRequest::default().method(method.clone()).uri(address);
    let request = match *method {
        Method::GET => request,
        _ if address.starts_with("/api/") => {
            request.insert_header((header::CONTENT_TYPE, "application/json")).set_payload("{}")
        }
        _ => {
            let body = format!("form_token={token}");
            request
                .insert_header((header::CONTENT_TYPE, "application/x-www-form-urlencoded"))
                .insert_header((header::CONTENT_LENGTH, body.len()))
                .set_payload(body)
        }
    };
    browser.head(request).await
}

fn compare(lines: &str) {
    if std::env::var_os("UPDATE_PERMISSIONS").is_some() {
        std::fs::write(KEPT, lines).unwrap();
    }
    let kept = std::fs::read_to_string(KEPT).unwrap_or_default();
    let (now, before): (Vec<&str>, Vec<&str>) = (lines.lines().collect(), kept.lines().collect());
    let changed: Vec<String> = (0..now.len().max(before.len()))
        .filter(|at| now.get(*at) != before.get(*at))
        .take(12)
        .map(|at| format!("line {}: {:?} was {:?}", at + 1, now.get(at).unwrap_or(&""), before.get(at).unwrap_or(&"")))
        .collect();
    assert!(changed.is_empty(), "answers changed; if that is meant, UPDATE_PERMISSIONS=1:\n{}", changed.join("\n"));
}
