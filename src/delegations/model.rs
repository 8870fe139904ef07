//! Rows of delegations, quotas, focal points and letters.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::ids::{
    AccountId, ApplicationDocumentId, ApplicationId, CategoryId, ConferenceId, DelegationId, FileId, FocalPointId,
    LetterId,
};
use crate::language::Localized;
use crate::schema::{admission_application, delegation, quota};

crate::text_enum! {
    /// What a delegation represents; its kind decides its rules.
    pub enum DelegationKind {
        State = "state",
        Territory = "territory",
        EuropeanUnion = "european_union",
        Observer = "observer",
        Intergovernmental = "intergovernmental",
        UnBody = "un_body",
        Ngo = "ngo",
        Academia = "academia",
        Company = "company",
        Media = "media",
        Host = "host",
        Secretariat = "secretariat",
    }
}

impl DelegationKind {
    /// The key of its name: `delegation-kind-un-body`.
    pub fn key(self) -> String {
        format!("delegation-kind-{}", self.as_str().replace('_', "-"))
    }

    /// Its name is one of the table of States, territories and the Union, and nobody types it.
    pub fn is_entity(self) -> bool {
        matches!(self, Self::State | Self::Territory | Self::EuropeanUnion)
    }
}

crate::text_enum! {
    /// Whether a delegation comes.
    pub enum DelegationStatus {
        /// On the list; nobody was written to yet.
        Expected = "expected",
        Invited = "invited",
        Confirmed = "confirmed",
        Declined = "declined",
    }
}

impl DelegationStatus {
    /// The key of its name: `delegation-status-confirmed`.
    pub fn key(self) -> String {
        format!("delegation-status-{}", self.as_str())
    }

    /// How a mark of it is drawn.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Expected => "draft",
            Self::Invited => "sent",
            Self::Confirmed => "ok",
            Self::Declined => "gone",
        }
    }
}

crate::text_enum! {
    /// What a letter is.
    pub enum LetterKind {
        NoteVerbale = "note_verbale",
        NominationLetter = "nomination_letter",
        /// Of a media outlet for its people.
        LetterOfAssignment = "letter_of_assignment",
    }
}

impl LetterKind {
    /// The key of its name: `letter-note-verbale`.
    pub fn key(self) -> String {
        format!("letter-{}", self.as_str().replace('_', "-"))
    }
}

/// One entry in the list of participants, one nameplate, one set of quotas.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable)]
#[diesel(table_name = delegation)]
pub struct Delegation {
    pub id: DelegationId,
    pub conference_id: ConferenceId,
    /// The stable key by which an import finds it again.
    pub key: String,
    pub kind: DelegationKind,
    /// ISO 3166 alpha-2, or EU.
    pub entity: Option<String>,
    pub name: Localized,
    pub formal_name: Localized,
    pub region: Option<String>,
    pub language: String,
    pub status: DelegationStatus,
    pub expected_people: Option<i32>,
    pub answered_at: Option<Moment>,
    pub answer_note: String,
    pub version: i32,
    /// What this conference calls a State, a territory or the Union where that differs from the table of the United Nations, by
    /// language; `name` and `formal_name` hold it already.
    pub own_name: Localized,
    pub own_formal_name: Localized,
}

/// What an organiser says about a delegation.
#[derive(Clone, Debug, PartialEq)]
pub struct DelegationWish {
    pub key: String,
    pub kind: DelegationKind,
    pub entity: Option<String>,
    pub name: Localized,
    pub formal_name: Localized,
    pub region: Option<String>,
    pub language: String,
    /// Names of this conference's own, for a State, a territory or the Union.
    pub own_name: Localized,
    pub own_formal_name: Localized,
}

impl Delegation {
    /// What is said about it, as it stands.
    pub fn wish(&self) -> DelegationWish {
        DelegationWish {
            key: self.key.clone(),
            kind: self.kind,
            entity: self.entity.clone(),
            name: self.name.clone(),
            formal_name: self.formal_name.clone(),
            region: self.region.clone(),
            language: self.language.clone(),
            own_name: self.own_name.clone(),
            own_formal_name: self.own_formal_name.clone(),
        }
    }
}

