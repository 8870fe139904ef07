//! What each command does. They stand outside the library: they read the environment, start the private database, and put
//! together what the rooms offer.

pub mod account;
pub mod background;
pub mod demo;
pub mod device;
pub mod doctor;
pub mod export;
pub mod import;
pub mod keys;
pub mod migrate;
pub mod serve;
mod start;
pub mod worker;

pub use start::Started;

/// What a command fails with: one clear line.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Logs go to stderr, as `RUST_LOG` says; data goes to stdout.
pub fn log_to_stderr() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,plenipo=info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).init();
}

/// The conference of this short name.
///
/// # Errors
/// One line that says so when there is none.
pub async fn conference(
    connection: &mut plenipo::db::Connection,
    slug: &str,
) -> Result<plenipo::conferences::Conference, Failure> {
    match plenipo::conferences::conference_by_slug(connection, slug).await {
        Err(plenipo::web::Problem::NotFound) => Err(format!("there is no conference {slug}").into()),
        other => Ok(other?),
    }
}

/// A runtime for the asynchronous part of a command.
pub fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?)
}
