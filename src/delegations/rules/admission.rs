//! Organisations without an invitation: which may apply, what may be done with an application, and who is there already.

use crate::clock::Moment;
use crate::delegations::entities;
use crate::delegations::model::{AdmissionStatus, Application, Delegation, DelegationKind};
use crate::language::{Localized, collation};

/// The kinds that apply: States, territories and the Union are invited, the host and the secretariat are there.
pub const ADMITTED_KINDS: &[DelegationKind] = &[
    DelegationKind::Intergovernmental,
    DelegationKind::UnBody,
    DelegationKind::Observer,
    DelegationKind::Ngo,
    DelegationKind::Academia,
    DelegationKind::Company,
    DelegationKind::Media,
];

/// What is done with an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdmissionStep {
    Admit,
    Decline,
    /// The secretariat asks for something.
    Return,
    /// The applicant mends and sends it again.
    Resubmit,
    Withdraw,
}

/// Where a step leads; nothing where it cannot be taken.
pub fn admission_after(from: AdmissionStatus, step: AdmissionStep) -> Option<AdmissionStatus> {
    use AdmissionStatus as S;
    match (from, step) {
        (S::Submitted, AdmissionStep::Admit) => Some(S::Admitted),
        (S::Submitted | S::Returned, AdmissionStep::Decline) => Some(S::Declined),
        (S::Submitted, AdmissionStep::Return) => Some(S::Returned),
        (S::Returned, AdmissionStep::Resubmit) => Some(S::Submitted),
        (S::Submitted | S::Returned, AdmissionStep::Withdraw) => Some(S::Withdrawn),
        _ => None,
    }
}

/// Whether a conference takes applications now.
pub fn takes_applications(closes_at: Option<Moment>, now: Moment) -> bool {
    closes_at.is_some_and(|closes| now < closes)
}

/// A name as it is told from others: its languages side by side, without accents and case.
pub fn name_key(name: &Localized) -> String {
    name.iter().next().map(|(_, text)| collation::fold(text)).unwrap_or_default()
}

/// Whether two organisations have a name in common, in any language.
fn same_organisation(one: &Localized, other: &Localized) -> bool {
    let keys: Vec<String> = one.iter().map(|(_, text)| collation::fold(text)).collect();
    other.iter().any(|(_, text)| keys.contains(&collation::fold(text)))
}

/// The delegations on the list that have the applicant's name.
pub fn listed_already<'a>(application: &Application, all: &'a [Delegation]) -> Vec<&'a Delegation> {
    all.iter()
        .filter(|one| {
            same_organisation(&application.name, &one.name) || same_organisation(&application.name, &one.formal_name)
        })
        .collect()
}

/// Other applications for the same organisation that are not closed.
pub fn applied_already<'a>(application: &Application, all: &'a [Application]) -> Vec<&'a Application> {
    let is_live =
        |status| matches!(status, AdmissionStatus::Submitted | AdmissionStatus::Returned | AdmissionStatus::Admitted);
    all.iter()
        .filter(|one| {
            one.id != application.id && is_live(one.status) && same_organisation(&application.name, &one.name)
        })
        .collect()
}

/// The most documents that come with an application.
pub const MOST_DOCUMENTS: usize = 3;

/// The applications, each with its applicant's address, that have this status and in which every word occurs: in the names
/// whatever the language, the seat, the website, the applicant's name or address.
pub fn seek_applications(
    words: &str,
    status: Option<AdmissionStatus>,
    all: Vec<(Application, String)>,
) -> Vec<(Application, String)> {
    let words: Vec<String> = collation::fold(words).split(' ').filter(|one| !one.is_empty()).map(Into::into).collect();
    let holds = |(one, email): &(Application, String)| {
        let seat = one.country.as_deref().and_then(entities::by_code);
        let seats = seat.iter().flat_map(|seat| [seat.short("en"), seat.short("fr")]);
        let names = one.name.iter().map(|(_, name)| name);
        let texts = names.chain(seats).chain([one.website.as_str(), one.contact_name.as_str(), email.as_str()]);
        let text = collation::fold(&texts.collect::<Vec<_>>().join(" "));
        words.iter().all(|word| text.contains(word.as_str()))
    };
    all.into_iter().filter(|(one, _)| status.is_none_or(|status| one.status == status)).filter(holds).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decided_stays_decided() {
        use AdmissionStep::{Admit, Decline, Resubmit, Return, Withdraw};
        for from in [AdmissionStatus::Admitted, AdmissionStatus::Declined, AdmissionStatus::Withdrawn] {
            for step in [Admit, Decline, Return, Resubmit, Withdraw] {
                assert_eq!(admission_after(from, step), None, "{from} {step:?}");
            }
        }
        assert_eq!(admission_after(AdmissionStatus::Returned, Admit), None, "what was asked for comes first");
    }

    #[test]
    fn applications_are_taken_until_the_hour() {
        let closes = Moment::parse("2025-09-01T10:00:00Z").unwrap();
        assert!(takes_applications(Some(closes), closes.plus_seconds(-1)));
        assert!(!takes_applications(Some(closes), closes) && !takes_applications(None, closes));
    }

    #[test]
    fn one_name_in_common_is_enough() {
        let one = Localized::new("en", "Ocean Watch").and("fr", "Veille océane");
        assert!(same_organisation(&one, &Localized::new("fr", "VEILLE OCEANE")));
        assert!(!same_organisation(&one, &Localized::new("en", "Ocean")));
    }
}
