//! The private PostgreSQL: what runs under `PLENIPO_DATA` when `DATABASE_URL` is absent.
//!
//! The first process takes `pg.lock`, makes the cluster if there is none, and runs `postgres` as its child; every further
//! process attaches to the same Unix socket. One thread of its own (see `keeper`) does all of that, because Linux ties the
//! "stop with your parent" signal to the thread that spawned. When the owner dies, PostgreSQL stops with it, and a
//! process that is still attached takes the lock and starts it again, at the same address.
//!
//! Nothing listens on the network: the socket lies in a folder only PostgreSQL's user may enter, so `trust` is safe.

mod cluster;
mod folders;
mod keeper;
mod programs;
mod users;

use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread::JoinHandle,
};

pub use folders::{likely_data_dir, usable_data_dir};

/// The database that holds everything, and the database user of the same name.
pub const DATABASE: &str = "plenipo";

/// Where the private PostgreSQL lives and how careful it is.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of the application's data (`PLENIPO_DATA`), see [`usable_data_dir`].
    pub data: PathBuf,
    /// `false` gives up every promise about power cuts for speed. For tests only.
    pub durable: bool,
    /// The folder of `initdb` and `postgres` (`PG_BIN_DIR`); `None` looks for the one that fits.
    pub bin_dir: Option<PathBuf>,
    /// The user of the machine that runs PostgreSQL when we are root (`PG_RUN_AS`); `None` takes `postgres`.
    pub run_as: Option<String>,
}

impl Options {
    /// Durable, under `data`, with `PG_BIN_DIR` and `PG_RUN_AS` from the environment.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        Self {
            data: data.into(),
            durable: true,
            bin_dir: set("PG_BIN_DIR").map(PathBuf::from),
            run_as: set("PG_RUN_AS").map(|name| name.to_string_lossy().into_owned()),
        }
    }
}

/// Why there is no private PostgreSQL. Each message says what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum PrivateError {
    #[error(
        "PostgreSQL is not installed: install it (on Debian: apt-get install postgresql), or set PG_BIN_DIR to the folder \
         of its programs, or DATABASE_URL to a server that runs elsewhere"
    )]
    NotInstalled,
    #[error("PG_BIN_DIR should be a folder with the programs initdb and postgres, but {} has not both", .0.display())]
    NoPrograms(PathBuf),
    #[error(
        "PostgreSQL refuses to run as root, and this machine has no user `{0}`: install PostgreSQL (on Debian: apt-get \
         install postgresql), or set PG_RUN_AS to a user that exists, or start as another user than root"
    )]
    NoUser(String),
    #[error(
        "the user `{user}`, who runs PostgreSQL, may not enter {}: set PLENIPO_DATA to a folder it can reach, or open the \
         way with: chmod o+x {}", .barrier.display(), .barrier.display()
    )]
    Unreachable { user: String, barrier: PathBuf },
    #[error("{} belongs to the user `{owner}`: start as that user or as root, or set PLENIPO_DATA to another folder", .path.display())]
    NotOurs { path: PathBuf, owner: String },
    #[error(
        "the database in {} was made by PostgreSQL {made_by}, but the programs found are of version {found}: install \
         postgresql-{made_by}, or set PG_BIN_DIR to its programs", .path.display()
    )]
    OtherVersion { path: PathBuf, made_by: String, found: String },
    #[error("{what}. The last lines of {}:\n{tail}", .log.display())]
    Failed { what: String, log: PathBuf, tail: String },
    #[error("the private PostgreSQL did not answer within {seconds} seconds: {last}")]
    Silent { seconds: u64, last: String },
    #[error("{} still holds a PostgreSQL (process {process}) that does not stop", .path.display())]
    StillThere { path: PathBuf, process: i32 },
    #[error(
        "the database's folder {} has gone while it was in use: put it back from the backup; to begin with an empty one, stop \
         every process that uses it and start again", .0.display()
    )]
    Gone(PathBuf),
    #[error("stopped before PostgreSQL was there")]
    Stopped,
    #[error("cannot {doing} {}: {source}", .path.display())]
    Io { doing: &'static str, path: PathBuf, source: io::Error },
}

