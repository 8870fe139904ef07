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
    crate::web::announce(tx, super::TOPIC).await?;
    Ok(id)
}

/// Takes back what has not left yet; says whether it was in time.
pub async fn withdraw(tx: &mut Connection, id: MailId) -> Answer<bool> {
    queries::withdraw(tx, id).await
}

/// Takes back every mail about a subject, such as `("decision", id)`; says whether all of them were in time. When it was not, the
/// caller lets the transaction go, and with it what was taken back.
pub async fn withdraw_about(tx: &mut Connection, kind: &str, id: uuid::Uuid) -> Answer<bool> {
    queries::withdraw_about(tx, kind, id).await
}

/// Keeps a mail that was queued in this very transaction, or takes it away again, with the same statement either way. Signing
/// in does for an address that nobody has all that it does for one that somebody has, so that the time it takes tells nothing.
pub async fn keep_if(tx: &mut Connection, id: MailId, wanted: bool) -> Answer<()> {
    queries::keep_if(tx, id, wanted).await
}

/// Sends a failed mail again, from the first attempt on; says whether there was one to send.
pub async fn try_again(tx: &mut Connection, id: MailId, now: Moment) -> Answer<bool> {
    let found = queries::revive(tx, id, now).await?;
    crate::web::announce(tx, super::TOPIC).await?;
    Ok(found)
}

/// Notes that somebody opened a mail in the mailbox.
pub async fn mark_read(tx: &mut Connection, id: MailId, now: Moment) -> Answer<()> {
    queries::mark_read(tx, id, now).await
}
