//! The worker's statements. A claim is known by mail and moment: whoever was thought dead and had its mail taken over cannot
//! write an outcome any more.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::super::model::{MailState, StoredMail};
use super::super::rules;
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::MailId;
use crate::schema::mail;
use crate::web::Answer;

/// Claims up to `most` mails that are due, the longest due first, passing over those that another worker is claiming.
pub async fn claim(tx: &mut Connection, now: Moment, most: i64) -> Answer<Vec<StoredMail>> {
    let due: Vec<MailId> = mail::table
        .filter(mail::state.eq(MailState::Waiting))
        .filter(mail::due_at.le(now))
        .order(mail::due_at)
        .limit(most)
        .select(mail::id)
        .for_update()
        .skip_locked()
        .load(tx)
        .await?;
    if due.is_empty() {
        return Ok(Vec::new());
    }
    let mut claimed = diesel::update(mail::table.filter(mail::id.eq_any(due)))
        .set((mail::state.eq(MailState::Sending), mail::claimed_at.eq(now), mail::attempts.eq(mail::attempts + 1)))
        .returning(StoredMail::as_returning())
        .get_results(tx)
        .await?;
    claimed.sort_by_key(|mail| mail.due_at);
    Ok(claimed)
}

/// Gives up what is due and would arrive too late; says how many.
pub async fn give_up_late(tx: &mut Connection, now: Moment) -> Answer<usize> {
    let late = mail::table.filter(mail::state.eq(MailState::Waiting)).filter(mail::useless_after.le(now));
    Ok(diesel::update(late)
        .set((mail::state.eq(MailState::Failed), mail::last_error.eq("too late to be of use")))
        .execute(tx)
        .await?)
}

/// Frees what dead workers had claimed, or fails it where it was the last attempt; says how many.
pub async fn rescue(tx: &mut Connection, now: Moment) -> Answer<usize> {
    let abandoned: Vec<(MailId, i32, Option<Moment>)> = mail::table
        .filter(mail::state.eq(MailState::Sending))
        .filter(mail::claimed_at.le(now.plus_seconds(-rules::ABANDONED)))
        .select((mail::id, mail::attempts, mail::useless_after))
        .for_update()
        .skip_locked()
        .load(tx)
        .await?;
    for (id, attempts, useless_after) in &abandoned {
        let again = rules::next_attempt(*attempts, now, *useless_after);
        diesel::update(mail::table.find(id))
            .set((
                mail::state.eq(if again.is_some() { MailState::Waiting } else { MailState::Failed }),
                mail::due_at.eq(now),
                mail::claimed_at.eq(None::<Moment>),
                mail::last_error.eq("the worker that was sending it ended"),
            ))
            .execute(tx)
            .await?;
    }
    Ok(abandoned.len())
}

/// The mail as this worker claimed it, as long as nobody took it over.
macro_rules! still_claimed {
    ($mail:expr) => {
        mail::table
            .find($mail.id)
            .filter(mail::state.eq(MailState::Sending))
            .filter(mail::claimed_at.is_not_distinct_from($mail.claimed_at))
    };
}

/// The mail has left. Where it left for good, its codes and one-time links are blotted out: they are with their reader now.
pub async fn finish(tx: &mut Connection, sent: &StoredMail, blot: bool, now: Moment) -> Answer<bool> {
    let kept = if blot { sent.clone().without_secrets() } else { sent.clone() };
    let changed = diesel::update(still_claimed!(sent))
        .set((
            mail::state.eq(MailState::Sent),
            mail::sent_at.eq(now),
            mail::claimed_at.eq(None::<Moment>),
            mail::last_error.eq(None::<String>),
            mail::body_text.eq(kept.body_text),
            mail::body_html.eq(kept.body_html),
            mail::secrets.eq(if blot { Vec::new() } else { kept.secrets }),
        ))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// The attempt failed; there is another at `due`.
pub async fn retry(tx: &mut Connection, tried: &StoredMail, error: &str, due: Moment) -> Answer<()> {
    diesel::update(still_claimed!(tried))
        .set((
            mail::state.eq(MailState::Waiting),
            mail::due_at.eq(due),
            mail::claimed_at.eq(None::<Moment>),
            mail::last_error.eq(error),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// The mail is given up.
pub async fn fail(tx: &mut Connection, tried: &StoredMail, error: &str) -> Answer<()> {
    diesel::update(still_claimed!(tried))
        .set((mail::state.eq(MailState::Failed), mail::claimed_at.eq(None::<Moment>), mail::last_error.eq(error)))
        .execute(tx)
        .await?;
    Ok(())
}

/// When the next waiting mail is due.
pub async fn next_due(connection: &mut Connection) -> Answer<Option<Moment>> {
    let waiting = mail::table.filter(mail::state.eq(MailState::Waiting));
    Ok(waiting.select(diesel::dsl::min(mail::due_at)).first(connection).await?)
}
