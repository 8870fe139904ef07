//! Badges that the demonstration's gates are tried with: one of each kind, and a crowd that waits outside.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Timestamptz, Uuid};
use diesel_async::RunQueryDsl;

use crate::badges::{Badge, Holder};
use crate::clock::Moment;
use crate::conferences::Category;
use crate::db::Connection;
use crate::delegations::Delegation;
use crate::gates::model::GateRow;
use crate::ids::{BadgeId, ConferenceId};
use crate::participants::Participant;
use crate::schema::{badge, category, delegation, participant};
use crate::web::Answer;

crate::text_enum! {
    /// What a badge of the tray is good for at a gate.
    pub enum Sample {
        /// It may enter now.
        Good = "good",
        /// Its holder is in already.
        Inside = "inside",
        /// It was revoked or reported lost.
        Revoked = "revoked",
        /// Its category does not open what lies behind the gate.
        WrongArea = "wrong_area",
        /// A collection code: no badge at all.
        Collection = "collection",
    }
}

/// Badges in people's hands whose category opens the gate's inner area now, by pass too, and who stand before it.
const GOOD: &str = "b.kind = 'badge' AND b.state = 'live' AND b.handed_at IS NOT NULL AND p.status = 'approved' \
    AND r.area_id IS NOT DISTINCT FROM g.from_area_id \
    AND EXISTS (SELECT FROM opening o WHERE o.area_id = g.into_area_id AND o.category_id = p.category_id \
        AND o.opens_at <= $3 AND o.closes_at > $3) \
    AND (NOT a.by_pass OR EXISTS (SELECT FROM area_pass x WHERE x.area_id = a.id AND x.participant_id = p.id \
        AND x.revoked_at IS NULL))";

impl Sample {
    fn condition(self) -> &'static str {
        match self {
            Self::Good => GOOD,
            Self::Inside => {
                "b.kind = 'badge' AND b.state = 'live' AND p.status = 'approved' AND r.area_id = g.into_area_id"
            }
            Self::Revoked => "b.kind = 'badge' AND b.state IN ('revoked', 'lost')",
            Self::WrongArea => {
                "b.kind = 'badge' AND b.state = 'live' AND b.handed_at IS NOT NULL AND p.status = 'approved' \
                 AND NOT EXISTS (SELECT FROM opening o WHERE o.area_id = g.into_area_id AND o.category_id = p.category_id)"
            }
            Self::Collection => "b.kind = 'collection_code' AND b.state = 'live'",
        }
    }
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Uuid)]
    id: BadgeId,
}

async fn found(
    connection: &mut Connection,
    conference: ConferenceId,
    (gate, sample): (&GateRow, Sample),
    (now, most): (Moment, i64),
) -> Answer<Vec<BadgeId>> {
    let text = format!(
        "SELECT b.id FROM badge b JOIN participant p ON p.id = b.participant_id \
         LEFT JOIN presence r ON r.participant_id = p.id JOIN gate g ON g.id = $2 JOIN area a ON a.id = g.into_area_id \
         WHERE b.conference_id = $1 AND b.issued_at <= $3 AND {} ORDER BY b.number LIMIT $4",
        sample.condition()
    );
    let rows: Vec<Found> = diesel::sql_query(text)
        .bind::<Uuid, _>(conference)
        .bind::<Uuid, _>(gate.id)
        .bind::<Timestamptz, _>(now)
        .bind::<BigInt, _>(most)
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// A badge of this kind for a gate, with its holder; the lowest number.
pub async fn sample(
    connection: &mut Connection,
    conference: ConferenceId,
    of: (&GateRow, Sample),
    now: Moment,
) -> Answer<Option<(Badge, Holder)>> {
    let ids = found(connection, conference, of, (now, 1)).await?;
    Ok(badges(connection, &ids).await?.pop())
}

/// The badges of so many people who stand before a gate and may enter.
pub async fn crowd(
    connection: &mut Connection,
    conference: ConferenceId,
    gate: &GateRow,
    now: Moment,
    most: i64,
) -> Answer<Vec<Badge>> {
    let ids = found(connection, conference, (gate, Sample::Good), (now, most)).await?;
    Ok(badges(connection, &ids).await?.into_iter().map(|(badge, _)| badge).collect())
}

async fn badges(connection: &mut Connection, ids: &[BadgeId]) -> Answer<Vec<(Badge, Holder)>> {
    type Row = (Badge, Participant, Category, Delegation);
    let rows: Vec<Row> = badge::table
        .inner_join(participant::table.inner_join(category::table).inner_join(delegation::table))
        .filter(badge::id.eq_any(ids))
        .select((Badge::as_select(), Participant::as_select(), Category::as_select(), Delegation::as_select()))
        .load(connection)
        .await?;
    let holder = |(badge, person, category, delegation)| (badge, Holder { person, category, delegation });
    Ok(rows.into_iter().map(holder).collect())
}
