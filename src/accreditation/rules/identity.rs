//! The identity data that an approval is bound to, and which authority checked which part of it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::accreditation::model::ClearanceKind;
use crate::clock::Day;
use crate::ids::{CategoryId, DelegationId, FileId};
use crate::participants::{CompositionTitle, DocumentKind, Participant, ProtocolRank, Sex};

crate::text_enum! {
    /// A part of the identity data that somebody checks.
    pub enum Fact {
        Name = "name",
        /// In its own script, and on the badge.
        ShownName = "shown_name",
        Sex = "sex",
        BirthDate = "birth_date",
        Nationality = "nationality",
        Document = "document",
        Scan = "scan",
        Portrait = "portrait",
        Delegation = "delegation",
        Category = "category",
        /// Protocol rank and composition title.
        Rank = "rank",
    }
}

/// The identity data of a file, as it is frozen when it is handed in. The number of the paper stands in it as a keyed digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    pub document_name: String,
    pub family_name: String,
    pub given_name: String,
    pub native_name: String,
    pub badge_name: String,
    pub sex: Option<Sex>,
    pub birth_date: Option<Day>,
    pub nationality: Option<String>,
    pub document_kind: Option<DocumentKind>,
    pub document_country: Option<String>,
    pub document_expires_on: Option<Day>,
    pub document_number: Option<String>,
    pub document_hint: Option<String>,
    pub scan: Option<FileId>,
    pub portrait: Option<FileId>,
    pub delegation: DelegationId,
    pub category: CategoryId,
    pub rank: ProtocolRank,
    pub title: CompositionTitle,
}

impl Identity {
    /// What a file says now.
    pub fn of(person: &Participant) -> Self {
        let details = &person.details;
        Self {
            document_name: details.document_name.clone(),
            family_name: details.family_name.clone(),
            given_name: details.given_name.clone(),
            native_name: details.native_name.clone(),
            badge_name: details.badge_name.clone(),
            sex: details.sex,
            birth_date: details.birth_date,
            nationality: details.nationality.clone(),
            document_kind: details.document_kind,
            document_country: details.document_country.clone(),
            document_expires_on: details.document_expires_on,
            document_number: person
                .document_number_digest
                .as_deref()
                .map(|digest| data_encoding::HEXLOWER.encode(digest)),
            document_hint: person.document_number_hint.clone(),
            scan: person.document_file_id,
            portrait: person.portrait_file_id,
            delegation: person.delegation_id,
            category: details.category_id,
            rank: details.protocol_rank,
            title: details.composition_title,
        }
    }

    /// SHA-256 over everything it says.
    pub fn digest(&self) -> Vec<u8> {
        // A struct of texts and numbers always has a JSON form.
        let text = serde_json::to_vec(self).unwrap_or_default();
        Sha256::digest(&text).to_vec()
    }
}

/// The parts in which two versions differ.
pub fn changes(before: &Identity, after: &Identity) -> Vec<Fact> {
    let differs = |fact: Fact| match fact {
        Fact::Name => {
            (&before.document_name, &before.family_name, &before.given_name)
                != (&after.document_name, &after.family_name, &after.given_name)
        }
        Fact::ShownName => (&before.native_name, &before.badge_name) != (&after.native_name, &after.badge_name),
        Fact::Sex => before.sex != after.sex,
        Fact::BirthDate => before.birth_date != after.birth_date,
        Fact::Nationality => before.nationality != after.nationality,
        Fact::Document => {
            (before.document_kind, &before.document_country, before.document_expires_on, &before.document_number)
                != (after.document_kind, &after.document_country, after.document_expires_on, &after.document_number)
        }
        Fact::Scan => before.scan != after.scan,
        Fact::Portrait => before.portrait != after.portrait,
        Fact::Delegation => before.delegation != after.delegation,
        Fact::Category => before.category != after.category,
        Fact::Rank => (before.rank, before.title) != (after.rank, after.title),
    };
    Fact::ALL.iter().copied().filter(|fact| differs(*fact)).collect()
}

/// Whether an authority looked at this part before it said yes: a change of it asks the same authority again.
pub fn checks(authority: ClearanceKind, fact: Fact) -> bool {
    match authority {
        ClearanceKind::Documents => fact != Fact::Rank,
        ClearanceKind::Security => !matches!(fact, Fact::ShownName | Fact::Scan | Fact::Rank),
        ClearanceKind::Protocol => matches!(fact, Fact::Name | Fact::Delegation | Fact::Category | Fact::Rank),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::participants::fixtures::complete;

    fn change_of(edit: impl FnOnce(&mut Participant)) -> Vec<Fact> {
        let before = complete();
        let mut after = before.clone();
        edit(&mut after);
        changes(&Identity::of(&before), &Identity::of(&after))
    }

    #[test]
    fn a_new_telephone_asks_nobody() {
        let changed = change_of(|person| {
            person.details.phone = None;
            person.details.email = Some("new@example.org".into());
            person.details.access_needs = "a ramp".into();
            person.details.residence = Some("KE".into());
            person.details.functional_title = "Counsellor".into();
        });
        assert_eq!(changed, []);
    }

    #[test]
    fn every_change_that_approval_is_bound_to_asks_somebody() {
        let edits: [fn(&mut Participant); 6] = [
            |person| person.details.family_name = "Ali".into(),
            |person| person.details.birth_date = None,
            |person| person.document_number_digest = Some(vec![8; 32]),
            |person| person.portrait_file_id = None,
            |person| person.details.nationality = Some("KE".into()),
            |person| person.delegation_id = DelegationId(uuid::Uuid::from_u128(99)),
        ];
        for edit in edits {
            let changed = change_of(edit);
            assert_eq!(changed.len(), 1);
            assert!(checks(ClearanceKind::Documents, changed[0]) && checks(ClearanceKind::Security, changed[0]));
        }
    }

    #[test]
    fn a_version_survives_the_database() {
        let identity = Identity::of(&complete());
        let back: Identity = serde_json::from_value(serde_json::to_value(&identity).unwrap()).unwrap();
        assert_eq!(back, identity);
        assert_eq!(back.digest(), identity.digest());
    }

    proptest! {
        #[test]
        fn every_fact_is_somebodys_business(fact in prop::sample::select(Fact::ALL)) {
            prop_assert!(ClearanceKind::ALL.iter().any(|authority| checks(*authority, fact)));
        }

        #[test]
        fn equal_digests_mean_no_change(name in "\\PC{0,20}", same in any::<bool>()) {
            let before = complete();
            let mut after = before.clone();
            if !same { after.details.document_name = name; }
            let (before, after) = (Identity::of(&before), Identity::of(&after));
            prop_assert_eq!(before.digest() == after.digest(), changes(&before, &after).is_empty());
        }
    }
}
