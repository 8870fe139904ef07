//! What people read of the outbox.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::super::model::{MailLine, MailPart, MailState, StoredMail};
use crate::db::Connection;
use crate::ids::{ConferenceId, MailId};
use crate::schema::{conference, mail, mail_part};
use crate::web::Answer;

/// Which mails a list shows.
#[derive(Clone, Debug, Default)]
pub struct Outbox<'a> {
    /// Those of one conference; `None` shows all of the installation, sign-in codes included.
    pub conference: Option<ConferenceId>,
    /// Part of an address, a name or a subject; empty for all.
    pub search: &'a str,
    pub state: Option<MailState>,
}

/// `%` and `_` typed by people mean themselves.
fn pattern(search: &str) -> String {
    let literal = search.trim().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{literal}%")
}

impl Outbox<'_> {
    fn rows(&self) -> mail::BoxedQuery<'static, diesel::pg::Pg> {
        let mut rows = mail::table.into_boxed();
        if let Some(conference) = self.conference {
            rows = rows.filter(mail::conference_id.eq(conference.0));
        }
        if let Some(state) = self.state {
            rows = rows.filter(mail::state.eq(state));
        }
        if !self.search.trim().is_empty() {
            let pattern = pattern(self.search);
            let found = mail::to_address.ilike(pattern.clone()).or(mail::to_name.ilike(pattern.clone()));
            rows = rows.filter(found.or(mail::subject.ilike(pattern)));
        }
        rows
    }
}

/// How many mails a list has.
pub async fn count_mails(connection: &mut Connection, wanted: &Outbox<'_>) -> Answer<i64> {
    Ok(wanted.rows().count().get_result(connection).await?)
}

/// One page of a list, the newest first.
pub async fn mails(connection: &mut Connection, wanted: &Outbox<'_>, offset: i64, size: i64) -> Answer<Vec<MailLine>> {
    Ok(wanted
        .rows()
        .order((mail::created_at.desc(), mail::id.desc()))
        .offset(offset)
        .limit(size)
        .select(MailLine::as_select())
        .load(connection)
        .await?)
}

/// One mail, of one conference or (`None`) of any.
///
/// # Errors
/// Not found when there is none there.
pub async fn mail_by_id(
    connection: &mut Connection,
    conference: Option<ConferenceId>,
    id: MailId,
) -> Answer<StoredMail> {
    let rows = Outbox { conference, ..Outbox::default() }.rows();
    Ok(rows.filter(mail::id.eq(id)).select(StoredMail::as_select()).first(connection).await?)
}

/// The attachments and pictures of a mail, in their order.
pub async fn parts_of(connection: &mut Connection, id: MailId) -> Answer<Vec<MailPart>> {
    Ok(mail_part::table
        .filter(mail_part::mail_id.eq(id))
        .order(mail_part::ordinal)
        .select(MailPart::as_select())
        .load(connection)
        .await?)
}

/// The demonstration's mailbox: how many of its mails nobody has opened, counted up to a hundred; nothing where there is no
/// such mailbox. There is one when mails do not leave, or when the conference is a demonstration, whose people are invented.
pub async fn mailbox(connection: &mut Connection, mails_leave: bool) -> Answer<Option<i64>> {
    if mails_leave {
        let shown = diesel::select(diesel::dsl::exists(conference::table.filter(conference::demonstration)));
        if !shown.get_result::<bool>(connection).await? {
            return Ok(None);
        }
    }
    let some: Vec<MailId> =
        mail::table.filter(mail::read_at.is_null()).select(mail::id).limit(100).load(connection).await?;
    Ok(Some(i64::try_from(some.len()).unwrap_or(100)))
}
