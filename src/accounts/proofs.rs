//! Proofs that a handler holds as its first argument: who is asking. Only these extractors make them.

use std::future::Future;
use std::pin::Pin;

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use uuid::Uuid;

use super::queries;
use super::sessions::{IDLE, SESSION_COOKIE, digest};
use crate::clock::Clock;
use crate::db::Pool;
use crate::ids::{AccountId, BrowserSessionId};
use crate::mail;
use crate::web::{AccountLine, Answer, Page, Problem, Visit, sent_cookie};

/// The account behind a good session.
#[derive(Clone, Debug)]
pub struct Someone {
    pub account: AccountId,
    pub session: BrowserSessionId,
    pub email: String,
    pub name: String,
    pub administrator: bool,
    /// Which of the people or delegations behind the address was chosen: kind and key.
    pub seat: Option<(String, Uuid)>,
}

impl Someone {
    /// What the head of the page calls them.
    pub fn shown_name(&self) -> &str {
        if self.name.is_empty() { &self.email } else { &self.name }
    }
}

/// Public pages: anybody, signed in or not.
#[derive(Clone)]
pub struct Anyone {
    visit: Visit,
    someone: Option<Someone>,
    mailbox: Option<i64>,
}

impl Anyone {
    pub fn visit(&self) -> &Visit {
        &self.visit
    }

    pub fn someone(&self) -> Option<&Someone> {
        self.someone.as_ref()
    }

    /// The proof of being signed in, if they are.
    pub fn signed_in(&self) -> Option<SignedIn> {
        self.someone.clone().map(|someone| SignedIn { visit: self.visit.clone(), someone, mailbox: self.mailbox })
    }

    /// A page with whoever is signed in named in its head.
    pub fn page(&self, title: impl Into<String>) -> Page {
        let line = self.someone.as_ref().map(|someone| AccountLine { name: someone.shown_name().to_owned() });
        with_mailbox(Page::new(&self.visit, title).with_account(line), self.mailbox)
    }
}

/// Somebody with a good session.
#[derive(Clone)]
pub struct SignedIn {
    visit: Visit,
    someone: Someone,
    mailbox: Option<i64>,
}

impl SignedIn {
    pub fn visit(&self) -> &Visit {
        &self.visit
    }

    pub fn account(&self) -> AccountId {
        self.someone.account
    }

    pub fn someone(&self) -> &Someone {
        &self.someone
    }

    pub fn page(&self, title: impl Into<String>) -> Page {
        let line = AccountLine { name: self.someone.shown_name().to_owned() };
        with_mailbox(Page::new(&self.visit, title).with_account(Some(line)), self.mailbox)
    }
}

/// The administrator of the installation.
#[derive(Clone)]
pub struct Administrator(SignedIn);

impl std::ops::Deref for Administrator {
    type Target = SignedIn;

    fn deref(&self) -> &SignedIn {
        &self.0
    }
}

async fn someone(request: &HttpRequest, visit: &Visit) -> Answer<Option<Someone>> {
    let Some(token) = sent_cookie(request, visit.site(), SESSION_COOKIE) else { return Ok(None) };
    let pool =
        request.app_data::<Data<Pool>>().ok_or_else(|| Problem::broken("the application was built without a pool"))?;
    let now = request.app_data::<Data<Clock>>().map(|clock| clock.now()).unwrap_or_else(|| Clock::system().now());
    let mut connection = pool.get().await?;
    let found = queries::sessions::live_session(&mut connection, &digest(&token), now, now.plus_seconds(-IDLE)).await?;
    let Some(session) = found else { return Ok(None) };
    // Written at most once a minute, so that reading pages does not mean writing rows.
    if now.seconds_since(session.last_seen_at) >= 60 {
        queries::sessions::touch_session(&mut connection, session.id, now).await?;
    }
    Ok(Some(Someone {
        account: session.account_id,
        session: session.id,
        email: session.email,
        name: session.name,
        administrator: session.administrator,
        seat: session.seat_kind.zip(session.seat_id),
    }))
}

/// The unread mails of the demonstration's mailbox, for pages shown to whoever sits at this very machine; everybody else costs
/// no query. A head without its number is better than no page.
async fn mailbox(request: &HttpRequest, visit: &Visit) -> Option<i64> {
    let accepted = request.headers().get(header::ACCEPT)?.to_str().ok()?;
    if !visit.on_this_machine() || !accepted.contains("text/html") {
        return None;
    }
    let mut connection = request.app_data::<Data<Pool>>()?.get().await.ok()?;
    mail::mailbox(&mut connection, visit.site().config().smtp_url.is_some()).await.ok().flatten()
}

fn with_mailbox(page: Page, unread: Option<i64>) -> Page {
    match unread {
        Some(unread) => page.with_mailbox(unread),
        None => page,
    }
}

type Extracting<T> = Pin<Box<dyn Future<Output = Answer<T>>>>;

impl FromRequest for Anyone {
    type Error = Problem;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::extract(&request).await?;
            let someone = someone(&request, &visit).await?;
            Ok(Self { mailbox: mailbox(&request, &visit).await, visit, someone })
        })
    }
}

impl FromRequest for SignedIn {
    type Error = Problem;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::extract(&request).await?;
            let someone = someone(&request, &visit).await?.ok_or(Problem::SignInFirst)?;
            Ok(Self { mailbox: mailbox(&request, &visit).await, visit, someone })
        })
    }
}

impl FromRequest for Administrator {
    type Error = Problem;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let signed_in = SignedIn::extract(&request).await?;
            // A stranger cannot tell an administrator's page from one that does not exist.
            if signed_in.someone.administrator { Ok(Self(signed_in)) } else { Err(Problem::NotFound) }
        })
    }
}
