//! What a telephone on a slow line has to fetch: 14 KB for the first answer, 40 KB for a whole page with its sheets and scripts,
//! fonts and the tools that load only when a picture is chosen outside.

use std::collections::BTreeSet;

use plenipo::ids::ParticipantId;
use regex::Regex;

use crate::support::mails::link_in;
use crate::support::nominees::Nominee;
use crate::support::{Browser, World};

pub const FIRST: usize = 14 * 1024;
pub const WHOLE: usize = 40 * 1024;

/// The bytes of an answer as they go over the wire.
async fn packed(by: &mut Browser, path: &str) -> usize {
    let mut asking = by.clone().with_header("accept-encoding", "gzip");
    let reply = asking.get(path).await;
    assert_eq!(reply, 200, "{path}");
    reply.body.len()
}

/// The scripts that a page runs: the beginning of all, the behaviours that it names, and what they import.
async fn scripts(by: &mut Browser, page: &str) -> BTreeSet<String> {
    let first = Regex::new(r#"<script type="module" src="([^"]+)""#).unwrap();
    let named = Regex::new(r#"data-behaviour="([^"]+)""#).unwrap();
    let imported = Regex::new(r#"(?m)^import [^;]*?'\./([^']+)'"#).unwrap();
    let mut found = BTreeSet::new();
    let mut open: Vec<String> = first.captures_iter(page).map(|one| one[1].to_owned()).collect();
    let Some(folder) = open.first().and_then(|app| app.rsplit_once('/')).map(|(folder, _)| folder.to_owned()) else {
        return found;
    };
    for names in named.captures_iter(page) {
        open.extend(names[1].split(' ').map(|name| format!("{folder}/behaviours/{name}.js")));
    }
    while let Some(path) = open.pop() {
        if !found.insert(path.clone()) {
            continue;
        }
        let text = by.get(&path).await.text();
        let beside = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        open.extend(imported.captures_iter(&text).map(|one| format!("{beside}/{}", &one[1])));
    }
    found
}

/// The bytes of a page's first answer, and of all that it loads but fonts.
pub async fn weigh(by: &mut Browser, path: &str) -> (usize, usize) {
    let page = by.get(path).await.text();
    let first = packed(by, path).await;
    let sheets = Regex::new(r#"<link rel="stylesheet"[^>]*href="([^"]+)""#).unwrap();
    let mut whole = first;
    for sheet in sheets.captures_iter(&page) {
        whole += packed(by, &sheet[1]).await;
    }
    for script in scripts(by, &page).await {
        whole += packed(by, &script).await;
    }
    (first, whole)
}

#[actix_web::test]
async fn a_delegates_pages_are_light() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@foreign.so").await;
    let amina = Nominee::new(&stage, "Amina");
    assert_eq!(amina.save(&mut focal, somalia).await, 303);
    let id: ParticipantId = amina.id;
    assert_eq!(focal.post(&format!("/delegations/{somalia}/people/{id}/invitation"), &[]).await, 303);
    let link = link_in(&world.mail_to("amina@example.org").await, "/people/link/");
    let mut phone = world.stranger();
    let mut pages = vec!["/hanoi".to_owned(), "/hanoi/register".to_owned(), "/sign-in".to_owned(), link.clone()];
    let rest = ["", "/role", "/name", "/identity", "/document", "/contact", "/portrait", "/needs", "/check"];
    pages.extend(rest.map(|rest| format!("/people/{id}/form{rest}")));
    pages.extend([format!("/people/{id}"), format!("/people/{id}/withdrawal")]);
    let mut heavy = Vec::new();
    for (place, path) in pages.iter().enumerate() {
        if place == 4 {
            assert_eq!(phone.post(&link, &[]).await, 303);
        }
        let (first, whole) = weigh(&mut phone, path).await;
        println!("{path}: {first} of {FIRST}, {whole} of {WHOLE}");
        if first > FIRST || whole > WHOLE {
            heavy.push(format!("{path}: {first}, {whole}"));
        }
    }
    assert!(heavy.is_empty(), "{heavy:#?}");
}
