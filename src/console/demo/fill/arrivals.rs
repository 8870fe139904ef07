//! Arrivals of yesterday and this morning: what the board shows when the demonstration opens.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use sha2::{Digest, Sha256};

use super::Setting;
use super::people::Made;
use super::stage::Stage;
use crate::clock::Moment;
use crate::console::demo::arrivals::{Movement, PLENARY_HALL, arrivals, refused_attempts};
use crate::console::demo::cast::Cast;
use crate::console::demo::fates::DemoFate;
use crate::db::Connection;
use crate::gates::Direction;
use crate::schema::*;
use crate::web::Answer;

/// Rows that go in with one statement.
const BATCH: usize = 500;

pub(super) async fn build(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    cast: &Cast,
    people: &[Made],
) -> Answer<()> {
    let passages = arrivals(setting.seed, cast, setting.elapsed());
    let attempts = refused_attempts(setting.seed, cast, &passages, setting.elapsed());
    let mut all: Vec<(&Movement, &'static str)> = passages.iter().map(|passage| (passage, "ok")).collect();
    all.extend(attempts.iter().map(|attempt| (attempt, reason_of(attempt, people))));
    all.sort_by_key(|(movement, _)| movement.at);
    for batch in all.chunks(BATCH) {
        write_scans(c, setting, stage, people, batch).await?;
    }
    write_presence(c, setting, stage, people, &passages).await
}

/// What the gate said to somebody whom it did not let in.
fn reason_of(attempt: &Movement, people: &[Made]) -> &'static str {
    match people[attempt.person].fate {
        DemoFate::Revoked { .. } => "revoked",
        _ if attempt.gate == PLENARY_HALL => "area",
        _ => "already_inside",
    }
}

async fn write_scans(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    people: &[Made],
    movements: &[(&Movement, &'static str)],
) -> Answer<()> {
    let rows: Vec<_> = movements
        .iter()
        .map(|(movement, reason)| {
            let person = &people[movement.person];
            // The same for the same seed, so that a fill can be compared with another.
            let seed = format!("{}-{}-{}-{}-{reason}", setting.seed, movement.person, movement.at, movement.gate);
            let digest = Sha256::digest(seed.as_bytes());
            let mut id = [0; 16];
            id.copy_from_slice(&digest[..16]);
            let at = setting.after(movement.at);
            let hall = movement.gate == PLENARY_HALL;
            let admitted = *reason == "ok";
            // The main entrance has four lanes; whoever comes takes any of them.
            let lane = if hall { stage.lanes.len() - 1 } else { movement.person % (stage.lanes.len() - 1) };
            (
                scan::conference_id.eq(stage.conference),
                scan::device_id.eq(stage.lanes[lane]),
                scan::scan_id.eq(uuid::Builder::from_random_bytes(id).into_uuid()),
                scan::content_digest.eq(digest.to_vec()),
                scan::gate_id.eq(if hall { stage.plenary_hall } else { stage.main_entrance }),
                scan::direction.eq(movement.direction),
                scan::badge_id.eq(person.badge),
                scan::participant_id.eq(person.id),
                scan::scanned_at.eq(at),
                scan::received_at.eq(at),
                scan::verdict.eq(if admitted { "admit" } else { "refuse" }),
                scan::reason.eq(*reason),
                scan::moved.eq(admitted),
            )
        })
        .collect();
    diesel::insert_into(scan::table).values(rows).execute(c).await?;
    Ok(())
}

async fn write_presence(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    people: &[Made],
    passages: &[Movement],
) -> Answer<()> {
    let mut last: BTreeMap<usize, (&Movement, Option<Moment>)> = BTreeMap::new();
    for passage in passages {
        let entry = passage.direction == Direction::Entry;
        let entered =
            if entry { Some(setting.after(passage.at)) } else { last.get(&passage.person).and_then(|known| known.1) };
        last.insert(passage.person, (passage, entered));
    }
    let rows: Vec<_> = last
        .iter()
        .map(|(who, (passage, entered))| {
            let area = match (passage.gate == PLENARY_HALL, passage.direction) {
                (true, Direction::Entry) => Some(stage.areas[2]),
                (true, Direction::Exit) | (false, Direction::Entry) => Some(stage.areas[1]),
                (false, Direction::Exit) => None,
            };
            (
                presence::participant_id.eq(people[*who].id),
                presence::conference_id.eq(stage.conference),
                presence::area_id.eq(area),
                presence::moved_at.eq(setting.after(passage.at)),
                presence::last_entry_at.eq(*entered),
                presence::version.eq(1),
            )
        })
        .collect();
    for rows in rows.chunks(BATCH) {
        diesel::insert_into(presence::table).values(rows).execute(c).await?;
    }
    Ok(())
}
