//! Taking a decision back while it has not left the house.

use super::{Taking, take_step};
use crate::accreditation::duties::Reviewer;
use crate::accreditation::model::{Decision, Step};
use crate::accreditation::queries;
use crate::accreditation::rules::undone;
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{DecisionId, ParticipantId};
use crate::mail;
use crate::participants::locked;
use crate::web::{Answer, Problem};

/// Takes back what the officer decided last on a file: its mails are withdrawn, its clearances open again, and the file
/// stands where it stood. What a higher room hung on the decision (a collection code) is worth nothing without the approval.
///
/// # Errors
/// Not found when it is not the officer's own decision; refused when a mail of it has left, when something has happened to the
/// file since, or when the place was taken meanwhile.
pub async fn undo(
    tx: &mut Connection,
    by: &Reviewer,
    id: ParticipantId,
    decision: DecisionId,
    now: Moment,
) -> Answer<Decision> {
    let person = locked(tx, by.conference_id(), id).await?;
    let made = queries::decision_of(tx, by.conference_id(), id, decision).await?;
    let made = made.filter(|made| made.by_account == Some(by.account())).ok_or(Problem::NotFound)?;
    let back = undone(person.status, made.step, made.from_status, made.to_status);
    let back = back.map_err(|_| Problem::refused("accreditation-nothing-to-take-back"))?;
    if queries::is_superseded(tx, &made).await? {
        return Err(Problem::refused("accreditation-nothing-to-take-back"));
    }
    if !mail::withdraw_about(tx, "decision", made.id.0).await? {
        return Err(Problem::refused("accreditation-mail-has-left"));
    }
    queries::reopen_answers(tx, id, by.account(), made.at).await?;
    let taking = Taking { undoes: Some(made.id), ..Taking::new(Step::Undo, by.account()) };
    take_step(tx, &person, back, taking, now).await
}
