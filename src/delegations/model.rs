//! Rows of delegations, quotas and focal points.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::ids::{CategoryId, ConferenceId, DelegationId};
use crate::language::Localized;
use crate::schema::{delegation, quota};

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

/// One entry in the list of participants, one nameplate, one set of quotas.
#[derive(Clone, Debug, Queryable, Selectable)]
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
}

/// How many people of a category a delegation may have, and has.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = quota)]
pub struct Quota {
    pub category_id: CategoryId,
    pub cap: i32,
    pub used: i32,
}
