//! What an import of people would do, row by row, before anything is done: each row is new, changed, unchanged or wrong, and
//! with one row wrong nothing is done at all.
//!
//! Somebody is found again by their reference number, else inside their delegation by the number of their identity paper, else
//! by name and birth date. A cell that is empty, or whose column is missing, says nothing: what stands there already stays. Cells
//! are read by the same rules as the form, and what stands in a file that was handed in is frozen here, too.

mod cells;
mod doubles;
mod headings;
mod plan;
mod sample;
mod sheet;
mod write;

use std::collections::HashMap;

use crate::clock::{Day, Moment};
use crate::conferences::Category;
use crate::delegations::{Delegation, Quota};
use crate::files::{Row, Sealer};
use crate::ids::{DelegationId, ParticipantId};
use crate::language::{Language, Message};
use crate::participants::model::{Details, Participant, ProtocolRank};

pub use cells::{COLUMNS, column_of, words_of};
pub use headings::{IGNORED, heading, is_known, place_of, renamed};
pub use plan::plan;
pub use sample::{MISTAKES, SAMPLE, SamplePerson};
pub use sheet::{
    EXAMPLE_NUMBER, MOST_OF_A_DELEGATION, carry_out, corrected, known_of, places_asked, waiting_kind, without_example,
};
pub use write::{known, write};

/// The most people that are imported at once.
pub const MOST_ROWS: usize = 10_000;

/// What is there already, and when it is looked at.
pub struct Known<'a> {
    pub delegations: Vec<Delegation>,
    pub quotas: Vec<(DelegationId, Quota)>,
    pub categories: Vec<Category>,
    pub people: Vec<Participant>,
    /// Whose table it is.
    pub scope: Scope,
    /// In what language words inside of messages are.
    pub language: Language,
    /// Compares numbers of identity papers without opening them.
    pub sealer: &'a Sealer,
    pub now: Moment,
    /// The day where the conference is.
    pub today: Day,
}

/// Whose table it is, and so whom it may name.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    /// The conference's own: rows say their delegations.
    Conference,
    /// One delegation's: the only one that is known, with the ranks that its form offers.
    Delegation(&'static [ProtocolRank]),
}

impl Scope {
    fn is_one_delegation(self) -> bool {
        matches!(self, Self::Delegation(_))
    }

    fn ranks(self) -> &'static [ProtocolRank] {
        match self {
            Self::Conference => ProtocolRank::ALL,
            Self::Delegation(ranks) => ranks,
        }
    }

    fn most_rows(self) -> usize {
        if self.is_one_delegation() { MOST_OF_A_DELEGATION } else { MOST_ROWS }
    }
}

/// What would be done.
#[derive(Debug, Default)]
pub struct PeopleImport {
    pub rows: Vec<PlannedPerson>,
    /// What is wrong with the table as a whole.
    pub general: Vec<Message>,
    /// Headings of columns that mean nothing here.
    pub ignored: Vec<String>,
    /// The columns that mean something, in the order of the table.
    pub columns: Vec<&'static str>,
    /// The encoding was guessed: its name.
    pub guessed: Option<&'static str>,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    New,
    Changed,
    Unchanged,
    Wrong,
}

/// Something wrong in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// The heading of the column, or the name of the one that is missing; empty for the whole row.
    pub column: String,
    pub message: Message,
}

/// A row and what would be done with it.
#[derive(Debug)]
pub struct PlannedPerson {
    /// As a spreadsheet counts: the headings are row 1.
    pub number: usize,
    /// As the row calls them, for telling about it.
    pub name: String,
    /// Where it could be read.
    pub wish: Option<Wish>,
    /// The row asks for the file to be handed in.
    pub submit: bool,
    pub mistakes: Vec<Mistake>,
    /// What may be right and is worth a second look.
    pub doubts: Vec<Message>,
}

/// Somebody as a row wants them.
#[derive(Debug)]
pub struct Wish {
    pub id: ParticipantId,
    pub delegation: DelegationId,
    pub details: Details,
    /// A number of the identity paper that is not the one on file.
    pub document_number: Option<String>,
    /// Who stands there already.
    pub before: Option<Box<Participant>>,
    /// It differs from what stands.
    pub changed: bool,
}

impl PlannedPerson {
    pub fn becomes(&self) -> Becomes {
        match &self.wish {
            _ if !self.mistakes.is_empty() => Becomes::Wrong,
            None => Becomes::Wrong,
            Some(wish) if wish.before.is_none() => Becomes::New,
            Some(wish) if wish.changed || self.submit => Becomes::Changed,
            Some(_) => Becomes::Unchanged,
        }
    }

    /// Notes what is wrong in a column.
    pub fn wrong(&mut self, column: &str, message: Message) {
        self.mistakes.push(Mistake { column: column.to_owned(), message });
    }
}

impl PeopleImport {
    pub fn count(&self, becomes: Becomes) -> usize {
        self.rows.iter().filter(|row| row.becomes() == becomes).count()
    }

    /// How many files would be handed in.
    pub fn submissions(&self) -> usize {
        self.rows.iter().filter(|row| row.submit && row.becomes() != Becomes::Wrong).count()
    }

    /// Nothing is wrong, so that it may be carried out.
    pub fn is_good(&self) -> bool {
        self.general.is_empty() && self.count(Becomes::Wrong) == 0
    }
}

/// The places of the columns that mean something, by the names of [`cells::COLUMNS`].
#[derive(Default)]
struct Columns(HashMap<&'static str, usize>);

impl Columns {
    fn cell<'a>(&self, row: &'a Row, name: &str) -> &'a str {
        row.cell(self.0.get(name).copied())
    }
}

#[cfg(test)]
#[path = "import/tests.rs"]
mod tests;
