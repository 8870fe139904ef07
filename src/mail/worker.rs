//! The worker: claims due mails in one short transaction, sends them outside of any, writes each outcome in another. Any
//! number of processes may run one. What a crash leaves claimed is rescued by age; the same Message-ID then tells a second
//! copy from a second mail.

use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

use super::model::StoredMail;
use super::transport::{CONNECTIONS, Outcome, Transport};
use super::{queries, rules};
use crate::clock::{Clock, Moment};
use crate::db::{Db, Pool};
use crate::web::{Answer, Hub, Live};

/// How many mails one claim takes; few enough that a crash holds up few.
const BATCH: i64 = 16;
/// How long the worker sleeps at most: a notice that got lost costs no more.
const NAP: Duration = Duration::from_secs(5);

/// What sends mails.
pub struct Worker {
    db: Db,
    clock: Clock,
    transport: Transport,
}

impl Worker {
    pub fn new(pool: Pool, clock: Clock, transport: Transport) -> Self {
        Self { db: Db::new(pool), clock, transport }
    }

    /// Sends everything that is due now, and says how many mails were tried.
    ///
    /// # Errors
    /// The database is away. What was claimed and not written down is rescued later.
    pub async fn work(&self) -> Answer<usize> {
        let mut tried = 0;
        loop {
            match self.batch().await? {
                0 => return Ok(tried),
                some => tried += some,
            }
        }
    }

    /// Tries one batch of due mails and says how many they were.
    async fn batch(&self) -> Answer<usize> {
        self.tidy().await?;
        let claimed = self.claim().await?;
        let outcomes: Vec<Answer<()>> = stream::iter(claimed.iter().map(|mail| self.attempt(mail)))
            .buffer_unordered(CONNECTIONS as usize)
            .collect()
            .await;
        outcomes.into_iter().collect::<Answer<()>>()?;
        Ok(claimed.len())
    }

    async fn tidy(&self) -> Answer<()> {
        let now = self.clock.now();
        let mut tx = self.db.begin().await?;
        let rescued = queries::rescue(&mut tx, now).await?;
        let late = queries::give_up_late(&mut tx, now).await?;
        if rescued + late > 0 {
            tracing::warn!(rescued, late, "mails were left behind by a worker that ended, or came too late");
            crate::web::announce(&mut tx, super::TOPIC).await?;
        }
        tx.commit().await
    }

    async fn claim(&self) -> Answer<Vec<StoredMail>> {
        let mut tx = self.db.begin().await?;
        let claimed = queries::claim(&mut tx, self.clock.now(), BATCH).await?;
        tx.commit().await?;
        Ok(claimed)
    }

    async fn attempt(&self, mail: &StoredMail) -> Answer<()> {
        let parts = queries::parts_of(&mut *self.db.connection().await?, mail.id).await?;
        let outcome = self.transport.send(mail, &parts).await;
        let now = self.clock.now();
        let mut tx = self.db.begin().await?;
        match outcome {
            Outcome::Sent => {
                queries::finish(&mut tx, mail, self.transport.is_real(), now).await?;
                tracing::debug!(mail = %mail.id, kind = mail.kind, "a mail was sent");
            }
            Outcome::Later(error) => match rules::next_attempt(mail.attempts, now, mail.useless_after) {
                Some(due) => {
                    tracing::warn!(mail = %mail.id, kind = mail.kind, error, attempt = mail.attempts, "a mail must wait");
                    queries::retry(&mut tx, mail, &error, due).await?;
                }
                None => give_up(&mut tx, mail, &error).await?,
            },
            Outcome::Never(error) => give_up(&mut tx, mail, &error).await?,
        }
        crate::web::announce(&mut tx, super::TOPIC).await?;
        tx.commit().await
    }

    /// How long until the next mail is due, at most a nap.
    async fn rest(&self) -> Duration {
        let due = async { queries::next_due(&mut *self.db.connection().await?).await };
        match due.await {
            Ok(Some(due)) => wait_until(due, self.clock.now()),
            Ok(None) | Err(_) => NAP,
        }
    }
}

fn wait_until(due: Moment, now: Moment) -> Duration {
    let micros = u64::try_from(due.microseconds() - now.microseconds()).unwrap_or(0);
    // Never a spin: a due mail that could not be claimed is another worker's.
    Duration::from_micros(micros).clamp(Duration::from_millis(50), NAP)
}

async fn give_up(tx: &mut crate::db::Connection, mail: &StoredMail, error: &str) -> Answer<()> {
    tracing::error!(mail = %mail.id, kind = mail.kind, error, "a mail was given up");
    queries::fail(tx, mail, error).await
}

/// Works until the process stops: wakes for news of the outbox, for due times, and every few seconds in any case. Mails
/// already claimed are brought to an end before it returns.
pub async fn run(pool: Pool, hub: Hub, clock: Clock, transport: Transport) {
    let mut news = hub.subscribe();
    let worker = Worker::new(pool, clock, transport);
    loop {
        let rest = match worker.batch().await {
            Ok(0) => worker.rest().await,
            Ok(_) => Duration::ZERO,
            Err(error) => {
                tracing::warn!(%error, "the mail worker cannot work; trying again");
                NAP
            }
        };
        if stopped(&mut news, rest).await {
            return;
        }
    }
}

/// Sleeps until there is something to do; says whether the process is stopping.
async fn stopped(news: &mut Receiver<Live>, rest: Duration) -> bool {
    let woken = async {
        loop {
            match news.recv().await {
                Ok(Live::News(topic)) if topic != super::TOPIC => {}
                Ok(Live::Stop) | Err(RecvError::Closed) => return true,
                Ok(Live::News(_) | Live::Resync) | Err(RecvError::Lagged(_)) => break,
            }
        }
        // One waking answers for all the news that came together.
        loop {
            match news.try_recv() {
                Ok(Live::Stop) | Err(TryRecvError::Closed) => return true,
                Ok(_) | Err(TryRecvError::Lagged(_)) => {}
                Err(TryRecvError::Empty) => return false,
            }
        }
    };
    tokio::time::timeout(rest, woken).await.unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[actix_web::test]
    async fn the_worker_wakes_for_the_outbox_and_stops_when_told() {
        let hub = Hub::default();
        let long = Duration::from_secs(60);
        let mut news = hub.subscribe();
        hub.send(Live::News("gates".into()));
        hub.send(Live::News("mail".into()));
        assert!(!stopped(&mut news, long).await);
        hub.send(Live::News("mail".into()));
        hub.send(Live::Stop);
        assert!(stopped(&mut news, long).await);
    }

    #[test]
    fn the_worker_naps_until_the_next_mail_is_due() {
        let now = Moment::parse("2026-11-20T09:00:00Z").unwrap();
        assert_eq!(wait_until(now.plus_seconds(2), now), Duration::from_secs(2));
        assert_eq!(wait_until(now.plus_seconds(3600), now), NAP);
        assert_eq!(wait_until(now.plus_seconds(-3600), now), Duration::from_millis(50));
    }
}
