//! Long imports, carried out apart from the request that asked for them. What an import does is one transaction; how far it is
//! stands in a row beside it, so that a page can follow, and its end is written by that transaction itself. A run that no longer
//! says it lives has done nothing (its server was stopped), and may begin anew.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use diesel::prelude::*;
use serde_json::{Value, json};

use super::queries;
use crate::clock::{Clock, Moment};
use crate::db::{Connection, Db};
use crate::ids::{ConferenceId, FileId};
use crate::schema::import_run;
use crate::web::{Answer, Problem};

/// How often a run says how far it is.
const EVERY: Duration = Duration::from_millis(400);
/// A run that is silent for so long lives no more: seconds.
const SILENT: i64 = 20;

crate::text_enum! {
    /// Where a run stands.
    pub enum RunState {
        Running = "running",
        /// Everything was done, and committed.
        Done = "done",
        /// Nothing was done; the outcome says why.
        Stopped = "stopped",
    }
}

/// A run as a page shows it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = import_run, check_for_backend(diesel::pg::Pg))]
pub struct Run {
    pub state: RunState,
    pub total: i32,
    pub done: i32,
    pub beat_at: Moment,
    pub outcome: Option<Value>,
}

impl Run {
    /// Its server was stopped in the middle of it.
    pub fn was_interrupted(&self, now: Moment) -> bool {
        self.state == RunState::Running && now.seconds_since(self.beat_at) > SILENT
    }

    /// The message that says why it did nothing.
    pub fn reason(&self) -> Option<&str> {
        self.outcome.as_ref()?.get("message")?.as_str()
    }

    /// One of its counts.
    pub fn count(&self, name: &str) -> i64 {
        self.outcome.as_ref().and_then(|outcome| outcome.get(name)?.as_i64()).unwrap_or_default()
    }
}

/// How many rows are done, counted by the work and read by whoever tells it.
#[derive(Clone, Debug, Default)]
pub struct Steps(Arc<AtomicUsize>);

impl Steps {
    pub fn reach(&self, done: usize) {
        self.0.store(done, Ordering::Relaxed);
    }

    fn reached(&self) -> i32 {
        i32::try_from(self.0.load(Ordering::Relaxed)).unwrap_or(i32::MAX)
    }
}

/// Begins a run of a waiting table; false where it runs already, or was done.
pub async fn claim_run(
    tx: &mut Connection,
    conference: ConferenceId,
    file: FileId,
    total: usize,
    now: Moment,
) -> Answer<bool> {
    let total = i32::try_from(total).map_err(Problem::broken)?;
    queries::claim_run(tx, (conference, file), total, now.plus_seconds(-SILENT), now).await
}

/// The run of a table, if one was begun.
pub async fn run_of(connection: &mut Connection, conference: ConferenceId, file: FileId) -> Answer<Option<Run>> {
    queries::run_of(connection, conference, file).await
}

/// Says, in the transaction that did everything, that everything is done.
pub async fn end_run(tx: &mut Connection, file: FileId, counts: &Value, now: Moment) -> Answer<()> {
    queries::end_run(tx, file, RunState::Done, counts, now).await
}

/// Carries out what was claimed, telling how far it is until it ends. The work commits by itself, with [`end_run`]; what it
/// refuses, and what breaks, is kept for the page.
pub async fn run(db: Db, file: FileId, clock: Clock, steps: Steps, work: impl Future<Output = Answer<()>>) {
    let mut work = pin!(work);
    let ended = loop {
        tokio::select! {
            ended = &mut work => break ended,
            () = tokio::time::sleep(EVERY) => {
                if let Err(problem) = tell(&db, file, steps.reached(), clock.now()).await {
                    tracing::warn!(%problem, "an import could not say how far it is");
                }
            }
        }
    };
    let Err(problem) = ended else { return };
    let key = match &problem {
        Problem::Refused(message) => message.key().to_owned(),
        _ => "run-broke".to_owned(),
    };
    tracing::warn!(%problem, "an import did nothing");
    let stopped = async {
        let mut tx = db.begin().await?;
        queries::end_run(&mut tx, file, RunState::Stopped, &json!({ "message": key }), clock.now()).await?;
        tx.commit().await
    };
    if let Err(problem) = stopped.await {
        tracing::warn!(%problem, "nor could that be written down");
    }
}

async fn tell(db: &Db, file: FileId, done: i32, now: Moment) -> Answer<()> {
    let mut connection = db.connection().await?;
    queries::tell_run(&mut connection, file, done, now).await
}
