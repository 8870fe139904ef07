//! What focal points were reminded of.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::{Day, Moment};
use crate::db::Connection;
use crate::delegations::model::Reminding;
use crate::ids::{AccountId, ConferenceId, DelegationId, FocalPointId, ReminderId};
use crate::schema::reminder;
use crate::web::Answer;

/// Notes that a focal point is reminded today; says whether they were not yet, so that whoever notes it first writes.
pub(in crate::delegations) async fn note_reminder(
    tx: &mut Connection,
    (conference, delegation, focal_point): (ConferenceId, DelegationId, FocalPointId),
    about: Reminding,
    (by, now, day): (AccountId, Moment, Day),
) -> Answer<bool> {
    let noted = diesel::insert_into(reminder::table)
        .values((
            reminder::id.eq(ReminderId::new()),
            reminder::conference_id.eq(conference),
            reminder::delegation_id.eq(delegation),
            reminder::focal_point_id.eq(focal_point),
            reminder::about.eq(about),
            reminder::day.eq(day),
            reminder::sent_at.eq(now),
            reminder::sent_by.eq(by),
        ))
        .on_conflict_do_nothing()
        .execute(tx)
        .await?;
    Ok(noted == 1)
}

/// When each focal point of a conference was last reminded, and of what.
pub(in crate::delegations) async fn reminders(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(FocalPointId, Reminding, Moment, Day)>> {
    Ok(reminder::table
        .filter(reminder::conference_id.eq(conference))
        .order(reminder::sent_at)
        .select((reminder::focal_point_id, reminder::about, reminder::sent_at, reminder::day))
        .load(connection)
        .await?)
}
