//! Rows of people: what is asked once and cannot be collected again, and where each of them stands.

use std::ops::Deref;

use diesel::prelude::*;

use crate::clock::{Day, Moment};
use crate::ids::{
    AccountId, CategoryId, ConferenceId, DelegationId, FileId, ParticipantId, PersonId, WaitingPortraitId,
};
use crate::schema::{participant, waiting_portrait};

/// The kind of file that a scan of an identity paper is.
pub(super) const SCAN: &str = "identity_document";

crate::text_enum! {
    /// Where a person's file stands. Who may move it is said by the room `accreditation`.
    pub enum Status {
        /// Still being filled in; takes no place.
        Draft = "draft",
        /// Handed in and waiting for the officers.
        Submitted = "submitted",
        /// Sent back to the delegation with what is missing; keeps its place.
        Returned = "returned",
        /// Set aside by an officer; keeps its place.
        OnHold = "on_hold",
        Approved = "approved",
        Refused = "refused",
        Withdrawn = "withdrawn",
    }
}

impl Status {
    /// Whether the delegation may change the file.
    pub fn is_open_to_the_delegation(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }

    /// Whether it counts against the quota: the same list as the database's `holds_a_place`.
    pub fn holds_a_place(self) -> bool {
        matches!(self, Self::Submitted | Self::Returned | Self::OnHold | Self::Approved)
    }

    /// How the mark of a status is drawn.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "sent",
            Self::Returned => "back",
            Self::OnHold => "hold",
            Self::Approved => "ok",
            Self::Refused => "no",
            Self::Withdrawn => "gone",
        }
    }
}

crate::text_enum! {
    /// As the travel document has it.
    pub enum Sex {
        Female = "F",
        Male = "M",
        Unspecified = "X",
    }
}

crate::text_enum! {
    /// Rank for protocol, highest first.
    pub enum ProtocolRank {
        HeadOfState = "head_of_state",
        HeadOfGovernment = "head_of_government",
        /// A vice-president or deputy prime minister.
        ViceHead = "vice_head",
        ForeignMinister = "foreign_minister",
        Minister = "minister",
        ViceMinister = "vice_minister",
        Ambassador = "ambassador",
        Director = "director",
        Other = "other",
    }
}

crate::text_enum! {
    /// Somebody's place in the delegation.
    pub enum CompositionTitle {
        Head = "head",
        AlternateHead = "alternate_head",
        Deputy = "deputy",
        Representative = "representative",
        Alternate = "alternate",
        Adviser = "adviser",
        Expert = "expert",
        Observer = "observer",
    }
}

crate::text_enum! {
    /// The paper that says who somebody is.
    pub enum DocumentKind {
        Passport = "passport",
        DiplomaticPassport = "diplomatic_passport",
        ServicePassport = "service_passport",
        LaissezPasser = "laissez_passer",
        NationalIdentity = "national_identity",
        PressCard = "press_card",
    }
}

/// What the form of a person asks. Everything may be absent in a draft; what a submission needs is said by the rules.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = participant, treat_none_as_null = true)]
pub struct Details {
    pub category_id: CategoryId,
    pub composition_title: CompositionTitle,
    pub honorific: String,
    pub family_name: String,
    pub given_name: String,
    /// The full name, in the order of the travel document.
    pub document_name: String,
    /// The name in its own script.
    pub native_name: String,
    /// What the badge says; empty where it is the full name.
    pub badge_name: String,
    pub sex: Option<Sex>,
    pub birth_date: Option<Day>,
    /// ISO 3166 alpha-2; the entity represented is the delegation's and a third thing.
    pub nationality: Option<String>,
    pub residence: Option<String>,
    pub functional_title: String,
    pub organisation: String,
    pub protocol_rank: ProtocolRank,
    /// In lower case.
    pub email: Option<String>,
    /// In E.164.
    pub phone: Option<String>,
    pub language: Option<String>,
    pub document_kind: Option<DocumentKind>,
    pub document_country: Option<String>,
    pub document_expires_on: Option<Day>,
    /// Whom an accompanying person accompanies.
    pub accompanies_id: Option<ParticipantId>,
    pub access_needs: String,
    pub public_list: bool,
    /// Which wording of the notice they agreed to, and when; both or neither.
    pub consent_notice: Option<String>,
    pub consent_at: Option<Moment>,
    /// Why somebody is nominated after the window.
    pub late_reason: Option<String>,
}

impl Details {
    /// Nothing but a category.
    pub fn blank(category_id: CategoryId) -> Self {
        Self {
            category_id,
            composition_title: CompositionTitle::Representative,
            honorific: String::new(),
            family_name: String::new(),
            given_name: String::new(),
            document_name: String::new(),
            native_name: String::new(),
            badge_name: String::new(),
            sex: None,
            birth_date: None,
            nationality: None,
            residence: None,
            functional_title: String::new(),
            organisation: String::new(),
            protocol_rank: ProtocolRank::Other,
            email: None,
            phone: None,
            language: None,
            document_kind: None,
            document_country: None,
            document_expires_on: None,
            accompanies_id: None,
            access_needs: String::new(),
            public_list: false,
            consent_notice: None,
            consent_at: None,
            late_reason: None,
        }
    }

