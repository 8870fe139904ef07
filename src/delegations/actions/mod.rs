//! What is done to delegations. Each act is recorded on the delegation in the transaction that does it.

mod admission;
mod answering;
mod documents;
mod focal_points;
mod import;
mod keep;
mod letters;
mod quotas;
mod reminding;
mod requesting;

pub use admission::{admit, answer_application, apply, apply_again, set_admission_window, withdraw_application};
pub use answering::give_answer;
pub use documents::{NewDocument, keep_documents};
pub use focal_points::{Appointment, appoint, appoint_again, end_appointment, invite_again, invite_focal_point};
pub use import::{ImportOptions, import_delegations, known};
pub use keep::{add_delegation, change_delegation, remove_delegation};
pub use letters::{NewLetterFile, file_letter};
pub use quotas::{SetQuotas, set_quotas};
pub use reminding::{Recipient, preview_reminder, recipients, remind};
pub use requesting::{ask_for_focal_point, decide_on_request, take_request_back};

use serde_json::Value;

use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DelegationId};
use crate::web::Answer;

/// Puts an act on the delegation's record and tells pages that show the list.
async fn record(
    tx: &mut Connection,
    who: Who,
    act: &str,
    (conference, delegation): (ConferenceId, DelegationId),
    facts: Value,
    now: Moment,
) -> Answer<()> {
    audit::record_with(tx, Some(conference), who, act, ("delegation", delegation.0), facts, now).await?;
    crate::web::announce(tx, &super::delegations_topic(conference)).await
}

/// The account that acts, where it is one.
fn account_of(who: Who) -> Option<AccountId> {
    match who {
        Who::Account(account) => Some(account),
        Who::Device(_) | Who::System => None,
    }
}
