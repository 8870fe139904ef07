//! The proof of being a delegation's focal point: the only person who may nominate for it, and who sees only it.

use std::future::Future;
use std::pin::Pin;

use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload};

use super::model::Delegation;
use super::queries;
use crate::accounts::{SignedIn, Someone};
use crate::conferences::{Conference, conference_by_id};
use crate::db::Pool;
use crate::ids::{AccountId, ConferenceId, DelegationId};
use crate::language::Language;
use crate::web::{Answer, Page, Problem, Visit};

/// The focal point of the delegation of the address (`{delegation}`).
pub struct FocalPoint {
    signed_in: SignedIn,
    conference: Conference,
    delegation: Delegation,
}

impl FocalPoint {
    pub fn account(&self) -> AccountId {
        self.signed_in.account()
    }

    pub fn someone(&self) -> &Someone {
        self.signed_in.someone()
    }

    pub fn conference(&self) -> &Conference {
        &self.conference
    }

    pub fn conference_id(&self) -> ConferenceId {
        self.conference.id
    }

    pub fn delegation(&self) -> &Delegation {
        &self.delegation
    }

    pub fn visit(&self) -> &Visit {
        self.signed_in.visit()
    }

    pub fn language(&self) -> Language {
        self.visit().language()
    }

    /// The address of a page of this delegation: `path("/people/new")`.
    pub fn path(&self, rest: &str) -> String {
        format!("/delegations/{}{rest}", self.delegation.id)
    }

    pub fn page(&self, title: impl Into<String>) -> Page {
        self.signed_in.page(title).with_conference(self.conference.line(self.language()))
    }
}

impl FromRequest for FocalPoint {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Answer<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let signed_in = SignedIn::extract(&request).await?;
            let id = request.match_info().get("delegation").and_then(DelegationId::parse).ok_or(Problem::NotFound)?;
            let pool = request.app_data::<Data<Pool>>().ok_or_else(|| Problem::broken("no pool"))?;
            let mut connection = pool.get().await?;
            let found = queries::appointed(&mut connection, signed_in.account(), id).await?;
            let delegation = found.ok_or(Problem::NotFound)?;
            let conference = conference_by_id(&mut connection, delegation.conference_id).await?;
            Ok(Self { signed_in, conference, delegation })
        })
    }
}
