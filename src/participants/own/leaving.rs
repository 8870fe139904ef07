//! Going out of one's own form again.

use super::model::Origin;
use super::queries;
use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::db::Connection;
use crate::participants::actions::let_go;
use crate::participants::model::Participant;
use crate::participants::proofs::Myself;
use crate::participants::queries::set_declined;
use crate::web::{Answer, Problem};

/// Leaves one's own draft: what somebody registered goes with all that was typed, what a delegation asked for goes back to it.
///
/// # Errors
/// Not found where there is no form of one's own.
pub async fn leave(tx: &mut Connection, by: &Myself, draft: &Participant, now: Moment) -> Answer<()> {
    let form = queries::own_form(tx, draft.conference_id, draft.id).await?.ok_or(Problem::NotFound)?;
    let who = Who::Account(by.account());
    if form.origin == Origin::Registered {
        return let_go(tx, who, draft, now).await;
    }
    queries::revoke_links(tx, draft.id, now).await?;
    queries::end_asking(tx, draft.id).await?;
    set_declined(tx, draft.id, Some(now)).await?;
    record(tx, Some(draft.conference_id), who, "own_form_declined", ("participant", draft.id.0), now).await?;
    Ok(())
}
