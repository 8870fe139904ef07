//! Signing up for a session.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::ids::{ParticipantId, SessionId, SignUpId};
use crate::schema::sign_up;

crate::text_enum! {
    /// How people sign up for a session.
    pub enum SignUpMode {
        /// Nobody needs to: whoever is admitted comes.
        None = "none",
        /// Who comes first has a place.
        Open = "open",
        /// An organiser says yes to each.
        Approval = "approval",
        /// Only those who were invited.
        Invitation = "invitation",
    }
}

crate::text_enum! {
    /// Where somebody stands with a session.
    pub enum SignUpState {
        /// Was asked to come and has not answered.
        Invited = "invited",
        /// Waits for an organiser's yes.
        Asked = "asked",
        /// Waits for a place.
        Waiting = "waiting",
        /// Has a place.
        Placed = "placed",
        /// Was invited and does not come.
        Declined = "declined",
        Withdrawn = "withdrawn",
        /// An organiser said no, or took the place back.
        Refused = "refused",
    }
}

impl SignUpState {
    /// How its mark is drawn.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Invited | Self::Asked => "sent",
            Self::Waiting => "hold",
            Self::Placed => "ok",
            Self::Declined | Self::Withdrawn => "gone",
            Self::Refused => "no",
        }
    }

    /// The key of its word: `sign-up-state-placed`.
    pub fn word(self) -> String {
        format!("sign-up-state-{self}")
    }

    /// Whether the person is still part of it.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Invited | Self::Asked | Self::Waiting | Self::Placed)
    }
}

/// Somebody who signed up or was invited.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = sign_up)]
pub struct SignUp {
    pub id: SignUpId,
    pub session_id: SessionId,
    pub participant_id: ParticipantId,
    pub status: SignUpState,
    /// Who came first waits first; among those of one moment the lower ticket.
    pub queued_at: Moment,
    pub ticket: i64,
    /// Why an organiser decided so.
    pub reason: String,
}

/// How one signs up for a session now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Desk {
    pub mode: SignUpMode,
    pub closes_at: Option<Moment>,
    /// Nothing where there is no limit.
    pub places: Option<i32>,
    pub taken: i32,
}

impl Desk {
    /// Whether nobody more has a place.
    pub fn is_full(&self) -> bool {
        self.places.is_some_and(|places| self.taken >= places)
    }
}
