//! The reasons that an officer may give, step by step: numbered from 1 in the order of their keys on the officer's desk.

use crate::accreditation::model::{Reason, Step};

/// What may be said with a step, in the order it is offered. A step that is not among them needs no reason.
pub fn reasons_for(step: Step) -> &'static [Reason] {
    use Reason::{
        DataDiffers, DelegationAsked, DocumentExpired, DocumentUnreadable, Duplicate, FalseDocument, FunctionUnclear,
        LetterMissing, NameDiffers, NotEligible, NotNominated, PortraitNotThePerson, PortraitUnfit, WrongCategory,
    };
    match step {
        Step::Return => &[
            PortraitUnfit,
            PortraitNotThePerson,
            DocumentUnreadable,
            DocumentExpired,
            NameDiffers,
            DataDiffers,
            FunctionUnclear,
            LetterMissing,
            WrongCategory,
        ],
        Step::Refuse => &[NotNominated, NotEligible, Duplicate, FalseDocument, DelegationAsked],
        _ => &[],
    }
}

/// The key of a reason's words.
pub fn words_of_reason(reason: Reason) -> String {
    format!("accreditation-reason-{}", reason.as_str().replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_fit_on_the_nine_keys() {
        for step in Step::ALL {
            assert!(reasons_for(*step).len() <= 9);
        }
        assert!(
            Reason::ALL
                .iter()
                .all(|reason| [Step::Return, Step::Refuse].iter().any(|step| reasons_for(*step).contains(reason)))
        );
    }
}
