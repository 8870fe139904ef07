//! Somebody on stage as they are wanted, and who they are said to be.

use super::StageRole;
use crate::ids::{ParticipantId, SessionPersonId};

/// Somebody on stage, as it is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct OnStage {
    /// The row that they had; a file knows none.
    pub id: Option<SessionPersonId>,
    pub role: StageRole,
    pub name: String,
    pub title: String,
    pub affiliation: String,
    pub link: Link,
}

impl OnStage {
    /// Somebody of whom only the name is known.
    pub fn named(role: StageRole, name: &str) -> Self {
        let (title, affiliation) = (String::new(), String::new());
        Self { id: None, role, name: name.to_owned(), title, affiliation, link: Link::AsBefore }
    }
}

/// Who somebody on stage is.
#[derive(Clone, Debug, PartialEq)]
pub enum Link {
    /// Whoever the one of that name was before: what a file says, which knows names alone.
    AsBefore,
    Participant(ParticipantId),
    /// A named guest, with the address and the language of an invitation where they are known.
    Guest {
        email: Option<String>,
        language: Option<String>,
    },
}
