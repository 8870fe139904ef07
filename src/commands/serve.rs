//! `plenipo serve`: the web application.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::HttpServer;
use clap::Args;
use plenipo::app::app;
use plenipo::clock::Clock;
use plenipo::config::Config;
use plenipo::db::private::usable_data_dir;
use plenipo::web::Live;
use plenipo::web::tls::{Authority, Certificate, lan_addresses, qr_code, server_config};

use super::background::Background;
use super::{Failure, Started};

/// How often renewed certificate files and changed addresses are looked for.
const REFRESH: Duration = Duration::from_secs(60);
/// Where `--lan` listens when `LISTEN` does not say.
const LAN_PORT: u16 = 8443;

#[derive(Args)]
pub struct Serve {
    /// Leave the background work to `plenipo worker`.
    #[arg(long)]
    no_worker: bool,
    /// Fill the database with the demonstration while the site answers.
    #[arg(long)]
    demo: bool,
    /// Serve the local network over TLS with an authority of our own, so that phones get camera and offline.
    #[arg(long)]
    lan: bool,
}

impl Serve {
    pub fn run(self) -> Result<(), Failure> {
        let mut config = Config::from_env()?;
        let authority = if self.lan { Some(prepare_lan(&mut config)?) } else { None };
        let started = Started::with(config)?.migrated()?;
        let background = Background::start(&started, !self.no_worker)?;
        let served = std::thread::scope(|scope| {
            if self.demo {
                scope.spawn(|| show(&started));
            }
            actix_web::rt::System::new().block_on(serve(&started, authority))
        });
        background.stop();
        served
    }
}

/// Fills the demonstration beside the running site and says where its seats are.
fn show(started: &Started) {
    let filled =
        super::runtime().and_then(|runtime| runtime.block_on(super::demo::carry_out(started, Default::default())));
    match filled {
        Ok(()) => super::demo::say_seats(&started.config.base_url),
        Err(failure) => eprintln!("plenipo: the demonstration could not be filled: {failure}"),
    }
}

/// Opens the authority and turns the settings to the local network: all addresses, https, links with the first address.
fn prepare_lan(config: &mut Config) -> Result<Arc<Authority>, Failure> {
    let data = usable_data_dir(config.data.as_deref())?;
    let authority = Arc::new(Authority::open(&data, Clock::system().now().timestamp())?);
    if std::env::var_os("LISTEN").is_none() {
        config.listen = SocketAddr::from(([0, 0, 0, 0], LAN_PORT));
    }
    if std::env::var_os("BASE_URL").is_none() {
        let first = lan_addresses().first().copied().unwrap_or(config.listen.ip());
        config.base_url = format!("https://{}", SocketAddr::new(first, config.listen.port()));
    }
    Ok(authority)
}

async fn serve(started: &Started, authority: Option<Arc<Authority>>) -> Result<(), Failure> {
    let config = &started.config;
    let workers = config.workers;
    let per_worker = (config.database_connections / workers).max(2);
    let mut template = started.parts(1);
    template.authority = authority.clone();
    let url = started.database_url.clone();
    // The pool is built inside the closure, one per worker: its connections live on the thread that uses them.
    let server = HttpServer::new(move || {
        let mut parts = template.clone();
        parts.pool = plenipo::db::pool(&url, per_worker);
        app(parts)
    })
    .workers(workers)
    // A page goes out in several small writes: none of them waits until the one before was acknowledged, which takes a round trip.
    .tcp_nodelay(true)
    .disable_signals()
    .shutdown_timeout(5);
    let now = started.clock.now().timestamp();
    let certificate = match (&authority, &config.tls) {
        (Some(authority), _) => Some(Certificate::for_lan(authority.clone(), now)?),
        (None, Some((cert, key))) => Some(Certificate::from_files(cert, key)?),
        (None, None) => None,
    };
    let server = match &certificate {
        Some(certificate) => server.bind_rustls_0_23(config.listen, server_config(certificate.clone()))?,
        None => server.bind(config.listen)?,
    };
    let server = server.run();
    stop_when_asked(started, server.handle());
    if let Some(certificate) = certificate {
        keep_fresh(certificate, started.clock.clone());
    }
    say_where(config, authority.as_deref());
    Ok(server.await?)
}

fn stop_when_asked(started: &Started, handle: actix_web::dev::ServerHandle) {
    let hub = started.hub.clone();
    actix_web::rt::spawn(async move {
        if asked_to_stop().await.is_ok() {
            // Open event streams would hold up the shutdown.
            hub.send(Live::Stop);
            handle.stop(true).await;
        }
    });
}

fn keep_fresh(certificate: Arc<Certificate>, clock: Clock) {
    actix_web::rt::spawn(async move {
        loop {
            tokio::time::sleep(REFRESH).await;
            if let Err(error) = certificate.refresh(clock.now().timestamp()) {
                tracing::warn!(%error, "the certificate could not be renewed; the old one stays");
            }
        }
    });
}

/// Says on stderr where the site answers; for the local network with codes that a phone can read.
fn say_where(config: &Config, authority: Option<&Authority>) {
    eprintln!("Plenipo answers on {}", config.base_url);
    let Some(authority) = authority else { return };
    let install = format!("{}/authority.crt", config.base_url);
    for (what, link) in
        [("1. Install this authority on each phone (compare its fingerprint)", &install), ("2. Open", &config.base_url)]
    {
        eprintln!("\n{what}: {link}");
        if let Ok(code) = qr_code(link, std::io::IsTerminal::is_terminal(&std::io::stderr())) {
            eprintln!("{code}");
        }
    }
    eprintln!("SHA-256 {}", authority.fingerprint());
}

/// Waits for Ctrl-C or the service manager's wish to stop.
pub async fn asked_to_stop() -> Result<(), std::io::Error> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
    Ok(())
}
