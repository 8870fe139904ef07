//! The schema's history, embedded in the binary and brought up to date at start, under a lock so that several processes
//! starting at once do it once.

use diesel_async::{AsyncMigrationHarness, AsyncPgConnection, SimpleAsyncConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// The advisory lock that one migrating process holds.
const LOCK: i64 = 0x0070_6c65_6e69_706f;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How the database's schema compares with the one this binary was built for.
#[derive(Debug, PartialEq, Eq)]
pub enum Schema {
    Current,
    /// The migrations that are still to be run.
    Behind(Vec<String>),
}

/// Brings the schema at `url` up to date and names the migrations it ran. Must run on a multi-threaded runtime
/// (the harness blocks in place).
pub async fn migrate(url: &str) -> Result<Vec<String>, Failure> {
    let mut connection = super::tls::connect(url, super::tls::FOR_LONG_WORK).await?;
    connection.batch_execute(&format!("SET statement_timeout = 0; SELECT pg_advisory_lock({LOCK})")).await?;
    let mut harness = AsyncMigrationHarness::new(connection);
    let ran: Vec<String> = harness.run_pending_migrations(MIGRATIONS)?.iter().map(ToString::to_string).collect();
    // The lock ends with the connection.
    drop(harness);
    Ok(ran)
}

/// Undoes every migration, newest first.
pub async fn revert_all(url: &str) -> Result<(), Failure> {
    let connection = super::tls::connect(url, super::tls::FOR_LONG_WORK).await?;
    let mut harness = AsyncMigrationHarness::new(connection);
    harness.revert_all_migrations(MIGRATIONS)?;
    Ok(())
}

/// Compares the database's schema with this binary's, without changing anything.
pub async fn schema_state(connection: &mut AsyncPgConnection) -> diesel::QueryResult<Schema> {
    use diesel::migration::{Migration, MigrationSource};
    use diesel_async::RunQueryDsl;

    diesel::table! { __diesel_schema_migrations (version) { version -> Text, } }
    let applied: Vec<String> =
        match __diesel_schema_migrations::table.select(__diesel_schema_migrations::version).load(connection).await {
            Ok(versions) => versions,
            Err(diesel::result::Error::DatabaseError(diesel::result::DatabaseErrorKind::Unknown, _)) => Vec::new(),
            Err(other) => return Err(other),
        };
    let all: Vec<Box<dyn Migration<diesel::pg::Pg>>> = MIGRATIONS.migrations().unwrap_or_default();
    let behind: Vec<String> = all
        .iter()
        .map(|migration| migration.name())
        .filter(|name| !applied.contains(&name.version().as_owned().to_string()))
        .map(|name| name.to_string())
        .collect();
    Ok(if behind.is_empty() { Schema::Current } else { Schema::Behind(behind) })
}
use diesel::QueryDsl;
