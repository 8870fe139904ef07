//! Connections to a PostgreSQL that takes nothing but TLS, with certificates made here.

use std::{
    fs::{self, Permissions},
    net::TcpListener,
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use diesel::{QueryableByName, sql_types::Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use plenipo::db::{
    private::{self, Options},
    tls::{self, Limits},
};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tempfile::TempDir;

/// A server on a loopback port of its own; its certificate is for `localhost` and signed by `root.pem`.
struct Server {
    room: TempDir,
    process: Child,
    port: u16,
}

impl Server {
    fn start() -> Self {
        let room = tempfile::tempdir().unwrap();
        fs::set_permissions(room.path(), Permissions::from_mode(0o755)).unwrap();
        let options = Options { durable: false, ..Options::new(room.path()) };
        private::start(&options).unwrap().stop();

        let pgdata = room.path().join("pgdata");
        let (uid, gid) = (pgdata.metadata().unwrap().uid(), pgdata.metadata().unwrap().gid());
        write_certificates(room.path(), &pgdata);
        for name in ["server.pem", "server.key"] {
            chown(pgdata.join(name), Some(uid), Some(gid)).unwrap();
        }
        fs::set_permissions(pgdata.join("server.key"), Permissions::from_mode(0o600)).unwrap();
        fs::write(pgdata.join("pg_hba.conf"), "hostssl all all 127.0.0.1/32 trust\n").unwrap();

        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut postgres = Command::new(private::programs(&options).unwrap().join("postgres"));
        postgres.arg("-D").arg(&pgdata).arg("-p").arg(port.to_string()).current_dir("/");
        for setting in [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=off",
            "ssl=on",
            "ssl_cert_file=server.pem",
            "ssl_key_file=server.key",
        ] {
            postgres.args(["-c", setting]);
        }
        // SAFETY: geteuid cannot fail.
        if unsafe { libc::geteuid() } == 0 {
            postgres.uid(uid).gid(gid);
        }
        let process = postgres.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        Self { room, process, port }
    }

    fn url(&self, host: &str, query: &str) -> String {
        format!("postgres://plenipo@{host}:{}/plenipo{query}", self.port)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.room.path().join(name)
    }

    /// The server needs a moment after its start; a refusal of any other kind counts at once.
    async fn connect(&self, host: &str, query: &str) -> Result<AsyncPgConnection, String> {
        let begun = Instant::now();
        loop {
            match tls::establish(&self.url(host, query)).await.map_err(|error| error.to_string()) {
                Err(error) if is_early(&error) && begun.elapsed() < Duration::from_secs(30) => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                other => return other,
            }
        }
    }
}

fn is_early(error: &str) -> bool {
    ["Connection refused", "starting up"].iter().any(|sign| error.contains(sign))
}

impl Drop for Server {
    fn drop(&mut self) {
        // SAFETY: a signal to a process that this test has started and not yet waited for.
        unsafe { libc::kill(self.process.id().cast_signed(), libc::SIGINT) };
        let _ = self.process.wait();
    }
}

fn write_certificates(room: &Path, pgdata: &Path) {
    let authority = |file: &str| {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(rcgen::DnType::CommonName, file);
        fs::write(room.join(file), params.self_signed(&key).unwrap().pem()).unwrap();
        Issuer::new(params, key)
    };
    let root = authority("root.pem");
    authority("stranger.pem");
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(["localhost".to_owned()]).unwrap().signed_by(&key, &root).unwrap();
    fs::write(pgdata.join("server.pem"), certificate.pem()).unwrap();
    fs::write(pgdata.join("server.key"), key.serialize_pem()).unwrap();
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Text)]
    answer: String,
}

async fn ask(connection: &mut AsyncPgConnection, sql: &str) -> String {
    diesel::sql_query(sql).get_result::<Answer>(connection).await.unwrap().answer
}

#[actix_web::test]
async fn the_url_decides_how_much_a_database_must_prove() {
    let server = Server::start();
    let root = format!("sslrootcert={}", server.file("root.pem").display());
    let stranger = format!("sslrootcert={}", server.file("stranger.pem").display());

    let good = [
        ("127.0.0.1", String::new()),
        ("127.0.0.1", "?sslmode=require".into()),
        ("127.0.0.1", format!("?sslmode=require&{root}")),
        ("127.0.0.1", format!("?sslmode=verify-ca&{root}")),
        ("localhost", format!("?{root}&sslmode=verify-full&connect_timeout=3")),
    ];
    for (host, query) in good {
        let mut connection = server.connect(host, &query).await.unwrap_or_else(|error| panic!("{query}: {error}"));
        let sql = "SELECT ssl::text AS answer FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
        assert_eq!(ask(&mut connection, sql).await, "true", "{query}");
    }

    let bad = [
        ("127.0.0.1", "?sslmode=disable".to_owned(), "no encryption"),
        ("127.0.0.1", format!("?sslmode=require&{stranger}"), "UnknownIssuer"),
        ("127.0.0.1", format!("?sslmode=verify-full&{root}"), "not valid for name"),
        ("localhost", "?sslmode=verify-full".to_owned(), "UnknownIssuer"),
        ("localhost", "?sslmode=require&sslrootcert=system".to_owned(), "UnknownIssuer"),
    ];
    for (host, query, reason) in bad {
        let error = server.connect(host, &query).await.err().unwrap_or_else(|| panic!("{query} was let in"));
        assert!(error.contains(reason), "{query}: {error}");
    }
}

#[actix_web::test]
async fn every_connection_has_its_limits() {
    let room = tempfile::tempdir().unwrap();
    fs::set_permissions(room.path(), Permissions::from_mode(0o755)).unwrap();
    let postgres = private::start(&Options { durable: false, ..Options::new(room.path()) }).unwrap();
    let url = postgres.url(private::DATABASE);
    let limits = Limits { statement: Duration::from_millis(50), idle_in_transaction: Duration::from_secs(7) };
    let mut connection = tls::connect(&url, limits).await.unwrap();
    let idle = "SELECT current_setting('idle_in_transaction_session_timeout') AS answer";
    assert_eq!(ask(&mut connection, idle).await, "7s");
    let endless = diesel::sql_query("SELECT pg_sleep(60)").execute(&mut connection).await.unwrap_err();
    assert!(endless.to_string().contains("statement timeout"), "{endless}");

    let mut usual = tls::establish(&url).await.unwrap();
    assert_eq!(ask(&mut usual, "SELECT current_setting('statement_timeout') AS answer").await, "15s");
    assert_eq!(ask(&mut usual, "SELECT current_setting('application_name') AS answer").await, "plenipo");
}
