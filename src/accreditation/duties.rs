//! Who works on files: the accreditation unit and the security authority decide; organisers and observers look on.

use crate::accreditation::model::ClearanceKind;
use crate::conferences::{Duty, DutyKind, OnDuty};

/// Deciding on files.
pub struct Reviewing;

impl Duty for Reviewing {
    fn allows(kind: DutyKind) -> bool {
        matches!(kind, DutyKind::AccreditationOfficer | DutyKind::SecurityAuthority)
    }
}

/// Looking at files without deciding.
pub struct Viewing;

impl Duty for Viewing {
    fn allows(kind: DutyKind) -> bool {
        Reviewing::allows(kind) || matches!(kind, DutyKind::Organiser | DutyKind::Observer)
    }
}

/// Correcting somebody's data on the secretariat's side.
pub struct Correcting;

impl Duty for Correcting {
    fn allows(kind: DutyKind) -> bool {
        matches!(kind, DutyKind::AccreditationOfficer | DutyKind::Organiser)
    }
}

/// Somebody who decides on files.
pub type Reviewer = OnDuty<Reviewing>;
/// Somebody who may look at them.
pub type Viewer = OnDuty<Viewing>;
/// Somebody who may correct them.
pub type Corrector = OnDuty<Correcting>;

/// The authorities that somebody speaks for: the accreditation unit gives the clearances of documents and of protocol.
pub fn authorities<D: Duty>(by: &OnDuty<D>) -> Vec<ClearanceKind> {
    let mut speaks_for = Vec::new();
    if by.has(DutyKind::AccreditationOfficer) {
        speaks_for.extend([ClearanceKind::Documents, ClearanceKind::Protocol]);
    }
    if by.has(DutyKind::SecurityAuthority) {
        speaks_for.push(ClearanceKind::Security);
    }
    speaks_for
}
