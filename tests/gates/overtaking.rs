//! Many scans at once. Each test has its negative twin: with the guard taken away, the same crowd gets in.

use std::time::Duration;

use actix_web::rt;
use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use plenipo::schema::{area, presence, scan as scans};
use serde_json::json;

use super::venue::{Venue, Wearer, enters, leaves, scan, send, with};

/// Sends so many scans of these people at once, all of which have read before the first of them writes: another connection holds
/// the rows that they write. Says how many were admitted.
async fn crowd(venue: &Venue, gate: &str, people: &[Wearer], hold: &str) -> usize {
    let mut holder = AsyncPgConnection::establish(&venue.world.url).await.unwrap();
    holder.batch_execute(&format!("BEGIN; {hold}")).await.unwrap();
    let device = venue.device(&format!("crowd at {gate}")).await;
    let scans: Vec<_> = people.iter().map(|person| scan(gate, "entry", &person.code)).collect();
    let tasks: Vec<_> = scans
        .into_iter()
        .map(|scan| {
            let mut device = device.clone();
            rt::spawn(async move { send(&mut device, &scan).await })
        })
        .collect();
    wait_until_blocked(&venue.world.url, people.len().min(7)).await;
    holder.batch_execute("COMMIT").await.unwrap();
    let mut admitted = 0;
    for task in tasks {
        let reply = task.await.unwrap();
        assert_eq!(reply.status.as_u16(), 200, "{}", reply.text());
        admitted += usize::from(reply.json()["verdict"] == "admit");
    }
    admitted
}

/// Until so many statements wait for a lock.
async fn wait_until_blocked(url: &str, many: usize) {
    let mut connection = AsyncPgConnection::establish(url).await.unwrap();
    for _ in 0..200 {
        let waiting: i64 = diesel::dsl::sql::<diesel::sql_types::BigInt>(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        )
        .get_result(&mut connection)
        .await
        .unwrap();
        if waiting as usize >= many {
            return;
        }
        rt::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the crowd never stood at the gate");
}

/// In and out once, so that there is a presence row to hold.
async fn acquainted(venue: &Venue, name: &str) -> Wearer {
    let person = venue.delegate(name).await;
    let mut gate = venue.device(&format!("acquainting {name}")).await;
    assert_eq!(enters(&mut gate, "main-entrance", &person).await, "admit ok");
    venue.world.wait(1);
    assert_eq!(leaves(&mut gate, "main-entrance", &person).await, "admit ok");
    venue.world.wait(1);
    person
}

const HOLD_PRESENCE: &str = "SELECT version FROM presence FOR UPDATE";
/// Everybody may count, nobody may write.
const HOLD_SCANS: &str = "LOCK TABLE scan IN SHARE MODE";

#[actix_web::test]
async fn of_a_badge_and_its_copies_one_gets_in() {
    let venue = Venue::new().await;
    let ada = acquainted(&venue, "Ada").await;
    let copies = vec![ada; 12];
    assert_eq!(crowd(&venue, "main-entrance", &copies, HOLD_PRESENCE).await, 1);
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 1);
}

#[actix_web::test]
async fn twin_without_the_version_copies_get_in() {
    let venue = Venue::new().await;
    let ada = acquainted(&venue, "Ada").await;
    // The version no longer moves, so that whoever has read late cannot notice.
    venue
        .world
        .db()
        .connection()
        .await
        .unwrap()
        .batch_execute(
            "CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.version := 1; RETURN NEW; END';
             CREATE TRIGGER forget BEFORE INSERT OR UPDATE ON presence FOR EACH ROW EXECUTE FUNCTION forget();
             UPDATE presence SET version = 1;",
        )
        .await
        .unwrap();
    assert!(crowd(&venue, "main-entrance", &vec![ada; 12], HOLD_PRESENCE).await > 1, "the test above could not fail");
}

#[actix_web::test]
async fn a_badge_that_was_never_seen_gets_in_once_too() {
    let venue = Venue::new().await;
    let ada = venue.delegate("Ada").await;
    let device = venue.device("phone").await;
    let tasks: Vec<_> = (0..12)
        .map(|_| {
            let (mut device, scan) = (device.clone(), scan("main-entrance", "entry", &ada.code));
            rt::spawn(async move { send(&mut device, &scan).await.json() })
        })
        .collect();
    let mut admitted = 0;
    for task in tasks {
        admitted += usize::from(task.await.unwrap()["verdict"] == "admit");
    }
    assert_eq!(admitted, 1);
}

