//! What the live board counts. Every figure has its definition here and on the page.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Timestamptz, Uuid};
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::gates::model::{Direction, Flag, Reason, Ruling};
use crate::ids::{AreaId, ConferenceId};
use crate::language::Localized;
use crate::schema::{category, delegation, gate, participant, presence, scan};
use crate::web::Answer;

/// People by the innermost area they are in.
pub async fn people_by_area(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<(AreaId, i64)>> {
    let rows: Vec<(Option<AreaId>, i64)> = presence::table
        .filter(presence::conference_id.eq(conference))
        .filter(presence::area_id.is_not_null())
        .group_by(presence::area_id)
        .select((presence::area_id, diesel::dsl::count_star()))
        .load(connection)
        .await?;
    Ok(rows.into_iter().filter_map(|(area, people)| Some((area?, people))).collect())
}

/// Admitted entries by any gate in one minute.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub struct Arrivals {
    #[diesel(sql_type = Timestamptz)]
    pub minute: Moment,
    #[diesel(sql_type = BigInt)]
    pub people: i64,
}

/// Distinct people who came in from the street, by minute of logical time; minutes without any are left out.
pub async fn arrivals_per_minute(
    connection: &mut Connection,
    conference: ConferenceId,
    from: Moment,
    until: Moment,
) -> Answer<Vec<Arrivals>> {
    Ok(diesel::sql_query(
        "SELECT date_trunc('minute', s.scanned_at) AS minute, count(DISTINCT s.participant_id) AS people \
         FROM scan s JOIN gate g ON g.id = s.gate_id AND g.from_area_id IS NULL \
         WHERE s.conference_id = $1 AND s.scanned_at >= $2 AND s.scanned_at < $3 AND s.moved AND s.direction = 'entry' \
         GROUP BY 1 ORDER BY 1",
    )
    .bind::<Uuid, _>(conference)
    .bind::<Timestamptz, _>(from)
    .bind::<Timestamptz, _>(until)
    .load(connection)
    .await?)
}

/// Distinct people who entered anywhere since a moment.
pub async fn people_since(connection: &mut Connection, conference: ConferenceId, since: Moment) -> Answer<i64> {
    Ok(scan::table
        .filter(scan::conference_id.eq(conference))
        .filter(scan::scanned_at.ge(since))
        .filter(scan::moved)
        .filter(scan::direction.eq(Direction::Entry))
        .select(diesel::dsl::count(scan::participant_id).aggregate_distinct())
        .first(connection)
        .await?)
}

/// One line of the last scans.
#[derive(Clone, Debug, Queryable)]
pub struct LastScan {
    pub at: Moment,
    pub gate: Localized,
    pub direction: Direction,
    pub verdict: Ruling,
    pub reason: Reason,
    pub flags: Vec<Flag>,
    /// None: the code named nobody.
    pub person: Option<PersonLine>,
}

/// Whom a scan was about.
#[derive(Clone, Debug, Queryable)]
pub struct PersonLine {
    badge_name: String,
    document_name: String,
    pub delegation: Localized,
    /// The category's letter.
    pub category: String,
}

impl PersonLine {
    /// The name for the badge; whoever named none wears the one of the travel document.
    pub fn name(&self) -> &str {
        if self.badge_name.is_empty() { &self.document_name } else { &self.badge_name }
    }
}

/// The newest scans by arrival.
pub async fn last_scans(connection: &mut Connection, conference: ConferenceId, limit: i64) -> Answer<Vec<LastScan>> {
    Ok(scan::table
        .inner_join(gate::table)
        .left_join(participant::table.inner_join(delegation::table).inner_join(category::table))
        .filter(scan::conference_id.eq(conference))
        .order(scan::id.desc())
        .limit(limit)
        .select((
            scan::scanned_at,
            gate::name,
            scan::direction,
            scan::verdict,
            scan::reason,
            scan::flags,
            (participant::badge_name, participant::document_name, delegation::name, category::letter).nullable(),
        ))
        .load(connection)
        .await?)
}

/// Refusals by reason since a moment, most frequent first.
pub async fn refusals(
    connection: &mut Connection,
    conference: ConferenceId,
    since: Moment,
) -> Answer<Vec<(Reason, i64)>> {
    Ok(scan::table
        .filter(scan::conference_id.eq(conference))
        .filter(scan::scanned_at.ge(since))
        .filter(scan::verdict.eq(Ruling::Refuse))
        .group_by(scan::reason)
        .select((scan::reason, diesel::dsl::count_star()))
        .order(diesel::dsl::count_star().desc())
        .load(connection)
        .await?)
}
