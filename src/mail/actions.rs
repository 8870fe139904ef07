//! Queueing a mail and taking it back.

use super::model::Draft;
use super::queries;
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::MailId;
use crate::web::Answer;

/// Puts a mail into the outbox, in the transaction that causes it. Its Message-ID is made here and stays through every
/// attempt.
pub async fn queue(tx: &mut Connection, draft: &Draft, now: Moment) -> Answer<MailId> {
    let id = MailId::new();
    queries::insert(tx, id, draft, now).await?;
    queries::insert_parts(tx, id, &draft.parts).await?;
    crate::web::announce(tx, "mail").await?;
    Ok(id)
}

/// Takes back what has not left yet; says whether it was in time.
pub async fn withdraw(tx: &mut Connection, id: MailId) -> Answer<bool> {
    queries::withdraw(tx, id).await
}
