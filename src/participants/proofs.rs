//! Proofs about one person: being them, and being allowed to look at their face.

use std::future::Future;
use std::pin::Pin;

use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload};

use super::model::Participant;
use super::queries;
use crate::accounts::SignedIn;
use crate::conferences::{Conference, conference_by_id};
use crate::db::{Connection, Pool};
use crate::ids::{AccountId, ParticipantId};
use crate::language::Language;
use crate::web::{Answer, Page, Problem, Visit};

/// The person of the address (`{participant}`): signed in with the e-mail address that their file names. An address may
/// stand for several people; each has a page of their own.
pub struct Myself {
    signed_in: SignedIn,
    conference: Conference,
    participant: Participant,
}

impl Myself {
    pub fn conference(&self) -> &Conference {
        &self.conference
    }

    pub fn participant(&self) -> &Participant {
        &self.participant
    }

    pub fn account(&self) -> AccountId {
        self.signed_in.account()
    }

    pub fn visit(&self) -> &Visit {
        self.signed_in.visit()
    }

    pub fn language(&self) -> Language {
        self.visit().language()
    }

    /// The address of a page of this person: `path("/portrait/600")`.
    pub fn path(&self, rest: &str) -> String {
        format!("/people/{}{rest}", self.participant.id)
    }

    pub fn page(&self, title: impl Into<String>) -> Page {
        self.signed_in.page(title).with_conference(self.conference.line(self.language()))
    }
}

/// Somebody who may see the portrait of the person of the address: the person, the delegation's focal points, and whoever is
/// on duty at the conference.
pub struct Beholder {
    visit: Visit,
    participant: Participant,
}

impl Beholder {
    pub fn visit(&self) -> &Visit {
        &self.visit
    }

    pub fn participant(&self) -> &Participant {
        &self.participant
    }
}

type Extracting<T> = Pin<Box<dyn Future<Output = Answer<T>>>>;

async fn person_of(request: &HttpRequest, connection: &mut Connection) -> Answer<Participant> {
    let id = request.match_info().get("participant").and_then(ParticipantId::parse).ok_or(Problem::NotFound)?;
    queries::participant_anywhere(connection, id).await?.ok_or(Problem::NotFound)
}

fn pool_of(request: &HttpRequest) -> Answer<Data<Pool>> {
    request.app_data::<Data<Pool>>().cloned().ok_or_else(|| Problem::broken("the application was built without a pool"))
}

/// Whether the file names the address that somebody signed in with.
fn is_their_own(signed_in: &SignedIn, person: &Participant) -> bool {
    person.email.as_deref() == Some(signed_in.someone().email.as_str())
}

impl FromRequest for Myself {
    type Error = Problem;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let signed_in = SignedIn::extract(&request).await?;
            let mut connection = pool_of(&request)?.get().await?;
            let participant = person_of(&request, &mut connection).await?;
            if !is_their_own(&signed_in, &participant) {
                return Err(Problem::NotFound);
            }
            let conference = conference_by_id(&mut connection, participant.conference_id).await?;
            Ok(Self { signed_in, conference, participant })
        })
    }
}

impl FromRequest for Beholder {
    type Error = Problem;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let signed_in = SignedIn::extract(&request).await?;
            let mut connection = pool_of(&request)?.get().await?;
            let participant = person_of(&request, &mut connection).await?;
            let may = is_their_own(&signed_in, &participant)
                || queries::works_with(&mut connection, signed_in.account(), &participant).await?;
            if !may {
                return Err(Problem::NotFound);
            }
            Ok(Self { visit: signed_in.visit().clone(), participant })
        })
    }
}
