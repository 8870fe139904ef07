//! Reads `tests/vectors/access_decisions.json`. A case states only what differs from the file's `usual` badge at its gate.

use crate::gates::model::{Direction, Flag, Reason, Ruling, Unlisted};
use crate::gates::rules::*;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

const CASES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/access_decisions.json"));

#[derive(Deserialize)]
struct File {
    areas: BTreeMap<String, Option<String>>,
    gates: BTreeMap<String, GateRow>,
    usual: Usual,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct GateRow {
    from: Option<String>,
    into: String,
    reentry: String,
    unlisted: String,
}

#[derive(Deserialize)]
struct Usual {
    now: Timestamp,
    asked: Map<String, Value>,
    known: Map<String, Value>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    gate: String,
    now: Option<Timestamp>,
    #[serde(default)]
    asked: Map<String, Value>,
    #[serde(default)]
    known: Map<String, Value>,
    expect: Expected,
}

#[derive(Deserialize)]
struct Expected {
    verdict: Ruling,
    reason: Reason,
    #[serde(default)]
    flags: Vec<Flag>,
    movement: Option<ExpectedMovement>,
    opinion: Option<Reason>,
    at: Option<Timestamp>,
}

#[derive(Deserialize)]
struct ExpectedMovement {
    to: Option<String>,
    newest: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskedRow {
    reading: String,
    direction: Direction,
    scanned_at: Option<Timestamp>,
    sent_at: Option<Timestamp>,
    by_hand: bool,
    offline: Option<OfflineRow>,
    overridden: bool,
}

#[derive(Deserialize)]
struct OfflineRow {
    verdict: Ruling,
    reason: Reason,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownRow {
    listing: String,
    badge: String,
    standing: String,
    valid_from: Option<Timestamp>,
    valid_until: Option<Timestamp>,
    attention: bool,
    openings: Vec<[Timestamp; 2]>,
    allowed: Vec<[Timestamp; 2]>,
    denied: Vec<[Timestamp; 2]>,
    registered: Option<bool>,
    used: bool,
    area: Option<String>,
    since: Option<Timestamp>,
    later: Option<LaterRow>,
    area_room: Option<[u32; 2]>,
    delegation_room: Option<[u32; 2]>,
}

#[derive(Deserialize)]
struct LaterRow {
    enters_again: bool,
    latest: Option<String>,
}

#[test]
fn every_shared_case_is_decided_as_written() {
    let file: File = serde_json::from_str(CASES).expect("the cases can be read");
    let places = Places::new(file.areas.iter().map(|(area, parent)| (area.as_str(), parent.as_deref())));
    for case in &file.cases {
        let asked: AskedRow = read(merged(&file.usual.asked, &case.asked), &case.name);
        let known: KnownRow = read(merged(&file.usual.known, &case.known), &case.name);
        let gate = gate(&file.gates[&case.gate], &places);
        let verdict = decide(&asked.asked(), &known.known(), &gate, case.now.unwrap_or(file.usual.now));
        judge(case, &verdict);
    }
}

#[test]
fn the_shared_cases_know_every_reason_and_every_flag() {
    let file: File = serde_json::from_str(CASES).expect("the cases can be read");
    for reason in Reason::ALL {
        assert!(file.cases.iter().any(|case| case.expect.reason == *reason), "no case ends in {reason:?}");
    }
    for flag in Flag::ALL {
        assert!(file.cases.iter().any(|case| case.expect.flags.contains(flag)), "no case shows {flag:?}");
    }
}

fn judge(case: &Case, verdict: &Verdict<&str>) {
    let name = &case.name;
    let expect = &case.expect;
    assert_eq!((verdict.verdict, verdict.reason), (expect.verdict, expect.reason), "{name}");
    assert_eq!(verdict.flags, expect.flags, "flags of: {name}");
    let movement = verdict.movement.map(|movement| (movement.step.to.map(str::to_owned), movement.is_newest));
    let expected = expect.movement.as_ref().map(|movement| (movement.to.clone(), movement.newest));
    assert_eq!(movement, expected, "movement of: {name}");
    assert_eq!(verdict.opinion, expect.opinion.unwrap_or(expect.reason), "opinion of: {name}");
    if let Some(at) = expect.at {
        assert_eq!(verdict.at, at, "logical time of: {name}");
    }
}

fn merged(usual: &Map<String, Value>, case: &Map<String, Value>) -> Value {
    let mut whole = usual.clone();
    for (key, value) in case {
        assert!(usual.contains_key(key), "{key} is no field of the usual case");
        whole.insert(key.clone(), value.clone());
    }
    Value::Object(whole)
}

fn read<T: serde::de::DeserializeOwned>(value: Value, name: &str) -> T {
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn gate<'a>(row: &'a GateRow, places: &'a Places<&'a str>) -> Gate<'a, &'a str> {
    let reentry = match row.reentry.as_str() {
        "free" => Reentry::Free,
        "exit_first" => Reentry::ExitFirst,
        other => panic!("reentry {other}"),
    };
    let unlisted = if row.unlisted == "admit" { Unlisted::Admit } else { Unlisted::Refuse };
    Gate { places, from: row.from.as_deref(), into: &row.into, reentry, unlisted }
}

impl AskedRow {
    fn asked(&self) -> Asked {
        let reading = match self.reading.as_str() {
            "unknown" => Reading::Unknown,
            "forged" => Reading::Forged,
            "other_purpose" => Reading::OtherPurpose,
            "other_conference" => Reading::OtherConference,
            "badge" => Reading::Badge,
            other => panic!("reading {other}"),
        };
        let offline = self.offline.as_ref().map(|row| Offline { verdict: row.verdict, reason: row.reason });
        Asked {
            reading,
            direction: self.direction,
            scanned_at: self.scanned_at,
            sent_at: self.sent_at,
            by_hand: self.by_hand,
            offline,
            overridden: self.overridden,
        }
    }
}

impl KnownRow {
    fn known(&self) -> Known<&str> {
        let spans =
            |rows: &[[Timestamp; 2]]| rows.iter().map(|[from, until]| Span { from: *from, until: *until }).collect();
        let room = |row: Option<[u32; 2]>| row.map(|[inside, capacity]| Room { inside, capacity });
        Known {
            listing: self.listing(),
            access: Access {
                openings: spans(&self.openings),
                allowed: spans(&self.allowed),
                denied: spans(&self.denied),
            },
            registered: self.registered,
            used: self.used,
            presence: Presence { area: self.area.as_deref(), since: self.since },
            later: self
                .later
                .as_ref()
                .map(|later| Later { enters_again: later.enters_again, latest: later.latest.as_deref() }),
            area_room: room(self.area_room),
            delegation_room: room(self.delegation_room),
        }
    }

    fn listing(&self) -> Listing {
        let badge = match self.badge.as_str() {
            "live" => BadgeState::Live,
            "prepared" => BadgeState::Prepared,
            "dead" => BadgeState::Dead,
            other => panic!("badge {other}"),
        };
        let standing = match self.standing.as_str() {
            "approved" => Standing::Approved,
            "withdrawn" => Standing::Withdrawn,
            "suspended" => Standing::Suspended,
            "not_approved" => Standing::NotApproved,
            other => panic!("standing {other}"),
        };
        let entry = Entry {
            badge,
            standing,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            attention: self.attention,
        };
        match self.listing.as_str() {
            "listed" => Listing::Listed(entry),
            "claimed" => Listing::Claimed(entry),
            "nowhere" => Listing::Nowhere,
            other => panic!("listing {other}"),
        }
    }
}
