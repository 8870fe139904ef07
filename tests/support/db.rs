//! One private cluster for the whole test binary, one migrated template, and a copy of it per test.

use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel_async::{AsyncConnection, AsyncPgConnection, SimpleAsyncConnection};
use plenipo::db::private::{self, Options, Private};

const TEMPLATE: &str = "plenipo_template";

struct Cluster {
    server: Option<Private>,
    /// Where tests of a harness with its own server find it.
    outside: Option<String>,
}

static CLUSTER: OnceLock<Cluster> = OnceLock::new();
static COUNTER: AtomicU32 = AtomicU32::new(0);

impl Cluster {
    fn url(&self, database: &str) -> String {
        match (&self.outside, &self.server) {
            (Some(outside), _) => outside.replace("{database}", database),
            (None, Some(server)) => server.url(database),
            (None, None) => unreachable!("a cluster is one or the other"),
        }
    }
}

/// A database with the current schema and nothing in it; its address.
pub async fn fresh() -> String {
    let cluster = CLUSTER.get_or_init(|| std::thread::spawn(start).join().expect("the cluster starts"));
    let name = format!("test_{}_{}", std::process::id(), COUNTER.fetch_add(1, Ordering::SeqCst));
    let mut connection = AsyncPgConnection::establish(&cluster.url("postgres")).await.expect("the cluster answers");
    connection
        .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {TEMPLATE}"))
        .await
        .expect("nobody is connected to the template");
    cluster.url(&name)
}

/// An empty database, without our schema.
pub async fn empty() -> String {
    let address = fresh().await;
    let mut connection = AsyncPgConnection::establish(&address).await.expect("the database answers");
    connection
        .batch_execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        .await
        .expect("the schema can be dropped");
    address
}

fn start() -> Cluster {
    let outside = std::env::var("TEST_DATABASE_URL").ok();
    let server = outside.is_none().then(|| {
        let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("postgres");
        let data = private::usable_data_dir(Some(&data)).expect("PostgreSQL's user reaches the test folder");
        private::start(&Options { durable: false, ..Options::new(data) }).expect("PostgreSQL starts")
    });
    let cluster = Cluster { server, outside };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    runtime.block_on(prepare(&cluster));
    cluster
}

/// Sweeps away what an earlier run left, and migrates the template. One process at a time.
async fn prepare(cluster: &Cluster) {
    use diesel::sql_types::Text;
    use diesel_async::RunQueryDsl;
    #[derive(diesel::QueryableByName)]
    struct Name {
        #[diesel(sql_type = Text)]
        datname: String,
    }
    let mut connection = AsyncPgConnection::establish(&cluster.url("postgres")).await.expect("the cluster answers");
    connection.batch_execute("SET statement_timeout = 0; SELECT pg_advisory_lock(1)").await.expect("a lock");
    let old: Vec<Name> = diesel::sql_query(
        "SELECT datname::text FROM pg_database d WHERE datname LIKE 'test\\_%' OR datname = 'plenipo_template'
         AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)",
    )
    .load(&mut connection)
    .await
    .expect("the catalogue answers");
    for Name { datname } in old {
        let alive = datname.split('_').nth(1).is_some_and(|pid| Path::new("/proc").join(pid).exists());
        if !alive {
            connection
                .batch_execute(&format!("DROP DATABASE IF EXISTS {datname} WITH (FORCE)"))
                .await
                .expect("dropped");
        }
    }
    connection.batch_execute(&format!("CREATE DATABASE {TEMPLATE}")).await.expect("the template is new");
    plenipo::db::migrate(&cluster.url(TEMPLATE)).await.expect("the migrations run");
}
