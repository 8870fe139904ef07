//! The proof of sitting at the demonstration: before the very machine, where there is a mailbox to show.

use std::future::Future;
use std::pin::Pin;

use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload};

use crate::accounts::Anyone;
use crate::db::Pool;
use crate::mail;
use crate::web::{Answer, Page, Problem, Visit};

/// Whoever may read the demonstration's mailbox: all mails, with their codes and links. To everybody else it does not exist.
pub struct AtMailbox {
    anyone: Anyone,
    unread: i64,
}

impl AtMailbox {
    pub fn visit(&self) -> &Visit {
        self.anyone.visit()
    }

    pub fn page(&self, title: impl Into<String>) -> Page {
        self.anyone.page(title)
    }

    /// How many of its mails nobody has read.
    pub fn unread(&self) -> i64 {
        self.unread
    }
}

impl FromRequest for AtMailbox {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Answer<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let anyone = Anyone::extract(&request).await?;
            if !anyone.visit().on_this_machine() {
                return Err(Problem::NotFound);
            }
            let pool = request.app_data::<Data<Pool>>().ok_or_else(|| Problem::broken("no pool"))?;
            let mails_leave = anyone.visit().site().config().smtp_url.is_some();
            let open = mail::mailbox(&mut *pool.get().await?, mails_leave).await?;
            open.map(|unread| Self { anyone, unread }).ok_or(Problem::NotFound)
        })
    }
}
