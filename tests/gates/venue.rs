//! A conference with gates, devices, and people who wear badges.

use actix_web::http::Method;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::badges::code::{Claims, DayNumber, Purpose, Serial, sign};
use plenipo::badges::keys::SigningKey;
use plenipo::clock::{Day, Moment};
use plenipo::ids::*;
use plenipo::language::Localized;
use plenipo::schema::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::app::{Browser, Reply, World};
use crate::support::people::Stage;

/// Gates `main-entrance` (street to perimeter, an exit before re-entry), `side-door` (the same without that), and
/// `plenary-hall` (perimeter to plenary hall).
pub struct Venue {
    pub world: World,
    pub stage: Stage,
    pub delegation: DelegationId,
    pub gates: Vec<(&'static str, GateId)>,
}

/// Somebody with a badge.
#[derive(Clone, Debug)]
pub struct Wearer {
    pub participant: ParticipantId,
    pub badge: BadgeId,
    pub number: i32,
    pub code: String,
}

impl Venue {
    pub async fn new() -> Self {
        let (world, stage) = World::new().await;
        let delegation = world.delegation(&stage, "Ruritania", 50).await;
        let mut venue = Self { world, stage, delegation, gates: Vec::new() };
        venue
            .run(diesel::insert_into(quota::table).values((
                quota::conference_id.eq(venue.stage.conference),
                quota::delegation_id.eq(delegation),
                quota::category_id.eq(venue.stage.press),
                quota::cap.eq(5),
            )))
            .await;
        let (perimeter, plenary) = (venue.stage.perimeter, venue.stage.plenary);
        venue.gate("main-entrance", None, perimeter, true).await;
        venue.gate("side-door", None, perimeter, false).await;
        venue.gate("plenary-hall", Some(perimeter), plenary, false).await;
        venue
    }

    async fn gate(&mut self, code: &'static str, from: Option<AreaId>, into: AreaId, exit_first: bool) {
        let id = GateId::new();
        self.run(diesel::insert_into(gate::table).values((
            gate::id.eq(id),
            gate::conference_id.eq(self.stage.conference),
            gate::code.eq(code),
            gate::name.eq(Localized::new("en", code)),
            gate::from_area_id.eq(from),
            gate::into_area_id.eq(into),
            gate::exit_before_reentry.eq(exit_first),
        )))
        .await;
        self.gates.push((code, id));
    }

    /// Runs a statement that prepares or spoils the world.
    pub async fn run<Q>(&self, statement: Q)
    where
        Q: diesel_async::methods::ExecuteDsl<diesel_async::AsyncPgConnection>,
    {
        let db = self.world.db();
        Q::execute(statement, &mut db.connection().await.unwrap()).await.unwrap();
    }

