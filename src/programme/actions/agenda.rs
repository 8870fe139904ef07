//! Personal agendas: anybody may keep one, signed in or not. What opens it is a secret that is made from the site's own key, the agenda
//! and its generation: it can be shown again at any time, while the database holds nothing but its digest.

use sha2::{Digest, Sha256};

use crate::accounts::Someone;
use crate::clock::Moment;
use crate::conferences::AtConference;
use crate::db::Connection;
use crate::ids::{AccountId, AgendaId, SessionId};
use crate::programme::queries::{self, AgendaOf, AgendaRow, Digests};
use crate::web::{Answer, Problem, Site};

/// What opens an agenda, and what feeds a calendar of it.
pub struct Secrets {
    pub key: String,
    pub feed: String,
}

impl Secrets {
    /// The secrets of an agenda in its generation.
    pub fn of(site: &Site, id: AgendaId, generation: i32) -> Self {
        let made = |purpose| site.keyed(purpose, format!("{id}/{generation}").as_bytes());
        Self { key: made("agenda"), feed: made("agenda-feed") }
    }

    fn digests(&self) -> Digests {
        Digests { key: digest(&self.key), feed: digest(&self.feed) }
    }
}

/// The digest under which a secret is kept.
pub fn digest(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// The agendas of one visitor: the account's, the browser's, or both until something is written, which makes them one.
#[derive(Clone, Debug, Default)]
pub struct Mine {
    pub account: Option<AgendaRow>,
    pub browser: Option<AgendaRow>,
}

impl Mine {
    /// The one that is shown: the account's before the browser's.
    pub fn shown(&self) -> Option<&AgendaRow> {
        self.account.as_ref().or(self.browser.as_ref())
    }

    pub fn ids(&self) -> Vec<AgendaId> {
        self.account.iter().chain(&self.browser).map(|row| row.id).collect()
    }
}

/// What the visitor has: `secret` is the browser's. An agenda that belongs to an account opens for another browser by its secret.
pub async fn mine(connection: &mut Connection, by: &AtConference, secret: Option<&str>) -> Answer<Mine> {
    let conference = by.conference().id;
    let account = match by.someone() {
        Some(someone) => queries::agenda_of(connection, conference, AgendaOf::Account(someone.account)).await?,
        None => None,
    };
    let browser = match secret {
        Some(secret) => queries::agenda_of(connection, conference, AgendaOf::Key(&digest(secret))).await?,
        None => None,
    };
    let browser = browser.filter(|row| account.as_ref().is_none_or(|own| own.id != row.id));
    Ok(Mine { account, browser })
}

fn account(someone: Option<&Someone>) -> Option<AccountId> {
    someone.map(|someone| someone.account)
}

/// The one agenda that is written to: made at first use; what the browser had joins the account's.
async fn own(tx: &mut Connection, by: &AtConference, secret: Option<&str>, now: Moment) -> Answer<AgendaRow> {
    let conference = by.conference().id;
    let whose = account(by.someone());
    match (mine(tx, by, secret).await?, whose) {
        (Mine { account: Some(own), browser: Some(other) }, _) if other.account_id.is_none() => {
            let sessions = queries::chosen(tx, &[other.id]).await?;
            queries::choose(tx, conference, own.id, &sessions).await?;
            queries::delete_agenda(tx, other.id).await?;
            Ok(own)
        }
        (Mine { account: Some(own), .. }, _) => Ok(own),
        (Mine { browser: Some(own), .. }, Some(whose)) if own.account_id.is_none() => {
            queries::give_agenda(tx, own.id, whose).await?;
            Ok(own)
        }
        (Mine { browser: Some(own), .. }, None) => Ok(own),
        (_, whose) => {
            let id = AgendaId::new();
            let secrets = Secrets::of(by.visit().site(), id, 1);
            queries::insert_agenda(tx, conference, id, whose, &secrets.digests(), now).await?;
            Ok(AgendaRow { id, account_id: whose, generation: 1 })
        }
    }
}

/// Puts a public session into the visitor's agenda, and gives the agenda.
///
/// # Errors
/// Not found when the latest release does not hold the session.
pub async fn add(
    tx: &mut Connection,
    by: &AtConference,
    secret: Option<&str>,
    session: SessionId,
    now: Moment,
) -> Answer<AgendaRow> {
    let edition = queries::edition(tx, by.visit().site(), by.conference()).await?.ok_or(Problem::NotFound)?;
    edition.row(session).filter(|row| !row.gone).ok_or(Problem::NotFound)?;
    let own = own(tx, by, secret, now).await?;
    queries::choose(tx, by.conference().id, own.id, &[(session, edition.release.number)]).await?;
    Ok(own)
}

/// Takes a session out of the visitor's agenda; says whether it was there.
pub async fn remove(tx: &mut Connection, by: &AtConference, secret: Option<&str>, session: SessionId) -> Answer<bool> {
    let ids = mine(tx, by, secret).await?.ids();
    queries::unchoose(tx, &ids, session).await
}

/// What changed was read: it is not told again.
pub async fn seen(tx: &mut Connection, by: &AtConference, secret: Option<&str>) -> Answer<()> {
    let Some(edition) = queries::edition(tx, by.visit().site(), by.conference()).await? else { return Ok(()) };
    let ids = mine(tx, by, secret).await?.ids();
    queries::mark_seen(tx, &ids, edition.release.number).await
}

/// Gives the agenda new secrets, so that links and feeds given away open nothing any more.
///
/// # Errors
/// Not found when there is no agenda.
pub async fn renew(tx: &mut Connection, by: &AtConference, secret: Option<&str>, now: Moment) -> Answer<AgendaRow> {
    if mine(tx, by, secret).await?.shown().is_none() {
        return Err(Problem::NotFound);
    }
    let mut own = own(tx, by, secret, now).await?;
    own.generation += 1;
    let secrets = Secrets::of(by.visit().site(), own.id, own.generation);
    queries::renew_agenda(tx, own.id, own.generation, &secrets.digests()).await?;
    Ok(own)
}

/// Forgets the visitor's agendas; nothing of them stays.
pub async fn forget(tx: &mut Connection, by: &AtConference, secret: Option<&str>) -> Answer<()> {
    for id in mine(tx, by, secret).await?.ids() {
        queries::delete_agenda(tx, id).await?;
    }
    Ok(())
}

/// Opens an agenda by its secret in another browser.
///
/// # Errors
/// Not found when the secret opens nothing here.
pub async fn opened(connection: &mut Connection, by: &AtConference, secret: &str) -> Answer<AgendaRow> {
    let found = queries::agenda_of(connection, by.conference().id, AgendaOf::Key(&digest(secret))).await?;
    found.ok_or(Problem::NotFound)
}

/// Forgets the agendas of conferences whose day for it has come; says how many.
pub async fn forget_agendas(tx: &mut Connection, now: Moment) -> Answer<usize> {
    queries::delete_agendas_past(tx, now.day(&jiff::tz::TimeZone::UTC)).await
}
