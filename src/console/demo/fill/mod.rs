//! Fills a database with the demonstration: the conference `hanoi`, which began yesterday, at its real size.
//!
//! It loads in bulk, straight into the tables: two and a half thousand people through the forms would take an hour. What it
//! writes is what the forms would have written, and every constraint and trigger stands in between.

mod admission;
mod arrivals;
mod bodies;
mod decisions;
mod doors;
mod drafts;
mod interpreters;
mod letters;
mod mails;
mod mended;
mod own;
mod papers;
mod people;
mod pictures;
mod programme;
mod sign_up;
mod stage;
mod venue;

use std::sync::{Arc, RwLock};
use std::time::Instant;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use jiff::tz::{Offset, TimeZone};

use super::cast::cast_at;
use crate::badges::keys::Keyring;
use crate::clock::{Clock, Day, Moment};
use crate::db::Connection;
use crate::files::Sealer;
use crate::schema::conference;
use crate::web::{Answer, Problem, Site};

pub(in crate::console) use papers::give_specimens;
pub use stage::{SEATS, SLUG};

/// What the demonstration is made from.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How many people have a file; 2,500 like the event it follows.
    pub people: usize,
    pub seed: u64,
    /// The first day; yesterday when not given.
    pub start: Option<Day>,
}

impl Default for Options {
    fn default() -> Self {
        Self { people: 2500, seed: 1, start: None }
    }
}

/// Where the demonstration happens: a day and a zone in which it is about ten in the morning of the second day.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub now: Moment,
    pub zone_name: String,
    pub zone: TimeZone,
    pub first: Day,
    pub seed: u64,
}

impl Setting {
    /// No clock is shifted: the zone is the whole-hour offset where it is now about ten in the morning.
    fn new(options: &Options, now: Moment) -> Self {
        let hour = now.in_zone(&TimeZone::UTC).hour();
        let offset = (10 - hour + 24) % 24;
        let offset = if offset > 14 { offset - 24 } else { offset };
        // The names of these zones count westwards.
        let zone_name = match offset {
            0 => "Etc/GMT".to_owned(),
            east if east > 0 => format!("Etc/GMT-{east}"),
            west => format!("Etc/GMT+{}", -west),
        };
        let zone = TimeZone::get(&zone_name).unwrap_or_else(|_| Offset::constant(offset).to_time_zone());
        let first = options.start.unwrap_or_else(|| now.day(&zone).plus_days(-1));
        Self { now, zone_name, zone, first, seed: options.seed }
    }

    /// A time of day on a day of the conference, counted from 0.
    fn at(&self, day: i32, hour: i8, minute: i8) -> Moment {
        self.first.plus_days(day).at(hour, minute, &self.zone).unwrap_or(self.now)
    }

    /// So many seconds after midnight of the first day: how the cast counts.
    fn after(&self, seconds: i64) -> Moment {
        self.at(0, 0, 0).plus_seconds(seconds)
    }

    /// Seconds since midnight of the first day, and no more than the two days that the conference lasts.
    fn elapsed(&self) -> i64 {
        self.now.seconds_since(self.at(0, 0, 0)).clamp(0, 48 * 3600)
    }
}

/// What the filling works with: the database, the keys of papers and codes, and whence mails are written.
pub struct Tools {
    pub url: String,
    pub sealer: Arc<Sealer>,
    pub keyring: Arc<RwLock<Keyring>>,
    pub site: Site,
    pub clock: Clock,
}

/// Told how many of how many people are in, for a progress bar.
pub type Progress = Arc<dyn Fn(usize, usize) + Send + Sync>;

/// What stands in the database.
enum Found {
    Nothing,
    Demonstration,
    Unfinished,
}

