//! Arrivals of yesterday and this morning: what the board shows when the demonstration opens.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use sha2::{Digest, Sha256};

use super::Setting;
use super::people::{Fate, Made};
use super::stage::Stage;
use crate::clock::Moment;
use crate::console::demo::chance::Chance;
use crate::db::Connection;
use crate::schema::*;
use crate::web::Answer;

/// Scans that go in with one statement.
const BATCH: usize = 500;

struct Passage {
    who: usize,
    at: Moment,
    entry: bool,
}

/// Minutes after 07:00 at which somebody comes: most of them around a quarter to nine.
fn minute(chance: &mut Chance) -> i64 {
    (chance.around(105.0, 32.0) as i64).clamp(5, 300)
}

pub(super) async fn build(c: &mut Connection, setting: &Setting, stage: &Stage, people: &[Made]) -> Answer<()> {
    let mut passages = Vec::new();
    for (who, person) in people.iter().enumerate().filter(|(_, person)| person.badge.is_some()) {
        let mut chance = Chance::of(setting.seed, "arrivals", who as u64);
        // Only collected badges open the gate; a revoked one did until last evening.
        if chance.likely(0.82) {
            let came = setting.at(0, 7, 0).plus_seconds(60 * minute(&mut chance) + chance.between(0, 59));
            passages.push(Passage { who, at: came, entry: true });
            if chance.likely(0.35) {
                let lunch = setting.at(0, 12, 15).plus_seconds(chance.between(0, 2400));
                passages.push(Passage { who, at: lunch, entry: false });
                passages.push(Passage { who, at: lunch.plus_seconds(chance.between(1800, 4200)), entry: true });
            }
            passages.push(Passage {
                who,
                at: setting.at(0, 17, 0).plus_seconds(chance.between(0, 9000)),
                entry: false,
            });
        }
        if person.fate == Fate::Collected && chance.likely(0.78) {
            let today = setting.at(1, 7, 0).plus_seconds(60 * minute(&mut chance) + chance.between(0, 59));
            passages.push(Passage { who, at: today, entry: true });
        }
    }
    passages.retain(|passage| passage.at < setting.now);
    passages.sort_by_key(|passage| passage.at);
    for batch in passages.chunks(BATCH) {
        write_scans(c, setting, stage, people, batch).await?;
    }
    write_presence(c, stage, people, &passages).await
}

async fn write_scans(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    people: &[Made],
    passages: &[Passage],
) -> Answer<()> {
    let rows: Vec<_> = passages
        .iter()
        .map(|passage| {
            let person = &people[passage.who];
            // The same for the same seed, so that a fill can be compared with another.
            let seed = format!("{}-{}-{}-{}", setting.seed, passage.who, passage.at, passage.entry);
            let digest = Sha256::digest(seed.as_bytes());
            let mut id = [0; 16];
            id.copy_from_slice(&digest[..16]);
            (
                scan::conference_id.eq(stage.conference),
                scan::device_id.eq(stage.device),
                scan::scan_id.eq(uuid::Builder::from_random_bytes(id).into_uuid()),
                scan::content_digest.eq(digest.to_vec()),
                scan::gate_id.eq(stage.main_entrance),
                scan::direction.eq(if passage.entry { "entry" } else { "exit" }),
                scan::badge_id.eq(person.badge),
                scan::participant_id.eq(person.id),
                scan::scanned_at.eq(passage.at),
                scan::received_at.eq(passage.at),
                scan::verdict.eq("admit"),
                scan::reason.eq("ok"),
                scan::moved.eq(true),
            )
        })
        .collect();
    diesel::insert_into(scan::table).values(rows).execute(c).await?;
    Ok(())
}

async fn write_presence(c: &mut Connection, stage: &Stage, people: &[Made], passages: &[Passage]) -> Answer<()> {
    let mut last: BTreeMap<usize, (&Passage, Option<Moment>)> = BTreeMap::new();
    for passage in passages {
        let entered = if passage.entry { Some(passage.at) } else { last.get(&passage.who).and_then(|known| known.1) };
        last.insert(passage.who, (passage, entered));
    }
    let rows: Vec<_> = last
        .iter()
        .map(|(who, (passage, entered))| {
            (
                presence::participant_id.eq(people[*who].id),
                presence::conference_id.eq(stage.conference),
                presence::area_id.eq(passage.entry.then(|| stage.areas[0])),
                presence::moved_at.eq(passage.at),
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
