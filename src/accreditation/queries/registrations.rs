//! Which categories are open to registration, in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{CategoryId, ConferenceId, DelegationId};
use crate::schema::category;
use crate::web::Answer;

/// Opens a category, or says otherwise under which delegation and until when; says whether it is one of the conference.
pub async fn open_category(
    tx: &mut Connection,
    conference: ConferenceId,
    id: CategoryId,
    (under, until): (DelegationId, Moment),
) -> Answer<bool> {
    let row = category::table.find(id).filter(category::conference_id.eq(conference));
    let changed = diesel::update(row)
        .set((
            category::open_to_self_registration.eq(true),
            category::registers_under.eq(under),
            category::registration_closes_at.eq(until),
            category::version.eq(category::version + 1),
        ))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// Closes a category; says whether it was open.
pub async fn close_category(tx: &mut Connection, conference: ConferenceId, id: CategoryId) -> Answer<bool> {
    let row = category::table
        .find(id)
        .filter(category::conference_id.eq(conference))
        .filter(category::open_to_self_registration.eq(true));
    let changed = diesel::update(row)
        .set((category::open_to_self_registration.eq(false), category::version.eq(category::version + 1)))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}
