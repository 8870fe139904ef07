//! The daily programme as a document: which day it is of, and which meetings stand together.

use crate::clock::Day;
use crate::programme::model::SessionKind;

/// The parts of the document, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Meetings,
    Discussions,
    Beside,
}

impl Part {
    pub const ALL: [Self; 3] = [Self::Meetings, Self::Discussions, Self::Beside];

    /// Where a kind of session stands; breaks stand nowhere.
    pub fn of(kind: SessionKind) -> Option<Self> {
        use SessionKind::*;
        match kind {
            Opening | Plenary | HighLevelDebate | Signing | Ceremony => Some(Self::Meetings),
            Discussion | Workshop => Some(Self::Discussions),
            SideEvent | PressConference | Reception => Some(Self::Beside),
            Break => None,
        }
    }

    /// The key of its heading.
    pub fn key(self) -> &'static str {
        match self {
            Self::Meetings => "journal-meetings",
            Self::Discussions => "journal-discussions",
            Self::Beside => "journal-beside",
        }
    }
}

/// The day that is read today: today's where something takes place, else the next one on which something does, else the last. `days` in
/// their order.
pub fn journal_day(days: &[Day], today: Day) -> Option<Day> {
    days.iter().find(|day| **day >= today).or(days.last()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_journal_is_todays_or_the_next_ones_or_the_last() {
        let day = |text: &str| Day::parse(text).unwrap();
        let days = [day("2025-10-25"), day("2025-10-27")];
        assert_eq!(journal_day(&days, day("2025-10-01")), Some(days[0]));
        assert_eq!(journal_day(&days, day("2025-10-25")), Some(days[0]));
        assert_eq!(journal_day(&days, day("2025-10-26")), Some(days[1]));
        assert_eq!(journal_day(&days, day("2025-11-26")), Some(days[1]));
        assert_eq!(journal_day(&[], day("2025-10-25")), None);
    }

    #[test]
    fn every_kind_but_a_break_has_its_part() {
        assert!(SessionKind::ALL.iter().all(|kind| Part::of(*kind).is_some() != (*kind == SessionKind::Break)));
    }
}
