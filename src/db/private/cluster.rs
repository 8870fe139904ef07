//! One cluster on disk and the `postgres` process that serves it: making, clearing up after a crash, starting, asking, stopping.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io,
    os::unix::{ffi::OsStringExt, fs::OpenOptionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use tokio_postgres::{Config, NoTls};

use super::{
    DATABASE, Options, PrivateError, failing, folders,
    keeper::Orders,
    programs,
    users::{self, User},
};

/// How often something awaited is looked at.
const POLL: Duration = Duration::from_millis(30);
/// Recovery after a crash may take minutes on a slow disk; a start that takes longer than this hangs.
const LONGEST_START: Duration = Duration::from_secs(300);
/// A leftover PostgreSQL gets this long to stop in good order, and as long again after being told to drop everything.
const LONGEST_LEFTOVER: Duration = Duration::from_secs(20);
/// A fast shutdown writes a checkpoint; service managers usually kill after 90 seconds.
const LONGEST_STOP: Duration = Duration::from_secs(60);
/// The log starts anew, keeping the former one, when it has grown past this many bytes.
const LARGEST_LOG: u64 = 8 << 20;

#[derive(Debug)]
pub struct Cluster {
    data: PathBuf,
    socket: PathBuf,
    programs: PathBuf,
    runner: Option<User>,
    durable: bool,
}

impl Cluster {
    /// Everything about the cluster that can be known before a process is started. Makes the folder of the socket.
    pub fn find(options: &Options) -> Result<Self, PrivateError> {
        fs::create_dir_all(&options.data).map_err(failing("make", &options.data))?;
        let data = options.data.canonicalize().map_err(failing("open", &options.data))?;
        let pgdata = data.join("pgdata");
        let programs = programs::folder(options, &pgdata)?;
        let runner = users::runner(options, &pgdata)?;
        folders::enterable(&data, runner.as_ref())?;
        folders::enterable(&programs, runner.as_ref())?;
        let socket = folders::socket_folder(&data, runner.as_ref().map_or_else(users::our_uid, |user| user.uid));
        folders::own(&socket, runner.as_ref())?;
        Ok(Self { data, socket, programs, runner, durable: options.durable })
    }

    pub fn socket(&self) -> &Path {
        &self.socket
    }

    /// The lock that says who owns PostgreSQL, if nobody holds it. The kernel gives it back when the process ends, however it ends.
    pub fn try_lock(&self) -> Result<Option<File>, PrivateError> {
        let path = self.data.join("pg.lock");
        let open = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(&path);
        let file = open.map_err(failing("open", &path))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(failing("lock", &path)(error)),
        }
    }

    /// Brings PostgreSQL up, from whatever state the last owner left, and returns when [`DATABASE`] answers. Only for who holds the lock.
    /// Makes the cluster where there is none, if it `may`.
    ///
    /// # Errors
    /// [`PrivateError::Gone`] where it may not: a database that vanishes under its users is not replaced by an empty one.
    pub fn run(&self, orders: &Orders, may_make: bool) -> Result<Child, PrivateError> {
        let pgdata = self.pgdata();
        match (pgdata.join("PG_VERSION").exists(), may_make) {
            (true, _) => {}
            (false, true) => self.make(orders)?,
            (false, false) => return Err(PrivateError::Gone(pgdata)),
        }
        self.vacate(&self.pgdata(), orders)?;
        self.sweep()?;
        // Once more: after a reboot a socket folder under /tmp is gone.
        folders::own(&self.socket, self.runner.as_ref())?;
        let mut child = self.spawn()?;
        match self.await_answer(&mut child, orders) {
            Ok(()) => Ok(child),
            Err(error) => {
                stop(child);
                Err(error)
            }
        }
    }

    /// `initdb` into a folder of another name, renamed when complete: a killed `initdb` is never mistaken for a cluster.
    fn make(&self, orders: &Orders) -> Result<(), PrivateError> {
        let fresh = self.data.join("pginit");
        self.vacate(&fresh, orders)?;
        if fresh.exists() {
            fs::remove_dir_all(&fresh).map_err(failing("remove", &fresh))?;
        }
        folders::own(&fresh, self.runner.as_ref())?;
        let mut initdb = self.command("initdb")?;
        initdb.arg("-D").arg(&fresh).args(["-U", DATABASE, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-k"]);
        if !self.durable {
            initdb.arg("--no-sync");
        }
        let mut child = initdb.spawn().map_err(failing("run initdb from", &self.programs))?;
        loop {
            match child.try_wait().map_err(failing("wait for initdb on", &fresh))? {
                Some(status) if status.success() => break,
                Some(status) => return Err(self.failed(format!("initdb could not make a database ({status})"))),
                None => orders.pause(POLL).inspect_err(|_| {
                    signal(child.id(), libc::SIGINT);
                    let _ = child.wait();
                })?,
            }
        }
        let pgdata = self.pgdata();
        fs::rename(&fresh, &pgdata).map_err(failing("put in place", &pgdata))?;
        File::open(&self.data).and_then(|folder| folder.sync_all()).map_err(failing("sync", &self.data))
    }

    fn spawn(&self) -> Result<Child, PrivateError> {
        let mut postgres = self.command("postgres")?;
        postgres.arg("-D").arg(self.pgdata()).arg("-k").arg(list_of_one(&self.socket));
        postgres.args(["-c", "listen_addresses=", "-c", "unix_socket_permissions=0700"]);
        if !self.durable {
            // Still safe against kill -9, for the kernel keeps what was written.
            postgres.args(["-c", "fsync=off", "-c", "full_page_writes=off"]);
        }
        postgres.spawn().map_err(failing("run postgres from", &self.programs))
    }

    /// A program of PostgreSQL, run by the right user, writing to the log, ending with this thread, and in a process group
    /// of its own: Ctrl-C in a terminal must not reach it before the application has finished with it.
    fn command(&self, program: &str) -> Result<Command, PrivateError> {
        let log = self.log()?;
        let copy = log.try_clone().map_err(failing("write to", &self.log_path()))?;
        let mut command = Command::new(self.programs.join(program));
        users::become_user(&mut command, self.runner.as_ref());
        command.current_dir("/").process_group(0).stdin(Stdio::null()).stdout(copy).stderr(log);
        // Settings of libpq and of the server in our own environment are meant for other databases.
        for name in ["PGDATA", "PGPORT", "PGHOST", "PGUSER", "PGDATABASE", "PGOPTIONS", "PGPASSWORD", "PGSERVICE"] {
            command.env_remove(name);
        }
        end_with_us(&mut command);
        Ok(command)
    }

    /// Takes the socket's folder away again where it lies outside the data. Only for who holds the lock.
    pub fn tidy(&self) {
        if !self.socket.starts_with(&self.data) {
            // Not empty means that somebody starts just now, and makes it again anyway.
            let _ = fs::remove_dir(&self.socket);
        }
    }

    fn log_path(&self) -> PathBuf {
        self.data.join("pg.log")
    }

    fn log(&self) -> Result<File, PrivateError> {
        let path = self.log_path();
        if path.metadata().is_ok_and(|log| log.len() > LARGEST_LOG) {
            fs::rename(&path, self.data.join("pg.log.1")).map_err(failing("move away", &path))?;
        }
        OpenOptions::new().create(true).append(true).mode(0o600).open(&path).map_err(failing("write to", &path))
    }

    fn failed(&self, what: String) -> PrivateError {
        let log = self.log_path();
        let text = fs::read(&log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        let lines: Vec<&str> = text.lines().rev().take(6).collect();
        let tail = lines.into_iter().rev().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n");
        PrivateError::Failed { what, log, tail }
    }

    fn pgdata(&self) -> PathBuf {
        self.data.join("pgdata")
    }

    /// Waits until no PostgreSQL works in `folder`, first asking one that lost its owner to stop.
    fn vacate(&self, folder: &Path, orders: &Orders) -> Result<(), PrivateError> {
        let begun = Instant::now();
        let mut asked = false;
        let mut pressed = false;
        loop {
            let inside = processes_in(folder);
            let Some(&process) = inside.first() else { return Ok(()) };
            if !asked {
                asked = true;
                // To the children of a postmaster this signal means something else.
                postmaster(folder).filter(|pid| inside.contains(pid)).inspect(|&pid| signal(pid, libc::SIGINT));
            }
            if !pressed && begun.elapsed() > LONGEST_LEFTOVER {
                pressed = true;
                inside.iter().for_each(|&pid| signal(pid, libc::SIGQUIT));
            }
            if begun.elapsed() > LONGEST_LEFTOVER * 2 {
                return Err(PrivateError::StillThere { path: folder.to_owned(), process: process.cast_signed() });
            }
            orders.pause(POLL)?;
        }
    }

    /// Removes what a killed PostgreSQL left. Its own check trusts process numbers, but a number may be reused, or belong to
    /// a dead process that nobody has collected (common in containers). We hold the lock and looked: nobody is in there.
    fn sweep(&self) -> Result<(), PrivateError> {
        if !Path::new("/proc/self").exists() {
            return Ok(());
        }
        let stale = [
            self.pgdata().join("postmaster.pid"),
            self.socket.join(".s.PGSQL.5432"),
            self.socket.join(".s.PGSQL.5432.lock"),
        ];
        for path in stale {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failing("remove", &path)(error)),
                _ => {}
            }
        }
        Ok(())
    }

    fn await_answer(&self, child: &mut Child, orders: &Orders) -> Result<(), PrivateError> {
        let begun = Instant::now();
        loop {
            if let Some(status) = child.try_wait().map_err(failing("wait for postgres on", &self.data))? {
                return Err(self.failed(format!("PostgreSQL ended as soon as it was started ({status})")));
            }
            let last = match orders.ask(self.ensure_database()) {
                Ok(()) => return Ok(()),
                Err(error) => told(&error),
            };
            if begun.elapsed() > LONGEST_START {
                return Err(PrivateError::Silent { seconds: LONGEST_START.as_secs(), last });
            }
            orders.pause(POLL)?;
        }
    }

    /// Whether [`DATABASE`] answers already; the owner may still be busy making it.
    pub async fn answers(&self) -> Result<(), tokio_postgres::Error> {
        self.session(DATABASE, "SELECT 1").await.map(drop)
    }

    async fn ensure_database(&self) -> Result<(), tokio_postgres::Error> {
        let known = format!("SELECT 1 FROM pg_database WHERE datname = '{DATABASE}'");
        if self.session("postgres", &known).await? == 0 {
            self.session("postgres", &format!("CREATE DATABASE {DATABASE}")).await?;
        }
        self.answers().await
    }

    /// Runs one statement in a connection of its own; returns how many rows came back.
    async fn session(&self, database: &str, statement: &str) -> Result<usize, tokio_postgres::Error> {
        let mut config = Config::new();
        config.host_path(&self.socket).user(DATABASE).dbname(database).connect_timeout(Duration::from_secs(5));
        let (client, connection) = config.connect(NoTls).await?;
        let driver = tokio::spawn(connection);
        let rows = client.simple_query(statement).await;
        drop(client);
        let _ = driver.await;
        let is_row = |message: &&_| matches!(message, tokio_postgres::SimpleQueryMessage::Row(_));
        Ok(rows?.iter().filter(is_row).count())
    }
}

/// The driver's own message often says only "db error" or "error connecting to server"; the cause says more.
pub fn told(error: &tokio_postgres::Error) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}

