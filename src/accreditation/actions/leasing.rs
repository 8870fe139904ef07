//! Whose desk a file lies on, so that two officers do not read the same one.

use super::{LEASE_SECONDS, topic};
use crate::accreditation::duties::{Reviewer, authorities};
use crate::accreditation::queries;
use crate::clock::Moment;
use crate::conferences::{Duty, OnDuty};
use crate::db::Connection;
use crate::ids::ParticipantId;
use crate::participants::participant_by_id;
use crate::web::{Answer, announce};

/// Where a file lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Desk {
    /// On the officer's own, until then.
    Mine(Moment),
    /// On a colleague's.
    Of { name: String, until: Moment },
    /// Whoever asks only looks on.
    Nobody,
}

/// Lays a file on the officer's desk for five minutes, unless it lies on another's. Taking up one file puts the former back.
/// For those who only look on nothing happens.
///
/// # Errors
/// Not found when there is no such file at this conference.
pub async fn take_up<D: Duty>(tx: &mut Connection, by: &OnDuty<D>, id: ParticipantId, now: Moment) -> Answer<Desk> {
    if authorities(by).is_empty() {
        return Ok(Desk::Nobody);
    }
    participant_by_id(tx, by.conference_id(), id).await?;
    let until = now.plus_seconds(LEASE_SECONDS);
    let (who, until) = queries::take_lease(tx, id, by.account(), until, now).await?;
    if who == by.account() {
        return Ok(Desk::Mine(until));
    }
    Ok(Desk::Of { name: queries::name_of(tx, who).await?, until })
}

/// Takes a file over from a colleague who has it on the desk.
///
/// # Errors
/// Not found when there is no such file at this conference.
pub async fn take_over(tx: &mut Connection, by: &Reviewer, id: ParticipantId, now: Moment) -> Answer<()> {
    take_up(tx, by, id, now).await?;
    queries::force_lease(tx, id, by.account(), now.plus_seconds(LEASE_SECONDS)).await?;
    announce(tx, &topic(by.conference_id())).await
}