    /// A device for every gate, made as the command line makes it.
    pub async fn device(&self, name: &str) -> Browser {
        let db = self.world.db();
        let mut tx = db.begin().await.unwrap();
        let conference = plenipo::conferences::conference_by_id(&mut tx, self.stage.conference).await.unwrap();
        let now = self.world.now();
        let token =
            plenipo::gates::add_device_with_token(&mut tx, &conference, "main-entrance", name, now).await.unwrap();
        let device: DeviceId =
            device::table.filter(device::name.eq(name)).select(device::id).first(&mut *tx).await.unwrap();
        for (_, gate) in &self.gates[1..] {
            diesel::insert_into(device_gate::table)
                .values((
                    device_gate::conference_id.eq(self.stage.conference),
                    device_gate::device_id.eq(device),
                    device_gate::gate_id.eq(gate),
                ))
                .execute(&mut *tx)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        self.world.stranger().with_header("authorization", &format!("Bearer {}", token.as_str()))
    }

    /// An approved delegate with a live badge.
    pub async fn delegate(&self, name: &str) -> Wearer {
        self.wearer(name, self.stage.delegates).await
    }

    /// An approved person of a category with a live badge.
    pub async fn wearer(&self, name: &str, category: CategoryId) -> Wearer {
        let (person_id, participant_id) = (PersonId::new(), ParticipantId::new());
        let now = self.world.now();
        self.run(diesel::insert_into(person::table).values((person::id.eq(person_id), person::created_at.eq(now))))
            .await;
        let reference = self.next().await;
        self.run(diesel::insert_into(participant::table).values((
            participant::id.eq(participant_id),
            participant::conference_id.eq(self.stage.conference),
            participant::person_id.eq(person_id),
            participant::delegation_id.eq(self.delegation),
            participant::category_id.eq(category),
            participant::reference.eq(reference),
            participant::status.eq("approved"),
            participant::badge_name.eq(name),
            participant::created_at.eq(now),
            participant::changed_at.eq(now),
        )))
        .await;
        self.badge(participant_id, "badge", Purpose::Badge).await
    }

    async fn next(&self) -> i32 {
        let db = self.world.db();
        let mut c = db.connection().await.unwrap();
        let people: i64 = participant::table.count().get_result(&mut *c).await.unwrap();
        let badges: i64 = badge::table.count().get_result(&mut *c).await.unwrap();
        (people + badges + 1) as i32
    }

    /// One more paper for somebody.
    pub async fn badge(&self, participant: ParticipantId, kind: &str, purpose: Purpose) -> Wearer {
        let id = BadgeId::new();
        let number = self.next().await;
        let (from, until) = (Day::parse("2025-10-24").unwrap(), Day::parse("2025-10-27").unwrap());
        self.run(diesel::insert_into(badge::table).values((
            badge::id.eq(id),
            badge::conference_id.eq(self.stage.conference),
            badge::participant_id.eq(participant),
            badge::kind.eq(kind),
            badge::number.eq(number),
            badge::state.eq("live"),
            badge::key_id.eq(1_i16),
            badge::valid_from.eq(from),
            badge::valid_until.eq(until),
            badge::issued_at.eq(self.world.now()),
        )))
        .await;
        let db = self.world.db();
        let mut c = db.connection().await.unwrap();
        let serial: i64 = badge::table.find(id).select(badge::serial).first(&mut *c).await.unwrap();
        Wearer { participant, badge: id, number, code: self.code(purpose, 1, serial as u64) }
    }

    /// A code signed by this installation.
    pub fn code(&self, purpose: Purpose, conference: u16, serial: u64) -> String {
        let keyring = self.world.parts.keyring.read().unwrap();
        signed_by(keyring.current(), purpose, conference, serial)
    }

    pub async fn set_badge(&self, wearer: &Wearer, state: &str) {
        let ended = (!matches!(state, "live" | "prepared")).then(|| self.world.now());
        self.run(
            diesel::update(badge::table.find(wearer.badge)).set((badge::state.eq(state), badge::ended_at.eq(ended))),
        )
        .await;
    }

    pub async fn set_status(&self, wearer: &Wearer, status: &str) {
        self.run(diesel::update(participant::table.find(wearer.participant)).set(participant::status.eq(status))).await;
    }

    /// How many scans are on record.
    pub async fn scans(&self) -> i64 {
        let db = self.world.db();
        let mut c = db.connection().await.unwrap();
        scan::table.count().get_result(&mut *c).await.unwrap()
    }

    /// How many people the database has inside an area, by the rows themselves.
    pub async fn rows_inside(&self, area: AreaId) -> i64 {
        let db = self.world.db();
        let mut c = db.connection().await.unwrap();
        presence::table.filter(presence::area_id.eq(area)).count().get_result(&mut *c).await.unwrap()
    }
}

pub fn signed_by(key: &SigningKey, purpose: Purpose, conference: u16, serial: u64) -> String {
    let day = |text: &str| DayNumber::of(Day::parse(text).unwrap()).unwrap();
    let claims = Claims {
        purpose,
        conference,
        serial: Serial::new(serial).unwrap(),
        category: 1,
        valid_from: day("2025-10-24"),
        valid_to: day("2025-10-27"),
        zones: 3,
    };
    sign(&claims, key).into_string()
}

/// A scan as a device sends it, under an id of its own.
pub fn scan(gate: &str, direction: &str, code: &str) -> Value {
    json!({"scan_id": Uuid::now_v7(), "gate": gate, "direction": direction, "code": code})
}

/// The same scan with some fields more or other.
pub fn with(mut scan: Value, fields: Value) -> Value {
    for (key, value) in fields.as_object().unwrap() {
        scan[key] = value.clone();
    }
    scan
}

pub fn at(moment: Moment) -> Value {
    json!({"scanned_at": moment.to_string()})
}

pub async fn send(device: &mut Browser, scan: &Value) -> Reply {
    device.json(Method::POST, "/api/v1/scans", scan).await
}

/// The answer's verdict and reason, as `admit ok`; the reply must be a 200.
pub async fn says(device: &mut Browser, scan: &Value) -> String {
    let reply = send(device, scan).await;
    assert_eq!(reply.status.as_u16(), 200, "{}", reply.text());
    let answer = reply.json();
    format!("{} {}", answer["verdict"].as_str().unwrap(), answer["reason"].as_str().unwrap())
}

pub async fn enters(device: &mut Browser, gate: &str, wearer: &Wearer) -> String {
    says(device, &scan(gate, "entry", &wearer.code)).await
}

pub async fn leaves(device: &mut Browser, gate: &str, wearer: &Wearer) -> String {
    says(device, &scan(gate, "exit", &wearer.code)).await
}
