//! The approval of a file, from the officer's page: the decision, what it issues, and the mail that confirms it.

use std::future::Future;
use std::pin::Pin;
use std::sync::RwLock;

use actix_web::dev::Payload;
use actix_web::web::{Data, Path};
use actix_web::{FromRequest, HttpRequest, HttpResponse};

use super::super::keys::Keyring;
use super::super::model::{BadgeKind, Issued};
use super::super::queries::Holder;
use super::super::{actions, queries};
use super::own::home_badge;
use crate::accreditation::{Approval, DecisionForm, Reviewer, approve as approve_file, onward, told};
use crate::clock::Clock;
use crate::conferences::{Conference, Delivery};
use crate::db::{Connection, Db};
use crate::files::Sealer;
use crate::ids::ParticipantId;
use crate::language::Language;
use crate::web::{Answer, Flash, FlashKind, Form, Problem, redirect_with};

/// Clock, database and keys come as one argument, so that a handler keeps to five.
pub struct Means {
    pub clock: Clock,
    pub db: Db,
    pub keyring: Data<RwLock<Keyring>>,
    pub sealer: Data<Sealer>,
}

impl FromRequest for Means {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Answer<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let missing = || Problem::broken("the application was built without keyring and sealer");
            Ok(Self {
                clock: Clock::extract(&request).await.map_err(|_| missing())?,
                db: Db::extract(&request).await?,
                sealer: request.app_data::<Data<Sealer>>().cloned().ok_or_else(missing)?,
                keyring: request.app_data::<Data<RwLock<Keyring>>>().cloned().ok_or_else(missing)?,
            })
        })
    }
}

/// The badge that goes along with the confirmation, for those who print it themselves. A picture that cannot be typeset holds up
/// nobody's approval: the page of their own offers the badge too.
async fn to_print(
    tx: &mut Connection,
    means: &Means,
    conference: &Conference,
    (holder, issued): (&Holder, &Issued),
) -> Option<Vec<u8>> {
    if holder.category.delivery != Delivery::PrintAtHome || issued.badge.kind != BadgeKind::Badge {
        return None;
    }
    let language = Language::or_fallback(holder.person.language.as_deref());
    let parts = (means.sealer.as_ref(), means.keyring.as_ref());
    match home_badge(tx, parts, conference, (holder, &issued.badge), language).await {
        Ok(pdf) => Some(pdf),
        Err(problem) => {
            tracing::error!(%problem, "a badge to print could not be typeset; its holder prints it from their page");
            None
        }
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
            let mut issued =
                actions::issue_after_approval(&mut tx, &means.keyring, conference, &holder, by.account(), now).await?;
            issued.paper = to_print(&mut tx, &means, conference, (&holder, &issued)).await;
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
