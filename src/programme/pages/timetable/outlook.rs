//! What a move would break, what it would mend, and whom it would mail: in words, before it is made.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::actions::{MoveOutlook, MoveTelling, Survey};
use super::super::super::mails::Concerned;
use super::super::super::rules::Doubt;
use super::super::doubts::{DoubtLine, Way, lines};
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::ids::SessionId;

/// Names that are told before the rest is only counted.
const NAMED: usize = 12;

/// One thing that a move breaks or mends.
pub struct Effect {
    /// The session of which it is said, where that is another one than the one that is moved.
    pub of: Option<Way>,
    pub line: DoubtLine,
}

/// As a page shows it.
pub struct Shown {
    /// Where the session would be.
    pub place: String,
    pub breaks: Vec<Effect>,
    pub mends: Vec<Effect>,
    /// Whom the next release would tell.
    pub told: String,
    /// So many in each language.
    pub languages: Vec<String>,
    pub names: Vec<String>,
    /// Those that are counted and not named.
    pub more: usize,
}

pub fn shown(
    by: &OnDuty<ProgrammeManager>,
    survey: &Survey,
    moved: SessionId,
    outlook: &MoveOutlook,
    place: String,
) -> Shown {
    let effects = |all: &[(SessionId, Doubt)]| -> Vec<Effect> {
        let one = |(of, doubt): &(SessionId, Doubt)| {
            let line = lines(by, survey, &BTreeSet::from([doubt.clone()])).pop()?;
            let other = Some(*of).filter(|of| *of != moved).and_then(|of| survey.session(of));
            Some(Effect { of: other.map(|other| Way::to(by, other)), line })
        };
        all.iter().filter_map(one).collect()
    };
    let nobody = Concerned::default();
    let (key, concerned) = match &outlook.telling {
        MoveTelling::Draft => ("timetable-told-draft", &nobody),
        MoveTelling::Unplaced => ("timetable-told-unplaced", &nobody),
        MoveTelling::Same => ("timetable-told-same", &nobody),
        MoveTelling::First(concerned) => ("timetable-told-first", concerned),
        MoveTelling::Concerned(concerned) => ("timetable-told", concerned),
    };
    let language = by.language();
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    for reader in &concerned.recipients {
        *languages.entry(reader.language.own_name()).or_default() += 1;
    }
    let count = concerned.recipients.len();
    let in_language = |(name, count): (&str, usize)| {
        language.with("timetable-told-in", &[("language", name.into()), ("count", count.into())])
    };
    Shown {
        place,
        breaks: effects(&outlook.outcome.breaks),
        mends: effects(&outlook.outcome.mends),
        told: language.with(key, &[("count", count.into())]),
        languages: languages.into_iter().map(in_language).collect(),
        names: concerned.recipients.iter().take(NAMED).map(|reader| reader.name.clone()).collect(),
        more: count.saturating_sub(NAMED),
    }
}
