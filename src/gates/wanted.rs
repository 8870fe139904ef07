//! A request of the scanner API, parsed: what is wrong with it is said with the name of the field.

use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::model::{Direction, Reason, Ruling};
use super::rules::Offline;
use crate::clock::Moment;
use crate::ids::{ParticipantId, ScanId};

/// The longest code that is read; ours have 193 digits.
const LONGEST_CODE: usize = 4_300;
const LONGEST_REASON: usize = 300;

/// What the gate saw.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    Code(String),
    /// The number printed on a badge, typed by hand.
    Number(i32),
    Person(ParticipantId),
}

/// One scan as a device sends it.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    pub scan: ScanId,
    pub gate: String,
    pub direction: Direction,
    pub seen: Seen,
    pub scanned_at: Option<Moment>,
    pub sent_at: Option<Moment>,
    pub offline: Option<Offline>,
    pub list_version: i64,
    pub override_reason: Option<String>,
    /// Over what makes it the same scan: what was seen, gate, direction, and the time as sent.
    pub digest: Vec<u8>,
}

/// What is wrong with a request, for the device's maker to read.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{field}: {should}")]
pub struct Fault {
    pub field: &'static str,
    pub should: &'static str,
}

#[derive(Deserialize)]
struct Raw {
    #[serde(default)]
    scan_id: Value,
    #[serde(default)]
    gate: Value,
    #[serde(default)]
    direction: Value,
    #[serde(default)]
    code: Value,
    #[serde(default)]
    by_hand: Value,
    #[serde(default)]
    face_matches: Value,
    #[serde(default)]
    scanned_at: Value,
    #[serde(default)]
    sent_at: Value,
    #[serde(default)]
    offline: Value,
    #[serde(default, rename = "override")]
    overriding: Value,
}

/// Reads a JSON body of one scan.
pub fn parse(body: &[u8]) -> Result<Wanted, Fault> {
    let whole: Value = serde_json::from_slice(body).map_err(|_| Fault { field: "body", should: "a JSON object" })?;
    object(whole, "body")?.read()
}

/// Reads one scan of a batch; `sent_at` of the whole batch counts where the scan has none of its own.
pub fn read(item: &Value, sent_at: Option<Moment>) -> Result<Wanted, Fault> {
    let mut wanted = object(item.clone(), "scan")?.read()?;
    wanted.sent_at = wanted.sent_at.or(sent_at);
    Ok(wanted)
}

fn object(value: Value, field: &'static str) -> Result<Raw, Fault> {
    let fault = Fault { field, should: "a JSON object" };
    // A list would be read as the fields in their order.
    if value.is_object() { Raw::deserialize(value).map_err(|_| fault) } else { Err(fault) }
}

/// Reads an instant, or nothing where there is none.
pub fn moment(value: &Value, field: &'static str) -> Result<Option<Moment>, Fault> {
    let fault = Fault { field, should: "an instant as RFC 3339 writes it, such as 2025-10-25T07:31:02.120Z" };
    match value {
        Value::Null => Ok(None),
        Value::String(text) => Moment::parse(text).map(Some).ok_or(fault),
        _ => Err(fault),
    }
}

impl Raw {
    fn read(self) -> Result<Wanted, Fault> {
        let scan = self.scan_id.as_str().and_then(ScanId::parse);
        let scan = scan.ok_or(Fault { field: "scan_id", should: "a UUID that the device made for this scan" })?;
        let gate = self.gate.as_str().filter(|gate| !gate.is_empty() && gate.len() <= 40);
        let gate = gate.ok_or(Fault { field: "gate", should: "the code of a gate" })?.to_owned();
        let direction = self.direction.as_str().and_then(Direction::parse);
        let direction = direction.ok_or(Fault { field: "direction", should: "entry or exit" })?;
        let seen = self.seen()?;
        let scanned_at = moment(&self.scanned_at, "scanned_at")?;
        let (offline, list_version) = offline(&self.offline)?;
        let digest = digest(&seen, &gate, direction, self.scanned_at.as_str());
        Ok(Wanted {
            scan,
            gate,
            direction,
            seen,
            scanned_at,
            sent_at: moment(&self.sent_at, "sent_at")?,
            offline,
            list_version,
            override_reason: override_reason(&self.overriding)?,
            digest,
        })
    }

