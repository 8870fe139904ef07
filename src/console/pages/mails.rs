//! A conference's outbox: what was mailed to whom and what became of it. Organisers send again what failed; observers read.
//! Codes and one-time links are for their readers alone and are blotted out here.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::letters::{self, MailPage, MailsPage, Wanted};
use crate::audit::{self, Who};
use crate::clock::Clock;
use crate::conferences::{DutyKind, OnDuty, Organiser, Reading};
use crate::db::Db;
use crate::ids::MailId;
use crate::mail::{self, Outbox, mail_by_id, parts_of};
use crate::web::{Answer, Flash, FlashKind, Form, Hub, Problem, Query, Typed, page, redirect_with};

/// `GET /{conference}/mails`
pub async fn list(by: OnDuty<Reading<Organiser>>, query: Query<Wanted>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, base, wanted) = (by.language(), by.path("/mails"), query.0);
    let outbox = Outbox { conference: Some(by.conference_id()), search: &wanted.q, state: wanted.state() };
    let zone = by.conference().zone();
    let mut connection = db.connection().await?;
    let path = by.visit().path();
    let place = (&*base, &zone, clock.now());
    let (rows, pager) = letters::rows(&mut connection, &outbox, (&wanted, path), place, language).await?;
    page(MailsPage {
        page: by.page(language.t("mail-outbox-title")),
        states: wanted.states(language),
        query: wanted.q,
        base,
        rows,
        pager,
        mailbox: false,
    })
}

/// `GET /{conference}/mails/news` tells when the list has changed.
pub async fn news(_: OnDuty<Reading<Organiser>>, hub: Data<Hub>) -> Answer<HttpResponse> {
    Ok(hub.stream(mail::TOPIC.to_owned()))
}

/// `GET /{conference}/mails/{mail}`
pub async fn show(
    by: OnDuty<Reading<Organiser>>,
    path: Path<(String, MailId)>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let mut connection = db.connection().await?;
    let found = mail_by_id(&mut connection, Some(by.conference_id()), id).await?.without_secrets();
    let parts = parts_of(&mut connection, id).await?;
    let (language, base) = (by.language(), by.path("/mails"));
    page(MailPage {
        page: by.page(found.subject.clone()),
        mail: letters::shown(found, &parts, (&base, &by.conference().zone(), clock.now()), language),
        base,
        may_send: by.has(DutyKind::Organiser),
        mailbox: false,
    })
}

/// `GET /{conference}/mails/{mail}/html`
pub async fn preview(by: OnDuty<Reading<Organiser>>, path: Path<(String, MailId)>, db: Db) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let mut connection = db.connection().await?;
    let found = mail_by_id(&mut connection, Some(by.conference_id()), id).await?.without_secrets();
    Ok(letters::preview(&found, &parts_of(&mut connection, id).await?))
}

/// `GET /{conference}/mails/{mail}/parts/{part}`
pub async fn part(by: OnDuty<Reading<Organiser>>, path: Path<(String, MailId, i16)>, db: Db) -> Answer<HttpResponse> {
    let (_, id, ordinal) = path.into_inner();
    let mut connection = db.connection().await?;
    mail_by_id(&mut connection, Some(by.conference_id()), id).await?;
    letters::attachment(parts_of(&mut connection, id).await?, ordinal)
}

/// `POST /{conference}/mails/{mail}/attempt` sends a failed mail again.
pub async fn attempt(
    by: OnDuty<Organiser>,
    path: Path<(String, MailId)>,
    _form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let now = clock.now();
    let mut tx = db.begin().await?;
    mail_by_id(&mut tx, Some(by.conference_id()), id).await?;
    if !mail::try_again(&mut tx, id, now).await? {
        return Err(Problem::refused("mail-not-to-be-sent-again"));
    }
    let who = Who::Account(by.account());
    audit::record(&mut tx, Some(by.conference_id()), who, "mail.sent_again", ("mail", id.0), now).await?;
    tx.commit().await?;
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t("mail-will-be-sent-again"), undo: None };
    Ok(redirect_with(by.visit(), &by.path(&format!("/mails/{id}")), &flash))
}
