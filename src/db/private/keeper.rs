//! The thread that keeps PostgreSQL running: it takes the lock or attaches, starts, watches, takes over and stops.
//!
//! All spawning happens here. Linux sends the "your parent died" signal when the spawning *thread* ends, so a worker that
//! comes and goes would take PostgreSQL with it.

use std::{
    fs::File,
    future::Future,
    process::Child,
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, SyncSender},
    },
    time::{Duration, Instant},
};

use tokio::runtime::Runtime;

use super::{
    PrivateError,
    cluster::{self, Cluster},
    failing,
};

/// How often the keeper looks at its child, or at the lock of another process: so long a takeover may go unnoticed.
const BEAT: Duration = Duration::from_millis(100);
const POLL: Duration = Duration::from_millis(30);
/// Another process may be making the cluster or recovering it.
const LONGEST_WAIT: Duration = Duration::from_secs(300);
/// Between two attempts to start a PostgreSQL that will not stay up.
const PAUSES: [Duration; 4] =
    [Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(15), Duration::from_secs(30)];

/// What the keeper is told, and its way of waiting: every pause ends at once when it shall stop.
pub struct Orders {
    inbox: Receiver<()>,
    runtime: Runtime,
}

impl Orders {
    /// Waits, or fails because the order to stop came.
    pub fn pause(&self, time: Duration) -> Result<(), PrivateError> {
        match self.inbox.recv_timeout(time) {
            Err(RecvTimeoutError::Timeout) => Ok(()),
            Ok(()) | Err(RecvTimeoutError::Disconnected) => Err(PrivateError::Stopped),
        }
    }

    /// Runs a question to PostgreSQL to its end, on this thread.
    pub fn ask<T>(&self, question: impl Future<Output = T>) -> T {
        self.runtime.block_on(question)
    }
}

struct Keeper<'a> {
    cluster: Cluster,
    orders: Orders,
    owner: &'a AtomicBool,
    /// Held as long as PostgreSQL is ours to run.
    lock: Option<File>,
    child: Option<Child>,
    failures: usize,
}

/// The life of the thread. Reports once, when PostgreSQL answers or cannot be had, and ends when `inbox` says or closes.
pub fn keep(cluster: Cluster, inbox: Receiver<()>, report: &SyncSender<Result<(), PrivateError>>, owner: &AtomicBool) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = match runtime.map_err(failing("start a runtime for", cluster.socket())) {
        Ok(runtime) => runtime,
        Err(error) => return report.send(Err(error)).unwrap_or_default(),
    };
    let orders = Orders { inbox, runtime };
    let mut keeper = Keeper { cluster, orders, owner, lock: None, child: None, failures: 0 };
    let begun = keeper.begin();
    let good = begun.is_ok();
    // Nobody listens any more only if the caller was torn down meanwhile; then the next pause says so.
    let _ = report.send(begun);
    if good {
        while keeper.orders.pause(BEAT).is_ok() && keeper.beat().is_ok() {}
    }
    keeper.end();
}

impl Keeper<'_> {
    /// Becomes the owner, or waits for the PostgreSQL of the one who is. An owner that fails frees the lock for us.
    fn begin(&mut self) -> Result<(), PrivateError> {
        let begun = Instant::now();
        loop {
            self.lock = self.cluster.try_lock()?;
            if self.lock.is_some() {
                return self.run(true);
            }
            let last = match self.orders.ask(self.cluster.answers()) {
                Ok(()) => return Ok(()),
                Err(error) => cluster::told(&error),
            };
            if begun.elapsed() > LONGEST_WAIT {
                return Err(PrivateError::Silent { seconds: LONGEST_WAIT.as_secs(), last });
            }
            self.orders.pause(POLL)?;
        }
    }

    fn run(&mut self, may_make: bool) -> Result<(), PrivateError> {
        self.child = Some(self.cluster.run(&self.orders, may_make)?);
        self.owner.store(true, Ordering::Release);
        Ok(())
    }

    /// One look: does the child still run, or has the owner gone? Fails only with the order to stop.
    fn beat(&mut self) -> Result<(), PrivateError> {
        if self.lock.is_none() {
            match self.cluster.try_lock() {
                Ok(None) => return Ok(()),
                Ok(lock) => self.lock = lock,
                Err(error) => {
                    tracing::error!("cannot watch over the private PostgreSQL: {error}");
                    return self.orders.pause(PAUSES[0]);
                }
            }
            tracing::info!("the process that ran the private PostgreSQL has ended; taking over");
        }
        if let Some(child) = &mut self.child {
            let Ok(Some(status)) = child.try_wait() else { return Ok(()) };
            tracing::error!("the private PostgreSQL has ended ({status}); starting it again");
            self.child = None;
            self.owner.store(false, Ordering::Release);
        }
        match self.run(false) {
            Ok(()) => {
                self.failures = 0;
                Ok(())
            }
            Err(PrivateError::Stopped) => Err(PrivateError::Stopped),
            Err(error) => {
                tracing::error!("the private PostgreSQL does not start: {error}");
                let pause = PAUSES[self.failures.min(PAUSES.len() - 1)];
                self.failures += 1;
                self.orders.pause(pause)
            }
        }
    }

    /// First the process, then the lock: whoever gets the lock finds the data at rest.
    fn end(&mut self) {
        self.owner.store(false, Ordering::Release);
        if let Some(child) = self.child.take() {
            cluster::stop(child);
        }
        if self.lock.is_some() {
            self.cluster.tidy();
        }
        self.lock = None;
    }
}