    fn seen(&self) -> Result<Seen, Fault> {
        match (&self.code, &self.by_hand) {
            (Value::String(code), Value::Null) if code.len() <= LONGEST_CODE => Ok(Seen::Code(code.clone())),
            (Value::String(_), Value::Null) => Err(Fault { field: "code", should: "at most 4,300 bytes" }),
            (Value::Null, Value::Object(by_hand)) => {
                let says_so = |value: Option<&Value>| value.and_then(Value::as_bool) == Some(true);
                if !says_so(by_hand.get("face_matches")) && !says_so(Some(&self.face_matches)) {
                    return Err(Fault {
                        field: "by_hand.face_matches",
                        should: "true, once somebody has compared the face",
                    });
                }
                by_hand_of(by_hand.get("number"), by_hand.get("person"))
            }
            (Value::Null, Value::Null) => {
                Err(Fault { field: "code", should: "the text of the code, or by_hand instead" })
            }
            (Value::Null, _) => Err(Fault { field: "by_hand", should: "an object with number or person" }),
            (Value::String(_), _) => Err(Fault { field: "by_hand", should: "absent where there is a code" }),
            _ => Err(Fault { field: "code", should: "a text" }),
        }
    }
}

fn by_hand_of(number: Option<&Value>, person: Option<&Value>) -> Result<Seen, Fault> {
    match (number, person) {
        (Some(number), None) => {
            let text = number.as_str().map_or_else(|| number.to_string(), str::to_owned);
            let fault = Fault { field: "by_hand.number", should: "the number printed on the badge" };
            // A number beyond any badge's is no fault of the request: nobody has that badge.
            match text.trim().parse::<u64>() {
                Ok(number) => Ok(Seen::Number(i32::try_from(number).unwrap_or(0))),
                Err(_) => Err(fault),
            }
        }
        (None, Some(person)) => {
            let person = person.as_str().and_then(ParticipantId::parse);
            person.map(Seen::Person).ok_or(Fault { field: "by_hand.person", should: "the key of a participant" })
        }
        _ => Err(Fault { field: "by_hand", should: "an object with either number or person" }),
    }
}

fn offline(value: &Value) -> Result<(Option<Offline>, i64), Fault> {
    if value.is_null() {
        return Ok((None, 0));
    }
    let word = |name: &str| value.get(name).and_then(Value::as_str);
    let verdict = word("verdict").and_then(Ruling::parse);
    let verdict = verdict.ok_or(Fault { field: "offline.verdict", should: "admit or refuse" })?;
    let reason = word("reason").and_then(Reason::parse);
    let reason = reason.ok_or(Fault { field: "offline.reason", should: "ok or one of the reasons of a refusal" })?;
    let version = match value.get("list_version") {
        None | Some(Value::Null) => 0,
        Some(version) => version.as_i64().ok_or(Fault { field: "offline.list_version", should: "a whole number" })?,
    };
    Ok((Some(Offline { verdict, reason }), version))
}

fn override_reason(value: &Value) -> Result<Option<String>, Fault> {
    if value.is_null() {
        return Ok(None);
    }
    let reason = value.get("reason").and_then(Value::as_str).map(str::trim);
    let reason = reason.filter(|reason| !reason.is_empty() && reason.chars().count() <= LONGEST_REASON);
    let reason = reason.ok_or(Fault { field: "override.reason", should: "a reason of at most 300 characters" })?;
    Ok(Some(reason.to_owned()))
}

