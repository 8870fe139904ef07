//! Passes for areas that are open by pass only.

use diesel::prelude::*;
use diesel::upsert::DecoratableTarget;
use diesel_async::RunQueryDsl;

use super::people::patterns;
use crate::clock::Moment;
use crate::conferences::Category;
use crate::db::Connection;
use crate::delegations::Delegation;
use crate::gates::rules::Window;
use crate::ids::{AccountId, AreaId, ConferenceId, DelegationId, ParticipantId, PassId};
use crate::participants::{Participant, Status};
use crate::schema::{area_pass, badge, category, delegation, participant};
use crate::web::Answer;

/// Rows written in one statement.
const CHUNK: usize = 1_000;

/// Whose places at the conference are taken: only these get passes.
const TAKEN: [Status; 4] = [Status::Submitted, Status::Returned, Status::OnHold, Status::Approved];

/// A pass in force.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Held {
    pub opens: Option<Moment>,
    pub closes: Option<Moment>,
    pub granted_at: Moment,
}

/// Somebody with the pass, if they hold one.
#[derive(Clone, Debug, Queryable)]
pub struct PassLine {
    pub person: Participant,
    pub category: Category,
    pub delegation: Delegation,
    pub held: Option<Held>,
}

/// What a list of people and passes is to show.
#[derive(Clone, Debug)]
pub struct PassesSought<'a> {
    pub conference: ConferenceId,
    pub area: AreaId,
    pub words: &'a str,
    /// Holders alone, or everybody who could get one.
    pub holders: bool,
}

/// People in the order of their names with their passes for an area.
macro_rules! sought {
    ($sought:expr) => {{
        let sought: &PassesSought<'_> = $sought;
        let own = area_pass::participant_id
            .eq(participant::id)
            .and(area_pass::area_id.eq(sought.area))
            .and(area_pass::revoked_at.is_null());
        let mut query = participant::table
            .inner_join(category::table)
            .inner_join(delegation::table)
            .left_join(area_pass::table.on(own))
            .filter(participant::conference_id.eq(sought.conference))
            .into_boxed();
        query = if sought.holders {
            query.filter(area_pass::id.is_not_null())
        } else {
            query.filter(participant::status.eq_any(TAKEN))
        };
        match patterns(sought.words) {
            Ok(number) => {
                let with_badge = badge::table
                    .filter(badge::conference_id.eq(sought.conference))
                    .filter(badge::number.eq(number))
                    .select(badge::participant_id);
                query = query.filter(participant::reference.eq(number).or(participant::id.eq_any(with_badge)));
            }
            Err(words) => {
                for word in words {
                    query = query.filter(participant::search.like(word));
                }
            }
        }
        query
    }};
}

/// How many lines [`pass_lines`] has in all.
pub async fn count_pass_lines(connection: &mut Connection, wanted: &PassesSought<'_>) -> Answer<i64> {
    Ok(sought!(wanted).count().get_result(connection).await?)
}

/// People with their passes, by name: so many from so far on.
pub async fn pass_lines(
    connection: &mut Connection,
    wanted: &PassesSought<'_>,
    (offset, limit): (i64, i64),
) -> Answer<Vec<PassLine>> {
    Ok(sought!(wanted)
        .order((participant::document_name, participant::id))
        .offset(offset)
        .limit(limit)
        .select((
            Participant::as_select(),
            Category::as_select(),
            Delegation::as_select(),
            (area_pass::opens_at, area_pass::closes_at, area_pass::granted_at).nullable(),
        ))
        .load(connection)
        .await?)
}

/// The number of the current badge, else collection code, of each of these people.
pub async fn current_numbers(
    connection: &mut Connection,
    people: &[ParticipantId],
) -> Answer<Vec<(ParticipantId, i32)>> {
    Ok(badge::table
        .filter(badge::participant_id.eq_any(people))
        .filter(badge::ended_at.is_null())
        .order((badge::participant_id, badge::kind, badge::serial.desc()))
        .distinct_on(badge::participant_id)
        .select((badge::participant_id, badge::number))
        .load(connection)
        .await?)
}

/// How many people hold a pass for each area.
pub async fn holders_by_area(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<(AreaId, i64)>> {
    Ok(area_pass::table
        .filter(area_pass::conference_id.eq(conference))
        .filter(area_pass::revoked_at.is_null())
        .group_by(area_pass::area_id)
        .select((area_pass::area_id, diesel::dsl::count_star()))
        .load(connection)
        .await?)
}

/// Everybody of a delegation whose place is taken.
pub async fn people_of_delegation(
    connection: &mut Connection,
    conference: ConferenceId,
    of: DelegationId,
) -> Answer<Vec<ParticipantId>> {
    Ok(participant::table
        .filter(participant::conference_id.eq(conference))
        .filter(participant::delegation_id.eq(of))
        .filter(participant::status.eq_any(TAKEN))
        .select(participant::id)
        .load(connection)
        .await?)
}

/// Passes in force of these people for an area.
pub async fn windows_of(
    connection: &mut Connection,
    area: AreaId,
    people: &[ParticipantId],
) -> Answer<Vec<(ParticipantId, Window)>> {
    let rows: Vec<(ParticipantId, Option<Moment>, Option<Moment>)> = area_pass::table
        .filter(area_pass::area_id.eq(area))
        .filter(area_pass::participant_id.eq_any(people))
        .filter(area_pass::revoked_at.is_null())
        .select((area_pass::participant_id, area_pass::opens_at, area_pass::closes_at))
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|(person, opens, closes)| (person, Window { opens, closes })).collect())
}

/// Grants passes; who holds one already has it for the new time from now on.
pub async fn upsert_passes(
    tx: &mut Connection,
    conference: ConferenceId,
    area: AreaId,
    passes: &[(ParticipantId, Window)],
    (by, now): (AccountId, Moment),
) -> Answer<()> {
    for chunk in passes.chunks(CHUNK) {
        let rows: Vec<_> = chunk
            .iter()
            .map(|(person, window)| {
                (
                    area_pass::id.eq(PassId::new()),
                    area_pass::conference_id.eq(conference),
                    area_pass::area_id.eq(area),
                    area_pass::participant_id.eq(person),
                    area_pass::opens_at.eq(window.opens),
                    area_pass::closes_at.eq(window.closes),
                    area_pass::granted_at.eq(now),
                    area_pass::granted_by.eq(by),
                )
            })
            .collect();
        diesel::insert_into(area_pass::table)
            .values(rows)
            .on_conflict((area_pass::participant_id, area_pass::area_id))
            .filter_target(area_pass::revoked_at.is_null())
            .do_update()
            .set((
                area_pass::opens_at.eq(diesel::upsert::excluded(area_pass::opens_at)),
                area_pass::closes_at.eq(diesel::upsert::excluded(area_pass::closes_at)),
                area_pass::granted_at.eq(now),
                area_pass::granted_by.eq(by),
            ))
            .execute(tx)
            .await?;
    }
    Ok(())
}

/// Ends somebody's pass; says whether they held one.
pub async fn revoke_pass(
    tx: &mut Connection,
    conference: ConferenceId,
    area: AreaId,
    of: ParticipantId,
    (by, now): (AccountId, Moment),
) -> Answer<bool> {
    let pass = area_pass::table
        .filter(area_pass::conference_id.eq(conference))
        .filter(area_pass::area_id.eq(area))
        .filter(area_pass::participant_id.eq(of))
        .filter(area_pass::revoked_at.is_null());
    let revoked =
        diesel::update(pass).set((area_pass::revoked_at.eq(now), area_pass::revoked_by.eq(by))).execute(tx).await?;
    Ok(revoked == 1)
}
