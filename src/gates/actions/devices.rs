//! Devices: adding, enrolling, revoking. Tokens and enrolment codes leave this house once and are kept as digests.

use sha2::{Digest, Sha256};

use crate::audit::{Who, record, record_with};
use crate::clock::Moment;
use crate::conferences::{Conference, GateStaff, OnDuty, Organiser};
use crate::db::Connection;
use crate::gates::queries::{self, NewDevice};
use crate::ids::{ConferenceId, DeviceId, GateId};
use crate::web::{Answer, Problem, Site};

/// How long an enrolment code may wait for its device: a day.
const ENROLMENT: i64 = 24 * 3600;
/// Unmistakable signs: no 0, 1, I, L, O, U.
const SIGNS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH: usize = 12;

/// A device's bearer token, shown once.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(..)")
    }
}

/// What is typed or scanned on a new device, once, within a day.
#[derive(Clone, PartialEq, Eq)]
pub struct EnrolmentCode(String);

impl EnrolmentCode {
    /// In groups of four, as it is read aloud.
    pub fn shown(&self) -> String {
        let (first, rest) = self.0.split_at(4);
        let (second, third) = rest.split_at(4);
        format!("{first}-{second}-{third}")
    }
}

/// The digest under which a token or code is kept.
pub fn digest(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

fn random<const N: usize>() -> Answer<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Problem::broken(error.to_string()))?;
    Ok(bytes)
}

fn new_token() -> Answer<Token> {
    Ok(Token(data_encoding::BASE64URL_NOPAD.encode(&random::<32>()?)))
}

/// Twelve signs of thirty: 58 bits, against a day and a limit on attempts. Bytes that would favour some signs are thrown away.
fn new_code() -> Answer<EnrolmentCode> {
    let mut code = String::with_capacity(CODE_LENGTH);
    while code.len() < CODE_LENGTH {
        let fair = random::<32>()?.into_iter().filter(|byte| *byte < 240);
        code.extend(fair.take(CODE_LENGTH - code.len()).map(|byte| SIGNS[usize::from(byte) % SIGNS.len()] as char));
    }
    Ok(EnrolmentCode(code))
}

/// Adds a device that has its token at once. Called from the command line by whoever owns the machine.
pub async fn add_device_with_token(
    tx: &mut Connection,
    conference: &Conference,
    gate: &str,
    name: &str,
    now: Moment,
) -> Answer<Token> {
    let gate = queries::gate_by_code(tx, conference.id, gate).await?;
    let token = new_token()?;
    let id = DeviceId::new();
    let new = NewDevice { token_hash: Some(&digest(&token.0)), ..blank(id, conference.id, name, now) };
    queries::insert_device(tx, &new).await?;
    queries::hand_gate(tx, conference.id, id, gate.id).await?;
    record(tx, Some(conference.id), Who::System, "device.add", ("device", id.0), now).await?;
    Ok(token)
}

/// Adds a device that still has to enrol, and gives the code for it.
pub async fn offer_device(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    name: &str,
    gates: &[GateId],
    now: Moment,
) -> Answer<EnrolmentCode> {
    let code = new_code()?;
    let id = DeviceId::new();
    let new = NewDevice {
        enrolment_hash: Some(&digest(&code.0)),
        enrolment_expires_at: Some(now.plus_seconds(ENROLMENT)),
        ..blank(id, by.conference_id(), name, now)
    };
    queries::insert_device(tx, &new).await?;
    for gate in gates {
        queries::hand_gate(tx, by.conference_id(), id, *gate).await?;
    }
    let facts = serde_json::json!({ "gates": gates });
    let who = Who::Account(by.account());
    record_with(tx, Some(by.conference_id()), who, "device.offer", ("device", id.0), facts, now).await?;
    Ok(code)
}

/// What a device gets for its enrolment code.
#[derive(Clone, Debug)]
pub struct Enrolled {
    pub device: DeviceId,
    pub name: String,
    pub token: Token,
    pub gates: Vec<String>,
}

/// Exchanges an enrolment code, typed in any case and with or without its dashes; None when it is wrong, used or too old.
pub async fn enrol_device(tx: &mut Connection, typed: &str, now: Moment) -> Answer<Option<Enrolled>> {
    let code: String =
        typed.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect();
    let token = new_token()?;
    let enrolled = queries::enrol(tx, &digest(&code), &digest(&token.0), now).await?;
    let Some((device, conference, name)) = enrolled else { return Ok(None) };
    record(tx, Some(conference), Who::Device(device), "device.enrol", ("device", device.0), now).await?;
    let gates = queries::gates_of(tx, device).await?.into_iter().map(|gate| gate.code).collect();
    Ok(Some(Enrolled { device, name, token, gates }))
}

/// The browser of a member of staff as a device: one per session, its token derived from the session, so that every page of the
/// session has the same one and none of it is stored.
pub async fn browser_device(
    tx: &mut Connection,
    by: &OnDuty<GateStaff>,
    site: &Site,
    gate: GateId,
    now: Moment,
) -> Answer<Token> {
    let session = by.someone().session;
    // One session may stand at gates of several conferences, each a device of its own.
    let token = Token(site.keyed("gate device", format!("{session} {}", by.conference_id()).as_bytes()));
    let hash = digest(&token.0);
    let name = by.someone().shown_name().to_owned();
    let new = NewDevice {
        token_hash: Some(&hash),
        session_id: Some(session),
        account_id: Some(by.account()),
        ..blank(DeviceId::new(), by.conference_id(), &name, now)
    };
    let device = queries::find_or_make_session_device(tx, &new).await?;
    queries::hand_gate(tx, by.conference_id(), device, gate).await?;
    Ok(token)
}

/// Ends a device. Revoking it again changes nothing.
pub async fn revoke(tx: &mut Connection, by: &OnDuty<Organiser>, device: DeviceId, now: Moment) -> Answer<()> {
    queries::revoke_device(tx, by.conference_id(), device, now).await?;
    let who = Who::Account(by.account());
    record(tx, Some(by.conference_id()), who, "device.revoke", ("device", device.0), now).await?;
    Ok(())
}

fn blank(id: DeviceId, conference_id: ConferenceId, name: &str, created_at: Moment) -> NewDevice<'_> {
    NewDevice {
        id,
        conference_id,
        name,
        token_hash: None,
        enrolment_hash: None,
        enrolment_expires_at: None,
        session_id: None,
        account_id: None,
        created_at,
    }
}
