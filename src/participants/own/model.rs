//! Rows of own forms and personal links.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::ids::{AccountId, ConferenceId, ParticipantId, PersonalLinkId};
use crate::schema::{own_form, personal_link};

crate::text_enum! {
    /// How somebody came to their own form.
    pub enum Origin {
        /// Their delegation asked them.
        Asked = "asked",
        /// They registered in a category that is open.
        Registered = "registered",
    }
}

/// What is known of a form that somebody fills in about themselves; the answers are in the file.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = own_form)]
pub struct OwnForm {
    pub participant_id: ParticipantId,
    pub conference_id: ConferenceId,
    pub origin: Origin,
    pub registered_by: Option<AccountId>,
    /// The pages that they have continued from: texts of [`Section`](super::Section).
    pub sections: Vec<String>,
    pub begun_at: Option<Moment>,
    /// When they declared their answers, before which version of the file, and under which wording.
    pub completed_at: Option<Moment>,
    pub completed_version: Option<i32>,
    pub declaration: Option<String>,
}

/// A personal link as the delegation sees it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = personal_link)]
pub struct PersonalLink {
    pub id: PersonalLinkId,
    pub conference_id: ConferenceId,
    pub participant_id: ParticipantId,
    pub email: String,
    pub sent_by: AccountId,
    pub sent_at: Moment,
    pub expires_at: Moment,
    pub used_at: Option<Moment>,
    pub revoked_at: Option<Moment>,
}

/// How far somebody has come who was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The link is out; its button has not been pressed.
    Sent(Moment),
    /// Its time is over, and nobody used it.
    RunOut(Moment),
    /// They have begun.
    Begun(Moment),
    /// They have declared their answers.
    Completed(Moment),
    /// They have declared their answers, and the file has changed since.
    ChangedSince(Moment),
}

/// A draft's own form and its newest link, for the delegation's list.
#[derive(Clone, Debug)]
pub struct Progress {
    pub form: OwnForm,
    /// The version of the file.
    pub version: i32,
    pub link: Option<PersonalLink>,
}

impl Progress {
    /// Where it stands; nothing for a link that was withdrawn before anybody used it.
    pub fn at(&self, now: Moment) -> Option<Asked> {
        if let Some((at, seen)) = self.form.completed_at.zip(self.form.completed_version) {
            return Some(if seen == self.version { Asked::Completed(at) } else { Asked::ChangedSince(at) });
        }
        if let Some(at) = self.form.begun_at {
            return Some(Asked::Begun(at));
        }
        let link = self.link.as_ref()?;
        Some(if now < link.expires_at { Asked::Sent(link.sent_at) } else { Asked::RunOut(link.expires_at) })
    }
}
