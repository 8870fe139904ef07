//! People for the unit tests of this room and of those above it.

use uuid::Uuid;

use super::model::{CompositionTitle, Details, DocumentKind, Participant, ProtocolRank, Sex, Status};
use crate::clock::{Day, Moment};
use crate::conferences::{Category, Conference, Delivery, Pattern};
use crate::ids::{CategoryId, ConferenceId, DelegationId, FileId, ParticipantId, PersonId};
use crate::language::Localized;

pub(crate) fn conference() -> Conference {
    let moment = |text| Moment::parse(text).unwrap();
    Conference {
        id: ConferenceId(Uuid::from_u128(1)),
        number: 1,
        slug: "hanoi".into(),
        name: Localized::new("en", "Convention signing"),
        place: Localized::new("en", "Hà Nội"),
        venue: Localized::default(),
        information: Localized::default(),
        starts_on: Day::new(2025, 10, 25).unwrap(),
        ends_on: Day::new(2025, 10, 26).unwrap(),
        time_zone: "Asia/Ho_Chi_Minh".into(),
        languages: vec!["en".into(), "fr".into()],
        accent: "lagoon".into(),
        contact_email: String::new(),
        nomination_opens_at: moment("2025-07-01T00:00:00Z"),
        nomination_closes_at: moment("2025-10-10T11:00:00Z"),
        confirmation_closes_at: moment("2025-10-20T11:00:00Z"),
        badges_valid_from: Day::new(2025, 10, 24).unwrap(),
        badges_valid_until: Day::new(2025, 10, 27).unwrap(),
        documents_purge_on: Day::new(2026, 1, 31).unwrap(),
        demonstration: false,
        version: 1,
    }
}

pub(crate) fn category() -> Category {
    Category {
        id: CategoryId(Uuid::from_u128(2)),
        number: 1,
        letter: "D".into(),
        name: Localized::new("en", "Delegate"),
        colour: "#0b4f6c".into(),
        pattern: Pattern::Line,
        delivery: Delivery::Collect,
        default_quota: Some(12),
        counts_toward_quota: true,
        open_to_self_registration: false,
        registers_under: None,
        registration_closes_at: None,
        portrait_required: true,
        document_required: true,
        ordinal: 1,
        version: 1,
    }
}

pub(crate) fn details() -> Details {
    Details {
        category_id: category().id,
        composition_title: CompositionTitle::Adviser,
        honorific: "Ms".into(),
        family_name: "Warsame".into(),
        given_name: "Fatuma Abdikarim".into(),
        document_name: "Fatuma Abdikarim Warsame".into(),
        native_name: "فاطمة عبد الكريم ورسمة".into(),
        badge_name: String::new(),
        sex: Some(Sex::Female),
        birth_date: Day::new(1988, 3, 14),
        nationality: Some("SO".into()),
        residence: Some("SO".into()),
        functional_title: "Adviser".into(),
        organisation: "Ministry of Posts and Telecommunications".into(),
        protocol_rank: ProtocolRank::Other,
        email: Some("fatuma@example.org".into()),
        phone: Some("+252612345678".into()),
        language: Some("en".into()),
        document_kind: Some(DocumentKind::Passport),
        document_country: Some("SO".into()),
        document_expires_on: Day::new(2030, 5, 2),
        accompanies_id: None,
        access_needs: String::new(),
        public_list: false,
        consent_notice: None,
        consent_at: None,
        late_reason: None,
    }
}

/// Somebody whose draft lacks nothing.
pub(crate) fn complete() -> Participant {
    let at = Moment::parse("2025-07-02T00:00:00Z").unwrap();
    Participant {
        id: ParticipantId(Uuid::from_u128(10)),
        conference_id: conference().id,
        person_id: PersonId(Uuid::from_u128(11)),
        delegation_id: DelegationId(Uuid::from_u128(12)),
        reference: 2031,
        status: Status::Draft,
        details: details(),
        document_number_digest: Some(vec![7; 32]),
        document_number_hint: Some("P0•••••41".into()),
        document_file_id: None,
        portrait_file_id: Some(FileId(Uuid::from_u128(13))),
        portrait_print_file_id: Some(FileId(Uuid::from_u128(14))),
        portrait_gate_file_id: Some(FileId(Uuid::from_u128(15))),
        ordinal: 0,
        identity_version: 1,
        submitted_at: None,
        submitted_by: None,
        created_by: None,
        created_at: at,
        changed_at: at,
        version: 1,
        replaces_id: None,
        declined_at: None,
    }
}
