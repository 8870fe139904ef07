//! The proof of filling in one's own form.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;

use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload};

use super::model::{Origin, OwnForm};
use super::queries;
use crate::db::Pool;
use crate::participants::model::Status;
use crate::participants::proofs::Myself;
use crate::web::{Answer, Problem};

/// The person of the address, whose delegation asked them to fill in their own form or who registered. Nobody else's draft is
/// theirs to change, whatever address stands in it.
pub struct Filling {
    myself: Myself,
    form: OwnForm,
}

impl Filling {
    pub fn form(&self) -> &OwnForm {
        &self.form
    }

    pub fn is_registration(&self) -> bool {
        self.form.origin == Origin::Registered
    }

    /// Whether the answers may be changed: until the file is handed in, and a registration when it was returned.
    pub fn is_open(&self) -> bool {
        match self.participant().status {
            Status::Draft => true,
            Status::Returned => self.is_registration(),
            _ => false,
        }
    }
}

impl Deref for Filling {
    type Target = Myself;

    fn deref(&self) -> &Myself {
        &self.myself
    }
}

impl FromRequest for Filling {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Answer<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let myself = Myself::extract(&request).await?;
            let pool = request.app_data::<Data<Pool>>().ok_or_else(|| Problem::broken("no pool"))?;
            let mut connection = pool.get().await?;
            let person = myself.participant();
            let form = queries::own_form(&mut connection, person.conference_id, person.id).await?;
            Ok(Self { form: form.ok_or(Problem::NotFound)?, myself })
        })
    }
}
