//! Rows of clearances, decisions and identity versions.

use diesel::prelude::*;
use serde_json::Value;

use crate::clock::Moment;
use crate::ids::{AccountId, DecisionId, DelegationId, MailId, ParticipantId, ReceiptId};
use crate::participants::Status;
use crate::schema::{clearance, decision, identity_version, receipt};

crate::text_enum! {
    /// The authorities whose yes a category may need.
    pub enum ClearanceKind {
        /// The accreditation unit, for papers and portrait.
        Documents = "documents",
        /// The host's security authority.
        Security = "security",
        Protocol = "protocol",
    }
}

crate::text_enum! {
    /// What an authority has answered.
    pub enum ClearanceState {
        Open = "open",
        Given = "given",
        Refused = "refused",
    }
}

crate::text_enum! {
    /// What can be done with a file.
    pub enum Step {
        /// The delegation hands it in.
        Submit = "submit",
        /// One authority says yes while another has not.
        Clear = "clear",
        /// The last yes that was needed.
        Approve = "approve",
        Return = "return",
        Refuse = "refuse",
        Hold = "hold",
        /// An officer takes up what was set aside, or what was closed.
        Resume = "resume",
        Withdraw = "withdraw",
        Undo = "undo",
        /// The identity data that was approved has changed.
        Reopen = "reopen",
        /// An officer asks the person something; the file is set aside until they answer.
        Ask = "ask",
        /// The person answers what was asked, or why the file was returned.
        Answer = "answer",
    }
}

crate::text_enum! {
    /// Why a file is returned, refused or set aside: what the officer ticks and the mail says in its reader's language.
    pub enum Reason {
        PortraitUnfit = "portrait_unfit",
        PortraitNotThePerson = "portrait_not_the_person",
        DocumentUnreadable = "document_unreadable",
        DocumentExpired = "document_expired",
        NameDiffers = "name_differs",
        DataDiffers = "data_differs",
        FunctionUnclear = "function_unclear",
        LetterMissing = "letter_missing",
        WrongCategory = "wrong_category",
        Duplicate = "duplicate",
        NotNominated = "not_nominated",
        NotEligible = "not_eligible",
        FalseDocument = "false_document",
        DelegationAsked = "delegation_asked",
    }
}

/// One authority's answer for one file.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = clearance)]
pub struct Clearance {
    pub kind: ClearanceKind,
    /// Those of one step are sought at the same time, steps in their order.
    pub step: i16,
    pub state: ClearanceState,
    /// The version of the identity data that it looks at.
    pub identity_version: i32,
    pub answered_at: Option<Moment>,
    pub answered_by: Option<AccountId>,
}

/// Something that was done with a file.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = decision)]
pub struct Decision {
    pub id: DecisionId,
    pub participant_id: ParticipantId,
    pub step: Step,
    pub from_status: Status,
    pub to_status: Status,
    /// Texts of [`Reason`].
    pub reasons: Vec<String>,
    pub note: String,
    pub clearance: Option<String>,
    pub identity_version: i32,
    pub by_account: Option<AccountId>,
    pub at: Moment,
    pub undoes: Option<DecisionId>,
    pub mail_id: Option<MailId>,
}

impl Decision {
    /// Its reasons; a text that is none any more is left out.
    pub fn reasons(&self) -> Vec<Reason> {
        self.reasons.iter().filter_map(|text| Reason::parse(text)).collect()
    }
}

/// The identity data of a file as it was handed in once.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = identity_version)]
pub struct IdentityVersion {
    pub number: i32,
    /// SHA-256 of the facts.
    pub digest: Vec<u8>,
    pub facts: Value,
    pub at: Moment,
}

/// What a focal point was told when people were handed in together: it stays as it was said.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = receipt)]
pub struct Receipt {
    pub id: ReceiptId,
    pub delegation_id: DelegationId,
    /// Counted in the delegation.
    pub number: i32,
    pub made_at: Moment,
    pub made_by: AccountId,
    pub made_by_name: String,
    /// [`ReceiptLine`]s.
    pub people: Value,
    /// [`ReceiptPlace`]s.
    pub places: Value,
}

/// Somebody on a receipt.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct ReceiptLine {
    pub person: ParticipantId,
    pub reference: i32,
    pub name: String,
    pub native_name: String,
    pub functional_title: String,
    /// The category's letter.
    pub category: String,
}

/// The places that were left then.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct ReceiptPlace {
    pub category: String,
    pub left: i32,
    pub cap: i32,
}

impl Receipt {
    pub fn lines(&self) -> Vec<ReceiptLine> {
        serde_json::from_value(self.people.clone()).unwrap_or_default()
    }

    pub fn places_left(&self) -> Vec<ReceiptPlace> {
        serde_json::from_value(self.places.clone()).unwrap_or_default()
    }
}
