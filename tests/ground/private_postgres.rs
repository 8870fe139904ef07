//! The private PostgreSQL lives through everything that happens to processes: a second one, `kill -9`, root, a closed door.
//!
//! A second process is this test binary started again, running only `another_process` with its data folder in the environment.

use std::{
    fs::{self, Permissions},
    io::{BufRead, BufReader, Read},
    os::unix::{
        fs::{MetadataExt, PermissionsExt},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use plenipo::db::private::{self, Options, Private, PrivateError, usable_data_dir};
use tempfile::TempDir;

const DATA: &str = "PLENIPO_TEST_PRIVATE_DATA";
const PATIENCE: Duration = Duration::from_secs(60);

fn quick(data: &Path) -> Options {
    Options { durable: false, ..Options::new(data) }
}

fn start(data: &Path) -> Private {
    private::start(&quick(data)).unwrap()
}

/// A folder that any user of the machine may pass through; `tempfile` alone gives it to us only.
fn open_folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    folder
}

fn we_are_root() -> bool {
    // SAFETY: geteuid cannot fail.
    unsafe { libc::geteuid() == 0 }
}

/// The first column of every row; one connection for each question, as a pool would open after a restart.
fn ask(url: &str, sql: &str) -> Result<Vec<String>, tokio_postgres::Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
        let driver = tokio::spawn(connection);
        let answer = client.simple_query(sql).await;
        drop(client);
        let _ = driver.await;
        let rows = answer?.into_iter().filter_map(|message| match message {
            tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
            _ => None,
        });
        Ok(rows.collect())
    })
}

/// Until it holds; a failure names what was awaited.
fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE, "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn postmaster(data: &Path) -> i32 {
    let text = fs::read_to_string(data.join("pgdata/postmaster.pid")).unwrap();
    text.lines().next().unwrap().parse().unwrap()
}

fn kill_hard(pid: i32) {
    // SAFETY: a signal to a process that this test has started.
    assert_eq!(unsafe { libc::kill(pid, libc::SIGKILL) }, 0, "process {pid} was gone already");
}

/// Another process on the same data.
struct Other {
    child: Child,
    /// Closing it asks the process to stop in good order.
    stdin: Option<ChildStdin>,
    /// Kept open: the test harness in there still has a result to print.
    _stdout: BufReader<ChildStdout>,
    url: String,
    owner: bool,
}

impl Other {
    fn start(data: &Path) -> Self {
        Self::from(Command::new(std::env::current_exe().unwrap()), data)
    }

