//! Time comes from here: instants and days as the code and the database know them, and the clock that a test may set.
//!
//! Nobody else may ask the system what time it is (clippy's `disallowed-methods` says so), so that every decision can be
//! replayed at any moment.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Data};
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::data_types::{PgDate, PgTimestamp};
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::{Date, Timestamptz};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, civil};
use serde::{Deserialize, Serialize};

/// Microseconds between the Unix epoch and PostgreSQL's (2000-01-01T00:00Z).
const POSTGRES_EPOCH: i64 = 946_684_800_000_000;
const POSTGRES_FIRST_DAY: civil::Date = civil::date(2000, 1, 1);

/// A point on the time line, in microseconds as PostgreSQL keeps them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Timestamptz)]
#[serde(transparent)]
pub struct Moment(Timestamp);

impl Moment {
    /// The instant, cut to whole microseconds so that it is the same after a trip through the database.
    pub fn new(at: Timestamp) -> Self {
        Self(Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at))
    }

    /// Reads RFC 3339, as the scanner API sends it.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self::new)
    }

    /// Microseconds since the Unix epoch.
    pub fn microseconds(self) -> i64 {
        self.0.as_microsecond()
    }

    /// Seconds since the Unix epoch.
    pub fn seconds(self) -> i64 {
        self.0.as_second()
    }

    /// The instant this many seconds later (earlier when negative); stays where it is beyond the calendar's end.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(self.0))
    }

    /// Seconds from `earlier` to this instant.
    pub fn seconds_since(self, earlier: Self) -> i64 {
        self.0.as_second() - earlier.0.as_second()
    }

    /// Wall clock in a time zone: only the conference's own zone decides days and hours.
    pub fn in_zone(self, zone: &TimeZone) -> civil::DateTime {
        zone.to_datetime(self.0)
    }

    /// The calendar day in a time zone.
    pub fn day(self, zone: &TimeZone) -> Day {
        Day(self.in_zone(zone).date())
    }

    /// The conference day, which begins at 04:00 (programme, "once per day", statistics).
    pub fn conference_day(self, zone: &TimeZone) -> Day {
        self.plus_seconds(-4 * 3600).day(zone)
    }

    /// The instant of a wall clock reading in a zone; a reading that a clock change skips is moved forward.
    pub fn at(wall: civil::DateTime, zone: &TimeZone) -> Option<Self> {
        zone.to_timestamp(wall).ok().map(Self)
    }

    pub fn timestamp(self) -> Timestamp {
        self.0
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromSql<Timestamptz, Pg> for Moment {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let PgTimestamp(since_2000) = FromSql::<Timestamptz, Pg>::from_sql(value)?;
        Ok(Self(Timestamp::from_microsecond(since_2000.saturating_add(POSTGRES_EPOCH))?))
    }
}

impl ToSql<Timestamptz, Pg> for Moment {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        let stamp = PgTimestamp(self.0.as_microsecond() - POSTGRES_EPOCH);
        ToSql::<Timestamptz, Pg>::to_sql(&stamp, &mut out.reborrow())
    }
}

/// A calendar day without a time zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Date)]
#[serde(transparent)]
pub struct Day(pub civil::Date);

impl Day {
    /// A day of the calendar, or nothing for the 30th of February.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads `2026-10-25`.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    /// Days after 2000-01-01.
    pub fn number(self) -> i32 {
        (self.0 - POSTGRES_FIRST_DAY).get_days()
    }

    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days)))
    }

    /// The instant of a wall clock time on this day in a zone.
    pub fn at(self, hour: i8, minute: i8, zone: &TimeZone) -> Option<Moment> {
        let time = civil::Time::new(hour, minute, 0, 0).ok()?;
        Moment::at(self.0.to_datetime(time), zone)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromSql<Date, Pg> for Day {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let PgDate(days) = FromSql::<Date, Pg>::from_sql(value)?;
        Ok(Self(POSTGRES_FIRST_DAY.checked_add(jiff::Span::new().days(days))?))
    }
}

impl ToSql<Date, Pg> for Day {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<Date, Pg>::to_sql(&PgDate(self.number()), &mut out.reborrow())
    }
}

/// What tells the time: the system's clock, or one that a test moves by hand.
#[derive(Clone, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self(None)
    }

    /// A clock that stands still until [`Clock::set`] moves it.
    pub fn standing(at: Moment) -> Self {
        Self(Some(Arc::new(AtomicI64::new(at.microseconds()))))
    }

    /// Moves a standing clock; the system's clock cannot be moved.
    pub fn set(&self, at: Moment) {
        if let Some(time) = &self.0 {
            time.store(at.microseconds(), Ordering::SeqCst);
        }
    }

    #[allow(clippy::disallowed_methods, reason = "the one place that asks")]
    pub fn now(&self) -> Moment {
        match &self.0 {
            None => Moment::new(Timestamp::now()),
            Some(time) => {
                Moment(Timestamp::from_microsecond(time.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH))
            }
        }
    }
}

impl FromRequest for Clock {
    type Error = actix_web::Error;
    type Future = std::future::Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let clock = request.app_data::<Data<Clock>>().map(|clock| clock.get_ref().clone());
        std::future::ready(Ok(clock.unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_conference_day_begins_at_four() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let night = Moment::parse("2025-10-25T20:59:00Z").unwrap();
        assert_eq!(night.day(&zone).to_string(), "2025-10-26");
        assert_eq!(night.conference_day(&zone).to_string(), "2025-10-25");
        assert_eq!(night.plus_seconds(60).conference_day(&zone).to_string(), "2025-10-26");
    }

    #[test]
    fn a_day_counts_from_the_database_epoch() {
        assert_eq!(Day::new(2000, 1, 1).unwrap().number(), 0);
        assert_eq!(Day::new(1999, 12, 31).unwrap().number(), -1);
        assert_eq!(Day::new(2026, 2, 30), None);
    }
}
