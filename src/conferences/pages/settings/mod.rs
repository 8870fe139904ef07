//! The organiser's settings. Observers see them too and change nothing.

pub mod area;
pub mod areas;
pub mod categories;
pub mod category;
pub mod category_hours;
pub mod conference;
pub mod duties;
pub mod hours;
pub mod overview;

use crate::conferences::model::DutyKind;
use crate::conferences::proofs::{Duty, OnDuty};
use crate::web::{Flash, FlashKind, NavItem};

/// What stands round every page of the settings.
pub struct Frame {
    pub tabs: Vec<NavItem>,
    pub may_change: bool,
    /// The conference's own address: `/hanoi`.
    pub root: String,
}

const SECTIONS: &[(&str, &str)] = &[
    ("/settings/conference", "settings-conference"),
    ("/settings/categories", "settings-categories"),
    // The page is of the room that knows delegations, too.
    ("/settings/registration", "settings-registration"),
    ("/settings/areas", "settings-areas"),
    ("/settings/hours", "settings-hours"),
    ("/settings/duties", "settings-duties"),
];

impl Frame {
    pub fn of<D: Duty>(by: &OnDuty<D>) -> Self {
        let path = by.visit().path().split('?').next().unwrap_or_default().to_owned();
        let tab = |(rest, key): &(&str, &str)| {
            let href = by.path(rest);
            NavItem { current: path.starts_with(&href), href, label: by.language().t(key) }
        };
        Self { tabs: SECTIONS.iter().map(tab).collect(), may_change: by.has(DutyKind::Organiser), root: by.path("") }
    }
}

/// The notice after something went well.
fn done(text: String) -> Flash {
    Flash { kind: FlashKind::Ok, text, undo: None }
}