    fn from(mut command: Command, data: &Path) -> Self {
        command.args(["ground::private_postgres::another_process", "--exact", "--nocapture", "--test-threads=1"]);
        command.env(DATA, data).current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let stdin = child.stdin.take();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let lines = stdout.by_ref().lines().map_while(Result::ok);
        let said: Vec<String> = lines.take_while(|line| line != "that is all").collect();
        let value = |name: &str| said.iter().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        let url = value("url=").unwrap_or_else(|| panic!("the other process did not start: {said:#?}"));
        Self { child, stdin, _stdout: stdout, url, owner: value("owner=").unwrap() == "true" }
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    fn stop(mut self) {
        drop(self.stdin.take());
        assert!(self.child.wait().unwrap().success());
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Not a test by itself: what the second process does.
#[test]
fn another_process() {
    let Some(data) = std::env::var_os(DATA) else { return };
    let postgres = start(Path::new(&data));
    println!("\nurl={}\nowner={}\nthat is all", postgres.url(private::DATABASE), postgres.is_owner());
    std::io::stdin().lines().for_each(drop);
    postgres.stop();
}

#[test]
fn it_starts_from_nothing_stops_cleanly_and_finds_its_data_again() {
    let room = open_folder();
    let data = room.path().join("a folder, with \"ünusual\" name");
    let postgres = start(&data);
    assert!(postgres.is_owner());
    ask(&postgres.url("plenipo"), "CREATE TABLE guest AS SELECT 'Ada' AS name").unwrap();
    let server = postmaster(&data);
    postgres.stop();
    assert!(!Path::new(&format!("/proc/{server}")).exists());
    assert!(!data.join("pgdata/postmaster.pid").exists(), "a clean stop leaves no pid file");

    let again = start(&data);
    assert_eq!(ask(&again.url("plenipo"), "SELECT name FROM guest").unwrap(), ["Ada"]);
}

#[test]
fn nothing_of_it_listens_on_the_network_and_others_may_not_use_its_socket() {
    let room = open_folder();
    let postgres = start(room.path());
    assert_eq!(ask(&postgres.url("plenipo"), "SHOW listen_addresses").unwrap(), [""]);
    let socket = room.path().join("pgsock").metadata().unwrap();
    assert_eq!(socket.permissions().mode() & 0o077, 0);
}

#[test]
fn a_second_process_attaches_and_its_end_changes_nothing() {
    let room = open_folder();
    let postgres = start(room.path());
    let other = Other::start(room.path());
    assert!(!other.owner);
    assert_eq!(other.url, postgres.url("plenipo"));
    other.stop();
    assert!(postgres.is_owner());
    assert_eq!(ask(&postgres.url("plenipo"), "SELECT 1").unwrap(), ["1"]);
}

#[test]
fn two_that_start_at_the_same_moment_share_one() {
    let room = open_folder();
    let (one, two) = std::thread::scope(|scope| {
        let one = scope.spawn(|| Other::start(room.path()));
        let two = scope.spawn(|| Other::start(room.path()));
        (one.join().unwrap(), two.join().unwrap())
    });
    assert!(one.owner ^ two.owner, "exactly one owns it");
    assert_eq!(one.url, two.url);
}

#[test]
fn when_the_application_is_killed_postgres_ends_by_itself_and_the_data_stay() {
    let room = open_folder();
    let other = Other::start(room.path());
    ask(&other.url, "CREATE TABLE guest AS SELECT 'Ada' AS name").unwrap();
    other.kill();
    // A clean end removes the file.
    eventually("PostgreSQL followed its application", || !room.path().join("pgdata/postmaster.pid").exists());
    let postgres = start(room.path());
    assert_eq!(ask(&postgres.url("plenipo"), "SELECT name FROM guest").unwrap(), ["Ada"]);
}

#[test]
fn when_both_are_killed_the_next_start_recovers() {
    let room = open_folder();
    let other = Other::start(room.path());
    ask(&other.url, "CREATE TABLE guest AS SELECT 'Ada' AS name").unwrap();
    let server = postmaster(room.path());
    kill_hard(server);
    other.kill();
    assert!(room.path().join("pgdata/postmaster.pid").exists(), "the stale file is the point of this test");
    let postgres = start(room.path());
    assert_eq!(ask(&postgres.url("plenipo"), "SELECT name FROM guest").unwrap(), ["Ada"]);
}

#[test]
fn a_pid_file_whose_number_now_belongs_to_somebody_else_does_not_hold_it_up() {
    let room = open_folder();
    start(room.path()).stop();
    let pid_file = room.path().join("pgdata/postmaster.pid");
    let socket = room.path().join("pgsock");
    // Of the same user and no relative: PostgreSQL itself passes over its parents and what it may not signal.
    let owner = room.path().join("pgdata").metadata().unwrap();
    let mut sleeper = Command::new("sleep");
    if we_are_root() {
        sleeper.uid(owner.uid()).gid(owner.gid());
    }
    let mut sleeper = sleeper.arg("600").current_dir("/").spawn().unwrap();
    let somebody = sleeper.id();
    fs::write(&pid_file, format!("{somebody}\n{}\n1\n5432\n{}\n", room.path().display(), socket.display())).unwrap();
    fs::write(socket.join(".s.PGSQL.5432.lock"), format!("{somebody}\n")).unwrap();
    let started = private::start(&quick(room.path()));
    sleeper.kill().unwrap();
    sleeper.wait().unwrap();
    assert!(started.unwrap().is_owner());
}

#[test]
fn a_survivor_takes_over_at_the_same_address() {
    let room = open_folder();
    let first = Other::start(room.path());
    let survivor = start(room.path());
    assert!(first.owner && !survivor.is_owner());
    ask(&first.url, "CREATE TABLE guest AS SELECT 'Ada' AS name").unwrap();
    first.kill();
    eventually("the survivor owned it", || survivor.is_owner());
    assert_eq!(ask(&survivor.url("plenipo"), "SELECT name FROM guest").unwrap(), ["Ada"]);
}

#[test]
fn the_owner_starts_a_postgres_again_that_fell() {
    let room = open_folder();
    let postgres = start(room.path());
    let fallen = postmaster(room.path());
    kill_hard(fallen);
    eventually("it answered again", || ask(&postgres.url("plenipo"), "SELECT 1").is_ok());
    assert_ne!(postmaster(room.path()), fallen);
}

#[test]
fn a_killed_initdb_is_not_mistaken_for_a_database() {
    let room = open_folder();
    let begun = room.path().join("pginit");
    fs::create_dir_all(begun.join("base")).unwrap();
    fs::write(begun.join("PG_VERSION"), "15\n").unwrap();
    let postgres = start(room.path());
    assert_eq!(ask(&postgres.url("plenipo"), "SELECT 1").unwrap(), ["1"]);
}

#[test]
fn a_database_that_vanishes_under_its_users_is_not_replaced_by_an_empty_one() {
    let room = open_folder();
    let postgres = start(room.path());
    ask(&postgres.url("plenipo"), "CREATE TABLE kept (word text)").unwrap();
    let (pgdata, aside) = (room.path().join("pgdata"), room.path().join("unmounted"));
    let pid = postmaster(room.path());
    fs::rename(&pgdata, &aside).unwrap();
    kill_hard(pid);
    // Long enough for the keeper to have tried.
    std::thread::sleep(Duration::from_millis(1500));
    assert!(!pgdata.exists() && ask(&postgres.url("plenipo"), "SELECT 1").is_err());
    fs::rename(&aside, &pgdata).unwrap();
    eventually("it is put back", || ask(&postgres.url("plenipo"), "SELECT word FROM kept").is_ok());
}

#[test]
fn a_very_long_path_gets_its_socket_elsewhere() {
    let room = open_folder();
    let data = room.path().join("x".repeat(100));
    let postgres = start(&data);
    let url = postgres.url("plenipo");
    let folder = url.split(['@', '/']).find(|part| part.starts_with("%2F")).unwrap().replace("%2F", "/");
    assert!(folder.starts_with("/tmp/plenipo-") && Path::new(&folder).exists(), "{url}");
    let other = Other::start(&data);
    assert_eq!(other.url, postgres.url("plenipo"));
    other.stop();
    postgres.stop();
    assert!(!Path::new(&folder).exists(), "it is taken away again");
}

#[test]
fn a_postgres_that_cannot_start_says_why() {
    let room = open_folder();
    start(room.path()).stop();
    fs::remove_file(room.path().join("pgdata/global/pg_control")).unwrap();
    let error = private::start(&quick(room.path())).unwrap_err();
    assert!(matches!(error, PrivateError::Failed { .. }), "{error}");
    assert!(error.to_string().contains("pg_control"), "{error}");
}

#[test]
fn root_in_a_closed_folder_is_told_which_door_is_closed() {
    if !we_are_root() {
        return;
    }
    let room = open_folder();
    let closed = room.path().join("home of root");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, Permissions::from_mode(0o700)).unwrap();
    for error in [usable_data_dir(Some(&closed.join("var"))).unwrap_err(), private::start(&quick(&closed)).unwrap_err()]
    {
        let PrivateError::Unreachable { user, barrier } = &error else { panic!("{error}") };
        assert_eq!((user.as_str(), barrier.as_path()), ("postgres", closed.as_path()));
        assert!(error.to_string().contains("PLENIPO_DATA"), "{error}");
    }
    assert!(!closed.join("var").exists(), "nothing is left behind where we do not stay");
}

#[test]
fn a_user_without_rights_runs_it_as_himself() {
    if !we_are_root() {
        return; // Then every other test has shown it.
    }
    let room = open_folder();
    let data = room.path().join("data of nobody");
    fs::create_dir(&data).unwrap();
    let nobody = 65534;
    std::os::unix::fs::chown(&data, Some(nobody), Some(nobody)).unwrap();
    let mut command = Command::new(reachable_copy_of_ourselves(room.path()));
    command.uid(nobody).gid(nobody);
    let other = Other::from(command, &data);
    assert!(other.owner);
    let server = fs::metadata(format!("/proc/{}", postmaster(&data))).unwrap();
    assert_eq!(server.uid(), nobody);

    // And root can look into it, without making it root's or somebody else's.
    let root = start(&data);
    assert_eq!(root.url("plenipo"), other.url);
    other.kill();
    eventually("root took over", || root.is_owner());
    let server = fs::metadata(format!("/proc/{}", postmaster(&data))).unwrap();
    assert_eq!(server.uid(), nobody);
}

/// The build folder may lie where only root can go.
fn reachable_copy_of_ourselves(room: &Path) -> PathBuf {
    let copy = room.join("ourselves");
    let original = std::env::current_exe().unwrap();
    if fs::hard_link(&original, &copy).is_err() {
        fs::copy(&original, &copy).unwrap();
    }
    copy
}