/// How many people of a category a delegation may have, and has.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable)]
#[diesel(table_name = quota)]
pub struct Quota {
    pub category_id: CategoryId,
    pub cap: i32,
    pub used: i32,
}

/// A focal point as the organiser sees it.
#[derive(Clone, Debug, Queryable)]
pub struct FocalPointLine {
    pub id: FocalPointId,
    pub delegation_id: DelegationId,
    pub account_id: AccountId,
    pub name: String,
    pub email: String,
    pub language: Option<String>,
    pub appointed_at: Moment,
    pub invited_at: Option<Moment>,
    pub ended_at: Option<Moment>,
}

crate::text_enum! {
    /// What became of a request for another focal point.
    pub enum RequestOutcome {
        Appointed = "appointed",
        Declined = "declined",
        TakenBack = "taken_back",
    }
}

crate::text_enum! {
    /// What focal points are written to about, many at once.
    pub enum Reminding {
        /// They were appointed and never written to: they get the invitation itself.
        Invitation = "invitation",
        /// The delegation has not said whether it comes.
        Answer = "answer",
        /// It comes, and nobody was handed in.
        Nominations = "nominations",
        /// Fewer people were handed in than it announced.
        MissingPeople = "missing_people",
    }
}

impl Reminding {
    /// The last part of its keys: `missing-people`.
    pub fn word(self) -> String {
        self.as_str().replace('_', "-")
    }
}

crate::text_enum! {
    /// Where an application for admission stands.
    pub enum AdmissionStatus {
        Submitted = "submitted",
        /// The secretariat asked for something.
        Returned = "returned",
        Admitted = "admitted",
        Declined = "declined",
        Withdrawn = "withdrawn",
    }
}

impl AdmissionStatus {
    /// The key of its name: `admission-status-returned`.
    pub fn key(self) -> String {
        format!("admission-status-{}", self.as_str())
    }

    /// How a mark of it is drawn.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Submitted => "sent",
            Self::Returned => "back",
            Self::Admitted => "ok",
            Self::Declined => "no",
            Self::Withdrawn => "gone",
        }
    }
}

/// An organisation that asks to take part.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = admission_application)]
pub struct Application {
    pub id: ApplicationId,
    pub account_id: AccountId,
    pub status: AdmissionStatus,
    pub kind: DelegationKind,
    pub name: Localized,
    /// Where it has its seat: ISO 3166 alpha-2.
    pub country: Option<String>,
    pub website: String,
    pub about: String,
    /// How many people it would bring.
    pub people: i32,
    pub contact_name: String,
    pub language: String,
    /// What the secretariat asked or said last.
    pub note: String,
    pub submitted_at: Moment,
    pub delegation_id: Option<DelegationId>,
    pub version: i32,
}

/// A document that came with an application.
#[derive(Clone, Debug, Queryable)]
pub struct ApplicationDocument {
    pub id: ApplicationDocumentId,
    /// Which of its places it has: 1, 2 or 3.
    pub ordinal: i32,
    pub file_id: FileId,
    /// The name it had on its sender's machine.
    pub name: String,
}

/// What an applicant fills in.
#[derive(Clone, Debug, PartialEq, Insertable, AsChangeset)]
#[diesel(table_name = admission_application, treat_none_as_null = true)]
pub struct ApplicationWish {
    pub kind: DelegationKind,
    pub name: Localized,
    /// The first of its names, folded.
    pub name_key: String,
    pub country: Option<String>,
    pub website: String,
    pub about: String,
    pub people: i32,
    pub contact_name: String,
    pub language: String,
}

/// A letter that a delegation filed.
#[derive(Clone, Debug, Queryable)]
pub struct Letter {
    pub id: LetterId,
    pub kind: LetterKind,
    pub version: i32,
    pub file_id: FileId,
    pub filed_at: Moment,
    /// Bytes.
    pub size: i64,
    pub name: String,
}