    /// The full name as the travel document has it; what is known of it in a draft.
    pub fn name(&self) -> String {
        if !self.document_name.is_empty() {
            return self.document_name.clone();
        }
        let parts = [self.given_name.as_str(), self.family_name.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The name for the badge.
    pub fn name_on_badge(&self) -> String {
        if self.badge_name.is_empty() { self.name() } else { self.badge_name.clone() }
    }

    /// Function and organisation in one line, as lists show them.
    pub fn function_line(&self) -> String {
        let parts = [self.functional_title.as_str(), self.organisation.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// One person at one conference. The number of the identity paper is not among the fields: it is sealed, and read alone.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = participant)]
pub struct Participant {
    pub id: ParticipantId,
    pub conference_id: ConferenceId,
    pub person_id: PersonId,
    pub delegation_id: DelegationId,
    /// The number people quote: counted per conference.
    pub reference: i32,
    pub status: Status,
    #[diesel(embed)]
    pub details: Details,
    /// A keyed digest: equal for equal numbers.
    pub document_number_digest: Option<Vec<u8>>,
    /// First and last characters, as `P0•••41`.
    pub document_number_hint: Option<String>,
    pub document_file_id: Option<FileId>,
    /// 600 x 800, 300 x 400 and 96 x 128 pixels.
    pub portrait_file_id: Option<FileId>,
    pub portrait_print_file_id: Option<FileId>,
    pub portrait_gate_file_id: Option<FileId>,
    pub ordinal: i32,
    /// Counts the versions of the identity data that were handed in.
    pub identity_version: i32,
    pub submitted_at: Option<Moment>,
    pub submitted_by: Option<AccountId>,
    pub created_by: Option<AccountId>,
    pub created_at: Moment,
    pub changed_at: Moment,
    pub version: i32,
    /// Whose place they take: who is replaced keeps it until they are handed in.
    pub replaces_id: Option<ParticipantId>,
    /// When they said, asked to fill in their own form, that they do not come.
    pub declined_at: Option<Moment>,
}

impl Deref for Participant {
    type Target = Details;

    fn deref(&self) -> &Details {
        &self.details
    }
}

crate::text_enum! {
    /// The three sizes of a portrait, as their addresses name them.
    pub enum PortraitSize {
        /// 600 x 800 pixels.
        Full = "full",
        /// 300 x 400 pixels.
        Print = "print",
        /// 96 x 128 pixels.
        Gate = "gate",
    }
}

impl Participant {
    /// The address of the portrait; it changes with the picture. Nothing where there is none.
    pub fn portrait_url(&self, size: PortraitSize) -> Option<String> {
        portrait_url(self.id, self.portrait_file_id, size)
    }

    /// The file of a size of the portrait.
    pub fn portrait_file(&self, size: PortraitSize) -> Option<FileId> {
        match size {
            PortraitSize::Full => self.portrait_file_id,
            PortraitSize::Print => self.portrait_print_file_id,
            PortraitSize::Gate => self.portrait_gate_file_id,
        }
    }
}

/// A picture that was sent for some person of a delegation and waits to be given to them, for a day.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = waiting_portrait)]
pub struct WaitingPortrait {
    pub id: WaitingPortraitId,
    pub delegation_id: DelegationId,
    /// The name of the file on its sender's machine.
    pub name: String,
    /// SHA-256 of what was sent.
    pub digest: Vec<u8>,
    /// The three sizes; nothing where it cannot be a portrait.
    pub master_file_id: Option<FileId>,
    pub print_file_id: Option<FileId>,
    pub gate_file_id: Option<FileId>,
    /// Why it cannot be one.
    pub problem: Option<String>,
    pub sent_by: AccountId,
    pub sent_at: Moment,
}

impl WaitingPortrait {
    pub fn files(&self) -> [Option<FileId>; 3] {
        [self.master_file_id, self.print_file_id, self.gate_file_id]
    }
}

/// The address of a portrait by the key of its master file, which makes it a new address for a new picture.
pub fn portrait_url(id: ParticipantId, master: Option<FileId>, size: PortraitSize) -> Option<String> {
    master.map(|FileId(file)| {
        let version = file.simple().to_string();
        format!("/people/{id}/portrait/{size}?v={}", &version[version.len() - 8..])
    })
}

/// What a value is called in the languages of the shipped texts.
pub trait Worded {
    /// The key of its word.
    fn word(self) -> String;
}

macro_rules! worded {
    ($($kind:ident: $start:literal;)*) => {$(
        impl Worded for $kind {
            fn word(self) -> String {
                format!("{}{}", $start, self.as_str().to_lowercase().replace('_', "-"))
            }
        }
    )*};
}
worded! {
    Status: "participants-status-";
    Sex: "participants-sex-";
    ProtocolRank: "participants-rank-";
    CompositionTitle: "participants-title-";
    DocumentKind: "participants-document-";
}
