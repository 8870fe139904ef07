//! Until when organisations that were not invited may apply.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::ConferenceId;
use crate::schema::admission_window;
use crate::web::Answer;

/// Until when a conference takes applications for admission; nothing where it does not.
pub async fn admission_closes_at(connection: &mut Connection, conference: ConferenceId) -> Answer<Option<Moment>> {
    let row = admission_window::table.find(conference).select(admission_window::closes_at);
    Ok(row.first(connection).await.optional()?)
}
