//! Halls that divide: in a release no part is held beside its whole, whoever writes it and however fast; and the room's form.

use diesel_async::SimpleAsyncConnection;
use plenipo::ids::{MeetingRoomId, ReleaseId, SessionId};

use crate::support::World;
use crate::support::people::Stage;

/// A hall with an east and a west half, a release, and as many confirmed sessions as are asked for.
struct Hall {
    hall: MeetingRoomId,
    east: MeetingRoomId,
    west: MeetingRoomId,
    release: ReleaseId,
    sessions: Vec<SessionId>,
}

async fn hall(world: &World, stage: &Stage, sessions: usize) -> Hall {
    let of = stage.conference;
    let [hall, east, west] = [MeetingRoomId::new(), MeetingRoomId::new(), MeetingRoomId::new()];
    for (id, code, whole) in [(hall, "hall", None), (east, "east", Some(hall)), (west, "west", Some(hall))] {
        let whole = whole.map_or("NULL".to_owned(), |whole| format!("'{whole}'"));
        world
            .sql(&format!(
                "INSERT INTO meeting_room (id, conference_id, code, name, part_of) \
                 VALUES ('{id}', '{of}', '{code}', '{{\"en\": \"{code}\"}}', {whole})"
            ))
            .await;
    }
    let release = ReleaseId::new();
    world
        .sql(&format!(
            "INSERT INTO release (id, conference_id, number, name, released_at) VALUES ('{release}', '{of}', 1, 'R', now())"
        ))
        .await;
    let sessions: Vec<SessionId> = (0..sessions).map(|_| SessionId::new()).collect();
    for id in &sessions {
        world
            .sql(&format!(
                "INSERT INTO session (id, conference_id, key, kind, title, status, changed_at) \
                 VALUES ('{id}', '{of}', '{id}', 'workshop', '{{}}', 'confirmed', now())"
            ))
            .await;
    }
    Hall { hall, east, west, release, sessions }
}

impl Hall {
    /// Releases a session in a room, from and until these hours of the first day.
    fn insert(&self, stage: &Stage, session: usize, room: MeetingRoomId, hours: (u8, u8), cancelled: bool) -> String {
        let (of, release, id) = (stage.conference, self.release, self.sessions[session]);
        let off = if cancelled { "now()" } else { "NULL" };
        let at = |hour: u8| format!("2025-10-25T{hour:02}:00:00Z");
        format!(
            "INSERT INTO released_session (conference_id, release_id, session_id, room_id, starts_at, ends_at, cancelled, \
             off_since, sequence, facts) VALUES ('{of}', '{release}', '{id}', '{room}', '{}', '{}', {cancelled}, {off}, 0, '{{}}')",
            at(hours.0),
            at(hours.1)
        )
    }
}

async fn attempt(world: &World, sql: &str) -> Result<(), String> {
    let db = world.db();
    let mut connection = db.connection().await.unwrap();
    connection.batch_execute(sql).await.map_err(|error| match error {
        diesel::result::Error::DatabaseError(_, about) => about.constraint_name().unwrap_or_default().to_owned(),
        other => other.to_string(),
    })
}

/// Two who release at the same moment, each in a connection of their own; how many of them came through.
async fn at_once(world: &World, one: &str, other: &str) -> usize {
    let (one, other) = futures_util::join!(attempt(world, one), attempt(world, other));
    for error in [&one, &other].into_iter().filter_map(|done| done.as_ref().err()) {
        assert!(error.contains("one_session_per_room_at_a_time"), "{error}");
    }
    usize::from(one.is_ok()) + usize::from(other.is_ok())
}

#[actix_web::test]
async fn in_a_release_holding_a_part_holds_the_whole() {
    let (world, stage) = World::new().await;
    let h = hall(&world, &stage, 7).await;
    let insert = |session, room, hours| h.insert(&stage, session, room, hours, false);
    assert_eq!(attempt(&world, &insert(0, h.east, (9, 10))).await, Ok(()));
    let refused = attempt(&world, &insert(1, h.hall, (9, 11))).await.unwrap_err();
    assert!(refused.contains("one_session_per_room_at_a_time"), "{refused}");
    assert_eq!(attempt(&world, &insert(2, h.west, (9, 10))).await, Ok(()), "two halves beside each other");
    assert_eq!(attempt(&world, &insert(3, h.hall, (10, 11))).await, Ok(()), "ending is not clashing");
    assert!(attempt(&world, &insert(4, h.west, (10, 11))).await.is_err());
    assert_eq!(attempt(&world, &h.insert(&stage, 4, h.west, (10, 11), true)).await, Ok(()), "cancelled holds nothing");
    // What is changed afterwards is held to the same.
    let moved = format!("UPDATE released_session SET starts_at = '2025-10-25T09:30:00Z' WHERE room_id = '{}'", h.hall);
    assert!(attempt(&world, &moved).await.is_err());
    let revived = format!(
        "UPDATE released_session SET cancelled = false, off_since = NULL WHERE session_id = '{}'",
        h.sessions[4]
    );
    assert!(attempt(&world, &revived).await.is_err());
}

#[actix_web::test]
async fn of_two_who_release_a_part_and_its_whole_at_the_same_moment_one_is_refused() {
    let (world, stage) = World::new().await;
    let h = hall(&world, &stage, 12).await;
    for round in 0..6 {
        let hours = (8 + round, 9 + round);
        let first = h.insert(&stage, 2 * usize::from(round), h.hall, hours, false);
        let second = h.insert(&stage, 2 * usize::from(round) + 1, h.west, hours, false);
        assert_eq!(at_once(&world, &first, &second).await, 1, "round {round}");
    }
}

/// The twin that shows the tests above can fail: without the constraint both come through.
#[actix_web::test]
async fn without_the_constraint_a_part_and_its_whole_are_released_together() {
    let (world, stage) = World::new().await;
    let h = hall(&world, &stage, 2).await;
    world.sql("ALTER TABLE released_hold DROP CONSTRAINT one_session_per_room_at_a_time").await;
    let (first, second) = (h.insert(&stage, 0, h.hall, (9, 11), false), h.insert(&stage, 1, h.west, (10, 12), false));
    assert_eq!(at_once(&world, &first, &second).await, 2);
}

#[actix_web::test]
async fn no_room_is_a_part_of_itself() {
    let (world, stage) = World::new().await;
    let h = hall(&world, &stage, 0).await;
    let part_of = |room, whole| format!("UPDATE meeting_room SET part_of = '{whole}' WHERE id = '{room}'");
    for (room, whole) in [(h.hall, h.hall), (h.hall, h.west)] {
        let refused = attempt(&world, &part_of(room, whole)).await.unwrap_err();
        assert!(refused.contains("room_is_no_part_of_itself"), "{refused}");
    }
    assert_eq!(attempt(&world, &part_of(h.west, h.east)).await, Ok(()));
    let elsewhere = world.conference("geneva", 2).await;
    let other = hall(&world, &elsewhere, 0).await;
    assert!(attempt(&world, &part_of(h.hall, other.hall)).await.is_err(), "a hall of another conference");
}
