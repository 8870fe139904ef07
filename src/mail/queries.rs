//! The outbox's rows.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

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
            mail::language.eq(draft.language.code()),
            mail::subject.eq(&draft.subject),
            mail::body_text.eq(&draft.text),
            mail::body_html.eq(&draft.html),
            mail::message_id.eq(format!("{id}@plenipo")),
            mail::due_at.eq(draft.due),
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
