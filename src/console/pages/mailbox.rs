//! The demonstration's mailbox: every mail with its codes and links, for whoever sits before the very machine. Its people are
//! invented, or their mails go nowhere; so this is where one reads what they would.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::super::proofs::AtMailbox;
use super::super::queries::mailbox_zone;
use super::letters::{self, MailPage, MailsPage, Wanted};
use crate::clock::Clock;
use crate::db::Db;
use crate::ids::MailId;
use crate::mail::{self, Outbox, mail_by_id, mark_read, parts_of};
use crate::web::{Answer, Hub, Query, mailbox_count, page};

const BASE: &str = "/mailbox";

/// `GET /mailbox`
pub async fn list(by: AtMailbox, query: Query<Wanted>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, wanted) = (by.visit().language(), query.0);
    let outbox = Outbox { conference: None, search: &wanted.q, state: wanted.state() };
    let mut connection = db.connection().await?;
    let zone = mailbox_zone(&mut connection).await?;
    let shown = (&wanted, by.visit().path());
    let (rows, pager) = letters::rows(&mut connection, &outbox, shown, (BASE, &zone, clock.now()), language).await?;
    page(MailsPage {
        page: by.page(language.t("mail-mailbox-title")),
        base: BASE.to_owned(),
        states: wanted.states(language),
        query: wanted.q,
        rows,
        pager,
        mailbox: true,
    })
}

/// `GET /mailbox/news` tells when the list has changed.
pub async fn news(_: AtMailbox, hub: Data<Hub>) -> Answer<HttpResponse> {
    Ok(hub.stream(mail::TOPIC.to_owned()))
}

/// `GET /mailbox/count`: how many mails are unread, as the bar of every page shows it.
pub async fn count(by: AtMailbox) -> Answer<HttpResponse> {
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(mailbox_count(by.unread())))
}

/// `GET /mailbox/{mail}`
pub async fn show(by: AtMailbox, path: Path<MailId>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let id = path.into_inner();
    let mut tx = db.begin().await?;
    let found = mail_by_id(&mut tx, None, id).await?;
    let parts = parts_of(&mut tx, id).await?;
    let zone = mailbox_zone(&mut tx).await?;
    mark_read(&mut tx, id, clock.now()).await?;
    tx.commit().await?;
    page(MailPage {
        page: by.page(found.subject.clone()),
        mail: letters::shown(found, &parts, (BASE, &zone, clock.now()), by.visit().language()),
        base: BASE.to_owned(),
        may_send: false,
        mailbox: true,
    })
}

/// `GET /mailbox/{mail}/html`
pub async fn preview(_: AtMailbox, path: Path<MailId>, db: Db) -> Answer<HttpResponse> {
    let id = path.into_inner();
    let mut connection = db.connection().await?;
    let found = mail_by_id(&mut connection, None, id).await?;
    Ok(letters::preview(&found, &parts_of(&mut connection, id).await?))
}

/// `GET /mailbox/{mail}/parts/{part}`
pub async fn part(_: AtMailbox, path: Path<(MailId, i16)>, db: Db) -> Answer<HttpResponse> {
    let (id, ordinal) = path.into_inner();
    letters::attachment(parts_of(&mut *db.connection().await?, id).await?, ordinal)
}
