//! `plenipo serve`: the web application.

use actix_web::HttpServer;
use clap::Args;
use plenipo::app::app;
use plenipo::web::Live;

use super::background::Background;
use super::{Failure, Started};

#[derive(Args)]
pub struct Serve {
    /// Leave the background work to `plenipo worker`.
    #[arg(long)]
    no_worker: bool,
}

impl Serve {
    pub fn run(self) -> Result<(), Failure> {
        let started = Started::with_current_schema()?;
        let background = Background::start(&started, !self.no_worker)?;
        let served = actix_web::rt::System::new().block_on(serve(&started));
        background.stop();
        served
    }
}

async fn serve(started: &Started) -> Result<(), Failure> {
    let config = &started.config;
    let workers = config.workers;
    let per_worker = (config.database_connections / workers).max(2);
    // The pool is built inside the closure, one per worker: its connections live on the thread that uses them.
    let (url, template) = (started.database_url.clone(), started.parts(1));
    let server = HttpServer::new(move || {
        let mut parts = template.clone();
        parts.pool = plenipo::db::pool(&url, per_worker);
        app(parts)
    })
    .workers(workers)
    .disable_signals()
    .shutdown_timeout(5);
    let server = server.bind(config.listen)?.run();
    let handle = server.handle();
    let hub = started.hub.clone();
    actix_web::rt::spawn(async move {
        if asked_to_stop().await.is_ok() {
            // Open event streams would hold up the shutdown.
            hub.send(Live::Stop);
            handle.stop(true).await;
        }
    });
    eprintln!("Plenipo answers on {}", config.base_url);
    Ok(server.await?)
}

/// Waits for Ctrl-C or the service manager's wish to stop.
pub async fn asked_to_stop() -> Result<(), std::io::Error> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
    Ok(())
}
