//! Background work of a process: live updates, mail, the sealer of the record, the erasing of identity papers, the watch on the
//! keys. It runs on a thread with a runtime of its own and a small pool of its own, so that it never holds up a request.

use std::sync::{Arc, RwLock};
use std::time::Duration;

use plenipo::app::Parts;
use plenipo::badges::keys::Keyring;
use plenipo::clock::Clock;
use plenipo::db::Db;
use plenipo::mail::{self, Transport};
use plenipo::web::{Answer, Live, Site, listen};
use tokio::sync::watch;

use super::{Failure, Started};

/// Connections that background work may hold.
const CONNECTIONS: usize = 4;
/// How often the record is sealed.
const SEALING: Duration = Duration::from_secs(2);
/// How often it is looked for identity papers whose day of erasure has come.
const ERASING: Duration = Duration::from_secs(3600);
/// How often it is looked whether a place in a session is free that somebody waits for.
const FILLING: Duration = Duration::from_secs(30);
/// How often it is looked whether another process rotated or retired a key.
const KEYS: Duration = Duration::from_secs(3);
/// How long the end waits for mails that are being sent.
const PATIENCE: Duration = Duration::from_secs(10);

/// Running background work; [`Background::stop`] ends it after what it is doing.
pub struct Background {
    thread: Option<std::thread::JoinHandle<()>>,
    stop: watch::Sender<bool>,
}

impl Background {
    /// Starts listening for live updates and, if wanted, the work itself.
    pub fn start(started: &Started, work: bool) -> Result<Self, Failure> {
        let (stop, stopping) = watch::channel(false);
        let parts = started.parts(CONNECTIONS);
        let url = started.database_url.clone();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let transport = {
            // The transport's connections belong to the runtime that uses them.
            let _inside = runtime.enter();
            Transport::new(&started.config, &started.data.join("mail"))?
        };
        let thread = std::thread::Builder::new().name("background".into()).spawn(move || {
            runtime.block_on(tokio::task::LocalSet::new().run_until(run(
                parts,
                url,
                work.then_some(transport),
                stopping,
            )));
        })?;
        Ok(Self { thread: Some(thread), stop })
    }

    /// Asks the work to end and waits for it.
    pub fn stop(mut self) {
        let _ = self.stop.send(true);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn run(parts: Parts, url: String, work: Option<Transport>, mut stopping: watch::Receiver<bool>) {
    tokio::task::spawn_local(listen(url, parts.hub.clone()));
    tokio::task::spawn_local(reading_keys(parts.keyring.clone()));
    let mails = work.map(|transport| {
        tokio::task::spawn_local(sealing(Db::new(parts.pool.clone())));
        tokio::task::spawn_local(erasing(Db::new(parts.pool.clone()), parts.clock.clone()));
        tokio::task::spawn_local(filling(Db::new(parts.pool.clone()), parts.site.clone(), parts.clock.clone()));
        tokio::task::spawn_local(mail::run(parts.pool.clone(), parts.hub.clone(), parts.clock.clone(), transport))
    });
    let _ = stopping.wait_for(|stop| *stop).await;
    parts.hub.send(Live::Stop);
    if let Some(mails) = mails {
        // What is being sent comes to its end; a server that does not answer is not waited for.
        let _ = tokio::time::timeout(PATIENCE, mails).await;
    }
}

/// Follows the folder of the keys: what `plenipo keys` changed holds here without a restart. A folder that cannot be read
/// changes nothing.
async fn reading_keys(keyring: Arc<RwLock<Keyring>>) {
    loop {
        tokio::time::sleep(KEYS).await;
        let known = keyring.read().ok().map(|known| known.clone());
        let Some(mut read) = known else { return };
        match read.reload() {
            Ok(false) => {}
            Ok(true) => {
                if let Ok(mut known) = keyring.write() {
                    tracing::info!(signs = read.current().id(), "the keys of badges were changed");
                    *known = read;
                }
            }
            Err(error) => tracing::warn!(%error, "the keys of badges cannot be read; those known stay in use"),
        }
    }
}

async fn erasing(db: Db, clock: Clock) {
    loop {
        match erase_once(&db, &clock).await {
            Ok(0) => {}
            Ok(people) => tracing::info!(people, "identity papers were erased: their day has come"),
            Err(problem) => tracing::warn!(%problem, "identity papers could not be erased; trying again"),
        }
        tokio::time::sleep(ERASING).await;
    }
}

/// Places in sessions that nobody gave back by hand go to those who wait.
async fn filling(db: Db, site: Site, clock: Clock) {
    loop {
        tokio::time::sleep(FILLING).await;
        match fill_once(&db, &site, &clock).await {
            Ok(0) => {}
            Ok(places) => tracing::info!(places, "free places in sessions went to those who waited"),
            Err(problem) => tracing::warn!(%problem, "free places in sessions could not be given out; trying again"),
        }
    }
}

async fn fill_once(db: &Db, site: &Site, clock: &Clock) -> Answer<usize> {
    let mut tx = db.begin().await?;
    let places = plenipo::programme::fill_free_places(&mut tx, site, clock.now()).await?;
    tx.commit().await?;
    Ok(places)
}

async fn erase_once(db: &Db, clock: &Clock) -> Answer<usize> {
    let mut tx = db.begin().await?;
    let people = plenipo::participants::erase_papers(&mut tx, clock.now()).await?;
    plenipo::files::forget_old_tables(&mut tx, clock.now()).await?;
    plenipo::accounts::forget_old_uploads(&mut tx, clock.now()).await?;
    plenipo::participants::forget_old_pictures(&mut tx, clock.now()).await?;
    plenipo::programme::forget_agendas(&mut tx, clock.now()).await?;
    tx.commit().await?;
    Ok(people)
}

async fn sealing(db: Db) {
    loop {
        match seal_once(&db).await {
            Ok(1000) => continue,
            Ok(_) => {}
            Err(problem) => tracing::warn!(%problem, "the record could not be sealed; trying again"),
        }
        tokio::time::sleep(SEALING).await;
    }
}

async fn seal_once(db: &Db) -> Answer<usize> {
    let mut tx = db.begin().await?;
    let sealed = plenipo::audit::seal(&mut tx).await?;
    tx.commit().await?;
    Ok(sealed)
}
