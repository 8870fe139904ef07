//! The order of the rooms: a file may name its own room, the ground, and rooms of lower rank, through their door.

use std::fs;
use std::path::{Path, PathBuf};

/// Lowest first, as in `lib.rs`.
const ROOMS: &[&str] = &[
    "audit",
    "mail",
    "files",
    "accounts",
    "conferences",
    "delegations",
    "participants",
    "accreditation",
    "badges",
    "gates",
    "programme",
    "exhibition",
    "console",
];
/// Inside a room: who may name whom. A layer names the ones before it and itself.
const LAYERS: &[&str] = &["model", "rules", "queries", "mails", "actions", "pages"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The code without comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_room_names_a_room_of_its_own_rank_or_above() {
    let names = regex::Regex::new(r"crate::\{?([a-z_]+)").unwrap();
    let mut wrong = Vec::new();
    for (rank, room) in ROOMS.iter().enumerate() {
        for file in sources(&Path::new("src").join(room)) {
            for found in names.captures_iter(&code(&file)) {
                let higher = ROOMS.iter().position(|other| *other == &found[1]).is_some_and(|other| other > rank);
                if higher || &found[1] == "app" {
                    wrong.push(format!("{} names {}", file.display(), &found[1]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_ground_names_no_room() {
    let names = regex::Regex::new(r"crate::([a-z_]+)").unwrap();
    let mut wrong = Vec::new();
    for part in ["db", "language", "web", "config.rs", "clock.rs", "ids.rs", "schema.rs"] {
        let path = Path::new("src").join(part);
        let files = if path.is_dir() { sources(&path) } else { vec![path] };
        for file in files {
            for found in names.captures_iter(&code(&file)).filter(|found| ROOMS.contains(&&found[1])) {
                wrong.push(format!("{} names {}", file.display(), &found[1]));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn rooms_are_declared_in_their_order() {
    let map = fs::read_to_string("src/lib.rs").unwrap();
    let declared: Vec<&str> = map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let rooms: Vec<&str> = declared.into_iter().filter(|name| ROOMS.contains(name)).collect();
    assert_eq!(rooms, ROOMS);
}

#[test]
fn inside_a_room_pages_call_actions_and_rules_do_no_io() {
    let mut wrong = Vec::new();
    for room in ROOMS {
        for file in sources(&Path::new("src").join(room)) {
            let inside = file.strip_prefix(Path::new("src").join(room)).unwrap().to_path_buf();
            let first =
                inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
            let Some(layer) = LAYERS.iter().position(|layer| *layer == first) else { continue };
            let text = code(&file);
            let later = LAYERS[layer + 1..].iter().filter(|name| {
                text.contains(&format!("super::{name}")) || text.contains(&format!("crate::{room}::{name}"))
            });
            wrong.extend(later.map(|name| format!("{} names {name}", file.display())));
            if first == "rules" && (text.contains("diesel") || text.contains("Connection")) {
                wrong.push(format!("{} does I/O", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