/// Fast shutdown: sessions are ended, data written, then the process ends; less kindly if that takes too long.
pub fn stop(mut child: Child) {
    for (how, patience) in [(libc::SIGINT, LONGEST_STOP), (libc::SIGQUIT, Duration::from_secs(10))] {
        signal(child.id(), how);
        let begun = Instant::now();
        while begun.elapsed() < patience {
            match child.try_wait() {
                Ok(None) => std::thread::sleep(POLL),
                _ => return,
            }
        }
    }
    tracing::error!("PostgreSQL did not stop and is killed; the next start recovers");
    let _ = child.kill();
    let _ = child.wait();
}

/// The server takes a list of folders, split at commas; in quotes, with quotes doubled, a name may contain anything.
fn list_of_one(folder: &Path) -> OsString {
    let bytes = folder.as_os_str().as_encoded_bytes();
    let mut quoted = vec![b'"'];
    for &byte in bytes {
        quoted.extend(std::iter::repeat_n(byte, if byte == b'"' { 2 } else { 1 }));
    }
    quoted.push(b'"');
    OsString::from_vec(quoted)
}

fn signal(pid: u32, which: libc::c_int) {
    // SAFETY: kill has no memory effects; a process that is gone is not an error for us.
    unsafe { libc::kill(pid.cast_signed(), which) };
}

