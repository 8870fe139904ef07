//! Counting attempts, before they are made: many at once shall not slip through together. What turns out well is taken back.

use super::super::queries::attempts;
use super::super::rules::Limit;
use crate::clock::Moment;
use crate::db::Connection;
use crate::web::{Answer, Site};

/// The counter's key keeps a keyed digest: the table names nobody.
fn key(site: &Site, limit: Limit, subject: &str) -> String {
    format!("{}:{}", limit.name, site.keyed("attempt", subject.as_bytes()))
}

/// Windows begin at whole multiples of their length, the same in every process.
fn start(limit: Limit, now: Moment) -> Moment {
    let begun = now.seconds() - now.seconds().rem_euclid(limit.window);
    Moment::new(jiff::Timestamp::from_second(begun).unwrap_or(jiff::Timestamp::UNIX_EPOCH))
}

/// Counts one attempt of a subject and says whether it is within the limit.
pub(in super::super) async fn admitted(
    tx: &mut Connection,
    site: &Site,
    limit: Limit,
    subject: &str,
    now: Moment,
) -> Answer<bool> {
    let counted = attempts::count(tx, &key(site, limit, subject), start(limit, now)).await?;
    Ok(counted <= limit.most)
}

/// Takes back an attempt that turned out well.
pub(in super::super) async fn forgive(
    tx: &mut Connection,
    site: &Site,
    limit: Limit,
    subject: &str,
    now: Moment,
) -> Answer<()> {
    attempts::uncount(tx, &key(site, limit, subject), start(limit, now)).await
}
