//! What one process remembers between scans: how many people are inside (never longer than a second), and which conferences'
//! boards are to be told that something happened (twice a second at most, for a notice serialises commits).

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use actix_web::web::Data;

use super::queries;
use crate::db::{Connection, Pool};
use crate::ids::{AreaId, ConferenceId};
use crate::web::{Answer, announce};

/// A count may be this old when it is told, which leaves time for the answer to arrive within a second.
const FRESH: Duration = Duration::from_millis(900);
/// Boards are told so long after the first scan that they have not been told of.
const GATHER: Duration = Duration::from_millis(500);

/// The topic of a conference's board.
pub fn topic(conference: ConferenceId) -> String {
    format!("gates {conference}")
}

/// Shared by all workers of a process; cheap to clone.
#[derive(Clone, Default)]
pub struct Lobby(Arc<Mutex<Memory>>);

#[derive(Default)]
struct Memory {
    counts: HashMap<AreaId, Count>,
    untold: HashSet<ConferenceId>,
}

struct Count {
    people: i64,
    /// When the question was put: the answer cannot know what came after.
    asked: Instant,
}

impl Lobby {
    /// A poisoned lock means that another thread panicked between two assignments; the numbers are still numbers.
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many people are in an area, which consists of `parts` (itself and every area within).
    pub async fn inside(&self, connection: &mut Connection, area: AreaId, parts: &[AreaId]) -> Answer<i64> {
        if let Some(people) = self.fresh(area) {
            return Ok(people);
        }
        let asked = monotonic();
        let people = queries::inside(connection, parts).await?;
        self.memory().counts.insert(area, Count { people, asked });
        Ok(people)
    }

    fn fresh(&self, area: AreaId) -> Option<i64> {
        self.memory().counts.get(&area).filter(|count| count.asked.elapsed() < FRESH).map(|count| count.people)
    }

    /// Somebody came in (+1) or went out (-1): the count in memory follows at once.
    pub fn moved(&self, area: AreaId, change: i64) {
        if let Some(count) = self.memory().counts.get_mut(&area) {
            count.people = (count.people + change).max(0);
        }
    }

    /// Tells the conference's board soon; many scans are one notice.
    pub fn tell(&self, conference: ConferenceId, pool: &Data<Pool>) {
        if !self.memory().untold.insert(conference) {
            return;
        }
        let (lobby, pool) = (self.clone(), pool.clone());
        actix_web::rt::spawn(async move {
            actix_web::rt::time::sleep(GATHER).await;
            lobby.memory().untold.remove(&conference);
            if let Ok(mut connection) = pool.get().await
                && let Err(error) = announce(&mut connection, &topic(conference)).await
            {
                tracing::warn!(%error, "the board was not told");
            }
        });
    }
}

#[allow(clippy::disallowed_methods, reason = "an age in this process, not a time of the day")]
fn monotonic() -> Instant {
    Instant::now()
}