/// Asks the kernel to stop the child as soon as the thread that spawns it ends, be it by `kill -9`.
#[cfg(target_os = "linux")]
fn end_with_us(command: &mut Command) {
    let us = std::process::id().cast_signed();
    // SAFETY: between fork and exec only calls that are safe in signal handlers are made, and nothing is allocated.
    // The standard library has changed the user by then, which would have cleared the wish.
    unsafe {
        command.pre_exec(move || {
            if libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGINT) != 0 {
                return Err(io::Error::last_os_error());
            }
            // We may have died before the kernel was asked.
            if libc::getppid() == us { Ok(()) } else { Err(io::ErrorKind::Interrupted.into()) }
        });
    }
}

#[cfg(not(target_os = "linux"))]
fn end_with_us(_command: &mut Command) {}

/// The PostgreSQL processes whose working directory is `folder`: all that serve it, and no zombie, for those have none.
fn processes_in(folder: &Path) -> Vec<u32> {
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path())))
        .filter(|(_, process)| fs::read_link(process.join("cwd")).is_ok_and(|cwd| cwd == folder))
        .filter(|(_, process)| fs::read_to_string(process.join("comm")).is_ok_and(|name| name.trim() == "postgres"))
        .map(|(pid, _)| pid)
        .collect()
}

fn postmaster(folder: &Path) -> Option<u32> {
    fs::read_to_string(folder.join("postmaster.pid")).ok()?.lines().next()?.trim().parse().ok()
}
