//! The cluster, the application and pgbench.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use diesel_async::SimpleAsyncConnection;
use plenipo::badges::code::{Claims, DayNumber, Purpose, Serial, sign};
use plenipo::badges::keys::Keyring;
use plenipo::clock::Clock;
use plenipo::db::private::{self, Options, Private};
use plenipo::gates::queries::{KNOWN, MOVEMENT};
use sha2::{Digest, Sha256};

use crate::fill;
use crate::measure::Alone;
use crate::server::{Server, processors};

const TOKEN: &str = "bench-token";

pub struct World {
    pub address: SocketAddr,
    pub people: usize,
    pub token: &'static str,
    /// The code of person n stands at n - 1.
    pub codes: Vec<String>,
    url: String,
    folder: PathBuf,
    server: Server,
    _database: Private,
}

impl World {
    /// Starts the database, fills it, and starts the application on it.
    pub fn build(people: usize) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("scan-bench");
        let _ = fs::remove_dir_all(&folder);
        let folder = private::usable_data_dir(Some(&folder)).expect("a folder that PostgreSQL's user reaches");
        let _ = fs::remove_dir_all(&folder);
        let database = private::start(&Options::new(folder.join("database"))).expect("PostgreSQL starts");
        let url = database.url(private::DATABASE);
        eprintln!("filling a database with {people} people ...");
        let codes = codes(&folder, people);
        let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(TOKEN.as_bytes()));
        tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime").block_on(async {
            plenipo::db::migrate(&url).await.expect("the migrations run");
            let mut connection = plenipo::db::tls::establish(&url).await.expect("the database answers");
            connection.batch_execute("SET statement_timeout = 0").await.expect("patience");
            for statement in fill::statements(people, &hash) {
                connection.batch_execute(&statement).await.unwrap_or_else(|error| panic!("{statement}\n{error}"));
            }
        });
        let server = Server::start(&folder, &url);
        Self { address: server.address, people, token: TOKEN, codes, url, folder, server, _database: database }
    }

    /// Runs the two statements of a scan with pgbench; every transaction is one scan of a random person of the second
    /// half; the first half is left to the application.
    pub fn pgbench(&self, clients: usize, seconds: u64) -> Alone {
        let script = self.folder.join(format!("scan-{clients}.sql"));
        fs::write(&script, self.script()).expect("the script is written");
        let log = self.folder.join(format!("latency-{clients}"));
        let (user, host, port) = socket_of(&self.url);
        let output = Command::new(
            private::programs(&Options::new(&self.folder)).expect("PostgreSQL's programs").join("pgbench"),
        )
        .args(["-n", "-M", "prepared", "-U", &user, "-h", &host, "-p", &port])
        .args(["-c", &clients.to_string(), "-j", &clients.min(processors()).to_string(), "-T", &seconds.to_string()])
        .args(["-l", "--log-prefix", &log.display().to_string(), "-f", &script.display().to_string()])
        .arg(private::DATABASE)
        .output()
        .expect("pgbench runs");
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
        Alone::read(&text, &self.folder, &format!("latency-{clients}"))
    }

    /// The statements as the application sends them, with pgbench's variables in the place of parameters.
    fn script(&self) -> String {
        let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(TOKEN.as_bytes()));
        let known = replaced(KNOWN, |number| match number {
            1 => "now()".to_owned(),
            2 => "'main-entrance'".to_owned(),
            3 => "md5(:n::text || :r::text)::uuid".to_owned(),
            4 => ":n".to_owned(),
            _ => format!("'\\x{hash}'::bytea"),
        });
        let movement = replaced(MOVEMENT, |number| match number {
            1 => ":k_conference::uuid".to_owned(),
            2 => ":k_device::uuid".to_owned(),
            3 => "md5(:n::text || :r::text)::uuid".to_owned(),
            4 => format!("'\\x{hash}'::bytea"),
            5 => ":k_gate::uuid".to_owned(),
            6 => "'entry'::text".to_owned(),
            7 => ":k_badge::uuid".to_owned(),
            8 => ":k_participant::uuid".to_owned(),
            9 | 10 => "now()".to_owned(),
            11 => "'admit'::text".to_owned(),
            12 => "'ok'::text".to_owned(),
            13 => "'{}'::text[]".to_owned(),
            15 => "0::bigint".to_owned(),
            14 | 16 => "NULL::text".to_owned(),
            17 => "NULL::uuid".to_owned(),
            18 => ":k_gate_into::uuid".to_owned(),
            19 => "true".to_owned(),
            _ => ":k_version::integer".to_owned(),
        });
        format!(
            "\\set n random({}, {})\n\\set r random(1, 1000000000000)\n{} \\gset k_\n{};\n",
            self.people / 2 + 1,
            self.people,
            one_line(&known),
            one_line(&movement)
        )
    }

    /// User and system time of the application since its start.
    pub fn application_cpu(&self) -> Duration {
        self.server.cpu()
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.folder.join("keys"));
    }
}

fn one_line(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn replaced(sql: &str, value: impl Fn(usize) -> String) -> String {
    let mut pieces = sql.split('$');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits: String = piece.chars().take_while(char::is_ascii_digit).collect();
        text += &value(digits.parse().expect("a parameter has a number"));
        text += &piece[digits.len()..];
    }
    text
}

/// User, and folder and port of the private cluster's socket, out of its address.
fn socket_of(url: &str) -> (String, String, String) {
    let parsed = url::Url::parse(url).expect("an address");
    let host = parsed.host_str().unwrap_or_default().replace("%2F", "/").replace("%2f", "/");
    let host = parsed.query_pairs().find(|(key, _)| key == "host").map_or(host, |(_, value)| value.into_owned());
    (parsed.username().to_owned(), host, parsed.port().unwrap_or(5432).to_string())
}

fn codes(folder: &std::path::Path, people: usize) -> Vec<String> {
    let now = Clock::system().now();
    let keyring = Keyring::open_or_make(&folder.join("keys"), now).expect("keys");
    let today = now.day(&jiff::tz::TimeZone::UTC);
    let day = |days: i32| DayNumber::of(today.plus_days(days)).expect("a day");
    let code = |serial: u64| {
        let claims = Claims {
            purpose: Purpose::Badge,
            conference: 1,
            serial: Serial::new(serial).expect("a serial"),
            category: 1,
            valid_from: day(-2),
            valid_to: day(2),
            zones: 1,
        };
        sign(&claims, keyring.current()).into_string()
    };
    (1..=people as u64).map(code).collect()
}