/// Gives an I/O error the name of what was done to which path.
fn failing<'a>(doing: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> PrivateError + 'a {
    move |source| PrivateError::Io { doing, path: path.to_owned(), source }
}

/// A running private PostgreSQL, owned by this process or by another one. Dropping it stops it if it is ours.
#[derive(Debug)]
pub struct Private {
    socket: PathBuf,
    owner: Arc<AtomicBool>,
    /// Anything sent, and the end of this sender, mean "stop".
    orders: Option<mpsc::Sender<()>>,
    keeper: Option<JoinHandle<()>>,
}

/// Starts the private PostgreSQL, or attaches to the one that another process runs on the same data, and returns when
/// the database [`DATABASE`] answers. Blocks for a second, for up to 15 the first time ever. From then on a thread of its own watches it:
/// it starts PostgreSQL again if it falls, and takes over if the process that owned it dies.
pub fn start(options: &Options) -> Result<Private, PrivateError> {
    let cluster = cluster::Cluster::find(options)?;
    let socket = cluster.socket().to_owned();
    let owner = Arc::new(AtomicBool::new(false));
    let (orders, inbox) = mpsc::channel();
    let (report, first) = mpsc::sync_channel(1);
    let flag = Arc::clone(&owner);
    let keeper = std::thread::Builder::new()
        .name("private-postgres".into())
        .spawn(move || keeper::keep(cluster, inbox, &report, &flag))
        .map_err(failing("start a thread for", &options.data))?;
    first.recv().unwrap_or(Err(PrivateError::Stopped))?;
    Ok(Private { socket, owner, orders: Some(orders), keeper: Some(keeper) })
}

/// The folder of PostgreSQL's programs that fits the data, for what else needs them (`pg_dump`, `pgbench`).
pub fn programs(options: &Options) -> Result<PathBuf, PrivateError> {
    programs::folder(options, &options.data.join("pgdata"))
}

/// The URL of [`DATABASE`] where a cluster was made under these data, whether or not it runs; starts and makes nothing.
pub fn address(options: &Options) -> Result<Option<String>, PrivateError> {
    let pgdata = options.data.join("pgdata");
    programs::folder(options, &pgdata)?;
    let runner = users::runner(options, &pgdata)?;
    if !pgdata.join("PG_VERSION").exists() {
        return Ok(None);
    }
    let data = options.data.canonicalize().map_err(failing("open", &options.data))?;
    let socket = folders::socket_folder(&data, runner.as_ref().map_or_else(users::our_uid, |user| user.uid));
    Ok(Some(url_of(&socket, DATABASE)))
}

fn url_of(socket: &Path, database: &str) -> String {
    format!("postgres://{DATABASE}@{}/{}", escaped(socket.as_os_str().as_encoded_bytes()), escaped(database.as_bytes()))
}

impl Private {
    /// The URL of a database of this cluster, in the form `tokio-postgres` reads. Only [`DATABASE`] is made by us.
    pub fn url(&self, database: &str) -> String {
        url_of(&self.socket, database)
    }

    /// Whether PostgreSQL is a child of this process just now. Changes when another process takes over or we do.
    pub fn is_owner(&self) -> bool {
        self.owner.load(Ordering::Acquire)
    }

    /// Stops PostgreSQL cleanly if it is ours, or lets go of it. Blocks until it has ended.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        drop(self.orders.take());
        if let Some(keeper) = self.keeper.take() {
            // A keeper that panicked took its child along: PostgreSQL follows the thread.
            let _ = keeper.join();
        }
    }
}

impl Drop for Private {
    fn drop(&mut self) {
        self.end();
    }
}

/// Percent-encodes everything but the unreserved characters of RFC 3986, slashes too: the folder stands where a host name would.
fn escaped(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3);
    for &byte in bytes {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_any_name_can_stand_in_a_url() {
        assert_eq!(escaped("/srv/a b/ö%".as_bytes()), "%2Fsrv%2Fa%20b%2F%C3%B6%25");
    }
}
