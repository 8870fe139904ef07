//! Where sessions came from that schedule files brought.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::db::Connection;
use crate::ids::{ConferenceId, SessionId};
use crate::programme::schedule::Origin;
use crate::schema::session_origin;
use crate::web::Answer;

/// The origins of all sessions that have one.
pub(in crate::programme) async fn origins(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<HashMap<SessionId, Origin>> {
    let rows: Vec<(SessionId, Origin)> = session_origin::table
        .filter(session_origin::conference_id.eq(conference))
        .select((session_origin::session_id, session_origin::origin))
        .load(connection)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Keeps where a session came from, in the place of what was known before.
pub(in crate::programme) async fn keep_origin(
    tx: &mut Connection,
    conference: ConferenceId,
    of: SessionId,
    origin: &Origin,
) -> Answer<()> {
    let row = (
        session_origin::source.eq(&origin.source),
        session_origin::guid.eq(origin.event.guid),
        session_origin::event_id.eq(origin.event.id),
        session_origin::origin.eq(origin),
    );
    diesel::insert_into(session_origin::table)
        .values((session_origin::session_id.eq(of), session_origin::conference_id.eq(conference), row))
        .on_conflict(session_origin::session_id)
        .do_update()
        .set(row)
        .execute(tx)
        .await?;
    Ok(())
}
