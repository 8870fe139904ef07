//! What is done with files. Every act locks the file, asks the rules, writes the decision, the record and the mail, and tells
//! the desks that are looking.

mod answering;
mod correcting;
mod deciding;
mod handing_in;
mod leasing;
mod registering;
mod together;
mod undoing;

use serde_json::json;

use super::model::{Decision, Reason, Step};
use super::queries;
use super::rules::{Forbidden, next};
use crate::audit::{Who, record_with};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DecisionId};
use crate::language::Message;
use crate::participants::{Participant, Status};
use crate::web::{Answer, Problem, announce};

pub use answering::{Answered, Question, answer, question_to, withdraw_own};
pub use correcting::{Corrected, correct};
pub use deciding::{Approval, Stated, approve, ask_person, hold, refuse, resume, return_file};
pub use handing_in::{HandedIn, begin_substitution, hand_in, hand_in_imported, hand_in_own, withdraw};
pub use leasing::{Desk, take_over, take_up};
pub use registering::{Registered, Registering, close_category, open_category, register};
pub use together::{Together, hand_in_together};
pub use undoing::undo;

/// How long a file lies on an officer's desk: seconds.
pub const LEASE_SECONDS: i64 = 300;

/// The topic under which a conference's piles have news.
pub fn topic(conference: ConferenceId) -> String {
    format!("files:{conference}")
}

/// A step that is being taken: by whom, with which reasons.
struct Taking<'a> {
    step: Step,
    /// Nobody where the house itself does it: an import.
    by: Option<AccountId>,
    reasons: &'a [Reason],
    note: &'a str,
    clearance: Option<String>,
    undoes: Option<DecisionId>,
}

impl Taking<'_> {
    fn new(step: Step, by: impl Into<Option<AccountId>>) -> Self {
        Self { step, by: by.into(), reasons: &[], note: "", clearance: None, undoes: None }
    }
}

/// Where a step leads, or the message that it leads nowhere.
fn led(from: Status, step: Step) -> Answer<Status> {
    next(from, step).map_err(|Forbidden { .. }| Problem::refused("accreditation-not-from-here"))
}

/// Moves a locked file and puts the step on record.
async fn take_step(
    tx: &mut Connection,
    before: &Participant,
    to: Status,
    taking: Taking<'_>,
    now: Moment,
) -> Answer<Decision> {
    let handed_in_by = (taking.step == Step::Submit).then_some(taking.by);
    queries::set_status(tx, before, to, handed_in_by, now).await?;
    let made = Decision {
        id: DecisionId::new(),
        participant_id: before.id,
        step: taking.step,
        from_status: before.status,
        to_status: to,
        reasons: taking.reasons.iter().map(ToString::to_string).collect(),
        note: taking.note.to_owned(),
        clearance: taking.clearance,
        identity_version: before.identity_version,
        by_account: taking.by,
        at: now,
        undoes: taking.undoes,
        mail_id: None,
    };
    queries::insert_decision(tx, before.conference_id, &made).await?;
    queries::end_lease(tx, before.id).await?;
    let facts = json!({
        "decision": made.id, "from": made.from_status, "to": to, "reasons": &made.reasons,
        "clearance": &made.clearance, "identity_version": made.identity_version,
    });
    let (conference, who) = (Some(before.conference_id), taking.by.map_or(Who::System, Who::Account));
    let act = format!("file_{}", taking.step);
    record_with(tx, conference, who, &act, ("participant", before.id.0), facts, now).await?;
    announce(tx, &topic(before.conference_id)).await?;
    Ok(made)
}

/// Somebody else has moved or changed the file since it was looked at: says who, and where it stands.
async fn changed_meanwhile(tx: &mut Connection, person: &Participant) -> Answer<Problem> {
    let made = queries::decisions(tx, person.conference_id, person.id).await?;
    let by = made.into_iter().rev().find_map(|(_, name)| name).unwrap_or_default();
    Ok(Problem::Refused(Message::new("accreditation-changed-meanwhile").with("name", by)))
}
