//! The proof of reading a conference's programme with one's own agenda at hand: the account's, or the one whose secret the browser keeps.

use std::collections::BTreeSet;
use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;

use actix_web::cookie::{Cookie, time::Duration};
use actix_web::{FromRequest, HttpRequest, dev::Payload};

use super::super::actions::agenda::{Mine, Secrets, mine};
use super::super::queries::{self, AgendaRow};
use crate::conferences::AtConference;
use crate::db::Connection;
use crate::ids::SessionId;
use crate::web::{Answer, Problem, cookie, removed_cookie, sent_cookie};

/// How long a browser keeps the secret of its agenda.
const KEPT: Duration = Duration::days(180);

/// Anybody at a conference, with the secret of the agenda that their browser keeps.
pub struct Keeper {
    at: AtConference,
    secret: Option<String>,
}

impl Deref for Keeper {
    type Target = AtConference;

    fn deref(&self) -> &AtConference {
        &self.at
    }
}

impl Keeper {
    pub fn secret(&self) -> Option<&str> {
        self.secret.as_deref()
    }

    /// The agendas that are theirs.
    pub async fn mine(&self, connection: &mut Connection) -> Answer<Mine> {
        if self.secret.is_none() && self.someone().is_none() {
            return Ok(Mine::default());
        }
        mine(connection, self, self.secret()).await
    }

    /// The sessions of their agenda; no query for whoever can have none.
    pub async fn chosen(&self, connection: &mut Connection) -> Answer<BTreeSet<SessionId>> {
        let ids = self.mine(connection).await?.ids();
        if ids.is_empty() {
            return Ok(BTreeSet::new());
        }
        Ok(queries::chosen(connection, &ids).await?.into_iter().map(|(session, _)| session).collect())
    }

    /// What the browser is to keep of an agenda: the secret of one that belongs to nobody, and nothing of an account's.
    pub fn keep(&self, own: &AgendaRow) -> Cookie<'static> {
        if own.account_id.is_some() {
            return self.let_go();
        }
        let secret = Secrets::of(self.visit().site(), own.id, own.generation).key;
        self.keep_secret(secret)
    }

    pub fn keep_secret(&self, secret: String) -> Cookie<'static> {
        cookie(self.visit().site(), &name(&self.conference().slug), secret, Some(KEPT))
    }

    pub fn let_go(&self) -> Cookie<'static> {
        removed_cookie(self.visit().site(), &name(&self.conference().slug))
    }
}

fn name(slug: &str) -> String {
    format!("plenipo_agenda_{slug}")
}

impl FromRequest for Keeper {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Answer<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let at = AtConference::extract(&request).await?;
            let secret = sent_cookie(&request, at.visit().site(), &name(&at.conference().slug));
            Ok(Self { secret: secret.filter(|secret| !secret.is_empty()), at })
        })
    }
}
