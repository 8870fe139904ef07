//! The approval of a file, from the officer's page: the decision, what it issues, and the mail that confirms it.

use std::future::Future;
use std::pin::Pin;
use std::sync::RwLock;

use actix_web::dev::Payload;
use actix_web::web::{Data, Path};
use actix_web::{FromRequest, HttpRequest, HttpResponse};

use super::super::keys::Keyring;
use super::super::{actions, queries};
use crate::accreditation::{Approval, DecisionForm, Reviewer, approve as approve_file, onward, told};
use crate::clock::Clock;
use crate::db::Db;
use crate::ids::ParticipantId;
use crate::web::{Answer, Flash, FlashKind, Form, Problem, redirect_with};

/// Clock, database and keyring come as one argument, so that a handler keeps to five.
pub struct Means {
    pub clock: Clock,
    pub db: Db,
    pub keyring: Data<RwLock<Keyring>>,
}

impl FromRequest for Means {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Answer<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let missing = || Problem::broken("the application was built without a keyring");
            Ok(Self {
                clock: Clock::extract(&request).await.map_err(|_| missing())?,
                db: Db::extract(&request).await?,
                keyring: request.app_data::<Data<RwLock<Keyring>>>().cloned().ok_or_else(missing)?,
            })
        })
    }
}

pub async fn approve(
    by: Reviewer,
    path: Path<(String, ParticipantId)>,
    form: Form<DecisionForm>,
    means: Means,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let now = means.clock.now();
    let mut tx = means.db.begin().await?;
    let approval = match approve_file(&mut tx, &by, id, form.fields.version, now).await {
        Ok(approval) => approval,
        Err(Problem::Refused(message)) => return Ok(told(&by, id, &form.fields, &message)),
        Err(problem) => return Err(problem),
    };
    let key = match approval {
        Approval::Approved { decision, .. } => {
            let conference = by.conference();
            let holder = queries::holder(&mut tx, conference.id, id).await?;
            let issued =
                actions::issue_after_approval(&mut tx, &means.keyring, conference, &holder, by.account(), now).await?;
            actions::confirm(&mut tx, by.visit().site(), conference, &holder, &issued, &decision, now).await?;
            "badges-approved"
        }
        Approval::Cleared { .. } => "badges-cleared",
    };
    let holder = queries::holder(&mut tx, by.conference_id(), id).await?;
    let next = onward(&mut tx, &by, id, &form.fields, now).await?;
    tx.commit().await?;
    let flash = Flash {
        kind: FlashKind::Ok,
        text: by.language().with(key, &[("person", holder.person.name().into())]),
        undo: Some(by.path(&format!("/files/{id}/undo"))),
    };
    Ok(redirect_with(by.visit(), &next, &flash))
}
