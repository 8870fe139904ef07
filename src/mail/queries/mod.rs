//! The outbox's rows: writing and taking back (here), what the worker does with them, what people read of them.

mod reading;
mod sending;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

pub use reading::{Outbox, count_mails, mail_by_id, mailbox, mails, parts_of};
pub(super) use sending::{claim, fail, finish, give_up_late, next_due, rescue, retry};

use super::model::{Draft, MailState, Part};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::MailId;
use crate::schema::{mail, mail_part};
use crate::web::Answer;

pub(super) async fn insert(tx: &mut Connection, id: MailId, draft: &Draft, now: Moment) -> Answer<()> {
    diesel::insert_into(mail::table)
        .values((
            mail::id.eq(id),
            mail::conference_id.eq(draft.conference.map(|conference| conference.0)),
            mail::kind.eq(draft.kind),
            mail::subject_kind.eq(draft.about.map(|about| about.0)),
            mail::subject_id.eq(draft.about.map(|about| about.1)),
            mail::to_address.eq(&draft.to_address),
            mail::to_name.eq(&draft.to_name),
            mail::reply_to.eq(&draft.reply_to),
            mail::language.eq(draft.language.code()),
            mail::subject.eq(&draft.subject),
            mail::body_text.eq(&draft.text),
            mail::body_html.eq(&draft.html),
            mail::secrets.eq(&draft.secrets),
            mail::message_id.eq(format!("{id}@{}", draft.host)),
            mail::due_at.eq(draft.due),
            mail::useless_after.eq(draft.useless_after),
            mail::created_at.eq(now),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn insert_parts(tx: &mut Connection, id: MailId, parts: &[Part]) -> Answer<()> {
    let rows: Vec<_> = (0_i16..)
        .zip(parts)
        .map(|(ordinal, part)| {
            (
                mail_part::mail_id.eq(id),
                mail_part::ordinal.eq(ordinal),
                mail_part::content_id.eq(&part.content_id),
                mail_part::file_name.eq(&part.file_name),
                mail_part::media_type.eq(&part.media_type),
                mail_part::content.eq(&part.content),
            )
        })
        .collect();
    if !rows.is_empty() {
        diesel::insert_into(mail_part::table).values(rows).execute(tx).await?;
    }
    Ok(())
}

pub(super) async fn withdraw(tx: &mut Connection, id: MailId) -> Answer<bool> {
    let changed = diesel::update(mail::table.find(id).filter(mail::state.eq(MailState::Waiting)))
        .set(mail::state.eq(MailState::Withdrawn))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// Takes back whatever waits about a subject; says whether nothing about it has left, or is leaving.
pub(super) async fn withdraw_about(tx: &mut Connection, kind: &str, id: uuid::Uuid) -> Answer<bool> {
    let about = mail::table.filter(mail::subject_kind.eq(kind)).filter(mail::subject_id.eq(id));
    diesel::update(about.filter(mail::state.eq(MailState::Waiting)))
        .set(mail::state.eq(MailState::Withdrawn))
        .execute(tx)
        .await?;
    let gone = about.filter(mail::state.eq_any([MailState::Sending, MailState::Sent]));
    Ok(!diesel::select(diesel::dsl::exists(gone)).get_result(tx).await?)
}

/// When the next mail about a subject leaves: nothing when there is none about it, and inside nothing when one has left.
pub async fn waiting_about(connection: &mut Connection, kind: &str, id: uuid::Uuid) -> Answer<Option<Option<Moment>>> {
    let about: Vec<(MailState, Moment)> = mail::table
        .filter(mail::subject_kind.eq(kind))
        .filter(mail::subject_id.eq(id))
        .filter(mail::state.ne(MailState::Withdrawn))
        .order(mail::due_at)
        .select((mail::state, mail::due_at))
        .load(connection)
        .await?;
    let all_wait = about.iter().all(|(state, _)| *state == MailState::Waiting);
    Ok(about.into_iter().next().map(|(_, due)| all_wait.then_some(due)))
}

pub(super) async fn keep_if(tx: &mut Connection, id: MailId, wanted: bool) -> Answer<()> {
    use diesel::sql_types::Bool;
    let unwanted = (!wanted).into_sql::<Bool>();
    diesel::delete(mail::table.find(id).filter(unwanted)).execute(tx).await?;
    Ok(())
}

/// Makes a failed mail wait again, due now, its attempts forgotten; one that would arrive too late stays as it is.
pub(super) async fn revive(tx: &mut Connection, id: MailId, now: Moment) -> Answer<bool> {
    let in_time = mail::useless_after.is_null().or(mail::useless_after.gt(now).assume_not_null());
    let failed = mail::table.find(id).filter(mail::state.eq(MailState::Failed)).filter(in_time);
    let changed = diesel::update(failed)
        .set((mail::state.eq(MailState::Waiting), mail::due_at.eq(now), mail::attempts.eq(0)))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

pub(super) async fn mark_read(tx: &mut Connection, id: MailId, now: Moment) -> Answer<()> {
    diesel::update(mail::table.find(id).filter(mail::read_at.is_null())).set(mail::read_at.eq(now)).execute(tx).await?;
    Ok(())
}
