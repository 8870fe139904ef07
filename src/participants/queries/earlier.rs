//! People of earlier conferences whose answers may be offered again, to those who could see them then.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Day;
use crate::conferences::Conference;
use crate::db::Connection;
use crate::delegations::Delegation;
use crate::ids::AccountId;
use crate::language::Localized;
use crate::participants::model::Participant;
use crate::schema::{conference, delegation, focal_point, participant};
use crate::web::Answer;

/// The most that are offered.
const MOST: i64 = 500;

/// Somebody who was handed in at an earlier conference.
#[derive(Clone, Debug)]
pub struct Earlier {
    pub person: Participant,
    /// What the conference was called, and the day it began.
    pub conference: Localized,
    pub on: Day,
}

type Row = (Participant, Localized, Day);

fn earlier((person, conference, on): Row) -> Earlier {
    Earlier { person, conference, on }
}

/// People whom the same State or organisation handed in at earlier conferences, where this account is its focal point still;
/// the latest conference first.
pub async fn earlier_people_of(
    connection: &mut Connection,
    account: AccountId,
    (now_at, of): (&Conference, &Delegation),
) -> Answer<Vec<Earlier>> {
    let mine = focal_point::table
        .filter(focal_point::delegation_id.eq(participant::delegation_id))
        .filter(focal_point::account_id.eq(account))
        .filter(focal_point::ended_at.is_null());
    let query = participant::table
        .inner_join(conference::table)
        .inner_join(delegation::table)
        .filter(conference::id.ne(now_at.id))
        .filter(conference::starts_on.lt(now_at.starts_on))
        .filter(participant::submitted_at.is_not_null())
        .filter(diesel::dsl::exists(mine))
        .order((conference::starts_on.desc(), participant::search))
        .limit(MOST)
        .select((Participant::as_select(), conference::name, conference::starts_on))
        .into_boxed();
    let query = match &of.entity {
        Some(entity) => query.filter(delegation::entity.eq(entity)),
        None => query.filter(delegation::entity.is_null()).filter(delegation::key.eq(&of.key)),
    };
    let found: Vec<Row> = query.load(connection).await?;
    Ok(found.into_iter().map(earlier).collect())
}

/// People of this address who were handed in at conferences before one, the latest first.
pub async fn earlier_people_of_address(
    connection: &mut Connection,
    email: &str,
    now_at: &Conference,
) -> Answer<Vec<Earlier>> {
    let found: Vec<Row> = participant::table
        .inner_join(conference::table)
        .filter(conference::id.ne(now_at.id))
        .filter(conference::starts_on.lt(now_at.starts_on))
        .filter(participant::submitted_at.is_not_null())
        .filter(participant::email.eq(email))
        .order((conference::starts_on.desc(), participant::search))
        .limit(MOST)
        .select((Participant::as_select(), conference::name, conference::starts_on))
        .load(connection)
        .await?;
    Ok(found.into_iter().map(earlier).collect())
}
