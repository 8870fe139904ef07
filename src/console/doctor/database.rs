//! The database: does it answer, is its schema this program's, is its version one that is tried, do the clocks agree.

use std::path::Path;
use std::time::Instant;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};
use diesel_async::RunQueryDsl;

use super::super::queries;
use super::{Finding, Word};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::private::{self, Options};
use crate::db::{Connection, Schema, schema_state, tls};
use crate::mail::MailState;

/// The oldest PostgreSQL that the tests run on.
const TRIED: i32 = 15;
/// Beyond this the hours of gates and windows are wrong by something a person notices, milliseconds.
const NOTICED: i64 = 2_000;
/// A mail that is due for so many seconds should have left, or been tried.
const OVERDUE: i64 = 600;
/// Beyond this codes and sessions go wrong, and scans are flagged, milliseconds.
const WRONG: i64 = 60_000;

pub async fn look(config: &Config, data: &Path, clock: &Clock) -> Vec<Finding> {
    let (url, private) = match &config.database_url {
        Some(url) => (url.clone(), false),
        None => match private::address(&Options::new(data)) {
            Ok(Some(url)) => (url, true),
            Ok(None) => {
                return vec![Finding::warning(
                    "database",
                    format!(
                        "not made yet: `plenipo serve` makes and starts a private one under {} (set DATABASE_URL for another)",
                        data.display()
                    ),
                )];
            }
            Err(error) => return vec![Finding::failed("database", error.to_string())],
        },
    };
    let begun = Instant::now();
    match tls::establish(&url).await {
        Ok(mut connection) => {
            let took = begun.elapsed().as_millis();
            let kind = if private { "the private PostgreSQL" } else { "the PostgreSQL of DATABASE_URL" };
            let mut findings = vec![Finding::ok("database", format!("{kind} answers within {took} ms"))];
            findings.extend(inside(&mut connection, clock).await);
            findings
        }
        Err(_) if private => vec![Finding::warning(
            "database",
            "the private PostgreSQL is not running: it runs with `plenipo serve` or `plenipo worker`; start one and ask again",
        )],
        Err(error) => vec![Finding::failed(
            "database",
            format!("DATABASE_URL is not answered: {error}. Look whether the server runs and lets this user in"),
        )],
    }
}

async fn inside(connection: &mut Connection, clock: &Clock) -> Vec<Finding> {
    let schema = schema(connection).await;
    let current = schema.word == Word::Ok;
    let mut findings = vec![schema, version(connection).await, times(connection, clock).await];
    if current {
        findings.extend(outbox(connection, clock).await);
    }
    findings
}

async fn schema(connection: &mut Connection) -> Finding {
    match schema_state(connection).await {
        Ok(Schema::Current) => Finding::ok("schema", "current"),
        Ok(Schema::Behind(missing)) => Finding::failed(
            "schema",
            format!(
                "{} migrations are missing: run `plenipo migrate` (the web application also does at its start)",
                missing.len()
            ),
        ),
        Err(error) => Finding::failed("schema", format!("cannot be read: {error}")),
    }
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Integer)]
    number: i32,
}

async fn version(connection: &mut Connection) -> Finding {
    let asked = diesel::sql_query("SELECT current_setting('server_version_num')::int AS number");
    match asked.get_result::<Version>(connection).await.map(|row| row.number) {
        Ok(number) if number / 10_000 >= TRIED => {
            Finding::ok("PostgreSQL", format!("version {}.{}", number / 10_000, number % 10_000))
        }
        Ok(number) => Finding::failed(
            "PostgreSQL",
            format!("version {} is older than {TRIED}, the oldest that is tried: upgrade the server", number / 10_000),
        ),
        Err(error) => Finding::failed("PostgreSQL", format!("does not say its version: {error}")),
    }
}

#[derive(QueryableByName)]
struct Now {
    #[diesel(sql_type = BigInt)]
    microseconds: i64,
}

async fn times(connection: &mut Connection, clock: &Clock) -> Finding {
    let asked = diesel::sql_query("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS microseconds");
    let before = clock.now().microseconds();
    match asked.get_result::<Now>(connection).await {
        // The answer was made at some moment between the two: half the way is the best guess.
        Ok(there) => apart((before + clock.now().microseconds()) / 2 - there.microseconds),
        Err(error) => Finding::failed("clock", format!("the database does not say its time: {error}")),
    }
}

/// What to say of two clocks so many microseconds apart; positive when ours is ahead.
fn apart(microseconds: i64) -> Finding {
    let milliseconds = microseconds / 1000;
    let way = if milliseconds > 0 { "ahead of" } else { "behind" };
    let said =
        format!("this machine is {}.{:03} s {way} the database", milliseconds.abs() / 1000, milliseconds.abs() % 1000);
    let mend = "let both machines take their time from the network (chrony, systemd-timesyncd)";
    match milliseconds.abs() {
        NOTICED..WRONG => Finding::warning("clock", format!("{said}: {mend}")),
        WRONG.. => Finding::failed("clock", format!("{said}: {mend}")),
        _ => Finding::ok("clock", said),
    }
}

/// Mails that did not leave: the first sign of a worker that does not run.
async fn outbox(connection: &mut Connection, clock: &Clock) -> Option<Finding> {
    let counts = queries::mails_by_state(connection).await.ok()?;
    let of =
        |wanted: MailState| counts.iter().filter(|(state, _)| *state == wanted).map(|(_, count)| count).sum::<i64>();
    let (late, failed) =
        (queries::mails_overdue(connection, clock.now().plus_seconds(-OVERDUE)).await.ok()?, of(MailState::Failed));
    Some(if late > 0 {
        Finding::warning(
            "outbox",
            format!(
                "{late} mails are due for over ten minutes: does `plenipo worker` (or `serve` without --no-worker) run?"
            ),
        )
    } else if failed > 0 {
        Finding::warning(
            "outbox",
            format!("{failed} mails could not be delivered: see the conference's mails for the reasons"),
        )
    } else {
        Finding::ok("outbox", format!("{} mails left, none overdue", of(MailState::Sent)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_may_differ_by_what_nobody_notices() {
        for (microseconds, word) in [
            (0, Word::Ok),
            (-1_999_999, Word::Ok),
            (2_000_000, Word::Warning),
            (-59_999_000, Word::Warning),
            (60_000_000, Word::Failed),
            (-3_600_000_000, Word::Failed),
        ] {
            assert_eq!(apart(microseconds).word, word, "{microseconds}");
        }
        assert!(apart(-2_050_000).text.starts_with("this machine is 2.050 s behind the database: "));
    }
}