#[actix_web::test]
async fn a_hall_is_never_overfilled() {
    let venue = Venue::new().await;
    venue.run(diesel::update(area::table.find(venue.stage.plenary)).set(area::capacity.eq(3))).await;
    let mut people = Vec::new();
    for name in ["Ada", "Grace", "Hedy", "Katherine", "Maryam", "Wangari", "Wu", "Marie", "Lise", "Emmy"] {
        people.push(venue.delegate(name).await);
    }
    let hold = "SELECT id FROM area FOR NO KEY UPDATE";
    assert_eq!(crowd(&venue, "plenary-hall", &people, hold).await, 3);
    assert_eq!(venue.rows_inside(venue.stage.plenary).await, 3);
}

/// Ten people of one delegation before the plenary hall, which holds two of each.
async fn delegation_at_the_door() -> (Venue, Vec<Wearer>) {
    let venue = Venue::new().await;
    venue.run(diesel::update(area::table.find(venue.stage.plenary)).set(area::delegation_capacity.eq(2))).await;
    let mut people = Vec::new();
    for name in ["Ada", "Grace", "Hedy", "Katherine", "Maryam", "Wangari", "Wu", "Marie", "Lise", "Emmy"] {
        people.push(acquainted(&venue, name).await);
    }
    (venue, people)
}

#[actix_web::test]
async fn of_a_delegation_never_more_are_inside_than_may() {
    let (venue, people) = delegation_at_the_door().await;
    assert_eq!(crowd(&venue, "plenary-hall", &people, HOLD_SCANS).await, 2);
    assert_eq!(venue.rows_inside(venue.stage.plenary).await, 2);
}

#[actix_web::test]
async fn twin_without_the_lock_the_delegation_pours_in() {
    let (venue, people) = delegation_at_the_door().await;
    // The rows of a function cannot be locked: whoever asks for the lock gets it at once.
    venue
        .world
        .db()
        .connection()
        .await
        .unwrap()
        .batch_execute(
            "ALTER TABLE area RENAME TO area_kept;
             CREATE FUNCTION areas() RETURNS SETOF area_kept LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT * FROM area_kept; END';
             CREATE VIEW area AS SELECT * FROM areas();",
        )
        .await
        .unwrap();
    assert!(crowd(&venue, "plenary-hall", &people, HOLD_SCANS).await > 2, "the test above could not fail");
}

#[actix_web::test]
async fn the_same_scan_sent_twice_at_once_is_one_scan() {
    let venue = Venue::new().await;
    let ada = acquainted(&venue, "Ada").await;
    let device = venue.device("phone").await;
    let scan = scan("main-entrance", "entry", &ada.code);
    let tasks: Vec<_> = (0..12)
        .map(|_| {
            let (mut device, scan) = (device.clone(), scan.clone());
            rt::spawn(async move { send(&mut device, &scan).await.json() })
        })
        .collect();
    let mut first = 0;
    for task in tasks {
        let answer = task.await.unwrap();
        assert_eq!((&answer["verdict"], &answer["reason"]), (&json!("admit"), &json!("ok")));
        first += usize::from(answer["replayed"] == false);
    }
    assert_eq!(first, 1);
    let db = venue.world.db();
    let stored: i64 = scans::table
        .filter(scans::scan_id.eq(scan["scan_id"].as_str().unwrap().parse::<uuid::Uuid>().unwrap()))
        .count()
        .get_result(&mut *db.connection().await.unwrap())
        .await
        .unwrap();
    assert_eq!(stored, 1);
}

#[actix_web::test]
async fn of_two_contents_under_one_id_at_once_one_is_refused() {
    let venue = Venue::new().await;
    let device = venue.device("phone").await;
    let (ada, grace) = (venue.delegate("Ada").await, venue.delegate("Grace").await);
    let first = scan("main-entrance", "entry", &ada.code);
    let other = with(first.clone(), json!({"code": grace.code}));
    let (mut one, mut two) = (device.clone(), device.clone());
    let (one, two) = futures_util::join!(send(&mut one, &first), send(&mut two, &other));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(venue.rows_inside(venue.stage.perimeter).await, 1);
}

#[actix_web::test]
async fn a_gate_that_minds_nothing_still_admits_everybody_in_a_crowd() {
    let venue = Venue::new().await;
    let ada = acquainted(&venue, "Ada").await;
    assert_eq!(crowd(&venue, "side-door", &vec![ada; 12], HOLD_PRESENCE).await, 12);
    let db = venue.world.db();
    let version: i32 =
        presence::table.select(presence::version).first(&mut *db.connection().await.unwrap()).await.unwrap();
    assert_eq!(version, 2 + 12, "each of them was one movement");
}
