//! Whom a reminder is for: of focal points, those whose delegation has not done what it is asked.

use crate::clock::Moment;
use crate::delegations::model::{Delegation, DelegationStatus, FocalPointLine, Reminding};

/// What a delegation has said and done so far.
#[derive(Clone, Copy, Debug)]
pub struct SoFar<'a> {
    pub delegation: &'a Delegation,
    /// People handed in who have a place.
    pub named: i64,
}

/// Whether somebody is to be written to about this.
pub fn concerns(about: Reminding, so_far: SoFar<'_>, point: &FocalPointLine) -> bool {
    let status = so_far.delegation.status;
    let expected = i64::from(so_far.delegation.expected_people.unwrap_or(0));
    let is_invited = point.invited_at.is_some();
    match about {
        Reminding::Invitation => !is_invited && status != DelegationStatus::Declined,
        Reminding::Answer => is_invited && matches!(status, DelegationStatus::Expected | DelegationStatus::Invited),
        Reminding::Nominations => status == DelegationStatus::Confirmed && so_far.named == 0,
        Reminding::MissingPeople => {
            status == DelegationStatus::Confirmed && so_far.named > 0 && so_far.named < expected
        }
    }
}

/// Whether there is still time to do what the reminder asks for. After nominations close, late ones need a reason, and nobody is
/// asked for them in a mail to many.
pub fn is_in_time(about: Reminding, now: Moment, nomination_closes: Moment, confirmation_closes: Moment) -> bool {
    match about {
        Reminding::Invitation | Reminding::Answer => now < confirmation_closes,
        Reminding::Nominations | Reminding::MissingPeople => now < nomination_closes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delegations::model::DelegationKind;
    use crate::ids::{AccountId, ConferenceId, DelegationId, FocalPointId};
    use crate::language::Localized;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn delegation(status: DelegationStatus, expected_people: Option<i32>) -> Delegation {
        Delegation {
            id: DelegationId::new(),
            conference_id: ConferenceId::new(),
            key: "NO".into(),
            kind: DelegationKind::State,
            entity: Some("NO".into()),
            name: Localized::new("en", "Norway"),
            formal_name: Localized::default(),
            region: None,
            language: "en".into(),
            status,
            expected_people,
            answered_at: None,
            answer_note: String::new(),
            version: 1,
            own_name: Localized::default(),
            own_formal_name: Localized::default(),
        }
    }

    fn point(invited: bool) -> FocalPointLine {
        FocalPointLine {
            id: FocalPointId::new(),
            delegation_id: DelegationId::new(),
            account_id: AccountId::new(),
            name: "Ingrid".into(),
            email: "ingrid@example.org".into(),
            language: None,
            appointed_at: at("2025-09-01T08:00:00Z"),
            invited_at: invited.then(|| at("2025-09-01T08:00:00Z")),
            ended_at: None,
        }
    }

    /// Of everything that can be reminded of, what concerns one focal point.
    fn asked(status: DelegationStatus, expected: Option<i32>, named: i64, invited: bool) -> Vec<Reminding> {
        let (one, point) = (delegation(status, expected), point(invited));
        let so_far = SoFar { delegation: &one, named };
        Reminding::ALL.iter().copied().filter(|about| concerns(*about, so_far, &point)).collect()
    }

    #[test]
    fn everybody_is_reminded_of_the_next_step_alone() {
        use DelegationStatus as S;
        assert_eq!(asked(S::Expected, None, 0, false), [Reminding::Invitation]);
        assert_eq!(asked(S::Invited, None, 0, true), [Reminding::Answer]);
        assert_eq!(asked(S::Confirmed, Some(4), 0, true), [Reminding::Nominations]);
        assert_eq!(asked(S::Confirmed, Some(4), 3, true), [Reminding::MissingPeople]);
        assert!(asked(S::Confirmed, Some(4), 4, true).is_empty());
        assert!(asked(S::Declined, None, 0, true).is_empty() && asked(S::Declined, None, 0, false).is_empty());
    }

    #[test]
    fn nobody_is_asked_for_what_can_no_longer_be_done() {
        let (nominate, confirm) = (at("2025-10-10T11:00:00Z"), at("2025-10-20T11:00:00Z"));
        let open = |about, now: &str| is_in_time(about, at(now), nominate, confirm);
        assert!(open(Reminding::Answer, "2025-10-15T11:00:00Z") && !open(Reminding::Answer, "2025-10-20T11:00:00Z"));
        assert!(!open(Reminding::Nominations, "2025-10-10T11:00:00Z"));
    }
}