fn digest(seen: &Seen, gate: &str, direction: Direction, scanned_at: Option<&str>) -> Vec<u8> {
    let mut digest = Sha256::new();
    let mut part = |kind: u8, text: &str| {
        digest.update([kind]);
        digest.update((text.len() as u64).to_be_bytes());
        digest.update(text.as_bytes());
    };
    match seen {
        Seen::Code(code) => part(1, code),
        Seen::Number(number) => part(2, &number.to_string()),
        Seen::Person(person) => part(3, &person.to_string()),
    }
    part(4, gate);
    part(5, direction.as_str());
    // Absent and empty differ: absent is absent again in a replay.
    if let Some(at) = scanned_at {
        part(6, at);
    }
    digest.finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const ID: &str = "0198c0de-0000-7000-8000-000000000001";

    fn scan() -> Value {
        json!({"scan_id": ID, "gate": "main-entrance", "direction": "entry", "code": "123"})
    }

    fn with(pairs: Value) -> Result<Wanted, Fault> {
        let mut whole = scan();
        for (key, value) in pairs.as_object().unwrap() {
            whole[key] = value.clone();
        }
        read(&whole, None)
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (pairs, field) in [
            (json!({"scan_id": 7}), "scan_id"),
            (json!({"scan_id": "seven"}), "scan_id"),
            (json!({"gate": ""}), "gate"),
            (json!({"direction": "in"}), "direction"),
            (json!({"code": null}), "code"),
            (json!({"code": 123}), "code"),
            (json!({"code": "1".repeat(5000)}), "code"),
            (json!({"by_hand": {"number": "1"}}), "by_hand"),
            (json!({"code": null, "by_hand": {"number": "1"}}), "by_hand.face_matches"),
            (json!({"code": null, "by_hand": {"number": "x", "face_matches": true}}), "by_hand.number"),
            (json!({"code": null, "by_hand": {"person": "x", "face_matches": true}}), "by_hand.person"),
            (json!({"code": null, "by_hand": {"face_matches": true}}), "by_hand"),
            (json!({"scanned_at": "yesterday"}), "scanned_at"),
            (json!({"scanned_at": 1700000000}), "scanned_at"),
            (json!({"sent_at": ""}), "sent_at"),
            (json!({"offline": {"verdict": "perhaps", "reason": "ok"}}), "offline.verdict"),
            (json!({"offline": {"verdict": "admit", "reason": "mood"}}), "offline.reason"),
            (json!({"offline": {"verdict": "admit", "reason": "ok", "list_version": "x"}}), "offline.list_version"),
            (json!({"override": {"reason": "  "}}), "override.reason"),
            (json!({"override": true}), "override.reason"),
        ] {
            assert_eq!(with(pairs.clone()).map_err(|fault| fault.field), Err(field), "{pairs}");
        }
        assert_eq!(parse(b"[1]").unwrap_err().field, "body");
        assert_eq!(parse(b"{").unwrap_err().field, "body");
    }

    #[test]
    fn what_makes_it_the_same_scan() {
        let digest = |pairs| with(pairs).unwrap().digest;
        let plain = digest(json!({}));
        for same in [
            json!({"offline": {"verdict": "admit", "reason": "ok"}}),
            json!({"sent_at": "2026-11-23T08:00:00Z"}),
            json!({"scanned_at": null}),
        ] {
            assert_eq!(digest(same.clone()), plain, "{same}");
        }
        for other in [
            json!({"code": "124"}),
            json!({"gate": "side-door"}),
            json!({"direction": "exit"}),
            json!({"scanned_at": "2026-11-23T08:00:00Z"}),
            json!({"code": null, "by_hand": {"number": "123", "face_matches": true}}),
        ] {
            assert_ne!(digest(other.clone()), plain, "{other}");
        }
        let (one, other) = ("2026-11-23T08:00:00Z", "2026-11-23T08:00:00.000Z");
        assert_ne!(digest(json!({"scanned_at": one})), digest(json!({"scanned_at": other})), "as sent");
    }

    #[test]
    fn by_hand_may_say_that_the_face_matches_on_either_level() {
        let inner = with(json!({"code": null, "by_hand": {"number": "47", "face_matches": true}})).unwrap();
        let outer = with(json!({"code": null, "by_hand": {"number": 47}, "face_matches": true})).unwrap();
        assert_eq!((&inner.seen, &inner.digest), (&outer.seen, &outer.digest));
        assert_eq!(inner.seen, Seen::Number(47));
    }
}