async fn look(connection: &mut Connection) -> Answer<Found> {
    let conferences: Vec<(bool, i32)> =
        conference::table.select((conference::demonstration, conference::participants_seen)).load(connection).await?;
    match conferences.as_slice() {
        [] => Ok(Found::Nothing),
        [(true, seen)] if *seen > 0 => Ok(Found::Demonstration),
        [(true, _)] => Ok(Found::Unfinished),
        _ => Err(Problem::refused("demo-refuses-other-data")),
    }
}

/// Fills the database, unless the demonstration is there already. A fill that was killed is wiped and begun again.
///
/// # Errors
/// Refused when the database holds anything but the demonstration.
pub async fn fill(tools: &Tools, options: Options, progress: Progress) -> Answer<bool> {
    let mut connection = crate::db::tls::connect(&tools.url, crate::db::tls::FOR_LONG_WORK).await?;
    match look(&mut connection).await? {
        Found::Demonstration => return Ok(false),
        Found::Unfinished => wipe(&mut connection).await?,
        Found::Nothing => {}
    }
    let setting = Setting::new(&options, tools.clock.now());
    let stage = stage::build(&mut connection, &setting).await?;
    let cast = Arc::new(cast_at(options.seed, options.people, setting.first.0, setting.elapsed()));
    let c = &mut connection;
    let delegations = bodies::build(c, &setting, &stage, &cast).await?;
    let mut phases = Phases::default();
    let people = people::build(c, &setting, &stage, &cast, &delegations, &tools.sealer, progress).await?;
    phases.end("people");
    letters::build(c, &setting, &stage, &cast, &delegations).await?;
    phases.end("letters");
    papers::build(c, &setting, &stage, &tools.sealer).await?;
    mended::build(c, &setting, &stage, &people).await?;
    phases.end("papers");
    arrivals::build(c, &setting, &stage, &cast, &people).await?;
    doors::build(c, &setting, &stage, &cast, &people).await?;
    phases.end("arrivals");
    programme::build(c, &setting, &stage, &cast, &delegations, &people).await?;
    phases.end("programme");
    stage::seat_delegate(c, &cast, &people).await?;
    mails::build(c, &setting, &stage, tools, (&cast, &delegations, &people)).await?;
    phases.end("mails");
    finish(&mut connection, &stage, people.len()).await?;
    // After the count: whoever comes now takes the next number.
    own::build(&mut connection, &setting, &stage, tools).await?;
    admission::build(&mut connection, &setting, &stage).await?;
    Ok(true)
}

/// Says in the log how long each part took.
struct Phases(Instant);

impl Default for Phases {
    #[allow(clippy::disallowed_methods, reason = "how long the work takes is no time of the conference")]
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Phases {
    fn end(&mut self, phase: &str) {
        tracing::debug!(phase, milliseconds = self.0.elapsed().as_millis(), "the demonstration is being filled");
        *self = Self::default();
    }
}

/// The mark of a fill that came to its end: until then it counts as killed.
async fn finish(connection: &mut Connection, stage: &stage::Stage, people: usize) -> Answer<()> {
    diesel::update(conference::table.find(stage.conference))
        .set(conference::participants_seen.eq(i32::try_from(people).unwrap_or(i32::MAX)))
        .execute(connection)
        .await?;
    Ok(())
}

async fn wipe(connection: &mut AsyncPgConnection) -> Answer<()> {
    let tables = "conference, delegation, participant, person, account, stored_file, mail, badge, session, hall, attempt, parked_form";
    connection.batch_execute(&format!("TRUNCATE {tables} CASCADE")).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_about_ten_in_the_morning_of_the_second_day_wherever_the_clock_stands() {
        for hour in 0..24 {
            let now = Moment::parse(&format!("2026-11-23T{hour:02}:41:00Z")).unwrap();
            let setting = Setting::new(&Options::default(), now);
            let there = now.in_zone(&setting.zone);
            assert_eq!(there.hour(), 10, "at {hour} UTC in {}", setting.zone_name);
            assert_eq!(setting.first.plus_days(1), now.day(&setting.zone));
        }
    }
}
